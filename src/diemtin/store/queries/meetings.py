"""Meetings with the sentences they rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from diemtin.store import records
from diemtin.store.models import Meeting, MeetingTelling
from diemtin.store.queries.differences import find_differences
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
    seen = MeetingTelling.objects.filter(meeting_id__in=ids, article__in=sight.articles())
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
    for telling in tellings:
        article = shown_article(telling.article, sight)
        quoted = sight.may_show(article.outlet.rights, "quotes")
        for cited in telling.told.get("cited", [])[:1]:
            told.append((article, cited["sentence"] if quoted else "", chain_names(telling.told.get("chain", []))))
    return ShownMeeting(
        key=row.key,
        meeting=records.meeting_noun(columns),
        persons=persons,
        tellings=tuple(told),
        differences=find_differences((str(telling.article.outlet), telling.told) for telling in tellings),
    )


def meetings_of_articles(article_ids: Sequence[int]) -> QuerySet[Meeting]:
    """Rows, by date, undated last, for ``get_meetings``."""
    return Meeting.objects.filter(tellings__article_id__in=article_ids).distinct().order_by("date", "id")
