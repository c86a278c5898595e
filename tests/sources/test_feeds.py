"""Feeds, right ones and each kind of broken one: what a lenient reader would show is shown, nothing crashes."""

from __future__ import annotations

import contextlib
import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.errors import FeedError
from diemtin.sources.feed_dates import read_feed_date
from diemtin.sources.feed_text import lines, one_line
from diemtin.sources.feeds import MOST_ENTRIES, Entry, read_feed

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
ENTRY = """<item><title>Họp báo {n}</title><link>https://a.vn/{n}.html</link>
<description><![CDATA[<a href="https://a.vn/{n}.html"><img src="https://i.a.vn/{n}.jpg"></a></br>
Sapo của bài {n}.]]></description>
<pubDate>Mon, 23 Sep 2024 19:57:16 +0700</pubDate><guid>https://a.vn/{n}.html</guid></item>"""


def rss(inside: str, head: str = HEAD, attributes: str = "") -> str:
    return (
        f'{head}<rss version="2.0"{attributes}><channel><title>Báo A</title><link>https://a.vn</link>{inside}'
        "</channel></rss>"
    )


def entries(text: str | bytes, **options: str) -> tuple[Entry, ...]:
    return read_feed(text if isinstance(text, bytes) else text.encode(), **options).entries


def test_an_rss_feed() -> None:
    feed = read_feed(rss(ENTRY.format(n=1) + ENTRY.format(n=2)).encode(), "https://a.vn/rss/tin.rss")
    assert (feed.title, feed.url, feed.problems) == ("Báo A", "https://a.vn", ())
    one = feed.entries[0]
    assert (one.title, one.url, one.lead) == ("Họp báo 1", "https://a.vn/1.html", "Sapo của bài 1.")
    assert (one.image, one.guid, one.content) == ("https://i.a.vn/1.jpg", "https://a.vn/1.html", None)
    assert one.published.start is not None
    assert one.published.start.isoformat() == "2024-09-23T12:57:16+00:00"
    article = one.article(feed)
    assert (article.title, article.outlet.domain, article.url) == ("Họp báo 1", "a.vn", "https://a.vn/1.html")


def test_an_atom_feed() -> None:
    text = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Báo &lt;b&gt;B&lt;/b&gt;</title>
    <link rel="self" href="https://b.vn/atom.xml"/><link href="https://b.vn/"/>
    <entry><title type="html">Một &amp;amp; hai</title><link rel="alternate" href="/bai/1"/><id>tag:b.vn,2024:1</id>
    <author><name>Lan Anh</name></author><category term="Thế giới"/><category term="Nhật Bản"/>
    <updated>2024-09-23T12:57:16Z</updated><summary>Sapo.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p onclick="x()">Đoạn một.</p>
    <script>alert(1)</script>
    <p>Đoạn <b>hai</b>.</p></div></content></entry></feed>"""
    (one,) = entries(text, url="https://b.vn/atom.xml")
    assert (one.title, one.url, one.guid, one.lead) == ("Một & hai", "https://b.vn/bai/1", "tag:b.vn,2024:1", "Sapo.")
    assert (one.author, one.section, one.tags) == ("Lan Anh", "Thế giới", ("Thế giới", "Nhật Bản"))
    assert one.content is not None
    assert "script" not in one.content
    assert "onclick" not in one.content
    assert lines(one.content) == ("Đoạn một.", "Đoạn hai.")


def test_an_rdf_feed() -> None:
    text = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://c.vn/"><title>C</title></channel>
    <item rdf:about="https://c.vn/1"><title>Bài</title><link>https://c.vn/1</link><dc:date>2024-09-23</dc:date>
    <dc:creator>PV</dc:creator></item></rdf:RDF>"""
    (one,) = entries(text)
    assert (one.title, one.url, one.author, one.published.precision) == ("Bài", "https://c.vn/1", "PV", "day")


