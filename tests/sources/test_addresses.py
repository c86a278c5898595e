"""The table of addresses that must never be asked: none reaches a socket, whatever way it is written or comes about."""

from __future__ import annotations

import asyncio
import socket

import httpcore
import pytest

from diemtin.errors import FetchError, ForbiddenAddress
from diemtin.sources.fetch.addresses import check_url, refused_ip
from diemtin.sources.fetch.answers import FetchFailedError, Manners
from diemtin.sources.fetch.client import Fetcher
from diemtin.sources.fetch.network import GuardedNetwork

MACHINES = [
    *"0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.254 127.0.0.1 127.255.255.255 169.254.169.254".split(),
    *"172.16.0.1 172.31.255.255 192.0.0.1 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255".split(),
    *"198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255".split(),
    *":: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:7f00:1 64:ff9b::127.0.0.1 64:ff9b::a00:1".split(),
    *"64:ff9b:1::1 100::1 2001::1 2001:0:7f00:1:: 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1::1 3fff::1".split(),
    *"5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 4000::1 2606:4700::1111%eth0".split(),
]
PUBLIC = "1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 203.162.4.190 2606:4700::1111 64:ff9b::101:101".split()

WRITTEN = [
    "http://127.0.0.1/",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://017700000001/",
    "http://127.0.0.1./",
    "http://127。0。0。1/",
    "http://①②⑦.0.0.1/",
    "http://%31%32%37.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[0:0:0:0:0:ffff:7f00:1]/",
    "http://[fe80::1%25eth0]/",
    "http://0/",
    "http://169.254.169.254/latest/meta-data/",
    "http://user:pw@vnexpress.net/",
    "http://vnexpress.net@127.0.0.1/",
    "http://vnexpress.net\\@127.0.0.1/",
    "http://127.0.0.1\\@vnexpress.net/",
    "http://vnexpress.net:22/",
    "http://vnexpress.net:25/",
    "http://vnexpress.net:0/",
    "http:///etc/passwd",
    "http://",
    "http://a b/",
    "http://exa\nmple.vn/",
    "file:///etc/passwd",
    "ftp://vnexpress.net/",
    "gopher://127.0.0.1:6379/_x",
    "unix:///run/docker.sock",
    "javascript:alert(1)",
    "data:text/html,x",
    "//127.0.0.1/",
    "vnexpress.net",
    "",
    "http://[::1",
    "http://a.vn/" + "x" * 5000,
]


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every attempt to connect, recorded and refused."""
    asked: list[object] = []

    async def connect_tcp(self: object, host: str, port: int, *_: object, **__: object) -> None:
        asked.append((host, port))
        raise httpcore.ConnectError("no socket in this test")

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_tcp)
    return asked


async def _fetch(url: str, answers: list[list[str]], allowed: frozenset[str] = frozenset()) -> None:
    """Fetches with a name server that gives these answers, one after the other."""
    given = iter(answers)

    async def resolver(host: str, port: int) -> list[str]:
        return next(given, answers[-1] if answers else [])

    manners = Manners(allowed_hosts=allowed, seconds_between=0)
    async with Fetcher(manners, resolver=resolver) as fetcher:
        await fetcher.fetch(url)


@pytest.mark.parametrize("ip", MACHINES)
def test_no_special_machine_is_public(ip: str, sockets: list[object]) -> None:
    assert refused_ip(ip)
    with pytest.raises(ForbiddenAddress):
        asyncio.run(_fetch("https://innocent.example/", [[ip]]))
    with pytest.raises(ForbiddenAddress):
        asyncio.run(_fetch("https://innocent.example/", [["1.1.1.1", ip]]))
    assert not sockets


@pytest.mark.parametrize("ip", PUBLIC)
def test_public_machines_are_asked(ip: str, sockets: list[object]) -> None:
    assert refused_ip(ip) is None
    with pytest.raises(FetchFailedError):
        asyncio.run(_fetch("https://innocent.example/", [[ip]]))
    assert sockets == [(ip, 443)]


@pytest.mark.parametrize("url", WRITTEN)
def test_no_way_of_writing_reaches_a_socket(url: str, sockets: list[object]) -> None:
    """With the system's own resolver, which understands numbers: the address must not get that far, or be refused."""

    async def fetch() -> None:
        async with Fetcher(Manners(seconds_between=0)) as fetcher:
            await fetcher.fetch(url)

    with pytest.raises(FetchError):
        asyncio.run(fetch())
    assert not sockets


def test_answers_that_change_cannot_rebind(sockets: list[object]) -> None:
    """The name server says a public address once and a private one ever after; only checked answers are connected to."""
    with pytest.raises(FetchError):
        asyncio.run(_fetch("http://rebind.example/", [["1.1.1.1"], ["127.0.0.1"]]))
    assert sockets == [("1.1.1.1", 80)]


def test_the_checked_machine_is_the_one_connected_to(sockets: list[object]) -> None:
    asked = []

    async def resolver(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["1.1.1.1"]

    network = GuardedNetwork(resolver=resolver)
    with pytest.raises(httpcore.ConnectError):
        asyncio.run(network.connect_tcp("a.vn", 443))
    assert asked == ["a.vn"]
    assert sockets == [("1.1.1.1", 443)]
    with pytest.raises(ForbiddenAddress):
        asyncio.run(network.connect_unix_socket("/run/docker.sock"))


def test_allowed_by_name_means_by_that_name(sockets: list[object]) -> None:
    allowed = frozenset({"desk.internal"})
    with pytest.raises(FetchFailedError):
        asyncio.run(_fetch("http://desk.internal/", [["10.0.0.1"]], allowed))
    assert sockets == [("10.0.0.1", 80)]
    sockets.clear()
    for url in ("http://other.internal/", "http://10.0.0.1/", "http://desk.internal.evil.example/"):
        with pytest.raises(ForbiddenAddress):
            asyncio.run(_fetch(url, [["10.0.0.1"]], allowed))
    assert not sockets


def test_good_addresses_stay_as_they_are() -> None:
    assert str(check_url("https://vnexpress.net/tin-tức?a=1#phần")) == "https://vnexpress.net/tin-t%E1%BB%A9c?a=1"
    assert check_url("https://báo.vn/").raw_host == b"xn--bo-mia.vn"
    assert str(check_url("http://a.vn:8080/x")) == "http://a.vn:8080/x"


def test_no_other_door_to_the_network() -> None:
    """A real socket with nobody listening: the guard, not the wire, refuses."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        port = listening.getsockname()[1]
        for host in ("127.0.0.1", "localhost", "0x7f000001", "[::ffff:127.0.0.1]"):
            with pytest.raises(ForbiddenAddress):
                asyncio.run(_fetch(f"http://{host}:{port}/", [["127.0.0.1"]]))
        with pytest.raises(BlockingIOError):
            listening.accept()
