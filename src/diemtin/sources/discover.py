"""From an outlet's home address to the sources worth watching: feeds, else the news sitemap, else its section pages.

Looks, tries and reports; takes nothing on. ``diemtin sources add`` shows the report and adds what has ``take``.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from diemtin.errors import FetchError
from diemtin.language.markup import flattened
from diemtin.language.outlets import find_domain, find_outlet, outlet_of
from diemtin.language.text import squeeze
from diemtin.news import Outlet
from diemtin.sources.fetch.answers import Answer
from diemtin.sources.fetch.client import PAGE, Fetcher
from diemtin.sources.polling import fetch_source
from diemtin.sources.schedule import Fetched, SourceKind, SourceState
from diemtin.sources.xmlfiles import kind_of_xml

MOST_TRIED = 12
"""Candidates that are fetched: a visitor's few clicks, not a crawl."""
MOST_SECTIONS = 20
USUAL_PATHS = ("/rss/home.rss", "/rss/tin-moi-nhat.rss", "/home.rss", "/rss.xml", "/feed", "/atom.xml", "/feed.json")
"""In the order of how many outlets of the catalogue have them."""

_TYPES = re.compile(r"application/(rss|atom|rdf)\+xml|application/feed\+json|text/xml", re.I)
_FEED_LINK = re.compile(r"\.(?:rss|atom)(?:$|\?)|/(?:rss|feed|atom)(?:\.xml)?/?(?:$|\?)|/rss_feed/?$", re.I)
_LIST_LINK = re.compile(r"/rss(?:\.html?|\.chn|\.aspx|\.vnp)?/?$", re.I)
_NEWS_MAP = re.compile(r"news|tin-?moi|latest", re.I)
_NO_SECTION = re.compile(
    r"\d|login|dang-nhap|contact|lien-he|about|gioi-thieu|quang-cao|rss|video|podcast|\.xml$", re.I
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A source that could be watched, and what was seen of it."""

    url: str
    kind: SourceKind
    how: str
    """How it was found, in words."""
    title: str | None = None
    entries: int = 0
    newest: datetime | None = None
    problem: str | None = None
    """Why it cannot be used, in words; None when it answered well or was not asked."""
    take: bool = False


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found at an address."""

    address: str
    outlet: Outlet
    candidates: tuple[Candidate, ...]
    notes: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[Candidate, ...]:
        return tuple(candidate for candidate in self.candidates if candidate.take)


async def discover(address: str, fetcher: Fetcher) -> Discovery:
    """Looks at a home address (or the address of a feed or sitemap). Raises ``FetchError`` when it does not answer."""
    answer = await _home(address, fetcher)
    home = answer.final_url
    kind = kind_of_answer(answer.content)
    if kind != "page":
        found = [Candidate(home, kind, "the address itself")]
    else:
        found = _known(home) + _linked(answer) + await _sitemaps(home, fetcher)
        found += await _listed_feeds(answer, fetcher) + _usual(home)
    distinct: dict[str, Candidate] = {}
    for candidate in found:
        distinct.setdefault(candidate.url, candidate)
    every = list(distinct.values())
    tried = await asyncio.gather(*(_tried(candidate, fetcher) for candidate in every[:MOST_TRIED]))
    untried = [one for one in every[MOST_TRIED:] if one.how != "a usual path"]
    # A usual path that does not answer was only a guess.
    kept = [one for one in tried if one.problem is None or one.how != "a usual path"]
    sections = _sections(answer) if kind == "page" else []
    chosen, note = choose(kept, sections)
    notes = [note] if note else []
    if untried:
        notes.append(f"{len(untried)} more were found and not tried: add those you want by their address")
    return Discovery(home, outlet_of(None, home), (*chosen, *untried), tuple(notes))


def choose(tried: list[Candidate], sections: list[Candidate]) -> tuple[tuple[Candidate, ...], str | None]:
    """Marks what to take: feeds with entries; without any a sitemap of news; without that the home and section pages."""
    feeds = [one for one in tried if one.kind == "feed" and one.problem is None and one.entries]
    maps = [one for one in tried if one.kind == "sitemap" and one.problem is None and one.entries]
    news = [one for one in maps if _NEWS_MAP.search(one.url)] or maps
    take = {one.url for one in feeds} or {one.url for one in news[:1]}
    note = (
        None if feeds else "no feed: the news sitemap is taken" if news else "neither feed nor sitemap: pages are taken"
    )
    if not take:
        take = {one.url for one in sections}
    every = [*tried, *(sections if not feeds and not news else [])]
    return tuple(replace(one, take=one.url in take) for one in every), note


async def _home(address: str, fetcher: Fetcher) -> Answer:
    """The address as it is; a bare name with https, then with http."""
    if "://" in address:
        return await fetcher.fetch(address, accept=PAGE)
    try:
        return await fetcher.fetch(f"https://{address}", accept=PAGE)
    except FetchError as first:
        try:
            return await fetcher.fetch(f"http://{address}", accept=PAGE)
        except FetchError:
            raise first from None


def kind_of_answer(content: bytes) -> SourceKind:
    """What lies at an address, by how it begins."""
    head = content[:4096].replace(b"\x00", b"").lower()
    if b"<html" in head or b"<!doctype html" in head:
        return "page"
    named = any(name in head for name in (b"<rss", b"<feed", b"<rdf", b"<urlset", b"<sitemapindex", b"jsonfeed.org"))
    if not named:
        return "page"
    return "sitemap" if kind_of_xml(content) == "sitemap" else "feed"


def _tree(answer: Answer) -> LexborHTMLParser:
    """Addresses are ASCII: what the letters of other charsets become does not matter here."""
    return LexborHTMLParser(flattened(answer.content.decode("utf-8", "replace")))


def _linked(answer: Answer) -> list[Candidate]:
    """Feeds that the page's head names."""
    found = []
    for link in _tree(answer).css("link[rel~=alternate]"):
        kind, href = link.attributes.get("type") or "", link.attributes.get("href") or ""
        if href and _TYPES.search(kind) and (url := _absolute(answer.final_url, href)):
            found.append(
                Candidate(url, "feed", "named in the page's head", squeeze(link.attributes.get("title") or "") or None)
            )
    return found


async def _listed_feeds(answer: Answer, fetcher: Fetcher) -> list[Candidate]:
    """Feeds that the page links to, or the page of feeds that it links to (/rss)."""
    found, lists = _anchors(answer, "linked from the page")
    if not found and lists:
        try:
            below = await fetcher.fetch(lists[0], accept=PAGE)
        except FetchError:
            return []
        found, _ = _anchors(below, f"listed at {urlsplit(lists[0]).path}")
    return found


def _anchors(answer: Answer, how: str) -> tuple[list[Candidate], list[str]]:
    feeds: dict[str, Candidate] = {}
    lists: list[str] = []
    for anchor in _tree(answer).css("a[href]"):
        url = _absolute(answer.final_url, anchor.attributes.get("href") or "")
        if url is None or find_domain(url) != find_domain(answer.final_url) or url == answer.final_url:
            continue
        if _LIST_LINK.search(url):
            lists.append(url)
        elif _FEED_LINK.search(url):
            feeds.setdefault(url, Candidate(url, "feed", how, squeeze(anchor.text()) or None))
    return list(feeds.values()), lists


def _known(home: str) -> list[Candidate]:
    known = find_outlet(home)
    return [Candidate(url, "feed", "in the catalogue of outlets") for url in known.feeds] if known else []


def _usual(home: str) -> list[Candidate]:
    return [Candidate(urljoin(home, path), "feed", "a usual path") for path in USUAL_PATHS]


async def _sitemaps(home: str, fetcher: Fetcher) -> list[Candidate]:
    """Those that robots.txt names, sitemaps of news first."""
    try:
        named = await fetcher.sitemaps(home)
    except FetchError:
        return []
    ordered = sorted(named, key=lambda url: not _NEWS_MAP.search(url))
    return [Candidate(url, "sitemap", "named in robots.txt") for url in ordered[:2]]


def _sections(answer: Answer) -> list[Candidate]:
    """The home page and the pages its navigation leads to: short addresses of the same host with a name."""
    home = answer.final_url
    found = {home: Candidate(home, "page", "the home page")}
    for anchor in _tree(answer).css("nav a[href], header a[href], [class*=menu] a[href]"):
        url, title = _absolute(home, anchor.attributes.get("href") or ""), squeeze(anchor.text())
        if url is None or find_domain(url) != find_domain(home) or not 2 <= len(title) <= 40:
            continue
        parts = urlsplit(url)
        steps = parts.path.strip("/").split("/")
        if steps != [""] and len(steps) <= 2 and not parts.query and not _NO_SECTION.search(parts.path):
            found.setdefault(url, Candidate(url, "page", "a section", title))
    return list(found.values())[: MOST_SECTIONS + 1]


async def _tried(candidate: Candidate, fetcher: Fetcher) -> Candidate:
    """The candidate as it answers."""
    fetched: Fetched = await fetch_source(SourceState(candidate.url, candidate.kind), fetcher)
    if fetched.outcome == "failed":
        return replace(candidate, problem=fetched.reason)
    stamps = [entry.published.start for entry in fetched.entries if entry.published.start]
    stamps += [row.published.start for row in fetched.listed if row.published and row.published.start]
    stamps += [row.modified for row in fetched.listed if row.modified and not stamps]
    count = len(fetched.entries) or len(fetched.listed)
    return replace(
        candidate,
        url=fetched.moved_to or candidate.url,
        title=fetched.title or candidate.title,
        entries=count,
        newest=max(stamps, default=None),
        problem=None if count else "it is empty",
    )


def _absolute(base: str, href: str) -> str | None:
    try:
        url = urljoin(base, href.strip()).partition("#")[0]
        return url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else None
    except ValueError:
        return None
