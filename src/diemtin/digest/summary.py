"""A story in so many syllables: sentences of its articles, chosen together.

The summary should hold as much as possible of what several articles say. Concepts are pairs of neighbouring syllables,
each worth the number of articles that hold it; sentences are taken one after the other by the worth of the concepts that
they add, for their length, the first sentences of an article before later ones (Gillick and Favre 2009, greedily). What is
said already adds nothing, so nothing is said twice.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from diemtin.language.sentences import sentences
from diemtin.language.text import syllables
from diemtin.news import Article

SHORTEST, LONGEST = 8, 70
"""Syllables of a sentence that can stand in a summary: shorter ones are subheads or cries, longer ones lists."""
LENGTH_POWER = 0.9
"""How much length costs: 0 nothing, 1 all of it. With FIRST by grid over ViMs and VMDS (``benchmarks/summaries.py
--grid``); both are flat within a third of their value."""
FIRST = 3.0
"""How many times more the first sentence of an article is worth than one far below (falls with the root of its place)."""
MOST_SENTENCES = 600
"""Sentences that are looked at; of a story with more, the first of every article."""

Concepts = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Picked:
    """A sentence as printed, and the id of the article it stands in."""

    sentence: str
    article: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    picked: Picked
    length: int
    place: int
    source: int
    concepts: Concepts


def compose_summary(articles: Sequence[tuple[str, Article]], length: int) -> tuple[Picked, ...]:
    """At most ``length`` syllables; the openings first, then in the order of the articles and of their text."""
    candidates, worth = _find_candidates(articles)
    chosen: list[_Candidate] = []
    said: set[tuple[str, str]] = set()
    left = length
    open_ones = [candidate for candidate in candidates if candidate.length <= left]
    while open_ones:
        best = max(open_ones, key=lambda one: (_gain(one, worth, said), -one.source, -one.place))
        if _gain(best, worth, said) <= 0:
            break
        chosen.append(best)
        said |= best.concepts
        left -= best.length
        open_ones = [one for one in open_ones if one is not best and one.length <= left]
    return tuple(one.picked for one in sorted(chosen, key=lambda one: (one.place > 0, one.source, one.place)))


def _gain(one: _Candidate, worth: dict[tuple[str, str], int], said: set[tuple[str, str]]) -> float:
    new = sum(worth.get(concept, 0) for concept in one.concepts if concept not in said)
    return new / math.pow(one.length, LENGTH_POWER) * (1 + FIRST / math.sqrt(1 + one.place))


def _find_candidates(articles: Sequence[tuple[str, Article]]) -> tuple[list[_Candidate], dict[tuple[str, str], int]]:
    found: list[_Candidate] = []
    held: Counter[tuple[str, str]] = Counter()
    seen: set[str] = set()
    each = max(3, MOST_SENTENCES // max(1, len(articles)))
    for source, (key, article) in enumerate(articles):
        texts = ([article.lead] if article.lead else []) + [p.text for p in article.body if p.kind != "table"]
        own: set[tuple[str, str]] = set()
        for place, sentence in enumerate([sentence for text in texts for sentence in sentences(text)][:each]):
            words = syllables(sentence)
            concepts = frozenset(pairwise(words))
            own |= concepts
            same = " ".join(words)
            if SHORTEST <= len(words) <= LONGEST and same not in seen:
                seen.add(same)
                found.append(_Candidate(Picked(sentence, key), len(words), place, source, concepts))
        held.update(own)
    least = 2 if len(articles) > 1 else 1
    return found, {concept: count for concept, count in held.items() if count >= least}
