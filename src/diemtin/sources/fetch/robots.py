"""robots.txt (RFC 9309) and the TDM Reservation Protocol (tdmrep.json, header and meta): what an outlet asks of us.

Pure: texts in, decisions out. ``client`` fetches them and keeps them for a day.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from protego import Protego

AGENT = "DiemTin"
LARGEST_ROBOTS = 512 * 1024
"""Bytes that are read, the least that RFC 9309 asks for."""

_META = re.compile(rb"<meta\b[^>]{0,300}\btdm-reservation\b[^>]{0,300}>", re.I)
_CONTENT = re.compile(rb"""\bcontent\s*=\s*["']?\s*1\b""", re.I)


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin."""

    rules: Any = None
    """A parsed robots.txt; None when there is none, and everything is allowed."""
    closed: str | None = None
    """Why nothing may be fetched for now: the server answered with an error."""

    def refusal(self, url: str) -> str | None:
        """Why the address must not be fetched; None when it may."""
        if self.closed:
            return self.closed
        if self.rules is not None and not self.rules.can_fetch(url, AGENT):
            return "robots.txt does not allow it"
        return None

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The addresses it names; others' business, too (no more than 50)."""
        return tuple(map(str, self.rules.sitemaps))[:50] if self.rules is not None else ()

    @property
    def pause(self) -> float:
        """Seconds between two requests that it asks for; 0 when it says nothing."""
        if self.rules is None:
            return 0.0
        delay = self.rules.crawl_delay(AGENT) or 0.0
        rate = self.rules.request_rate(AGENT)
        if rate and rate.requests:
            delay = max(delay, rate.seconds / rate.requests)
        return float(delay)


def read_robots(status: int, content: bytes) -> Robots:
    """Of an answer: 4xx is no robots.txt, a server's error closes the site until it is over (RFC 9309, 2.3.1)."""
    if status == 200:
        text = content[:LARGEST_ROBOTS].decode("utf-8-sig", "replace").replace("\x00", "")
        if "<html" in text[:1000].lower():
            return Robots()
        return Robots(Protego.parse(text))
    if status == 429 or status >= 500:
        return Robots(closed=f"robots.txt answers with status {status}: nothing is fetched until it is over")
    return Robots()


@dataclass(frozen=True, slots=True)
class Reservation:
    """One rule of tdmrep.json: where it holds, whether mining is reserved, and under which policy."""

    location: str
    reserved: bool
    policy: str | None = None


def read_tdmrep(content: bytes) -> tuple[Reservation, ...]:
    """The rules in order; none when the file is none. (https://www.w3.org/community/reports/tdmrep/)"""
    try:
        rows = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return ()
    rows = rows if isinstance(rows, list) else [rows]
    return tuple(
        Reservation(row["location"], row.get("tdm-reservation") in (1, "1", True), _text(row.get("tdm-policy")))
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("location"), str)
    )


def find_reservation(rules: tuple[Reservation, ...], path: str) -> Reservation | None:
    """The first rule whose location matches the path, as robots.txt patterns do."""
    return next((rule for rule in rules if _matches(rule.location, path)), None)


def reserved_by_page(content: bytes) -> bool:
    """Whether a page's own meta element reserves mining."""
    return any(_CONTENT.search(meta) for meta in _META.findall(content[:65536]))


def _matches(pattern: str, path: str) -> bool:
    """``*`` is anything, ``$`` at the end is the end. In linear time: the patterns are strangers'."""
    whole = pattern.endswith("$")
    first, *rest = (pattern[:-1] if whole else pattern).split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1] if whole else rest:
        found = path.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if not whole:
        return True
    return path == first if not rest else path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= at


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
