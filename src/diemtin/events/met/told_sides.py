"""Meetings told without their word: by where somebody went and why, by what was given or asked, by whom one was called in."""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import state_of
from diemtin.events.met.clauses import find_subject, is_object
from diemtin.events.met.look import TALKS, Look, Sides, both_named


def read_came_to(look: Look) -> Sides:
    """ "Giám đốc IAEA sẽ đến Iran để thảo luận": with whom is only said by where."""
    place = look.chunks[look.match.start("right")]
    words = " ".join(chunk.text.lower() for chunk in look.chunks[look.match.end("right") : look.trigger])
    behind = re.split(r"[s,;.]", look.kinds[look.trigger + 1 : look.trigger + 12])[0]
    left = [look.chunks[look.match.start("left")]]
    if place.country is None or place.text.lower() not in {"đến", "tới", "sang"} or look.left_is_object():
        return None
    if look.sentence.place_name(place) in _SEATS or state_of(left[0]) in {None, place.country} or "a" in behind:
        return None
    if not words.endswith(("để", "nhằm", "để tiến hành", "để tiếp tục")) or look.kinds[look.trigger] != "m":
        return None
    if not look.word.startswith(_TALKING):
        return None
    place.kind = "C"
    return left, [place]


_SEATS = {"brussels", "geneva", "vienna", "new york", "strasbourg", "davos", "the hague"}
"""Where one meets others than the state around it."""


_TALKING = ("thảo luận", "hội đàm", "đàm phán", "trao đổi", "tham vấn", "thương lượng", "thương thuyết", "bàn")


def read_talked(look: Look) -> Sides:
    right = look.units("right")
    if not look.word.startswith(_TALKING) or look.word.endswith("với"):
        return None
    left = find_subject(look.sentence, look.trigger, look.match.end("right"))
    return (left, right) if left and all(side.kind in "POH" for side in left) else None


def read_spoke_of(look: Look) -> Sides:
    if look.trigger > 6 or look.before(look.trigger) not in {"sau", "tại", "trong"} or not _is_talk(look.word):
        return None
    return both_named(look)


def _is_talk(word: str) -> bool:
    return any(talk in word for talk in TALKS)


def read_visited_with(look: Look) -> Sides:
    """ "Tổng thống A cùng Thủ tướng B đến thăm …", "hai nhà lãnh đạo A và B cùng thăm": they were there together."""
    both = "both" in look.match.groupdict()
    left, right = (look.units("both"), []) if both else (look.units("left"), look.units("right"))
    everyone = [*left, *right]
    begin = look.match.start()
    if re.match(r"[rN#]{0,2}[PO]", look.kinds[look.trigger + 1 :]):
        return None  # "A cùng B tới thăm Thủ tướng C": told with C
    states = {state_of(side) for side in everyone}
    joint = look.match.start("joint")
    if look.chunks[joint].text.lower() not in {"cùng", "cùng với", "cùng nhau"} or is_object(
        look.kinds, look.chunks, begin
    ):
        return None
    return (left, right) if None not in states and len(states) == len(everyone) > 1 else None


def read_told(look: Look) -> Sides:
    verb = look.kinds.rfind("v", 0, look.match.start("right"))
    toward = look.kinds[verb + 1] == "a" or look.chunks[verb].text.lower().endswith("với")
    if not toward or look.before(look.trigger) not in {"trong", "tại"} or look.left_is_object():
        return None
    return both_named(look)


def read_on_visit(look: Look) -> Sides:
    toward = "a" in look.kinds[look.trigger : look.match.start("right")] or look.word.endswith("với")
    return both_named(look) if toward and not look.left_is_object() else None


def read_counterpart(look: Look) -> Sides:
    right = look.units("right")
    words = " ".join(chunk.text.lower() for chunk in look.chunks[look.match.end("left") : look.trigger])
    raised = "đã đề cập" in words and right[0].office is not None  # "đã đề cập vấn đề này với Ngoại trưởng Mỹ"
    if not (raised or right[0].counterpart or right[0].kind == "U") or look.left_is_object():
        return None
    return [look.chunks[look.match.start("left")]], right


def read_visited(look: Look) -> Sides:
    right = look.units("right")
    left = find_subject(look.sentence, look.trigger, look.match.end("right"))
    return (left, right) if left and all(side.kind in "PO" for side in (*left, *right)) else None


def read_summoned(look: Look) -> Sides:
    left, right = both_named(look) or ([], [])
    called = look.word == "triệu" or (look.word == "tập" and look.before(look.trigger) == "triệu")
    if not called or look.left_is_object():
        return None
    states = {state_of(side) for side in (*left, *right)}
    envoy = right[0].text.lower().startswith(("đại sứ", "đại biện"))
    return (left, right) if envoy and None not in states and len(states) == 2 else None


def read_gave(look: Look) -> Sides:
    left, right = [look.chunks[look.match.start("left")]], look.units("right")
    one, other = (state_of(side) for side in (*left, *right[:1]))
    if look.before(look.match.start("right")) != "cho" or one is None or other is None or one == other:
        return None  # at home orders and decisions are handed over
    return left, right


_TO_THE_FACE = ("mời", "cảm ơn", "chào mừng")


def read_told_there(look: Look) -> Sides:
    """ "Trong cuộc điện đàm, A nói với B", "Tại cuộc hội đàm, A mời B sang thăm": there they were two."""
    verb = look.match.start("right") - 1
    said = " ".join(chunk.text.lower() for chunk in look.chunks[max(0, verb - 1) : verb + 1])
    opening = [chunk.text.lower() for chunk in look.chunks[max(0, look.trigger - 3) : look.trigger]]
    there = opening[-1:] in (["trong"], ["tại"]) or opening[-2:] in (["trong", "một"], ["tại", "một"])
    if not (look.kinds[verb] == "a" or said.endswith(("với", *_TO_THE_FACE))):
        return None
    if not there or (look.trigger > 3 and "rằng" not in " ".join(opening)):
        return None
    states = {state_of(side) for side in (*look.units("left"), *look.units("right"))}
    return both_named(look) if _is_talk(look.word) and len(states) > 1 else None


_NUMBERS = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bốn": 4, "4": 4, "năm": 5, "5": 5}


def read_met_named_so(look: Look) -> Sides:
    """ "gặp ba người tiền nhiệm của ông là A, B và C"."""
    if not look.word.startswith(("gặp", "tiếp", "hội đàm", "hội kiến", "họp", "đón", "làm việc")):
        return None
    words = " ".join(chunk.text.lower() for chunk in look.chunks[look.trigger + 1 : look.match.start("right")])
    number = next((_NUMBERS[word] for word in words.split() if word in _NUMBERS), 0)
    if "một trong" in words or (number and number != len(look.units("right"))):
        return None
    left = find_subject(look.sentence, look.trigger, look.match.end("right"))
    return (left, look.units("right")) if left and all(side.kind in "POH" for side in left) else None
