"""Trains ``src/diemtin/reader/body_model.npz``: which units of the body's box are body.

    python benchmarks/train_body.py --check    cross-validated by page (5 folds), on the pages as they are and perturbed:
                                               the honest figures
    python benchmarks/train_body.py            trains on all pages and writes the model

Learns from ``shared/eval/pages`` (scrapinghub, fundus, and the silver Vietnamese pages); the model holds weights only.
A unit is positive when most of its 4-gram shingles stand in the gold text. Four nets of 24 hidden units from different
beginnings, ReLU, squared error, Adam. So few pages (271) are learnt by heart unless it is made hard: every page is shown
again with other class names and again with other paragraphs (``perturbed.py``), noise is added to every number at every
step, and weights decay. All of that, and 24 of 8, 12, 24, 48 hidden units, were chosen by cross-validation over three partings of
the pages, plain and perturbed (figures in ``docs/reading.md``).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from diemtin.language.charsets import decode
from diemtin.language.text import nfc
from diemtin.reader.body import read_box
from diemtin.reader.features import NAMES
from diemtin.reader.figures import is_counted
from diemtin.reader.page import prepare, read_draft
from diemtin.reader.tables import find_tables
from perturbed import WAYS, perturb
from reading import Row, as_row, body_text, f1, load, precision_recall, score_figures, shingles, tokens

MODEL = Path(__file__).resolve().parent.parent / "src" / "diemtin" / "reader" / "body_model.npz"
NETS, HIDDEN, EPOCHS, BATCH, RATE, DECAY, NOISE = 4, 24, 30, 128, 2e-3, 3e-3, 0.4
TRAINED = {"plain": 1.0, "classes": 0.4, "p": 0.4}
"""The ways of showing a page in training, and how much each counts."""
PARTINGS = range(8)


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


def collect(ways: Iterable[str]) -> dict[str, list[Row]]:
    """For each way of perturbing the labelled pages in one order: its draft, a row of numbers a unit, and the labels."""
    gold = [
        {**row, "kind": kind}
        for kind in ("scrapinghub", "fundus", "vietnamese")
        for row in load(kind)
        if row.get("text")
    ]
    return {way: [prepare_row(row, way) for row in gold] for way in ways}


def prepare_row(row: Row, way: str) -> Row:
    draft = prepare(perturb(decode(row["bytes"]), WAYS[way]))
    places, numbers, captions = read_box(draft.page, draft.found, draft.headline, draft.headline_unit)
    texts = [draft.page.units[place].text for place in places]
    x = np.zeros((0, len(NAMES)), np.float32) if numbers is None else np.array(numbers, np.float32)
    labels, gold = label(texts, nfc(row["text"])), nfc(row["text"])
    wanted = shingles(gold)
    for table in find_tables(draft.page, places[0], places[-1] + 1) if places else ():
        own = slice(table.start - places[0], table.stop - places[0])
        mine = shingles(" ".join(texts[own]))
        labels[own] = [float(sum((mine & wanted).values()) > 0.5 * sum(mine.values()))] * len(table)
    # What a rule takes for a caption whatever the model says is not shown to it: one page's slide show would teach it otherwise.
    shown = np.array([not (place in captions and is_counted(draft.page, place)) for place in places], np.float64)
    return {**row, "way": way, "draft": draft, "x": x, "y": np.array(labels), "texts": texts, "shown": shown}


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
            xs = xs + NOISE * chance.standard_normal(xs.shape, dtype=np.float32)
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
    weight = np.concatenate([[TRAINED[row["way"]] * np.sqrt(len(text)) for text in row["texts"]] for row in rows])
    weight *= np.concatenate([row["shown"] for row in rows])
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


def check() -> None:
    """Prints what the whole reader makes of pages that its model was not trained on: the means over several partings."""
    pages = collect(WAYS)
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for parting in PARTINGS:
        folds = np.random.default_rng(parting).permutation(len(pages["plain"])) % 5
        for fold in range(5):
            model = fit([row for way in TRAINED for row, of in zip(pages[way], folds, strict=True) if of != fold])

            def score(numbers: Any, model: dict[str, Any] = model) -> list[float]:
                return list(predict(model, numbers))

            for row in (row for rows in pages.values() for row, of in zip(rows, folds, strict=True) if of == fold):
                row["ours"] = as_row(read_draft(row["draft"], url=row.get("url"), score=score))
        for way, rows in pages.items():
            by_kind = {kind: [row for row in rows if row["kind"] == kind] for kind in ("scrapinghub", "fundus")}
            figures = {
                kind: f1([precision_recall(row["text"], body_text(row["ours"])) for row in of])[2]
                for kind, of in by_kind.items()
            }
            found[way].append(figures | score_figures(by_kind["fundus"]))
    print(
        f"{len(pages['plain'])} pages, {len(PARTINGS)} partings in 5 folds; what is perturbed, and the whole reader's figures"
    )
    for way, results in found.items():
        means = {name: np.mean([result[name] for result in results]) for name in results[0]}
        spread = np.std([result["scrapinghub"] for result in results])
        print(
            f"{way:18}",
            " ".join(f"{name} {value:.4f}" for name, value in means.items()),
            f"(scrapinghub ±{spread:.4f})",
        )


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="cross-validate, write nothing")
    chosen = options.parse_args()
    if chosen.check:
        check()
        return
    rows = [row for rows in collect(TRAINED).values() for row in rows]
    print(len(rows), "pages,", sum(len(row["texts"]) for row in rows), "units")
    np.savez_compressed(MODEL, **fit(rows))
    print("wrote", MODEL.name, MODEL.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
