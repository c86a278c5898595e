"""The whole ingest through the command line: ``python benchmarks/ingest.py [--articles 5000] [--files a.jsonl …]``.

Articles a second of wall time on this machine, start of the program included, from empty desk to saved, placed, told, tied
and findable; CPU seconds of all processes beside it, which say more on a busy machine. Without ``--files`` the load is
``benchmarks/synthetic.py``'s. ``--batch`` tries sizes of a transaction.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(files: list[str], batch: int | None) -> tuple[float, float]:
    """Wall and CPU seconds of one ingest into a new desk."""
    patch = f"import diemtin.desk.ingest as i; i.BATCH = {batch}; " if batch else ""
    program = f"{patch}from diemtin.cli import main; main()"
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.monotonic()
        words = [sys.executable, "-c", program, "ingest", *files, "--desk", f"{folder}/desk"]
        subprocess.run(words, check=True, stderr=subprocess.DEVNULL)
        wall = time.monotonic() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--files", nargs="*", default=[])
    parser.add_argument("--batch", nargs="*", type=int, default=[])
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = [str(Path(name).resolve()) for name in told.files]
        if not files:
            load = Path(folder) / "load.jsonl"
            with load.open("wb") as out:
                subprocess.run([sys.executable, HERE / "synthetic.py", str(told.articles)], stdout=out, check=True)
            files = [str(load)]
        count = sum(Path(name).read_bytes().count(b"\n") for name in files)
        for batch in told.batch or [None]:
            wall, cpu = run(files, batch)
            size = f"batch {batch}: " if batch else ""
            print(
                f"{size}{count} articles: {count / wall:.0f} a second of wall time, {1000 * cpu / count:.1f} ms of CPU each"
            )
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
