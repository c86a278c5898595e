"""Sitemaps, OPML, and what a folder does with feeds, sitemaps and OPML in it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from diemtin.errors import FeedError
from diemtin.sources.opml import read_opml, write_opml
from diemtin.sources.ready import Listed
from diemtin.sources.sitemaps import MOST_ADDRESSES, read_sitemap

from .test_feeds import ENTRY, rss
from .test_files import Read

SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>
 https://a.vn/1.html </loc><lastmod>2024-09-23</lastmod>
<news:news><news:publication><news:name>Báo A</news:name><news:language>vi</news:language></news:publication>
<news:publication_date>2024-09-23T19:57:16+07:00</news:publication_date><news:title>Họp & bàn</news:title>
</news:news></url>
<url><loc>/2.html</loc></url><url><loc>javascript:x</loc></url><url></url></urlset>"""


def test_a_news_sitemap() -> None:
    one, two = read_sitemap(SITEMAP.encode(), "https://a.vn/sitemap.xml").listed
    assert (one.url, one.kind, one.title) == ("https://a.vn/1.html", "page", "Họp & bàn")
    assert one.published is not None
    assert one.published.start is not None
    assert one.published.start.isoformat() == "2024-09-23T12:57:16+00:00"
    assert one.modified is not None
    assert two == Listed("https://a.vn/2.html", "page")


def test_an_index_and_a_list() -> None:
    index = "<sitemapindex><sitemap><loc>https://a.vn/s1.xml.gz</loc></sitemap></sitemapindex>"
    assert read_sitemap(index.encode()).listed == (Listed("https://a.vn/s1.xml.gz", "sitemap"),)
    assert len(read_sitemap(b"https://a.vn/1\nhttps://a.vn/2\nx\n").listed) == 2


@pytest.mark.parametrize(
    "content",
    [
        SITEMAP[:-120],
        SITEMAP.replace("</url>", ""),
        SITEMAP.replace("<urlset", '<!DOCTYPE x [<!ENTITY a "aaaa">]><urlset'),
        SITEMAP.replace("\n", "\x00\n"),
        SITEMAP.replace("xmlns:news", "xmlns:nope"),
    ],
)
def test_broken_sitemaps_show_what_can_be_shown(content: str) -> None:
    assert read_sitemap(content.encode()).listed[0].url == "https://a.vn/1.html"


@pytest.mark.parametrize("content", [b"", b"<html></html>", b"\x00", b"<rss></rss>"])
def test_what_is_no_sitemap_says_so(content: bytes) -> None:
    with pytest.raises(FeedError):
        read_sitemap(content)


def test_large_sitemaps_are_quick_and_bounded() -> None:
    rows = "".join(f"<url><loc>https://a.vn/{n}</loc></url>" for n in range(60_000))
    begin = time.process_time()
    found = read_sitemap(f"<urlset>{rows}</urlset>".encode())
    assert len(found.listed) == MOST_ADDRESSES
    assert found.problems
    assert time.process_time() - begin < 8


def test_opml_in_and_out() -> None:
    text = """<opml version="1.0"><body><outline text="Báo"><outline text="A & B" xmlUrl="https://a.vn/rss"/>
    <outline title="Thế giới" text="x"><outline text="C" XMLURL="https://c.vn/rss"/></outline></outline>
    <outline text="A again" xmlUrl="https://a.vn/rss"/><outline text="bad" xmlUrl="file:///etc/passwd"/></body></opml>"""
    found = read_opml(text.encode())
    assert found == (
        Listed("https://a.vn/rss", "feed", "A & B", "Báo"),
        Listed("https://c.vn/rss", "feed", "C", "Báo › Thế giới"),
    )
    assert read_opml(write_opml("Nguồn\x00", found)) == found
    with pytest.raises(FeedError):
        read_opml(b"<rss></rss>")
    deep = "<opml><body>" + '<outline text="x">' * 5000 + '<outline xmlUrl="https://a.vn/"/>'
    assert len(read_opml(deep.encode())) <= 1


def test_xml_files_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(rss(ENTRY.format(n=1) + ENTRY.format(n=2)))
    (tmp_path / "list.opml").write_text('<opml><body><outline xmlUrl="https://a.vn/rss"/></body></opml>')
    (tmp_path / "map.xml").write_text(SITEMAP)
    (tmp_path / "page.xml").write_text("<html><body>x</body></html>")
    read = Read(tmp_path)
    assert [ready.article.title for ready in read.ready] == ["Họp báo 1", "Họp báo 2"]
    assert [row.kind for row in read.listed] == ["feed", "page"]
    assert read.refused == ["page.xml: a page, not a feed"]
