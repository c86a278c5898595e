"""Everything that ``events`` finds in one article, in one pass over its text."""

from __future__ import annotations

from diemtin.events.beings.chunks import read_sentences
from diemtin.events.beings.nouns import Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.met.meetings import find_meetings
from diemtin.events.said.statements import find_statements
from diemtin.language.agencies import bodies
from diemtin.language.countries import countries
from diemtin.language.offices import has_table
from diemtin.news import HANOI, Article, Published, Told


def read_article(article: Article) -> list[Sentence]:
    """The article's sentences: headline, sapo, body, captions."""
    passages: list[tuple[int, str]] = [(-1, article.title)]
    if article.lead:
        passages.append((0, article.lead))
    passages += [
        (number, passage.text) for number, passage in enumerate(article.body, start=1) if passage.kind != "table"
    ]
    passages += [(-2, figure.caption) for figure in article.figures if figure.caption and not figure.file_photo]
    return read_sentences(passages)


def find_told(article: Article, when: Published | None = None) -> Told:
    """Meetings, statements, persons, countries, places and offices of an article.

    ``when`` overrides the article's own ``published``: what resolves "hôm qua" and names an office's holder.
    """
    published = when or article.published
    first = published.start.astimezone(HANOI).date() if published.start else None
    last = published.end.astimezone(HANOI).date() if published.end else None
    found = read_article(article)
    cast = Cast(found, first, last)
    meetings = find_meetings(found, cast)
    statements = find_statements(found, cast)
    return Told(
        tuple(meetings),
        tuple(statements),
        tuple(dict.fromkeys(person.name for person in cast.persons if person.sure)),
        _countries(found),
        _places(found),
        _offices(found),
    )


def _countries(found: list[Sentence]) -> tuple[str, ...]:
    names = countries()
    codes = dict.fromkeys(
        piece.value
        for sentence in found
        for piece in sentence.pieces
        if piece.tag in "ckg" and piece.value in names and not (piece.tag == "k" and piece.value in _SEATS)
    )
    return tuple(names[code].name for code in codes if code not in _NO_STATES)


_SEATS = {"be", "nl"}
"""Brussels and The Hague are named for the bodies that sit there."""
_NO_STATES = {"hk", "mo"}
"""Hong Kong and Macao are places."""


def _places(found: list[Sentence]) -> tuple[str, ...]:
    seen: dict[str, None] = {}
    for sentence in found:
        for piece in sentence.pieces:
            if piece.tag == "p":
                seen.setdefault(piece.value)
            elif piece.tag == "k":
                capital = countries()[piece.value].capital
                seen.setdefault(capital[0] if capital else piece.text)
    return tuple(seen)


def _offices(found: list[Sentence]) -> tuple[str, ...]:
    known = bodies()
    seen: dict[str, None] = {}
    for sentence in found:
        for chunk in sentence.chunks:
            country = chunk.country or (chunk.person.country if chunk.person else None)
            # A body's "foreign minister" is the name of a conference: bodies have only the offices of the table.
            if (
                chunk.kind in "PO"
                and chunk.office
                and country
                and (country in countries() or (country in known and has_table(chunk.office, country)))
            ):
                seen.setdefault(f"{chunk.office}:{country}")
    return tuple(seen)
