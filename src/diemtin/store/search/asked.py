"""What a query asks. Pure: text in, ``Asked`` out; never fails, what cannot be understood is searched as words.

hàn quốc            both syllables; with diacritics they match exactly, without them any diacritics match
"hội đàm ba bên"    the phrase
-bóng               not this word
outlet:vnexpress  báo:…     section:thể-thao  mục:…     before:2024-09  trước:…     after:23/9/2024  sau:…
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from diemtin.language.text import fold, squeeze
from diemtin.news import VIETNAM
from diemtin.store.search.tokens import folded, tokens

LONGEST_QUERY = 300
MOST_TERMS = 24
_PIECE = re.compile(r"(?P<no>-)?(?:(?P<name>[^\W\d_]+):)?(?:[\"“”](?P<phrase>[^\"“”]*)[\"“”]?|(?P<word>[^\s\"“”]+))")
_FILTERS = {"outlet": "outlet", "bao": "outlet", "section": "section", "muc": "section", "chuyenmuc": "section"}
_FILTERS |= {"before": "before", "truoc": "before", "after": "after", "sau": "after"}
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$|(\d{1,2})[/.](\d{1,2})[/.](\d{4})$|(\d{1,2})/(\d{4})$")


@dataclass(frozen=True, slots=True)
class Term:
    """Tokens that must stand side by side; usually one. A token with diacritics must match exactly."""

    tokens: tuple[str, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(folded(token) for token in self.tokens)

    @property
    def exact(self) -> tuple[str, ...]:
        """Those with diacritics."""
        return tuple(token for token in self.tokens if folded(token) != token)


@dataclass(frozen=True, slots=True)
class Asked:
    """A query taken apart. ``before`` is exclusive, ``after`` inclusive; ``unknown``: the parts left out, as typed."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    outlets: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    before: datetime | None = None
    after: datetime | None = None
    unknown: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.terms or self.outlets or self.sections or self.before or self.after)


def read_query(text: str) -> Asked:
    """Takes the first 300 characters and 24 terms; the same term twice counts once."""
    text = squeeze(text.replace("\x00", " "))[:LONGEST_QUERY]
    terms: dict[Term, None] = {}
    without: dict[Term, None] = {}
    outlets: dict[str, None] = {}
    sections: dict[str, None] = {}
    unknown: list[str] = []
    before: datetime | None = None
    after: datetime | None = None
    for match in _PIECE.finditer(text):
        said = match["phrase"] if match["phrase"] is not None else match["word"]
        kind = _FILTERS.get(fold(match["name"]).replace("-", "")) if match["name"] else None
        if kind == "outlet" and said:
            outlets[said] = None
        elif kind == "section" and said:
            sections[said] = None
        elif kind in ("before", "after"):
            day = read_day(said)
            if day is None:
                unknown.append(match.group())
            elif kind == "before":
                before = _start(day[0]) if before is None else min(before, _start(day[0]))
            else:
                after = _start(day[0]) if after is None else max(after, _start(day[0]))
        else:
            found = tuple(tokens(f"{match['name']} {said}" if match["name"] else said))
            if found:
                (without if match["no"] else terms)[Term(found[:MOST_TERMS])] = None
    return Asked(
        text,
        tuple(terms)[:MOST_TERMS],
        tuple(without)[:MOST_TERMS],
        tuple(outlets)[:MOST_TERMS],
        tuple(sections)[:MOST_TERMS],
        before,
        after,
        tuple(unknown),
    )


def read_day(text: str) -> tuple[date, date] | None:
    """``2024``, ``2024-09``, ``2024-09-23``, ``23/9/2024``, ``9/2024``: first and last day meant; else ``None``."""
    match = _DAY.match(text.strip())
    if match is None:
        return None
    year, month, day, day2, month2, year2, month3, year3 = match.groups()
    y, m, d = (year or year2 or year3), (month or month2 or month3), (day or day2)
    try:
        first = date(int(y), int(m or 1), int(d or 1))
        if d:
            return first, first
        if m:
            return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return first, date(first.year, 12, 31)
    except (ValueError, OverflowError):
        return None


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)
