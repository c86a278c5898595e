"""What each origin asks of us, fetched once and kept for a day: robots.txt and /.well-known/tdmrep.json."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import httpx

from diemtin.errors import FetchError
from diemtin.sources.fetch.answers import Answer, Decision, Manners
from diemtin.sources.fetch.robots import (
    LARGEST_ROBOTS,
    Reservation,
    Robots,
    find_reservation,
    read_robots,
    read_tdmrep,
)

KEPT = 24 * 3600.0
"""Seconds, the most that RFC 9309 allows."""
KEPT_CLOSED = 900.0
"""Seconds after which a server whose robots.txt failed is asked again."""
MOST_ORIGINS = 20_000


@dataclass(slots=True)
class _Origin:
    robots: Robots
    reservations: tuple[Reservation, ...]
    until: float


class Courtesy:
    """Decides whether an address may be fetched, and how slowly."""

    def __init__(self, ask: Callable[[str, int], Awaitable[Answer]], manners: Manners) -> None:
        self._ask = ask
        self._manners = manners
        self._origins: dict[str, _Origin] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def decide(self, target: httpx.URL) -> tuple[float, list[Decision]]:
        """Seconds to wait between requests, and the decisions (each to be logged; one that refuses ends it)."""
        origin = await self._origin(target)
        pause = min(origin.robots.pause, self._manners.longest_pause)
        refusal = origin.robots.refusal(str(target))
        decisions = [Decision(str(target), "robots", refusal is None, refusal or "robots.txt allows it")]
        rule = find_reservation(origin.reservations, target.raw_path.decode("ascii", "replace"))
        if rule is not None and rule.reserved:
            licensed = target.host in self._manners.licensed_hosts
            policy = f" (policy {rule.policy})" if rule.policy else ""
            why = "mining is reserved, and licensed to us" if licensed else "text and data mining is reserved"
            decisions.append(Decision(str(target), "tdm", licensed, why + policy))
        return pause, decisions

    async def sitemaps(self, target: httpx.URL) -> tuple[str, ...]:
        """The sitemaps that the origin's robots.txt names."""
        return (await self._origin(target)).robots.sitemaps

    async def _origin(self, target: httpx.URL) -> _Origin:
        name = f"{target.scheme}://{target.netloc.decode('ascii')}"
        loop = asyncio.get_running_loop()
        lock = self._locks.setdefault(name, asyncio.Lock())
        async with lock:
            known = self._origins.get(name)
            if known is None or known.until <= loop.time():
                if len(self._origins) >= MOST_ORIGINS:
                    self._origins.clear()
                    self._locks = {name: lock}
                known = self._origins[name] = await self._fetch(name)
            return known

    async def _fetch(self, name: str) -> _Origin:
        now = asyncio.get_running_loop().time
        try:
            answer = await self._ask(f"{name}/robots.txt", LARGEST_ROBOTS)
            robots = read_robots(answer.status, answer.content)
        except FetchError as why:
            if getattr(why, "kind", None) in ("redirects", "encoding", "large"):
                robots = Robots()  # the server answers; what it answers is no robots.txt
            else:
                raise  # the host cannot be reached: that, not its robots.txt, is what the source fails of
        if robots.closed:
            return _Origin(robots, (), now() + KEPT_CLOSED)
        try:
            answer = await self._ask(f"{name}/.well-known/tdmrep.json", LARGEST_ROBOTS)
            reservations = read_tdmrep(answer.content) if answer.status == 200 else ()
        except FetchError:
            reservations = ()
        return _Origin(robots, reservations, now() + KEPT)
