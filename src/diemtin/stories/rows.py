"""The live articles as columns of numbers: what placing looks at, about 1.3 kB an article.

A slot is an article's place in the columns; slots of forgotten articles are used again.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from diemtin.stories.background import background, background_idf
from diemtin.stories.features import COUNT_SHIFT, LEAD, MAX_TERMS, NAME, NUMBER, PAIR, SKETCH, TITLE, Features
from diemtin.stories.terms import TERM_BITS, TERM_MASK, Hashes

_NO_BORDER = np.uint32(0xFFFFFFFF)
Span = tuple[float, float]
"""Hours since 1970 between which an article came out; equal when its time is known."""
Slots = npt.NDArray[np.int32]

FAMILIES = ("all", "title", "head", "name", "number", "pair")
"""The kinds of terms that two articles are compared by; ``head`` is headline and sapo together."""
_FAMILY_FLAGS = (0, TITLE, TITLE | LEAD, NAME, NUMBER, PAIR)


def _matrix(
    rows: npt.NDArray[np.intp],
    columns: npt.NDArray[np.intp],
    values: npt.NDArray[np.float32],
    height: int,
    width: int | None = None,
) -> npt.NDArray[np.float32]:
    """Dense; without ``width`` only the columns that are named."""
    if width is None:
        named, columns = np.unique(columns, return_inverse=True)
        width = max(len(named), 1)
    matrix = np.zeros((height, width), dtype=np.float32)
    matrix[rows, columns] = values
    return matrix


_COUNT_WEIGHT = np.concatenate(([0.0], 1 + np.log(np.arange(1, 32)))).astype(np.float32)


class Rows:
    """Columns that grow; see the module."""

    def __init__(self, capacity: int = 1024) -> None:
        self.used = 0
        self.free: list[int] = []
        self.terms = np.zeros((capacity, MAX_TERMS), dtype=np.uint32)
        self.sketch = np.zeros((capacity, SKETCH), dtype=np.uint32)
        self.sketched = np.zeros(capacity, dtype=np.uint8)
        self.shingles = np.zeros(capacity, dtype=np.int32)
        self.norms = np.zeros((capacity, len(FAMILIES)), dtype=np.float32)
        self.early = np.zeros(capacity, dtype=np.float64)
        self.late = np.zeros(capacity, dtype=np.float64)
        """The article's own time, twice; or the hours between which it came out."""
        self.seen = np.zeros(capacity, dtype=np.float64)
        """The same, or when it was first seen."""
        self.story = np.full(capacity, -1, dtype=np.int32)
        counts, self._documents = background()
        self._counts = counts.copy()
        self._idf = background_idf().copy()
        self._position = np.zeros(1 << TERM_BITS, dtype=np.uint8)
        self._live = 0

    # --- growing and shrinking ---------------------------------------------------------------------------------------

    def add(self, features: Features, span: Span) -> int:
        """Takes an article in, counts its terms, and returns its slot."""
        if self.free:
            slot = self.free.pop()
        else:
            slot = self.used
            if slot == len(self.terms):
                self._grow()
            self.used += 1
        terms, sketch = features.terms[:MAX_TERMS], features.sketch[:SKETCH]
        row = self.terms[slot]
        row[: len(terms)] = terms
        row[len(terms) :] = 0
        self.sketch[slot, : len(sketch)] = sketch
        self.sketched[slot] = len(sketch)
        self.shingles[slot] = features.shingles
        self.early[slot], self.late[slot] = span
        self.norms[slot] = self.family_norms(terms)
        self._count(terms, 1)
        return slot

    def drop(self, slot: int) -> None:
        """Gives the slot back."""
        row = self.terms[slot]
        self._count(row[row > 0], -1)
        row[:] = 0
        self.story[slot] = -1
        self.sketched[slot] = 0
        self.free.append(slot)

    def _grow(self) -> None:
        old = len(self.terms)
        new = old * 2 if old < 65536 else old + old // 2
        for name in ("terms", "sketch", "sketched", "shingles", "norms", "early", "late", "seen", "story"):
            column = getattr(self, name)
            wider = np.zeros((new, *column.shape[1:]), dtype=column.dtype)
            wider[:old] = column
            if name == "story":
                wider[old:] = -1
            setattr(self, name, wider)

    def _count(self, terms: Hashes, step: int) -> None:
        """Document counts follow the stream, so that the word of the day weighs less than in the background."""
        buckets = terms & TERM_MASK
        self._live += step
        self._documents += step
        changed = self._counts[buckets] + step
        self._counts[buckets] = changed
        self._idf[buckets] = np.log((self._documents + 1) / (changed + 0.5))

    def features(self, slot: int) -> Features:
        """What is kept of an article: enough to compare it."""
        row = self.terms[slot]
        return Features(row[row > 0], self.sketch[slot, : self.sketched[slot]], int(self.shingles[slot]))

    # --- comparing ---------------------------------------------------------------------------------------------------

    def weights(self, terms: Hashes) -> npt.NDArray[np.float32]:
        """Weight of each term of an article: how often, how rare."""
        weights: npt.NDArray[np.float32] = _COUNT_WEIGHT[terms >> COUNT_SHIFT] * self._idf[terms & TERM_MASK]
        return weights

    def family_norms(self, terms: Hashes) -> npt.NDArray[np.float32]:
        """Length of the article's vector in each family."""
        squares = self.weights(terms) ** 2
        norms = np.empty(len(FAMILIES), dtype=np.float32)
        norms[0] = squares.sum()
        marks = terms >> TERM_BITS
        for k, flag in enumerate(_FAMILY_FLAGS[1:], 1):
            norms[k] = squares[(marks & flag) > 0].sum()
        return np.sqrt(norms)

    def compare(self, terms: Hashes, slots: Slots) -> npt.NDArray[np.float32]:
        """(slots, 8): shared weight by family, and headline covered by the other's whole text, both ways.

        The six dot products are not yet divided by norms; the last two columns are shares from 0 to 1.
        """
        count = len(slots)
        buckets = terms & TERM_MASK
        position = self._position
        position[buckets] = np.arange(1, len(terms) + 1, dtype=np.uint8)
        rows = self.terms[slots]
        hit = position[rows & TERM_MASK]
        position[buckets] = 0
        where = np.flatnonzero(hit)
        which = where // MAX_TERMS
        mine = hit.ravel()[where].astype(np.int32) - 1
        theirs = rows.ravel()[where]
        idf = self._idf[buckets]
        my_marks = (terms >> TERM_BITS)[mine]
        their_marks = theirs >> TERM_BITS
        both = my_marks & their_marks
        mine_idf = idf[mine]
        products = _COUNT_WEIGHT[(terms >> COUNT_SHIFT)[mine]] * _COUNT_WEIGHT[theirs >> COUNT_SHIFT] * mine_idf**2
        found = np.empty((count, 8), dtype=np.float32)
        found[:, 0] = np.bincount(which, products, count)
        head = ((my_marks & (TITLE | LEAD)) > 0) & ((their_marks & (TITLE | LEAD)) > 0)
        for k, keep in (
            (1, (both & TITLE) > 0),
            (2, head),
            (3, (both & NAME) > 0),
            (4, (both & NUMBER) > 0),
            (5, (both & PAIR) > 0),
        ):
            found[:, k] = np.bincount(which[keep], products[keep], count)
        squares = mine_idf**2
        keep = (my_marks & TITLE) > 0
        my_title = float((idf[((terms >> TERM_BITS) & TITLE) > 0] ** 2).sum())
        found[:, 6] = np.bincount(which[keep], squares[keep], count) / max(my_title, 1e-6)
        keep = (their_marks & TITLE) > 0
        # Counts of headline terms are nearly always one or two, so the stored norm stands for the sum of squares.
        found[:, 7] = np.minimum(np.bincount(which[keep], squares[keep], count) / (self.norms[slots, 1] ** 2 + 1e-6), 1)
        return found

    def compare_all(self, slots: Slots) -> npt.NDArray[np.float32]:
        """(slots, slots, 8): what ``compare`` says of each with each, as products of matrices. Terms that only one of
        them has are left out: they are in no product."""
        rows = self.terms[slots]
        which, place = np.nonzero(rows)
        terms = rows[which, place]
        buckets = terms & TERM_MASK
        _, column, counts = np.unique(buckets, return_inverse=True, return_counts=True)
        both = counts[column] > 1
        which, column, terms, buckets = which[both], column[both], terms[both], buckets[both]
        marks = terms >> TERM_BITS
        idf = self._idf[buckets]
        weights = _COUNT_WEIGHT[terms >> COUNT_SHIFT] * idf
        found = np.empty((len(slots), len(slots), 8), dtype=np.float32)
        for k, flag in enumerate(_FAMILY_FLAGS):
            keep = (marks & flag) > 0 if flag else slice(None)
            matrix = _matrix(which[keep], column[keep], weights[keep], len(slots))
            found[:, :, k] = matrix @ matrix.T
        keep = (marks & TITLE) > 0
        size = int(column.max()) + 1 if len(column) else 1
        titles = _matrix(which[keep], column[keep], idf[keep] ** 2, len(slots), size)
        covered = titles @ _matrix(which, column, np.ones_like(idf), len(slots), size).T
        squares = self._title_squares(rows)
        found[:, :, 6] = covered / np.maximum(squares, 1e-6)[:, None]
        found[:, :, 7] = np.minimum(covered.T / (self.norms[slots, 1] ** 2 + 1e-6), 1)
        return found

    def _title_squares(self, rows: npt.NDArray[np.uint32]) -> npt.NDArray[np.float32]:
        """Of each row, the squared weight of the terms of its headline, each counted once."""
        squares: npt.NDArray[np.float32] = self._idf[rows & TERM_MASK] ** 2
        squares[((rows >> TERM_BITS) & TITLE) == 0] = 0
        sums: npt.NDArray[np.float32] = squares.sum(axis=1)
        return sums

    def overlap(self, sketch: Hashes, slots: Slots) -> npt.NDArray[np.float32]:
        """(slots, 2, 2): share of my shingles that are theirs, and of theirs that are mine, read off the sketches;
        and by how much each may be wrong (one standard error).

        Bottom-k sketches (Broder 1997): below the smaller of the two largest kept hashes both are complete samples.
        ``sketch`` is not empty.
        """
        kept = self.sketched[slots].astype(np.int64)
        theirs = self.sketch[slots]
        there = np.arange(SKETCH) < kept[:, None]
        last = theirs[np.arange(len(slots)), np.maximum(kept - 1, 0)]
        border = np.where(kept >= SKETCH, last, _NO_BORDER)
        if len(sketch) >= SKETCH:
            border = np.minimum(border, sketch[-1])
        below = there & (theirs <= border[:, None])
        at = np.minimum(np.searchsorted(sketch, theirs), len(sketch) - 1)
        shared = (below & (sketch[at] == theirs)).sum(axis=1)
        mine = np.searchsorted(sketch, border, side="right")
        read = np.maximum(np.stack((mine, below.sum(axis=1)), axis=1), 1)
        found = np.stack((shared[:, None] / read, 0.5 / np.sqrt(read)), axis=2)
        return found.astype(np.float32)
