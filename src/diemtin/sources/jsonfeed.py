"""JSON Feed 1.0 and 1.1 -> the fields of entries. (https://jsonfeed.org/version/1.1)"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any
from urllib.parse import urljoin

from diemtin.errors import FeedError
from diemtin.language.text import squeeze
from diemtin.sources.feed_dates import read_feed_date

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def read_json_feed(text: str, url: str | None) -> tuple[str | None, str | None, list[dict[str, Any]]]:
    """Title, page and entries' fields (lead and content still raw). Raises ``FeedError``."""
    try:
        feed = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as why:
        raise FeedError(f"not JSON: {why}", about=url) from why
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise FeedError("JSON, but not a JSON Feed", about=url, hint="it has no list of items")
    page = _link(feed.get("home_page_url"), url)
    rows = [_fields(row, page or url) for row in feed["items"] if isinstance(row, dict)]
    return _words(feed.get("title")), page, [row for row in rows if row["url"] or row["title"] or row["content"]]


def _fields(row: dict[str, Any], base: str | None) -> dict[str, Any]:
    authors = row.get("authors") if isinstance(row.get("authors"), list) else [row.get("author")]
    names = [_words(author.get("name")) for author in authors or () if isinstance(author, dict)]
    tags = tuple(filter(None, map(_words, row["tags"]))) if isinstance(row.get("tags"), list) else ()
    plain = _raw(row.get("content_text"))
    identity = row.get("id")
    guid = _words(str(identity)) if isinstance(identity, str | int | float) else None
    link = row.get("url") or row.get("external_url") or (guid if guid and guid.startswith("http") else None)
    return {
        "url": _link(link, base),
        "title": _words(row.get("title")),
        "lead": _raw(row.get("summary")),
        "published": read_feed_date(_words(row.get("date_published")) or _words(row.get("date_modified"))),
        "section": tags[0] if tags else None,
        "tags": tags,
        "author": ", ".join(filter(None, names)) or None,
        "image": _link(row.get("image") or row.get("banner_image"), base),
        "content": _raw(row.get("content_html"))
        or ("".join(f"<p>{escape(line)}</p>" for line in plain.splitlines() if line.strip()) if plain else None),
        "guid": guid,
        "modified": read_feed_date(_words(row.get("date_modified"))).end,
    }


def _raw(value: object) -> str | None:
    return (_UNSTORABLE.sub(" ", value).strip() or None) if isinstance(value, str) else None


def _words(value: object) -> str | None:
    return squeeze(_raw(value) or "") or None


def _link(value: object, base: str | None) -> str | None:
    words = _words(value)
    try:
        whole = urljoin(base or "", words or "")
    except ValueError:
        return None
    return whole if words and whole.startswith(("http://", "https://")) else None
