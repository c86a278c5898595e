"""Pictures of what was just placed: fetched a few at a time beside the rounds, kept where rights let the desk show them.

News first: nobody waits for a picture, and none of them can stop a round. One that fails is named in the log and stays a
link to the outlet; the next start of the watch tries the newest again, when a day has passed.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol, TypeVar

from diemtin.desk.settings import Settings
from diemtin.errors import DiemTinError
from diemtin.sources.fetch.client import Fetcher
from diemtin.sources.polling import fetch_picture
from diemtin.store import models
from diemtin.store.pictures import find_picture, forget_picture, has_failed, note_failure, save_picture
from diemtin.store.queries.sight import Sight

AT_ONCE = 4
"""Pictures under way: of 64 requests at once, so few that pages never wait for their turn."""
A_TURN = 40
"""Pictures of one turn: as many as a round reads pages, and at a picture a second of one host over in a minute."""
TURN_BYTES = 48 * 1024 * 1024
"""Fetched bytes after which a turn ends: forty pictures of newspapers have 4-12 MB together, as camera files 200."""
WAITING = 400
"""Articles that wait for their picture; beyond that the oldest stay without, for readers see the newest first."""
AT_START = 100
"""The newest articles that are looked at when the watch begins: what a stop or a failure left without."""
PATIENCE = 120.0
"""Seconds that ``watch --once`` stays for its pictures when everything else is done."""

T = TypeVar("T")
log = logging.getLogger("diemtin.watch")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture that rights let us show and that we do not keep: its address, and the article it stands in."""

    url: str
    article: str


class Store(Protocol):
    """Asks the store in its own thread."""

    def __call__(self, ask: Callable[..., T], /, *args: object) -> Awaitable[T]: ...


def find_wanted(settings: Settings, keys: Sequence[str] | None = None) -> list[Wanted]:
    """The first pictures of these articles (of the newest ones without ``keys``), newest first, each address once.

    Rights are those of the outlet now. What is kept already, failed a short while ago or was taken down is not wanted.
    """
    sight = Sight.of(settings.profile, datetime.now(UTC))
    rows = models.Article.objects.filter(removed__isnull=True).exclude(image="")
    if not sight.private:
        allowed = [row.pk for row in models.Outlet.objects.all() if sight.may_show(row.rights, "picture")]
        rows = rows.filter(outlet__in=allowed)
    if keys is not None:
        rows = rows.filter(key__in=keys)
    found: dict[str, Wanted] = {}
    for url, key in rows.order_by("-moment", "-id").values_list("image", "key")[: len(keys or ()) or AT_START]:
        if not url.startswith(("http://", "https://")) or url in found:
            continue
        if find_picture(settings.pictures, url) is None and not has_failed(settings.pictures, url):
            found[url] = Wanted(url, key)
    return list(found.values())


def is_there(article: str) -> bool:
    """Was it not taken down while its picture came?"""
    return models.Article.objects.filter(key=article, removed__isnull=True).exists()


class Picturing:
    """The pictures of one watcher. ``add`` what was placed, ``step`` now and then; ``end`` waits or gives up."""

    def __init__(self, settings: Settings, fetcher: Fetcher, store: Store, stopping: asyncio.Event) -> None:
        self.settings = settings
        self._fetcher = fetcher
        self._store = store
        self._stopping = stopping
        self._articles: deque[str] = deque(maxlen=WAITING)
        self._at_start = True
        self._turn: asyncio.Task[None] | None = None
        self._saving = asyncio.Lock()
        self._left = 0
        """Bytes that this turn may still fetch."""
        self.kept = 0
        self.failed = 0

    def add(self, keys: Sequence[str]) -> None:
        self._articles.extend(keys)

    def step(self) -> None:
        """Begins the next turn when the one before has ended and something waits. Returns at once."""
        if (self._turn is None or self._turn.done()) and (self._articles or self._at_start):
            self._turn = asyncio.create_task(self._go())

    async def end(self, *, wait: bool) -> None:
        """With ``wait`` until nothing waits any more, for ``PATIENCE`` at most; else what is under way is let go."""
        if wait:
            rest = asyncio.create_task(self._rest())
            stop = asyncio.create_task(self._stopping.wait())
            await asyncio.wait({rest, stop}, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            stop.cancel()
            rest.cancel()
        if self._turn is not None and not self._turn.done():
            self._turn.cancel()
            await asyncio.gather(self._turn, return_exceptions=True)

    async def _rest(self) -> None:
        while self._articles or self._at_start or (self._turn and not self._turn.done()):
            self.step()
            if self._turn is not None:
                await asyncio.wait({self._turn})

    async def _go(self) -> None:
        """One turn. Whatever happens in it is told and costs pictures, not the watch."""
        try:
            if self._at_start:
                self._at_start = False
                wanted = await self._store(find_wanted, self.settings)
            else:
                newest = [self._articles.pop() for _ in range(min(A_TURN, len(self._articles)))]
                wanted = await self._store(find_wanted, self.settings, newest)
            self._left = TURN_BYTES
            room = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(self._take(one, room) for one in wanted[:AT_START]))
        except Exception:
            log.exception("pictures broke")

    async def _take(self, wanted: Wanted, room: asyncio.Semaphore) -> None:
        async with room:
            if self._left <= 0:
                return
            try:
                content = await fetch_picture(wanted.url, self._fetcher)
                self._left -= len(content)
                async with self._saving:  # one at a time: a photograph is 100 MB while it is made smaller
                    await asyncio.to_thread(save_picture, self.settings.pictures, wanted.url, content)
                if not await self._store(is_there, wanted.article):
                    forget_picture(self.settings.pictures, wanted.url)
                    return
                self.kept += 1
            except (DiemTinError, OSError) as why:
                self.failed += 1
                told = {"url": wanted.url, "article": wanted.article, "reason": str(why)}
                log.warning("picture failed", extra={"told": told})
                self._note(wanted.url, str(why))
            except Exception:
                self.failed += 1
                log.exception("a picture broke us", extra={"told": {"url": wanted.url}})

    def _note(self, url: str, reason: str) -> None:
        with contextlib.suppress(OSError):
            note_failure(self.settings.pictures, url, reason)
