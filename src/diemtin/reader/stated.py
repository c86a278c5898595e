"""What a page states of its article beside the text: section, tags, kind, date, byline, payment."""

from __future__ import annotations

import html
import re
from datetime import date, datetime, timedelta

from diemtin.language.blocks import (
    find_agencies,
    find_block,
    find_kind,
    is_noise,
    is_section_name,
    says_advertorial,
    says_paywall,
)
from diemtin.language.countries import find_country
from diemtin.language.dates import find_stamp, read_iso
from diemtin.language.outlets import find_outlet
from diemtin.language.places import places
from diemtin.language.text import normal, squeeze
from diemtin.news import ArticleKind, Published
from diemtin.reader.bylines import find_byline, find_named, find_signature, find_source, is_source
from diemtin.reader.classes import AUTHOR, BYLINE, CAPTION, COMMENT, CRUMB, RELATED, STAMP, TAGS
from diemtin.reader.metadata import Metadata
from diemtin.reader.tree import HEADINGS, Page


def find_section(page: Page, found: Metadata, headline: int) -> str | None:
    """The section: told to machines, else the last of the breadcrumbs."""
    section = (
        found.meta.get("article:section") or found.meta.get("articlesection") or found.linked.get("articleSection")
    )
    if isinstance(section, list):
        section = section[0] if section else None
    if not section and len(found.crumbs) > 1:
        section = found.crumbs[1]
    if not section:
        shown = [link.text for link in page.links if link.bits & CRUMB and 1 < len(link.text) <= 40]
        section = next((text for text in reversed(shown) if normal(text) not in ("trang chủ", "home")), None)
    if not section and headline > 0:
        # A short link right above the headline.
        above = page.units[headline - 1]
        if above.link >= above.length and 1 < above.length <= 40 and not is_noise(above.text):
            section = above.text
    return squeeze(html.unescape(section)) if isinstance(section, str) and section.strip() else None


def find_tags(page: Page, found: Metadata, last: int) -> tuple[str, ...]:
    """The tags: links that the page calls so, else links to pages of tags soon below the body (whose last unit is given)."""
    shown = [link.text for link in page.links if link.bits & TAGS and 1 < len(link.text) < 60]
    if not shown:
        shown = [
            link.text
            for link in page.links
            if last < link.unit <= last + 12 and 1 < len(link.text) < 40 and _TAG_PAGE.search(link.href)
        ]
    if not shown:
        told = found.meta.get("article:tag") or found.meta.get("news_keywords") or ""
        shown = [part for part in told.replace("\t", ",").split(",") if part.strip()]
    return tuple(dict.fromkeys(squeeze(html.unescape(tag)).lstrip("#") for tag in shown))[:20]


_TAG_PAGE = re.compile(r"/(?:tags?|hashtag|tu-khoa|chu-de|keywords?)[/\-]|[?&](?:tag|keyword)=")


def find_article_kind(
    found: Metadata, title: str, section: str | None, around: list[str], marked: ArticleKind | None
) -> ArticleKind:
    kind = marked or find_kind(title)
    if kind:
        return kind
    by_section = find_kind(f"{section}: {title}") if section else None
    if by_section in ("opinion", "advertorial", "horoscope", "infographic", "video", "photo"):
        return by_section
    types = str(found.linked.get("@type") or "")
    if "LiveBlog" in types:
        return "live"
    if "Opinion" in types:
        return "opinion"
    if "AdvertiserContent" in types or any(map(says_advertorial, around)):
        return "advertorial"
    return "news"


def find_published(page: Page, found: Metadata, headline: int, body: list[int], fetched: datetime | None) -> Published:
    told = found.date()
    shown = _shown_date(page, headline, body, fetched)
    if told:
        moment = read_iso(told[0])
        if moment is None:
            stamp = find_stamp(told[0], fetched)
            moment = stamp.moment or stamp.day if stamp else None
        if isinstance(moment, datetime):
            if shown is not None and _is_mislabelled(moment, shown):
                return shown
            return Published.at(moment.astimezone(), "second" if moment.second else "minute", told[1])
        if isinstance(moment, date) and shown is None:
            return Published.on(moment, told[1])
    return shown or Published()


def _is_mislabelled(told: datetime, shown: Published) -> bool:
    """Whether machines are told Hanoi's clock under the name of UTC: the page shows the same digits to its readers."""
    if shown.precision == "day" or shown.start is None or told.utcoffset() != timedelta(0):
        return False
    return shown.basis == "stated" and abs(told - shown.start - timedelta(hours=7)) < timedelta(minutes=1)


def _shown_date(page: Page, headline: int, body: list[int], fetched: datetime | None) -> Published | None:
    start = max(0, headline - 8) if headline >= 0 else 0
    end = min(len(page.units), (body[0] if body else start) + 2)
    best: Published | None = None
    for place in [*range(max(0, headline), end), *range(start, max(0, headline))]:
        unit = page.units[place]
        if unit.length > 200:
            continue
        stamp = find_stamp(unit.text, fetched) if unit.bits & (STAMP | BYLINE) or unit.length < 90 else None
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


