"""Who met whom: frames with their participants, day, place, occasion, length and topics; one meeting told twice is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from diemtin.events.chains import find_chain
from diemtin.events.frames import Frame, find_frames
from diemtin.events.people import Cast, Chunk, Person, Sentence
from diemtin.language.countries import countries
from diemtin.language.names import person_key
from diemtin.language.timex import Time, find_times, resolve
from diemtin.news import Cited, Day, Link, Meeting, Participant

_OCCASION = re.compile(
    r"(?:bên lề|nhân dịp|trong khuôn khổ|nhân)\s+(?P<what>[^.;]+?)(?=\s+(?:tại|ở|đang diễn ra|diễn ra|để|nhằm|vào ngày|ngày)\s|[.,;]|$)"
)
_MINUTES = re.compile(
    r"(?:kéo dài|trong|suốt)\s+(?:hơn|gần|khoảng)?\s*(?P<n>\d+|một|hai|ba)\s*(?P<unit>phút|giờ|tiếng)"
)
_TOPICS = re.compile(
    r"(?:để thảo luận về|để bàn về|thảo luận về|bàn về|tập trung vào|trao đổi về|để thảo luận|nhằm thảo luận về|nhằm thảo luận|xoay quanh|liên quan đến)\s+(?P<what>[^.;]+)"
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3}
_REFERS = re.compile(
    r"^(?:[Tt]ại|[Tt]rong|[Cc]uộc (?:gặp|hội đàm|họp|điện đàm)|[Bb]uổi|[Hh]ội nghị|Theo nguồn tin)|tại (?:cuộc|buổi|hội nghị)|trong (?:cuộc|buổi)"
)
_BOUNDARY = {"kể từ", "từ", "sau", "trước", "đến", "tới", "cho đến"}


def find_meetings(sentences: Sequence[Sentence], cast: Cast) -> list[Meeting]:
    """The meetings of an article, merged, in the order in which they are first told."""
    found: list[Meeting] = []
    news_day: Day | None = None
    recent: list[Person] = []
    last: int | None = None
    for sentence in sentences:
        times = find_times(sentence.text)
        frames = find_frames(sentence) if sentence.passage != -1 else []
        triggers = [frame.trigger for frame in frames]
        chain = find_chain(sentence)
        for frame in frames:
            for people in _parted(frame, _participants(frame, cast, recent)):
                if len(people) < 2 or any(one.office is None and one.country is None for one in people):
                    continue  # somebody who stands for nobody: a private talk, or a name misread
                day = _day(frame, times, cast, news_day)
                meeting = _make(frame, people, day, chain, cast, triggers)
                last = _merge(found, meeting)
        if not frames and last is not None and sentence.passage >= 0:
            _enrich(found, last, sentence, chain)
        day_here = _news_day(times, cast, news_day)
        if day_here is not None and sentence.passage >= 0:
            news_day = day_here
        persons = [c.person for c in sentence.chunks if c.kind == "P" and c.person is not None]
        if len({id(person) for person in persons}) >= 2 or persons:
            recent = _distinct([*persons, *recent])[:6]
    return _share_places(found)


def _parted(frame: Frame, people: list[Participant]) -> list[list[Participant]]:
    """ "Vương Nghị gặp Thủ tướng Trudeau và người đồng cấp Dion": two officers of one country are met one by one."""
    if len(frame.left) != 1 or len(frame.right) != 2 or len(people) != 3:
        return [people]
    host, one, other = people
    if one.person and other.person and one.country == other.country != host.country and one.office != other.office:
        return [[host, one], [host, other]]
    return [people]


def _distinct(persons: list[Person]) -> list[Person]:
    return list({id(person): person for person in persons}.values())


def _participants(frame: Frame, cast: Cast, recent: list[Person]) -> list[Participant]:
    found: list[Participant] = []
    office: str | None = None
    for side in frame.sides:
        if side.kind == "r":
            for person in _group(side, frame, recent):
                state = side.value.endswith(("nước", "chính phủ"))
                found.append(
                    Participant(None if state else person.name, None if state else person.office, person.country)
                )
                office = office or person.office
            continue
        person = side.person
        if side.kind == "U" or (side.kind == "P" and side.office is None and side.counterpart):
            office = office or _office_before(frame)
        if side.kind == "U":
            person, resolved = cast.find_counterpart(office, side.country)
            found.append(_participant(side, person, office, resolved))
        elif side.kind == "O" and person is None:
            if side.country is None:
                continue
            found.append(Participant(None, side.office, side.country))
        elif person is not None:
            if side.counterpart and person.office is None:
                person.office = office
            found.append(_participant(side, person, side.office or person.office, side.resolved))
        elif side.kind in "CBK" and side.country is not None:
            found.append(Participant(None, None, _WHOLE.get(side.country, side.country)))
        office = found[-1].office if found and found[-1].office else office
    return _unique(found)


_WHOLE = {"ec": "eu", "european_council": "eu", "european_parliament": "eu", "unsc": "un", "unga": "un"}
"""Organs that stand for their whole."""


def _office_before(frame: Frame) -> str | None:
    """The office that "người đồng cấp" shares: of the sentence's first officer."""
    for chunk in frame.sentence.chunks[: frame.trigger + 1]:
        if chunk.kind in "PO" and (chunk.office or (chunk.person and chunk.person.office)):
            return chunk.office or (chunk.person.office if chunk.person else None)
    return None


