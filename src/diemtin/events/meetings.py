"""Who met whom: frames with their participants, day, place, occasion, length and topics; one meeting told twice is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diemtin.events.appointed import Appointed, apply_appointed, find_appointed, is_called_off
from diemtin.events.chains import find_chain
from diemtin.events.chunks import Chunk, Person, Sentence
from diemtin.events.condensed import condense
from diemtin.events.course import Course
from diemtin.events.details import find_minutes, find_occasion, find_place, find_topics
from diemtin.events.frames import Frame, find_frames
from diemtin.events.guests import find_foreign_state, find_guests
from diemtin.events.levels import goes_on_sometime, is_below_ministers, is_of_years
from diemtin.events.ministers import find_joint, find_together, is_beside, is_of_now, with_setting
from diemtin.events.people import Cast
from diemtin.events.pronouns import find_topic, resolve_pronouns
from diemtin.events.retold import enrich, fold_parts, merge, part_joint, share_places
from diemtin.events.status import settle_form
from diemtin.events.when import find_day, find_other_days, is_caption
from diemtin.language.countries import countries
from diemtin.language.names import person_key
from diemtin.language.timex import find_times
from diemtin.news import Cited, Day, Link, Meeting, Participant

_COUNTED = re.compile(
    r"\bgặp (?:nhau |gỡ (?:nhau )?)?(?:hai|ba|bốn|năm|sáu|vài|nhiều|\d+) lần\b|\b(?:nhiều|vài|\d+) lần gặp\b"
)
_NEXT = 2
"""Sentences within which the sides follow "Cuộc gặp sẽ diễn ra ngày…"."""


def find_meetings(sentences: Sequence[Sentence], cast: Cast) -> list[Meeting]:
    """The meetings of an article, merged, in the order in which they are first told."""
    found: list[Meeting] = []
    course = Course()
    recent: list[Person] = []
    crowd = 0
    states: list[str] = []
    abroad: str | None = None
    topic: Chunk | None = None
    last: int | None = None
    ahead: tuple[int, Appointed] | None = None
    alone: Appointed | None = None
    press: set[str] = set()
    framed: set[str] = set()
    resolve_pronouns(sentences)
    together = find_together(sentences)
    for number, sentence in enumerate(sentences):
        times = course.with_years(sentence, find_times(sentence.text), cast)
        told = sentence.passage != -1 and not sentence.text.rstrip().endswith("?")
        condensed = condense(sentence, times, topic) if told else None
        frames = find_frames(condensed) if condensed is not None else []
        if condensed is not None:
            abroad = find_foreign_state(condensed, abroad)
            guests = find_guests(condensed, abroad)
            if guests is not None and all(set(frame.kinds) <= set("CB") for frame in frames):
                frames = [guests]
            joint = find_joint(condensed, together)
            if joint is not None and all(set(frame.kinds) <= set("rC") for frame in frames):
                now = is_of_now(find_day(joint, times, cast, course.at(sentence), [joint.trigger]), cast)
                frames = [joint] if now else frames
            frames = [one for one in frames if not (is_below_ministers(one, times) or is_of_years(one, times))]
        triggers = [frame.trigger for frame in frames]
        chain = find_chain(sentence)
        if frames:
            (press if all(is_press_conference(frame) for frame in frames) else framed).add(sentence.text)
        for frame in frames:
            for people in _parted(frame, _participants(frame, cast, recent, states, crowd)):
                if len(people) < 2 or not _stand_for_something(people):
                    continue
                day = find_day(frame, times, cast, course.at(sentence), triggers)
                day = None if frame.pattern == "guests" else day  # such a call is told for a whole visit
                if day is None and is_caption(frame):
                    held = replace(frame, status="held")  # "A cùng B trước cuộc gặp tại Geneva hôm 14/1"
                    day = find_day(held, times, cast, None, triggers)
                    frame = held if day is not None else frame
                if frame.pattern == "visited_with" and day is None:
                    continue  # somewhere together at some time
                if (frame.wished and (day is None or day.day is None)) or goes_on_sometime(frame, times, day):
                    continue
                if is_beside(frame, found[last] if last is not None else None):
                    continue
                whole = all(one.person is None and one.office is None for one in people)
                if day is None and _COUNTED.search(sentence.text):
                    continue  # "đã gặp nhau ba lần": several, told as a number
                vague = (frame.form == "talks" and not frame.noun) or _is_idea(frame)
                if whole and day is None and frame.status == "planned" and vague:
                    continue  # "Ấn Độ và Nga sẽ thảo luận thêm về …": at some time
                if frame.form in {"conference", "summit"} and (
                    len(states_of(people)) < 2 or len({one.country for one in people}) < 2
                ):
                    continue  # of one state among themselves
                meeting = with_setting(frame, _make(frame, people, day, chain, cast, triggers), sentences)
                nameless = all(side.kind == "r" for side in frame.sides) and not any(t.kind != "loose" for t in times)
                again = nameless or (day is None and all(one.person is None for one in people))
                last = merge(found, meeting, again)
                for other in find_other_days(frame, times, cast, day):
                    merge(found, replace(meeting, date=other, place=None))
                if ahead is not None and number - ahead[0] <= _NEXT:
                    apply_appointed(found, last, ahead[1])
                ahead = None
        said = find_appointed(sentence, times, cast) if told and not frames and sentence.passage >= 0 else None
        if said is not None and last is not None:
            apply_appointed(found, last, said)
        elif said is not None and not said.another:
            ahead, alone = (number, said), alone or said
        if told and last is not None and found[last].status == "planned" and is_called_off(sentence.text):
            cited = Cited(sentence.text, max(sentence.passage, 0))
            told_by = found[last].cited
            kept = told_by if cited in told_by else (*told_by, cited)
            found[last] = replace(found[last], status="cancelled", cited=kept)
        if not frames and last is not None and sentence.passage >= 0:
            enrich(found, last, sentence, chain)
        course.read(sentence, times, cast)
        here = list(dict.fromkeys(c.country for c in sentence.chunks if c.kind in "CK" and c.country))
        states = here if len(here) > 1 else states
        topic = find_topic(sentence) or (topic if not any(c.kind in "PO" for c in sentence.chunks) else None)
        persons = [c.person for c in sentence.chunks if c.kind == "P" and c.person is not None]
        if len({id(person) for person in persons}) >= 2 or persons:
            recent, crowd = _distinct([*persons, *recent])[:6], len(_distinct(persons))
    heard = [{cited.sentence for cited in one.cited} for one in found]
    found = [one for one, texts in zip(found, heard, strict=True) if not texts & press or texts & framed]
    for sentence in sentences:
        if sentence.passage == -1:
            _add_headline(found, sentence, cast, alone)
    return share_places(fold_parts(part_joint(found)))


def _add_headline(found: list[Meeting], sentence: Sentence, cast: Cast, alone: Appointed | None) -> None:
    """A meeting that only the headline tells, of two persons whom nothing below contradicts.

    Its day is known only where the text says when "the meeting" took place and names no other.
    """
    single = not found
    for frame in find_frames(condense(sentence, ())):
        people = _participants(frame, cast, [], [])
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


def is_press_conference(frame: Frame) -> bool:
    """Facing the press together is no meeting of its own; it may tell the day of one that another sentence tells."""
    return "họp báo" in frame.sentence.chunks[frame.trigger].text.lower()


def _is_idea(frame: Frame) -> bool:
    """ "kế hoạch tổ chức một cuộc họp giữa phe Taliban với các giới chức Mỹ"."""
    words = " ".join(chunk.text.lower() for chunk in frame.sentence.chunks[max(0, frame.trigger - 6) : frame.trigger])
    return "kế hoạch tổ chức" in words or "kế hoạch tiến hành" in words


def _is_short(one: Participant) -> bool:
    """ "Thủ tướng NB Koizumi": a headline's short form of a state, taken for part of the name."""
    return one.country is None and any(word.isupper() for word in (one.person or "").split())


