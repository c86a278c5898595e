"""The piece of a text that shows why it was found, its words marked. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from diemtin.language.text import normal
from diemtin.store.search.asked import Asked
from diemtin.store.search.tokens import folded

LENGTH = 36
"""Words of a snippet: two lines of a list at 62-68 characters each, as in the look's sketch."""
_BEFORE = 8
_MOST_WORDS = 1500
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool = False


Snippet = tuple[Piece, ...]


def plain(snippet: Snippet) -> str:
    return "".join(piece.text for piece in snippet)


def html(snippet: Snippet) -> str:
    """Escaped, with ``<mark>``."""
    return "".join(f"<mark>{escape(p.text)}</mark>" if p.marked else escape(p.text) for p in snippet)


def compose_snippet(texts: Sequence[str], asked: Asked, length: int = LENGTH) -> Snippet:
    """The window of ``length`` words with the most different asked words, then the most of them, then the first.

    ``texts`` are passages in order; a window stays within one. Without any asked word: the beginning of the first.
    """
    best: tuple[int, int] | None = None
    chosen: tuple[str, list[tuple[int, int, bool]], int] | None = None
    seen = 0
    for text in texts:
        words = _words(text, asked)[: _MOST_WORDS - seen]
        seen += len(words)
        if not words:
            continue
        chosen = chosen or (text, [(start, end, False) for start, end, _ in words], 0)
        hits = [(place, token) for place, (_, _, token) in enumerate(words) if token]
        for first, (place, _) in enumerate(hits):
            inside = [token for at, token in hits[first:] if at < place + length - _BEFORE]
            worth = (len(set(inside)), len(inside))
            if best is None or worth > best:
                best = worth
                chosen = (text, [(start, end, bool(token)) for start, end, token in words], max(place - _BEFORE, 0))
    return _cut(*chosen, length) if chosen else ()


def mark(text: str, asked: Asked) -> Snippet:
    """The whole of a short text (a headline), its asked words marked."""
    words = [(start, end, bool(token)) for start, end, token in _words(text, asked)]
    return _pieces(text, words, 0, len(text))


def _words(text: str, asked: Asked) -> list[tuple[int, int, str]]:
    """Start, end and the asked token it matches (empty for none) of each word; a phrase matches whole or not at all."""
    spelled = normal(text)
    if len(spelled) == len(text):  # as good as always: the same letters at the same places
        spans = [match.span() for match in _WORD.finditer(spelled)]
        exact = [spelled[start:end] for start, end in spans]
    else:
        spans = [match.span() for match in _WORD.finditer(text)]
        exact = [normal(text[start:end]) for start, end in spans]
    bare = [folded(token) for token in exact]
    hits = [""] * len(spans)
    for term in asked.terms:
        wanted = [(token, token in term.exact) for token in term.tokens]
        first, strict = wanted[0]
        for place, token in enumerate(exact if strict else bare):
            if token == first and all(
                place + step < len(spans) and (exact if must else bare)[place + step] == asked_for
                for step, (asked_for, must) in enumerate(wanted)
            ):
                hits[place : place + len(wanted)] = term.tokens
    return [(start, end, hit) for (start, end), hit in zip(spans, hits, strict=True)]


def _cut(text: str, words: list[tuple[int, int, bool]], begin: int, length: int) -> Snippet:
    begin = max(min(begin, len(words) - length), 0)
    chosen = words[begin : begin + length]
    start = chosen[0][0] if begin else 0
    last = begin + length >= len(words)
    pieces = list(_pieces(text, chosen, start, len(text) if last else chosen[-1][1]))
    if begin:
        pieces.insert(0, Piece("… "))
    if not last:
        pieces.append(Piece(" …"))
    return tuple(pieces)


def _pieces(text: str, words: list[tuple[int, int, bool]], start: int, end: int) -> Snippet:
    """Neighbouring marked words with only a space between are one mark."""
    pieces: list[Piece] = []
    at = start
    for first, last, marked in words:
        if not marked:
            continue
        if pieces and pieces[-1].marked and text[at:first] == " ":
            pieces[-1] = Piece(pieces[-1].text + text[at:last], True)
        else:
            if first > at:
                pieces.append(Piece(text[at:first]))
            pieces.append(Piece(text[first:last], True))
        at = last
    if end > at:
        pieces.append(Piece(text[at:end]))
    return tuple(pieces)
