"""The sentence frames of meetings: which words meet, and who stands on which side of them.

Works on the kinds of a condensed sentence. A frame is taken only when two sides can be named; a dialogue "ở các cấp" or a
visit without a named host is none. The patterns are in ``patterns``, when to believe them in ``sides``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from diemtin.events.beings.nouns import Chunk, state_of
from diemtin.events.met.alongside import find_alongside
from diemtin.events.met.chairs import find_chairs
from diemtin.events.met.clauses import frame_kinds
from diemtin.events.met.condensed import Condensed
from diemtin.events.met.look import Look
from diemtin.events.met.patterns import FRAMES
from diemtin.events.met.sides import each_other, find_sides, is_joint, pair_of, sent_by
from diemtin.events.met.status import SIGN, find_form, find_status, is_general, is_wished
from diemtin.news import MeetingForm, MeetingStatus


@dataclass(slots=True)
class Frame:
    """A candidate: the trigger's index, the chunks that take part, form and status as the sentence tells them."""

    sentence: Condensed
    trigger: int
    left: list[Chunk]
    right: list[Chunk]
    form: MeetingForm
    status: MeetingStatus
    noun: bool
    wished: bool = False
    pattern: str = ""
    """Which of the frames found it."""

    @property
    def sides(self) -> list[Chunk]:
        return [*self.left, *self.right]

    @property
    def kinds(self) -> str:
        return "".join(side.kind for side in self.sides)


def find_frames(sentence: Condensed) -> list[Frame]:
    """The frames of one sentence, one for each word of meeting, the fullest pattern first."""
    kinds = frame_kinds(sentence)
    spoken = any(chunk.counterpart or chunk.text == "triệu" for chunk in sentence.chunks)
    if not set(kinds) & set("emVE") and not spoken and " đã đề cập " not in sentence.text:
        return []
    found: dict[int, Frame] = {}
    for name, pattern in FRAMES:
        at = 0
        while (match := pattern.search(kinds, at)) is not None:
            trigger = match.start("m")
            at = match.start() + 1 if name == "both" else trigger + 1
            if trigger in found:
                continue
            frame = _frame(name, match, sentence, trigger)
            if frame is not None and (
                not _taken(frame, found) or each_other(sentence.chunks, trigger) or _by_this_one(sentence, trigger)
            ):
                found[trigger] = frame
    return [found[key] for key in sorted(found)]


def _taken(frame: Frame, found: dict[int, Frame]) -> bool:
    """Does somebody here stand in another frame of the sentence already: the object there is no subject here.

    One subject may meet two: "đã tới Moskva gặp ông Putin, trước khi tới Kiev hội đàm với ông Zelensky".
    """
    left, right = {id(side) for side in frame.left}, {id(side) for side in frame.right}
    for other in found.values():
        met = {id(side) for side in other.right}
        if (left | right) & met or right & {id(side) for side in other.left}:
            return True
        if left & {id(side) for side in other.left} and (not other.right or not right):
            return True
    return False


def _by_this_one(sentence: Condensed, trigger: int) -> bool:
    """ "sau khi ông này gặp Tổng thống Ai Cập": who was met meets somebody else."""
    words = [chunk.text.lower() for chunk in sentence.chunks[max(0, trigger - 4) : trigger]]
    return any(one in {"ông", "bà", "vị"} and other == "này" for one, other in pairwise(words))


def _frame(name: str, match: re.Match[str], sentence: Condensed, trigger: int) -> Frame | None:
    kinds = frame_kinds(sentence)
    sides = find_sides(name, Look(sentence, kinds, match, trigger))
    if sides is None:
        return None
    left, right = sides
    whole, at = sentence.source, sentence.origin(trigger)
    status = find_status(whole, at)
    leaders = name == "both" and (
        pair_of(kinds, match.start("left"))  # "hai nhà lãnh đạo Nga và Thổ Nhĩ Kỳ"
        or (sent_by(kinds, match.start("left")) and "D" in kinds)  # "hôm nay, các chuyên viên Lào và Nga họp"
        or is_joint(sentence.chunks, trigger)
    )
    signed = name == "between" and sentence.chunks[trigger].text.lower() in SIGN  # "ký kết hôm qua giữa A và B"
    if status is None or (not (leaders or signed) and is_general(whole, at, [*left, *right], status, name)):
        return None
    if name in _LISTING:
        chairs = find_chairs(sentence.chunks, kinds, trigger)
        left, right = _with_chairs(left, right, chairs)
        if name == "attended" and chairs and len({state_of(side) for side in right} - {None}) < 2:
            return None  # "Thủ tướng chủ trì cuộc họp với sự tham dự của các Bộ trưởng A và B": at home
    if name not in _ALL_TOLD and left + right:
        also = find_alongside(sentence.chunks, kinds, max(match.end(), trigger + 1), [*left, *right])
        left, right = (left, [*right, *also]) if right else ([*left, *also], right)
    noun, wished = sentence.chunks[trigger].kind == "e", status != "held" and is_wished(whole, at)
    return Frame(sentence, trigger, left, right, find_form(whole, at), status, noun, wished, name)


_LISTING = {"attended", "between", "both", "including", "named_so", "group_of"}
"""Frames that list who takes part, without a subject who meets an object."""


_ALL_TOLD = {"attended", "attended_by", "chaired", "summoned", "gave", "visited_with", "came_to", "received_too"}
"""Frames behind which nobody else is told, or whose own list that is."""


def _with_chairs(left: list[Chunk], right: list[Chunk], chairs: list[Chunk]) -> tuple[list[Chunk], list[Chunk]]:
    """Who chairs beside those who are listed: "do A chủ trì, với sự tham dự của B và C"."""
    listed = {id(side) for side in (*left, *right)}
    chairs = [one for one in chairs if id(one) not in listed]
    return ([*left, *chairs], right) if left and not right else (left, [*chairs, *right])