def states_of(people: list[Participant]) -> set[str]:
    """The states, or each body's people as many: a union's officers meet as such."""
    return {one.country if one.country in countries() else one.person or one.country for one in people if one.country}


def _parted(frame: Frame, people: list[Participant]) -> list[list[Participant]]:
    """ "Vương Nghị gặp Thủ tướng Trudeau và người đồng cấp Dion": two officers of one country are met one by one.

    So are those of "các cuộc gặp với…", "lần lượt gặp…", and three or more in different offices.
    """
    if len(frame.left) == 1 and len(people) > 2 and _one_by_one(frame, people):
        return [[people[0], other] for other in people[1:]]
    if len(frame.left) != 1 or len(frame.right) != 2 or len(people) != 3:
        return [people]
    host, one, other = people
    if one.person and other.person and other.office and other.country is None:
        other = replace(
            other, country=one.country
        )  # "Thủ tướng Hy Lạp Alexis Tsipras và Tổng thống Prokopis Pavlopoulos"
    bare = other.person is not None and frame.right[1].text == other.person  # "các lãnh đạo EU A và B"
    alone = frame.noun or one.office == other.office or bare  # "cuộc gặp Thủ tướng A và người đồng cấp B": one
    if one.person and other.person and one.country == other.country != host.country and not alone:
        return [[host, one], [host, other]]
    return [people]


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
    others = people[1:]
    near = " ".join(chunk.text.lower() for chunk in chunks[frame.trigger : frame.trigger + 3])
    states = {one.country for one in others}
    if len(states) == len(others) and all(one.person or one.office for one in others) and near.startswith(_BY_TURNS):
        return True
    return len(others) > 2 and all(one.person for one in others) and len({one.office for one in others}) > 1


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
_APART = {"lần lượt", "riêng", "riêng rẽ"}
_HIGH = {
    "head_of_state", "head_of_government", "party_leader", "supreme_leader", "vice_president", "foreign_minister",
    "defence_minister", "secretary_general", "parliament_speaker", "deputy_head_of_government", "minister",
}  # fmt: skip


