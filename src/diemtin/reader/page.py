"""A page that is HTML: one parse, one walk, then labels -> a reading."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from diemtin.errors import PageError
from diemtin.language.text import squeeze
from diemtin.news import Article, Outlet, Reading
from diemtin.reader.address import absolute, path_of
from diemtin.reader.article import Labels, Where, make_articles
from diemtin.reader.body import MIN_BODY, read_box, select, settle_captions
from diemtin.reader.bounds import check_bounds
from diemtin.reader.features import Matrix
from diemtin.reader.headline import find_headline
from diemtin.reader.inherited import inherit
from diemtin.reader.metadata import Metadata, read_metadata
from diemtin.reader.model import score_units
from diemtin.reader.outlet import domain_of, guess_language, guess_outlet_name
from diemtin.reader.plain import newest_stamp
from diemtin.reader.teasers import read_html_blocks
from diemtin.reader.tree import Page, walk


@dataclass(slots=True)
class Draft:
    """A page after the walk: its units and boxes, what it tells machines, its headline and the unit that shows it."""

    page: Page
    found: Metadata
    headline: str | None
    headline_unit: int


def prepare(text: str) -> Draft:
    """Parses and walks once. Raises ``PageError`` for what cannot be a page."""
    content = text.encode("utf-8", "replace")
    check_bounds(content)
    parser = LexborHTMLParser(content)
    body = parser.body
    if body is None:
        raise PageError("nothing in it")
    page = walk(body)
    found = read_metadata(parser, page.told)
    headline, headline_unit = find_headline(page, found)
    inherit(page, headline_unit)
    return Draft(page, found, headline, headline_unit)


def read_html(text: str, *, url: str | None = None, fetched: datetime | None = None) -> Reading:
    """The reading of an HTML page. Raises ``PageError`` for what cannot be a page."""
    return read_draft(prepare(text), url=url, fetched=fetched)


def read_draft(
    draft: Draft,
    *,
    url: str | None = None,
    fetched: datetime | None = None,
    score: Callable[[Matrix], list[float]] = score_units,
) -> Reading:
    """The reading of a page after the walk; ``score`` is the model of body units (training asks with others)."""
    page, found, headline, headline_unit = draft.page, draft.found, draft.headline, draft.headline_unit
    base = _first(url, found.canonical, found.meta.get("og:url"))
    own = _first(found.canonical, url, found.meta.get("og:url"))
    if base and found.canonical and not found.canonical.startswith("http"):
        own = absolute(base, found.canonical)
    places, rows, captions = read_box(page, found, headline, headline_unit)
    scores = score(rows) if rows is not None else []
    captions = settle_captions(page, captions, places, scores)
    chosen = select(page, places, scores, headline_unit)
    outlet = Outlet(name=_outlet_name(found), domain=domain_of(own or base))
    language = _language(found, page)
    articles: list[Article] = []
    taken: set[int] = set()
    span = range(0)
    if headline and _is_article(page, chosen, found, own, headline_unit):
        labels = Labels(chosen, captions, places, headline, headline_unit)
        articles, taken, span = make_articles(page, found, labels, Where(base, own, outlet, language, fetched))
    blocks = tuple(read_html_blocks(page, taken, span, base, own, fetched))
    if outlet.name is None and (name := guess_outlet_name(blocks)):
        outlet = Outlet(name=name, domain=outlet.domain)
    return Reading(outlet, tuple(articles), blocks, url=own, language=language, newest_stamp=newest_stamp(blocks))


def _first(*values: str | None) -> str | None:
    return next((value for value in values if value and value.startswith("http")), None)


def _outlet_name(found: Metadata) -> str | None:
    name = found.meta.get("og:site_name") or found.outlet or found.meta.get("application-name")
    return squeeze(html.unescape(name)) if name else None


def _language(found: Metadata, page: Page) -> str | None:
    long = [unit.text for unit in page.units if unit.length > 60 and unit.link * 2 < unit.length][:30]
    told = found.language
    guessed = guess_language(" ".join(long)) if told in (None, "vi", "en") or len(told) != 2 else None
    return guessed or told


LONG = 300
"""Letters of a paragraph that no teaser has: of the sapos of the list pages at hand the longest has 260."""


def _is_article(page: Page, chosen: list[int], found: Metadata, own: str | None, headline: int) -> bool:
    """A list or a home page has links where an article has text."""
    letters = sum(page.units[place].length for place in chosen)
    if not chosen or (letters < MIN_BODY and not found.linked):
        return False
    if found.linked.get("headline") or "article" in found.meta.get("og:type", ""):
        return True
    if own and not path_of(own):
        return False
    first, last = chosen[0], chosen[-1]
    if (
        0 <= headline < first <= headline + 8
        and page.units[headline].tag == "h1"
        and len(page.units[headline].text.split()) >= 4
        and any(page.units[place].length >= LONG for place in chosen)
    ):
        return True  # a headline right above a long paragraph, whatever links stand between
    stories = sum(
        1
        for link in page.links
        if first - 1 <= link.unit <= last and len(link.text.split()) >= 5 and _is_whole(page, link.unit)
    )
    texts = sum(1 for place in chosen if not _is_whole(page, place))
    return stories < 1 + 0.5 * texts or letters > 300 * stories


def _is_whole(page: Page, place: int) -> bool:
    return place < len(page.units) and page.units[place].link * 5 >= page.units[place].length * 4
