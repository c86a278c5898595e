"""Lines of events: by offices, persons and names, never by time or one country."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from diemtin import events, news
from diemtin.stories import Features, Index, Signs, Threads, make_features

WHEN = datetime(2026, 3, 2, tzinfo=UTC)
SEEDS = Path(__file__).parents[2] / "../shared/seed-pages"


@pytest.fixture
def threads() -> Threads:
    numbers = count(1)
    return Threads(lambda: f"t{next(numbers)}")


def ministers(*codes: str, persons: tuple[str, ...] = ()) -> Signs:
    offices = tuple(sorted(f"foreign_minister:{code}" for code in codes))
    return Signs(offices=offices, persons=persons, countries=tuple(sorted(codes)))


def test_the_same_offices_over_years_are_one_thread_whoever_holds_them(threads: Threads) -> None:
    assert threads.tie("2021", [ministers("us", "jp", "kr", persons=("Toshimitsu Motegi",))], WHEN) == []
    tied = threads.tie("2024", [ministers("us", "jp", "kr", persons=("Yoko Kamikawa",))], WHEN)
    assert [one.story for one in tied] == ["2024", "2021"]
    assert all(one.new_thread for one in tied)
    assert tied[0].reasons[0].sign == "office"
    described = threads.describe(tied[0].thread)
    assert described.title == "Ngoại trưởng Mỹ - Nhật - Hàn"
    assert set(described.offices) == {f"foreign_minister:{code}" for code in ("us", "jp", "kr")}


def test_one_country_or_many_tie_nothing(threads: Threads) -> None:
    many = ("cn", "jp", "kr", "ru", "us")
    assert threads.tie("snow", [Signs(countries=("kr",))], WHEN) == []
    assert threads.tie("film", [Signs(countries=("kr",))], WHEN) == []
    assert threads.tie("trade", [Signs(countries=many, places=("Seoul", "Tokyo"))], WHEN) == []
    assert threads.tie("games", [Signs(countries=many, places=("Seoul", "Tokyo"))], WHEN) == []
    assert threads.thread_of("film") is None


def test_one_office_alone_ties_nothing(threads: Threads) -> None:
    threads.tie("aid", [ministers("us")], WHEN)
    assert threads.tie("robots", [ministers("us")], WHEN) == []


def test_a_story_that_came_too_early_is_gathered_later(threads: Threads) -> None:
    threads.tie("first", [Signs(names=("Đá Bạc Hà", "Khu phố Liễu"), persons=("Trịnh Đài Lăng",))], WHEN)
    threads.tie("other", [Signs(persons=("Vưu Khả Diệp", "Quách Mộng Tề"))], WHEN)
    both = Signs(names=("Đá Bạc Hà", "Khu phố Liễu"), persons=("Quách Mộng Tề", "Trịnh Đài Lăng", "Vưu Khả Diệp"))
    tied = threads.tie("trial", [both], WHEN)
    assert {one.story for one in tied} >= {"first", "trial"}


def test_a_roundup_ties_nothing(threads: Threads) -> None:
    def made(kind: news.ArticleKind) -> Features:
        told = news.Told(offices=("foreign_minister:jp", "foreign_minister:kr"))
        return make_features(news.Article("Tin quốc tế", kind=kind), told)

    threads.tie("meeting", [made("news")], WHEN)
    assert threads.tie("roundup", [made("roundup")], WHEN) == []


def test_restored_threads_go_on_and_the_editor_stays_right(threads: Threads) -> None:
    threads.restore("a", [ministers("us", "jp")], "old")
    tied = threads.tie("b", [ministers("us", "jp")], WHEN)
    assert [(one.story, one.thread, one.new_thread) for one in tied] == [("b", "old", False)]
    threads.pin("b", None)
    assert threads.tie("b", [ministers("us", "jp")], WHEN) == []
    threads.rename("old", "Hai ngoại trưởng")
    assert threads.describe("old").title == "Hai ngoại trưởng"
    threads.remove("a")
    assert threads.describe("old").stories == ()


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seed pages are not beside the repository")
def test_the_seed_pages_are_three_stories_and_one_thread(threads: Threads) -> None:
    numbers = count(1)
    index = Index(lambda: f"s{next(numbers)}")
    stories = []
    for name in ("thoidai", "vietgiaitri"):
        for read in json.loads((SEEDS / f"{name}.gold.json").read_text(encoding="utf-8"))["articles"]:
            body = tuple(news.Passage(text) for text in read["paragraphs"])
            article = news.Article(read["title"], read.get("lead"), body)
            article = replace(article, published=events.date_article(article))
            features = make_features(article, events.find_told(article, article.published))
            placed = index.place(read["title"], features, article.published.end or WHEN)
            stories.append(placed.story)
            threads.tie(placed.story, [features], WHEN)
    assert len(set(stories)) == 3
    assert index.repair() == []
    assert len({threads.thread_of(story) for story in stories}) == 1
    thread = threads.thread_of(stories[0])
    assert thread is not None
    assert threads.describe(thread).title == "Ngoại trưởng Mỹ - Nhật - Hàn"


def test_a_happening_with_a_name_ties_alone_and_names_the_thread(threads: Threads) -> None:
    """A storm's stories share no person, and neither do its number and its name stand in all of them."""
    threads.tie("forecast", [Signs(happenings=("bão Sao La", "bão số 3/2026"))], WHEN)
    tied = threads.tie("toll", [Signs(happenings=("bão số 3/2026",))], WHEN)
    assert {one.story for one in tied} == {"forecast", "toll"}
    assert tied[0].reasons[0].words == "cùng sự kiện: bão số 3 năm 2026"
    for story in ("roads", "schools", "power"):
        assert threads.tie(story, [Signs(happenings=("bão số 3/2026",))], WHEN)
    assert [one.story for one in threads.tie("village", [Signs(happenings=("bão Sao La",))], WHEN)] == ["village"]
    assert threads.tie("other year", [Signs(happenings=("bão số 3/2025",))], WHEN) == []
    assert threads.describe(tied[0].thread).title == "Bão số 3 năm 2026"


def test_headline_sapo_and_tags_name_what_an_article_is_about_the_text_does_not(threads: Threads) -> None:
    text = (news.Passage("Giá tăng sau bão số 3."), news.Passage("Bão số 3 đã tan."))
    about = news.Article(title="Nước lên nhanh", published=news.Published.at(WHEN), tags=("bão số 3",))
    beside = news.Article(title="Giá gạo tăng", published=news.Published.at(WHEN), body=text)
    assert make_features(about).signs.happenings == ("bão số 3/2026",)
    assert make_features(beside).signs.happenings == ()
