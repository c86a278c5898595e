"""A page read with what the list that led to it said: the list's date where the page has none, the list's words where the
page cannot be read. Pure; runs in the reading processes."""

from __future__ import annotations

from dataclasses import replace

from diemtin.desk.preparing import prepare_one
from diemtin.desk.waiting import Waiting
from diemtin.errors import DiemTinError, PageError
from diemtin.flow import PreparedPage, prepare_article, prepare_ready, read_page
from diemtin.language.outlets import outlet_of
from diemtin.news import Article, Capture, Published
from diemtin.sources.ready import Ready


def prepare_hinted(given: Capture | Ready, hint: Waiting | None) -> PreparedPage | DiemTinError:
    """As ``preparing.prepare_one``. A page without a stated date takes the list's; one without an article is what the
    list told, if that was more than a headline."""
    if isinstance(given, Ready) or hint is None:
        return prepare_one(given)
    try:
        reading = read_page(given)
        articles = tuple(_dated(article, hint) for article in reading.articles)
        if not any(article.role == "main" for article in articles) and (told := told_article(hint)):
            articles = (replace(told, outlet=reading.outlet if reading.outlet.domain else told.outlet), *articles)
        reading = replace(reading, articles=articles)
        return PreparedPage(reading, tuple(prepare_article(article) for article in articles))
    except DiemTinError as error:
        return error
    except (RecursionError, MemoryError) as error:
        return PageError(f"too much for the reader ({type(error).__name__})", about=given.url)


def prepare_told(hint: Waiting) -> PreparedPage | None:
    """What is left of an address that cannot be read: headline, sapo and link as the list gave them."""
    told = told_article(hint)
    return prepare_ready(told, None) if told else None


def told_article(hint: Waiting) -> Article | None:
    """Nothing for a bare headline: that is a teaser, not an article."""
    if not hint.title or not hint.lead:
        return None
    return Article(
        hint.title,
        hint.lead,
        section=hint.section,
        published=hint.stated or Published(),
        url=hint.url,
        outlet=outlet_of(None, hint.url),
    )


def _dated(article: Article, hint: Waiting) -> Article:
    if article.role == "main" and article.published.basis != "stated" and hint.stated is not None:
        return replace(article, published=hint.stated)
    return article
