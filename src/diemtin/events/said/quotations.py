"""Quotation marks of every kind: what of a sentence is quoted, and is a quotation open at its end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.beings.nouns import Sentence
from diemtin.language.names import Piece

_OPEN = "“«"
_TAIL = re.compile(r",[HP]v\.$")


def mask_quotations(sentence: Sentence, inside: bool) -> tuple[str, str, bool]:
    """The kinds with everything inside quotation marks as ``·``; the quoted words; is a quotation open at the end?

    Curly marks say whether they open; straight ones, and curly ones used the wrong way round, open and close in turn.
    """
    if "q" not in sentence.tags and not inside:
        return sentence.kinds, "", False
    text = sentence.text
    if inside and (first := next((p.text for p in sentence.pieces if p.tag == "q"), "")) and first in _OPEN:
        inside = text.count("”") > text.count("“")  # the one before was never closed, or it has others inside
    kinds: list[str] = []
    words: list[str] = []
    begin, single, deep = (0, False, 0) if inside else (-1, False, 0)
    for chunk in sentence.chunks:
        if chunk.kind != "q":
            kinds.append("·" if begin >= 0 else chunk.kind)
            continue
        piece = sentence.pieces[chunk.start]
        if begin < 0 and "q" not in kinds and _only_closes(text, piece):
            kinds = ["·"] * len(kinds) + ["q"]  # the quotation was opened in a paragraph before
            words.append(text[: piece.start].strip())
            continue
        if begin < 0:
            at_word = piece.end < len(text) and not text[piece.end].isspace()
            if piece.text == "’" or (piece.text in "”'" and not at_word) or (piece.text == "'" and _glued(text, piece)):
                kinds.append("w")
                continue
            kinds.append("q")
            begin, single = piece.end, piece.text in "'‘"
        elif piece.text in "“«" or (piece.text in "'‘’") != single:
            kinds.append("·")  # a quotation inside the quotation
            deep += piece.text in "“«" and "”" in text[piece.end : piece.end + 60]
        elif deep and piece.text == "”" and text[piece.end : piece.end + 1] not in {",", "."}:
            kinds.append("·")
            deep -= 1
        else:
            kinds.append("q")
            words.append(text[begin : piece.start].strip())
            begin = -1
    if begin >= 0 and not inside and kinds[0] == "q" and (tail := _TAIL.search(sentence.kinds)):
        comma = tail.start()  # '"Tôi sẽ đi, bà nói.': the mark that closes was forgotten
        if kinds[comma] == "·" and sentence.chunks[comma + 2].value in {
            "nói",
            "cho biết",
            "nói thêm",
            "kể",
            "chia sẻ",
            "tâm sự",
        }:
            words.append(text[begin : sentence.pieces[sentence.chunks[comma].start].start].strip())
            kinds[comma:] = sentence.kinds[comma:]
            begin = -1
    if begin >= 0:
        words.append(text[begin:].strip())
    return "".join(kinds), " … ".join(word for word in words if word), begin >= 0


def goes_on(sentences: Sequence[Sentence], at: int) -> bool:
    """A quotation was open at the end of the paragraph before ``at``: is the next mark in the text its end?"""
    for sentence in sentences[at : at + 12]:
        for piece in sentence.pieces:
            if piece.tag == "q":
                return piece.text in "”»" and piece.start > 0 and not sentence.text[piece.start - 1].isspace()
    return False


def _only_closes(text: str, piece: Piece) -> bool:
    """Words right before it, and after it a comma, a dash or the end."""
    if piece.text not in '"”' or not piece.start or text[piece.start - 1].isspace():
        return False
    rest = text[piece.end :].lstrip()
    return rest[:1] in {",", ".", "-", "–", ";"} and len(rest.split()) > 2


def _glued(text: str, piece: Piece) -> bool:
    """An apostrophe inside a word."""
    return piece.start > 0 and text[piece.start - 1].isalnum()