_SIGNING = ("Theo ", "(Theo", "Nguồn", "Tác giả", "Bài, ảnh", "Bài và ảnh", "Tin, ảnh", "Tin và ảnh")
"""How a line below the text begins that nothing else marks as its author's."""


def find_byline_of(
    page: Page, found: Metadata, body: list[int], headline: int, stop: int
) -> tuple[str | None, list[int]]:
    """Who wrote it, and the units that say so: an author's line by the headline, the last lines of the body (taken out of
    ``body``), the line below it, then what machines are told unless it is the outlet itself, then an element that is
    called the author's, then a name before the date."""
    end = body[0] + 1 if body else 0
    for place in range(max(0, headline), end):
        unit = page.units[place]
        if unit.bits & BYLINE and 4 <= unit.length <= 90 and not unit.bits & (STAMP | CRUMB):
            name = find_byline(unit.text)
            if name:
                return name, [place]
        if place in page.credits and (name := find_byline(page.credits[place])):
            return name, [place]
    names: list[str] = []
    used: list[int] = []
    for place in body[-3:][::-1]:
        unit = page.units[place]
        name = find_byline(unit.text) if unit.length < 90 else None
        alone = (
            place == body[-1]
            and unit.bold * 10 >= unit.length * 9
            and unit.text.istitle()
            and len(unit.text.split()) <= 3
        )
        if name is None and alone:
            name = unit.text
        if name is None or len(body) < 2:
            break
        body.remove(place)
        names.insert(0, name)
        used.append(place)
    if body and not names:
        for place in range(body[-1] + 1, min(body[-1] + 4, len(page.units), max(stop, body[-1] + 4))):
            unit = page.units[place]
            name = (
                find_byline(unit.text)
                if unit.length < 60 and unit.link == 0 and (unit.bits & BYLINE or unit.text.startswith(_SIGNING))
                else None
            )
            if name is None and place == body[-1] + 1:
                name = _signed_below(page, place)
            if name:
                names, used = [name], [place]
                break
    names = [name for name in names if not is_source(name)]
    if names:
        return " - ".join(names), used
    authors = [name for name in found.authors if not _SITE.search(name) and not name.isdecimal()]
    outlet = {normal(name) for name in (found.outlet, found.meta.get("og:site_name")) if name}
    if authors and not all(normal(name) in outlet for name in authors):
        return ", ".join(authors), used
    below = range(body[-1] + 1, min(body[-1] + 4, len(page.units))) if body else range(0)
    for place in (*range(max(0, headline), end), *below, *range(max(0, headline - 4), headline)):
        if name := _signed(page, place):
            return name, [*used, place]
    for place in range(max(0, headline), end):
        text = page.units[place].text
        if len(text) <= 90 and (name := find_signature(text)) and find_stamp(text, None) and _may_sign(name):
            return name, used
    told = found.meta.get("author")
    return ", ".join(authors) or (squeeze(html.unescape(told)) if told and not _SITE.search(told) else None), used


def _signed(page: Page, place: int) -> str | None:
    """The author that an element of a short line is named after."""
    unit = page.units[place]
    if unit.length > 90 or unit.bits & (CAPTION | RELATED | COMMENT):
        return None
    box = page.boxes[unit.box]
    named = page.authors.get(place)
    if named is None and box.bits & AUTHOR and box.end - box.start == 1 and not box.bits & STAMP:
        named = unit.text
    return find_named(named) if named is not None else None


def _signed_below(page: Page, place: int) -> str | None:
    """A Vietnamese name alone in the element right below the text, whatever that is called: how outlets sign."""
    unit = page.units[place]
    box = page.boxes[unit.box]
    if unit.length > 40 or unit.link or box.end - box.start != 1 or unit.tag in HEADINGS or unit.text.isascii():
        return None
    parts = [part.split() for part in re.split(r"\s*[-–,&]\s*", unit.text)]
    if not all(
        2 <= len(words) <= 4 and all(word[:1].isupper() and word[1:].islower() for word in words) for words in parts
    ):
        return None
    if is_noise(unit.text) or is_section_name(unit.text) or find_block(unit.text) is not None:
        return None
    return find_byline(unit.text) if _may_sign(unit.text) else None


def _may_sign(name: str) -> bool:
    """Whether a name is no place ("Hà Nội, 19/11/2026"), country or outlet."""
    return name not in places() and find_country(name) is None and find_outlet(name) is None


_SITE = re.compile(r"\.(?:com|vn|net|org)\b|https?:", re.IGNORECASE)


def find_paywalled(found: Metadata, around: list[str]) -> bool:
    free = found.linked.get("isAccessibleForFree")
    if free is False or str(free).lower() == "false":
        return True
    return says_paywall(around)


def find_agency(byline: str | None, lines: list[str]) -> tuple[str, ...]:
    """The agencies that byline and source lines name; a source that is an acronym is taken for one."""
    found = list(find_agencies(" ; ".join([byline or "", *lines])))
    for line in lines:
        source = find_source(line)
        if source and source.isupper() and 2 < len(source) <= 8 and source not in found:
            found.append(source)
    return tuple(found)
