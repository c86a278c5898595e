"""One address given by hand, without an event loop around: its page, or what the feed or sitemap there holds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from diemtin.errors import DiemTinError, FeedError, InputError
from diemtin.language.outlets import outlet_of
from diemtin.news import Capture
from diemtin.sources.discover import kind_of_answer
from diemtin.sources.feeds import read_feed
from diemtin.sources.fetch.answers import Manners
from diemtin.sources.fetch.client import PAGE, Fetcher
from diemtin.sources.fetch.network import Resolve, resolve
from diemtin.sources.polling import LARGEST_SITEMAP, fetch_page, fetch_sitemap, unpacked_answer
from diemtin.sources.ready import Listed, Ready

MOST_PAGES = 1000
"""Of a sitemap, at one go, the newest: at a page a second a quarter of an hour. Who begins again gets the next ones."""
_GIVE_UP = 20
"""Pages in a row that fail before the rest is left: the site is down, or does not want us."""

Wanted = Callable[[Sequence[str]], set[str]]


def fetch_what(
    url: str,
    *,
    manners: Manners | None = None,
    refused: Callable[[DiemTinError], None],
    skipped: Callable[[str, str], None],
    wanted: Wanted | None = None,
    resolver: Resolve = resolve,
) -> Iterator[Capture | Ready]:
    """The page at an address as a capture; of a feed its entries as ready articles; of a sitemap the pages it lists,
    newest first, at most ``MOST_PAGES`` of those that ``wanted`` chooses (none without it: the sitemap is only counted).
    Raises nothing for what the web does: it goes to ``refused`` (``FetchError`` or ``InputError``).
    """
    with asyncio.Runner() as runner:
        fetcher = Fetcher(manners, resolver=resolver)
        runner.run(fetcher.__aenter__())
        try:
            answer = runner.run(fetcher.fetch(url, accept=PAGE, largest=LARGEST_SITEMAP))
            content = unpacked_answer(answer.content, answer.final_url, LARGEST_SITEMAP)
            kind = kind_of_answer(content)
            if kind == "feed":
                feed = read_feed(content, answer.final_url, answer.charset)
                for number, entry in enumerate(feed.entries, 1):
                    yield Ready(entry.article(feed), None, url, number)
            elif kind == "sitemap":
                listed, _ = runner.run(fetch_sitemap(answer, fetcher))
                chosen = _chosen(url, listed, wanted, skipped)
                yield from _pages(url, chosen, fetcher, runner, refused, skipped)
            else:
                outlet = outlet_of(None, answer.final_url)
                media, charset = answer.media_type, answer.charset
                yield Capture(content, answer.final_url, answer.fetched, media, charset, outlet=outlet)
        except FeedError as why:
            refused(InputError(why.message, about=url, hint=why.hint))
        except DiemTinError as why:
            refused(why)
        finally:
            runner.run(fetcher.__aexit__(None, None, None))


def _chosen(
    url: str, listed: Sequence[Listed], wanted: Wanted | None, skipped: Callable[[str, str], None]
) -> list[Listed]:
    """The newest of those that are wanted; says what is passed over."""
    if wanted is None:
        skipped(url, f"it lists {len(listed)} addresses and holds no article")
        return []
    never = datetime.min.replace(tzinfo=UTC)
    distinct = {row.url: row for row in listed}
    asked_for = wanted(list(distinct))
    new = [row for address, row in distinct.items() if address in asked_for]
    new.sort(key=lambda row: (row.published.end if row.published else None) or row.modified or never, reverse=True)
    if len(distinct) > len(new):
        skipped(url, f"{len(distinct) - len(new)} of its {len(distinct)} addresses were read before")
    if len(new) > MOST_PAGES:
        skipped(url, f"{len(new) - MOST_PAGES} older addresses are left for the next time")
    return new[:MOST_PAGES]


def _pages(
    url: str,
    rows: Sequence[Listed],
    fetcher: Fetcher,
    runner: asyncio.Runner,
    refused: Callable[[DiemTinError], None],
    skipped: Callable[[str, str], None],
) -> Iterator[Capture]:
    """One after the other, as politely as every request; each that fails is named."""
    failed = 0
    for number, row in enumerate(rows, 1):
        try:
            capture = runner.run(fetch_page(row.url, fetcher))
        except DiemTinError as why:
            refused(why)
            failed += 1
            if failed >= _GIVE_UP:
                skipped(url, f"{len(rows) - number} addresses are left: {failed} in a row could not be read")
                return
            continue
        failed = 0
        if capture is not None:
            yield capture
