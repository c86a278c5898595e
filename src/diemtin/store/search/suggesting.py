"""What somebody who is typing may mean: threads, persons, stories whose names go on as the text begins."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache

from diemtin.language.text import fold
from diemtin.store.models import Person, Thread
from diemtin.store.queries.sight import Sight
from diemtin.store.search.asked import read_query
from diemtin.store.search.finding import newest
from diemtin.store.search.tokens import folded, order_floor, tokens
from diemtin.store.search.wanted import Wanted

_LOOKED_AT = 100
_LATEST = 300
"""Articles whose stories' titles are looked at: 5 ms for all of them."""
_THREADS = 400
"""Threads with something new, newest first; older ones are found by searching."""


def find_suggestions(text: str, *, sight: Sight | None = None, most: int = 8) -> tuple[str, ...]:
    """At most ``most`` different texts to search for, threads and persons first; empty for less than two letters."""
    sight = sight or Sight.of("public", datetime.now(UTC))
    asked = read_query(text)
    if len(text.strip()) < 2 or not asked.terms:
        return ()
    begun = fold(" ".join(token for term in asked.terms for token in term.tokens))
    found: dict[str, None] = {}
    threads = Thread.objects.filter(merged_into=None, last__lte=sight.limit).order_by("-last", "-id")
    persons = Person.objects.filter(key__contains=begun.replace(" ", "-")).order_by("id")
    for name in (*threads.values_list("title", flat=True)[:_THREADS], *persons.values_list("name", flat=True)[:most]):
        if _begins_a_word(name, begun):
            found[name] = None
    if len(found) < most:
        for title in _titles(begun.split(), sight):
            if title and _begins_a_word(title, begun):
                found[title] = None
    return tuple(found)[:most]


def _titles(typed: list[str], sight: Sight) -> dict[str, None]:
    """Of the newest stories, and of the newest articles that hold all that was typed but the syllable which may go on.

    Not by the index's own search for beginnings: it goes through every article with a word that begins so, half a second
    for one letter (200,000 articles).
    """
    wanted = Wanted((tuple(typed[:-1] or typed),), below=order_floor(sight.limit))
    pks = [article for _, article, _ in newest(wanted, _LOOKED_AT)]
    stories = sight.articles()
    told = dict(stories.filter(pk__in=pks).values_list("pk", "story__title"))
    latest = stories.order_by("-moment", "-id").values_list("story__title", flat=True)[:_LATEST]
    return dict.fromkeys([*(told[pk] for pk in pks if pk in told), *latest])


def _begins_a_word(name: str, begun: str) -> bool:
    return f" {begun}" in _spelled(name)


@lru_cache(maxsize=4096)
def _spelled(name: str) -> str:
    return " " + " ".join(folded(token) for token in tokens(name))
