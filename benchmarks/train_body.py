"""Trains ``src/diemtin/reader/body_model.npz``: which units of the body's box are body.

    python benchmarks/train_body.py --check    cross-validated by page (5 folds): the honest figure
    python benchmarks/train_body.py            trains on all pages and writes the model

Learns from ``shared/eval/pages`` (scrapinghub, fundus, and the silver Vietnamese pages); the model holds weights only.
A unit is positive when most of its 4-gram shingles stand in the gold text. Four nets of 24 hidden units from different
beginnings, ReLU, squared error, Adam, weight decay; 24 of 8, 24, 48 and four of 1, 4 were chosen by cross-validation,
and gradient-boosted trees of 300 x 8 leaves gave the same figure at ten times the time of reading.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from diemtin.language.charsets import decode
from diemtin.language.text import nfc
from diemtin.reader.body import read_box
from diemtin.reader.features import NAMES
from diemtin.reader.page import prepare
from reading import Row, f1, load, precision_recall, shingles, tokens

MODEL = Path(__file__).resolve().parent.parent / "src" / "diemtin" / "reader" / "body_model.npz"
NETS, HIDDEN, EPOCHS, BATCH, RATE, DECAY = 4, 24, 30, 128, 2e-3, 2e-4


def label(texts: list[str], gold: str) -> list[float]:
    wanted = shingles(gold)
    lines = {" ".join(tokens(line)) for line in gold.split("\n")}
    found = []
    seen: set[str] = set()
    for text in texts:
        if len(text) >= 60 and text in seen:
            found.append(0.0)
            continue
        seen.add(text)
        words = tokens(text)
        if len(words) >= 4:
            mine = shingles(text)
            found.append(float(sum((mine & wanted).values()) > 0.5 * sum(mine.values())))
        else:
            found.append(float(bool(words) and " ".join(words) in lines))
    return found


def collect() -> list[Row]:
    rows = []
    for kind in ("scrapinghub", "fundus", "vietnamese"):
        for row in load(kind):
            if not row.get("text"):
                continue
            draft = prepare(nfc(decode(row["bytes"])))
            places, numbers, _ = read_box(draft.page, draft.found, draft.headline, draft.headline_unit)
            texts = [draft.page.units[place].text for place in places]
            gold = nfc(row["text"])
            rows.append(
                {
                    "kind": kind,
                    "x": np.array(numbers, np.float32).reshape(len(texts), len(NAMES)),
                    "y": np.array(label(texts, gold)),
                    "texts": texts,
                    "gold": gold,
                }
            )
    return rows


def train(x: Any, y: Any, weight: Any, seed: int) -> tuple[Any, Any, Any, Any]:
    """One net: (hidden, hidden bias, out, out bias)."""
    chance = np.random.default_rng(seed)
    a = chance.normal(0, np.sqrt(2 / x.shape[1]), (x.shape[1], HIDDEN)).astype(np.float32)
    b, c, d = np.zeros(HIDDEN, np.float32), chance.normal(0, 0.2, HIDDEN).astype(np.float32), np.zeros(1, np.float32)
    parts = [a, b, c, d]
    first, second = [np.zeros_like(p) for p in parts], [np.zeros_like(p) for p in parts]
    step = 0
    for epoch in range(EPOCHS):
        order = chance.permutation(len(x))
        rate = RATE * (0.5 * (1 + np.cos(np.pi * epoch / EPOCHS)) + 0.02)
        for begin in range(0, len(x), BATCH):
            pick = order[begin : begin + BATCH]
            xs, ys, ws = x[pick], y[pick], weight[pick]
            raw = xs @ parts[0] + parts[1]
            layer = np.maximum(raw, 0)
            error = (layer @ parts[2] + parts[3] - ys) * ws / len(pick)
            back = np.outer(error, parts[2]) * (raw > 0)
            slopes = [
                xs.T @ back + DECAY * parts[0],
                back.sum(0),
                layer.T @ error + DECAY * parts[2],
                np.array([error.sum()], np.float32),
            ]
            step += 1
            for i, slope in enumerate(slopes):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                parts[i] = parts[i] - rate * (first[i] / (1 - 0.9**step)) / (
                    np.sqrt(second[i] / (1 - 0.999**step)) + 1e-8
                )
    return parts[0], parts[1], parts[2], parts[3]


def fit(rows: list[Row]) -> dict[str, Any]:
    x, y = np.vstack([row["x"] for row in rows]), np.concatenate([row["y"] for row in rows])
    # A long unit matters more to the body's F1; the root keeps one page's long paragraphs from ruling.
    weight = np.concatenate([[np.sqrt(len(text)) for text in row["texts"]] for row in rows])
    weight /= weight.mean()
    mean, scale = x.mean(0), x.std(0) + 1e-3
    z = ((x - mean) / scale).astype(np.float32)
    nets = [train(z, y.astype(np.float32), weight.astype(np.float32), seed) for seed in range(NETS)]
    return {
        "names": np.array(NAMES), "mean": mean.astype(np.float32), "scale": scale.astype(np.float32),
        "hidden": np.hstack([net[0] for net in nets]).astype(np.float32),
        "hidden_bias": np.concatenate([net[1] for net in nets]).astype(np.float32),
        "out": (np.concatenate([net[2] for net in nets]) / NETS).astype(np.float32),
        "out_bias": np.float32(np.mean([net[3] for net in nets])),
    }  # fmt: skip


def predict(model: dict[str, Any], x: Any) -> Any:
    return (
        np.maximum((x - model["mean"]) / model["scale"] @ model["hidden"] + model["hidden_bias"], 0) @ model["out"]
        + model["out_bias"]
    )


def check(rows: list[Row]) -> None:
    for seed in (0, 1):
        folds = np.random.default_rng(seed).permutation(len(rows)) % 5
        results: dict[tuple[str, float], list[tuple[float, float]]] = {}
        for fold in range(5):
            model = fit([row for row, f in zip(rows, folds, strict=True) if f != fold])
            for row in (row for row, f in zip(rows, folds, strict=True) if f == fold):
                scores = predict(model, row["x"])
                for limit in (0.4, 0.45, 0.5, 0.55):
                    kept = dict.fromkeys(
                        text for text, score in zip(row["texts"], scores, strict=True) if score > limit
                    )
                    results.setdefault((row["kind"], limit), []).append(precision_recall(row["gold"], "\n".join(kept)))
        for (kind, limit), pairs in sorted(results.items()):
            print(
                f"folds {seed} {kind:12} limit {limit}: P {f1(pairs)[0]:.4f} R {f1(pairs)[1]:.4f} F1 {f1(pairs)[2]:.4f}"
            )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="cross-validate, write nothing")
    chosen = options.parse_args()
    rows = collect()
    print(len(rows), "pages,", sum(len(row["texts"]) for row in rows), "units")
    if chosen.check:
        check(rows)
    else:
        np.savez_compressed(MODEL, **fit(rows))
        print("wrote", MODEL.name, MODEL.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
