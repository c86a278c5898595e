"""A desk whose features were stored by an earlier version is brought up to date when it is opened."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg

from tests.desk.commands import Desk, new_desk, write_lines
from tests.desk.test_ingest import CHESS, STORM


def sql(desk: Desk, words: str) -> list[tuple[object, ...]]:
    url = desk.environment.get("DATABASE_URL")
    if url:
        with psycopg.connect(url) as server:
            done = server.execute(words)  # type: ignore[call-overload]
            return done.fetchall() if done.description else []
    with sqlite3.connect(desk.folder / "desk.sqlite3") as file:
        return file.execute(words).fetchall()


def test_old_features_are_made_again_and_placing_goes_on(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(write_lines(tmp_path / "one.jsonl", [STORM, CHESS])))
    before = sql(desk, "SELECT version, packed FROM store_features ORDER BY article_id")
    sql(desk, "UPDATE store_features SET version = 0")
    follow_up = STORM | {"id": "bao-2", "url": None, "source": "Báo Khác"}
    desk.run("ingest", str(write_lines(tmp_path / "two.jsonl", [follow_up])))
    after = sql(desk, "SELECT version, packed FROM store_features ORDER BY article_id")
    assert [bytes(row[1]) for row in after[:2]] == [bytes(row[1]) for row in before]  # type: ignore[arg-type]
    articles = {article["id"]: article for article in desk.export("articles")}
    assert articles["bao-2"]["story"] == articles["bao-1"]["story"]
