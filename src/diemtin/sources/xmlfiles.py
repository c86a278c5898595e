"""An XML file on disk: a feed gives its entries, a sitemap and an OPML file the addresses they list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from diemtin.errors import FeedError, InputError
from diemtin.sources.feeds import read_feed
from diemtin.sources.opml import read_opml
from diemtin.sources.ready import Listed, Ready
from diemtin.sources.sitemaps import read_sitemap


class Report(Protocol):
    """Where refusals and addresses go."""

    @property
    def refused(self) -> Callable[[InputError], None]: ...
    @property
    def skipped(self) -> Callable[[str, str], None]: ...
    @property
    def listed(self) -> Callable[[Listed], None] | None: ...


def read_xml(content: bytes, name: str, url: str | None, report: Report) -> Iterator[Ready]:
    """The entries of a feed as ready articles; the addresses of sitemaps and OPML go to ``report.listed``."""
    try:
        kind = kind_of_xml(content)
        if kind == "feed":
            feed = read_feed(content, url)
            for number, entry in enumerate(feed.entries, 1):
                yield Ready(entry.article(feed), None, name, number)
            return
        listed = read_opml(content, name) if kind == "opml" else read_sitemap(content, url).listed
    except FeedError as error:
        report.refused(FeedError(error.message, about=name, hint=error.hint))
        return
    if report.listed is None:
        what = "sources" if kind == "opml" else "addresses"
        report.skipped(name, f"it lists {len(listed)} {what} and holds no article")
        return
    for row in listed:
        report.listed(row)


def kind_of_xml(content: bytes) -> str:
    """``feed``, ``sitemap`` or ``opml``, by the first of their names."""
    head = content[:4096].replace(b"\x00", b"").lower()
    places = {
        kind: min((at for name in names if (at := head.find(name)) >= 0), default=len(head) + 1)
        for kind, names in {
            "feed": (b"<rss", b"<feed", b"<rdf", b"<channel", b"<item", b"<entry"),
            "sitemap": (b"<urlset", b"<sitemapindex"),
            "opml": (b"<opml",),
        }.items()
    }
    return min(places, key=lambda kind: places[kind])
