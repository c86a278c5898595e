"""What the Vietnamese press prints for a time: "ngày 23/9", "tháng Tư tới", "hôm qua", "cùng ngày", "cách đây hai tháng".

One regular expression reads them all; ``timex.resolve`` says which day each means.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

TimeKind = Literal["day", "month", "year", "weekday", "ago", "same_day", "shift", "loose"]


@dataclass(frozen=True, slots=True)
class Time:
    """One expression. ``turn`` is -1 for a word of the past ("qua", "trước"), +1 of the future ("tới"), else 0; for a
    month or a year that is only counted ("hai tháng trước", "năm ngoái") it is how many, and so it is for weeks."""

    start: int
    end: int
    kind: TimeKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    ago: int = 0
    """For ``ago``: days before publication (negative: after it); for ``weekday``: 0 is Monday; for ``shift``: days before
    the day told last."""
    turn: int = 0
    years: int | None = None
    """The year of a day or month, counted from that of publication: "tháng 3 năm ngoái" is -1."""
    months: int | None = None
    """The month of a bare day, counted from that of publication: "ngày 11 tháng tới" is +1."""
    week: bool = False
    """For ``weekday``: of the week that ``turn`` counts to, "thứ Hai tuần trước", "thứ Sáu này"."""


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
_NUMBER = "mười hai|mười một|mười|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|vài|mấy|nhiều"
_PART = r"(?:rạng\s+sáng|sáng\s+sớm|sáng|trưa|chiều|tối|đêm|khuya)"
_FIRST = (
    r"ngày|hôm|tháng|năm|từ|cùng|trong|mùng|mồng|rạng|sáng|trưa|chiều|tối|đêm|khuya|đến|tới|vào|trước|sau|và|thứ|chủ|cách"
    r"|đầu|giữa|cuối|hồi|mùa|tuần|vừa|mới|gần|sắp|thời|những|mười|một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín|vài|mấy|nhiều"
)
"""The words an expression may begin with: asked first, which takes half of the time off the search."""
_TIME = re.compile(
    rf"""(?x)
    (?:(?<!\w)(?=(?:{_FIRST})\b)|(?=[\d,(])|(?<=nay)(?=\s)|(?<=qua)(?=\s))(?:
    (?P<same>\bcùng\s+ngày\b(?!\s+\d)|\btrong\s+ngày\b(?!\s+(?:\d|hôm|đầu|làm|thứ|chủ))|\bngày\s+hôm\s+đó\b)
  | (?<![\d/.,-])(?P<fd>\d{{1,2}})\s?[/.-]\s?(?P<fm>\d{{1,2}})\s?[/.-]\s?(?P<fy>(?:19|20)\d\d)(?![\d])
  | \b(?:ngày|hôm|từ)\s+(?P<xd>\d{{1,2}})\s?/\s?(?P<xm>\d{{1,2}})\s*(?:-|–|đến|tới)\s*(?:ngày\s+)?\d{{1,2}}\s?/\s?\d{{1,2}}
       (?:\s?/\s?(?P<xy>(?:19|20)\d\d))?(?![/%\d]|[.,-]\d)
  | \b(?:ngày|hôm|từ)\s+(?P<rd>\d{{1,2}})\s*(?:,\s*\d{{1,2}}\s*)*(?:-|–|và|đến|tới)\s*(?:ngày\s+)?\d{{1,2}}
       (?:\s?[/-]\s?|\s+tháng\s+)(?P<rm>\d{{1,2}}|{_MONTH_WORD})\b(?:\s?[/-]\s?(?P<ry>(?:19|20)\d\d))?(?![\d/%]|[.,-]\d)
  | \b(?:ngày|mùng|mồng|hôm|{_PART})\s+(?:mùng\s+)?(?P<wd>\d{{1,2}})\s+tháng\s+(?P<wm>\d{{1,2}}|{_MONTH_WORD})\b
       (?:\s*(?:năm|,|/|-)?\s*(?P<wy>(?:19|20)\d\d)\b)?
  | \b(?:ngày|mùng|mồng|hôm|{_PART})\s+(?P<td>\d{{1,2}})\s+tháng\s+(?:(?P<tnext>tới|sau)|này|(?P<tlast>trước|vừa\s+qua))\b
  | \btháng\s+(?P<mm>\d{{1,2}}|{_MONTH_WORD})\b\s*(?:[./-]|năm|,)\s*(?P<my>(?:19|20)\d\d)\b
  | (?<![\d/.,-])(?<!quý\s)(?P<sm>\d{{1,2}})/(?P<sy>(?:19|20)\d\d)(?![\d/])
  | (?:\b(?:ngày|hôm|{_PART}|mùng|mồng)\s+(?:(?:ngày|hôm)\s+)?|(?:(?<=\bnay)|(?<=\bqua))\s+)
       (?P<pd>\d{{1,2}})\s?[/.-]\s?(?P<pm>\d{{1,2}})(?![\d/%]|[.,-]\d)
  | (?:\b(?:từ|đến|tới|vào|trước|sau|và)\s+|[,(]\s*)
       (?P<qd>\d{{1,2}})(?:/|-(?=\d{{1,2}}(?:\)|\s+tới|\s+vừa|,\s|\.?$)))(?P<qm>\d{{1,2}})(?![\d/%-]|[.,-]\d)
  | \b(?:ngày|hôm|{_PART})\s+(?P<od>\d{{1,2}})
       (?=\s+(?:đã|vừa|tại|ở|cho|nói|tuyên|thông|tới|gặp|có|sẽ|cũng|qua)\b|\s*[,.;)])(?!,\d)
  | \btháng\s+(?P<nm>\d{{1,2}}|{_MONTH_WORD})\b
       (?:\s+(?:(?P<nnext>tới|sắp\s+tới)|(?P<nlast>vừa\s+qua|vừa\s+rồi|qua|rồi)))?
  | \b(?:{_PART}\s+)?(?P<wk>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)\b
       (?:\s+(?:(?P<wnext>tới|tuần\s+tới|tuần\s+sau)|(?P<wlast>tuần\s+trước|tuần\s+(?:vừa\s+)?(?:qua|rồi)|trước)
       |(?P<wthis>(?:trong\s+)?tuần\s+này|này)|(?P<wpast>vừa\s+qua|vừa\s+rồi|qua)))?
  | \b(?P<today>hôm\s+nay|ngày\s+hôm\s+nay|(?:{_PART}|trưa)\s+nay)\b
  | \b(?P<yesterday>hôm\s+qua|ngày\s+hôm\s+qua|ngày\s+qua|{_PART}\s+(?:hôm\s+)?qua)\b
  | \b(?P<before>hôm\s+kia)\b
  | \b(?P<tomorrow>ngày\s+mai|{_PART}\s+(?:ngày\s+)?mai)\b
  | (?P<dayafter>(?<!nay\s)(?<!mai\s)\bhôm\s+sau)\b
  | (?P<daybefore>(?<!vài\s)(?<!mấy\s)(?<!hai\s)\bhôm\s+trước)\b
  | \bcách\s+(?:đây|nay)\s+(?P<ca>(?:gần|hơn|khoảng|chừng|đúng|không\s+đầy|chưa\s+đầy|tròn)\s+)?
       (?P<cn>\d{{1,3}}|{_NUMBER})\s+(?P<cu>ngày|hôm|tuần|tháng|năm)\b
  | (?P<dt>trước|sau)\s+đó\s+(?P<dn>\d{{1,3}}|{_NUMBER})\s+(?P<du>ngày|hôm|tuần|tháng|năm)\b
  | (?<!lần\s)(?<!thứ\s)(?<!tháng\s)(?<![\d/.,-])\b(?P<bn>\d{{1,3}}|{_NUMBER})\s+(?P<bu>ngày|hôm|tuần|tháng|năm)
       \s+(?P<bt>(?:trước|sau)\s+đó|trước(?:\s+đây)?|sau(?!\s+khi)|tới|nữa)\b
  | \bnăm\s+(?P<yy>(?:19|20)\d\d)\b
  | \b(?:đầu|giữa|cuối|hồi|vào|mùa\s+(?:xuân|hè|thu|đông))\s+(?P<hy>(?:19|20)\d\d)\b(?!\s*[-–/.]\s*\d)
  | \b(?P<lastyear>năm\s+ngoái|năm\s+trước)\b | \b(?P<nextyear>năm\s+tới|năm\s+sau)\b
  | \b(?P<thisyear>năm\s+nay|hồi\s+(?:đầu|giữa)\s+năm(?!\s+(?:\d|nay|ngoái|trước|tới|sau|kia)))\b | \b(?P<yearbefore>năm\s+kia)\b
  | \b(?P<lastmonth>tháng\s+trước(?!\s+đó)|tháng\s+vừa\s+(?:qua|rồi))\b
  | \b(?P<nextmonth>tháng\s+tới|tháng\s+sau)\b | \b(?P<thismonth>tháng\s+này
       |(?:hồi|vào)\s+(?:đầu|giữa|cuối)\s+tháng(?!\s+(?:\d|trước|tới|sau|này|vừa|qua|sắp|(?:{_MONTH_WORD})\b)))\b
  | \b(?P<loosepast>(?:(?:đầu|giữa|cuối|trong)\s+)?tuần\s+(?:trước|vừa\s+qua|vừa\s+rồi|qua|rồi|này)|vừa\s+qua|mới\s+đây
       |gần\s+đây|trước\s+(?:đó|đây)|hồi\s+(?:đầu|giữa|cuối)\s+tuần
       |(?:đầu|giữa)\s+tuần(?!\s+(?:tới|sau|làm|lễ|trăng))
       |tháng\s+trước\s+đó|năm\s+trước\s+đó)\b
  | \b(?P<loosenext>(?:(?:đầu|giữa|cuối)\s+)?tuần\s+(?:tới|sau)|sắp\s+tới|(?:thời\s+gian|những\s+(?:ngày|tuần|tháng|năm))\s+tới)\b
    )"""
)


_OF_YEAR = re.compile(
    r"\s*,?\s*(?:(?:của\s+)?năm\s+(?:(?P<last>ngoái|trước)|(?P<this>nay)|(?P<next>tới|sau)|(?P<told>đó|ấy))"
    r"|(?P<other>cùng\s+năm|âm\s+lịch))\b",
    re.IGNORECASE,
)
_PAST_MONTH = re.compile(r"\bhồi\s+(?:(?:đầu|giữa|cuối)\s+)?$", re.IGNORECASE)


@lru_cache(maxsize=256)  # dating and meetings ask for the same sentences one after the other
def find_times(text: str) -> tuple[Time, ...]:
    """Every time expression of the text, in order."""
    found: list[Time] = []
    lower = text.lower()
    for match in _TIME.finditer(lower if len(lower) == len(text) else text):  # one letter in Unicode grows by it
        if found and match.start() < found[-1].end:
            continue  # "năm ngoái" of "tháng 3 năm ngoái"
        time = _read(match, text)
        if time is not None:
            found.append(_on_same(_with_date(_with_year(time, text), text), text))
    return tuple(_share_years(_once(found, text), text))


_DATE = re.compile(r"\s+(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})(?![\d/%]|[.,-]\d)")


def _with_date(time: Time, text: str) -> Time:
    """ "thứ Sáu 6/9": the date that follows a day of the week bare."""
    match = _DATE.match(text, time.end) if time.kind == "weekday" else None
    if match is None or not is_day(None, int(match["month"]), int(match["day"])):
        return time
    return Time(time.start, match.end(), "day", None, int(match["month"]), int(match["day"]))


def _on_same(time: Time, text: str) -> Time:
    """ "cùng ngày 26/7": the day itself."""
    return replace(time, start=time.start - 5) if time.kind == "day" and text[: time.start].endswith("cùng ") else time


_THAT_IS = re.compile(r"[^.;]{0,30}?\btức (?:là )?(?:vào )?")
""" "trưa 15-8 (giờ địa phương, tức rạng sáng 16-8 theo giờ Việt Nam)"."""
_AND_SO = re.compile(r"\s*,?\s*")


def _once(found: list[Time], text: str) -> list[Time]:
    """ "thứ Năm (22/1)", "hôm nay, 6/10/2020": one day told twice, as printed with its month."""
    kept: list[Time] = []
    for time in found:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.kind in {"weekday", "ago"}
            and time.kind == "day"
            and time.month is not None
            and _AND_SO.fullmatch(text, last.end, time.start)
        ):
            kept[-1] = replace(time, start=last.start)
        elif (
            last is not None
            and last.kind == "day"
            and time.kind in {"day", "ago"}
            and _THAT_IS.fullmatch(text, last.end, time.start)
        ):
            continue  # the same hour elsewhere
        else:
            kept.append(time)
    return kept


def _share_years(found: list[Time], text: str) -> list[Time]:
    """ "vào tháng 5 và tháng 9 năm ngoái": the year of the last is that of all; and "Năm 2001, … hồi tháng 6": of the first."""
    for at in range(len(found) - 2, -1, -1):
        one, other = found[at], found[at + 1]
        if (
            one.month
            and one.year is None
            and one.years is None
            and other.month
            and _LISTED.fullmatch(text, one.end, other.start)
        ):
            if one.day and not is_day(other.year, one.month, one.day):
                continue  # 29 February
            turn = other.turn if other.years is not None else one.turn
            found[at] = replace(one, year=other.year, years=other.years, turn=turn)
    if (
        len(found) > 1
        and found[0].kind == "year"
        and found[0].start <= len("Trong ")
        and text[found[0].end : found[0].end + 1] == ","
    ):
        first = found[0]
        years = None if first.year else first.turn
        found[1:] = [
            replace(time, year=first.year, years=years, turn=first.turn)
            if time.kind == "month" and time.month and time.year is None and time.years is None and time.turn <= 0
            else time
            for time in found[1:]
        ]
    return found


_LISTED = re.compile(r"\s*(?:,|và|rồi|,\s*rồi)\s*(?:ngày|hôm|hồi|vào)?\s*")


def _with_year(time: Time, text: str) -> Time:
    """A day or month with the year that follows in words, or with "hồi" before it, which tells of the past."""
    if time.kind not in {"day", "month"} or time.month is None or time.year is not None:
        return time
    match = _OF_YEAR.match(text, time.end)
    if match is not None and (match["told"] or match["other"]):
        return Time(time.start, match.end(), "loose", turn=-1)  # the year is that of something else
    if match is not None:
        years = -1 if match["last"] else 1 if match["next"] else 0
        return replace(time, end=match.end(), years=years, turn=years)
    if time.kind == "month" and time.turn == 0 and _PAST_MONTH.search(text, max(0, time.start - 20), time.start):
        return replace(time, turn=-1)
    return time


def _read(match: re.Match[str], text: str) -> Time | None:
    got = match.groupdict()
    start, end = match.span()
    if match.lastgroup == "same" or got["same"]:
        return Time(start, end, "same_day")
    for day, month, year in (
        ("xd", "xm", "xy"),
        ("rd", "rm", "ry"),
        ("fd", "fm", "fy"),
        ("wd", "wm", "wy"),
        ("pd", "pm", None),
        ("qd", "qm", None),
    ):
        if got[day]:
            d, m = int(got[day]), _month(got[month])
            y = int(got[year]) if year and got[year] else None
            return Time(start, end, "day", y, m, d) if is_day(y, m, d) else None
    if got["od"]:
        d = int(got["od"])
        return Time(start, end, "day", None, None, d) if 1 <= d <= 31 else None
    for month, year in (("mm", "my"), ("sm", "sy")):
        if got[month]:
            m = _month(got[month])
            return Time(start, end, "month", int(got[year]), m) if 1 <= m <= 12 else None
    if got["td"]:
        d, months = int(got["td"]), 1 if got["tnext"] else -1 if got["tlast"] else 0
        return Time(start, end, "day", None, None, d, turn=months, months=months) if 1 <= d <= 31 else None
    if got["nm"]:
        if not got["nm"].isdigit() and got["nm"].islower() and _is_counted(match, text):
            return None
        m = _month(got["nm"])
        turn = 1 if got["nnext"] else -1 if got["nlast"] else 0
        return Time(start, end, "month", None, m, turn=turn) if 1 <= m <= 12 else None
    if got["wk"]:
        if not _is_weekday(match, text):
            return None
        word = " ".join(str(got["wnext"] or got["wlast"] or got["wthis"] or "").lower().split())
        turn = 1 if got["wnext"] else -1 if got["wlast"] or got["wpast"] else 0
        weekday = WEEKDAYS.get(got["wk"].lower().split()[-1], 6)
        return Time(start, end, "weekday", ago=weekday, turn=turn, week="tuần" in word or bool(got["wthis"]))
    for name, ago in (("today", 0), ("yesterday", 1), ("before", 2), ("tomorrow", -1)):
        if got[name]:
            return Time(start, end, "ago", ago=ago)
    for name, ago in (("dayafter", -1), ("daybefore", 1)):
        if got[name]:
            return Time(start, end, "shift", ago=ago)
    for number, unit in (("cn", "cu"), ("bn", "bu"), ("dn", "du")):
        if got[number]:
            return _counted(match, got[number], got[unit].lower())
    if got["yy"] or got["hy"]:
        return Time(start, end, "year", int(got["yy"] or got["hy"]))
    for name, turn in (("lastyear", -1), ("thisyear", 0), ("nextyear", 1), ("yearbefore", -2)):
        if got[name]:
            return Time(start, end, "year", turn=turn)
    for name, turn in (("lastmonth", -1), ("thismonth", 0), ("nextmonth", 1)):
        if got[name]:
            return Time(start, end, "month", turn=turn)
    return Time(start, end, "loose", turn=-1 if got["loosepast"] else 1)


_NUMBERS = {name: number for name, number in MONTHS.items() if name not in {"giêng", "tư", "chạp"}}
_ABOUT = {"gần", "hơn", "khoảng", "chừng", "không", "chưa"}
_ALONE = re.compile(r"\s*(?:[,.;:)]|$|(?:tại|ở|đã|giữa|với|ông|bà|hai)\b)")
"""What may follow "hai ngày trước" when it counts from publication: not "trước cuộc gặp"."""
_DAYS, _YEARS = 10, 9
"""Beyond so many the press counts in round numbers."""


def _counted(match: re.Match[str], printed: str, unit: str) -> Time:
    """ "cách đây hai tháng", "ba ngày trước", "một ngày sau đó"; "loose" where it is not exact."""
    start, end = match.span()
    got = match.groupdict()
    told = f"{got['dt']} đó" if got["dt"] else " ".join((got["bt"] or "trước").split())
    number = int(printed) if printed.isdigit() else _NUMBERS.get(" ".join(printed.lower().split()), 0)
    loose = Time(start, end, "loose", turn=1 if told in {"tới", "nữa"} else -1)
    if number == 0 or (got["ca"] and got["ca"].split()[0].lower() in _ABOUT):
        return loose
    if told == "tới" or (got["bt"] and told in {"trước", "sau"} and not _ALONE.match(match.string, end)):
        return loose
    days = unit in {"ngày", "hôm"} and number <= _DAYS
    if told in {"trước đó", "sau đó", "sau"}:
        return Time(start, end, "shift", ago=number if told == "trước đó" else -number) if days else loose
    if days:
        return Time(start, end, "ago", ago=-number if told == "nữa" else number)
    if told == "nữa" or unit not in {"tháng", "năm"} or number > (_YEARS if unit == "năm" else 11):
        return loose
    return Time(start, end, "month" if unit == "tháng" else "year", turn=-number)


_COUNTED = re.compile(
    r"(?:lần|vòng|khóa|khoá|kỳ|người|vị trí|hạng|ngày|năm|cấp|phiên|đợt|nước|quý|tập|chuyến|cuộc|đứng)\s*$",
    re.IGNORECASE,
)
_IN_PICTURE = re.compile(r"\s+(?:từ|bên|tính từ)\s+(?:trái|phải)")
_BEFORE_WEEKDAY = re.compile(
    r"(?:hôm|vào|ngày|sáng|trưa|chiều|tối|đêm|từ|đến|tới|trước|qua|và|khuya|\()\s*$", re.IGNORECASE
)


def _is_weekday(match: re.Match[str], text: str) -> bool:
    """ "hôm thứ tư", "thứ Tư", "Thứ tư, …" are days; "vòng đàm phán thứ tư" counts rounds."""
    words = text[match.start("wk") : match.end("wk")].split()
    if words[-1].isdigit() and (_COUNTED.search(text, 0, match.start()) or _IN_PICTURE.match(text, match.end())):
        return False  # "lần thứ 2", "(thứ 2 từ trái)"
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
    return start == 0 or named_part or _BEFORE_WEEKDAY.search(text, 0, start) is not None


_MANY = re.compile(
    r"(?:\d|\b(?:nhiều|vài|mấy|những|các|hàng|mỗi|từng|cả|suốt|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))\s+$",
    re.IGNORECASE,
)
_BEINGS = re.compile(r"\s+(?:nước|bên|miền|phe|phía|nhà lãnh đạo|quốc gia|đảng|lần)\b")


def _is_counted(match: re.Match[str], text: str) -> bool:
    """ "sau nhiều tháng hai nước căng thẳng": months that are counted, and two states."""
    return bool(_MANY.search(text, 0, match.start()) or _BEINGS.match(text, match.end("nm")))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS.get(" ".join(word.lower().split()), 0)


def is_day(year: int | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2024, month)[1]
