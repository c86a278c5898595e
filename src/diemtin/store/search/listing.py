"""Search for programs: every matching article on a line of its own, as ``diemtin search --json`` prints it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from diemtin.reader.json import published_json
from diemtin.store.models import Article, SearchEntry
from diemtin.store.queries.sight import Sight
from diemtin.store.search.finding import Hit, find


def search_records(query: str, limit: int = 20, *, sight: Sight | None = None) -> list[dict[str, Any]]:
    """The best ``limit`` articles, not folded by story: ``story`` says which belong together.

    Without a sight everything is shown: the command line is for whoever owns the desk.
    """
    sight = sight or Sight.of("private", datetime.now(UTC))
    return [record_of(hit) for hit in find(query, sight=sight, size=limit, fold=False).hits]


def record_of(hit: Hit) -> dict[str, Any]:
    article = hit.article
    return {
        "id": article.key,
        "story": article.story,
        "title": article.title,
        "url": article.url or None,
        "outlet": article.outlet.name,
        "published": published_json(article.published),
        "snippet": hit.snippet_text,
        "score": hit.score,
    }


def unindexed() -> list[str]:
    """Keys of articles that cannot be found though they should, or can though they were taken down."""
    entry = SearchEntry.objects.filter(article=OuterRef("pk"))
    lost = Article.objects.filter(~Exists(entry), removed__isnull=True)
    left = Article.objects.filter(Exists(entry), removed__isnull=False)
    return sorted({*lost.values_list("key", flat=True), *left.values_list("key", flat=True)})
