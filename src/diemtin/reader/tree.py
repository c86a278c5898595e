"""One walk over the parsed page: a flat list of text units in order, the boxes they stand in, links and pictures.

A *unit* is a run of text between two block borders: what a browser would start on a new line. A *box* is an element that
makes such a border. Both lists are in document order, and a box knows the units it holds as a range, so that a sum over
a part of the page is a difference of two prefix sums. The tree is not looked at again after the walk.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from diemtin.errors import PageError
from diemtin.reader.classes import read_classes

MAX_DEPTH = 250
"""Deeper elements are read as flat text: the deepest of the pages at hand has 62 levels, Python's own stack allows about 900."""
MAX_NODES = 400_000
"""Elements and texts of one page: the largest page at hand has 21,000. A page above it is refused."""

SKIP = frozenset(
    [
        "script",
        "style",
        "noscript",
        "svg",
        "template",
        "iframe",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "canvas",
        "map",
        "audio",
        "datalist",
        "head",
        "math",
        "-comment",
        "!doctype",
        "!--",
    ]
)
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "nobr",
        "bold",
        "center-inline",
        "output",
        "ruby",
        "rt",
        "rp",
        "amp-link",
    ]
)
INLINE_BITS = 2 | 8 | 32 | 64 | 1024
"""Of inline elements only these say something of the whole unit: caption, sapo, byline, stamp, credit."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


class Box:
    """A block element: its tag, its class bits and those inherited, its parent's place in the list, its range of units."""

    __slots__ = ("bits", "depth", "end", "figures", "inherited", "last", "name", "parent", "props", "start", "tag")

    def __init__(
        self, parent: int, tag: str, name: str, bits: int, inherited: int, depth: int, start: int, props: str
    ) -> None:
        self.parent = parent
        self.tag = tag
        self.name = name
        self.bits = bits
        self.inherited = inherited
        self.depth = depth
        self.start = start
        self.end = start
        self.last = -1
        self.figures = 0
        self.props = props


class Unit:
    """A run of text. ``link`` is how many of its letters stand in links; ``bold`` how many in bold type."""

    __slots__ = ("bits", "bold", "box", "first_link", "length", "link", "table", "tag", "text")

    def __init__(self, text: str, box: int, tag: str, bits: int, link: int, first_link: int, bold: int) -> None:
        self.text = text
        self.length = len(text)
        self.box = box
        self.tag = tag
        self.bits = bits
        self.link = link
        self.first_link = first_link
        self.bold = bold
        self.table: str | None = None


class Link:
    """An ``a`` with its text, the unit it begins in, its box, and the picture it holds."""

    __slots__ = ("bits", "box", "heading", "href", "image", "text", "title", "unit")

    def __init__(self, href: str, unit: int, box: int, title: str, bits: int, heading: bool) -> None:
        self.href = href
        self.text = ""
        self.unit = unit
        self.box = box
        self.image = -1
        self.title = title
        self.bits = bits
        self.heading = heading


class Picture:
    """An image: address, alternative text, and the unit before which it stands."""

    __slots__ = ("alt", "attributes", "box", "link", "src", "unit")

    def __init__(self, src: str, alt: str, unit: int, box: int, link: int, attributes: dict[str, str | None]) -> None:
        self.src = src
        self.alt = alt
        self.unit = unit
        self.box = box
        self.link = link
        self.attributes = attributes


class Page:
    """What the walk found."""

    __slots__ = ("boxes", "credits", "links", "pictures", "times", "units")

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.units: list[Unit] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.times: list[tuple[int, str, int]] = []
        """``time`` elements with a ``datetime``: (unit, value, box)."""
        self.credits: dict[int, str] = {}
        """Unit -> the part of it that an inline element marks as the credit."""


_SOURCES = (
    "src",
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-srcset",
    "srcset",
    "data-url",
    "data-photo-original-src",
    "data-lazyload",
)
_DATA_URI = re.compile(
    r"^\s*(?:data:|about:|$)|(?:blank|pixel|spacer|transparent|placeholder|grey|loading)[\w\-]*\.(?:gif|png|svg)",
    re.IGNORECASE,
)


def picture_source(attributes: dict[str, str | None]) -> str:
    """The address a browser would show in the end: lazy pictures carry it elsewhere than in ``src``."""
    for name in _SOURCES:
        value = attributes.get(name)
        if value and not _DATA_URI.search(value):
            return value.strip().split(",")[0].split(" ")[0] if "srcset" in name else value.strip()
    return ""