def _stand_for_something(people: list[Participant]) -> bool:
    """Everybody has an office or a country; one without may meet somebody high ("ông Annan gặp Tổng thống Assad")."""
    nobody = sum(one.office is None and one.country is None for one in people)
    return nobody == 0 or (nobody == 1 and any(one.office in _HIGH for one in people))


def _distinct(persons: list[Person]) -> list[Person]:
    return list({id(person): person for person in persons}.values())


def _participants(frame: Frame, cast: Cast, recent: list[Person], near: list[str], crowd: int = 0) -> list[Participant]:
    """``recent`` are the persons named last; ``crowd`` of them in the last sentence that names any."""
    found: list[Participant] = []
    office: str | None = None
    for side in frame.sides:
        if side.kind == "r":
            states = side.value.endswith(("nước", "chính phủ"))
            group = _group(side, frame, recent, crowd)
            if states and not group:
                at = frame.sentence.chunks.index(side)
                here = list(
                    dict.fromkeys(c.country for c in frame.sentence.chunks[:at] if c.kind in "CK" and c.country)
                )
                both = here if len(here) == _count(side) else near
                found += [Participant(None, None, country) for country in both if len(both) == _count(side)]
            for one in group:
                whole = Participant(None, None, one.country)
                found.append(whole if states else Participant(one.name, one.office, one.country))
                office = office or one.office
            continue
        person = side.person
        if side.kind == "U" or (side.kind == "P" and side.office is None and side.counterpart):
            office = office or _office_before(frame)
        if side.kind == "U":
            shared = side.office or office
            person, resolved = cast.find_counterpart(shared if side.office not in _OF_MANY else None, side.country)
            found.append(_participant(side, person, shared, resolved))
        elif side.kind == "O" and person is None:
            if side.country is None:
                continue
            leaders = side.text.lower().startswith("nhà lãnh đạo")  # of several states: no office of one
            found.append(Participant(None, None if leaders else side.office, side.country))
        elif person is not None:
            if side.counterpart and person.office is None:
                person.office = office
            found.append(_participant(side, person, side.office or person.office, side.resolved))
        elif side.kind in "CBK" and side.country is not None:
            found.append(Participant(None, None, _WHOLE.get(side.country, side.country)))
        office = found[-1].office if found and found[-1].office else office
    return _unique(found)


_OF_MANY = {"minister", "deputy_minister"}
"""Offices that a state has several of: they name nobody."""
_WHOLE = {"ec": "eu", "european_council": "eu", "european_parliament": "eu", "unsc": "un", "unga": "un"}
"""Organs that stand for their whole."""


def _office_before(frame: Frame) -> str | None:
    """The office that "người đồng cấp" shares: of the sentence's first officer."""
    for chunk in frame.sentence.chunks[: frame.trigger + 1]:
        if chunk.kind in "PO" and (chunk.office or (chunk.person and chunk.person.office)):
            return chunk.office or (chunk.person.office if chunk.person else None)
    return None


_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "cả": 2}


def _count(side: Chunk) -> int:
    """ "cả ba nước" -> 3."""
    words = side.text.lower().split()
    if words[0] == "cả":
        words = words[1:]
    return int(words[0]) if words[0].isdigit() else _COUNTS.get(words[0], 2)


def _group(side: Chunk, frame: Frame, recent: list[Person], crowd: int) -> list[Person]:
    """ "cả hai bộ trưởng": the two persons named last."""
    if side.text.lower().startswith("các"):
        return []
    number = _count(side)
    here = [c.person for c in frame.sentence.chunks[: frame.trigger] if c.kind == "P" and c.person is not None]
    if not here and crowd > number:
        return []  # the sentence before named more of them
    named = _distinct([*reversed(here), *recent])
    chosen = list(reversed(named[:number]))
    # Two of one country are no two sides.
    return chosen if len({person.country for person in chosen}) == number else []


def _participant(side: Chunk, person: Person | None, office: str | None, resolved: bool) -> Participant:
    if person is None:
        return Participant(None, office, side.country)
    # "cựu Tổng thống": not in that office at that time.
    gone = side.former or (person.former and side.office is None)
    office = None if gone else office or person.office
    return Participant(person.name, office, person.country or side.country, resolved)


def _unique(found: list[Participant]) -> list[Participant]:
    kept: list[Participant] = []
    for one in found:
        if one.person is None and one.country is None:
            continue
        if one.person is None and any(one.country == other.country for other in kept):
            continue
        if one.person is not None:
            key = person_key(one.person)
            if any(other.person is not None and person_key(other.person) == key for other in kept):
                continue
            kept = [other for other in kept if not (other.person is None and other.country == one.country)]
        kept.append(one)
    return kept


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
