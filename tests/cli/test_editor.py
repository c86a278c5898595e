"""``diemtin editor``: accounts from the command line, and what a person can do with one in a real browser without JavaScript."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk.commands import Desk, new_desk, write_lines
from tests.desk.news import SUMMIT, copy_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PASSWORD = "con vit xoe ra hai cai canh"


def tell(desk: Desk, told: str, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    """A command that reads a line from standard input."""
    done = subprocess.run(
        desk.command("editor", *words), env=desk.environment, input=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stderr
    return done


def test_accounts_come_change_and_go(tmp_path: Path) -> None:
    desk = new_desk(tmp_path / "desk")
    assert "at least 12" in tell(desk, "ngan\n", "add", "lan", code=2).stderr
    assert tell(desk, f"{PASSWORD}\n", "add", "lan").stdout == ""
    assert "already" in tell(desk, f"{PASSWORD}\n", "add", "lan", code=2).stderr
    key = tell(desk, f"{PASSWORD}\n", "add", "minh", "--reader", "--code").stdout
    assert re.fullmatch(r"otpauth://totp/\S+secret=[A-Z2-7]{32}\S+\n", key)
    rows = [line.split("\t") for line in desk.run("editor", "list").stdout.splitlines()]
    assert rows == [["lan", "editor", "password", "never"], ["minh", "reader", "code", "never"]]
    token = desk.run("editor", "token", "minh").stdout
    assert re.fullmatch(r"\d+-[0-9a-f]{64}\n", token)
    tell(desk, "mot mat khau khac han\n", "password", "minh")
    assert desk.run("editor", "token", "minh").stdout != token
    desk.run("editor", "code", "minh", "--off")
    desk.run("editor", "remove", "lan")
    assert desk.run("editor", "list").stdout == "minh\treader\tpassword\tnever\n"
    kept = b"".join(path.read_bytes() for path in (tmp_path / "desk").glob("desk.sqlite3*"))
    assert PASSWORD.encode() not in kept


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    """A desk with two articles and an editor, served; its address."""
    desk = new_desk(tmp_path / "desk")
    other = copy_of(SUMMIT, "chep", "Báo Khác", "https://bao-khac.example/thuong-dinh.html", hours=2)
    desk.run("ingest", str(write_lines(tmp_path / "news.jsonl", [SUMMIT, other])))
    (tmp_path / "desk" / "desk.toml").write_text('editor_path = "toa-soan"\n', encoding="utf-8")
    tell(desk, f"{PASSWORD}\n", "add", "lan")
    with desk.served() as address:
        yield address


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: the editor's desk is not looked at in a browser")
def test_an_editors_morning_without_javascript(served: str) -> None:
    from playwright.sync_api import sync_playwright

    complaints: list[str] = []
    with sync_playwright() as play:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser: Any = play.chromium.launch(executable_path=CHROMIUM, args=flags)
        for width in (390, 1280):
            context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
            page = context.new_page()
            page.on("console", lambda message: complaints.append(message.text))
            page.goto(f"{served}/toa-soan/tin?q=thuong+dinh")
            assert page.url.startswith(f"{served}/toa-soan/dang-nhap?next=")
            page.fill("[name=username]", "lan")
            page.fill("[name=password]", PASSWORD)
            page.click("main button")
            page.click(".list a")
            page.fill("textarea[name=title]", f"Tít ở màn hình {width}")
            page.click("text=Dùng tít này")
            assert "máy sẽ không đổi" in page.inner_text(".said")
            page.select_option("select[name=block]", "hot")
            page.click(".pair-form button")
            assert "Đã ghim" in page.inner_text(".said")
            for path in ("", "nguon", "go-bai", "nhat-ky", "tin"):
                page.goto(f"{served}/toa-soan/{path}")
                assert page.locator("main").bounding_box()["width"] <= width
                assert page.locator("body").evaluate("body => body.scrollWidth") <= width, path
            assert f"Tít ở màn hình {width}" in page.inner_text("main")
            page.click("text=Đăng xuất")
            page.goto(f"{served}/toa-soan/")
            assert "dang-nhap" in page.url
            context.close()
        browser.close()
    assert not complaints
