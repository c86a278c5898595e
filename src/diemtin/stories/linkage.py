"""Average linkage over a matrix of pair scores, with groups that must stay and groups that must not meet."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def group_by_average(
    scores: npt.NDArray[np.float32], together: Sequence[int], apart: Sequence[tuple[int, int]], border: float
) -> npt.NDArray[np.int64]:
    """Group number of each row.

    ``scores`` is symmetric; ``together`` gives each row's starting group (rows of one number are never parted);
    ``apart`` are pairs of starting groups that never meet. Merges the two groups of the highest mean score, less the
    logarithm of the smaller one's size, until that is below ``border``: one article may join on weak evidence, two
    large groups that have not found together by then are two happenings of one subject. Time is quadratic in rows for
    each merge; meant for neighbourhoods of a few hundred.
    """
    _, start = np.unique(np.asarray(together), return_inverse=True)
    names = {int(name): int(group) for name, group in zip(together, start, strict=True)}
    count = int(start.max()) + 1
    member = np.zeros((count, len(start)), dtype=np.float64)
    member[start, np.arange(len(start))] = 1
    sums = member @ scores.astype(np.float64) @ member.T
    sizes = member.sum(axis=1)
    blocked = np.zeros((count, count), dtype=bool)
    for left, right in apart:
        if left in names and right in names:
            blocked[names[left], names[right]] = blocked[names[right], names[left]] = True
    means = sums / np.outer(sizes, sizes) - np.log(np.minimum.outer(sizes, sizes))
    means[blocked] = -np.inf
    np.fill_diagonal(means, -np.inf)
    group = np.arange(count)
    alive = np.ones(count, dtype=bool)
    while count > 1:
        best = int(np.argmax(means))
        left, right = divmod(best, len(means))
        if means[left, right] < border:
            break
        sums[left] += sums[right]
        sums[:, left] = sums[left]
        sizes[left] += sizes[right]
        blocked[left] |= blocked[right]
        blocked[:, left] = blocked[left]
        alive[right] = False
        row = sums[left] / (sizes[left] * sizes) - np.log(np.minimum(sizes[left], sizes))
        row[blocked[left] | ~alive] = -np.inf
        means[left] = row
        means[:, left] = row
        means[left, left] = -np.inf
        means[right] = -np.inf
        means[:, right] = -np.inf
        group[group == right] = left
        count -= 1
    found: npt.NDArray[np.int64] = group[start]
    return found
