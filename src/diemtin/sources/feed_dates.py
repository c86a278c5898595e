"""Dates as feeds write them: RFC 822 and its misspellings, ISO, the forms of Vietnamese systems. No zone is Hanoi."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from diemtin.language.text import fold
from diemtin.news import VIETNAM, Published

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ],
        1,
    )
    for name in names.split()
}
_ZONES = {"z": 0, "ut": 0, "utc": 0, "gmt": 0, "ict": 420, "est": -300, "edt": -240, "cst": -360, "cdt": -300}
_ZONES |= {
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "cet": 60,
    "cest": 120,
    "bst": 60,
    "jst": 540,
    "kst": 540,
}
_TIME = re.compile(r"(?<![\d/.-])(\d{1,2})(?::|h|g)(\d{2})?(?:[:'](\d{2})(?:[.,]\d+)?)?(?:\s*(am|pm|sa|ch)\b)?(?!\d)")
_NAMED = re.compile(r"\b(\d{1,2})[\s.-]+(?:(?:thg|thang)\s*(\d{1,2})|([a-z]{3,9}))[\s.,-]+(\d{4}|\d{2})\b")
_AMERICAN = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?=\D|t|$)")
_YEAR_LAST = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_OFFSET = re.compile(r"(?:gmt|utc)?\s*([+-])\s*(\d{1,2}):?(\d{2})?\)?\s*$")
_WORD = re.compile(r"\b([a-z]{1,4})\)?\s*$")


def read_feed_date(stated: str | None) -> Published:
    """A day or a moment; unknown, with the words that were there, when it cannot be read."""
    if not stated or not stated.strip():
        return Published(why="the feed gives no date")
    unreadable = Published(why=f"the date in the feed cannot be read: {stated.strip()[:40]!r}")
    words = fold(stated.strip()[:80])
    try:
        day, rest = _find_day(words)
        if day is None:
            return unreadable
        clock = _TIME.search(rest)
        if clock is None:
            return Published.on(day, "stated in the feed")
        hour, minute, second = int(clock[1]), int(clock[2] or 0), clock[3]
        if clock[4] in ("pm", "ch") and hour < 12:
            hour += 12
        elif clock[4] in ("am", "sa") and hour == 12:
            hour = 0
        moment = datetime(
            day.year, day.month, day.day, hour, minute, int(second or 0), tzinfo=_zone(rest[clock.end() :])
        )
        return Published.at(moment.astimezone(UTC), "second" if second else "minute", "stated in the feed")
    except (ValueError, OverflowError):
        return unreadable


def _find_day(words: str) -> tuple[date | None, str]:
    """The day, and the words without it."""
    if match := _YEAR_FIRST.search(words):
        # ISO puts a "t" between day and time; with it gone the time stands alone.
        return date(int(match[1]), int(match[2]), int(match[3])), _without(words, match).replace(" t", " ", 1)
    if (match := _NAMED.search(words)) and (match[2] or match[3] in _MONTHS):
        year = int(match[4]) + (
            2000 if len(match[4]) == 2 and int(match[4]) < 70 else 1900 if len(match[4]) == 2 else 0
        )
        return date(year, int(match[2] or _MONTHS[match[3]]), int(match[1])), _without(words, match)
    if (match := _AMERICAN.search(words)) and match[1] in _MONTHS:
        return date(int(match[3]), _MONTHS[match[1]], int(match[2])), _without(words, match)
    if match := _YEAR_LAST.search(words):
        first, second = int(match[1]), int(match[2])
        # Day first, as Vietnam writes; systems that write AM and PM in English write the month first.
        american = second > 12 or (first <= 12 and re.search(r"\d\s*(am|pm)\b", words) is not None)
        day, month = (second, first) if american else (first, second)
        return date(int(match[3]), month, day), _without(words, match)
    return None, words


def _without(words: str, match: re.Match[str]) -> str:
    return words[: match.start()] + " " + words[match.end() :]


def _zone(words: str) -> timezone:
    """Of what stands behind the time. "GMT+7" is seven hours east; a name nobody knows is Hanoi."""
    if match := _OFFSET.search(words):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))
    elif (match := _WORD.search(words)) and match[1] in _ZONES:
        return timezone(timedelta(minutes=_ZONES[match[1]]))
    return VIETNAM
