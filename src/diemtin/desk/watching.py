"""``diemtin watch``: polls what is due, reads it, places it; for months.

Every source's round is a task of its own, so that a slow one holds up nobody. Pages are read in processes. One thread
talks to the store: it claims sources, and saves what finished rounds brought together with their state, in one
transaction. When the store is away, the thread waits for it. Nothing else is kept in memory but the index of stories.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from django.db import transaction

from diemtin.desk.claiming import (
    Claimed,
    Round,
    claim_due,
    give_back,
    give_back_all,
    next_due,
    save_rounds,
    unknown_urls,
)
from diemtin.desk.heartbeat import beat
from diemtin.desk.hints import prepare_hinted
from diemtin.desk.patience import PATIENCE, away_for_good, close_connection, pauses
from diemtin.desk.picturing import Picturing
from diemtin.desk.placing import Arrival, Outcome, Placer
from diemtin.desk.preparing import reading_pool
from diemtin.desk.retention import EVERY, end_captures
from diemtin.desk.rounds import Finished, Tools, go_round
from diemtin.desk.settings import Settings
from diemtin.desk.thinning import thin_teasers
from diemtin.desk.waiting import Waiting
from diemtin.errors import DeskError, DiemTinError
from diemtin.flow import PreparedPage
from diemtin.news import Capture
from diemtin.sources.fetch.answers import Manners
from diemtin.sources.fetch.client import Fetcher
from diemtin.sources.ready import Ready
from diemtin.sources.schedule import Fetched, after_fetch
from diemtin.store.away import AWAY, reason_of

AT_ONCE = 128
"""Rounds under way: twice the requests that may be (``Manners.at_once``), since half of them read or wait their turn."""
BATCH = 256
"""Arrivals of one transaction, as in ``ingest``."""
LOOK = 15.0
"""Seconds after which the store is asked again whether a source was added."""
GRACE = 20.0
"""Seconds that rounds have to end after a stop; then they are given back."""
MOST_READ = 5000
"""Pages after which a reading process is replaced, so that nothing can grow in it for months."""
_BEAT = 30.0

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger("diemtin.watch")


@dataclass(slots=True)
class Totals:
    """What a watcher did since it began."""

    rounds: int = 0
    failed: int = 0
    new: int = 0
    versions: int = 0

    def add(self, finished: Sequence[Finished], outcome: Outcome) -> None:
        self.rounds += len(finished)
        self.failed += sum(one.failed for one in finished)
        self.new += outcome.new
        self.versions += outcome.versions


def manners_of(settings: Settings) -> Manners:
    """How this desk asks the web."""
    told = Manners(allowed_hosts=frozenset(settings.fetch_private_hosts))
    public = "" if urlsplit(settings.base_url).hostname in ("127.0.0.1", "localhost", None) else settings.base_url
    contact = settings.contact or public
    return replace(told, contact=contact) if contact else told


def fetcher_of(settings: Settings) -> Fetcher:
    return Fetcher(manners_of(settings))


class Watcher:
    """One watcher. ``await run()`` until ``stop()``; ``await run(once=True)`` until nothing is due."""

    def __init__(
        self,
        settings: Settings,
        name: str,
        *,
        make_fetcher: Callable[[Settings], Fetcher] | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        processes: int | None = None,
    ) -> None:
        self.settings = settings
        self.name = name
        self.totals = Totals()
        self._make_fetcher = make_fetcher or fetcher_of
        self._now = now
        self._processes = processes or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None
        self._read = 0
        self._thread: ThreadPoolExecutor | None = None
        self._placer = Placer(settings)
        self._pictures: Picturing | None = None
        self._rounds: dict[asyncio.Task[Finished], Claimed] = {}
        self._stopping = asyncio.Event()
        self._once = False
        self._beaten = -_BEAT
        self._swept: datetime | None = None

    def stop(self) -> None:
        """Begin nothing new, end what is under way, save it. Safe to call from a signal."""
        if not self._stopping.is_set():
            log.info("stopping", extra={"told": {"rounds": len(self._rounds)}})
        self._stopping.set()

    async def run(self, *, once: bool = False) -> Totals:
        """Raises ``DeskError`` when the store stays away and nobody is to wait for it."""
        async with self.opened() as tools:
            await self.watch(tools, once=once)
        return self.totals

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator[Tools]:
        """Connections, reading processes and the store's thread, for as long as they are needed."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        async with self._make_fetcher(self.settings) as fetcher:
            tools = Tools(fetcher, self._prepare, self._unknown, self._now, self._stopping)
            self._pictures = Picturing(self.settings, fetcher, self._store, self._stopping)
            try:
                await self._store(give_back_all, self.name)
                yield tools
                await self._end(tools)
                await self._pictures.end(wait=self._once)
            finally:
                await self._pictures.end(wait=False)
                for task in self._rounds:
                    task.cancel()
                await asyncio.gather(*self._rounds, return_exceptions=True)
                self._thread.submit(close_connection)
                self._thread.shutdown()
                if self._pool is not None:
                    self._pool.shutdown(cancel_futures=True)
                    self._pool = None

    async def watch(self, tools: Tools, *, once: bool = False) -> None:
        """Until ``stop()``; with ``once`` until nothing is due."""
        self._once = once
        await self._watch(tools)

    async def _watch(self, tools: Tools) -> None:
        while not self._stopping.is_set():
            await self._keep_house()
            room = AT_ONCE - len(self._rounds)
            claimed = await self._store(claim_due, self._now(), room, self.name) if room > 0 else []
            for one in claimed:
                self._rounds[asyncio.create_task(self._go(one, tools))] = one
            if self._pictures is not None:
                self._pictures.step()
            if not self._rounds:
                if self._once:
                    return
                await self._sleep()
                continue
            await self._wait_for_rounds()
            await self._save_finished(tools)

    async def _end(self, tools: Tools) -> None:
        """After a stop: rounds see it between two pages; who is in the middle of a slow answer is given back."""
        if self._rounds:
            await asyncio.wait(self._rounds, timeout=GRACE)
        late = [task for task in self._rounds if not task.done()]
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
        given_back = [self._rounds.pop(task) for task in late]
        await self._save_finished(tools)
        await self._store(give_back, given_back, self.name)

    async def _wait_for_rounds(self) -> None:
        """Until a round ends, another source may be due, or somebody says stop."""
        stop = asyncio.create_task(self._stopping.wait())
        timeout = LOOK if len(self._rounds) >= AT_ONCE or self._once else 1.0
        await asyncio.wait({*self._rounds, stop}, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()

    async def _sleep(self) -> None:
        due = await self._store(next_due)
        seconds = (due - self._now()).total_seconds() if due else LOOK
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), min(max(seconds, 0.2), LOOK))

    # --- rounds ------------------------------------------------------------------------------------------------------

    async def _go(self, claimed: Claimed, tools: Tools) -> Finished:
        """A round; a mistake of ours in it is named and costs that source a try, not the watch."""
        try:
            return await go_round(claimed, tools)
        except Exception as error:
            if isinstance(error, DeskError):
                raise
            log.exception("a round broke", extra={"told": {"url": claimed.state.url}})
            now = self._now()
            reason = f"our own mistake: {type(error).__name__}: {error}"
            state = after_fetch(claimed.state, Fetched(claimed.state.url, "failed", now, reason=reason), now)
            return Finished(Round(claimed, state, claimed.waiting), [], set(), failed=True)

    async def _prepare(self, given: Capture | Ready, hint: Waiting | None) -> PreparedPage | DiemTinError:
        loop = asyncio.get_running_loop()
        for _ in range(2):
            if self._pool is not None and self._read >= MOST_READ * self._processes:
                self._pool.shutdown(wait=False)  # what it has begun it ends
                self._pool, self._read = None, 0
            if self._pool is None:
                self._pool = reading_pool(self._processes)
            pool, self._read = self._pool, self._read + 1
            try:
                return await loop.run_in_executor(pool, prepare_hinted, given, hint)
            except BrokenProcessPool:  # a process died: the next pool is new, and this page has one more try
                if self._pool is pool:
                    self._pool = None
                    pool.shutdown(wait=False, cancel_futures=True)
        return DeskError("the reader died of it twice", about=getattr(given, "url", None))

    async def _unknown(self, urls: Sequence[str]) -> set[str]:
        return await self._store(unknown_urls, urls)

    # --- the store ---------------------------------------------------------------------------------------------------

    async def _save_finished(self, tools: Tools) -> None:
        done = [task for task in self._rounds if task.done()]
        batch: list[Finished] = []
        for place, task in enumerate(done, 1):
            del self._rounds[task]
            batch.append(task.result())
            if sum(len(one.arrivals) for one in batch) >= BATCH or place == len(done):
                outcome = await self._store(self._save, batch)
                self.totals.add(batch, outcome)
                if self._pictures is not None:
                    self._pictures.add(outcome.fresh)
                for one in batch:
                    tools.taking.difference_update(one.taken)
                batch = []

    def _save(self, batch: Sequence[Finished]) -> Outcome:
        try:
            return self._place([a for one in batch for a in one.arrivals], [one.round for one in batch])
        except AWAY:
            raise
        except Exception:
            log.exception("a batch broke; its pages are placed one by one")
            return self._place_carefully(batch)

    def _place(self, arrivals: Sequence[Arrival], rounds: Sequence[Round]) -> Outcome:
        now = self._now()
        if arrivals:
            return self._placer.place(arrivals, now, lambda: save_rounds(rounds, self.name, now))
        with transaction.atomic():
            save_rounds(rounds, self.name, now)
        return Outcome()

    def _place_carefully(self, batch: Sequence[Finished]) -> Outcome:
        """One page that breaks us must not stop the others: it is named and left out."""
        outcome = Outcome()
        for one in batch:
            for arrival in one.arrivals:
                try:
                    placed = self._place([arrival], [])
                    outcome.add(placed)
                    outcome.fresh += placed.fresh
                except AWAY:
                    raise
                except Exception:
                    log.exception("a page broke", extra={"told": {"url": arrival.page.reading.url}})
            self._place([], [one.round])
        return outcome

    async def _keep_house(self) -> None:
        if time.monotonic() - self._beaten >= _BEAT:
            self._beaten = time.monotonic()
            await self._store(beat, self._now())
        now = self._now()
        if self._swept is None or now - self._swept >= EVERY:
            self._swept = now
            swept = await self._store(end_captures, self.settings, now)
            if swept.ended or swept.orphans:
                told = {"captures": swept.ended, "orphans": swept.orphans, "bytes": swept.freed}
                log.info("captures ended", extra={"told": told})
            thinned = await self._store(thin_teasers, now)
            if thinned:
                log.info("teasers thinned", extra={"told": {"rows": thinned}})

    async def _store(self, ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """In the store's thread; again and again while the store is away. Only who was told to stop, or to look once,
        gives up after ``PATIENCE``."""
        loop = asyncio.get_running_loop()
        since: float | None = None
        for wait in pauses():
            try:
                return await loop.run_in_executor(self._thread, lambda: ask(*args, **kwargs))
            except AWAY as error:
                since = since or time.monotonic()
                impatient = self._once or self._stopping.is_set()
                if impatient and time.monotonic() - since > PATIENCE:
                    raise away_for_good(error) from error
                log.warning("the store is away", extra={"told": {"reason": reason_of(error), "wait": wait}})
                await loop.run_in_executor(self._thread, close_connection)
                await asyncio.sleep(wait)
        raise AssertionError  # pauses() never ends
