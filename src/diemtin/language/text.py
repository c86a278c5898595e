"""Normal form, folding and syllables of Vietnamese.

Three strengths of sameness, each a pure function of the text:

- ``nfc``: composed letters, no zero-width marks; what is stored and shown.
- ``normal``: lower case, old and new tone placement alike (``hòa`` and ``hoà``); what is compared with diacritics kept.
- ``fold``: no diacritics at all, ``đ`` as ``d``; what a reader types without a Vietnamese keyboard.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F])
"""Marks that pages carry inside words and nobody sees: soft hyphen, zero-width space and joiners, byte order mark."""

_INVISIBLE = re.compile(f"[{''.join(map(chr, INVISIBLE))}]")
_SYLLABLE = re.compile(r"\w+")

# Tone on the first or the second vowel of oa, oe, uy at the end of a syllable: both are in use (old style hòa, new style
# hoà). The new style is taken as normal; "qu" is a consonant, so "quý" is not touched. After the pair no letter follows.
_OLD_TONES = {
    old: new
    for bare, tones in {
        "oa": ("òa oà", "óa oá", "ỏa oả", "õa oã", "ọa oạ"),
        "oe": ("òe oè", "óe oé", "ỏe oẻ", "õe oẽ", "ọe oẹ"),
        "uy": ("ùy uỳ", "úy uý", "ủy uỷ", "ũy uỹ", "ụy uỵ"),
    }.items()
    for old, new in (pair.split() for pair in tones)
    if bare
}
_OLD_TONE = re.compile(rf"(?<!q)({'|'.join(_OLD_TONES)})(?!\w)")


def nfc(text: str) -> str:
    """Composed letters without invisible marks; white space is left as it is."""
    if text.isascii():
        return text
    if _INVISIBLE.search(text):
        text = text.translate(INVISIBLE)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """``nfc`` on one line: every run of white space (no-break spaces too) is one space, none at the ends."""
    return " ".join(nfc(text).split())


def normal(text: str) -> str:
    """Lower case, composed, tone marks in the new place: two spellings of one word are equal."""
    lower = nfc(text).lower()
    if lower.isascii():
        return lower
    return _OLD_TONE.sub(lambda match: _OLD_TONES[match.group(1)], lower)


def fold(text: str) -> str:
    """Without diacritics, lower case, ``đ`` as ``d``: "Hàn Quốc" and "han quoc" are equal."""
    lower = nfc(text).lower()
    if lower.isascii():
        return lower
    return "".join(_fold_letter(letter) for letter in lower)


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter == "đ":
        return "d"
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


def syllables(text: str) -> list[str]:
    """The runs of letters and digits of the normal form, in order. Vietnamese writes a space between syllables."""
    return _SYLLABLE.findall(normal(text))


def count_syllables(text: str) -> int:
    """How long a text is, in syllables; the unit of every length in this project."""
    return sum(1 for _ in _SYLLABLE.finditer(text))
