"""What stands on the two sides of a dash: short forms of states, the halves of a continent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diemtin.language.homographs import SHORT_STATES
from diemtin.language.text import normal

if TYPE_CHECKING:
    from diemtin.language.names import Piece


def join_dashes(pieces: list[Piece]) -> list[Piece]:
    """ "Mỹ - Trung", "Trung - Nhật": a state's short form on the other side of a dash; "Á - Âu": no name."""
    for at, piece in enumerate(pieces):
        if piece.tag != "-":
            continue
        if at and at + 1 < len(pieces) and pieces[at - 1].text == "Á" and pieces[at + 1].text.startswith("Âu"):
            _split_continent(pieces, at)
            break
        for here, there in ((at - 1, at + 1), (at + 1, at - 1)):
            if here < 0 or there < 0 or max(here, there) >= len(pieces):
                continue
            short = pieces[here]
            code = SHORT_STATES.get(normal(short.text)) if short.tag in "wn" and short.text[0].isupper() else None
            if code is not None and pieces[there].tag == "c":
                pieces[here] = short._replace(tag="c", value=code)
    return pieces


def _split_continent(pieces: list[Piece], at: int) -> None:
    """ "phụ trách các vấn đề Á - Âu Andrey Rudenko": no part of his name."""
    after = pieces[at + 1]
    pieces[at - 1] = pieces[at - 1]._replace(tag="w", value="á")
    name = after.text[3:]
    pieces[at + 1 : at + 2] = [
        after._replace(tag="w", end=after.start + 2, text="Âu", value="âu"),
        *([after._replace(start=after.start + 3, text=name, value=name)] if name else []),
    ]
