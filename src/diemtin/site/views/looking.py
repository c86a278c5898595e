"""Whose eyes a request has, and at what moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest

from diemtin.news import HANOI
from diemtin.site.templatetags.news import absolute, picture_address
from diemtin.store.pictures import find_picture
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now
from diemtin.store.queries.then import sight_at

_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)


def sight_of(request: HttpRequest) -> Sight:
    """Now, or the past hour that ``?luc=2026-11-20T08:00`` asks for (Hanoi's clock)."""
    past = find_past(request)
    return sight_at(settings.DESK.profile, past) if past else Sight.of(settings.DESK.profile, datetime.now(UTC))


def clock_of(request: HttpRequest) -> Sight:
    """For what is ranked by age: the past hour asked for, else the desk's own clock, which stands still when nothing has
    come in for half a day."""
    sight = sight_of(request)
    return replace(sight, moment=desk_now()) if sight.clock == "now" else sight


def page_before(request: HttpRequest) -> str:
    """The last key of the page before (``?truoc=``) in a list that is read page by page."""
    return request.GET.get("truoc", "")[:200]


def find_past(request: HttpRequest) -> datetime | None:
    """The moment that ``?luc=`` names, if it is one and has passed."""
    asked = request.GET.get("luc", "")
    try:
        moment = datetime.fromisoformat(asked[:25])
    except ValueError:
        return None
    moment = clipped(moment)
    return moment if moment < datetime.now(UTC) else None


def clipped(moment: datetime) -> datetime:
    """In years that a database can hold; without an offset it is Hanoi's clock."""
    if not 1900 < moment.year < 2200:
        return _EARLIEST if moment.year <= 1900 else _LATEST
    return moment.replace(tzinfo=HANOI) if moment.tzinfo is None else moment.astimezone(UTC)


def picture_of(url: str) -> tuple[str, int, int] | None:
    """The absolute address and the measures of our copy of a picture, if we keep one."""
    kept = find_picture(settings.DESK.pictures, url) if url else None
    return (absolute(picture_address(kept.key, kept.widths[-1])), kept.width, kept.height) if kept else None