def test_a_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Báo D",
        "home_page_url": "https://d.vn/",
        "items": [
            {"id": 1, "url": "/1", "title": "Bài\ud800", "content_html": "<p>Đoạn.<script>x</script></p>"},
            {
                "id": "2",
                "content_text": "Một < hai\nDòng",
                "date_published": "2024-09-23T19:57:16+07:00",
                "tags": ["A"],
            },
            {"id": "3", "authors": "wrong", "tags": 5, "url": ["x"], "title": "Ba", "summary": "Sapo"},
            "not an object",
        ],
    }
    one, two, three = entries(json.dumps(feed))
    assert (one.url, one.title, one.content) == ("https://d.vn/1", "Bài", "<p>Đoạn.</p>")
    assert lines(two.content or "") == ("Một < hai", "Dòng")
    assert two.section == "A"
    assert (three.title, three.lead, three.url, three.tags) == ("Ba", "Sapo", None, ())
    for bad in ("{", "[]", '{"items": 5}', "[" * 100_000):
        with pytest.raises(FeedError):
            read_feed(bad.encode())


BROKEN = {
    "bare ampersand": rss("<item><title>Họp báo 1 & 2</title><link>https://a.vn/1?a=1&b=2</link></item>"),
    "undefined entity": rss("<item><title>H&ocirc;m nay&nbsp;&hellip; &lol;</title><link>https://a.vn/1</link></item>"),
    "no namespace": rss(
        '<item><title>T</title><link>https://a.vn/1</link><media:thumbnail url="https://i.vn/1.jpg"/>'
        "<content:encoded><![CDATA[<p>Toàn văn của bài.</p>]]></content:encoded>"
        "<dc:creator>PV</dc:creator><x:y/></item>"
    ),
    "truncated in an entry": rss(ENTRY.format(n=1) + ENTRY.format(n=2))[:-160],
    "truncated in CDATA": rss(ENTRY.format(n=1) + ENTRY.format(n=2)).partition("Sapo của bài 2")[0],
    "not closed": f"{HEAD}<rss><channel><title>A</title><item><title>T</title><link>https://a.vn/1</link><item><title>U</title>",
    "wrong nesting": rss("<item><title>T<b></title></b><link>https://a.vn/1</link></item>"),
    "control characters": rss("<item><title>T\x00\x08\x1f</title><link>https://a.vn/1</link></item>"),
    "references to nothing": rss(
        "<item><title>T&#0;&#x1F;&#xD800;&#99999999;</title><link>https://a.vn/1</link></item>"
    ),
    "warning before": "<br />\n<b>Warning</b>: mysql in /x.php\n" + rss(ENTRY.format(n=1)),
    "spaces before": "\n\n  " + rss(ENTRY.format(n=1)),
    "two declarations": HEAD + rss(ENTRY.format(n=1)),
    "no declaration": rss(ENTRY.format(n=1), head=""),
    "doctype": rss(ENTRY.format(n=1), head='<!DOCTYPE rss PUBLIC "-//X//EN" "http://evil.test/x.dtd">'),
    "attribute without quotes": rss("<item><title>T</title><link>https://a.vn/1</link><enclosure url=x/></item>"),
    "html in title": rss("<item><title><b>Đậm</b> và <i>nghiêng</i></title><link>https://a.vn/1</link></item>"),
    "guid only": rss("<item><title>T</title><guid>https://a.vn/1</guid></item>"),
    "no title": rss("<item><link>https://a.vn/1</link><description>Chỉ có mô tả</description></item>"),
    "no link": rss("<item><title>Chỉ có tít</title></item>"),
    "less than": rss("<item><title>Giá < 80 triệu</title><link>https://a.vn/1</link></item>"),
    "nothing after the root": rss(ENTRY.format(n=1)) + "<script>ads()</script>",
    "upper case": "<RSS><CHANNEL><ITEM><TITLE>T</TITLE><LINK>https://a.vn/1</LINK></ITEM></CHANNEL></RSS>",
    "no channel": "<rss><item><title>T</title><link>https://a.vn/1</link></item></rss>",
    "entries alone": "<item><title>T</title><link>https://a.vn/1</link></item>",
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_feeds_show_what_can_be_shown(name: str) -> None:
    found = entries(BROKEN[name])
    assert found
    assert found[0].title or found[0].lead
    assert found[0].url in ("https://a.vn/1", "https://a.vn/1.html", "https://a.vn/1?a=1&b=2") or name == "no link"


def test_details_of_broken_feeds() -> None:
    assert entries(BROKEN["bare ampersand"])[0].title == "Họp báo 1 & 2"
    assert entries(BROKEN["undefined entity"])[0].title == "Hôm nay … &lol;"
    one = entries(BROKEN["no namespace"])[0]
    assert (one.image, one.author, lines(one.content or "")) == ("https://i.vn/1.jpg", "PV", ("Toàn văn của bài.",))
    assert entries(BROKEN["control characters"])[0].title == "T"
    assert entries(BROKEN["html in title"])[0].title == "Đậm và nghiêng"
    assert entries(BROKEN["no title"])[0].lead == "Chỉ có mô tả"
    assert entries(BROKEN["truncated in an entry"])[1].url == "https://a.vn/2.html"
    assert [one.title for one in entries(BROKEN["truncated in CDATA"])] == ["Họp báo 1", "Họp báo 2"]


@pytest.mark.parametrize(
    ("encoding", "declared", "transport"),
    [
        ("utf-8", "iso-8859-1", None),
        ("utf-8", "windows-1258", "iso-8859-1"),
        ("utf-8-sig", "us-ascii", None),
        ("utf-16", "utf-8", None),
        ("utf-16-le", "utf-16", None),
        ("utf-16-be", "utf-8", "utf-8"),
        ("utf-8", "no-such-charset", "x-user-defined"),
        ("utf-8", "utf-7", None),
    ],
)
def test_declared_encodings_that_are_wrong(encoding: str, declared: str, transport: str | None) -> None:
    text = rss(ENTRY.format(n=1), head=f'<?xml version="1.0" encoding="{declared}"?>')
    (one,) = read_feed(text.encode(encoding), charset=transport).entries
    assert (one.title, one.lead) == ("Họp báo 1", "Sapo của bài 1.")


def test_other_encodings() -> None:
    text = rss("<item><title>Café à la carte: naïve déjà vu</title><link>https://a.vn/1</link></item>", head="")
    assert entries(text.encode("latin-1"), charset="iso-8859-1")[0].title == "Café à la carte: naïve déjà vu"
    broken = rss(ENTRY.format(n=1) * 3).encode().replace("Họp".encode(), "Họp".encode()[:3], 1)
    feed = read_feed(broken)
    assert [one.title for one in feed.entries[1:]] == ["Họp báo 1"] * 2
    assert "some letters are broken" in feed.problems


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("Mon, 23 Sep 2024 19:57:16 +0700", "2024-09-23T12:57:16+00:00"),
        ("Mon, 23 Sep 2024 19:57:16 GMT+7", "2024-09-23T12:57:16+00:00"),
        ("Mon, 23 Sep 2024 12:57:16 GMT", "2024-09-23T12:57:16+00:00"),
        ("Mon, 23 Sep 2024 19:57:16", "2024-09-23T12:57:16+00:00"),
        ("23 September 2024 19:57 ICT", "2024-09-23T12:57:00+00:00"),
        ("Mon, 23 Sep 24 08:57:16 EDT", "2024-09-23T12:57:16+00:00"),
        ("2024-09-23T19:57:16.123+07:00", "2024-09-23T12:57:16+00:00"),
        ("2024-09-23T12:57:16Z", "2024-09-23T12:57:16+00:00"),
        ("2024-09-23 19:57:16", "2024-09-23T12:57:16+00:00"),
        ("20240923T195716+0700", "day"),
        ("Thứ hai, 23/9/2024, 19:57 (GMT+7)", "2024-09-23T12:57:00+00:00"),
        ("T2, 23/09/2024 19:57", "2024-09-23T12:57:00+00:00"),
        ("19h57 ngày 23/9/2024", "2024-09-23T12:57:00+00:00"),
        ("19:57:16 23-09-2024", "2024-09-23T12:57:16+00:00"),
        ("9/23/2024 7:57:16 PM", "2024-09-23T12:57:16+00:00"),
        ("9/3/2024 7:57:16 AM", "2024-09-03T00:57:16+00:00"),
        ("03/09/2024 7:57:16 CH", "2024-09-03T12:57:16+00:00"),
        ("23 Thg 9 2024 19:57:16 +0700", "2024-09-23T12:57:16+00:00"),
        ("Sep 23, 2024 19:57:16", "2024-09-23T12:57:16+00:00"),
        ("23/09/2024", "day"),
        ("2024-09-23", "day"),
        ("31 Feb 2024 10:00:00 GMT", None),
        ("Mon, 23 Sep 2024 25:61:00 GMT", None),
        ("hôm qua", None),
        ("1695480000", None),
        ("", None),
    ],
)
def test_dates(stated: str, moment: str | None) -> None:
    published = read_feed_date(stated)
    if moment == "day":
        assert published.precision == "day"
        assert published.end is not None
        assert published.end.date().isoformat() == "2024-09-23"
    elif moment is None:
        assert not published.known
        assert not stated or stated in published.why
    else:
        assert published.start is not None
        assert published.start.isoformat() == moment


