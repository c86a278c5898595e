"""Happenings with a name of their own: storms by number and year or by name, flights, cases."""

from __future__ import annotations

import pytest

from diemtin.language.happenings import find_happenings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bão số 3 giật cấp 17 tiến vào vịnh Bắc Bộ", ("bão số 3/2026",)),
        ("Cơn bão số 03 (tên quốc tế Sao La) mạnh lên", ("bão Sao La", "bão số 3/2026")),
        ("Siêu bão Sao La đổ bộ", ("bão Sao La",)),
        ("BÃO SỐ 3: CHỮ HOA CẢ DÒNG KHÔNG LÀ TÊN", ("bão số 3/2026",)),
        ("Dự báo bão Biển Đông năm nay, bão Mỹ và tin bão. Trong đêm qua", ()),
        ("Mưa bão Quốc lộ 1 ngập", ()),
        ("Tìm thấy mảnh vỡ nghi của chuyến bay QH-417", ("chuyến bay QH417",)),
        ("Máy bay mang số hiệu QH417 mất tích", ("chuyến bay QH417",)),
        ("Mở lại phiên xử vụ án Thiên Lộc", ("vụ Thiên Lộc",)),
        ("Hoãn phiên phúc thẩm vụ Thiên Lộc vì vắng luật sư", ("vụ Thiên Lộc",)),
        ("Vụ Châu Âu của bộ cho biết; vụ Hải Phòng bỏ dở, vụ Hà Lan rút lui", ()),
        ("Khởi tố vụ án Công ty Mía đường", ()),
        ("Người dân đi bão mừng đội tuyển", ()),
    ],
)
def test_what_a_headline_names(text: str, found: tuple[str, ...]) -> None:
    assert find_happenings(text, 2026) == found


def test_a_storm_number_means_nothing_without_its_year() -> None:
    assert find_happenings("Bão số 3 (tên quốc tế Sao La)", None) == ("bão Sao La",)
    assert find_happenings("Bão số 3", 2025) != find_happenings("Bão số 3", 2026)
