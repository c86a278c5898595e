"""The calendar: meetings of a month or of all time, by country, person, office, form and status."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from diemtin.store.models import Meeting
from diemtin.store.queries.meetings import get_meetings
from diemtin.store.queries.shown import ShownMeeting
from diemtin.store.queries.sight import Sight

MOST = 200
"""Meetings on one page: a full month of the whole press."""


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
    rows = list(_wanted(wanted).order_by("date", "id")[: MOST + 1])
    return EventsPage(get_meetings(rows[:MOST], sight), _choices(), len(rows) > MOST)


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
    fitting = _with_list_values(wanted)
    return rows.filter(fitting) if fitting is not None else rows


def _with_list_values(wanted: Wanted) -> Q | None:
    """JSON lists hold no index that both databases share: the few columns are read, and fitting ids asked for."""
    if not (wanted.country or wanted.office):
        return None
    fitting = [
        pk
        for pk, countries, offices in Meeting.objects.values_list("id", "countries", "offices").iterator()
        if (not wanted.country or wanted.country in countries) and (not wanted.office or wanted.office in offices)
    ]
    return Q(pk__in=fitting[-2000:])


def _choices() -> Choices:
    countries: Counter[str] = Counter()
    offices: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    months: set[str] = set()
    for country, office, form, date in Meeting.objects.values_list("countries", "offices", "form", "date").iterator():
        countries.update(country)
        offices.update(office)
        forms[form] += 1
        if len(date) >= 7:
            months.add(date[:7])
    persons = Meeting.persons.through.objects.values_list("person__name", "person__key")
    return Choices(
        tuple(sorted(countries)),
        tuple(name for name, _ in offices.most_common()),
        tuple(name for name, _ in forms.most_common()),
        tuple(sorted(set(persons))),
        tuple(sorted(months)),
    )
