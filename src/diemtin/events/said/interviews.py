"""Interviews printed as questions and answers: where an answer begins, and who gives it.

No verb of speech stands there; what shows it are questions put to somebody ("thưa ông, …?", "Ông đánh giá thế nào …?"),
at least two (one where all have dashes), after a sentence in which one person was heard. An answer begins right after a question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.beings.nouns import Sentence

_ADDRESSED = re.compile(r"\b[Tt]hưa (?:ông|bà|anh|chị|cô|ngài|[Bb]ộ trưởng|[Gg]iáo sư|[Tt]iến sĩ|[Đđ]ại biểu|[A-ZĐ])")
_CALLED = {"ông", "bà", "anh", "chị", "cô", "ngài"}
_ENOUGH = 2
_DASHES = ("-", "–")
_DASHED = 4


def find_answers(sentences: Sequence[Sentence]) -> tuple[int, frozenset[int]]:
    """The index of the first question, and the indices at which answers begin; ``len(sentences)`` where none is asked."""
    asked = [at for at, sentence in enumerate(sentences) if _is_question(sentence)]
    put = [at for at in asked if any(map(_is_put_to_somebody, sentences[_begin(sentences, at) : at + 1]))]
    dashes = sum(1 for sentence in sentences if sentence.text[:1] in _DASHES) >= _DASHED
    if not put or (len(asked) if dashes else len(put)) < _ENOUGH:
        return len(sentences), frozenset()
    first = asked[0] if dashes else put[0]
    after = {at + 1 for at in asked if first <= at < len(sentences) - 1} - set(asked)
    return first, frozenset(at for at in after if _may_answer(sentences[at], dashes))


def _may_answer(sentence: Sentence, dashes: bool) -> bool:
    """Where questions and answers have their dash an answer has one; and it does not speak to "ông" itself."""
    if sentence.passage < 0 or (dashes and sentence.text[:1] not in _DASHES):
        return False
    return not any(chunk.kind == "H" and chunk.text.lower() in _CALLED for chunk in sentence.chunks[:2])


def _begin(sentences: Sequence[Sentence], at: int) -> int:
    """Where the question begins that ends here: at its dash, else at the mark itself."""
    for step in range(at, max(-1, at - 5), -1):
        if sentences[step].text[:1] in _DASHES:
            return step
    return at


def _is_question(sentence: Sentence) -> bool:
    return sentence.passage >= 0 and "q" not in sentence.tags and sentence.text.rstrip().endswith("?")


def _is_put_to_somebody(sentence: Sentence) -> bool:
    if _ADDRESSED.search(sentence.text):
        return True
    near = len(sentence.chunks) if sentence.text[:1] in _DASHES else 6
    return any(chunk.kind == "H" and chunk.text.lower() in _CALLED for chunk in sentence.chunks[:near])
