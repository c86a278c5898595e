"""Which story a new article belongs to, if any: candidates, their scores, and the mean over a story's articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from diemtin.news import Reason
from diemtin.stories import reasons
from diemtin.stories.features import Features
from diemtin.stories.live import Live, hours_of
from diemtin.stories.pairs import FAR_DAYS, JOIN, Scores, score_pairs
from diemtin.stories.postings import ASKED
from diemtin.stories.rows import Slots, Span
from diemtin.stories.terms import TERM_MASK

CANDIDATES = 40
"""Live articles that are compared with a new one."""
MEMBERS = 16
"""Newest articles of a story that are asked, when not all of it came up as candidates."""
STORIES = 3
"""Stories of which the articles are asked."""
NEAR = -2.5
"""Pairs over this make their stories neighbours for ``repair``."""
DOUBTFUL = 3.0
"""An article that joined on less, or that has neighbours in other stories, is looked at again by ``repair``."""


@dataclass(frozen=True, slots=True)
class Met:
    """The live articles that a new one was compared with."""

    features: Features
    norms: Scores
    span: Span
    slots: Slots
    scores: Scores


@dataclass(frozen=True, slots=True)
class Choice:
    """The number of a story (``None``: a new one), how sure, and why."""

    number: int | None
    score: float
    reasons: tuple[Reason, ...]


def meet(live: Live, features: Features, span: Span) -> Met:
    """Compares a new article with those that share telling terms in the same days, its own sort only."""
    rows = live.rows
    keys = features.terms[:ASKED]
    slots = live.postings.find(keys & np.uint32(TERM_MASK), rows.weights(keys), hours_of(span), CANDIDATES)
    norms = rows.family_norms(features.terms)
    if live.alone or features.alone:
        alike = [(slot in live.alone) == features.alone for slot in slots.tolist()]
        slots = slots[np.array(alike, dtype=bool)]
    if not len(slots):
        return Met(features, norms, span, slots, np.zeros(0, dtype=np.float32))
    return Met(features, norms, span, slots, score_pairs(rows, features, norms, span, slots))


def choose_story(live: Live, met: Met, copied: int | None) -> Choice:
    """The story of what it copies; else the one whose articles agree most, when they agree enough."""
    if copied is not None:
        return Choice(int(live.rows.story[copied]), 12.0, (reasons.COPY,))
    if met.features.alone or not len(met.slots):
        return Choice(None, 0.0, (reasons.FIRST,))
    undated = met.span[0] < met.span[1]
    best: tuple[float, int] | None = None
    fits: list[int] = []
    seen: set[int] = set()
    for at in np.argsort(-met.scores, kind="stable"):
        number = int(live.rows.story[met.slots[at]])
        if number in seen:
            continue
        if len(seen) == STORIES or met.scores[at] < JOIN:
            break
        seen.add(number)
        mean = _mean_score(live, met, number)
        if mean >= JOIN:
            fits.append(number)
        if best is None or mean > best[0]:
            best = (mean, number)
    if best is None or best[0] < JOIN:
        return Choice(None, best[0] if best else float(np.max(met.scores)), (reasons.FIRST,))
    if undated and _far_apart(live, fits):
        return Choice(None, 0.0, (reasons.TORN,))
    inside = np.flatnonzero(live.rows.story[met.slots] == best[1])
    top = inside[int(np.argmax(met.scores[inside]))]
    nearest = met.slots[top : top + 1]
    return Choice(best[1], best[0], reasons.of_pair(live.rows, met.features, met.norms, met.span, nearest))


def _far_apart(live: Live, numbers: Sequence[int]) -> bool:
    """Of these stories two can't be one for their time: an undated article that fits both is of neither for sure.

    It is told by its words alone then, and the same people meet year after year: the sample's undated page of 2023 fits
    the ministers' stories of 2021 to 2026 with log odds of 5 to 7, as high as half of all true pairs.
    """
    hours = []
    for number in numbers:
        slots = np.array(live.stories[number].slots, dtype=np.int32)
        known = slots[live.rows.early[slots] == live.rows.late[slots]]
        if len(known):
            hours.append(float(live.rows.early[known].mean()))
    return len(hours) > 1 and max(hours) - min(hours) > FAR_DAYS * 24


def _mean_score(live: Live, met: Met, number: int) -> float:
    members = live.stories[number].slots
    known = met.scores[live.rows.story[met.slots] == number]
    if len(members) == len(known):
        return float(known.mean())
    asked = np.array(members[-MEMBERS:], dtype=np.int32)
    return float(score_pairs(live.rows, met.features, met.norms, met.span, asked).mean())


def note_neighbours(live: Live, number: int, met: Met) -> bool:
    """Remembers which stories may be the same as this one; were there any?"""
    story = live.stories[number]
    near = met.slots[met.scores > NEAR]
    others = {other for other in live.rows.story[near].tolist() if other not in (number, -1)}
    for other in others:
        story.near.add(other)
        live.stories[other].near.add(number)
    return bool(others)
