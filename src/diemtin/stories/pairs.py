"""How likely two articles tell the same happening: a logistic regression over what they share.

Trained by ``benchmarks/train_stories.py`` on pairs of ViMs and VMDS, each article also with its body or its sapo left
out, so that one setting holds for full texts and for headlines with sapos. Cosines are of count x rarity vectors, by
family.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

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


def describe_pairs(rows: Rows, features: Features, norms: Scores, span: Span, slots: Slots) -> Scores:
    """(slots, inputs): what the article shares with each of the slots."""
    shared = rows.compare(features.terms, slots)
    theirs = rows.norms[slots]
    dots = shared[:, :6]
    cosines = dots / (norms * theirs + 1e-6)
    small = np.minimum(norms, theirs)
    of_less = np.minimum(dots / (small * small + 1e-6), 1)
    early, late = rows.early[slots], rows.late[slots]
    days = np.clip(np.maximum(early - span[1], span[0] - late) / 24, 0, 30)
    days[(days == 0) & ((early < late) | (span[0] < span[1]))] = _DAYS_UNKNOWN
    lengths = rows.shingles[slots]
    less, more = np.minimum(shared[:, 6], shared[:, 7]), np.maximum(shared[:, 6], shared[:, 7])
    found = np.empty((len(slots), len(INPUTS)), dtype=np.float32)
    found[:, 0:6] = cosines
    found[:, 6] = less
    found[:, 7] = more
    found[:, 8] = of_less[:, 0]
    found[:, 9] = of_less[:, 3]
    found[:, 10] = of_less[:, 4]
    found[:, 11] = of_less[:, 2]
    found[:, 12] = np.minimum(days, 10) / 10
    found[:, 13] = np.log1p(days)
    found[:, 14] = np.log1p(np.minimum(lengths, features.shingles)) / 6
    found[:, 15] = np.log1p(np.maximum(lengths, features.shingles)) / 6
    found[:, 16:22] = np.sqrt(np.maximum(cosines, 0))
    found[:, 22] = np.sqrt(more)
    found[:, 23] = np.sqrt(of_less[:, 0])
    return found


def score_pairs(rows: Rows, features: Features, norms: Scores, span: Span, slots: Slots) -> Scores:
    """Log odds that the article and each of the slots tell the same happening, from -12 to 12."""
    weights, bias = _model()
    described = describe_pairs(rows, features, norms, span, slots)
    scores: Scores = np.clip(described @ weights + bias, -_LIMIT, _LIMIT)
    scores[described[:, 12] * 10 > FAR_DAYS] = -_LIMIT
    return scores
