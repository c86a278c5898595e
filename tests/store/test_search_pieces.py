"""The pure parts of search: tokens, queries, snippets."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.language.text import fold, normal
from diemtin.news import VIETNAM
from diemtin.store.search.asked import Term, read_day, read_query
from diemtin.store.search.scoring import Matcher
from diemtin.store.search.snippets import compose_snippet, html, mark, plain
from diemtin.store.search.tokens import (
    MOST_TOKENS,
    Words,
    folded,
    moment_of_key,
    order_key,
    outlet_mark,
    section_mark,
    tokens,
)

VIETNAMESE = st.text(alphabet="aàáảãạăằâầbcdđeèêềghiìklmnoòôồơờpqrstuùưừvxyỳ ẠĐ-/.57\u0301", max_size=60)


def test_tokens_are_syllables_in_normal_form() -> None:
    assert tokens("AMM-57: Hoà bình, ĐƯỜNG_dài!") == ["amm", "57", "hoà", "bình", "đường", "dài"]
    assert tokens("hòa") == tokens("hoà")


@given(st.text(max_size=80))
def test_the_fast_folding_is_the_folding(text: str) -> None:
    assert folded(normal(text)) == fold(normal(text))


@given(VIETNAMESE)
def test_a_text_is_found_by_every_word_of_it(text: str) -> None:
    words = Words.of(text, None, "")
    for token in tokens(text):
        for asked in (token, folded(token)):
            assert Matcher.of(read_query(f'"{asked}"')).matches(words)


@given(VIETNAMESE, VIETNAMESE, VIETNAMESE)
def test_words_come_back_as_they_were_packed(title: str, lead: str, text: str) -> None:
    words = Words.of(title, lead, text)
    assert Words.unpack(words.pack()) == words
    assert all(folded(token) != token for token in words.marked)


def test_a_book_is_indexed_to_a_bound() -> None:
    words = Words.of("tít", "sapo", "từ " * 50_000)
    assert sum(part.count(" ") for part in words.exact) <= MOST_TOKENS + 6


def test_order_grows_with_time_then_with_the_number() -> None:
    noon = datetime(2026, 11, 20, 5, tzinfo=UTC)
    ordered = [order_key(noon, 7), order_key(noon, 8), order_key(noon + timedelta(seconds=1), 1)]
    assert ordered == sorted(ordered)
    assert moment_of_key(order_key(noon, 123)) == noon
    assert order_key(datetime(1955, 1, 1, tzinfo=UTC), 5) < order_key(datetime(1956, 1, 1, tzinfo=UTC), 1)
    assert order_key(datetime(2299, 1, 1, tzinfo=UTC), 2**26) < 2**63


def test_marks_are_tokens_that_no_text_holds() -> None:
    assert outlet_mark("VnExpress.net") == "_o_vnexpress_net"
    assert section_mark("sao-viet") == "_s_sao_viet"
    assert "_o_vnexpress_net" not in tokens("_o_vnexpress_net")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("hàn quốc", [("hàn",), ("quốc",)]),
        ("“hàn quốc” mỹ", [("hàn", "quốc"), ("mỹ",)]),
        ('"chưa đóng', [("chưa", "đóng")]),
        ("23/9", [("23", "9")]),
        ("lạ:gì", [("lạ", "gì")]),
        ("mỹ mỹ mỹ", [("mỹ",)]),
        ("-một", []),
        ("«»…", []),
    ],
)
def test_queries(text: str, terms: list[tuple[str, ...]]) -> None:
    assert [term.tokens for term in read_query(text).terms] == terms


def test_filters() -> None:
    asked = read_query("trước:9/2024 sau:2024 báo:vnexpress mục:thể-thao before:2023 after:x -cấm")
    assert asked.before == datetime(2023, 1, 1, tzinfo=VIETNAM)
    assert asked.after == datetime(2024, 1, 1, tzinfo=VIETNAM)
    assert (asked.outlets, asked.sections, asked.unknown) == (("vnexpress",), ("thể-thao",), ("after:x",))
    assert [term.tokens for term in asked.without] == [("cấm",)]


@given(st.text(max_size=400))
def test_any_text_is_a_query(text: str) -> None:
    asked = read_query(text)
    assert len(asked.terms) <= 24
    Matcher.of(asked).matches(Words.of("một tít", "sapo", "thân"))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2/2024", (date(2024, 2, 1), date(2024, 2, 29))),
        ("23.9.2024", (date(2024, 9, 23), date(2024, 9, 23))),
        ("2024-13", None),
        ("31/2/2024", None),
        ("hôm qua", None),
    ],
)
def test_days(text: str, days: tuple[date, date] | None) -> None:
    assert read_day(text) == days


def test_a_term_without_diacritics_is_exact_nowhere() -> None:
    assert Term(("han", "quốc")).exact == ("quốc",)
    assert Term(("han", "quốc")).folded == ("han", "quoc")


def test_a_snippet_shows_where_the_words_stand_together() -> None:
    texts = [
        "Quốc gia này khác hẳn.",
        "Đầu câu dài " + "lê thê " * 40 + "rồi Hàn Quốc & Nhật Bản gặp nhau " + "mãi " * 40,
    ]
    snippet = compose_snippet(texts, read_query("han quoc nhat"))
    assert "<mark>Hàn Quốc</mark> &amp; <mark>Nhật</mark> Bản" in html(snippet)
    assert plain(snippet).startswith("… ")
    assert plain(snippet).endswith(" …")


def test_a_phrase_is_marked_whole_or_not_at_all() -> None:
    assert html(mark("Biển động, biển Đông", read_query('"bien đông"'))) == "Biển động, <mark>biển Đông</mark>"


def test_decomposed_letters_are_marked_too() -> None:
    assert html(mark("Tô\u0301i ơ\u0309 Quốc", read_query("quốc"))).endswith("<mark>Quốc</mark>")


@given(st.lists(VIETNAMESE, max_size=4), VIETNAMESE)
def test_a_snippet_is_a_piece_of_a_text(texts: list[str], query: str) -> None:
    snippet = plain(compose_snippet(texts, read_query(query)))
    bare = snippet.removeprefix("… ").removesuffix(" …")
    assert bare == "" or any(bare in text for text in texts)
