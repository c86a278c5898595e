"""Meetings told by a list of who takes part: "gồm A, B và C", "do A và B cùng chủ trì", "A dự cuộc hội đàm cùng B"."""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import state_of
from diemtin.events.met.chairs import find_chairs
from diemtin.events.met.clauses import CONFERENCES
from diemtin.events.met.look import Look, Sides, both_named


def read_took_part(look: Look) -> Sides:
    words = " ".join(chunk.text.lower() for chunk in look.chunks[look.match.end("left") : look.trigger])
    if not any(word in words for word in ("dự", "tham gia", "có mặt", "chủ trì")) or look.left_is_object():
        return None
    if "cũng" in words:
        return None  # besides others, at a meeting told elsewhere
    return look.units("left"), []


def read_joined(look: Look) -> Sides:
    joint = look.before(look.match.start("right"))
    came = look.before(look.trigger) in {"dự", "gia", "tham dự", "có", "vào"}
    if joint not in {"cùng", "cùng với"} or not came or look.word in CONFERENCES or look.left_is_object():
        return None
    return both_named(look)


def read_chaired_by_both(look: Look) -> Sides:
    """ "do A và B cùng chủ trì": each for a state."""
    begin, end = look.match.span("right")
    behind = " ".join(chunk.text.lower() for chunk in look.chunks[end : end + 3])
    right = look.units("right")
    states = {state_of(side) for side in right}
    if look.before(begin) != "do" or not behind.startswith(("cùng chủ", "đồng chủ", "chủ trì", "cùng điều")):
        return None
    return ([], right) if None not in states and len(states) == len(right) else None


def read_including(look: Look) -> Sides:
    if "G" in look.kinds[look.trigger : look.match.start("right") - 1]:
        return None  # "đàm phán giữa Hy Lạp với các chủ nợ gồm A, B và C": one side of two
    return ([], look.units("right")) if look.before(look.match.start("right")) in {"gồm", "giữa"} else None


def read_chaired(look: Look) -> Sides:
    """Who chairs and the one guest of another state."""
    chairs = find_chairs(look.chunks, look.kinds, look.trigger)
    guests = look.units("right")
    states = {state_of(side) for side in (*chairs, *guests)}
    return (chairs, guests) if chairs and len(states) > 1 else None


def read_attended_by(look: Look) -> Sides:
    """ "Tham dự cuộc họp có A, B và C", each of another state; not "cùng dự", "còn có", which are those beside."""
    right, begin = look.units("right"), look.match.start("right")
    before = look.sentence.text[: look.sentence.pieces[look.chunks[look.trigger].start].start].lower()
    between = " ".join(chunk.text.lower() for chunk in look.chunks[look.trigger + 1 : begin])
    came = _WITH_THEM.search(between) or (_CAME.search(before) and look.before(begin) in {"có", "gồm", "gồm có", "là"})
    if not came or re.search(r"\b(?:còn|cũng)\b", between):
        return None
    if not look.word.startswith(_OF_FEW):
        return None  # at a conference one is among many
    states = {state_of(side) for side in right}
    return ([], right) if None not in states and len(states) == len(right) else None


_CAME = re.compile(r"(?:^|[,;:] )(?:(?:tham )?dự|tham gia|có mặt (?:tại|trong)) $")

_WITH_THEM = re.compile(r"\bcó sự (?:tham dự|tham gia|góp mặt|hiện diện|có mặt)(?: của)?$")

_OF_FEW = (
    "cuộc gặp",
    "cuộc họp",
    "buổi gặp",
    "cuộc hội đàm",
    "hội đàm",
    "cuộc đàm phán",
    "vòng đàm phán",
    "cuộc hội kiến",
)
