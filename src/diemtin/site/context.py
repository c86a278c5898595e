"""What every template may use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from diemtin.language.sections import sections
from diemtin.site.language import is_english, other_addresses
from diemtin.site.templatetags.words import section_name

IN_NAV = ("world", "politics", "society", "business", "law", "health", "culture", "sport", "sea-islands")
"""Nine and four pages fit one line at 1240 points; the whole tree stands at the foot of every page."""

_IN_VI = mark_safe(' lang="vi"')
"""What the press writes is Vietnamese on the English pages too: whoever listens to them must hear it so."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A section and those below it, as codes."""

    code: str
    children: tuple[str, ...]


def desk(request: HttpRequest) -> dict[str, Any]:
    vi, en = other_addresses(request.path)
    return {
        "desk": settings.DESK,
        "address": request.path,
        "address_vi": vi,
        "address_en": en,
        "nav": _nav(get_language()),
        "how_ranked": reverse("how_ranked"),
        "in_vi": _IN_VI if is_english(request.path) else "",
    }


@lru_cache(maxsize=4)
def _nav(language: str) -> list[dict[str, str]]:
    """Once a language: forty addresses and names cost a page three milliseconds."""
    entries = [
        {"name": _("Trang nhất"), "address": reverse("front")},
        {"name": _("Mới nhất"), "address": reverse("latest")},
    ]
    entries += [{"name": section_name(code), "address": reverse("section", args=(code,))} for code in IN_NAV]
    entries += [
        {"name": "Multimedia", "address": reverse("multimedia")},
        {"name": _("Sự kiện"), "address": reverse("events")},
    ]
    return entries


@lru_cache(maxsize=1)
def section_tree() -> tuple[Branch, ...]:
    every = sections().values()
    return tuple(
        Branch(top.code, tuple(below.code for below in every if below.parent == top.code))
        for top in every
        if top.parent is None
    )
