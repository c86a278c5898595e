"""a capture -> a reading: articles, figures, blocks of teasers, dates with grounds.

``read`` takes a capture (HTML or plain text, any charset) and returns everything the page says as a ``news.Reading``;
``to_json`` prints that as ``diemtin read --json`` does. Imports ``language``, ``news``, ``errors`` only. How it works and
why: ``docs/reading.md``. A change owes ``tests/reader`` and a run of ``benchmarks/reading.py``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from diemtin.errors import PageError
from diemtin.language.charsets import decode
from diemtin.language.text import nfc
from diemtin.news import Capture, Outlet, Reading
from diemtin.reader.json import published_json, to_json
from diemtin.reader.outlet import domain_of
from diemtin.reader.page import read_html
from diemtin.reader.plain import read_plain

__all__ = ["READER_VERSION", "published_json", "read", "to_json"]

READER_VERSION = 4
"""Raised when pages read differently from before: ``diemtin reread`` then reads the kept captures again."""

MAX_BYTES = 10_000_000
"""The largest news page at hand has 3 MB; what is larger is refused before it is decoded."""

_TAGS = re.compile(r"<(?:!doctype html|html|head|body|div|p|article|meta|title|h1|table|span)\b[^>]*>", re.IGNORECASE)


def read(capture: Capture) -> Reading:
    """Everything a page says. Raises ``PageError`` for bytes that are no page (binary, empty, too large, too many elements)."""
    about = capture.url or capture.name or capture.id
    if len(capture.content) > MAX_BYTES:
        raise PageError(
            f"{len(capture.content):,} bytes are too many for a page", about=about, hint=f"up to {MAX_BYTES:,} are read"
        )
    text = decode(capture.content, capture.charset, about)
    if not text.strip():
        raise PageError("empty", about=about)
    try:
        reading = _read(text, capture)
    except PageError as error:
        raise PageError(error.message, about=about, hint=error.hint) from None
    outlet = capture.outlet
    if outlet is not None:
        outlet = replace(outlet, name=outlet.name or reading.outlet.name, domain=outlet.domain or reading.outlet.domain)
    else:
        outlet = Outlet(reading.outlet.name, domain_of(capture.url) or reading.outlet.domain)
    articles = tuple(replace(article, outlet=outlet) for article in reading.articles)
    return replace(reading, id=capture.id, outlet=outlet, url=capture.url or reading.url, articles=articles)


def _read(text: str, capture: Capture) -> Reading:
    if _is_html(text, capture.media_type):
        return read_html(text, url=capture.url, fetched=capture.fetched)
    return read_plain(nfc(text), url=capture.url, fetched=capture.fetched)


def _is_html(text: str, media_type: str | None) -> bool:
    kind = (media_type or "").split(";")[0].strip().lower()
    if kind in ("text/plain", "text/markdown", "text/x-markdown"):
        return False
    if kind in ("text/html", "application/xhtml+xml"):
        return True
    head = text[:4096].lstrip("\ufeff \t\r\n").lower()
    return (
        head.startswith(("<!doctype html", "<html", "<?xml", "<head", "<body"))
        or len(_TAGS.findall(text[:20_000])) >= 3
    )
