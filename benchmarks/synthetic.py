"""The one generator of synthetic loads: ``python benchmarks/synthetic.py 100000 > load.jsonl``.

Seeded: the same arguments give the same bytes. Words are drawn from a vocabulary of 120,000 invented words of one or two
Vietnamese-like syllables with Zipf's distribution (exponent 1, the first ranks flattened as in running text). Of the
articles ``SINGLE`` stand alone, the others belong to stories of two to sixty articles (Zipf again) within three days;
``COPIED`` of a story's articles are copies of its first one (whole, cut to half, or with a paragraph added) under another
headline. Outlets are 300, their shares Zipf-like. An article of a story takes a quarter of its words from the story's
own forty. Lines are those of DESIGN §4 with ``cluster`` and ``copied`` added: the truth.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

VOCABULARY = 120_000
OUTLETS = 300
SINGLE = 0.5
COPIED = 0.3
OWN_WORDS = 0.25
ZIPF = 1.8
LARGEST = 60
"""Sizes of stories of several articles."""
START = datetime(2026, 1, 5, tzinfo=UTC)

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng nh p ph qu r s t th tr v x".split()
_RIMES = (
    "a an ang anh ao au ac at am ai ay âu ân âng ây ăn ăng ăm ăt e em en eo et ê ên êu êm êt i in inh iên iêu iêm iêt ia "
    "o on ong oi om ot oa oan oang oai ô ôn ông ôi ôm ôt ơ ơn ơi ơm ơt u un ung ui um ut ua uôn uông uôi uôm uôt uy uyên ư "
    "ưng ươn ương ươi ươm ươt ưa ưu ưt"
).split()
_TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")


@dataclass(frozen=True)
class Load:
    """What to make: how many articles, how many a day, how long they are, and the seed."""

    articles: int
    per_day: int = 50_000
    words: int = 260
    seed: int = 1


def make_vocabulary(dice: np.random.Generator) -> np.ndarray:
    """Words by rank, the commonest first; the short ones come first, as in any language."""
    from unicodedata import normalize

    syllables = []
    for onset in _ONSETS:
        for rime in _RIMES:
            for tone in _TONES:
                marked = [k for k, letter in enumerate(rime) if letter in "ăâêôơư"]
                at = marked[-1] if marked else next(k for k, letter in enumerate(rime) if letter in "aeiouy")
                syllables.append(normalize("NFC", onset + rime[: at + 1] + tone + rime[at + 1 :]))
    order = dice.permutation(len(syllables))
    ones = [syllables[k] for k in order[:6000]]
    pairs: dict[str, None] = {}
    while len(pairs) < VOCABULARY - len(ones):
        left, right = dice.integers(0, len(ones), (2, VOCABULARY))
        for a, b in zip(left.tolist(), right.tolist(), strict=True):
            pairs[f"{ones[a]} {ones[b]}"] = None
    return np.array((ones + list(pairs))[:VOCABULARY], dtype=object)


class Generator:
    """Makes the articles of a load, in order of time."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.dice = np.random.default_rng(load.seed)
        self.vocabulary = make_vocabulary(self.dice)
        shares = 1 / (np.arange(VOCABULARY) + 2.7)
        self.summed = np.cumsum(shares / shares.sum())
        outlets = 1 / (np.arange(OUTLETS) + 5)
        self.outlets = np.cumsum(outlets / outlets.sum())

    def __iter__(self) -> Iterator[dict[str, Any]]:
        seconds = 86_400 / self.load.per_day
        waiting: list[tuple[int, dict[str, Any]]] = []
        made = 0
        story = 0
        alone = self._single_share()
        while made < self.load.articles:
            at = made + len(waiting)
            size = 1 if self.dice.random() < alone else min(int(self.dice.zipf(ZIPF)) + 1, LARGEST)
            for when, line in self._make_story(story, size, at):
                waiting.append((when, line))
            story += 1
            if len(waiting) > 20_000 or at >= self.load.articles:
                waiting.sort(key=lambda pair: pair[0])
                # Only the older half is out of reach of what is still to come.
                ready, waiting = waiting[: len(waiting) // 2 + 1], waiting[len(waiting) // 2 + 1 :]
                for _, line in ready:
                    if made == self.load.articles:
                        return
                    line["id"] = f"{self.load.seed}-{made}"
                    line["url"] = f"https://{line['source']}/tin/{made}.html"
                    line["date"] = (START + timedelta(seconds=made * seconds)).isoformat(timespec="seconds")
                    made += 1
                    yield line

    def _single_share(self) -> float:
        """Share of stories of one article that makes ``SINGLE`` of the articles stand alone."""
        ranks = np.arange(1, 1_000_000, dtype=np.float64)
        shares = ranks**-ZIPF / (ranks**-ZIPF).sum()
        size = float((shares * np.minimum(ranks + 1, LARGEST)).sum())
        return SINGLE / (SINGLE + (1 - SINGLE) / size)

    def _draw(self, count: int) -> np.ndarray:
        found: np.ndarray = self.vocabulary[np.searchsorted(self.summed, self.dice.random(count))]
        return found

    def _make_story(self, story: int, size: int, at: int) -> Iterator[tuple[int, dict[str, Any]]]:
        own = self.vocabulary[self.dice.integers(2000, VOCABULARY, 40)]
        names = [word.title() for word in own[:6]]
        number = int(self.dice.integers(10, 9999))
        first: dict[str, Any] | None = None
        spread = min(self.load.per_day * 2, 15_000)
        for k in range(size):
            when = at if k == 0 else at + int(self.dice.exponential(spread / 4))
            line = self._write(own, names, number)
            line["cluster"], line["copied"] = f"{self.load.seed}-{story}", None
            if first is not None and self.dice.random() < COPIED:
                line["text"] = self._copy(first["text"], line["text"])
                line["lead"], line["copied"] = first["lead"], True
            first = first or line
            yield when, line

    def _copy(self, text: str, other: str) -> str:
        paragraphs = text.split("\n")
        how = self.dice.integers(0, 3)
        if how == 1:
            paragraphs = paragraphs[: max(1, len(paragraphs) // 2)]
        if how == 2:
            paragraphs.append(other.split("\n")[0])
        return "\n".join(paragraphs)

    def _write(self, own: np.ndarray, names: list[str], number: int) -> dict[str, Any]:
        count = self.load.words + 40
        words = self._draw(count)
        from_story = np.flatnonzero(self.dice.random(count) < OWN_WORDS)
        words[from_story] = own[self.dice.integers(0, len(own), len(from_story))]
        for place in self.dice.integers(0, count, 8).tolist():
            words[place] = names[place % len(names)]
        words[int(self.dice.integers(0, count))] = str(number)
        title = " ".join(words[:8]).capitalize()
        lead = " ".join(words[8:40]).capitalize() + "."
        body = []
        for begin in range(40, count, 60):
            chunk = words[begin : begin + 60].tolist()
            body.append(" ".join(chunk[:25]).capitalize() + ". " + " ".join(chunk[25:]).capitalize() + ".")
        outlet = int(np.searchsorted(self.outlets, self.dice.random()))
        return {
            "id": "",
            "url": "",
            "source": f"bao{outlet}.example",
            "title": title,
            "lead": lead,
            "text": "\n".join(body),
            "date": "",
        }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("--per-day", type=int, default=50_000)
    parser.add_argument("--words", type=int, default=260)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    for line in Generator(Load(wanted.articles, wanted.per_day, wanted.words, wanted.seed)):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
