"""When a source is asked again. Pure: the clock is an argument and the jitter comes from address and time.

A source is asked about as often as it brings something new: its rate (new entries an hour) is followed with a half-life
of half a day, and the next request comes when one new entry is expected, in any case before a quarter of the list could
have been replaced. A list that was replaced altogether since the last look may have lost entries, and is asked much
sooner. Failures double the wait; Retry-After is kept to.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal

from diemtin.sources.feeds import Entry
from diemtin.sources.fetch.answers import Decision, FailureKind
from diemtin.sources.ready import Listed

SourceKind = Literal["feed", "sitemap", "page"]
Outcome = Literal["new", "same", "failed"]

SHORTEST = 300.0
"""Seconds. The press review and the front page lose nothing by five minutes; a server minds twelve requests an hour not."""
LONGEST = 6 * 3600.0
"""Seconds. A source that wakes up after weeks is noticed on the same day."""
FIRST = 900.0
"""Seconds, until there is something to go by."""
LONGEST_WAIT = 24 * 3600.0
"""Seconds, after failures: a source that comes back is noticed within a day."""
HALF_LIFE = 12.0
"""Hours over which the rate forgets: long enough to bridge a night, short enough for a weekend."""
GROWTH = 1.5
"""How much longer than the last interval one may be: a quiet hour does not make a source slow."""
TURNOVER = 4
"""How often a list is looked at while all of it is replaced. ``tests/sources/test_schedule.py`` runs a week with it."""
JITTER = 0.1
MOST_SEEN = 500
MOST_CHANGED = 0.5
"""Share of a list's known entries: sitemaps that are made anew say of every page that it was changed just now."""


