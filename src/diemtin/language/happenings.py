"""Happenings that the press calls by a name of their own: storms, flights, court cases.

Such a name alone says that two texts are about one thing, which a person's or a place's name never does. Storms are
numbered anew each year by the Vietnamese weather service, so a number counts together with its year only; names of the
international list ("Yagi") come back after years, if at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from diemtin.language.countries import find_country
from diemtin.language.places import places

_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_CAPITAL = rf"[{_UPPER}][\w’'-]*"
_STORM = r"\b(?:[Ss]iêu bão|[Cc]ơn bão|[Bb]ão|BÃO)(?: nhiệt đới)?"
_NUMBERED = re.compile(rf"{_STORM} (?:số|SỐ) (\d{{1,2}})\b")
_INTERNATIONAL = re.compile(rf"tên quốc tế(?: là)?:? [“\"']?({_CAPITAL}(?:[ -]{_CAPITAL})?)")
_NAMED = re.compile(rf"{_STORM}(?: số \d{{1,2}})?,? [(“\"']?({_CAPITAL}(?:[ -]{_CAPITAL})?)")
_FLIGHT = re.compile(
    r"\b(?:[Cc]huyến bay|[Mm]áy bay|[Pp]hi cơ|[Vv]ụ|số hiệu)(?: mang)?(?: số hiệu)? ([A-Z]{2}-?\d{2,4})\b"
)
_CASE = re.compile(
    rf"\b(?:vụ|[Vv]ụ án|[Đđ]ại án)(?: (?:tại|ở))?(?: Công ty)? ({_CAPITAL}(?: {_CAPITAL}){{1,3}})\b"
    r"|\b(?:vụ án|đại án) ([A-Z]{3,6})\b"
)
"""Not "Vụ": a department of a ministry ("Vụ Châu Á"), or the first word of what is no name."""
_NO_NAME = re.compile(
    rf"(?:{_CAPITAL} )?(?:Quốc|Mỹ|Đông|Biển|Nhật|Philippines|Việt)\b|(?:Các|Nhiều|Những|Ông|Bà|Theo|Tại|Trong|Cty|Công)\b"
)
"""Words that say where, begin a sentence or name a company's sort, not what something is called ("bão Biển Đông")."""


def find_happenings(text: str, year: int | None) -> tuple[str, ...]:
    """The names in ``text`` (NFC), sorted, without repeats: ``bão số 13/2026``, ``bão Mộc Miên``, ``chuyến bay MH370``,
    ``vụ Vạn Thịnh Phát``. ``year`` is the one the text came out in; without it numbered storms are left out."""
    return tuple(sorted({*_find_storms(text, year), *_find_others(text)}))


def _find_storms(text: str, year: int | None) -> Iterator[str]:
    if "ão" not in text and "ÃO" not in text:
        return
    numbers = {match[1] for match in _NUMBERED.finditer(text)}
    if year is not None:
        yield from (f"bão số {int(number)}/{year}" for number in numbers)
    names = [match[1] for match in _NAMED.finditer(text)]
    if numbers:
        names += [match[1] for match in _INTERNATIONAL.finditer(text)]
    yield from (f"bão {name.title()}" for name in names if not name.isupper() and not _NO_NAME.match(name))


def _find_others(text: str) -> Iterator[str]:
    for match in _FLIGHT.finditer(text):
        yield f"chuyến bay {match[1].replace('-', '')}"
    for match in _CASE.finditer(text):
        name = match[1] or match[2]
        if not _NO_NAME.match(name) and not find_country(name) and name not in places():
            yield f"vụ {name}"
