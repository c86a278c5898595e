"""Normal form and folding: what is the same, and what must not be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.language.text import count_syllables, fold, nfc, normal, squeeze, syllables

VIETNAMESE = st.text(
    alphabet="aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcdghklmnpqrstvx ĐÂƯ"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hòa bình", "hoà bình"),
        ("HÒA", "hoà"),
        ("thủy lợi", "thuỷ lợi"),
        ("khỏe", "khoẻ"),
        ("tùy", "tuỳ"),
        ("Lũy thừa", "luỹ thừa"),
    ],
)
def test_old_and_new_tone_placement_are_the_same(old: str, new: str) -> None:
    assert normal(old) == normal(new)


@pytest.mark.parametrize("word", ["quý", "quỳ", "toàn", "hoàng", "thuyền", "xoáy", "ngoại", "tuần"])
def test_syllables_with_one_spelling_stay_as_they_are(word: str) -> None:
    assert normal(word) == word


def test_folding_takes_every_diacritic_and_the_d() -> None:
    assert fold("Đường đến Hàn Quốc: ỡ, Ữ, ặ") == "duong den han quoc: o, u, a"


def test_decomposed_letters_are_the_composed_ones() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Hường")
    assert decomposed != "Nguyễn Thị Hường"
    assert nfc(decomposed) == "Nguyễn Thị Hường"
    assert syllables(decomposed) == ["nguyễn", "thị", "hường"]


def test_marks_that_nobody_sees_are_gone() -> None:
    assert squeeze("  thủ\u200b đô\u00a0\n Hà\u00adNội ") == "thủ đô HàNội"


def test_syllables_are_counted_with_their_numbers() -> None:
    assert count_syllables("Ngày 23/9, ông nói: “Không!”") == 6


@given(VIETNAMESE)
def test_normal_and_fold_are_stable(text: str) -> None:
    assert normal(normal(text)) == normal(text)
    assert fold(fold(text)) == fold(text)
    assert fold(normal(text)) == fold(text)
    assert fold(text).isascii()
