"""A sentence as a row of chunks: persons, offices without a name, countries, bodies, pronouns, groups ("hai bên"), and the
single pieces between. The chunks' kinds joined are a string, on which meetings and statements are patterns.

=====  ==========================================  =====  ===================================================
kind   chunk                                       kind   chunk
=====  ==========================================  =====  ===================================================
P      a person with a name                        C K    a country; a capital (the place or the government)
O      an office without a name ("Tổng thống Mỹ")  B      a body, ministry, government
U      a counterpart without a name                H      "ông", "bà" alone: a pronoun
r      a group: "hai bên", "ba nước"               Y      an agency or medium
n      a capitalised run that may be a name
=====  ==========================================  =====  ===================================================
"""

from __future__ import annotations

from dataclasses import dataclass, field

from diemtin.language.names import Piece
from diemtin.language.offices import Tenure

LEADERS = {"head_of_state", "head_of_government", "party_leader", "supreme_leader"}
"""The offices that "nhà lãnh đạo" may mean."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody in one article, under the fullest form that it prints."""

    name: str
    words: tuple[str, ...]
    sure: bool = False
    """A title, an office or the table says that this is a person."""
    office: str | None = None
    country: str | None = None
    former: bool = False
    rows: tuple[Tenure, ...] = ()
    gender: str | None = None
    first: int = 0


@dataclass(slots=True, eq=False)
class Chunk:
    """A stretch of pieces that stands for one thing."""

    kind: str
    start: int
    end: int
    text: str
    name: str | None = None
    office: str | None = None
    country: str | None = None
    former: bool = False
    gender: str | None = None
    person: Person | None = None
    resolved: bool = False
    titled: bool = False
    counterpart: bool = False
    loose: bool = False
    """The name may belong to the organisation: "Phó Giám đốc Học viện Chính trị Quốc gia Hồ Chí Minh"."""
    wording: str = ""
    """The office as printed, in small letters."""
    generic: bool = False
    """ "Chủ tịch X": of what, the mention does not say."""
    aide: bool = False
    """ "người phát ngôn Tổng thống Bush": somebody of that person, who is not named."""
    value: str = ""


def state_of(chunk: Chunk) -> str | None:
    """The person's state, else the one that the mention names."""
    return (chunk.person.country if chunk.person else None) or chunk.country


@dataclass(slots=True, eq=False)
class Sentence:
    """One sentence with its place: ``passage`` is 0 for the sapo, -1 for the headline, -2 for captions."""

    text: str
    passage: int
    number: int
    pieces: list[Piece]
    tags: str
    chunks: list[Chunk] = field(default_factory=list)
    kinds: str = ""

    @property
    def kinds0(self) -> str:
        """The kinds before persons are known."""
        return "".join(chunk.kind for chunk in self.chunks)
