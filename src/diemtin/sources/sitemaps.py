"""Sitemaps, indexes of sitemaps, news sitemaps and lists of addresses -> the addresses they name.

(https://www.sitemaps.org/protocol.html; news: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap)
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from lxml import etree

from diemtin.errors import FeedError
from diemtin.language.text import squeeze
from diemtin.sources.feed_dates import read_feed_date
from diemtin.sources.ready import Listed
from diemtin.sources.xmltext import decode, mend

MOST_ADDRESSES = 50_000
"""Of one sitemap: what the protocol allows."""

_ROWS = {"url": "page", "sitemap": "sitemap"}


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one sitemap lists: pages, or further sitemaps."""

    listed: tuple[Listed, ...]
    problems: tuple[str, ...] = ()


def read_sitemap(content: bytes, url: str | None = None, charset: str | None = None) -> Sitemap:
    """The addresses in order. Raises ``FeedError`` when it is no sitemap; an empty one is a sitemap."""
    text, note = decode(content, charset)
    problems = [note] if note else []
    if "<" not in text[:1000]:
        rows = [Listed(line, "page") for line in map(str.strip, text.splitlines()) if re.match(r"https?://\S+$", line)]
        if not rows:
            raise FeedError("not a sitemap", about=url)
        return Sitemap(tuple(rows[:MOST_ADDRESSES]), tuple(problems))
    if not re.search(r"<(?:[\w.-]{1,20}:)?(?:urlset|sitemapindex)\b", text):
        raise FeedError("not a sitemap", about=url)
    text, mended = mend(text)
    problems.extend(mended)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as why:
        raise FeedError(f"cannot be parsed: {why}", about=url) from why
    if root is None:
        raise FeedError("cannot be parsed", about=url)
    if parser.error_log:
        problems.append(f"not well-formed: {parser.error_log[0].message[:120]}")
    found = [row for element in root.iter() if (row := _row(element, url)) is not None]
    if len(found) > MOST_ADDRESSES:
        problems.append(f"only the first {MOST_ADDRESSES} addresses are read")
    return Sitemap(tuple(found[:MOST_ADDRESSES]), tuple(problems))


def _row(element: etree._Element, base: str | None) -> Listed | None:
    name = _name(element)
    if name not in _ROWS:
        return None
    fields: dict[str, str] = {}
    for child in element.iter():
        text = squeeze(child.text or "")
        if child is not element and text and _name(child.getparent()) not in ("image", "video"):
            fields.setdefault(_name(child), text)
    try:
        address = urljoin(base or "", re.sub(r"\s+", "", fields.get("loc", "")))
        if "loc" not in fields or urlsplit(address).scheme not in ("http", "https"):
            return None
    except ValueError:
        return None
    row = Listed(address, "sitemap" if name == "sitemap" else "page", fields.get("title"))
    modified = read_feed_date(fields.get("lastmod"))
    published = read_feed_date(fields.get("publication_date"))
    return replace(row, modified=modified.end, published=published if published.known else None)


def _name(element: etree._Element | None) -> str:
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""
