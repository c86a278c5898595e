"""From a home address to sources: what is found, what is tried, and what would be taken."""

from __future__ import annotations

import asyncio

from diemtin.sources.discover import Discovery, discover
from diemtin.sources.fetch.answers import Manners
from diemtin.sources.fetch.client import Fetcher

from .misbehaving import feed

SITEMAP = "<urlset><url><loc>http://{host}:{port}/bai-1.html</loc><lastmod>2026-01-05</lastmod></url></urlset>"
SITES = {
    "head.test": {
        "/": '<html><head><link rel="alternate" type="application/rss+xml" title="Tin" href="/tin.rss">'
        '<link rel="alternate" hreflang="en" href="/en"></head></html>',
        "/tin.rss": "FEED",
    },
    "list.test": {
        "/": '<html><a href="/rss">RSS</a><a href="https://other.test/x.rss">khác</a></html>',
        "/rss": '<html><a href="/rss/the-gioi.rss">Thế giới</a>'
        '<a href="/rss/trong.rss">Trống</a>'
        '<a href="/rss/mat.rss">Mất</a></html>',
        "/rss/the-gioi.rss": "FEED",
        "/rss/trong.rss": "<rss><channel><title>Trống</title></channel></rss>",
    },
    "usual.test": {"/": "<html></html>", "/rss/home.rss": "FEED"},
    "map.test": {
        "/": "<html></html>",
        "/robots.txt": "Sitemap: http://{host}:{port}/sitemap.xml\nSitemap: http://{host}:{port}/news-sitemap.xml\n",
        "/sitemap.xml": SITEMAP,
        "/news-sitemap.xml": SITEMAP,
    },
    "pages.test": {
        "/": '<html><nav><a href="/the-gioi">Thế giới</a><a href="/kinh-te/">Kinh tế</a><a href="/bai-1.html">Bài</a>'
        '<a href="/dang-nhap">Đăng nhập</a><a href="https://facebook.test/">F</a></nav></html>',
    },
    "direct.test": {"/x.xml": "FEED"},
}


def found(address: str) -> Discovery:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.readexactly(1)
        if first == b"\x16":  # https is tried first; this server speaks none
            writer.close()
            return
        head = (first + await reader.readuntil(b"\r\n\r\n")).decode()
        path = head.split(" ")[1]
        host, _, port = head.lower().partition("host: ")[2].partition("\r\n")[0].partition(":")
        text = SITES.get(host, {}).get(path)
        body = feed(host, int(port)) if text == "FEED" else (text or "").replace("{host}", host).replace("{port}", port)
        status = "200 OK" if text is not None else "404 Not Found"
        kind = "text/plain" if path == "/robots.txt" else "text/html"
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body.encode())}\r\n"
            f"Connection: close\r\n\r\n{body}".encode()
        )
        await writer.drain()
        writer.close()

    async def resolver(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async def run() -> Discovery:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        host, _, path = address.partition("/")
        manners = Manners(allowed_hosts=frozenset(SITES), seconds_between=0)
        async with Fetcher(manners, resolver=resolver) as fetcher:
            discovery = await discover(f"{host}:{port}/{path}", fetcher)
        server.close()
        return discovery

    return asyncio.run(run())


def paths(discovery: Discovery) -> list[str]:
    return ["/" + one.url.split("/", 3)[3] for one in discovery.taken]


def test_feeds_named_in_the_head() -> None:
    discovery = found("head.test")
    (one,) = discovery.taken
    assert (paths(discovery), one.entries, one.how, one.title) == (
        ["/tin.rss"],
        3,
        "named in the page's head",
        "head.test",
    )
    assert one.newest is not None
    assert discovery.outlet.domain == "head.test"


def test_feeds_of_a_list() -> None:
    discovery = found("list.test")
    assert paths(discovery) == ["/rss/the-gioi.rss"]
    others = {one.url.rpartition("/")[2]: one.problem for one in discovery.candidates if not one.take}
    assert others == {"trong.rss": "it is empty", "mat.rss": "status 404: not found"}


def test_usual_paths_sitemaps_and_pages() -> None:
    assert paths(found("usual.test")) == ["/rss/home.rss"]
    discovery = found("map.test")
    assert paths(discovery) == ["/news-sitemap.xml"]
    assert discovery.notes == ("no feed: the news sitemap is taken",)
    discovery = found("pages.test")
    assert paths(discovery) == ["/", "/the-gioi", "/kinh-te/"]
    assert {one.kind for one in discovery.taken} == {"page"}


def test_the_address_of_a_feed() -> None:
    discovery = found("direct.test/x.xml")
    assert [(one.kind, one.how) for one in discovery.taken] == [("feed", "the address itself")]
