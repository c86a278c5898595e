"""A store that goes away is waited for, once asked again as a whole; one that stays away is named."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from django.db import OperationalError

from diemtin.desk import patience
from diemtin.errors import DeskError
from tests.desk.commands import desk_on, new_desk


@pytest.mark.django_db
def test_it_is_asked_again_and_gives_up_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "pauses", lambda: iter([0.01] * 100))
    monkeypatch.setattr(patience, "close_connection", lambda: None)
    tries: list[int] = []

    def ask(needed: int) -> str:
        tries.append(needed)
        if len(tries) < needed:
            raise OperationalError("the server closed the connection unexpectedly")
        return "here"

    assert patience.patiently(ask, 3) == "here"
    assert len(tries) == 3
    monkeypatch.setattr(patience, "PATIENCE", 0.05)
    with pytest.raises(DeskError, match="the store is away: the server closed"):
        patience.patiently(ask, 1000)


def test_a_database_that_is_not_there_is_an_error_in_words(tmp_path: Path) -> None:
    nobody = desk_on(tmp_path / "desk", "postgresql://nobody@127.0.0.1:1/none")
    said = nobody.run("check", code=1).stderr
    assert "the database cannot be reached" in said
    assert "Traceback" not in said


def test_a_file_that_is_no_database_is_an_error_in_words(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    if "DATABASE_URL" in desk.environment:
        pytest.skip("a file that is no database is a case of SQLite")
    desk.run("ingest", str(tmp_path))
    (desk.folder / "desk.sqlite3").write_bytes(b"SQLite format 3\0" + b"rubbish" * 10_000)
    done = subprocess.run(desk.command("check"), env=desk.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr, done.stderr[-1500:]
