"""The two pages that started the project, read as anybody would read them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from diemtin import news, reader
from diemtin.events import date_articles

SEEDS = Path(__file__).parents[2] / "../shared/seed-pages"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed pages are not here (../shared/seed-pages)")


@lru_cache
def gold(name: str) -> dict[str, Any]:
    return json.loads((SEEDS / f"{name}.gold.json").read_text(encoding="utf-8"))


@lru_cache
def dated(name: str) -> news.Reading:
    content = (SEEDS / f"{name}.txt").read_bytes()
    return date_articles(reader.read(news.Capture(content, media_type="text/plain", name=f"{name}.txt")))
