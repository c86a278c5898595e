"""What somebody who is typing may mean: threads, persons, stories whose names go on as the text begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from diemtin.language.text import fold
from diemtin.store.models import Person, Thread
from diemtin.store.queries.sight import Sight
from diemtin.store.search.asked import read_query
from diemtin.store.search.finding import newest
from diemtin.store.search.tokens import folded, order_floor, tokens
from diemtin.store.search.wanted import wanted_of

_LOOKED_AT = 40
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
    wanted = wanted_of(asked, {}, {}, below=order_floor(sight.limit))
    if wanted is not None and len(found) < most:
        pks = [article for _, article, _ in newest(replace(wanted, prefix=True), _LOOKED_AT)]
        titles = dict(sight.articles().filter(pk__in=pks).values_list("pk", "story__title"))
        for pk in pks:
            if pk in titles and _begins_a_word(titles[pk], begun):
                found[titles[pk]] = None
    return tuple(found)[:most]


def _begins_a_word(name: str, begun: str) -> bool:
    return f" {begun}" in " " + " ".join(folded(token) for token in tokens(name))
