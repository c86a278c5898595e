"""Editors' acts: done at once, kept after a restart, never undone by what arrives later."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, new_desk, write_lines
from tests.desk.news import SUMMIT, copy_of

STORM = {
    "id": "bao",
    "url": "https://baobencang.example/bao.html",
    "source": "Báo Bến Cảng",
    "title": "Bão số 9 đổ bộ vào Quảng Ngãi, gió giật cấp 13",
    "lead": "Sáng 14/5, tâm bão số 9 đi vào đất liền tỉnh Quảng Ngãi, hàng nghìn ngôi nhà bị tốc mái.",
    "text": "Bão số 9 làm tốc mái hơn 2.000 ngôi nhà tại Quảng Ngãi.\nLực lượng chức năng đã sơ tán 40.000 người dân.",
    "date": "2024-05-14T09:30:00+07:00",
}
FLOOD = STORM | {
    "id": "lu",
    "url": "https://baobencang.example/lu.html",
    "title": "Hàng hóa ùn ứ ở cửa khẩu vì đường sắt sạt lở",
    "lead": None,
    "text": "Hàng trăm toa tàu chở sắn lát và thanh long phải nằm chờ tại ga vì một đoạn đường ray bị vùi lấp.",
    "date": "2024-05-14T15:00:00+07:00",
}
COPY = copy_of(SUMMIT, "chep", "Báo Khác", "https://bao-khac.example/thuong-dinh.html", hours=2)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT, COPY, STORM, FLOOD])))
    return desk


def _stories(desk: Desk) -> dict[str, str]:
    return {article["id"]: article["story"] for article in desk.export("articles")}


def _more(tmp_path: Path, line: dict[str, Any], key: str, hours: int) -> str:
    """Another outlet tells the same, so that the machine looks at the story again."""
    more = copy_of(line, key, f"Báo {key}", f"https://bao-{key}.example/1", hours)
    return str(write_lines(tmp_path / f"{key}.jsonl", [more | {"title": line["title"]}]))


def test_a_merge_stays_and_the_old_id_leads_on(desk: Desk, tmp_path: Path) -> None:
    before = _stories(desk)
    assert before["bao"] != before["lu"]
    desk.run("edit", "merge", before["lu"], before["bao"], "--why", "cùng một cơn bão")
    after = _stories(desk)
    assert after["lu"] == after["bao"] == before["bao"]
    desk.run("ingest", _more(tmp_path, FLOOD, "lu2", 2), _more(tmp_path, STORM, "bao2", 3))
    again = _stories(desk)
    assert again["lu"] == again["bao"] == again["bao2"] == before["bao"]
    assert before["lu"] not in {story["id"] for story in desk.export("stories")}
    assert "already" in desk.run("edit", "merge", before["lu"], before["bao"], code=2).stderr
    desk.run("check")


def test_a_split_stays_apart(desk: Desk, tmp_path: Path) -> None:
    before = _stories(desk)
    assert before["goc"] == before["chep"]
    new = desk.run("edit", "split", "chep", "--why", "hai cuộc hội đàm").stdout.strip()
    assert (_stories(desk)["goc"], _stories(desk)["chep"]) == (before["goc"], new)
    desk.run("ingest", _more(tmp_path, SUMMIT, "ba", 1), _more(tmp_path, COPY, "bon", 2))
    after = _stories(desk)
    assert (after["goc"], after["chep"]) == (before["goc"], new)
    assert {after["ba"], after["bon"]} <= {before["goc"], new}
    desk.run("check")


def test_a_split_leaves_something(desk: Desk) -> None:
    assert "nothing would stay" in desk.run("edit", "split", "goc", "chep", code=2).stderr
    assert "one story" in desk.run("edit", "split", "goc", "bao", code=2).stderr


def test_an_article_moves_and_an_empty_story_leads_on(desk: Desk, tmp_path: Path) -> None:
    before = _stories(desk)
    desk.run("edit", "move", before["bao"], "lu")
    assert _stories(desk)["lu"] == before["bao"]
    desk.run("ingest", _more(tmp_path, STORM, "bao2", 3))
    assert _stories(desk)["lu"] == before["bao"]
    assert len(desk.export("stories")) == 2
    desk.run("check")


def test_a_merge_after_a_split_is_the_last_word(desk: Desk, tmp_path: Path) -> None:
    first = _stories(desk)["goc"]
    new = desk.run("edit", "split", "chep").stdout.strip()
    desk.run("edit", "merge", new, first)
    desk.run("ingest", _more(tmp_path, SUMMIT, "ba", 1))
    assert {_stories(desk)[key] for key in ("goc", "chep", "ba")} == {first}
    desk.run("check")


def test_a_title_stays_until_it_is_given_back(desk: Desk, tmp_path: Path) -> None:
    story = _stories(desk)["bao"]
    desk.run("edit", "rename", story, "Bão số 9 ở miền Trung")
    desk.run("ingest", _more(tmp_path, STORM, "bao2", 3))
    assert {s["id"]: s["title"] for s in desk.export("stories")}[story] == "Bão số 9 ở miền Trung"
    desk.run("edit", "rename", story, "")
    assert {s["id"]: s["title"] for s in desk.export("stories")}[story] == STORM["title"]


def test_threads_by_hand_stay(desk: Desk, tmp_path: Path) -> None:
    stories = _stories(desk)
    thread = desk.run("edit", "thread", stories["bao"], stories["lu"], "--to", "new").stdout.strip()
    desk.run("edit", "rename", thread, "Mùa bão 2024")
    desk.run("ingest", _more(tmp_path, STORM, "bao2", 3), _more(tmp_path, FLOOD, "lu2", 3))
    (told,) = desk.export("threads")
    assert (told["id"], told["title"]) == (thread, "Mùa bão 2024")
    assert {stories["bao"], stories["lu"]} <= set(told["stories"])
    desk.run("edit", "thread", stories["lu"], "--to", "none")
    assert desk.export("threads") == []
    desk.run("ingest", _more(tmp_path, FLOOD, "lu3", 4))
    assert desk.export("threads") == []
    desk.run("check")


def test_pins_are_facts_with_times(desk: Desk) -> None:
    stories = _stories(desk)
    desk.run("edit", "pin", stories["bao"], "--block", "focus")
    desk.run("edit", "pin", stories["lu"], "--block", "focus")
    assert "not pinned" in desk.run("edit", "pin", stories["bao"], "--block", "focus", "--off", code=1).stderr
    desk.run("edit", "pin", stories["lu"], "--block", "focus", "--off")
    desk.run("check")


def test_unknown_ids_are_named(desk: Desk) -> None:
    assert "no story" in desk.run("edit", "merge", "snobody0", "snobody1", code=1).stderr
    assert "nobody" in desk.run("edit", "split", "nobody", code=1).stderr
