"""What editors decide about stories: merge, split, move, rename, pin. The machine never undoes any of it.

Every act adds facts: memberships by ``editor`` (which every index of stories reads as pinned), an ``Act`` with what other
processes have to hear, pins with their times. Threads: ``editing_threads``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.models import QuerySet

from diemtin.desk.refreshing import refresh_stories
from diemtin.errors import NotFound, UsageError
from diemtin.store import models
from diemtin.store.changes import note_change
from diemtin.store.keys import Keys
from diemtin.store.writing import writing

REASON = [["editor", 1.0, "biên tập viên quyết định"]]


def merge_stories(source: str, target: str, by: str, why: str = "", now: datetime | None = None) -> str:
    """Two stories are one: ``target`` stays, ``source`` leads to it from now on. Returns the id that stays.

    Raises ``NotFound``, or ``UsageError`` when they are one already.
    """
    now = now or datetime.now(UTC)
    with writing():
        gone, kept = get_story(source), get_story(target)
        if gone.pk == kept.pk:
            raise UsageError("they are one story already", about=source)
        articles = list(models.Article.objects.filter(story__in=[gone, kept]).order_by("moment", "id"))
        _join(articles, kept, now)
        gone.merged_into = kept
        models.Story.objects.filter(merged_into=gone).update(merged_into=kept)
        if kept.thread is None and gone.thread is not None:
            kept.thread = gone.thread
            models.ThreadMembership.objects.create(
                story=kept, thread=gone.thread, since=now, recorded=now, by="editor", reasons=REASON
            )
        for pin in models.Pin.objects.filter(story=gone).exclude(until__lte=now):
            models.Pin.objects.create(
                block=pin.block, section=pin.section, story=kept, place=pin.place, since=now, until=pin.until, by=pin.by
            )
        refresh_stories([gone, kept], now)
        record("merge", {"merged": [[gone.key, kept.key]]}, by, why, now)
    return kept.key


def split_story(articles: Sequence[str], by: str, why: str = "", now: datetime | None = None) -> str:
    """These articles become a story of their own, which the machine never brings together with the old one again.

    The articles that stay keep the story's id. Returns the new story's id. Raises ``NotFound``, or ``UsageError`` when
    nothing would stay or the articles are of several stories.
    """
    now = now or datetime.now(UTC)
    with writing():
        rows = get_articles(articles)
        stories = {row.story_id for row in rows}
        if len(stories) != 1:
            raise UsageError("a split takes articles of one story", about=", ".join(articles), hint="move them instead")
        old = rows[0].story
        rest = list(models.Article.objects.filter(story=old).exclude(pk__in=[row.pk for row in rows]))
        if not any(row.removed is None for row in rest):
            raise UsageError("nothing would stay in the story", about=old.key)
        keys = Keys()
        new = models.Story.objects.create(key=keys.give("s"), created=min(row.moment for row in rows))
        keys.save()
        _join(rows, new, now)
        _join(rest, old, now)
        if old.thread is not None:
            new.thread = old.thread
            models.ThreadMembership.objects.create(
                story=new, thread=old.thread, since=now, recorded=now, by="machine", reasons=REASON
            )
        refresh_stories([old, new], now)
        record("split", {"apart": [[old.key, new.key]], "articles": [row.key for row in rows]}, by, why, now)
    return new.key


def move_articles(articles: Sequence[str], story: str, by: str, why: str = "", now: datetime | None = None) -> str:
    """These articles belong to that story; a story left without any leads to it. Returns the story's id."""
    now = now or datetime.now(UTC)
    with writing():
        rows, target = get_articles(articles), get_story(story)
        sources = {row.story.pk: row.story for row in rows if row.story_id != target.pk}
        there = models.Article.objects.filter(story=target).exclude(pk__in=[row.pk for row in rows])
        _join([*there, *rows], target, now)  # who was there stays too: else the machine could move them away instead
        merged = []
        for source in sources.values():
            if not models.Article.objects.filter(story=source).exists():
                source.merged_into = target
                models.Story.objects.filter(merged_into=source).update(merged_into=target)
                merged.append([source.key, target.key])
        refresh_stories([*sources.values(), target], now)
        record("move", {"merged": merged, "articles": [row.key for row in rows]}, by, why, now)
    return target.key


