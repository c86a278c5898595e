"""ROUGE of story summaries on the human summaries of ViMs and VMDS: ``python benchmarks/summaries.py [--grid]``.

Tokens are ``\\w+`` syllables of the lower-case NFC text with diacritics; F1 against each reference, mean over the two,
200 syllables. ROUGE-L is the longest common subsequence of the whole texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path

from diemtin.digest import summary
from diemtin.news import Article, Passage

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def f1(overlap: float, one: int, other: int) -> float:
    return 2 * overlap / (one + other) if one + other else 0.0


def rouge(n: int, one: list[str], other: list[str]) -> float:
    left = Counter(zip(*(one[k:] for k in range(n)), strict=False))
    right = Counter(zip(*(other[k:] for k in range(n)), strict=False))
    return f1(sum((left & right).values()), sum(left.values()), sum(right.values()))


def rouge_l(one: list[str], other: list[str]) -> float:
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for k, theirs in enumerate(other, 1):
            before, row[k] = row[k], before + 1 if word == theirs else max(row[k], row[k - 1])
    return f1(row[-1], len(one), len(other))


def lines(name: str) -> list[dict[str, object]]:
    with gzip.open(EVAL / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def clusters(name: str) -> dict[str, list[tuple[str, Article]]]:
    found: dict[str, list[tuple[str, Article]]] = defaultdict(list)
    for line in sorted(lines(name), key=lambda line: str(line["date"] or "")):
        body = tuple(Passage(text) for text in str(line["text"]).splitlines() if text.strip())
        found[str(line["cluster"])].append((str(line["id"]), Article(str(line["title"]), line["lead"] or None, body)))  # type: ignore[arg-type]
    return found


def score(name: str, length: int = 200, every: int = 1) -> tuple[float, float, float]:
    groups, sums = clusters(name), [0.0, 0.0, 0.0]
    references = lines(f"{name}_summaries")[::every]
    for line in references:
        made = tokens("\n".join(p.sentence for p in summary.compose_summary(groups[str(line["cluster"])], length)))
        for reference in line["summaries"]:  # type: ignore[attr-defined]
            theirs = tokens(reference)
            for k, value in enumerate((rouge(1, made, theirs), rouge(2, made, theirs), rouge_l(made, theirs))):
                sums[k] += value / 2 / len(references)
    return sums[0], sums[1], sums[2]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--grid", action="store_true")
    if parser.parse_args().grid:
        for power in (0.5, 0.7, 0.8, 0.9, 1.0):
            for first in (0.5, 1.5, 3.0, 6.0):
                summary.LENGTH_POWER, summary.FIRST = power, first
                print(power, first, *(f"{x:.3f}" for name in ("vims", "vmds") for x in score(name, every=2)[:2]))
        return
    for name in ("vims", "vmds"):
        print(name, "ROUGE-1/2/L F1:", *(f"{x:.3f}" for x in score(name)))


if __name__ == "__main__":
    main()
