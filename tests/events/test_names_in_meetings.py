"""Who a side is: what stands between an office and its name, whose envoy somebody is, states and names in old spellings."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.telling import tell

EARLY = date(2005, 3, 10)


def sides(*texts: str, day: date = date(2025, 3, 10)) -> list[set[tuple[str | None, str | None]]]:
    """Who takes part in each meeting that the paragraphs tell, with the state."""
    return [{(one.person, one.country) for one in met.participants} for met in tell(*texts, day=day).meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 10/3, Đặc phái viên của Mỹ về Triều Tiên Alan Fordham đã gặp Thứ trưởng Ngoại giao Hàn Quốc Cho Min-kyu.",
            {("Alan Fordham", "us"), ("Cho Min-kyu", "kr")},
        ),
        (
            "Ngày 10/3, Trưởng đoàn Hàn Quốc tại đàm phán sáu bên Cho Min-kyu gặp Thứ trưởng Ngoại giao Nga Oleg Berin.",
            {("Cho Min-kyu", "kr"), ("Oleg Berin", "ru")},
        ),
        (
            "Ngày 10/3, Phái viên Liên hợp quốc về Darfur Lars Ostman đã gặp Ngoại trưởng Sudan Hamid Tahoun.",
            {("Lars Ostman", "un"), ("Hamid Tahoun", "sd")},
        ),
        (
            "Ngày 10/3, Ngoại trưởng Kenya Peter Odera gặp ông Alan Fordham, đặc phái viên của Mỹ về Kenya.",
            {("Peter Odera", "ke"), ("Alan Fordham", "us")},
        ),
        (
            "Ngày 10/3, Ngoại trưởng Peru Luis Bardal tiếp Trợ lý Ngoại trưởng Nga phụ trách các vấn đề Á - Âu Oleg Berin.",
            {("Luis Bardal", "pe"), ("Oleg Berin", "ru")},
        ),
        (
            "Ngày 10/3, Đặc phái viên của Liên hợp quốc tại Yemen Lars Ostman gặp Ngoại trưởng Peru Luis Bardal.",
            {("Lars Ostman", "un"), ("Luis Bardal", "pe")},
        ),
        (
            "Ngày 10/3, Tổng Lãnh sự Việt Nam tại Thẩm Dương Trần Văn Bình gặp Tổng Lãnh sự Mỹ tại Munich Alan Fordham.",
            {("Trần Văn Bình", "vn"), ("Alan Fordham", "us")},
        ),
        (  # the office alone
            "Ngày 10/3, Ngoại trưởng Kenya Peter Odera gặp Đặc phái viên Hàn Quốc về hòa bình và an ninh khu vực tại Nairobi.",
            {("Peter Odera", "ke"), (None, "kr")},
        ),
        (  # the head of a part of a ministry
            "Ngày 10/3, Vụ trưởng Vụ châu Á-châu Đại Dương Bộ Ngoại giao Nhật Bản Kenta Morioka gặp Đại sứ Peru Luis Bardal.",
            {("Kenta Morioka", "jp"), ("Luis Bardal", "pe")},
        ),
        (
            "Ngày 10/3, Chủ tịch Hội đồng An ninh quốc gia Nhật Bản Kenta Morioka gặp Đại sứ Peru Luis Bardal.",
            {("Kenta Morioka", "jp"), ("Luis Bardal", "pe")},
        ),
        (
            "Ngày 10/3, Đại sứ Peru Luis Bardal gặp ông Alan Fordham, Vụ trưởng Vụ Triều Tiên của Bộ Ngoại giao Mỹ.",
            {("Luis Bardal", "pe"), ("Alan Fordham", "us")},
        ),
    ],
)
def test_a_charge_is_not_whose_somebody_is(text: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert sides(text) == [expected]


def test_a_pronoun_is_the_one_of_its_gender() -> None:
    told = sides(
        "Trợ lý Ngoại trưởng Canada Neil Sandler nói bà Mary Holt, Ngoại trưởng Canada, đã tới châu Á.",
        "Ngày 10/3, bà gặp Ngoại trưởng Peru Luis Bardal.",
    )
    assert told == [{("Mary Holt", "ca"), ("Luis Bardal", "pe")}]


@pytest.mark.parametrize(
    ("state", "code"),
    [("Pa-pu-a Niu Ghi-nê", "pg"), ("Ta-gi-ki-xtan", "tj"), ("Aán Độ", "in"), ("Chilê", "cl"), ("Nam Hàn", "kr")],
)
def test_states_in_old_spellings(state: str, code: str) -> None:
    assert sides(f"Ngày 10/3, Ngoại Trưởng {state} Alan Fordham gặp Ngoại Trưởng Peru Luis Bardal.") == [
        {("Alan Fordham", code), ("Luis Bardal", "pe")}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a state once for two of its officers
            "Ngày 10/3, Bộ trưởng Tài chính Peru Luis Bardal cùng Đại sứ Jose Ronda đã hội kiến Phó Thủ tướng Kenya Peter Odera.",
            {("Luis Bardal", "pe"), ("Jose Ronda", "pe"), ("Peter Odera", "ke")},
        ),
        (  # the ministry that tells it
            "Bộ Ngoại giao Peru cho hay Thứ trưởng Ngoại giao Luis Bardal hôm 10/3 đã triệu tập Đại sứ Kenya Peter Odera.",
            {("Luis Bardal", "pe"), ("Peter Odera", "ke")},
        ),
        (
            "Ngày 10/3, Tổng thống Nga Vladimir Putin tiếp ông Alan Fordham, đặc phái viên của Tổng thống Mỹ Donald Trump.",
            {("Vladimir Putin", "ru"), ("Alan Fordham", "us")},
        ),
        (
            "Ngày 10/3, ông Alan Fordham, đặc sứ của Thủ tướng Israel, gặp Ngoại trưởng Peru Luis Bardal.",
            {("Alan Fordham", "il"), ("Luis Bardal", "pe")},
        ),
        (  # the day is no number of gentlemen
            "Ngày 10/3 ông Alan Fordham gặp Ngoại trưởng Peru Luis Bardal.",
            {("Alan Fordham", None), ("Luis Bardal", "pe")},
        ),
    ],
)
def test_whose_somebody_is(text: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert sides(text) == [expected]


def test_a_colleague_in_the_same_office_is_of_another_state() -> None:
    told = sides("Ngoại trưởng Peru Luis Bardal và Ngoại trưởng Peter Odera đã hội đàm ngày 10/3.")
    assert told == [{("Luis Bardal", "pe"), ("Peter Odera", None)}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a name that begins with its article
            "Ngày 10/3, Thủ tướng Oman al-Hadri gặp Ngoại trưởng Peru Luis Bardal.",
            {("al-Hadri", "om"), ("Luis Bardal", "pe")},
        ),
        (  # a common word and a city as names
            "Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp Tướng Than Htay.",
            {("Luis Bardal", "pe"), ("Than Htay", None)},
        ),
        (
            "Ngày 10/3, Bộ trưởng Quốc phòng Mỹ Austin gặp Ngoại trưởng Peru Luis Bardal.",
            {("Lloyd Austin", "us"), ("Luis Bardal", "pe")},
        ),
        (  # the firm is no part of the name
            "Ngày 10/3, Thủ tướng Peru Luis Bardal tiếp Tổng giám đốc Công ty Điện tử Samsung Shim Won Dae.",
            {("Luis Bardal", "pe"), ("Shim Won Dae", None)},
        ),
        (
            "Ngày 10/3, TT Trump gặp Thủ Tướng Peru Luis Bardal.",
            {("Donald Trump", "us"), ("Luis Bardal", "pe")},
        ),
        (
            "Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp người tương nhiệm Slovak, Ivan Morak.",
            {("Luis Bardal", "pe"), ("Ivan Morak", "sk")},
        ),
        (
            "Ngày 10/3, Tổng thống Peru Luis Bardal hội đàm với Chủ tịch đảng Dân chủ đối lập Jose Ronda.",
            {("Luis Bardal", "pe"), ("Jose Ronda", None)},
        ),
    ],
)
def test_where_a_name_begins(text: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert sides(text, day=date(2024, 3, 10) if "Austin" in text else date(2025, 3, 10)) == [expected]


def test_the_province_of_a_party_committee_is_nobody() -> None:
    told = sides("Ngày 10/3, ông Lạc Huy Minh, Bí thư Tỉnh ủy Thanh Hải, gặp Ngoại trưởng Peru Luis Bardal.")
    assert told == [{("Lạc Huy Minh", None), ("Luis Bardal", "pe")}]


def test_whose_envoy_without_a_name() -> None:
    assert sides("Ngày 10/3, Ngoại trưởng Peru Luis Bardal tiếp đặc phái viên của ông Trump.") == [
        {("Luis Bardal", "pe"), (None, "us")}
    ]


def test_the_head_of_a_part_of_a_ministry_without_a_name() -> None:
    told = sides(
        "Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp Cục trưởng châu Á và Đại Dương của Bộ Ngoại giao Nhật Bản tại Lima."
    )
    assert told == [{("Luis Bardal", "pe"), (None, "jp")}]


def test_the_ministry_of_the_environment_is_no_school() -> None:
    told = sides("Ngày 10/3, Bộ trưởng Bộ Nông nghiệp và Môi trường Trần Văn Bình tiếp Đại sứ Áo Hans Weber.")
    assert told == [{("Trần Văn Bình", "vn"), ("Hans Weber", "at")}]


def test_two_gentlemen_of_years_ago() -> None:
    told = sides(
        "Theo Đức và Israel, ngày 10/3, ông Fischer gặp riêng hai ông Sharon và Mubarak ở Ai Cập.",
        day=date(2005, 3, 10),
    )
    assert {name for met in told for name, _ in met} == {"Joschka Fischer", "Ariel Sharon", "Hosni Mubarak"}


def test_addressed_by_a_short_form_in_an_article_without_a_date() -> None:
    (met,) = tell("Ông Lighthizer đã gặp Ngoại trưởng Peru Luis Bardal để bàn về thương mại với Mỹ.", day=None).meetings
    assert {(one.person, one.country) for one in met.participants} == {
        ("Robert Lighthizer", "us"),
        ("Luis Bardal", "pe"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # titles of the overseas press
            "Ngày 10/3, Tổng Trưởng Quốc Phòng Peru Luis Bardal gặp trưởng thương thuyết gia Oman Adel Sadoun.",
            {("Luis Bardal", "pe"), ("Adel Sadoun", "om")},
        ),
        (  # the first half of a body is no short form of somebody
            "Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp Chủ tịch Ủy ban Thường vụ Nhân đại toàn quốc Trung Quốc Lý Minh Đức.",
            {("Luis Bardal", "pe"), ("Lý Minh Đức", "cn")},
        ),
        (  # an office that names its state
            "Ngày 10/3, Đại diện Thương mại Mỹ Alan Fordham gặp Ngoại trưởng Peru Luis Bardal.",
            {("Alan Fordham", "us"), ("Luis Bardal", "pe")},
        ),
        (
            "Ngày 10/3, TT Nga Putin tiếp TT Trump.",
            {("Vladimir Putin", "ru"), ("Donald Trump", "us")},
        ),
        (
            "Ngày 10/3, Tổng thống Nga Vladimir Putin tiếp ông Alan Fordham, phái viên của Tổng thống Peru Luis Bardal, ở Lima.",
            {("Vladimir Putin", "ru"), ("Alan Fordham", "pe")},
        ),
        (  # two of one name in a list
            "Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp vua Faris, thái tử Hamid bin Faris và Ngoại trưởng Oman Adel Sadoun.",
            {("Luis Bardal", "pe"), ("Faris", None), ("Hamid bin Faris", None), ("Adel Sadoun", "om")},
        ),
        (
            "Ngày 10/3, Ngoại trưởng Oman Adel Sadoun gặp Quốc vương Oman Hamid bin Faris Al Sadi.",
            {("Adel Sadoun", "om"), ("Hamid bin Faris Al Sadi", "om")},
        ),
        (
            "Ngày 10/3 là cuộc gặp giữa ông Alan Fordham, trưởng nhóm đàm phán của Peru, và Tổng thống Oman, ông Adel Sadoun.",
            {("Alan Fordham", "pe"), ("Adel Sadoun", "om")},
        ),
        (
            "Ngày 10/3, Bộ trưởng Ngoại giao và Phát triển Quốc tế Peru Luis Bardal gặp thủ lĩnh Đảng Cứu quốc đối lập Ed Ford.",
            {("Luis Bardal", "pe"), ("Ed Ford", None)},
        ),
    ],
)
def test_titles_of_all_sorts(text: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert sides(text) == [expected]


def test_the_host_is_of_the_state_where_they_are() -> None:
    told = sides(
        "Ngoại trưởng Peru Luis Bardal tới thăm Burkina Faso.",
        "Ngày 10/3, Ngoại trưởng Peru hội đàm với người đồng cấp nước chủ nhà Jean Traore.",
    )
    assert told == [{("Luis Bardal", "pe"), ("Jean Traore", "bf")}]
    told = sides("Ngày 10/3 tại Oman, Ngoại trưởng Peru Luis Bardal hội đàm với Ngoại trưởng nước chủ nhà.")
    assert told == [{("Luis Bardal", "pe"), (None, "om")}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 10/3, Bí thư Tỉnh ủy Lào Cai Trần Văn Bình hội đàm với Bí thư Tỉnh ủy Vân Nam Vương Minh Đức.",
            {("Trần Văn Bình", "vn"), ("Vương Minh Đức", "cn")},
        ),
        (
            "Ngày 10/3, Chủ tịch UBND tỉnh Quảng Trị Trần Văn Bình tiếp Phó Tỉnh trưởng tỉnh Salavan Khamphan Sivilay.",
            {("Trần Văn Bình", "vn"), ("Khamphan Sivilay", "la")},
        ),
        (
            "Ngày 10/3, Bộ trưởng Y tế Peru Luis Bardal gặp Bộ trưởng Điều phối An ninh quốc gia Singapore Tan Boon Lee.",
            {("Luis Bardal", "pe"), ("Tan Boon Lee", "sg")},
        ),
    ],
)
def test_heads_of_provinces_and_ministers_of_any_field(text: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert sides(text) == [expected]


def test_an_owner_behind_the_charge() -> None:
    assert sides(
        "Ngày 10/3, Đại diện đặc biệt về Triều Tiên của Mỹ Alan Fordham gặp "
        "Đại diện đặc biệt về các vấn đề hòa bình thuộc Bộ Ngoại giao Hàn Quốc Cho Min-kyu."
    ) == [{("Alan Fordham", "us"), ("Cho Min-kyu", "kr")}]


def test_a_woman_of_vietnam_by_her_middle_name() -> None:
    told = sides("Ngày 10/3, Phó Chủ tịch Quốc hội Tòng Thị Minh tiếp Phó Chủ tịch Quốc hội Lào Khamphan Sivilay.")
    assert told == [{("Tòng Thị Minh", "vn"), ("Khamphan Sivilay", "la")}]


def test_a_minister_in_an_old_transcription() -> None:
    told = sides("Ngày 10/3, Bộ trưởng Ngoại giao Xa-lê-hi gặp Ngoại trưởng Peru Luis Bardal.")
    assert told == [{("Xa-lê-hi", None), ("Luis Bardal", "pe")}]


def test_a_name_only_spelt_in_another_way_stays_as_printed() -> None:
    told = sides("Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp lãnh đạo Libya Moammar Gadhafi.", day=date(2011, 3, 10))
    assert told == [{("Luis Bardal", "pe"), ("Moammar Gadhafi", "ly")}]
    told = sides("Ngày 10/3, Ngoại trưởng Peru Luis Bardal gặp Ngoại trưởng Trung Quốc Wang Yi.", day=date(2021, 3, 10))
    assert told == [{("Luis Bardal", "pe"), ("Vương Nghị", "cn")}]


def test_whose_envoy_behind_a_long_title() -> None:
    told = sides(
        "Ngày 10/3, Ngoại trưởng Peru Luis Bardal tiếp Đại sứ Alan Fordham, "
        "đặc phái viên của Chủ tịch Hội đồng Chủ quyền Sudan Hamid Tahoun."
    )
    assert told == [{("Luis Bardal", "pe"), ("Alan Fordham", "sd")}]
