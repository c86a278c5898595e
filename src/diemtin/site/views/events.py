"""The calendar of meetings."""

from __future__ import annotations

import calendar
import re
from dataclasses import asdict, dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.http import urlencode
from django.utils.translation import get_language

from diemtin.news import HANOI
from diemtin.site.views.looking import sight_of
from diemtin.store.queries.events import EventsPage, Wanted, find_events_page
from diemtin.store.queries.shown import ShownMeeting

FIELDS = {
    "thang": "month",
    "nuoc": "country",
    "nguoi": "person",
    "chuc-vu": "office",
    "hinh-thuc": "form",
    "trang-thai": "status",
}
"""Names in the address, and what they ask for."""
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class Square:
    """A day of the calendar; ``number`` 0 fills the week up."""

    number: int
    meetings: tuple[ShownMeeting, ...] = ()


def events(request: HttpRequest) -> HttpResponse:
    sight = sight_of(request)
    wanted = wanted_of(request)
    asked = asdict(wanted)
    page = find_events_page(wanted, sight)
    month = asked["month"] if len(asked["month"]) == 7 else ""
    told = {
        "page": page,
        "wanted": wanted,
        "same": _query(asked),
        "years": _by_year(page),
        "weeks": make_weeks(month, page.meetings) if month else [],
        "month": month,
        "weekdays": WEEKDAYS_ABBR.values() if get_language() == "en" else ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
        "earlier": _link(asked, _neighbour(page.choices.months, month, -1)),
        "later": _link(asked, _neighbour(page.choices.months, month, 1)),
        "asked": any(asked.values()),
        "today": sight.moment.astimezone(HANOI).date(),
    }
    return render(request, "site/events.html", told)


def wanted_of(request: HttpRequest) -> Wanted:
    """What the address asks for; a month that is none asks for nothing."""
    asked = {field: request.GET.get(name, "").strip()[:80] for name, field in FIELDS.items()}
    if not _MONTH.fullmatch(asked["month"]):
        asked["month"] = ""
    return Wanted(**asked)


def make_weeks(month: str, meetings: tuple[ShownMeeting, ...]) -> list[list[Square]]:
    """The weeks of a month from Monday on, each meeting on its day."""
    year, number = (int(part) for part in month.split("-"))
    of_day: dict[int, list[ShownMeeting]] = {}
    for shown in meetings:
        if len(shown.date) == 10 and shown.date.startswith(month):
            of_day.setdefault(date.fromisoformat(shown.date).day, []).append(shown)
    weeks = calendar.Calendar().monthdayscalendar(max(1, year), number)
    return [[Square(day, tuple(of_day.get(day, ()))) for day in week] for week in weeks]


def _by_year(page: EventsPage) -> list[tuple[str, list[ShownMeeting]]]:
    """Newest year first, undated last under an empty name."""
    years: dict[str, list[ShownMeeting]] = {}
    for shown in sorted(page.meetings, key=lambda shown: shown.date, reverse=True):
        years.setdefault(shown.date[:4], []).append(shown)
    return list(years.items())


def _neighbour(months: tuple[str, ...], month: str, step: int) -> str:
    """The nearest month that holds a meeting; with none chosen, the newest."""
    if not months:
        return ""
    if not month:
        return months[-1] if step < 0 else ""
    beside = [other for other in months if (other < month if step < 0 else other > month)]
    return (beside[-1] if step < 0 else beside[0]) if beside else ""


def _link(asked: dict[str, str], month: str) -> dict[str, str]:
    if not month:
        return {}
    return {"month": month, "query": _query(asked | {"month": month})}


def _query(asked: dict[str, str]) -> str:
    return urlencode({name: asked[field] for name, field in FIELDS.items() if asked[field]})
