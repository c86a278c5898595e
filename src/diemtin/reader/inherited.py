"""What classes and elements say of everything that stands inside: given downwards once, after the walk."""

from __future__ import annotations

from diemtin.reader.classes import BODY, CAPTION, COMMENT, CRUMB, HIDDEN, JUNK, RELATED, TAGS
from diemtin.reader.tree import Box, Page

MUCH = 0.4
"""The part of a page's text above which a box is no furniture."""
DOWNWARD = JUNK | COMMENT | CAPTION | TAGS | CRUMB | RELATED | HIDDEN
"""Bits that hold for everything inside."""
OUTSIDE = frozenset("nav footer aside button form dialog".split())
AWAY = frozenset("nav footer form".split())
"""Elements whose links promise no articles, unless they hold half of the page: some systems put all of it into a form."""


def inherit(page: Page, headline: int) -> None:
    """Gives every box the bits of the boxes around it, except of those that hold the headline or much of the page's text:
    a class that says "sidebar" or "share" on an element around everything is a switch of the layout. What readers wrote
    may be most of a page; that holds unless the headline stands in it."""
    boxes = page.boxes
    total = 0
    prefix = [0]
    for unit in page.units:
        free = unit.length - unit.link
        if free > 60 and unit.link * 3 < unit.length:
            total += free
        prefix.append(total)
    limit = (total - _commented(boxes, prefix, headline)) * MUCH
    boxes[0].away = boxes[0].outside = False
    for place, box in enumerate(boxes):
        bits = box.bits
        if place:
            parent = boxes[box.parent]
            if bits & DOWNWARD:
                if box.start <= headline < box.end and box.end - box.start > 3:
                    bits &= ~DOWNWARD
                elif prefix[box.end] - prefix[box.start] > (limit / 2 if bits & BODY else limit):
                    bits &= ~DOWNWARD | (bits & COMMENT and (COMMENT | JUNK))
            bits |= parent.inherited & DOWNWARD
            box.away = parent.away or (box.tag in AWAY and (box.end - box.start) * 2 < len(page.units))
            box.outside = parent.outside or (box.tag in OUTSIDE and prefix[box.end] - prefix[box.start] <= limit)
        box.inherited = bits
    for unit in page.units:
        unit.bits |= boxes[unit.box].inherited
    for link in page.links:
        link.bits = boxes[link.box].inherited


def _commented(boxes: list[Box], prefix: list[int], headline: int) -> int:
    """How much of the page's text readers wrote: a short article under many comments is no furniture."""
    found = until = 0
    for box in boxes:
        if box.bits & COMMENT and box.start >= until and not box.start <= headline < box.end:
            found += prefix[box.end] - prefix[box.start]
            until = box.end
    return found if found < 0.9 * prefix[-1] else 0
