"""Runs the real program, as a user would, on a desk of its own (SQLite, or a new PostgreSQL database)."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg


@dataclass(frozen=True)
class Desk:
    """A folder, and the environment that names its store."""

    folder: Path
    environment: dict[str, str]

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "diemtin.cli", *words, "--desk", str(self.folder)]

    def run(self, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            self.command(*words), env=self.environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert done.returncode == code, f"exit {done.returncode}: {done.stderr[-2000:]}"
        return done

    def export(self, what: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.run("export", what).stdout.splitlines()]

    @contextmanager
    def served(self) -> Iterator[str]:
        """The address of the site while it is served."""
        port = free_port()
        words = self.command("serve", "--port", str(port), "--workers", "1")
        server = subprocess.Popen(words, env=self.environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            wait_for_port(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for_port(port: int) -> None:
    end = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            assert time.monotonic() < end, "the site did not start"
            time.sleep(0.2)


def new_desk(folder: Path) -> Desk:
    """On PostgreSQL when the tests are: a database of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "DIEMTIN_DESK"}
    environment["DJANGO_SETTINGS_MODULE"] = "diemtin.site.settings"
    url = environment.get("DATABASE_URL")
    if url:
        environment["DATABASE_URL"] = new_database(url)
    return Desk(folder, environment)


def desk_on(folder: Path, url: str | None) -> Desk:
    """On the database that is named, SQLite for none, whatever the tests run on."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DIEMTIN_DESK", "DATABASE_URL")}
    environment["DJANGO_SETTINGS_MODULE"] = "diemtin.site.settings"
    return Desk(folder, environment | ({"DATABASE_URL": url} if url else {}))


def new_database(url: str) -> str:
    """The address of an empty database on the same PostgreSQL."""
    name = f"desk_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
    before, _, query = url.partition("?")
    return before.rpartition("/")[0] + f"/{name}" + (f"?{query}" if query else "")


def write_lines(path: Path, lines: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path
