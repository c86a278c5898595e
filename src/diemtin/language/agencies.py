"""News agencies and quoted media (``data/agencies.toml``), bodies and conferences (``data/bodies.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from diemtin.language.countries import read_rows
from diemtin.language.text import normal


@dataclass(frozen=True, slots=True)
class Agency:
    """``kind`` is ``agency`` (others print its copy) or ``media`` (a paper, broadcaster or site that is quoted)."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "agency"
    country: str | None = None
    risky: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, or a conference that meetings are held beside. ``{n}`` in a form stands for a number."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "body"
    seat: str | None = None
    risky: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def agencies() -> Mapping[str, Agency]:
    """Every agency and medium by the name that is printed."""
    return MappingProxyType(
        {
            row["name"]: Agency(
                row["name"],
                tuple(row.get("aliases", ())),
                row.get("kind", "agency"),
                row.get("country"),
                frozenset(row.get("risky", ())),
            )
            for row in read_rows("agencies.toml", "agency")
        }
    )


@lru_cache(maxsize=1)
def bodies() -> Mapping[str, Body]:
    """Every body and conference by its code."""
    return MappingProxyType(
        {
            row["code"]: Body(
                row["code"],
                row["name"],
                tuple(row.get("aliases", ())),
                row.get("kind", "body"),
                row.get("seat"),
                frozenset(row.get("risky", ())),
            )
            for row in read_rows("bodies.toml", "body")
        }
    )


@lru_cache(maxsize=1)
def _agency_forms() -> dict[str, str]:
    return {normal(form): row.name for row in agencies().values() for form in (row.name, *row.aliases)}


def find_agency(form: str) -> Agency | None:
    """The agency or medium that this form stands for."""
    name = _agency_forms().get(normal(form))
    return None if name is None else agencies()[name]


def print_body(code: str | None) -> str | None:
    """The name to print for a body's code, ``None`` when there is no such body."""
    body = bodies().get(code) if code else None
    return body.name if body else None
