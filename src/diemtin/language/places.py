"""Cities of the world (``data/cities.toml``) and places of Vietnam (``data/vietnam.toml``), old names kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from diemtin.language.countries import countries, read_rows


@dataclass(frozen=True, slots=True)
class Place:
    """A city, province or other place; ``country`` is a code of ``countries.toml``."""

    name: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    risky: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def places() -> Mapping[str, Place]:
    """Every place by the name that is printed; capitals come from ``countries.toml`` where the cities do not have them."""
    found: dict[str, Place] = {}
    for key in ("city", "place"):
        for row in read_rows("cities.toml", key):
            found.setdefault(row["name"], _place(row, row.get("country")))
    for key in ("province", "place", "city", "old", "former", "region"):
        for row in read_rows("vietnam.toml", key):
            if "name" in row:
                found.setdefault(row["name"], _place(row, "vn"))
    for country in countries().values():
        if country.capital:
            found.setdefault(country.capital[0], Place(country.capital[0], country.code, country.capital[1:]))
    return MappingProxyType(found)


def _place(row: Mapping[str, object], country: object) -> Place:
    aliases, risky = row.get("aliases", ()), row.get("risky", ())
    return Place(
        str(row["name"]),
        str(country) if country else None,
        tuple(map(str, aliases)) if isinstance(aliases, list) else (),
        frozenset(map(str, risky)) if isinstance(risky, list) else frozenset(),
    )
