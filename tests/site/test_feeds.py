"""Feeds: valid for strict readers, in the order of the pages, and within the rights of each outlet."""

from __future__ import annotations

import json
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from django.test import Client
from lxml import etree

from diemtin.site.feeding import Entry, Feed, write_feed
from diemtin.store import models
from tests.small_desk import NOW, SmallDesk

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = [
    "/theo-doi/trang-nhat",
    "/theo-doi/moi-nhat",
    "/theo-doi/chuyen-muc/society",
    "/theo-doi/bao/mo.vn",
    "/theo-doi/tin/storm",
    "/theo-doi/dong-su-kien/t1",
    "/theo-doi/tim",
]


@pytest.mark.parametrize("address", ALL)
@pytest.mark.parametrize("kind", ["rss", "atom", "json"])
def test_every_feed_is_valid_and_holds_something(desk: SmallDesk, client: Client, address: str, kind: str) -> None:
    answer = client.get(f"{address}.{kind}", {"q": "bao"} if address.endswith("tim") else {})
    assert answer.status_code == 200
    assert not answer.cookies
    if kind == "json":
        told = json.loads(answer.content)
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["items"]
        assert all(entry["id"] and entry["url"] and entry["content_html"] for entry in told["items"])
        return
    read = feedparser.parse(answer.content)
    assert read.bozo is False
    assert read.entries
    (_check_rss if kind == "rss" else _check_atom)(etree.fromstring(answer.content))


def _check_rss(root: etree._Element) -> None:
    """What RSS 2.0 and its validator ask for."""
    channel = root.find("channel")
    assert channel is not None
    assert all(channel.findtext(name) for name in ("title", "link", "description", "language"))
    assert channel.find(f"{ATOM}link").get("rel") == "self"  # type: ignore[union-attr]
    parsedate_to_datetime(channel.findtext("lastBuildDate", ""))
    guids = [entry.findtext("guid") for entry in channel.findall("item")]
    assert len(guids) == len(set(guids))
    for entry in channel.findall("item"):
        assert entry.findtext("title")
        assert entry.findtext("link", "").startswith("http://127.0.0.1:8000/")
        assert parsedate_to_datetime(entry.findtext("pubDate", "")).utcoffset() is not None


def _check_atom(root: etree._Element) -> None:
    """What RFC 4287 asks for."""
    for parent in (root, *root.findall(f"{ATOM}entry")):
        assert parent.findtext(f"{ATOM}id", "").startswith("http")
        assert parent.findtext(f"{ATOM}title")
        assert "T" in parent.findtext(f"{ATOM}updated", "")
        assert parent.findtext(f"{ATOM}author/{ATOM}name")
    assert {link.get("rel") for link in root.findall(f"{ATOM}link")} == {"self", "alternate"}


def test_rights_hold_in_feeds(desk: SmallDesk, client: Client) -> None:
    text = client.get("/theo-doi/tin/storm.json").content.decode()
    assert "Sapo kín" not in text
    assert "Toàn văn" not in text
    entries = {entry["_diemtin"]["article"]: entry for entry in json.loads(text)["items"]}
    assert entries["bao"]["summary"] == "Sapo <b>lạ</b> & sắc."
    assert "&lt;b&gt;lạ&lt;/b&gt; &amp; sắc" in entries["bao"]["content_html"]
    assert entries["dong"]["external_url"] == "https://dong.vn/dong.html"


def test_removed_articles_are_in_no_feed(desk: SmallDesk, client: Client) -> None:
    for address in ALL:
        assert "Bài đã gỡ" not in client.get(f"{address}.rss", {"q": "bài đã gỡ"}).content.decode()
    assert client.get("/theo-doi/tin/gone.rss").status_code == 404


def test_the_front_feed_tells_block_and_reasons(desk: SmallDesk, client: Client) -> None:
    first = json.loads(client.get("/theo-doi/trang-nhat.json").content)["items"][0]
    assert first["_diemtin"]["story"] == "storm"
    assert first["_diemtin"]["block"] == "focus"
    assert first["_diemtin"]["why"][0]["words"] == "3 báo"


def test_a_feed_is_not_sent_twice(desk: SmallDesk, client: Client) -> None:
    answer = client.get("/theo-doi/moi-nhat.rss")
    again = client.get("/theo-doi/moi-nhat.rss", headers={"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "public" in answer.headers["Cache-Control"]
    assert answer.headers["Last-Modified"]
    desk.article("Bài mới", hours=0.01)
    assert client.get("/theo-doi/moi-nhat.rss", headers={"if-none-match": answer.headers["ETag"]}).status_code == 200


def test_a_merged_story_leads_on(desk: SmallDesk, client: Client) -> None:
    models.Story.objects.create(key="old", created=NOW, merged_into=models.Story.objects.get(key="storm"))
    answer = client.get("/theo-doi/tin/old.atom")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/theo-doi/tin/storm.atom")


@pytest.mark.parametrize(
    "address", ["/theo-doi/tin/x.rss", "/theo-doi/bao/x.rss", "/theo-doi/chuyen-muc/x.rss", "/theo-doi/a.b"]
)
def test_unknown_feeds(desk: SmallDesk, client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_opml_names_every_feed(desk: SmallDesk, client: Client) -> None:
    root = etree.fromstring(client.get("/theo-doi/muc-luc.opml").content)
    addresses = [one.get("xmlUrl") for one in root.iter("outline") if one.get("xmlUrl")]
    assert "http://127.0.0.1:8000/theo-doi/bao/mo.vn.rss" in addresses
    for address in addresses:
        assert client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_an_empty_feed_is_valid(db: None, client: Client) -> None:
    _check_atom(etree.fromstring(client.get("/theo-doi/moi-nhat.atom").content))
    assert feedparser.parse(client.get("/theo-doi/moi-nhat.rss").content).bozo is False


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    entry = Entry("http://x/1", "http://x/1", "a\x00b\x0bc\ud800d", NOW, NOW, "e\x1f", "o\uffff")
    for kind in ("rss", "atom"):
        content, _ = write_feed(Feed("t\x08", "http://x/", "http://x/f", (entry,)), kind)  # type: ignore[arg-type]
        assert b"abcd" in content
        etree.fromstring(content)


def test_sitemaps_name_what_can_be_seen(desk: SmallDesk, client: Client) -> None:
    index = etree.fromstring(client.get("/sitemap.xml").content)
    maps = [location.text.removeprefix("http://127.0.0.1:8000") for location in index.iter("{*}loc")]  # type: ignore[union-attr]
    found: list[str] = []
    for address in maps:
        answer = client.get(address)
        assert answer.status_code == 200
        found += [str(location.text) for location in etree.fromstring(answer.content).iter("{*}loc")]
    assert "http://127.0.0.1:8000/tin/storm" in found
    assert "http://127.0.0.1:8000/dong-su-kien/t1" in found
    news = etree.fromstring(client.get("/sitemap-tin-moi.xml").content)
    assert "Bão <số> 13 & lũ" in [str(title.text) for title in news.iter("{*}title")]


def test_robots(desk: SmallDesk, client: Client) -> None:
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /tim" in lines
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in lines
