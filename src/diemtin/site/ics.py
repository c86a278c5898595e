"""Calendars that programs subscribe to (RFC 5545, with the names of RFC 7986). Pure: events in, bytes out.

A program shows an event on its day or not at all, so only what has a day can be one. Nothing here depends on when it is
written: the same events are the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
MEDIA_TYPE = "text/calendar; charset=utf-8"
MOST_OCTETS = 75
"""Of a line, without its end (RFC 5545, 3.1)."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_HANOI = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class Event:
    """What happens on one day. ``sequence`` grows whenever it changes, ``stamp`` is when it was last told of."""

    uid: str
    day: date
    status: Status
    summary: str
    stamp: datetime
    sequence: int = 0
    location: str = ""
    description: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """``home`` is the page it is made of, ``address`` where it is fetched from."""

    name: str
    description: str
    home: str
    address: str
    events: tuple[Event, ...] = ()


def write_calendar(calendar: Calendar) -> bytes:
    """A calendar without events holds Hanoi's clock, since the format wants one component at least."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Diem Tin//Lich su kien//VI",
        "CALSCALE:GREGORIAN",
        f"NAME:{escape(calendar.name)}",
        f"X-WR-CALNAME:{escape(calendar.name)}",
        f"DESCRIPTION:{escape(calendar.description)}",
        f"X-WR-CALDESC:{escape(calendar.description)}",
        f"URL:{_address(calendar.home)}",
        f"SOURCE;VALUE=URI:{_address(calendar.address)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
    ]
    for event in calendar.events:
        lines += _event(event)
    if not calendar.events:
        lines += _HANOI
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in fold(line))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(event.uid)}"
    yield f"DTSTAMP:{event.stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    if event.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    yield f"SUMMARY;LANGUAGE=vi:{escape(event.summary)}"
    yield f"STATUS:{event.status}"
    yield f"SEQUENCE:{event.sequence}"
    yield "TRANSP:TRANSPARENT"
    if event.location:
        yield f"LOCATION:{escape(event.location)}"
    if event.description:
        yield f"DESCRIPTION:{escape(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(escape, event.categories))}"
    if event.url:
        yield f"URL:{_address(event.url)}"
    yield "END:VEVENT"


def escape(text: str) -> str:
    """A value of type TEXT: line ends as ``\\n``, without the characters that no value may hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _FORBIDDEN.sub("", lines).translate(_ESCAPED)


def fold(line: str) -> Iterator[bytes]:
    """Lines of at most ``MOST_OCTETS``, the later ones begun with a space; no letter is cut in two."""
    part = bytearray()
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(part) + len(octets) > MOST_OCTETS:
            yield bytes(part)
            part = bytearray(b" ")
        part += octets
    yield bytes(part)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _address(url: str) -> str:
    """A value of type URI takes no escapes; what would end the line is left out."""
    return re.sub(r"[\x00-\x20\x7f]", "", url)
