"""A plain-text page as typed lines: what each line looks like by itself. No line is judged by its neighbours here.

Text dumps come from many hands: bare text, Markdown of converters, tables of image and caption. The marks are read off
and kept as flags; ``text`` is what a person would see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from diemtin.errors import PageError
from diemtin.language.blocks import find_block, find_kind, is_noise, split_sections, wordings
from diemtin.language.credits import split_credit
from diemtin.language.dates import Stamp, looks_like_stamp, read_stamp
from diemtin.language.text import count_syllables, normal, squeeze
from diemtin.news import BlockKind

LineKind = Literal[
    "image", "stamp", "heading", "noise", "mark", "credit", "sections", "paragraph", "title", "short", "table"
]

_IMAGE = re.compile(
    r"(?P<open>\[?)!\[(?P<alt>.{0,400}?)\]\((?P<src>[^\s)]*(?:\([^\s)]*\)[^\s)]*)*)[^)]*\)(?:\s*\]\((?P<href>[^\s)]*)[^)]*\))?"
)
_LINK = re.compile(
    r"(?<!!)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])+)\]\((?P<href>[^\s()]*(?:\([^\s)]*\)[^\s()]*)*)(?:\s+\"[^\"]*\")?\)"
)
_RULE = re.compile(r"^[\s|:*_=\-–—]{3,}$")
_HASHES = re.compile(r"^(#{1,6})\s+")
_BULLET = re.compile(r"^(?:[*+•▪●◦]\s+|[-–]\s+|\d{1,2}[.)]\s+(?=\S))")
_BOLD = re.compile(r"^(\*\*|__)(.+?)\1$")
_ENDS_SENTENCE = re.compile(r"(?:[.…;:]|[!?]{1,3})[\"'”’»)\]]*$|[.!?…][\"”’']\s*$")
_ENDS_CLAUSE = re.compile(r"[.…;:,][\"'”’»)\]]*$|[.…][\"”’']\s*$")

MAX_LINES = 10_000
"""The longest text page at hand has 240 lines."""
MAX_LINE = 20_000
"""Letters of a line that are read; a paragraph of the article sets at hand has 6,000 at most."""
LONG = 28
"""Syllables from which a line cannot be a headline: 99.8% of the headlines of the article sets at hand are shorter."""


@dataclass(slots=True)
class Line:
    """One visible line. ``gap``: empty lines before it. ``level``: Markdown heading level, 0 for none."""

    text: str
    kind: LineKind
    gap: int = 0
    syllables: int = 0
    doubled: bool = False
    url: str | None = None
    image: str | None = None
    level: int = 0
    bullet: bool = False
    bold: bool = False
    cell: bool = False
    quoted: bool = False
    block: BlockKind | None = None
    stamp: Stamp | None = None
    caption: str | None = None
    credit: str | None = None
    file_photo: bool = False


def read_lines(text: str, fetched: datetime | None = None) -> list[Line]:
    """The lines of a text page in order; empty ones are only counted. "AA" and "A, A" are one doubled line."""
    found: list[Line] = []
    gap = 0
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        stripped = raw[:MAX_LINE].strip()
        if len(found) > MAX_LINES:
            raise PageError("too many lines to be a page", hint=f"texts of up to {MAX_LINES:,} lines are read")
        if not stripped or _RULE.match(stripped):
            gap += 1
            continue
        for line in _lines_of(stripped, gap, fetched):
            if (
                found
                and found[-1].text == line.text
                and found[-1].kind != "image"
                and line.kind in ("title", "short", "paragraph")
                and line.syllables > 1
                and not found[-1].doubled
            ):
                found[-1].doubled = True
                found[-1].url = found[-1].url or line.url
                if found[-1].kind in ("paragraph", "short"):
                    found[-1].kind = "title"
            else:
                found.append(line)
            gap = 0
    return found


def _lines_of(raw: str, gap: int, fetched: datetime | None) -> list[Line]:
    """Most lines are one; an image with text behind it on the same line is two."""
    if "![" not in raw:
        line = _line(raw, gap, fetched)
        return [line] if line else []
    found: list[Line] = []
    for match in _IMAGE.finditer(raw):
        alt = squeeze(match["alt"])
        found.append(Line(alt, "image", gap, count_syllables(alt), url=match["href"], image=match["src"] or None))
        gap = 0
    rest = _IMAGE.sub(" ", raw).strip()
    if re.search(r"\w", rest):
        line = _line(rest, 0, fetched)
        if line:
            found.append(line)
    return found


def _line(raw: str, gap: int, fetched: datetime | None) -> Line | None:
    cell = raw.startswith("|") or raw.endswith("|")
    body = raw.strip("|").strip() if cell else raw
    if cell and " | " in body:
        cells = [squeeze(_plain(part)) for part in body.split("|")]
        text = "\t".join(cells)
        return Line(text, "table", gap, count_syllables(text), cell=True)
    quoted = body.startswith(">")
    body = body.lstrip("> ") if quoted else body
    level = 0
    if match := _HASHES.match(body):
        level, body = len(match[1]), body[match.end() :]
    bullet = bool(_BULLET.match(body))
    url = None
    links = _LINK.findall(body)
    if links and _LINK.sub("", body).strip(" *_-+•|#\t") == "":
        url = links[0][1]
    text = squeeze(_plain(body))
    bold = bool(_BOLD.match(body.strip()))
    if not text:
        return None
    line = Line(text, "title", gap, 0, url=url, level=level, bullet=bullet, bold=bold, cell=cell, quoted=quoted)
    half = find_double(text)
    if half:
        line.text, line.doubled = half, True
    line.syllables = count_syllables(line.text)
    line.kind = _kind_of(line, fetched)
    return line


def _plain(text: str) -> str:
    """Without the marks of Markdown that a reader does not see."""
    text = _LINK.sub(lambda match: match["text"], text)
    return re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", text).strip()


def find_double(text: str) -> str | None:
    """ "AA" (a headline printed twice, as picture text and as link) -> "A"; with or without a space between."""
    size = len(text)
    if size < 16:
        return None
    half = size // 2
    if size % 2 == 0 and text[:half] == text[half:]:
        return text[:half].strip()
    if size % 2 == 1 and text[half] == " " and text[:half] == text[half + 1 :]:
        return text[:half].strip()
    return None


_MARK_LINE = re.compile(
    r"^(?P<of>.*?)\s*[-–—]\s*(?:"
    + "|".join(map(re.escape, wordings()["credits"]["mark_words"]))
    + r")\s*(?:số\s*)?\d{1,3}\.?$",
    re.IGNORECASE,
)


def find_marked(text: str) -> str | None:
    """ "X - Hình 1" -> "X": the line that aggregators print for a picture; ``None`` for other lines."""
    if not text[-2:].strip(".")[-1:].isdigit():
        return None
    match = _MARK_LINE.match(text)
    return match["of"] if match else None


def _kind_of(line: Line, fetched: datetime | None) -> LineKind:
    text = line.text
    if line.doubled:
        return "title"
    if len(text) <= 80:
        line.stamp = read_stamp(text, fetched)
        if line.stamp or looks_like_stamp(text):
            return "stamp"
        line.block = find_block(text)
        if line.block:
            return "heading"
    if is_noise(text):
        return "noise"
    if find_marked(text) is not None:
        return "mark"
    if line.syllables <= 90:
        caption, credit, file_photo = split_credit(text)
        if credit and not line.bullet:
            line.caption, line.credit, line.file_photo = caption, credit, file_photo
            return "credit"
    if line.level:
        return "title" if line.syllables > 4 else "short"
    if (
        line.syllables >= LONG
        or (line.syllables >= 6 and _ENDS_CLAUSE.search(text))
        or (line.syllables >= 20 and _ENDS_SENTENCE.search(text))
    ):
        return "paragraph"
    if (line.gap == 0 or any(mark in text for mark in "|•·")) and split_sections(text):
        return "sections"
    if line.syllables <= 5 and find_kind(text) is None:
        return "short"
    return "title"


def is_same(one: str, other: str) -> bool:
    """Two printings of one headline: case, tone placement and marks aside."""
    return bare(one) == bare(other)


def bare(text: str) -> str:
    """The letters and digits of a line in normal form."""
    return re.sub(r"\W+", "", normal(text))
