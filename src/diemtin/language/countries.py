"""Countries as the Vietnamese press prints them: ``data/countries.toml`` as frozen rows.

A form is *risky* when it is an everyday syllable or a part of personal names too ("Anh", "Nga", "Đức"): whoever meets it
in a text asks the words around it first (``names.scan`` does).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from diemtin.language.text import normal


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory. ``code`` is ISO 3166-1 alpha-2 in small letters; ``name`` the form used everywhere."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    risky: frozenset[str] = frozenset()
    capital: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


def read_rows(name: str, key: str) -> list[dict[str, Any]]:
    """The rows ``[[key]]`` of ``data/name``; no rows when the file is not there."""
    path = resources.files("diemtin.language") / "data" / name
    if not path.is_file():
        return []
    rows: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get(key, [])
    return rows


@lru_cache(maxsize=1)
def countries() -> Mapping[str, Country]:
    """Every country by its code, in the order of the file."""
    return MappingProxyType({row["code"]: _country(row) for row in read_rows("countries.toml", "country")})


def _country(row: dict[str, Any]) -> Country:
    return Country(
        code=row["code"],
        name=row["name"],
        aliases=tuple(row.get("aliases", ())),
        risky=frozenset(row.get("risky", ())),
        capital=tuple(row.get("capital", ())),
        metonyms=tuple(row.get("metonyms", ())),
        adjectives=tuple(row.get("adjectives", ())),
    )


@lru_cache(maxsize=1)
def _by_form() -> dict[str, str]:
    forms: dict[str, str] = {}
    for country in countries().values():
        for form in (country.code, country.name, *country.aliases):
            forms.setdefault(normal(form), country.code)
    return forms


def find_country(form: str) -> Country | None:
    """The country that this form (name, alias or code) stands for; capitals and metonyms are not asked."""
    code = _by_form().get(normal(form))
    return None if code is None else countries()[code]


def print_country(code: str | None) -> str | None:
    """The name to print for a code; bodies keep their own short form ("LHQ" is printed by ``agencies``)."""
    if code is None:
        return None
    country = countries().get(code)
    return country.name if country else None
