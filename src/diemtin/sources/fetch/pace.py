"""One request at a time to a host, with pauses between; hosts do not wait for each other."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

MOST_HOSTS = 20_000
"""Remembered; beyond that those whose pause is over are forgotten."""


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    waiting: int = 0


class Pace:
    """Turns at hosts. The clock is the event loop's."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, pause: float) -> AsyncIterator[None]:
        """Waits for the host's turn; the next one comes ``pause`` seconds after this one ends."""
        state = self._state(host)
        loop = asyncio.get_running_loop()
        state.waiting += 1
        try:
            async with state.lock:
                if (wait := state.free_at - loop.time()) > 0:
                    await asyncio.sleep(wait)
                try:
                    yield
                finally:
                    state.free_at = max(state.free_at, loop.time() + pause)
        finally:
            state.waiting -= 1

    def hold(self, host: str, seconds: float) -> None:
        """The host asked to be left alone (429, 503 with Retry-After)."""
        state = self._state(host)
        state.free_at = max(state.free_at, asyncio.get_running_loop().time() + seconds)

    def seconds_held(self, host: str) -> float:
        """How long the host is still to be left alone; 0 when it may be asked."""
        state = self._hosts.get(host)
        return max(0.0, state.free_at - asyncio.get_running_loop().time()) if state else 0.0

    def _state(self, host: str) -> _Host:
        if len(self._hosts) > MOST_HOSTS:
            now = asyncio.get_running_loop().time()
            self._hosts = {name: one for name, one in self._hosts.items() if one.waiting or one.free_at > now}
        return self._hosts.setdefault(host, _Host())
