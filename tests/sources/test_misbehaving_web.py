"""Two hundred sources, half of them bad: every good article is seen, every bad source named, nobody waits for another."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import time
from datetime import UTC, datetime

import pytest

from diemtin.news import Capture
from diemtin.sources.asking import fetch_what
from diemtin.sources.fetch.answers import FetchFailedError
from diemtin.sources.polling import fetch_page, fetch_source
from diemtin.sources.ready import Ready
from diemtin.sources.schedule import Fetched, SourceState, after_fetch

from .misbehaving import HANDLERS, MisbehavingWeb, Source, misbehaving_web

NOW = datetime(2026, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def rounds() -> tuple[list[Source], dict[str, list[Fetched]], dict[str, float], dict[str, list[str]]]:
    """Two rounds over all sources at once: what came, when the first answer was there, and what was asked."""
    came: dict[str, list[Fetched]] = {}
    seconds: dict[str, float] = {}

    async def run() -> tuple[list[Source], dict[str, list[str]]]:
        async with misbehaving_web() as web, web.fetcher() as fetcher:
            states = {source.host: SourceState(source.url) for source in web.sources}
            for turn in range(2):
                begin = time.monotonic()

                async def one(source: Source, turn: int = turn, begin: float = begin) -> None:
                    fetched = await fetch_source(states[source.host], fetcher)
                    seconds.setdefault(source.host, time.monotonic() - begin)
                    came.setdefault(source.host, []).append(fetched)
                    states[source.host] = after_fetch(states[source.host], fetched, NOW)

                await asyncio.gather(*map(one, web.sources))
            return web.sources, dict(web.requests)

    sources, requests = asyncio.run(run())
    return sources, came, seconds, requests


def test_every_behaviour_is_there(rounds: tuple[list[Source], *tuple[object, ...]]) -> None:
    sources = rounds[0]
    assert len(sources) == 200
    assert {source.behaviour for source in sources} == set(HANDLERS)


def test_every_good_article_is_seen_once(rounds: tuple[list[Source], dict[str, list[Fetched]], object, object]) -> None:
    sources, came, *_ = rounds
    for source in sources:
        first, second = came[source.host]
        if source.reason is None:
            assert [entry.title for entry in first.entries] == source.titles, source.host
            assert len(first.fresh) == source.good
            assert (second.outcome, second.fresh) == ("same", ()), source.host


def test_every_bad_source_is_named(rounds: tuple[list[Source], dict[str, list[Fetched]], object, object]) -> None:
    sources, came, *_ = rounds
    for source in sources:
        if source.reason is not None:
            for fetched in came[source.host][: 1 if source.behaviour == "busy" else 2]:
                assert fetched.outcome == "failed", source.host
                assert source.reason in (fetched.reason or ""), (source.host, fetched.reason)
                assert fetched.error_kind


def test_nobody_waits_for_a_bad_one(rounds: tuple[list[Source], object, dict[str, float], object]) -> None:
    sources, _, seconds, _ = rounds
    good = sorted(seconds[source.host] for source in sources if source.behaviour == "good")
    slow = [seconds[source.host] for source in sources if source.behaviour in ("slow-drip", "slow-head")]
    assert min(slow) > 4.5
    assert good[len(good) // 2] < min(slow)
    assert max(seconds.values()) < 25


def test_details(rounds: tuple[list[Source], dict[str, list[Fetched]], object, dict[str, list[str]]]) -> None:
    sources, came, _, requests = rounds
    by = {source.behaviour: source for source in sources}
    moved = came[by["moved"].host]
    assert moved[0].moved_to == by["moved"].url.replace("/feed.xml", "/new.xml")
    assert requests[by["moved"].host].count("/feed.xml") == 1
    assert requests[by["moved"].host].count("/new.xml") == 2
    assert came[by["elsewhere-today"].host][0].moved_to is None
    assert came[by["busy"].host][0].retry_after == 7200
    # The host asked for two hours: the second round does not ask it again.
    assert requests[by["busy"].host].count("/feed.xml") == 1
    assert came[by["busy"].host][1].reason == "the host asked to be left alone"
    assert "/feed.xml" not in requests[by["robots-refusal"].host]
    assert "/feed.xml" not in requests[by["tdm-file"].host]
    assert requests[by["good"].host].count("/robots.txt") == 1
    assert came[by["good"].host][0].decisions[0].rule == "robots"


def test_pages_come_as_captures() -> None:
    async def run() -> None:
        async with misbehaving_web(60) as web, web.fetcher() as fetcher:
            one = web.sources[0]
            capture = await fetch_page(one.url.replace("feed.xml", "bai-1.html"), fetcher)
            assert capture is not None
            assert (capture.media_type, capture.outlet.domain if capture.outlet else "") == ("text/html", one.host)
            assert one.titles[1] in capture.content.decode()
            bomb = next(source for source in web.sources if source.behaviour == "gzip-bomb")
            with pytest.raises(FetchFailedError):
                await fetch_page(bomb.url, fetcher)

    asyncio.run(run())


def test_nothing_is_left_open() -> None:
    """Ten rounds of sixty sources: as many open files after as before."""

    async def run() -> None:
        async with misbehaving_web(60) as web, web.fetcher() as fetcher:
            quick = [source for source in web.sources if source.reason is None or "status" in source.reason]
            for _ in range(10):
                await asyncio.gather(*(fetch_source(SourceState(source.url), fetcher) for source in quick))

    asyncio.run(run())
    gc.collect()
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    asyncio.run(run())
    gc.collect()
    after = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0
    assert after <= before


def test_one_address_by_hand() -> None:
    """``fetch_what`` needs no event loop: the server runs in a thread of its own."""
    ready, stop = threading.Event(), threading.Event()
    held: list[MisbehavingWeb] = []

    def serve() -> None:
        async def run() -> None:
            async with misbehaving_web(120) as web:
                held.append(web)
                ready.set()
                await asyncio.to_thread(stop.wait)

        asyncio.run(run())

    thread = threading.Thread(target=serve)
    thread.start()
    ready.wait(10)
    try:
        web = held[0]
        by = {source.behaviour: source for source in web.sources}
        refused: list[str] = []

        def ask(url: str) -> list[object]:
            found = fetch_what(
                url,
                manners=web.manners(),
                refused=lambda error: refused.append(str(error)),
                skipped=lambda name, why: refused.append(why),
                resolver=web.resolve,
            )
            return list(found)

        (page,) = ask(by["good"].url.replace("feed.xml", "bai-0.html"))
        assert isinstance(page, Capture)
        articles = ask(by["gzip-file"].url)
        assert [one.article.title for one in articles if isinstance(one, Ready)] == by["gzip-file"].titles
        assert not refused
        for name in ("status-500", "to-private", "tls", "robots-refusal", "gzip-bomb"):
            assert ask(by[name].url) == []
            expected = "more than" if name == "gzip-bomb" else by[name].reason
            assert expected is not None
            assert expected in refused[-1]
    finally:
        stop.set()
        thread.join(10)
