"""Pieces of fetching: certificates, manners, bodies, and what servers may say about waiting."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import shutil
import ssl
import subprocess
import time
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from diemtin.sources.fetch.answers import FetchFailedError, Manners
from diemtin.sources.fetch.bodies import TooLargeError, unpacker_for
from diemtin.sources.fetch.client import Fetcher, seconds_to_wait
from diemtin.sources.fetch.pace import Pace
from diemtin.sources.fetch.robots import find_reservation, read_robots, read_tdmrep, reserved_by_page


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here to make a certificate")
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        [
            *"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=a.test".split(),
            *("-addext", "subjectAltName=DNS:a.test", "-keyout", str(key), "-out", str(cert)),
        ],
        check=True,
        capture_output=True,
    )
    return key, cert


def test_certificates_are_checked_by_name(certificate: tuple[Path, Path]) -> None:
    """The connection goes to a checked machine, the certificate is that of the name."""
    key, cert = certificate
    names: list[str | None] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Type: text/html\r\nConnection: close\r\n\r\ngood"
        )
        await writer.drain()
        writer.close()

    async def resolver(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    async def run() -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(cert, key)
        context.sni_callback = lambda _, name, __: names.append(name)
        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
        port = server.sockets[0].getsockname()[1]
        manners = Manners(allowed_hosts=frozenset({"a.test", "b.test"}), seconds_between=0)
        trust = ssl.create_default_context(cafile=str(cert))
        async with Fetcher(manners, resolver=resolver, trust=trust) as fetcher:
            assert (await fetcher.fetch(f"https://a.test:{port}/")).content == b"good"
            with pytest.raises(FetchFailedError, match="TLS: Hostname mismatch") as failed:
                await fetcher.fetch(f"https://b.test:{port}/")
            assert failed.value.kind == "tls"
        async with Fetcher(manners, resolver=resolver) as fetcher:
            with pytest.raises(FetchFailedError, match=r"TLS: self.signed certificate"):
                await fetcher.fetch(f"https://a.test:{port}/")
        server.close()

    asyncio.run(run())
    assert set(names) == {"a.test", "b.test"}


def test_pace_is_each_host_s_own() -> None:
    async def run() -> None:
        pace, order = Pace(), list[tuple[str, float]]()
        loop = asyncio.get_running_loop()
        begin = loop.time()

        async def ask(host: str) -> None:
            async with pace.turn(host, 0.1):
                order.append((host, loop.time() - begin))

        await asyncio.gather(*(ask(host) for host in ("a", "a", "a", "b", "c")))
        times = [at for host, at in order if host == "a"]
        assert all(later - sooner >= 0.095 for sooner, later in itertools.pairwise(times))
        assert max(at for host, at in order if host != "a") < 0.09
        pace.hold("b", 50)
        assert pace.seconds_held("b") > 49
        assert pace.seconds_held("d") == 0

    asyncio.run(run())


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://a.vn/", True),
        ("https://a.vn/search?q=x", False),
        ("https://a.vn/search-tips.html", True),
        ("https://a.vn/tin.pdf", False),
        ("https://a.vn/tin.pdf?x", True),
        ("https://a.vn/in/1.html", False),
        ("https://a.vn/in/mo/1.html", True),
    ],
)
def test_robots(url: str, allowed: bool) -> None:
    text = b"User-agent: *\nDisallow: /\n\nUser-agent: DiemTin\nCrawl-delay: 7\nDisallow: /search?\nDisallow: /*.pdf$\n"
    robots = read_robots(200, text + b"Disallow: /in/\nAllow: /in/mo/\n")
    assert (robots.refusal(url) is None) == allowed
    assert robots.pause == 7


def test_robots_that_are_none() -> None:
    assert read_robots(404, b"").refusal("https://a.vn/") is None
    assert read_robots(403, b"User-agent: *\nDisallow: /").refusal("https://a.vn/") is None
    assert read_robots(200, b"<html>User-agent: *\nDisallow: /").refusal("https://a.vn/") is None
    assert read_robots(503, b"").refusal("https://a.vn/")
    assert read_robots(200, b"\xff\xfe\x00garbage\n" * 1000).refusal("https://a.vn/") is None


def test_hostile_robots_cost_little() -> None:
    begin = time.process_time()
    robots = read_robots(200, b"User-agent: *\n" + (b"Disallow: /" + b"*a" * 2000 + b"$\n") * 100)
    robots.refusal("https://a.vn/" + "a" * 4000)
    many = read_robots(200, b"User-agent: *\n" + b"Disallow: /x*y\n" * 30_000)
    many.refusal("https://a.vn/" + "x" * 4000)
    assert time.process_time() - begin < 5


def test_reservations() -> None:
    rules = read_tdmrep(
        b'[{"location": "/tin/*/mo$", "tdm-reservation": 0}, {"location": "/tin/", "tdm-reservation": 1, '
        b'"tdm-policy": "https://p.vn/"}, {"location": 5}, "x", {"location": "*.jpg", "tdm-reservation": "1"}]'
    )
    found = {path: find_reservation(rules, path) for path in ("/tin/1", "/tin/1/mo", "/tin/1/mo2", "/", "/x.jpg")}
    assert {path: rule.reserved if rule else None for path, rule in found.items()} == {
        "/tin/1": True,
        "/tin/1/mo": False,
        "/tin/1/mo2": True,
        "/": None,
        "/x.jpg": True,
    }
    assert found["/tin/1"] is not None
    assert found["/tin/1"].policy == "https://p.vn/"
    assert read_tdmrep(b"[" * 100_000) == ()
    assert read_tdmrep(b"<html>") == ()
    assert reserved_by_page(b'<head><meta name="tdm-reservation" content="1">')
    assert reserved_by_page(b"<META content='1' name='TDM-Reservation'/>")
    assert not reserved_by_page(b'<meta name="tdm-reservation" content="0">')


@given(st.binary(max_size=5000), st.sampled_from(["gzip", "deflate", "raw", "zstd", ""]), st.integers(1, 700))
def test_bodies_come_out_as_they_went_in(content: bytes, encoding: str, size: int) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(content),
        "deflate": zlib.compress(content),
        "raw": raw.compress(content) + raw.flush(),
        "zstd": zstandard.compress(content),
        "": content,
    }[encoding]
    unpacker = unpacker_for("deflate" if encoding == "raw" else encoding, 5000)
    assert unpacker is not None
    for begin in range(0, len(packed), size):
        unpacker.add(packed[begin : begin + size])
    assert unpacker.finished() == content
    if len(content) > 10:
        small = unpacker_for("deflate" if encoding == "raw" else encoding, len(content) - 1)
        assert small is not None
        with pytest.raises(TooLargeError):
            small.add(packed)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 5 ", 5),
        ("999999999999", 86400),
        ("Mon, 05 Jan 2026 00:01:00 GMT", 60),
        ("Mon, 05 Jan 2020 00:01:00 GMT", 0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 86400),
        ("-5", None),
        ("soon", None),
        (None, None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(header, datetime(2026, 1, 5, tzinfo=UTC)) == seconds
