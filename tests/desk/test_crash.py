"""Kill -9 in the middle of an ingest: after a second run nothing is missing and nothing is there twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.desk.commands import Desk, new_desk, write_lines

WORDS = "tàu cá ngư dân bão cảng tỉnh huyện xã mưa lũ đường cầu trường học sinh giá vàng thị trường phiên tòa".split()


def _news(count: int) -> list[dict[str, object]]:
    dice = random.Random(5)
    return [
        {
            "id": f"n{k}",
            "url": f"https://bao{k % 7}.example/{k}",
            "source": f"Báo {k % 7}",
            "title": " ".join(dice.choices(WORDS, k=9)) + f" {k}",
            "lead": " ".join(dice.choices(WORDS, k=25)),
            "text": "\n".join(" ".join(dice.choices(WORDS, k=60)) for _ in range(4)),
            "date": f"2026-11-{1 + k % 20:02}T{k % 24:02}:00:00+07:00",
        }
        for k in range(count)
    ]


def kill_during(desk: Desk, words: list[str], after: float) -> bool:
    """Start the command and kill it with its whole group; True if it was still running."""
    running = subprocess.Popen(
        desk.command(*words), env=desk.environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(after)
    alive = running.poll() is None
    os.killpg(running.pid, signal.SIGKILL) if alive else None
    running.wait()
    return alive


def assert_whole(desk: Desk, count: int) -> None:
    desk.run("check")
    keys = [article["id"] for article in desk.export("articles")]
    assert len(keys) == len(set(keys)) == count


@pytest.mark.parametrize("after", [1.5, 2.5, 3.5])
def test_killed_ingest_goes_on(tmp_path: Path, after: float) -> None:
    lines = write_lines(tmp_path / "news.jsonl", _news(1500))
    desk = new_desk(tmp_path / "desk")
    kill_during(desk, ["ingest", str(lines)], after)
    desk.run("ingest", str(lines))
    assert_whole(desk, 1500)
