"""Articles and their versions."""

from __future__ import annotations

from django.db import models

from diemtin.store.models.captures import Capture
from diemtin.store.models.outlets import Outlet
from diemtin.store.models.stories import Story, WireGroup


class Article(models.Model):
    """What one outlet published under one headline; its texts are in its versions.

    ``story``, ``wire_group`` and ``version`` repeat the newest fact of their tables.
    """

    key = models.CharField(max_length=200, unique=True)
    given_key = models.BooleanField(default=False)
    """The key came with the article (the ``id`` of a JSONL line)."""
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="articles")
    url = models.CharField(max_length=2000, blank=True, default="")
    address = models.CharField(max_length=64, blank=True, default="", db_index=True)
    """SHA-256 of the normal form of the url; empty without one."""
    fingerprint = models.CharField(max_length=64, db_index=True)
    """SHA-256 of outlet, headline and body as first seen: the identity of an article without an address."""
    role = models.CharField(max_length=10, default="main")
    kind = models.CharField(max_length=15, default="news", db_index=True)
    language = models.CharField(max_length=10, blank=True, default="")
    section = models.CharField(max_length=40, db_index=True)
    section_why = models.CharField(max_length=200, blank=True, default="")
    page_section = models.CharField(max_length=120, blank=True, default="")
    agency = models.JSONField(default=list)
    first_seen = models.DateTimeField()
    moment = models.DateTimeField(db_index=True)
    """The time it is streamed at: published, else the end of the range, else when it was first seen."""
    published_from = models.DateTimeField(null=True)
    published_to = models.DateTimeField(null=True)
    published_precision = models.CharField(max_length=10, default="range")
    published_basis = models.CharField(max_length=10, default="unknown")
    published_why = models.TextField(blank=True, default="")
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="articles")
    wire_group = models.ForeignKey(WireGroup, on_delete=models.SET_NULL, null=True, related_name="articles")
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(max_length=1000)
    lead = models.TextField(null=True)
    image = models.CharField(max_length=2000, blank=True, default="")
    """Title, sapo and first picture of the newest version, for lists."""
    words = models.PositiveIntegerField(default=0)
    removed = models.DateTimeField(null=True)
    """Taken down (gỡ bài) at."""

    class Meta:
        indexes = [
            models.Index(fields=["story", "moment"], name="article_story"),
            models.Index(fields=["section", "-moment", "-id"], name="article_section"),
            models.Index(fields=["outlet", "-moment", "-id"], name="article_outlet"),
            models.Index(fields=["-moment", "-id"], name="article_latest"),
            # Partial, because nearly all are not removed: SQLite took a whole index for "removed is null" and sorted the rest.
            models.Index(fields=["removed"], condition=models.Q(removed__isnull=False), name="article_removed"),
        ]

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """The content of an article at one time; added when the content changes, never overwritten."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    seen = models.DateTimeField()
    content_hash = models.CharField(max_length=64)
    title = models.CharField(max_length=1000)
    lead = models.TextField(null=True)
    body = models.JSONField(default=list)
    """``[[kind, text], …]`` in order."""
    figures = models.JSONField(default=list)
    """``[{image, caption, credit, file_photo, after}, …]``"""
    byline = models.CharField(max_length=300, blank=True, default="")
    tags = models.JSONField(default=list)
    capture = models.ForeignKey(Capture, on_delete=models.SET_NULL, null=True, related_name="versions")
    cause = models.CharField(max_length=10, default="outlet")
    """``outlet`` changed it, or our ``reader`` reads the same bytes better."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="version_number")]


class Sighting(models.Model):
    """An article was found on a page: its own, or below another article."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sightings")
    capture = models.ForeignKey(Capture, on_delete=models.CASCADE, related_name="sightings")
    role = models.CharField(max_length=10)
    seen = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "capture"], name="sighting_once")]
