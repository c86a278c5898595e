"""Dates as Vietnamese pages print them."""

from datetime import UTC, datetime

import pytest

from diemtin.language.dates import find_stamp, read_iso, read_stamp

FETCHED = datetime(2025, 1, 18, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("19:57:16 17/01/2025", "2025-01-17 19:57:16+07:00"),
        ("17/01/2025 | 19:57", "2025-01-17 19:57:00+07:00"),
        ("Thứ Sáu, ngày 17/01/2025 19:57 PM (GMT+7)", "2025-01-17 19:57:00+07:00"),
        ("19:57 ngày 17 tháng 1 năm 2025", "2025-01-17 19:57:00+07:00"),
        ("Cập nhật lúc 19h57' ngày 17-01-2025", "2025-01-17 19:57:00+07:00"),
        ("T2, 17/01/2025 - 8:05", "2025-01-17 08:05:00+07:00"),
        ("Cập nhật thứ hai, ngày 24/12/12 11:05 tối", "2012-12-24 23:05:00+07:00"),
        ("January 17, 2025 7:57 pm", "2025-01-17 19:57:00+07:00"),
        ("3 giờ trước", "2025-01-18 07:00:00+07:00"),
        ("vừa xong", "2025-01-18 10:00:00+07:00"),
        ("hôm qua 19:57", "2025-01-17 19:57:00+07:00"),
    ],
)
def test_a_stamp_is_read_to_the_minute(text: str, wanted: str) -> None:
    stamp = read_stamp(text, FETCHED)
    assert stamp is not None
    assert str(stamp.moment) == wanted


def test_day_before_month() -> None:
    stamp = find_stamp("01/02/2025")
    assert stamp is not None
    assert (stamp.day.month, stamp.day.day, stamp.moment) == (2, 1, None)


@pytest.mark.parametrize("text", ["Cho Tae Yul 26/7/2024 gặp", "giá 1.000 đồng", "tỷ lệ 3/4", "", "31/02/2025"])
def test_what_is_no_stamp(text: str) -> None:
    assert read_stamp(text) is None


def test_without_a_fetch_time_relative_words_say_nothing() -> None:
    assert read_stamp("3 giờ trước") is None
    assert read_stamp("17/1") is None


def test_machines_dates() -> None:
    assert str(read_iso("2025-01-17T19:57:16.000Z")) == "2025-01-17 19:57:16+00:00"
    assert str(read_iso("2025-01-17 19:57")) == "2025-01-17 19:57:00+07:00"
    assert read_iso("2025-13-45") is None
