"""When sources are asked again: a week of a hundred of them in fast motion, failures, and what servers ask for."""

from __future__ import annotations

import bisect
import heapq
import random
import statistics
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from diemtin.news import Published
from diemtin.sources.feeds import Entry
from diemtin.sources.polling import _compared
from diemtin.sources.schedule import (
    FIRST,
    JITTER,
    LONGEST,
    LONGEST_WAIT,
    SHORTEST,
    Fetched,
    SourceState,
    after_fetch,
    health,
    key_of,
)

NOW = datetime(2026, 1, 5, tzinfo=UTC)
STATE = SourceState("https://a.vn/rss")


def listing(state: SourceState, entries: list[Entry], now: datetime) -> Fetched:
    """What polling would hand over."""
    keys = tuple(map(key_of, entries))
    if keys == state.seen:
        return Fetched(state.url, "same", now)
    return _compared(state, Fetched(state.url, "same", now, entries=tuple(entries), keys=keys))


def entry(number: int, moment: datetime) -> Entry:
    return Entry(f"https://a.vn/{number}", f"Bài {number}", published=Published.at(moment))


def a_week(per_hour: float, size: int, seed: int) -> tuple[int, int, int, list[float], SourceState]:
    """Published, lost, requests, delays in seconds, and the state at the end. Nights are quiet, as in life."""
    dice = random.Random(seed)
    stamps: list[datetime] = []
    moment = NOW - timedelta(days=1)
    while moment < NOW + timedelta(days=7):
        moment += timedelta(hours=dice.expovariate(per_hour * 1.5))
        if not (17 <= moment.hour < 22 and dice.random() < 0.9):  # midnight to five in Hanoi
            stamps.append(moment)
    state, now, seen, delays = SourceState(f"https://a.vn/{seed}"), NOW, set[int](), list[float]()
    requests = first = 0
    while now < NOW + timedelta(days=7):
        newest = bisect.bisect_right(stamps, now)
        there = list(range(max(0, newest - size), newest))[::-1]
        if not requests:
            first = there[-1] if there else 0
        else:
            delays.extend((now - stamps[number]).total_seconds() for number in there if number not in seen)
        seen.update(there)
        state = after_fetch(state, listing(state, [entry(n, stamps[n]) for n in there], now), now)
        assert state.next_due is not None
        now, requests = state.next_due, requests + 1
    lost = sum(number not in seen for number in range(first, max(seen, default=-1) + 1))
    return len(stamps), lost, requests, delays, state


@pytest.mark.parametrize(
    ("per_hour", "size", "most_requests", "longest_delay"),
    [
        (0.02, 20, 7 * 24 / 6 * 1.8, 6.6 * 3600),
        (0.2, 20, 7 * 24 / 2, 6.6 * 3600),
        (2, 30, 7 * 24 * 4, 3600),
        (12, 50, 7 * 24 * 13.5, 900),
        (60, 100, 7 * 24 * 13.5, 400),
    ],
)
def test_a_week_finds_the_right_interval(
    per_hour: float, size: int, most_requests: float, longest_delay: float
) -> None:
    lost = published = 0
    for seed in range(3):
        count, missing, requests, delays, _ = a_week(per_hour, size, seed)
        published, lost = published + count, lost + missing
        assert requests <= most_requests
        assert statistics.median(delays or [0]) <= longest_delay
    assert lost <= 0.001 * published


def test_a_hundred_sources_ask_for_little_and_lose_nothing() -> None:
    """Rates as those of outlets are spread: many slow ones, few fast ones."""
    dice = random.Random(7)
    found = [a_week(dice.lognormvariate(0, 1.2), 30, seed) for seed in range(20)]
    assert sum(lost for _, lost, *_ in found) == 0
    requests = sum(requests for _, _, requests, *_ in found)
    assert requests < 1.6 * sum(published for published, *_ in found)
    assert len({round(state.interval) for *_, state in found}) > 10


def test_sources_do_not_march_in_step() -> None:
    due = []
    for number in range(200):
        state = after_fetch(SourceState(f"https://a{number}.vn/"), Fetched("", "same", NOW), NOW)
        assert state.next_due is not None
        due.append((state.next_due - NOW).total_seconds() / state.interval)
    assert min(due) >= 1 - JITTER
    assert max(due) <= 1 + JITTER
    assert max(due) - min(due) > JITTER
    assert heapq.nsmallest(2, due)[0] != heapq.nsmallest(2, due)[1]


def test_a_list_that_was_replaced_is_asked_sooner() -> None:
    state = replace(STATE, interval=4000.0, seen=tuple(map(str, range(20))), last_success=NOW - timedelta(hours=1))
    fetched = listing(state, [entry(n, NOW) for n in range(100, 120)], NOW)
    assert fetched.missed
    assert after_fetch(state, fetched, NOW).interval == 1000


def test_failures_back_off_and_are_named() -> None:
    state, now, waits = replace(STATE, last_success=NOW), NOW, []
    for _ in range(14):
        state = after_fetch(state, Fetched(state.url, "failed", now, reason="status 500", error_kind="status"), now)
        assert state.next_due is not None
        waits.append((state.next_due - now).total_seconds())
        now = state.next_due
    assert waits[0] < FIRST * 1.2
    assert 1.6 < waits[2] / waits[1] < 2.5
    assert max(waits) <= LONGEST_WAIT * (1 + JITTER)
    assert state.failures == 14
    assert health(state, now)[0] == "lost"
    assert "status 500 (14 times, since 2026-01-05 00:00 UTC)" in health(state, now)[1]
    state = after_fetch(state, Fetched(state.url, "same", now), now)
    assert (state.failures, state.last_error, health(state, now)[0]) == (0, None, "good")
    assert state.interval <= max(FIRST, LONGEST)


def test_retry_after_and_refusals_are_kept_to() -> None:
    state = after_fetch(STATE, Fetched("", "failed", NOW, reason="x", error_kind="status", retry_after=7200), NOW)
    assert state.next_due == NOW + timedelta(hours=2)
    state = after_fetch(STATE, Fetched("", "failed", NOW, reason="robots", error_kind="robots"), NOW)
    assert state.next_due is not None
    assert state.next_due - NOW > timedelta(hours=20)


def test_permanent_redirects_update_the_source() -> None:
    state = after_fetch(STATE, Fetched(STATE.url, "same", NOW, moved_to="https://b.vn/rss"), NOW)
    assert (state.url, state.moved_from) == ("https://b.vn/rss", "https://a.vn/rss")
    assert SHORTEST <= state.interval <= LONGEST


def test_a_quiet_source_says_so() -> None:
    state = replace(STATE, last_success=NOW, last_change=NOW - timedelta(days=9))
    assert health(state, NOW) == ("quiet", "nothing new since 2025-12-27")
    assert health(STATE, NOW)[0] == "new"
