# ruff: noqa: A005 - run as a script; named for what it measures
"""The site under a large desk, over HTTP: ``python benchmarks/site.py [--articles 200000] [--desk DIR] [--per-day 50000]``.

Builds a desk of synthetic articles (``synthetic.py``; rows are written directly, stories are those the generator meant:
what is measured is reading, not ingest) unless ``--desk`` holds one, serves it with gunicorn and two worker processes as
``diemtin serve`` does, and asks it over new connections. Goals: front p99 ≤ 15 ms warm and ≤ 150 ms cold, story p99 ≤ 40 ms,
search p95 ≤ 50 ms, cached front ≥ 50% of a bare Django view's throughput (by CPU of the workers, and by the wall).

"Cold" is the front page made anew from the database, as for the first reader after a change: an address that is never kept
(``?lan=1``, ``?lan=2``…). "Past hour" is that of another minute each time (``?luc=``). Needs the ``benchmark`` extra.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psutil

from synthetic import Generator, Load

HERE = Path(__file__).resolve().parent
BATCH = 1000
SECTIONS = ("world", "politics", "society", "business", "law", "health", "culture", "sport", "education", "science")
HELLO = """
from django.conf import settings
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="x", MIDDLEWARE=[])
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
urlpatterns = [path("", lambda request: HttpResponse("hello"))]
application = get_wsgi_application()
"""


def build(count: int, per_day: int) -> None:
    """Rows of the desk that ``DIEMTIN_DESK`` names."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    from diemtin.store import models
    from diemtin.store.changes import note_change
    from diemtin.store.search import index_articles

    call_command("migrate", verbosity=0)
    outlets: dict[str, Any] = {}
    stories: dict[str, Any] = {}
    groups: dict[str, Any] = {}
    members: dict[str, list[tuple[datetime, str, str]]] = {}
    dice = random.Random(1)
    batch: list[dict[str, Any]] = []
    spent = {"rows": 0.0, "index": 0.0}

    def write() -> None:
        began = time.process_time()
        with transaction.atomic():
            for line in batch:
                if line["source"] not in outlets:
                    name = line["source"].split(".")[0].title()
                    outlets[line["source"]] = models.Outlet.objects.create(
                        key=line["source"], name=name, domain=line["source"]
                    )
            fresh = {line["cluster"]: line for line in batch if line["cluster"] not in stories}
            models.Story.objects.bulk_create(
                models.Story(key=f"s{key}", created=line["date"], title=line["title"], section=dice.choice(SECTIONS))
                for key, line in fresh.items()
            )
            keys = [f"s{key}" for key in fresh]
            stories.update({row.key[1:]: row for row in models.Story.objects.filter(key__in=keys)})
            for line in batch:
                if line["copied"] and line["cluster"] not in groups:
                    groups[line["cluster"]] = models.WireGroup.objects.create(key=f"w{line['cluster']}")
            rows = [
                models.Article(
                    key=line["id"],
                    outlet=outlets[line["source"]],
                    url=line["url"],
                    fingerprint=line["id"],
                    section=stories[line["cluster"]].section,
                    first_seen=line["date"],
                    moment=line["date"],
                    published_from=line["date"],
                    published_to=line["date"],
                    published_precision="second",
                    published_basis="stated",
                    story=stories[line["cluster"]],
                    wire_group=groups.get(line["cluster"]) if line["copied"] else None,
                    title=line["title"],
                    lead=line["lead"],
                    words=300,
                )
                for line in batch
            ]
            models.Article.objects.bulk_create(rows, batch_size=500)
            versions = [
                models.Version(
                    article=row,
                    number=1,
                    seen=line["date"],
                    content_hash="",
                    title=line["title"],
                    lead=line["lead"],
                    body=[["paragraph", text] for text in line["text"].split("\n")],
                )
                for row, line in zip(rows, batch, strict=True)
            ]
            models.Version.objects.bulk_create(versions, batch_size=500)
            models.Membership.objects.bulk_create(
                [models.Membership(article=r, story=r.story, since=r.moment, recorded=r.moment) for r in rows],
                batch_size=500,
            )
            spent["rows"] += time.process_time() - began
            began = time.process_time()
            index_articles(
                [
                    (row.pk, row.moment, line["title"], line["lead"], line["text"], line["source"], row.section)
                    for row, line in zip(rows, batch, strict=True)
                ]
            )
            spent["index"] += time.process_time() - began
            for line in batch:
                members.setdefault(line["cluster"], []).append((line["date"], line["source"], line["id"]))

    for line in Generator(Load(count, per_day=per_day)):
        line["date"] = datetime.fromisoformat(line["date"])
        batch.append(line)
        if len(batch) == BATCH:
            write()
            batch.clear()
    if batch:
        write()
    changed = []
    for key, told in members.items():
        row = stories[key]
        row.first, row.last = min(told)[0], max(told)[0]
        row.article_count, row.outlet_count = len(told), len({outlet for _, outlet, _ in told})
        changed.append(row)
    with transaction.atomic():
        columns = ["first", "last", "article_count", "outlet_count"]
        models.Story.objects.bulk_update(changed, columns, batch_size=500)
        note_change()
    rows_ms, index_ms = (spent[name] / count * 1000 for name in ("rows", "index"))
    print(
        f"built {count} articles, {len(stories)} stories; rows {rows_ms:.2f} ms, index {index_ms:.2f} ms of CPU an article"
    )


