"""Learns the section classifier: ``python benchmarks/train_sections.py`` (measure) or ``--save`` (on everything).

From: VNTC (2,000 newspaper texts in ten sections), a linear model over hashed syllables and pairs of syllables, trained
by averaged stochastic gradient descent. Measured on every fourth text of each section, trained on the other three
quarters. What is saved holds weights of hashed terms, no text.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import numpy as np

from articles import read_set
from diemtin import news
from diemtin.stories import classifier

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
        found.append((news.Article(title=title, body=(news.Passage(body),)), TOPICS[line["topic"]]))
    return found


def train(
    vectors: list[tuple[np.ndarray, np.ndarray]], labels: np.ndarray, count: int, epochs: int = 12, seed: int = 7
) -> np.ndarray:
    """Softmax regression by AdaGrad with a light pull to zero; (buckets, classes) weights."""
    weights = np.zeros((classifier.BUCKETS, count), dtype=np.float32)
    squares = np.full_like(weights, 1e-3)
    dice = np.random.default_rng(seed)
    for _ in range(epochs):
        for k in dice.permutation(len(vectors)):
            buckets, values = vectors[k]
            scores = values @ weights[buckets]
            scores -= scores.max()
            share = np.exp(scores)
            share /= share.sum()
            share[labels[k]] -= 1
            step = values[:, None] * share + 1e-5 * weights[buckets]
            squares[buckets] += step * step
            weights[buckets] -= 0.2 * step / np.sqrt(squares[buckets])
    return weights


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--save", action="store_true")
    wanted = parser.parse_args()
    texts = read_texts()
    codes = sorted({code for _, code in texts})
    vectors = [classifier.make_vector(article) for article, _ in texts]
    labels = np.array([codes.index(code) for _, code in texts])
    held = np.zeros(len(texts), dtype=bool)
    for label in range(len(codes)):
        held[np.flatnonzero(labels == label)[::4]] = True
    kept = np.flatnonzero(~held)
    weights = classifier.Weights.rounded(train([vectors[k] for k in kept], labels[kept], len(codes)), codes)
    begun = time.process_time()
    guesses = [weights.guess(vectors[k])[0] for k in np.flatnonzero(held)]
    spent = time.process_time() - begun
    right = np.array([guess == texts[k][1] for guess, k in zip(guesses, np.flatnonzero(held), strict=True)])
    print(f"held-back quarter of VNTC: {right.mean():.3f} of {len(right)}; guessing {1000 * spent / len(right):.2f} ms")
    for label, code in enumerate(codes):
        print(f"  {code:12} {right[labels[held] == label].mean():.3f}")
    if wanted.save:
        path = Path(classifier.__file__).parent / "data" / "sections.npz"
        classifier.Weights.rounded(train(vectors, labels, len(codes)), codes).save(path)
        print(f"saved {path.stat().st_size / 1e6:.2f} MB", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
