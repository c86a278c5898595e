"""Everything that looks at one capture alone, in as many processes as there are cores.

Results come back in the order of the input. A page that cannot be read comes back as its error, so that the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TypeVar

from diemtin.errors import DiemTinError, PageError
from diemtin.flow import PreparedPage, date_ready, prepare_page, prepare_ready, read_page
from diemtin.news import Article, Capture, Reading
from diemtin.sources.ready import Ready

Made = TypeVar("Made")
Prepared = tuple[Capture | Ready, PreparedPage | DiemTinError]

FEW = 48
"""Up to so many inputs are prepared in this process: starting others (about a second) would take longer."""
_CHUNK = 16
"""Inputs that travel to a process together; below 8 the pickling shows, above 64 the order waits for stragglers."""


def read_one(given: Capture | Ready) -> Reading | DiemTinError:
    """Only the reading: what ``diemtin read`` prints."""
    return _guarded(given, read_page, date_ready)


def prepare_one(given: Capture | Ready) -> PreparedPage | DiemTinError:
    """The reading, and everything that is found in its articles alone."""
    return _guarded(given, prepare_page, prepare_ready)


def _guarded(
    given: Capture | Ready, of_page: Callable[[Capture], Made], of_ready: Callable[[Article, str | None], Made]
) -> Made | DiemTinError:
    try:
        if isinstance(given, Ready):
            return of_ready(given.article, given.id)
        return of_page(given)
    except DiemTinError as error:
        return error
    except Exception as error:  # a fault of ours on one page must not cost the others: it is named, and they go on
        return _fault(error, given)


def prepare_all(given: Iterable[Capture | Ready], processes: int | None = None) -> Iterator[Prepared]:
    """Every input with its prepared page or its error, in order."""
    stream = iter(given)
    first = list(islice(stream, FEW + 1))
    count = processes if processes is not None else os.cpu_count() or 1
    if len(first) <= FEW or count <= 1:
        for one in first:
            yield one, prepare_one(one)
        for one in stream:
            yield one, prepare_one(one)
        return
    yield from _prepare_in_pool(_chain(first, stream), count)


def _chain(first: list[Capture | Ready], rest: Iterator[Capture | Ready]) -> Iterator[Capture | Ready]:
    yield from first
    yield from rest


def reading_pool(count: int) -> ProcessPoolExecutor:
    """Processes that read. Not with ``max_tasks_per_child``: with it Python's own pool stops for ever when all its
    processes have reached that number at once (seen after 10,000 pages with two processes of 5,000)."""
    context = multiprocessing.get_context(
        "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else None
    )
    context.set_forkserver_preload(["diemtin.flow"])
    return ProcessPoolExecutor(count, mp_context=context, initializer=_die_with_parent)


def _prepare_in_pool(stream: Iterator[Capture | Ready], count: int) -> Iterator[Prepared]:
    waiting: deque[tuple[list[Capture | Ready], Future[list[PreparedPage | DiemTinError]]]] = deque()
    with reading_pool(count) as pool:
        try:
            for chunk in iter(lambda: list(islice(stream, _CHUNK)), []):
                waiting.append((chunk, pool.submit(_prepare_chunk, chunk)))
                if len(waiting) > 4 * count:
                    yield from _finished(*waiting.popleft())
            while waiting:
                yield from _finished(*waiting.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _finished(chunk: list[Capture | Ready], future: Future[list[PreparedPage | DiemTinError]]) -> Iterator[Prepared]:
    try:
        yield from zip(chunk, future.result(), strict=True)
    except BrokenProcessPool:
        for one in chunk:  # a process died (out of memory, killed): nothing is lost, this one does its work
            yield one, prepare_one(one)


def _prepare_chunk(chunk: list[Capture | Ready]) -> list[PreparedPage | DiemTinError]:
    return [prepare_one(one) for one in chunk]


def _die_with_parent() -> None:
    """A worker whose parent was killed would wait for ever: it looks every two seconds and goes."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(2)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _fault(error: Exception, given: Capture | Ready) -> PageError:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return PageError(
        f"the reader failed on it ({type(error).__name__}: {error}, {where})",
        about=_about(given),
        hint="please report it with the page",
    )


def _about(given: Capture | Ready) -> str | None:
    if isinstance(given, Ready):
        return given.id or given.name
    return given.url or given.name or given.id
