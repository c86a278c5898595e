"""The article page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from diemtin.news import HANOI
from diemtin.site.differences import find_steps
from diemtin.site.structured import emblem, organisation
from diemtin.site.templatetags.news import absolute
from diemtin.site.templatetags.words import section_name
from diemtin.site.views.looking import clock_of, picture_of, sight_of
from diemtin.store.queries.article import ArticlePage, Removed, find_article_page
from diemtin.store.queries.shown import ShownArticle


def article(request: HttpRequest, key: str) -> HttpResponse:
    sight = sight_of(request)
    page = find_article_page(key, sight, clock_of(request))
    if page is None:
        raise Http404(key)
    if isinstance(page, Removed):
        return render(request, "site/removed.html", {"removed": page}, status=410)
    shot = picture_of(page.article.image)
    told = {
        "page": page,
        "article": page.article,
        "parts": list(_parts(page)),
        "steps": find_steps(page.versions),
        "now": sight.moment,
        "og_image": shot[0] if shot else "",
        "ld": _structured(page, shot),
    }
    return render(request, "site/article.html", told)


def _parts(page: ArticlePage) -> Iterator[tuple[str, Any]]:
    """Figures, passages and the sources of passages, in the order in which they are read."""
    chains = _chains(page)
    figures = list(page.figures)
    if 0 in chains:
        yield "chain", chains[0]
    numbered = list(enumerate(page.body))
    for kind, run in groupby(numbered, key=lambda entry: entry[1].kind):
        entries = list(run)
        if kind == "list":
            yield from (("figure", figure) for figure in _due(figures, entries[0][0]))
            yield "list", [passage.text for _, passage in entries]
            yield from (("chain", chains[number + 1]) for number, _ in entries if number + 1 in chains)
            continue
        for number, passage in entries:
            yield from (("figure", figure) for figure in _due(figures, number))
            yield kind, [line.split("\t") for line in passage.text.splitlines()] if kind == "table" else passage.text
            if number + 1 in chains:
                yield "chain", chains[number + 1]
    yield from (("figure", figure) for figure in figures)


def _due(figures: list[Any], number: int) -> Iterator[Any]:
    """Takes out the figures that stand before passage ``number``."""
    while figures and figures[0].after <= number:
        yield figures.pop(0)


def _chains(page: ArticlePage) -> dict[int, list[str]]:
    """Passage (0 the sapo) to the sources that its claims are attributed to, each once."""
    if not page.whole:
        return {}
    found: dict[int, dict[str, None]] = {}
    for said in page.statements:
        if said.chain:
            found.setdefault(said.passage, {})[" ‹ ".join(said.chain)] = None
    for shown in page.meetings:
        for cited in shown.meeting.cited[:1]:
            for telling, sentence, chain in shown.tellings:
                if chain and telling.key == page.article.key and sentence == cited.sentence:
                    found.setdefault(cited.passage, {})[" ‹ ".join(chain)] = None
    return {passage: list(names) for passage, names in found.items()}


def _structured(page: ArticlePage, shot: tuple[str, int, int] | None) -> dict[str, Any]:
    article = page.article
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        # Google asks a date of every NewsArticle; of an article whose date nobody knows none is invented.
        "@type": "NewsArticle" if article.published.known else "WebPage",
        "headline": article.title[:110],
        "url": absolute(reverse("article", args=(article.key,))),
        "mainEntityOfPage": absolute(reverse("article", args=(article.key,))),
        "inLanguage": "vi",
        "articleSection": section_name(article.section),
        "author": {"@type": "Organization", "name": article.outlet.name, "url": article.outlet.home or absolute("/")},
        "publisher": organisation(),
    }
    if article.lead:
        told["description"] = article.lead
    if article.published.end is not None:
        changed = page.versions[-1].seen if len(page.versions) > 1 else article.published.end
        told["datePublished"] = _written(article, article.published.end)
        told["dateModified"] = _written(article, max(article.published.end, changed))
    if article.url:
        told["isBasedOn"] = article.url
    picture = {"@type": "ImageObject", "url": shot[0], "width": shot[1], "height": shot[2]} if shot else emblem()
    told["image"] = [picture]
    return told


def _written(article: ShownArticle, moment: datetime) -> str:
    """As exact as it is known, on Hanoi's clock."""
    local = moment.astimezone(HANOI)
    return local.isoformat(timespec="seconds") if article.dated else local.date().isoformat()
