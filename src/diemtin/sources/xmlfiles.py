"""An XML file on disk: a feed gives its entries, a sitemap and an OPML file the addresses they list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from diemtin.errors import FeedError, InputError
from diemtin.sources.ready import Listed, Ready


class Report(Protocol):
    """Where refusals and addresses go."""

    @property
    def refused(self) -> Callable[[InputError], None]: ...
    @property
    def skipped(self) -> Callable[[str, str], None]: ...
    @property
    def listed(self) -> Callable[[Listed], None] | None: ...


def read_xml(content: bytes, name: str, url: str | None, report: Report) -> Iterator[Ready]:
    """The entries of a feed as ready articles."""
    report.refused(FeedError("neither a feed nor a sitemap nor OPML", about=name))
    yield from ()
