"""A web on loopback that goes on publishing: every host has a feed of all that it published until now.

``GrowingWeb.hour`` is the web's clock; a test turns it on, and the program's own with it (``DIEMTIN_TEST_HOURS``, see
``local_web``), so that every source is due again.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.desk.threading_web import in_a_thread
from tests.desk.week import WORDS


@dataclass
class GrowingWeb:
    """``hosts`` sources, each with ``hourly`` new articles an hour; with ``whole`` the feed holds their texts."""

    hosts: int
    hourly: int
    whole: bool = False
    hour: int = 1
    port: int = 0
    begun: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    feeds: Counter[str] = field(default_factory=Counter)
    """Requests for the feed, by host, since somebody emptied it."""
    edited: dict[tuple[str, int], str] = field(default_factory=dict)
    """Headlines that pages have got since."""
    told: set[tuple[str, int]] = field(default_factory=set)
    """Those of which the feed tells."""
    pages: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """Requests for pages, by host and path, ever."""

    @property
    def names(self) -> list[str]:
        return [f"bao{number:03}.test" for number in range(self.hosts)]

    @property
    def urls(self) -> list[str]:
        return [f"http://{name}:{self.port}/feed.xml" for name in self.names]

    def titles(self) -> Counter[str]:
        """What a desk that read everything shows."""
        return Counter(self.title(name, k) for name in self.names for k in range(self.hour * self.hourly))

    def asked(self) -> int:
        return sum(len(paths) for paths in self.pages.values())

    def title(self, host: str, number: int) -> str:
        return " ".join(random.Random(f"{host}{number}").choices(WORDS, k=9)).capitalize() + f" {host} {number}"

    def paragraphs(self, host: str, number: int) -> list[str]:
        dice = random.Random(f"{host}{number}text")
        return [" ".join(dice.choices(WORDS, k=60)).capitalize() + "." for _ in range(4)]

    def feed(self, host: str) -> bytes:
        rows = []
        for number in range(self.hour * self.hourly - 1, -1, -1):
            title = self.title(host, number)
            if (host, number) in self.told:
                title = self.edited[host, number]
            link = f"http://{host}:{self.port}/bai-{number}.html"
            stamp = self.begun + timedelta(
                hours=-20, minutes=10 * (number // self.hourly), seconds=number % self.hourly
            )
            text = "</p><p>".join(self.paragraphs(host, number))
            whole = f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>" if self.whole else ""
            rows.append(
                f"<item><title>{title}</title><link>{link}</link>"
                f"<pubDate>{format_datetime(stamp)}</pubDate>{whole}</item>"
            )
        head = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        return f'<?xml version="1.0"?>{head}<channel><title>{host}</title>{"".join(rows)}</channel></rss>'.encode()

    def sitemap(self, host: str) -> bytes:
        """Every page, the oldest first, and one that is not there."""
        rows = "".join(
            f"<url><loc>http://{host}:{self.port}/bai-{number}.html</loc>"
            f"<lastmod>{(self.begun + timedelta(minutes=number)).isoformat()}</lastmod></url>"
            for number in range(self.hour * self.hourly)
        )
        gone = f"<url><loc>http://{host}:{self.port}/khong-co.html</loc></url>"
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'<?xml version="1.0"?><urlset xmlns="{space}">{gone}{rows}</urlset>'.encode()

    def page(self, host: str, number: int) -> bytes:
        body = "".join(f"<p>{text}</p>" for text in self.paragraphs(host, number))
        title = self.edited.get((host, number)) or self.title(host, number)
        head = f"<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>{title}</title></head>"
        stamp = f"<p class=footer>{random.random()}</p>"  # as real pages: no two answers have the same bytes
        return f"{head}<body><article><h1>{title}</h1>{body}</article>{stamp}</body></html>".encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = head[0].split(" ")[1]
            host = next(line[5:].strip().split(":")[0] for line in head if line.lower().startswith("host:"))
            status, kind, body = "404 Not Found", "text/plain", b"none"
            if path == "/feed.xml":
                self.feeds[host] += 1
                status, kind, body = "200 OK", "application/rss+xml", self.feed(host)
            elif path == "/sitemap.xml":
                status, kind, body = "200 OK", "application/xml", self.sitemap(host)
            elif path.startswith("/bai-"):
                self.pages[host][path] += 1
                number = int(path[5:].partition(".")[0])
                status, kind, body = "200 OK", "text/html; charset=utf-8", self.page(host, number)
            told = (
                f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            )
            writer.write(told.encode() + body)
            await writer.drain()
        with contextlib.suppress(OSError):
            writer.close()


def growing(hosts: int, hourly: int, *, whole: bool = False) -> contextlib.AbstractContextManager[GrowingWeb]:
    """The web in a thread of its own."""
    return in_a_thread(_opened(GrowingWeb(hosts, hourly, whole)))


@contextlib.asynccontextmanager
async def _opened(web: GrowingWeb) -> AsyncIterator[GrowingWeb]:
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    try:
        yield web
    finally:
        server.close()
