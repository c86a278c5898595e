"""One meeting told twice in one article is one: what each sentence adds, and when two tellings are the same."""

from __future__ import annotations

import re
from dataclasses import replace

from diemtin.events.beings.nouns import Sentence
from diemtin.events.met.details import find_minutes, find_occasion, find_topics, refers_back
from diemtin.language.countries import countries
from diemtin.language.names import person_key
from diemtin.news import Cited, Day, Link, Meeting, Participant


def enrich(found: list[Meeting], last: int, sentence: Sentence, chain: tuple[Link, ...]) -> None:
    """ "Tại cuộc hội đàm kéo dài 40 phút…": what a later sentence adds to the meeting told last."""
    meeting = found[last]
    if _AT_WORK.match(sentence.text) and sentence.passage == meeting.cited[-1].passage and meeting.minutes is None:
        minutes = find_minutes(sentence.text)
        if minutes:
            cited = (*meeting.cited, Cited(sentence.text, sentence.passage))
            found[last] = replace(meeting, minutes=minutes, cited=cited)
        return
    if not refers_back(sentence.text) or "e" not in sentence.kinds:
        return
    if len(meeting.participants) > 2 and (
        tells_apart(sentence.text) or re.search("e[^e.;,]{0,6}a[PO]", sentence.kinds)
    ):
        return  # "tại cuộc gặp riêng với bà B": of one of them
    minutes = find_minutes(sentence.text)
    found[last] = replace(
        meeting,
        minutes=meeting.minutes or minutes,
        chain=meeting.chain or chain,
        occasion=meeting.occasion or find_occasion(sentence),
        topics=meeting.topics or find_topics(sentence.text),
        cited=(*meeting.cited, Cited(sentence.text, sentence.passage)) if minutes or chain else meeting.cited,
    )


_AT_WORK = re.compile(
    r"(?:Các|Hai|Cả hai|Ba|Cả ba) (?:bên|bộ trưởng|ngoại trưởng|nhà lãnh đạo|lãnh đạo|vị|ông|bà|quan chức)(?: đã)?"
    r" (?:làm việc|họp|hội đàm|gặp nhau|trao đổi|nói chuyện|trò chuyện)[^,;:“”]{0,20}? (?:trong|suốt|kéo dài) "
)
""" "Hai bộ trưởng làm việc trong 90 phút.": how long the meeting took that the same paragraph just told."""


def merge(found: list[Meeting], new: Meeting, again: bool = False, earlier: bool = False) -> int:
    """Join a telling with the meeting it tells again, or add it; where it stands.

    ``again``: only a group ("hai bên") or states meet, on no day of their own, so what was told last of them is meant.
    ``earlier``: at some time before the article, and so not as planned.
    """
    if again or (new.date is None and _THIS_ONE.match(new.cited[0].sentence)):
        before = [
            at
            for at, old in enumerate(found)
            if _same_people(old.participants, new.participants) is not None
            and not (old.status == "held" and new.status == "planned")
            and not (old.status == "planned" and earlier)
            and not (old.form == "phone_call" and new.form != "phone_call" and new.place is not None)
        ]
        if before:
            return before[-1]
    if found and _THIS_ONE.match(new.cited[0].sentence) and _are_of(found[-1], new):
        return len(found) - 1
    for at, old in enumerate(found):
        if _told_apart(old, new) or (earlier and old.date is None and _BEFORE_THAT.match(new.cited[0].sentence)):
            continue
        people = _same_people(old.participants, new.participants) or _half_named(old, new)
        if people is None or not _same_time(old, new) or not _same_sort(old, new) or _other_level(old, new):
            continue
        found[at] = replace(
            old,
            status=new.status
            if old.status == "planned" and new.status == "held" and old.date == new.date
            else old.status,
            form=old.form if old.form != "meeting" else new.form,
            participants=people,
            date=_finer(old.date, new.date),
            place=old.place if old.place and not _is_country(old.place) else new.place or old.place,
            occasion=old.occasion or new.occasion,
            minutes=old.minutes or new.minutes,
            topics=old.topics or new.topics,
            chain=old.chain or new.chain,
            cited=(*old.cited, *new.cited),
        )
        return at
    found.append(new)
    return len(found) - 1


_THIS_ONE = re.compile(r"Đây (?:cũng |sẽ |được xem |được coi )*là (?:lần|cuộc|buổi|vòng)\b")
""" "Đây là lần đầu tiên hai nhà lãnh đạo gặp nhau…": the meeting told last."""


