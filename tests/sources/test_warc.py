"""Archives: pages come in order, damage is named, what follows it is read, and reading can go on in the middle."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import zstandard

from diemtin.news import Capture
from diemtin.sources.warc import read_warc


def record(
    number: int, body: bytes | None = None, kind: str = "response", status: str = "200 OK", head: str = ""
) -> bytes:
    """One record with a page of its own."""
    page = body if body is not None else f"<html><p>Bài số {number}</p></html>".encode() * 20
    if kind == "response":
        page = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=UTF-8\r\n{head}\r\n".encode() + page
    warc = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032}>\r\n"
        f"WARC-Target-URI: https://a.vn/{number}\r\nWARC-Date: 2024-01-02T03:04:05Z\r\n"
        f"Content-Type: {'text/plain' if kind == 'conversion' else 'application/http'}\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    return warc.encode() + page + b"\r\n\r\n"


def read(content: bytes, start: int = 0) -> tuple[list[Capture], list[str], list[str]]:
    refused: list[str] = []
    skipped: list[str] = []
    found = read_warc(
        io.BytesIO(content),
        "a.warc",
        lambda error: refused.append(str(error)),
        lambda _, why: skipped.append(why),
        start,
    )
    return list(found), refused, skipped


def numbers(captures: list[Capture]) -> list[int]:
    return [int((capture.url or "").rpartition("/")[2]) for capture in captures]


PACKS: dict[str, Callable[[bytes], bytes]] = {"plain": bytes, "gzip": gzip.compress, "zstd": zstandard.compress}


@pytest.fixture(params=PACKS)
def pack(request: pytest.FixtureRequest) -> Callable[[bytes], bytes]:
    return PACKS[request.param]


def test_pages_in_order_and_the_rest_counted(pack: Callable[[bytes], bytes]) -> None:
    records = [
        record(0, b"software: x\r\n", "warcinfo"),
        record(1),
        record(2, b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(3, b"moved", status="301 Moved"),
        record(4, gzip.compress(b"<p>packed"), head="Content-Encoding: gzip\r\n"),
        record(5, "Chữ của một trang".encode(), "conversion"),
        record(6, b"6\r\n<p>six\r\n0\r\n\r\n", head="Transfer-Encoding: chunked\r\n"),
    ]
    captures, refused, skipped = read(b"".join(pack(one) for one in records))
    assert numbers(captures) == [1, 4, 5, 6]
    assert captures[1].content == b"<p>packed"
    assert (captures[2].content.decode(), captures[2].media_type) == ("Chữ của một trang", "text/plain")
    assert captures[3].content == b"<p>six"
    assert captures[0].fetched == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (captures[0].media_type, captures[0].charset) == ("text/html", "utf-8")
    assert not refused
    assert skipped == ["1 records are not pages: 1 with status 301"]


def test_reading_goes_on_from_a_position(pack: Callable[[bytes], bytes]) -> None:
    content = b"".join(pack(record(n)) for n in range(8))
    captures, *_ = read(content)
    for capture in captures:
        assert capture.position is not None
        again, refused, _ = read(content, capture.position)
        assert numbers(again) == numbers(captures)[numbers(captures).index(numbers([capture])[0]) :]
        assert not refused


def test_one_gzip_member_is_read_from_its_beginning() -> None:
    content = gzip.compress(b"".join(record(n) for n in range(8)))
    captures, refused, _ = read(content)
    assert numbers(captures) == list(range(8))
    assert {capture.position for capture in captures} == {0}
    assert not refused


def _break_body(packed: bytes) -> bytes:
    middle = len(packed) // 2
    return packed[:middle] + bytes(255 - byte for byte in packed[middle : middle + 20]) + packed[middle + 20 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "beginning overwritten": lambda packed: b"\x00" * 8 + packed[8:],
    "cut": lambda packed: packed[: len(packed) // 2],
    "noise between": lambda packed: b"noise\x1f\x8b\x08 and WARC/1.0 more" + packed,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("at", [1, 3, 4])
def test_damage_is_named_and_the_rest_read(pack: Callable[[bytes], bytes], damage: str, at: int) -> None:
    records = [pack(record(n)) for n in range(6)]
    records[at] = DAMAGES[damage](records[at])
    captures, refused, _ = read(b"".join(records))
    found = numbers(captures)
    assert [n for n in found if n != at] == [n for n in range(6) if n != at]
    assert len(refused) == 1
    assert "a.warc, byte " in refused[0]
    assert "reading goes on at byte" in refused[0]


def test_corrupt_members_are_named(pack: Callable[[bytes], bytes]) -> None:
    if pack is bytes:
        pytest.skip("plain records carry no check of their bytes")
    records = [pack(record(n)) for n in range(6)]
    records[2] = _break_body(records[2])
    captures, refused, _ = read(b"".join(records))
    assert numbers(captures) == [0, 1, 3, 4, 5]
    assert refused


@pytest.mark.parametrize("factor", [0.5, 3])
def test_a_lying_length_costs_one_record(factor: float) -> None:
    records = [record(n) for n in range(6)]
    length = len(records[2].partition(b"\r\n\r\n")[2]) - 4
    records[2] = records[2].replace(b"Length: %d" % length, b"Length: %d" % (length * factor))
    captures, refused, _ = read(b"".join(records))
    assert [n for n in numbers(captures) if n != 2] == [0, 1, 3, 4, 5]
    assert len(refused) == 1
    assert "https://a.vn/2" in refused[0]


def test_a_torn_end_is_named(pack: Callable[[bytes], bytes]) -> None:
    content = b"".join(pack(record(n)) for n in range(4))
    captures, refused, _ = read(content[:-40])
    assert numbers(captures) == [0, 1, 2]
    assert len(refused) == 1
    assert "nothing readable follows" in refused[0]
    assert "https://a.vn/3" in refused[0] or pack is zstandard.compress  # a torn frame shows nothing


def test_bombs_and_garbage() -> None:
    bomb = record(1, gzip.compress(b"a" * (40 << 20)), head="Content-Encoding: gzip\r\n")
    broken = record(2, b"\x1f\x8b\x08garbage", head="Content-Encoding: gzip\r\n")
    captures, refused, _ = read(bomb + broken + record(3))
    assert numbers(captures)[-1] == 3
    assert 1 not in numbers(captures)
    assert "unpacks to more than" in refused[0]
    captures, refused, _ = read(b"not an archive at all" * 100)
    assert not captures
    assert len(refused) == 1
