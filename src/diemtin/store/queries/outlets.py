"""Outlets as their desk lists them: what each lets us show, and how much of it is here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from diemtin.store.models import Outlet


@dataclass(frozen=True, slots=True)
class OutletRow:
    """``articles`` that are not taken down; ``last``: the moment of the newest."""

    key: str
    name: str
    domain: str
    kind: str
    rights: str
    articles: int
    last: datetime | None
    home: str = ""


def list_outlet_rows() -> tuple[OutletRow, ...]:
    """Those with most articles first."""
    return tuple(map(_row, _counted(Outlet.objects.all()).order_by("-n", "key")))


def find_outlet_row(told: str) -> OutletRow | None:
    """By the key of its page, its domain or its name."""
    bare = told.strip()
    domain = bare.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    for wanted in (Q(key=bare), Q(domain=domain), Q(name__iexact=bare)):
        row = _counted(Outlet.objects.filter(wanted)).order_by("id").first()
        if row is not None:
            return _row(row)
    return None


def _counted(outlets: QuerySet[Outlet]) -> QuerySet[Any]:
    here = Q(articles__removed__isnull=True)
    return outlets.annotate(n=Count("articles", filter=here), newest=Max("articles__moment", filter=here))


def _row(row: Any) -> OutletRow:
    return OutletRow(row.key, row.name, row.domain or "", row.kind, row.rights, row.n, row.newest, row.home)
