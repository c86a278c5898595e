"""Who of an article is meant by an office without a name or by a short form: who is called so, who stands near."""

from __future__ import annotations

from diemtin.events.beings.nouns import Chunk, Person, Sentence

_GOVERNING = frozenset("us ru cn kr fr ua id ph tr br mx ar eg by ve cu za tw".split())
"""Where the head of state governs."""


def names_the_holder(chunk: Chunk) -> bool:
    """ "nhà lãnh đạo Nhật Bản" is no emperor: the loose words mean a head of state only where he also governs."""
    loose = chunk.wording.startswith(("nhà lãnh đạo", "người đứng đầu", "ông chủ", "nguyên thủ"))
    return not loose or chunk.office != "head_of_state" or chunk.country in _GOVERNING


def called_so(found: list[Sentence], same: list[Person], chunk: Chunk, sentence: Sentence) -> list[Person]:
    """ "Chủ tịch nước" beside a "Tổng thống": who was called so; of several who was so in this sentence or the one before."""
    called: dict[int, Person] = {}
    near: dict[int, Person] = {}
    for other in found[: sentence.number + 1]:
        for one in other.chunks:
            if one.person in same and one.wording.startswith(chunk.wording) and one.person is not None:
                called[id(one.person)] = one.person
                if other.number >= sentence.number - 1:
                    near[id(one.person)] = one.person
    return list(called.values()) if len(called) < 2 else list(near.values())


def near_without_office(all_of: list[Sentence], sentence: Sentence, at: int) -> list[Person]:
    """ "Ngoại trưởng Mỹ" in one sentence, "ông Powell" in it or the next: the only person whose office is not told.

    Not who stands on the other side of a word of meeting: "ông Bush gặp Phó Tổng thống Iraq".
    """
    if set(sentence.kinds[max(0, at - 12) : at + 12]) & set("ema") and any(c.kind == "P" for c in sentence.chunks):
        return []
    near = all_of[max(0, sentence.number - 1) : sentence.number + 2]
    verb = sentence.kinds.find("v", at)
    told = {id(c.person) for c in sentence.chunks[verb:] if c.person is not None} if verb > 0 else set()
    found = {
        id(chunk.person): chunk.person
        for other in near
        for chunk in other.chunks
        if chunk.person is not None
        and chunk.titled
        and chunk.gender
        and chunk.person.office is None
        and not chunk.person.rows
    }
    # "Ngoại trưởng Đức nói rằng bà Osthoff …": of whom an officer speaks is somebody else.
    return [] if told & found.keys() else list(found.values())


def listed_with(chunk: Chunk, sentence: Sentence) -> set[int]:
    """ "vua Salman, thái tử Mohammed bin Salman": who stands beside him in a list is somebody else."""
    chunks = sentence.chunks
    at = chunks.index(chunk)
    listed = at + 2 < len(chunks) and chunks[at + 1].kind in ",&" and chunk.titled and chunks[at + 2].titled
    person = chunks[at + 2].person if listed else None
    return {id(person)} if person is not None else set()


def was_named(person: Person, chunk: Chunk, sentence: Sentence) -> bool:
    """Was he named before this mention: "luật sư Thanh" is not the "ông Đoàn Văn Thanh" at the end of the sentence."""
    if person.first != sentence.number:
        return person.first < sentence.number
    return any(one.person is person for one in sentence.chunks[: sentence.chunks.index(chunk)])
