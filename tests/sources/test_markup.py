"""Markup that stands deeper than any page's: parsed in time, with every word kept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from diemtin.language.markup import flattened, is_suspect
from diemtin.sources.feed_text import lines, sanitise
from diemtin.sources.feeds import read_feed

DEEP = {
    "div": "<div>" * 300_000 + "sâu",
    "closed": "<div>" * 200_000 + "sâu" + "</div>" * 200_000,
    "formatting": "<b><p>" * 200_000 + "sâu",
    "two steps": "<i><u></u>" * 200_000 + "sâu",
    "attributes": "<div class='a>b'>" * 100_000 + "sâu",
    "no end": "<div " * 200_000 + "sâu",
    "table": "<table><tr><td>" * 100_000 + "sâu",
    "self-closing": "<div/>" * 200_000 + "sâu",
    "upper case": "<FONT>" * 200_000 + "sâu",
    "list": "<li><ul>" * 150_000 + "sâu",
    "svg": "<svg><g>" * 150_000 + "sâu",
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_markup_costs_little_and_keeps_its_words(name: str) -> None:
    begin = time.process_time()
    text = flattened(DEEP[name])
    tree = LexborHTMLParser(text)
    assert tree.body is not None
    assert "sâu" in tree.body.html or name == "no end"  # type: ignore[operator]
    sanitise(DEEP[name])
    lines(DEEP[name])
    assert time.process_time() - begin < 6


def test_a_deep_feed() -> None:
    begin = time.process_time()
    text = "&lt;div&gt;" * 200_000 + "x"
    feed = f"<rss><channel><item><title>T</title><link>https://a.vn/1</link><description>{text}</description></item></channel></rss>"
    assert read_feed(feed.encode()).entries[0].title == "T"
    prefixes = "".join(f"<a{n}:x/>" for n in range(50_000))
    feed = f"<rss><channel><item><title>T</title><link>https://a.vn/1</link>{prefixes}</item></channel></rss>"
    assert read_feed(feed.encode()).entries[0].title == "T"
    assert time.process_time() - begin < 8


def test_real_pages_stay_as_they_are() -> None:
    folder = Path(__file__).parents[2] / "../shared/eval/pages"
    pages = sorted(folder.glob("*/*.html*"))[::7]
    if not pages:
        pytest.skip("the real pages are not beside the repository")
    import gzip

    for path in pages:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        assert not is_suspect(content.decode("utf-8", "replace")), path.name
