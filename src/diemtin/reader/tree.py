"""One walk over the parsed page: a flat list of text units in order, the boxes they stand in, links and pictures.

A *unit* is a run of text between two block borders: what a browser would start on a new line. A *box* is an element that
makes such a border. Both lists are in document order, and a box knows the units it holds as a range, so that a sum over
a part of the page is a difference of two prefix sums. The tree is not looked at again after the walk.

Long because the walk is the hottest loop of the program: what it does at a node stands in it, since a call at every node
costs as much as the parser does (``docs/reading.md``).
"""

from __future__ import annotations

from typing import Any

from diemtin.errors import PageError
from diemtin.language.text import nfc
from diemtin.reader.classes import (
    AUTHOR,
    BYLINE,
    CAPTION,
    CENTRED,
    CREDIT,
    CRUMB,
    HIDDEN,
    RELATED,
    SAPO,
    STAMP,
    read_classes,
)
from diemtin.reader.pictures import picture_source

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
PLAIN = frozenset(
    "br b strong i em u s small sub sup font big tt var wbr nobr bdi bdo strike del ins kbd samp code q dfn".split()
)
"""Inline elements whose attributes say nothing."""
INLINE = PLAIN | frozenset("a abbr acronym cite data label mark span time output ruby rt rp".split())
SPEAKING = frozenset(
    "align style hidden type itemprop data-role role data-testid property data-component data-type data-gu-name".split()
)
"""Attributes beside class and id that tell what an element is for."""
LINKED = "application/ld+json"
INLINE_BITS = CAPTION | SAPO | BYLINE | STAMP | CREDIT
"""Of inline elements only these say something of the whole unit."""
WHOLE_BITS = CAPTION | SAPO
"""And these only when most of the unit's letters stand in the element."""
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


class Box:
    """A block element: its tag, its own class bits and all that hold in it, its parent's place in the list, its range of
    units (``start`` to ``end``) and of boxes (its own place to ``last``). ``inherit`` sets ``inherited``, ``outside`` and
    ``away``."""

    __slots__ = ("away", "bits", "end", "inherited", "last", "name", "outside", "parent", "props", "start", "tag")
    away: bool
    inherited: int
    last: int
    outside: bool

    def __init__(self, parent: int, tag: str, name: str, bits: int, start: int, props: str) -> None:
        self.parent = parent
        self.tag = tag
        self.name = name
        self.bits = bits
        self.start = start
        self.end = start
        self.props = props


class Unit:
    """A run of text. ``link`` is how many of its letters stand in links; ``bold`` how many in bold type."""

    __slots__ = ("bits", "bold", "box", "first_link", "length", "link", "tag", "text")

    def __init__(self, text: str, box: int, tag: str, bits: int, link: int, first_link: int, bold: int) -> None:
        self.text = text
        self.length = len(text)
        self.box = box
        self.tag = tag
        self.bits = bits
        self.link = link
        self.first_link = first_link
        self.bold = bold


class Link:
    """An ``a`` with its text, the unit it begins in, its box, and the picture it holds."""

    __slots__ = ("bits", "box", "heading", "href", "image", "text", "title", "unit")

    def __init__(self, href: str, unit: int, box: int, title: str, heading: bool) -> None:
        self.href = href
        self.text = ""
        self.unit = unit
        self.box = box
        self.image = -1
        self.title = title
        self.bits = 0
        self.heading = heading


class Picture:
    """An image: address, alternative text, and the unit before which it stands."""

    __slots__ = ("alt", "attributes", "box", "src", "unit")

    def __init__(self, src: str, alt: str, unit: int, box: int, attributes: dict[str, str | None]) -> None:
        self.src = src
        self.alt = alt
        self.unit = unit
        self.box = box
        self.attributes = attributes


def common_box(boxes: list[Box], one: int, other: int) -> int:
    """The innermost box that holds both."""
    while one != other:
        if one > other:
            one = boxes[one].parent
        else:
            other = boxes[other].parent
    return one


