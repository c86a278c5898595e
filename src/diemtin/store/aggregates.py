"""What is kept beside a story and a thread so that lists need no counting: made again from the articles whenever a tie
changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from diemtin.news import Article
from diemtin.store import models
from diemtin.store.records import outlet_noun, published_noun


def articles_of_stories(stories: Iterable[models.Story]) -> dict[int, list[tuple[str, datetime, Article]]]:
    """By story number: key, moment and the article's list columns as a noun (no body), in the order of time."""
    rows = (
        models.Article.objects.filter(story__in=list(stories), removed__isnull=True)
        .select_related("outlet")
        .order_by("moment", "id")
    )
    found: dict[int, list[tuple[str, datetime, Article]]] = defaultdict(list)
    for row in rows:
        found[row.story_id].append((row.key, row.moment, list_noun(row)))
    return found


def list_noun(row: models.Article) -> Article:
    """The article without its body."""
    return Article(
        title=row.title,
        lead=row.lead,
        agency=tuple(row.agency),
        section=row.section,
        kind=row.kind,  # type: ignore[arg-type]
        published=published_noun(row),
        url=row.url or None,
        outlet=outlet_noun(row.outlet),
    )