def _are_of(old: Meeting, new: Meeting) -> bool:
    """ "Đây là lần đầu lãnh đạo Peru và Lào gặp nhau": two of the three or more who did."""
    return _includes(old, new) and _same_time(old, new)


_BEFORE_THAT = re.compile(r"Trước đó, [^,]*\b(?:hôm|ngày|thứ)\b")
""" "Trước đó, hôm thứ Bảy, ông đã họp…": not the one told before without a day."""


def _told_apart(old: Meeting, new: Meeting) -> bool:
    """ "gặp các quan chức Lào trước khi hội kiến Chủ tịch Lào": two in one sentence, unless of just the same people."""
    if old.cited[-1].sentence != new.cited[0].sentence:
        return False
    one, other = ({who.person for who in told.participants} for told in (old, new))
    return one != other and bool(one & other - {None})


def _other_level(old: Meeting, new: Meeting) -> bool:
    """States met on a day, and officers whom nothing says to have met then: seldom the same.

    States of whom no day is told are those whose officers met: "Thượng đỉnh Peru - Lào bắt đầu", and below who and when.
    """
    pair = [old, new] if old.date is None else [new, old]
    people, states = pair[0].participants, pair[1].participants
    named = all(one.person for one in people) and not any(one.person or one.office for one in states)
    return old.status == new.status == "held" and pair[0].date is None is not pair[1].date and named


def _is_country(place: str) -> bool:
    return any(country.name == place for country in countries().values())


def _finer(one: Day | None, other: Day | None) -> Day | None:
    if one is None or other is None:
        return one or other
    return other if one.day is None and other.day is not None else one


def _same_time(old: Meeting, new: Meeting) -> bool:
    if old.date is None and new.date is None and {old.status, new.status} == {"planned", "held"}:
        return False
    if old.status != new.status and "cancelled" not in {old.status, new.status} and old.date != new.date:
        return False
    one, other = old.date, new.date
    if one is None or other is None:
        return True
    return one.year == other.year and (
        one.month is None
        or other.month is None
        or (one.month == other.month and (one.day is None or other.day is None or one.day == other.day))
    )


def _same_sort(old: Meeting, new: Meeting) -> bool:
    """A call is no meeting in a room; "trao đổi", "thảo luận" may be either, and so is another telling of the same day."""
    forms = {old.form, new.form}
    same_day = old.date is not None and old.date.day is not None and old.date == new.date and new.place is None
    talked = forms <= {"phone_call", "talks"} and (len(forms) == 1 or old.place is None is new.place)
    return "phone_call" not in forms or talked or same_day


def part_joint(found: list[Meeting]) -> list[Meeting]:
    """ "A gặp B và C", and below "tại cuộc gặp với B…", "A cũng gặp riêng C": two meetings, not three."""
    kept: list[Meeting] = list(found)
    for joint in found:
        if len(joint.participants) < 3 or joint.form not in {"meeting", "talks"}:
            continue
        for host in joint.participants:
            guests = [one for one in joint.participants if one is not host]
            parts = [_find_pair(kept, joint, host, guest) for guest in guests]
            if all(part is not None for part in parts):
                kept = [_fill(one, joint) if one in parts else one for one in kept if one is not joint]
                break
    return kept


_AT_IT = re.compile(
    r"\b(?:tại|trong|sau|trước|mở đầu|kết thúc|bắt đầu|khi bắt đầu) (?:cuộc|buổi) (?:gặp|hội đàm|họp|làm việc|trao đổi)"
)


_OF_TWO = re.compile(r"\b(?:gặp gỡ|gặp|đàm|họp|làm việc|trao đổi|kiến|thoại) (?:riêng|song phương|tay đôi)\b")


def tells_apart(text: str) -> bool:
    """ "cuộc gặp riêng với", "hội đàm song phương": of two, whoever meets beside them."""
    return _OF_TWO.search(text) is not None


def fold_parts(found: list[Meeting]) -> list[Meeting]:
    """ "A gặp B và C", and below "khi bắt đầu cuộc họp với A, B nhấn mạnh": two of the three, at the same meeting."""
    kept = list(found)
    for part in found:
        text = part.cited[0].sentence
        if len(part.cited) > 1 or len(part.participants) != 2 or _AT_IT.search(text.lower()) is None:
            continue
        if tells_apart(text):
            continue
        joint = next((one for one in kept if one is not part and _holds(one, part)), None)
        if joint is not None:
            whole = replace(joint, date=_finer(joint.date, part.date), place=joint.place or part.place)
            kept = [whole if one is joint else one for one in kept if one is not part]
    return kept


