"""Stories as a person would have made them: B-cubed on ViMs and VMDS, mixed, in date order.

``python benchmarks/stories.py`` places straight into ``stories.Index``; ``--held-out`` does so with everything learnt on
the clusters that are not judged; ``--cli`` goes in and out through ``diemtin ingest`` and ``diemtin export``; ``--check``
fails below ``floors.json``. Every figure is a mean over halves of the clusters (how the hidden halves are measured) but
for the lines "whole". ``singles``: of every second cluster one article is kept. ``short``: headline and sapo alone.
``order``: B-cubed between the stories of two orders of arrival within each day.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from articles import find_moment, read_set, to_article
from bcubed import BCubed, bcubed
from diemtin import news
from diemtin.stories import Index, make_features, pairs

NOW = datetime(2026, 11, 1, tzinfo=UTC)
Lines = list[dict[str, Any]]
REPAIR_EVERY = 500


def in_order(lines: Lines, shuffled: int | None = None) -> Lines:
    if shuffled is None:
        return sorted(lines, key=lambda line: (find_moment(line) or NOW, line["id"]))
    dice = random.Random(shuffled)
    return sorted(lines, key=lambda line: ((find_moment(line) or NOW).date(), dice.random()))


def place_all(lines: Lines, *, short: bool = False) -> list[str]:
    """Story of each line, in the order of the lines."""
    numbers = count()
    index = Index(lambda: f"s{next(numbers)}")
    for k, line in enumerate(lines, 1):
        article = to_article(line, short=short)
        index.place(line["id"], make_features(article, news.Told()), find_moment(line) or NOW)
        if k % REPAIR_EVERY == 0:
            index.repair()
    index.repair()
    return [index.story_of(line["id"]) for line in lines]


def ingest_and_export(lines: Lines, *, short: bool = False) -> list[str]:
    """The same through the command line, into a new desk."""
    with tempfile.TemporaryDirectory() as folder:
        path, desk = Path(folder) / "articles.jsonl", Path(folder) / "desk"
        known = ("id", "url", "source", "title", "lead", "text", "date")
        with path.open("w", encoding="utf-8") as out:
            for line in lines:
                kept = {key: line.get(key) for key in known}
                if short:
                    kept["text"] = ""
                out.write(json.dumps(kept, ensure_ascii=False) + "\n")
        command = [sys.executable, "-m", "diemtin.cli"]
        subprocess.run([*command, "ingest", str(path), "--desk", str(desk)], check=True, stdout=subprocess.DEVNULL)
        printed = subprocess.run(
            [*command, "export", "articles", "--desk", str(desk)], check=True, capture_output=True, text=True
        ).stdout
    story = {row["id"]: row["story"] for row in map(json.loads, printed.splitlines())}
    return [story[line["id"]] for line in lines]


def halves(lines: Lines, seed: int) -> tuple[Lines, Lines]:
    names = sorted({line["cluster"] for line in lines})
    random.Random(seed).shuffle(names)
    first = set(names[::2])
    return [line for line in lines if line["cluster"] in first], [
        line for line in lines if line["cluster"] not in first
    ]


def singles(lines: Lines, seed: int) -> Lines:
    """One article of every second cluster, the others whole."""
    names = sorted({line["cluster"] for line in lines})
    random.Random(seed).shuffle(names)
    single, seen, kept = set(names[::2]), set(), []
    for line in lines:
        if line["cluster"] in single and line["cluster"] in seen:
            continue
        seen.add(line["cluster"])
        kept.append(line)
    return kept


def judge(lines: Lines, place: Callable[..., list[str]], *, short: bool = False) -> BCubed:
    ordered = in_order(lines)
    return bcubed([line["cluster"] for line in ordered], place(ordered, short=short))


def mean(scores: Sequence[BCubed]) -> BCubed:
    return BCubed(*(float(value) for value in np.mean(scores, axis=0)))


def measure(name: str, rounds: int, place: Callable[..., list[str]], held_out: bool) -> dict[str, BCubed]:
    lines = read_set(name)
    alone, thinned, short = [], [], []
    for seed in range(rounds):
        for side, half in enumerate(halves(lines, seed)):
            with learnt_without(seed, side) if held_out else nullcontext():
                alone.append(judge(half, place))
                thinned.append(judge(singles(half, seed), place))
                short.append(judge(half, place, short=True))
    found = {"half": mean(alone), "singles": mean(thinned), "short": mean(short)}
    if not held_out:
        found["whole"] = judge(lines, place)
        found["whole singles"] = judge(singles(lines, 0), place)
    return found


@contextmanager
def learnt_without(seed: int, side: int) -> Iterator[None]:
    """The pair model and the background counts as if the judged clusters had never been seen."""
    import train_stories

    divided = {name: halves(read_set(name), seed) for name in ("vims", "vmds")}
    strangers = [line for both in divided.values() for line in both[side]]
    weights, bias = train_stories.learn({name: both[1 - side] for name, both in divided.items()}, strangers, (seed,))
    shipped = pairs._model
    pairs._model = lambda: (weights.astype(np.float32), bias)  # type: ignore[assignment]
    with train_stories.background_without(strangers):
        yield
    pairs._model = shipped


def order_sameness(name: str) -> float:
    lines = in_order(read_set(name))
    first = dict(zip((line["id"] for line in lines), place_all(lines), strict=True))
    scores = []
    for seed in range(3):
        again = in_order(lines, shuffled=seed)
        second = place_all(again)
        scores.append(bcubed([first[line["id"]] for line in again], second).f1)
    return min(scores)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cli", action="store_true")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    place = ingest_and_export if wanted.cli else place_all
    floors = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["stories"]
    low = []
    for name in ("vims", "vmds"):
        found = measure(name, 1 if wanted.cli else wanted.rounds, place, wanted.held_out)
        for what, score in found.items():
            floor = floors.get(f"{name} {what}", 0.0)
            print(f"{name} {what:14} F1 {score.f1:.4f}  P {score.precision:.4f}  R {score.recall:.4f}  floor {floor}")
            if score.f1 < floor:
                low.append(f"{name} {what}")
        if not wanted.cli and not wanted.held_out:
            print(f"{name} order          {order_sameness(name):.4f}")
    if wanted.check and low:
        print(f"below the floor: {', '.join(low)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
