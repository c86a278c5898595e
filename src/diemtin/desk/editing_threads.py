"""What editors decide about threads: put stories on one, take them off, merge, rename. The machine never undoes it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from diemtin.desk.editing import REASON, get_story, record
from diemtin.desk.refreshing import refresh_threads
from diemtin.errors import NotFound, UsageError
from diemtin.store import models
from diemtin.store.keys import Keys
from diemtin.store.writing import update_rows, writing


def put_on_thread(
    stories: Sequence[str], thread: str | None, by: str, why: str = "", now: datetime | None = None
) -> str | None:
    """These stories are on that thread; ``None``: on none, and it stays so. Returns the thread's id."""
    now = now or datetime.now(UTC)
    with writing():
        rows = _get_stories(stories)
        line = get_thread(thread) if thread is not None else None
        _put(rows, line, now)
        record("thread", {"thread": line.key if line else None, "stories": [row.key for row in rows]}, by, why, now)
    return line.key if line else None


def begin_thread(
    stories: Sequence[str], by: str, *, title: str | None = None, why: str = "", now: datetime | None = None
) -> str:
    """A new thread of these stories (two at least), which leave the threads that they were on. Returns its id."""
    now = now or datetime.now(UTC)
    with writing():
        rows = _get_stories(stories)
        if len(rows) < 2:
            raise UsageError("a thread has two stories at least", about=", ".join(stories))
        keys = Keys()
        line = models.Thread.objects.create(key=keys.give("t"), title=(title or "")[:300], renamed=bool(title))
        keys.save()
        _put(rows, line, now)
        record("thread", {"thread": line.key, "stories": [row.key for row in rows]}, by, why, now)
    return line.key


def merge_threads(source: str, target: str, by: str, why: str = "", now: datetime | None = None) -> str:
    """Two threads are one: ``target`` stays, ``source`` leads to it from now on."""
    now = now or datetime.now(UTC)
    with writing():
        gone, kept = get_thread(source), get_thread(target)
        if gone.pk == kept.pk:
            raise UsageError("they are one thread already", about=source)
        _put(list(models.Story.objects.filter(thread=gone).select_related("thread")), kept, now)
        gone.merged_into = kept
        gone.save(update_fields=["merged_into"])
        models.Thread.objects.filter(merged_into=gone).update(merged_into=kept)
        record("merge", {"threads": [gone.key, kept.key]}, by, why, now)
    return kept.key


def rename_thread(thread: str, title: str | None, by: str, why: str = "", now: datetime | None = None) -> None:
    """An editor's title, which stays; ``None`` gives the thread back to the machine."""
    now = now or datetime.now(UTC)
    with writing():
        row = get_thread(thread)
        row.renamed = bool(title and title.strip())
        row.title = (title or row.title).strip()[:300]
        row.save(update_fields=["renamed", "title"])
        refresh_threads([row.key], now)
        record("rename", {"thread": row.key, "title": row.title if row.renamed else None}, by, why, now)


def get_thread(key: str) -> models.Thread:
    """The thread that an id means now, redirects followed. Raises ``NotFound``."""
    row = models.Thread.objects.select_related("merged_into").filter(key=key).first()
    if row is None:
        raise NotFound("no thread has this id", about=key)
    return row.merged_into or row


def _get_stories(keys: Sequence[str]) -> list[models.Story]:
    return list({row.pk: row for row in map(get_story, keys)}.values())


def _put(stories: Sequence[models.Story], line: models.Thread | None, now: datetime) -> None:
    touched = {story.thread.key for story in stories if story.thread} | ({line.key} if line else set())
    for story in stories:
        story.thread = line
        models.ThreadMembership.objects.create(
            story=story, thread=line, since=now, recorded=now, by="editor", reasons=REASON
        )
    update_rows(stories, ["thread"])
    refresh_threads(touched, now)
