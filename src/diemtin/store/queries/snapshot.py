"""The desk at one moment, as ranking takes it: only facts that were known then. Eleven queries, however large the desk.

Bounded: the newest articles of three days, beside them the largest stories of these days and what editors pinned.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from heapq import nlargest
from math import log2
from operator import itemgetter
from typing import NamedTuple, cast

from django.db import connection
from django.db.models import Max, Q, QuerySet, Sum

from diemtin.news import ArticleKind, BlockKind
from diemtin.ranking import Pinned, Promotion, Report, StoryFacts
from diemtin.ranking.formula import FOCUS_LIFE
from diemtin.store.identity import title_hash_of
from diemtin.store.models import Article, Pin, ReadSum, SeenTeaser, Story, Vote
from diemtin.store.queries.rows import plain_rows
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.then import articles_of, find_moved, find_texts, listed, section_of

SPAN = timedelta(days=3)
"""After three days without a report a story has 1/64 of its worth for ``focus`` left: nothing older can reach a
place."""
MOST_ARTICLES = 2000
"""The newest of them: an hour of the whole press, the span in which ``hot`` looks for a rise; half a day of a desk of
100,000 articles a month. Loading and ranking one costs 20 µs (``benchmarks/site.py``)."""
LARGE = 48
"""Stories beside them where these do not reach back three days: those that many outlets told lately, as many as a page
has places (``ranking.formula.PLACES``). Each has up to sixty reports and more."""
LARGE_LOOKED_AT = 400
"""Among so many of the largest: one of two days ago needs sixteen times the weight of one of this morning."""
TEASER_SPAN = timedelta(hours=24)
MOST_TEASERS = 8000
EVIDENCE: tuple[BlockKind, ...] = ("focus", "hot", "most_read", "recommended", "hot_video", "multimedia")
"""Blocks in which an outlet says what it holds for important; "latest", "related" and "more" say nothing of that."""
_OLD_DESK = timedelta(hours=12)
"""A live desk never goes so long without an article, not even a small one over night."""


class _Row(NamedTuple):
    pk: int
    key: str
    moment: datetime
    outlet: int
    wire_group: int | None
    kind: str
    story: int
    section: str
    title: str
    address: str
    basis: str


_COLUMNS = (
    "pk",
    "key",
    "moment",
    "outlet_id",
    "wire_group_id",
    "kind",
    "story_id",
    "section",
    "title",
    "address",
    "published_basis",
)


_AGE = itemgetter(2, 0)
"""Sorts rows by time, then by number."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Stories with their row ids by key, and the pins in force."""

    stories: tuple[StoryFacts, ...]
    pks: dict[str, int]
    pins: tuple[Pinned, ...]


def desk_now(wall: datetime | None = None) -> datetime:
    """The desk's clock, to the full minute: the wall's; but for an archive, whose newest dated article is more than
    twelve hours old (or lies in the future with all others), the time of its newest page, so that its front page shows
    its last day. The page says so when they differ."""
    wall = (wall or datetime.now(UTC)).replace(second=0, microsecond=0)
    articles = Article.objects.filter(removed__isnull=True).exclude(published_basis="unknown").order_by("-moment")
    moments = articles.values_list("moment", flat=True)
    newest = moments.filter(moment__lte=wall).first() or moments.first()
    if newest is None or timedelta(0) <= wall - newest <= _OLD_DESK:
        return wall
    # A page is taken some time after its newest article; what it promotes then counts for that day.
    taken = SeenTeaser.objects.filter(seen__gt=newest, seen__lt=newest + timedelta(days=1))
    last: datetime = taken.aggregate(last=Max("seen"))["last"] or newest
    return last.replace(second=0, microsecond=0) + timedelta(minutes=1)


def load_snapshot(sight: Sight) -> Snapshot:
    """What ranking may know at ``sight.limit``."""
    now, start = sight.limit, sight.limit - SPAN
    rows = _rows(sight.articles().filter(moment__gt=start).order_by("-moment", "-id")[:MOST_ARTICLES])
    if len(rows) == MOST_ARTICLES:
        chosen = _large_stories(now, start)
        rows += _rows(sight.articles().filter(story_id__in=chosen, moment__gt=start, moment__lt=rows[-1].moment))
    by_story = _by_story(rows, sight)
    pins = _pins(sight.moment)
    missing = {pin.story_id for pin in pins} - by_story.keys()
    if missing:
        by_story |= _of_stories(missing, sight)
    facts, pks = _facts(by_story, now, start, past=sight.clock != "now")
    keys = {pk: key for key, pk in pks.items()}
    pinned = tuple(Pinned(keys[p.story_id], p.block, p.section, p.place) for p in pins if p.story_id in keys)
    return Snapshot(facts, pks, pinned)


