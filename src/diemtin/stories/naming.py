"""Names of threads that a reader understands: "Ngoại trưởng Mỹ - Nhật - Hàn"."""

from __future__ import annotations

from collections import Counter

from diemtin.language.countries import countries
from diemtin.language.offices import find_wording, print_office
from diemtin.stories.signs import Anchor

_SHORT = {"jp": "Nhật", "kr": "Hàn", "cn": "Trung", "vn": "Việt", "th": "Thái", "in": "Ấn", "kp": "Triều"}
_SYLLABLE = 5
"""Letters of a syllable that names a country: Triều; longer ones are foreign names."""
_FIRST = ("vn", "us", "ru", "cn", "jp", "kr", "eu")
"""The order in which the press names countries side by side."""


def name_thread(counts: Counter[Anchor], stories: int) -> str:
    """From the signs that most of its stories share."""
    least = max(2, stories / 2)
    common = [anchor for anchor, count in counts.items() if count >= least]
    happenings = [anchor for anchor in counts if anchor.kind == "happening" and counts[anchor] >= stories / 2]
    if happenings:
        happenings.sort(key=lambda anchor: (-counts[anchor], anchor.value))
        title = " - ".join(print_anchor(anchor) for anchor in happenings[:2])
        return title[0].upper() + title[1:]
    held = [anchor.value.partition(":") for anchor in common if anchor.kind == "office"]
    kinds = Counter(office for office, _, _ in held)
    if kinds and kinds.most_common(1)[0][1] >= 2:
        office = kinds.most_common(1)[0][0]
        codes = sorted((code for kind, _, code in held if kind == office), key=_country_order)
        return f"{print_office(office)} {' - '.join(_print_side_by_side(codes))}"
    told = sorted(
        (anchor for anchor in common if anchor.kind in ("name", "subject", "person")),
        key=lambda anchor: (-counts[anchor] * anchor.weight, anchor.kind != "subject", anchor.value),
    )
    if told:
        return " - ".join(dict.fromkeys(print_anchor(anchor) for anchor in told[:2]))
    rest = sorted(common, key=lambda anchor: (-counts[anchor] * anchor.weight, anchor.value))
    return " - ".join(print_anchor(anchor) for anchor in rest[:3]) or "Dòng sự kiện"


def _country_order(code: str) -> tuple[int, str]:
    return (_FIRST.index(code) if code in _FIRST else len(_FIRST), code)


def _print_side_by_side(codes: list[str]) -> list[str]:
    """Mỹ - Nhật - Hàn; but Australia - Indonesia - Ấn Độ: the press shortens all of them or none."""
    short = [_SHORT.get(code) or _print_country(code) for code in codes]
    return (
        short if not any(" " in name or len(name) > _SYLLABLE for name in short) else list(map(_print_country, codes))
    )


def _print_country(code: str) -> str:
    found = countries().get(code)
    return found.name if found is not None else code


def print_anchor(anchor: Anchor) -> str:
    """A sign as people say it."""
    if anchor.kind == "office":
        office, _, code = anchor.value.partition(":")
        wording = find_wording(office, code)
        if wording is not None and wording.alone:
            return wording.words
        return f"{print_office(office, code)} {_print_country(code)}".strip()
    if anchor.kind == "happening":
        return anchor.value.replace("/", " năm ")
    if anchor.kind == "country":
        return _print_country(anchor.value)
    return anchor.value
