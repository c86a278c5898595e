"""Feeds of the front page, sections, outlets, stories, threads and searches; the list of them all as OPML."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from lxml import etree

from diemtin.language.sections import section_and_parents, sections
from diemtin.site.caching import conditional
from diemtin.site.entries import article_entry, block_entries, hit_entry, story_entry
from diemtin.site.feeding import Entry, Feed, Kind, write_feed
from diemtin.site.templatetags.news import absolute, asset
from diemtin.site.views.looking import clock_of
from diemtin.store.queries.blocks import front_blocks
from diemtin.store.queries.lists import find_outlet, list_latest, list_outlets, list_section
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.story import find_story_page
from diemtin.store.queries.thread import find_thread_page
from diemtin.store.search import find

FEED_AGE = 300
"""Seconds: feed readers ask every half hour, the eager ones every five minutes."""
_MOST = 60


def current_sight() -> Sight:
    return Sight.of(settings.DESK.profile, datetime.now(UTC))


def front(request: HttpRequest, kind: str) -> HttpResponse:
    """The front page in its order, each story with its block and reasons; with ``?luc=`` that of a past hour."""
    blocks = front_blocks(clock_of(request))
    return _answer(request, kind, f"{settings.DESK.name}: Trang nhất", reverse("front"), block_entries(blocks))


def latest(request: HttpRequest, kind: str) -> HttpResponse:
    page = list_latest(current_sight())
    return _answer(request, kind, f"{settings.DESK.name}: Mới nhất", reverse("latest"), _articles(page.articles))


def section(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    if code not in sections():
        raise Http404(code)
    codes = tuple(below for below in sections() if code in section_and_parents(below))
    page = list_section(current_sight(), codes)
    title = f"{settings.DESK.name}: {sections()[code].name}"
    return _answer(request, kind, title, reverse("section", args=(code,)), _articles(page.articles))


def outlet(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    found = find_outlet(key, current_sight())
    if found is None:
        raise Http404(key)
    title = f"{settings.DESK.name}: {found[0].name}"
    return _answer(request, kind, title, reverse("outlet", args=(key,)), _articles(found[1].articles))


def story(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    page = find_story_page(key, current_sight())
    if page is None:
        raise Http404(key)
    if isinstance(page, str):
        return HttpResponsePermanentRedirect(reverse("feed_story", args=(page, kind)))
    entries = _articles(tuple(reversed(page.articles))[:_MOST])
    return _answer(request, kind, page.story.title, reverse("story", args=(key,)), entries)


def thread(request: HttpRequest, key: str, kind: str) -> HttpResponse:
    page = find_thread_page(key, current_sight())
    if page is None:
        raise Http404(key)
    if isinstance(page, str):
        return HttpResponsePermanentRedirect(reverse("feed_thread", args=(page, kind)))
    entries = tuple(story_entry(told) for told in page.stories[:_MOST])
    return _answer(request, kind, page.thread.title, reverse("thread", args=(key,)), entries)


def search(request: HttpRequest, kind: str) -> HttpResponse:
    query = request.GET.get("q", "")
    found = find(query, sight=current_sight(), sort="time", size=30)
    home = f"{reverse('search')}?{request.GET.urlencode()}"
    title = f"{settings.DESK.name}: tìm “{found.asked.text}”"
    return _answer(request, kind, title, home, tuple(hit_entry(hit) for hit in found.hits))


def opml(request: HttpRequest) -> HttpResponse:
    """Every section and outlet, for a feed reader to take at once."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = settings.DESK.name
    body = etree.SubElement(root, "body")
    _outline(body, "Trang nhất", reverse("feed_front", args=("rss",)), reverse("front"))
    _outline(body, "Mới nhất", reverse("feed_latest", args=("rss",)), reverse("latest"))
    group = etree.SubElement(body, "outline", text="Chuyên mục")
    for one in sections().values():
        feed, home = reverse("feed_section", args=(one.code, "rss")), reverse("section", args=(one.code,))
        _outline(group, one.name, feed, home)
    group = etree.SubElement(body, "outline", text="Báo")
    for paper in list_outlets():
        feed, home = reverse("feed_outlet", args=(paper.key, "rss")), reverse("outlet", args=(paper.key,))
        _outline(group, paper.name, feed, home)
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return conditional(request, HttpResponse(content, content_type="text/x-opml; charset=utf-8"), max_age=FEED_AGE)


def follow(request: HttpRequest) -> HttpResponse:
    """The page that says what can be followed, and how."""
    told = {"codes": [one for one in sections().values() if one.parent is None], "outlets": list_outlets()}
    return render(request, "site/follow.html", told)


def _articles(articles: Sequence[object]) -> tuple[Entry, ...]:
    return tuple(article_entry(article) for article in articles)  # type: ignore[arg-type]


def _answer(request: HttpRequest, kind: str, title: str, home: str, entries: tuple[Entry, ...]) -> HttpResponse:
    feed = Feed(title, absolute(home), absolute(request.get_full_path()), entries, icon=absolute(asset("icon.svg")))
    content, media_type = write_feed(feed, cast(Kind, kind))
    response = conditional(request, HttpResponse(content, content_type=media_type), max_age=FEED_AGE)
    if feed.changed and response.status_code == 200:
        response.headers["Last-Modified"] = feed.changed.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _outline(parent: etree._Element, text: str, feed: str, home: str) -> None:
    told = {"type": "rss", "text": text, "title": text, "xmlUrl": absolute(feed), "htmlUrl": absolute(home)}
    etree.SubElement(parent, "outline", told)
