"""The section tree (chuyên mục) of ``data/sections.toml``, and which code an outlet's own name for a section means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from diemtin.language.text import fold

_WORDS = re.compile(r"[a-z0-9]+")
_STEPS = re.compile(r"\s*(?:[>›»|/→]|::| - )\s*")
_HOST = re.compile(r"^(?:[a-z]+://)?([^/?#]*)([^?#]*)")


@dataclass(frozen=True, slots=True)
class Section:
    """One section; ``parent`` is the code of the section it belongs to."""

    code: str
    name: str
    parent: str | None = None
    aliases: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def sections() -> Mapping[str, Section]:
    """Every section by its code, parents first, in the order in which they are shown."""
    rows = tomllib.loads((resources.files("diemtin.language") / "data" / "sections.toml").read_text(encoding="utf-8"))[
        "section"
    ]
    return MappingProxyType(
        {
            row["code"]: Section(row["code"], row["name"], row.get("parent"), tuple(row.get("aliases", ())))
            for row in rows
        }
    )


def section_and_parents(code: str) -> tuple[str, ...]:
    """The code, then its parent's: ``("sao-viet", "culture")``. An unknown code stands alone."""
    found = sections().get(code)
    return (code, found.parent) if found is not None and found.parent else (code,)


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for section in sections().values():
        for name in (section.name, section.code, *section.aliases):
            found.setdefault(_key(name), section.code)
    return found


def _key(name: str) -> str:
    return "".join(_WORDS.findall(fold(name)))


def find_section_code(name: str) -> str | None:
    """The section that an outlet's name means: "Thời sự quốc tế", "the-gioi", "Trang chủ › Văn hóa › Sao Việt".

    Of a path the most exact step that is known; ``None`` for a name that nobody knows.
    """
    by_name = _by_name()
    whole = by_name.get(_key(name))
    if whole is not None:
        return whole
    for step in reversed(_STEPS.split(name)):
        code = by_name.get(_key(step))
        if code is not None:
            return code
    return None


def find_section_in_url(url: str) -> str | None:
    """The section that an address names in its host ("thethao.…") or in a folder ("/the-gioi/…"), never in its last
    part, which is the article's own."""
    match = _HOST.match(url.lower())
    if match is None:
        return None
    host, path = match.groups()
    by_name = _by_name()
    folders = [part for part in path.split("/")[:-1] if part]
    for part in reversed(folders):
        code = by_name.get(_key(part)) if 2 < len(part) < 40 else None
        if code is not None:
            return code
    first = host.split(".")[0]
    return by_name.get(_key(first)) if len(first) > 4 and host.count(".") >= 2 else None
