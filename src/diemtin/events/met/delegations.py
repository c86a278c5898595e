"""Who led the delegations, and who came to a meeting somebody chaired: told in sentences of their own, below the meeting.

"Cuộc họp diễn ra hôm 8/3. Đoàn Peru do ông A dẫn đầu; dẫn đầu đoàn Lào là ông B." and "A chủ trì hội nghị. Dự họp có B và
C." The sentence that tells the meeting names nobody, or states only; those below name two of different states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.events.met.frames import Frame
from diemtin.events.met.scenes import Scene
from diemtin.events.met.status import find_form, find_status
from diemtin.news import Meeting, Participant

_LEADS = r"(?:dẫn đầu|đứng đầu|cầm đầu|làm [Tt]rưởng đoàn|[Tt]rưởng đoàn)"
_LED = re.compile(r"\b(?:[Dd]ẫn|[Đđ]ứng|[Cc]ầm) đầu\b|rưởng đoàn\b")
_DELEGATION = r"(?:[Đđ]oàn|[Pp]hái đoàn|[Pp]hía)"
_BY = re.compile(rf"\b{_DELEGATION} [^.;]{{2,90}}?\bdo (?:[^,;.]{{1,40}} )?$")
""" "Đoàn Peru do …", with ``_BY_END`` behind the name."""
_BY_END = re.compile(rf"(?:[^.;]{{0,90}}?,| [^.;,]{{1,30}}?)? ?{_LEADS}\b")
_IS = re.compile(
    r"\b(?:dẫn đầu|đứng đầu|cầm đầu) (?:đoàn|phái đoàn|phía) [^.;,]{2,40} là (?:[^,;.]{1,25} )?$", re.IGNORECASE
)
_BOTH_ARE = re.compile(
    r"\b(?:dẫn đầu|đứng đầu|cầm đầu) (?:cả )?hai (?:đoàn|phái đoàn|phía) là (?:lần lượt )?$", re.IGNORECASE
)
_AND_IS = re.compile(
    r"(?:^|[;,] |\bvà |\bcòn )(?:phía|đoàn|phái đoàn|đại diện) [^.;,]{2,30} là (?:[^,;.]{1,25} )?$", re.IGNORECASE
)
_LEADING = re.compile(r"(?:, [^,;.]{2,60},)? (?:đã )?(?:dẫn đầu|đứng đầu|cầm đầu) (?:đoàn|phái đoàn|phía)\b")
_CHAIRS = re.compile(r"\b(?:chủ trì|chủ tọa|chủ toạ) (?:một )?(?:cuộc|buổi|hội nghị|phiên)\b")
_CAME = re.compile(
    r"(?:Cùng )?(?:[Dd]ự|[Tt]ham dự|[Tt]ham gia|[Cc]ó mặt tại) (?:cuộc |buổi )?(?:họp|hội nghị|gặp|hội đàm|phiên họp)"
    r"[^,;.:]{0,20}? có\b"
)
_ALSO_CAME = re.compile(
    r"(?:, [^,;.]{2,60},)? (?:cũng|còn)(?: đã| sẽ)? (?:có mặt|tham dự|dự|tham gia)(?: tại| trong)? (?:cuộc|buổi|hội nghị|phiên)\b"
)
_SIDE_HAS = re.compile(r"(?:Về |Bên )?[Pp]hía [^,;:.]{2,25} (?:còn |cũng )?có $")
_BELOW = 3
"""Sentences from the one that tells the meeting in which its delegations are named."""


def with_delegations(scenes: Sequence[Scene]) -> None:
    """Gives scenes that tell a meeting of nobody, or of states, the frame of those who are named below as its sides."""
    told = -1
    for at, scene in enumerate(scenes):
        trigger = _find_meeting(scene) if at > told else None
        if trigger is None or scene.condensed is None:
            continue
        below = [one.sentence for one in scenes[at : at + _BELOW] if one.sentence.passage >= 0]
        sides = _heads(below) or _guests(below)
        status = find_status(scene.sentence, scene.condensed.origin(trigger)) if sides else None
        if status is not None:
            form = find_form(scene.sentence, scene.condensed.origin(trigger))
            noun = scene.condensed.chunks[trigger].kind == "e"
            scene.frames = [Frame(scene.condensed, trigger, [], sides, form, status, noun, False, "delegations")]
            mine = {id(side) for side in sides}
            told = max(
                no for no in range(at, min(at + _BELOW, len(scenes))) if mine & set(map(id, scenes[no].sentence.chunks))
            )


def _find_meeting(scene: Scene) -> int | None:
    """The first word of meeting in a sentence of the text whose own frames name no person."""
    if (
        scene.condensed is None
        or scene.sentence.passage < 0
        or any(set(frame.kinds) - set("CBKr") for frame in scene.frames)
    ):
        return None
    if scene.frames:
        return scene.frames[0].trigger
    for at, chunk in enumerate(scene.condensed.chunks):
        if chunk.kind == "e" and "họp báo" not in chunk.text.lower():
            return at
        if chunk.kind == "m" and chunk.text.lower() in {"họp", "nhóm họp", "hội đàm", "đàm phán"}:
            return at
    return None


def _heads(sentences: Sequence[Sentence]) -> list[Chunk]:
    """Two who lead delegations of different states; none where there are more, or one of them has no state."""
    found: list[Chunk] = []
    for sentence in sentences:
        found += _heads_of(sentence)
        if len(found) > 1:
            break
    states = [chunk.person.country for chunk in found if chunk.person is not None]
    return found if len(found) == 2 and None not in states and len(set(states)) == 2 else []


def _heads_of(sentence: Sentence) -> list[Chunk]:
    text, found = sentence.text, list[Chunk]()
    if _LED.search(text) is None:
        return []
    pair = False
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind != "P" or chunk.person is None:
            continue
        start, end = sentence.pieces[chunk.start].start, sentence.pieces[chunk.end - 1].end
        before, behind = text[max(0, start - 130) : start], text[end : end + 130]
        both = _BOTH_ARE.search(before) is not None
        led = _BY.search(before) is not None and _BY_END.match(behind) is not None
        named = _IS.search(before) is not None or (bool(found) and _AND_IS.search(before) is not None)
        leads = _LEADING.match(behind) is not None
        if both or pair or led or named or leads:
            if chunk.person.country is None:
                chunk.person.country = _state(sentence, at, ahead=leads)
            found.append(chunk)
        pair = both
    return found


def _state(sentence: Sentence, at: int, ahead: bool) -> str | None:
    """Of which state the delegation is: the nearest named before its head, or behind "dẫn đầu đoàn"."""
    near = sentence.chunks[at + 1 : at + 9] if ahead else list(reversed(sentence.chunks[max(0, at - 12) : at]))
    for chunk in near:
        if chunk.kind == "P":
            return None
        if chunk.kind in "CBK" and chunk.country:
            return chunk.country
    return None


def _guests(sentences: Sequence[Sentence]) -> list[Chunk]:
    """ "A chủ trì hội nghị ngoại trưởng. Dự họp có B và C": the chair and who came, of more than one state."""
    if _CHAIRS.search(sentences[0].text) is None:
        return []
    hosts = [chunk for chunk in sentences[0].chunks if chunk.kind == "P"]
    for sentence in sentences[1:]:
        if _CAME.match(sentence.text) is None or len(hosts) != 1:
            continue
        came = [chunk for chunk in sentence.chunks if chunk.kind == "P" and chunk.person is not None]
        states = {chunk.person.country for chunk in (*hosts, *came) if chunk.person is not None} - {None}
        return [*hosts, *came] if len(states) > 1 else []
    return []


def with_others(meeting: Meeting, sentence: Sentence) -> Meeting:
    """ "Chủ tịch C cũng dự cuộc gặp.", "Phía châu Âu có C, D và E.": who else came, of states that nobody was told of yet."""
    states = {one.country for one in meeting.participants}
    first = next((at for at, chunk in enumerate(sentence.chunks) if chunk.kind == "P"), None)
    if first is None or len(states) < 2:
        return meeting
    begin = sentence.pieces[sentence.chunks[first].start].start
    end = sentence.pieces[sentence.chunks[first].end - 1].end
    listed = re.match(r"(?:P(?:,&?|&))+P\.?$", sentence.kinds[first:]) is not None
    came: list[Chunk] = []
    if _SIDE_HAS.fullmatch(sentence.text, 0, begin) and listed:
        came = [chunk for chunk in sentence.chunks[first:] if chunk.kind == "P"]
    elif begin < 3 and _ALSO_CAME.match(sentence.text, end):
        came = [sentence.chunks[first]]
    others = [
        Participant(chunk.person.name, chunk.person.office, chunk.person.country)
        for chunk in came
        if chunk.person is not None and chunk.person.country is not None and chunk.person.country not in states
    ]
    return (
        replace(meeting, participants=(*meeting.participants, *others))
        if others and len(others) == len(came)
        else meeting
    )
