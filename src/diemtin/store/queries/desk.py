"""What the editor's desk lists: everything, whatever its rights, and what editors did."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Q

from diemtin.store.models import Act, Article, Membership, Pin, Source, Story, Takedown, Thread, Version
from diemtin.store.queries.rows import shown_article, with_all
from diemtin.store.queries.shown import ShownArticle
from diemtin.store.queries.sight import Sight

PAGE = 50


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list."""

    key: str
    title: str
    section: str
    last: datetime | None
    article_count: int
    outlet_count: int
    thread_key: str = ""
    thread_title: str = ""
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class PinRow:
    key: str
    title: str
    block: str
    section: str
    place: int
    until: datetime | None
    by: str


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act: who, when, what, why. ``told`` as it was recorded; ``stories`` and ``threads`` are ids to link."""

    number: int
    kind: str
    at: datetime
    by: str
    why: str
    told: dict[str, Any]
    stories: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakedownRow:
    """A takedown. ``key`` is empty for an address that was never taken; ``erased``: nothing is left to bring back."""

    key: str
    title: str
    outlet: str
    why: str
    by: str
    at: datetime
    erased: bool = False


@dataclass(frozen=True, slots=True)
class Placing:
    """One article of a story on its desk page, and why it stands there."""

    article: ShownArticle
    by: str
    """``machine``, ``repair`` or ``editor``."""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryDesk:
    row: StoryRow
    placings: tuple[Placing, ...]
    pins: tuple[PinRow, ...]
    acts: tuple[ActRow, ...]


@dataclass(frozen=True, slots=True)
class ThreadDesk:
    key: str
    title: str
    renamed: bool
    stories: tuple[StoryRow, ...]
    acts: tuple[ActRow, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What came in since a moment."""

    articles: int
    stories: int
    versions: int
    outlets: tuple[tuple[str, int], ...] = field(default=())
    """Those that brought most, with how many."""


def find_day(since: datetime, most: int = 12) -> Day:
    fresh = Article.objects.filter(first_seen__gte=since, removed__isnull=True)
    counted = fresh.values_list("outlet__name", "outlet__key").annotate(n=Count("id")).order_by("-n", "outlet__key")
    return Day(
        fresh.count(),
        fresh.values("story").distinct().count(),
        Version.objects.filter(seen__gte=since, number__gt=1).count(),
        tuple((name or key, n) for name, key, n in counted[:most]),
    )


def list_stories(most: int = PAGE) -> tuple[StoryRow, ...]:
    """Newest first."""
    rows = Story.objects.filter(merged_into=None, article_count__gt=0, last__isnull=False).select_related("thread")
    return tuple(map(_story_row, rows.order_by("-last", "-id")[:most]))


def get_story_rows(keys: list[str]) -> tuple[StoryRow, ...]:
    """In the order of ``keys``; what is not there is left out."""
    rows = Story.objects.filter(key__in=keys, merged_into=None, article_count__gt=0).select_related("thread")
    found = {row.key: _story_row(row) for row in rows}
    return tuple(found[key] for key in dict.fromkeys(keys) if key in found)


def find_story_desk(key: str, now: datetime) -> StoryDesk | str | None:
    """A story as its editor sees it; the id that it was merged into; ``None`` if there is none."""
    row = Story.objects.select_related("thread", "merged_into").filter(key=key).first()
    if row is None:
        return None
    if row.merged_into is not None:
        return row.merged_into.key
    sight = Sight(now, private=True)
    articles = list(with_all(Article.objects.filter(story=row, removed__isnull=True)).order_by("moment", "id"))
    newest: dict[int, Membership] = {}
    for member in Membership.objects.filter(article__in=articles).order_by("id"):
        newest[member.article_id] = member
    placings = []
    for article in articles:
        found = newest.get(article.pk)
        reasons = tuple(str(reason[2]) for reason in found.reasons if len(reason) > 2) if found else ()
        placings.append(Placing(shown_article(article, sight), found.by if found else "machine", reasons))
    return StoryDesk(_story_row(row), tuple(placings), list_pins(now, row.key), list_acts(about=row.key, most=12))


