"""The HTML inside a feed -> safe HTML, lines of text, the first picture."""

from __future__ import annotations

import html
import re

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from diemtin.language.markup import flattened
from diemtin.language.text import squeeze

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.S)
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]{2,10});")
_LINES = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "tr",
        "ul",
        "ol",
        "table",
        "section",
        "article",
        "figure",
        "figcaption",
        "header",
        "footer",
    ]
)
_UNREAD = frozenset({"script", "style", "figure", "figcaption", "noscript", "iframe", "template", "video", "audio"})
DEEPEST = 200
"""Elements inside each other; below that a text is taken as one. The deepest real page at hand has 63."""


def sanitise(markup: str) -> str:
    """HTML without scripts, styles, handlers, frames and forms."""
    return nh3.clean(flattened(markup))


def one_line(markup: str) -> str | None:
    """A headline or name: tags dropped, entities resolved (twice where a system escaped twice), on one line."""
    text = markup
    for _ in range(2):
        text = _TAG.sub(" " if "<br" in text.lower() else "", text)
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return squeeze(_TAG.sub("", text)) or None


def lines(markup: str) -> tuple[str, ...]:
    """The text of HTML, a block a line, captions of pictures left out."""
    if "<" not in markup and "&" not in markup:
        return tuple(line for line in map(squeeze, markup.splitlines()) if line)
    body = LexborHTMLParser(flattened(markup)).body
    found: list[str] = []
    if body is not None:
        _gather(body, found, 0)
    return tuple(line for line in map(squeeze, "".join(found).split("\n")) if line)


def _gather(node: LexborNode, found: list[str], depth: int) -> None:
    child = node.child
    while child is not None:
        tag = child.tag
        if tag == "-text":
            found.append((child.text(deep=False) or "").replace("\n", " "))
        elif tag == "br":
            found.append("\n")
        elif tag in _UNREAD or tag is None or tag.startswith("-") or tag == "!doctype":
            pass
        elif depth >= DEEPEST:
            found.append(child.text(separator=" ").replace("\n", " "))
        else:
            block = tag in _LINES
            found.append("\n" if block else " " if tag in ("td", "th") else "")
            _gather(child, found, depth + 1)
            found.append("\n" if block else "")
        child = child.next


def first_image(markup: str) -> str | None:
    """The address of the first picture, as it is written; lazy-loading attributes go before."""
    if "<img" not in markup.lower():
        return None
    image = LexborHTMLParser(flattened(markup)).css_first("img")
    if image is None:
        return None
    for name in ("data-src", "data-original", "src"):
        address = (image.attributes.get(name) or "").strip()
        if address and not address.startswith("data:"):
            return address
    return None
