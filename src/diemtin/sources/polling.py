"""Asking one source, one page or one picture. A source never raises: whatever happens is in ``Fetched``, in words."""

from __future__ import annotations

import asyncio
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from diemtin.errors import DiemTinError, FeedError, ForbiddenAddress
from diemtin.language.outlets import outlet_of
from diemtin.news import Capture
from diemtin.sources.feeds import read_feed
from diemtin.sources.fetch.answers import Answer, FetchFailedError
from diemtin.sources.fetch.client import FEED, PAGE, Fetcher
from diemtin.sources.opening import read_bounded, unpacked
from diemtin.sources.ready import Listed
from diemtin.sources.schedule import Fetched, SourceState, find_changed, key_of, stamp_of
from diemtin.sources.sitemaps import read_sitemap

LARGEST_FEED = 4 * 1024 * 1024
"""Bytes unpacked. Feeds of news have 50 to 400 kB; one of 4 MB keeps a core busy for half a second."""
LARGEST_SITEMAP = 16 * 1024 * 1024
MOST_CHILDREN = 3
"""Sitemaps of an index that are read, the newest: archives of past years are no news."""
LARGEST_PICTURE = 10 * 1024 * 1024

_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")
_NEWS = re.compile(r"news|latest|tin-?moi|moi-nhat", re.I)


async def fetch_source(state: SourceState, fetcher: Fetcher) -> Fetched:
    """One request to a source (an index of sitemaps: up to four). Raises nothing but cancellation."""
    now = datetime.now(UTC)
    try:
        answer = await fetcher.fetch(
            state.url,
            accept=PAGE if state.kind == "page" else FEED,
            etag=state.etag,
            last_modified=state.last_modified,
            largest={"feed": LARGEST_FEED, "sitemap": LARGEST_SITEMAP, "page": None}[state.kind],
        )
        digest = hashlib.blake2b(answer.content, digest_size=16).hexdigest()
        base = Fetched(
            state.url,
            "same",
            answer.fetched,
            final_url=answer.final_url,
            etag=answer.etag,
            last_modified=answer.last_modified,
            digest=None if answer.not_modified else digest,
            moved_to=answer.moved_to,
            decisions=answer.decisions,
        )
        if answer.not_modified or digest == state.digest:
            return base
        return await _read(state, base, answer, fetcher)
    except FetchFailedError as why:
        return Fetched(state.url, "failed", now, reason=_words(why), error_kind=why.kind, retry_after=why.retry_after)
    except ForbiddenAddress as why:
        return Fetched(state.url, "failed", now, reason=str(why), error_kind="address")
    except DiemTinError as why:
        return Fetched(state.url, "failed", now, reason=_words(why), error_kind="content")


def _words(why: DiemTinError) -> str:
    return f"{why.message}; {why.hint}" if why.hint else why.message


async def _read(state: SourceState, base: Fetched, answer: Answer, fetcher: Fetcher) -> Fetched:
    """What a changed answer holds. In a thread, so that one large feed holds up nobody."""
    if state.kind == "page":
        return replace(
            base, outcome="new", content=answer.content, media_type=answer.media_type, charset=answer.charset
        )
    if state.kind == "sitemap":
        listed, problems = await fetch_sitemap(answer, fetcher)
        found = replace(base, listed=listed, problems=problems)
        return _compared(state, replace(found, keys=tuple(map(key_of, listed)), stamps=tuple(map(stamp_of, listed))))
    content = await asyncio.to_thread(unpacked_answer, answer.content, answer.final_url, LARGEST_FEED)
    feed = await asyncio.to_thread(read_feed, content, answer.final_url, answer.charset)
    keys = tuple(map(key_of, feed.entries))
    stamps = tuple(map(stamp_of, feed.entries))
    found = replace(base, title=feed.title, entries=feed.entries, problems=feed.problems)
    return _compared(state, replace(found, keys=keys, stamps=stamps))


def _compared(state: SourceState, fetched: Fetched) -> Fetched:
    before = set(state.seen)
    fresh = tuple(dict.fromkeys(key for key in fetched.keys if key not in before))
    missed = len(before) >= 5 and len(fetched.keys) >= 5 and len(fresh) == len(set(fetched.keys))
    changed = find_changed(state, fetched.keys, fetched.stamps) if fetched.stamps else ()
    return replace(fetched, outcome="new", fresh=fresh, missed=missed, changed=changed)


async def fetch_sitemap(answer: Answer, fetcher: Fetcher) -> tuple[tuple[Listed, ...], tuple[str, ...]]:
    """The pages that a sitemap lists, of an index those of its newest sitemaps; and what was wrong with it. Raises
    ``FeedError`` when nothing of it can be read."""
    content = await asyncio.to_thread(unpacked_answer, answer.content, answer.final_url, LARGEST_SITEMAP)
    top = await asyncio.to_thread(read_sitemap, content, answer.final_url, answer.charset)
    children = [row for row in top.listed if row.kind == "sitemap"]
    if not children:
        return top.listed, top.problems
    newest = sorted(
        children,
        key=lambda row: (bool(_NEWS.search(row.url)), row.modified or datetime.min.replace(tzinfo=UTC)),
        reverse=True,
    )
    listed, problems = [row for row in top.listed if row.kind == "page"], list(top.problems)
    failed = 0
    for child in newest[:MOST_CHILDREN]:
        try:
            got = await fetcher.fetch(child.url, accept=FEED, largest=LARGEST_SITEMAP)
            whole = await asyncio.to_thread(unpacked_answer, got.content, got.final_url, LARGEST_SITEMAP)
            below = await asyncio.to_thread(read_sitemap, whole, got.final_url, got.charset)
            listed.extend(row for row in below.listed if row.kind == "page")
        except DiemTinError as why:
            failed += 1
            problems.append(str(why))
    if failed and not listed:
        raise FeedError(f"none of its sitemaps can be read: {problems[-1]}", about=answer.url)
    return tuple(listed), tuple(problems)


def unpacked_answer(content: bytes, url: str, limit: int) -> bytes:
    """Unpacks a file that is itself gzip (sitemap.xml.gz)."""
    if not content.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")):
        return content
    return read_bounded(unpacked(BytesIO(content)), url, limit)


async def fetch_page(
    url: str, fetcher: Fetcher, *, etag: str | None = None, last_modified: str | None = None
) -> Capture | None:
    """A page for the reader; None when it is the same (304). Raises ``FetchError``."""
    answer = await fetcher.fetch(url, etag=etag, last_modified=last_modified)
    if answer.not_modified:
        return None
    media = answer.media_type
    if media and not media.startswith("text/") and "html" not in media and "xml" not in media:
        raise FetchFailedError(f"no page but {media}", about=url, kind="encoding")
    return Capture(
        answer.content,
        answer.final_url,
        answer.fetched,
        media,
        answer.charset,
        outlet=outlet_of(None, answer.final_url),
    )


async def fetch_picture(url: str, fetcher: Fetcher) -> bytes:
    """The bytes of a JPEG, PNG, GIF or WebP; nothing else, whatever the server calls it. Raises ``FetchError``."""
    answer = await fetcher.fetch(url, accept="image/webp,image/jpeg,image/png,image/*;q=0.5", largest=LARGEST_PICTURE)
    if not answer.content.startswith(_PICTURES) or (
        answer.content.startswith(b"RIFF") and answer.content[8:12] != b"WEBP"
    ):
        raise FetchFailedError("not a picture", about=url, kind="encoding")
    return answer.content
