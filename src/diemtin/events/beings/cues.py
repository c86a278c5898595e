"""The wordings that events hang on (``cues.toml``), and the index that holds them with the lexicons of ``language``.

Tags added to those of ``language.names``:

``v`` verb of speech · ``m`` meeting as a verb ("hội đàm với") · ``e`` meeting as a noun ("cuộc gặp") · ``E`` ``V`` visit ·
``s`` của · ``&`` và, cùng · ``a`` với · ``G`` giữa · ``t`` tại, ở · ``l`` là · ``f`` sẽ, dự kiến · ``x`` không, hủy ·
``r`` hai bên, ba nước · ``M`` a ministry's field · ``z`` head of an organisation's name · ``T`` theo · ``N`` lời, bài, sự
(what follows is a noun) · ``S`` bị, được · ``+`` kiêm
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from itertools import product

from diemtin.language.forms import Form, Index, base_forms, make_form, make_index

_TAGS = {
    "plain": "w",
    "regions": "w",
    "speech": "v",
    "meet_verbs": "m",
    "meet_nouns": "e",
    "visit_nouns": "E",
    "visit_verbs": "V",
    "of": "s",
    "and": "&",
    "with": "a",
    "between": "G",
    "at": "t",
    "is": "l",
    "future": "f",
    "not": "x",
    "according": "T",
    "determiners": "N",
    "passive": "S",
    "counterparts": "u",
    "modifiers": "i",
    "address": "h",
    "descriptions": "d",
    "also": "+",
    "fields": "M",
    "organisations": "z",
}
"""List of ``cues.toml`` -> tag."""
_NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "#", "cả hai", "cả ba", "các")
_IN_OFFICES = {"ngoại giao", "quốc phòng"}
"""Fields whose ministers the offices' own file has."""


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[str]]:
    text = (resources.files("diemtin.events.beings") / "cues.toml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = tomllib.loads(text)
    return lists


@lru_cache(maxsize=1)
def weak_speech() -> frozenset[str]:
    """Verbs that report only with a quotation, a colon or "rằng" after them."""
    return frozenset(_lists()["weak_speech"])


def _cues() -> list[Form]:
    lists = _lists()
    forms = [make_form(word, tag, word, capital=False) for name, tag in _TAGS.items() for word in lists[name]]
    forms += [make_form(word, "b", word) for word in lists["movements"]]
    forms += [make_form(word, "z", word) for word in lists["institutions"]]
    forms += [make_form(word, "p", word) for word in lists["places"]]
    forms += [make_form(word, "j", word, capital=False) for word in lists["powers"]]
    forms += [make_form(f"bộ {field}", "j", f"bộ {field}") for field in lists["fields"]]
    forms.append(make_form("chính quyền đại lục", "g", "cn", capital=False))
    forms += [
        Form(words, "z", "trung ương", capital=True, risky=False) for words in (("t.", "ư"), ("tư", "đảng"), ("tw",))
    ]
    for number, being in product(_NUMBERS, lists["beings"]):
        if number != "các" or being in {"bên", "phe"}:
            words = (*number.split(), *make_form(being, "r", "").words)
            forms.append(Form(words, "r", f"{number} {being}", capital=False, risky=False))
    for head, field in product(("bộ trưởng", "bộ trưởng bộ", "thứ trưởng", "thứ trưởng bộ"), lists["fields"]):
        code = "minister" if head.startswith("bộ") else "deputy_minister"
        if code == "deputy_minister" or field not in _IN_OFFICES:
            forms.append(make_form(f"{head} {field}", "o", code, capital=False))
    return forms


@lru_cache(maxsize=1)
def index() -> Index:
    """The one index of this room. Offices of the lexicon win over everything but verbs, meetings and joints."""
    cues = _cues()
    ours = {form.words for form in cues if form.tag in "vmeEVsa&Gtfx"}
    # Experts and officials hold no office that a table could know: they are professions here.
    offices = (
        form._replace(tag="d") if form.value == "expert" else form
        for form in base_forms()
        if form.tag == "o" and form.words not in ours
    )
    return make_index([*offices, *cues])
