"""A web that misbehaves, on loopback: 200 sources at one small server, good ones among every kind of bad one.

Each source is a host of its own ("s017-bomb.test"), told apart by the Host header, so that pace and robots.txt are each
source's own. ``WEB`` says of every source what must come of it. Used by the tests of this room, and by those of the desk.
Long because it is one table of behaviours with what each must lead to:

    async with misbehaving_web() as web:
        fetcher = web.fetcher()                      # allowed by name to reach loopback, no pauses, short limits
        for source in web.sources: ...               # .url, .kind, .good (numbers of the articles), .reason (a part of it)
        web.requests["s017-bomb.test"]               # paths that were asked, in order
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import zstandard

from diemtin.sources.fetch.answers import Manners
from diemtin.sources.fetch.client import Fetcher

ARTICLES = 3
"""Of each good source."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source, and what must come of it."""

    host: str
    behaviour: str
    url: str
    good: int
    """How many articles it brings."""
    reason: str | None = None
    """A part of the reason that its failure must name; None when it is read."""

    @property
    def titles(self) -> list[str]:
        return [f"Bài {number} của {self.host}" for number in range(self.good)]


@dataclass(slots=True)
class Request:
    """What a handler sees."""

    host: str
    path: str
    headers: dict[str, str]
    port: int
    writer: asyncio.StreamWriter

    async def send(self, status: str, body: bytes = b"", kind: str = "application/rss+xml", **headers: str) -> None:
        """A whole answer. Header names are written with underscores."""
        lines = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
        lines |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.writer.write(f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body)
        await self.writer.drain()


def article_page(host: str, number: int) -> str:
    """A page with one article."""
    title = f"Bài {number} của {host}"
    return (
        f"<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>{title}</title>"
        f'<meta property="article:published_time" content="2026-01-0{number + 1}T08:00:00+07:00"></head><body><article>'
        f"<h1>{title}</h1><p>Đoạn văn thứ nhất của bài {number} do {host} đăng, đủ dài để là một đoạn của bài báo.</p>"
        f"<p>Đoạn văn thứ hai nói tiếp câu chuyện ấy, với những chi tiết mà đoạn thứ nhất chưa kể ra hết.</p>"
        "</article></body></html>"
    )


def feed(host: str, port: int, head: str = '<?xml version="1.0" encoding="UTF-8"?>', extra: str = "") -> str:
    """A feed of ``ARTICLES`` entries that lead to pages of the same host."""
    rows = "".join(
        f"<item><title>Bài {n} của {host}</title><link>http://{host}:{port}/bai-{n}.html</link>"
        f"<guid>http://{host}:{port}/bai-{n}.html</guid><pubDate>Mon, 0{5 + n} Jan 2026 08:00:00 +0700</pubDate>"
        f"<description>Sapo của bài {n}.</description></item>"
        for n in range(ARTICLES)
    )
    return f'{head}<rss version="2.0"><channel><title>{host}</title><link>http://{host}:{port}/</link>{rows}{extra}</channel></rss>'


Handler = Callable[[Request], Awaitable[None]]
HANDLERS: dict[str, tuple[Handler, int, str | None]] = {}
"""Behaviour -> what answers, how many articles come of it, and a part of the reason when none do."""


def behaviour(name: str, good: int = 0, reason: str | None = None) -> Callable[[Handler], Handler]:
    def keep(handler: Handler) -> Handler:
        HANDLERS[name] = (handler, good, reason)
        return handler

    return keep


def _fixed(text: Callable[[Request], bytes], status: str = "200 OK", **headers: str) -> Handler:
    async def answer(request: Request) -> None:
        await request.send(status, text(request), **headers)

    return answer


def _simple(
    name: str, text: Callable[[Request], bytes], good: int = 0, reason: str | None = None, **headers: str
) -> None:
    HANDLERS[name] = (_fixed(text, **headers), good, reason)


def _feed(request: Request) -> bytes:
    return feed(request.host, request.port).encode()


