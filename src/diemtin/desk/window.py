"""The index of stories in memory: what of the store it holds, and how it is kept up to date.

An index holds whole days. A day is loaded when an article of that time has to be placed, with the days around it; so a
late arrival from last year is placed among its own days, and an archive in the order of time needs no more memory than
its window: days that no batch needed lately are let go. What other processes (or editors) did since is read from the log
of memberships and acts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Max, Q

from diemtin.store import models
from diemtin.stories import Features, Index

DAYS_AROUND = 7
"""How far before and after an article others are looked for. The longest time between two articles of one happening in
the evaluation sets is under 6 days. Again: ``benchmarks/stories.py --gaps``."""
FEW_ARTICLES = 30_000
"""Up to so many (120 MB) no day is let go: to load them again takes a second."""
RESTED = 32
"""Batches for which a day was not needed before it is let go: late arrivals come in crowds, from a source that was added or
an archive, and each that is alone should not cost its days loaded again."""
MOST_ARTICLES = 400_000
"""Above so many (1.6 GB) every day goes that this very batch does not need. What it needs stays, however much it is: with
50,000 articles a day the eight days to the newest."""
_PART = 900
"""Numbers in one question; SQLite takes a thousand everywhere."""


class Window:
    """An index and the days that it holds."""

    def __init__(self, new_story: Callable[[], str]) -> None:
        self.index = Index(new_story)
        self._days: dict[date, int] = {}
        """The days that are held, and the batch that needed each last."""
        self._batch = 0
        self._last_membership = 0
        self._last_act = 0

    @classmethod
    def opened(cls, new_story: Callable[[], str]) -> Window:
        window = cls(new_story)
        window._last_membership = _newest(models.Membership)
        window._last_act = _newest(models.Act)
        for act in models.Act.objects.filter(kind__in=("split", "merge")).order_by("id"):
            window._hear(act)
        return window

    def need(self, moments: Iterable[datetime]) -> None:
        """Load the days around these moments that are not there yet; let others go. Once for each batch."""
        self._batch += 1
        wanted: set[date] = set()
        for day in {moment.astimezone(UTC).date() for moment in moments}:
            wanted.update(day + timedelta(days=k) for k in range(-DAYS_AROUND, DAYS_AROUND + 1))
        missing = sorted(wanted - self._days.keys())
        self._days.update(dict.fromkeys(wanted, self._batch))
        self._let_go()
        spans: list[list[date]] = []
        for day in missing:
            if spans and day - spans[-1][1] == timedelta(days=1):
                spans[-1][1] = day
            else:
                spans.append([day, day])
        for first, last in spans:
            self._restore(Q(moment__gte=_begin(first), moment__lt=_begin(last + timedelta(days=1))))

    def _let_go(self) -> None:
        """The oldest or the newest day, whichever was needed longer ago, for as long as there are too many articles."""
        while len(self.index) > FEW_ARTICLES:
            first, last = min(self._days), max(self._days)
            day = first if self._days[first] <= self._days[last] else last
            rested = self._batch - self._days[day]
            if not rested or (rested < RESTED and len(self.index) <= MOST_ARTICLES):
                return
            del self._days[day]
            if day == first:
                self.index.forget(_begin(day + timedelta(days=1)))
            else:
                self.index.forget_from(_begin(day))

    def _restore(self, wanted: Q) -> None:
        rows = (
            models.Article.objects.filter(wanted, removed__isnull=True, features__isnull=False)
            .order_by("moment", "id")
            .values_list("key", "moment", "story__key", "wire_group__key", "pk", "features__packed")
        )
        pinned = _pinned(wanted)
        for key, moment, story, group, pk, packed in rows.iterator(chunk_size=2000):
            self.index.restore(key, Features.unpack(bytes(packed)), moment, story, group, pinned=pk in pinned)

    def catch_up(self) -> None:
        """Take in what others placed, moved, pinned or removed since the last look."""
        newest = _newest(models.Membership)
        if newest > self._last_membership:
            joined = models.Membership.objects.filter(id__gt=self._last_membership).values_list("article_id", flat=True)
            self._reload(set(joined))
            self._last_membership = newest
        newest = _newest(models.Act)
        if newest > self._last_act:
            for act in models.Act.objects.filter(id__gt=self._last_act).order_by("id"):
                self._hear(act)
            self._last_act = newest

    def _reload(self, articles: Iterable[int]) -> None:
        """Read these again, in parts that every database takes; those of days that are not held stay out."""
        rest = sorted(articles)
        while rest:
            part, rest = rest[:_PART], rest[_PART:]
            held = []
            for pk, key, moment in models.Article.objects.filter(pk__in=part).values_list("pk", "key", "moment"):
                if key in self.index:
                    self.index.remove(key)
                elif moment.astimezone(UTC).date() not in self._days:
                    continue
                held.append(pk)
            self._restore(Q(pk__in=held))

    def _hear(self, act: models.Act) -> None:
        """What the memberships do not say; where articles went was read from them before."""
        for key in act.told.get("removed", []):
            if key in self.index:
                self.index.remove(key)
        returned = act.told.get("returned", [])
        if returned:
            self._reload(set(models.Article.objects.filter(key__in=returned).values_list("pk", flat=True)))
        for one, other in act.told.get("apart", []):
            self.index.keep_apart(one, other)
        for source, target in act.told.get("merged", []):
            self.index.merge(source, target)

    def saved(self) -> None:
        """After this process has written its own memberships: they are not news to it."""
        self._last_membership = _newest(models.Membership)
        self._last_act = _newest(models.Act)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _newest(table: type[models.Membership] | type[models.Act]) -> int:
    newest: int | None = table.objects.aggregate(newest=Max("id"))["newest"]
    return newest or 0


def _pinned(wanted: Q) -> set[int]:
    """Articles whose newest membership is an editor's."""
    keys = models.Membership.objects.filter(by="editor").values_list("article_id", flat=True)
    return set(models.Article.objects.filter(wanted, pk__in=keys).values_list("pk", flat=True))
