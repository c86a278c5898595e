"""Guesses a section from the words: a linear model over hashed syllables and pairs of syllables.

``data/sections.npz`` holds weights of one byte each, and no text: learnt from VNTC by ``benchmarks/train_sections.py``,
where its accuracy is measured on a held-back quarter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from diemtin import news
from diemtin.stories import terms as t
from diemtin.stories.background import background_idf

BITS = 17
BUCKETS = 1 << BITS
_SYLLABLES = 800
"""More of a text is not read, so that cost stays bounded."""
SHARPNESS = 5.0
"""Turns margins into shares that are right as often as they say, on the held-back quarter of VNTC."""

Vector = tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]


def make_vector(article: news.Article) -> Vector:
    """Hashed terms weighted by count and rarity, of length one; terms that the background does not know are left out.

    The headline counts twice.
    """
    title = t.read_words(article.title)
    body = t.read_words(article.text[: 10 * _SYLLABLES])[:_SYLLABLES]
    parts = [t.single_terms(title), t.pair_terms(title)] * 2 + [t.single_terms(body), t.pair_terms(body)]
    found, counts = np.unique(np.concatenate(parts), return_counts=True)
    idf = background_idf()
    known = idf[found] < np.max(idf)
    found, counts = found[known], counts[known]
    values = ((1 + np.log(counts)) * idf[found]).astype(np.float32)
    return found.astype(np.int64) & (BUCKETS - 1), values / max(float(np.linalg.norm(values)), 1e-6)


@dataclass(frozen=True)
class Weights:
    """One byte a weight, one scale a class."""

    bytes_: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float32]
    codes: tuple[str, ...]

    @staticmethod
    def rounded(weights: npt.NDArray[Any], codes: list[str]) -> Weights:
        scales = np.maximum(np.abs(weights).max(axis=0) / 127, 1e-9).astype(np.float32)
        return Weights(np.rint(weights / scales).astype(np.int8), scales, tuple(codes))

    def save(self, path: Path) -> None:
        np.savez_compressed(path, weights=self.bytes_, scales=self.scales, codes=np.array(self.codes))

    def guess(self, vector: Vector) -> tuple[str, float]:
        """The likeliest section and how sure that is (0 to 1)."""
        buckets, values = vector
        scores = (values @ self.bytes_[buckets].astype(np.float32)) * self.scales
        share = np.exp(SHARPNESS * (scores - np.max(scores)))
        best = int(np.argmax(share))
        return self.codes[best], float(share[best] / share.sum())


@cache
def weights() -> Weights:
    """The saved ones; one copy a process."""
    with files("diemtin.stories").joinpath("data/sections.npz").open("rb") as opened, np.load(opened) as saved:
        return Weights(saved["weights"], saved["scales"], tuple(str(code) for code in saved["codes"]))
