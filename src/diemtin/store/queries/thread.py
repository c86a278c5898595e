"""The thread page: stories over years, meetings among them, who met whom."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from diemtin.store.models import Article, Meeting, Thread
from diemtin.store.queries.meetings import get_meetings
from diemtin.store.queries.paging import after_key, cut
from diemtin.store.queries.rows import shown_thread
from diemtin.store.queries.shown import ShownMeeting, ShownStory, ShownThread
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.stories import get_stories

MOST_STORIES = 120
"""A longer thread shows so many a page, the newest first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, and the meetings both took part in."""

    first: str
    second: str
    held: int
    planned: int
    cancelled: int

    @property
    def count(self) -> int:
        return self.held + self.planned + self.cancelled


@dataclass(frozen=True, slots=True)
class ThreadPage:
    thread: ShownThread
    stories: tuple[ShownStory, ...]
    """Newest first."""
    meetings: tuple[ShownMeeting, ...]
    """By date, undated last."""
    pairs: tuple[Pair, ...]
    persons: tuple[tuple[str, str], ...]
    """``(name, key)`` of those who met, the most frequent first."""
    next: str = ""
    """The key to ask for older stories with; empty when these are the oldest."""


def find_thread_page(key: str, sight: Sight, before: str = "") -> ThreadPage | str | None:
    """The page; the key it was merged into; ``None`` if there is none to see. ``before``: what is older than the story of
    that key, for a thread of more than ``MOST_STORIES``."""
    row = Thread.objects.filter(key=key).select_related("merged_into").first()
    if row is None:
        return None
    if row.merged_into is not None:
        return row.merged_into.key
    own = row.stories.filter(merged_into__isnull=True)
    count = own.count()
    rows, more = cut(after_key(own.defer("signs"), "last", before), "last", MOST_STORIES)
    ids = [story.pk for story in rows]
    stories = get_stories(ids, sight)
    if not stories:
        return None
    articles = Article.objects.filter(story_id__in=ids, removed__isnull=True)
    met = Meeting.objects.filter(tellings__article__in=articles).distinct().order_by("date", "id")
    meetings = get_meetings(met, sight)
    dated = tuple(sorted(meetings, key=lambda meeting: (not meeting.date, meeting.date)))
    return ThreadPage(
        thread=shown_thread(row, count),
        stories=tuple(sorted(stories.values(), key=lambda story: story.last, reverse=True)),
        meetings=dated,
        pairs=find_pairs(dated),
        persons=find_persons(dated),
        next=rows[-1].key if more else "",
    )


def find_pairs(meetings: tuple[ShownMeeting, ...]) -> tuple[Pair, ...]:
    """Every two named participants of one meeting, the most frequent first."""
    counts: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: {"held": 0, "planned": 0, "cancelled": 0})
    for shown in meetings:
        names = sorted({side.person for side in shown.meeting.participants if side.person})
        for pair in combinations(names, 2):
            counts[pair][shown.meeting.status] += 1
    pairs = [Pair(first, second, **count) for (first, second), count in counts.items()]
    return tuple(sorted(pairs, key=lambda pair: (-pair.count, pair.first, pair.second)))


def find_persons(meetings: tuple[ShownMeeting, ...]) -> tuple[tuple[str, str], ...]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for shown in meetings:
        for name in dict.fromkeys(side.person for side in shown.meeting.participants if side.person):
            counts[name, shown.persons.get(name, "")] += 1
    return tuple(sorted(counts, key=lambda person: (-counts[person], person)))
