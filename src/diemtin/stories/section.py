"""Which section an article belongs to: the page's own word first, then its address, then its text."""

from __future__ import annotations

from diemtin import news
from diemtin.language.sections import find_section_code, find_section_in_url, sections
from diemtin.stories.classifier import make_vector, weights

GENERAL = frozenset({"society"})
"""Sections whose names outlets give to everything ("Tin tức", "Thời sự"): the text may be more exact."""
SURE = 0.75
"""How sure the text must be to be more exact than a general name."""


def find_section(article: news.Article) -> tuple[str, float, str]:
    """Section code (``language.sections``), how sure from 0 to 1, and why in Vietnamese."""
    if article.kind == "weather":
        return "weather", 1.0, "bản tin thời tiết"
    said = find_section_code(article.section) if article.section else None
    if said is not None and said not in GENERAL:
        return said, 1.0, f"chuyên mục của báo: {article.section}"
    named = find_section_in_url(article.url) if article.url else None
    if named is not None and named not in GENERAL:
        return named, 0.95, "chuyên mục trong địa chỉ bài"
    guess, sure = weights().guess(make_vector(article))
    general = said or named
    if general is not None and sure < SURE:
        return general, 0.8, f"chuyên mục của báo: {article.section}" if said else "chuyên mục trong địa chỉ bài"
    return guess, sure, f"nội dung giống các bài mục {sections()[guess].name}"
