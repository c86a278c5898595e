"""Learns what ``stories`` knows before its first article: ``python benchmarks/train_stories.py [--save] [--counts]``.

Without flags it measures by cross-validation: the clusters of each set are halved, the pair model and nothing else is
learnt on one half and judged on the other by offline average linkage, for several borders. ``--save`` learns on
everything and writes ``data/pair_model.json``; ``--counts`` writes ``data/background.npz`` (document counts of hashed
terms, of terms in at least three texts).
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from articles import find_moment, read_set, read_texts_for_counts, to_article
from bcubed import bcubed

from diemtin import news, stories
from diemtin.stories import pairs, terms
from diemtin.stories.features import make_features
from diemtin.stories.index import to_hours
from diemtin.stories.linkage import group_by_average
from diemtin.stories.rows import Rows

DATA = Path(stories.__file__).parent / "data"
SHAPES = ("full", "short", "no_lead", "mixed")
"""How much of each article is left: all; headline and sapo; headline and body; each article in one of these ways or
with its body cut to a third."""


@dataclass(frozen=True)
class World:
    """All pairs of one set in one shape."""

    name: str
    shape: str
    clusters: np.ndarray
    inputs: np.ndarray
    """(articles, articles, inputs)"""


def reshape(article: news.Article, shape: str, dice: random.Random) -> news.Article:
    if shape == "mixed":
        shape = dice.choice(("full", "short", "no_lead", "third"))
    if shape == "short" and article.lead:
        return replace(article, body=())
    if shape == "no_lead":
        return replace(article, lead=None)
    if shape == "third":
        words = "\n".join(article.paragraphs).split(" ")
        return replace(article, body=(news.Passage(" ".join(words[: len(words) // 3])),))
    return article


def build_world(name: str, shape: str, seed: int = 5) -> World:
    lines = read_set(name)
    dice = random.Random(seed)
    rows = Rows()
    outlets: dict[str, int] = {}
    made = [make_features(reshape(to_article(line), shape, dice), news.Told()) for line in lines]
    hours: list[float] = []
    for line, features in zip(lines, made, strict=True):
        moment = find_moment(line)
        hours.append(to_hours(moment) if moment else float("nan"))
        rows.add(features, hours[-1], outlets.setdefault(features.outlet, len(outlets) + 1))
    slots = np.arange(len(lines), dtype=np.int32)
    inputs = np.stack(
        [
            pairs.describe_pairs(rows, features, rows.norms[k], hours[k], int(rows.outlet[k]), slots)
            for k, features in enumerate(made)
        ]
    )
    clusters = np.unique([line["cluster"] for line in lines], return_inverse=True)[1]
    return World(name, shape, clusters, inputs)


def choose_pairs(world: World, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Every pair that tells the same, and the others that share something: what placing has to decide between."""
    left, right = np.triu_indices(len(chosen), 1)
    left, right = chosen[left], chosen[right]
    inputs = world.inputs[left, right]
    same = world.clusters[left] == world.clusters[right]
    kept = same | (inputs[:, 0] > 0.015) | (inputs[:, 2] > 0.02)
    return inputs[kept], same[kept]


def fit(inputs: np.ndarray, same: np.ndarray, weights: np.ndarray, pull: float = 0.1) -> tuple[np.ndarray, float]:
    """Logistic regression by Newton's method, inputs standardised, pulled to zero."""
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    design = np.hstack(((inputs - mean) / spread, np.ones((len(inputs), 1)))).astype(np.float64)
    truth = same.astype(np.float64)
    found = np.zeros(design.shape[1])
    penalty = np.diag([pull] * (design.shape[1] - 1) + [1e-6])
    for _ in range(40):
        share = 1 / (1 + np.exp(-np.clip(design @ found, -30, 30)))
        slope = design.T @ (weights * (share - truth)) + penalty @ found
        bend = (design * (weights * share * (1 - share))[:, None]).T @ design + penalty
        step = np.linalg.solve(bend, slope)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = found[:-1] / spread
    return plain, float(found[-1] - plain @ mean)


def learn(worlds: Sequence[World], chosen: dict[str, np.ndarray]) -> tuple[np.ndarray, float]:
    """One model; every world weighs the same, whatever its number of pairs."""
    parts = [choose_pairs(world, chosen[world.name]) for world in worlds]
    weights = np.concatenate([np.full(len(same), 2000 / len(same)) for _, same in parts])
    return fit(
        np.concatenate([inputs for inputs, _ in parts]), np.concatenate([same for _, same in parts]), weights
    )


