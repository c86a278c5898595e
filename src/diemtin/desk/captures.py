"""Captures as compressed files beside the database, named by the hash of their content."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import zstandard


def capture_hash(content: bytes, identity: str) -> str:
    """SHA-256 of the bytes and of the address (or name) they came under: one page at two addresses is two captures."""
    return hashlib.sha256(identity.encode() + b"\0" + content).hexdigest()


def capture_path(folder: Path, sha256: str) -> Path:
    return folder / sha256[:2] / f"{sha256}.zst"


def save_capture(folder: Path, sha256: str, content: bytes) -> None:
    """Write the file whole or not at all. Done before its row: a file without a row is swept, never the reverse."""
    path = capture_path(folder, sha256)
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(zstandard.compress(content, 3))
    temporary.replace(path)


def load_capture(folder: Path, sha256: str) -> bytes | None:
    """The bytes as fetched; ``None`` when they are no longer kept."""
    try:
        return zstandard.decompress(capture_path(folder, sha256).read_bytes())
    except FileNotFoundError:
        return None
