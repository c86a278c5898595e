"""Lists of articles by time, paged by the last article seen, so that a page keeps its place while news comes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from diemtin.store.models import Article, Outlet
from diemtin.store.queries.paging import after_key, cut
from diemtin.store.queries.rows import shown_articles, shown_outlet, with_all
from diemtin.store.queries.shown import ShownArticle, ShownOutlet
from diemtin.store.queries.sight import Sight

PAGE = 30


@dataclass(frozen=True, slots=True)
class ListPage:
    articles: tuple[ShownArticle, ...]
    next: str = ""
    """The key to ask the next page with; empty on the last."""


def find_newest(sight: Sight) -> datetime | None:
    """When the newest article came out that can be seen; what is not dated does not count, it may be old."""
    dated = sight.articles().filter(published_to__isnull=False)
    return dated.order_by("-moment", "-id").values_list("moment", flat=True).first()


def list_latest(sight: Sight, before: str = "") -> ListPage:
    return _page(sight.articles().filter(role="main"), sight, before)


def list_section(sight: Sight, sections: tuple[str, ...], before: str = "") -> ListPage:
    return _page(sight.articles().filter(section__in=sections), sight, before)


def list_kinds(sight: Sight, kinds: tuple[str, ...], before: str = "") -> ListPage:
    return _page(sight.articles().filter(kind__in=kinds), sight, before)


def find_outlet(key: str, sight: Sight, before: str = "") -> tuple[ShownOutlet, ListPage] | None:
    outlet = Outlet.objects.filter(key=key).first()
    if outlet is None:
        return None
    return shown_outlet(outlet), _page(sight.articles().filter(outlet=outlet), sight, before)


def list_outlets() -> tuple[ShownOutlet, ...]:
    return tuple(sorted((shown_outlet(row) for row in Outlet.objects.all()), key=lambda outlet: outlet.name))


def _page(articles: QuerySet[Article], sight: Sight, before: str) -> ListPage:
    rows, more = cut(with_all(after_key(articles, "moment", before)), "moment", PAGE)
    return ListPage(shown_articles(rows, sight), rows[-1].key if more else "")
