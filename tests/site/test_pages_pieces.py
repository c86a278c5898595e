"""The pure parts of pages: what changed, what an article adds, charts, dates, words, which article speaks for a story."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from diemtin.news import Published
from diemtin.site.charts import draw_coverage, draw_pairs, draw_sparkline, find_coverage
from diemtin.site.differences import find_changes, find_steps, mark_changes
from diemtin.site.language import other_addresses
from diemtin.site.templatetags.news import json_ld
from diemtin.site.templatetags.times import exact, published_words, span
from diemtin.site.templatetags.words import shorten, without_mark
from diemtin.store.queries.adds import find_adds
from diemtin.store.queries.article import ShownVersion
from diemtin.store.queries.differences import find_differences, find_history
from diemtin.store.queries.shown import ShownArticle, ShownOutlet
from diemtin.store.queries.stories import bars, count_copies, face_of
from diemtin.store.queries.thread import Pair

START = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def article(key: str, outlet: str, hours: float = 0, **more: object) -> ShownArticle:
    at = START + timedelta(hours=hours)
    told: dict[str, object] = {
        "title": f"Tít {key}",
        "lead": "Sapo.",
        "url": "",
        "kind": "news",
        "section": "world",
        "story": "s1",
        "published": Published.at(at),
    }
    return ShownArticle(key=key, outlet=ShownOutlet(outlet, outlet), moment=at, **(told | more))  # type: ignore[arg-type]


# --- what changed ---


def test_a_headline_shows_the_words_that_changed_and_no_others() -> None:
    marked = mark_changes("Bão số 13: 9 người chết", "Bão số 13: 11 người chết")
    assert marked == "Bão số 13: <del>9</del><ins>11</ins> người chết"


def test_changes_are_escaped() -> None:
    marked = mark_changes("a <b> c", "a <script>alert(1)</script> c")
    assert "<script>" not in marked
    assert "<b>" not in marked


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_marked_holds_both_texts(before: str, after: str) -> None:
    marked = mark_changes(before, after)
    plain = re.sub(r"&(?:lt|gt|amp|quot|#x27);", "x", marked)
    new = re.sub(r"<del>.*?</del>", "", plain, flags=re.DOTALL)
    assert len(re.sub(r"</?ins>", "", new).strip()) == len(after.strip())


def test_a_body_shows_only_passages_that_changed() -> None:
    from diemtin.news import Passage

    old = ShownVersion(1, START, "T", "", (Passage("Một."), Passage("Hai."), Passage("Ba.")))
    new = ShownVersion(2, START, "T", "", (Passage("Một."), Passage("Hai rưỡi."), Passage("Ba."), Passage("Bốn.")))
    assert [(change.before, change.after) for change in find_changes(old, new)] == [("Hai.", "Hai rưỡi."), ("", "Bốn.")]
    (step,) = find_steps((old, new))
    assert not step.title_changed
    assert find_steps((old,)) == ()


# --- where sources differ ---


NAMES = {"a": "Bến Cảng", "b": "Kinh Đô", "c": "Ngã Ba", "a2": "Bến Cảng"}


def disagreement(about: str, **articles: str) -> list[dict[str, Any]]:
    """``key of an article = value`` as a meeting's row keeps it."""
    values: dict[str, list[str]] = {}
    for key, value in articles.items():
        values.setdefault(value, []).append(key)
    return [{"about": about, "values": [[value, keys] for value, keys in values.items()]}]


def test_minutes_differ_between_outlets() -> None:
    (difference,) = find_differences(disagreement("minutes", a="40", b="45"), NAMES)
    assert difference.said == (("40", ("Bến Cảng",)), ("45", ("Kinh Đô",)))
    assert find_differences(disagreement("minutes", a="40", gone="45"), NAMES) == (), "what is not seen says nothing"


def test_an_exact_date_does_not_contradict_its_month() -> None:
    assert find_differences(disagreement("date", a="2024-09", b="2024-09-23"), NAMES) == ()
    (difference,) = find_differences(disagreement("date", a="2024-09-22", b="2024-09-23"), NAMES)
    assert difference.what == "date"


def test_one_outlet_does_not_contradict_itself() -> None:
    assert find_differences(disagreement("minutes", a="40", a2="50"), NAMES) == ()
    assert find_differences(disagreement("minutes", a="40", a2="50", b="50"), NAMES) == ()


