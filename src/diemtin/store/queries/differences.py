"""Where sources contradict each other about one meeting: only what cannot both be true. Pure.

Minutes that differ do; dates do when neither is the other less exactly told. A place does not: "Mỹ" and "New York" agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Difference:
    """One contradiction: each value, and the names of the outlets that print it."""

    what: Literal["minutes", "date"]
    said: tuple[tuple[str, tuple[str, ...]], ...]


def find_differences(tellings: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Difference, ...]:
    """``(outlet name, a meeting as one article tells it)`` of one meeting -> its contradictions."""
    told = list(tellings)
    found = []
    minutes = _between(_by_value((name, telling.get("minutes")) for name, telling in told))
    if len(minutes) > 1:
        found.append(Difference("minutes", _said(minutes)))
    dates = _between(_by_value((name, telling.get("date")) for name, telling in told))
    apart = {
        date: names
        for date, names in dates.items()
        if any(not other.startswith(date) and not date.startswith(other) for other in dates)
    }
    if len(apart) > 1:
        found.append(Difference("date", _said(apart)))
    return tuple(found)


def _by_value(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        if value and name not in (names := values.setdefault(str(value), [])):
            names.append(name)
    return values


def _between(values: dict[str, list[str]]) -> dict[str, list[str]]:
    """Without the outlets that print more than one value: they speak of two things, or correct themselves."""
    often = Counter(name for names in values.values() for name in names)
    kept = {value: [name for name in names if often[name] == 1] for value, names in values.items()}
    return {value: names for value, names in kept.items() if names}


def _said(values: Mapping[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((value, tuple(names)) for value, names in values.items())
