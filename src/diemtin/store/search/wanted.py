"""A query as either database is asked: only tokens, no words of a person any more. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diemtin.store.search.asked import Asked
from diemtin.store.search.tokens import order_floor, outlet_mark, section_mark


@dataclass(frozen=True, slots=True)
class Wanted:
    """Everything must be there; of each group of ``marks`` one."""

    phrases: tuple[tuple[str, ...], ...] = ()
    """Folded tokens side by side."""
    exact: tuple[str, ...] = ()
    marks: tuple[tuple[str, ...], ...] = ()
    below: int | None = None
    from_: int | None = None


def wanted_of(
    asked: Asked, outlets: Mapping[str, Sequence[str]], sections: Mapping[str, Sequence[str]], below: int | None = None
) -> Wanted | None:
    """``outlets`` and ``sections`` tell which keys each given name means; ``None`` if none means any."""
    marks: list[tuple[str, ...]] = []
    if asked.outlets:
        keys = [outlet_mark(key) for name in asked.outlets for key in outlets.get(name, ())]
        if not keys:
            return None
        marks.append(tuple(dict.fromkeys(keys)))
    if asked.sections:
        codes = [section_mark(code) for name in asked.sections for code in sections.get(name, ())]
        if not codes:
            return None
        marks.append(tuple(dict.fromkeys(codes)))
    limits = [limit for limit in (below, order_floor(asked.before) if asked.before else None) if limit is not None]
    return Wanted(
        tuple(dict.fromkeys(term.folded for term in asked.terms)),
        tuple(dict.fromkeys(token for term in asked.terms for token in term.exact)),
        tuple(marks),
        min(limits) if limits else None,
        order_floor(asked.after) if asked.after else None,
    )
