"""Feeds written out: one shape in, RSS 2.0, Atom or JSON Feed out. Pure; what may be shown was decided before."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any, Literal

from lxml import etree

from diemtin.news import VIETNAM

Kind = Literal["rss", "atom", "json"]
ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
WHY = "Vì sao ở đây:"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 cannot hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """``id`` and ``url`` are absolute; ``published`` is ``None`` when nobody knows, ``moment`` orders it all the same."""

    id: str
    url: str
    title: str
    moment: datetime
    published: datetime | None = None
    summary: str = ""
    outlet: str = ""
    original: str = ""
    """The article at its outlet."""
    image: str = ""
    note: str = ""
    """Why it stands where it stands."""
    categories: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    """Only in JSON, under ``_diemtin``."""


@dataclass(frozen=True, slots=True)
class Feed:
    title: str
    home: str
    address: str
    entries: tuple[Entry, ...]
    description: str = ""
    icon: str = ""
    empty_since: datetime | None = None
    """What stands as the time of change while there are no entries."""

    @property
    def changed(self) -> datetime | None:
        return max((entry.moment for entry in self.entries), default=self.empty_since)


def write_feed(feed: Feed, kind: Kind) -> tuple[bytes, str]:
    """The bytes and their media type."""
    return _WRITERS[kind](feed)


def _rss(feed: Feed) -> tuple[bytes, str]:
    root = etree.Element("rss", version="2.0", nsmap={"atom": ATOM, "dc": DC, "media": MEDIA})
    channel = etree.SubElement(root, "channel")
    _text(channel, "title", feed.title)
    _text(channel, "link", feed.home)
    _text(channel, "description", feed.description or feed.title)
    _text(channel, "language", "vi")
    if feed.changed:
        _text(channel, "lastBuildDate", _rfc822(feed.changed))
    _text(channel, "ttl", "5")
    link = etree.SubElement(channel, f"{{{ATOM}}}link", rel="self", type="application/rss+xml")
    link.set("href", _clean(feed.address))
    for entry in feed.entries:
        told = etree.SubElement(channel, "item")
        _text(told, "title", entry.title)
        _text(told, "link", entry.url)
        guid = etree.SubElement(told, "guid", isPermaLink="true" if entry.id == entry.url else "false")
        guid.text = _clean(entry.id)
        if entry.published:
            _text(told, "pubDate", _rfc822(entry.published))
        _text(told, "description", _html(entry))
        if entry.outlet:
            _text(told, f"{{{DC}}}creator", entry.outlet)
        for category in entry.categories:
            _text(told, "category", category)
        if entry.image:
            etree.SubElement(told, f"{{{MEDIA}}}content", url=_clean(entry.image), medium="image")
    return _bytes(root), "application/rss+xml; charset=utf-8"


def _atom(feed: Feed) -> tuple[bytes, str]:
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM, "media": MEDIA})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "vi")
    _text(root, f"{{{ATOM}}}id", feed.address)
    _text(root, f"{{{ATOM}}}title", feed.title)
    if feed.description:
        _text(root, f"{{{ATOM}}}subtitle", feed.description)
    _text(root, f"{{{ATOM}}}updated", _iso(feed.changed) if feed.changed else "1970-01-01T00:00:00Z")
    etree.SubElement(root, f"{{{ATOM}}}link", rel="self", type="application/atom+xml", href=_clean(feed.address))
    etree.SubElement(root, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=_clean(feed.home))
    _author(root, feed.title)
    if feed.icon:
        _text(root, f"{{{ATOM}}}icon", feed.icon)
    for entry in feed.entries:
        told = etree.SubElement(root, f"{{{ATOM}}}entry")
        _text(told, f"{{{ATOM}}}id", entry.id)
        _text(told, f"{{{ATOM}}}title", entry.title)
        _text(told, f"{{{ATOM}}}updated", _iso(entry.moment))
        if entry.published:
            _text(told, f"{{{ATOM}}}published", _iso(entry.published))
        etree.SubElement(told, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=_clean(entry.url))
        if entry.original:
            etree.SubElement(told, f"{{{ATOM}}}link", rel="via", href=_clean(entry.original))
        if entry.outlet:
            _author(told, entry.outlet)
        for category in entry.categories:
            etree.SubElement(told, f"{{{ATOM}}}category", term=_clean(category))
        summary = etree.SubElement(told, f"{{{ATOM}}}summary", type="html")
        summary.text = _clean(_html(entry))
        if entry.image:
            etree.SubElement(told, f"{{{MEDIA}}}content", url=_clean(entry.image), medium="image")
    return _bytes(root), "application/atom+xml; charset=utf-8"


def _json(feed: Feed) -> tuple[bytes, str]:
    told: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": "vi",
        "items": [_json_entry(entry) for entry in feed.entries],
    }
    if feed.description:
        told["description"] = feed.description
    if feed.icon:
        told["icon"] = feed.icon
    return json.dumps(told, ensure_ascii=False, indent=1).encode(), "application/feed+json; charset=utf-8"


def _json_entry(entry: Entry) -> dict[str, Any]:
    told: dict[str, Any] = {"id": entry.id, "url": entry.url, "title": entry.title, "content_html": _html(entry)}
    if entry.summary:
        told["summary"] = entry.summary
    if entry.published:
        told["date_published"] = _iso(entry.published)
    told["date_modified"] = _iso(entry.moment)
    if entry.original:
        told["external_url"] = entry.original
    if entry.outlet:
        told["authors"] = [{"name": entry.outlet}]
    if entry.image:
        told["image"] = entry.image
    if entry.categories:
        told["tags"] = list(entry.categories)
    if entry.extra:
        told["_diemtin"] = entry.extra
    return told


_WRITERS: dict[Kind, Callable[[Feed], tuple[bytes, str]]] = {"rss": _rss, "atom": _atom, "json": _json}


def _html(entry: Entry) -> str:
    """Sapo and source, as a reader of feeds shows them."""
    parts = [f"<p>{escape(entry.summary)}</p>"] if entry.summary else []
    if entry.outlet:
        name = escape(entry.outlet)
        parts.append(
            f'<p>Theo <a href="{escape(entry.original)}">{name}</a></p>' if entry.original else f"<p>Theo {name}</p>"
        )
    if entry.note:
        parts.append(f"<p><small>{WHY} {escape(entry.note)}</small></p>")
    return "".join(parts) or escape(entry.title)


def _author(parent: etree._Element, name: str) -> None:
    author = etree.SubElement(parent, f"{{{ATOM}}}author")
    _text(author, f"{{{ATOM}}}name", name)


def _text(parent: etree._Element, tag: str, text: str) -> None:
    etree.SubElement(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _bytes(root: etree._Element) -> bytes:
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _rfc822(moment: datetime) -> str:
    return format_datetime(moment.astimezone(VIETNAM))


def _iso(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")
