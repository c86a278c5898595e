"""``diemtin outlets``: what each outlet lets the desk show, from the command line and on the editor's desk."""

from __future__ import annotations

import json
from pathlib import Path

from tests.desk.commands import new_desk, write_lines
from tests.desk.news import SUMMIT, copy_of


def test_rights_are_listed_shown_and_set(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    copy = copy_of(SUMMIT, "chep", "Báo Khác", "https://bao-khac.example/thuong-dinh.html", hours=2)
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT, copy])))
    rows = [line.split("\t") for line in desk.run("outlets", "list").stdout.splitlines()]
    assert [row[:3] for row in rows] == [["bao-khac.example", "excerpt", "1"], ["baobencang.example", "excerpt", "1"]]
    assert rows[1][3:] == ["2024-05-14T17:30+07:00", "Báo Bến Cảng"]

    set_words = desk.run(
        "outlets", "set", "báo khác", "www.baobencang.example", "--rights", "full", "--by", "lan"
    ).stderr
    assert set_words.splitlines() == ["bao-khac.example: excerpt -> full", "baobencang.example: excerpt -> full"]
    shown = json.loads(desk.run("outlets", "show", "https://baobencang.example/", "--json").stdout)
    assert (shown["rights"], shown["articles"], shown["name"]) == ("full", 1, "Báo Bến Cảng")
    assert "full already" in desk.run("outlets", "set", "bao-khac.example", "--rights", "full").stderr


def test_wrong_use_changes_nothing(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT])))
    assert "one of" in desk.run("outlets", "set", "baobencang.example", "--rights", "all", code=2).stderr
    assert "no outlet" in desk.run("outlets", "set", "moi.vn", "baobencang.example", "--rights", "full", code=1).stderr
    desk.run("outlets", "set", "https://www.moi.vn/", "--new", "--rights", "headline")
    assert "not a domain" in desk.run("outlets", "set", "không phải", "--new", "--rights", "full", code=2).stderr
    rows = {line.split("\t")[0]: line.split("\t")[1] for line in desk.run("outlets", "list").stdout.splitlines()}
    assert rows == {"baobencang.example": "excerpt", "moi.vn": "headline"}
