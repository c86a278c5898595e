"""How often one place on the net may do a thing. In memory only, under a name that changes every day and is kept nowhere."""

from __future__ import annotations

import hashlib
import ipaddress
import secrets
import threading
import time
from collections import OrderedDict

from django.http import HttpRequest

_MOST_KNOWN = 50_000
"""Places remembered at once; the longest silent is forgotten first."""


class Limit:
    """At most ``most`` acts within ``seconds`` from one place."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self._acts: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = threading.Lock()

    def allow(self, name: str) -> bool:
        """Note the act; is it within the limit?"""
        now = time.monotonic()
        with self._lock:
            acts = [at for at in self._acts.pop(name, []) if now - at < self.seconds]
            allowed = len(acts) < self.most
            if allowed:
                acts.append(now)
            self._acts[name] = acts
            while len(self._acts) > _MOST_KNOWN:
                self._acts.popitem(last=False)
        return allowed

    def clear(self) -> None:
        with self._lock:
            self._acts.clear()


def place_of(request: HttpRequest, about: str = "") -> str:
    """A name for where a request comes from (a network of 2^64 addresses in IPv6), hashed with a salt of the day."""
    address = address_of(request)
    try:
        parsed = ipaddress.ip_address(address)
        network = address if parsed.version == 4 else str(ipaddress.ip_network((address, 64), strict=False))
    except ValueError:
        network = "unknown"
    return hashlib.blake2b(f"{network}\x1f{about}".encode(), key=_SALT.today(), digest_size=12).hexdigest()


def address_of(request: HttpRequest) -> str:
    """The address that asked; behind our own proxy on this machine, the one that the proxy saw (its last word)."""
    address: str = request.META.get("REMOTE_ADDR", "")
    if _is_own_proxy(address):
        address = request.META.get("HTTP_X_FORWARDED_FOR", address).rsplit(",", 1)[-1].strip()
    return address


def _is_own_proxy(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == ""  # a server that listens on a socket file


class _Salt:
    """A secret of the day."""

    def __init__(self) -> None:
        self._day = -1
        self._salt = b""

    def today(self) -> bytes:
        day = int(time.time() // 86400)
        if self._day != day:
            self._day, self._salt = day, secrets.token_bytes(32)
        return self._salt


_SALT = _Salt()


def is_same_origin(request: HttpRequest) -> bool:
    """Does the browser itself say that the request comes from a page of ours? Scripts of other sites cannot say so."""
    site = request.META.get("HTTP_SEC_FETCH_SITE")
    if site is not None:
        return str(site) == "same-origin"
    origin = request.META.get("HTTP_ORIGIN")
    return origin is not None and str(origin).split("://", 1)[-1] == str(request.get_host())
