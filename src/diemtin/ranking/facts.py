"""What ranking knows of a story at one moment. Nothing later than that moment may be in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, NamedTuple, TypeVar, overload

from diemtin.news import ArticleKind, BlockKind

PLAIN: frozenset[ArticleKind] = frozenset({"news", "live", "opinion", "photo", "video", "infographic"})
"""Kinds that tell of something that happened; weather, roundups, horoscopes and advertorials have blocks of their own
or none."""


class Report(NamedTuple):
    """One article of a story. A tuple: a front page makes six thousand."""

    article: str
    moment: datetime
    outlet: str
    wire_group: str | None = None
    kind: ArticleKind = "news"
    dated: bool = True
    """Somebody said when it came out. ``moment`` of an undated one is when we first saw it: that makes nothing new."""


T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - used as a decorator
    """``functools.cached_property`` without the lock that it takes before Python 3.12: a tenth of ranking."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> kept[T]: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> kept[T] | T:
        if owner is None:
            return self
        found = owner.__dict__[self.make.__name__] = self.make(owner)
        return found


@dataclass(frozen=True, slots=True)
class Promotion:
    """Outlets that show the story in a block of their own pages ("Tiêu điểm", "Đọc nhiều"…): how many different
    ones."""

    block: BlockKind
    outlets: int


@dataclass(frozen=True)
class StoryFacts:
    """A story with at least one report. ``reads_hour`` and ``reads_day`` are full hours before the moment of
    ranking."""

    key: str
    title: str
    section: str
    reports: tuple[Report, ...]
    """In the order of time, then of article keys."""
    thread: str | None = None
    promotions: tuple[Promotion, ...] = ()
    reads_hour: int = 0
    reads_day: int = 0
    useful: int = 0
    useless: int = 0

    @kept
    def dated(self) -> bool:
        """Is the time of at least one report known? Else the story stands in no block that goes by time."""
        return any(report.dated for report in self.reports)

    @kept
    def first(self) -> datetime:
        return next((report.moment for report in self.reports if report.dated), self.reports[0].moment)

    @kept
    def last(self) -> datetime:
        return next((report.moment for report in reversed(self.reports) if report.dated), self.reports[-1].moment)

    @kept
    def recency(self) -> tuple[float, str]:
        """Sorts the newer first, then by key."""
        return (-self.last.timestamp(), self.key)

    @kept
    def outlets(self) -> int:
        return len({report.outlet for report in self.reports})

    @kept
    def kinds(self) -> frozenset[ArticleKind]:
        return frozenset(report.kind for report in self.reports)

    @kept
    def plain(self) -> bool:
        """Does it hold a report of something that happened, at a time that is known?"""
        return self.dated and not self.kinds.isdisjoint(PLAIN)

    @kept
    def _voices(self) -> dict[str, datetime]:
        """Each voice with the time of its first report; undated voices spoke with the first that is dated. All copies of
        one agency text are one voice, whoever prints them."""
        found: dict[str, datetime] = {}
        for _, moment, outlet, wire_group, _, dated in self.reports:
            voice = f"wire:{wire_group}" if wire_group else f"outlet:{outlet}"
            if voice not in found:
                found[voice] = moment if dated else self.first
        return found

    @kept
    def voices(self) -> int:
        """Independent sources: copies of one text count once, and so does an outlet that prints one beside its own."""
        return min(len(self._voices), self.outlets)

    def new_voices(self, now: datetime, within: timedelta) -> int:
        """Voices that spoke for the first time within the span before ``now``."""
        start = now - within
        return min(sum([start < moment <= now for moment in self._voices.values()]), self.outlets)

    def promoted(self, block: BlockKind) -> int:
        """Different outlets that show it in such a block."""
        if not self.promotions:
            return 0
        return sum(promotion.outlets for promotion in self.promotions if promotion.block == block)

    def newest(self, kinds: frozenset[ArticleKind]) -> Report | None:
        """Its newest report of one of these kinds."""
        return next((report for report in reversed(self.reports) if report.kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Pinned:
    """An editor put the story on a place of a block (of a section, or of the front page when ``section`` is empty)."""

    story: str
    block: str
    section: str = ""
    place: int = 1
