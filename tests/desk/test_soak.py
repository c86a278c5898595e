"""The long runs of the desk (``make soak``): killed at a hundred random moments, its database taken away, readers while
ten thousand articles come in, a week in fast motion. What they showed last is in ``docs/operating.md``."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, desk_on, free_port, new_database, wait_for_port, write_lines
from tests.desk.growing import GrowingWeb, growing
from tests.desk.soaking import Readers, Server, lines_of, stoppable
from tests.desk.test_watch import watch_words

pytestmark = pytest.mark.soak
TIMES = max(int(os.environ.get("SOAK_KILLS", "100")) // 4, 1)
"""A quarter each: ingest on SQLite, ingest on PostgreSQL, watch on SQLite, watch on PostgreSQL."""
LINES = 200
KB_AN_ARTICLE = 4.0
"""In the index: 1.3 of columns, 0.8 of filings, the rest ids and stories as Python's objects, and spare room. Measured with
8,000 and 27,000 articles read back into an empty one."""


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    if request.param == "sqlite":
        return desk_on(tmp_path / "desk", None)
    return desk_on(tmp_path / "desk", new_database(request.getfixturevalue("postgres_url")))


def assert_each_once(desk: Desk, keys: Counter[str], column: str) -> None:
    """No article is lost, none is there twice, and nothing dangles."""
    desk.run("check")
    found = Counter(article[column] for article in desk.export("articles"))
    assert found == keys, (sorted((keys - found).elements())[:5], sorted((found - keys).elements())[:5])


def _kill(running: subprocess.Popen[Any], after: float) -> bool:
    """The program and everything it started; True if it was still running."""
    time.sleep(after)
    alive = running.poll() is None
    if alive:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    return alive


def test_ingest_killed_at_random_moments(desk: Desk, tmp_path: Path) -> None:
    """Each time two hundred new lines come beside those of the time before, which may be half in; until so many kills
    have met a process at work, however fast the machine is."""
    dice = random.Random()
    files = [write_lines(tmp_path / "first.jsonl", lines_of(0, LINES))]
    begun = time.monotonic()
    desk.run("ingest", str(files[0]))
    usual = time.monotonic() - begun
    in_the_middle = turn = 0
    while in_the_middle < TIMES:
        turn += 1
        files.append(write_lines(tmp_path / f"{turn}.jsonl", lines_of(turn, LINES)))
        words = desk.command("ingest", *map(str, files[-2:]))
        running = subprocess.Popen(words, env=desk.environment, stderr=subprocess.DEVNULL, start_new_session=True)
        in_the_middle += _kill(running, dice.uniform(0.2, 1.2) * usual)
        desk.run("check")
    in_before = len(desk.export("articles"))
    desk.run("ingest", *map(str, files))
    assert_each_once(desk, Counter(f"t{number}-{k}" for number in range(turn + 1) for k in range(LINES)), "id")
    print(
        f"\n{turn} lives, {in_the_middle} of them killed while it worked; "
        f"{in_before} of {(turn + 1) * LINES} were in before the last run"
    )


def test_watch_killed_at_random_moments(desk: Desk) -> None:
    """Thirty sources go on publishing: sixty pages for every life of the watcher."""
    with growing(30, 2) as web:
        _watch_these(desk, web)
        begun = time.monotonic()
        _watch_once(desk, web, "--name", "soak")
        usual = time.monotonic() - begun
        dice = random.Random()
        in_the_middle = lives = 0
        while in_the_middle < TIMES:
            lives += 1
            web.hour += 1
            asked = web.asked()
            running = _start_watch(desk, web, "--name", "soak")
            alive = _kill(running, dice.uniform(0.3, 1.1) * usual)
            in_the_middle += alive and asked < web.asked() < web.hosts * web.hourly * web.hour
            desk.run("check")
        in_before = len(desk.export("articles"))
        _watch_once(desk, web, "--name", "soak")
        assert_each_once(desk, web.titles(), "title")
        every = web.titles().total()
        print(
            f"\n{lives} lives, {in_the_middle} of them killed between the first and the last page; "
            f"{in_before} of {every} were in before"
        )


def _watch_these(desk: Desk, web: GrowingWeb) -> None:
    desk.folder.mkdir(exist_ok=True)
    hosts = ", ".join(f'"{name}"' for name in web.names)
    toml = f'contact = "https://ban-tin.example"\nfetch_private_hosts = [{hosts}]\n'
    (desk.folder / "desk.toml").write_text(toml, encoding="utf-8")
    desk.run("sources", "add", *web.urls, "--kind", "feed")


def _start_watch(desk: Desk, web: GrowingWeb, *words: str) -> subprocess.Popen[str]:
    """With the clock of the web: two days later each hour, so that no source waits."""
    environment = desk.environment | {"DIEMTIN_TEST_HOURS": str(48 * (web.hour - 1))}
    return subprocess.Popen(
        watch_words(desk, *words), env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def _watch_once(desk: Desk, web: GrowingWeb, *words: str) -> None:
    running = _start_watch(desk, web, "--once", *words)
    _, said = running.communicate(timeout=600)
    assert running.returncode == 0, said[-3000:]


# --- PostgreSQL ------------------------------------------------------------------------------------------------------


def test_postgresql_stopped_and_started_under_a_watch(tmp_path: Path) -> None:
    """The server loses its power five times while a watch runs; the watch waits for it and loses nothing."""
    with stoppable() as server, growing(60, 20) as web:
        desk = desk_on(tmp_path / "desk", new_database(server.uri))
        _watch_these(desk, web)
        running = _start_watch(desk, web, "--once", "--name", "soak")
        away = _wait_without_power(server, running)
        web.hour += 1
        _watch_once(desk, web, "--name", "soak")
        assert_each_once(desk, web.titles(), "title")
        print(f"\n5 stops, the watch met {away} refusals and went on; {web.titles().total()} articles, each once")


def test_postgresql_stopped_and_started_under_an_ingest(tmp_path: Path) -> None:
    """The same under an ingest: it waits and goes on. When the server stays away it stops, says so and can go on later."""
    with stoppable() as server:
        desk = desk_on(tmp_path / "desk", new_database(server.uri))
        lines = [line for turn in range(20) for line in lines_of(turn, LINES)]
        path = write_lines(tmp_path / "news.jsonl", lines)
        running = _start_ingest(desk, path)
        away = _wait_without_power(server, running)
        assert_each_once(desk, Counter(line["id"] for line in lines), "id")
        more = [line for turn in range(20, 30) for line in lines_of(turn, LINES)]
        running = _start_ingest(desk, write_lines(tmp_path / "more.jsonl", more))
        time.sleep(5)
        server.turn("stop")
        begun = time.monotonic()
        _, said = running.communicate(timeout=300)
        assert running.returncode == 1
        last = said.strip().splitlines()[-1]
        assert "the store is away" in last, said[-2000:]
        assert "Traceback" not in said
        print(
            f"\n5 stops, {away} refusals met; without a server it gave up after {time.monotonic() - begun:.0f} s: {last}"
        )
        server.turn("start")
        desk.run("check")
        desk.run("ingest", str(tmp_path / "more.jsonl"))
        assert_each_once(desk, Counter(line["id"] for line in [*lines, *more]), "id")


def _wait_without_power(server: Server, running: subprocess.Popen[str]) -> int:
    """Five losses of power; then the process ends by itself. How often it met a store that was away: at least once."""
    for _ in range(5):
        time.sleep(4)
        server.turn("stop")
        time.sleep(2)
        server.turn("start")
    _, said = running.communicate(timeout=600)
    assert running.returncode == 0, said[-3000:]
    away = said.count("the store is away")
    assert away
    return away


def _start_ingest(desk: Desk, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        desk.command("ingest", str(path)),
        env=desk.environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_two_watchers_and_two_webs_while_ten_thousand_articles_come_in(tmp_path: Path, postgres_url: str) -> None:
    """Readers ask page after page at both web processes and see no error; each source is asked once a round."""
    rounds, hosts, hourly = 5, 100, int(os.environ.get("SOAK_ARTICLES", "10000")) // 500
    desk = desk_on(tmp_path / "desk", new_database(postgres_url))
    with growing(hosts, hourly, whole=True) as web:
        _watch_these(desk, web)
        _watch_once(desk, web, "--name", "one")
        ports = [free_port(), free_port()]
        words = [desk.command("serve", "--port", str(port), "--workers", "1") for port in ports]
        webs = [subprocess.Popen(one, env=desk.environment, stderr=subprocess.DEVNULL) for one in words]
        try:
            for port in ports:
                wait_for_port(port)
            with Readers(ports, count=2) as quiet:
                time.sleep(15)
            begun = time.monotonic()
            with Readers(ports, count=2) as readers:
                for _ in range(rounds):
                    web.hour += 1
                    web.feeds.clear()
                    both = [_start_watch(desk, web, "--once", "--name", name) for name in ("one", "two")]
                    said = [running.communicate(timeout=900)[1] for running in both]
                    assert [running.returncode for running in both] == [0, 0], said
                    assert set(web.feeds) == set(web.names)
                    assert set(web.feeds.values()) == {1}, web.feeds.most_common(3)
            seconds = time.monotonic() - begun
        finally:
            for running in webs:
                running.terminate()
            for running in webs:
                running.wait(60)
        assert_each_once(desk, web.titles(), "title")
        print(
            f"\n{rounds * hosts * hourly} articles in {seconds:.0f} s, {rounds} rounds, each source asked once in each"
        )
        print(f"readers before:  {quiet.told()}\nreaders meanwhile: {readers.told()}")
        assert not readers.faults, readers.faults[:5]
        assert not quiet.faults, quiet.faults[:5]


# --- a week ----------------------------------------------------------------------------------------------------------


def test_a_week_in_fast_motion(tmp_path: Path) -> None:
    """A hundred sources for a simulated week: memory and open files flat, intervals adapted, nothing lost."""
    desk = desk_on(tmp_path / "desk", None)
    desk.folder.mkdir()
    words = [sys.executable, "-m", "tests.desk.week", str(desk.folder), os.environ.get("SOAK_DAYS", "7")]
    done = subprocess.run(words, env=desk.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    days: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines()]
    names = (
        "day, requests, new articles, lost, median delay (min), memory (MB), of it SQLite's (MB), articles in the index, "
        "open files, busy (min), quiet (h)"
    )
    print("\n| " + names.replace(", ", " | ") + " |\n|" + "---|" * 11)
    for day in days:
        print("| " + " | ".join(str(value) for value in day.values()) + " |")
    assert all(day["lost"] == 0 for day in days)
    warm = days[len(days) // 2]
    # SQLite's cache fills to its 64 MB, the index to the articles of its days; all else has to stand still.
    rest = [day["memory"] - day["sqlite"] - day["index"] * KB_AN_ARTICLE / 1000 for day in days]
    assert rest[-1] < rest[len(days) // 2] + 10, rest
    assert days[-1]["files"] <= warm["files"] + 2
    assert days[-1]["busy"] < 20 < days[-1]["quiet"] * 60
    desk.run("check")
