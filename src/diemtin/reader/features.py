# ruff: noqa: E501  patterns and tables are read better on one line
"""What the model of body units sees of each unit of the chosen box: numbers in a fixed order (``NAMES``).

The order and meaning are part of the model's file: a change here owes a new training (``benchmarks/train_body.py``).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from math import log1p

from diemtin.reader.classes import (
    BODY,
    BYLINE,
    CAPTION,
    COMMENT,
    CREDIT,
    FIGURE,
    HIDDEN,
    JUNK,
    QUOTE,
    RELATED,
    SAPO,
    SECTION,
    STAMP,
    TAGS,
    TITLE,
)
from diemtin.reader.tree import HEADINGS, Page

NAMES = tuple(
    (
    "length links marks ends p li heading cell div bold junk caption figure sapo body byline stamp tags related credit title hidden quote section outside "
    "from_start from_end main share density units prev_length prev_links prev_p prev_junk next_length next_links next_p next_junk wording whole_link after_headline "
    "told in_body colon question sign digits capitals picture same_class quoted near_mass depth ahead comment double class_units class_links class_length next2_length prev2_length class_junk child_units child_rank child_same child_heading stamps since_heading captioned lone_child"
    ).split()
)  # fmt: skip

_MARKS = re.compile(r"[.,;!?。、，！？।؟،…]")
_WORDING = re.compile(
    r"^\W*(?:read more|also read|read also|related|see also|more (?:on|from|stories|news|coverage)|advertise|photo|image|picture|follow|subscribe|sign up|click|share|comments?|copyright|"
    r"all rights|get (?:the|our|more)|join|download|watch|listen|video|source|tags?|topics?|posted|published|updated|written|by |filed|editor|correction|contact|email|newsletter|"
    r"foto|bild|lesen sie|mehr zum|mehr|auch interessant|quelle|weiterlesen|lire aussi|à lire|voir aussi|lee también|leer más|te puede|ver también|leia (?:mais|também)|veja|saiba mais|"
    r"leggi anche|lees ook|læs også|les også|läs (?:mer|också)|czytaj|zobacz|xem thêm|đọc thêm|tin liên quan|mời|ảnh|nguồn|theo dõi|>>|»|►|▶|•|\||©|\(?c\)|@|#|\*|—)",
    re.IGNORECASE,
)
_SIGN = re.compile(r"https?://|www\.|@\w|©|\.com\b|pic\.twitter|cookies?\b|javascript", re.IGNORECASE)
_ENDS = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*$")


def unit_features(
    page: Page,
    place: int,
    headline: int,
    descriptions: tuple[str, ...],
    body: str | None,
    title: str | None,
    captions: Collection[int],
) -> tuple[list[int], list[list[float]]]:
    """The units of a box (their places) and a row of numbers for each."""
    box = page.boxes[place]
    start, end = box.start, box.end
    units, boxes = page.units, page.boxes
    containers: dict[int, tuple[float, float, float, int]] = {}
    homes: list[int] = []
    masses: dict[int, float] = {}
    class_mass: dict[str, float] = {}
    classes: dict[str, list[int]] = {}
    texts: dict[str, int] = {}
    total = 1.0
    letters = [0]
    links = [0]
    for unit in units[start:end]:
        letters.append(letters[-1] + unit.length)
        links.append(links[-1] + unit.link)
        at = unit.box
        name = boxes[at].tag + boxes[at].name
        while boxes[at].end - boxes[at].start <= 1 and at > place and boxes[at].parent >= 0:
            at = boxes[at].parent
        homes.append(at)
        counts = classes.get(name)
        if counts is None:
            counts = classes[name] = [0, 0, 0]
        counts[0] += 1
        counts[1] += unit.link
        counts[2] += unit.length
        texts[unit.text] = texts.get(unit.text, 0) + 1
        if unit.length > 60 and unit.link * 2 < unit.length:
            masses[at] = masses.get(at, 0.0) + unit.length
            class_mass[name] = class_mass.get(name, 0.0) + unit.length
            total += unit.length
    children = _children(page, place)
    stamps = 0
    heading = -1
    main = max(masses, key=lambda at: masses[at], default=place)
    top_class = max(class_mass, key=lambda name: class_mass[name], default="")
    beside = {picture.unit for picture in page.pictures}
    rows: list[list[float]] = []
    size = end - start
    folded = "".join(body.split()) if body and len(body) > 200 else None
    title_key = _squash(title) if title else ""
    told = [_squash(text)[:80] for text in descriptions]
    for index in range(size):
        unit = units[start + index]
        length = unit.length
        bits = unit.bits
        text = unit.text
        tag = unit.tag
        home = homes[index]
        found = containers.get(home)
        if found is None:
            first, last = max(boxes[home].start - start, 0), min(boxes[home].end - start, size)
            all_letters = letters[last] - letters[first] or 1
            found = (
                masses.get(home, 0.0) / total,
                (links[last] - links[first]) / all_letters,
                log1p(last - first),
                first,
            )
            containers[home] = found
        before = units[start + index - 1] if index else None
        after = units[start + index + 1] if index + 1 < size else None
        own = boxes[unit.box]
        counts = classes[own.tag + own.name]
        near = bits | own.bits | boxes[own.parent].bits if own.parent >= 0 else bits | own.bits
        lo, hi = max(0, index - 3), min(size, index + 4)
        near_letters = letters[hi] - letters[lo] or 1
        child = children[index]
        if (bits | own.bits) & (STAMP | BYLINE) and length < 100:
            stamps += 1
        if tag in HEADINGS:
            heading = index
        key = _squash(text[:200])[:80] if length > 20 else ""
        ahead = letters[size] - letters[index]
        rows.append(
            [
                log1p(length), unit.link / length, log1p(len(_MARKS.findall(text))), 1.0 if _ENDS.search(text) else 0.0,
                float(tag == "p"), float(tag == "li"), float(HEADINGS.get(tag, 0)), float(tag in ("td", "th")), float(tag in ("div", "section", "article")), min(1.0, unit.bold / length),
                float(bits & JUNK > 0), float(near & CAPTION > 0), float(near & FIGURE > 0), float(near & SAPO > 0), float(near & BODY > 0), float(near & BYLINE > 0), float(near & STAMP > 0),
                float(bits & TAGS > 0), float(bits & RELATED > 0), float(near & CREDIT > 0), float(near & TITLE > 0), float(bits & HIDDEN > 0), float(near & QUOTE > 0), float(near & SECTION > 0), float(own.outside),
                log1p(index), log1p(size - index - 1), float(home == main), found[0], found[1], found[2],
                log1p(before.length) if before else 0.0, before.link / before.length if before else -1.0, float(before is not None and before.tag == "p"), float(before is not None and before.bits & (JUNK | RELATED) > 0),
                log1p(after.length) if after else 0.0, after.link / after.length if after else -1.0, float(after is not None and after.tag == "p"), float(after is not None and after.bits & (JUNK | RELATED) > 0),
                1.0 if _WORDING.match(text) else 0.0, float(unit.link >= length), float(min(30, max(-10, start + index - headline))) if headline >= 0 else -20.0,
                1.0 if key and (key == title_key[:80] or any(key.startswith(one[:40]) for one in told if len(one) >= 30)) else 0.0,
                0.0 if folded is None or not key else 1.0 if "".join(text[:80].split()) in folded else -1.0,
                float(text.endswith(":")), float(text.endswith("?")), 1.0 if _SIGN.search(text) else 0.0,
                sum(map(str.isdigit, text[:100])) / min(100, length), sum(map(str.isupper, text[:100])) / min(100, length),
                float(start + index in beside), float(own.tag + own.name == top_class), float(text[:1] in "\"“'‘«„–-"), (near_letters - (links[hi] - links[lo])) / near_letters * log1p(near_letters),
                float(tag == "blockquote"), (ahead - (links[size] - links[index])) / (ahead or 1),
                float(bits & COMMENT > 0), float(texts[text]), log1p(counts[0]), counts[1] / counts[2], log1p(counts[2] / counts[0]),
                log1p(units[start + index + 2].length) if index + 2 < size else 0.0, log1p(units[start + index - 2].length) if index > 1 else 0.0, float(own.bits & (JUNK | RELATED) > 0),
                child[0], child[1], child[2], child[3], log1p(stamps), float(min(15, index - heading)) if heading >= 0 else 15.0, float(start + index in captions), child[4],
            ]
        )  # fmt: skip
    return list(range(start, end)), rows


def _children(page: Page, place: int) -> list[tuple[float, float, float, float, float]]:
    """For each unit of a box, of the box's child that holds it: size, which of its class it is, how many have that class,
    whether it opens with a linked heading, whether it is the only large one. Comments, a second article, a list of
    teasers are children like their siblings; an article's paragraphs are one child, or one each."""
    box = page.boxes[place]
    boxes, units = page.boxes, page.units
    at = place
    spans: list[int] = []
    while True:
        spans = []
        one = at + 1
        while one < boxes[at].last:
            if boxes[one].end > boxes[one].start:
                spans.append(one)
            one = max(boxes[one].last, one + 1)
        if len(spans) == 1 and boxes[spans[0]].end - boxes[spans[0]].start == box.end - box.start:
            at = spans[0]
            continue
        break
    counts: dict[str, int] = {}
    for one in spans:
        if boxes[one].end - boxes[one].start > 1:
            name = boxes[one].tag + boxes[one].name
            counts[name] = counts.get(name, 0) + 1
    large = sum(1 for one in spans if boxes[one].end - boxes[one].start > 3)
    seen: dict[str, int] = {}
    rows = [(0.0, 0.0, 0.0, 0.0, 0.0)] * (box.end - box.start)
    for one in spans:
        child = boxes[one]
        size = child.end - child.start
        if size <= 1:
            continue
        name = child.tag + child.name
        rank = seen.get(name, 0)
        seen[name] = rank + 1
        first = units[child.start]
        opens = float(first.link * 2 > first.length) + float(first.tag in HEADINGS)
        row = (log1p(size), float(min(rank, 9)), float(min(counts[name], 9)), opens, float(large == 1 and size > 3))
        for unit in range(child.start, child.end):
            rows[unit - box.start] = row
    return rows


def _squash(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
