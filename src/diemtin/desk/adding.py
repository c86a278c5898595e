"""One article by hand, and which one it became."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from diemtin.desk.ingest import Report, ingest
from diemtin.desk.placing import Placer
from diemtin.desk.preparing import prepare_one
from diemtin.desk.settings import Settings
from diemtin.errors import DiemTinError, InputError
from diemtin.news import Capture
from diemtin.sources.ready import Ready
from diemtin.store.arrivals import find_known, marks_of


def add_by_hand(
    settings: Settings, given: Iterable[Capture | Ready], refused: Callable[[Any], None]
) -> list[tuple[str, str]]:
    """Id and headline of every main article in what was given, new or known; one taken down is refused."""
    found = list(given)
    report = ingest(Placer(settings), found, Report(), processes=1)
    keys: list[tuple[str, str]] = []
    for error in report.refused:
        refused(error)
    for title in report.outcome.removed:
        refused(InputError("taken down before, and not brought back", about=title, hint="diemtin takedown ID --undo"))
    for one in found:
        page = prepare_one(one)
        if isinstance(page, DiemTinError):
            continue
        for prepared in page.articles:
            marks = marks_of(prepared.article, page.reading.id)
            row = find_known([marks]).find(marks) if prepared.article.role == "main" else None
            if row is not None and row.removed is None:
                keys.append((row.key, row.title))
    return keys
