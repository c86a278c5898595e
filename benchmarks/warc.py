"""A WARC of 50,000 pages: how fast it is read and taken in, in how much memory, whether work goes on in its middle, and
what of it is left when it is damaged.

    python benchmarks/warc.py                    makes one in a temporary folder and reads it
    python benchmarks/warc.py --pages 5000       a smaller one
    python benchmarks/warc.py --form zst         records packed with zstd; ``plain``: not packed
    python benchmarks/warc.py --damaged          ... and reads a damaged copy: flipped bits, holes, cuts, rubbish, a torn end
    python benchmarks/warc.py --ingest           ... and takes it (with --damaged the damaged copy) into a desk through the
                                                 public command line, killed once in the middle and started again
    python benchmarks/warc.py --keep FILE        leaves the archive there, and takes it from there the next time

Pages are HTML of some 20 kB around invented articles (``benchmarks/synthetic.py``; 2,000 a day), one member a record, each
with its request beside it and every twentieth answer a redirect, as crawlers write them.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zstandard

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.synthetic import Generator, Load
from diemtin.errors import InputError
from diemtin.sources.warc import read_warc

PER_DAY = 2000
"""Articles a day: 50,000 of them are 25 days, so that the index of stories has to let go of the first ones."""
DAMAGES = 100

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


def record(kind: str, url: str, number: int, block: bytes, form: str) -> bytes:
    """One record, as a member of its own when it is packed."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2026-01-05T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    whole = head.encode() + block + b"\r\n\r\n"
    return {
        "gz": lambda: gzip.compress(whole, 1, mtime=0),
        "zst": lambda: _ZSTD.compress(whole),
        "plain": lambda: whole,
    }[form]()


_ZSTD = zstandard.ZstdCompressor(3, write_checksum=True)


