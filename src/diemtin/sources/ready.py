"""What comes in besides whole pages: articles that need no reading, and addresses that are only listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from diemtin.news import Article, Published


@dataclass(frozen=True, slots=True)
class Ready:
    """An article that came as one: a line of JSONL with its fields, or an entry of a feed."""

    article: Article
    id: str | None = None
    """The id that it came with; kept."""
    name: str | None = None
    """The file it came from, for messages."""
    position: int | None = None
    """The line of a JSONL file, counted from 1."""
    notes: tuple[str, ...] = ()
    """What could not be taken as it stood, in words: an unreadable date, a headline taken from the text."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An address that a sitemap or an OPML file names; nothing of it has been fetched."""

    url: str
    kind: Literal["page", "feed", "sitemap"]
    title: str | None = None
    section: str | None = None
    modified: datetime | None = None
    published: Published | None = None
    """What a news sitemap says of the article."""
