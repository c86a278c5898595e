"""Fuzzes the reader with broken pages for DIEMTIN_SOAK_MINUTES (20): no crash, no hang. ``make soak``, not ``make test``.

What goes wrong is told whole: the seed (DIEMTIN_SOAK_SEED makes the same pages again), the page's number, the traceback, the
page itself in a file beside. The page being read lies in a file whose path is printed at the beginning, written before it is
read, so that it is there after a crash of the parser too; of a hang, "hang" beside it holds the place (faulthandler).
"""

import faulthandler
import os
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

import pytest

from diemtin.errors import PageError
from diemtin.news import Capture
from diemtin.reader import read, to_json

LONGEST = 20.0
"""Seconds of CPU that no page may take."""
HANG = 180
"""Seconds after which a page hangs, whatever else the machine does."""
TOLD = 5000
"""Pages between two lines of progress."""
_PIECES = [b"<div>", b"</div>", b"<a href=x>", b"<p>", b"<table><tr><td>", b"<!--", b"<script>", b'"', b"&#", b"\n\n"]


def break_page(pages: list[bytes], chance: random.Random) -> bytes:
    """One of the pages with up to thirty injuries: parts lost or cut off, bytes, elements or another page's parts put in."""
    content = bytearray(chance.choice(pages))
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(content) + 1)
        what = chance.randrange(5)
        if what == 0:
            del content[at : at + chance.randint(1, 2000)]
        elif what == 1:
            content[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 40)))
        elif what == 2:
            content[at:at] = chance.choice(_PIECES) * chance.choice([1, 3, 200])
        elif what == 3:
            other = chance.choice(pages)
            start = chance.randrange(len(other) + 1)
            content[at:at] = other[start : start + chance.randint(1, 5000)]
        else:
            content = content[: max(at, 1)]
    return bytes(content)


@pytest.mark.soak
def test_no_broken_page_crashes_or_hangs_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    root = Path(__file__).parents[2]
    pages = [
        path.read_bytes()
        for path in sorted((root / "src" / "diemtin" / "sample").rglob("*"))
        if path.suffix in (".html", ".txt")
    ]
    assert pages
    seed = int(os.environ.get("DIEMTIN_SOAK_SEED", time.time_ns()))
    chance = random.Random(seed)
    saved = Path(tempfile.mkdtemp(prefix="diemtin-soak-")) / "page"
    end = time.monotonic() + 60 * float(os.environ.get("DIEMTIN_SOAK_MINUTES", "20"))
    count = 0
    slowest = 0.0
    wrong: list[str] = []

    def tell(line: str) -> None:
        with capsys.disabled():
            print(line, file=sys.stderr, flush=True)

    hang = saved.with_name("hang").open("w")  # pytest takes the standard streams, and a hang ends the program at once
    tell(f"soak: seed {seed}, the page being read is {saved}")
    try:
        while time.monotonic() < end:
            content = break_page(pages, chance)
            media_type = chance.choice([None, "text/html", "text/plain"])
            saved.write_bytes(content)
            faulthandler.dump_traceback_later(HANG, exit=True, file=hang)
            begin = time.process_time()
            error = ""
            try:
                to_json(read(Capture(content, media_type=media_type)))
            except PageError:
                pass
            except Exception:
                error = traceback.format_exc()
            spent = time.process_time() - begin
            slowest = max(slowest, spent)
            if not error and spent > LONGEST:
                error = f"took {spent:.1f} CPU s"
            if error:
                kept = saved.with_name(f"page-{count}")
                kept.write_bytes(content)
                tell(f"soak: seed {seed}, page {count}, media type {media_type}, kept as {kept}\n{error}")
                wrong.append(f"page {count} ({media_type}): {kept}: {error.strip().splitlines()[-1]}")
                if len(wrong) >= 20:
                    break
            count += 1
            if count % TOLD == 0:
                tell(f"soak: {count} pages, slowest {slowest:.2f} CPU s, {len(wrong)} wrong")
    finally:
        faulthandler.cancel_dump_traceback_later()
        hang.close()
    tell(f"soak: seed {seed}, {count} pages, slowest {slowest:.2f} CPU s, {len(wrong)} wrong")
    assert not wrong, f"seed {seed}\n" + "\n".join(wrong)
    saved.unlink(missing_ok=True)