class Page:
    """What the walk found."""

    __slots__ = ("authors", "boxes", "credits", "links", "pictures", "times", "told", "units")

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.units: list[Unit] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.times: list[tuple[int, str, int]] = []
        """``time`` elements with a ``datetime``: (unit, value, box)."""
        self.told: list[Any] = []
        """Elements of the body that speak to machines: ``meta``, ``link``, scripts of JSON-LD."""
        self.credits: dict[int, str] = {}
        """Unit -> the part of it that an inline element calls a credit, source or author."""
        self.authors: dict[int, str] = {}
        """Unit -> the part of it that an inline element calls an author, and nothing else."""


_BLOCK, _TEXT, _BREAK, _BOLD, _PLAIN, _SKIP, _PICTURE, _LINK, _INLINE, _FURNITURE, _TOLD = range(11)
_KINDS: dict[str, int] = {
    **dict.fromkeys(PLAIN, _PLAIN), **dict.fromkeys(INLINE - PLAIN, _INLINE), **dict.fromkeys(SKIP, _SKIP),
    "-text": _TEXT, "br": _BREAK, "b": _BOLD, "strong": _BOLD, "img": _PICTURE, "amp-img": _PICTURE, "a": _LINK,
    "nav": _FURNITURE, "footer": _FURNITURE, "script": _TOLD, "meta": _TOLD, "link": _TOLD, "title": _TOLD,
}  # fmt: skip
"""What the walk does with an element; all that are not named are blocks."""


