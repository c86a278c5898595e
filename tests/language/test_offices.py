"""Offices, countries and their loaders."""

from __future__ import annotations

from datetime import date

import pytest

from diemtin.language.agencies import bodies, find_agency, print_body
from diemtin.language.countries import countries, find_country, print_country
from diemtin.language.offices import (
    find_earlier,
    find_holder,
    find_short,
    find_tenures,
    offices,
    print_office,
    tenures,
)
from diemtin.language.places import places


def test_who_held_an_office() -> None:
    row = find_holder("foreign_minister", "us", date(2021, 3, 16), date(2021, 3, 31))
    assert row is not None
    assert row.holder == "Antony Blinken"


def test_a_range_with_two_holders_names_nobody() -> None:
    assert find_holder("head_of_state", "us", date(2021, 1, 1), date(2021, 3, 1)) is None


def test_nobody_before_the_table_begins() -> None:
    assert find_holder("foreign_minister", "us", date(1950, 1, 1), date(1950, 1, 1)) is None


def test_names_in_any_order_or_spelling() -> None:
    assert {row.holder for row in find_tenures("Wang Yi")} == {"Vương Nghị"}
    assert find_tenures("Cho Tae-yul") == find_tenures("Cho Tae Yul")
    assert find_short("Blinken")
    assert find_tenures("Nobody Atall") == ()


def test_every_tenure_is_of_a_known_office_and_country_or_body() -> None:
    for row in tenures():
        assert row.office in offices(), row
        assert row.country in countries() or row.country in bodies(), row
        assert row.end is None or row.start <= row.end, row


def test_countries_by_any_form() -> None:
    assert {find_country(form).code for form in ("Mỹ", "Hoa Kỳ", "us")} == {"us"}  # type: ignore[union-attr]
    assert print_country("jp") == "Nhật Bản"
    assert find_country("Atlantis") is None


def test_agencies_bodies_and_places() -> None:
    agency = find_agency("Thông tấn xã Việt Nam")
    assert agency is not None
    assert agency.name == "TTXVN"
    assert print_body("un") == "Liên hợp quốc"
    assert places()["Tokyo"].country == "jp"
    assert print_office("foreign_minister") == "Ngoại trưởng"


@pytest.mark.parametrize(
    ("holder", "forms"),
    [
        ("Vladimir Putin", ["V.Pu-tin", "Vla-đi-mia Pu-tin", "V. Putin", "Vladimir V. Putin"]),
        ("Barack Obama", ["Barack Hussein Obama", "B.Ô-ba-ma", "Obama"]),
        ("David Cameron", ["Đ.Ca-mê-rơn", "Đavít Camêrôn"]),
        ("Abe Shinzo", ["Shinzo Abe", "Sin-dô A-bê", "S.A-bê"]),
        ("Kamikawa Yoko", ["Yoko Kamikawa", "Kamikawa Yōko"]),
        ("Emmanuel Macron", ["Ê-ma-nu-en Ma-crông", "E.Ma-crông"]),
        ("Volodymyr Zelensky", ["Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Vladimir Zelensky"]),
        ("Hassan Rouhani", ["Hassan Rohani", "Hát-xan Ru-ha-ni"]),
        ("Susilo Bambang Yudhoyono", ["SBY", "S.B. Yudhoyono"]),
        ("Kim Jong Un", ["Kim Jong-un", "Kim Châng Un", "Kim Chính Ân"]),
        ("Tập Cận Bình", ["Xi Jinping"]),
        ("Recep Tayyip Erdogan", ["Tayyip Erdoğan"]),
        ("Abdel Fattah al-Sisi", ["Abdel-Fattah al-Sisi", "Abdel Fattah El-Sisi"]),
    ],
)
def test_forms_of_one_person(holder: str, forms: list[str]) -> None:
    for form in forms:
        assert {row.holder for row in find_tenures(form)} == {holder}, form


@pytest.mark.parametrize(
    ("short", "holder"),
    [
        ("Blinken", "Antony Blinken"),
        ("Pu-tin", "Vladimir Putin"),
        ("Méc-ken", "Angela Merkel"),
        ("Yanukovich", "Viktor Yanukovych"),
        ("Rohani", "Hassan Rouhani"),
        ("Erdoğan", "Recep Tayyip Erdogan"),
    ],
)
def test_short_forms(short: str, holder: str) -> None:
    assert {row.holder for row in find_short(short)} == {holder}


@pytest.mark.parametrize(
    ("form", "office", "country"),
    [
        ("Thaksin", "head_of_government", "th"),
        ("S.Hussein", "head_of_state", "iq"),
        ("Schröder", "head_of_government", "de"),
        ("Giang Trạch Dân", "head_of_state", "cn"),
        ("Ong Keng Yong", "secretary_general", "asean"),
        ("Megawati", "head_of_state", "id"),
    ],
)
def test_people_of_the_years_before_the_tables(form: str, office: str, country: str) -> None:
    rows = find_earlier(form)
    assert (office, country) in {(row.office, row.country) for row in rows}
    assert not any(row.checked for row in rows)
