"""Wire groups, stories and threads: the three ties, each kept as time-stamped facts."""

from __future__ import annotations

from django.db import models


class WireGroup(models.Model):
    """Copies of one text. The origin may be absent or change; who copied whom is derived from it."""

    key = models.CharField(max_length=40, unique=True)
    origin = models.ForeignKey("store.Article", on_delete=models.SET_NULL, null=True, related_name="+")
    agency = models.CharField(max_length=80, blank=True, default="")


class Thread(models.Model):
    """A line of events over weeks to years."""

    key = models.CharField(max_length=40, unique=True)
    title = models.CharField(max_length=300)
    renamed = models.BooleanField(default=False)
    """An editor gave the title: the machine leaves it."""
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    first = models.DateTimeField(null=True)
    last = models.DateTimeField(null=True, db_index=True)
    about = models.JSONField(default=dict)
    """``{offices, persons, countries, places}``: what its stories share."""

    def __str__(self) -> str:
        return self.title


class Story(models.Model):
    """What happened, told by one or more articles. An id once given keeps meaning the same story."""

    key = models.CharField(max_length=40, unique=True)
    created = models.DateTimeField()
    title = models.CharField(max_length=1000, blank=True, default="")
    renamed = models.BooleanField(default=False)
    section = models.CharField(max_length=40, db_index=True, blank=True, default="")
    first = models.DateTimeField(null=True)
    last = models.DateTimeField(null=True)
    article_count = models.PositiveIntegerField(default=0)
    outlet_count = models.PositiveIntegerField(default=0)
    thread = models.ForeignKey(Thread, on_delete=models.SET_NULL, null=True, related_name="stories")
    signs = models.JSONField(default=list)
    """What ties it to a thread, article by article, as ``stories.Signs`` in lists."""
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    """Where its articles went when it was merged away: links to it go on working."""

    class Meta:
        indexes = [
            models.Index(fields=["-last", "-id"], name="story_latest"),
            models.Index(fields=["section", "-last"], name="story_section"),
            # The large stories of some days, for ranking: a fifth of all, found without the others.
            models.Index(
                fields=["-last", "outlet_count", "first"], condition=models.Q(outlet_count__gte=3), name="story_large"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Membership(models.Model):
    """From ``since`` on, the article belongs to the story. Append-only: the newest row of an article counts.

    The rows in the order of their ids are the log from which every process keeps its index of stories up to date.
    """

    article = models.ForeignKey("store.Article", on_delete=models.CASCADE, related_name="memberships")
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="memberships")
    wire_group = models.ForeignKey(WireGroup, on_delete=models.SET_NULL, null=True)
    since = models.DateTimeField()
    """On the stream's clock (the time of the articles)."""
    recorded = models.DateTimeField()
    by = models.CharField(max_length=10, default="machine")
    """``machine``, ``repair`` or ``editor``; what an editor did, the machine never undoes."""
    score = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    """``[[sign, weight, words], …]``"""

    class Meta:
        indexes = [models.Index(fields=["story", "since"], name="membership_story")]


class ThreadMembership(models.Model):
    """From ``since`` on, the story is on the thread (or on none). Append-only like ``Membership``."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="thread_memberships")
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, null=True, related_name="memberships")
    since = models.DateTimeField()
    recorded = models.DateTimeField()
    by = models.CharField(max_length=10, default="machine")
    score = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)


class Features(models.Model):
    """What placing needs of an article, so that a restart reads it and recomputes nothing."""

    article = models.OneToOneField("store.Article", on_delete=models.CASCADE, primary_key=True, related_name="features")
    version = models.PositiveIntegerField()
    packed = models.BinaryField()
