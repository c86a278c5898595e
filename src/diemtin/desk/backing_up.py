"""``diemtin backup`` and ``diemtin restore``: a desk as one file that both databases understand.

A tar, compressed with zstd: ``desk.toml``, ``tables/<table>.<part>.jsonl``, ``captures/…``, and last ``manifest.json`` with the
counts. A file without its manifest is torn and is refused whole. The desk's secret, its sessions and its pictures are not
in it: pictures can be fetched again, the rest ends with the old machine.
"""

from __future__ import annotations

import io
import json
import os
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import zstandard
from django.db import IntegrityError, connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from diemtin.desk.captures import capture_path
from diemtin.desk.settings import Settings
from diemtin.desk.tables import is_empty, line_text, read_rows, renew_sequences, snapshot, tables, write_rows
from diemtin.errors import DeskError, InputError
from diemtin.store import models

FORMAT = 1
_PART = 8 * 1024 * 1024
"""Bytes of one part of a table: what is held in memory at once, on both sides."""
_LEVEL = 3

Progress = Callable[[int], None]


def back_up(
    settings: Settings, out: IO[bytes], *, captures: bool = True, progress: Progress = lambda done: None
) -> Counter[str]:
    """Write the desk as it is at this moment; it may go on working meanwhile. Returns how many rows of each table."""
    counts: Counter[str] = Counter()
    with (
        zstandard.ZstdCompressor(level=_LEVEL).stream_writer(out, closefd=False) as packed,
        tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        snapshot() as using,
    ):
        if (settings.folder / "desk.toml").exists():
            _add(tar, "desk.toml", (settings.folder / "desk.toml").read_bytes())
        for table, model in tables().items():
            part, number = bytearray(), 0
            for line in read_rows(model, using):
                counts[table] += 1
                part += line_text(line)
                if len(part) >= _PART:
                    _add(tar, f"tables/{table}.{number:05}.jsonl", bytes(part))
                    part, number = bytearray(), number + 1
                    progress(sum(counts.values()))
            if part:
                _add(tar, f"tables/{table}.{number:05}.jsonl", bytes(part))
            progress(sum(counts.values()))
        if captures:
            kept = models.Capture.objects.using(using).filter(kept=True).order_by("pk")
            for sha256 in kept.values_list("sha256", flat=True).iterator(chunk_size=1000):
                counts["captures"] += _add_capture(tar, settings, sha256)
        manifest = {
            "format": FORMAT,
            "made": datetime.now(UTC).isoformat(timespec="seconds"),
            "database": connection.vendor,
            "migrations": _migrations(),
            "captures": captures,
            "counts": dict(counts),
        }
        _add(tar, "manifest.json", json.dumps(manifest, indent=1).encode())
    return counts


def back_up_to_file(settings: Settings, path: Path, **told: Any) -> Counter[str]:
    """The file is there when it is whole, and not before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as out:
            counts = back_up(settings, out, **told)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return counts


def restore(
    settings: Settings, given: IO[bytes], *, in_place: bool = False, progress: Progress = lambda done: None
) -> Counter[str]:
    """Fill an empty store from a backup; everything or nothing. Raises ``DeskError`` when the store is not empty,
    ``InputError`` when the file is torn or none.

    ``in_place``: the folder is the one the backup came from (``diemtin copy``): captures and settings are there already.
    """
    if not is_empty():
        raise DeskError(
            "this desk is not empty", about=str(settings.folder), hint="restore into a new folder or database"
        )
    counts: Counter[str] = Counter()
    manifest: dict[str, Any] | None = None
    try:
        with transaction.atomic():
            for name, content in _members(given):
                if name == "manifest.json":
                    manifest = json.loads(content)
                elif name == "desk.toml":
                    if not in_place and not (settings.folder / "desk.toml").exists():
                        (settings.folder / "desk.toml").write_bytes(content)
                elif name.startswith("tables/"):
                    table = name.removeprefix("tables/").split(".")[0]
                    counts[table] += _restore_part(table, content)
                    progress(sum(counts.values()))
                elif name.startswith("captures/"):
                    counts["captures"] += 1
                    _restore_capture(settings, Path(name).name, content)
            _check(manifest, counts)
            if not in_place:
                _forget_missing(settings)
            renew_sequences()
    except (zstandard.ZstdError, tarfile.TarError, EOFError, ValueError, IntegrityError) as error:
        raise InputError(
            f"not a whole backup: {error}", hint="nothing was restored; try another copy of the file"
        ) from error
    return counts


def _restore_part(table: str, content: bytes) -> int:
    model = tables().get(table)
    if model is None:
        raise DeskError(f"the backup has a table {table} that is unknown here", hint="update diemtin")
    return write_rows(model, (json.loads(line) for line in content.splitlines()))


def _check(manifest: dict[str, Any] | None, counts: Counter[str]) -> None:
    if manifest is None:
        raise InputError("not a whole backup: its end is missing", hint="nothing was restored")
    if manifest.get("format") != FORMAT:
        raise InputError(f"a backup of format {manifest.get('format')}", hint="update diemtin")
    told = Counter(manifest["counts"])
    if told != counts:
        wrong = sorted(name for name in told | counts if told[name] != counts[name])
        raise InputError(f"not a whole backup: rows are missing in {', '.join(wrong)}", hint="nothing was restored")


def _forget_missing(settings: Settings) -> None:
    """Captures whose files are not in the backup: hash and reading are what is left of them."""
    kept = models.Capture.objects.filter(kept=True).values_list("pk", "sha256")
    gone = [pk for pk, sha256 in kept.iterator() if not capture_path(settings.captures, sha256).exists()]
    for start in range(0, len(gone), 900):
        models.Capture.objects.filter(pk__in=gone[start : start + 900]).update(kept=False)


def _restore_capture(settings: Settings, name: str, content: bytes) -> None:
    sha256 = name.removesuffix(".zst")
    if len(sha256) != 64 or not sha256.isalnum():
        raise InputError("not a backup of a desk: a capture has a strange name", about=name)
    path = capture_path(settings.captures, sha256)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _members(given: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    with (
        zstandard.ZstdDecompressor().stream_reader(given, closefd=False) as packed,
        tarfile.open(fileobj=packed, mode="r|") as tar,
    ):
        for member in tar:
            opened = tar.extractfile(member)
            if opened is not None:
                yield member.name, opened.read()


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = len(content), int(time.time()), 0o600
    tar.addfile(member, io.BytesIO(content))


def _add_capture(tar: tarfile.TarFile, settings: Settings, sha256: str) -> int:
    """Its days of keeping may end while the backup is made: then it is not there, and restore says so in its row."""
    try:
        content = capture_path(settings.captures, sha256).read_bytes()
    except FileNotFoundError:
        return 0
    _add(tar, f"captures/{sha256}.zst", content)
    return 1


def _migrations() -> list[str]:
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
