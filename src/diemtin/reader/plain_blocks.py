"""The blocks of a plain-text page: where each begins, and its teasers.

A teaser is a headline with what belongs to it (section, stamp, sapo, picture) in the order that the block itself shows;
which lines are headlines is decided once a block: doubled lines if there are any, else lines beside stamps, else all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from diemtin.language.blocks import find_kind, split_sections, strip_mark
from diemtin.language.text import squeeze
from diemtin.news import ArticleKind, Block, BlockKind, Teaser
from diemtin.reader.lines import Line


def read_blocks(lines: list[Line]) -> list[Block]:
    """All blocks of a run of lines that holds no article."""
    return [block for group in _groups(lines) for block in split_weather(group)]


def _groups(lines: list[Line]) -> list[Block]:
    starts = [index for index in range(len(lines)) if _is_heading(lines, index)]
    bounds = ([0] if not starts or starts[0] > 0 else []) + starts + [len(lines)]
    found: list[Block] = []
    for first, end in pairwise(bounds):
        if first == end:
            continue
        headed = first in starts
        heading = lines[first] if headed else None
        block = _block(heading, lines[first + (1 if headed else 0) : end])
        if block.heading is None and not block.teasers and not block.sections:
            continue
        found.append(block)
    return found


def _is_heading(lines: list[Line], index: int) -> bool:
    """A worded heading, or a short line that stands as one: before a line of sections, or where the pattern breaks."""
    line = lines[index]
    if line.kind == "heading":
        if index and index + 1 < len(lines) and lines[index - 1].doubled and lines[index + 1].kind == "stamp":
            return False  # the section of a teaser that happens to be worded like a heading
        return not (line.url and line.syllables > 6)
    if (
        line.kind not in ("short", "title")
        or line.doubled
        or line.syllables > 7
        or line.url
        or strip_mark(line.text)[1]
    ):
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None or re.search(r"[.,;:!?]$", line.text):
        return False
    if following.kind == "sections" and following.gap == 0:
        return True
    if line.level and following.kind in ("title", "image"):
        return line.level < (following.level or 7)
    before = lines[index - 1] if index else None
    if (
        following.doubled
        and following.gap
        and line.gap
        and (before is None or before.kind in ("stamp", "paragraph", "heading"))
    ):
        return not (before is not None and before.doubled)
    # Where every headline has an empty line before it (a picture stood there), a short one without is a heading.
    if (
        line.gap == 0
        and following.gap > 0
        and before is not None
        and before.kind == "title"
        and before.gap > 0
        and following.kind == "title"
    ):
        return line.syllables <= 5
    return False


def _block(heading: Line | None, lines: list[Line]) -> Block:
    kind: BlockKind = (heading.block if heading else None) or "other"
    text = heading.text if heading else None
    sections: tuple[str, ...] = ()
    if lines and lines[0].kind == "sections":
        sections = split_sections(lines[0].text)
        lines = lines[1:]
    if kind == "vote":
        choices = tuple(squeeze(line.text.rstrip(";,.")) for line in _short_run(lines))
        return Block("vote", text, choices=choices)
    if heading and heading.block is None and sections:
        kind = "channel"
    if kind == "follow":
        return Block("follow", text)
    if kind == "sections":
        sections += tuple(line.text for line in lines if line.kind in ("short", "title") and line.syllables <= 5)
        lines = [line for line in lines if line.syllables > 5]
    return Block(kind, text, read_teasers(lines), sections)


def _short_run(lines: list[Line]) -> list[Line]:
    run: list[Line] = []
    for line in lines:
        if line.syllables > 4:
            break
        run.append(line)
    return run


def read_teasers(lines: list[Line]) -> tuple[Teaser, ...]:
    """The teasers of one block."""
    shape = _shape_of(lines)
    first = next((line.kind for line in lines if line.kind in ("stamp", "title", "short")), None)
    stamp_first = first == "stamp" and not shape.doubled
    drafts: list[_Draft] = []
    pending_image: Line | None = None
    pending_stamp: Line | None = None
    for line in lines:
        if line.kind == "noise":
            continue
        if line.kind == "image":
            pending_image = line
        elif line.kind == "stamp":
            if stamp_first:
                pending_stamp = line
            elif drafts and drafts[-1].stamp is None:
                drafts[-1].stamp = line
        elif _is_headline(line, not drafts, shape):
            image = pending_image if pending_image is not None and _belongs(pending_image, line) else None
            drafts.append(_Draft(line, image, pending_stamp))
            pending_image = pending_stamp = None
        elif drafts:
            drafts[-1].add(line)
    return tuple(draft.teaser() for draft in drafts if draft.line.syllables >= 2)


class _Draft:
    def __init__(self, line: Line, image: Line | None, stamp: Line | None) -> None:
        self.line = line
        self.image = image
        self.stamp = stamp
        self.section: str | None = None
        self.lead: str | None = None

    def add(self, line: Line) -> None:
        if (
            line.kind in ("short", "sections", "heading")
            and self.section is None
            and self.lead is None
            and line.syllables <= 6
        ):
            self.section = line.text
        elif self.lead is None and line.syllables > 4:
            self.lead = line.text

    def teaser(self) -> Teaser:
        title, marked = strip_mark(self.line.text)
        kind: ArticleKind | None = marked or find_kind(title)
        published = self.stamp.stamp.published("stamp beside the headline") if self.stamp and self.stamp.stamp else None
        url = self.line.url or (self.image.url if self.image else None)
        return Teaser(title, url, published, self.section, self.lead, kind, self.image.image if self.image else None)


def _belongs(image: Line, line: Line) -> bool:
    """A picture goes with the headline it carries as its text, or, nameless, with the one that follows."""
    return (
        not image.text
        or image.text == line.text
        or image.text in line.text
        or line.text in image.text
        or image.syllables < 3
    )


def _is_headline(line: Line, first: bool, shape: _Shape) -> bool:
    if shape.doubled:
        return line.doubled
    if line.url is not None and line.syllables >= 4:
        return True
    if line.kind in ("title", "credit", "mark"):
        return True
    if line.kind == "short":
        return line.syllables >= 3 and not shape.stamps
    if line.kind != "paragraph" or line.syllables > 40:
        return False
    # A sentence under a headline is its sapo; in a list without sapos it is a headline that happens to end in a stop.
    return first or (shape.leads * 4 < shape.titles and line.syllables < 24 and line.gap > 0)


@dataclass(frozen=True, slots=True)
class _Shape:
    """What kinds of lines a block holds, and how many."""

    doubled: bool
    stamps: int
    leads: int
    titles: int


def _shape_of(lines: list[Line]) -> _Shape:
    doubled = sum(line.doubled for line in lines)
    headlines = sum(line.kind in ("title", "short") for line in lines)
    return _Shape(
        doubled >= 2 or doubled * 2 >= max(1, headlines),
        sum(line.kind == "stamp" for line in lines),
        sum(line.kind == "paragraph" for line in lines),
        sum(line.kind == "title" for line in lines),
    )


def split_weather(block: Block) -> list[Block]:
    """A weather list without a heading at the end of another block: from the first bulletin on, if bulletins are
    frequent there."""
    if block.kind in ("weather", "latest", "most_read", "hot"):
        return [block]
    first = next((i for i, teaser in enumerate(block.teasers) if teaser.kind == "weather"), None)
    if first is None:
        return [block]
    rest = block.teasers[first:]
    if sum(teaser.kind == "weather" for teaser in rest) * 2 < len(rest) or (len(rest) < 2 and first):
        return [block]
    weather = Block("weather", None, rest)
    if first == 0:
        return [weather if block.heading is None else block]
    return [Block(block.kind, block.heading, block.teasers[:first], block.sections, block.choices), weather]
