"""The number of a conference tells its year."""

from __future__ import annotations

import pytest

from diemtin.language.counted import year_of_counted


@pytest.mark.parametrize(
    ("text", "month", "year"),
    [
        ("bên lề Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 56 (AMM-56) tại Jakarta", 7, 2023),
        ("tại AMM-57 và ARF-31 ở Vientiane", 7, 2024),
        ("Hội nghị Ngoại trưởng ASEAN (AMM) lần thứ 43 tại Hà Nội", 7, 2010),
        ("Hội nghị Cấp cao ASEAN lần thứ 44, 45", 10, 2024),
        ("Hội nghị Cấp cao ASEAN lần thứ 47", 10, 2025),
        ("Hội nghị Cấp cao Đông Á (EAS) lần thứ 14 tại Bangkok", 11, 2019),
        ("bên lề khóa họp 79 Đại hội đồng Liên hợp quốc", 9, 2024),
        ("Phiên thảo luận chung Khóa họp thứ 74 Đại hội đồng Liên Hiệp Quốc", 9, 2019),
        ("Đại hội đồng LHQ khóa 58", 9, 2003),
        ("bên lề AMM-56", 3, None),  # not in the months in which they meet
        ("từ AMM-56 đến AMM-57", 7, None),  # two of them
        ("Hội nghị Cấp cao ASEAN lần thứ 9", 10, None),
        ("Diễn đàn doanh nghiệp lần thứ 12", 10, None),
    ],
)
def test_the_year(text: str, month: int, year: int | None) -> None:
    assert year_of_counted(text, month) == year
