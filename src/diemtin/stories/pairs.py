"""How likely two articles tell the same happening: a logistic regression over what they share.

Trained by ``benchmarks/train_stories.py`` on pairs of ViMs and VMDS, each article also with its body or its sapo left
out, so that one setting holds for full texts and for headlines with sapos. Cosines are of count x rarity vectors, by
family.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from diemtin.stories.features import Features
from diemtin.stories.rows import Rows, Slots, Span

Scores = npt.NDArray[np.float32]

INPUTS = (
    "all",
    "title",
    "head",
    "name",
    "number",
    "pair",
    "title_in_text_less",
    "title_in_text_more",
    "all_of_shorter",
    "name_of_fewer",
    "number_of_fewer",
    "head_of_shorter",
    "days",
    "log_days",
    "shorter",
    "longer",
    "root_all",
    "root_title",
    "root_head",
    "root_name",
    "root_number",
    "root_pair",
    "root_title_in_text_more",
    "root_all_of_shorter",
)
_DAYS_UNKNOWN = 1.0
"""What stands for the days between two articles of which one came out sometime in a range that holds the other."""
JOIN = -0.25
"""Mean log odds over which an article joins a story, and two stories are one. Chosen on cross-validated halves of ViMs
and VMDS, with and without single articles, bodies, sapos, and as many strangers from VNTC; flat from -0.75 to 0.25.
Again: ``benchmarks/train_stories.py``."""
FAR_DAYS = 7.0
"""Articles further apart never tell one happening (a thread may tie them): of 4,400 pairs of one cluster in the two
sets, three stories in a hundred have a longer span, all with a mistaken date or a thread in truth."""
_LIMIT = 12.0
"""Scores are cut here, so that one certain pair cannot outvote a whole story."""


@cache
def _model() -> tuple[npt.NDArray[np.float32], float]:
    saved = json.loads(files("diemtin.stories").joinpath("data/pair_model.json").read_text(encoding="utf-8"))
    return np.array([saved["weights"][name] for name in INPUTS], dtype=np.float32), float(saved["bias"])


class _Side(NamedTuple):
    """One side of pairs: norms, early and late hour, number of shingles."""

    norms: Scores
    early: Any
    late: Any
    shingles: Any


def _side_of(rows: Rows, slots: Slots) -> _Side:
    return _Side(rows.norms[slots], rows.early[slots], rows.late[slots], rows.shingles[slots])


def describe_pairs(rows: Rows, features: Features, norms: Scores, span: Span, slots: Slots) -> Scores:
    """(slots, inputs): what the article shares with each of the slots."""
    shared = rows.compare(features.terms, slots)
    mine = _Side(norms, np.float64(span[0]), np.float64(span[1]), np.int32(features.shingles))
    return _described(shared, mine, _side_of(rows, slots))


def _described(shared: Scores, mine: _Side, theirs: _Side) -> Scores:
    dots = shared[:, :6]
    cosines = dots / (mine.norms * theirs.norms + 1e-6)
    small = np.minimum(mine.norms, theirs.norms)
    of_less = np.minimum(dots / (small * small + 1e-6), 1)
    days = np.clip(np.maximum(theirs.early - mine.late, mine.early - theirs.late) / 24, 0, 30)
    days[(days == 0) & ((theirs.early < theirs.late) | (mine.early < mine.late))] = _DAYS_UNKNOWN
    less, more = np.minimum(shared[:, 6], shared[:, 7]), np.maximum(shared[:, 6], shared[:, 7])
    found = np.empty((len(shared), len(INPUTS)), dtype=np.float32)
    found[:, 0:6] = cosines
    found[:, 6] = less
    found[:, 7] = more
    found[:, 8] = of_less[:, 0]
    found[:, 9] = of_less[:, 3]
    found[:, 10] = of_less[:, 4]
    found[:, 11] = of_less[:, 2]
    found[:, 12] = np.minimum(days, 10) / 10
    found[:, 13] = np.log1p(days)
    found[:, 14] = np.log1p(np.minimum(theirs.shingles, mine.shingles)) / 6
    found[:, 15] = np.log1p(np.maximum(theirs.shingles, mine.shingles)) / 6
    found[:, 16:22] = np.sqrt(np.maximum(cosines, 0))
    found[:, 22] = np.sqrt(more)
    found[:, 23] = np.sqrt(of_less[:, 0])
    return found


def score_pairs(rows: Rows, features: Features, norms: Scores, span: Span, slots: Slots) -> Scores:
    """Log odds that the article and each of the slots tell the same happening, from -12 to 12."""
    return _scored(describe_pairs(rows, features, norms, span, slots))


def score_all(rows: Rows, slots: Slots) -> Scores:
    """(slots, slots), symmetric, the diagonal 0: the same for every pair of live articles, five times as fast."""
    left, right = np.triu_indices(len(slots), 1)
    shared = rows.compare_all(slots)[left, right]
    scores = np.zeros((len(slots), len(slots)), dtype=np.float32)
    scores[left, right] = _scored(_described(shared, _side_of(rows, slots[left]), _side_of(rows, slots[right])))
    return scores + scores.T


def _scored(described: Scores) -> Scores:
    weights, bias = _model()
    scores: Scores = np.clip(described @ weights + bias, -_LIMIT, _LIMIT)
    scores[described[:, 12] * 10 > FAR_DAYS] = -_LIMIT
    return scores
