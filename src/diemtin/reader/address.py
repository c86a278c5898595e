"""Addresses as a page writes them -> addresses that stand alone."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit


def absolute(base: str | None, href: str) -> str:
    """``href`` seen from ``base``; the two usual forms without the cost of taking both apart."""
    if href.startswith(("http://", "https://")) or not base:
        return href
    if href.startswith("/") and not href.startswith("//"):
        end = base.find("/", 8)
        return (base if end < 0 else base[:end]) + href
    try:
        return urljoin(base, href)
    except ValueError:
        return href


def path_of(url: str) -> str:
    """The path of an address without slashes at its ends; of one that is none, the address itself."""
    try:
        return urlsplit(url).path.strip("/")
    except ValueError:
        return url
