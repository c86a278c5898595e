"""One meeting told by several articles: its sources, how it went from planned to held, and what the tellings disagree on.

Two tellings are of one meeting when they share two participants, contradict each other in none but a small part, and
their days agree as far as they are known: equal, or at most ``APART`` days apart (a plan that moved, a slip of a day).
Disagreements are listed, never averaged; the printed value is that of most sources, then of the earliest told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeVar

from diemtin.events.met.retold import tells_apart
from diemtin.language.names import person_key
from diemtin.news import Day, Meeting, MeetingStatus, Participant

T = TypeVar("T", bound=Hashable)

APART = 2
"""Days between two tellings of one held meeting: time zones and "hôm qua" move a day by one, seldom by two."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a meeting's history: the status, the day it was told for, and by which article."""

    status: MeetingStatus
    date: Day | None
    article: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the tellings do not agree on, and each value with the articles that print it."""

    about: Literal["date", "participants", "minutes", "place"]
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class GroupedMeeting:
    """A meeting with everybody who tells it. ``meeting`` is the printed view; nothing of ``sources`` is lost."""

    meeting: Meeting
    sources: tuple[tuple[str, Meeting], ...]
    history: tuple[Step, ...]
    disagreements: tuple[Disagreement, ...]


def group_meetings(tellings: Sequence[tuple[str, Meeting]]) -> list[GroupedMeeting]:
    """Tellings as (article id, meeting), in the order in which they should count; groups in order of their first telling.

    The same tellings in the same order give the same groups. Participants are compared by ``person_key``: "Wang Yi" is
    "Vương Nghị".
    """
    groups: list[list[tuple[str, Meeting]]] = []
    by_participant: dict[str, list[int]] = {}
    for article, meeting in tellings:
        keys = _keys(meeting)
        candidates = Counter(at for key in keys for at in by_participant.get(key, ()))
        fitting = [
            at for at, shared in sorted(candidates.items()) if shared >= 2 and _same(groups[at], article, meeting)
        ]
        size = len(meeting.participants)  # rather with a meeting of as many than with one of more or fewer
        whole = [at for at in fitting if any(len(old.participants) == size for _, old in groups[at])]
        chosen = next(iter(whole or fitting), None)
        if chosen is None:
            chosen = len(groups)
            groups.append([])
        groups[chosen].append((article, meeting))
        for key in keys:
            where = by_participant.setdefault(key, [])
            if chosen not in where:
                where.append(chosen)
    return [_grouped(group) for group in groups]


def _key(one: Participant) -> str:
    return person_key(one.person) if one.person else f":{one.country or one.office or ''}"


def _keys(meeting: Meeting) -> list[str]:
    """What a telling can be found by: its persons and, where somebody is not named, the countries."""
    keys = [_key(one) for one in meeting.participants]
    keys += [f":{one.country}" for one in meeting.participants if one.person and one.country]
    return list(dict.fromkeys(keys))


def _same(group: Sequence[tuple[str, Meeting]], article: str, new: Meeting) -> bool:
    """An article that tells a meeting of two besides that of three means two meetings."""
    return all(
        _agree(old, new) and not (teller == article and len(old.participants) != len(new.participants))
        for teller, old in group
    )


def _agree(old: Meeting, new: Meeting) -> bool:
    return _same_participants(old, new) and _near(old, new) and not _beside_each_other(old, new)


def _beside_each_other(old: Meeting, new: Meeting) -> bool:
    """Fewer people, and another length or words that say so: the talks of two of them beside the meeting of all."""
    if len(old.participants) == len(new.participants):
        return False
    lengths = {old.minutes, new.minutes}
    fewer = min(old, new, key=lambda meeting: len(meeting.participants))
    return (None not in lengths and len(lengths) > 1) or any(tells_apart(cited.sentence) for cited in fewer.cited)


def _same_participants(old: Meeting, new: Meeting) -> bool:
    """Everybody of the shorter list is in the longer one, by name or as the unnamed side of the same country."""
    shorter, longer = sorted((old.participants, new.participants), key=len)
    rest = list(longer)
    for one in shorter:
        match = next((other for other in rest if _matches(one, other)), None)
        if match is None:
            return False
        rest.remove(match)
    return len(shorter) >= 2


def _matches(one: Participant, other: Participant) -> bool:
    if one.person and other.person:
        return person_key(one.person) == person_key(other.person)
    return one.country is not None and one.country == other.country


def _near(old: Meeting, new: Meeting) -> bool:
    one, other = old.date, new.date
    if one is None or other is None:
        # Without a day two tellings of the same plan, or of a plan and its meeting, are safe to join, by all of those who
        # take part: two of three have met before. Of two held ones something else must agree: people meet often.
        planned = "planned" in {old.status, new.status}
        return len(old.participants) == len(new.participants) and (planned or _alike(old, new))
    if one.day and other.day and one.month and other.month:
        apart = abs((date(one.year, one.month, one.day) - date(other.year, other.month, other.day)).days)
        return apart <= APART
    if one.year != other.year:
        return False
    if one.month is None or other.month is None:
        # Of a year people meet often, too: "năm 2019" is any of its meetings unless something else agrees.
        return one == other or "planned" in {old.status, new.status} or _alike(old, new)
    forms = {old.form, new.form}
    return one.month == other.month and ("phone_call" not in forms or forms <= _CALLS)


_CALLS = {"phone_call", "talks"}
"""Talks may have been by telephone; a meeting of the same month was not."""


def _alike(old: Meeting, new: Meeting) -> bool:
    pairs = ((old.place, new.place), (old.occasion, new.occasion), (old.minutes, new.minutes))
    calls = [meeting.form == "phone_call" for meeting in (old, new)]
    return calls[0] == calls[1] and any(one is not None and one == other for one, other in pairs)


_ORDER: dict[MeetingStatus, int] = {"planned": 0, "cancelled": 1, "held": 2}


def _grouped(group: list[tuple[str, Meeting]]) -> GroupedMeeting:
    status = max((meeting.status for _, meeting in group), key=lambda status: _ORDER[status])
    final = [(article, meeting) for article, meeting in group if meeting.status == status]
    base = max(final, key=lambda pair: len(pair[1].participants))[1]
    history: list[Step] = []
    for article, meeting in sorted(group, key=lambda pair: _ORDER[pair[1].status]):
        if not history or (history[-1].status, history[-1].date) != (meeting.status, meeting.date):
            history.append(Step(meeting.status, meeting.date, article))
    meetings = [meeting for _, meeting in final]
    everyone = [meeting for _, meeting in group]
    merged = replace(
        base,
        participants=_participants([base, *everyone]),
        date=_most([_finest(meetings)]) or _finest(everyone),
        place=_most([m.place for m in meetings]) or _most([m.place for m in everyone]),
        occasion=_most([m.occasion for m in everyone]),
        minutes=_most([m.minutes for m in meetings]),
        topics=tuple(dict.fromkeys(topic for m in everyone for topic in m.topics)),
        chain=next((m.chain for m in everyone if m.chain), ()),
        cited=tuple(dict.fromkeys(cited for m in everyone for cited in m.cited)),
    )
    return GroupedMeeting(merged, tuple(group), tuple(history), _disagreements(final))


def _participants(meetings: Sequence[Meeting]) -> tuple[Participant, ...]:
    """Everybody of the fullest telling, with the names, offices and countries that others know."""
    found = list(meetings[0].participants)
    for meeting in meetings[1:]:
        for one in meeting.participants:
            at = next((at for at, have in enumerate(found) if _matches(have, one)), None)
            if at is not None:
                have = found[at]
                printed = (
                    one
                    if (have.person is None and one.person) or (have.resolved and one.person and not one.resolved)
                    else have
                )
                found[at] = replace(
                    printed,
                    office=printed.office or have.office or one.office,
                    country=printed.country or have.country or one.country,
                )
    return tuple(found)


def _finest(meetings: Sequence[Meeting]) -> Day | None:
    """The day most tellings give, the more exact before the less."""
    days = [meeting.date for meeting in meetings if meeting.date is not None]
    whole = [day for day in days if day.day is not None]
    return _most(whole) or _most([day for day in days if day.month is not None]) or _most(days)


def _most(values: Sequence[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _disagreements(final: Sequence[tuple[str, Meeting]]) -> tuple[Disagreement, ...]:
    found: list[Disagreement] = []
    for about in ("date", "minutes", "place"):
        printed: dict[str, list[str]] = {}
        for article, meeting in final:
            value = getattr(meeting, about)
            if value is not None and not (about == "date" and value.day is None):
                printed.setdefault(str(value), []).append(article)
        if len(printed) > 1:
            found.append(Disagreement(about, _values(printed)))
    lists: dict[str, list[str]] = {}
    for article, meeting in final:
        named = sorted(one.person or f"({one.country})" for one in meeting.participants)
        lists.setdefault(", ".join(named), []).append(article)
    sizes = {len(meeting.participants) for _, meeting in final}
    if len(sizes) > 1:
        found.append(Disagreement("participants", _values(lists)))
    return tuple(found)


def _values(printed: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((value, tuple(dict.fromkeys(articles))) for value, articles in printed.items())
