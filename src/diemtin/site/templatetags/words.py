"""Codes to the words that readers know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from django import template
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diemtin.language.agencies import print_body
from diemtin.language.countries import print_country
from diemtin.language.offices import find_wording
from diemtin.language.sections import sections
from diemtin.news import Meeting, Participant

register = template.Library()
_KINDS = "video|clip|infographics?|ảnh|photo|chùm ảnh|mv|e-?magazine|longform|podcast"
_MARK = re.compile(rf"^[\[(](?:{_KINDS})[\])]\s*[:\-–]?\s*", re.IGNORECASE)

KINDS: Mapping[str, Promise | str] = {
    "video": gettext_lazy("Video"),
    "infographic": gettext_lazy("Infographic"),
    "photo": gettext_lazy("Ảnh"),
    "live": gettext_lazy("Trực tiếp"),
    "opinion": gettext_lazy("Ý kiến"),
    "weather": gettext_lazy("Thời tiết"),
    "roundup": gettext_lazy("Điểm tin"),
    "advertorial": gettext_lazy("Thông tin doanh nghiệp"),
    "horoscope": gettext_lazy("Tử vi"),
}
FORMS: Mapping[str, Promise | str] = {
    "meeting": gettext_lazy("Gặp"),
    "talks": gettext_lazy("Hội đàm"),
    "phone_call": gettext_lazy("Điện đàm"),
    "summit": gettext_lazy("Họp thượng đỉnh"),
    "visit": gettext_lazy("Chuyến thăm"),
    "trilateral": gettext_lazy("Họp ba bên"),
    "conference": gettext_lazy("Hội nghị"),
    "other": gettext_lazy("Tiếp xúc"),
}
STATUSES: Mapping[str, Promise | str] = {
    "held": gettext_lazy("đã diễn ra"),
    "planned": gettext_lazy("dự kiến"),
    "cancelled": gettext_lazy("đã huỷ"),
}
OUTLET_KINDS: Mapping[str, Promise | str] = {
    "agency": gettext_lazy("hãng tin"),
    "newspaper": gettext_lazy("báo"),
    "aggregator": gettext_lazy("trang tổng hợp"),
    "broadcaster": gettext_lazy("đài"),
    "portal": gettext_lazy("cổng thông tin"),
    "magazine": gettext_lazy("tạp chí"),
}


@register.filter
def section_name(code: str) -> str:
    found = sections().get(code)
    return _(found.name) if found else code.replace("-", " ").capitalize()


@register.filter
def kind_name(kind: str) -> str:
    """Empty for ordinary news."""
    return str(KINDS.get(kind, ""))


@register.filter
def form_name(form: str) -> str:
    return str(FORMS.get(form, form))


@register.filter
def status_name(status: str) -> str:
    return str(STATUSES.get(status, status))


@register.filter
def outlet_kind(kind: str) -> str:
    return str(OUTLET_KINDS.get(kind, ""))


@register.filter
def country_name(code: str | None) -> str:
    """The name of a country or body, given by its code or by the name itself; nothing for a code that nobody knows."""
    name = print_country(code) or print_body(code) or ("" if not code or code.islower() else code)
    return _(name) if name else ""


@register.simple_tag
def office_in(office: str | None, country: str | None) -> str:
    """``foreign_minister``, ``jp`` -> "Ngoại trưởng Nhật Bản", "Foreign Minister, Japan"; one of them where the other is
    not known."""
    wording = find_wording(office or "", country)
    of = country_name(country)
    if wording is None or not of:
        return _(wording.words) if wording else of
    if wording.alone:
        return _(wording.words)
    return _("%(office)s %(country)s") % {"office": _(wording.words), "country": of}


@register.filter
def office_name(code: str) -> str:
    """``foreign_minister`` or ``foreign_minister:jp`` -> "Ngoại trưởng", "Ngoại trưởng Nhật Bản"."""
    office, _colon, country = code.partition(":")
    return office_in(office, country)


@register.filter
def in_office(side: Participant) -> str:
    """Ngoại trưởng Hàn Quốc Cho Tae Yul; what is not known is left out."""
    return " ".join(part for part in (office_only(side), side.person or "") if part)


@register.filter
def office_only(side: Participant) -> str:
    return office_in(side.office, side.country)


@register.filter
def with_office(sides: Iterable[Participant]) -> list[Participant]:
    """Those who are named and of whom more than the name is known."""
    return [side for side in sides if side.person and office_only(side)]


@register.filter
def meeting_title(meeting: Meeting) -> str:
    """Blinken – Kamikawa – Cho Tae Yul; the country where the person is not named."""
    names = dict.fromkeys(side.person or office_only(side) for side in meeting.participants)
    return " – ".join(name for name in names if name)


@register.filter
def sides(names: str) -> str:
    """A list of participants as a difference keeps it, ``(in), Vương Nghị`` -> "Ấn Độ, Vương Nghị"."""
    told = (
        country_name(name[1:-1]) if name.startswith("(") and name.endswith(")") else name for name in names.split(", ")
    )
    return ", ".join(name for name in told if name)


@register.simple_tag
def person_link(side: Participant, persons: Mapping[str, str]) -> SafeString:
    """The name, linked to the person's page; the office where there is no name."""
    key = persons.get(side.person or "")
    if key:
        return format_html('<a href="{}">{}</a>', reverse("person", args=(key,)), side.person)
    return format_html("{}", side.person or office_only(side))


@register.filter
def without_mark(title: str) -> str:
    """The headline without "[Video]", "(Infographic)" before it: the kind stands there in our own way."""
    return _MARK.sub("", title) or title


@register.filter
def shorten(text: str, most: int) -> str:
    """At most so many letters: whole sentences if two thirds of them fit, else whole words and an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most + 1]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ", ".” "))
    if end > most * 2 // 3:
        return cut[: end + 1]
    return cut[: cut.rfind(" ")].rstrip(" ,;:–-") + "…"


@register.filter(is_safe=True)
def tab_title(escaped: str) -> SafeString:
    """As much of a page's title as a tab or a list of results shows: 70 letters. Takes and gives HTML."""
    return SafeString(escape(shorten(unescape(escaped), 69)))


@register.filter
def without_quotes(quote: str) -> str:
    return quote.strip().strip('“”"').strip()