def walk(body: Any) -> Page:
    """Walks the element once. Raises ``PageError`` when the page holds more than ``MAX_NODES`` nodes."""
    page = Page()
    boxes, units, links, pictures, marked, told = (
        page.boxes, page.units, page.links, page.pictures, page.credits, page.told
    )  # fmt: skip
    parts: list[str] = []
    append = parts.append
    here = 0
    nodes = linked = bold = 0
    first_link = -1
    inline_bits = inline_size = 0
    in_bold = 0
    link: Link | None = None
    link_parts: list[str] = []
    kind_of = _KINDS.get

    def flush(tag: str) -> None:
        nonlocal linked, bold, first_link, inline_bits, inline_size
        text = " ".join("".join(parts).split())
        parts.clear()
        if not text.isascii():
            text = nfc(text).strip()
        if inline_bits & WHOLE_BITS and inline_size * 2 < len(text):
            inline_bits &= ~WHOLE_BITS
        if text:
            units.append(Unit(text, here, tag, inline_bits, linked, first_link, bold))
        first_link = -1
        linked = bold = inline_bits = inline_size = 0

    def visit(child: Any, tag: str, depth: int) -> None:
        """Reads an element of name ``tag`` from its first child on."""
        nonlocal nodes, linked, bold, first_link, inline_bits, inline_size, in_bold, link, here
        if depth > MAX_DEPTH:
            append(child.parent.text(deep=True))
            return
        breaks = 0
        count = 0
        while child is not None:
            name = child.tag
            kind = kind_of(name, 0)
            count += 1
            if kind == _TEXT:
                text = child.text_content
                if breaks or not parts:
                    if text.isspace():
                        if parts:
                            append(text)
                        child = child.next
                        continue
                    breaks = 0
                append(text)
                if link is not None:
                    linked += len(text)
                    link_parts.append(text)
                if in_bold:
                    bold += len(text)
            elif kind == _BLOCK or kind == _INLINE or kind == _FURNITURE:  # noqa: SIM109  the walk is the slowest part
                attributes = child.attributes
                own = 0
                words = props = ""
                if attributes:
                    words = attributes.get("class") or ""
                    identity = attributes.get("id")
                    if identity:
                        words = f"{words} {identity}"
                    if words:
                        own = read_classes(words)
                    if len(attributes) > 1 or not words:
                        own, props = _speak(attributes, own)
                inner = child.first_child
                if kind == _INLINE:
                    if own:
                        inline_bits |= own & INLINE_BITS
                        if own & (CREDIT | BYLINE) and depth < MAX_DEPTH:
                            said = child.text()
                            marked.setdefault(len(units), said)
                            if own & AUTHOR:
                                page.authors.setdefault(len(units), said)
                    if name == "time":
                        if attributes.get("datetime"):
                            page.times.append((len(units), attributes["datetime"] or "", here))
                        if parts and parts[-1][-1:].isalnum():
                            append(" ")  # an author's name and the date: style alone keeps them apart
                    if inner is not None:
                        before = len(parts)
                        visit(inner, tag, depth + 1)
                        if own & WHOLE_BITS:
                            inline_size += sum(map(len, parts[before:]))
                        if name == "time" and child.next is not None and child.next.tag != "-text":
                            append(" ")
                elif inner is None or (
                    kind == _FURNITURE
                    and depth < 12
                    and not own & (CRUMB | CAPTION | CREDIT)
                    and tag != "figure"
                    and child.css_first("h1,p+p") is None
                ):
                    if parts:
                        flush(tag)
                    if inner is not None:
                        told.extend(child.css("meta"))
                    else:
                        breaks = 0
                else:
                    breaks = 0
                    if parts:
                        flush(tag)
                    around = here
                    here = len(boxes)
                    box = Box(around, name, words, own, len(units), props)
                    boxes.append(box)
                    visit(inner, name, depth + 1)
                    if parts:
                        flush(name)
                    here = around
                    box.end = len(units)
                    box.last = len(boxes)
                    if link is not None:
                        link_parts.append(" ")
                        if first_link < 0:
                            first_link = len(links) - 1
            elif kind == _LINK:
                attributes = child.attributes
                href = attributes.get("href")
                if href and link is None:
                    link = Link(href, len(units), here, attributes.get("title") or "", tag in HEADINGS)
                    links.append(link)
                    link_parts.clear()
                    if first_link < 0:
                        first_link = len(links) - 1
                    inner = child.first_child
                    if inner is not None:
                        visit(inner, tag, depth + 1)
                    link.text = " ".join("".join(link_parts).split())
                    link = None
                else:
                    inner = child.first_child
                    if inner is not None:
                        visit(inner, tag, depth + 1)
            elif kind == _PLAIN:
                inner = child.first_child
                if inner is not None:
                    visit(inner, tag, depth + 1)
            elif kind == _BOLD:
                inner = child.first_child
                if inner is not None:
                    in_bold += 1
                    visit(inner, tag, depth + 1)
                    in_bold -= 1
            elif kind == _BREAK:
                breaks += 1
                if breaks >= 2:
                    if parts:
                        flush(tag)
                else:
                    append("\n")
                    if link is not None:
                        link_parts.append(" ")
            elif kind == _PICTURE:
                attributes = child.attributes
                source = picture_source(attributes)
                if source:
                    if link is not None and link.image < 0:
                        link.image = len(pictures)
                    pictures.append(Picture(source, attributes.get("alt") or "", len(units), here, attributes))
            elif kind == _TOLD:
                if name == "script":
                    if child.attributes.get("type") == LINKED:
                        told.append(child)
                else:
                    if parts:
                        flush(tag)
                    told.append(child)
            child = child.next
        nodes += count
        if nodes > MAX_NODES:
            raise PageError(
                "too many elements to be a page", hint=f"pages of up to {MAX_NODES:,} elements and texts are read"
            )

    root = Box(-1, "body", "", 0, 0, "")
    boxes.append(root)
    if body.first_child is not None:
        visit(body.first_child, "body", 1)
    if parts:
        flush("body")
    root.end = len(units)
    root.last = len(boxes)
    visit = None  # type: ignore[assignment]  # a function that names itself is a cycle: it would keep the whole page until the next collection
    return page


def _speak(attributes: dict[str, str | None], own: int) -> tuple[int, str]:
    """The bits and the words of an element's attributes beside class and id, added to its ``own`` bits."""
    props = ""
    for key in attributes:
        if key in SPEAKING:
            value = attributes[key] or ""
            if key == "style":
                if "center" in value and "text-align" in value:
                    own |= CENTRED
                if "none" in value and "display:none" in value.replace(" ", ""):
                    own |= HIDDEN
            elif key == "align":
                if value.lower() in ("center", "middle"):
                    own |= CENTRED
            elif key == "hidden":
                own |= HIDDEN
            elif key == "type":
                if "Related" in value:
                    own |= RELATED
            else:
                props = f"{props} {value}" if props else value
                own |= read_classes(value)
    return own, props
