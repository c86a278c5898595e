"""Learns what ``stories`` knows before its first article: ``python benchmarks/train_stories.py [--save] [--counts]``.

Without flags it measures by cross-validation: the clusters of each set are halved, everything is learnt on one half and
judged on the other by offline average linkage, for several borders. ``--counts`` writes ``data/background.npz``
(document counts of hashed terms, of terms in at least three texts); ``--save`` learns the pair model on everything and
writes ``data/pair_model.json``.

An article must meet the counts as a stranger, as it will in life: the pairs of a part of the clusters are described with
background counts to which that part did not contribute (``background_without``).
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from articles import find_moment, read_set, read_texts_for_counts, to_article
from bcubed import bcubed
from diemtin import news, stories
from diemtin.stories import background, classifier, features, pairs, rows, signs, terms
from diemtin.stories.features import make_features
from diemtin.stories.linkage import group_by_average
from diemtin.stories.live import to_hours
from diemtin.stories.rows import Rows

DATA = Path(stories.__file__).parent / "data"
SHAPES = ("full", "short", "no_lead", "mixed")
"""How much of each article is left: all; headline and sapo; headline and body; each article in one of these ways or
with its body cut to a third."""
SETS = ("vims", "vmds")
STRANGERS = 1.0
"""Single articles mixed in, as a share of the articles of a part."""
LEAST = 3
"""Terms of fewer texts are not kept: they weigh as much as unknown ones."""
Lines = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class World:
    """All pairs of a part of one set in one shape."""

    name: str
    shape: str
    clusters: np.ndarray
    inputs: np.ndarray
    """(articles, articles, inputs)"""


def find_terms(article: news.Article) -> np.ndarray:
    words = terms.read_words(f"{article.title}\n{article.text}")
    return np.unique(np.concatenate((terms.single_terms(words), terms.pair_terms(words), terms.name_terms(words))))


@cache
def all_terms() -> tuple[tuple[str | None, np.ndarray], ...]:
    """(id in a set or None, terms) of every text that is counted."""
    return tuple((article.url, find_terms(article)) for article in read_texts_for_counts())


def count_without(left_out: set[str]) -> tuple[np.ndarray, int]:
    counts = np.zeros(1 << terms.TERM_BITS, dtype=np.float32)
    texts = 0
    for url, found in all_terms():
        if url not in left_out:
            counts[found] += 1
            texts += 1
    counts[counts < LEAST] = 0
    return counts, texts


@contextmanager
def background_without(left_out: Lines) -> Iterator[None]:
    """As if these articles had never been counted."""
    counts, texts = count_without({line["url"] for line in left_out})
    weights = np.log((texts + 1) / (counts + 0.5)).astype(np.float32)
    weights[0] = 0
    rows.background = lambda: (counts, texts)  # type: ignore[assignment]
    for module in (rows, features, signs, classifier):
        module.background_idf = lambda: weights  # type: ignore[attr-defined]
    signs.name_weight.cache_clear()
    try:
        yield
    finally:
        rows.background = background.background
        for module in (rows, features, signs, classifier):
            module.background_idf = background.background_idf  # type: ignore[attr-defined]
        signs.name_weight.cache_clear()


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


def build_world(name: str, lines: Lines, shape: str, seed: int = 5) -> World:
    """To be called within ``background_without(lines)``."""
    dice = random.Random(seed)
    live = Rows()
    made = [make_features(reshape(to_article(line), shape, dice), news.Told()) for line in lines]
    spans: list[tuple[float, float]] = []
    for line, one in zip(lines, made, strict=True):
        moment = find_moment(line)
        spans.append((to_hours(moment),) * 2 if moment else (-math.inf, math.inf))
        live.add(one, spans[-1])
    slots = np.arange(len(lines), dtype=np.int32)
    inputs = np.stack([pairs.describe_pairs(live, one, live.norms[k], spans[k], slots) for k, one in enumerate(made)])
    clusters = np.unique([line["cluster"] for line in lines], return_inverse=True)[1]
    return World(name, shape, clusters, inputs)


def build_worlds(parts: dict[str, Lines], left_out: Lines) -> list[World]:
    """Each part with strangers mixed in, so that most articles of a day are of other stories, as in a real feed."""
    strangers = {name: add_strangers(lines) for name, lines in parts.items()}
    with background_without([*left_out, *(line for lines in strangers.values() for line in lines)]):
        return [
            build_world(name, [*lines, *strangers[name]], shape) for name, lines in parts.items() for shape in SHAPES
        ]


def add_strangers(lines: Lines, share: float = STRANGERS, seed: int = 11) -> list[dict[str, Any]]:
    """Texts of VNTC as single articles of the same days."""
    dice = random.Random(seed + len(lines))
    dates = [line["date"] for line in lines if line["date"]]
    found = []
    for line in dice.sample(read_set("vntc"), round(share * len(lines))):
        title, _, body = line["text"].partition("\n")
        if len(title) > 160:
            title, body = line["text"][:90].rsplit(" ", 1)[0], line["text"]
        lead, _, rest = body.partition("\n")
        if not 60 < len(lead) < 400:
            lead, rest = "", body
        known = {"id": line["id"], "url": line["id"], "cluster": line["id"], "source": line["source"]}
        found.append({**known, "title": title, "lead": lead, "text": rest, "date": dice.choice(dates)})
    return found


def halve(lines: Lines, seed: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """By clusters."""
    names = sorted({line["cluster"] for line in lines})
    random.Random(seed).shuffle(names)
    first = set(names[::2])
    inside = [line for line in lines if line["cluster"] in first]
    return inside, [line for line in lines if line["cluster"] not in first]


def choose_pairs(world: World) -> tuple[np.ndarray, np.ndarray]:
    """Every pair that tells the same, and the others that share something: what placing has to decide between."""
    left, right = np.triu_indices(len(world.clusters), 1)
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


def learn(parts: dict[str, Lines], left_out: Lines = (), seeds: Sequence[int] = (0, 1)) -> tuple[np.ndarray, float]:
    """One model from these lines by set; each half of them is described with counts from the other half alone.

    Every world weighs the same, whatever its number of pairs, and so does its side of equal pairs.
    """
    inputs, truths, weights = [], [], []
    for seed in seeds:
        divided = {name: halve(lines, 100 + seed) for name, lines in parts.items()}
        for side in (0, 1):
            half = {name: both[side] for name, both in divided.items()}
            strangers = [line for lines in half.values() for line in lines] + list(left_out)
            for world in build_worlds(half, strangers):
                described, same = choose_pairs(world)
                inputs.append(described)
                truths.append(same)
                weights.append(np.where(same, 600 / same.sum(), 1400 / (~same).sum()))
    return fit(np.concatenate(inputs), np.concatenate(truths), np.concatenate(weights) / len(seeds))


def thin(world: World, seed: int) -> np.ndarray:
    """One article of every second cluster, all of the others: half the groups are single articles."""
    names = np.unique(world.clusters)
    np.random.default_rng(seed).shuffle(names)
    single, seen, kept = set(names[::2].tolist()), set(), []
    for k, cluster in enumerate(world.clusters.tolist()):
        if cluster in single and cluster in seen:
            continue
        seen.add(cluster)
        kept.append(k)
    return np.array(kept)


def judge(world: World, chosen: np.ndarray, model: tuple[np.ndarray, float], borders: Sequence[float]) -> list[float]:
    inputs = world.inputs[np.ix_(chosen, chosen)]
    scores = inputs @ model[0] + model[1]
    scores = np.clip((scores + scores.T) / 2, -12, 12).astype(np.float32)
    scores[inputs[:, :, 12] * 10 > pairs.FAR_DAYS] = -12
    truth = world.clusters[chosen].tolist()
    return [bcubed(truth, group_by_average(scores, range(len(chosen)), (), border).tolist()).f1 for border in borders]


def cross_validate(rounds: int) -> None:
    borders = [-2, -1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5]
    found: dict[str, list[list[float]]] = {}
    for seed in range(rounds):
        divided = {name: halve(read_set(name), seed) for name in SETS}
        for side in (0, 1):
            judged = {name: both[side] for name, both in divided.items()}
            strangers = [line for lines in judged.values() for line in lines]
            model = learn({name: both[1 - side] for name, both in divided.items()}, strangers, (seed,))
            for world in build_worlds(judged, strangers):
                every = np.arange(len(world.clusters))
                alone = every[: len(judged[world.name])]
                found.setdefault(f"{world.name} {world.shape}", []).append(judge(world, alone, model, borders))
                if world.shape != "mixed":
                    strange = f"{world.name} {world.shape} + strangers"
                    found.setdefault(strange, []).append(judge(world, every, model, borders))
                if world.shape == "full":
                    few = np.intersect1d(thin(world, seed), alone)
                    found.setdefault(f"{world.name} singles", []).append(judge(world, few, model, borders))
    print(f"{'border':26}", *(f"{border:6.2f}" for border in borders))
    total = np.zeros(len(borders))
    for name, results in found.items():
        means = np.mean(results, axis=0)
        total += means / len(found)
        print(f"{name:26}", *(f"{mean:6.3f}" for mean in means), f"  worst {np.min(results, axis=0).max():.3f}")
    print(f"{'mean':26}", *(f"{mean:6.4f}" for mean in total))


def save_counts() -> None:
    counts, texts = count_without(set())
    kept = np.flatnonzero(counts)
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
    if wanted.save:
        weights, bias = learn({name: read_set(name) for name in SETS}, seeds=range(3))
        named = {name: round(float(weight), 4) for name, weight in zip(pairs.INPUTS, weights, strict=True)}
        text = json.dumps({"bias": round(bias, 4), "weights": named}, indent=1)
        (DATA / "pair_model.json").write_text(text + "\n", encoding="utf-8")
        print(text)
        return 0
    cross_validate(wanted.rounds)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