def _group(side: Chunk, frame: Frame, recent: list[Person]) -> list[Person]:
    """ "cả hai bộ trưởng": the two persons named last."""
    if side.text.lower().startswith(("các", "năm", "sáu", "bốn")):
        return []
    number = 3 if side.value.split()[-2:-1] == ["ba"] or side.value.startswith("ba") else 2
    here = [c.person for c in frame.sentence.chunks[: frame.trigger] if c.kind == "P" and c.person is not None]
    named = _distinct(list(reversed(here))) or recent
    chosen = list(reversed(named[:number]))
    # Two of one country are no two sides.
    return chosen if len({person.country for person in chosen}) == number else []


def _participant(side: Chunk, person: Person | None, office: str | None, resolved: bool) -> Participant:
    if person is None:
        return Participant(None, office, side.country)
    if side.former or (person.former and side.office is None):
        office = None  # "cựu Tổng thống": not in that office at that time
    else:
        office = office or person.office
    return Participant(person.name, office, person.country or side.country, resolved)


def _unique(found: list[Participant]) -> list[Participant]:
    kept: list[Participant] = []
    for one in found:
        if one.person is None and any(one.country == other.country for other in kept):
            continue
        if one.person is not None:
            key = person_key(one.person)
            if any(other.person is not None and person_key(other.person) == key for other in kept):
                continue
            kept = [other for other in kept if not (other.person is None and other.country == one.country)]
        kept.append(one)
    return kept


# --- when ---


def _day(frame: Frame, times: list[Time], cast: Cast, news_day: Day | None) -> Day | None:
    """The time expression nearest to the word of meeting, else the day the article was speaking of."""
    sentence, trigger = frame.sentence, frame.trigger
    at = sentence.pieces[sentence.chunks[trigger].start].start
    best: tuple[int, Time] | None = None
    for time in times:
        if time.kind == "loose" or (time.kind == "year" and time.year is None):
            continue
        if frame.status == "planned" and (time.ago > 0 and time.kind == "ago" or time.turn < 0):
            continue  # when it was agreed, not when it will be
        before = (
            sentence.text[max(0, time.start - 12) : time.start]
            .lower()
            .removesuffix("ngày ")
            .removesuffix("hôm ")
            .split()
        )
        tail = sentence.text[time.end : time.end + 14]
        if (
            before
            and (before[-1] in _BOUNDARY or " ".join(before[-2:]) in _BOUNDARY)
            and not ("thời điểm" in tail and time.end < at)
        ):
            if frame.status == "planned" and before[-1] == "từ" and "bắt đầu" in sentence.text:
                best = (0, time)  # "sẽ bắt đầu đàm phán … từ ngày 3/10/2005"
            continue
        if (
            any(mark in sentence.text[min(at, time.end) : max(at, time.start)] for mark in (";", " - thời điểm"))
            and time.start > at
        ):
            continue
        distance = at - time.end if time.end <= at else (time.start - at) * 2
        if time.kind == "year" and distance > 40:
            continue
        if best is None or distance < best[0]:
            best = (distance, time)
    future = frame.status == "planned"
    if best is not None:
        time = best[1]
        if time.kind == "same_day":
            return news_day
        day = resolve(time, cast.first, cast.last, future)
        return None if future and day is not None and _is_past(day, cast.first) else day
    if (
        frame.status == "held"
        and sentence.passage >= 0
        and (sentence.number < 8 or (frame.noun and _REFERS.search(sentence.text)))
    ):
        return news_day
    return None


def _is_past(day: Day, first: date | None) -> bool:
    """A plan does not lie before the article: that was the day on which it was told."""
    if first is None or day.month is None:
        return False
    return (day.year, day.month, day.day or 31) < (first.year, first.month, first.day)


def _news_day(times: list[Time], cast: Cast, before: Day | None) -> Day | None:
    """The day this sentence tells of, for those after it."""
    days = [
        resolve(time, cast.first, cast.last)
        for time in times
        if time.kind in {"day", "ago", "weekday"} and time.turn <= 0
    ]
    known = [day for day in days if day is not None and day.day is not None]
    return known[0] if known else None


