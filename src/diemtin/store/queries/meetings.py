"""Meetings with the sentences they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import QuerySet

from diemtin.store import records
from diemtin.store.models import Meeting, MeetingTelling
from diemtin.store.queries.differences import find_differences, find_history
from diemtin.store.queries.rows import chain_names, shown_article
from diemtin.store.queries.shown import ShownMeeting
from diemtin.store.queries.sight import Sight

_NOUN = ("status", "form", "date", "place", "occasion", "minutes", "participants", "topics", "chain", "cited")
_EMPTY = {"participants": (), "topics": (), "chain": (), "cited": ()}


def get_meetings(rows: Iterable[Meeting], sight: Sight) -> tuple[ShownMeeting, ...]:
    """Meetings in the order of the rows; those whose articles are all out of sight are left out. Two queries."""
    meetings = list(rows)
    ids = [row.pk for row in meetings]
    tellings: dict[int, list[MeetingTelling]] = defaultdict(list)
    seen = MeetingTelling.objects.filter(meeting_id__in=ids, **sight.on("article"))
    for telling in seen.select_related("article__outlet", "article__story", "article__wire_group").order_by(
        "article__moment", "id"
    ):
        tellings[telling.meeting_id].append(telling)
    keys: dict[int, dict[str, str]] = defaultdict(dict)
    persons = Meeting.persons.through.objects.filter(meeting_id__in=ids)
    for meeting, name, key in persons.values_list("meeting_id", "person__name", "person__key"):
        keys[meeting][name] = key
    return tuple(_shown(row, tellings[row.pk], keys[row.pk], sight) for row in meetings if tellings[row.pk])


def _shown(row: Meeting, tellings: Sequence[MeetingTelling], persons: dict[str, str], sight: Sight) -> ShownMeeting:
    columns = _EMPTY | {name: row.merged.get(name) or _EMPTY.get(name) for name in _NOUN}
    columns |= {"status": row.status, "form": row.form, "date": row.date or None, "place": row.place or None}
    told = []
    outlets: dict[str, str] = {}
    moments: dict[str, tuple[str, datetime]] = {}
    for telling in tellings:
        article = shown_article(telling.article, sight)
        outlets[article.key] = article.outlet.name
        moments[article.key] = (article.outlet.name, article.moment)
        quoted = sight.may_show(article.outlet.rights, "quotes")
        for cited in telling.told.get("cited", [])[:1]:
            told.append((article, cited["sentence"] if quoted else "", chain_names(telling.told.get("chain", []))))
    return ShownMeeting(
        key=row.key,
        meeting=records.meeting_noun(columns),
        persons=persons,
        tellings=tuple(told),
        differences=find_differences(row.merged.get("disagreements") or (), outlets),
        history=find_history(row.merged.get("history") or (), moments),
        revision=int(row.merged.get("revision") or 0),
    )


def meetings_of_articles(article_ids: Sequence[int]) -> QuerySet[Meeting]:
    """Rows, by date, undated last, for ``get_meetings``."""
    return Meeting.objects.filter(tellings__article_id__in=article_ids).distinct().order_by("date", "id")
