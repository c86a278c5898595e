"""The small network that says of each unit of the body's box whether it is body: weights from ``body_model.npz``.

Made by ``benchmarks/train_body.py`` from the labelled pages of the benchmark (numbers only, no sentence of them); says how
to make it again, and its cross-validated figures are in ``docs/reading.md``. One hidden layer; several nets trained from
different beginnings stand side by side in it and are averaged.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from diemtin.reader.features import NAMES, Matrix

CHUNK = 32
"""Rows at once: below the size from which numpy's BLAS wakes its threads, which cost more than they save here."""


@cache
def _weights() -> tuple[Matrix, Matrix, Matrix, float]:
    with resources.files("diemtin.reader").joinpath("body_model.npz").open("rb") as stream:
        stored: Any = np.load(stream, allow_pickle=False)
        if tuple(stored["names"]) != NAMES:
            raise RuntimeError("body_model.npz was trained on other features: run benchmarks/train_body.py")
        hidden = stored["hidden"].astype(np.float32)
        # Standardising is folded into the first layer: (x - mean) / scale @ W + b.
        scale, mean = stored["scale"].astype(np.float32), stored["mean"].astype(np.float32)
        return (
            hidden / scale[:, None],
            (stored["hidden_bias"].astype(np.float32) - (mean / scale) @ hidden).astype(np.float32),
            stored["out"].astype(np.float32),
            float(stored["out_bias"]),
        )


def score_units(matrix: Matrix) -> list[float]:
    """Between about 0 and 1 for each row of ``features.unit_features``."""
    hidden, bias, out, out_bias = _weights()
    found: list[float] = []
    for begin in range(0, len(matrix), CHUNK):
        layer = matrix[begin : begin + CHUNK] @ hidden
        layer += bias
        np.maximum(layer, 0.0, out=layer)
        found.extend((layer @ out + out_bias).tolist())
    return found