# --- details ---


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
    if (
        day is not None
        and day.day is not None
        and cast.last is not None
        and status == "held"
        and date(day.year, day.month or 1, day.day) > cast.last
    ):
        status = "planned"
    form = frame.form
    if form in {"meeting", "conference"} and len(people) == 3:
        form = "trilateral" if "ba bên" in sentence.text or "3 bên" in sentence.text else form
    return Meeting(
        status,
        form,
        tuple(people),
        day,
        _place(sentence, frame.trigger, triggers),
        _occasion(sentence),
        _minutes(sentence.text),
        _topics(sentence.text),
        chain,
        (Cited(sentence.text, max(sentence.passage, 0)),),
    )


def _place(sentence: Sentence, trigger: int, triggers: Sequence[int]) -> str | None:
    """ "tại New York", "ở Lào", "tại thành phố Busan": the nearest after the word, else before it."""
    chunks = sentence.chunks
    found: list[tuple[int, str]] = []
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.kind != "t" or chunk.text.lower() not in {"tại", "ở"}:
            continue
        if at and chunks[at - 1].text.lower() in {"đề", "chấp", "hình", "cạn", "căng"}:
            continue  # "vấn đề ở quần đảo…": where the topic is
        step = at + 1
        while step < len(chunks) and (chunks[step].kind == "z" or chunks[step].text.lower() in {"nước", "nhà", "chủ"}):
            step += 1
        low, high = sorted((at, trigger))
        between = sentence.kinds[low + 1 : high]
        if "-" in between or "v" in between and at > trigger or any(low < other < high for other in triggers):
            continue  # another meeting stands between
        if step < len(chunks) and chunks[step].kind in "KCnp":
            name = _place_name(chunks[step])
            found.append((step - trigger if step > trigger else 40 + trigger - step, name))
    return min(found)[1] if found else None


def _place_name(chunk: Chunk) -> str:
    if chunk.kind == "K" and chunk.country:
        capital = countries()[chunk.country].capital
        return capital[0] if capital else chunk.text
    if chunk.kind == "C" and chunk.country:
        return countries()[chunk.country].name
    return chunk.value if chunk.kind == "p" and chunk.value else chunk.text


def _occasion(sentence: Sentence) -> str | None:
    match = _OCCASION.search(sentence.text)
    return match.group("what").strip() if match else None


def _minutes(text: str) -> int | None:
    match = _MINUTES.search(text)
    if match is None:
        return None
    number = int(match.group("n")) if match.group("n").isdigit() else _NUMBERS[match.group("n")]
    return number if match.group("unit") == "phút" else number * 60


def _topics(text: str) -> tuple[str, ...]:
    match = _TOPICS.search(text)
    if match is None:
        return ()
    what = re.sub(r"^(?:các )?vấn đề\s+(?=[A-ZĐ])", "", match.group("what").strip())
    parts = re.split(r",\s+|\s+và\s+(?=[^\W\d_A-ZĐ][^\W\d_]+\s)", what)
    return tuple(part.strip() for part in parts if part.strip())[:4]


# --- the same meeting again ---


def _enrich(found: list[Meeting], last: int, sentence: Sentence, chain: tuple[Link, ...]) -> None:
    """ "Tại cuộc hội đàm kéo dài 40 phút…": what a later sentence adds to the meeting told last."""
    if not _REFERS.search(sentence.text) or "e" not in sentence.kinds:
        return
    meeting = found[last]
    minutes = _minutes(sentence.text)
    found[last] = replace(
        meeting,
        minutes=meeting.minutes or minutes,
        chain=meeting.chain or chain,
        occasion=meeting.occasion or _occasion(sentence),
        topics=meeting.topics or _topics(sentence.text),
        cited=(*meeting.cited, Cited(sentence.text, sentence.passage)) if minutes or chain else meeting.cited,
    )


def _merge(found: list[Meeting], new: Meeting) -> int:
    for at, old in enumerate(found):
        people = _same_people(old.participants, new.participants)
        if people is None or not _same_time(old, new):
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


def _share_places(found: list[Meeting]) -> list[Meeting]:
    """Two meetings beside one conference are in one place: the city printed for one holds for the other."""
    shared: list[Meeting] = []
    for meeting in found:
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


def _same_occasion(one: Meeting, other: Meeting) -> bool:
    words = set(re.findall(r"[A-Z]{2,}[-\d]*", one.occasion or "")) & set(
        re.findall(r"[A-Z]{2,}[-\d]*", other.occasion or "")
    )
    return bool(words)
