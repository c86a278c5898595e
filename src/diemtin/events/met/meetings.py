"""Who met whom: what the frames tell, with place, occasion, length and topics; one meeting told twice is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diemtin.events.beings.nouns import Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.met.appointed import (
    Appointed,
    apply_appointed,
    find_appointed,
    is_called_off,
    is_journey_off,
    is_of_before,
)
from diemtin.events.met.condensed import condense
from diemtin.events.met.delegations import with_delegations, with_others
from diemtin.events.met.details import find_minutes, find_occasion, find_place, find_topics
from diemtin.events.met.frames import Frame, find_frames
from diemtin.events.met.ministers import is_beside, with_setting
from diemtin.events.met.participants import find_participants
from diemtin.events.met.retold import enrich, fold_parts, merge, part_joint, share_places
from diemtin.events.met.scenes import Scene, read_scenes
from diemtin.events.met.status import settle_form
from diemtin.events.met.tellings import Telling, accept
from diemtin.events.met.when import find_other_days
from diemtin.news import Cited, Day, Link, Meeting, Participant

_NEXT = 2
"""Sentences within which the sides follow "Cuộc gặp sẽ diễn ra ngày…", or "Chuyến thăm đã bị hoãn."."""


def find_meetings(sentences: Sequence[Sentence], cast: Cast) -> list[Meeting]:
    """The meetings of an article, merged, in the order in which they are first told."""
    scenes = read_scenes(sentences, cast)
    with_delegations(scenes)
    told = [accept(scene, cast) for scene in scenes]
    found: list[Meeting] = []
    last: int | None = None
    ahead: tuple[int, Appointed] | None = None
    alone: Appointed | None = None
    off = -1 - _NEXT
    for number, (scene, tellings) in enumerate(zip(scenes, told, strict=True)):
        sentence = scene.sentence
        for telling in tellings:
            if is_beside(telling.frame, found[last] if last is not None else None):
                continue
            if telling.frame.status == "planned" and number - off <= _NEXT and is_of_before(sentence.text):
                telling = replace(telling, frame=replace(telling.frame, status="cancelled"))
            last = _add(found, scene, telling, cast, sentences)
            if ahead is not None and number - ahead[0] <= _NEXT:
                apply_appointed(found, last, ahead[1])
            ahead = None
        plain = scene.condensed is not None and not scene.frames and sentence.passage >= 0
        said = find_appointed(sentence, scene.times, cast) if plain else None
        if said is not None and last is not None:
            apply_appointed(found, last, said)
        elif said is not None and not said.another:
            ahead, alone = (number, said), alone or said
        if sentence.passage >= 0 and is_journey_off(sentence.text):
            off = number
        if scene.condensed is not None and last is not None:
            _call_off(found, last, sentence)
        if not scene.frames and last is not None and sentence.passage >= 0:
            if told[number - 1]:
                found[last] = with_others(found[last], sentence)
            enrich(found, last, sentence, scene.chain)
    found = _without_press(found, scenes)
    for sentence in sentences:
        if sentence.passage == -1:
            _add_headline(found, sentence, cast, alone)
    return share_places(fold_parts(part_joint(found)))


def _add(found: list[Meeting], scene: Scene, telling: Telling, cast: Cast, sentences: Sequence[Sentence]) -> int:
    """The meeting of a telling joined with those found so far; where it stands."""
    frame, people, day = telling.frame, telling.people, telling.day
    meeting = with_setting(frame, _make(frame, people, day, scene.chain, cast, scene.triggers), sentences)
    exact = any(time.kind != "loose" for time in scene.times)
    nameless = all(side.kind == "r" for side in frame.sides) and not exact
    again = nameless or (day is None and all(one.person is None for one in people))
    earlier = frame.status == "held" and any(
        time.turn < 0 or time.ago > 0 or time.kind in {"day", "weekday"} for time in scene.times
    )
    last = merge(found, meeting, again, earlier)
    for other in find_other_days(frame, scene.times, cast, day):
        merge(found, replace(meeting, date=other, place=None))
    return last


def _call_off(found: list[Meeting], last: int, sentence: Sentence) -> None:
    """ "Tuy nhiên cuộc gặp đã bị hủy": the plan told last."""
    meeting = found[last]
    if meeting.status == "planned" and is_called_off(sentence.text):
        cited = Cited(sentence.text, max(sentence.passage, 0))
        kept = meeting.cited if cited in meeting.cited else (*meeting.cited, cited)
        found[last] = replace(meeting, status="cancelled", cited=kept)


def _without_press(found: list[Meeting], scenes: Sequence[Scene]) -> list[Meeting]:
    """Facing the press together is no meeting of its own; it may tell the day of one that another sentence tells."""
    press = {scene.sentence.text for scene in scenes if scene.frames and scene.is_press}
    framed = {scene.sentence.text for scene in scenes if scene.frames and not scene.is_press}
    heard = [{cited.sentence for cited in one.cited} for one in found]
    return [one for one, texts in zip(found, heard, strict=True) if not texts & press or texts & framed]


def _add_headline(found: list[Meeting], sentence: Sentence, cast: Cast, alone: Appointed | None) -> None:
    """A meeting that only the headline tells, of two persons whom nothing below contradicts.

    Its day is known only where the text says when "the meeting" took place and names no other.
    """
    single = not found
    for frame in find_frames(condense(sentence, ())):
        people = find_participants(frame, cast, [], [])
        if (
            frame.wished
            or len(people) != 2
            or not all(one.person and one.office and not _is_short(one) for one in people)
        ):
            continue
        if not any({one.person for one in people} <= {other.person for other in met.participants} for met in found):
            found.append(_make(frame, people, None, (), cast, ()))
            if single and alone is not None and len(found) == 1:
                apply_appointed(found, 0, alone)


def _is_short(one: Participant) -> bool:
    """ "Thủ tướng NB Koizumi": a headline's short form of a state, taken for part of the name."""
    return one.country is None and any(word.isupper() for word in (one.person or "").split())


def _make(
    frame: Frame,
    people: list[Participant],
    day: Day | None,
    chain: tuple[Link, ...],
    cast: Cast,
    triggers: Sequence[int],
) -> Meeting:
    sentence = frame.sentence
    status = frame.status
    if day is not None and day.month is not None and cast.last is not None and status == "held":
        begins = date(day.year, day.month, day.day or 1)
        status = "planned" if begins > cast.last else status
    form = settle_form(frame.form, len(people), sentence, frame.trigger)
    return Meeting(
        status,
        form,
        tuple(people),
        day,
        find_place(sentence.source, sentence.origin(frame.trigger), [sentence.origin(other) for other in triggers]),
        find_occasion(sentence),
        find_minutes(sentence.text),
        find_topics(sentence.text),
        chain,
        (Cited(sentence.text, max(sentence.passage, 0)),),
    )
