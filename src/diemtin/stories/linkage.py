"""Average linkage over a matrix of pair scores, with groups that must stay and groups that must not meet.

Two additions to the textbook, both chosen on cross-validated halves of ViMs and VMDS: a merge of larger groups needs
more (one article may join on weak evidence; two groups that have grown apart are two happenings of one subject), and
groups that hold together firmly do not melt into one that is held loosely.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

SIZE = 0.75
"""What a merge costs: so much times the logarithm of the smaller group's size."""
FIRM = 0.3
"""And so much of the mean score inside the looser of the two groups, when both have more than one article."""

Floats = npt.NDArray[np.float64]


def group_by_average(
    scores: npt.NDArray[np.float32], together: Sequence[int], apart: Sequence[tuple[int, int]], border: float
) -> npt.NDArray[np.int64]:
    """Group number of each row.

    ``scores`` is symmetric; ``together`` gives each row's starting group (rows of one number are never parted);
    ``apart`` are pairs of starting groups that never meet. Merges the two groups of the highest mean score, less the
    cost, until that is below ``border``. Time is quadratic in rows for each merge; meant for a few hundred.
    """
    _, start = np.unique(np.asarray(together), return_inverse=True)
    names = {int(name): int(group) for name, group in zip(together, start, strict=True)}
    count = int(np.max(start)) + 1
    member = np.zeros((count, len(start)), dtype=np.float64)
    member[start, np.arange(len(start))] = 1
    plain = scores.astype(np.float64)
    np.fill_diagonal(plain, 0)
    sums = member @ plain @ member.T
    sizes = member.sum(axis=1)
    inside = sums.diagonal() / 2
    blocked = np.zeros((count, count), dtype=bool)
    for left, right in apart:
        if left in names and right in names:
            blocked[names[left], names[right]] = blocked[names[right], names[left]] = True
    np.fill_diagonal(blocked, True)
    alive = np.ones(count, dtype=bool)

    def worth(one: int) -> Floats:
        """What it is worth to merge one group with each."""
        cost = SIZE * np.log(np.minimum(sizes[one], sizes))
        if sizes[one] > 1:
            firm = inside / np.maximum(sizes * (sizes - 1) / 2, 1)
            looser = np.maximum(np.minimum(firm, firm[one]), 0)
            cost = cost + FIRM * np.where(sizes > 1, looser, 0)
        found: Floats = sums[one] / (sizes[one] * sizes) - cost
        found[blocked[one] | ~alive] = -np.inf
        return found

    worths = np.array([worth(one) for one in range(count)])
    group = np.arange(count)
    while True:
        left, right = divmod(int(np.argmax(worths)), count)
        if worths[left, right] < border:
            break
        inside[left] += inside[right] + sums[left, right]
        sums[left] += sums[right]
        sums[:, left] = sums[left]
        sizes[left] += sizes[right]
        blocked[left] |= blocked[right]
        blocked[:, left] = blocked[left]
        alive[right] = False
        worths[right] = worths[:, right] = -np.inf
        worths[left] = worths[:, left] = worth(left)
        group[group == right] = left
    found: npt.NDArray[np.int64] = group[start]
    return found
