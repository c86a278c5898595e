"""How fast articles are placed among many live ones, on one core: ``python benchmarks/placing_speed.py 100000 500000``.

For each number: that many synthetic articles (``synthetic.py``) of ten days are put in with ``restore`` (timed: that is a
restart), the next ``PLACED`` are placed and the stories they touched are repaired. CPU seconds of this process; features
are made beforehand and timed apart. Memory is the process's growth from before the index.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import datetime
from itertools import count
from pathlib import Path

from articles import to_article
from bcubed import bcubed
from diemtin import news
from diemtin.stories import Features, Index, make_features
from synthetic import Generator, Load

PLACED = 4000


def resident() -> float:
    """MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("live", type=int, nargs="*", default=[100_000])
    parser.add_argument("--words", type=int, default=160)
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    floors = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))["stories"]
    low = False
    for live in wanted.live:
        load = Load(live + PLACED, per_day=max(live // 10, 1), words=wanted.words)
        numbers = count()
        index = Index(lambda: f"s{next(numbers)}")  # noqa: B023
        base = resident()
        spent = dict.fromkeys(("features", "restore", "place", "repair"), 0.0)
        truth, ids, placed = [], [], 0
        for k, line in enumerate(Generator(load)):
            article, when = to_article(line), datetime.fromisoformat(line["date"])
            begun = time.process_time()
            packed = make_features(article, news.Told()).pack()
            spent["features"] += time.process_time() - begun
            if k < live:
                begun = time.process_time()
                index.restore(line["id"], Features.unpack(packed), when, line["cluster"])
                spent["restore"] += time.process_time() - begun
                continue
            features = Features.unpack(packed)
            begun = time.process_time()
            index.place(line["id"], features, when)
            spent["place"] += time.process_time() - begun
            truth.append(line["cluster"])
            ids.append(line["id"])
            placed += 1
        memory = resident() - base
        begun = time.process_time()
        moved = index.repair()
        spent["repair"] = time.process_time() - begun
        score = bcubed(truth, [index.story_of(one) for one in ids])
        rate = placed / spent["place"]
        print(
            f"{live} live: {rate:.0f} placed/s; repair {1000 * spent['repair'] / placed:.2f} ms an article "
            f"({len(moved)} moves); restored {live / max(spent['restore'], 1e-9):.0f}/s in {spent['restore']:.1f} s; "
            f"features {1000 * spent['features'] / (live + placed):.2f} ms; {memory:.0f} MB "
            f"({1000 * memory / live:.2f} kB an article); B-cubed of the placed {score.f1:.3f}"
        )
        low |= rate < floors.get(f"placed a second at {live}", 0)
    if wanted.check and low:
        print("below the floor", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
