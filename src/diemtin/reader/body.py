"""Where the article's text stands: the box of the page with the most text for its links, and which of its units are body.

Each unit gets a weight, its letters when it reads like a paragraph, a fine when it is links or furniture; the box whose
units sum highest is the body's (units are in order, so a box's sum is a difference of prefix sums).
"""

from __future__ import annotations

import re

from diemtin.reader.classes import BYLINE, CAPTION, CRUMB, HIDDEN, JUNK, RELATED, TAGS
from diemtin.reader.tree import HEADINGS, Page, Unit

BAD = JUNK | RELATED | TAGS | HIDDEN | CRUMB
_OUTSIDE = frozenset(["nav", "footer", "aside", "button", "form", "dialog"])
_SENTENCE = re.compile(r"[.!?…。！？।؟:;,、，][\"'”’»)\]]*(?:\s|$)|[。！？、，।]")


def weigh(page: Page) -> list[float]:
    """The weight of every unit; see the module."""
    boxes = page.boxes
    outside = [False] * len(boxes)
    for place, box in enumerate(boxes):
        if place:
            outside[place] = outside[box.parent] or box.tag in _OUTSIDE
    weights: list[float] = []
    for unit in page.units:
        length = unit.length
        free = length - unit.link
        bits = unit.bits
        tag = unit.tag
        if tag in HEADINGS:
            weight = 10.0 if unit.link == 0 else -5.0
        elif unit.link * 3 > length * 2:
            weight = -20.0 - 0.5 * unit.link
        elif length < 30:
            weight = -2.0
        else:
            marks = len(_SENTENCE.findall(unit.text))
            weight = float(free) if marks > 1 else free * 0.7 if marks else free * 0.25
            if unit.link * 2 > length:
                weight *= 0.3
            if tag == "p":
                weight *= 1.2
            elif tag == "li":
                weight *= 0.6
            elif tag in ("td", "th", "dd", "dt"):
                weight *= 0.7
            if bits & (CAPTION | BYLINE):
                weight *= 0.4
        if bits & BAD or outside[unit.box]:
            weight = weight * 0.1 if weight > 0 else weight
        weights.append(weight)
    return weights


def find_box(page: Page, weights: list[float]) -> tuple[int, float]:
    """The box of the body and its sum."""
    prefix = [0.0]
    total = 0.0
    for weight in weights:
        total += weight
        prefix.append(total)
    best, best_sum = 0, 0.0
    for place, box in enumerate(page.boxes):
        if box.end > box.start:
            value = prefix[box.end] - prefix[box.start]
            # Of two boxes with nearly one sum the inner is meant.
            if value > best_sum * 1.0 - 1e-9:
                best, best_sum = place, value
    return best, best_sum


def select(page: Page, weights: list[float], place: int) -> list[int]:
    """The units of the box that are body, captions among them, in order."""
    box = page.boxes[place]
    chosen = [index for index in range(box.start, box.end) if weights[index] > -3 and _reads(page.units[index])]
    # Nothing before the first and after the last paragraph: headings and short lines at the rims are furniture.
    while chosen and weights[chosen[-1]] < 11:
        chosen.pop()
    while chosen and weights[chosen[0]] < 11:
        chosen.pop(0)
    return chosen


def _reads(unit: Unit) -> bool:
    return not unit.bits & BAD or unit.length > 80
