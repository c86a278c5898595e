"""Summaries say nothing that no article says, in the length that was asked for, once."""

from __future__ import annotations

from pathlib import Path

import pytest

from diemtin.digest import compose_summary
from diemtin.language.text import count_syllables
from diemtin.news import Article, Passage

STORM = [
    (
        "a",
        Article(
            "Bão vào bờ",
            "Rạng sáng 18/11, bão số 13 đổ bộ vào bờ biển Sa Huỳnh với sức gió mạnh cấp 12.",
            (
                Passage("Theo cơ quan khí tượng, bão số 13 đổ bộ vào bờ biển Sa Huỳnh lúc 3 giờ sáng."),
                Passage("Một người dân kể lại rằng mái tôn nhà ông bay mất trong đêm."),
            ),
        ),
    ),
    (
        "b",
        Article(
            "Sau bão",
            "Bão số 13 đổ bộ vào bờ biển Sa Huỳnh làm 2.000 ngôi nhà bị tốc mái và bảy người chết.",
            (Passage("Đến trưa, lực lượng chức năng đã khôi phục điện cho 40.000 hộ dân trong vùng bão."),),
        ),
    ),
]


def test_sentences_are_as_printed_and_name_their_article() -> None:
    printed = {key: article.text for key, article in STORM}
    picked = compose_summary(STORM, 60)
    assert picked
    assert all(one.sentence in printed[one.article] for one in picked)
    assert sum(count_syllables(one.sentence) for one in picked) <= 60
    assert len({one.sentence for one in picked}) == len(picked)


def test_what_both_articles_say_comes_before_what_one_remembers() -> None:
    picked = " ".join(one.sentence for one in compose_summary(STORM, 45))
    assert "Sa Huỳnh" in picked
    assert "mái tôn nhà ông" not in picked


def test_nothing_fits_into_nothing() -> None:
    assert compose_summary(STORM, 3) == ()
    assert compose_summary([], 100) == ()
    assert compose_summary([("a", Article("Chỉ có tiêu đề"))], 100) == ()


def test_floors_on_human_summaries(shared: Path) -> None:
    if not (shared / "eval").exists():
        pytest.skip("no evaluation sets beside the repository")
    from benchmarks.summaries import score

    vims, vmds = score("vims", every=4), score("vmds", every=4)
    assert vims[0] > 0.52
    assert vmds[0] > 0.50
