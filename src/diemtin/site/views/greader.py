"""Google Reader's API, read only: programs that speak it (FreshRSS', FeedHQ's, The Old Reader's kind) read this desk.

As with Miniflux' API nothing is kept of what a reader has read.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from diemtin.site.caching import conditional
from diemtin.site.feeding import Entry, Feed, write_feed
from diemtin.site.subscriptions import (
    FOLDERS,
    Subscription,
    address_of,
    content_of,
    current_sight,
    find_subscription,
    subscriptions,
)
from diemtin.site.templatetags.news import absolute
from diemtin.store.queries.reading import Asked, Numbered, list_numbered

READING_LIST = "user/-/state/com.google/reading-list"
_ENTRY = "tag:google.com,2005:reader/item/{:016x}"
_MOST = 250
_LAST_MOMENT = 7_258_118_400  # 2200-01-01


@csrf_exempt
@never_cache
def login(request: HttpRequest) -> HttpResponse:
    """On a public desk any name will do; a private one lets nobody come so far without a token."""
    return HttpResponse("SID=public\nLSID=public\nAuth=public\n", content_type="text/plain")


@csrf_exempt
def api(request: HttpRequest, path: str) -> HttpResponse:
    """``/reader/api/0/…``"""
    parts = path.strip("/")
    if parts in ("edit-tag", "mark-all-as-read", "disable-tag", "rename-tag"):
        return HttpResponse("OK", content_type="text/plain")
    if parts == "token":
        return HttpResponse("public", content_type="text/plain")
    if parts.startswith("stream/contents"):
        answer = _contents(request, unquote(parts.removeprefix("stream/contents").strip("/")))
    else:
        answer = _told(request, parts)
    if answer is None:
        return JsonResponse({"errors": ["not found"]}, status=404)
    return conditional(request, JsonResponse(answer, json_dumps_params={"ensure_ascii": False}))


def atom(request: HttpRequest, stream: str) -> HttpResponse:
    """``/reader/atom/feed/…``: a stream as Atom."""
    one = _subscription(stream)
    if one is None:
        return HttpResponse("not found\n", content_type="text/plain", status=404)
    rows = _page(request, one.asked())
    entries = tuple(
        Entry(
            id=_ENTRY.format(number),
            url=address_of(article),
            title=article.title,
            moment=article.moment,
            published=article.moment,
            summary=article.lead,
            outlet=article.outlet.name,
            original=article.url,
        )
        for number, article in rows
    )
    content, media_type = write_feed(Feed(one.name, one.home, absolute(request.get_full_path()), entries), "atom")
    return conditional(request, HttpResponse(content, content_type=media_type))


def _told(request: HttpRequest, path: str) -> dict[str, Any] | None:
    if path == "user-info":
        return {"userId": "1", "userName": settings.DESK.name, "userProfileId": "1", "userEmail": ""}
    if path == "subscription/list":
        return {"subscriptions": [_subscribed(one) for one in subscriptions()]}
    if path == "tag/list":
        labels = [{"id": f"user/-/label/{folder.name}", "type": "folder"} for folder in FOLDERS]
        return {"tags": [{"id": "user/-/state/com.google/starred"}, *labels]}
    if path == "unread-count":
        return {"max": 1000, "unreadcounts": []}
    if path == "stream/items/ids":
        rows = _page(request, _asked(request.GET.get("s", READING_LIST)))
        refs = [{"id": str(number), "timestampUsec": _micros(article.moment)} for number, article in rows]
        return {"itemRefs": refs} | _following(request, rows)
    if path == "stream/items/contents":
        wanted = request.POST.getlist("i") or request.GET.getlist("i")
        ids = tuple(number for number in map(_entry_number, wanted[:_MOST]) if number)
        rows, _ = list_numbered(current_sight(), Asked(ids=ids), _MOST)
        return _stream("user/-/state/com.google/reading-list", "Điểm Tin", rows)
    return None


def _contents(request: HttpRequest, stream: str) -> dict[str, Any] | None:
    stream = stream or request.GET.get("s", READING_LIST)
    one = _subscription(stream)
    if one is None and stream.startswith("feed/"):
        return None
    rows = _page(request, one.asked() if one else _asked(stream))
    return _stream(stream, one.name if one else settings.DESK.name, rows) | _following(request, rows)


def _asked(stream: str) -> Asked:
    """Everything for the reading list and for folders; nothing for what only a reader's own marks could fill."""
    one = _subscription(stream)
    if one is not None:
        return one.asked()
    own_marks = stream.startswith("user/") and stream.endswith(("/starred", "/read", "/broadcast", "/like"))
    return Asked(ids=()) if own_marks or stream.startswith("feed/") else Asked()


