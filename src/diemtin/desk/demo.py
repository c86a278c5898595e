"""The desk of the invented news day."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from diemtin.desk.ingest import Report, ingest
from diemtin.desk.placing import Placer
from diemtin.desk.settings import Settings
from diemtin.errors import InputError
from diemtin.news import VIETNAM, Capture
from diemtin.sources.files import read_what
from diemtin.sources.ready import Ready
from diemtin.store import models
from diemtin.store.pictures import find_picture, save_picture

FETCHED = datetime(2026, 11, 20, 21, 5, tzinfo=VIETNAM)
"""The evening of the invented day: an undated page counts as seen then, not when the demo is built."""


def build_demo(
    settings: Settings, sample: Path, refused: Callable[[InputError], None], progress: Callable[[int], None]
) -> Report:
    """Ingest the sample and name its outlets; what is there already stays."""
    report = ingest(Placer(settings), _captures(sample, refused), Report(), progress)
    outlets = sample / "outlets.json"
    if outlets.exists():
        name_outlets(json.loads(outlets.read_text(encoding="utf-8")))
    keep_pictures(settings, sample)
    return report


def keep_pictures(settings: Settings, sample: Path) -> None:
    """The sample's drawings, under the addresses that its pages give them; those that are kept already stay."""
    index = sample / "pictures.json"
    if not index.exists():
        return
    for url, name in json.loads(index.read_text(encoding="utf-8")).items():
        if find_picture(settings.pictures, url) is None and (sample / name).exists():
            save_picture(settings.pictures, url, (sample / name).read_bytes())


def _captures(folder: Path, refused: Callable[[InputError], None]) -> Iterator[Capture | Ready]:
    for one in read_what(str(folder), refused=refused, skipped=lambda name, why: None):
        yield replace(one, fetched=FETCHED) if isinstance(one, Capture) else one


def name_outlets(outlets: list[dict[str, Any]]) -> None:
    """What a catalogue says of outlets the desk has met: kind, rights, name, home."""
    for told in outlets:
        models.Outlet.objects.filter(domain=told["domain"]).update(
            name=told["name"], kind=told["kind"], rights=told["rights"], home=told.get("home", "")
        )
