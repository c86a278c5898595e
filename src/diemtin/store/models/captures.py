"""What was fetched: one row for each different content, the bytes in a compressed file beside the database."""

from __future__ import annotations

from django.db import models


class Capture(models.Model):
    """A content as it was fetched. The file goes after the days of keeping; hash and reading stay."""

    sha256 = models.CharField(max_length=64, unique=True)
    url = models.CharField(max_length=2000, blank=True, default="")
    address = models.CharField(max_length=64, blank=True, default="", db_index=True)
    """As ``Article.address``: a page without an article is not asked for again either."""
    name = models.CharField(max_length=500, blank=True, default="")
    media_type = models.CharField(max_length=100, blank=True, default="")
    charset = models.CharField(max_length=40, blank=True, default="")
    size = models.PositiveIntegerField()
    fetched = models.DateTimeField(null=True)
    seen = models.DateTimeField(db_index=True)
    kept = models.BooleanField(default=True)
    """The file is still there."""
    reader_version = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.url or self.name or self.sha256[:12]
