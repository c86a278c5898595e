"""RSS, Atom, RDF and JSON Feed -> entries. Lenient: what a lenient reader would show is shown, what was wrong is said.

feedparser knows the formats; it is given mended text (``xmltext``), so that its slow and lossy way for broken XML is
the exception. Nothing of the formats leaves this file: rooms outside know ``Feed`` and ``Entry``.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

import feedparser

from diemtin.errors import FeedError
from diemtin.language.outlets import outlet_of
from diemtin.language.text import count_syllables, squeeze
from diemtin.news import Article, Figure, Passage, Published
from diemtin.sources.feed_dates import read_feed_date
from diemtin.sources.feed_text import first_image, lines, one_line, sanitise
from diemtin.sources.jsonfeed import read_json_feed
from diemtin.sources.xmltext import decode, mend

MOST_ENTRIES = 1000
"""Entries of one feed that are read. Feeds of news hold 20 to 200; feedparser needs half a second for 1,000."""
LONGEST_LEAD = 180
"""Syllables. A description above that, or of four paragraphs and more, is the article's text: the longest sapo of 1,165
articles (ViMs, VMDS) has 169 syllables, 99% have at most 90."""

MOST_PREFIXES = 50
"""Undeclared ones that are declared; above that it is no feed of this world, and the loose parser has it."""

_END = re.compile(r"</(?:[\w.-]{1,20}:)?(?:item|entry)\s*>", re.I)
_FEED = re.compile(r"<(?:[\w.-]{1,20}:)?(?:rss|feed|rdf|channel|item|entry)\b", re.I)
_PREFIX = re.compile(r"</?([A-Za-z][\w.-]{0,30}):")
_SPACES = {
    "media": "http://search.yahoo.com/mrss/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: the promise of an article, or all of it in ``content``."""

    url: str | None
    title: str | None
    lead: str | None = None
    published: Published = field(default_factory=Published)
    section: str | None = None
    tags: tuple[str, ...] = ()
    author: str | None = None
    image: str | None = None
    content: str | None = None
    """The article's text as safe HTML, when the feed carries it."""
    guid: str | None = None
    modified: datetime | None = None
    """When it was last changed, where the feed says so."""

    def article(self, feed: Feed, source: str | None = None) -> Article:
        """The entry as an article of the outlet that its address, or the feed's, belongs to."""
        body = tuple(Passage(line) for line in lines(self.content)) if self.content else ()
        figures = (Figure(self.image),) if self.image else ()
        title = self.title or self.lead or (body[0].text if body else None) or self.url or "?"
        outlet = outlet_of(None, self.url or feed.url or source)
        return Article(
            title,
            self.lead,
            body,
            figures,
            byline=self.author,
            section=self.section,
            tags=self.tags,
            published=self.published,
            url=self.url,
            outlet=outlet if outlet.name or outlet.domain else replace(outlet, name=feed.title),
        )


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it was at one moment."""

    title: str | None
    url: str | None = None
    """The page it belongs to."""
    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
    """What was mended or is missing, in words."""


def read_feed(content: bytes, url: str | None = None, charset: str | None = None) -> Feed:
    """The feed in ``content``, fetched from ``url``. Raises ``FeedError`` when it is none; an empty one is a feed."""
    text, note = decode(content, charset)
    problems = [note] if note else []
    start = text.lstrip("\ufeff \t\r\n")[:1]
    if start in ("{", "["):
        title, page, rows = read_json_feed(text, url)
        return Feed(title, page, tuple(_finished(Entry(**row)) for row in rows[:MOST_ENTRIES]), tuple(problems))
    if not _FEED.search(text):
        is_page = "<html" in text[:4096].lower() or "<!doctype html" in text[:4096].lower()
        raise FeedError("a page, not a feed" if is_page else "not a feed", about=url)
    text, mended = mend(text)
    text, short = _shortened(_declared(text))
    # As a file, never as a string: a string that looks like an address would be fetched.
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url or ""},
        )
    except Exception as why:  # a parser of other people's mistakes: whatever it stumbles over is the feed's fault
        raise FeedError(f"cannot be parsed: {type(why).__name__}", about=url) from why
    problems.extend(mended)
    if short:
        problems.append(f"only the first {MOST_ENTRIES} entries are read")
    if parsed.get("bozo"):
        problems.append(f"not well-formed: {str(parsed.get('bozo_exception', ''))[:120]}")
    if not parsed.entries and not parsed.get("version") and not parsed.feed:
        raise FeedError("not a feed", about=url)
    page = _address(parsed.feed.get("link"), url)
    base = page or url
    entries = tuple(_entry(row, base) for row in parsed.entries)
    shown = tuple(entry for entry in entries if entry.title or entry.url or entry.lead or entry.content)
    if undated := sum(not entry.published.known for entry in shown):
        problems.append(f"{undated} entries without a date that can be read")
    return Feed(one_line(parsed.feed.get("title") or ""), page, shown, tuple(problems))


def _declared(text: str) -> str:
    """Usual prefixes that the feed uses and forgot to declare are declared, others stand for themselves."""
    head = text[:4096]
    missing = {prefix for prefix in _PREFIX.findall(text) if f"xmlns:{prefix}" not in head and prefix != "xml"}
    if not missing:
        return text
    if len(missing) > MOST_PREFIXES:
        return text
    spaces = "".join(f' xmlns:{name}="{_SPACES.get(name, f"urn:{name}")}"' for name in sorted(missing))
    return re.sub(r"<[A-Za-z][\w:.-]*", lambda root: root.group() + spaces, text, count=1)


def _shortened(text: str) -> tuple[str, bool]:
    """The text without the entries beyond ``MOST_ENTRIES``."""
    ends = [match.end() for match in _END.finditer(text)]
    if len(ends) <= MOST_ENTRIES:
        return text, False
    return text[: ends[MOST_ENTRIES - 1]] + text[ends[-1] :], True


def _entry(row: Any, base: str | None) -> Entry:
    contents = [part.get("value") or "" for part in row.get("content", ())]
    summary = row.get("summary") or ""
    content = max(contents, key=len, default="")
    if content == summary:  # feedparser repeats the text where there is no description
        summary = ""
    tags = tuple(dict.fromkeys(filter(None, (one_line(tag.get("term") or "") for tag in row.get("tags", ())))))
    guid = squeeze(row.get("id") or "") or None
    address = row.get("link") or next((link.get("href") for link in row.get("links", ()) if link.get("href")), None)
    if not address and guid and guid.startswith(("http://", "https://")):
        address = guid
    dates = [read_feed_date(dict.get(row, name)) for name in ("published", "updated", "created")]
    image = _image(row) or first_image(summary) or first_image(content)
    return _finished(
        Entry(
            _address(address, base),
            one_line(row.get("title") or ""),
            summary or None,
            next((date for date in dates if date.known), dates[0]),
            tags[0] if tags else None,
            tags,
            one_line(row.get("author") or ""),
            _address(image, base),
            content or None,
            guid,
            dates[1].end,
        )
    )


def _finished(entry: Entry) -> Entry:
    """Lead as words, content as safe HTML; a lead that is the text becomes it, one that is the headline goes."""
    lead, content = entry.lead, entry.content
    if lead:
        said = lines(lead)
        whole = " ".join(said)
        if content is None and (count_syllables(whole) > LONGEST_LEAD or len(said) > 3):
            content, lead = lead, None
        else:
            lead = None if squeeze(whole) in ("", entry.title) else squeeze(whole)
    return replace(entry, lead=lead, content=(sanitise(content) or None) if content else None)


def _image(row: Any) -> str | None:
    for part in (*row.get("media_thumbnail", ()), *row.get("media_content", ())):
        kind = part.get("medium") or part.get("type") or "image"
        if part.get("url") and kind.startswith("image"):
            return str(part["url"])
    for part in row.get("enclosures", ()):
        if part.get("href") and (part.get("type") or "").startswith("image"):
            return str(part["href"])
    image = row.get("image")
    return str(image["href"]) if isinstance(image, dict) and image.get("href") else None


def _address(address: str | None, base: str | None) -> str | None:
    """Absolute http(s) addresses only."""
    words = re.sub(r"[\s\x00-\x1f]+", "", address or "")
    if not words:
        return None
    try:
        whole = urljoin(base or "", words)
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname else None
