"""Captures whose days are over: the file goes, hash and reading stay. And files that no row speaks of."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from diemtin.desk.captures import capture_path
from diemtin.desk.settings import Settings
from diemtin.store import models

EVERY = timedelta(hours=6)
"""How often ``watch`` looks: a capture is kept a quarter of a day longer at most, and the work is spread."""
_PART = 500
_YOUNG = 3600.0
"""Seconds. A file is written before its row: one without a row is an orphan only when it has waited that long."""


@dataclass(frozen=True, slots=True)
class Swept:
    """How many captures ended, how many orphaned files went, and how many bytes they took."""

    ended: int
    orphans: int
    freed: int


def end_captures(settings: Settings, now: datetime | None = None) -> Swept:
    """Remove the files of captures older than ``keep_captures_days``, and orphans. The row says so first: a row whose
    file is missing would be a fault, a file without a row is swept the next time."""
    before = (now or datetime.now(UTC)) - timedelta(days=settings.keep_captures_days)
    ended = freed = 0
    while True:
        old = models.Capture.objects.filter(kept=True, seen__lt=before).order_by("pk")[:_PART]
        hashes = list(old.values_list("sha256", flat=True))
        if not hashes:
            break
        models.Capture.objects.filter(sha256__in=hashes).update(kept=False)
        freed += sum(_remove(capture_path(settings.captures, sha256)) for sha256 in hashes)
        ended += len(hashes)
    orphans, more = _sweep(settings)
    return Swept(ended, orphans, freed + more)


def _sweep(settings: Settings) -> tuple[int, int]:
    """Folder by folder (256 of them), so that no more than a few hundred names are in memory."""
    count = freed = 0
    if not settings.captures.is_dir():
        return 0, 0
    for folder in sorted(settings.captures.iterdir()):
        if not folder.is_dir():
            continue
        files = [path for path in folder.iterdir() if _is_old(path)]
        named = {path.name.split(".")[0]: path for path in files if not path.name.startswith(".")}
        for start in range(0, len(named), _PART):
            part = list(named)[start : start + _PART]
            kept = models.Capture.objects.filter(sha256__in=part, kept=True).values_list("sha256", flat=True)
            for sha256 in set(part) - set(kept):
                freed += _remove(named[sha256])
                count += 1
        for path in files:
            if path.name.startswith("."):  # a crash in the middle of writing
                freed += _remove(path)
                count += 1
    return count, freed


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _YOUNG
    except FileNotFoundError:
        return False


def _remove(path: Path) -> int:
    try:
        size = path.stat().st_size
        path.unlink()
    except FileNotFoundError:
        return 0
    return size
