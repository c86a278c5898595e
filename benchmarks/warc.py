"""A WARC of 50,000 pages: how fast it is read, in how much memory, and whether reading goes on in its middle.

    python benchmarks/warc.py                    makes one in a temporary folder and reads it
    python benchmarks/warc.py --pages 5000       a smaller one
    python benchmarks/warc.py --ingest           ... and takes it into a desk through the public command line, killed
                                                 once in the middle and started again
    python benchmarks/warc.py --keep FILE        leaves the archive there

Pages are HTML of some 20 kB around invented articles (``benchmarks/synthetic.py``), one gzip member a record, each with its
request beside it and every twentieth answer a redirect or a picture, as crawlers write them.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import multiprocessing
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.synthetic import Generator, Load
from diemtin.sources.warc import read_warc

_MENU = "".join(f'<li><a href="/muc-{n}">Chuyên mục thứ {n}</a></li>' for n in range(60))
_SCRIPT = "<script>" + "window.dataLayer=window.dataLayer||[];function t(n){return n*2+1;}" * 120 + "</script>"


def page(article: dict[str, Any]) -> bytes:
    """An article page with the usual furniture."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in article["text"].splitlines())
    title, lead = html.escape(article["title"]), html.escape(article["lead"] or "")
    return (
        f"<!DOCTYPE html><html lang=vi><head><meta charset=utf-8><title>{title}</title>{_SCRIPT}"
        f'<meta property="article:published_time" content="{article["date"]}"></head><body><ul class=menu>{_MENU}</ul>'
        f"<article><h1>{title}</h1><p class=sapo>{lead}</p>{body}</article><ul class=footer>{_MENU}</ul></body></html>"
    ).encode()


def record(kind: str, url: str, number: int, block: bytes) -> bytes:
    """One record as a gzip member."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-01-05T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 1, mtime=0)


def make(path: Path, pages: int) -> None:
    """The archive."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    with path.open("wb") as archive:
        for number, article in enumerate(Generator(Load(pages))):
            url = f"https://{article['source']}/bai-{number}.html"
            archive.write(record("request", url, 3 * number, b"GET / HTTP/1.1\r\n\r\n"))
            archive.write(record("response", url, 3 * number + 1, answer + page(article)))
            if number % 20 == 0:
                other = b"HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n"
                archive.write(record("response", url + "?old", 3 * number + 2, other))


def read(path: Path, start: int = 0) -> Iterator[Any]:
    with path.open("rb") as archive:
        yield from read_warc(archive, path.name, lambda error: print(error), lambda _, why: print(" ", why), start)


def measure(path: Path, pages: int) -> bool:
    """Reads it; prints pages a second, memory, and whether a restart gives the rest."""
    begin, count, early, middle = time.process_time(), 0, 0, None
    for capture in read(path):
        count += 1
        if count == pages // 10:
            early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if count == pages // 2:
            middle = capture
    seconds = time.process_time() - begin
    late = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert middle is not None
    rest = sum(1 for _ in read(path, middle.position))
    print(f"read        {count} pages, {count / seconds:,.0f} a CPU second ({path.stat().st_size / 1e6:.0f} MB packed)")
    print(f"memory      {early / 1024:.0f} MB after a tenth, {late / 1024:.0f} MB at the end")
    print(f"restart     at byte {middle.position}: {rest} pages (expected {pages - pages // 2 + 1})")
    return count == pages and rest == pages - pages // 2 + 1 and late < early * 1.1 + 8192


def ingest(path: Path, pages: int) -> bool:
    """Through the command line: killed after a quarter of the expected time, then to the end."""
    desk = tempfile.mkdtemp(prefix="desk-")
    command = [sys.executable, "-m", "diemtin.cli", "ingest", str(path), "--desk", desk]
    print("ingest      killed once …")
    first = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(max(5.0, pages / 100 / 4))
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    begin = time.monotonic()
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    seconds = time.monotonic() - begin
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    exported = subprocess.run(
        [sys.executable, "-m", "diemtin.cli", "export", "articles", "--desk", desk], capture_output=True, text=True
    )
    urls = {json.loads(line)["url"] for line in exported.stdout.splitlines()}
    print(
        f"            then {seconds:.0f} s to the end ({done.stderr.strip().splitlines()[-1]}), peak {peak:.0f} MB a process"
    )
    print(f"            {len(urls)} articles of {pages}; at least {pages / seconds:.0f} pages a second")
    shutil.rmtree(desk, ignore_errors=True)
    return len(urls) == pages and done.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--ingest", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="warc-") as folder:
        path = options.keep or Path(folder, "pages.warc.gz")
        # In a process of its own, so that the memory measured is that of reading.
        maker = multiprocessing.get_context("spawn").Process(target=make, args=(path, options.pages))
        maker.start()
        maker.join()
        good = measure(path, options.pages)
        if options.ingest:
            good = ingest(path, options.pages) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