BOMBS = {
    "billion laughs": '<!DOCTYPE rss [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">' for n in range(1, 12))
    + "]>"
    + rss("<item><title>&a11;</title><link>https://a.vn/1</link></item>", head=""),
    "external entity": '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    + rss("<item><title>T&x;</title><link>https://a.vn/1</link></item>", head=""),
    "parameter entity": '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>'
    + rss("<item><title>T</title><link>https://a.vn/1</link></item>", head=""),
    "a bracket in an entity": '<!DOCTYPE rss [<!ENTITY a "]>"><!ENTITY b "&a;&a;">]>'
    + rss("<item><title>T&b;</title><link>https://a.vn/1</link></item>", head=""),
    "deep": rss("<item><title>T</title><link>https://a.vn/1</link>" + "<a>" * 20_000 + "</item>"),
    "many entries": rss(ENTRY.format(n=1) * 5000),
    "many ampersands": rss("<item><title>T" + "&" * 500_000 + "</title><link>https://a.vn/1</link></item>"),
    "a long attribute": rss(f'<item><title a="{"x" * 1_000_000}">T</title><link>https://a.vn/1</link></item>'),
    "many attributes": rss(
        "<item><title " + " ".join(f'a{n}="1"' for n in range(20_000)) + ">T</title><link>https://a.vn/1</link></item>"
    ),
    "many open CDATA": rss("<item><title>T</title>" + "<![CDATA[" * 50_000 + "<link>https://a.vn/1</link></item>"),
    "many doctypes": "<!DOCTYPE [" * 20_000 + rss(ENTRY.format(n=1), head=""),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_not_go_off(name: str) -> None:
    begin = time.process_time()
    try:
        feed = read_feed(BOMBS[name].encode())
    except FeedError:
        assert name in ("deep", "many doctypes")
    else:
        assert len(feed.entries) <= MOST_ENTRIES
        assert all("root:" not in (one.title or "") for one in feed.entries)
        assert all(len(one.title or "") < 600_000 for one in feed.entries)
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><html><head><title>404</title></head><body>Not found</body></html>",
        b"plain words",
        b"\x89PNG\r\n\x1a\n",
        b"http://127.0.0.1/feed.xml",
        b"<urlset></urlset>",
        b"\x1f\x8b\x08\x00",
    ],
)
def test_what_is_no_feed_says_so(content: bytes) -> None:
    with pytest.raises(FeedError):
        read_feed(content)


