"""Where an ``img`` has its address: lazy pictures carry it in other attributes than ``src``, which holds a placeholder."""

from __future__ import annotations

import re

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
_PLACEHOLDER = re.compile(
    r"(?:blank|pixel|spacer|transparent|placeholder|grey|loading)[\w\-]*\.(?:gif|png|svg)", re.IGNORECASE
)
_EMPTY = ("data:", "about:")


def _is_placeholder(address: str) -> bool:
    """Whether an address is that of nothing to see."""
    lower = address.lstrip().lower()
    if not lower or lower.startswith(_EMPTY):
        return True
    return (".gif" in lower or ".png" in lower or ".svg" in lower) and _PLACEHOLDER.search(lower) is not None


def picture_source(attributes: dict[str, str | None]) -> str:
    """The address a browser would show in the end: lazy pictures carry it elsewhere than in ``src``."""
    for name in _SOURCES:
        value = attributes.get(name)
        if value and not _is_placeholder(value):
            return value.strip().split(",")[0].split(" ")[0] if "srcset" in name else value.strip()
    return ""
