"""Scores of a whole neighbourhood at once are those of each pair."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.news import Article, Passage, Told
from diemtin.stories import Index, make_features
from diemtin.stories.pairs import score_all, score_pairs

WORDS = "bão số 13 Quảng Ngãi đổ bộ tàu cá ngư dân cảng mưa lũ cầu trường học sinh giá vàng Hà Nội 40.000 người sơ tán".split()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=3, max_size=60), min_size=2, max_size=12))
def test_all_scores_are_those_of_each_pair(texts: list[list[str]]) -> None:
    numbers = count()
    index = Index(lambda: f"s{next(numbers)}")
    for k, words in enumerate(texts):
        article = Article(" ".join(words[:8]), " ".join(words[3:20]), (Passage(" ".join(words)),))
        index.place(f"a{k}", make_features(article, Told()), datetime(2026, 11, 1, tzinfo=UTC) + timedelta(hours=9 * k))
    rows = index._live.rows
    slots = np.arange(len(texts), dtype=np.int32)
    found = score_all(rows, slots)
    assert found == pytest.approx(found.T)
    for at in range(len(slots) - 1):
        span = (float(rows.early[at]), float(rows.late[at]))
        expected = score_pairs(rows, rows.features(at), rows.norms[at], span, slots[at + 1 :])
        assert found[at, at + 1 :] == pytest.approx(expected, abs=1e-3)
