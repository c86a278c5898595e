"""HTML from strangers, made bearable for parsers: their time grows with the square of how deep elements stand.

200,000 ``<div>`` inside each other are one megabyte and keep lexbor or html5ever busy for a minute. Whoever parses HTML
that somebody else wrote calls ``flattened`` first; on a real page it costs some hundredths of a millisecond.
"""

from __future__ import annotations

import re

import numpy as np

DEEPEST = 1000
"""Elements inside each other that are kept: sixteen times the deepest of the real pages at hand (63); parsing that many
takes a millisecond."""
_SUSPECT = 4000
"""Tags opened and not closed, void ones among them, above which the exact count is taken. Real pages at hand: 1,900."""

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_LEAVES = frozenset("path circle rect line polyline polygon ellipse use stop image".split())
"""Of SVG: the only ones that \"/>\" closes; a \"<div/>\" is open in HTML."""
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<(/?)([A-Za-z][A-Za-z0-9:-]*)")


def is_suspect(markup: str) -> bool:
    """Whether elements may stand deeper than any page's do."""
    if markup.count("<") <= _SUSPECT:
        return False
    letters = np.frombuffer(markup.encode("utf-8", "replace"), np.uint8)
    opened = np.flatnonzero(letters[:-1] == 60)
    steps = np.where(letters[opened + 1] == 47, -1, 1)
    return bool(np.max(steps.cumsum()) > _SUSPECT)


def flattened(markup: str) -> str:
    """The same text; of elements that stand deeper than ``DEEPEST`` the tags are dropped."""
    if not is_suspect(markup):
        return markup
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        closes, name = match[1] or match[3], (match[2] or match[4]).lower()
        if name in _VOID:
            return match[0]
        if closes:
            dropped = depth > DEEPEST
            depth = max(0, depth - 1)
            return "" if dropped else match[0]
        if match[0].endswith("/>") and name in _LEAVES:
            return match[0]
        depth += 1
        return match[0] if depth <= DEEPEST else ""

    return _TAG.sub(keep, markup)
