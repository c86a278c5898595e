"""Which section a reader means: by code ("world"), by name with or without diacritics ("Thế giới", "the-gioi")."""

from __future__ import annotations

from diemtin.language.sections import find_section_code, section_and_parents, sections


def codes_of(name: str) -> tuple[str, ...]:
    """Codes of the section and of those below it; empty for a name that nobody knows."""
    meant = name if name in sections() else find_section_code(name)
    return tuple(code for code in sections() if meant is not None and meant in section_and_parents(code))
