"""Dates and times as Vietnamese news pages print them, and the forms of machines.

``find_stamp`` finds the first date in a text; ``read_stamp`` accepts a text that is nothing but a stamp ("Thứ sáu,
17/1/2025, 19:57 (GMT+7)"). A numeric date is day before month, as the Vietnamese press writes it. What has no year ("17/1",
"3 giờ trước") is resolved against the time the page was fetched, and is ``None`` without one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal

from diemtin.language.text import normal
from diemtin.news import VIETNAM, Published

StampPrecision = Literal["second", "minute", "day"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found in a text: the day, the moment when a time was given (aware), and where it stood."""

    day: date
    moment: datetime | None
    precision: StampPrecision
    relative: bool
    begin: int
    end: int

    def published(self, why: str = "stated") -> Published:
        """As the noun; a relative stamp is worked out, so it is inferred and says so."""
        if self.moment is None:
            return Published.on(self.day, why, "inferred" if self.relative else "stated")
        moment = self.moment.astimezone(UTC)
        if self.relative:
            return Published(moment, moment, self.precision, "inferred", f"{why}, counted from the time of the fetch")
        return Published.at(moment, self.precision, why)


_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero janeiro gennaio",
            "february feb februar février fevrier febrero fevereiro febbraio",
            "march mar märz mars marzo março",
            "april apr avril abril aprile",
            "may mai mayo maio maggio",
            "june jun juni juin junio junho giugno",
            "july jul juli juillet julio julho luglio",
            "august aug août aout agosto",
            "september sep sept septembre septiembre setembro settembre",
            "october oct oktober okt octobre octubre outubro ottobre",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre diciembre dezembro dicembre",
        ),
        1,
    )
    for name in names.split()
}
_VIETNAMESE_MONTHS = {
    "giêng": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip

_DAY = r"(?<![\d.,/])(?P<d{0}>[0-3]?\d)"
_DATE_FORMS = (
    r"(?P<iso>(?P<y0>(?:19|20)\d\d)-(?P<m0>[01]?\d)-(?P<d0>[0-3]?\d)(?!\d))",
    _DAY.format(1) + r"\s?(?P<s1>[/.\-])\s?(?P<m1>[01]?\d)\s?(?P=s1)\s?(?P<y1>(?:19|20)?\d\d)(?!\d|[/.\-]\d)",
    _DAY.format(2) + r"\s+tháng\s+(?P<m2>[01]?\d|giêng|mười một|mười hai|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười|chạp)"
    r"(?:\s*,?\s*(?:năm\s+)?(?P<y2>(?:19|20)\d\d))?(?!\w)",
    _DAY.format(3) + r"(?:st|nd|rd|th|\.)?\s*(?:de\s+)?(?P<m3>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
    r"\.?,?\s*(?:de\s+)?(?P<y3>(?:19|20)\d\d)",
    r"\b(?P<m4>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?\s+"
    r"(?P<d4>[0-3]?\d)(?:st|nd|rd|th)?,?\s+(?P<y4>(?:19|20)\d\d)",
    r"(?P<y5>(?:19|20)\d\d)/(?P<m5>[01]?\d)/(?P<d5>[0-3]?\d)(?!\d)",
    _DAY.format(6) + r"/(?P<m6>[01]?\d)(?![\d/.,%])",
)  # fmt: skip
_DATE = re.compile("|".join(f"(?:{form})" for form in _DATE_FORMS))
_TIME = re.compile(
    r"(?<![\d:.,/])(?P<h>[0-2]?\d)\s?(?:[:h]|giờ|uhr)\s?(?P<mi>[0-5]\d)(?![\d/])(?:\s?(?:[:']|p(?!\.?m)|"
    r"phút)\s?(?P<s>[0-5]\d)?)?(?:\.\d+)?"
    r"(?:\s?(?P<half>[ap]\.?m\.?|sa|ch|sáng|chiều|tối|đêm)\b)?"
)
_ZONE = re.compile(
    r"\s*\(?\s*(?:(?P<z>z)\b|(?:gmt|utc)?\s?(?P<sign>[+\-−])\s?(?P<zh>[01]?\d)(?::?(?P<zm>[0-5]\d))?(?!\d)|(?P<utc>gmt|utc)\b)"
)
_RELATIVE = re.compile(
    r"(?P<now>vừa xong|vừa mới đây|mới đây|just now)|"
    r"(?<![\d/:.])(?P<count>\d{1,3}|một|vài)\s*(?P<unit>giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|minutes?|mins?|"
    r"hours?|days?|weeks?)\s*(?:trước|ago)|"
    r"(?P<word>hôm nay|hôm qua|hôm kia|today|yesterday)"
)
_UNITS = {
    "giây": timedelta(seconds=1), "phút": timedelta(minutes=1), "minute": timedelta(minutes=1), "min": timedelta(minutes=1),
    "giờ": timedelta(hours=1), "tiếng": timedelta(hours=1), "hour": timedelta(hours=1), "ngày": timedelta(days=1),
    "day": timedelta(days=1), "tuần": timedelta(weeks=1), "week": timedelta(weeks=1), "tháng": timedelta(days=30),
    "năm": timedelta(days=365),
}  # fmt: skip
_WORDS = {"hôm nay": 0, "today": 0, "hôm qua": 1, "yesterday": 1, "hôm kia": 2}
_FILLER = re.compile(
    r"(?:[\s,;|()\[\]\-–—•·:.]|\b(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|t[2-7]|cn|ngày|lúc|giờ|vào|"
    r"cập nhật|xuất bản|đăng|"
    r"đăng tải|ngày đăng|thời gian|gmt|utc|sáng|trưa|chiều|tối|đêm|last updated|updated|published|posted|on|at|by|"
    r"hôm|năm|am|pm|sa|ch|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|ict|múi giờ|việt nam|hà nội|phát hành|đăng "
    r"lúc|cập nhật lúc|bởi|date|uhr)\b|[+]\d{1,2}(?::?00)?)+"
)
_DIGIT = re.compile(r"\d")


def read_iso(text: str) -> datetime | date | None:
    """A moment of ISO 8601 or RFC 3339 as machines write it (JSON-LD, meta); a naive one is Hanoi's clock.
    ``None`` if it is none."""
    text = text.strip()
    match = re.match(
        r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(Z|[+\-]\d\d:?\d\d|[+\-]\d\d)?)?", text
    )
    if not match:
        return None
    day, clock, zone = match.groups()
    try:
        if clock is None:
            return date.fromisoformat(day)
        moment = datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        return None
    if zone is None:
        return moment.replace(tzinfo=VIETNAM)
    if zone == "Z":
        return moment.replace(tzinfo=UTC)
    digits = zone[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        return None
    return moment.replace(tzinfo=timezone(offset if zone[0] == "+" else -offset))


def find_stamp(text: str, fetched: datetime | None = None) -> Stamp | None:
    """The first date in ``text`` with the time that stands beside it, or ``None``."""
    if not _DIGIT.search(text):
        return None if fetched is None or len(text) > 60 else _relative(_lower(text), fetched)
    lower = _lower(text)
    for match in _DATE.finditer(lower):
        day = _day_of(match, fetched)
        if day is None:
            continue
        return _with_time(lower, match, day[0], day[1])
    return _relative(lower, fetched)


def read_stamp(text: str, fetched: datetime | None = None) -> Stamp | None:
    """The stamp, if the text is a stamp and nothing else (weekday, "Cập nhật lúc", zone allowed); at most 80 letters."""
    if len(text) > 80 or not text:
        return None
    stamp = find_stamp(text, fetched)
    if stamp is None:
        return None
    lower = _lower(text)
    rest = lower[: stamp.begin] + " " + lower[stamp.end :]
    rest = _TIME.sub(" ", rest)
    return stamp if _FILLER.fullmatch(rest) or not rest.strip() else None


def looks_like_stamp(text: str) -> bool:
    """Whether a text is a stamp in form, even one that only the fetch time could resolve ("3 giờ trước", "19:57")."""
    if len(text) > 80:
        return False
    lower = _lower(text)
    if not _DIGIT.search(text) and not _RELATIVE.search(lower):
        return False
    rest, dates = _DATE.subn(" ", lower)
    rest, times = _TIME.subn(" ", rest)
    rest, relatives = _RELATIVE.subn(" ", rest)
    return bool(dates or times or relatives) and (not rest.strip() or bool(_FILLER.fullmatch(rest)))


def _lower(text: str) -> str:
    """Lower case of the same length as the text, so that positions stay true."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _day_of(match: re.Match[str], fetched: datetime | None) -> tuple[date, bool] | None:
    groups = match.groupdict()
    index = next(i for i in range(len(_DATE_FORMS)) if groups.get(f"d{i}"))
    day, month = int(groups[f"d{index}"]), groups[f"m{index}"]
    number = int(month) if month.isdigit() else _MONTHS.get(month) or _VIETNAMESE_MONTHS.get(normal(month), 0)
    year = groups.get(f"y{index}")
    try:
        if year is not None:
            full = int(year)
            if full < 100:
                full += 2000 if full < 70 else 1900
            if index == 1 and number > 12 >= day:  # the American order, where the other is impossible
                day, number = number, day
            return date(full, number, day), False
        if fetched is None:
            return None
        today = fetched.astimezone(VIETNAM).date()
        this_year = date(today.year, number, day)
        return (this_year if this_year <= today + timedelta(days=1) else date(today.year - 1, number, day)), True
    except ValueError:
        return None


def _with_time(lower: str, match: re.Match[str], day: date, relative: bool) -> Stamp:
    begin, end = match.span()
    after = lower[end : end + 60]
    clock = _TIME.search(after) if not after.startswith("t") else _TIME.search(lower[: end + 60], end + 1)
    if after.startswith("t") and clock is not None and clock.start() == end + 1:
        return _moment(lower, clock, day, begin, clock.end(), 0, relative)
    clock = _TIME.search(after)
    if clock is not None and (not after[: clock.start()].strip() or _FILLER.fullmatch(after[: clock.start()])):
        return _moment(lower, clock, day, begin, end + clock.end(), end, relative)
    window = max(0, begin - 40)
    before = list(_TIME.finditer(lower[window:begin]))
    if before:
        between = lower[window + before[-1].end() : begin]
        zone = _ZONE.match(between)
        if (
            not between.strip()
            or _FILLER.fullmatch(between)
            or (zone and _FILLER.fullmatch(between[zone.end() :] or " "))
        ):
            return _moment(lower, before[-1], day, window + before[-1].start(), end, window, relative)
    return Stamp(day, None, "day", relative, begin, end)


def _moment(lower: str, clock: re.Match[str], day: date, begin: int, end: int, shift: int, relative: bool) -> Stamp:
    hour, minute, second = int(clock["h"]), int(clock["mi"]), clock["s"]
    half = (clock["half"] or "").replace(".", "")
    if (half in ("pm", "ch", "chiều", "tối") and hour < 12) or (half == "đêm" and 6 < hour < 12):
        hour += 12
    elif half in ("am", "sa", "sáng") and hour == 12:
        hour = 0
    if hour > 23:
        return Stamp(day, None, "day", relative, begin, end)
    zone: timezone = VIETNAM
    found = _ZONE.match(lower, shift + clock.end()) if shift + clock.end() <= len(lower) else None
    if found:
        end = max(end, found.end())
        if found["sign"]:
            offset = timedelta(hours=int(found["zh"]), minutes=int(found["zm"] or 0))
            zone = timezone(offset if found["sign"] == "+" else -offset) if offset < timedelta(hours=15) else VIETNAM
        elif found["z"] or found["utc"]:
            zone = UTC
    moment = datetime.combine(day, time(hour, minute, int(second or 0)), zone)
    return Stamp(day, moment, "second" if second else "minute", relative, begin, end)


def _relative(lower: str, fetched: datetime | None) -> Stamp | None:
    match = _RELATIVE.search(lower)
    if match is None or fetched is None:
        return None
    local = fetched.astimezone(VIETNAM)
    if match["word"]:
        day = local.date() - timedelta(days=_WORDS[match["word"]])
        return _with_time(lower, match, day, True)
    if match["now"]:
        return Stamp(local.date(), local.replace(second=0, microsecond=0), "minute", True, *match.span())
    count = {"một": 1, "vài": 3}.get(match["count"]) or int(match["count"])
    unit = match["unit"].rstrip("s") if match["unit"].isascii() else match["unit"]
    moment = local - _UNITS[unit] * count
    if _UNITS[unit] >= timedelta(days=1):
        return Stamp(moment.date(), None, "day", True, *match.span())
    return Stamp(moment.date(), moment.replace(second=0, microsecond=0), "minute", True, *match.span())
