"""Where sources contradict each other about one meeting: only what cannot both be true. Pure.

Minutes that differ do; dates do when neither is the other less exactly told. A place does not: "Mỹ" and "New York" agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from diemtin.store.queries.dates import spell_date


def find_differences(tellings: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[str, ...]:
    """``(outlet name, a meeting as one article tells it)`` of one meeting -> a line for each contradiction."""
    told = list(tellings)
    lines = []
    minutes = _by_value((name, telling.get("minutes")) for name, telling in told)
    if len(minutes) > 1:
        lines.append(_line({_("%(minutes)s phút") % {"minutes": value}: names for value, names in minutes.items()}))
    dates = _by_value((name, telling.get("date")) for name, telling in told)
    apart = {
        date: names
        for date, names in dates.items()
        if any(not other.startswith(date) and not date.startswith(other) for other in dates)
    }
    if len(apart) > 1:
        lines.append(_line({_("ngày %(date)s") % {"date": spell_date(date)}: names for date, names in apart.items()}))
    return tuple(lines)


def _by_value(pairs: Iterable[tuple[str, Any]]) -> dict[Any, list[str]]:
    values: dict[Any, list[str]] = {}
    for name, value in pairs:
        if value and name not in (names := values.setdefault(value, [])):
            names.append(name)
    return values


def _line(values: Mapping[str, list[str]]) -> str:
    said = (_("%(outlets)s viết %(value)s") % {"outlets": ", ".join(names), "value": value} for value, names in values.items())
    return "; ".join(said)
