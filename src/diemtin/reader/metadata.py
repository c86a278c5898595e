"""What a page says about itself to machines: JSON-LD, Open Graph and its kin, ``link`` elements, the title.

Which of several wins is decided by the caller; here they are only read. JSON-LD is untrusted text: entity-escaped names,
lists for single values and comments around it are usual.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import Any

from diemtin.language.text import squeeze

ARTICLES = frozenset(
    [
        "NewsArticle",
        "Article",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "LiveBlogPosting",
        "ReviewNewsArticle",
        "BackgroundNewsArticle",
        "AdvertiserContentArticle",
        "TechArticle",
        "VideoObject",
        "Report",
    ]
)
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(slots=True)
class Metadata:
    """As written; ``None`` where the page says nothing."""

    meta: dict[str, str] = field(default_factory=dict)
    title: str | None = None
    canonical: str | None = None
    amp: str | None = None
    next_page: str | None = None
    language: str | None = None
    linked: dict[str, Any] = field(default_factory=dict)
    """The article among the JSON-LD objects."""
    outlet: str | None = None
    crumbs: tuple[str, ...] = ()

    @property
    def headline(self) -> str | None:
        return _text(self.linked.get("headline")) or _text(self.linked.get("name"))

    @property
    def body(self) -> str | None:
        return _text(self.linked.get("articleBody"))

    @property
    def descriptions(self) -> tuple[str, ...]:
        """Every description of the page, for finding the sapo among its lines."""
        found = (
            _text(self.linked.get("description")),
            self.meta.get("og:description"),
            self.meta.get("description"),
            self.meta.get("twitter:description"),
            _text(self.linked.get("alternativeHeadline")),
        )
        return tuple(dict.fromkeys(squeeze(html.unescape(text)) for text in found if text))

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for author in _list(self.linked.get("author")) if (name := _name(author))))

    def date(self) -> tuple[str, str] | None:
        """The first stated date of publication and where it was said."""
        for where, value in (
            ("JSON-LD datePublished", _text(self.linked.get("datePublished"))),
            *((f"meta {name}", self.meta.get(name)) for name in _DATES),
        ):
            if value:
                return value, where
        return None


_DATES = (
    "article:published_time", "og:article:published_time", "pubdate", "publishdate", "publish_date",
    "publication_date", "article.published", "datepublished", "date.published",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "cxenseparse:recs:publishtime",
    "article_date_original", "date", "dc.date", "article:created_time", "og:updated_time", "lastmod",
)  # fmt: skip


def read_metadata(parser: Any, told: list[Any]) -> Metadata:
    """The machine-readable side of a page: its head, and what the walk found in its body (``tree.Page.told``)."""
    found = Metadata()
    root = parser.root
    if root is not None:
        found.language = (root.attributes.get("lang") or "").split("-")[0].split("_")[0].lower() or None
    head = parser.head
    inside = head.css('meta,title,link[rel],script[type="application/ld+json"]') if head is not None else []
    for node in (*inside, *told):
        tag = node.tag
        if tag == "meta":
            attributes = node.attributes
            name = (
                attributes.get("property")
                or attributes.get("name")
                or attributes.get("itemprop")
                or attributes.get("http-equiv")
            )
            content = attributes.get("content")
            if name and content:
                name = name.lower()
                if name == "article:tag" and name in found.meta:
                    found.meta[name] += f"\t{content}"
                else:
                    found.meta.setdefault(name, content)
        elif tag == "title":
            if found.title is None and (text := node.text()):
                found.title = squeeze(text)
        elif tag == "link":
            attributes = node.attributes
            rel, href = (attributes.get("rel") or "").lower(), attributes.get("href")
            if href and rel == "canonical":
                found.canonical = href.strip()
            elif href and rel == "amphtml":
                found.amp = href.strip()
            elif href and rel == "next":
                found.next_page = href.strip()
        else:
            _read_linked(node.text() or "", found)
    return found


def _read_linked(text: str, found: Metadata) -> None:
    text = text.strip()
    if len(text) > 2_000_000 or not text:
        return
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        try:
            parsed = json.loads(_CONTROL.sub(" ", text.removeprefix("<!--").removesuffix("-->").strip().rstrip(";")))
        except (ValueError, RecursionError):
            return
    stack = [(parsed, 0)]
    seen = 0
    while stack and seen < 500:
        thing, depth = stack.pop()
        seen += 1
        if isinstance(thing, list):
            stack.extend((one, depth + 1) for one in reversed(thing[:100]))
            continue
        if not isinstance(thing, dict):
            continue
        kinds = {str(kind) for kind in _list(thing.get("@type"))}
        if kinds & ARTICLES and _rank(thing) > _rank(found.linked):
            found.linked = thing
        if "BreadcrumbList" in kinds:
            found.crumbs = found.crumbs or tuple(
                name
                for entry in _list(thing.get("itemListElement"))
                if (name := _name(entry) or _name(entry.get("item") if isinstance(entry, dict) else None))
            )
        if depth < 4:
            stack.extend(
                (thing[key], depth + 1)
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(thing.get(key), list | dict)
            )
        publisher = _name(thing.get("publisher"))
        if publisher and found.outlet is None and kinds & ARTICLES:
            found.outlet = publisher


def _rank(linked: dict[str, Any]) -> int:
    """An article says more than a video that stands in it."""
    if not linked:
        return -1
    return (
        2 * ("headline" in linked)
        + ("datePublished" in linked)
        + 4 * ("articleBody" in linked)
        - 3 * ("VideoObject" in str(linked.get("@type")))
    )


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str) and one.strip()), None)
    if not isinstance(value, str) or not value.strip():
        return None
    return squeeze(html.unescape(value)) if "&" in value else squeeze(value)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return _text(value)