def test_who_took_part_differs_when_one_names_fewer() -> None:
    told = disagreement("participants", a="Cho Tae Yul, Vương Nghị", b="(jp), Cho Tae Yul, Vương Nghị")
    (difference,) = find_differences(told, NAMES)
    assert difference.said == (
        ("Cho Tae Yul, Vương Nghị", ("Bến Cảng",)),
        ("(jp), Cho Tae Yul, Vương Nghị", ("Kinh Đô",)),
    )
    assert find_differences(told, NAMES, with_participants=False) == ()
    same = disagreement("participants", a="(cn), Cho Tae Yul", b="Cho Tae Yul, Vương Nghị")
    assert find_differences(same, NAMES) == (), "the same two sides, one of them without a name"


# --- from plan to outcome ---

TOLD = {key: (NAMES[key], START + timedelta(days=at)) for at, key in enumerate(("a", "b", "c"))}


def history(*steps: tuple[str, str, int | None]) -> list[dict[str, Any]]:
    return [
        {"status": status, "date": {"year": 2024, "month": 9, "day": day} if day else None, "article": article}
        for status, article, day in steps
    ]


def test_a_plan_that_moved_and_was_held() -> None:
    steps = find_history(history(("planned", "a", 20), ("planned", "b", 23), ("held", "c", 23)), TOLD)
    assert [(step.status, step.date, step.outlet) for step in steps] == [
        ("planned", "2024-09-20", "Bến Cảng"),
        ("planned", "2024-09-23", "Kinh Đô"),
        ("held", "2024-09-23", "Ngã Ba"),
    ]


def test_what_did_not_change_has_no_history() -> None:
    assert find_history(history(("held", "a", 23), ("held", "b", None)), TOLD) == ()
    assert find_history(history(("planned", "a", None), ("planned", "b", 23)), TOLD) == ()
    assert find_history(history(("planned", "a", None), ("held", "a", None)), TOLD) == (), "one article, two sentences"
    assert find_history(history(("planned", "c", 23), ("held", "a", 23)), TOLD) == (), (
        "a plan printed after it was held"
    )
    assert find_history(history(("planned", "gone", 23), ("held", "a", 23)), TOLD) == (), (
        "what is not seen says nothing"
    )


# --- what an article adds ---


def test_the_first_article_adds_nothing_and_others_what_was_not_told() -> None:
    adds = find_adds(
        [
            ("a", "Bão làm 9 người chết, 74 xã mất điện.", ("Đặng Minh Trí",)),
            ("b", "Bão làm 9 người chết. Thiệt hại 1.850 tỷ đồng.", ("Đặng Minh Trí", "Võ Thị Nhạn")),
        ]
    )
    assert not adds["a"]
    assert adds["b"].figures == ("1.850 tỷ đồng",)
    assert adds["b"].voices == ("Võ Thị Nhạn",)


@pytest.mark.parametrize("text", ["Ngày 20/11, lúc 7 giờ, năm 2026.", "Ông 58 tuổi.", "2 ngày sau, 1 người nói."])
def test_dates_ages_and_small_counts_are_not_additions(text: str) -> None:
    assert not find_adds([("a", "", ()), ("b", text, ())])["b"]


# --- which article speaks ---


def test_the_article_whose_headline_the_story_bears_speaks_for_it() -> None:
    early, late = article("a", "A"), article("b", "B", 3, image="https://b.example/1.jpg")
    assert face_of([early, late], "Tít a") is early
    assert face_of([early, late], "một tít khác") is late


def test_an_original_speaks_before_its_copy_and_news_before_video() -> None:
    origin = article("a", "A", wire_group=1, origin=True)
    copy = article("b", "B", 2, wire_group=1)
    assert face_of([origin, copy]) is origin
    assert face_of([origin, article("c", "C", 5, kind="video")]) is origin


def test_copies_are_articles_beyond_the_first_of_a_text() -> None:
    told = [
        article("a", "A", wire_group=1),
        article("b", "B", wire_group=1),
        article("c", "C"),
        article("d", "D", wire_group=2),
    ]
    assert count_copies(told) == 1


# --- charts ---


