"""Text -> numbers: tokens, terms and shingles as hashes, so that everything after this is arithmetic on arrays.

A token is a syllable, a number as written (``23/9``, ``10.000``) or a mark that ends a phrase. A term is a syllable,
two syllables in a row, a name (a run of capitalised syllables) or a number. Hashes are CRC-32 based: the same on every
machine and in every run, unlike ``hash``.
"""

from __future__ import annotations

import re
from typing import TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

from diemtin.language.text import nfc, normal

Words: TypeAlias = npt.NDArray[np.uint64]
Hashes: TypeAlias = npt.NDArray[np.uint32]

TERM_BITS = 22
"""Terms live in 4 million buckets: two terms of one article pair meet by chance once in 150 pairs."""
TERM_MASK = (1 << TERM_BITS) - 1

_TOKEN = re.compile(r"\d+(?:[./:,]\d+)*|\w+|[.,;:!?…()\"“”\n]")
_CAPITAL = 1 << 32
_NUMBER = 1 << 33
_MASK32 = np.uint64(0xFFFFFFFF)
_ONE = np.uint64(0x9E3779B97F4A7C15)
_TWO = np.uint64(0xC2B2AE3D27D4EB4F)
_POWERS = np.array([pow(0x9E3779B97F4A7C15, k + 1, 1 << 64) for k in range(16)], dtype=np.uint64)
_NAME_SEED = np.uint64(0x27D4EB2F165667C5)

_known: dict[str, int] = {}
_KNOWN_LIMIT = 300_000
"""Distinct spellings remembered; about 30 MB at the most. A day of the press has some 100,000."""


def read_words(text: str) -> Words:
    """Tokens in order: 32 bits of hash of the normal form, flags above; 0 where a phrase ends."""
    if len(_known) > _KNOWN_LIMIT:
        _known.clear()
    known = _known
    found: list[int] = []
    add = found.append
    for token in _TOKEN.findall(nfc(text)):
        word = known.get(token)
        if word is None:
            word = known[token] = _hash_token(token)
        add(word)
    return np.array(found, dtype=np.uint64)


def _hash_token(token: str) -> int:
    first = token[0]
    if not (first.isalnum() or first == "_"):
        return 0
    word = crc32(normal(token).encode()) or 1
    if first.isdigit():
        return word | _NUMBER
    return word | _CAPITAL if first.isupper() else word


def _mix(values: Words) -> Words:
    """Spreads 64-bit values (the finaliser of MurmurHash3)."""
    values = values ^ (values >> np.uint64(33))
    values = values * np.uint64(0xFF51AFD7ED558CCD)
    return values ^ (values >> np.uint64(33))


def to_terms(hashes: Words) -> Hashes:
    """64-bit hashes -> term buckets; bucket 0 is kept for "nothing"."""
    buckets = (hashes >> np.uint64(20)).astype(np.uint32) & np.uint32(TERM_MASK)
    return np.asarray(np.maximum(buckets, np.uint32(1)), dtype=np.uint32)


def single_terms(words: Words) -> Hashes:
    """Syllables and numbers."""
    return to_terms(_mix(words[words != 0] & _MASK32))


def number_terms(words: Words) -> Hashes:
    """The numbers among ``single_terms``, those of one digit left out."""
    return to_terms(_mix(words[(words >> np.uint64(33)) == 1] & _MASK32))


def pair_terms(words: Words) -> Hashes:
    """Two tokens in a row with no phrase end between them."""
    left, right = words[:-1], words[1:]
    both = (left != 0) & (right != 0)
    plain_left, plain_right = left[both] & _MASK32, right[both] & _MASK32
    return to_terms(_mix(plain_left * _ONE + plain_right * _TWO))


def name_terms(words: Words) -> Hashes:
    """Runs of two to six capitalised syllables, and single ones that do not begin a phrase."""
    capital = ((words >> np.uint64(32)) & np.uint64(1)).astype(np.int8)
    if not capital.any():
        return np.zeros(0, dtype=np.uint32)
    edges = np.diff(np.concatenate(([0], capital, [0])))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    lengths = ends - starts
    begins = np.concatenate(([np.uint64(0)], words))[starts] == 0
    good = (lengths <= 6) & ((lengths >= 2) | ~begins)
    starts, lengths = starts[good], lengths[good]
    if not len(starts):
        return np.zeros(0, dtype=np.uint32)
    where = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    values = (words[np.repeat(starts, lengths) + where] & _MASK32) * _POWERS[where]
    sums = np.add.reduceat(values, np.cumsum(lengths) - lengths)
    return to_terms(_mix(sums ^ _NAME_SEED))


def shingles(words: Words, size: int = 5) -> Hashes:
    """Every run of ``size`` tokens, punctuation and case ignored, as 32-bit hashes without repeats, sorted."""
    plain = words[words != 0] & _MASK32
    count = len(plain) - size + 1
    if count < 1:
        return np.zeros(0, dtype=np.uint32)
    total = np.zeros(count, dtype=np.uint64)
    for k in range(size):
        total += plain[k : k + count] * _POWERS[k]
    return np.unique((_mix(total) >> np.uint64(32)).astype(np.uint32))