@dataclass(frozen=True, slots=True)
class SourceState:
    """One source as the desk keeps it between two requests."""

    url: str
    kind: SourceKind = "feed"
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    """Of the last content: many servers know no conditions and send the same again."""
    interval: float = FIRST
    """Seconds between two requests while all is well."""
    rate: float | None = None
    """New entries an hour."""
    next_due: datetime | None = None
    """None is at once."""
    failures: int = 0
    """In a row."""
    last_try: datetime | None = None
    last_success: datetime | None = None
    last_change: datetime | None = None
    last_error: str | None = None
    """Of the last try, in words; None when it went well."""
    error_kind: FailureKind | Literal["content"] | None = None
    problems: tuple[str, ...] = ()
    """What was wrong with the content of the last good answer, and did not stop us."""
    moved_from: str | None = None
    """The former address, when permanent redirects led here."""
    seen: tuple[str, ...] = ()
    """Keys of the entries of the last list."""
    stamps: tuple[str, ...] = ()
    """What each of them said of itself (``stamp_of``)."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one request to a source gave."""

    url: str
    outcome: Outcome
    at: datetime
    entries: tuple[Entry, ...] = ()
    """Of a feed: all that it holds now."""
    listed: tuple[Listed, ...] = ()
    """Of a sitemap."""
    fresh: tuple[str, ...] = ()
    """Keys (``key_of``) of entries and addresses that were not there the last time."""
    keys: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Keys of entries that were there the last time and say something else of themselves now."""
    content: bytes | None = None
    """Of a page: for the reader, whose teasers are the entries. Who reads them puts their keys into ``keys`` and
    ``fresh`` (``dataclasses.replace``) before ``after_fetch``: the rate then follows articles, not advertisements."""
    media_type: str | None = None
    charset: str | None = None
    final_url: str | None = None
    title: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    moved_to: str | None = None
    reason: str | None = None
    """Why it failed, in words."""
    error_kind: FailureKind | Literal["content"] | None = None
    retry_after: float | None = None
    problems: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    missed: bool = False
    """Nothing of the last list is in this one: entries may have come and gone between."""


def key_of(entry: Entry | Listed) -> str:
    """A short key of an entry within its source: the same for the same entry in the next list."""
    said = (getattr(entry, "guid", None) or entry.url or entry.title or "").encode()
    return hashlib.blake2b(said, digest_size=6).hexdigest()


def stamp_of(entry: Entry | Listed) -> str:
    """What an entry says of itself, shortened: its headline, and when it was last changed."""
    return hashlib.blake2b(f"{entry.title}|{entry.modified}".encode(), digest_size=4).hexdigest()


def find_changed(state: SourceState, keys: Sequence[str], stamps: Sequence[str]) -> tuple[str, ...]:
    """Entries that are known and have changed. When most of a list has, it is a clock that runs in it, not news."""
    before = dict(zip(state.seen, state.stamps, strict=False))
    known = {key: stamp for key, stamp in zip(keys, stamps, strict=True) if key in before}
    changed = tuple(key for key, stamp in known.items() if before[key] != stamp)
    return changed if len(changed) <= max(MOST_CHANGED * len(known), 3) else ()


def after_fetch(state: SourceState, fetched: Fetched, now: datetime) -> SourceState:
    """The source after one request."""
    if fetched.outcome == "failed":
        return _failed(state, fetched, now)
    rate = _rate(state, fetched, now)
    interval = _interval(state, fetched, rate)
    changed = fetched.outcome == "new"
    moved = fetched.moved_to is not None and fetched.moved_to != state.url
    return replace(
        state,
        url=fetched.moved_to or state.url if moved else state.url,
        moved_from=state.url if moved else state.moved_from,
        etag=fetched.etag or (None if changed else state.etag),
        last_modified=fetched.last_modified or (None if changed else state.last_modified),
        digest=fetched.digest or state.digest,
        interval=interval,
        rate=rate,
        next_due=now + timedelta(seconds=_jittered(interval, state.url, now)),
        failures=0,
        last_try=now,
        last_success=now,
        last_change=now if changed else state.last_change,
        last_error=None,
        error_kind=None,
        problems=fetched.problems if changed else state.problems,
        seen=fetched.keys[:MOST_SEEN] if changed else state.seen,
        stamps=fetched.stamps[:MOST_SEEN] if changed else state.stamps,
    )


def _failed(state: SourceState, fetched: Fetched, now: datetime) -> SourceState:
    failures = state.failures + 1
    wait = min(max(state.interval, SHORTEST) * 2.0 ** min(failures - 1, 10), LONGEST_WAIT)
    if fetched.error_kind in ("robots", "tdm", "address"):
        wait = LONGEST_WAIT  # somebody decided it; it is looked at again once a day
    wait = _jittered(wait, state.url, now)
    if fetched.retry_after is not None:
        wait = max(wait, fetched.retry_after)
    return replace(
        state,
        next_due=now + timedelta(seconds=wait),
        failures=failures,
        last_try=now,
        last_error=fetched.reason or "failed",
        error_kind=fetched.error_kind,
    )


def _rate(state: SourceState, fetched: Fetched, now: datetime) -> float | None:
    """New entries an hour. The first time from the stamps in the list, then from what is new in it."""
    if state.last_success is None:
        return _rate_by_stamps(fetched.entries, now)
    hours = max((now - state.last_success).total_seconds() / 3600, 1 / 60)
    fresh = len(fetched.fresh) if fetched.outcome == "new" else 0
    if fetched.content is not None and not fetched.keys:
        fresh = 1  # a page that changed, until the reader says how many of its teasers are new
    if state.rate is None:
        return fresh / hours if fresh else None
    weight = 1 - math.exp(-math.log(2) * hours / HALF_LIFE)
    return state.rate * (1 - weight) + fresh / hours * weight


def _rate_by_stamps(entries: Sequence[Entry], now: datetime) -> float | None:
    stamps = sorted(
        entry.published.start
        for entry in entries
        if entry.published.start and entry.published.precision in ("second", "minute") and entry.published.start <= now
    )
    if len(stamps) < 2:
        return None
    hours = max((now - stamps[0]).total_seconds() / 3600, 0.1)
    return len(stamps) / hours


def _interval(state: SourceState, fetched: Fetched, rate: float | None) -> float:
    if fetched.missed:
        return max(SHORTEST, state.interval / TURNOVER)
    if rate is None:
        return min(max(state.interval * (1 if fetched.outcome == "new" else GROWTH), SHORTEST), LONGEST)
    wanted = 3600 / rate if rate > 0 else LONGEST
    size = len(fetched.keys) or len(state.seen)
    if size and rate > 0:
        wanted = min(wanted, size / rate * 3600 / TURNOVER)
    longest = max(state.interval * GROWTH, FIRST) if state.last_success else LONGEST
    return min(max(min(wanted, longest), SHORTEST), LONGEST)


def _jittered(seconds: float, url: str, now: datetime) -> float:
    """Up to a tenth more or less, so that sources do not march in step."""
    turn = hashlib.blake2b(f"{url} {now.timestamp()}".encode(), digest_size=4).digest()
    return seconds * (1 + JITTER * (int.from_bytes(turn) / 2**31 - 1))


def health(state: SourceState, now: datetime) -> tuple[Literal["new", "good", "quiet", "failing", "lost"], str]:
    """How a source is, as a word for programs and as words for people."""
    if state.failures:
        since = state.last_success
        lost = since is None or now - since > timedelta(days=7)
        kind: Literal["failing", "lost"] = "lost" if lost and state.failures >= 5 else "failing"
        when = f"since {since:%Y-%m-%d %H:%M} UTC" if since else "never read"
        return kind, f"{state.last_error} ({state.failures} times, {when})"
    if state.last_success is None:
        return "new", "not asked yet"
    if state.last_change and now - state.last_change > timedelta(days=7):
        return "quiet", f"nothing new since {state.last_change:%Y-%m-%d}"
    return "good", "; ".join(state.problems)