@given(st.lists(st.floats(min_value=0, max_value=9000), max_size=40))
def test_bars_hold_every_article_and_stay_few(hours: list[float]) -> None:
    moments = sorted(START + timedelta(hours=one) for one in hours)
    counts, step = bars(moments)
    assert sum(counts) == len(moments)
    assert len(counts) <= 16
    assert step >= 1


def test_a_sparkline_of_one_bar_says_nothing() -> None:
    assert draw_sparkline((3,)) == ""
    assert draw_sparkline((1, 0, 3)).count("<rect") == 3


def test_coverage_counts_every_article_once_and_draws_valid_svg() -> None:
    told = [article(f"a{i}", f"Báo {i % 5} & Co", i * 1.7, wire_group=1 if i % 2 else None) for i in range(20)]
    coverage = find_coverage(told)
    assert coverage is not None
    assert coverage.count == 20
    for narrow in (False, True):
        svg = draw_coverage(coverage, 'Tiêu đề "có" <dấu>', narrow)
        ElementTree.fromstring(svg)
        assert "style=" not in svg
        assert svg.count("<circle") == sum(len(cells) for _, cells in coverage.rows)


def test_a_chart_is_not_drawn_where_a_sentence_says_it() -> None:
    assert find_coverage([article("a", "A"), article("b", "A", 1), article("c", "A", 2)]) is None
    assert find_coverage([article("a", "A"), article("b", "B", 1)]) is None


def test_pairs_are_drawn_with_an_arc_each() -> None:
    pairs = [Pair("Vương Nghị", "Yoko Kamikawa", 2, 0, 0), Pair("Antony Blinken", "Chung Eui Yong", 0, 1, 0)]
    svg = draw_pairs(pairs, "Ai gặp ai")
    ElementTree.fromstring(svg)
    assert svg.count("<path") == 2
    assert "arc plan" in svg


# --- dates and words ---


def test_dates_are_as_exact_as_they_are_known() -> None:
    assert [exact(date) for date in ("2024-09-23", "2024-09", "2024", "")] == [
        "23/9/2024",
        "9/2024",
        "2024",
        "không rõ ngày",
    ]


def test_a_range_prints_what_its_ends_do_not_share() -> None:
    def day(year: int, month: int, number: int) -> datetime:
        return datetime(year, month, number, 5, tzinfo=UTC)

    assert span(day(2021, 3, 16), day(2021, 3, 31)) == "16–31/3/2021"
    assert span(day(2021, 3, 16), day(2021, 4, 2)) == "16/3 – 2/4/2021"
    assert span(day(2021, 12, 30), day(2022, 1, 2)) == "30/12/2021 – 2/1/2022"
    assert span(day(2021, 3, 16), day(2021, 3, 16)) == "16/3/2021"


def test_an_undated_article_says_so() -> None:
    from datetime import date

    assert published_words(Published()) == "không rõ ngày"
    ranged = Published.between(date(2021, 3, 16), date(2021, 3, 31), "vì hai bộ trưởng cùng tại chức")
    assert published_words(ranged) == "không rõ ngày; trong khoảng 16–31/3/2021"
    with translation.override("en"):
        assert published_words(Published()) == "day unknown"


def test_a_title_loses_the_mark_that_its_kind_says() -> None:
    assert without_mark("[Video] Sóng tràn bờ kè") == "Sóng tràn bờ kè"
    assert without_mark("(Infographic) Bảy tháng") == "Bảy tháng"
    assert without_mark("[Video]") == "[Video]"


@given(st.text(max_size=400), st.integers(min_value=20, max_value=200))
def test_a_shortened_text_is_short_and_a_beginning(text: str, most: int) -> None:
    short = shorten(text, most)
    assert len(short) <= most + 2
    assert text.startswith(short.rstrip("…").rstrip())


def test_structured_data_cannot_end_its_element() -> None:
    told = json_ld({"name": "</script><script>alert(1)</script>"})
    assert "<" not in told
    assert ">" not in told


@pytest.mark.parametrize(
    ("path", "both"),
    [("/", ("/", "/en/")), ("/en/", ("/", "/en/")), ("/en", ("/", "/en/")), ("/en/tin/s1", ("/tin/s1", "/en/tin/s1"))],
)
def test_a_page_knows_its_other_language(path: str, both: tuple[str, str]) -> None:
    assert other_addresses(path) == both
