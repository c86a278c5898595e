"""Bytes that should be XML -> text that a parser can take: decoded, without DOCTYPE, entities and stray signs mended.

Nothing is lost that a lenient reader would show; nothing of a DOCTYPE is believed, so there is nothing to expand.
"""

from __future__ import annotations

import codecs
import re
from html.entities import html5

import cchardet

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>", re.I)
_ROOT = re.compile(r"<(?:\?xml|rss|feed|rdf:rdf|channel|urlset|sitemapindex|opml)\b", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*(?:\[.*?\]\s*)?>", re.I | re.S)
_LOOSE = re.compile(r"<!(?:ENTITY|ELEMENT|ATTLIST)\b[^>]*>", re.I)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?:#(\d{1,8}|[xX][0-9a-fA-F]{1,7});|([A-Za-z][A-Za-z0-9]{1,31});)?", re.S
)
_LONG_TAG = re.compile(r"<[A-Za-z][\w:.-]*(?=[\s/])[^<>]{1000,}>")
MOST_ATTRIBUTES = 100
"""Of one element; the time of Python's SAX reader grows with their square. Elements of feeds have up to five."""
_OWN = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UNSAFE_CODECS = frozenset({"utf-7", "utf7", "hz", "rot13", "idna", "punycode", "unicode_escape", "raw_unicode_escape"})
_FEW = 0.1
"""Broken letters for each whole one beyond ASCII, up to which a text is UTF-8 all the same: systems cut descriptions in
the middle of a letter; a text in another charset breaks at nearly every one and has hardly any that are whole."""


def decode(content: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """The text, and a note when its charset was not the one declared.

    A byte order mark is believed, then valid UTF-8 (nothing else looks like it by chance), then what the document and
    the transport (``charset``) declare if every byte fits, then what the bytes look like.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), None
    if content[:2] in (b"<\x00", b"\x00<"):
        return content.decode("utf-16-le" if content[0] else "utf-16-be", "replace"), None
    match = _DECLARED.match(content)
    declared = match.group(1).decode("ascii").lower() if match else None
    try:
        text = content.decode("utf-8")
        other = declared if declared and not declared.startswith("utf") and not text.isascii() else None
        return text, f"it says {other} and is UTF-8" if other else None
    except UnicodeDecodeError:
        pass
    text = content.decode("utf-8", "replace")
    broken = text.count("�")
    if broken <= _FEW * (sum(not letter.isascii() for letter in text) - broken):
        return text, "some letters are broken"
    for said in (declared, charset):
        if found := _decoded(content, said):
            return found, None
    guess = cchardet.detect(content[:65536]).get("encoding")
    if found := _decoded(content, guess):
        return found, f"it says {declared or charset or 'nothing'} and seems to be {guess}"
    return text, "many letters are broken"


def _decoded(content: bytes, charset: str | None) -> str | None:
    if not charset or charset.lower() in _UNSAFE_CODECS or charset.lower().startswith("utf"):
        return None
    try:
        return content.decode(charset)
    except (LookupError, ValueError):
        return None


def _bare(tag: re.Match[str]) -> str:
    """An element with more attributes than any real one has, without them."""
    if tag.group().count("=") <= MOST_ATTRIBUTES:
        return tag.group()
    return re.split(r"[\s/]", tag.group(), maxsplit=1)[0] + ("/>" if tag.group().endswith("/>") else ">")


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Text of XML that begins at its root, and what was mended, in words."""
    mended: list[str] = []
    root = _ROOT.search(text)
    if root and root.start():
        if text[: root.start()].strip("\ufeff \t\r\n"):
            mended.append("something stands before the XML")
        text = text[root.start() :]
    text = _DECLARATION.sub("", text)
    doctypes = len(re.findall(r"<!ENTITY", text, re.I))
    text = _LOOSE.sub("", _DOCTYPE.sub("", _LOOSE.sub("", text) if doctypes else text, count=1))
    if doctypes:
        mended.append("entities of its own are not expanded")
    if _ILLEGAL.search(text):
        mended.append("control characters")
        text = _ILLEGAL.sub("", text)
    text = _LONG_TAG.sub(_bare, text)
    loose = 0

    def put(match: re.Match[str]) -> str:
        nonlocal loose
        whole, number, name = match.group(0), match.group(1), match.group(2)
        if whole.startswith("<![") or name in _OWN:
            return whole
        if number:
            code = int(number[1:], 16) if number[0] in "xX" else int(number)
            legal = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
            loose += not legal
            return whole if legal else ""
        if name and f"{name};" in html5:
            return html5[f"{name};"]
        loose += 1
        return "&amp;" + whole[1:]

    text = _REFERENCE.sub(put, text)
    if loose:
        mended.append("bare & or unknown entities")
    return text, tuple(mended)
