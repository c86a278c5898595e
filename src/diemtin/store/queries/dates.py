"""Dates as Vietnamese newspapers print them. Pure; the same for both languages of the site, where digits will do."""

from __future__ import annotations


def spell_date(date: str) -> str:
    """``2024-09-23`` -> ``23/9/2024``; ``2024-09`` -> ``9/2024``; ``2024`` as it is."""
    return "/".join(part.lstrip("0") for part in reversed(date.split("-")))
