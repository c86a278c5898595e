"""Times and dates as a Vietnamese newspaper prints them, and as an English one does."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils.dateformat import format as spell
from django.utils.dates import MONTHS_3
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from diemtin.news import HANOI, Published
from diemtin.store.queries.shown import ShownArticle

register = template.Library()
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
"""In full, as newspapers print them; Django's Vietnamese has figures."""


def day_words(day: date) -> str:
    """23/9/2024, or 23 September 2024."""
    return f"{day.day}/{day.month}/{day.year}" if get_language() != "en" else f"{day.day} {spell(day, 'M')} {day.year}"


@register.filter
def long_day(moment: datetime) -> str:
    """Thứ Hai, 23 tháng 9 năm 2024."""
    day = moment.astimezone(HANOI)
    if get_language() == "en":
        return spell(day, "l, j F Y")
    return f"{WEEKDAYS[day.weekday()]}, {day.day} tháng {day.month} năm {day.year}"


@register.filter
def machine_time(moment: datetime) -> str:
    """For ``datetime`` of HTML, which takes no microseconds."""
    return moment.isoformat(timespec="seconds")


@register.filter
def local_input(moment: datetime) -> str:
    """As a form takes and gives it: 2026-11-20T08:00, on Hanoi's clock."""
    return f"{moment.astimezone(HANOI):%Y-%m-%dT%H:%M}"


@register.filter
def hour(moment: datetime) -> str:
    """21:38, in Hanoi."""
    return f"{moment.astimezone(HANOI):%H:%M}"


@register.filter
def stamp(moment: datetime) -> str:
    """21:38, 23/9/2024."""
    local = moment.astimezone(HANOI)
    return f"{local:%H:%M}, {day_words(local)}"


@register.filter
def day_heading(article: ShownArticle) -> str:
    """The day that an article stands under in a list by days."""
    return long_day(article.moment) if article.published.known else _("Mới nhận, không rõ ngày")


@register.simple_tag
def brief_time(article: ShownArticle, now: datetime | None = None) -> str:
    """08:30, 20/11; the year where it is another; as ``published_words`` where the hour is not known."""
    local = article.moment.astimezone(HANOI)
    if not article.dated or now is None or now.astimezone(HANOI).year != local.year:
        return published_words(article.published)
    return f"{local:%H:%M}, {local.day}/{local.month}"


@register.filter
def day(moment: datetime) -> str:
    return day_words(moment.astimezone(HANOI))


@register.filter
def exact(date: str) -> str:
    """A date as exact as it is known: ``2024-09-23`` -> 23/9/2024, 23 Sep 2024; ``2024-09`` -> 9/2024; empty -> không rõ
    ngày."""
    if not date:
        return _("không rõ ngày")
    parts = [part.lstrip("0") for part in reversed(date.split("-"))]
    if get_language() == "en" and len(parts) > 1 and parts[-2].isdigit() and 1 <= int(parts[-2]) <= 12:
        parts[-2] = MONTHS_3[int(parts[-2])].capitalize()
        return " ".join(str(part) for part in parts)
    return "/".join(parts)


@register.filter
def span(first: datetime, last: datetime) -> str:
    """18/11 – 20/11/2026, shortened by what both share."""
    start, end = first.astimezone(HANOI), last.astimezone(HANOI)
    if start.date() == end.date():
        return day_words(end)
    if get_language() == "en":
        return f"{day_words(start)} – {day_words(end)}"
    if start.year != end.year:
        return f"{start.day}/{start.month}/{start.year} – {end.day}/{end.month}/{end.year}"
    if start.month != end.month:
        return f"{start.day}/{start.month} – {end.day}/{end.month}/{end.year}"
    return f"{start.day}–{end.day}/{end.month}/{end.year}"


@register.filter
def published_words(published: Published) -> str:
    """When an article came out, without the grounds: exact, a day, a range, or that nobody knows."""
    if published.start is None or published.end is None:
        return _("không rõ ngày")
    if published.precision in ("second", "minute"):
        return stamp(published.end)
    if published.precision == "day":
        return day_words(published.end.astimezone(HANOI))
    return _("không rõ ngày; trong khoảng %(span)s") % {"span": span(published.start, published.end)}


@register.simple_tag
def short_time(article: ShownArticle, now: datetime | None = None) -> SafeString:
    """For lists: 21:38 today, 20/11 before, the year where it is another, a mark where the day is not sure."""
    published = article.published
    if not published.known:
        return format_html('<span class="when">{}</span>', _("không rõ ngày"))
    local = article.moment.astimezone(HANOI)
    today = now.astimezone(HANOI).date() if now else None
    if article.dated and local.date() == today:
        text = f"{local:%H:%M}"
    elif today and local.year == today.year:
        text = f"{local.day}/{local.month}"
    else:
        text = f"{local.month}/{local.year}"
    return format_html(
        '<time datetime="{}" title="{}">{}{}</time>',
        local.isoformat(timespec="minutes") if article.dated else local.date().isoformat(),
        published_words(published),
        "" if published.basis == "stated" else "~",
        text,
    )
