"""``diemtin copy``: a desk on SQLite to a new one on PostgreSQL, ids and all.

A backup goes through a pipe into a second program that restores it: one way of reading and one of writing for backup,
restore and copy, and neither holds the desk in memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from typing import IO, cast

from diemtin.desk.backing_up import Progress, back_up
from diemtin.desk.settings import Settings
from diemtin.errors import DeskError
from diemtin.store.changes import change_number


def copy_desk(settings: Settings, to: str, progress: Progress = lambda done: None) -> tuple[Counter[str], bool]:
    """Copy the store to the PostgreSQL named by ``to``; captures and settings stay where they are.

    Returns the rows of each table and whether the desk changed meanwhile (then the copy is of the moment it began).
    Raises ``DeskError`` with what the other side said; nothing is left there then.
    """
    before = change_number()
    words = [sys.executable, "-m", "diemtin.cli", "restore", "-", "--in-place", "--desk", str(settings.folder)]
    other = subprocess.Popen(  # noqa: S603 - our own program, no shell
        words, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "DATABASE_URL": to}
    )
    into, said_by = cast("IO[bytes]", other.stdin), cast("IO[bytes]", other.stderr)
    counts: Counter[str] = Counter()
    with suppress(BrokenPipeError):  # it says why below
        counts = back_up(settings, into, captures=False, progress=progress)
        into.close()
    said = said_by.read().decode(errors="replace").strip()
    if other.wait():
        raise DeskError(f"nothing was copied: {said.splitlines()[-1] if said else 'the other side ended'}", about=to)
    return counts, change_number() != before
