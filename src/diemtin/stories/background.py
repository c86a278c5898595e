"""How common a term is in Vietnamese news at large: document counts learnt once, so that a new desk knows it too.

``data/background.npz`` holds hashed terms and counts, no text. Learnt from 3,165 newspaper texts (ViMs, VMDS and a
sample of VNTC); made again by ``benchmarks/train_stories.py``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from diemtin.stories.terms import TERM_BITS

_FILE = "data/background.npz"


@cache
def background() -> tuple[npt.NDArray[np.float32], int]:
    """Document counts by term bucket, and the number of documents. Read only; one copy a process."""
    counts = np.zeros(1 << TERM_BITS, dtype=np.float32)
    with files("diemtin.stories").joinpath(_FILE).open("rb") as opened, np.load(opened) as saved:
        counts[np.cumsum(saved["gaps"], dtype=np.int64)] = saved["counts"]
        documents = int(saved["documents"])
    counts.flags.writeable = False
    return counts, documents


@cache
def background_idf() -> npt.NDArray[np.float32]:
    """Weight of each term: log of (documents / documents with it), smoothed. Bucket 0 weighs nothing."""
    counts, documents = background()
    weights = np.log((documents + 1) / (counts + 0.5)).astype(np.float32)
    weights[0] = 0
    weights.flags.writeable = False
    return weights
