"""Copies of one text: who shares a wire group, and which of them is its origin.

Two texts are copies when most of the shorter one's 5-syllable shingles stand in the longer one, whole or cut, whatever
the headline, tone placement, case or punctuation.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from diemtin.stories.features import Features
from diemtin.stories.rows import Rows, Slots

COPIED = 0.55
"""Share of the shorter text's shingles that surely (less one standard error of the sketch) stand in the longer one.
Lower finds more of the texts that were cut and added to at once, but takes shared quotations for copies. Again:
``benchmarks/copies.py --list 60``."""
LEAST_SHINGLES = 25
"""Texts shorter than that (about two lines) are nobody's copy: two outlets may word one sentence alike."""


class Copies:
    """Wire groups of live articles."""

    def __init__(self, rows: Rows, new_id: Callable[[], str]) -> None:
        self._rows = rows
        self._new_id = new_id
        self._members: dict[str, list[int]] = {}
        self._group: dict[int, str] = {}
        self._agencies: set[int] = set()

    def find_copied(self, features: Features, candidates: Slots) -> int | None:
        """The candidate that this text shares most with, if it is a copy of it or the other way round."""
        if features.shingles < LEAST_SHINGLES or not len(candidates):
            return None
        read = self._rows.overlap(features.sketch, candidates)
        shares = (read[:, :, 0] - read[:, :, 1]).max(axis=1)
        shares[self._rows.shingles[candidates] < LEAST_SHINGLES] = 0
        best = int(np.argmax(shares))
        return int(candidates[best]) if shares[best] >= COPIED else None

    def join(self, slot: int, features: Features, copied: int) -> str:
        """Puts a new article into the group of the one it shares its text with."""
        group = self._group.get(copied)
        if group is None:
            group = self._new_id()
            self._members[group] = [copied]
            self._group[copied] = group
        self.restore(slot, features, group)
        return group

    def restore(self, slot: int, features: Features, group: str) -> None:
        self._members.setdefault(group, []).append(slot)
        self._group[slot] = group
        if features.agency:
            self._agencies.add(slot)

    def leave(self, slot: int) -> None:
        group = self._group.pop(slot, None)
        self._agencies.discard(slot)
        if group is not None:
            self._members[group].remove(slot)
            if not self._members[group]:
                del self._members[group]

    def group(self, slot: int) -> str | None:
        return self._group.get(slot)

    def origin(self, slot: int) -> int | None:
        """The agency's own article if it is among them, else the earliest."""
        group = self._group.get(slot)
        if group is None:
            return None
        return min(self._members[group], key=lambda one: (one not in self._agencies, float(self._rows.seen[one]), one))
