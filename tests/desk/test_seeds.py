"""The two pages that started the project: three articles, one thread, and nobody else's article in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.commands import new_desk

SAMPLE = Path(__file__).resolve().parents[2] / "src" / "diemtin" / "sample"


def test_three_articles_one_thread_and_the_sample_stays_apart(tmp_path: Path, shared: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(shared / "seed-pages"))
    articles = desk.export("articles")
    assert len(articles) == 3
    assert len({article["story"] for article in articles}) == 3
    threads = {article["thread"] for article in articles}
    assert len(threads) == 1
    assert None not in threads
    before = {what: desk.run("export", what).stdout for what in ("articles", "stories", "threads", "meetings")}
    desk.run("ingest", str(shared / "seed-pages"))
    assert {what: desk.run("export", what).stdout for what in before} == before
    if not (SAMPLE / "pages").exists():
        pytest.skip("no sample")
    desk.run("ingest", str(SAMPLE / "pages"), str(SAMPLE / "dumps"))
    (thread,) = threads
    keys = {article["id"] for article in articles}
    assert {article["id"] for article in desk.export("articles") if article["thread"] == thread} == keys
    desk.run("check")
