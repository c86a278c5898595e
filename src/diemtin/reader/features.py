"""What the model of body units sees of each unit of the chosen box: numbers in a fixed order (``NAMES``).

The order and meaning are part of the model's file: a change here owes a new training (``benchmarks/train_body.py``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from functools import cache
from math import log1p
from typing import Any

import numpy as np
from numpy.typing import NDArray

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
    "length links marks ends p li heading cell div bold junk caption figure sapo body byline stamp tags related "
    "credit title hidden quote section outside "
    "from_start from_end main share density units prev_length prev_links prev_p prev_junk next_length next_links "
    "next_p next_junk wording whole_link after_headline "
    "told in_body colon question sign digits capitals picture same_class quoted near_mass depth ahead comment "
    "double class_units class_links class_length next2_length prev2_length class_junk child_units child_rank "
    "child_same child_heading stamps since_heading captioned lone_child"
    ).split()
)  # fmt: skip

_MARKS = ".,;!?"
_OTHER_MARKS = "。、！，？।؟،…"
_CLOSING = "\"'”’»)]"
_END = frozenset(".!?…。！？।؟")
_WORDING = re.compile(
    r"^\W*(?:read more|also read|read also|related|see also|more (?:on|from|stories|news|coverage)|advertise|photo|"
    r"image|picture|follow|"
    r"subscribe|sign up|click|share|comments?|copyright|all rights|get (?:the|our|more)|join|download|watch|listen|"
    r"video|source|tags?|"
    r"topics?|posted|published|updated|written|by |filed|editor|correction|contact|email|newsletter|foto|bild|lesen "
    r"sie|mehr zum|mehr|"
    r"auch interessant|quelle|weiterlesen|lire aussi|à lire|voir aussi|lee también|leer más|te puede|ver también|"
    r"leia (?:mais|também)|veja|"
    r"saiba mais|leggi anche|lees ook|læs også|les også|läs (?:mer|också)|czytaj|zobacz|xem thêm|đọc thêm|tin liên "
    r"quan|mời|ảnh|nguồn|"
    r"theo dõi|>>|»|►|▶|•|\||©|\(?c\)|@|#|\*|—)",
    re.IGNORECASE,
)
_OPENINGS = frozenset(
    "re al se mo ad ph im pi fo su si cl sh co ge jo do wa li vi so ta to po pu up wr by fi ed em ne bi le me au "
    "qu we à  vo te ve sa "
    "læ lä cz zo xe đọ ti mờ ản ng th c)".replace("à  ", "à\u00a0 ").split(" ")
) | {"à "}
"""The first two letters of all the wordings that begin with one: most texts are told apart by them."""
_SIGN = re.compile(r"https?://|www\.|@\w|©|\.com\b|pic\.twitter|cookies?\b|javascript", re.IGNORECASE)
_SIGN_PARTS = ("@", "©", "://", "www.", ".com", "pic.", "cookie", "javascript")
_LOOKED = 100
"""Letters of a text in which digits and capitals are counted."""

_TAG_ROWS = {
    "p": 1, "li": 2, "h1": 3, "h2": 4, "h3": 5, "h4": 6, "h5": 7, "h6": 8, "td": 9, "th": 9, "div": 10, "section": 10,
    "article": 10,
    "blockquote": 11,
}  # fmt: skip
_TAG_TABLE = np.zeros((6, 12), np.float32)
for _row, _column, _value in (
    (1, 0, 1), (2, 1, 1), *((2 + level, 2, level) for level in range(1, 7)), (9, 3, 1), (10, 4, 1), (11, 5, 1)
):  # fmt: skip
    _TAG_TABLE[_column, _row] = _value
_AT = {name: place for place, name in enumerate(NAMES)}
_TAG_COLUMNS = [_AT[name] for name in ("p", "li", "heading", "cell", "div", "depth")]
_OWN = (("junk", JUNK), ("tags", TAGS), ("related", RELATED), ("hidden", HIDDEN), ("comment", COMMENT))
_NEAR = (
    ("caption", CAPTION), ("figure", FIGURE), ("sapo", SAPO), ("body", BODY), ("byline", BYLINE), ("stamp", STAMP),
    ("credit", CREDIT), ("title", TITLE), ("quote", QUOTE), ("section", SECTION),
)  # fmt: skip
_OWN_COLUMNS, _OWN_MASKS = [_AT[name] for name, _ in _OWN], np.array([[mask] for _, mask in _OWN])
_NEAR_COLUMNS, _NEAR_MASKS = [_AT[name] for name, _ in _NEAR], np.array([[mask] for _, mask in _NEAR])
Matrix = NDArray[np.float32]


def unit_features(
    page: Page,
    place: int,
    headline: int,
    descriptions: tuple[str, ...],
    body: str | None,
    title: str | None,
    captions: Collection[int],
) -> tuple[list[int], Matrix]:
    """The units of a box (their places) and a row of numbers for each; column by column, for a page has few units and
    each has many numbers."""
    boxes = page.boxes
    box = boxes[place]
    start, end = box.start, box.end
    units = page.units[start:end]
    size = end - start
    index = np.arange(size)
    texts = [unit.text for unit in units]
    length = np.array([unit.length for unit in units], np.float64)
    link = np.array([unit.link for unit in units], np.float64)
    tags = [unit.tag for unit in units]
    bits = np.array([unit.bits for unit in units])
    owners = [boxes[unit.box] for unit in units]
    own_bits = np.array([own.bits for own in owners])
    near = bits | own_bits | np.array([boxes[own.parent].bits if own.parent >= 0 else 0 for own in owners])
    letters, links = np.zeros(size + 1), np.zeros(size + 1)
    length.cumsum(out=letters[1:])
    link.cumsum(out=links[1:])
    table = np.empty((len(NAMES), size), np.float32)  # a row a feature: columns are written whole

    def put(name: str, column: Any) -> None:
        table[_AT[name]] = column

    sizes, share = np.log1p(length), link / length
    codes = [_TAG_ROWS.get(tag, 0) for tag in tags]
    by_tag = _TAG_TABLE[:, codes]
    table[_TAG_COLUMNS] = by_tag
    table[_OWN_COLUMNS] = bits & _OWN_MASKS > 0
    table[_NEAR_COLUMNS] = near & _NEAR_MASKS > 0
    put("length", sizes)
    put("links", share)
    put("whole_link", link >= length)
    put("bold", np.minimum(1.0, np.array([unit.bold for unit in units]) / length))
    put("outside", [own.outside for own in owners])
    put("class_junk", own_bits & (JUNK | RELATED) > 0)
    put("from_start", np.log1p(index))
    put("from_end", np.log1p(index[::-1]))
    put("after_headline", np.clip(index + (start - headline), -10, 30) if headline >= 0 else -20.0)
    junk = bits & (JUNK | RELATED) > 0
    for name, step, column, missing in (
        ("prev_length", 1, sizes, 0.0), ("prev_links", 1, share, -1.0), ("prev_p", 1, by_tag[0], 0.0),
        ("prev_junk", 1, junk, 0.0),
        ("next_length", -1, sizes, 0.0), ("next_links", -1, share, -1.0), ("next_p", -1, by_tag[0], 0.0),
        ("next_junk", -1, junk, 0.0),
        ("prev2_length", 2, sizes, 0.0), ("next2_length", -2, sizes, 0.0),
    ):  # fmt: skip
        at = _AT[name]
        table[at] = missing
        if step > 0:
            table[at, step:] = column[:-step]
        else:
            table[at, :step] = column[-step:]
    low, high = np.maximum(0, index - 3), np.minimum(size, index + 4)
    around = letters[high] - letters[low]
    put("near_mass", (around - (links[high] - links[low])) / around * np.log1p(around))
    ahead = letters[size] - letters[:-1]
    put("ahead", (ahead - (links[size] - links[:-1])) / ahead)
    put("stamps", np.log1p(np.cumsum(((bits | own_bits) & (STAMP | BYLINE) > 0) & (length < 100))))
    heading = np.maximum.accumulate(np.where(by_tag[2] > 0, index, -1000))
    put("since_heading", np.minimum(15, index - heading))
    beside = {picture.unit for picture in page.pictures}
    put("picture", [one in beside for one in range(start, end)])
    put("captioned", [one in captions for one in range(start, end)])
    _put_words(table, texts, length)
    _put_told(table, texts, descriptions, body, title)
    _put_places(table, page, place, letters, links)
    return list(range(start, end)), table.T


def _put_words(table: Matrix, texts: list[str], length: NDArray[np.float64]) -> None:
    """What the letters of each text say."""
    table[_AT["marks"]] = np.log1p([_count_marks(text) for text in texts])
    table[_AT["ends"]] = [text.rstrip(_CLOSING)[-1:] in _END for text in texts]
    table[_AT["wording"]] = [
        (text[:2].lower() in _OPENINGS or not text[0].isalnum()) and _WORDING.match(text) is not None for text in texts
    ]
    table[_AT["colon"]] = [text[-1] == ":" for text in texts]
    table[_AT["question"]] = [text[-1] == "?" for text in texts]
    table[_AT["quoted"]] = [text[0] in "\"“'‘«„–-" for text in texts]
    lower = "\n".join(texts).lower()
    if signs := [part for part in _SIGN_PARTS if part in lower]:
        lowers = [text.lower() for text in texts]
        table[_AT["sign"]] = [
            any([sign in lower for sign in signs]) and _SIGN.search(text) is not None  # noqa: C419  quicker than a generator
            for text, lower in zip(texts, lowers, strict=True)
        ]
    else:
        table[_AT["sign"]] = 0.0
    counts = Counter(texts)
    table[_AT["double"]] = [counts[text] for text in texts]
    heads = "".join([text[:_LOOKED].ljust(_LOOKED, "\0") for text in texts])
    letters = np.frombuffer(heads.encode("utf-32-le", "replace"), np.uint32).reshape(-1, _LOOKED)
    letters = np.minimum(letters, 0xFFFF)
    looked = np.minimum(length, _LOOKED)
    found = _letters()[letters].sum(1)
    table[_AT["digits"]] = (found & 0xFFFF) / looked
    table[_AT["capitals"]] = (found >> 16) / looked


@cache
def _letters() -> NDArray[np.int32]:
    """What each letter counts: a digit 1, a capital 65536. Made at the first reading: not every start reads."""
    return np.array([chr(code).isdigit() + (chr(code).isupper() << 16) for code in range(0x10000)], np.int32)


def _count_marks(text: str) -> int:
    count = text.count
    marks = count(".") + count(",") + count(";") + count("!") + count("?")
    return marks if text.isascii() else marks + sum(map(count, _OTHER_MARKS))


def _put_told(
    table: Matrix, texts: list[str], descriptions: tuple[str, ...], body: str | None, title: str | None
) -> None:
    """Whether machines are told the same: as headline or description, or in the whole body."""
    folded = "".join(body.split()) if body and len(body) > 200 else None
    title_key = _squash(title[:200])[:80] if title else ""
    openings = [key[:40] for text in descriptions if len(key := _squash(text[:200])[:80]) >= 30]
    told: list[float] = []
    in_body: list[float] = []
    for text in texts:
        if len(text) <= 20:
            told.append(0.0)
            in_body.append(0.0)
            continue
        first = _squash(text[:12])
        same = 0.0
        if title_key.startswith(first) or any([opening.startswith(first) for opening in openings]):  # noqa: C419
            key = _squash(text[:200])[:80]
            same = float(bool(key) and (key == title_key or any(map(key.startswith, openings))))
        told.append(same)
        if folded is not None:
            spoken = bool(first) or bool(_squash(text[:200]))
            in_body.append(0.0 if not spoken else 1.0 if "".join(text[:80].split()) in folded else -1.0)
    table[_AT["told"]] = told
    table[_AT["in_body"]] = in_body if folded is not None else 0.0


def _put_places(
    table: Matrix, page: Page, place: int, letters: NDArray[np.float64], links: NDArray[np.float64]
) -> None:
    """Of the box around each unit, of the units of its class, and of the child of the whole box that it stands in."""
    box, boxes = page.boxes[place], page.boxes
    start, size = box.start, box.end - box.start
    homes: list[int] = []
    masses: dict[int, float] = {}
    class_mass: dict[str, float] = {}
    classes: dict[str, list[int]] = {}
    names: list[str] = []
    total = 1.0
    for unit in page.units[start : box.end]:
        at = unit.box
        own = boxes[at]
        name = own.tag + own.name
        names.append(name)
        while at > place and own.end - own.start <= 1 and own.parent >= 0:
            at = own.parent
            own = boxes[at]
        homes.append(at)
        length = unit.length
        counts = classes.get(name)
        if counts is None:
            classes[name] = [1, unit.link, length]
        else:
            counts[0] += 1
            counts[1] += unit.link
            counts[2] += length
        if length > 60 and unit.link * 2 < length:
            masses[at] = masses.get(at, 0.0) + length
            class_mass[name] = class_mass.get(name, 0.0) + length
            total += length
    main = max(masses, key=masses.__getitem__, default=place)
    top_class = max(class_mass, key=class_mass.__getitem__, default="")
    containers: dict[int, tuple[float, float, float, float]] = {}
    for home in set(homes):
        first, last = max(boxes[home].start - start, 0), min(boxes[home].end - start, size)
        containers[home] = (
            float(home == main),
            masses.get(home, 0.0) / total,
            float((links[last] - links[first]) / (letters[last] - letters[first] or 1)),
            log1p(last - first),
        )
    table[_AT["main"] : _AT["units"] + 1] = np.array([containers[home] for home in homes]).T
    shares = {
        name: (log1p(count), link / length, log1p(length / count)) for name, (count, link, length) in classes.items()
    }
    table[_AT["class_units"] : _AT["class_length"] + 1] = np.array([shares[name] for name in names]).T
    table[_AT["same_class"]] = [name == top_class for name in names]
    children = np.array(_children(page, place), np.float32).T
    table[_AT["child_units"] : _AT["child_heading"] + 1] = children[:4]
    table[_AT["lone_child"]] = children[4]


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
