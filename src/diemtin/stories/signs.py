"""Signs of a line of events in one article: offices, persons, countries, places, names, and happenings with a name.

Offices, persons, countries and places are what ``events`` found; where it has not looked, a light look-up of "office
country" ("Ngoại trưởng Mỹ") stands in. Names are runs of capitalised syllables that stand in headline or sapo or come
again, rare ones only; so do happenings ("bão số 13").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from diemtin import news
from diemtin.language.countries import countries, find_country
from diemtin.language.happenings import find_happenings
from diemtin.language.offices import offices
from diemtin.language.text import nfc, normal
from diemtin.stories import terms as t
from diemtin.stories.background import background_idf

_NAMES = 12
_LETTERS = 5000
"""Names are looked for in that much of a text."""
_RARE = 5.0
"""Least weight (log of one in so many texts) of a name that says what an article is about: one text in 150."""
_UPPER = "A-Z" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
_CAPITALS = rf"[{_UPPER}][\w’'-]*"
_NAME = re.compile(rf"(?<![\w.]){_CAPITALS}(?: {_CAPITALS}){{1,4}}")
_NOT_NAMES = frozenset(
    """
    Ông Bà Anh Chị Theo Tại Trong Ngày Sau Trước Khi Với Từ Và Nhưng Còn Tuy Vụ Các Những Một Hai Ba Ở
    Do Vì Để Cả Thế Mặc Dù Hiện Nay Sáng Chiều Tối Đêm Trưa Phát Trả Về Bên Cùng Đây Đó Này Tháng Năm
    Ảnh Video
    """.split()
)
"""Words that begin a sentence before a name."""
_COUNTERPART = r"(?:người đồng cấp|đồng cấp|người đồng nhiệm|đồng nhiệm)"


@dataclass(frozen=True, slots=True)
class Signs:
    """Sorted, without repeats; offices are codes ``foreign_minister:jp``, countries two-letter codes."""

    offices: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()

    def to_lists(self) -> list[tuple[str, ...]]:
        return [self.offices, self.persons, self.countries, self.places, self.names, self.happenings]

    @staticmethod
    def from_lists(lists: Sequence[Sequence[str]]) -> Signs:
        return Signs(*(tuple(entries) for entries in lists))


class Anchor(NamedTuple):
    """One sign as threads compare it. ``weight`` 1 and up is a sure sign; below, it only supports others."""

    kind: str
    value: str
    weight: float


def find_signs(article: news.Article, told: news.Told | None) -> Signs:
    """All signs of one article."""
    text = nfc(f"{article.title}\n{article.text}"[:_LETTERS])
    held = tuple(sorted(set(told.offices))) if told is not None else _find_offices(text)
    persons = tuple(sorted(set(told.persons))) if told is not None else ()
    lands = tuple(sorted(set(told.countries))) if told is not None else ()
    if told is None:
        lands = tuple(sorted({office.partition(":")[2] for office in held}))
    places = tuple(sorted(set(told.places))) if told is not None else ()
    known = {normal(name) for name in persons + places}
    return Signs(held, persons, lands, places, _find_names(article, text, known), _find_happenings(article))


def _find_happenings(article: news.Article) -> tuple[str, ...]:
    """Those in headline, sapo or tags. What only the text mentions is what an article compares or dates itself with: in
    the sample not one of ten such articles is about the storm."""
    published = article.published.end
    head = "\n".join((article.title, article.lead or "", *article.tags))
    return find_happenings(nfc(head), published.year if published is not None else None)


def _find_names(article: news.Article, text: str, known: set[str]) -> tuple[str, ...]:
    head = len(article.title) + 1 + len(article.lead or "")
    counts: Counter[str] = Counter()
    for match in _NAME.finditer(text):
        name = match.group()
        first, _, rest = name.partition(" ")
        if first in _NOT_NAMES:
            name = rest
        if " " in name:
            counts[name] += 3 if match.start() < head else 1
    found = [
        (count * name_weight(name), name)
        for name, count in counts.items()
        if count >= 2 and normal(name) not in known and name_weight(name) >= _RARE and find_country(name) is None
    ]
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(sorted(name for _, name in found[:_NAMES]))


@lru_cache(maxsize=50_000)
def name_weight(name: str) -> float:
    """How rare a name is in the background counts: log of one in so many texts."""
    words = t.read_words(name)
    plain = np.concatenate((np.zeros(1, dtype=np.uint64), words[words != 0] | np.uint64(1 << 32)))
    found = t.name_terms(plain)
    return float(background_idf()[found[0]]) if len(found) else 9.0


@cache
def _office_patterns() -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    by_office = {
        normal(name): office.code for office in offices().values() if office.rank <= 3 for name in office.names
    }
    by_country = {
        normal(form): country.code
        for country in countries().values()
        for form in (country.name, *country.aliases, *country.adjectives)
        if len(form) > 1
    }
    words = "|".join(sorted(map(re.escape, by_office), key=len, reverse=True))
    lands = "|".join(sorted(map(re.escape, by_country), key=len, reverse=True))
    pattern = re.compile(rf"\b(?:({words})|{_COUNTERPART})(?: (?:của )?(?:nước )?({lands}))?\b")
    return pattern, by_office, by_country


def _find_offices(text: str) -> tuple[str, ...]:
    pattern, by_office, by_country = _office_patterns()
    if not by_office:
        return ()
    found: set[str] = set()
    last: str | None = None
    for match in pattern.finditer(normal(text)):
        if match.group(1):
            last = by_office[match.group(1)]
        if last and match.group(2):
            found.add(f"{last}:{by_country[match.group(2)]}")
    return tuple(sorted(found))


def anchors_of(signs: Iterable[Signs]) -> frozenset[Anchor]:
    """The signs of a story: those of its article, or of at least a third of its articles."""
    counts: Counter[Anchor] = Counter()
    total = 0
    for one in signs:
        total += 1
        counts.update(_anchors(one))
    least = max(1, total / 3)
    return frozenset(anchor for anchor, count in counts.items() if count >= least)


def _anchors(signs: Signs) -> set[Anchor]:
    found = {Anchor("office", office, 0.5 if office.endswith(":vn") else 1.5) for office in signs.offices}
    found |= {Anchor("person", person, _person_weight(person)) for person in signs.persons}
    found |= {Anchor("name", name, min(2.0, (name_weight(name) - 3) / 2.5)) for name in signs.names}
    found |= {Anchor("happening", name, 4.0) for name in signs.happenings}
    found |= {Anchor("country", country, 0.3) for country in signs.countries if country != "vn"}
    found |= {Anchor("place", place, 0.4) for place in signs.places}
    return found


def _person_weight(person: str) -> float:
    return max(0.8, min(1.6, (name_weight(person) - 3) / 3))
