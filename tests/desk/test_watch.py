"""``diemtin watch`` on two hundred sources that misbehave, killed and stopped, alone and beside another."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, desk_on, new_database, new_desk
from tests.desk.threading_web import in_a_thread
from tests.sources.misbehaving import MisbehavingWeb, misbehaving_web


def serving(count: int) -> AbstractContextManager[MisbehavingWeb]:
    """The web in a thread of its own."""
    return in_a_thread(misbehaving_web(count))


def watch_words(desk: Desk, *words: str) -> list[str]:
    return [sys.executable, "-m", "tests.desk.local_web", "watch", *words, "--log-json", "--desk", str(desk.folder)]


def watch(desk: Desk, *words: str) -> list[dict[str, Any]]:
    """Runs to its end; the log."""
    done = subprocess.run(
        watch_words(desk, *words), env=desk.environment, capture_output=True, text=True, check=False, timeout=200
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [json.loads(line) for line in done.stderr.splitlines() if line.startswith("{")]


def with_sources(desk: Desk, web: MisbehavingWeb) -> Desk:
    desk.folder.mkdir(exist_ok=True)
    hosts = ", ".join(f'"{source.host}"' for source in web.sources)
    toml = f'contact = "https://ban-tin.example"\nfetch_private_hosts = [{hosts}]\n'
    (desk.folder / "desk.toml").write_text(toml, encoding="utf-8")
    desk.run("sources", "add", *[source.url for source in web.sources], "--kind", "feed")
    return desk


def titles(desk: Desk) -> Counter[str]:
    return Counter(article["title"] for article in desk.export("articles"))


def expected(web: MisbehavingWeb) -> Counter[str]:
    return Counter(title for source in web.sources for title in source.titles)


def test_every_good_article_once_every_bad_source_named_and_nobody_waits(tmp_path: Path) -> None:
    with serving(200) as web:
        desk = with_sources(new_desk(tmp_path / "desk"), web)
        log = watch(desk, "--once")
        assert titles(desk) == expected(web)
        desk.run("check")
        told = {r["url"].split("/")[2].split(":")[0]: r for r in _reports(desk)}
        for source in web.sources:
            report = told[source.host]
            if source.reason:
                assert report["health"] == "failing", source.host
                assert source.reason in report["words"], (source.host, report["words"])
            else:
                assert report["health"] == "good", (source.host, report["words"])
                assert report["articles"] == source.good
        moved = [r["url"] for r in told.values() if "-moved." in r["url"]]
        assert moved
        assert all(url.endswith("/new.xml") for url in moved)
        read = [line["time"] for line in log if line["event"] == "source read" and "-good." in line["url"]]
        slow = [line["time"] for line in log if line["event"] == "source failed" and "-slow-" in line["url"]]
        assert sorted(read)[len(read) // 2] < min(slow)
        before = {host: len(paths) for host, paths in web.requests.items()}
        watch(desk, "--once")  # nothing is due yet
        assert {host: len(paths) for host, paths in web.requests.items()} == before
        good = next(source.host for source in web.sources if source.behaviour == "good")
        assert Counter(web.requests[good]).most_common(1)[0][1] == 1, "nothing is asked for twice"


def _reports(desk: Desk) -> list[dict[str, Any]]:
    lines = desk.run("sources", "check", "--json", code=1).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_it_stops_when_told_and_goes_on_where_it_was(tmp_path: Path) -> None:
    with serving(60) as web:
        desk = with_sources(new_desk(tmp_path / "desk"), web)
        running = subprocess.Popen(watch_words(desk), env=desk.environment, stderr=subprocess.PIPE, text=True)
        try:
            _wait_for(lambda: sum(map(len, web.requests.values())) > 40)
            running.send_signal(signal.SIGTERM)
            _, said = running.communicate(timeout=60)
        finally:
            running.kill()
        assert running.returncode == 0
        assert "stopping" in said
        desk.run("check")
        watch(desk, "--once")
        assert titles(desk) == expected(web)


def test_a_second_watch_on_one_sqlite_is_refused(tmp_path: Path) -> None:
    with serving(10) as web:
        desk = with_sources(desk_on(tmp_path / "desk", None), web)
        running = subprocess.Popen(watch_words(desk), env=desk.environment, stderr=subprocess.DEVNULL)
        try:
            _wait_for(lambda: bool(web.requests))
            assert "another watch" in desk.run("watch", "--once", code=1).stderr
        finally:
            running.terminate()
            running.wait(60)


@pytest.mark.postgres
def test_two_watchers_share_one_postgresql(tmp_path: Path, postgres_url: str) -> None:
    with serving(120) as web:
        desk = with_sources(desk_on(tmp_path / "desk", new_database(postgres_url)), web)
        words = [watch_words(desk, "--once", "--name", name) for name in ("one", "two")]
        both = [subprocess.Popen(w, env=desk.environment, stderr=subprocess.PIPE, text=True) for w in words]
        said = [running.communicate(timeout=200)[1] for running in both]
        assert [running.returncode for running in both] == [0, 0], said
        assert titles(desk) == expected(web)
        desk.run("check")
        for source in web.sources:
            asked = Counter(path for path in web.requests[source.host] if path.startswith("/feed"))
            assert all(count == 1 for count in asked.values()), (source.host, asked)


def test_one_article_by_hand_and_the_desk_keeps_it(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    text = "Giá gạo tăng tuần thứ ba\n\n" + "\n\n".join(
        f"Giá gạo tăng thêm {k} USD mỗi tấn trong tuần." for k in range(5)
    )
    words = desk.command("add", "-", "--url", "https://bao.example/gao.html")
    for _ in range(2):
        done = subprocess.run(words, env=desk.environment, input=text, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert [article["id"] for article in desk.export("articles")] == [done.stdout.strip()]
    desk.run("takedown", done.stdout.strip(), "--why", "nhầm")
    again = subprocess.run(words, env=desk.environment, input=text, capture_output=True, text=True, check=False)
    assert (again.returncode, again.stdout) == (1, "")
    # What was removed is not read again: the same bytes are known.
    assert "no article" in again.stderr or "taken down" in again.stderr


def test_private_addresses_are_refused(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    for url in ("http://127.0.0.1:9/x", "http://[::1]/", "http://169.254.169.254/latest", "http://0x7f000001/"):
        assert desk.run("add", url, code=1).stdout == ""


def test_sources_come_and_go(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    opml = tmp_path / "feeds.opml"
    outlines = "".join(f'<outline type="rss" text="Báo {k}" xmlUrl="https://bao{k}.example/rss"/>' for k in range(3))
    opml.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
    assert "3 sources added" in desk.run("sources", "add", str(opml)).stderr
    assert "0 sources added, 3 watched already" in desk.run("sources", "add", str(opml)).stderr
    assert desk.run("sources", "list", "--opml").stdout.count("xmlUrl") == 3
    desk.run("sources", "remove", "https://bao1.example/rss")
    assert len(desk.run("sources", "list", "--json").stdout.splitlines()) == 2
    assert "not a source" in desk.run("sources", "remove", "https://bao1.example/rss", code=1).stderr
    assert "1 sources added" in desk.run("sources", "add", "https://bao1.example/rss", "--kind", "feed").stderr


def _wait_for(seen: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not seen():
        assert time.monotonic() < end
        time.sleep(0.05)
