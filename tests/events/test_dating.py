"""Undated articles: dated where offices and dates allow it, left alone where they do not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from diemtin.events import date_article, date_articles
from diemtin.news import HANOI, Article, Figure, Passage, Published, Reading
from tests.events.seeds import dated, gold, needs_seeds


def days(published: Published) -> tuple[date, date]:
    assert published.start is not None
    assert published.end is not None
    return published.start.astimezone(HANOI).date(), published.end.astimezone(HANOI).date()


def article(*paragraphs: str, title: str = "", caption: str | None = None) -> Article:
    figures = (Figure(caption=caption),) if caption else ()
    return Article(title, None, tuple(Passage(text) for text in paragraphs), figures)


@needs_seeds
@pytest.mark.parametrize(("page", "number"), [("vietgiaitri", 0), ("vietgiaitri", 1), ("thoidai", 0)])
def test_seed_articles_are_dated_as_a_reader_dates_them(page: str, number: int) -> None:
    expected = gold(page)["articles"][number]["published"]
    published = dated(page).articles[number].published
    first, last = days(published)
    assert (first.isoformat(), last.isoformat()) == (expected["from"], expected["to"])
    assert (published.precision, published.basis) == (expected["precision"], expected["basis"])


@needs_seeds
def test_the_grounds_are_told() -> None:
    why = dated("vietgiaitri").articles[0].published.why
    assert "Cho Tae Yul is foreign minister (Hàn Quốc) 01/2024" in why
    assert "tells as news what happened on 23/9" in why
    assert "the stamps on the page" in why
    assert "only say that it is not later" in why


@needs_seeds
def test_a_word_against_the_result_is_shown() -> None:
    why = dated("vietgiaitri").articles[1].published.why
    assert "against it: “năm ngoái” (2023) is told of Cho Tae Yul, who took office 01/2024" in why


def test_two_officers_give_the_days_they_were_in_office_together() -> None:
    published = date_article(
        article("Ngoại trưởng Mỹ Antony Blinken hội đàm với Ngoại trưởng Hàn Quốc Park Jin tại Washington.")
    )
    assert published.basis == "inferred"
    assert days(published) == (date(2022, 5, 12), date(2024, 1, 10))


def test_a_day_told_as_news_narrows_them() -> None:
    published = date_article(
        article(
            "Ngày 3/6, Ngoại trưởng Nhật Bản Toshimitsu Motegi nói với Ngoại trưởng Hàn Quốc Chung Eui Yong rằng Tokyo lo ngại."
        )
    )
    assert days(published) == (date(2021, 6, 3), date(2021, 6, 6))


def test_an_open_tenure_alone_dates_nothing() -> None:
    text = article("Tổng thống Pháp Emmanuel Macron phát biểu tại Paris.")
    assert not date_article(text).known


def test_no_officer_no_date() -> None:
    assert not date_article(article("Ngày 23/9, giá xăng tăng thêm 300 đồng một lít.")).known


def test_a_former_officer_dates_nothing() -> None:
    assert not date_article(article("Ngày 3/6, cựu Ngoại trưởng Hàn Quốc Chung Eui Yong phát biểu tại Seoul.")).known


def test_stamps_only_say_not_later() -> None:
    text = article("Ngoại trưởng Hàn Quốc Chung Eui Yong phát biểu tại Seoul.")
    late = date_articles(Reading(articles=(text,), newest_stamp=datetime(2026, 1, 1, tzinfo=UTC))).articles[0].published
    assert days(late) == (date(2021, 2, 9), date(2022, 5, 12))  # his last day, not the stamp's
    plain = article("Ngày 23/9, giá xăng tăng thêm 300 đồng một lít.")
    assert (
        not date_articles(Reading(articles=(plain,), newest_stamp=datetime(2026, 1, 1, tzinfo=UTC)))
        .articles[0]
        .published.known
    )


def test_a_stated_date_is_never_touched() -> None:
    stated = Published.on(date(2020, 1, 1))
    text = Article(
        "",
        None,
        (Passage("Ngoại trưởng Mỹ Antony Blinken gặp người đồng cấp Nhật Bản Yoko Kamikawa."),),
        published=stated,
    )
    reading = Reading(articles=(text,))
    assert date_articles(reading) is reading


def test_a_day_of_last_year_narrows_nothing() -> None:
    told = "Ngoại trưởng Mỹ Antony Blinken hội đàm với Ngoại trưởng Hàn Quốc Park Jin tại Washington."
    assert days(date_article(article(told, "Ngày 20/9 năm ngoái, hai bên ký thỏa thuận."))) == days(
        date_article(article(told))
    )


def test_a_day_printed_behind_yesterday_is_the_news() -> None:
    told = "Hôm qua 20/9, Ngoại trưởng Mỹ Antony Blinken hội đàm với Ngoại trưởng Hàn Quốc Park Jin tại Washington."
    first, last = days(date_article(article(told)))
    assert first == date(2022, 9, 20)
    assert (last.month, last.day) == (9, 23)
