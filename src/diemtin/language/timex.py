"""Dates in running text: "ngày 23/9", "tháng Tư tới", "hôm qua", "cùng ngày", "sáng 26-7-2024".

Two steps, so that a text without a date of its own can still be searched: ``find_times`` reads what is printed, and
``resolve`` makes a ``news.Day`` of it when the day (or the range of days) of publication is known. What cannot be made
sure is ``None``: "tuần trước" names no day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from diemtin.news import Day

TimeKind = Literal["day", "month", "year", "weekday", "ago", "same_day", "loose"]


@dataclass(frozen=True, slots=True)
class Time:
    """One expression. ``turn`` is -1 for a word of the past ("qua", "trước"), +1 of the future ("tới"), else 0."""

    start: int
    end: int
    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    ago: int = 0
    """For ``ago``: days before publication (negative: after it); for ``weekday``: 0 is Monday."""
    turn: int = 0


MONTHS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
WEEKDAYS = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tư": 2,
    "4": 2,
    "năm": 3,
    "5": 3,
    "sáu": 4,
    "6": 4,
    "bảy": 5,
    "bẩy": 5,
    "7": 5,
}
_MONTH_WORD = "mười một|mười hai|mười|một|giêng|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|chạp"
_PART = r"(?:rạng\s+sáng|sáng\s+sớm|sáng|trưa|chiều|tối|đêm|khuya)"
_TIME = re.compile(
    rf"""(?ix)
    (?P<same>\bcùng\s+ngày\b(?!\s+\d)|\btrong\s+ngày\b(?!\s+(?:\d|hôm|đầu|làm))|\bngày\s+hôm\s+đó\b)
  | (?<![\d/.,-])(?P<fd>\d{{1,2}})\s?[/.-]\s?(?P<fm>\d{{1,2}})\s?[/.-]\s?(?P<fy>(?:19|20)\d\d)(?![\d])
  | \b(?:ngày|hôm|từ)\s+(?P<rd>\d{{1,2}})\s*(?:-|–|và|đến|tới)\s*(?:ngày\s+)?\d{{1,2}}
       (?:\s?[/-]\s?|\s+tháng\s+)(?P<rm>\d{{1,2}}|{_MONTH_WORD})\b(?:\s?[/-]\s?(?P<ry>(?:19|20)\d\d))?(?![\d/%]|[.,-]\d)
  | \b(?:ngày|mùng|mồng|hôm|{_PART})\s+(?:mùng\s+)?(?P<wd>\d{{1,2}})\s+tháng\s+(?P<wm>\d{{1,2}}|{_MONTH_WORD})\b
       (?:\s*(?:năm|,|/|-)?\s*(?P<wy>(?:19|20)\d\d)\b)?
  | \btháng\s+(?P<mm>\d{{1,2}}|{_MONTH_WORD})\b\s*(?:[./-]|năm|,)\s*(?P<my>(?:19|20)\d\d)\b
  | (?<![\d/.,-])(?P<sm>\d{{1,2}})/(?P<sy>(?:19|20)\d\d)(?![\d/])
  | \b(?:ngày|hôm|{_PART}|mùng|mồng)\s+(?:(?:ngày|hôm)\s+)?
       (?P<pd>\d{{1,2}})\s?[/.-]\s?(?P<pm>\d{{1,2}})(?![\d/%]|[.,-]\d)
  | (?:\b(?:từ|đến|tới|vào|trước|sau|và)\s+|[,(]\s*)
       (?P<qd>\d{{1,2}})(?:/|-(?=\d{{1,2}}(?:\)|\s+tới|\s+vừa|,\s|\.?$)))(?P<qm>\d{{1,2}})(?![\d/%-]|[.,-]\d)
  | \b(?:ngày|{_PART})\s+(?P<od>\d{{1,2}})(?=\s+(?:đã|vừa|tại|ở|cho|nói|tuyên|thông|tới|gặp|có|sẽ|cũng|qua)\b|\s*[,.;)])(?!,\d)
  | \btháng\s+(?P<nm>\d{{1,2}}|{_MONTH_WORD})\b
       (?:\s+(?:(?P<nnext>tới|sắp\s+tới|năm\s+tới|năm\s+sau)|(?P<nlast>vừa\s+qua|vừa\s+rồi|năm\s+ngoái|qua|rồi)))?
  | \b(?:{_PART}\s+)?(?P<wk>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\b
       (?:\s+(?:(?P<wnext>tới|tuần\s+tới|tuần\s+sau)|(?P<wlast>tuần\s+trước|tuần\s+qua|trước)|vừa\s+qua|vừa\s+rồi|qua))?
  | \b(?P<today>hôm\s+nay|ngày\s+hôm\s+nay|(?:{_PART}|trưa)\s+nay)\b
  | \b(?P<yesterday>hôm\s+qua|ngày\s+hôm\s+qua|ngày\s+qua|{_PART}\s+(?:hôm\s+)?qua)\b
  | \b(?P<before>hôm\s+kia|hôm\s+trước)\b
  | \b(?P<tomorrow>ngày\s+mai|{_PART}\s+mai|hôm\s+sau)\b
  | \bnăm\s+(?P<yy>(?:19|20)\d\d)\b
  | \b(?P<lastyear>năm\s+ngoái|năm\s+trước)\b | \b(?P<nextyear>năm\s+tới|năm\s+sau)\b | \b(?P<thisyear>năm\s+nay)\b
  | \b(?P<lastmonth>tháng\s+trước|tháng\s+vừa\s+qua)\b
  | \b(?P<nextmonth>tháng\s+tới|tháng\s+sau)\b | \b(?P<thismonth>tháng\s+này)\b
  | \b(?P<loosepast>(?:cuối\s+)?tuần\s+(?:trước|qua|rồi)|vừa\s+qua|mới\s+đây|gần\s+đây|trước\s+đó|trước\s+đây)\b
  | \b(?P<loosenext>(?:cuối\s+)?tuần\s+(?:tới|sau)|sắp\s+tới|thời\s+gian\s+tới)\b
    """
)


@lru_cache(maxsize=256)  # dating and meetings ask for the same sentences one after the other
def find_times(text: str) -> tuple[Time, ...]:
    """Every time expression of the text, in order."""
    return tuple(time for match in _TIME.finditer(text) if (time := _read(match)) is not None)


def _read(match: re.Match[str]) -> Time | None:
    got = match.groupdict()
    start, end = match.span()
    if match.lastgroup == "same" or got["same"]:
        return Time(start, end, "same_day")
    for day, month, year in (
        ("rd", "rm", "ry"),
        ("fd", "fm", "fy"),
        ("wd", "wm", "wy"),
        ("pd", "pm", None),
        ("qd", "qm", None),
    ):
        if got[day]:
            d, m = int(got[day]), _month(got[month])
            y = int(got[year]) if year and got[year] else None
            return Time(start, end, "day", y, m, d) if _is_day(y, m, d) else None
    if got["od"]:
        d = int(got["od"])
        return Time(start, end, "day", None, None, d) if 1 <= d <= 31 else None
    for month, year in (("mm", "my"), ("sm", "sy")):
        if got[month]:
            m = _month(got[month])
            return Time(start, end, "month", int(got[year]), m) if 1 <= m <= 12 else None
    if got["nm"]:
        m = _month(got["nm"])
        turn = 1 if got["nnext"] else -1 if got["nlast"] else 0
        return Time(start, end, "month", None, m, turn=turn) if 1 <= m <= 12 else None
    if got["wk"]:
        if not _is_weekday(match):
            return None
        turn = 1 if got["wnext"] else -1 if got["wlast"] else 0
        return Time(start, end, "weekday", ago=WEEKDAYS.get(got["wk"].lower().split()[-1], 6), turn=turn)
    for name, ago in (("today", 0), ("yesterday", 1), ("before", 2), ("tomorrow", -1)):
        if got[name]:
            return Time(start, end, "ago", ago=ago)
    if got["yy"]:
        return Time(start, end, "year", int(got["yy"]))
    for name, turn in (("lastyear", -1), ("thisyear", 0), ("nextyear", 1)):
        if got[name]:
            return Time(start, end, "year", turn=turn)
    for name, turn in (("lastmonth", -1), ("thismonth", 0), ("nextmonth", 1)):
        if got[name]:
            return Time(start, end, "month", turn=turn)
    return Time(start, end, "loose", turn=-1 if got["loosepast"] else 1)


_COUNTED = re.compile(
    r"(?:lần|vòng|khóa|khoá|kỳ|người|vị trí|hạng|ngày|năm|cấp|phiên|đợt|nước|quý|tập|chuyến|cuộc|đứng)\s*$",
    re.IGNORECASE,
)
_BEFORE_WEEKDAY = re.compile(
    r"(?:hôm|vào|ngày|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|qua|và|khuya|\()\s*$", re.IGNORECASE
)


def _is_weekday(match: re.Match[str]) -> bool:
    """ "hôm thứ tư", "thứ Tư", "Thứ tư, …" are days; "vòng đàm phán thứ tư" counts rounds."""
    words = match.group("wk").split()
    if words[-1].isdigit() and _COUNTED.search(match.string, 0, match.start()):
        return False  # "lần thứ 2"
    if (
        words[0].lower() == "chủ"
        or words[-1][0].isupper()
        or words[-1].isdigit()
        or match.group("wnext")
        or match.group("wlast")
    ):
        return True
    start = match.start()
    named_part = match.group().lower().split()[0] not in {"thứ", "chủ"}
    return start == 0 or named_part or _BEFORE_WEEKDAY.search(match.string, 0, start) is not None


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.get(" ".join(word.lower().split()), 0)


def _is_day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2024, month)[1]


def resolve(time: Time, first: date | None, last: date | None, future: bool = False) -> Day | None:
    """The day, month or year meant by a text published between ``first`` and ``last`` (Hanoi days, inclusive).

    ``future`` says that the sentence is about what is to come ("sẽ"). Where the answer is not the same for the whole
    range, or nothing is known of it, only what is printed counts: ``None`` when that names no year.
    """
    if time.year is not None:
        return Day(time.year, time.month, time.day)
    if first is None or last is None:
        return None
    early, late = _at(time, first, future), _at(time, last, future)
    return early if early == late else None


def _at(time: Time, now: date, future: bool) -> Day | None:
    forward = time.turn > 0 or (future and time.turn == 0)
    if time.kind == "ago":
        return _whole(now - timedelta(days=time.ago))
    if time.kind == "day" and time.month and time.day:
        years = [y for y in (now.year - 1, now.year, now.year + 1) if _is_day(y, time.month, time.day)]
        # The nearest; what is told as past may be a few days ahead only by a slip, what is planned never lies far back.
        nearest = min(years, key=lambda y: _distance(date(y, time.month or 1, time.day or 1), now, forward))
        return Day(nearest, time.month, time.day)
    if time.kind == "day" and time.day:
        return _day_of_month(time.day, now, forward)
    if time.kind == "weekday":
        back = (now.weekday() - time.ago) % 7
        if time.turn < 0 and back <= now.weekday():
            back += 7  # "thứ Hai tuần trước"
        if forward:
            return _whole(now + timedelta(days=(7 - back) % 7 or 7))
        return _whole(now - timedelta(days=back))
    if time.kind == "month":
        return _month_at(time, now, forward)
    if time.kind == "year":
        return Day(now.year + time.turn)
    return None


def _day_of_month(day: int, now: date, forward: bool) -> Day | None:
    """ "chiều 26", the month left out: the nearest such day before, or for a plan after."""
    months = [now.year * 12 + now.month - 1 + step for step in (-1, 0, 1)]
    days = [date(index // 12, index % 12 + 1, day) for index in months if _is_day(index // 12, index % 12 + 1, day)]
    if not days:
        return None
    return _whole(min(days, key=lambda one: _distance(one, now, forward)))


def _month_at(time: Time, now: date, forward: bool) -> Day:
    if time.month is None:
        index = now.year * 12 + now.month - 1 + time.turn
        return Day(index // 12, index % 12 + 1)
    year = now.year
    if time.turn > 0 and time.month <= now.month:
        year += 1
    elif (time.turn < 0 and time.month > now.month) or (time.turn == 0 and time.month - now.month > 6 and not forward):
        year -= 1
    elif time.turn == 0 and forward and now.month - time.month > 6:
        year += 1
    return Day(year, time.month)


def _distance(day: date, now: date, forward: bool) -> int:
    days = (day - now).days
    if forward:
        return days if days >= 0 else -days * 3
    return -days if days <= 0 else days * 4


def _whole(day: date) -> Day:
    return Day(day.year, day.month, day.day)
