"""Captures and ready articles into a desk, in batches, each saved whole. A store that goes away is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from diemtin.desk.patience import patiently
from diemtin.desk.placing import Arrival, Outcome, Placer
from diemtin.desk.preparing import prepare_all
from diemtin.errors import DiemTinError
from diemtin.news import Capture
from diemtin.sources.ready import Ready

BATCH = 256
"""Articles a transaction. From 64 up the cost of a commit no longer shows; at 256 a crash loses about two seconds of work,
which the next ingest does again. Again: ``benchmarks/ingest.py --batch``."""

LONGEST_WAIT = 30.0
"""Seconds after which less is saved too: pages that come from the web a second apart are not lost by the hundred."""


@dataclass(slots=True)
class Report:
    """What an ingest did, and every input that it refused."""

    outcome: Outcome = field(default_factory=Outcome)
    refused: list[DiemTinError] = field(default_factory=list)
    skipped: int = 0
    """Pages whose bytes were read before and have not changed."""


def ingest(
    placer: Placer,
    given: Iterable[Capture | Ready],
    report: Report,
    progress: Callable[[int], None] = lambda done: None,
    processes: int | None = None,
) -> Report:
    """Take everything in. ``progress`` hears how many inputs are done. Errors of single inputs go to the report.

    Raises ``DeskError`` when the store stays away; what was saved until then is saved."""
    batch: list[Arrival] = []
    done, saved = 0, time.monotonic()
    for one, prepared in prepare_all(_unread(placer, given, report), processes):
        if isinstance(prepared, DiemTinError):
            report.refused.append(prepared)
        else:
            batch.append(Arrival(prepared, one if isinstance(one, Capture) else None))
        done += 1
        if len(batch) >= BATCH or (batch and time.monotonic() - saved > LONGEST_WAIT):
            report.outcome.add(patiently(placer.place, batch))
            batch, saved = [], time.monotonic()
            progress(done + report.skipped)
    if batch:
        report.outcome.add(patiently(placer.place, batch))
    progress(done + report.skipped)
    return report


def _unread(placer: Placer, given: Iterable[Capture | Ready], report: Report) -> Iterator[Capture | Ready]:
    """Without the captures that this desk has read already."""
    stream = iter(given)
    while chunk := list(islice(stream, 64)):
        captures = [one for one in chunk if isinstance(one, Capture)]
        fresh = dict(zip(map(id, captures), patiently(placer.unread, captures), strict=True)) if captures else {}
        for one in chunk:
            if fresh.get(id(one), True):
                yield one
            else:
                report.skipped += 1
