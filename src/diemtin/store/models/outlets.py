"""Outlets, and the sources through which each is watched."""

from __future__ import annotations

from django.db import models


class Outlet(models.Model):
    """A publication. Known by its domain where it has one, else by its name."""

    key = models.CharField(max_length=80, unique=True)
    """A readable address part (``/bao/<key>``): from the domain when first met; kept when either changes."""
    name = models.CharField(max_length=200, blank=True, default="")
    domain = models.CharField(max_length=200, null=True, unique=True)
    kind = models.CharField(max_length=20, default="unknown")
    rights = models.CharField(max_length=10, default="excerpt")
    home = models.URLField(max_length=500, blank=True, default="")
    owner = models.CharField(max_length=200, blank=True, default="")

    def __str__(self) -> str:
        return self.name or self.domain or self.key


class Source(models.Model):
    """One access point of an outlet (feed, sitemap, page), with all that ``sources`` needs to ask again politely.

    ``state`` is the fetching state as ``sources.SourceState`` writes it; the columns beside it are those that are asked
    for by query.
    """

    url = models.URLField(max_length=2000, unique=True)
    kind = models.CharField(max_length=20)
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, null=True, related_name="sources")
    added = models.DateTimeField()
    active = models.BooleanField(default=True)
    next_due = models.DateTimeField(db_index=True)
    claimed_until = models.DateTimeField(null=True)
    claimed_by = models.CharField(max_length=80, blank=True, default="")
    last_success = models.DateTimeField(null=True)
    last_change = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=500, blank=True, default="")
    articles_total = models.PositiveIntegerField(default=0)
    state = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["active", "next_due"], name="source_due")]

    def __str__(self) -> str:
        return self.url
