"""One address given by hand, without an event loop around: its page, or what the feed or sitemap there holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

from diemtin.errors import DiemTinError, FeedError, InputError
from diemtin.language.outlets import outlet_of
from diemtin.news import Capture
from diemtin.sources.discover import kind_of_answer
from diemtin.sources.feeds import read_feed
from diemtin.sources.fetch.answers import Answer, Manners
from diemtin.sources.fetch.client import PAGE, Fetcher
from diemtin.sources.fetch.network import Resolve, resolve
from diemtin.sources.polling import LARGEST_SITEMAP, unpacked_answer
from diemtin.sources.ready import Listed, Ready
from diemtin.sources.sitemaps import read_sitemap


def fetch_what(
    url: str,
    *,
    manners: Manners | None = None,
    refused: Callable[[DiemTinError], None],
    skipped: Callable[[str, str], None],
    listed: Callable[[Listed], None] | None = None,
    resolver: Resolve = resolve,
) -> Iterator[Capture | Ready]:
    """The page at an address as a capture; of a feed its entries as ready articles; of a sitemap its addresses to
    ``listed``. Raises nothing for what the web does: it goes to ``refused`` (``FetchError`` or ``InputError``).
    """

    async def ask() -> Answer:
        async with Fetcher(manners, resolver=resolver) as fetcher:
            return await fetcher.fetch(url, accept=PAGE, largest=LARGEST_SITEMAP)

    try:
        answer = asyncio.run(ask())
        content = unpacked_answer(answer.content, answer.final_url, LARGEST_SITEMAP)
        kind = kind_of_answer(content)
        if kind == "feed":
            feed = read_feed(content, answer.final_url, answer.charset)
            for number, entry in enumerate(feed.entries, 1):
                yield Ready(entry.article(feed), None, url, number)
        elif kind == "sitemap":
            rows = read_sitemap(content, answer.final_url, answer.charset).listed
            if listed is None:
                skipped(url, f"it lists {len(rows)} addresses and holds no article")
            for row in rows if listed else ():
                listed(row)  # type: ignore[misc]
        else:
            outlet = outlet_of(None, answer.final_url)
            yield Capture(content, answer.final_url, answer.fetched, answer.media_type, answer.charset, outlet=outlet)
    except FeedError as why:
        refused(InputError(why.message, about=url, hint=why.hint))
    except DiemTinError as why:
        refused(why)