_simple("good", _feed, ARTICLES)
_simple("utf16", lambda r: feed(r.host, r.port).encode("utf-16"), ARTICLES)
_simple("wrong-charset", lambda r: feed(r.host, r.port, '<?xml version="1.0" encoding="us-ascii"?>').encode(), ARTICLES)
_simple("wrong-header", _feed, ARTICLES, kind="text/html; charset=iso-8859-1")
_simple(
    "bare-ampersand",
    lambda r: feed(r.host, r.port, extra="<copyright>A & B &nope; &nbsp;</copyright>").encode(),
    ARTICLES,
)
_simple("truncated", lambda r: feed(r.host, r.port).encode()[:-60], ARTICLES)
_simple("gzip", lambda r: gzip.compress(_feed(r), mtime=0), ARTICLES, Content_Encoding="gzip")
_simple("zstd", lambda r: zstandard.compress(_feed(r)), ARTICLES, Content_Encoding="zstd")
_simple("gzip-file", lambda r: gzip.compress(_feed(r), mtime=0), ARTICLES, kind="application/gzip")
_simple("warning-before", lambda r: b"<b>Warning</b>: x in y.php<br/>\n" + _feed(r), ARTICLES)
_GZIP_BOMB = gzip.compress(b" " * (24 << 20))
_LAUGHS = "".join(f'<!ENTITY a{n} "&a{n - 1 or ""};&a{n - 1 or ""};">' for n in range(1, 64))
_BOMB = f'<!DOCTYPE rss [<!ENTITY a "ha">{_LAUGHS}]>'
_FILE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
_simple("entity-bomb", lambda r: feed(r.host, r.port, _BOMB, "<description>&a63;</description>").encode(), ARTICLES)
_simple("external-entity", lambda r: feed(r.host, r.port, _FILE, "<description>&x;</description>").encode(), ARTICLES)
_simple("gzip-bomb", lambda r: _GZIP_BOMB, 0, "more than 4096 kB", Content_Encoding="gzip")
_simple("zstd-bomb", lambda r: zstandard.compress(b" " * (8 << 20)), 0, "more than 4096 kB", Content_Encoding="zstd")
_simple(
    "gzip-file-bomb",
    lambda r: _GZIP_BOMB,
    0,
    "unpacks to more than 4 MB",
    kind="application/gzip",
)
_simple("torn-gzip", lambda r: gzip.compress(_feed(r), mtime=0)[:-20], 0, "cannot be unpacked", Content_Encoding="gzip")
_simple("not-gzip", _feed, 0, "cannot be unpacked", Content_Encoding="gzip")
_simple("brotli-unasked", _feed, 0, "not asked for", Content_Encoding="br")
_simple(
    "page-for-feed",
    lambda r: b"<!DOCTYPE html><html><body>404</body></html>",
    0,
    "a page, not a feed",
    kind="text/html",
)
_simple("empty", lambda r: b"", 0, "not a feed")
_simple("binary", lambda r: bytes(range(256)) * 50, 0, "not a feed")
for _status, _words in (
    ("500 X", "status 500"),
    ("404 X", "status 404"),
    ("403 X", "status 403"),
    ("410 X", "gone for good"),
):
    _simple(f"status-{_status[:3]}", lambda r: b"sorry", 0, _words, status=_status)
_simple("teapot", lambda r: b"", 0, "status 418", status="418 I am a teapot")
_simple("busy", lambda r: b"", 0, "status 429", status="429 X", Retry_After="7200")
_simple("to-nowhere", lambda r: b"", 0, "a redirect to nowhere", status="302 Found")
_simple("to-private", lambda r: b"", 0, "no public address", status="302 Found", Location="http://169.254.169.254/")
_simple("to-loopback", lambda r: b"", 0, "no public address", status="301 Moved", Location="http://127.0.0.1/")
_simple("to-file", lambda r: b"", 0, "only http and https", status="302 Found", Location="file:///etc/passwd")
_simple("tdm-header", _feed, 0, "text and data mining is reserved", TDM_Reservation="1")


@behaviour("slow-drip", reason="not finished after")
async def _slow_drip(request: Request) -> None:
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(600):
        request.writer.write(b"<")
        await request.writer.drain()
        await asyncio.sleep(0.1)


