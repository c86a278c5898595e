"""The main outlets of the Vietnamese press, by name and by address. The facts stand in ``data/outlets.toml``.

An address belongs to an outlet when its host is one of the outlet's domains or lies below one ("thethao.thanhnien.vn").
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import get_args
from urllib.parse import urlsplit

from diemtin.language.text import fold, squeeze
from diemtin.news import Outlet, OutletKind

LONGEST_NAME = 60
"""Letters. The longest name in the catalogue has 34; above that stands something else in the field (a list of tags)."""

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}")
_FRONT = re.compile(r"^(?:(?:www\d?|m|mobile|amp|wap)\.)+")
_TITLE = re.compile(r"^(?:bao dien tu|trang tin dien tu|tap chi dien tu|trang tin|tap chi|bao|dai|kenh)\s+")


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet of the catalogue."""

    name: str
    domains: tuple[str, ...]
    """The first is the present one; the others are former ones, or editions under another name."""
    kind: OutletKind
    owner: str | None = None
    """Who publishes it (cơ quan chủ quản), as the masthead says."""
    names: tuple[str, ...] = ()
    """Other names in use."""
    feeds: tuple[str, ...] = ()
    """Addresses of feeds, or of the page that lists them; ``sources.discover`` looks whether they still answer."""

    @property
    def outlet(self) -> Outlet:
        return Outlet(self.name, self.domains[0], self.kind)


@lru_cache(maxsize=1)
def known_outlets() -> tuple[KnownOutlet, ...]:
    """The catalogue, in the order of its file. Raises ``ValueError`` when the file is wrong."""
    table = tomllib.loads(files("diemtin.language").joinpath("data/outlets.toml").read_text("utf-8"))
    found = []
    for row in table["outlet"]:
        if row["kind"] not in get_args(OutletKind):
            raise ValueError(f"outlets.toml: {row['name']}: no such kind {row['kind']!r}")
        found.append(
            KnownOutlet(
                row["name"],
                tuple(row["domains"]),
                row["kind"],
                row.get("owner"),
                tuple(row.get("names", ())),
                tuple(row.get("feeds", ())),
            )
        )
    return tuple(found)


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, KnownOutlet]:
    return {domain: known for known in known_outlets() for domain in known.domains}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, KnownOutlet]:
    found: dict[str, KnownOutlet] = {}
    for known in known_outlets():
        for name in (known.name, *known.names):
            found.setdefault(_key(name), known)
    return found


def _key(name: str) -> str:
    """Names are equal without diacritics, spaces and the word for newspaper: "Báo Tuổi Trẻ", "Tuoi tre", "tuoitre"."""
    folded = fold(squeeze(name))
    return re.sub(r"[\W_]+", "", _TITLE.sub("", folded) or folded)


def find_domain(address: str | None) -> str | None:
    """The host of an address or the domain itself, lower case, without www, m, amp; None when there is none."""
    if not address:
        return None
    words = address.strip().lower()
    try:
        host = urlsplit(words if "//" in words else f"//{words}").hostname or ""
    except ValueError:
        return None
    host = host.rstrip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if not _HOST.fullmatch(host):
        return None
    return _FRONT.sub("", host) if _FRONT.sub("", host).count(".") else host


@lru_cache(maxsize=4096)
def find_outlet(words: str) -> KnownOutlet | None:
    """The outlet of the catalogue that an address, a domain or a name means."""
    domain = find_domain(words)
    while domain:
        if known := _by_domain().get(domain):
            return known
        domain = domain.partition(".")[2]
    return _by_name().get(_key(words)) if _key(words) else None


@lru_cache(maxsize=4096)
def outlet_of(source: str | None, url: str | None = None) -> Outlet:
    """The outlet that a line or a page names, else the one its address belongs to; its domain alone when unknown.

    A name that the catalogue does not know stands as it is, with the domain of ``url`` unless that is another outlet's
    (an aggregator's page that names where it took the text from).
    """
    by_url = find_outlet(url) if url and find_domain(url) else None
    if source:
        if known := find_outlet(source):
            return known.outlet
        if domain := find_domain(source):
            return Outlet(None, domain)
        if len(source) <= LONGEST_NAME:
            return Outlet(source, None if by_url else find_domain(url))
    return by_url.outlet if by_url else Outlet(None, find_domain(url))
