"""OPML 1 and 2, in and out: the lists of sources that feed readers exchange."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from diemtin.errors import FeedError
from diemtin.language.text import squeeze
from diemtin.sources.ready import Listed
from diemtin.sources.xmltext import decode, mend

DEEPEST = 20
"""Folders inside each other."""


def read_opml(content: bytes, about: str | None = None) -> tuple[Listed, ...]:
    """The feeds it names, each once, in order; folders become sections ("Báo › Thế giới"). Raises ``FeedError``."""
    text, _ = decode(content)
    if not re.search(r"<opml\b", text[:4096], re.I):
        raise FeedError("not OPML", about=about)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    root = etree.fromstring(mend(text)[0].encode(), parser)
    found: dict[str, Listed] = {}
    if root is not None:
        for body in root.iter("body"):
            _gather(body, (), found)
    return tuple(found.values())


def _gather(element: etree._Element, folders: tuple[str, ...], found: dict[str, Listed]) -> None:
    for child in element:
        if child.tag != "outline":
            continue
        said = {str(name).lower(): squeeze(str(value)) for name, value in child.attrib.items()}
        title = said.get("title") or said.get("text") or None
        address = said.get("xmlurl", "")
        if re.match(r"https?://", address):
            found.setdefault(address, Listed(address, "feed", title, " › ".join(folders) or None))
        if len(child) and len(folders) < DEEPEST:
            _gather(child, (*folders, title) if title and not address else folders, found)


def write_opml(title: str, feeds: Iterable[Listed]) -> bytes:
    """UTF-8, OPML 2.0; feeds of one section stand in a folder of that name."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _legal(title)
    body = etree.SubElement(root, "body")
    folders: dict[str, etree._Element] = {}
    for feed in feeds:
        parent = body
        if feed.section:
            if feed.section not in folders:
                name = _legal(feed.section)
                folders[feed.section] = etree.SubElement(body, "outline", text=name, title=name)
            parent = folders[feed.section]
        name = _legal(feed.title or feed.url)
        etree.SubElement(parent, "outline", type="rss", text=name, title=name, xmlUrl=_legal(feed.url))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _legal(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
