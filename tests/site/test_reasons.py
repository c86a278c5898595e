"""Why a story stands where it does, in the language of the page."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation

from diemtin.news import Reason
from diemtin.ranking import Promotion, Report, StoryFacts, scores
from diemtin.site.templatetags.news import reason_words

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
_VIETNAMESE = re.compile("[à-ỹđ]")


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("1.240 lượt đọc trong 24 giờ", "reads in 24 h: 1,240"),
        ("5 báo, 3 nguồn độc lập", "outlets: 5, independent sources: 3"),
        ("cùng dòng sự kiện “Bão 13, 100% lạ”", "same thread: “Bão 13, 100% lạ”"),
        ("cùng nhắc Nguyễn Văn A, Trần B", "both name Nguyễn Văn A, Trần B"),
        ("một lý do chưa dịch, 50%", "một lý do chưa dịch, 50%"),
    ],
)
def test_reasons_in_english(words: str, english: str) -> None:
    with translation.override("en"):
        assert reason_words(Reason("x", 1.0, words)) == english
    with translation.override("vi"):
        assert reason_words(Reason("x", 1.0, words)) == words


@pytest.mark.parametrize("age", [timedelta(seconds=20), timedelta(minutes=7), timedelta(hours=5), timedelta(days=2.5)])
def test_every_reason_of_a_front_page_has_its_english(age: timedelta) -> None:
    reports = tuple(Report(f"a{n}", NOW - age, f"bao{n}.vn", "w" if n < 2 else None) for n in range(4))
    kinds = ("focus", "hot", "most_read", "recommended", "hot_video", "multimedia")
    story = StoryFacts("s", "Tít", "world", reports, None, tuple(Promotion(k, 2) for k in kinds), 3, 2000, 5, 1)
    judges = ("focus", "hot", "most_read", "recommended", "video", "multimedia")
    worths = [getattr(scores, f"{name}_worth")(story, NOW) for name in judges]
    worths += [scores.time_worth(NOW - age, NOW), scores.lessened(worths[0], 2)]
    with translation.override("en"):
        told = [reason_words(reason) for worth in worths for reason in worth.reasons]
    assert [words for words in told if _VIETNAMESE.search(words)] == []
