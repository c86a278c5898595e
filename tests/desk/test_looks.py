"""Later looks at pages that were read: what is changed is a new version, nobody is asked more than was promised."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from diemtin.desk.waiting import LATER, SOONEST, YOUNG, later_look, look_at_change
from diemtin.sources.schedule import SourceState, find_changed
from tests.desk.commands import Desk, new_desk
from tests.desk.growing import GrowingWeb, growing
from tests.desk.test_watch import watch_words

NOW = datetime(2026, 3, 1, 8, 10, tzinfo=UTC)


def _watch(desk: Desk, web: GrowingWeb, hours: float) -> None:
    hosts = ", ".join(f'"{name}"' for name in web.names)
    if not desk.folder.exists():
        desk.folder.mkdir()
        toml = f'contact = "https://ban-tin.example"\nfetch_private_hosts = [{hosts}]\n'
        (desk.folder / "desk.toml").write_text(toml, encoding="utf-8")
        desk.run("sources", "add", *web.urls, "--kind", "feed")
    environment = desk.environment | {"DIEMTIN_TEST_HOURS": str(hours)}
    words = watch_words(desk, "--once")
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stderr[-3000:]


def _article(desk: Desk, title: str) -> dict[str, Any]:
    (found,) = [article for article in desk.export("articles") if article["title"] == title]
    return found


def test_every_young_page_is_looked_at_once_more_and_what_changed_is_a_version(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    with growing(2, 3) as web:
        _watch(desk, web, 0)
        captures = sum(1 for _ in (desk.folder / "captures").rglob("*.zst"))
        assert captures == 6
        web.edited["bao001.test", 1] = "Tít mới của bài này sau khi tòa soạn sửa lại"
        _watch(desk, web, 5)
        assert {count for paths in web.pages.values() for count in paths.values()} == {1}, "not before its time"
        for hours in (7, 8, 20, 47):
            _watch(desk, web, hours)
        assert {count for paths in web.pages.values() for count in paths.values()} == {2}, "once more, and no more"
        assert _article(desk, web.edited["bao001.test", 1])["version"] == 2
        assert len(desk.export("articles")) == 6
        assert sum(1 for _ in (desk.folder / "captures").rglob("*.zst")) == captures + 1, "what is the same is not kept"
    desk.run("check")


def test_a_page_whose_feed_entry_changed_is_looked_at_soon(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    with growing(1, 8) as web:
        web.begun += timedelta(hours=18)  # articles of two hours ago
        _watch(desk, web, 0)
        changed = ("bao000.test", 2)
        web.edited[changed] = "Tít đã sửa trong nguồn tin và trên trang"
        web.told.add(changed)
        _watch(desk, web, 1)
        _watch(desk, web, 3)
        _watch(desk, web, 5)
        asked = web.pages["bao000.test"]
        assert asked.pop("/bai-2.html") == 2
        assert set(asked.values()) == {1}
        assert _article(desk, web.edited[changed])["version"] == 2


def test_looks_have_an_end() -> None:
    published, moments, now = NOW, [], NOW
    while look := look_at_change("https://bao.example/1", published, now):
        now = datetime.fromisoformat(look.not_before or "")
        assert now.timestamp() % SOONEST.total_seconds() == 0
        moments.append(now)
    assert len(moments) <= 20
    assert later_look("u", published, now) is None
    assert later_look("u", NOW - YOUNG, NOW) is None
    last = later_look("u", None, NOW)
    assert last is not None
    assert timedelta(0) <= datetime.fromisoformat(last.not_before or "") - NOW - LATER < SOONEST


def test_a_list_that_says_everything_changed_says_nothing() -> None:
    keys = tuple(f"k{n}" for n in range(20))
    state = SourceState("https://bao.example/sitemap.xml", "sitemap", seen=keys, stamps=("a",) * 20)
    assert find_changed(state, keys, ("b",) * 20) == ()
    assert find_changed(state, keys, ("b", *("a",) * 19)) == ("k0",)
    assert find_changed(state, ("new", *keys[:4]), ("b", "a", "a", "b", "b")) == ("k2", "k3")
    old = SourceState("https://bao.example/sitemap.xml", "sitemap", seen=keys)
    assert find_changed(old, keys, ("b",) * 20) == (), "a state of an earlier version knows no stamps"
