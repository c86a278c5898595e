"""Search, and what somebody who is typing may mean."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from diemtin.language.sections import sections
from diemtin.site.caching import conditional
from diemtin.store.queries.sight import Sight
from diemtin.store.search import find, find_suggestions
from diemtin.store.search.asked import LONGEST_QUERY
from diemtin.store.search.finding import Sort

_MOST_PAGES = 50


def search(request: HttpRequest) -> HttpResponse:
    sight = Sight.of(settings.DESK.profile, datetime.now(UTC))
    query = request.GET.get("q", "")[:LONGEST_QUERY]
    sort: Sort = "time" if request.GET.get("xep") == "moi" else "relevance"
    found = find(query, sight=sight, sort=sort, page=_page(request))
    words = found.asked.text
    told = {
        "query": words,
        "found": found,
        "now": sight.moment,
        "sorts": (("", "relevance", _address(words)), ("moi", "time", _address(words, xep="moi"))),
        "previous": _address(words, xep=_sort(sort), trang=found.page - 1) if found.page > 1 else "",
        "next": _address(words, xep=_sort(sort), trang=found.page + 1) if found.page < found.pages else "",
        "older": _older(words, found.oldest) if found.limited and found.oldest else "",
        "feed": f"{reverse('feed_search', args=('rss',))}?{urlencode({'q': words})}" if words else "",
        "suggestions": find_suggestions(words, sight=sight) if words and not found.hits else (),
        "sections": [one for one in sections().values() if one.parent is None],
    }
    return conditional(request, render(request, "site/search.html", told))


def suggest(request: HttpRequest) -> HttpResponse:
    """``["what was typed", ["what it may mean", …]]``, the form that browsers know (OpenSearch)."""
    sight = Sight.of(settings.DESK.profile, datetime.now(UTC))
    query = request.GET.get("q", "")[:LONGEST_QUERY]
    answer = JsonResponse([query, list(find_suggestions(query, sight=sight))], safe=False)
    return conditional(request, answer)


def _page(request: HttpRequest) -> int:
    asked = request.GET.get("trang", "1")
    return min(int(asked), _MOST_PAGES) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1


def _sort(sort: Sort) -> str:
    return "moi" if sort == "time" else ""


def _address(query: str, **given: str | int) -> str:
    told = {"q": query} | {name: str(value) for name, value in given.items() if value}
    return f"{reverse('search')}?{urlencode(told)}"


def _older(query: str, oldest: datetime) -> str:
    """The same words among what is older than all that was looked at."""
    day = oldest.astimezone().date()
    kept = " ".join(word for word in query.split() if not word.casefold().startswith(("before:", "trước:", "truoc:")))
    return _address(f"{kept} before:{day.isoformat()}", xep="")