@behaviour("slow-head", reason="not finished after")
async def _slow_head(request: Request) -> None:
    request.writer.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(600):
        request.writer.write(f"X-{number}: y\r\n".encode())
        await request.writer.drain()
        await asyncio.sleep(0.1)


@behaviour("silent", reason="silent for")
async def _silent(request: Request) -> None:
    await asyncio.sleep(60)


@behaviour("hangs-up", reason="the connection broke")
async def _hangs_up(request: Request) -> None:
    request.writer.close()


@behaviour("lying-length", reason="the connection broke")
async def _lying_length(request: Request) -> None:
    await request.send("200 OK", _feed(request), Content_Length="999999")


@behaviour("huge-length", reason="more than 4096 kB")
async def _huge_length(request: Request) -> None:
    await request.send("200 OK", b"x", Content_Length="99999999999")


@behaviour("endless", reason="more than 4096 kB")
async def _endless(request: Request) -> None:
    request.writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>")
    while not request.writer.is_closing():
        request.writer.write(b"<item/>" * 10_000)
        await request.writer.drain()


@behaviour("endless-head", reason="the connection broke")
async def _endless_head(request: Request) -> None:
    request.writer.write(b"HTTP/1.1 200 OK\r\n")
    while not request.writer.is_closing():
        request.writer.write(b"X-Y: " + b"z" * 10_000 + b"\r\n")
        await request.writer.drain()


@behaviour("not-http", reason="the connection broke")
async def _not_http(request: Request) -> None:
    request.writer.write(b"+OK POP3 ready\r\n" * 10)


@behaviour("bad-chunks", reason="the connection broke")
async def _bad_chunks(request: Request) -> None:
    request.writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nrubbish\r\n")


@behaviour("redirects-forever", reason="redirects")
async def _redirects_forever(request: Request) -> None:
    await request.send("302 Found", Location=f"/again/{len(request.path)}{request.path}")


@behaviour("redirects-round", reason="redirects")
async def _redirects_round(request: Request) -> None:
    await request.send("301 Moved", Location="/b" if request.path == "/a" else "/a")


@behaviour("moved", good=ARTICLES)
async def _moved(request: Request) -> None:
    if request.path == "/new.xml":
        await request.send("200 OK", _feed(request))
    else:
        await request.send("301 Moved", Location="/new.xml")


@behaviour("elsewhere-today", good=ARTICLES)
async def _elsewhere_today(request: Request) -> None:
    if request.path == "/today.xml":
        await request.send("200 OK", _feed(request))
    else:
        await request.send("302 Found", Location="/today.xml")


@behaviour("conditional", good=ARTICLES)
async def _conditional(request: Request) -> None:
    if request.headers.get("if-none-match") == '"v1"':
        await request.send("304 Not Modified", ETag='"v1"')
    else:
        await request.send("200 OK", _feed(request), ETag='"v1"', Last_Modified="Mon, 05 Jan 2026 01:00:00 GMT")


@behaviour("robots-refusal", reason="robots.txt does not allow it")
async def _robots_refusal(request: Request) -> None:
    await request.send("200 OK", _feed(request))


@behaviour("robots-broken", reason="robots.txt answers with status 503")
async def _robots_broken(request: Request) -> None:
    await request.send("200 OK", _feed(request))


@behaviour("robots-bomb", good=ARTICLES)
async def _robots_bomb(request: Request) -> None:
    await request.send("200 OK", _feed(request))


@behaviour("tdm-file", reason="text and data mining is reserved")
async def _tdm_file(request: Request) -> None:
    await request.send("200 OK", _feed(request))


@behaviour("tls", reason="TLS")
async def _tls(request: Request) -> None:
    """Never reached: the source's address says https, and the server speaks no TLS."""


@behaviour("no-such-name", reason="no machine of this name")
async def _no_such_name(request: Request) -> None:
    """Never reached."""


@behaviour("refused", reason="no connection")
async def _refused(request: Request) -> None:
    """Never reached: nobody listens there."""


