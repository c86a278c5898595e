"""What editors decide about sources, with who did it: watch, let go, ask now. The deed itself is ``sourcing``'s."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from diemtin.desk.editing import record
from diemtin.desk.sourcing import add_sources, ask_now, remove_source
from diemtin.errors import NotFound, UsageError
from diemtin.sources.schedule import SourceKind
from diemtin.store import models
from diemtin.store.writing import writing


def watch_sources(given: Sequence[tuple[str, SourceKind]], by: str, why: str = "") -> tuple[list[str], list[str]]:
    """New ones and those that were watched already, as ``add_sources``; one that was let go is taken up again."""
    if not given:
        raise UsageError("no source was chosen")
    with writing():
        new, known = add_sources(given)
        for url in new:
            record("add_source", {"url": url}, by, why, datetime.now(UTC))
    return new, known


def let_go(url: str, by: str, why: str = "") -> None:
    """Not asked any more until it is watched again; its articles stay. Raises ``NotFound``."""
    with writing():
        remove_source(url)
        record("remove_source", {"url": url}, by, why, datetime.now(UTC))


def watch_again(url: str, by: str, why: str = "") -> None:
    """A source that was let go goes on where it was left. Raises ``NotFound``."""
    row = models.Source.objects.filter(url=url).first()
    if row is None:
        raise NotFound("not a source of this desk", about=url)
    watch_sources([(url, row.kind)], by, why)  # type: ignore[list-item]


def ask_source_now(url: str, by: str) -> None:
    """Due at once, whatever its interval. Raises ``NotFound``."""
    with writing():
        if not ask_now([url]):
            raise NotFound("not a source of this desk", about=url)
        record("ask_source", {"url": url}, by, "", datetime.now(UTC))
