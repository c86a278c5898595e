"""What outlets promote on their own pages: evidence for ranking, and new addresses to read."""

from __future__ import annotations

from django.db import models

from diemtin.store.models.captures import Capture
from diemtin.store.models.outlets import Outlet


class SeenTeaser(models.Model):
    """A teaser as it stood in a block of a page at one time."""

    capture = models.ForeignKey(Capture, on_delete=models.CASCADE, null=True, related_name="teasers")
    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="teasers")
    block = models.CharField(max_length=20)
    heading = models.CharField(max_length=200, blank=True, default="")
    place = models.PositiveIntegerField()
    title = models.CharField(max_length=1000)
    title_hash = models.CharField(max_length=32, db_index=True)
    url = models.CharField(max_length=2000, blank=True, default="")
    address = models.CharField(max_length=64, blank=True, default="", db_index=True)
    published = models.DateTimeField(null=True)
    section = models.CharField(max_length=120, blank=True, default="")
    lead = models.TextField(null=True)
    kind = models.CharField(max_length=15, blank=True, default="")
    image = models.CharField(max_length=2000, blank=True, default="")
    seen = models.DateTimeField(db_index=True)

    class Meta:
        indexes = [models.Index(fields=["block", "-seen"], name="teaser_block")]