def rename_story(story: str, title: str | None, by: str, why: str = "", now: datetime | None = None) -> None:
    """An editor's headline, which stays whatever arrives; ``None`` gives the story back to the machine."""
    now = now or datetime.now(UTC)
    with writing():
        row = get_story(story)
        row.renamed = bool(title and title.strip())
        row.title = (title or "").strip()[:1000]
        row.save(update_fields=["renamed", "title"])
        refresh_stories([row], now)
        record("rename", {"story": row.key, "title": row.title if row.renamed else None}, by, why, now)


def pin_story(
    block: str,
    story: str,
    by: str,
    *,
    section: str = "",
    place: int = 1,
    until: datetime | None = None,
    now: datetime | None = None,
) -> int:
    """Put a story on a place of a block (``focus``, ``hot``…) from now on; what stood there gives way. Returns the pin's
    number."""
    now = now or datetime.now(UTC)
    if place < 1:
        raise UsageError("places count from 1", about=str(place))
    with writing():
        row = get_story(story)
        there = _open_pins(block, section, now)
        there.filter(place=place).update(until=now)
        there.filter(story=row).update(until=now)
        pin = models.Pin.objects.create(
            block=block, section=section, story=row, place=place, since=now, until=until, by=by[:80]
        )
        record("pin", {"block": block, "section": section, "story": row.key, "place": place}, by, "", now)
    return pin.pk


def unpin_story(block: str, story: str, by: str, *, section: str = "", now: datetime | None = None) -> None:
    """The story takes its chances in that block again. Raises ``NotFound`` when it is not pinned there."""
    now = now or datetime.now(UTC)
    with writing():
        row = get_story(story)
        if not _open_pins(block, section, now).filter(story=row).update(until=now):
            raise NotFound(f"not pinned in {block}", about=row.key)
        record("unpin", {"block": block, "section": section, "story": row.key}, by, "", now)


def get_story(key: str) -> models.Story:
    """The story that an id means now, redirects followed. Raises ``NotFound``."""
    row = models.Story.objects.select_related("thread", "merged_into__thread").filter(key=key).first()
    if row is None:
        raise NotFound("no story has this id", about=key)
    return row.merged_into or row


def get_articles(keys: Sequence[str]) -> list[models.Article]:
    """Raises ``NotFound`` naming those that are not there."""
    rows = models.Article.objects.filter(key__in=keys, removed__isnull=True).select_related("story__thread")
    missing = set(keys) - {row.key for row in rows}
    if missing or not keys:
        raise NotFound("no such article", about=", ".join(sorted(missing)) or None)
    return sorted(rows, key=lambda row: (row.moment, row.pk))


def record(kind: str, told: dict[str, object], by: str, why: str, now: datetime) -> None:
    """The act itself; rendered pages become stale with it."""
    models.Act.objects.create(kind=kind, at=now, by=by[:80], told=told, why=why)
    note_change()


def _join(articles: Sequence[models.Article], story: models.Story, now: datetime) -> None:
    """From now on they belong there because an editor said so."""
    models.Membership.objects.bulk_create(
        [
            models.Membership(
                article=row,
                story=story,
                wire_group_id=row.wire_group_id,
                since=now,
                recorded=now,
                by="editor",
                reasons=REASON,
            )
            for row in articles
        ],
        batch_size=200,
    )
    models.Article.objects.filter(pk__in=[row.pk for row in articles]).update(story=story)


def _open_pins(block: str, section: str, now: datetime) -> QuerySet[models.Pin]:
    live = models.Pin.objects.filter(block=block, section=section)
    return live.exclude(until__lte=now)
