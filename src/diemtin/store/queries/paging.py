"""Lists that go by time, newest first, and by row number where times are equal: where a page of one begins."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

R = TypeVar("R", bound=Model)


def older_than(rows: QuerySet[R], by: str, moment: datetime, pk: int) -> QuerySet[R]:
    """What comes after the row of that moment and number. ``by`` names the column of times."""
    return rows.filter(Q(**{f"{by}__lt": moment}) | Q(**{by: moment, "pk__lt": pk}))


def after_key(rows: QuerySet[R], by: str, key: str) -> QuerySet[R]:
    """What comes after the row of that key, the last of a page; everything after a key that nobody has. A page keeps its
    place while news comes in."""
    last = rows.model._default_manager.filter(key=key).values_list(by, "pk").first() if key else None
    return older_than(rows, by, *last) if last is not None and last[0] is not None else rows


def cut(rows: QuerySet[R], by: str, most: int) -> tuple[list[R], bool]:
    """The first ``most`` in the order of the list, and whether there are more."""
    found = list(rows.order_by(f"-{by}", "-pk")[: most + 1])
    return found[:most], len(found) > most
