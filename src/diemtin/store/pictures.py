"""Pictures the desk keeps: checked, turned upright, made in two widths as WebP, named by the hash of their address.

``<folder>/ab/ab12….json`` tells the measures, or why there is none; ``ab12…-640.webp`` lies beside it. No table: what
was fetched can be fetched again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from diemtin.errors import InputError

WIDTHS = (480, 1200)
"""A phone's column at 1.3 points a pixel, and the widest column of the front page at 1.5."""
MOST_PIXELS = 40_000_000
"""A full-frame photograph has 24-36 million; beyond that a decoder only serves an attack."""
RETRY = 24 * 3600
"""Seconds before a picture that could not be had is asked for again: one that fails for a day seldom comes back."""
_QUALITY = 72


@dataclass(frozen=True, slots=True)
class Picture:
    """A kept picture: ``widths`` ascending, ``width`` × ``height`` of the largest."""

    key: str
    width: int
    height: int
    widths: tuple[int, ...]


def picture_key(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:32]


def picture_path(folder: Path, key: str, width: int) -> Path:
    return folder / key[:2] / f"{key}-{width}.webp"


def save_picture(folder: Path, url: str, content: bytes) -> Picture:
    """Check, resize and keep a picture. Raises ``InputError`` for what is not a picture, too small or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP", "GIF"))
            if opened.width * opened.height > MOST_PIXELS:
                raise InputError(f"a picture of {opened.width}×{opened.height} points is too large", about=url)
            opened.draft("RGB", (2 * WIDTHS[-1], 2 * WIDTHS[-1]))  # a JPEG far larger is read at a half or a quarter
            upright = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as error:
        raise InputError("not a picture that can be read", about=url) from error
    if upright.width < 80 or upright.height < 60:
        raise InputError(f"a picture of {upright.width}×{upright.height} points is an icon", about=url)
    key = picture_key(url)
    widths = tuple(sorted({min(width, upright.width) for width in WIDTHS}))
    height = 0
    for width in widths:
        height = max(1, round(upright.height * width / upright.width))
        made = BytesIO()
        upright.resize((width, height), Image.Resampling.LANCZOS).save(made, "WEBP", quality=_QUALITY, method=4)
        _write_whole(picture_path(folder, key, width), made.getvalue())
    picture = Picture(key, widths[-1], height, widths)
    told = {"url": url, "width": picture.width, "height": picture.height, "widths": list(widths)}
    _write_whole(folder / key[:2] / f"{key}.json", json.dumps(told).encode())
    return picture


def find_picture(folder: Path, url: str) -> Picture | None:
    """The kept picture of an address, if there is one. Not remembered: another process may save it a moment later."""
    key = picture_key(url)
    try:
        told = json.loads((folder / key[:2] / f"{key}.json").read_bytes())
        return Picture(key, int(told["width"]), int(told["height"]), tuple(told["widths"]))
    except (OSError, ValueError, KeyError):
        return None


def note_failure(folder: Path, url: str, reason: str) -> None:
    """It could not be had; ``has_failed`` knows it for a while."""
    key = picture_key(url)
    _write_whole(folder / key[:2] / f"{key}.json", json.dumps({"url": url, "failed": reason}).encode())


def has_failed(folder: Path, url: str) -> bool:
    """Was it tried in the last ``RETRY``, in vain?"""
    key = picture_key(url)
    path = folder / key[:2] / f"{key}.json"
    try:
        return time.time() - path.stat().st_mtime < RETRY and "failed" in json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False


def forget_picture(folder: Path, url: str) -> None:
    """The picture of an address, if it is kept, is gone."""
    key = picture_key(url)
    if (folder / key[:2] / f"{key}.json").exists():
        for path in (folder / key[:2]).glob(f"{key}*"):
            path.unlink(missing_ok=True)


def _write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.replace(path)
