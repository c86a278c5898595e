"""What articles tell (meetings, statements) into the store; tellings of one meeting by several articles brought together."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from django.db.models import Q

from diemtin.events import GroupedMeeting, group_meetings
from diemtin.language.names import person_key
from diemtin.news import Meeting, Told
from diemtin.store import models
from diemtin.store.keys import Keys
from diemtin.store.persons import get_person_rows
from diemtin.store.records import meeting_columns, meeting_noun, statement_columns

Fresh = Sequence[tuple[models.Article, Told]]


@dataclass(slots=True)
class _Before:
    """What articles told until now, so that what they tell again keeps its id."""

    meetings: list[tuple[str, Meeting, models.Meeting]]
    """The article's key, its telling, the meeting."""
    statements: dict[tuple[int, str, str], str]
    """Keys by article, speaker and sentence."""

    def left(self) -> set[int]:
        """The meetings that lost a telling."""
        return {meeting.pk for _, _, meeting in self.meetings}


def save_told(fresh: Fresh, keys: Keys) -> None:
    """Meetings and statements of new (or changed) articles; what an earlier version of them told goes.

    What is told again keeps its id: a statement of the same words, a meeting of the same people (of the same day, if there
    are several).
    """
    before = _forget([row.pk for row, _ in fresh])
    names = {s.speaker for _, told in fresh for s in told.statements if s.speaker in told.persons}
    names |= {p.person for _, told in fresh for m in told.meetings for p in m.participants if p.person}
    persons = get_person_rows(names)
    _save_statements(fresh, keys, persons, before)
    new = [(row.key, meeting) for row, told in fresh for meeting in told.meetings]
    near = {*before.left(), *_find_near([meeting for _, meeting in new], persons)}
    _group_again(near, new, {row.key: row for row, _ in fresh}, keys, before)


def forget_told(articles: Sequence[int], keys: Keys) -> None:
    """Nothing that these articles told is left; meetings told by others too are put together again without them."""
    before = _forget(articles)
    _group_again(before.left(), [], {}, keys, before)


def _forget(articles: Sequence[int]) -> _Before:
    """Removes statements and tellings; returns what they were."""
    tellings = models.MeetingTelling.objects.filter(article__in=articles)
    statements = models.Statement.objects.filter(article__in=articles)
    before = _Before(
        [
            (one.article.key, meeting_noun(one.told), one.meeting)
            for one in tellings.select_related("article", "meeting").order_by("id")
        ],
        {(one.article_id, one.speaker, one.sentence): one.key for one in statements},
    )
    statements.delete()
    tellings.delete()
    return before


def _save_statements(fresh: Fresh, keys: Keys, persons: dict[str, models.Person], before: _Before) -> None:
    models.Statement.objects.bulk_create(
        models.Statement(
            key=before.statements.pop((row.pk, said.speaker[:300], said.cited.sentence), None) or keys.give("q"),
            article=row,
            person=persons.get(said.speaker),
            place=place,
            **statement_columns(said),
        )
        for row, told in fresh
        for place, said in enumerate(told.statements)
    )


def _group_again(
    near: Iterable[int],
    new: Sequence[tuple[str, Meeting]],
    rows: dict[str, models.Article],
    keys: Keys,
    before: _Before,
) -> None:
    """Tellings of stored meetings and new ones, brought together; a meeting that nobody tells any more goes."""
    near = list(near)
    if not near and not new:
        return
    stored = list(
        models.MeetingTelling.objects.filter(meeting__in=near).select_related("article", "meeting").order_by("id")
    )
    tellings = [(telling.article.key, meeting_noun(telling.told)) for telling in stored]
    of_telling = dict(zip(tellings, stored, strict=True))
    named = {p.person for _, meeting in [*tellings, *new] for p in meeting.participants if p.person}
    persons = get_person_rows(named)
    told_by_others = {telling.meeting_id for telling in stored}
    left = [one for one in before.meetings if one[2].pk not in told_by_others]
    taken: set[int] = set()
    for grouped in group_meetings([*tellings, *new]):
        own = [of_telling[source] for source in grouped.sources if source in of_telling]
        known = [telling.meeting for telling in own]
        known += [row for key, told in grouped.sources if (row := _known_as(left, key, told, taken)) is not None]
        free = [row for row in known if row.pk not in taken]
        meeting = _save_meeting(min(free, key=lambda one: one.pk, default=None), grouped, keys, persons)
        taken.add(meeting.pk)
        for telling in own:
            if telling.meeting_id != meeting.pk:
                telling.meeting = meeting
                telling.save(update_fields=["meeting"])
        models.MeetingTelling.objects.bulk_create(
            models.MeetingTelling(article=rows[key], meeting=meeting, place=place, told=meeting_columns(told))
            for place, (key, told) in enumerate(grouped.sources)
            if (key, told) not in of_telling
        )
    models.Meeting.objects.filter(tellings__isnull=True).delete()


def _known_as(
    left: Sequence[tuple[str, Meeting, models.Meeting]], article: str, told: Meeting, taken: set[int]
) -> models.Meeting | None:
    """The stored meeting that this article alone told before and tells again now."""
    same = [
        row
        for key, earlier, row in left
        if key == article and row.pk not in taken and _people(earlier) == _people(told)
    ]
    of_day = [row for row in same if row.date == str(told.date or "")]
    return next(iter([*of_day, *same]), None)


def _people(meeting: Meeting) -> set[tuple[str, str | None]]:
    return {(person_key(one.person) if one.person else "", one.country) for one in meeting.participants}


def _find_near(meetings: Sequence[Meeting], persons: dict[str, models.Person]) -> list[int]:
    """Stored meetings that a new one may be: a person in common, or the same month."""
    pks = {persons[p.person].pk for meeting in meetings for p in meeting.participants if p.person in persons}
    months = {str(meeting.date)[:7] for meeting in meetings if meeting.date and meeting.date.month}
    wanted = Q(persons__in=pks)
    for month in months:
        wanted |= Q(date__startswith=month)
    return list(models.Meeting.objects.filter(wanted).distinct().values_list("pk", flat=True))


def _save_meeting(
    row: models.Meeting | None, grouped: GroupedMeeting, keys: Keys, persons: dict[str, models.Person]
) -> models.Meeting:
    meeting = grouped.meeting
    row = row or models.Meeting(key=keys.give("m"))
    row.status, row.form = meeting.status, meeting.form
    row.date, row.place = str(meeting.date or ""), (meeting.place or "")[:200]
    row.countries = sorted({p.country for p in meeting.participants if p.country})
    row.offices = sorted({f"{p.office}:{p.country}" for p in meeting.participants if p.office})
    printed = meeting_columns(meeting) | {
        "history": _plain(grouped.history),
        "disagreements": _plain(grouped.disagreements),
    }
    # As the database gives it back: tuples are lists there.
    changed = json.loads(json.dumps(printed)) != {name: row.merged.get(name) for name in printed}
    before = int(row.merged.get("revision", -1))
    row.merged = printed | {"revision": before + changed}
    row.save()
    row.persons.set([persons[p.person] for p in meeting.participants if p.person in persons])
    return row


def _plain(told: Sequence[object]) -> list[object]:
    """Dataclasses as JSON, texts as they are."""
    return [one if isinstance(one, str) else asdict(one) for one in told]  # type: ignore[call-overload]
