"""The calendar: meetings of a month or of all time, by country, person, office, form and status."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Length

from diemtin.store.models import Meeting
from diemtin.store.queries.meetings import get_meetings
from diemtin.store.queries.shown import ShownMeeting
from diemtin.store.queries.sight import Sight

MOST = 200
"""Meetings on one page: a full month of the whole press."""
MOST_EXACT = 500
"""Meetings in one calendar file: two months of the whole press, 600 kB; programs ask for it every hour."""

CHOSEN_FROM = 3000
"""The lists to choose from hold what the newest so many meetings hold: a year of the whole press, read in 20 ms."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks of the calendar; empty is anything. ``month`` is ``2024-09`` or ``2024``."""

    month: str = ""
    country: str = ""
    person: str = ""
    office: str = ""
    form: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from, by name, and the months that hold something."""

    countries: tuple[str, ...]
    offices: tuple[str, ...]
    forms: tuple[str, ...]
    persons: tuple[tuple[str, str], ...]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventsPage:
    meetings: tuple[ShownMeeting, ...]
    choices: Choices
    cut: bool
    """There are more than the page holds."""


def find_events_page(wanted: Wanted, sight: Sight) -> EventsPage:
    """The newest that fit, by date, undated last."""
    rows = list(_wanted(wanted).order_by("-date", "-id")[: MOST + 1])
    meetings = sorted(rows[:MOST], key=lambda row: (not row.date, row.date, row.pk))
    return EventsPage(get_meetings(meetings, sight), _choices(), len(rows) > MOST)


def find_exact(wanted: Wanted, sight: Sight) -> tuple[ShownMeeting, ...]:
    """Meetings whose day is known, by date: the newest ``MOST_EXACT``, planned ones among them."""
    exact = _wanted(wanted).annotate(letters=Length("date")).filter(letters=len("2024-09-23"))
    rows = list(exact.order_by("-date", "-id")[:MOST_EXACT])
    return get_meetings(reversed(rows), sight)


def _wanted(wanted: Wanted) -> QuerySet[Meeting]:
    rows = Meeting.objects.all()
    if wanted.month:
        rows = rows.filter(date__startswith=wanted.month)
    if wanted.form:
        rows = rows.filter(form=wanted.form)
    if wanted.status:
        rows = rows.filter(status=wanted.status)
    if wanted.person:
        rows = rows.filter(persons__key=wanted.person)
    if wanted.country:
        rows = _holding(rows, "countries", wanted.country)
    if wanted.office:
        rows = _holding(rows, "offices", wanted.office)
    return rows


def _holding(rows: QuerySet[Meeting], column: str, value: str) -> QuerySet[Meeting]:
    """Rows whose JSON list holds the value. As text, because the two databases share no index on such lists; SQLite keeps
    letters escaped, PostgreSQL does not."""
    text = f"{column}_text"
    plain, escaped = json.dumps(value, ensure_ascii=False), json.dumps(value)
    return rows.annotate(**{text: Cast(column, TextField())}).filter(
        Q(**{f"{text}__contains": plain}) | Q(**{f"{text}__contains": escaped})
    )


def _choices() -> Choices:
    countries: Counter[str] = Counter()
    offices: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    months: set[str] = set()
    newest = Meeting.objects.order_by("-id").values_list("countries", "offices", "form", "date")[:CHOSEN_FROM]
    for country, office, form, date in newest:
        countries.update(country)
        offices.update(office)
        forms[form] += 1
        if len(date) >= 7:
            months.add(date[:7])
    links = Meeting.persons.through.objects.order_by("-id")
    persons = links.values_list("person__name", "person__key")[: 2 * CHOSEN_FROM]
    return Choices(
        tuple(sorted(countries)),
        tuple(name for name, _ in offices.most_common()),
        tuple(name for name, _ in forms.most_common()),
        tuple(sorted(set(persons))),
        tuple(sorted(months)),
    )
