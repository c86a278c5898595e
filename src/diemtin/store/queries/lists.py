"""Lists of articles by time, paged by the last article seen, so that a page keeps its place while news comes in."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from diemtin.store.models import Article, Outlet
from diemtin.store.queries.rows import shown_articles, shown_outlet
from diemtin.store.queries.shown import ShownArticle, ShownOutlet, ShownStory
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.stories import get_stories

PAGE = 30


@dataclass(frozen=True, slots=True)
class ListPage:
    articles: tuple[ShownArticle, ...]
    next: str = ""
    """The key to ask the next page with; empty on the last."""


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


def top_stories(sight: Sight, sections: tuple[str, ...], count: int = 7) -> tuple[ShownStory, ...]:
    """The newest told stories of a section: by outlets among its newest two hundred articles, then by time."""
    newest = sight.articles().filter(section__in=sections).order_by("-moment", "-id").values_list("story_id", "outlet_id")[:200]
    outlets: dict[int, set[int]] = {}
    for story, outlet in newest:
        outlets.setdefault(story, set()).add(outlet)
    ids = sorted(outlets, key=lambda story: -len(outlets[story]))[:count]
    return tuple(get_stories(ids, sight).values())


def _page(articles: QuerySet[Article], sight: Sight, before: str) -> ListPage:
    if before:
        last = Article.objects.filter(key=before).values_list("moment", "id").first()
        if last is not None:
            articles = articles.filter(Q(moment__lt=last[0]) | Q(moment=last[0], id__lt=last[1]))
    shown = shown_articles(articles.order_by("-moment", "-id")[: PAGE + 1], sight)
    return ListPage(shown[:PAGE], shown[PAGE - 1].key if len(shown) > PAGE else "")
