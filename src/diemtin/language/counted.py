"""Conferences that are counted: "AMM lần thứ 57", "khóa họp 79 Đại hội đồng LHQ". The number tells the year.

Facts, to be checked in the lists of meetings of asean.org and of sessions of un.org/en/ga: the ASEAN Foreign Ministers'
Meeting and the ASEAN Regional Forum are held every year (57th and 31st: 2024), ASEAN summits twice a year since the 16th
(2010), the East Asia Summit every year since the 5th (2010); the 79th UN General Assembly opened in September 2024.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_NUMBER = r"(?:lần (?:thứ )?)?(?P<number>\d\d)\b"
_UN = r"(?:Liên [Hh]ợp [Qq]uốc|Liên [Hh]iệp [Qq]uốc|LHQ)"
_COUNTED: tuple[tuple[re.Pattern[str], range, frozenset[int], Callable[[int], int]], ...] = (
    (
        re.compile(
            rf"[Hh]ội nghị (?:[Bb]ộ trưởng [Nn]goại giao|[Nn]goại trưởng) ASEAN (?:\(AMM\) )?{_NUMBER}"
            r"|\bAMM[- ](?P<short>\d\d)\b"
        ),
        range(34, 80),
        frozenset({6, 7, 8, 9}),
        lambda number: 1967 + number,
    ),
    (
        re.compile(rf"(?:[Dd]iễn đàn [Kk]hu vực ASEAN (?:\(ARF\) )?{_NUMBER}|\bARF[- ](?P<short>\d\d)\b)"),
        range(8, 60),
        frozenset({6, 7, 8, 9}),
        lambda number: 1993 + number,
    ),
    (
        re.compile(r"(?:[Hh]ội nghị )?[Cc]ấp cao ASEAN (?:lần (?:thứ )?)(?P<number>\d\d)\b"),
        range(16, 80),
        frozenset({4, 5, 6, 9, 10, 11, 12}),
        lambda number: 2010 + (number - 16) // 2,
    ),
    (
        re.compile(rf"[Cc]ấp cao Đông Á (?:\(EAS\) )?{_NUMBER}"),
        range(5, 60),
        frozenset({9, 10, 11, 12}),
        lambda number: 2005 + number,
    ),
    (
        re.compile(
            rf"(?:[Kk]h[óo][áa]? họp|[Kk]h[óo][áa]?|[Kk]ỳ họp)(?: lần)?(?: thứ)? (?P<number>\d\d) (?:của )?Đại hội đồng {_UN}"
            rf"|Đại hội đồng {_UN} (?:khóa|khoá|lần thứ) (?P<short>\d\d)\b"
        ),
        range(56, 100),
        frozenset({9, 10}),
        lambda number: 1945 + number,
    ),
)
"""Wording, the numbers that are known, the months in which it meets, and the year of a number."""


def year_of_counted(text: str, month: int) -> int | None:
    """The year of the one counted conference that ``text`` (NFC) names, for a day in one of the months in which it meets."""
    if not any(sign in text for sign in ("ASEAN", "AMM", "ARF", "Đông Á", "Đại hội đồng")):
        return None
    years = set()
    for pattern, known, months, year in _COUNTED:
        for match in pattern.finditer(text):
            number = int(match["number"] or match.groupdict().get("short") or 0)
            if number in known and month in months:
                years.add(year(number))
    return years.pop() if len(years) == 1 else None
