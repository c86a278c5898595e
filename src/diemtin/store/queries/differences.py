"""Where sources contradict each other about one meeting, and how it went from planned to held: what is fit to print. Pure.

``events`` lists every disagreement and every step; of these pages print what a reader can use and what cannot both be
true: an outlet that prints two values speaks of two things, a month does not contradict its day, and of a place "Mỹ" and
"New York" agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Values = dict[str, list[str]]
"""Value -> the outlets that print it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One contradiction: each value, and the names of the outlets that print it.

    The value of ``participants`` is a list with commas, a side without a name as its country in brackets: ``(in)``.
    """

    what: Literal["minutes", "date", "participants"]
    said: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A meeting was planned, held or cancelled, for a day as exact as it was told, as one article told it."""

    status: str
    date: str
    outlet: str
    told: datetime
    """The moment of the article."""


def find_differences(
    disagreements: Iterable[Mapping[str, Any]], outlets: Mapping[str, str], *, with_participants: bool = True
) -> tuple[Difference, ...]:
    """The disagreements of a grouped meeting as its row keeps them -> the contradictions between ``outlets``.

    ``outlets``: key of an article -> its outlet's name, for the articles that may be seen; the others say nothing here.
    """
    values: dict[str, Values] = {}
    for one in disagreements:
        said = values.setdefault(str(one["about"]), {})
        for value, articles in one["values"]:
            names = dict.fromkeys(outlets[article] for article in articles if article in outlets)
            if names:
                said[str(value)] = list(names)
    found = []
    minutes = _between(values.get("minutes", {}))
    if len(minutes) > 1:
        found.append(Difference("minutes", _said(minutes)))
    dates = _between(values.get("date", {}))
    apart = {
        date: names
        for date, names in dates.items()
        if any(not other.startswith(date) and not date.startswith(other) for other in dates)
    }
    if len(apart) > 1:
        found.append(Difference("date", _said(apart)))
    lists = _between(values.get("participants", {})) if with_participants else {}
    if len({len(names.split(", ")) for names in lists}) > 1:
        found.append(Difference("participants", _said(lists)))
    return tuple(found)


def find_history(
    history: Iterable[Mapping[str, Any]], articles: Mapping[str, tuple[str, datetime]]
) -> tuple[Step, ...]:
    """The steps of a grouped meeting as its row keeps them -> how it went, oldest first; empty when nothing changed.

    ``articles``: key -> (outlet's name, moment) of those that may be seen. Plans may move, so each dated plan is a step;
    of what happened in the end there is one step. An article that tells a plan and its outcome counts with the outcome,
    and a plan printed after the outcome is a late reprint.
    """
    steps = [step for step in history if step["article"] in articles]
    last = {step["article"]: step["status"] for step in steps}
    steps = [step for step in steps if last[step["article"]] == step["status"]]
    told = [
        Step(step["status"], _day(step["date"]), articles[step["article"]][0], articles[step["article"]][1])
        for step in steps
    ]
    told.sort(key=lambda step: step.told)
    outcome = next((step for step in told if step.status == "held"), None) or next(
        (step for step in reversed(told) if step.status == "cancelled"), None
    )
    plans: list[Step] = []
    for step in told:
        if step.status != "planned" or (outcome is not None and step.told > outcome.told):
            continue
        if plans and (plans[-1].date.startswith(step.date) or not plans[-1].date):
            if not plans[-1].date and step.date:
                plans[-1] = Step("planned", step.date, step.outlet, step.told)
            continue
        plans.append(step)
    course = (*plans, outcome) if outcome is not None else tuple(plans)
    return course if len(course) > 1 else ()


def _day(date: Mapping[str, int | None] | None) -> str:
    """``{"year": 2024, "month": 9, "day": None}`` -> 2024-09."""
    if not date:
        return ""
    parts = [f"{date['year']:04}"]
    for name in ("month", "day"):
        part = date.get(name)
        if part is None:
            break
        parts.append(f"{part:02}")
    return "-".join(parts)


def _between(values: Values) -> Values:
    """Without the outlets that print more than one value: they speak of two things, or correct themselves."""
    often = Counter(name for names in values.values() for name in names)
    kept = {value: [name for name in names if often[name] == 1] for value, names in values.items()}
    return {value: names for value, names in kept.items() if names}


def _said(values: Values) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((value, tuple(names)) for value, names in values.items())