def walk(body: Any) -> Page:
    """Walks the element once. Raises ``PageError`` when the page holds more than ``MAX_NODES`` nodes."""
    page = Page()
    boxes, units, links, pictures = page.boxes, page.units, page.links, page.pictures
    parts: list[str] = []
    state = [
        0,
        -1,
        0,
        0,
        0,
        0,
        0,
    ]  # nodes, first link of the unit, letters in links, letters in bold, inside link, inside bold
    box_stack: list[int] = []
    current_link: list[Link | None] = [None]
    link_parts: list[str] = []
    append = parts.append

    def flush(tag: str, bits: int) -> None:
        if not parts:
            return
        text = " ".join("".join(parts).split())
        parts.clear()
        if text:
            units.append(Unit(text, box_stack[-1], tag, bits | state[6], state[2], state[1], state[3]))
        state[1] = -1
        state[2] = state[3] = state[6] = 0

    def visit(node: Any, tag: str, inherited: int, depth: int) -> None:
        child = node.first_child
        breaks = 0
        count = 0
        while child is not None:
            name = child.tag
            count += 1
            if name == "-text":
                text = child.text_content
                if text:
                    append(text)
                    if state[4] or state[5]:
                        size = len(text.strip())
                        if state[4]:
                            state[2] += size
                            link_parts.append(text)
                        if state[5]:
                            state[3] += size
                    if breaks and not text.isspace():
                        breaks = 0
            elif name in SKIP:
                pass
            elif name == "br":
                breaks += 1
                if breaks >= 2:
                    flush(tag, inherited)
                else:
                    append("\n")
                    if state[4]:
                        link_parts.append(" ")
            elif name == "img" or name == "amp-img":
                attributes = child.attributes
                source = picture_source(attributes)
                link = current_link[0]
                if source:
                    if link is not None and link.image < 0:
                        link.image = len(pictures)
                    pictures.append(
                        Picture(
                            source,
                            attributes.get("alt") or "",
                            len(units),
                            box_stack[-1],
                            len(links) - 1 if link else -1,
                            attributes,
                        )
                    )
            else:
                breaks = 0
                attributes = child.attributes
                bits = inherited
                own = 0
                words = ""
                props = ""
                if attributes:
                    words = attributes.get("class") or ""
                    identity = attributes.get("id")
                    if identity:
                        words = f"{words} {identity}"
                    if words:
                        own = read_classes(words)
                    style = attributes.get("style")
                    if (
                        style
                        and "none" in style
                        and "display" in style
                        and style.replace(" ", "").find("display:none") >= 0
                    ):
                        own |= 4096
                    if "hidden" in attributes:
                        own |= 4096
                    props = (
                        attributes.get("itemprop")
                        or attributes.get("data-role")
                        or attributes.get("role")
                        or attributes.get("data-testid")
                        or attributes.get("property")
                        or attributes.get("data-component")
                        or ""
                    )
                    if attributes.get("type") == "RelatedOneNews" or attributes.get("type") == "RelatedNews":
                        own |= 512
                    if props:
                        own |= read_classes(props)
                bits |= own
                if name in INLINE:
                    state[6] |= own & INLINE_BITS
                    if name == "a":
                        href = attributes.get("href")
                        if href and current_link[0] is None:
                            link = Link(
                                href, len(units), box_stack[-1], attributes.get("title") or "", bits, tag in HEADINGS
                            )
                            current_link[0] = link
                            links.append(link)
                            link_parts.clear()
                            if state[1] < 0:
                                state[1] = len(links) - 1
                            state[4] = 1
                            if depth < MAX_DEPTH:
                                visit(child, tag, bits, depth + 1)
                            link.text = " ".join("".join(link_parts).split())
                            current_link[0] = None
                            state[4] = 0
                        elif depth < MAX_DEPTH:
                            visit(child, tag, bits, depth + 1)
                    elif name == "b" or name == "strong":
                        state[5] += 1
                        if depth < MAX_DEPTH:
                            visit(child, tag, bits, depth + 1)
                        state[5] -= 1
                    else:
                        if own & 1024 and depth < MAX_DEPTH:
                            page.credits.setdefault(len(units), child.text())
                        if name == "time" and attributes.get("datetime"):
                            page.times.append((len(units), attributes["datetime"] or "", box_stack[-1]))
                        if depth < MAX_DEPTH:
                            visit(child, tag, bits, depth + 1)
                        elif depth == MAX_DEPTH:
                            append(child.text(deep=True))
                else:
                    flush(tag, inherited)
                    place = len(boxes)
                    box = Box(box_stack[-1] if box_stack else -1, name, words, own, bits, depth, len(units), props)
                    boxes.append(box)
                    box_stack.append(place)
                    if depth < MAX_DEPTH:
                        visit(child, name, bits, depth + 1)
                    elif depth == MAX_DEPTH:
                        append(child.text(deep=True))
                    flush(name, bits)
                    box_stack.pop()
                    box.end = len(units)
                    box.last = len(boxes)
                    if current_link[0] is not None:
                        link_parts.append(" ")
            child = child.next
        state[0] += count
        if state[0] > MAX_NODES:
            raise PageError(
                "too many elements to be a page", hint=f"pages of up to {MAX_NODES:,} elements and texts are read"
            )

    root = Box(-1, "body", "", 0, 0, 0, 0, "")
    boxes.append(root)
    box_stack.append(0)
    visit(body, "body", 0, 1)
    flush("body", 0)
    root.end = len(units)
    root.last = len(boxes)
    return page


Flush = Callable[[str, int], None]
