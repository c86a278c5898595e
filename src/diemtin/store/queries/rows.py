"""Rows to the records that pages show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from diemtin.store import records
from diemtin.store.models import Article, Outlet, Thread
from diemtin.store.queries.shown import ShownArticle, ShownFigure, ShownOutlet, ShownThread
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.then import as_was, find_texts


def with_all(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Everything ``shown_article`` reads, in one query; not what is long and read elsewhere."""
    return articles.select_related("outlet", "story", "wire_group").defer(
        "story__signs", "story__created", "section_why"
    )


def plain_rows(rows: QuerySet[Any], columns: tuple[str, ...], moment: int) -> list[tuple[Any, ...]]:
    """The columns of many rows as the database has them; that with number ``moment`` is a time. For thousands of rows at
    once: Django's and sqlite3's ways from a row to values cost as much as the query."""
    on_sqlite = connection.vendor == "sqlite"
    asked: list[str | Combinable] = list(columns)
    if on_sqlite:
        asked[moment] = Cast(columns[moment], TextField())
    try:
        query, given = rows.values_list(*asked).query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        found = list(cursor.fetchall())
    if not on_sqlite:
        return found
    read = datetime.fromisoformat
    return [(*row[:moment], read(row[moment] + "+00:00"), *row[moment + 1 :]) for row in found]


def shown_outlet(row: Outlet) -> ShownOutlet:
    return ShownOutlet(
        row.key, row.name or row.domain or "Không rõ báo", row.kind, row.rights, row.domain or "", row.home
    )


def shown_article(row: Article, sight: Sight) -> ShownArticle:
    rights = row.outlet.rights
    return ShownArticle(
        key=row.key,
        title=row.title,
        lead=(row.lead or "") if sight.may_show(rights, "sapo") else "",
        url=row.url,
        outlet=shown_outlet(row.outlet),
        moment=row.moment,
        published=records.published_noun(row),
        kind=row.kind,
        section=row.section,
        story=row.story.key,
        image=row.image if sight.may_show(rights, "picture") else "",
        role=row.role,
        wire_group=row.wire_group_id,
        origin=row.wire_group is not None and row.wire_group.origin_id == row.pk,
        version=row.version,
        words=row.words,
        agency=tuple(row.agency),
    )


def shown_articles(articles: QuerySet[Article] | list[Article], sight: Sight) -> tuple[ShownArticle, ...]:
    """Articles in the version that is known at the moment of sight. Rows already there have all of ``with_all``."""
    rows = list(with_all(articles) if isinstance(articles, QuerySet) else articles)
    texts = find_texts([row.pk for row in rows], sight)
    return tuple(as_was(shown_article(row, sight), texts.get(row.pk), sight) for row in rows)


def shown_thread(row: Thread, story_count: int = 0) -> ShownThread:
    return ShownThread(row.key, row.title, row.first, row.last, row.about, story_count)


def shown_figures(figures: Iterable[dict[str, Any]], stored: bool) -> tuple[ShownFigure, ...]:
    """The figures of a version; only those that hold something to see or read."""
    return tuple(
        ShownFigure(
            figure.get("image") or "",
            figure.get("caption") or "",
            figure.get("credit") or "",
            bool(figure.get("file_photo")),
            int(figure.get("after") or 0),
            stored,
        )
        for figure in figures
        if figure.get("image") or figure.get("caption")
    )


def chain_names(chain: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """The steps of an attribution chain as they print, from the outlet outwards."""
    return tuple(f"{link['name']} ({link['place']})" if link.get("place") else str(link["name"]) for link in chain)