def _subscription(stream: str) -> Subscription | None:
    return find_subscription(stream=unquote(stream).removeprefix("feed/"))


def _page(request: HttpRequest, asked: Asked) -> tuple[Numbered, ...]:
    given = request.GET
    if given.get("xt") == READING_LIST:
        return ()
    older, newer = _seconds(given.get("nt")), _seconds(given.get("ot"))
    sorted_asked = Asked(
        asked.sections,
        asked.outlet,
        asked.keys,
        asked.ids,
        before=older,
        after=newer,
        newest_first=given.get("r") != "o",
    )
    rows, _ = list_numbered(current_sight(), sorted_asked, _limit(request), _offset(request))
    return rows


def _following(request: HttpRequest, rows: tuple[Numbered, ...]) -> dict[str, str]:
    full = len(rows) == _limit(request)
    return {"continuation": str(_offset(request) + len(rows))} if full else {}


def _stream(stream: str, title: str, rows: tuple[Numbered, ...]) -> dict[str, Any]:
    updated = int(rows[0][1].moment.timestamp()) if rows else 0
    told = {"direction": "ltr", "id": stream, "title": title, "updated": updated}
    return told | {"items": [_entry(number, article) for number, article in rows]}


def _entry(number: int, article: Any) -> dict[str, Any]:
    moment = int(article.moment.timestamp())
    address = address_of(article)
    return {
        "id": _ENTRY.format(number),
        "crawlTimeMsec": str(moment * 1000),
        "timestampUsec": _micros(article.moment),
        "published": moment,
        "updated": moment,
        "title": article.title,
        "author": article.outlet.name,
        "canonical": [{"href": address}],
        "alternate": [{"href": address, "type": "text/html"}],
        "summary": {"direction": "ltr", "content": content_of(article)},
        "categories": [READING_LIST, f"user/-/label/{FOLDERS[2].name}"],
        "origin": {
            "streamId": f"feed/bao/{article.outlet.key}",
            "title": article.outlet.name,
            "htmlUrl": article.outlet.home,
        },
    }


def _subscribed(one: Subscription) -> dict[str, Any]:
    told = {"id": f"feed/{one.stream}", "title": one.name, "url": one.feed, "htmlUrl": one.home, "iconUrl": ""}
    return told | {
        "categories": [{"id": f"user/-/label/{one.folder.name}", "label": one.folder.name}],
        "sortid": f"{one.number:08X}",
    }


def _entry_number(text: str) -> int:
    """An entry by its long name (hexadecimal) or by its number."""
    name = text.rsplit("/", 1)[-1]
    try:
        return int(name, 16 if "/" in text else 10)
    except ValueError:
        return 0


def _limit(request: HttpRequest) -> int:
    return max(1, min(_digits(request.GET.get("n")) or 20, _MOST))


def _offset(request: HttpRequest) -> int:
    return min(_digits(request.GET.get("c")), 100_000)


def _digits(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 17 else 0


def _seconds(text: str | None) -> datetime | None:
    seconds = _digits(text)
    return datetime.fromtimestamp(min(seconds, _LAST_MOMENT), UTC) if seconds else None


def _micros(moment: datetime) -> str:
    return str(int(moment.timestamp() * 1_000_000))
