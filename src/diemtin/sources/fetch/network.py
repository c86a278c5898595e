"""The only place that opens a socket. A name is resolved, every answer is checked, and the connection goes to a checked
answer: a name that answers differently the next moment changes nothing, since nobody asks it again. TLS and Host keep
the name.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Set
from typing import Any

import httpcore

from diemtin.errors import ForbiddenAddress
from diemtin.sources.fetch.addresses import refused_ip

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Name and port -> the machines' addresses; raises OSError when there are none."""

SLOWEST_NAME = 8.0
"""Seconds for an answer of the name servers: two tries of a resolver that waits the usual 5 s end there."""
MOST_TRIES = 3
"""Machines of one name that are tried, one after the other."""


async def resolve(host: str, port: int) -> list[str]:
    """By the system's resolver; IPv4 first, since that is what most machines here reach."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    ordered = sorted(found, key=lambda row: row[0] != socket.AF_INET)
    return list(dict.fromkeys(str(row[4][0]) for row in ordered))


class GuardedNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public machines only, and to those of ``allowed`` names wherever they are."""

    def __init__(self, allowed: Set[str] = frozenset(), resolver: Resolve = resolve) -> None:
        self._allowed = allowed
        self._resolve = resolver
        self._sockets = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """As httpcore asks it. Raises ``ForbiddenAddress`` before any socket."""
        last: Exception = httpcore.ConnectError(f"no machine of this name: {host}")
        for ip in (await self.checked(host, port))[:MOST_TRIES]:
            try:
                return await self._sockets.connect_tcp(ip, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as why:
                last = why
        raise last

    async def checked(self, host: str, port: int) -> list[str]:
        """The machines of a name; one forbidden among them forbids all."""
        try:
            machines = await asyncio.wait_for(self._resolve(host, port), SLOWEST_NAME)
        except TimeoutError as why:
            raise httpcore.ConnectTimeout(f"the name servers do not answer for {host}") from why
        except (OSError, UnicodeError) as why:
            raise httpcore.ConnectError(f"no machine of this name: {host}") from why
        if host.lower() not in self._allowed:
            for ip in machines:
                if refusal := refused_ip(ip):
                    hint = "allow the host by name if it is yours"
                    raise ForbiddenAddress(f"{ip} is no public address ({refusal})", about=host, hint=hint)
        return machines

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        """Never."""
        raise ForbiddenAddress("a socket of this machine", about=path)

    async def sleep(self, seconds: float) -> None:
        """As httpcore asks it."""
        await asyncio.sleep(seconds)
