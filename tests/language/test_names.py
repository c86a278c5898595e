"""Names cut by the lexicons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.language.forms import make_index
from diemtin.language.names import person_key, scan
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import nfc

INDEX = make_index()


def pieces(text: str, tags: str = "conpkb") -> list[tuple[str, str]]:
    return [(piece.tag, piece.text) for piece in scan(text, INDEX) if piece.tag in tags]


def test_office_country_name() -> None:
    assert pieces("Ngoại trưởng Mỹ Antony Blinken") == [("o", "Ngoại trưởng"), ("c", "Mỹ"), ("n", "Antony Blinken")]


@pytest.mark.parametrize(
    "name",
    ["Park Geun-hye", "Alexander van der Bellen", "G.W. Bush", "F.Castro", "Nguyễn Thị Nga", "Shrimati Preeti Saran"],
)
def test_a_name_is_one_piece(name: str) -> None:
    assert ("n", name) in pieces(f"hôm qua ông {name} tới")


def test_a_risky_word_is_a_country_only_where_it_can_be_one() -> None:
    assert pieces("Anh ta tới Anh và Đức.", "c") == [("c", "Anh"), ("c", "Đức")]
    assert pieces("ca sĩ Đức Phúc", "c") == []
    assert pieces("Thủ tướng Anh David Cameron", "c") == [("c", "Anh")]


def test_numbers_in_the_names_of_conferences() -> None:
    assert [piece.value for piece in scan("AMM-57 và COP28", INDEX) if piece.tag == "b"][:1] == ["amm"]


def test_one_key_for_all_forms_of_a_name() -> None:
    assert person_key("Wang Yi") == person_key("Vương Nghị")
    assert person_key("Yoko Kamikawa") == person_key("Kamikawa Yoko")
    assert person_key("Cho Tae-yul") == person_key("Cho Tae Yul")
    assert person_key("Sergei Lavrov") != person_key("Marco Rubio")


@pytest.mark.parametrize(
    ("word", "expected"), [("nguyễn", True), ("phúc", True), ("quyết", True), ("blinken", False), ("kamikawa", False)]
)
def test_syllables_of_vietnamese(word: str, expected: bool) -> None:
    assert is_vietnamese(word) is expected


@given(st.text(alphabet="aăbcđ ÁỲNgaAnhM.,-“”()\n0123 Mỹ", max_size=80).map(nfc))
def test_pieces_lie_in_order_and_cover_every_word(text: str) -> None:
    found = scan(text, INDEX)
    end = 0
    for piece in found:
        assert piece.start >= end
        assert piece.text == text[piece.start : piece.end]
        end = piece.end
    covered = "".join(piece.text for piece in found)
    assert sum(letter.isalnum() for letter in covered) == sum(letter.isalnum() for letter in text)
