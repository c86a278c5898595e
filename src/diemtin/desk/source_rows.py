"""A source between two rounds: the fetching state and the addresses that wait to be read, as JSON in its row and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any, cast

from diemtin.desk.waiting import Waiting
from diemtin.sources.schedule import SourceKind, SourceState
from diemtin.store import models

_TIMES = frozenset({"next_due", "last_try", "last_success", "last_change"})
_TUPLES = frozenset({"problems", "seen", "stamps"})
_KNOWN = frozenset(field.name for field in fields(SourceState)) - {"url", "kind"}
MOST_WAITING = 1000
"""Addresses that wait at one source: a news sitemap of two days has as many. The newest are kept."""


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
    kept = sorted(waiting, key=lambda one: one.look)[:MOST_WAITING]  # what was never read comes first
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
    return [one.url, one.title, one.lead, one.published, one.section, one.tries, one.not_before, one.look]


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
