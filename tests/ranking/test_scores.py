"""The sentences of the published formula, each on a story made for it."""

from __future__ import annotations

from datetime import timedelta

from diemtin.ranking import Promotion, scores
from diemtin.ranking.facts import Report, StoryFacts
from tests.ranking.days import NOW, story


def signs(worth: scores.Worth) -> dict[str, str]:
    return {reason.sign: reason.words for reason in worth.reasons}


def test_copies_of_one_agency_text_are_one_voice() -> None:
    copies = story("copies", 5, 4, 3, 2, wire="xxxx")
    own = story("own", 5, 4, 3, 2)
    assert (copies.outlets, copies.voices) == (4, 1)
    assert (own.outlets, own.voices) == (4, 4)
    assert scores.focus_worth(own, NOW).score > 2 * scores.focus_worth(copies, NOW).score
    assert signs(scores.focus_worth(copies, NOW))["outlets"] == "4 báo, 1 nguồn độc lập"


def test_an_outlet_that_prints_a_copy_beside_its_own_report_is_one_voice() -> None:
    both = story("both", 3, 2, outlets="aa", wire="x-")
    assert both.voices == 1


def test_five_reports_of_one_outlet_are_one_voice() -> None:
    assert story("one", 5, 4, 3, 2, 1, outlets="aaaaa").voices == 1


def test_the_reasons_of_every_worth_add_up_to_its_score() -> None:
    full = story(
        "full", 9, 5, 0.7, 0.5, reads=(12, 1240), votes=(12, 2), promoted=(Promotion("hot", 3), Promotion("focus", 2))
    )
    for judge in (
        scores.focus_worth,
        scores.hot_worth,
        scores.most_read_worth,
        scores.recommended_worth,
        scores.video_worth,
        scores.multimedia_worth,
    ):
        worth = scores.lessened(judge(full, NOW), 2)
        assert abs(sum(reason.weight for reason in worth.reasons) - worth.score) < 1e-9, judge.__name__


def test_reasons_are_numbers_and_words_a_reader_uses() -> None:
    full = story("full", 9, 5, 0.7, 0.5, reads=(12, 1240), votes=(12, 2), promoted=(Promotion("most_read", 3),))
    hot = signs(scores.hot_worth(full, NOW))
    assert hot["rise"] == "+2 báo trong 1 giờ"
    assert hot["rise_six"] == "+3 báo trong 6 giờ"
    assert hot["reads"] == "12 lượt đọc giờ qua"
    assert hot["age"] == "bài mới nhất 30 phút trước"
    assert signs(scores.most_read_worth(full, NOW))["reads"] == "1.240 lượt đọc trong 24 giờ"
    assert signs(scores.most_read_worth(full, NOW))["promoted_most_read"] == "đọc nhiều ở 3 báo"
    assert signs(scores.focus_worth(full, NOW))["useful"] == "12/14 bạn đọc thấy hữu ích"


def test_half_of_the_worth_is_gone_after_the_life_of_the_block() -> None:
    young, old = story("young", 0), story("old", 12)
    assert scores.focus_worth(old, NOW).score == round(scores.focus_worth(young, NOW).score / 2, 4)


def test_votes_weigh_little_while_they_are_few() -> None:
    def votes(yes: int, no: int) -> float:
        return next(
            (r.weight for r in scores.focus_worth(story("s", 0, votes=(yes, no)), NOW).reasons if r.sign == "useful"),
            0.0,
        )

    assert votes(0, 0) == 0.0
    assert 0 < votes(1, 0) < 0.1
    assert 0.9 < votes(1000, 0) < 1.0
    assert votes(5, 5) == 0.0
    assert votes(0, 10) == -0.5


def test_what_is_hot() -> None:
    assert scores.is_hot(story("rise", 2, 1), NOW)
    assert not scores.is_hot(story("single", 1), NOW)
    assert not scores.is_hot(story("copies", 2, 1, wire="xx"), NOW)
    assert not scores.is_hot(story("over", 9, 8, 7), NOW)
    assert scores.is_hot(story("read", 20, reads=(5, 5)), NOW)
    assert scores.is_hot(story("shown", 20, promoted=(Promotion("hot", 1),)), NOW)


def test_an_undated_report_makes_nothing_new() -> None:
    seen_now = Report("u", NOW - timedelta(minutes=1), "z", None, "news", dated=False)
    old = Report("o", NOW - timedelta(hours=30), "a")
    mixed = StoryFacts("m", "Tin", "world", (old, seen_now))
    assert mixed.last == old.moment
    assert mixed.new_voices(NOW, timedelta(hours=1)) == 0
    assert mixed.voices == 2
    assert not StoryFacts("n", "Tin", "world", (seen_now,)).plain


def test_ages_in_words() -> None:
    said = [scores.ago(timedelta(minutes=m)) for m in (0, 1, 59, 60, 47 * 60, 48 * 60, 5000)]
    assert said == [
        "vừa xong",
        "1 phút trước",
        "59 phút trước",
        "1 giờ trước",
        "47 giờ trước",
        "2 ngày trước",
        "3 ngày trước",
    ]
