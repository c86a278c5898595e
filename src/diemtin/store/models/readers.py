"""What readers do, counted without a profile of anyone."""

from __future__ import annotations

from django.db import models


class ReadSum(models.Model):
    """How often an article was opened in one hour."""

    article = models.ForeignKey("store.Article", on_delete=models.CASCADE, related_name="reads")
    hour = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "hour"], name="read_hour")]


class Vote(models.Model):
    """Hữu ích: có / không. Append-only; the newest row of a ballot counts. ``ballot`` is a hash of a random token that
    the reader's browser holds, made for this article alone, so that two votes of one reader cannot be tied."""

    article = models.ForeignKey("store.Article", on_delete=models.CASCADE, related_name="votes")
    ballot = models.CharField(max_length=64)
    useful = models.BooleanField()
    cast = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["article", "ballot", "-id"], name="vote_ballot")]
