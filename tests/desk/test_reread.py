"""Reading kept captures again, and what becomes of captures whose days are over."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.desk.commands import Desk, new_desk, write_lines
from tests.desk.test_backup import PAGE, everything

DUMP = "Giá gạo xuất khẩu tăng tuần thứ ba liên tiếp\n\n" + "\n\n".join(
    f"Đoạn {k}: giá gạo 5% tấm tại Đồng bằng sông Cửu Long tăng thêm {k} USD mỗi tấn trong tuần qua." for k in range(6)
)
NEWER = """
import sys
from dataclasses import replace
import diemtin.reader as reader
from diemtin.news import Passage
old = reader.read
def read(capture):
    found = old(capture)
    return replace(found, articles=tuple(replace(a, title=a.title + " (đọc lại)", body=a.body[1:]) for a in found.articles))
reader.read, reader.READER_VERSION = read, reader.READER_VERSION + 1
from diemtin.cli import main
main()
"""
"""The program with a reader that reads every headline and body differently."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "gao.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pages" / "gao.txt").write_text(DUMP, encoding="utf-8")
    line = {
        "id": "x1",
        "url": "https://bao.example/1",
        "source": "Báo Thử",
        "html": PAGE.replace("gạo", "cà phê"),
        "date": None,
    }
    desk = new_desk(tmp_path / "desk")
    desk.run("ingest", str(tmp_path / "pages"), str(write_lines(tmp_path / "pages.jsonl", [line])))
    return desk


def test_the_same_reader_changes_nothing(desk: Desk) -> None:
    before = everything(desk)
    assert "0 pages read again" in desk.run("reread").stderr
    assert "0 new versions, 3 articles as before" in desk.run("reread", "--all").stderr
    assert everything(desk) == before


def test_a_better_reader_adds_versions_and_keeps_every_id(desk: Desk, tmp_path: Path) -> None:
    import subprocess
    import sys

    before = {article["id"]: article for article in desk.export("articles")}
    (tmp_path / "newer.py").write_text(NEWER, encoding="utf-8")
    words = [sys.executable, str(tmp_path / "newer.py"), "reread", "--processes", "1", "--desk", str(desk.folder)]
    done = subprocess.run(words, env=desk.environment, capture_output=True, text=True, check=False)
    assert "3 new versions" in done.stderr, done.stderr
    after = {article["id"]: article for article in desk.export("articles")}
    assert after.keys() == before.keys()
    assert {article["title"] for article in after.values()} == {f"{a['title']} (đọc lại)" for a in before.values()}
    assert {article["version"] for article in after.values()} == {2}
    assert [a["outlet"] for a in after.values()] == [a["outlet"] for a in before.values()]
    again = subprocess.run(words, env=desk.environment, capture_output=True, text=True, check=False)
    assert "0 pages read again" in again.stderr
    desk.run("check")


def test_captures_end_after_their_days_and_orphans_go(desk: Desk) -> None:
    import subprocess
    import sys

    orphan = desk.folder / "captures" / "ab" / ("ab" * 32 + ".zst")
    orphan.parent.mkdir(exist_ok=True)
    for path in (orphan, orphan.with_name(".torn.zst.77"), orphan.with_name("cd" * 32 + ".zst")):
        path.write_bytes(b"x")
        if path.name != "cd" * 32 + ".zst":
            os.utime(path, (time.time() - 9000,) * 2)
    code = (
        "import sys, django; django.setup()\n"
        "from datetime import UTC, datetime, timedelta; from pathlib import Path\n"
        "from diemtin.desk.retention import end_captures; from diemtin.desk.settings import get_settings\n"
        "for days in (29, 31): print(end_captures(get_settings(Path(sys.argv[1])), datetime.now(UTC) + timedelta(days=days)))"
    )
    environment = desk.environment | {"DIEMTIN_DESK": str(desk.folder)}
    done = subprocess.run(
        [sys.executable, "-c", code, str(desk.folder)], env=environment, capture_output=True, text=True, check=True
    )
    first, second = done.stdout.splitlines()
    assert first.startswith("Swept(ended=0, orphans=2")
    assert second.startswith("Swept(ended=3, orphans=0")
    assert [path.name for path in (desk.folder / "captures").glob("*/*")] == ["cd" * 32 + ".zst"]
    desk.run("check")
    assert len(desk.export("articles")) == 3
    assert "0 pages read again" in desk.run("reread", "--all").stderr
