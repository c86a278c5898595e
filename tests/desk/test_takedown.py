"""Takedown: gone from everywhere at once, never brought back by ingest, taken back by an editor alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, new_desk, write_lines
from tests.desk.news import SUMMIT, copy_of

COPY = copy_of(SUMMIT, "chep", "Báo Khác", "https://bao-khac.example/thuong-dinh.html", hours=2)
OTHER = SUMMIT | {
    "id": "khac",
    "url": "https://baobencang.example/gao.html",
    "title": "Giá gạo xuất khẩu tăng tuần thứ ba liên tiếp",
    "lead": None,
    "text": "Giá gạo 5% tấm tại Đồng bằng sông Cửu Long tăng thêm 12 USD mỗi tấn, theo hiệp hội lương thực.",
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT, COPY, OTHER])))
    return desk


def _everything(desk: Desk) -> str:
    said = [desk.run("export", what).stdout for what in ("articles", "stories", "threads", "meetings", "statements")]
    return "".join([*said, desk.run("search", "thượng đỉnh", "--json").stdout])


def test_it_is_gone_from_exports_and_search_and_its_copies_are_named(desk: Desk) -> None:
    assert {a["id"]: a["copy_of"] for a in desk.export("articles")} == {"goc": None, "chep": "goc", "khac": None}
    done = desk.run("takedown", "goc", "--why", "theo yêu cầu của báo")
    assert "chep" in done.stderr
    assert '"goc"' not in _everything(desk)
    assert {a["id"]: a["copy_of"] for a in desk.export("articles")} == {"chep": None, "khac": None}
    (story,) = [story for story in desk.export("stories") if "chep" in story["articles"]]
    assert story["outlets"] == ["Báo Khác"]
    desk.run("check")


def test_what_only_it_told_is_gone_with_it(desk: Desk) -> None:
    desk.run("takedown", "goc", "--why", "sai")
    desk.run("takedown", "chep", "--why", "sai")
    assert "thượng đỉnh" not in _everything(desk)
    assert desk.export("meetings") == desk.export("statements") == []
    assert [story["articles"] for story in desk.export("stories")] == [["khac"]]
    desk.run("check")


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(SUMMIT, id="the same line"),
        pytest.param(SUMMIT | {"id": "moi"}, id="another id, the same address"),
        pytest.param(SUMMIT | {"title": "Một tít hoàn toàn khác"}, id="changed text, the same id"),
        pytest.param(
            SUMMIT | {"id": None, "url": "https://m.baobencang.example/thuong-dinh.html?utm_source=x"},
            id="mobile address",
        ),
        pytest.param(SUMMIT | {"id": None, "url": None}, id="the same text without address"),
    ],
)
def test_ingest_does_not_bring_it_back(desk: Desk, tmp_path: Path, again: dict[str, Any]) -> None:
    desk.run("takedown", "goc", "--why", "sai")
    before = _everything(desk)
    done = desk.run("ingest", str(write_lines(tmp_path / "again.jsonl", [again])))
    assert "taken down before" in done.stderr
    assert _everything(desk) == before
    desk.run("check")


def test_an_earlier_version_does_not_come_back_either(desk: Desk, tmp_path: Path) -> None:
    changed = SUMMIT | {"text": "Bản tin được viết lại từ đầu với nội dung mới."}
    desk.run("ingest", str(write_lines(tmp_path / "changed.jsonl", [changed])))
    desk.run("takedown", "goc", "--why", "sai")
    for given in (SUMMIT, changed):
        bare = given | {"id": None, "url": None}
        done = desk.run("ingest", str(write_lines(tmp_path / "again.jsonl", [bare])))
        assert "taken down before" in done.stderr


def test_below_another_article_it_stays_away(tmp_path: Path, shared: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    pages = sorted((shared / "seed-pages").glob("*.txt")) + sorted((shared / "seed-pages").glob("*.md"))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for page in pages:
            (tmp_path / name / f"{name}-{page.name}").write_bytes(page.read_bytes())
    desk.run("ingest", str(tmp_path / "one"))
    embedded = {article["title"] for article in _embedded(shared)}
    keys = [article["id"] for article in desk.export("articles") if article["title"] in embedded]
    assert keys
    for key in keys:
        desk.run("takedown", key, "--why", "sai")
    rest = desk.run("export", "articles").stdout
    desk.run("ingest", str(tmp_path / "two"))
    assert not any(title in rest for title in embedded)
    assert desk.run("export", "articles").stdout == rest
    desk.run("check")


def _embedded(shared: Path) -> list[dict[str, Any]]:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in (shared / "seed-pages").glob("*.gold.json")]
    return [article for gold in golds for article in gold["articles"] if article["role"] == "embedded"]


def test_a_mistake_is_taken_back(desk: Desk) -> None:
    before = _everything(desk)
    desk.run("takedown", "goc", "--why", "nhầm")
    desk.run("takedown", "goc", "--undo", "--why", "không phải bài này")
    after = _everything(desk)
    assert _without_new_ids(after) == _without_new_ids(before)
    desk.run("check")


def _without_new_ids(text: str) -> set[str]:
    """Meetings and statements are told anew: their ids and the order of sources are new, what they say is not."""
    bare = re.sub(r'"id": "[mq][0-9a-z]{7}"', "", text)
    return {"".join(sorted(line)) for line in bare.splitlines()}


def test_erased_texts_are_gone_from_the_store_for_good(desk: Desk) -> None:
    desk.run("takedown", "goc", "--why", "theo pháp luật", "--erase")
    desk.run("takedown", "chep", "--why", "theo pháp luật", "--erase")
    desk.run("check")
    desk.run("takedown", "goc", "--undo", "--why", "nhầm", code=1)
    if "DATABASE_URL" not in desk.environment:
        import sqlite3

        store = sqlite3.connect(desk.folder / "desk.sqlite3")
        told = " ".join(map(str, store.execute("SELECT title, lead, body FROM store_version").fetchall()))
        assert "gạo" in told
        assert "thượng đỉnh" not in told


def test_an_address_that_was_never_taken_is_never_taken(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "other.jsonl", [OTHER])))
    desk.run("takedown", SUMMIT["url"], "--why", "báo không cho phép")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT | {"id": None}])))
    assert [a["id"] for a in desk.export("articles")] == ["khac"]


def test_wrong_words_are_named(desk: Desk) -> None:
    assert "no article" in desk.run("takedown", "nobody", "--why", "x", code=1).stderr
    assert "reason" in desk.run("takedown", "goc", "--why", " ", code=2).stderr
    desk.run("takedown", "goc", "--why", "x")
    assert "already" in desk.run("takedown", "goc", "--why", "x", code=1).stderr
