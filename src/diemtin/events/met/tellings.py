"""Which frames of a sentence tell a meeting, who takes part, and on what day: the last checks before it is one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from diemtin.events.beings.people import Cast
from diemtin.events.met.frames import Frame
from diemtin.events.met.levels import goes_on_sometime
from diemtin.events.met.participants import find_participants
from diemtin.events.met.scenes import Scene
from diemtin.events.met.when import find_day, is_caption
from diemtin.language.countries import countries
from diemtin.news import Day, Participant

_COUNTED = re.compile(
    r"\bgặp (?:nhau |gỡ (?:nhau )?)?(?:hai|ba|bốn|năm|sáu|vài|nhiều|\d+) lần\b|\b(?:nhiều|vài|\d+) lần gặp\b"
)


@dataclass(slots=True)
class Telling:
    """A frame that is believed, with its participants and day."""

    frame: Frame
    people: list[Participant]
    day: Day | None


def accept(scene: Scene, cast: Cast) -> list[Telling]:
    """The meetings that the frames of a sentence tell; none where two sides cannot be named or it is too vague."""
    found = []
    for frame in scene.frames:
        everyone = find_participants(frame, cast, scene.recent, scene.states, scene.crowd)
        for people in _parted(frame, everyone):
            telling = _accept(scene, frame, people, cast)
            if telling is not None:
                found.append(telling)
                frame = telling.frame
    return found


def _accept(scene: Scene, frame: Frame, people: list[Participant], cast: Cast) -> Telling | None:
    if len(people) < 2 or not _stand_for_something(people):
        return None
    if frame.pattern == "joined" and len(people) < _stated(frame):
        return None  # "cuộc gặp ba bên" of whom two are told
    times, triggers = scene.times, scene.triggers
    day = find_day(frame, times, cast, scene.day, triggers)
    day = None if frame.pattern == "guests" else day  # such a call is told for a whole visit
    if day is None and is_caption(frame):
        held = replace(frame, status="held")  # "A cùng B trước cuộc gặp tại Geneva hôm 14/1"
        day = find_day(held, times, cast, None, triggers)
        frame = held if day is not None else frame
    if frame.pattern == "visited_with" and day is None:
        return None  # somewhere together at some time
    if (frame.wished and (day is None or day.day is None)) or goes_on_sometime(frame, times, day):
        return None
    if day is None and _COUNTED.search(scene.sentence.text):
        return None  # "đã gặp nhau ba lần": several, told as a number
    whole = all(one.person is None and one.office is None for one in people)
    vague = (frame.form == "talks" and not frame.noun) or _is_idea(frame)
    if whole and day is None and frame.status == "planned" and vague:
        return None  # "Ấn Độ và Nga sẽ thảo luận thêm về …": at some time
    if frame.form in {"conference", "summit"} and (
        len(states_of(people)) < 2 or len({one.country for one in people}) < 2
    ):
        return None  # of one state among themselves
    return Telling(frame, people, day)


def _stated(frame: Frame) -> int:
    """How many sides the word of meeting says there are: "cuộc hội đàm ba bên", "họp tay ba"; 0 where it doesn't."""
    chunks = frame.sentence.chunks[frame.trigger : frame.trigger + 4]
    match = _SEVERAL.search(" ".join(chunk.text.lower() for chunk in chunks))
    return _NUMBERS.get(match["of"] or match["hand"], 0) if match else 0


_SEVERAL = re.compile(r"\b(?:(?P<of>ba|bốn|3|4) (?:bên|nước)|tay (?P<hand>ba|tư))\b")
_NUMBERS = {"ba": 3, "3": 3, "bốn": 4, "4": 4, "tư": 4}


def _is_idea(frame: Frame) -> bool:
    """ "kế hoạch tổ chức một cuộc họp giữa phe Taliban với các giới chức Mỹ"."""
    words = " ".join(chunk.text.lower() for chunk in frame.sentence.chunks[max(0, frame.trigger - 6) : frame.trigger])
    return "kế hoạch tổ chức" in words or "kế hoạch tiến hành" in words


def states_of(people: list[Participant]) -> set[str]:
    """The states, or each body's people as many: a union's officers meet as such."""
    return {one.country if one.country in countries() else one.person or one.country for one in people if one.country}


