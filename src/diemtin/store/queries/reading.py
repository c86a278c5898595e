"""Articles for reading programs, which know entries by numbers: each article with its row number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Q

from diemtin.store.models import Article, Outlet
from diemtin.store.queries.rows import shown_article, with_all
from diemtin.store.queries.shown import ShownArticle
from diemtin.store.queries.sight import Sight

_COUNT_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a program asks for. ``keys`` are articles in a given order; ``before`` and ``after`` are exclusive."""

    sections: tuple[str, ...] | None = None
    outlet: int | None = None
    keys: tuple[str, ...] | None = None
    ids: tuple[int, ...] | None = None
    before: datetime | None = None
    after: datetime | None = None
    before_id: int | None = None
    after_id: int | None = None
    newest_first: bool = True
    by: Literal["moment", "id"] = "moment"


Numbered = tuple[int, ShownArticle]


def list_numbered(sight: Sight, asked: Asked, limit: int, offset: int = 0) -> tuple[tuple[Numbered, ...], int]:
    """A page of articles, and how many there are in all (counted to 10,000)."""
    rows = sight.articles()
    wanted = Q()
    for name, value in {
        "section__in": asked.sections,
        "outlet_id": asked.outlet,
        "key__in": asked.keys,
        "pk__in": asked.ids,
        "moment__lt": asked.before,
        "moment__gt": asked.after,
        "pk__lt": asked.before_id,
        "pk__gt": asked.after_id,
    }.items():
        if value is not None:
            wanted &= Q(**{name: value})
    rows = rows.filter(wanted)
    sign = "-" if asked.newest_first else ""
    order = (f"{sign}moment", f"{sign}pk") if asked.by == "moment" else (f"{sign}pk",)
    total = rows.order_by()[:_COUNT_MOST].count()
    page = with_all(rows).order_by(*order)[offset : offset + limit]
    return tuple((row.pk, shown_article(row, sight)) for row in page), total


def find_numbered(sight: Sight, number: int) -> Numbered | None:
    row = with_all(sight.articles().filter(pk=number)).first()
    return (row.pk, shown_article(row, sight)) if row else None


def outlet_numbers() -> Sequence[tuple[int, str, str]]:
    """``(row number, key, name)`` of every outlet that has an article."""
    told = Outlet.objects.filter(pk__in=Article.objects.order_by().values("outlet").distinct()).order_by("name", "id")
    return [(row.pk, row.key, str(row)) for row in told]
