"""The store goes away and comes back: a PostgreSQL that is restarted, a disk that is full for a moment.

What was asked is asked again over a new connection. A batch is one transaction, so asking again does nothing twice: if
the store had saved it before it could say so, everything in it is known the second time.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from typing import ParamSpec, TypeVar

from django.db import connection

from diemtin.errors import DeskError
from diemtin.store.away import AWAY, reason_of

PATIENCE = 60.0
"""Seconds. A restart of PostgreSQL takes a few, a fail-over half a minute; who waits longer should know of it."""
LONGEST_PAUSE = 30.0

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger("diemtin.store")


def pauses() -> Iterator[float]:
    """Seconds between two tries: half a second, doubling, at most ``LONGEST_PAUSE``."""
    wait = 0.5
    while True:
        yield wait
        wait = min(wait * 2, LONGEST_PAUSE)


def close_connection() -> None:
    """The connection of this thread; the next question opens a new one."""
    connection.close()


def away_for_good(error: Exception) -> DeskError:
    return DeskError(f"the store is away: {reason_of(error)}", hint="what was not saved is read again the next time")


def patiently(ask: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The answer, after waiting for the store if need be. Raises ``DeskError`` when it stays away for ``PATIENCE``.

    Not inside a transaction: that has to be asked again as a whole.
    """
    since: float | None = None
    for wait in pauses():
        try:
            return ask(*args, **kwargs)
        except AWAY as error:
            since = since or time.monotonic()
            if time.monotonic() - since > PATIENCE:
                raise away_for_good(error) from error
            log.warning("the store is away", extra={"told": {"reason": reason_of(error), "wait": wait}})
            close_connection()
            time.sleep(wait)
    raise AssertionError  # pauses() never ends
