"""Reads the shared evaluation sets as the project's own nouns. The sets lie beside the repository, not in it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from diemtin import news

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def read_set(name: str) -> list[dict[str, Any]]:
    """The lines of ``shared/eval/<name>.jsonl.gz``."""
    with gzip.open(SHARED / "eval" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def to_article(line: dict[str, Any], *, short: bool = False) -> news.Article:
    """A line of JSONL in (DESIGN §4) as an article; ``short`` leaves headline and sapo alone."""
    body = "" if short else line["text"]
    return news.Article(
        title=line["title"],
        lead=line.get("lead") or None,
        body=tuple(news.Passage(part.strip()) for part in body.split("\n") if part.strip()),
        url=line.get("url"),
        outlet=news.Outlet(name=line.get("source"), domain=line.get("source")),
        published=news.Published.at(moment) if (moment := find_moment(line)) else news.Published(),
    )


def find_moment(line: dict[str, Any]) -> datetime | None:
    """The article's time; a day counts as its last second, as in the desk."""
    date = line.get("date")
    if not date:
        return None
    if len(date) == 10:
        return datetime.fromisoformat(f"{date}T23:59:59+07:00")
    moment = datetime.fromisoformat(date)
    return moment if moment.tzinfo else moment.replace(tzinfo=news.VIETNAM)


def read_texts_for_counts() -> Iterator[news.Article]:
    """Every text that background counts are learnt from."""
    for name in ("vims", "vmds"):
        for line in read_set(name):
            yield to_article(line)
    for line in read_set("vntc"):
        title, _, body = line["text"].partition("\n")
        yield news.Article(title=title[:200], body=(news.Passage(title[200:] + "\n" + body),), url=line["id"])
