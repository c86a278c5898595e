"""Whose somebody is where his own mention does not say it: the press prints a state once for several of its officers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.language.offices import offices

_PARTY = {"phía", "đoàn", "phái đoàn", "đại diện", "bên"}
_CONSISTS = {"có", "là", "gồm", "do", "gồm có"}
_STAYS = {"thăm", "tại", "ở", "tới", "đến", "sang"}
_LEADS = {"dẫn đầu", "đứng đầu", "cầm đầu", "làm trưởng"}
_AGENTS = ("nhà đàm phán", "nhà thương thuyết", "trưởng đoàn", "phái viên", "cố vấn", "đại diện thương mại", "tướng")
_MINISTRIES = {"bộ ngoại giao": ("ngoại giao", "ngoại trưởng"), "bộ quốc phòng": ("quốc phòng",)}


def share_states(found: Sequence[Sentence]) -> None:
    """Gives persons without a state, whom no table knows, that of those with whom they are printed."""
    for number, sentence in enumerate(found):
        chunks = sentence.chunks
        for at, chunk in enumerate(chunks):
            person = chunk.person
            if "nước chủ nhà" in chunk.text.lower() and (person is None or not person.rows) and chunk.country is None:
                chunk.country = _host(found[max(0, number - 2) : number + 1])
                if person is not None and chunk.kind in "Pn":
                    person.country = person.country or chunk.country
            if person is None or person.country or person.rows or chunk.aide or chunk.kind not in "Pn":
                continue
            state = _of_colleague(chunks, at) or _of_ministry(chunks, at) or _of_party(chunks, at)
            state = state or _of_principal(chunks, at)
            if state is not None:
                person.country = state


def _host(found: Sequence[Sentence]) -> str | None:
    """ "Ngoại trưởng nước chủ nhà A": of the state where they are, by this sentence or the two before it."""
    for sentence in reversed(found):
        there = [
            chunk.country
            for before, chunk in pairwise(sentence.chunks)
            if chunk.kind in "CK" and (before.kind in "tV" or before.text.lower() in _STAYS)
        ]
        if there:
            return there[-1] if len(set(there)) == 1 else None
    return None


def _is_officer(chunk: Chunk) -> bool:
    """In an office that one state fills, or speaking for one at talks."""
    office = offices().get(chunk.office or "")
    return chunk.titled and ((office is not None and office.rank <= 4) or chunk.text.lower().startswith(_AGENTS))


def _of_colleague(chunks: list[Chunk], at: int) -> str | None:
    """ "Thủ tướng Kenya A và Ngoại trưởng B": another office of the same state."""
    if at < 2 or not _is_officer(chunks[at]) or chunks[at - 1].kind not in "&,":
        return None
    before = chunks[at - 2]
    if before.kind not in "Pn" or before.person is None or not _is_officer(before) or before.former:
        return None
    same = before.office == chunks[at].office
    return None if same else before.person.country or before.country


def _of_ministry(chunks: list[Chunk], at: int) -> str | None:
    """ "Bộ Ngoại giao Peru cho hay Thứ trưởng Ngoại giao A …": of the ministry that tells it."""
    if not chunks[at].titled or any(one.person is not None and one.kind == "P" for one in chunks[:at]):
        return None
    house = next((one for one in chunks[:at] if one.kind == "B" and one.country), None)
    if house is None:
        return None
    title = chunks[at].text.lower().removesuffix((chunks[at].name or "").lower())
    words = next((ways for name, ways in _MINISTRIES.items() if house.text.lower().startswith(name)), ())
    return house.country if any(word in title for word in words) else None


def _of_party(chunks: list[Chunk], at: int) -> str | None:
    """ "phía Kenya có ông A", "đoàn Peru do Thứ trưởng B dẫn đầu", "ông C dẫn đầu phái đoàn Lào"."""
    words = [one.text.lower() for one in chunks]
    first = at
    while first > 2 and chunks[first - 1].kind in "&," and chunks[first - 2].kind in "Pn":
        first -= 2  # "phía Kenya có ông A và ông B"
    if first > 2 and words[first - 1] in _CONSISTS and chunks[first - 2].kind == "C" and words[first - 3] in _PARTY:
        return chunks[first - 2].country
    for step in (at + 1, at + 2):  # "dẫn đầu" is one word or two
        party = step + 1
        led = " ".join(words[at + 1 : party])
        if led in _LEADS and party + 1 < len(chunks) and words[party] in _PARTY and chunks[party + 1].kind == "C":
            return chunks[party + 1].country
    return None


def _of_principal(chunks: list[Chunk], at: int) -> str | None:
    """ "ông A, đặc phái viên của Tổng thống Kenya B": whose envoy he is."""
    if at + 2 >= len(chunks) or chunks[at + 1].kind != ",":
        return None
    principal = chunks[at + 2]
    if principal.kind in "Od" and at + 4 < len(chunks) and chunks[at + 3].kind == "s" and chunks[at + 4].kind in "OPB":
        of = chunks[at + 4]  # "đặc sứ của Thủ tướng Israel"
        return principal.country or of.country or (of.person.country if of.person else None)
    if not principal.aide or principal.person is None or " của " not in principal.text:
        return None
    return principal.person.country or principal.country