def _large_stories(now: datetime, start: datetime) -> list[int]:
    """By what ``focus`` could give them at most: every outlet a source of its own."""
    large = Story.objects.filter(last__gt=start, first__lte=now, outlet_count__gte=3)
    told = large.order_by("-outlet_count", "-last", "-id").values_list("outlet_count", "last", "pk")[:LARGE_LOOKED_AT]
    weighed = [
        (log2(1 + count) * 2 ** -(max(now - (last or start), timedelta(0)) / FOCUS_LIFE), pk)
        for count, last, pk in told
    ]
    return [pk for _, pk in nlargest(LARGE, weighed)]


def load_stories(ids: Sequence[int], sight: Sight) -> dict[int, StoryFacts]:
    """Some stories by row id, with their reports alone (no reads, votes, promotions)."""
    by_story = _of_stories(ids, sight)
    named = _named(by_story)
    return {pk: _story(named[pk], by_story[pk]) for pk in ids if by_story.get(pk)}


def _of_stories(ids: Collection[int], sight: Sight) -> dict[int, list[_Row]]:
    articles, placed = articles_of(ids, sight)
    rows = _rows(articles)
    return _by_story([row for row in rows if row.pk in placed] if sight.clock != "now" else rows, sight)


def _by_story(rows: Sequence[_Row], sight: Sight) -> dict[int, list[_Row]]:
    """Rows by their stories, the oldest first, as they were at the moment of sight."""
    rows = sorted(rows, key=_AGE)
    if sight.clock != "now":
        rows = _as_then(rows, sight)
    found: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        found[row.story].append(row)
    return dict(found)


def _as_then(rows: Sequence[_Row], sight: Sight) -> list[_Row]:
    moved = find_moved([row.pk for row in rows], sight)
    texts = find_texts([row.pk for row in rows], sight)
    found = []
    for row in rows:
        if row.pk in moved:
            row = row._replace(story=moved[row.pk].story, wire_group=moved[row.pk].wire_group)
        if row.pk in texts:
            row = row._replace(title=texts[row.pk].title)
        found.append(row)
    return found


def _rows(articles: QuerySet[Article]) -> list[_Row]:
    return list(map(_Row._make, plain_rows(articles, _COLUMNS, moment=2)))


def _pins(now: datetime) -> list[Pin]:
    in_force = Pin.objects.filter(since__lte=now).filter(Q(until__isnull=True) | Q(until__gt=now))
    return list(in_force.order_by("place", "id"))


