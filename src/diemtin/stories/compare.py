"""What one outlet changed in another's text, and what a new version changed in the old one."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from diemtin import news
from diemtin.language.sentences import sentences
from diemtin.language.text import syllables

_SAME = 0.6
"""Share of syllables in common over which two sentences are the same one, reworded."""
_MOST_SENTENCES = 400


@dataclass(frozen=True, slots=True)
class Changed:
    """One sentence: ``same``, ``cut`` (only before), ``added`` (only after) or ``reworded`` (before -> after)."""

    what: Literal["same", "cut", "added", "reworded"]
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """``kept`` is the share of the first text's sentences that stand in the second, word for word or reworded."""

    headline_changed: bool
    headline_before: str
    headline_after: str
    changes: tuple[Changed, ...]
    kept: float

    @property
    def cuts(self) -> tuple[str, ...]:
        return tuple(change.before for change in self.changes if change.what == "cut" and change.before)

    @property
    def additions(self) -> tuple[str, ...]:
        return tuple(change.after for change in self.changes if change.what == "added" and change.after)


def compare_copies(origin: news.Article, copy: news.Article) -> Comparison:
    """What the copy's outlet did: headline, cuts, additions, rewordings, in reading order. Also for two versions of one
    article. Case, punctuation and tone placement are no changes."""
    before, after = _split(origin), _split(copy)
    keys_before = [" ".join(syllables(sentence)) for sentence in before]
    keys_after = [" ".join(syllables(sentence)) for sentence in after]
    changes: list[Changed] = []
    matcher = SequenceMatcher(None, keys_before, keys_after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            changes.extend(Changed("same", x, y) for x, y in zip(before[a:b], after[c:d], strict=True))
        else:
            changes.extend(_match_reworded(before[a:b], after[c:d]))
    kept = sum(change.what in ("same", "reworded") for change in changes)
    return Comparison(
        headline_changed=syllables(origin.title) != syllables(copy.title),
        headline_before=origin.title,
        headline_after=copy.title,
        changes=tuple(changes),
        kept=kept / len(before) if before else 1.0,
    )


def _split(article: news.Article) -> list[str]:
    texts = ([article.lead] if article.lead else []) + list(article.paragraphs)
    return [sentence for text in texts for sentence in sentences(text)][:_MOST_SENTENCES]


def _match_reworded(before: list[str], after: list[str]) -> list[Changed]:
    """Pairs sentences that share most syllables, in order; the rest is cut or added."""
    found: list[Changed] = []
    rest = list(after)
    for sentence in before:
        mine = set(syllables(sentence))
        best = next(
            (k for k, other in enumerate(rest) if _share(mine, set(syllables(other))) >= _SAME),
            None,
        )
        if best is None:
            found.append(Changed("cut", sentence, None))
            continue
        found.extend(Changed("added", None, other) for other in rest[:best])
        found.append(Changed("reworded", sentence, rest[best]))
        rest = rest[best + 1 :]
    found.extend(Changed("added", None, other) for other in rest)
    return found


def _share(left: set[str], right: set[str]) -> float:
    return len(left & right) / max(len(left | right), 1)
