"""The catalogue of outlets: whole, free of doubles, and found by every way of naming one."""

from __future__ import annotations

from collections import Counter

import pytest

from diemtin.language.outlets import _key, find_domain, find_outlet, known_outlets, outlet_of
from diemtin.news import Outlet
from diemtin.sources.fetch.addresses import check_url


def test_the_catalogue_is_whole() -> None:
    outlets = known_outlets()
    assert len(outlets) >= 80
    assert [name for name, count in Counter(d for one in outlets for d in one.domains).items() if count > 1] == []
    keys = Counter(key for one in outlets for key in {_key(name) for name in (one.name, *one.names)})
    assert [key for key, count in keys.items() if count > 1] == []
    for one in outlets:
        assert all(find_domain(domain) == domain for domain in one.domains), one.name
        assert all(check_url(feed) for feed in one.feeds), one.name
    assert sum(bool(one.feeds) for one in outlets) >= 30


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("vnexpress.net", "VnExpress"),
        ("https://www.vnexpress.net/a-1.html", "VnExpress"),
        ("HTTPS://M.TUOITRE.VN/x", "Tuổi Trẻ"),
        ("thethao.thanhnien.vn", "Thanh Niên"),
        ("Báo Tuổi Trẻ", "Tuổi Trẻ"),
        ("tuoitre", "Tuổi Trẻ"),
        ("Tuoi Tre Online", "Tuổi Trẻ"),
        ("Thông tấn xã Việt Nam", "TTXVN"),
        ("NLĐ", "Người Lao Động"),
        ("Zing News", "Znews"),
        ("news.zing.vn", "Znews"),
        ("VGT", "Việt Giải Trí"),
        ("Tạp chí Thời Đại", "Thời Đại"),
        ("ngoisao.vnexpress.net", "Ngôi sao"),
        ("Báo Tin tức", "Báo Tin tức"),
        ("infonet.vietnamnet.vn", "Infonet"),
    ],
)
def test_outlets_are_found(words: str, name: str) -> None:
    found = find_outlet(words)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "words", ["", "???", "vn", "com.vn", "báo", "notvnexpress.net", "vnexpress.net.evil.example", "127.0.0.1"]
)
def test_others_are_not(words: str) -> None:
    assert find_outlet(words) is None


def test_whose_a_page_is() -> None:
    assert outlet_of(None, "https://vietgiaitri.com/x") == Outlet("Việt Giải Trí", "vietgiaitri.com", "aggregator")
    assert outlet_of("VTC News", "https://vietgiaitri.com/x") == Outlet("VTC News", "vtcnews.vn", "broadcaster")
    assert outlet_of("Báo Lạ", "https://vietgiaitri.com/x") == Outlet("Báo Lạ", None)
    assert outlet_of("Báo Lạ", "https://www.la.vn/x") == Outlet("Báo Lạ", "la.vn")
    assert outlet_of("thẻ một, " * 20, "https://vnexpress.net/x").name == "VnExpress"
    assert outlet_of("tin.la.vn", None) == Outlet(None, "tin.la.vn")
    assert outlet_of(None, None) == Outlet()


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.a.vn/x", "a.vn"),
        ("http://user@M.A.vn:8080/", "a.vn"),
        ("https://báo.vn/", "xn--bo-mia.vn"),
        ("a.vn.", "a.vn"),
        ("www.vn", "www.vn"),
        ("http://[::1]/", None),
        ("http://[::1", None),
        ("http://127.0.0.1/", None),
        ("Báo A. Nguyễn", None),
        (None, None),
    ],
)
def test_domains(address: str | None, domain: str | None) -> None:
    assert find_domain(address) == domain