def _named(stories: Iterable[int]) -> dict[int, tuple[str, str, str, str | None]]:
    """Key, title, section and key of the thread."""
    query = (
        "SELECT s.id, s.key, s.title, s.section, t.key FROM store_story s LEFT JOIN store_thread t ON t.id = s.thread_id "  # noqa: S608
        f"WHERE s.id IN ({listed(stories)})"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {pk: (key, title, section, thread) for pk, key, title, section, thread in cursor.fetchall()}


def _facts(
    by_story: dict[int, list[_Row]], now: datetime, start: datetime, *, past: bool
) -> tuple[tuple[StoryFacts, ...], dict[str, int]]:
    named = _named(by_story)
    if past:
        told = {pk: section_of(row.section for row in rows) for pk, rows in by_story.items()}
        named = {pk: (key, title, told[pk], thread) for pk, (key, title, _, thread) in named.items()}
    story_of = {row.pk: story for story, rows in by_story.items() for row in rows}
    promotions = _promotions(by_story, now)
    reads = _reads(story_of, now)
    votes = _votes(story_of, now, start)
    none = (0, 0)
    facts = tuple(
        _story(named[pk], rows, promotions.get(pk, ()), reads.get(pk, none), votes.get(pk, none))
        for pk, rows in by_story.items()
    )
    return facts, {named[pk][0]: pk for pk in by_story}


def _story(
    named: tuple[str, str, str, str | None],
    rows: list[_Row],
    promotions: tuple[Promotion, ...] = (),
    reads: tuple[int, int] = (0, 0),
    votes: tuple[int, int] = (0, 0),
) -> StoryFacts:
    reports = tuple(
        Report(key, moment, str(outlet), str(group) if group else None, cast(ArticleKind, kind), basis != "unknown")
        for _, key, moment, outlet, group, kind, _, _, _, _, basis in rows
    )
    key, title, section, thread = named
    return StoryFacts(
        key,
        title or rows[0].title,
        section or rows[-1].section,
        reports,
        thread,
        promotions,
        reads[0],
        reads[1],
        votes[0],
        votes[1],
    )


def _reads(story_of: dict[int, int], now: datetime) -> dict[int, tuple[int, int]]:
    """Last full hour and last 24 full hours, by story."""
    last = now - timedelta(hours=1)
    sums = ReadSum.objects.filter(hour__gt=last - timedelta(hours=24), hour__lte=last).values_list("article_id")
    found: dict[int, tuple[int, int]] = {}
    for article, day, hour in sums.annotate(
        day=Sum("count"), last=Sum("count", filter=Q(hour__gt=last - timedelta(hours=1)), default=0)
    ).order_by("article_id"):
        if article in story_of:
            before = found.get(story_of[article], (0, 0))
            found[story_of[article]] = (before[0] + hour, before[1] + day)
    return found


def _votes(story_of: dict[int, int], now: datetime, start: datetime) -> dict[int, tuple[int, int]]:
    """Useful and not, by story; of each ballot the newest vote then."""
    cast_then = Vote.objects.filter(cast__lte=now, article__moment__gt=start).order_by("id")
    votes = cast_then.values_list("article_id", "ballot", "useful")
    newest = {(article, ballot): useful for article, ballot, useful in votes}
    found: dict[int, tuple[int, int]] = {}
    for (article, _), useful in newest.items():
        if article in story_of:
            yes, no = found.get(story_of[article], (0, 0))
            found[story_of[article]] = (yes + useful, no + (not useful))
    return found


def _promotions(by_story: dict[int, list[_Row]], now: datetime) -> dict[int, tuple[Promotion, ...]]:
    """Which outlets showed which story in which block of their pages during the last day."""
    seen = _seen_teasers(now)
    if not seen:
        return {}
    by_address = {row.address: story for story, rows in by_story.items() for row in rows if row.address}
    by_title: dict[str, int] = {}
    if any(address not in by_address for _, _, address, _ in seen):
        by_title = {_title_hash(row.title): story for story, rows in by_story.items() for row in rows}
    outlets: dict[tuple[int, BlockKind], set[int]] = defaultdict(set)
    for block, outlet, address, title in seen:
        story = by_address.get(address) if address else None
        story = by_title.get(title) if story is None else story
        if story is not None:
            outlets[story, block].add(outlet)
    found: dict[int, list[Promotion]] = defaultdict(list)
    for (story, block), who in sorted(outlets.items()):
        found[story].append(Promotion(block, len(who)))
    return {story: tuple(promotions) for story, promotions in found.items()}


_title_hash = lru_cache(maxsize=4 * MOST_ARTICLES)(title_hash_of)


def _seen_teasers(now: datetime) -> list[tuple[BlockKind, int, str, str]]:
    """``(block, outlet, address, hash of the title)`` of the newest teasers, each once."""
    marks = ", ".join(["%s"] * len(EVIDENCE))
    query = (
        "SELECT DISTINCT block, outlet_id, address, title_hash FROM (SELECT block, outlet_id, address, title_hash "  # noqa: S608
        f"FROM store_seenteaser WHERE block IN ({marks}) AND seen > %s AND seen <= %s ORDER BY seen DESC, id DESC LIMIT %s) t"
    )
    adapted = [connection.ops.adapt_datetimefield_value(moment) for moment in (now - TEASER_SPAN, now)]
    with connection.cursor() as cursor:
        cursor.execute(query, [*EVIDENCE, *adapted, MOST_TEASERS])
        return list(cursor.fetchall())