def halve(world: World, seed: int) -> tuple[np.ndarray, np.ndarray]:
    names = np.unique(world.clusters)
    np.random.default_rng(seed).shuffle(names)
    first = np.isin(world.clusters, names[::2])
    return np.flatnonzero(first), np.flatnonzero(~first)


def thin(world: World, chosen: np.ndarray, seed: int) -> np.ndarray:
    """One article of every second cluster, all of the others: half the groups are single articles."""
    names = np.unique(world.clusters[chosen])
    np.random.default_rng(seed).shuffle(names)
    single, seen, kept = set(names[::2].tolist()), set(), []
    for k in chosen.tolist():
        cluster = int(world.clusters[k])
        if cluster in single and cluster in seen:
            continue
        seen.add(cluster)
        kept.append(k)
    return np.array(kept)


def judge(world: World, chosen: np.ndarray, model: tuple[np.ndarray, float], borders: Sequence[float]) -> list[float]:
    scores = world.inputs[np.ix_(chosen, chosen)] @ model[0] + model[1]
    scores = np.clip((scores + scores.T) / 2, -12, 12).astype(np.float32)
    scores[world.inputs[np.ix_(chosen, chosen)][:, :, 12] * 10 > pairs.FAR_DAYS] = -12
    truth = world.clusters[chosen].tolist()
    return [
        bcubed(truth, group_by_average(scores, range(len(chosen)), (), border).tolist()).f1 for border in borders
    ]


def cross_validate(worlds: Sequence[World], rounds: int) -> None:
    borders = [-2.5, -2, -1.5, -1.25, -1, -0.75, -0.5, -0.25, 0, 0.5, 1]
    found: dict[str, list[list[float]]] = {}
    for seed in range(rounds):
        halves = {world.name: halve(world, seed) for world in worlds}
        for side in (0, 1):
            model = learn(worlds, {name: half[side] for name, half in halves.items()})
            for world in worlds:
                other = halves[world.name][1 - side]
                found.setdefault(f"{world.name} {world.shape}", []).append(judge(world, other, model, borders))
                if world.shape == "full":
                    few = thin(world, other, seed)
                    found.setdefault(f"{world.name} singles", []).append(judge(world, few, model, borders))
    print(f"{'border':16}", *(f"{border:6.1f}" for border in borders))
    total = np.zeros(len(borders))
    for name, results in found.items():
        means = np.mean(results, axis=0)
        total += means / len(found)
        print(f"{name:16}", *(f"{mean:6.3f}" for mean in means), f"  worst {np.min(results, axis=0).max():.3f}")
    print(f"{'mean':16}", *(f"{mean:6.4f}" for mean in total))


def save_counts() -> None:
    counts = np.zeros(1 << terms.TERM_BITS, dtype=np.int64)
    texts = 0
    for article in read_texts_for_counts():
        words = terms.read_words(f"{article.title}\n{article.text}")
        found = (terms.single_terms(words), terms.pair_terms(words), terms.name_terms(words))
        counts[np.unique(np.concatenate(found))] += 1
        texts += 1
    kept = np.flatnonzero(counts >= 3)
    gaps = np.diff(np.concatenate(([0], kept))).astype(np.uint16)
    np.savez_compressed(
        DATA / "background.npz", gaps=gaps, counts=counts[kept].astype(np.uint16), documents=np.int32(texts)
    )
    print(f"{texts} texts, {len(kept)} terms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--save", action="store_true", help="learn on everything and write the pair model")
    parser.add_argument("--counts", action="store_true", help="write the background counts")
    parser.add_argument("--rounds", type=int, default=4)
    wanted = parser.parse_args()
    if wanted.counts:
        save_counts()
        return 0
    worlds = [build_world(name, shape) for name in ("vims", "vmds") for shape in SHAPES]
    if wanted.save:
        weights, bias = learn(worlds, {world.name: np.arange(len(world.clusters)) for world in worlds})
        named = {name: round(float(weight), 4) for name, weight in zip(pairs.INPUTS, weights, strict=True)}
        text = json.dumps({"bias": round(bias, 4), "weights": named}, indent=1)
        (DATA / "pair_model.json").write_text(text + "\n", encoding="utf-8")
        print(text)
        return 0
    cross_validate(worlds, wanted.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
