"""Wordings of blocks and credits."""

import pytest

from diemtin.language.blocks import find_block, find_kind, split_sections, strip_mark
from diemtin.language.charsets import decode
from diemtin.language.credits import split_credit


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("TIN LIÊN QUAN", "related"),
        ("Theo dõi Báo Thử trên", "follow"),
        ("Đọc nhiều nhất:", "most_read"),
        ("Tin cùng chuyên mục Thế giới", "more"),
        ("Bộ trưởng nói về tin nóng", None),
    ],
)
def test_headings(line: str, kind: str | None) -> None:
    assert find_block(line) == kind


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Một cây cầu. Ảnh tư liệu: Getty Images/TTXVN", ("Một cây cầu.", "Getty Images/TTXVN", True)),
        ("Một cây cầu (Ảnh: VGP/Nhật Bắc)", ("Một cây cầu", "VGP/Nhật Bắc", False)),
        ("Ảnh: AFP", (None, "AFP", False)),
        ("Đông người đến xem. Ảnh Trọng Đức.", ("Đông người đến xem.", "Trọng Đức", False)),
        ("A bridge. (AP Photo/Jim Roe)", ("A bridge.", "AP Photo/Jim Roe", False)),
        ("Bản hình ảnh: một con mèo", ("Bản hình ảnh: một con mèo", None, False)),
    ],
)
def test_credits(line: str, wanted: tuple[str | None, str | None, bool]) -> None:
    assert split_credit(line) == wanted


def test_kinds_and_marks() -> None:
    assert strip_mark("[Infographics] Mùa lũ") == ("Mùa lũ", "infographic")
    assert find_kind("Thời tiết hôm nay (18/8): Mưa") == "weather"
    assert find_kind("Tin quốc tế ngày 17/8: Họp") == "roundup"
    assert find_kind("Giá vàng tăng") is None


def test_sections_that_run_together() -> None:
    assert split_sections("Thể thao trẻ Đời sống Chuyện của biển Pháp luật") == (
        "Thể thao trẻ",
        "Đời sống",
        "Chuyện của biển",
        "Pháp luật",
    )
    assert split_sections("Thị xã sẽ sửa cầu tại Hà Nội") == ()


def test_charsets() -> None:
    text = "Tin tức hôm nay: thị xã đã họp bàn về việc sửa cầu. " * 20
    assert decode(text.encode()) == text
    assert decode(text.encode("utf-16")) == text
    assert decode("Café déjà vu".encode("cp1252"), "iso-8859-1") == "Café déjà vu"
    tcvn = "Tin tøc trong ngµy: Bé tr­ëng ®· häp víi c¸c ®Þa ph­¬ng vÒ viÖc söa cÇu vµ ®­êng. "
    assert "Bộ trưởng đã họp với các địa phương về việc sửa cầu và đường" in decode((tcvn * 5).encode("cp1252"))
