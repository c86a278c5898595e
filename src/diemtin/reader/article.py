"""The articles of an HTML page, put together from labelled units: the main one, and another printed in full below it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from diemtin.language.blocks import find_kind, strip_mark
from diemtin.language.text import count_syllables, squeeze
from diemtin.news import Article, Figure, Outlet, Passage, PassageKind
from diemtin.reader.address import absolute, path_of
from diemtin.reader.classes import RELATED, SAPO, TITLE
from diemtin.reader.figures import find_caption_units, make_figures
from diemtin.reader.headline import find_lead
from diemtin.reader.lines import find_marked, is_same
from diemtin.reader.metadata import Metadata
from diemtin.reader.stated import (
    find_agency,
    find_article_kind,
    find_byline_of,
    find_paywalled,
    find_published,
    find_section,
    find_tags,
)
from diemtin.reader.tables import find_tables, table_text
from diemtin.reader.tree import HEADINGS, Page


@dataclass(slots=True)
class Labels:
    """What the units of a page were taken for."""

    chosen: list[int]
    """Body and captions that the model took, in order."""
    captions: dict[int, int]
    places: list[int]
    """All units of the body's box."""
    headline: str
    headline_unit: int


@dataclass(slots=True)
class Where:
    """What holds for every article of a page."""

    base: str | None
    own: str | None
    outlet: Outlet
    language: str | None
    fetched: datetime | None


def make_articles(page: Page, found: Metadata, labels: Labels, where: Where) -> tuple[list[Article], set[int], range]:
    """The articles, main one first; the units they hold; and the range of units they stand in."""
    chosen, captions, headline_unit = labels.chosen, labels.captions, labels.headline_unit
    start = max(0, min(chosen[0], headline_unit) if headline_unit >= 0 else chosen[0])
    end = chosen[-1] + 1
    # Captions that stand outside the body's box: between headline and body, and right behind it.
    for place, at in find_caption_units(page, start, min(len(page.units), end + 2)).items():
        if place < labels.places[0] or place > labels.places[-1]:
            captions[place] = at
    marks = {place: of for place in range(start, end) if (of := find_marked(page.units[place].text)) is not None}
    # A table of data is one passage, at its first unit that was chosen.
    tables = {begin: table for table in find_tables(page, start, end) if (begin := first_of(chosen, table)) is not None}
    inside = {place for first, table in tables.items() for place in table if place != first}
    # A caption may stand twice, for two widths of screen.
    told = {page.units[place].text for place in captions if page.units[place].length >= 30}
    body = [
        place
        for place in chosen
        if not (place in captions or place in marks or place == headline_unit or place in inside)
        and page.units[place].text not in told
    ]
    second = find_second(page, labels, body, marks)
    later = [place for place in body if second is not None and place > second]
    body = [place for place in body if second is None or place < second]
    lead_unit = find_lead(page, found, headline_unit, body, captions)
    lead = clean_lead(page, lead_unit) if lead_unit >= 0 else None
    shown = {_plain(title) for title in (labels.headline, lead) if title}
    body = [
        place
        for place in body
        if place != lead_unit
        and place > headline_unit - 1
        and (page.units[place].length > 1500 or _plain(page.units[place].text) not in shown)
    ]
    stop = second if second is not None else end
    own_captions = {
        place: at for place, at in captions.items() if (second is None or place < stop) and place not in marks
    }
    passages = partial(_passage, page, tables)
    byline, byline_units = find_byline_of(page, found, body, headline_unit, stop)
    figures = make_figures(page, own_captions, body, start, stop - (second is not None), where.base)
    agency = find_agency(byline, [page.units[place].text for place in byline_units])
    title, marked = strip_mark(labels.headline)
    section = find_section(page, found, headline_unit)
    # What the page says of the article stands right above its headline, between headline and text, or right below.
    above, below = max(0, headline_unit - 6), chosen[-1]
    near = page.units[above : min(chosen[0], above + 30)] + page.units[max(below - 2, 0) : below + 8]
    around = [unit.text for unit in near if unit.length < 300]
    kind = find_article_kind(found, title, section, around, marked)
    if kind == "news" and _is_told_in_pictures(page, figures, body):
        kind = "photo"
    main = Article(
        title=squeeze(title), lead=lead, body=tuple(map(passages, body)), figures=figures,
        byline=byline, agency=agency, section=section, tags=find_tags(page, found, chosen[-1]),
        kind=kind, published=find_published(page, found, headline_unit, body, where.fetched),
        url=where.own, outlet=where.outlet, language=where.language, next_page=find_next_page(found, where),
        paywalled=find_paywalled(found, around),
    )  # fmt: skip
    taken = {headline_unit, lead_unit, *chosen, *captions, *marks, *byline_units}
    articles = [main]
    if second is not None:
        embedded, units = _embedded(page, second, later, captions, marks, end, where, passages)
        if embedded is not None:
            articles.append(embedded)
            taken |= units | {second}
        else:
            articles[0] = replace(main, body=main.body + tuple(map(passages, later)))
    return articles, taken, range(start, end)


