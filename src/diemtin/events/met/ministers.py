"""Officers told as a group by their office, "ngoại trưởng ba bên", and lists of who came, "Tham dự cuộc gặp có A, B và C"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diemtin.events.beings.nouns import Chunk, Person, Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.met.condensed import Condensed, condense
from diemtin.events.met.course import is_old
from diemtin.events.met.details import find_occasion, find_place
from diemtin.events.met.frames import Frame
from diemtin.events.met.status import find_form, find_status
from diemtin.news import Day, Meeting

_OFFICES = {
    "ngoại trưởng": "foreign_minister",
    "bộ trưởng ngoại giao": "foreign_minister",
    "bộ trưởng bộ ngoại giao": "foreign_minister",
    "bộ trưởng quốc phòng": "defence_minister",
    "bộ trưởng tài chính": "finance_minister",
    "bộ trưởng thương mại": "trade_minister",
    "thủ tướng": "head_of_government",
    "tổng thống": "head_of_state",
}
_NUMBERS = {"hai": 2, "2": 2, "ba": 3, "3": 3, "bốn": 4, "4": 4}
_OFFICE = rf"(?P<office>{'|'.join(_OFFICES)})"
_GROUP = rf"(?P<number>{'|'.join(_NUMBERS)}) (?:bên|nước|quốc gia)"
_MEETING = r"(?:cuộc|buổi|hội nghị|phiên)\b(?: (?!và |với |giữa )[^\s,.;:]+){0,5}?"
_WORDED = (
    # "Cuộc họp ngoại trưởng ba bên", "cuộc gặp thứ hai giữa ngoại trưởng ba nước"
    re.compile(rf"\b{_MEETING}(?: giữa)? {_OFFICE} (?:của )?{_GROUP}", re.IGNORECASE),
    # "Hội nghị ba bên cấp bộ trưởng quốc phòng"
    re.compile(rf"\b{_MEETING} {_GROUP} (?:ở )?cấp {_OFFICE}", re.IGNORECASE),
    # "Ngoại trưởng ba nước ngày 9/3 gặp nhau"
    re.compile(rf"(?:^|[,;] )(?:các )?{_OFFICE} (?:của )?{_GROUP}(?= )", re.IGNORECASE),
)
_MET = {"gặp nhau", "gặp gỡ", "gặp mặt", "hội đàm", "họp", "hội kiến", "nhóm họp", "đã họp"}

Together = dict[tuple[str, int], list[Chunk]]


def find_together(sentences: Sequence[Sentence]) -> Together:
    """The officers of one office and of as many states whom the article lists together, if it names no others.

    Keyed by office and number. Empty where no sentence tells officers as a group, which is nearly always.
    """
    told = [sentence for sentence in sentences if sentence.passage >= 0]
    if not any(pattern.search(sentence.text) for sentence in told for pattern in _WORDED):
        return {}
    found: Together = {}
    holders: dict[str, dict[int, Person]] = {}
    for sentence in told:
        for chunk in sentence.chunks:
            if chunk.kind == "P" and chunk.person is not None and chunk.person.office and not chunk.former:
                holders.setdefault(chunk.person.office, {})[id(chunk.person)] = chunk.person
        for run in _lists(condense(sentence, ())):
            persons = [chunk.person for chunk in run if chunk.person is not None]
            offices = {person.office for person in persons}
            states = {person.country for person in persons} - {None}
            if len(persons) == len(run) == len(states) and len(offices) == 1 and (office := offices.pop()):
                found.setdefault((office, len(run)), run)
    return {key: run for key, run in found.items() if len(holders.get(key[0], {})) == key[1]}


def _lists(sentence: Condensed) -> list[list[Chunk]]:
    return [
        [chunk for chunk in sentence.chunks[match.start() : match.end()] if chunk.kind == "P"]
        for match in re.finditer(r"P(?:(?:,&?|&)P)+", sentence.kinds)
    ]


def find_joint(sentence: Condensed, together: Together) -> Frame | None:
    """The meeting of officers whom a sentence tells as a group: "Cuộc họp ngoại trưởng ba bên diễn ra ngày 17/10"."""
    if not together or sentence.passage < 0:
        return None
    for pattern in _WORDED:
        match = pattern.search(sentence.text)
        if match is None:
            continue
        office, number = match["office"].lower(), match["number"].lower()
        sides = together.get((_OFFICES[office], _NUMBERS[number]))
        at = _trigger(sentence, match, pattern is _WORDED[-1])
        status = find_status(sentence.source, sentence.origin(at)) if at is not None else None
        if sides is None or at is None or status != "held":
            continue
        form = find_form(sentence.source, sentence.origin(at))
        form = "trilateral" if len(sides) == 3 and form in {"meeting", "conference", "talks"} else form
        return Frame(sentence, at, [], sides, form, status, sentence.chunks[at].kind == "e", False, "joint")
    return None


def _trigger(sentence: Condensed, match: re.Match[str], acting: bool) -> int | None:
    """The word of meeting: within the words matched, or the verb whose subject they are."""
    listed = True
    for at, chunk in enumerate(sentence.chunks):
        start = sentence.pieces[chunk.start].start
        if acting and start >= match.end():
            listed = listed and chunk.kind in "C,&-"  # "Ngoại trưởng ba nước Peru, Lào và Chile"
            if chunk.kind in "POUCBv,;." and not listed:
                return None
            if chunk.kind in "em":
                return at if chunk.kind == "e" or chunk.text.lower() in _MET else None
        elif not acting and chunk.kind == "e" and match.start() <= start < match.end():
            return at
    return None


def is_of_now(day: Day | None, cast: Cast) -> bool:
    """Who held an office at a meeting of long ago the article does not say by who holds it now."""
    return day is not None and day.day is not None and not is_old(day, cast.first)


def is_beside(frame: Frame, told: Meeting | None) -> bool:
    """ "Tham dự cuộc hội đàm có …" below a meeting of others: who sat beside them."""
    if frame.pattern != "attended_by" or told is None:
        return False
    sides = {side.person.name for side in frame.sides if side.person is not None}
    named = {one.person for one in told.participants if one.person is not None}
    return bool(named) and not named & sides


def with_setting(frame: Frame, meeting: Meeting, sentences: Sequence[Sentence]) -> Meeting:
    """Beside what and where, for a list of who came: in the sentence before, in the headline."""
    if frame.pattern != "attended_by" or meeting.status != "held":
        return meeting
    number = frame.sentence.number
    before = sentences[number - 1] if number and sentences[number - 1].passage >= 0 else None
    head = sentences[0] if sentences[0].passage == -1 else None
    place, form = meeting.place, meeting.form
    occasion = meeting.occasion or (find_occasion(before) if before is not None else None)
    if place is None and before is not None and occasion is not None:
        place = find_place(before, len(before.chunks), [])
    if place is None and head is not None:
        place = find_place(head, len(head.chunks), [])
    group = re.search(r"\b(?:ba|3) (?:bên|nước)\b", before.text, re.IGNORECASE) if before is not None else None
    if group is not None and len(meeting.participants) == 3 and form == "meeting":
        form = "trilateral"
    return replace(meeting, occasion=occasion, place=place, form=form)
