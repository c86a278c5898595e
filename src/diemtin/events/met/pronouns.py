"""Whom "ông" and "bà" mean where that is sure: the one person of the sentence so far, else the subject of those before.

Only meetings ask for it (``frames``); statements have their own, stricter rule (``statements``).
"""

from __future__ import annotations

from collections.abc import Sequence

from diemtin.events.beings.nouns import Chunk, Person, Sentence
from diemtin.events.beings.standing import is_subject

_REACH = 2
"""So many sentences without anybody's name, and a pronoun is no longer sure."""


def resolve_pronouns(found: Sequence[Sentence]) -> None:
    """Give every pronoun that stands alone its person, where only one can be meant."""
    topic: Person | None = None
    addressed: dict[str, dict[int, Person]] = {}
    silent = 0
    for sentence in found:
        if sentence.passage < 0:
            continue
        named: list[Chunk] = []
        quoted = False
        for at, chunk in enumerate(sentence.chunks):
            if chunk.kind == "q":
                quoted = not quoted
            elif chunk.kind in "PO" and chunk.person is not None and not chunk.aide:
                named.append(chunk)
                if chunk.gender and chunk.titled:
                    addressed.setdefault(chunk.gender, {})[id(chunk.person)] = chunk.person
            elif chunk.kind == "H" and not quoted and chunk.gender and _stands_alone(sentence.chunks, at):
                here = {id(one.person): one.person for one in named}
                meant = _leading(sentence, named) if here else topic
                called = addressed.get(chunk.gender, {})
                if meant is not None and meant.gender is None and len(called) == 1:
                    meant = next(iter(called.values()))  # "bà" of an article in which only one is called so
                if meant is not None and meant.gender in {None, chunk.gender}:
                    chunk.person = meant
        silent = 0 if named else silent + 1
        if named:
            topic = _leading(sentence, named)
        elif silent > _REACH:
            topic = None


def _stands_alone(chunks: list[Chunk], at: int) -> bool:
    following = chunks[at + 1].text.lower() if at + 1 < len(chunks) else ""
    before = chunks[at - 1].text.lower() if at else ""
    return following not in {"này", "kia", "nào"} and before not in {"hai", "các", "những", "ba"}


def _leading(sentence: Sentence, named: list[Chunk]) -> Person | None:
    """The only person, or of several the one with whom the sentence begins, if alone."""
    if len({id(chunk.person) for chunk in named}) == 1:
        return named[0].person
    at = next(at for at, chunk in enumerate(sentence.chunks) if chunk is named[0])
    alone = sentence.kinds[at + 1 : at + 2] not in {"&", ",", "-"}
    return named[0].person if at < 7 and alone and is_subject(sentence.kinds, sentence.chunks, at) else None


def find_topic(sentence: Sentence) -> Chunk | None:
    """Whom a sentence is about: the person it begins with or the only one, where that is sure."""
    named = [chunk for chunk in sentence.chunks if chunk.kind in "PO" and chunk.person is not None and not chunk.aide]
    if sentence.passage < 0 or not named:
        return None
    meant = _leading(sentence, named)
    return next((chunk for chunk in named if chunk.person is meant), None) if meant is not None else None
