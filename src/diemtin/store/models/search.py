"""What an article is indexed under. The index proper is made by the migration ``0002_search``."""

from __future__ import annotations

from django.db import models


class SearchEntry(models.Model):
    """One for each article that can be found. ``order`` grows with the article's time."""

    order = models.BigIntegerField(primary_key=True)
    article = models.OneToOneField("store.Article", on_delete=models.CASCADE, related_name="search_entry")
    words = models.BinaryField()
    """The tokens as they were given to the index, compressed: what ranking counts, and what deleting needs."""
    marks = models.TextField()
    """The tokens with diacritics and those of outlet and section."""
