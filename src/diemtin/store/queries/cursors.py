"""Lists paged by a cursor, for programs: newest first, each page asked with where the last one ended.

A cursor is ``microseconds-number``: the time and the row number of the last entry seen. A page keeps its place while news
comes in, and any page costs the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet

from diemtin.store.models import Meeting, Statement, Story, Thread
from diemtin.store.queries.meetings import get_meetings
from diemtin.store.queries.paging import older_than
from diemtin.store.queries.rows import chain_names, shown_article, shown_thread, with_all
from diemtin.store.queries.shown import ShownArticle, ShownMeeting, ShownStatement, ShownStory, ShownThread
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.stories import get_stories

T = TypeVar("T")
R = TypeVar("R", bound=Model)
CURSOR = r"^[0-9]{1,17}-[0-9]{1,18}$"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = datetime(2200, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    rows: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Cursor:
    moment: datetime
    pk: int

    @classmethod
    def read(cls, text: str) -> Cursor:
        """Every text of the form ``CURSOR`` is one; beyond 2200 it is the beginning."""
        micros, _, pk = text.partition("-")
        moment = min(int(micros), (_LAST - _EPOCH) // timedelta(microseconds=1))
        return cls(_EPOCH + timedelta(microseconds=moment), min(int(pk), 2**62))

    def __str__(self) -> str:
        return f"{max((self.moment - _EPOCH) // timedelta(microseconds=1), 0)}-{self.pk}"


def list_articles(
    sight: Sight,
    cursor: str | None,
    limit: int,
    *,
    outlet: str | None = None,
    sections: Sequence[str] | None = None,
    story: str | None = None,
    kind: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Paged[ShownArticle]:
    """``since`` inclusive, ``until`` exclusive."""
    rows = sight.articles()
    asked: dict[str, Any] = {"outlet__key": outlet, "story__key": story, "kind": kind, "section__in": sections}
    asked |= {"moment__gte": since, "moment__lt": until}
    rows = rows.filter(**{name: value for name, value in asked.items() if value is not None})
    page, following = _page(with_all(rows), "moment", cursor, limit)
    return Paged(tuple(shown_article(row, sight) for row in page), following)


def list_stories(
    sight: Sight, cursor: str | None, limit: int, *, sections: Sequence[str] | None = None, thread: str | None = None
) -> Paged[ShownStory]:
    rows = Story.objects.filter(merged_into=None, last__isnull=False, first__lte=sight.limit, article_count__gt=0)
    if sections is not None:
        rows = rows.filter(section__in=sections)
    if thread is not None:
        rows = rows.filter(thread__key=thread)
    page, following = _page(rows, "last", cursor, limit)
    return Paged(tuple(get_stories([row.pk for row in page], sight).values()), following)


def list_threads(sight: Sight, cursor: str | None, limit: int) -> Paged[ShownThread]:
    rows = Thread.objects.filter(merged_into=None, last__isnull=False, first__lte=sight.limit)
    page, following = _page(rows, "last", cursor, limit)
    return Paged(tuple(shown_thread(row) for row in page), following)


def list_meetings(
    sight: Sight,
    cursor: str | None,
    limit: int,
    *,
    status: str | None = None,
    person: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Paged[ShownMeeting]:
    """By the desk's number of the meeting, the newest first: their dates are as exact as they are known. ``since`` and
    ``until`` (both inclusive) compare them as text: ``2024`` comes before ``2024-09``."""
    rows = Meeting.objects.all()
    asked: dict[str, Any] = {"status": status, "persons__key": person, "date__gte": since, "date__lte": until}
    if until is not None:
        asked |= {"date__lte": f"{until}~", "date__gt": ""}
    rows = rows.filter(**{name: value for name, value in asked.items() if value is not None})
    page, following = _page(rows, None, cursor, limit)
    return Paged(get_meetings(page, sight), following)


def list_statements(
    sight: Sight,
    cursor: str | None,
    limit: int,
    *,
    person: str | None = None,
    article: str | None = None,
    story: str | None = None,
) -> Paged[ShownStatement]:
    """Those of outlets whose rights do not let us print a quote are left out."""
    rows = Statement.objects.filter(article__removed__isnull=True, article__moment__lte=sight.limit)
    if not sight.private:
        rows = rows.exclude(article__outlet__rights="headline")
    asked = {"person__key": person, "article__key": article, "article__story__key": story}
    rows = rows.filter(**{name: value for name, value in asked.items() if value is not None})
    rows = rows.select_related("person", "article__outlet", "article__story", "article__wire_group")
    page, following = _page(rows, None, cursor, limit)
    return Paged(tuple(_statement(row, sight) for row in page), following)


def _page(rows: QuerySet[R], by: str | None, cursor: str | None, limit: int) -> tuple[list[R], str | None]:
    """Newest first by ``by``, then by number; by number alone without ``by``."""
    if cursor is not None:
        last = Cursor.read(cursor)
        rows = rows.filter(pk__lt=last.pk) if by is None else older_than(rows, by, last.moment, last.pk)
    found = list(rows.order_by(*([f"-{by}"] if by else []), "-pk")[: limit + 1])
    page = found[:limit]
    if len(found) <= limit:
        return page, None
    moment = getattr(page[-1], by) if by else _EPOCH
    return page, str(Cursor(moment, page[-1].pk))


def _statement(row: Statement, sight: Sight) -> ShownStatement:
    return ShownStatement(
        speaker=row.speaker,
        quote=row.quote,
        direct=row.direct,
        sentence=row.sentence,
        article=shown_article(row.article, sight),
        person=row.person.key if row.person else "",
        office=row.office,
        country=row.country,
        chain=chain_names(row.chain),
        passage=row.passage,
    )
