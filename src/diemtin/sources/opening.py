"""Files as streams of bytes, unpacked by what they are (gzip, zstd), torn ends told apart from real ones.

A stream may be of any length and is never held whole. A whole page is, so ``read_bounded`` has a limit.
"""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path
from typing import IO, cast

import zstandard

from diemtin.errors import InputError, PageError

LARGEST_PAGE = 32 * 1024 * 1024
"""Bytes of one unpacked page. The largest of the 284 real news pages at hand has 2.1 MB; fifteen times that leaves
room, and a bomb stops here. To choose again: the sizes of ``shared/eval/pages``."""
LARGEST_WINDOW = 128 * 1024 * 1024
"""Bytes of memory that a zstd frame may ask for: what ``zstd --long=27`` needs, its own default limit."""

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_SLICE = 1024  # zstd can grow 32,000 to one: a slice of 1 kB gives at most 32 MB at once

TORN = (EOFError, OSError, zlib.error, zstandard.ZstdError)
"""What reading from a stream of ``open_stream`` raises when the file is torn or corrupt."""


class _Zstd(io.RawIOBase):
    """Unpacks frame after frame and raises EOFError inside a frame, which the library's own reader does not."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._left = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            if not self._fill():
                return 0
        count = min(len(buffer), len(self._ready))
        buffer[:count] = self._ready[:count]
        self._ready = self._ready[count:]
        return count

    def _fill(self) -> bool:
        packed = self._left or self._packed.read(_SLICE)
        self._left = b""
        if not packed:
            if self._frame is not None:
                raise EOFError("the zstd frame ends too early")
            return False
        if self._frame is None:
            self._frame = self._unpacker.decompressobj()
        self._ready = memoryview(self._frame.decompress(packed))
        if self._frame.eof:
            self._left = self._frame.unused_data
            self._frame = None
        return True

    def close(self) -> None:
        self._packed.close()
        super().close()


def unpacked(stream: IO[bytes]) -> IO[bytes]:
    """The stream as it is, or what gzip or zstd hold in it, told by its first bytes."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", stream))
    start = buffered.peek(4)[:4]
    if start.startswith(_GZIP):
        return cast("IO[bytes]", io.BufferedReader(gzip.GzipFile(fileobj=buffered, mode="rb")))
    if start == _ZSTD:
        return io.BufferedReader(_Zstd(buffered))
    return buffered


def open_stream(path: Path) -> IO[bytes]:
    """The file's bytes, unpacked. Raises ``InputError`` when it cannot be opened."""
    try:
        return unpacked(path.open("rb"))
    except (OSError, ValueError) as why:
        raise InputError(f"cannot be opened: {reason(why)}", about=str(path)) from why


def read_bounded(stream: IO[bytes], about: str, limit: int = LARGEST_PAGE) -> bytes:
    """All of the stream. Raises ``PageError`` above ``limit`` bytes, ``InputError`` when it is torn."""
    try:
        content = stream.read(limit + 1)
    except TORN as why:
        raise InputError(f"torn or corrupt: {reason(why)}", about=about) from why
    if len(content) > limit:
        raise PageError(f"unpacks to more than {limit // 1024 // 1024} MB", about=about, hint="not a page")
    return content


def reason(why: BaseException) -> str:
    """The words of an error, without the address of the file that is named anyway."""
    if isinstance(why, OSError) and why.strerror:
        return why.strerror
    return str(why) or type(why).__name__
