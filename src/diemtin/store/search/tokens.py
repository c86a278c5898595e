"""What a text is indexed under. Pure.

Every syllable is one token in its normal form (lower case, tone marks in the new place) and one without diacritics. The
two never collide: a normal form with diacritics is never equal to a folded one. A change here changes ``VERSION``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from diemtin.language.text import fold, normal

VERSION = 1

MOST_TOKENS = 6000
"""Syllables of one article that are indexed: ten times a long news text. PostgreSQL keeps 255 positions of a lexeme; in
6,000 syllables of Vietnamese no folded syllable comes more often (the commonest has 2.5%)."""
_LONGEST = 64
"""Longer runs are addresses or garbage; PostgreSQL refuses lexemes above 2,046 bytes."""
_TOKEN = re.compile(r"[^\W_]+")
_NOT_MARK = re.compile(r"[^a-z0-9]+")
_KEY_BITS = 26


class _Folding(dict[int, str]):
    """Letter to letters without diacritics, filled as letters are met: ``str.translate`` is 8 times ``fold``'s loop."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = folded
        return folded


_FOLDING = _Folding()


def tokens(text: str) -> list[str]:
    """The syllables of the normal form, in order; punctuation parts them ("AMM-57" is two)."""
    return [token[:_LONGEST] for token in _TOKEN.findall(normal(text))]


def folded(text: str) -> str:
    """``fold`` of a text that is already in normal form, fast."""
    return text if text.isascii() else text.translate(_FOLDING)


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of one article: title, sapo and body apart, each with a space before, between and after its tokens."""

    exact: tuple[str, str, str]
    folded: tuple[str, str, str]

    @classmethod
    def of(cls, title: str, lead: str | None, text: str) -> Words:
        parts: list[str] = []
        left = MOST_TOKENS
        for part in (title, lead or "", text):
            found = tokens(part)[:left]
            left -= len(found)
            parts.append(f" {' '.join(found)} " if found else " ")
        whole = "\n".join(parts)
        a, b, c = folded(whole).split("\n")
        return cls((parts[0], parts[1], parts[2]), (a, b, c))

    def pack(self) -> bytes:
        """As it is kept: six lines."""
        return "\n".join(self.exact + self.folded).encode()

    @classmethod
    def unpack(cls, packed: bytes) -> Words:
        a, b, c, d, e, f = packed.decode().split("\n")
        return cls((a, b, c), (d, e, f))

    @property
    def positions(self) -> str:
        """All folded tokens in order, for phrases. A token that nobody can ask for parts title, sapo and body."""
        return " _ ".join(part.strip() for part in self.folded)

    @property
    def marked(self) -> list[str]:
        """The different tokens that have diacritics, in a stable order."""
        exact = {token for part in self.exact for token in part.split()}
        return sorted(token for token in exact if not token.isascii() and folded(token) != token)


def outlet_mark(key: str) -> str:
    """The token that stands for an outlet: begins with ``_``, which no word does."""
    return "_o_" + _NOT_MARK.sub("_", fold(key))[:80]


def section_mark(code: str) -> str:
    return "_s_" + _NOT_MARK.sub("_", fold(code))[:60]


def order_key(moment: datetime, article: int) -> int:
    """Grows with time, then with the article's number. Fits 63 bits until the year 2300 and beyond."""
    return (int(moment.timestamp()) << _KEY_BITS) | (article & ((1 << _KEY_BITS) - 1))


def order_floor(moment: datetime) -> int:
    """The lowest key of that moment."""
    return order_key(moment, 0)


def moment_of_key(key: int) -> datetime:
    return datetime.fromtimestamp(key >> _KEY_BITS, UTC)
