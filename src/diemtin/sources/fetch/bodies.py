"""The body of an answer, unpacked piece by piece within a bound: a bomb ends there, not after a terabyte."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Protocol

import zstandard

ENCODINGS = "gzip, deflate, zstd"
"""What is asked for, and all that is understood."""

_SLICE = 1024  # zstd grows up to 32,000 to one


class TooLargeError(Exception):
    """More than the bound came out."""


class Unpacker(Protocol):
    """Takes packed bytes and gives unpacked ones."""

    def add(self, packed: bytes) -> None: ...
    def finished(self) -> bytes: ...
    def so_far(self) -> bytes: ...


class Plain:
    """Bytes as they come."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._parts: list[bytes] = []

    def add(self, packed: bytes) -> None:
        """Raises ``TooLargeError``."""
        self._size += len(packed)
        if self._size > self._limit:
            raise TooLargeError
        self._parts.append(packed)

    def finished(self) -> bytes:
        """Everything that came."""
        return b"".join(self._parts)

    def so_far(self) -> bytes:
        """What came before the bound was reached."""
        return b"".join(self._parts)


class Zlib(Plain):
    """gzip (any number of members) or deflate, with or without its header."""

    def __init__(self, limit: int, encoding: str) -> None:
        super().__init__(limit)
        self._unpacker = zlib.decompressobj(31) if encoding != "deflate" else None
        self._head = b""
        self._ended = False

    def add(self, packed: bytes) -> None:
        """Raises ``TooLargeError`` or zlib.error."""
        if self._unpacker is None:
            self._head += packed
            if len(self._head) < 2:
                return
            # RFC 1950: method 8, and the first two bytes a multiple of 31; without such a header it is raw deflate.
            header = self._head[0] & 15 == 8 and int.from_bytes(self._head[:2], "big") % 31 == 0
            self._unpacker, packed = zlib.decompressobj(15 if header else -15), self._head
        while packed:
            if self._ended:
                if not packed.startswith(b"\x1f\x8b"):
                    return  # padding behind the last member
                self._unpacker, self._ended = zlib.decompressobj(31), False
            super().add(self._unpacker.decompress(packed, self._limit - self._size + 1))
            self._ended = self._unpacker.eof
            packed = self._unpacker.unused_data if self._ended else self._unpacker.unconsumed_tail

    def finished(self) -> bytes:
        """Raises zlib.error when the end is missing."""
        if not self._ended and (self._parts or self._head):
            raise zlib.error("the packed answer ends too early")
        return super().finished()


class Zstd(Plain):
    """One zstd frame; the window that it may ask for is the 8 MB of RFC 8878."""

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=8 << 20).decompressobj()

    def add(self, packed: bytes) -> None:
        """Raises ``TooLargeError`` or zstandard.ZstdError."""
        for begin in range(0, len(packed), _SLICE):
            if self._unpacker.eof:
                return
            super().add(self._unpacker.decompress(packed[begin : begin + _SLICE]))

    def finished(self) -> bytes:
        """Raises zstandard.ZstdError when the end is missing."""
        if not self._unpacker.eof:
            raise zstandard.ZstdError("the packed answer ends too early")
        return super().finished()


def unpacker_for(encoding: str, limit: int) -> Unpacker | None:
    """For a Content-Encoding; None for one that was not asked for."""
    kinds: dict[str, Callable[[], Unpacker]] = {
        "": lambda: Plain(limit),
        "identity": lambda: Plain(limit),
        "gzip": lambda: Zlib(limit, "gzip"),
        "x-gzip": lambda: Zlib(limit, "gzip"),
        "deflate": lambda: Zlib(limit, "deflate"),
        "zstd": lambda: Zstd(limit),
    }
    make = kinds.get(encoding.strip().lower())
    return make() if make else None
