"""Stories with their summaries, for ``diemtin export stories``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from diemtin.digest import compose_summary
from diemtin.store.queries.articles import get_articles
from diemtin.store.queries.exports import story_records

_CHUNK = 200


def export_stories(syllables: int) -> Iterator[dict[str, Any]]:
    """Every story; ``summary`` is sentences of its articles, at most so many syllables in all."""
    records = story_records()
    while chunk := list(islice(records, _CHUNK)):
        articles = get_articles(key for record in chunk for key in record["articles"])
        for record in chunk:
            own = [(key, articles[key]) for key in record["articles"] if key in articles]
            picked = compose_summary(own, syllables) if syllables else ()
            yield record | {"summary": [{"sentence": one.sentence, "article": one.article} for one in picked]}
