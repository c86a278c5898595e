"""Which addresses may be asked: http and https, to public machines. Pure; ``network`` asks before every socket.

The tables are the IANA special-purpose registries of IPv4 and IPv6 (as of 2025). For IPv6 what is public is listed, not
what is not: 2000::/3 without its special parts, and NAT64 around a public IPv4 address.
"""

from __future__ import annotations

import re
from collections.abc import Set
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

from diemtin.errors import ForbiddenAddress

LONGEST_URL = 4096
"""Letters. Addresses of Vietnamese news have under 300; servers refuse above 8,000."""

_SPECIAL_4 = {
    IPv4Network(network): what
    for network, what in {
        "0.0.0.0/8": "this network",
        "10.0.0.0/8": "private",
        "100.64.0.0/10": "shared by a provider's customers",
        "127.0.0.0/8": "loopback",
        "169.254.0.0/16": "link-local",
        "172.16.0.0/12": "private",
        "192.0.0.0/24": "protocol assignments",
        "192.0.2.0/24": "documentation",
        "192.31.196.0/24": "AS112",
        "192.52.193.0/24": "multicast tunnels",
        "192.88.99.0/24": "6to4 relays",
        "192.168.0.0/16": "private",
        "192.175.48.0/24": "AS112",
        "198.18.0.0/15": "benchmarks",
        "198.51.100.0/24": "documentation",
        "203.0.113.0/24": "documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "reserved",
    }.items()
}
_SPECIAL_6 = {
    IPv6Network(network): what
    for network, what in {
        "2001::/23": "protocol assignments (Teredo, ORCHID)",
        "2001:db8::/32": "documentation",
        "2002::/16": "6to4",
        "2620:4f:8000::/48": "AS112",
        "3fff::/20": "documentation",
    }.items()
}
_PUBLIC_6 = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)(?:\.(?:0x[0-9a-f]*|\d+)){0,3}\.?", re.I)
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?", re.I)


def check_url(url: str, allowed: Set[str] = frozenset()) -> httpx.URL:
    """The address in normal form, without its fragment. Raises ``ForbiddenAddress``.

    ``allowed`` are hosts that may lie in private ranges, by the name that stands in the address.
    """
    if len(url) > LONGEST_URL:
        raise ForbiddenAddress(f"an address of more than {LONGEST_URL} letters", about=url[:80] + "…")
    try:
        parsed = httpx.URL(url.strip()).copy_with(fragment=None)
    except (httpx.InvalidURL, ValueError, TypeError) as why:
        raise ForbiddenAddress(f"not an address: {why}", about=url) from why
    host = parsed.raw_host.decode("ascii", "replace").lower()
    if parsed.scheme not in ("http", "https"):
        raise ForbiddenAddress(f"only http and https are asked, not {parsed.scheme or 'nothing'}", about=url)
    if parsed.userinfo:
        raise ForbiddenAddress("an address with a name and password in it", about=url)
    if host in allowed:
        return parsed
    port = parsed.port
    if port is not None and port not in (80, 443) and port < 1024:
        raise ForbiddenAddress(f"port {port} is not one of the web", about=url)
    if ":" in host or re.fullmatch(r"\d+\.\d+\.\d+\.\d+", host):
        if refusal := refused_ip(host):
            raise ForbiddenAddress(f"{host} is no public address ({refusal})", about=url)
    elif _NUMERIC.fullmatch(host):
        raise ForbiddenAddress("a machine's address written as a number", about=url)
    elif not _HOST.fullmatch(host) or len(host) > 253:
        raise ForbiddenAddress("not the name of a host", about=url)
    return parsed


def refused_ip(ip: str) -> str | None:
    """Why a machine's address must not be asked, in words; None when it is public."""
    try:
        address = ip_address(ip.partition("%")[0])
    except (AddressValueError, ValueError):
        return "not an address"
    if isinstance(address, IPv4Address):
        return _refused_4(address)
    return "with a scope" if "%" in ip else _refused_6(address)


def _refused_4(address: IPv4Address) -> str | None:
    return next((what for network, what in _SPECIAL_4.items() if address in network), None)


def _refused_6(address: IPv6Address) -> str | None:
    if address.ipv4_mapped is not None:
        return _refused_4(address.ipv4_mapped)
    if address in _NAT64:
        return _refused_4(IPv4Address(int(address) & 0xFFFFFFFF))
    if address not in _PUBLIC_6:
        return "loopback" if address.is_loopback else "link-local" if address.is_link_local else "not a public range"
    return next((what for network, what in _SPECIAL_6.items() if address in network), None)
