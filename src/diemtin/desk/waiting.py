"""Addresses that a list promised and that are still to be read, or looked at once more.

Pure: the reading processes know it, and know no store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from diemtin.news import Published

MOST_TRIES = 4
"""Over two hours and a half (10, 20, 40, 80 minutes apart): a server that is down for lunch loses no article."""
RETRY = timedelta(minutes=10)
_LONGEST_LEAD = 1500

LATER = timedelta(hours=6)
"""When a page that was read is looked at once more, whatever its list says: headlines are mended in the first hours."""
YOUNG = timedelta(days=2)
"""Older articles are not looked at again: what is changed then is no news, and an archive would be asked for twice."""
SOONEST = timedelta(minutes=30)
"""Between a list's word that an article has changed and the look at it, and at least a quarter of the article's age: so
one that is changed all day long is looked at twenty times at the most in its two days. Looks come at whole half hours, so
that a source is not claimed for each of them alone."""


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
    look: bool = False
    """It was read before: only a new version is wanted."""

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


def later_look(url: str, published: datetime | None, now: datetime) -> Waiting | None:
    """Once more, some hours after the first reading."""
    return _look(url, now + LATER) if published is None or now - published < YOUNG else None


def look_at_change(url: str, published: datetime | None, now: datetime) -> Waiting | None:
    """Because its list says that it has changed. An article of unknown age keeps to its later look."""
    if published is None or now - published >= YOUNG:
        return None
    return _look(url, now + max(SOONEST, (now - published) / 4))


def _look(url: str, moment: datetime) -> Waiting:
    slot = SOONEST.total_seconds()
    at = datetime.fromtimestamp(-(-moment.timestamp() // slot) * slot, UTC)
    return Waiting(url, not_before=at.isoformat(), look=True)
