"""Backup, restore and copy: the same desk on either database, everything or nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, desk_on, new_database, new_desk, write_lines
from tests.desk.news import SUMMIT, copy_of
from tests.desk.test_crash import _news

COPY = copy_of(SUMMIT, "chep", "Báo Khác", "https://bao-khac.example/thuong-dinh.html", hours=2)
PAGE = (
    "<html><head><title>Giá gạo tăng</title></head><body><article><h1>Giá gạo xuất khẩu tăng tuần thứ ba</h1>"
    + "".join(
        f"<p>Đoạn {k}: giá gạo 5% tấm tại Đồng bằng sông Cửu Long tăng thêm {k} USD mỗi tấn trong tuần.</p>"
        for k in range(9)
    )
    + "</article></body></html>"
)


def _fill(desk: Desk, folder: Path) -> None:
    """Lines, a page with its capture, an editor's act, a takedown."""
    (folder / "pages").mkdir()
    (folder / "pages" / "gao.html").write_text(PAGE, encoding="utf-8")
    lines = write_lines(folder / "news.jsonl", [SUMMIT, COPY, *_news(40)])
    desk.run("ingest", str(lines), str(folder / "pages"))
    story = desk.export("stories")[-1]["id"]
    desk.run("edit", "rename", story, "Tít của biên tập viên")
    desk.run("takedown", "n7", "--why", "theo yêu cầu")


def everything(desk: Desk) -> list[Any]:
    """As objects: PostgreSQL keeps the keys of an object in an order of its own."""
    lines = [
        line for what in ("articles", "stories", "meetings") for line in desk.run("export", what).stdout.splitlines()
    ]
    lines += desk.run("search", "tàu cá", "--json", "--limit", "100").stdout.splitlines()
    return [json.loads(line) for line in lines]


def assert_same_desk(one: Desk, other: Desk, folder: Path) -> None:
    """What it holds, what search finds, and how it goes on."""
    assert everything(one) == everything(other)
    other.run("check")
    more = write_lines(folder / "more.jsonl", [*_news(45)[38:], SUMMIT | {"id": None, "url": None, "title": "Tin mới"}])
    for desk in (one, other):
        done = desk.run("ingest", str(more))
        assert "6 new articles" in done.stderr
        desk.run("check")
    assert everything(one) == everything(other)


def test_a_restored_desk_is_the_same_and_goes_on_the_same(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    _fill(desk, tmp_path)
    (desk.folder / "desk.toml").write_text('name = "Bàn tin thử"\n', encoding="utf-8")
    desk.run("backup", str(tmp_path / "b.tar.zst"))
    other = new_desk(tmp_path / "other")
    other.run("restore", str(tmp_path / "b.tar.zst"))
    assert (other.folder / "desk.toml").read_text(encoding="utf-8") == 'name = "Bàn tin thử"\n'
    assert (
        not (other.folder / "secret").exists()
        or (other.folder / "secret").read_bytes() != (desk.folder / "secret").read_bytes()
    )
    assert len(list((other.folder / "captures").glob("*/*.zst"))) == 1
    assert_same_desk(desk, other, tmp_path)


def test_a_backup_without_captures_says_so_in_their_rows(tmp_path: Path) -> None:
    desk, other = new_desk(tmp_path / "desk"), new_desk(tmp_path / "other")
    _fill(desk, tmp_path)
    desk.run("backup", str(tmp_path / "b.tar.zst"), "--no-captures")
    other.run("restore", str(tmp_path / "b.tar.zst"))
    other.run("check")


def test_a_desk_with_something_in_it_is_not_restored_over(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT])))
    desk.run("backup", str(tmp_path / "b.tar.zst"))
    assert "not empty" in desk.run("restore", str(tmp_path / "b.tar.zst"), code=1).stderr


def test_a_torn_backup_restores_nothing(tmp_path: Path) -> None:
    desk, other = new_desk(tmp_path / "desk"), new_desk(tmp_path / "other")
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", _news(60))))
    file = tmp_path / "b.tar.zst"
    desk.run("backup", str(file))
    whole = file.read_bytes()
    middle = len(whole) // 2
    for harmed in (whole[: len(whole) * 2 // 3], whole[:middle] + b"\0\0\0\0" + whole[middle + 4 :], b"PK\3\4" * 99):
        file.write_bytes(harmed)
        assert "not a whole backup" in other.run("restore", str(file), code=1).stderr
    assert other.export("articles") == []
    file.write_bytes(whole)
    other.run("restore", str(file))
    assert everything(desk) == everything(other)


def test_a_backup_while_an_ingest_runs_is_of_one_moment(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "first.jsonl", _news(50))))
    lines = write_lines(tmp_path / "news.jsonl", _news(600))
    with subprocess.Popen(
        desk.command("ingest", str(lines)), env=desk.environment, stderr=subprocess.DEVNULL
    ) as running:
        for k in range(2):
            desk.run("backup", str(tmp_path / f"{k}.tar.zst"))
        running.wait()
    for k in range(2):
        other = new_desk(tmp_path / f"other{k}")
        other.run("restore", str(tmp_path / f"{k}.tar.zst"))
        other.run("check")
        assert len(other.export("articles")) >= 50


@pytest.mark.postgres
def test_copy_to_postgresql_keeps_ids_and_goes_on_the_same(tmp_path: Path, postgres_url: str) -> None:
    desk = desk_on(tmp_path / "desk", None)
    _fill(desk, tmp_path)
    url = new_database(postgres_url)
    desk.run("copy", "--to", url)
    assert_same_desk(desk, desk_on(tmp_path / "desk", url), tmp_path)
    assert "not empty" in desk.run("copy", "--to", url, code=1).stderr


@pytest.mark.postgres
def test_a_backup_of_one_database_restores_into_the_other(tmp_path: Path, postgres_url: str) -> None:
    desk = desk_on(tmp_path / "desk", new_database(postgres_url))
    _fill(desk, tmp_path)
    desk.run("backup", str(tmp_path / "b.tar.zst"))
    other = desk_on(tmp_path / "other", None)
    other.run("restore", str(tmp_path / "b.tar.zst"))
    assert_same_desk(desk, other, tmp_path)
