"""Stories that leave their threads, and threads that are no more when only one story is left on them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Max

from diemtin.store import models


def leave_thread(story: models.Story, since: datetime, now: datetime, by: str = "machine") -> None:
    """The story is on no thread from ``since`` on; a fact is added. The caller saves ``story.thread``."""
    if story.thread_id is None:
        return
    story.thread = None
    models.ThreadMembership.objects.create(story=story, thread=None, since=since, recorded=now, by=by)


def dissolve_lonely(threads: Iterable[str], since: datetime, now: datetime) -> list[models.Story]:
    """A line of events has two stories at least: the last story of each of these threads leaves it. Saved; returned."""
    lonely = models.Thread.objects.filter(key__in=list(threads)).annotate(n=Count("stories")).filter(n=1)
    gone = []
    for story in models.Story.objects.filter(thread__in=lonely):
        leave_thread(story, since, now)
        story.save(update_fields=["thread"])
        gone.append(story)
    return gone


def held_by_editor(stories: Iterable[int]) -> set[int]:
    """Which of these stories stand where they do (on a thread or on none) because an editor said so."""
    newest = models.ThreadMembership.objects.filter(story__in=list(stories)).values("story").annotate(newest=Max("id"))
    rows = models.ThreadMembership.objects.filter(pk__in=[row["newest"] for row in newest], by="editor")
    return set(rows.values_list("story_id", flat=True))
