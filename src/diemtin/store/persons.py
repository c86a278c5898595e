"""Rows of persons, found or made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diemtin.language.text import fold
from diemtin.store import models

_NOT_KEY = re.compile(r"[^a-z0-9]+")


def person_key(name: str) -> str:
    """The part of an address: ``Vương Nghị`` -> ``vuong-nghi``."""
    return _NOT_KEY.sub("-", fold(name)).strip("-")[:110] or "khong-ten"


def get_person_rows(names: Iterable[str]) -> dict[str, models.Person]:
    """By name; two names that fold alike get keys of their own."""
    wanted = {name[:200] for name in names}
    rows = {row.name: row for row in models.Person.objects.filter(name__in=wanted)}
    missing = sorted(wanted - rows.keys())
    if not missing:
        return rows
    keys = {person_key(name) for name in missing}
    taken = set(models.Person.objects.filter(key__in=keys).values_list("key", flat=True))
    for name in missing:
        key, number = person_key(name), 1
        while key in taken:
            number += 1
            key = f"{person_key(name)}-{number}"
        taken.add(key)
        rows[name] = models.Person.objects.create(key=key, name=name)
    return rows