def _holds(joint: Meeting, part: Meeting) -> bool:
    return (
        len(joint.participants) == 3
        and joint.status == part.status
        and _same_time(joint, part)
        and _same_sort(joint, part)
        and all(any(_same_participant(one, other) for other in joint.participants) for one in part.participants)
    )


def _find_pair(found: list[Meeting], joint: Meeting, host: Participant, guest: Participant) -> Meeting | None:
    for one in found:
        pair = _same_people((host, guest), one.participants)
        if pair is not None and one.status == joint.status and _same_time(one, joint) and one.form != "phone_call":
            return one
    return None


def _fill(part: Meeting, joint: Meeting) -> Meeting:
    return replace(
        part,
        date=_finer(part.date, joint.date),
        place=part.place or joint.place,
        occasion=part.occasion or joint.occasion,
        chain=part.chain or joint.chain,
        cited=(*joint.cited, *part.cited),
    )


def _half_named(old: Meeting, new: Meeting) -> tuple[Participant, ...] | None:
    """The one both met, and the other by state here, by name there: "gặp người đồng cấp Lào", "ông A và ông B"."""
    one, other = old.participants, new.participants
    if len(one) != 2 or len(other) != 2 or old.status != new.status or not _same_time(old, new):
        return None
    for at, mine in enumerate(one):
        for there, theirs in enumerate(other):
            if mine.person is None or theirs.person is None or not _same_participant(mine, theirs):
                continue
            left, right = one[1 - at], other[1 - there]
            state, name = (left, right) if left.person is None else (right, left)
            if state.person is None and name.person is not None and name.country is None:
                return (mine, replace(name, country=state.country, office=name.office or state.office))
    return None


def _same_people(old: tuple[Participant, ...], new: tuple[Participant, ...]) -> tuple[Participant, ...] | None:
    """The fuller of two lists of the same people; ``None`` when somebody stands in one only who contradicts the other."""
    if len(old) != len(new):
        return None
    rest = list(new)
    merged: list[Participant] = []
    for one in old:
        match = next((other for other in rest if _same_participant(one, other)), None)
        if match is None:
            return None
        rest.remove(match)
        merged.append(one if one.person is not None and not (one.resolved and match.person is not None) else match)
    return tuple(merged)


def _same_participant(one: Participant, other: Participant) -> bool:
    if one.person is not None and other.person is not None:
        return person_key(one.person) == person_key(other.person)
    return one.country is not None and one.country == other.country


def share_places(found: list[Meeting]) -> list[Meeting]:
    """Two meetings beside one conference are in one place: the city printed for one holds for the other."""
    shared: list[Meeting] = []
    for meeting in found:
        if meeting.place is None and len(meeting.participants) == 2 and meeting.form != "phone_call":
            meeting = replace(meeting, place=_place_beside(found, meeting))
        if meeting.occasion and (meeting.place is None or _is_country(meeting.place)):
            other = next(
                (
                    m
                    for m in found
                    if m is not meeting
                    and m.place
                    and not _is_country(m.place)
                    and m.date == meeting.date
                    and _same_occasion(m, meeting)
                ),
                None,
            )
            if other is not None:
                meeting = replace(meeting, place=other.place)
        shared.append(meeting)
    return shared


_BESIDE = re.compile(r"\b(?:ngoài|bên cạnh|bên lề) (?:cuộc|buổi) (?:gặp|họp|hội đàm)")


def _place_beside(found: list[Meeting], pair: Meeting) -> str | None:
    """ "Ngoài cuộc họp ba bên, A và B còn có cuộc hội đàm": where all of them were that day."""
    if pair.date is None or not any(_BESIDE.search(cited.sentence.lower()) for cited in pair.cited):
        return None
    places = {
        joint.place for joint in found if joint.date == pair.date and _includes(joint, pair) and joint.place is not None
    }
    return places.pop() if len(places) == 1 else None


def _includes(joint: Meeting, pair: Meeting) -> bool:
    return len(joint.participants) > len(pair.participants) and all(
        any(_same_participant(one, other) for other in joint.participants) for one in pair.participants
    )


def _same_occasion(one: Meeting, other: Meeting) -> bool:
    words = set(re.findall(r"[A-Z]{2,}[-\d]*", one.occasion or "")) & set(
        re.findall(r"[A-Z]{2,}[-\d]*", other.occasion or "")
    )
    return bool(words)