WELL_KNOWN: dict[tuple[str, str], tuple[str, bytes, dict[str, str]]] = {
    ("robots-refusal", "/robots.txt"): ("200 OK", b"User-agent: *\nDisallow: /feed.xml\n", {}),
    ("robots-broken", "/robots.txt"): ("503 X", b"", {}),
    ("robots-bomb", "/robots.txt"): ("200 OK", gzip.compress(b"# x\n" * (1 << 20)), {"Content_Encoding": "gzip"}),
    ("tdm-file", "/.well-known/tdmrep.json"): (
        "200 OK",
        b'[{"location": "/feed*", "tdm-reservation": 1, "tdm-policy": "https://p.test/"}]',
        {},
    ),
}


@dataclass(slots=True)
class MisbehavingWeb:
    """The server while it runs."""

    port: int
    closed_port: int
    sources: list[Source] = field(default_factory=list)
    requests: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    async def resolve(self, host: str, port: int) -> list[str]:
        """The name server of this web."""
        if not host.endswith(".test") or "no-such-name" in host:
            raise OSError(f"no such host: {host}")
        return ["127.0.0.1"]

    def manners(self) -> Manners:
        """Loopback allowed for these names only; no pauses, limits of seconds so that tests end."""
        return Manners(
            allowed_hosts=frozenset(source.host for source in self.sources),
            seconds_between=0,
            seconds_of_silence=2.5,
            seconds_in_all=5,
            at_once=100,
        )

    def fetcher(self) -> Fetcher:
        return Fetcher(self.manners(), resolver=self.resolve)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, UnicodeDecodeError, ValueError):
            first = await reader.readexactly(1)
            if first == b"\x16":  # a TLS hello, answered in plain words
                writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                raise ValueError
            head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            path = head[0].split(" ")[1]
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:]) if name
            }
            host = headers.get("host", "").partition(":")[0]
            self.requests[host].append(path)
            await self._answer(Request(host, path, headers, self.port, writer))
        with contextlib.suppress(OSError):
            writer.close()

    async def _answer(self, request: Request) -> None:
        name = request.host.partition("-")[2].removesuffix(".test")
        fixed = WELL_KNOWN.get((name, request.path))
        if fixed:
            status, body, headers = fixed
            await request.send(status, body, "text/plain", **headers)
        elif request.path in ("/robots.txt", "/.well-known/tdmrep.json"):
            await request.send("404 Not Found", b"none", "text/plain")
        elif request.path.startswith("/bai-") and request.path[5:6].isdigit():
            await request.send("200 OK", article_page(request.host, int(request.path[5])).encode(), "text/html")
        elif name in HANDLERS:
            await HANDLERS[name][0](request)
        else:
            await request.send("404 Not Found", b"none", "text/plain")


def sources(port: int, closed_port: int, count: int) -> list[Source]:
    """``count`` sources: every behaviour twice or more where there is room, good ones in between."""
    names = list(HANDLERS)
    found = []
    for number in range(count):
        name = names[number // 2 % len(names)] if number % 2 else "good"
        host = f"s{number:03}-{name}.test"
        _, good, reason = HANDLERS[name]
        scheme = "https" if name == "tls" else "http"
        at = closed_port if name == "refused" else port
        found.append(Source(host, name, f"{scheme}://{host}:{at}/feed.xml", good, reason))
    return found


@contextlib.asynccontextmanager
async def misbehaving_web(count: int = 200) -> AsyncIterator[MisbehavingWeb]:
    """The server on a free port of loopback, with ``count`` sources."""
    closed = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
    closed_port = closed.sockets[0].getsockname()[1]
    closed.close()
    await closed.wait_closed()
    web = MisbehavingWeb(0, closed_port)
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0, limit=1 << 20)
    web.port = server.sockets[0].getsockname()[1]
    web.sources = sources(web.port, closed_port, count)
    serving = asyncio.create_task(server.serve_forever())
    try:
        yield web
    finally:
        serving.cancel()
        server.close()
        with contextlib.suppress(asyncio.CancelledError):
            await serving
