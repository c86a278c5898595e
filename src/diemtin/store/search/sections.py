"""Which section a reader means: by code ("world"), by name with or without diacritics ("Thế giới", "the-gioi")."""

from __future__ import annotations

from diemtin.language.text import fold
from diemtin.store.models import Article


def codes_of(name: str) -> tuple[str, ...]:
    """Codes of the section and of those below it, as the desk's articles carry them; empty when there are none."""
    sought = _spelled(name)
    known = sorted(set(Article.objects.order_by().values_list("section", flat=True).distinct()))
    return tuple(code for code in known if code and _spelled(code) == sought)


def _spelled(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())
