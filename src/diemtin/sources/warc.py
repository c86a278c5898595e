"""WARC and WET archives -> captures, in order, each with the byte where it begins.

fastwarc parses, and stops at the first corruption. So the search for the next whole record is ours: past the damage,
the start of a record (or of a compressed member that holds one) is looked for, and reading goes on there. Every damage
is named with the archive, the byte and the address it was about.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import IO, Any

import zstandard
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from diemtin.errors import InputError, PageError
from diemtin.news import Capture
from diemtin.sources.opening import LARGEST_PAGE, LARGEST_WINDOW, reason

_TEXTS = {"text/html", "application/xhtml+xml", "text/plain"}
_GZIP, _ZSTD, _PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/"
_HEAD = re.compile(rb"WARC/[01]\.\d+\r?\n[A-Za-z-]+:")
_TARGET = re.compile(rb"(?i)WARC-Target-URI:\s*<?([^\s>]+)")
_CHUNK = 1 << 20
_LOOK = 1 << 17  # a zstd block: nothing comes out of a frame before its first block is whole


class _DamagedError(Exception):
    """A record that does not hold what it announces."""


def read_warc(
    archive: IO[bytes],
    name: str,
    refused: Callable[[InputError], None],
    skipped: Callable[[str, str], None],
    start: int = 0,
) -> Iterator[Capture]:
    """The pages of a seekable archive from byte ``start`` (a ``Capture.position``) on.

    Pages are texts and HTML answered with status 200, and the conversions of a WET. Answers that are none are counted
    and told once, at the end. An archive that is one single gzip member can only be read from its beginning, and every
    position in it says so.
    """
    others: Counter[str] = Counter()
    begin: int | None = start
    pending: _Damage | None = None
    while begin is not None:
        damage = yield from _read_from(archive, begin, name, refused, others, pending)
        if damage is None:
            break
        pending = damage
        begin, pending.url_there = _find_record(archive, damage.last + 1)
        pending.goes_on = begin
        if begin is None:
            refused(pending.told(name))
    if others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in others.most_common(6))
        skipped(name, f"{sum(others.values())} records are not pages: {kinds}")


@dataclass(slots=True)
class _Damage:
    """Where reading stopped, and where it may go on; one damage may take several attempts to get past."""

    at: int
    last: int
    url: str | None
    why: str
    url_there: str | None = None
    goes_on: int | None = None

    def told(self, name: str) -> InputError:
        goes_on = f"reading goes on at byte {self.goes_on}" if self.goes_on is not None else "nothing readable follows"
        record = f"the record of {self.url}, or what follows it" if self.url else "this record"
        return InputError(f"{record}, is damaged: {self.why}", about=f"{name}, byte {self.at}", hint=goes_on)


def _read_from(
    archive: IO[bytes],
    begin: int,
    name: str,
    refused: Callable[[InputError], None],
    others: Counter[str],
    pending: _Damage | None,
) -> Generator[Capture, None, _Damage | None]:
    """Reads to the end (None) or to the next damage. The damage before is told once a record was read past it."""
    archive.seek(begin)
    last, restart, url = begin, begin, None
    try:
        for record in ArchiveIterator(archive, WarcRecordType.any_type, parse_http=False, auto_decode="none"):
            last, url = record.stream_pos, _address(record)
            restart = last if _starts_record(archive, last) else restart
            capture = _take(record, url, f"{name}, byte {last}", name, restart, refused, others)
            if pending is not None:
                refused(pending.told(name))
                pending = None
            if capture is not None:
                yield capture
    except (OSError, _DamagedError) as why:
        if pending is not None:  # nothing could be read since: the same damage goes on
            pending.last = last
            pending.url = url or pending.url_there or pending.url
            return pending
        return _Damage(last, last, url, reason(why))
    if pending is not None:
        refused(pending.told(name))
    return None


def _take(
    record: Any,
    url: str | None,
    where: str,
    name: str,
    position: int,
    refused: Callable[[InputError], None],
    others: Counter[str],
) -> Capture | None:
    """The page in a record; None when there is none. Raises ``_DamagedError`` or OSError."""
    kind = record.record_type
    if kind not in (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion):
        if kind == WarcRecordType.revisit:
            others["revisit"] += 1
        return None
    if record.content_length > LARGEST_PAGE:
        refused(PageError(f"a record of {record.content_length} bytes ({url})", about=where))
        return None
    block = record.reader.read(LARGEST_PAGE)
    if len(block) < record.content_length:
        raise _DamagedError(f"{record.content_length} bytes are announced, {len(block)} are there")
    if _HEAD.search(block):
        raise _DamagedError("its length is wrong: the next record begins inside")
    if kind != WarcRecordType.response:
        media, charset = _media(record.headers.get("Content-Type"))
        media = "text/plain" if kind == WarcRecordType.conversion else media
        if media not in _TEXTS:
            others[media or "of no type"] += 1
            return None
        return Capture(block, url, record.record_date, media, charset, name=name, position=position)
    try:
        media, charset, content = _answer(block)
    except OSError as why:
        refused(InputError(f"the answer in this record cannot be unpacked: {reason(why)} ({url})", about=where))
        return None
    if content is None:
        others[media or "of no type"] += 1
        return None
    if len(content) > LARGEST_PAGE:
        refused(PageError(f"unpacks to more than {LARGEST_PAGE // 1024 // 1024} MB ({url})", about=where))
        return None
    return Capture(content, url, record.record_date, media, charset, name=name, position=position)


def _answer(block: bytes) -> tuple[str | None, str | None, bytes | None]:
    """Media type, charset and unpacked content of an HTTP answer; content None when it is no page."""
    answer = WarcRecord()
    answer.set_bytes_content(block)
    answer.is_http = True
    answer.parse_http(auto_decode="all", quirks_mode=True)
    status = answer.http_headers.status_code if answer.http_headers else None
    media, charset = _media(answer.http_headers.get("Content-Type") if answer.http_headers else None)
    if status != 200:
        return f"with status {status}", None, None
    content: bytes = answer.reader.read(LARGEST_PAGE + 1) if media is None or media in _TEXTS else b""
    if media not in _TEXTS and not (media is None and content.lstrip()[:1] == b"<"):
        return media, charset, None
    return media or "text/html", charset, content


def _media(header: str | None) -> tuple[str | None, str | None]:
    """``text/html; charset=UTF-8`` -> type and charset, lower case."""
    media, _, parameters = (header or "").lower().partition(";")
    charset = parameters.partition("charset=")[2].split(";")[0].strip(" \"'")
    return media.strip() or None, charset or None


def _address(record: Any) -> str | None:
    return (record.headers.get("WARC-Target-URI") or "").strip().strip("<>") or None


def _starts_record(archive: IO[bytes], at: int) -> bool:
    """Whether reading could begin at this byte. Leaves the archive where it was."""
    here = archive.tell()
    archive.seek(at)
    start = archive.read(5)
    archive.seek(here)
    return start.startswith((_GZIP, _ZSTD, _PLAIN))


def _find_record(archive: IO[bytes], begin: int) -> tuple[int | None, str | None]:
    """The first byte from ``begin`` on at which a record starts, compressed or not, and its address if it says one."""
    archive.seek(begin)
    window, base = b"", begin
    while chunk := archive.read(_CHUNK):
        window += chunk
        for at in _magics(window, len(window) - 5):
            head = _record_head(archive, base + at)
            if head is not None:
                url = _TARGET.search(head)
                return base + at, url.group(1).decode("utf-8", "replace") if url else None
        base += len(window) - 5
        window = window[-5:]
        archive.seek(base + 5)
    return None, None


def _magics(window: bytes, end: int) -> list[int]:
    found = []
    for magic in (_GZIP, _ZSTD, _PLAIN):
        at = window.find(magic)
        while 0 <= at < end:
            found.append(at)
            at = window.find(magic, at + 1)
    return sorted(found)


def _record_head(archive: IO[bytes], at: int) -> bytes | None:
    """The first bytes of the record that starts here; empty when they cannot be seen yet, None when none starts."""
    archive.seek(at)
    start = archive.read(_LOOK)
    try:
        if start.startswith(_GZIP):
            head = zlib.decompressobj(31).decompress(start, 2048)
        elif start.startswith(_ZSTD):
            head = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW).decompressobj().decompress(start)[:2048]
            if not head:
                return head
        else:
            head = start[:2048]
    except (zlib.error, zstandard.ZstdError):
        return None
    return head if _HEAD.match(head) else None
