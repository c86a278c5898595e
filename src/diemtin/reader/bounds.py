"""What no page needs and a parser cannot bear: elements opened thousands of times and never closed, thousands of attributes.

A parser's time grows with the square of both. They are counted before parsing, on the bytes and without a regular
expression over the whole text: a large page costs some tenths of a millisecond.
"""

from __future__ import annotations

import re

import numpy as np

from diemtin.errors import PageError

LARGE = 300_000
"""Bytes from which a page is looked at; a smaller one cannot be nested deep enough to cost much."""
MAX_OPEN = 3_000
"""Elements of a kind that are opened and never closed. Real pages at hand leave up to 60."""
MAX_ATTRIBUTES = 2_000
"""Of one element; the parser compares each with all others."""

_NAMED = 8
"""Letters of an element's name that are looked at."""
_CLOSED = "div ul ol table span section blockquote font b i a dl form article details".split()
"""Elements that pages close; of others (``p``, ``li``, ``br``) the end may be missing."""
_LONG = 20_000
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{%d,}" % _LONG)


def check_bounds(content: bytes) -> None:
    """Raises ``PageError`` for a page (UTF-8) that opens far more elements than it closes, or has an element with too many
    attributes."""
    if len(content) < LARGE:
        return
    content += b" " * (_NAMED + 2)
    letters = np.frombuffer(content, np.uint8)
    opened = np.flatnonzero(letters[: -_NAMED - 2] == 60)
    for begin in opened[np.diff(opened, append=len(content)) > _LONG].tolist():
        match = _LONG_TAG.match(content, begin)
        if match and match.group().count(b"=") > MAX_ATTRIBUTES:
            raise PageError("an element with thousands of attributes")
    if len(opened) <= MAX_OPEN:
        return
    closes = letters[opened + 1] == 47
    names = letters[(opened + 1 + closes)[:, None] + np.arange(_NAMED)] | 0x20
    names *= np.logical_and.accumulate((names >= 97) & (names <= 122), axis=1)
    keys = np.ascontiguousarray(names).view(np.uint64).ravel()
    for tag in _CLOSED:
        same = keys == np.frombuffer(tag[:_NAMED].encode().ljust(_NAMED, b"\0"), np.uint64)[0]
        if np.count_nonzero(same) - 2 * np.count_nonzero(same & closes) > MAX_OPEN:
            raise PageError(f"nested too deep: thousands of <{tag}> that are never closed")