def make(path: Path, pages: int, form: str) -> None:
    """The archive; beside it, a line for each answer with a page: where it begins, how long it is, its address."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    with path.open("wb") as archive, places_of(path).open("w") as places:
        for number, article in enumerate(Generator(Load(pages, per_day=PER_DAY))):
            url = f"https://{article['source']}/bai-{number}.html"
            archive.write(record("request", url, 3 * number, b"GET / HTTP/1.1\r\n\r\n", form))
            whole = record("response", url, 3 * number + 1, answer + page(article), form)
            places.write(f"{archive.tell()} {len(whole)} {url}\n")
            archive.write(whole)
            if number % 20 == 0:
                other = b"HTTP/1.1 301 Moved\r\nLocation: /\r\n\r\n"
                archive.write(record("response", url + "?old", 3 * number + 2, other, form))


def places_of(path: Path) -> Path:
    return path.with_name(path.name + ".places")


@dataclass(frozen=True)
class Damaged:
    """A damaged copy: which addresses it may have lost, and the bytes at which something was done to it."""

    path: Path
    hit: list[str]


def damage(path: Path, form: str) -> Damaged:
    """Five kinds of damage at a hundred places, far from each other, and an end that is torn off."""
    dice = random.Random(7)
    rows = [line.split() for line in places_of(path).read_text().splitlines()]
    places = [(int(at), int(size), url) for at, size, url in rows]
    chosen = sorted(dice.sample(range(1, len(places) - 2), min(DAMAGES, len(places) // 10)))
    content = path.read_bytes()
    parts, done, hit = [], 0, []
    for turn, number in enumerate(chosen):
        at, size, url = places[number]
        middle, following = at + size // 2, places[number + 1][2]
        kind = turn % 5
        if kind == 0 and form == "plain":  # nothing could see a bit that is flipped inside a page without a checksum
            kind = 1
        if kind == 0:  # a flipped bit
            change = (middle, middle + 1, bytes([content[middle] ^ 0x10]))
        elif kind == 1:  # a hole in the middle of a record
            change = (middle, middle + 200, b"") if form == "plain" else (middle, middle + 200, bytes(200))
        elif kind == 2:  # a piece that is missing: the end of this record and the beginning of the next
            change = (middle, at + size + 40, b"")
        elif kind == 3:  # rubbish between two records
            change = (at, at, dice.randbytes(3000))
        else:  # the beginning of a record is gone
            change = (at, at + 30, bytes(30))
        parts += [content[done : change[0]], change[2]]
        done = change[1]
        hit += [url] if kind != 3 else []
        hit += [following] if kind == 2 else []
    end = places[-1][0] + places[-1][1] // 3
    parts.append(content[done:end])
    broken = path.with_name("damaged-" + path.name)
    broken.write_bytes(b"".join(parts))
    return Damaged(broken, [*hit, places[-1][2]])


def read(path: Path, start: int = 0, refused: list[InputError] | None = None) -> Iterator[Any]:
    told = refused.append if refused is not None else print
    with path.open("rb") as archive:
        yield from read_warc(archive, path.name, told, lambda _, why: print(" ", why), start)


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


def measure_damaged(damaged: Damaged, pages: int) -> bool:
    """Every page that was not hit comes, and each damage is named with the address or the byte."""
    refused: list[InputError] = []
    begin = time.process_time()
    found = {capture.url for capture in read(damaged.path, refused=refused)}
    seconds = time.process_time() - begin
    lost = {url for url in _all_urls(damaged.path) if url not in found}
    innocent = lost - set(damaged.hit)
    named = sum(any(url in str(error) for error in refused) for url in lost)
    print(f"damaged     {len(set(damaged.hit))} pages hit, {len(lost)} lost, of them {len(innocent)} that were not hit")
    print(
        f"            {len(refused)} damages named, {named} of the lost pages by address; "
        f"{pages / seconds:,.0f} pages a CPU second"
    )
    print(f"            such as: {refused[0]}" if refused else "            nothing was named")
    return not innocent and len(refused) >= len(damaged.hit) * 0.9


def _all_urls(path: Path) -> set[str]:
    places = places_of(path.with_name(path.name.removeprefix("damaged-")))
    return {line.split()[2] for line in places.read_text().splitlines()}


class Sampler(threading.Thread):
    """Looks twice a second how much memory a process and its children hold of their own (RssAnon), and at their CPU time."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.ended = pid, threading.Event()
        self.own: list[float] = []
        self.children: list[float] = []
        self.spent: dict[int, float] = {}
        """CPU seconds by process."""

    def run(self) -> None:
        while not self.ended.wait(0.5):
            every = _below(self.pid)
            self.spent.update((pid, seconds) for pid in every if (seconds := _cpu_seconds(pid)) is not None)
            family = [pid for pid in every if pid != self.pid]
            if (own := _anonymous(self.pid)) is not None:
                self.own.append(own)
                self.children.append(max((_anonymous(pid) or 0 for pid in family), default=0))

    def tenths(self) -> str:
        parts = [self.own[k * (len(self.own) - 1) // 10] for k in range(1, 11)] if self.own else []
        return " ".join(f"{part:.0f}" for part in parts) + f" MB; a reading process at most {max(self.children):.0f} MB"


def _below(pid: int) -> list[int]:
    """The process and everything below it."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                told = (entry / "stat").read_text()
            except OSError:
                continue
            parents.setdefault(int(told.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found, rest = [], [pid]
    while rest:
        one = rest.pop()
        found.append(one)
        rest += parents.get(one, [])
    return found


def _cpu_seconds(pid: int) -> float | None:
    try:
        told = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    user, system = told.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _anonymous(pid: int) -> float | None:
    try:
        told = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    row = next((line for line in told.splitlines() if line.startswith("RssAnon")), None)
    return int(row.split()[1]) / 1000 if row else None


def ingest(path: Path, pages: int, expected: set[str], code: int) -> bool:
    """Through the command line: killed when half of it is in, then to the end, then once more."""
    desk = tempfile.mkdtemp(prefix="desk-")
    command = [sys.executable, "-m", "diemtin.cli", "ingest", str(path), "--desk", desk]
    half, _ = _take_in(command, "killed in the middle", kill_at=pages // 2)
    rest, said = _take_in(command, "to the end")
    again, said_again = _take_in(command, "once more")
    checked = subprocess.run(
        [sys.executable, "-m", "diemtin.cli", "check", "--desk", desk], capture_output=True, text=True
    )
    exported = subprocess.run(
        [sys.executable, "-m", "diemtin.cli", "export", "articles", "--desk", desk], capture_output=True, text=True
    )
    urls = [json.loads(line)["url"] for line in exported.stdout.splitlines()]
    missing, twice = expected - set(urls), len(urls) - len(set(urls))
    print(f"            {len(urls)} articles: {len(missing)} missing, {twice} twice; check: exit {checked.returncode}")
    print(f"            {sum(line.startswith('refused') for line in said.splitlines())} records refused by name")
    shutil.rmtree(desk, ignore_errors=True)
    nothing_new = re.search(r"^0 new articles, 0 new versions", said_again, re.M) is not None
    return (
        not missing
        and not twice
        and (half, rest, again) == (-9, code, code)
        and checked.returncode == 0
        and nothing_new
    )


def _take_in(command: list[str], words: str, kill_at: int | None = None) -> tuple[int, str]:
    """Runs it; with ``kill_at`` until it says that so many are done. Prints speed and memory."""
    begin = time.monotonic()
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    sampler = Sampler(running.pid)
    sampler.start()
    said, done = [], 0
    assert running.stderr is not None
    for line in running.stderr:
        said.append(line)
        told = re.match(r"read and placed: (\d+)", line)
        done = int(told.group(1)) if told else done
        if kill_at is not None and done >= kill_at:
            os.killpg(running.pid, signal.SIGKILL)
            break
    running.wait()
    sampler.ended.set()
    seconds = time.monotonic() - begin
    last = next((line.strip() for line in reversed(said) if "new articles" in line), f"{done} done")
    told = re.match(r"(\d+) new articles", last)
    count = int(told.group(1)) if told else done
    print(f"ingest      {words}: {seconds:.0f} s, {count / seconds:.0f} new pages a second ({last})")
    own, every = sampler.spent.get(running.pid, 0), sum(sampler.spent.values())
    print(
        f"            CPU: {every:.0f} s of all processes, {own:.0f} s of the one that places: "
        f"at most {count / max(own, every / 2, 1e-9):.0f} a second on two cores that nobody else uses"
    )
    print(f"            memory at each tenth of the time: {sampler.tenths()}", flush=True)
    return running.returncode, "".join(said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--form", choices=("gz", "zst", "plain"), default="gz")
    parser.add_argument("--damaged", action="store_true")
    parser.add_argument("--ingest", action="store_true")
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="warc-") as folder:
        suffix = {"gz": ".warc.gz", "zst": ".warc.zst", "plain": ".warc"}[options.form]
        path = options.keep or Path(folder, "pages" + suffix)
        if not path.exists() or not places_of(path).exists():
            # In a process of its own, so that the memory measured is that of reading.
            maker = multiprocessing.get_context("spawn").Process(target=make, args=(path, options.pages, options.form))
            maker.start()
            maker.join()
        good = measure(path, options.pages)
        expected, code = _all_urls(path), 0
        if options.damaged:
            damaged = damage(path, options.form)
            good = measure_damaged(damaged, options.pages) and good
            path, expected, code = damaged.path, expected - set(damaged.hit), 1
        if options.ingest:
            good = ingest(path, options.pages, expected, code) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
