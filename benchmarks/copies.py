"""Copies found and not invented: ``python benchmarks/copies.py [--list N]``.

Found: pairs made of real articles of ViMs and VMDS, the second one cut to half, under another headline, with sentences of
another article added, with tone marks moved, in decomposed letters, in capitals, and four of these at once (then hardly
half of the copy is the old text; no floor). Recall is the share whose second article is placed as a copy of the first,
among all other articles of the set. Not invented: pairs of different articles that are called copies, with the share of
the shorter one's 5-syllable shingles that stand in the longer one, printed with ``--list`` to be read.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from articles import find_moment, read_set, to_article
from diemtin import news
from diemtin.language.sentences import sentences
from diemtin.stories import Index, make_features

NOW = datetime(2026, 11, 1, tzinfo=UTC)
MOVED = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
Change = Callable[[news.Article, news.Article, random.Random], news.Article]


def passages(texts: list[str]) -> tuple[news.Passage, ...]:
    return tuple(news.Passage(text) for text in texts)


def map_text(article: news.Article, change: Callable[[str], str]) -> news.Article:
    return replace(
        article,
        title=change(article.title),
        lead=change(article.lead) if article.lead else None,
        body=passages([change(text) for text in article.paragraphs]),
    )


def cut_half(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    kept = [sentence for text in article.paragraphs for sentence in sentences(text)]
    half = kept[: max(1, len(kept) // 2)] if dice.random() < 0.7 else kept[len(kept) // 2 :]
    return replace(article, body=passages(half))


def new_headline(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    return replace(article, title=other.title, lead=None if dice.random() < 0.5 else article.lead)


def add_sentences(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    texts = list(article.paragraphs)
    extra = [sentence for text in other.paragraphs for sentence in sentences(text)]
    for sentence in dice.sample(extra, min(len(extra), 3)):
        texts.insert(dice.randrange(len(texts) + 1), sentence)
    return replace(article, body=passages(texts))


def move_tones(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    pattern = re.compile(rf"(?<!q)({'|'.join([*MOVED, *MOVED.values()])})(?!\w)")
    other_way = MOVED | {old: new for new, old in MOVED.items()}
    return map_text(article, lambda text: pattern.sub(lambda match: other_way[match.group()], text))


def decompose(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    return map_text(article, lambda text: unicodedata.normalize("NFD", text))


def shout(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    return map_text(article, lambda text: text.upper().replace(",", " ,"))


def everything(article: news.Article, other: news.Article, dice: random.Random) -> news.Article:
    for change in (cut_half, new_headline, add_sentences, decompose):
        article = change(article, other, dice)
    return article


CHANGES: dict[str, Change] = {
    "cut to half": cut_half,
    "new headline": new_headline,
    "sentences added": add_sentences,
    "tone marks moved": move_tones,
    "decomposed": decompose,
    "capitals": shout,
    "half, headline, added, decomposed": everything,
}


def measure_recall(name: str, change: Change, seed: int = 3) -> tuple[int, int]:
    """(found, asked): the changed copies of every third article come after the whole set."""
    dice = random.Random(seed)
    lines = read_set(name)
    numbers = count()
    index = Index(lambda: f"s{next(numbers)}")
    articles = {line["id"]: to_article(line) for line in lines}
    when = {line["id"]: find_moment(line) or NOW for line in lines}
    for line in lines:
        index.place(line["id"], make_features(articles[line["id"]], news.Told()), when[line["id"]])
    found = asked = 0
    for line in lines[::3]:
        article = articles[line["id"]]
        other = articles[dice.choice(lines)["id"]]
        copy = replace(change(article, other, dice), outlet=news.Outlet(domain="copy.example"))
        placed = index.place(f"copy-{line['id']}", make_features(copy, news.Told()), when[line["id"]])
        asked += 1
        group = index.wire_group(line["id"])
        found += placed.wire_group is not None and placed.wire_group == group
    return found, asked


def shingles(article: news.Article) -> set[tuple[str, ...]]:
    from diemtin.language.text import syllables

    words = syllables(article.text)
    return {tuple(words[k : k + 5]) for k in range(len(words) - 4)}


def list_copies(name: str, limit: int) -> int:
    lines = sorted(read_set(name), key=lambda line: (find_moment(line) or NOW, line["id"]))
    numbers = count()
    index = Index(lambda: f"s{next(numbers)}")
    articles = {line["id"]: to_article(line) for line in lines}
    found = []
    for line in lines:
        placed = index.place(line["id"], make_features(articles[line["id"]], news.Told()), find_moment(line) or NOW)
        if placed.copy_of:
            mine, theirs = shingles(articles[line["id"]]), shingles(articles[placed.copy_of])
            share = len(mine & theirs) / max(min(len(mine), len(theirs)), 1)
            found.append((share, line["id"], placed.copy_of))
    found.sort()
    for share, copy, origin in found[:limit]:
        print(f"{share:.2f} | {articles[copy].title[:80]} | {articles[origin].title[:80]}")
    low = sum(share < 0.4 for share, _, _ in found)
    print(f"{name}: {len(found)} of {len(lines)} called copies; {low} share less than .4 of the shorter text")
    return low


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=int, default=0)
    wanted = parser.parse_args()
    worst = 1.0
    for what, change in CHANGES.items():
        scores = [measure_recall(name, change) for name in ("vims", "vmds")]
        found, asked = sum(score[0] for score in scores), sum(score[1] for score in scores)
        if change is not everything:
            worst = min(worst, found / asked)
        print(f"{what:36} recall {found / asked:.4f} of {asked}")
    low = sum(list_copies(name, wanted.list) for name in ("vims", "vmds"))
    return int(worst < 0.99 or low > 0)


if __name__ == "__main__":
    raise SystemExit(main())
