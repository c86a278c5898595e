"""The peers of ``benchmarks/reading.py``, each as a function from a decoded page to its text."""

from __future__ import annotations

from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser


def peers() -> dict[str, Callable[[str], str]]:
    """Each peer as a function from decoded page to text."""
    import trafilatura
    from readability import Document
    from resiliparse.extract.html2text import extract_plain_text

    def with_metadata(page: str) -> str:
        """What a reading holds beside the text as well: date, author, section, tags."""
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
        return (found.text if found else None) or ""

    def readability(page: str) -> str:
        body = LexborHTMLParser(Document(page).summary()).body
        return body.text(separator="\n") if body else ""

    return {
        "trafilatura": lambda page: trafilatura.extract(page, include_comments=False) or "",
        "trafilatura, metadata": with_metadata,
        "trafilatura fast": lambda page: trafilatura.extract(page, include_comments=False, fast=True) or "",
        "trafilatura precision": lambda page: (
            trafilatura.extract(page, include_comments=False, favor_precision=True) or ""
        ),
        "readability-lxml": readability,
        "resiliparse": lambda page: extract_plain_text(page, main_content=True, alt_texts=False, links=False),
    }
