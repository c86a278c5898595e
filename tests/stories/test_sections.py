"""The section tree, outlets' names for sections, and the guess from the text."""

from __future__ import annotations

import pytest

from diemtin import news
from diemtin.language.sections import find_section_code, find_section_in_url, section_and_parents, sections
from diemtin.stories import find_section


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Thế giới", "world"),
        ("THỜI SỰ QUỐC TẾ", "world"),
        ("Sao châu á", "sao-chau-a"),
        ("Phim châu á", "phim-chau-a"),
        ("Tv show", "tv-show"),
        ("Lạ vui", "la-vui"),
        ("Hậu trường phim", "hau-truong-phim"),
        ("Trang chủ › Văn hóa › Nhạc Việt", "nhac-viet"),
        ("suc-khoe", "health"),
        ("Bờ cõi biển đảo", "sea-islands"),
        ("Nhịp sống biển đảo", "nhip-song-bien-dao"),
        ("Lịch sử chủ quyền", "lich-su-chu-quyen"),
        ("Góc của Tý", None),
    ],
)
def test_outlets_names(name: str, code: str | None) -> None:
    assert find_section_code(name) == code


def test_addresses() -> None:
    assert find_section_in_url("https://bao.example/the-gioi/mot-bai-ve-suc-khoe-1.html") == "world"
    assert find_section_in_url("https://thethao.bao.example/tin/bai-1.html") == "sport"
    assert find_section_in_url("https://bao.example/bai-ve-the-thao.html") is None


def test_tree_is_whole() -> None:
    tree = sections()
    assert all(section.parent is None or section.parent in tree for section in tree.values())
    assert section_and_parents("sao-viet") == ("sao-viet", "culture")
    keys = [section.code for section in tree.values()]
    assert len(keys) == len(set(keys))


def article(title: str, text: str, **more: object) -> news.Article:
    return news.Article(title, None, (news.Passage(text),), **more)  # type: ignore[arg-type]


def test_the_pages_word_comes_first_then_the_text() -> None:
    text = "Đội chủ nhà thắng 2-1 nhờ bàn thắng ở phút 88, huấn luyện viên khen các cầu thủ và trọng tài trận đấu."
    code, sure, why = find_section(article("Thắng ngược ở vòng 5", text, section="Nhạc Việt"))
    assert (code, sure) == ("nhac-viet", 1.0)
    assert "Nhạc Việt" in why
    assert find_section(article("Thắng ngược ở vòng 5 giải vô địch bóng đá", text))[0] == "sport"
    assert find_section(article("Thắng ngược ở vòng 5 giải vô địch bóng đá", text, section="Tin tức"))[0] == "sport"
    assert find_section(article("Nắng nóng", "", kind="weather"))[0] == "weather"


def test_no_text_at_all_is_still_answered() -> None:
    code, sure, _ = find_section(news.Article(""))
    assert code in sections()
    assert 0 <= sure <= 1
