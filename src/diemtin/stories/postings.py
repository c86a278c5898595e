"""Which live articles share a telling term with this one: an inverted index with fixed cost.

Time is cut into blocks of three days, and each block has its own table: a late arrival meets the articles of its own
days whatever came since, and forgetting old days is dropping their tables. In a table each bucket of terms keeps the
last eight articles, so one look-up costs the same for a rare name and for the word of the day.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from diemtin.stories.terms import Hashes

BLOCK_HOURS = 72.0
KEYS = 32
"""Terms under which an article is filed: the most telling of its list."""
ASKED = 48
"""Terms under which others are looked for."""
RING = 8
_UNDATED = -(1 << 40)
_BLOCKS_ASKED = 40
"""Blocks that an undated article is looked for in: four months."""
_FIRST_BUCKETS = 1 << 12
_ENTRIES_A_BUCKET = 3
_GONE = np.uint32(0xFFFFFFFF)
"""Stands for the slot of a filing that was taken back."""


class _Table:
    """One block: buckets of ``RING`` slots, plus every filing in order so that a larger table can be laid."""

    def __init__(self, buckets: int = _FIRST_BUCKETS) -> None:
        self.filed = np.empty((256, 1 + KEYS), dtype=np.uint32)
        self.articles = self.gone = 0
        self._lay(buckets)

    def _lay(self, buckets: int) -> None:
        self.mask = np.uint32(buckets - 1)
        self.slots = np.full((buckets, RING), -1, dtype=np.int32)
        self.next = np.zeros(buckets, dtype=np.uint8)

    def add(self, slot: int, keys: Hashes) -> None:
        if self.articles == len(self.filed):
            self.filed = np.concatenate((self.filed, np.empty_like(self.filed)))
        row = self.filed[self.articles]
        row[0] = slot
        row[1 : 1 + len(keys)] = keys
        row[1 + len(keys) :] = 0
        self.articles += 1
        if self.articles * KEYS > _ENTRIES_A_BUCKET * len(self.slots):
            self._lay(len(self.slots) * 2)
            self._refile()
        else:
            self._file(slot, keys)

    def drop(self, slot: int) -> None:
        """Takes an article's filing back; when most are gone the rest is laid anew."""
        rows = self.filed[: self.articles]
        here = rows[:, 0] == slot
        if not here.any():
            return
        rows[here, 0] = _GONE
        self.slots[self.slots == slot] = -1
        self.gone += int(here.sum())
        if self.gone > 256 + self.articles // 2:
            self.filed = np.concatenate((rows[rows[:, 0] != _GONE], np.empty((256, 1 + KEYS), dtype=np.uint32)))
            self.articles, self.gone = self.articles - self.gone, 0
            buckets = _FIRST_BUCKETS
            while self.articles * KEYS > _ENTRIES_A_BUCKET * buckets:
                buckets *= 2
            self._lay(buckets)
            self._refile()

    def _file(self, slot: int, keys: Hashes) -> None:
        buckets = _spread(keys) & self.mask
        at = self.next[buckets]
        self.slots[buckets, at] = slot
        self.next[buckets] = (at + 1) % RING

    def _refile(self) -> None:
        """All filings into the new table at once: sort by bucket, keep the last ``RING`` of each."""
        rows = self.filed[: self.articles]
        keys = rows[:, 1:].ravel()
        slots = np.repeat(rows[:, 0].astype(np.int32), KEYS)
        kept = (keys > 0) & (slots >= 0)
        if not kept.any():
            return
        buckets, slots = _spread(keys[kept]) & self.mask, slots[kept]
        order = np.argsort(buckets, kind="stable")
        buckets, slots = buckets[order], slots[order]
        starts = np.flatnonzero(np.concatenate(([True], buckets[1:] != buckets[:-1])))
        sizes = np.diff(np.append(starts, len(buckets)))
        rank = np.arange(len(buckets)) - np.repeat(starts, sizes)
        last = rank >= np.repeat(sizes, sizes) - RING
        self.slots[buckets[last], rank[last] % RING] = slots[last]
        self.next[buckets[starts]] = sizes % RING


def _spread(keys: Hashes) -> Hashes:
    return np.asarray((keys * np.uint32(2654435761)) >> np.uint32(7), dtype=np.uint32)


class Postings:
    """Tables by block of time."""

    def __init__(self) -> None:
        self._tables: dict[int, _Table] = {}

    def add(self, slot: int, keys: Hashes, hours: float) -> None:
        """Files an article; one with no time (NaN) is filed apart, where every later one looks too."""
        block = _UNDATED if math.isnan(hours) else int(hours // BLOCK_HOURS)
        table = self._tables.get(block)
        if table is None:
            table = self._tables[block] = _Table()
        table.add(slot, keys)

    def find(self, keys: Hashes, weights: npt.NDArray[np.float32], hours: float, limit: int) -> npt.NDArray[np.int32]:
        """Slots that share most weight with the keys, best first: from three to six days before to as many after.

        An article with no time (NaN) is compared with those of the newest blocks.
        """
        if math.isnan(hours):
            blocks = [_UNDATED, *sorted(self._tables, reverse=True)[:_BLOCKS_ASKED]]
        else:
            block = int(hours // BLOCK_HOURS)
            blocks = [block - 1, block, block + 1, _UNDATED]
        spread = _spread(keys)
        found = [
            table.slots[spread & table.mask].ravel()
            for near in dict.fromkeys(blocks)
            if (table := self._tables.get(near)) is not None
        ]
        if not found:
            return np.zeros(0, dtype=np.int32)
        every = np.concatenate(found)
        share = np.tile(np.repeat(weights, RING), len(found))
        live = every >= 0
        every, share = every[live], share[live]
        if not len(every):
            return every
        slots, which = np.unique(every, return_inverse=True)
        sums = np.bincount(which, share)
        if len(slots) > limit:
            best = np.argpartition(-sums, limit)[:limit]
            slots, sums = slots[best], sums[best]
        ordered: npt.NDArray[np.int32] = slots[np.argsort(-sums, kind="stable")]
        return ordered

    def forget(self, before_hours: float) -> None:
        """Drops the blocks that end before."""
        for block in [block for block in self._tables if _UNDATED < block < before_hours // BLOCK_HOURS]:
            del self._tables[block]

    def forget_from(self, hours: float) -> None:
        """Drops the blocks that begin then or later."""
        for block in [block for block in self._tables if block * BLOCK_HOURS >= hours]:
            del self._tables[block]

    def drop_undated(self, slot: int) -> None:
        """Takes back what has no time, which goes with no block."""
        table = self._tables.get(_UNDATED)
        if table is not None:
            table.drop(slot)