def test_links() -> None:
    inside = "".join(
        f"<item><title>T</title><link>{link}</link></item>"
        for link in (
            "/1.html",
            "2.html",
            " https://a.vn/3\n",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "//b.vn/4",
            "http://[x",
        )
    )
    assert [one.url for one in entries(rss(inside), url="https://a.vn/rss/x.rss")] == [
        "https://a.vn/1.html",
        "https://a.vn/rss/2.html",
        "https://a.vn/3",
        None,
        None,
        "https://b.vn/4",
        None,
    ]


def test_an_empty_feed_is_a_feed() -> None:
    feed = read_feed(rss("").encode())
    assert (feed.title, feed.entries) == ("Báo A", ())


def test_lines_and_one_line() -> None:
    assert one_line("&lt;b&gt;A&lt;/b&gt; &amp;amp; B") == "A & B"
    assert one_line("Giá < 80 triệu") == "Giá < 80 triệu"
    assert lines("<p>Một<br>hai</p><ul><li>ba</li></ul><figure><figcaption>ảnh</figcaption></figure>bốn") == (
        "Một",
        "hai",
        "ba",
        "bốn",
    )
    assert lines("<div>" * 5000 + "sâu") == ("sâu",)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_cut_and_any_byte(data: st.DataObject) -> None:
    content = bytearray(rss(ENTRY.format(n=1) + ENTRY.format(n=2)).encode())
    for _ in range(data.draw(st.integers(0, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(FeedError):
        read_feed(bytes(content[: data.draw(st.integers(0, len(content)))]))
