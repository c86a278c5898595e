"""``diemtin ingest ADDRESS`` of a sitemap: the pages that it lists are read, those that are known are not asked for."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from diemtin.sources import asking
from tests.desk.commands import Desk, new_desk
from tests.desk.growing import GrowingWeb, growing
from tests.desk.local_web import resolve


def _ingest(desk: Desk, web: GrowingWeb) -> str:
    words = [sys.executable, "-m", "tests.desk.local_web", "ingest", f"http://bao000.test:{web.port}/sitemap.xml"]
    desk.folder.mkdir(exist_ok=True)
    (desk.folder / "desk.toml").write_text('fetch_private_hosts = ["bao000.test"]\n', encoding="utf-8")
    done = subprocess.run(
        [*words, "--desk", str(desk.folder)], env=desk.environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 1, done.stderr
    assert "khong-co.html" in done.stderr, "what cannot be read is named"
    return done.stderr


def test_a_sitemap_is_read_and_what_is_known_is_not_asked_for(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    with growing(1, 3) as web:
        assert "3 new articles" in _ingest(desk, web)
        web.hour = 2
        said = _ingest(desk, web)
        assert "3 new articles" in said
        assert "3 of its 7 addresses were read before" in said
        assert set(web.pages["bao000.test"].values()) == {1}
        assert Counter(article["title"] for article in desk.export("articles")) == web.titles()
    desk.run("check")


def test_the_newest_come_first_and_the_rest_the_next_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST_PAGES", 2)
    skipped: list[str] = []
    with growing(1, 5) as web:
        manners = asking.Manners(allowed_hosts=frozenset(web.names), seconds_between=0)
        url = f"http://bao000.test:{web.port}/sitemap.xml"

        def ask(known: set[str]) -> list[str]:
            found = asking.fetch_what(
                url,
                manners=manners,
                refused=print,
                skipped=lambda _, why: skipped.append(why),
                wanted=lambda urls: {one for one in urls if "/bai-" in one} - known,
                resolver=resolve,
            )
            return [str(capture.url).rpartition("/")[2] for capture in found if isinstance(capture, asking.Capture)]

        assert ask(set()) == ["bai-4.html", "bai-3.html"]
        assert "3 older addresses are left for the next time" in skipped
        known = {f"http://bao000.test:{web.port}/bai-{k}.html" for k in (4, 3)}
        assert ask(known) == ["bai-2.html", "bai-1.html"]
        without = asking.fetch_what(
            url, manners=manners, refused=print, skipped=lambda _, why: skipped.append(why), resolver=resolve
        )
        assert list(without) == []
        assert "it lists 6 addresses and holds no article" in skipped
