"""Who takes part in a frame: each side as a person, an office, a state; groups ("hai bên") by whom they stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from diemtin.events.beings.nouns import Chunk, Person
from diemtin.events.beings.people import Cast
from diemtin.events.met.clauses import frame_kinds
from diemtin.events.met.frames import Frame
from diemtin.language.names import person_key
from diemtin.news import Participant


def distinct(persons: list[Person]) -> list[Person]:
    return list({id(person): person for person in persons}.values())


def find_participants(
    frame: Frame, cast: Cast, recent: list[Person], near: list[str], crowd: int = 0
) -> list[Participant]:
    """``recent`` are the persons named last; ``crowd`` of them in the last sentence that names any."""
    found: list[Participant] = []
    office: str | None = None
    ours: list[Participant] = []
    for at, side in enumerate(frame.sides):
        if at == len(frame.left):
            ours = list(found)
        if side.kind == "r":
            states = side.value.endswith(("nước", "chính phủ"))
            group = _group(side, frame, recent, crowd)
            if states and not group:
                begin = frame.sentence.chunks.index(side)
                here = list(
                    dict.fromkeys(c.country for c in frame.sentence.chunks[:begin] if c.kind in "CK" and c.country)
                )
                last = list(dict.fromkeys(one.country for one in recent[:crowd] if one.country))
                both = next((few for few in (here, near, last) if len(few) == _count(side)), near)
                found += [Participant(None, None, country) for country in both if len(both) == _count(side)]
            for one in group:
                whole = Participant(None, None, one.country)
                found.append(whole if states else Participant(one.name, one.office, one.country))
                office = office or one.office
            continue
        person = side.person
        if side.kind == "U" or (side.kind == "P" and side.office is None and side.counterpart):
            office = office or _office_before(frame)
        if side.kind == "U":
            shared = side.office or office
            person, resolved = cast.find_counterpart(shared if side.office not in _OF_MANY else None, side.country)
            found.append(_participant(side, person, shared, resolved))
        elif side.kind == "O" and person is None:
            if side.country is None:
                continue
            leaders = side.text.lower().startswith("nhà lãnh đạo")  # of several states: no office of one
            found.append(Participant(None, None if leaders else side.office, side.country))
        elif person is not None:
            if side.counterpart and person.office is None:
                person.office = office
            met = _participant(side, person, side.office or person.office, side.resolved)
            if side.counterpart and any(met.country == other.country for other in ours):
                met = replace(met, country=None)  # "người đồng cấp nước chủ nhà": nobody's own countryman
            found.append(met)
        elif side.kind in "CBK" and side.country is not None:
            found.append(Participant(None, None, _WHOLE.get(side.country, side.country)))
        office = found[-1].office if found and found[-1].office else office
    kept = _unique(found)
    if frame.left and frame.right and not any(one is other for one in kept for other in ours):
        return []  # whoever met them has no name here; those who were met did not meet each other
    return kept


_OF_MANY = {"minister", "deputy_minister"}
"""Offices that a state has several of: they name nobody."""
_WHOLE = {"ec": "eu", "european_council": "eu", "european_parliament": "eu", "unsc": "un", "unga": "un"}
"""Organs that stand for their whole."""


def _office_before(frame: Frame) -> str | None:
    """The office that "người đồng cấp" shares: of the sentence's first officer."""
    for chunk in frame.sentence.chunks[: frame.trigger + 1]:
        office = chunk.office or (chunk.person.office if chunk.person else None)
        if chunk.kind in "PO" and office:
            return office
    return None


_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "cả": 2}


def _count(side: Chunk) -> int:
    """ "cả ba nước" -> 3."""
    words = side.text.lower().split()
    if words[0] == "cả":
        words = words[1:]
    return int(words[0]) if words[0].isdigit() else _COUNTS.get(words[0], 2)


def _group(side: Chunk, frame: Frame, recent: list[Person], crowd: int) -> list[Person]:
    """ "cả hai bộ trưởng": the two persons named last."""
    if side.text.lower().startswith("các"):
        return []
    number, chunks, kinds = _count(side), frame.sentence.chunks, frame_kinds(frame.sentence)
    begin = next((at for at, chunk in enumerate(chunks) if chunk is side), 0)
    here = [
        one.person
        for one, kind in zip(chunks[: frame.trigger], kinds, strict=False)
        if kind == "P" and one.person is not None and one.person.office != "spokesperson"
    ]
    if len(here) == 1 and here[0].office in _SENT and _only_tells(chunks, begin):
        here = []
    if not here and crowd > number:
        return []  # the sentence before named more of them
    if (
        crowd == number
        and _only_tells(chunks, begin)
        and not any(one is other for one in here for other in recent[:number])
    ):
        here = []  # "ông Mitchell cho biết hai vị …": the two of the sentence before, and not who says so
    named = distinct([*reversed(here), *(one for one in recent if one.office != "spokesperson")])
    if "lãnh đạo" in side.text or "nguyên thủ" in side.text:
        named = [one for one in named if one.country or one.office]
    states = {chunk.country for chunk in chunks[begin + 1 : begin + 4] if chunk.kind == "C"}
    if states and "khách" in " ".join(chunk.text for chunk in chunks[begin : begin + 3]):
        chosen = [one for one in named if one.country in states][:number]
        return chosen[::-1] if len(chosen) == number else []  # "hai vị khách Iran"
    chosen = list(reversed(named[:number]))
    source = next(
        (chunk.country for chunk, kind in zip(chunks, kinds, strict=True) if kind == "·" and chunk.country),
        None,
    )
    if source is not None and any(one.country == source for one in chosen):
        return []  # "Theo Thủ tướng Malaysia, … hai nước sẽ gặp nhau": two others
    # Two of one country are no two sides.
    return chosen if len({person.country for person in chosen}) == number else []


_SENT = {"envoy", "adviser", "spokesperson", "chief_of_staff"}
"""Who speaks for others, and is not one of "hai vị"."""


def _only_tells(chunks: list[Chunk], begin: int) -> bool:
    """Does the sentence name one person before the group, who says what is told?"""
    kinds = "".join(chunk.kind for chunk in chunks[:begin])
    return kinds.count("P") == 1 and re.search(r"P[wDL]*v[w]{0,2}$", kinds) is not None


def _participant(side: Chunk, person: Person | None, office: str | None, resolved: bool) -> Participant:
    if person is None:
        return Participant(None, office, side.country)
    # "cựu Tổng thống": not in that office at that time.
    gone = side.former or (person.former and side.office is None)
    office = None if gone else office or person.office
    return Participant(person.name, office, person.country or side.country, resolved)


def _unique(found: list[Participant]) -> list[Participant]:
    kept: list[Participant] = []
    for one in found:
        if one.person is None and one.country is None:
            continue
        if one.person is None and any(one.country == other.country for other in kept):
            continue
        if one.person is not None:
            key = person_key(one.person)
            if any(other.person is not None and person_key(other.person) == key for other in kept):
                continue
            kept = [other for other in kept if not (other.person is None and other.country == one.country)]
        kept.append(one)
    return kept