@contextlib.contextmanager
def serving(application: str, environment: dict[str, str]) -> Iterator[tuple[int, psutil.Process]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "gunicorn",
        "-w",
        "2",
        "-b",
        f"127.0.0.1:{port}",
        "--log-level",
        "warning",
        application,
    ]
    server = subprocess.Popen(command, env=environment, cwd=environment.get("PWD"))
    try:
        for _ in range(200):
            with contextlib.suppress(OSError):
                if ask(port, "/")[0]:
                    break
            time.sleep(0.1)
        yield port, psutil.Process(server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def ask(port: int, path: str) -> tuple[int, float, int]:
    """Status, seconds, bytes."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": "localhost"})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, time.perf_counter() - began, len(content)


def measure(port: int, server: psutil.Process, paths: list[str]) -> dict[str, float]:
    """Milliseconds; ``cpu``: of the workers, an answer: what is left of them when other programs run beside."""
    before = _cpu(server)
    asked = [ask(port, path) for path in paths]
    cpu = (_cpu(server) - before) / len(asked) * 1000
    wrong = [path for path, (status, _, _) in zip(paths, asked, strict=True) if status != 200]
    assert not wrong, wrong[:3]
    times = sorted(seconds * 1000 for _, seconds, _ in asked)
    at = [times[min(int(len(times) * share), len(times) - 1)] for share in (0.5, 0.95, 0.99)]
    return dict(zip(("p50", "p95", "p99"), at, strict=True)) | {
        "cpu": cpu,
        "kB": asked[-1][2] / 1000,
        "asked": len(asked),
    }


def throughput(port: int, server: psutil.Process, seconds: float = 4.0) -> tuple[float, float]:
    """Answers a second by the wall, and a second of the workers' CPU."""
    ask(port, "/"), ask(port, "/")
    before = _cpu(server)
    began = time.perf_counter()
    count = 0
    while time.perf_counter() - began < seconds:
        ask(port, "/")
        count += 1
    spent = time.perf_counter() - began
    return count / spent, count / (_cpu(server) - before)


def _cpu(server: psutil.Process) -> float:
    return sum(sum(child.cpu_times()[:2]) for child in server.children(recursive=True))


def paths_of(asked: int) -> Callable[[], dict[str, list[str]]]:
    def make() -> dict[str, list[str]]:
        import django

        django.setup()
        from diemtin.language.text import fold
        from diemtin.store import models
        from diemtin.store.queries.snapshot import desk_now

        dice = random.Random(2)
        now = desk_now()
        newest = list(models.Story.objects.order_by("-last").values_list("key", "article_count")[:20_000])
        large = [key for key, _ in sorted(newest, key=lambda story: -story[1])[:60]]
        stories = [key for key, _ in dice.sample(newest, min(asked - len(large), len(newest)))] + large
        titles = list(models.Article.objects.order_by("-id").values_list("title", flat=True)[:5000])
        queries = []
        for title in dice.sample(titles, min(asked, len(titles))):
            words = title.split()
            begin = dice.randrange(0, 6)
            some = " ".join(words[begin : begin + dice.choice((1, 2, 2, 3))])
            queries.append(dice.choice((some, fold(some), f'"{some}"', f"{some} outlet:bao0")))
        hours = [now - timedelta(minutes=dice.randrange(5, 60 * 24 * 2)) for _ in range(60)]
        return {
            "front, warm": ["/"] * asked,
            "front, cold": [f"/?lan={number}" for number in range(100)],
            "front, past hour": [f"/?luc={quote(moment.isoformat())}" for moment in hours],
            "story": [f"/tin/{key}" for key in stories],
            "search": [f"/tim?q={quote(query)}" for query in queries],
            "search, any word": [f"/tim?q={quote(word)}" for word in ("an", "ba", "tin", "an ba", "ca", "đa")] * 5,
        }

    return make


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--per-day", type=int, default=50_000)
    parser.add_argument("--asked", type=int, default=300)
    parser.add_argument("--desk", type=Path)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="diemtin-site-") as folder:
        desk = wanted.desk or Path(folder) / "desk"
        os.environ |= {"DIEMTIN_DESK": str(desk.resolve()), "DJANGO_SETTINGS_MODULE": "diemtin.site.settings"}
        if not (desk / "desk.sqlite3").exists():
            build(wanted.articles, wanted.per_day)
        told: dict[str, Any] = {}
        with serving("diemtin.site.wsgi:application", dict(os.environ)) as (port, server):
            for name, paths in paths_of(wanted.asked)().items():
                told[name] = measure(port, server, paths)
                print(name, {key: round(value, 1) for key, value in told[name].items()}, flush=True)
            wall, cpu = throughput(port, server)
        (Path(folder) / "hello.py").write_text(HELLO)
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": folder, "PWD": folder}
        with serving("hello:application", environment) as (port, server):
            bare_wall, bare_cpu = throughput(port, server)
    told["throughput"] = {"front": wall, "hello": bare_wall, "front a CPU second": cpu, "hello a CPU second": bare_cpu}
    shares = f"{wall / bare_wall:.0%} by the wall, {cpu / bare_cpu:.0%} by CPU"
    print(f"cached front {wall:.0f}/s, bare view {bare_wall:.0f}/s: {shares}")
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    sys.exit(main())