def find_thread_desk(key: str) -> ThreadDesk | str | None:
    """A thread as its editor sees it, newest story first; the id that it was merged into; ``None`` if there is none."""
    row = Thread.objects.select_related("merged_into").filter(key=key).first()
    if row is None:
        return None
    if row.merged_into is not None:
        return row.merged_into.key
    stories = Story.objects.filter(thread=row, merged_into=None, article_count__gt=0).select_related("thread")
    told = tuple(map(_story_row, stories.order_by("-last", "-id")))
    return ThreadDesk(row.key, row.title, row.renamed, told, list_acts(about=row.key, most=12))


def list_threads(words: str = "", most: int = 20) -> tuple[tuple[str, str, int], ...]:
    """``(id, title, stories)``, newest first; those whose title holds the words."""
    rows = Thread.objects.filter(merged_into=None, title__icontains=words).annotate(n=Count("stories")).filter(n__gt=0)
    return tuple((row.key, row.title, row.n) for row in rows.order_by("-last", "-id")[:most])


def list_pins(now: datetime, story: str = "") -> tuple[PinRow, ...]:
    """Pins in force or still to come, block by block."""
    rows = Pin.objects.filter(Q(until=None) | Q(until__gt=now)).select_related("story__merged_into")
    if story:
        rows = rows.filter(story__key=story)
    rows = rows.filter(story__merged_into=None).order_by("block", "section", "place", "id")
    return tuple(PinRow(r.story.key, r.story.title, r.block, r.section, r.place, r.until, r.by) for r in rows)


def list_acts(before: int | None = None, about: str = "", most: int = PAGE) -> tuple[ActRow, ...]:
    """Newest first. ``about``: those that name a story or thread, among the newest thousand."""
    rows = Act.objects.order_by("-id")
    if before is not None:
        rows = rows.filter(id__lt=before)
    shown = [_act_row(row) for row in (rows[:1000] if about else rows[:most])]
    if about:
        shown = [act for act in shown if about in act.stories or about in act.threads][:most]
    return tuple(shown)


def list_takedowns(most: int = 500) -> tuple[TakedownRow, ...]:
    """Newest first, one for each article or address (the notes of its several texts are one)."""
    found: dict[tuple[str, str], TakedownRow] = {}
    for row in Takedown.objects.order_by("-at", "-id")[: most * 6]:
        name = (row.key, row.address if not row.key else "")
        found.setdefault(name, TakedownRow(row.key, row.title, row.outlet, row.why, row.by, row.at))
    empty = set(Article.objects.filter(key__in=[key for key, _ in found if key], words=0).values_list("key", flat=True))
    rows = [
        TakedownRow(row.key, row.title, row.outlet, row.why, row.by, row.at, row.key in empty) for row in found.values()
    ]
    return tuple(rows[:most])


def find_article_row(key: str, now: datetime) -> ShownArticle | None:
    """An article that is not taken down."""
    row = with_all(Article.objects.filter(key=key, removed__isnull=True)).first()
    return shown_article(row, Sight(now, private=True)) if row is not None else None


def find_failure_kinds() -> dict[str, str]:
    """Why the last try of each failing source failed: its address, and the kind of failure as a word for programs."""
    rows = Source.objects.filter(failures__gt=0).values_list("url", "state")
    return {url: str((state.get("state") or {}).get("error_kind") or "") for url, state in rows}


def _story_row(row: Story) -> StoryRow:
    return StoryRow(
        row.key,
        row.title,
        row.section,
        row.last,
        row.article_count,
        row.outlet_count,
        row.thread.key if row.thread else "",
        row.thread.title if row.thread else "",
        row.renamed,
    )


def _act_row(row: Act) -> ActRow:
    told: dict[str, Any] = row.told
    stories = [told["story"]] if told.get("story") else []
    stories += told.get("stories", [])
    for name in ("merged", "apart"):
        stories += [key for pair in told.get(name, []) for key in pair]
    threads = [*told.get("threads", []), *([told["thread"]] if told.get("thread") else [])]
    articles = [*told.get("removed", []), *told.get("returned", []), *told.get("articles", [])]
    return ActRow(
        row.pk, row.kind, row.at, row.by, row.why, told,
        tuple(dict.fromkeys(stories)), tuple(dict.fromkeys(threads)), tuple(articles),
    )  # fmt: skip
