"""Offices and countries in words: true of everybody under the code, in Vietnamese and in English."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from django.utils import translation

from diemtin.language.countries import countries
from diemtin.language.offices import offices, printed_offices, tenures
from diemtin.news import Participant
from diemtin.site.templatetags.words import country_name, in_office, office_in, office_name, sides, with_office

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("office", "country", "vietnamese", "english"),
    [
        ("foreign_minister", "jp", "Ngoại trưởng Nhật Bản", "Foreign Minister, Japan"),
        ("foreign_minister", "vn", "Bộ trưởng Ngoại giao Việt Nam", "Foreign Minister, Vietnam"),
        ("head_of_state", "vn", "Chủ tịch nước Việt Nam", "President, Vietnam"),
        ("head_of_state", "us", "Tổng thống Mỹ", "President, United States"),
        ("head_of_state", "kp", "Nhà lãnh đạo Triều Tiên", "Leader, North Korea"),
        ("head_of_state", "jp", "Nhà vua Nhật Bản", "Emperor, Japan"),
        ("head_of_state", "", "Nguyên thủ", "Head of state"),
        ("secretary_general", "un", "Tổng Thư ký Liên hợp quốc", "Secretary-General, United Nations"),
        ("secretary_general", "asean", "Tổng Thư ký ASEAN", "Secretary-General, ASEAN"),
        ("managing_director", "imf", "Tổng Giám đốc IMF", "Managing Director of the IMF"),
        ("commission_president", "eu", "Chủ tịch Ủy ban châu Âu", "President of the European Commission"),
        ("chief_of_staff", "vn", "Chánh Văn phòng Việt Nam", "Chief of staff, Vietnam"),
        ("", "kr", "Hàn Quốc", "South Korea"),
        ("", "", "", ""),
        ("director", "zz", "Lãnh đạo cơ quan", "Head or deputy head of an institution"),
    ],
)
def test_an_office_in_words(office: str, country: str, vietnamese: str, english: str) -> None:
    with translation.override("vi"):
        assert office_in(office, country) == vietnamese
        assert office_name(f"{office}:{country}") == vietnamese
    with translation.override("en"):
        assert office_in(office, country) == english


def test_every_holder_in_the_tables_prints_in_words() -> None:
    with translation.override("vi"):
        for office, country in {(row.office, row.country) for row in tenures()}:
            words = office_in(office, country)
            assert "_" not in words
            assert country_name(country) in words or printed_offices()[office, ""].alone


def test_words_of_offices_are_of_offices_and_countries_that_exist() -> None:
    for office, country in printed_offices():
        assert office in offices()
        assert country == "" or country in countries()


def test_every_office_and_every_country_has_its_english() -> None:
    spec = importlib.util.spec_from_file_location("build_messages", ROOT / "tools" / "build_messages.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    messages = tool.read_po(tool.LOCALE / "django.po")
    assert sorted({one.words for one in printed_offices().values()} - messages.keys()) == []
    foreign = [row.name for row in countries().values() if re.search(r"[À-ỹĐđ]|\bvà\b|^(Nam|Nga|Anh)\b", row.name)]
    assert [name for name in foreign if name not in messages] == []


def test_sides_in_words() -> None:
    ministers = (
        Participant("Cho Tae Yul", "foreign_minister", "kr"),
        Participant("Ai Đó"),
        Participant(None, "foreign_minister", "jp"),
    )
    with translation.override("vi"):
        assert in_office(ministers[0]) == "Ngoại trưởng Hàn Quốc Cho Tae Yul"
        assert with_office(ministers) == [ministers[0]]
        assert sides("(in), Cho Tae Yul") == "Ấn Độ, Cho Tae Yul"
