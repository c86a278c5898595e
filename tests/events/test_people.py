"""Persons, countries and places, where a name could be several things (sentences invented here)."""

from __future__ import annotations

import pytest

from tests.events.telling import tell


@pytest.mark.parametrize(
    ("text", "persons", "countries"),
    [
        ("Chị Nga và anh Đức Phúc đi Pháp.", {"Nga", "Đức Phúc"}, {"Pháp"}),
        ("Bà Nguyễn Thị Nga gặp Thủ tướng Anh David Cameron.", {"Nguyễn Thị Nga", "David Cameron"}, {"Anh"}),
        ("Tổng thống Áo Alexander van der Bellen tới Nga.", {"Alexander van der Bellen"}, {"Áo", "Nga"}),
        ("Quan hệ Mỹ-Hàn và Nga - Ukraine căng thẳng.", set(), {"Mỹ", "Hàn Quốc", "Nga", "Ukraine"}),
        ("Ông Trần Thủy Biển và Chủ tịch Trung Quốc Hồ Cẩm Đào.", {"Trần Thủy Biển", "Hồ Cẩm Đào"}, {"Trung Quốc"}),
        ("Tổng thống Hàn Quốc Park Geun-hye thăm CHDCND Triều Tiên.", {"Park Geun-hye"}, {"Hàn Quốc", "Triều Tiên"}),
        ("Các nước Mỹ Latinh và Đông Nam Á họp tại Brussels.", set(), set()),
        ("Giá vàng tại công ty SJC tăng.", set(), set()),
        ("Bão số 3 (tên quốc tế Sao La) mạnh lên, dự báo đổ bộ chiều 19/3. Sao La giật cấp 17.", set(), set()),
        ("Phóng viên HTBC tại Perth dẫn tuyên bố cho biết tàu đã tới nơi.", set(), set()),
        ("Nhà nghiên cứu Hán Nôm Cung Thế Phiệt cho biết bản đồ còn tốt.", {"Cung Thế Phiệt"}, set()),
    ],
)
def test_what_is_named(text: str, persons: set[str], countries: set[str]) -> None:
    found = tell(text)
    assert set(found.persons) == persons
    assert set(found.countries) == countries


def test_short_forms_are_the_person_named_in_full() -> None:
    found = tell("Ngoại trưởng Trung Quốc Vương Nghị tới Hà Nội.", "Ông Vương rời Hà Nội tối 9/3.")
    assert found.persons == ("Vương Nghị",)


def test_one_family_name_two_people() -> None:
    found = tell("Tổng thống Mỹ Bill Clinton và bà Hillary Clinton tới Hà Nội.", day=None)
    assert set(found.persons) == {"Bill Clinton", "Hillary Clinton"}


def test_the_press_prints_vuong_nghi() -> None:
    assert "Vương Nghị" in tell("Ngoại trưởng Trung Quốc Wang Yi tới Hà Nội.").persons


def test_offices_are_codes_with_their_country() -> None:
    assert "foreign_minister:jp" in tell("Ngoại trưởng Nhật Bản Takeshi Iwaya tới Hà Nội.").offices


def test_empty_and_odd_texts_are_no_error() -> None:
    for text in ("", " ", "…", "“”", "”", "((((", "Ngày 31/2/2025, ông.", "A" * 5000, "ông " * 500):
        tell(text)


@pytest.mark.parametrize("city", ["TP.HCM", "TP. Hồ Chí Minh", "TP Hồ Chí Minh", "TPHCM"])
def test_an_office_of_a_city_ends_before_the_city(city: str) -> None:
    found = tell(f"Chủ tịch UBND {city} Trần Văn Bình hôm qua tiếp Đại sứ Áo Hans Weber.").meetings
    assert [one.person for one in found[0].participants] == ["Trần Văn Bình", "Hans Weber"]
