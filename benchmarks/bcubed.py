"""B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class BCubed(NamedTuple):
    f1: float
    precision: float
    recall: float


def bcubed(truth: Sequence[object], found: Sequence[object]) -> BCubed:
    """Means over the elements; ``truth[k]`` and ``found[k]`` are the groups of element k."""
    left = _numbers(truth)
    right = _numbers(found)
    same_truth = left[:, None] == left
    same_found = right[:, None] == right
    both = (same_truth & same_found).sum(axis=1)
    precision = float((both / same_found.sum(axis=1)).mean())
    recall = float((both / same_truth.sum(axis=1)).mean())
    return BCubed(2 * precision * recall / (precision + recall), precision, recall)


def _numbers(groups: Sequence[object]) -> np.ndarray:
    seen: dict[object, int] = {}
    return np.array([seen.setdefault(group, len(seen)) for group in groups])
