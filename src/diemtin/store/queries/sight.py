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

    @classmethod
    def of(cls, profile: str, moment: datetime) -> Sight:
        return cls(moment, profile == "private", timedelta(hours=1) if profile == "vn-aggregator" else timedelta(0))

    @property
    def limit(self) -> datetime:
        return self.moment - self.delay

    def articles(self) -> QuerySet[Article]:
        """Every article that may be seen, in any way, at this moment."""
        return Article.objects.filter(removed__isnull=True, moment__lte=self.limit)

    def on(self, relation: str) -> dict[str, Any]:
        """The same as conditions on articles that other rows point to (an ``IN`` over all articles costs a look at each)."""
        return {f"{relation}__removed__isnull": True, f"{relation}__moment__lte": self.limit}

    def may_show(self, rights: str, surface: Surface) -> bool:
        return self.private or surface in _SHOWS.get(rights, _SHOWS["headline"])
