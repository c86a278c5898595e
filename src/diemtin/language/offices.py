"""Offices, the words for them, and who held them when: ``data/offices.toml`` and ``data/holders/*.toml``.

A tenure runs from ``start`` to ``end``, both inclusive; a month stands for its first and last day as the case may be, and
an open end is ``None``. Only rows that were *checked* may date a text; the others may name somebody, nothing more.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from diemtin.language.countries import read_rows
from diemtin.language.text import fold


@dataclass(frozen=True, slots=True)
class Office:
    """One office and its wordings. ``rank``: 1 heads of state … 6 everybody else in an office."""

    code: str
    names: tuple[str, ...]
    ministry: tuple[str, ...] = ()
    rank: int = 6
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    """Words before a name that are no office: address, degree, rank, profession, royal."""

    kind: str
    words: tuple[str, ...]
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody in an office of a country or body. ``holder`` is the name as the Vietnamese press prints it."""

    office: str
    country: str
    holder: str
    start: date
    end: date | None = None
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    checked: bool = False
    acting: bool = False

    def meets(self, first: date, last: date) -> bool:
        """Does it have a day in common with the range (both ends inclusive)?"""
        return self.start <= last and (self.end is None or first <= self.end)


@lru_cache(maxsize=1)
def offices() -> Mapping[str, Office]:
    """Every office by its code, in the order of the file."""
    return MappingProxyType(
        {
            row["code"]: Office(
                row["code"],
                tuple(row["names"]),
                tuple(row.get("ministry", ())),
                row.get("rank", 6),
                tuple(row.get("countries", ())),
            )
            for row in read_rows("offices.toml", "office")
        }
    )


@lru_cache(maxsize=1)
def titles() -> tuple[Title, ...]:
    return tuple(
        Title(row["kind"], tuple(row["words"]), row.get("gender")) for row in read_rows("offices.toml", "title")
    )


@lru_cache(maxsize=1)
def tenures() -> tuple[Tenure, ...]:
    """Every row of every table, by country, office and start."""
    folder = resources.files("diemtin.language") / "data" / "holders"
    found: list[Tenure] = []
    if folder.is_dir():
        for path in folder.iterdir():
            if path.name.endswith(".toml"):
                rows = tomllib.loads(path.read_text(encoding="utf-8"))
                code = rows.get("country") or rows.get("body") or path.name.removesuffix(".toml")
                found.extend(_tenure(row, str(code)) for row in rows.get("tenure", ()))
    found.extend(_lines("world.toml"))
    found.sort(key=lambda row: (row.country, row.office, row.start))
    return tuple(found)


def _tenure(row: dict[str, Any], code: str) -> Tenure:
    return Tenure(
        office=row["office"],
        country=code,
        holder=row["holder"],
        start=_day(row["from"], last=False),
        end=_day(row["to"], last=True) if row.get("to") else None,
        aliases=tuple(row.get("aliases", ())),
        short=_words(row.get("short", ())),
        checked=bool(row.get("checked", False)),
        acting=bool(row.get("acting", False)),
    )


def _lines(name: str) -> Iterator[Tenure]:
    """The rows of a names-only file: a line a person, seven parts, never checked."""
    text = (resources.files("diemtin.language") / "data" / name).read_text(encoding="utf-8")
    for line in tomllib.loads(text)["rows"]:
        office, country, holder, start, end, aliases, short = (part.strip() for part in line.split("|"))
        yield Tenure(
            office,
            country,
            holder,
            _day(start, last=False),
            _day(end, last=True) if end else None,
            tuple(filter(None, map(str.strip, aliases.split(";")))),
            tuple(filter(None, map(str.strip, short.split(";")))) or (holder,),
        )


