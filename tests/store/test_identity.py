"""When two arrivals are the same article, and ids that are given once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diemtin.news import Article, Figure, Outlet, Passage
from diemtin.store.identity import address_of, clean_url, content_hash_of, fingerprint_of
from diemtin.store.keys import spell

ARTICLE = Article("Bão số 9 đổ bộ", "Sáng nay.", (Passage("Mưa to."),), outlet=Outlet("Báo A", "a.example"))


@pytest.mark.parametrize(
    "same",
    [
        "https://www.a.example/tin-1.html",
        "http://a.example/tin-1.html#binh-luan",
        "https://m.a.example/tin-1.html?utm_source=x&fbclid=1",
        "https://A.example:443/tin-1.html",
    ],
)
def test_addresses_that_are_one(same: str) -> None:
    assert address_of(same) == address_of("https://a.example/tin-1.html")


def test_addresses_that_are_two() -> None:
    urls = ["https://a.example/?p=1", "https://a.example/?p=2", "https://b.example/?p=1", "https://a.example/P"]
    assert len({address_of(url) for url in urls}) == 4
    assert clean_url("https://a.example/x/") == "a.example/x"


def test_a_broken_address_still_identifies() -> None:
    assert address_of("http://[broken") != ""


def test_identity_without_address_is_outlet_headline_and_body() -> None:
    assert fingerprint_of(ARTICLE) == fingerprint_of(replace(ARTICLE, lead=None, role="embedded"))
    assert fingerprint_of(ARTICLE) != fingerprint_of(replace(ARTICLE, outlet=Outlet("Báo B", "b.example")))
    assert fingerprint_of(ARTICLE) != fingerprint_of(replace(ARTICLE, body=(Passage("Mưa nhỏ."),)))


def test_a_version_is_whatever_a_reader_would_see_changed() -> None:
    assert content_hash_of(ARTICLE) != content_hash_of(replace(ARTICLE, lead="Chiều nay."))
    assert content_hash_of(ARTICLE) != content_hash_of(replace(ARTICLE, figures=(Figure(caption="Sóng lớn"),)))
    assert content_hash_of(ARTICLE) == content_hash_of(replace(ARTICLE, section="Xã hội"))


def test_keys_are_opaque_short_and_never_alike() -> None:
    keys = {spell("a", number) for number in range(1, 20_000)}
    assert len(keys) == 19_999
    assert {len(key) for key in keys} == {8}
    assert spell("a", 1) == "aztyej4b"  # ids that were given once keep their meaning
