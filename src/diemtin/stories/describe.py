"""A story in its own words: headline, section, first and last report, outlets, what is new since yesterday."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from math import log

from diemtin import news
from diemtin.language.sentences import sentences
from diemtin.language.text import count_syllables, syllables
from diemtin.stories.section import find_section

_SHORT, _LONG = 6, 20
"""Syllables of a good headline: nine tenths of the headlines of ViMs and VMDS lie between."""
_NEW_SENTENCE = 0.35
"""Share of a sentence's syllable pairs that may be known already; above that it tells nothing new."""


@dataclass(frozen=True, slots=True)
class Described:
    """What a story is called and where it stands. ``headline_from`` is the id of the article whose headline it is."""

    title: str
    headline_from: str
    section: str
    first: datetime | None
    last: datetime | None
    outlets: tuple[str, ...]
    new: tuple[tuple[str, str], ...]
    """(article id, sentence) that were not told before yesterday's same hour; newest first, at most five."""


def describe(articles: Sequence[tuple[str, news.Article]], now: datetime) -> Described:
    """``articles`` of one story, (id, article), copies included, in any order; at least one."""
    ordered = sorted(articles, key=lambda pair: (_moment(pair[1]) or now, pair[0]))
    chosen = _choose_headline(ordered)
    moments = [moment for _, article in ordered if (moment := _moment(article)) is not None]
    names = [article.outlet.name or article.outlet.domain for _, article in ordered]
    return Described(
        title=chosen[1].title,
        headline_from=chosen[0],
        section=_choose_section([article for _, article in ordered]),
        first=min(moments, default=None),
        last=max(moments, default=None),
        outlets=tuple(dict.fromkeys(name for name in names if name)),
        new=_find_new(ordered, now - timedelta(days=1)),
    )


def find_headline(articles: Sequence[tuple[str, news.Article]], now: datetime) -> str:
    """Only the title of ``describe``, for whoever knows the rest: a batch touches stories of hundreds of articles."""
    return _choose_headline(sorted(articles, key=lambda pair: (_moment(pair[1]) or now, pair[0])))[1].title


def _moment(article: news.Article) -> datetime | None:
    return article.published.end


def _choose_headline(ordered: Sequence[tuple[str, news.Article]]) -> tuple[str, news.Article]:
    """The headline that says most of what the others say, of a good length, neither shouting nor asking."""
    words = [set(syllables(article.title)) for _, article in ordered]
    known = Counter(word for mine in words for word in mine)
    total = max(sum(known.values()), 1)

    def merit(k: int) -> float:
        title = ordered[k][1].title
        mine = words[k]
        if not mine:
            return -1.0
        said = sum(known[word] for word in mine if len(ordered) == 1 or known[word] > 1) / total
        length = count_syllables(title)
        score = said / log(4 + len(mine))
        if not _SHORT <= length <= _LONG:
            score *= 0.7
        if title.rstrip().endswith(("?", "!", "...", "…")):
            score *= 0.6
        if title.isupper():
            score *= 0.7
        return score

    best = max(range(len(ordered)), key=lambda k: (merit(k), -k))
    return ordered[best]


def _choose_section(articles: Sequence[news.Article]) -> str:
    """The section with most certainty behind it."""
    votes: Counter[str] = Counter()
    for article in articles[:40]:
        code, sure, _ = find_section(article)
        votes[code] += round(sure * 1000)
    return votes.most_common(1)[0][0]


def _find_new(ordered: Sequence[tuple[str, news.Article]], border: datetime) -> tuple[tuple[str, str], ...]:
    """Sentences of articles after the border that tell something that none before it told."""
    old = [article for _, article in ordered if (moment := _moment(article)) is not None and moment < border]
    if not old:
        return ()
    known: set[tuple[str, str]] = set()
    for article in old:
        known |= _pairs(f"{article.title}\n{article.text}")
    found: list[tuple[str, str]] = []
    for article_id, article in ordered:
        moment = _moment(article)
        if moment is None or moment < border:
            continue
        for sentence in sentences(article.text):
            mine = _pairs(sentence)
            if len(mine) >= 8 and len(mine & known) / len(mine) < _NEW_SENTENCE:
                found.append((article_id, sentence))
                known |= mine
                break
    return tuple(reversed(found))[:5]


def _pairs(text: str) -> set[tuple[str, str]]:
    words = syllables(text)
    return set(pairwise(words))
