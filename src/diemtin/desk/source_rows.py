"""A source between two rounds: the fetching state and the addresses that wait to be read, as JSON in its row and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any, cast

from diemtin.news import Published
from diemtin.sources.schedule import SourceKind, SourceState
from diemtin.store import models

_TIMES = frozenset({"next_due", "last_try", "last_success", "last_change"})
_TUPLES = frozenset({"problems", "seen"})
_KNOWN = frozenset(field.name for field in fields(SourceState)) - {"url", "kind"}
MOST_WAITING = 1000
"""Addresses that wait at one source: a news sitemap of two days has as many. The newest are kept."""
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


def state_noun(row: models.Source) -> SourceState:
    """As it was saved; a new source is due at once. What a later version wrote beside is left out."""
    told: Mapping[str, Any] = row.state.get("state", {})
    given: dict[str, Any] = {}
    for name, value in told.items():
        if name in _TIMES and value is not None:
            given[name] = datetime.fromisoformat(value)
        elif name in _TUPLES:
            given[name] = tuple(value)
        elif name in _KNOWN:
            given[name] = value
    return SourceState(row.url, cast(SourceKind, row.kind), **given)


def waiting_nouns(row: models.Source) -> tuple[Waiting, ...]:
    return tuple(Waiting(*entry) for entry in row.state.get("waiting", []))


def fill_row(row: models.Source, state: SourceState, waiting: Iterable[Waiting], now: datetime) -> None:
    """Everything of a source after a round; the caller saves it. A source with addresses that can be read is due."""
    kept = tuple(waiting)[:MOST_WAITING]
    told = {name: value for name, value in asdict(state).items() if name in _KNOWN}
    for name in _TIMES:
        told[name] = told[name].isoformat() if told[name] else None
    row.state = {"state": told, "waiting": [_entry(one) for one in kept]}
    row.url = state.url
    times = [state.next_due or now, *(_moment(one, now) for one in kept)]
    row.next_due = min(times)
    row.last_success, row.last_change = state.last_success, state.last_change
    row.failures, row.last_error = state.failures, (state.last_error or "")[:500]
    row.claimed_until, row.claimed_by = None, ""


def _entry(one: Waiting) -> list[Any]:
    return [one.url, one.title, one.lead, one.published, one.section, one.tries, one.not_before]


def _moment(one: Waiting, now: datetime) -> datetime:
    return datetime.fromisoformat(one.not_before) if one.not_before else now


COLUMNS = (
    "url",
    "state",
    "next_due",
    "last_success",
    "last_change",
    "failures",
    "last_error",
    "claimed_until",
    "claimed_by",
    "articles_total",
)
