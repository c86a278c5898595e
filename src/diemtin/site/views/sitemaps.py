"""Sitemaps and robots.txt: what search engines may find, and where."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from lxml import etree

from diemtin.language.sections import sections
from diemtin.news import VIETNAM
from diemtin.site.caching import conditional
from diemtin.site.templatetags.news import absolute
from diemtin.store.models import Outlet, Person, Story, Thread
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now

MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
CHUNK = 20_000
"""Stories of one file: by row number, so that old files never change. 50,000 is what the protocol allows."""
_NEWS_SPAN = timedelta(days=2)
_MOST_NEWS = 1000
_AGE = 3600


def index(request: HttpRequest) -> HttpResponse:
    root = etree.Element(f"{{{MAP}}}sitemapindex", nsmap={None: MAP})
    newest = Story.objects.aggregate(newest=Max("pk"))["newest"] or 0
    _location(root, "sitemap", absolute(reverse("sitemap_pages")))
    for number in range(newest // CHUNK + 1):
        _location(root, "sitemap", absolute(reverse("sitemap_stories", args=(number,))))
    _location(root, "sitemap", absolute(reverse("sitemap_news")))
    return _answer(request, root)


def pages(request: HttpRequest) -> HttpResponse:
    root = etree.Element(f"{{{MAP}}}urlset", nsmap={None: MAP})
    for name in ("front", "latest", "multimedia", "weather", "events", "how_ranked", "about"):
        _location(root, "url", absolute(reverse(name)))
    _locations(root, "section", sections())
    _locations(root, "outlet", Outlet.objects.order_by("id").values_list("key", flat=True)[:5000])
    _locations(root, "person", Person.objects.order_by("id").values_list("key", flat=True)[:CHUNK])
    threads = Thread.objects.filter(merged_into=None).order_by("id").values_list("key", "last")[:CHUNK]
    for key, last in threads:
        _location(root, "url", absolute(reverse("thread", args=(key,))), last)
    return _answer(request, root)


def stories(request: HttpRequest, number: int) -> HttpResponse:
    if number > 100_000:
        raise Http404(number)
    sight = Sight.of(settings.DESK.profile, desk_now())
    rows = Story.objects.filter(
        pk__gte=number * CHUNK, pk__lt=(number + 1) * CHUNK, merged_into=None, article_count__gt=0
    )
    root = etree.Element(f"{{{MAP}}}urlset", nsmap={None: MAP})
    for key, last in rows.filter(first__lte=sight.limit).order_by("pk").values_list("key", "last"):
        _location(root, "url", absolute(reverse("story", args=(key,))), last)
    return _answer(request, root)


def news(request: HttpRequest) -> HttpResponse:
    """Stories of the last two days, as news search engines want them."""
    sight = Sight.of(settings.DESK.profile, desk_now())
    root = etree.Element(f"{{{MAP}}}urlset", nsmap={None: MAP, "news": NEWS})
    fresh = Story.objects.filter(first__gt=sight.limit - _NEWS_SPAN, first__lte=sight.limit, merged_into=None)
    rows = fresh.filter(article_count__gt=0).order_by("-first", "-pk").values_list("key", "title", "first")[:_MOST_NEWS]
    for key, title, first in rows:
        url = _location(root, "url", absolute(reverse("story", args=(key,))))
        told = etree.SubElement(url, f"{{{NEWS}}}news")
        publication = etree.SubElement(told, f"{{{NEWS}}}publication")
        etree.SubElement(publication, f"{{{NEWS}}}name").text = settings.DESK.name
        etree.SubElement(publication, f"{{{NEWS}}}language").text = "vi"
        etree.SubElement(told, f"{{{NEWS}}}publication_date").text = _iso(first)
        etree.SubElement(told, f"{{{NEWS}}}title").text = title
    return _answer(request, root)


def robots(request: HttpRequest) -> HttpResponse:
    if settings.DESK.profile == "private":
        lines = ["User-agent: *", "Disallow: /"]
    else:
        closed = (reverse("search"), "/binh-chon/", "/en/binh-chon/", "/doc/", "/goi-y", "/api/", "/v1/")
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed), "Allow: /", ""]
        lines += [f"Sitemap: {absolute(reverse('sitemap'))}"]
    content = "\n".join(lines) + "\n"
    return conditional(request, HttpResponse(content, content_type="text/plain; charset=utf-8"), max_age=_AGE)


def _locations(root: etree._Element, name: str, keys: Iterable[str]) -> None:
    for key in keys:
        _location(root, "url", absolute(reverse(name, args=(key,))))


def _location(root: etree._Element, tag: str, url: str, changed: datetime | None = None) -> etree._Element:
    told = etree.SubElement(root, f"{{{MAP}}}{tag}")
    etree.SubElement(told, f"{{{MAP}}}loc").text = url
    if changed is not None:
        etree.SubElement(told, f"{{{MAP}}}lastmod").text = _iso(changed)
    return told


def _iso(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(VIETNAM).isoformat(timespec="seconds")


def _answer(request: HttpRequest, root: etree._Element) -> HttpResponse:
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return conditional(request, HttpResponse(content, content_type="application/xml; charset=utf-8"), max_age=_AGE)
