"""Whose eyes look at the desk, and at what moment: decides which articles exist for a page and how much of each it shows.

The table of display rights (DESIGN §5), once for every surface.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.db.models import QuerySet

from diemtin.store.models import Article

Surface = Literal["sapo", "picture", "quotes", "body"]
Clock = Literal["now", "seen", "stream"]
"""``now``: rows as they are. The others look back (``queries.then``): by when the desk saw things, or, before there was a
desk, by the articles' own times."""
_SHOWS: dict[str, frozenset[Surface]] = {
    "headline": frozenset(),
    "excerpt": frozenset({"sapo", "quotes"}),
    "full": frozenset({"sapo", "quotes", "picture", "body"}),
}


@dataclass(frozen=True, slots=True)
class Sight:
    """``moment``: nothing later is seen. ``delay``: how long after the original an article appears (vn-aggregator: an hour)."""

    moment: datetime
    private: bool = False
    delay: timedelta = timedelta(0)
    clock: Clock = "now"

    @classmethod
    def of(cls, profile: str, moment: datetime) -> Sight:
        return cls(moment, profile == "private", timedelta(hours=1) if profile == "vn-aggregator" else timedelta(0))

    @property
    def limit(self) -> datetime:
        return self.moment - self.delay

    def articles(self) -> QuerySet[Article]:
        """Every article that may be seen, in any way, at this moment."""
        return Article.objects.filter(**self._visible())

    def on(self, relation: str) -> dict[str, Any]:
        """The same as conditions on articles that other rows point to (an ``IN`` over all articles costs a look at each)."""
        return self._visible(f"{relation}__")

    def _visible(self, of: str = "") -> dict[str, Any]:
        asked: dict[str, Any] = {f"{of}removed__isnull": True, f"{of}moment__lte": self.limit}
        return asked | {f"{of}first_seen__lte": self.moment} if self.clock == "seen" else asked

    def may_show(self, rights: str, surface: Surface) -> bool:
        return self.private or surface in _SHOWS.get(rights, _SHOWS["headline"])
