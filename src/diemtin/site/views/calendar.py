"""Meetings as calendars to subscribe to: all of them by the same choices as ``/su-kien``, of one person, of one thread.

A meeting whose day is known is an event of that whole day, in the calendar of its place. One that is known to a month or a
year is none: a program could only show it on a day that nobody told. The calendar's description says so and leads to the
page, which has them all.
"""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import translation

from diemtin.site.caching import conditional
from diemtin.site.ics import MEDIA_TYPE, Calendar, Event, Status, write_calendar
from diemtin.site.templatetags.news import absolute
from diemtin.site.templatetags.times import day as day_told
from diemtin.site.templatetags.times import exact
from diemtin.site.templatetags.words import form_name, in_office, meeting_title, sides, status_name
from diemtin.site.views.events import wanted_of
from diemtin.site.views.feeds import FEED_AGE, current_sight
from diemtin.store.queries.differences import Step
from diemtin.store.queries.events import Wanted, find_exact
from diemtin.store.queries.person import find_person
from diemtin.store.queries.shown import ShownMeeting
from diemtin.store.queries.thread import find_thread_page

STATUSES: dict[str, Status] = {"held": "CONFIRMED", "planned": "TENTATIVE", "cancelled": "CANCELLED"}
_TELLINGS = 6
"""Sources quoted in one event; the page has the others."""


def events(request: HttpRequest) -> HttpResponse:
    asked = wanted_of(request)
    home = f"{reverse('events')}?{request.GET.urlencode()}" if request.GET else reverse("events")
    return _answer(request, f"{settings.DESK.name}: Lịch sự kiện", home, find_exact(asked, current_sight()))


def person(request: HttpRequest, key: str) -> HttpResponse:
    name = find_person(key)
    if name is None:
        raise Http404(key)
    meetings = find_exact(Wanted(person=key), current_sight())
    return _answer(request, f"{settings.DESK.name}: {name}", reverse("person", args=(key,)), meetings)


def thread(request: HttpRequest, key: str) -> HttpResponse:
    page = find_thread_page(key, current_sight())
    if page is None:
        raise Http404(key)
    if isinstance(page, str):
        return HttpResponsePermanentRedirect(reverse("thread_ics", args=(page,)))
    return _answer(request, page.thread.title, reverse("thread", args=(key,)), page.meetings)


def _answer(request: HttpRequest, name: str, home: str, meetings: tuple[ShownMeeting, ...]) -> HttpResponse:
    with translation.override("vi"):
        events = tuple(make_event(shown, day) for shown in meetings if (day := _find_day(shown.date)) is not None)
    told = f"Các cuộc gặp mà báo chí kể. Cuộc gặp chưa rõ ngày không có trong lịch này; xem đủ ở {absolute(home)}"
    calendar = Calendar(name, told, absolute(home), absolute(request.get_full_path()), events)
    response = HttpResponse(write_calendar(calendar), content_type=MEDIA_TYPE)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return conditional(request, response, max_age=FEED_AGE)


def _find_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2024-09-23") else None
    except ValueError:
        return None


def make_event(shown: ShownMeeting, day: date) -> Event:
    """A meeting of a known day. Its identity is the meeting's own, whatever becomes of its date or participants."""
    meeting = shown.meeting
    mark = "" if meeting.status == "held" else f"{status_name(meeting.status).capitalize()}: "
    return Event(
        uid=f"{shown.key}@{urlsplit(settings.DESK.base_url).hostname or 'diemtin'}",
        day=day,
        status=STATUSES[meeting.status],
        summary=f"{mark}{form_name(meeting.form)}: {meeting_title(meeting)}",
        stamp=max(article.moment for article, _sentence, _chain in shown.tellings),
        sequence=shown.revision,
        location=meeting.place or "",
        description="\n".join(_description(shown)),
        url=f"{absolute(reverse('events'))}?thang={shown.date[:7]}#{shown.key}",
        categories=(form_name(meeting.form),),
    )


def _description(shown: ShownMeeting) -> list[str]:
    meeting = shown.meeting
    lines = [in_office(side) + (" (tra theo bảng chức vụ)" if side.resolved else "") for side in meeting.participants]
    if meeting.occasion:
        lines.append(f"Nhân: {meeting.occasion}")
    if meeting.minutes:
        lines.append(f"Kéo dài {meeting.minutes} phút")
    if meeting.topics:
        lines.append(f"Bàn về: {', '.join(meeting.topics)}")
    if shown.history:
        lines.append(f"Diễn biến: {' → '.join(map(_step, shown.history))}")
    for difference in shown.differences:
        for value, outlets in difference.said:
            words = {"minutes": f"viết {value} phút", "date": f"viết ngày {exact(value)}"}.get(difference.what)
            lines.append(f"Khác nhau: {', '.join(outlets)} {words or f'kể {sides(value)}'}")
    for article, sentence, chain in shown.tellings[:_TELLINGS]:
        source = article.outlet.name + (f", dẫn {' ‹ '.join(chain)}" if chain else "")
        lines.append("")
        lines.append(f"“{sentence}” ({source})" if sentence else f"Theo {source}: {article.title}")
        lines.append(absolute(reverse("article", args=(article.key,))))
    return lines


def _step(step: Step) -> str:
    words = status_name(step.status) + (f" {exact(step.date)}" if step.date else "")
    return f"{words} ({step.outlet}, {day_told(step.told)})"
