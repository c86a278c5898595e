"""A week of a hundred sources in fast motion: ``python -m tests.desk.week DESK DAYS``, a line of JSON for each day.

The clock of the watcher is ours: it stands at the moment the next source is due. The sources are one small server whose
feeds hold what they published until that moment: five busy ones (an article every five minutes by day), 65 usual ones
(one in two hours), twenty quiet ones (one in two days), ten that fail every other day. Articles come whole in the feed, so
that the week has a hundred thousand requests less.

``SOAK_TRACE=1``: on standard error, what Python allocated each day, by line, and which objects there are more of (twice
as slow).
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import json
import logging
import os
import random
import statistics
import sys
import tracemalloc
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

START = datetime(2026, 3, 2, tzinfo=UTC)
KINDS = (("busy", 5, 1 / 12), ("usual", 65, 2.0), ("quiet", 20, 48.0), ("failing", 10, 2.0))
HELD = 30
WORDS = [
    first + middle + last
    for first in "b c ch d đ g h k kh l m n ng nh p ph q r s t th tr v x".split()
    for middle in "a ă â e ê i o ô ơ u ư ia ua ưa".split()
    for last in ("", "n", "ng", "m", "t", "c")
]
"""Two thousand syllables, so that articles have nothing to do with each other."""


@dataclass
class Feed:
    """One source and everything it will publish."""

    name: str
    kind: str
    stamps: list[datetime] = field(default_factory=list)

    def body(self, now: datetime, port: int) -> bytes:
        first = next((k for k in range(len(self.stamps) - 1, -1, -1) if self.stamps[k] <= now), -1)
        rows = []
        for k in range(first, max(-1, first - HELD), -1):
            dice = random.Random(f"{self.name}{k}")
            text = "</p><p>".join(" ".join(dice.choices(WORDS, k=60)) + "." for _ in range(4))
            link = f"http://{self.name}:{port}/{k}.html"
            rows.append(
                f"<item><title>{' '.join(dice.choices(WORDS, k=9))} {self.name} {k}</title><link>{link}</link>"
                f"<pubDate>{format_datetime(self.stamps[k])}</pubDate>"
                f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
            )
        head = (
            '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        )
        return (head + f"<title>{self.name}</title>" + "".join(rows) + "</channel></rss>").encode()


def make_feeds(days: int) -> dict[str, Feed]:
    feeds = {}
    for kind, count, hours in KINDS:
        for number in range(count):
            feed = Feed(f"{kind}{number:02}.test", kind)
            dice = random.Random(feed.name)
            moment = START - timedelta(hours=10 * hours)
            while moment < START + timedelta(days=days):
                asleep = 16 <= moment.hour <= 22  # night in Hanoi
                moment += timedelta(hours=dice.expovariate(1 / hours) * (5 if asleep else 1))
                feed.stamps.append(moment.replace(microsecond=0))
            feeds[feed.name] = feed
    return feeds


class Web:
    """The server, with the clock that everything goes by."""

    def __init__(self, feeds: dict[str, Feed]) -> None:
        self.feeds = feeds
        self.now = START
        self.requests = 0
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        host = next(line.split(":")[1].strip() for line in head.split("\r\n") if line.lower().startswith("host:"))
        feed = self.feeds[host]
        self.requests += 1
        if "/feed.xml" not in head.split("\r\n")[0]:
            status, body = "404 Not Found", b""
        elif feed.kind == "failing" and (self.now - START).days % 2:
            status, body = "500 Sorry", b""
        else:
            status, body = "200 OK", feed.body(self.now, self.port)
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
        await writer.drain()
        writer.close()


async def week(settings: Any, days: int) -> None:
    from diemtin.desk.claiming import next_due
    from diemtin.desk.watching import Watcher, manners_of
    from diemtin.sources.fetch.client import Fetcher

    web = Web(make_feeds(days))
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0)
    web.port = server.sockets[0].getsockname()[1]
    await asyncio.to_thread(_add, [f"http://{name}:{web.port}/feed.xml" for name in web.feeds])

    async def resolve(host: str, port: int) -> list[str]:
        return ["127.0.0.1"]

    def fetcher(told: Any) -> Fetcher:
        from dataclasses import replace

        manners = replace(manners_of(told), seconds_between=0, allowed_hosts=frozenset(web.feeds))
        return Fetcher(manners, resolver=resolve, now=lambda: web.now)

    watcher = Watcher(settings, "week", make_fetcher=fetcher, now=lambda: web.now, processes=2)
    trace = Trace()
    async with watcher.opened() as tools:
        for day in range(days):
            end = START + timedelta(days=day + 1)
            before = web.requests
            while web.now < end:
                await watcher.watch(tools, once=True)
                due = await asyncio.to_thread(_with_closing, next_due)
                web.now = min(max(due or end, web.now + timedelta(seconds=30)), end)
            gc.collect()
            told = await asyncio.to_thread(_with_closing, _measure, web, watcher, day)
            trace.day()
            print(json.dumps({"day": day + 1, "requests": web.requests - before, **told}), flush=True)
    server.close()


def _add(urls: list[str]) -> None:
    from diemtin.desk.sourcing import add_sources

    add_sources([(url, "feed") for url in urls], START)


def _with_closing(ask: Any, *words: Any) -> Any:
    from django.db import connection

    try:
        return ask(*words)
    finally:
        connection.close()


def _measure(web: Web, watcher: Any, day: int) -> dict[str, Any]:
    from diemtin.desk.source_rows import state_noun
    from diemtin.store import models

    first, last = START + timedelta(days=day), START + timedelta(days=day + 1)
    rows = models.Article.objects.filter(first_seen__gte=first, first_seen__lte=last)
    delays = [(row.first_seen - row.moment).total_seconds() / 60 for row in rows if row.moment >= first]
    known = set(models.Article.objects.values_list("url", flat=True))
    # What a source published up to six hours ago must be here; one that failed all day has until tomorrow.
    lost = sum(
        f"http://{feed.name}:{web.port}/{k}.html" not in known
        for feed in web.feeds.values()
        if feed.kind != "failing"
        for k, stamp in enumerate(feed.stamps)
        if START <= stamp <= web.now - timedelta(hours=7)
    )
    intervals: dict[str, list[float]] = {}
    for row in models.Source.objects.all():
        intervals.setdefault(row.url.split("/")[2][:4], []).append(state_noun(row).interval)
    return {
        "new": len(rows),
        "lost": lost,
        "delay": round(statistics.median(delays), 1) if delays else None,
        "memory": _memory(),
        "sqlite": round(_SQLITE.sqlite3_memory_used() / 1e6),
        "index": len(watcher._placer._window.index),
        "files": len(os.listdir("/proc/self/fd")),
        "busy": round(statistics.median(intervals["busy"]) / 60, 1),
        "quiet": round(statistics.median(intervals["quie"]) / 3600, 1),
    }


_SQLITE = ctypes.CDLL("libsqlite3.so.0")
_SQLITE.sqlite3_memory_used.restype = ctypes.c_int64


class Trace:
    """What there is more of each evening, when ``SOAK_TRACE`` asks for it."""

    def __init__(self) -> None:
        self.on = bool(os.environ.get("SOAK_TRACE"))
        self.before: tracemalloc.Snapshot | None = None
        self.kinds: Counter[str] = Counter()
        if self.on:
            tracemalloc.start(4)

    def day(self) -> None:
        if not self.on:
            return
        now = tracemalloc.take_snapshot()
        kinds = Counter(type(thing).__name__ for thing in gc.get_objects())
        if self.before is not None:
            print(f"--- traced {tracemalloc.get_traced_memory()[0] / 1e6:.0f} MB", file=sys.stderr)
            for line in now.compare_to(self.before, "lineno")[:12]:
                print(line, file=sys.stderr)
            print((kinds - self.kinds).most_common(12), file=sys.stderr, flush=True)
        self.before, self.kinds = now, kinds


def _memory() -> int:
    """MB that are ours: without the pages of the database file that SQLite maps (the file grows, as it should)."""
    told = Path("/proc/self/status").read_text(encoding="ascii")
    return round(int(next(line.split()[1] for line in told.splitlines() if line.startswith("RssAnon"))) / 1000)


def main() -> None:
    os.environ["DIEMTIN_DESK"] = sys.argv[1]
    import django

    django.setup()
    from diemtin.desk.settings import get_settings
    from diemtin.store.opening import bring_up_to_date

    bring_up_to_date()
    logging.getLogger("diemtin").setLevel(logging.ERROR)
    asyncio.run(week(get_settings(Path(sys.argv[1])), int(sys.argv[2])))


if __name__ == "__main__":
    main()
