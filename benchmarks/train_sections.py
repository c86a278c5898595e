"""Learns the section classifier: ``python benchmarks/train_sections.py`` (measure) or ``--save`` (on everything).

From: VNTC (2,000 newspaper texts in ten sections), linear machines over hashed syllables and pairs of syllables, learnt
by dual coordinate descent. Measured on every fourth text of each section, learnt on the other three
quarters, background counts too. What is saved holds weights of hashed terms, no text.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np

from articles import read_set
from diemtin import news
from diemtin.stories import classifier
from train_stories import background_without

TOPICS = {
    "Chinh tri Xa hoi": "society",
    "Doi song": "life",
    "Khoa hoc": "science",
    "Kinh doanh": "business",
    "Phap luat": "law",
    "Suc khoe": "health",
    "The gioi": "world",
    "The thao": "sport",
    "Van hoa": "culture",
    "Vi tinh": "technology",
}
"""VNTC's labels in the tree."""


def read_texts() -> list[tuple[news.Article, str]]:
    found = []
    for line in read_set("vntc"):
        title, _, body = line["text"].partition("\n")
        if len(title) > 200:
            title, body = title[:200].rsplit(" ", 1)[0], line["text"]
        found.append((news.Article(title=title, body=(news.Passage(body),), url=line["id"]), TOPICS[line["topic"]]))
    return found


def train(
    vectors: list[tuple[np.ndarray, np.ndarray]], labels: np.ndarray, count: int, cost: float = 1.0, rounds: int = 20
) -> np.ndarray:
    """One linear machine a class against the rest, squared hinge, by dual coordinate descent (Hsieh and others 2008).

    Returns (buckets, classes) weights.
    """
    weights = np.zeros((count, classifier.BUCKETS), dtype=np.float64)
    signs = np.where(labels[None, :] == np.arange(count)[:, None], 1.0, -1.0)
    alphas = np.zeros_like(signs)
    damping = 1 / (2 * cost)
    dice = np.random.default_rng(7)
    for _ in range(rounds):
        for k in dice.permutation(len(vectors)):
            buckets, values = vectors[k]
            margins = weights[:, buckets] @ values
            slopes = signs[:, k] * margins - 1 + damping * alphas[:, k]
            fresh = np.maximum(alphas[:, k] - slopes / (float(values @ values) + damping), 0)
            steps = (fresh - alphas[:, k]) * signs[:, k]
            alphas[:, k] = fresh
            moved = np.flatnonzero(steps)
            if len(moved):
                # Two terms of one text may share a bucket: add.at counts both.
                np.add.at(weights, (moved[:, None], buckets[None, :]), steps[moved, None] * values[None, :])
    return weights.T.astype(np.float32)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--save", action="store_true")
    wanted = parser.parse_args()
    texts = read_texts()
    codes = sorted({code for _, code in texts})
    labels = np.array([codes.index(code) for _, code in texts])
    if wanted.save:
        vectors = [classifier.make_vector(article) for article, _ in texts]
        path = Path(classifier.__file__).parent / "data" / "sections.npz"
        classifier.Weights.rounded(train(vectors, labels, len(codes)), codes).save(path)
        print(f"saved {path.stat().st_size / 1e6:.2f} MB", file=sys.stderr)
        return 0
    held = np.zeros(len(texts), dtype=bool)
    for label in range(len(codes)):
        held[np.flatnonzero(labels == label)[::4]] = True
    with background_without([{"url": texts[k][0].url} for k in np.flatnonzero(held)]):
        return measure(texts, labels, codes, held)


def measure(texts: list[tuple[news.Article, str]], labels: np.ndarray, codes: list[str], held: np.ndarray) -> int:
    kept = np.flatnonzero(~held)
    vectors = [classifier.make_vector(article) for article, _ in texts]
    weights = classifier.Weights.rounded(train([vectors[k] for k in kept], labels[kept], len(codes)), codes)
    begun = time.process_time()
    guesses = [weights.guess(classifier.make_vector(texts[k][0]))[0] for k in np.flatnonzero(held)]
    spent = time.process_time() - begun
    right = np.array([guess == texts[k][1] for guess, k in zip(guesses, np.flatnonzero(held), strict=True)])
    print(
        f"held-back quarter of VNTC: {right.mean():.3f} of {len(right)}; reading and guessing {1000 * spent / len(right):.2f} ms"
    )
    sure = np.array([weights.guess(vectors[k])[1] for k in np.flatnonzero(held)])
    for low, high in ((0, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 1.01)):
        some = (sure >= low) & (sure < high)
        print(f"  says {low} to {high}: {some.sum()} texts, right {right[some].mean():.2f}")
    for label, code in enumerate(codes):
        print(f"  {code:12} {right[labels[held] == label].mean():.3f}")
    floor = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["stories"].get(
        "sections", 0
    )
    return int(right.mean() < floor)


if __name__ == "__main__":
    raise SystemExit(main())