def _parted(frame: Frame, people: list[Participant]) -> list[list[Participant]]:
    """One act is one meeting of everybody it names: "A gặp B, C và D". One by one only where the sentence says so:
    "lần lượt", "riêng", "các cuộc gặp với…", or where the word itself is of two: a call, a courtesy call.
    """
    if len(frame.right) == 1 and len(frame.left) > 1 and len(people) > 2 and _lefts_apart(frame):
        return [[one, people[-1]] for one in people[:-1]]  # "A và B lần lượt hội đàm với C"
    if len(frame.left) == 1 and len(people) > 2 and _one_by_one(frame, people):
        return [[people[0], other] for other in people[1:]]
    if len(frame.left) != 1 or len(frame.right) != 2 or len(people) != 3:
        return [people]
    host, one, other = people
    if one.person and other.person and other.office and other.country is None:
        # "Thủ tướng Hy Lạp Alexis Tsipras và Tổng thống Prokopis Pavlopoulos"
        people = [host, one, other := replace(other, country=one.country)]
    # "gặp Thủ tướng Trudeau và người đồng cấp Dion": the head of government gave an audience, the counterpart held talks
    ranks = frame.right[1].counterpart and one.office in _HEADS and frame.sentence.chunks[frame.trigger].text == "gặp"
    if (
        ranks
        and frame.status == "held"
        and one.person
        and other.person
        and one.country == other.country != host.country
    ):
        return [[host, one], [host, other]]
    return [people]


def _lefts_apart(frame: Frame) -> bool:
    return any(
        chunk.text.lower() == "lần lượt" for chunk in frame.sentence.chunks[max(0, frame.trigger - 2) : frame.trigger]
    )


def _one_by_one(frame: Frame, people: list[Participant]) -> bool:
    chunks = frame.sentence.chunks
    if chunks[frame.trigger].text.lower().startswith(("các cuộc", "những cuộc")) and frame.form != "talks":
        return True
    if chunks[frame.trigger].text.lower().endswith(("riêng", "riêng rẽ")) or any(
        chunk.text.lower() in _APART for chunk in chunks[max(0, frame.trigger - 2) : frame.trigger + 4]
    ):
        return True
    if frame.pattern == "between" and chunks[frame.trigger].text.lower().startswith(("cuộc", "buổi")):
        return False  # "sau cuộc hội đàm giữa A với B, C và D"
    if len(frame.right) == 2 and _each_apart(frame):
        return True
    others = people[1:]
    near = " ".join(chunk.text.lower() for chunk in chunks[frame.trigger : frame.trigger + 3])
    if near.startswith(("điện đàm", "gọi điện")):
        return re.search(r"\bbên\b", near) is None  # one calls one after the other, but "điện đàm bốn bên với…"
    if len(states := {one.country for one in others}) == len(others) and states <= _places_before(frame):
        return True  # "tới Đức và Pháp để gặp B và C": each at home
    offices = {one.office for one in others}
    if near.startswith("hội đàm") and not frame.noun and len(states) == 1 and len(offices) == len(others):
        return all(one.person for one in others)  # formal talks are held with each of the hosts
    if near.startswith("hội đàm") and not frame.noun and all(one.person is None for one in others):
        return True  # "hội đàm với các nhà lãnh đạo Israel và Palestine"
    return len(states) == len(others) and all(one.person or one.office for one in others) and near.startswith(_BY_TURNS)


def _each_apart(frame: Frame) -> bool:
    """ "gặp Thủ tướng A ở Jerusalem và Tổng thống B ở Ramallah", "có hội đàm với A và với B"."""
    ends = [at for at, chunk in enumerate(frame.sentence.chunks) if any(chunk is side for side in frame.right)]
    return len(ends) == 2 and any(
        chunk.kind == "L" or chunk.text == "và với" for chunk in frame.sentence.chunks[ends[0] : ends[1]]
    )


def _places_before(frame: Frame) -> set[str | None]:
    """The states to which somebody goes: "sẽ tới Đức và Pháp, để gặp …"."""
    chunks = frame.sentence.chunks[: frame.trigger]
    went = next((at for at, chunk in enumerate(chunks) if chunk.text.lower() in {"tới", "đến", "sang", "thăm"}), None)
    return set() if went is None else {chunk.country for chunk in chunks[went:] if chunk.kind in "CKL"}


_BY_TURNS = (
    "tiếp",
    "hội kiến",
    "điện đàm",
    "gặp song phương",
    "cuộc gặp song phương",
    "hội đàm song phương",
    "các cuộc",
)
"""One receives, calls and meets bilaterally one after the other."""
_HEADS = {"head_of_state", "head_of_government"}
_APART = {"lần lượt", "riêng", "riêng rẽ"}
_HIGH = {
    "head_of_state", "head_of_government", "party_leader", "supreme_leader", "vice_president", "foreign_minister",
    "defence_minister", "secretary_general", "parliament_speaker", "deputy_head_of_government", "minister",
}  # fmt: skip


def _stand_for_something(people: list[Participant]) -> bool:
    """Everybody has an office or a country; one without may meet somebody high ("ông Annan gặp Tổng thống Assad")."""
    nobody = sum(one.office is None and one.country is None for one in people)
    return nobody == 0 or (nobody == 1 and any(one.office in _HIGH for one in people))
