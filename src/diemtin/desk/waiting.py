"""Addresses that a list promised and that are still to be read. Pure: the reading processes know it, and know no store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from diemtin.news import Published

MOST_TRIES = 4
"""Over two hours and a half (10, 20, 40, 80 minutes apart): a server that is down for lunch loses no article."""
RETRY = timedelta(minutes=10)
_LONGEST_LEAD = 1500


@dataclass(frozen=True, slots=True)
class Waiting:
    """An address that a list promised, with what the list said of it."""

    url: str
    title: str | None = None
    lead: str | None = None
    published: str | None = None
    """A stated moment, ISO 8601."""
    section: str | None = None
    tries: int = 0
    not_before: str | None = None

    def due(self, now: datetime) -> bool:
        return self.not_before is None or datetime.fromisoformat(self.not_before) <= now

    def later(self, now: datetime, wait: float | None = None) -> Waiting | None:
        """The same for another try; None when it was tried often enough."""
        tries = self.tries + 1
        if tries >= MOST_TRIES:
            return None
        pause = max(RETRY * 2 ** (tries - 1), timedelta(seconds=wait or 0))
        return Waiting(self.url, self.title, self.lead, self.published, self.section, tries, (now + pause).isoformat())

    @property
    def stated(self) -> Published | None:
        return Published.at(datetime.fromisoformat(self.published), why="feed") if self.published else None


def make_waiting(
    url: str, title: str | None, lead: str | None, published: Published | None, section: str | None
) -> Waiting:
    exact = published is not None and published.basis == "stated" and published.start == published.end
    stamp = published.start.isoformat() if exact and published and published.start else None
    return Waiting(url, (title or "")[:500] or None, (lead or "")[:_LONGEST_LEAD] or None, stamp, section)
