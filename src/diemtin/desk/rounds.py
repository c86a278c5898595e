"""One round at one source: ask it if its time has come, then read some of the addresses that wait there.

Nothing is stored here: a round leaves arrivals and a new state behind, which are saved together or not at all. What was
not finished waits in the state; after a crash the round happens again and finds nothing lost and nothing twice.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from diemtin.desk.claiming import Claimed, Round
from diemtin.desk.hints import prepare_told
from diemtin.desk.placing import Arrival
from diemtin.desk.waiting import Waiting, later_look, look_at_change, make_waiting
from diemtin.errors import DiemTinError, FetchError, ForbiddenAddress
from diemtin.flow import PreparedPage
from diemtin.language.outlets import find_domain
from diemtin.language.text import count_syllables
from diemtin.news import Capture
from diemtin.sources.feeds import LONGEST_LEAD, Entry, Feed
from diemtin.sources.fetch.answers import FetchFailedError
from diemtin.sources.fetch.client import Fetcher
from diemtin.sources.polling import fetch_page, fetch_source
from diemtin.sources.ready import Listed, Ready
from diemtin.sources.schedule import Fetched, SourceState, after_fetch, key_of
from diemtin.store.identity import address_of

PAGES = 40
"""Pages of one round; at the pace of a page a second the round ends before its claim does."""
SECONDS = 60.0
"""After so long no further page is begun: articles are seen a minute after they were read at the latest."""
ELSEWHERE = timedelta(minutes=1)
"""Another round is reading the same address: look again when it will have been saved."""

_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\]|đọc tiếp|xem tiếp|xem thêm|read more|chi tiết)\W*$", re.I)
_FOR_GOOD = frozenset({"robots", "tdm", "address", "large", "redirects", "encoding"})

log = logging.getLogger("diemtin.watch")


@dataclass(slots=True)
class Tools:
    """What rounds share."""

    fetcher: Fetcher
    prepare: Callable[[Capture | Ready, Waiting | None], Awaitable[PreparedPage | DiemTinError]]
    unknown: Callable[[Sequence[str]], Awaitable[set[str]]]
    """Which of these addresses the desk has never read."""
    now: Callable[[], datetime]
    stopping: asyncio.Event
    taking: set[str] = field(default_factory=set)
    """Addresses of pages that are being read or saved at this moment."""


@dataclass(slots=True)
class Finished:
    """A round with what it brought; ``taken`` are the addresses to let go of when it is saved."""

    round: Round
    arrivals: list[Arrival]
    taken: set[str]
    failed: bool = False


async def go_round(claimed: Claimed, tools: Tools) -> Finished:
    """Raises nothing that a source or a page can cause."""
    state, waiting = claimed.state, list(claimed.waiting)
    arrivals: list[Arrival] = []
    failed = False
    if state.next_due is None or state.next_due <= tools.now():
        fetched = await fetch_source(state, tools.fetcher)
        fetched, promised, arrivals = await _open(state, fetched, tools)
        before, state = state, after_fetch(state, fetched, tools.now())
        waiting = _merge([*promised, *_looks_at_changes(fetched, tools.now())], waiting)
        failed = fetched.outcome == "failed"
        _tell(before, state, fetched, len(promised))
    if waiting:
        unknown = await tools.unknown([one.url for one in waiting if not one.look])
        waiting = [one for one in waiting if one.look or one.url in unknown]
    rest, more, taken = await _read_pages(waiting, tools)
    arrivals += more
    new = [arrival for arrival in arrivals if not arrival.again]
    articles = sum(any(p.article.role == "main" for p in arrival.page.articles) for arrival in new)
    return Finished(Round(claimed, state, tuple(rest), articles), arrivals, taken, failed)


# --- the source ------------------------------------------------------------------------------------------------------


async def _open(state: SourceState, fetched: Fetched, tools: Tools) -> tuple[Fetched, list[Waiting], list[Arrival]]:
    """What is new in a list: addresses to read, and articles that came whole."""
    if fetched.outcome != "new":
        return fetched, [], []
    if fetched.content is not None:
        return await _open_page(state, fetched, tools)
    fresh = set(fetched.fresh)
    promised = [
        make_waiting(row.url, row.title, None, row.published, row.section)
        for row in sorted(
            fetched.listed, key=lambda row: _stamp(row.published.end if row.published else None, row.modified)
        )
        if key_of(row) in fresh
    ]
    whole: list[Entry] = []
    changed = set(fetched.changed)
    for entry in fetched.entries:
        key = key_of(entry)
        if key not in fresh and not (key in changed and is_whole(entry)):
            continue
        if entry.url is None or is_whole(entry):
            whole.append(entry)
        else:
            promised.append(make_waiting(entry.url, entry.title, entry.lead, entry.published, entry.section))
    return fetched, promised, await _take_whole(whole, fetched, tools)


def _looks_at_changes(fetched: Fetched, now: datetime) -> list[Waiting]:
    """Pages to look at again because the list says that they have changed."""
    changed = set(fetched.changed)
    listed: list[Entry | Listed] = [*fetched.entries, *fetched.listed]
    looks = [
        look_at_change(one.url, one.published.end if one.published else None, now)
        for one in listed
        if one.url and key_of(one) in changed and not (isinstance(one, Entry) and is_whole(one))
    ]
    return [look for look in looks if look is not None]


def is_whole(entry: Entry) -> bool:
    """The feed carries the article: longer than any sapo, and not cut off."""
    text = re.sub(r"<[^>]+>", " ", entry.content or "").strip()
    return count_syllables(text) > LONGEST_LEAD and not _CUT.search(text)


async def _take_whole(entries: Iterable[Entry], fetched: Fetched, tools: Tools) -> list[Arrival]:
    found = list(entries)
    unknown = await tools.unknown([entry.url for entry in found if entry.url]) if found else set()
    feed, changed = Feed(fetched.title, None, fetched.entries), set(fetched.changed)
    arrivals = []
    for entry in found:
        again = entry.url is not None and entry.url not in unknown
        if (again and key_of(entry) not in changed) or not (entry.title or entry.lead or entry.content):
            continue
        article = entry.article(feed, fetched.final_url or fetched.url)
        prepared = await tools.prepare(Ready(article, None, fetched.url), None)
        if isinstance(prepared, DiemTinError):
            log.warning("entry refused", extra={"told": {"url": entry.url, "reason": str(prepared)}})
        else:
            arrivals.append(Arrival(prepared, again=again))
    return arrivals


async def _open_page(
    state: SourceState, fetched: Fetched, tools: Tools
) -> tuple[Fetched, list[Waiting], list[Arrival]]:
    """A section or home page: its teasers, of the same outlet, are the entries; the reading itself is kept as well."""
    home = fetched.final_url or state.url
    capture = Capture(fetched.content or b"", home, fetched.at, fetched.media_type, fetched.charset)
    prepared = await tools.prepare(capture, None)
    if isinstance(prepared, DiemTinError):
        return replace(fetched, outcome="failed", reason=str(prepared), error_kind="content"), [], []
    promised: dict[str, Waiting] = {}
    for block in prepared.reading.blocks:
        for teaser in block.teasers:
            if teaser.url and find_domain(teaser.url) == find_domain(home):
                one = make_waiting(teaser.url, teaser.title, teaser.lead, teaser.published, teaser.section)
                promised.setdefault(address_of(teaser.url), one)
    keys = tuple(address[:12] for address in promised)
    before = set(state.seen)
    fresh = tuple(key for key in keys if key not in before)
    new = [one for address, one in promised.items() if address[:12] not in before]
    return replace(fetched, keys=keys, fresh=fresh), new, [Arrival(prepared, capture)]


def _merge(promised: Iterable[Waiting], waiting: Iterable[Waiting]) -> list[Waiting]:
    """The new ones first: they are the news. Of two looks at one page the sooner is enough."""
    found: dict[str, Waiting] = {one.url: one for one in waiting}
    new: dict[str, Waiting] = {}
    for one in promised:
        before = found.get(one.url)
        if before is None:
            new.setdefault(one.url, one)
        elif before.look and one.look and (one.not_before or "") < (before.not_before or ""):
            found[one.url] = one
    return [*new.values(), *found.values()]


def _stamp(published: datetime | None, modified: datetime | None) -> float:
    """For newest first."""
    moment = published or modified
    return -moment.timestamp() if moment else 0.0


def _tell(before: SourceState, state: SourceState, fetched: Fetched, promised: int) -> None:
    for decision in fetched.decisions:
        level = logging.DEBUG if decision.allowed else logging.INFO
        log.log(level, decision.rule, extra={"told": {"url": decision.url, "reason": decision.why}})
    told: dict[str, object] = {"url": before.url, "outcome": fetched.outcome}
    if fetched.outcome == "failed":
        told |= {"kind": fetched.error_kind, "reason": fetched.reason, "failures": state.failures}
        log.warning("source failed", extra={"told": told})
        return
    if state.url != before.url:
        told["moved_to"] = state.url
    if fetched.problems:
        told["problems"] = list(fetched.problems)
    log.info("source read", extra={"told": told | {"new": promised, "interval": round(state.interval)}})


# --- its pages -------------------------------------------------------------------------------------------------------


async def _read_pages(waiting: Sequence[Waiting], tools: Tools) -> tuple[list[Waiting], list[Arrival], set[str]]:
    """What still waits, what came, and the addresses that are to be let go when that is saved."""
    rest: list[Waiting] = []
    arrivals: list[Arrival] = []
    taken: set[str] = set()
    loop = asyncio.get_running_loop()
    begin = loop.time()
    for one in waiting:
        now = tools.now()
        full = len(taken) >= PAGES or loop.time() - begin > SECONDS or tools.stopping.is_set()
        if full or not one.due(now):
            rest.append(one)
            continue
        address = address_of(one.url)
        if address in tools.taking:
            rest.append(replace(one, not_before=(now + ELSEWHERE).isoformat()))
            continue
        tools.taking.add(address)
        taken.add(address)
        try:
            arrival, again = await _read_page(one, tools)
        except BaseException:
            tools.taking.difference_update(taken)
            raise
        arrivals += [arrival] if arrival else []
        rest += [again] if again else []
    return rest, arrivals, taken


async def _read_page(one: Waiting, tools: Tools) -> tuple[Arrival | None, Waiting | None]:
    """The page with what is in it, and a later look at it; or the address for another try; or what the list told of it."""
    try:
        capture = await fetch_page(one.url, tools.fetcher)
        assert capture is not None  # noqa: S101 - asked without conditions, 304 cannot be
        prepared = await tools.prepare(capture, one)
        if not isinstance(prepared, DiemTinError):
            published = next((p.article.published.end for p in prepared.articles if p.article.role == "main"), None)
            look = None if one.look else later_look(one.url, published, tools.now())
            return Arrival(prepared, capture, again=one.look), look
        reason, again = str(prepared), None
    except FetchFailedError as why:
        reason = str(why)
        gone = why.kind in _FOR_GOOD or (why.kind == "status" and why.status is not None and why.status < 429)
        again = None if gone else one.later(tools.now(), why.retry_after)
    except (FetchError, ForbiddenAddress) as why:
        reason, again = str(why), None
    if one.look:
        return None, None
    log.warning("page failed", extra={"told": {"url": one.url, "reason": reason, "again": again is not None}})
    if again is not None:
        return None, again
    told = prepare_told(one)
    return (Arrival(told) if told else None), None
