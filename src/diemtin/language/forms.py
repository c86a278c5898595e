"""The wordings that ``names.scan`` knows: those of all lexicons, and the caller's own, by their first syllable."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from diemtin.language.agencies import agencies, bodies
from diemtin.language.countries import countries
from diemtin.language.offices import offices, titles
from diemtin.language.places import places
from diemtin.language.text import normal


class Form(NamedTuple):
    """One wording in the index: its syllables in normal form, and what it stands for."""

    words: tuple[str, ...]
    tag: str
    value: str
    capital: bool
    risky: bool


Index = dict[str, tuple[Form, ...]]
"""First syllable -> wordings that begin with it, the longest first."""

TOKEN = re.compile(
    r"(?P<i>[A-ZĐ]\.(?=\s?[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]))"
    r"|(?P<w>[^\W\d_]+(?:[-'’‑](?=[^\W_])[^\W_]+|\d+)*)"
    r"|(?P<n>\d+(?:[.,/:-]\d+)*)"
    r"|(?P<q>[\"“”«»‘’'])"
    r"|(?P<x>[^\w\s])"
)
_NUMBER = re.compile(r"\d+$")


def make_form(wording: str, tag: str, value: str, capital: bool = True, risky: bool = False) -> Form:
    """A wording for the index; ``{n}`` in it stands for a number. ``capital``: the text must write it so."""
    plain = wording.replace("{n}", "57")
    words = tuple(read_key(match.group()) for match in TOKEN.finditer(normal(plain)))
    return Form(words, tag, value, capital, risky)


def read_key(word: str) -> str:
    """A syllable for comparison: numbers inside it are all the same."""
    return _NUMBER.sub("#", word) if word[-1].isdigit() else word


@lru_cache(maxsize=1)
def base_forms() -> tuple[Form, ...]:
    """The wordings of all lexicons. When two share a wording, the first here has it."""
    forms: list[Form] = []
    for country in countries().values():
        for form in (country.name, *country.aliases, *country.adjectives):
            forms.append(make_form(form, "c", country.code, risky=form in country.risky or len(form) < 4))
        forms += [make_form(form, "k", country.code) for form in country.capital]
        forms += [make_form(form, "g", country.code) for form in country.metonyms]
    for body in bodies().values():
        forms += [make_form(form, "b", body.code, risky=form in body.risky) for form in (body.name, *body.aliases)]
    for office in offices().values():
        forms += [make_form(form, "o", office.code, capital=False) for form in office.names]
        forms += [make_form(form, "j", office.code, capital=form[0].isupper()) for form in office.ministry]
    for title in titles():
        tag = "h" if title.kind == "address" else "d"
        forms += [make_form(form, tag, title.gender or "", capital=False) for form in title.words]
    for agency in agencies().values():
        forms += [
            make_form(form, "y", agency.name, risky=form in agency.risky) for form in (agency.name, *agency.aliases)
        ]
    for place in places().values():
        forms += [make_form(form, "p", place.name, risky=form in place.risky) for form in (place.name, *place.aliases)]
    return tuple(forms)


def make_index(extra: Iterable[Form] = ()) -> Index:
    """An index over the lexicons and the caller's own wordings, which win where both have one."""
    chosen: dict[tuple[tuple[str, ...], bool], Form] = {}
    for form in (*extra, *base_forms()):
        if form.words:
            chosen.setdefault((form.words, form.capital), form)
    grouped: dict[str, list[Form]] = {}
    for form in chosen.values():
        grouped.setdefault(form.words[0], []).append(form)
    return {
        first: tuple(sorted(forms, key=lambda form: (-len(form.words), not form.capital)))
        for first, forms in grouped.items()
    }
