"""One match of one frame, looked at closely: what the readings of ``sides`` and ``told_sides`` share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diemtin.events.beings.nouns import Chunk
from diemtin.events.met.clauses import is_object, units_of
from diemtin.events.met.condensed import Condensed

Sides = tuple[list[Chunk], list[Chunk]] | None


TALKS = ("cuộc gặp", "hội đàm", "điện đàm", "đàm phán", "hội kiến", "tham vấn")


@dataclass(slots=True)
class Look:
    """One match of one frame, to be believed or not."""

    sentence: Condensed
    kinds: str
    match: re.Match[str]
    trigger: int

    @property
    def chunks(self) -> list[Chunk]:
        return self.sentence.chunks

    @property
    def word(self) -> str:
        return self.chunks[self.trigger].text.lower()

    def units(self, group: str) -> list[Chunk]:
        return units_of(self.chunks, self.match, group)

    def left_is_object(self) -> bool:
        return is_object(self.kinds, self.chunks, self.match.start("left"))

    def before(self, at: int) -> str:
        """The word before a chunk."""
        return self.chunks[at - 1].text.lower() if at else ""


def both_named(look: Look) -> Sides:
    return look.units("left"), look.units("right")