PICTURES = 6
"""Captioned pictures from which a page may be a photo story: 8 of the 141 pages at hand with captions have as many, and none of
those tells more below its pictures than between them."""


def _is_told_in_pictures(page: Page, figures: tuple[Figure, ...], body: list[int]) -> bool:
    """Whether most of what a page tells stands below its many pictures."""
    captions = [figure.caption for figure in figures if figure.image and figure.caption]
    return len(captions) >= PICTURES and sum(map(len, captions)) > sum(page.units[place].length for place in body)


def find_next_page(found: Metadata, where: Where) -> str | None:
    """The address of the article's next page. Blogs call the next article so too: the two must share their address but for
    an ending or a query."""
    if not found.next_page:
        return None
    address = absolute(where.base, found.next_page)
    if not address.startswith("http"):
        return None
    own = where.base or where.own
    if own is None:
        return address
    stem = path_of(own).rpartition(".")[0] or path_of(own)
    return address if stem and path_of(address).startswith(stem) and address != own else None


def find_second(page: Page, labels: Labels, body: list[int], marks: dict[int, str]) -> int | None:
    """The unit that is the headline of a second article inside the first's body: one that a picture below it repeats
    ("X - Hình 1" as its line or its alternative text), or a long heading with a sapo of its own."""
    if len(body) < 3:
        return None
    alternatives = [(picture.unit, of) for picture in page.pictures if (of := find_marked(picture.alt)) is not None]
    named = bool(marks or alternatives)
    for place in range(body[1], body[-1]):
        unit = page.units[place]
        if unit.length > 200 or unit.length < 24 or unit.link * 2 > unit.length or place in marks:
            continue
        if not (named or unit.tag in HEADINGS or unit.bits & TITLE) or is_same(unit.text, labels.headline):
            continue
        if any(place < at <= place + 8 and is_same(of, unit.text) for at, of in (*marks.items(), *alternatives)):
            return place
        heading = unit.tag in HEADINGS or unit.bits & TITLE
        below = page.units[place + 1] if place + 1 < len(page.units) else None
        if (
            heading
            and below is not None
            and count_syllables(unit.text) >= 8
            and (below.bits | page.boxes[below.box].bits) & SAPO
            and below.length > 60
            and not unit.bits & RELATED
        ):
            return place
    return None


def _embedded(
    page: Page,
    second: int,
    later: list[int],
    captions: dict[int, int],
    marks: dict[int, str],
    end: int,
    where: Where,
    passages: Callable[[int], Passage],
) -> tuple[Article | None, set[int]]:
    """The second article: its sapo is marked, or stands between headline and first picture."""
    lead_unit = -1
    first_picture = min((picture.unit for picture in page.pictures if picture.unit > second), default=end)
    for place in range(second + 1, min(second + 3, end)):
        unit = page.units[place]
        if place in captions or place in marks or unit.length < 50:
            continue
        if (unit.bits | page.boxes[unit.box].bits) & SAPO or (place < first_picture and later and place <= later[0]):
            lead_unit = place
        break
    body = [place for place in later if place != lead_unit]
    if not body:
        return None, set()
    own = {place: at for place, at in captions.items() if place > second and place not in marks}
    title, marked = strip_mark(page.units[second].text)
    figures = make_figures(page, own, body, second + 1, end, where.base)
    article = Article(
        title=squeeze(title), lead=page.units[lead_unit].text if lead_unit >= 0 else None, role="embedded", figures=figures,
        body=tuple(map(passages, body)),
        kind=marked or find_kind(title) or "news",
        outlet=where.outlet, language=where.language,
    )  # fmt: skip
    return article, {lead_unit, *body}


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


def first_of(chosen: list[int], table: range) -> int | None:
    return next((place for place in chosen if place in table), None)


def _passage(page: Page, tables: dict[int, range], place: int) -> Passage:
    if place in tables:
        return Passage(table_text(page, tables[place]), "table")
    return Passage(page.units[place].text, passage_kind(page, place))


def passage_kind(page: Page, place: int) -> PassageKind:
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
