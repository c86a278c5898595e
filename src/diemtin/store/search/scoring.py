"""What a match is worth. Pure, the same on both databases.

BM25 by field over the terms and over the pairs of neighbouring terms (a Vietnamese word is mostly two syllables: "hàn
quốc" side by side says far more than "hàn" and "quốc" apart), times a gentle preference for the young. No inverse
document frequency: all matches hold all terms, so it would only weigh the terms of one query against each other.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from itertools import pairwise

from diemtin.language.text import fold
from diemtin.store.search.asked import Asked, Term
from diemtin.store.search.tokens import Words

_HEADLINE = 3.0
_SAPO = 1.2
"""A word of the headline, of the sapo, once: in a headline every word was chosen to say what the text is about; a body
that repeats a word for ever earns 2.4 at most. With fields counted together, bodies that repeat "Việt Nam" came before
headlines that name it (first ten of a dozen queries over real articles)."""
_K1 = 1.4
_B = 0.4
"""The usual BM25 constants; b lower than 0.75 because reports of 150 and of 900 syllables are both normal."""
_TYPICAL = 420.0
"""Median length of a news article in syllables (the evaluation sets have 380-470)."""
_PAIR = 1.5
_PHRASE = 2.0
HALF_LIFE_DAYS = 45.0
_AGE_SHARE = 0.35
"""Age alone moves a score by at most 35%; half of it is gone after 45 days."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """A query made ready to be counted in many articles."""

    needles: tuple[tuple[str, bool], ...]
    """Each single token between spaces, and whether it must match exactly."""
    pairs: tuple[str, ...]
    """Neighbouring tokens, folded, between spaces."""
    phrases: tuple[re.Pattern[str] | str, ...]
    """What must be there: a folded string, or a pattern over the exact text where exact and folded tokens are mixed."""
    without: tuple[re.Pattern[str] | str, ...]

    @classmethod
    def of(cls, asked: Asked) -> Matcher:
        flat = [token for term in asked.terms for token in term.tokens]
        exact = {token for term in asked.terms for token in term.exact}
        plain = [token for term in asked.terms for token in term.folded]
        return cls(
            tuple((f" {token} ", token in exact) for token in dict.fromkeys(flat)),
            tuple(dict.fromkeys(f" {a} {b} " for a, b in pairwise(plain))),
            tuple(_needle(term) for term in asked.terms if len(term.tokens) > 1),
            tuple(_needle(term) for term in asked.without),
        )

    def matches(self, words: Words) -> bool:
        """Are the phrases there, and nothing that was excluded? The databases only promise the folded words."""
        return all(_holds(needle, words) for needle in self.phrases) and not any(
            _holds(needle, words) for needle in self.without
        )

    def score(self, words: Words) -> float:
        """Relevance without age: 0 when nothing matches, rarely above 20."""
        length = sum(part.count(" ") for part in words.folded) / _TYPICAL
        norm = _K1 * (1 - _B + _B * length)
        total = 0.0
        for needle, exact in self.needles:
            total += _worth(words.exact if exact else words.folded, needle, norm)
        for pair in self.pairs:
            total += _PAIR * _worth(words.folded, pair, norm)
        for phrase in self.phrases:
            if isinstance(phrase, str):
                total += _PHRASE * _worth(words.folded, phrase, norm)
        return total


def aged(score: float, moment: datetime, newest: datetime) -> float:
    """The score with age counted from the newest match; rounded so that both databases and all machines agree."""
    days = max((newest - moment).total_seconds(), 0.0) / 86400
    return round(score * (1 - _AGE_SHARE + _AGE_SHARE * math.exp2(-days / HALF_LIFE_DAYS)), 4)


def _worth(parts: tuple[str, str, str], needle: str, norm: float) -> float:
    count = parts[2].count(needle)
    body = count * (_K1 + 1) / (count + norm) if count else 0.0
    return body + _HEADLINE * (needle in parts[0]) + _SAPO * (needle in parts[1])


def _needle(term: Term) -> re.Pattern[str] | str:
    if not term.exact:
        return f" {' '.join(term.tokens)} "
    return re.compile(" " + " ".join(_pattern(token, token in term.exact) for token in term.tokens) + " ")


def _holds(needle: re.Pattern[str] | str, words: Words) -> bool:
    if isinstance(needle, str):
        return any(needle in part for part in words.folded)
    return any(needle.search(part) for part in words.exact)


def _pattern(token: str, exact: bool) -> str:
    return re.escape(token) if exact else "".join(_letters().get(letter, re.escape(letter)) for letter in token)


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    """Each plain letter to the class of all that fold to it."""
    found: dict[str, list[str]] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        if letter.lower() == letter and letter.isalpha():
            found.setdefault(fold(letter), []).append(letter)
    return {
        plain: f"[{plain}{''.join(marked)}]" for plain, marked in found.items() if len(plain) == 1 and plain.isascii()
    }