def _words(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _day(value: date | str, last: bool) -> date:
    """A day as it is; a month ("2024-09") or year ("2004") as its first or last day."""
    if isinstance(value, date):
        return value
    year, *rest = (int(part) for part in value.split("-"))
    month = rest[0] if rest else 12 if last else 1
    if len(rest) > 1:
        return date(year, month, rest[1])
    return date(year, month, monthrange(year, month)[1] if last else 1)


@lru_cache(maxsize=1)
def _by_office() -> dict[tuple[str, str], tuple[Tenure, ...]]:
    grouped: dict[tuple[str, str], list[Tenure]] = {}
    for row in tenures():
        grouped.setdefault((row.office, row.country), []).append(row)
    return {key: tuple(rows) for key, rows in grouped.items()}


def has_table(office: str, country: str) -> bool:
    """Does any row tell who held this office?"""
    return (office, country) in _by_office()


def find_holder(office: str, country: str, first: date, last: date) -> Tenure | None:
    """Who held the office in the whole range of days; ``None`` when nobody or more than one person did, and when the
    table says so without having been checked: a row that names somebody whom the text does not name must be sure."""
    rows = [row for row in _by_office().get((office, country), ()) if row.meets(first, last)]
    regular = [row for row in rows if not row.acting] or rows
    if len({row.holder for row in regular}) != 1 or not all(row.checked for row in regular):
        return None
    return regular[0]


def name_key(name: str) -> str:
    """What two spellings of one name share: folded, hyphens as spaces ("Cho Tae-yul", "Cho Tae Yul")."""
    return " ".join(fold(name).replace("-", " ").replace("’", "'").replace(".", " ").split())


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[Tenure, ...]]:
    grouped: dict[str, list[Tenure]] = {}
    for row in tenures():
        for key in dict.fromkeys(map(name_key, (row.holder, *row.aliases))):
            grouped.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in grouped.items()}


@lru_cache(maxsize=1)
def _by_short() -> dict[str, tuple[Tenure, ...]]:
    grouped: dict[str, list[Tenure]] = {}
    for row in tenures():
        shorts = row.short or (row.holder.split()[-1],)
        for key in dict.fromkeys(map(name_key, shorts)):
            grouped.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in grouped.items()}


def find_tenures(name: str) -> tuple[Tenure, ...]:
    """All rows of the person of this full name or alias, in every office; none when the name is not in the tables."""
    return _by_name().get(name_key(name), ())


def find_short(name: str) -> tuple[Tenure, ...]:
    """All rows of everybody whose short form ("Blinken") this is: several people may share one."""
    return _by_short().get(name_key(name), ())


@lru_cache(maxsize=1)
def _earlier() -> Mapping[str, tuple[Tenure, ...]]:
    grouped: dict[str, list[Tenure]] = {}
    for row in _lines("earlier.toml"):
        for key in dict.fromkeys(map(name_key, (row.holder, *row.aliases, *row.short))):
            grouped.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in grouped.items()}


def find_earlier(name: str) -> tuple[Tenure, ...]:
    """Rows of ``data/earlier.toml`` (2000-2009, unchecked) by full name, alias or short form: they name and never date."""
    return _earlier().get(name_key(name), ())


@dataclass(frozen=True, slots=True)
class Wording:
    """What is printed for an office; ``alone``: it names its country or body itself."""

    words: str
    alone: bool = False


@lru_cache(maxsize=1)
def printed_offices() -> Mapping[tuple[str, str], Wording]:
    """``(office, country)`` -> the wording there; with an empty country that for all others. Offices without a row of
    their own print their first wording."""
    found = {(office.code, ""): Wording(office.names[0]) for office in offices().values()}
    for row in read_rows("offices.toml", "printed"):
        for country in row.get("in", ("",)):
            found[row["office"], country] = Wording(row["words"], row.get("alone", False))
    return MappingProxyType(found)


def find_wording(code: str, country: str | None = None) -> Wording | None:
    """What is printed beside the name of a person in this office of this country or body; ``None`` for an unknown code."""
    return printed_offices().get((code, country or "")) or printed_offices().get((code, ""))


def print_office(code: str | None, country: str | None = None) -> str | None:
    """The wording that is printed for a code; a code that is not in the file is printed as it is."""
    if code is None:
        return None
    wording = find_wording(code, country)
    return wording.words if wording else code
