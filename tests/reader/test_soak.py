"""Fuzzes the reader with broken pages for DIEMTIN_SOAK_MINUTES (20): no crash, no hang. ``make soak``, not ``make test``."""

import contextlib
import os
import random
import time
from pathlib import Path

import pytest

from diemtin.errors import PageError
from diemtin.news import Capture
from diemtin.reader import read, to_json

LONGEST = 20.0
"""Seconds of CPU that no page may take."""


@pytest.mark.soak
def test_no_broken_page_crashes_or_hangs_the_reader() -> None:
    root = Path(__file__).parents[2]
    pages = [
        path.read_bytes()
        for path in sorted((root / "src" / "diemtin" / "sample").rglob("*"))
        if path.suffix in (".html", ".txt")
    ]
    assert pages
    seed = int(os.environ.get("DIEMTIN_SOAK_SEED", time.time_ns()))
    print("seed", seed)
    chance = random.Random(seed)
    end = time.monotonic() + 60 * float(os.environ.get("DIEMTIN_SOAK_MINUTES", "20"))
    count = 0
    while time.monotonic() < end:
        content = bytearray(chance.choice(pages))
        for _ in range(chance.randint(1, 30)):
            at = chance.randrange(len(content) + 1)
            what = chance.randrange(5)
            if what == 0:
                del content[at : at + chance.randint(1, 2000)]
            elif what == 1:
                content[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 40)))
            elif what == 2:
                content[at:at] = chance.choice(
                    [
                        b"<div>",
                        b"</div>",
                        b"<a href=x>",
                        b"<p>",
                        b"<table><tr><td>",
                        b"<!--",
                        b"<script>",
                        b'"',
                        b"&#",
                        b"\n\n",
                    ]
                ) * chance.choice([1, 3, 200])
            elif what == 3:
                other = chance.choice(pages)
                start = chance.randrange(len(other) + 1)
                content[at:at] = other[start : start + chance.randint(1, 5000)]
            else:
                content = content[: max(at, 1)]
        begin = time.process_time()
        with contextlib.suppress(PageError):
            to_json(read(Capture(bytes(content), media_type=chance.choice([None, "text/html", "text/plain"]))))
        assert time.process_time() - begin < LONGEST
        count += 1
    print(count, "pages")
