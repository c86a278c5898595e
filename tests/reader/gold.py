"""Compares a reading's JSON with a gold file the way DESIGN §4 says: on exactly the keys the gold holds, lists to the length."""

from __future__ import annotations

import re
from typing import Any

SKIPPED = frozenset({"page"})


def differences(gold: Any, found: Any, path: str = "", skip: frozenset[str] = SKIPPED) -> list[str]:
    """One line a difference; [] when equal. White space and a caption's last full stop do not count."""
    if isinstance(gold, dict):
        if not isinstance(found, dict):
            return [f"{path}: {found!r} is no object"]
        return [
            line
            for key, value in gold.items()
            if key not in skip
            for line in differences(value, found.get(key), f"{path}.{key}", skip)
        ]
    if isinstance(gold, list):
        if not isinstance(found, list) or len(gold) != len(found):
            return [f"{path}: {len(gold)} expected, {len(found or [])} found"]
        return [
            line
            for i, (one, other) in enumerate(zip(gold, found, strict=True))
            for line in differences(one, other, f"{path}[{i}]", skip)
        ]
    if isinstance(gold, str) and isinstance(found, str):
        one, other = (re.sub(r"\s+", " ", text).strip() for text in (gold, found))
        if path.endswith(".caption"):
            one, other = one.removesuffix("."), other.removesuffix(".")
        return [] if one == other else [f"{path}: {gold!r} expected, {found!r} found"]
    return [] if gold == found else [f"{path}: {gold!r} expected, {found!r} found"]
