"""The held-back labels: no figure falls below its floor. Time is measured in ``benchmarks/events.py`` alone."""

from __future__ import annotations

import pytest
from benchmarks import events


@pytest.mark.skipif(not events.EVAL.is_dir(), reason="the evaluation sets are not here (../shared/eval)")
def test_figures_stay_above_their_floors() -> None:
    scores, _ = events.measure("held")
    assert events.below_floors(events.figures_of(scores.values())) == []
