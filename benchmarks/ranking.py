"""Does ``hot`` find what is about to grow, and what does ranking cost? ``python benchmarks/ranking.py``

On the clusters of ViMs and VMDS taken as stories (their articles with the times they came out): at every hour at which five or
more stories had a report in the last day, each is ranked by ``hot``, by its newest report, and by its size; ``gain`` is the
mean number of further outlets within six hours of the three stories each puts first, beside the mean of all and the best
possible. No set shows reads or other outlets' blocks, so only the velocity part of the formula is measured.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from articles import find_moment, read_set
from diemtin.ranking import Report, StoryFacts, rank_front, scores

NEXT = timedelta(hours=6)
TOP = 3
LEAST = 5


def clusters(name: str) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = defaultdict(list)
    for line in read_set(name):
        moment = find_moment(line)
        if moment is not None and (moment.hour, moment.minute, moment.second) not in (
            (0, 0, 0),
            (17, 0, 0),
            (16, 59, 59),
        ):
            found[str(line["cluster"])].append(Report(str(line["id"]), moment, str(line["source"])))
    return {key: sorted(told, key=lambda report: report.moment) for key, told in found.items()}


def facts_at(told: dict[str, list[Report]], now: datetime) -> list[StoryFacts]:
    found = []
    for key, reports in told.items():
        known = tuple(report for report in reports if report.moment <= now)
        if known and now - known[-1].moment < timedelta(days=1):
            found.append(StoryFacts(key, key, "world", known))
    return found


def gain(told: dict[str, list[Report]], key: str, now: datetime) -> int:
    known = {report.outlet for report in told[key] if report.moment <= now}
    return len({r.outlet for r in told[key] if now < r.moment <= now + NEXT} - known)


def measure(name: str) -> dict[str, float]:
    told = clusters(name)
    hours = sorted({r.moment.replace(minute=0, second=0) + timedelta(hours=1) for rs in told.values() for r in rs})
    orders: dict[str, Callable[[StoryFacts, datetime], float]] = {
        "hot": lambda story, now: scores.hot_worth(story, now).score,
        "newest": lambda story, now: story.last.timestamp(),
        "largest": lambda story, now: story.voices,
    }
    sums: dict[str, float] = defaultdict(float)
    asked = 0
    for now in hours:
        active = facts_at(told, now)
        if len(active) < LEAST:
            continue
        asked += 1
        gains = {story.key: gain(told, story.key, now) for story in active}
        for order, worth in orders.items():
            best = sorted(active, key=lambda story: (-worth(story, now), story.key))[:TOP]
            sums[order] += sum(gains[story.key] for story in best) / TOP
        sums["any"] += sum(gains.values()) / len(gains)
        sums["best possible"] += sum(sorted(gains.values())[-TOP:]) / TOP
    return {"hours": asked} | {order: round(value / max(asked, 1), 3) for order, value in sums.items()}


def speed(count: int = 3000) -> float:
    """CPU milliseconds of one front page with so many stories in the snapshot."""
    dice = random.Random(1)
    now = datetime(2026, 11, 20, tzinfo=UTC)
    day = []
    for n in range(count):
        ages = sorted((dice.uniform(0, 70) for _ in range(min(1 + int(dice.paretovariate(1.3)), 60))), reverse=True)
        told = tuple(
            Report(f"{n}-{k}", now - timedelta(hours=age), f"o{dice.randrange(300)}") for k, age in enumerate(ages)
        )
        day.append((str(n), dice.choice(("world", "sport", "law", "society", "culture")), told))
    spent = []
    for _ in range(5):
        facts = [StoryFacts(key, key, section, told) for key, section, told in day]
        began = time.process_time()
        rank_front(facts, now, sections=("world", "sport", "law", "society", "culture"))
        spent.append((time.process_time() - began) * 1000)
    return round(min(spent), 1)


def main() -> int:
    figures = {name: measure(name) for name in ("vims", "vmds")}
    for name, told in figures.items():
        print(name, told)
    milliseconds = speed()
    print(f"one front page of 3,000 stories: {milliseconds} ms of CPU")
    print(json.dumps(figures | {"ms": milliseconds}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
