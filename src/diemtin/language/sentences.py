"""Sentences of Vietnamese news.

A sentence ends at ``.``, ``!``, ``?`` or ``…`` that is followed by white space and by something that can begin a
sentence, unless what stands before it is an abbreviation ("TP. Hồ Chí Minh", "GS.TS. Nguyễn"), a single initial
("J. Biden"), or a number that goes on ("ngày 23.9", "1.000"). Closing quotation marks belong to the sentence they close.
"""

from __future__ import annotations

import re

from diemtin.language.text import fold

ABBREVIATIONS = frozenset(
    "tp tx tt q p h x gs ts pgs ths bs cn ks kts ds ls lm hlv nsnd nsut nxb ubnd hđnd hdnd bch ct tgđ tgd gđ gd pgđ "
    "mr mrs ms dr prof sr jr st no vs co ltd inc corp u.s vd tr cf km đc dc đt dt stt nđ nd".split()
)
"""Written with a full stop before a name; folded forms. Found by reading the ends of short "sentences" in news text."""

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘']+$")
_BEGINS = re.compile(r"\s+[\"'“‘«(\[–—-]*\s*[0-9A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]")


def sentences(text: str) -> list[str]:
    """The sentences in order, each stripped; joined with spaces they are the text. Line ends always end one."""
    found: list[str] = []
    for line in text.split("\n"):
        found.extend(_sentences_of_line(line))
    return found


def _sentences_of_line(line: str) -> list[str]:
    found: list[str] = []
    begin = 0
    for match in _END.finditer(line):
        if not _BEGINS.match(line, match.end()) or not _may_end(line, begin, match):
            continue
        found.append(line[begin : match.end()].strip())
        begin = match.end()
    rest = line[begin:].strip()
    if rest:
        found.append(rest)
    return [sentence for sentence in found if sentence]


def _may_end(line: str, begin: int, match: re.Match[str]) -> bool:
    if not match.group().startswith(".") or match.group().startswith(".."):
        return True
    word = _LAST_WORD.search(line, begin, match.start())
    if word is None:
        # '… "Bộ tứ". Phát biểu': a closing mark before the stop.
        return match.start() > begin and line[match.start() - 1] in "\"'”’»)]"
    last = fold(word.group()).rsplit(".", 1)[-1]
    if last in ABBREVIATIONS and word.group()[:1].isupper() and not word.group().isdigit():
        return False
    # A single capital is an initial ("J. Biden"); "châu Á", "Ý" are words.
    return not (len(word.group()) == 1 and word.group().isupper() and (word.group().isascii() or word.group() == "Đ"))
