"""Structured data of pages (JSON-LD, schema.org), the same shape for every page that lists something."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import islice
from typing import Any

from django.conf import settings
from django.urls import reverse

from diemtin.site.templatetags.news import absolute, asset
from diemtin.store.queries.shown import ShownArticle, ShownStory

_MOST = 30
"""Entries of a list: what a search engine looks at is the beginning."""


def organisation() -> dict[str, Any]:
    """This desk."""
    return {"@type": "Organization", "name": settings.DESK.name, "url": absolute("/"), "logo": emblem()}


def emblem() -> dict[str, Any]:
    """The desk's own mark: what stands for a page that has no picture we may show."""
    return {"@type": "ImageObject", "url": absolute(asset("icon.svg"))}


def collection(
    name: str, path: str, entries: Iterable[ShownStory | ShownArticle], modified: datetime | None = None
) -> dict[str, Any]:
    """A page that lists stories or articles, in its order."""
    listed = [
        {"@type": "ListItem", "position": number, "url": absolute(_path(entry)), "name": entry.title}
        for number, entry in enumerate(islice(entries, _MOST), 1)
    ]
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": name,
        "url": absolute(path),
        "publisher": organisation(),
        "mainEntity": {"@type": "ItemList", "itemListElement": listed},
    }
    if modified is not None:
        told["dateModified"] = modified.isoformat(timespec="seconds")
    return told


def _path(entry: ShownStory | ShownArticle) -> str:
    return reverse("story" if isinstance(entry, ShownStory) else "article", args=(entry.key,))
