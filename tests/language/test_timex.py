"""Dates in running text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.language.timex import find_times, resolve
from diemtin.news import Day

NOW = date(2024, 9, 25)  # a Wednesday


def resolved(text: str, future: bool = False) -> list[str]:
    return [str(day) for time in find_times(text) if (day := resolve(time, NOW, NOW, future)) is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ngày 23/9", "2024-09-23"),
        ("sáng 26-7-2024", "2024-07-26"),
        ("ngày 23 tháng 9 năm 2021", "2021-09-23"),
        ("hôm 15-2", "2024-02-15"),
        ("ngày 27.5,", "2024-05-27"),
        ("ngày 28/12", "2023-12-28"),
        ("kể từ tháng 11/2023 -", "2023-11"),
        ("vào tháng Tư tới", "2025-04"),
        ("tháng trước", "2024-08"),
        ("hôm qua", "2024-09-24"),
        ("sáng nay", "2024-09-25"),
        ("năm ngoái", "2023"),
        ("năm 1992", "1992"),
        ("tối thứ Hai", "2024-09-23"),
    ],
)
def test_what_is_meant(text: str, expected: str) -> None:
    assert resolved(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hồi tháng 3 năm ngoái", "2023-03"),
        ("ngày 12/3 năm ngoái", "2023-03-12"),
        ("tháng 11 năm nay", "2024-11"),
        ("tháng 11 năm tới", "2025-11"),
        ("hồi tháng 11", "2023-11"),
        ("hồi cuối tháng 12", "2023-12"),
        ("hồi đầu năm", "2024"),
        ("hồi đầu tháng 8", "2024-08"),
        ("vào cuối tháng", "2024-09"),
        ("cuối 2022", "2022"),
        ("hai tháng trước, ông tới Hà Nội", "2024-07"),
        ("cách đây ba ngày", "2024-09-22"),
        ("cách đây 4 năm", "2020"),
        ("hai ngày trước, bà đã gặp", "2024-09-23"),
        ("hai ngày nữa", "2024-09-27"),
        ("thứ Sáu này", "2024-09-27"),
        ("thứ Hai tuần này", "2024-09-23"),
        ("thứ Hai tuần trước", "2024-09-16"),
        ("thứ Sáu tuần tới", "2024-10-04"),
        ("thứ Tư vừa qua", "2024-09-18"),
        ("từ 30/8 đến 2/9", "2024-08-30"),
        ("các ngày 12, 13 và 14/3", "2024-03-12"),
        ("hôm 24, ông", "2024-09-24"),
    ],
)
def test_what_is_counted_from_publication(text: str, expected: str) -> None:
    assert resolved(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "hôm sau",
        "một ngày sau đó",
        "ngày hôm trước",
        "vài ngày trước",
        "hai ngày trước cuộc gặp",
        "hai ngày tới",
        "hai tháng tới",
        "trước đó một ngày",
        "cách đây khoảng hai năm",
        "cách đây 30 năm",
        "hồi tháng 9 năm đó",
        "tháng 6 cùng năm",
        "tháng 7 âm lịch",
        "đầu tuần này",
        "quý 1/2024",
    ],
)
def test_what_does_not_count_from_publication(text: str) -> None:
    assert resolved(text) == []


def test_a_year_is_shared() -> None:
    assert resolved("vào tháng 5 và tháng 10 năm ngoái") == ["2023-05", "2023-10"]
    assert resolved("ngày 27/2 và ngày 1/3/2019") == ["2019-02-27", "2019-03-01"]
    assert resolved("ngày 29/2 và ngày 1/3/2019") == ["2024-02-29", "2019-03-01"]


def test_what_is_to_come_lies_ahead() -> None:
    assert resolved("ngày 28/12", future=True) == ["2024-12-28"]
    assert resolved("vào thứ Sáu", future=True) == ["2024-09-27"]
    assert resolved("vào thứ Tư", future=True) == ["2024-09-25"]
    assert resolved("thứ Tư tới", future=True) == ["2024-10-02"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vào thứ Năm (19/9)", "2024-09-19"),
        ("thứ Sáu 6/9, bên lề hội nghị", "2024-09-06"),
        ("hôm nay, 25/9/2024, tại Áo", "2024-09-25"),
        ("thứ Ba ngày 5-3", "2024-03-05"),
    ],
)
def test_a_day_of_the_week_with_its_date_is_one_day(text: str, expected: str) -> None:
    assert resolved(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "tỷ lệ 2/3",
        "ngày 31/2",
        "27 năm",
        "1.000 người",
        "tuần trước",
        "5/13",
        "vòng đàm phán thứ tư",
        "(thứ 2 từ trái)",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert resolved(text) == []


def test_a_range_of_days_gives_only_what_is_the_same_for_all() -> None:
    (yesterday,) = find_times("hôm qua")
    (partial,) = find_times("ngày 23/9")
    assert resolve(yesterday, date(2024, 9, 23), date(2024, 9, 26)) is None
    assert resolve(partial, date(2024, 9, 23), date(2024, 9, 26)) == Day(2024, 9, 23)
    assert resolve(partial, None, None) is None


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for time in find_times(text):
        assert 0 <= time.start <= time.end <= len(text)
        resolve(time, NOW, NOW)
