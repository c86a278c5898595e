"""A page that is HTML: one parse, one walk, then labels -> a reading."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from diemtin.errors import PageError
from diemtin.language.blocks import find_agencies, find_kind, says_advertorial, says_paywall, strip_mark
from diemtin.language.dates import find_stamp, read_iso, read_stamp
from diemtin.language.text import squeeze
from diemtin.news import Article, ArticleKind, Outlet, Passage, PassageKind, Published, Reading
from diemtin.reader.address import absolute
from diemtin.reader.body import read_box, select, settle_captions
from diemtin.reader.bylines import find_byline
from diemtin.reader.classes import BYLINE, CRUMB, STAMP, TAGS
from diemtin.reader.figures import find_caption_units, make_figures
from diemtin.reader.headline import find_headline, find_lead
from diemtin.reader.metadata import Metadata, read_metadata
from diemtin.reader.model import score_units
from diemtin.reader.outlet import domain_of, guess_language, guess_outlet_name
from diemtin.reader.plain import newest_stamp
from diemtin.reader.teasers import read_html_blocks
from diemtin.reader.tree import Page, inherit, walk

MIN_BODY = 140
"""Letters of body below which a page has no article."""


@dataclass(slots=True)
class Draft:
    """A page after the walk: its units and boxes, what it tells machines, its headline and the unit that shows it."""

    page: Page
    found: Metadata
    headline: str | None
    headline_unit: int


def prepare(text: str) -> Draft:
    """Parses and walks once. Raises ``PageError`` for what cannot be a page."""
    parser = LexborHTMLParser(text)
    body = parser.body
    if body is None:
        raise PageError("nothing in it")
    found = read_metadata(parser)
    page = walk(body)
    headline, headline_unit = find_headline(page, found)
    inherit(page, headline_unit)
    return Draft(page, found, headline, headline_unit)


def read_html(text: str, *, url: str | None = None, fetched: datetime | None = None) -> Reading:
    """The reading of an HTML page. Raises ``PageError`` for what cannot be a page."""
    draft = prepare(text)
    page, found, headline, headline_unit = draft.page, draft.found, draft.headline, draft.headline_unit
    base = _first(url, found.canonical, found.meta.get("og:url"))
    own = _first(found.canonical, url, found.meta.get("og:url"))
    if base and found.canonical and not found.canonical.startswith("http"):
        own = absolute(base, found.canonical)
    places, rows, captions = read_box(page, found, headline, headline_unit)
    scores = score_units(rows) if rows else []
    captions = settle_captions(page, captions, places, scores)
    chosen = select(page, places, scores, headline_unit)
    outlet = Outlet(name=_outlet_name(found), domain=domain_of(own or base))
    article: Article | None = None
    taken: set[int] = set()
    if headline and _is_article(page, chosen, found, own):
        article, taken = _article(page, found, chosen, headline, headline_unit, captions, places, base, own, outlet, fetched)
    blocks = tuple(read_html_blocks(page, taken, base, own, fetched))
    if outlet.name is None and (name := guess_outlet_name(blocks)):
        outlet = Outlet(name=name, domain=outlet.domain)
    language = _language(found, page)
    return Reading(
        outlet, (article,) if article else (), blocks, url=own, language=language, newest_stamp=newest_stamp(blocks)
    )


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


def _is_article(page: Page, chosen: list[int], found: Metadata, own: str | None) -> bool:
    """A list or a home page has links where an article has text."""
    letters = sum(page.units[place].length for place in chosen)
    if not chosen or (letters < MIN_BODY and not found.linked):
        return False
    if found.linked.get("headline") or "article" in found.meta.get("og:type", ""):
        return True
    if own and not urlsplit(own).path.strip("/"):
        return False
    first, last = chosen[0], chosen[-1]
    stories = sum(1 for link in page.links if first - 1 <= link.unit <= last and len(link.text.split()) >= 5 and _is_whole(page, link.unit))
    return stories < 1 + 0.5 * len(chosen) or letters > 300 * stories


def _is_whole(page: Page, place: int) -> bool:
    return place < len(page.units) and page.units[place].link * 5 >= page.units[place].length * 4


def _article(
    page: Page,
    found: Metadata,
    chosen: list[int],
    headline: str,
    headline_unit: int,
    captions: dict[int, int],
    places: list[int],
    base: str | None,
    own: str | None,
    outlet: Outlet,
    fetched: datetime | None,
) -> tuple[Article, set[int]]:
    start = min(chosen[0], headline_unit) if headline_unit >= 0 else chosen[0]
    end = chosen[-1] + 1
    # Captions that stand outside the body's box: between headline and body, and right behind it.
    for place, at in find_caption_units(page, max(0, start), min(len(page.units), end + 2)).items():
        if place < places[0] or place > places[-1]:
            captions[place] = at
    body = [place for place in chosen if place not in captions and place != headline_unit]
    lead_unit = find_lead(page, found, headline_unit, body, captions)
    lead = clean_lead(page, lead_unit) if lead_unit >= 0 else None
    shown = {_plain(title) for title in (headline, lead) if title}
    body = [
        place
        for place in body
        if place != lead_unit and place > headline_unit - 1 and (page.units[place].length > 1500 or _plain(page.units[place].text) not in shown)
    ]
    figures = make_figures(page, captions, body, max(0, start), end, base)
    byline = _byline(page, found, body, headline_unit)
    passages = [Passage(squeeze(page.units[place].text), _kind(page, place)) for place in body]
    title, marked = strip_mark(headline)
    # What the page says of the article stands right above its headline, between headline and text, or right below.
    above, below = max(0, headline_unit - 6), chosen[-1]
    near = page.units[above : min(chosen[0], above + 30)] + page.units[max(below - 2, 0) : below + 8]
    around = [unit.text for unit in near if unit.length < 300]
    article = Article(
        title=squeeze(title), lead=lead, body=tuple(passages), figures=figures, byline=byline, agency=find_agencies(byline) if byline else (),
        section=_section(found), tags=_tags(page, found), kind=_article_kind(found, title, around, marked), published=_published(page, found, headline_unit, body, fetched),
        url=own, outlet=outlet, language=_language(found, page), next_page=found.next_page, paywalled=_paywalled(found, around),
    )  # fmt: skip
    return article, set(range(max(0, min(start, chosen[0])), end))


def _plain(text: str) -> str:
    return "".join(text.split()).lower()


def clean_lead(page: Page, place: int) -> str:
    """The sapo without the links to other articles that old pages put at its end (">> …")."""
    unit = page.units[place]
    text = squeeze(unit.text)
    if unit.link and (cut := _POINTERS.search(text)) and cut.start() > 40:
        text = text[: cut.start()].rstrip()
    return text


_POINTERS = re.compile(r"\s*(?:>>|»|►|▶|>)\s*\S")


def _kind(page: Page, place: int) -> PassageKind:
    unit = page.units[place]
    if unit.tag in ("h2", "h3", "h4", "h5", "h6", "h1"):
        return "subhead"
    if unit.tag in ("li", "dd", "dt"):
        return "list"
    at = unit.box
    for _ in range(3):
        if page.boxes[at].tag == "blockquote":
            return "quotation"
        at = page.boxes[at].parent
        if at < 0:
            break
    if unit.bold * 10 >= unit.length * 9 and unit.length <= 120 and unit.text[-1:] not in '.!…"”':
        return "subhead"
    return "paragraph"


def _section(found: Metadata) -> str | None:
    section = found.meta.get("article:section") or found.linked.get("articleSection")
    if isinstance(section, list):
        section = section[0] if section else None
    if not section and len(found.crumbs) > 1:
        section = found.crumbs[1]
    return squeeze(html.unescape(section)) if isinstance(section, str) and section.strip() else None


def _tags(page: Page, found: Metadata) -> tuple[str, ...]:
    shown = [link.text for link in page.links if link.bits & TAGS and 1 < len(link.text) < 60]
    if not shown:
        told = found.meta.get("article:tag") or found.meta.get("news_keywords") or ""
        shown = [part for part in told.replace("\t", ",").split(",") if part.strip()]
    return tuple(dict.fromkeys(squeeze(html.unescape(tag)).lstrip("#") for tag in shown))[:20]


def _article_kind(found: Metadata, title: str, around: list[str], marked: ArticleKind | None) -> ArticleKind:
    kind = marked or find_kind(title)
    if kind:
        return kind
    types = str(found.linked.get("@type") or "")
    if "LiveBlog" in types:
        return "live"
    if "Opinion" in types:
        return "opinion"
    if "AdvertiserContent" in types or any(map(says_advertorial, around)):
        return "advertorial"
    return "news"


def _published(page: Page, found: Metadata, headline: int, body: list[int], fetched: datetime | None) -> Published:
    told = found.date()
    shown = _shown_date(page, headline, body, fetched)
    if told:
        moment = read_iso(told[0])
        if moment is None:
            stamp = find_stamp(told[0], fetched)
            moment = stamp.moment or stamp.day if stamp else None
        if isinstance(moment, datetime):
            return Published.at(moment.astimezone(), "second" if moment.second else "minute", told[1])
        if isinstance(moment, date) and shown is None:
            return Published.on(moment, told[1])
    return shown or Published()


def _shown_date(page: Page, headline: int, body: list[int], fetched: datetime | None) -> Published | None:
    start = max(0, headline - 8) if headline >= 0 else 0
    end = min(len(page.units), (body[0] if body else start) + 2)
    best: Published | None = None
    for place in [*range(max(0, headline), end), *range(start, max(0, headline))]:
        unit = page.units[place]
        if unit.length > 200:
            continue
        stamp = read_stamp(unit.text, fetched) or (
            find_stamp(unit.text, fetched) if unit.bits & (STAMP | BYLINE) or unit.length < 90 else None
        )
        if stamp and (best is None or (best.precision == "day" and stamp.moment)):
            best = stamp.published("date line of the page")
            if stamp.moment:
                break
    if best is None or best.precision == "day":
        for _, value, box in page.times:
            moment = read_iso(value)
            if isinstance(moment, datetime) and page.boxes[box].start <= end and page.boxes[box].start >= start:
                return Published.at(moment, "minute", "time element")
    return best


def _byline(page: Page, found: Metadata, body: list[int], headline: int) -> str | None:
    end = body[0] + 1 if body else 0
    for place in range(max(0, headline), end):
        unit = page.units[place]
        if unit.bits & BYLINE and 4 <= unit.length <= 90 and not unit.bits & (STAMP | CRUMB):
            name = find_byline(unit.text)
            if name:
                return name
    names: list[str] = []
    for place in body[-3:][::-1]:
        unit = page.units[place]
        name = find_byline(unit.text) if unit.length < 90 else None
        if name is None and place == body[-1] and unit.bold * 10 >= unit.length * 9 and unit.text.istitle() and len(unit.text.split()) <= 3:
            name = unit.text
        if name is None or len(body) < 2:
            break
        body.remove(place)
        names.insert(0, name)
    if names:
        return " - ".join(names)
    authors = [name for name in found.authors if not _SITE.search(name)]
    told = found.meta.get("author")
    return ", ".join(authors) or (squeeze(html.unescape(told)) if told and not _SITE.search(told) else None)


_SITE = re.compile(r"\.(?:com|vn|net|org)\b|https?:", re.IGNORECASE)


def _paywalled(found: Metadata, around: list[str]) -> bool:
    free = found.linked.get("isAccessibleForFree")
    if free is False or str(free).lower() == "false":
        return True
    return any(map(says_paywall, around))
