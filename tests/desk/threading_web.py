"""A web of a test that is served in a thread of its own, beside the program that reads it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from typing import TypeVar

Web = TypeVar("Web")


@contextmanager
def in_a_thread(opened: AbstractAsyncContextManager[Web]) -> Iterator[Web]:
    """What ``opened`` gives, for as long as it is needed here."""
    ready, stop = threading.Event(), threading.Event()
    held: list[Web] = []

    async def serve() -> None:
        async with opened as web:
            held.append(web)
            ready.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert ready.wait(10)
    try:
        yield held[0]
    finally:
        stop.set()
        thread.join(20)
