"""Miniflux' API, read only: programs that speak it read this desk (``/v1/…``).

Nothing is kept of what a reader has read: every entry is unread, marking is accepted and forgotten. Programs keep their own
marks (newsboat with ``"miniflux-url"`` shows them as it goes).
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from diemtin.news import VIETNAM
from diemtin.site.caching import conditional
from diemtin.site.subscriptions import (
    FOLDERS,
    Folder,
    Subscription,
    address_of,
    content_of,
    current_sight,
    find_subscription,
    outlet_feeds,
    subscriptions,
)
from diemtin.store.queries.reading import Asked, Numbered, find_numbered, list_numbered

_MOST = 250
_LAST_MOMENT = 7_258_118_400  # 2200-01-01


@csrf_exempt
def v1(request: HttpRequest, path: str) -> HttpResponse:
    """Every address below ``/v1/``."""
    parts = path.strip("/").split("/")
    if request.method in ("PUT", "POST", "DELETE"):
        return _marking(request, parts)
    answer = _read(request, parts)
    if answer is None:
        return _refuse("not found", 404)
    return conditional(request, JsonResponse(answer, safe=False, json_dumps_params={"ensure_ascii": False}))


def _read(request: HttpRequest, parts: list[str]) -> Any:
    match parts:
        case ["me"]:
            return _me()
        case ["version"] | ["healthcheck"]:
            return {"version": "2.1.0"}
        case ["categories"]:
            return [_category(folder) for folder in FOLDERS]
        case ["categories", number, "feeds"]:
            return [_feed(one) for one in subscriptions() if str(one.folder.number) == number]
        case ["feeds"]:
            return [_feed(one) for one in subscriptions()]
        case ["feeds", "counters"]:
            return {"reads": {}, "unreads": {}}
        case ["feeds", number]:
            one = find_subscription(_number(number))
            return _feed(one) if one else None
        case ["feeds", number, "entries"]:
            one = find_subscription(_number(number))
            return _entries(request, one.asked()) if one else None
        case ["categories", number, "entries"]:
            return _entries(request, Asked()) if number in {str(folder.number) for folder in FOLDERS} else None
        case ["entries"]:
            return _entries(request, Asked())
        case ["entries", number] | ["feeds", _, "entries", number]:
            found = find_numbered(current_sight(), _number(number))
            return _entry(found, outlet_feeds()) if found else None
    return None


def _marking(request: HttpRequest, parts: list[str]) -> HttpResponse:
    """Marks are accepted, so that programs go on, and forgotten: nobody's reading is kept here."""
    match parts:
        case ["entries"] | ["entries", _, "bookmark"] | ["feeds", _, "mark-all-as-read"] | ["users", *_]:
            try:
                json.loads(request.body or b"{}")
            except ValueError:
                return _refuse("not JSON", 400)
            return HttpResponse(status=204)
    return _refuse("this desk is read only", 403)


def _entries(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    given = request.GET
    statuses = given.getlist("status")
    if (statuses and "unread" not in statuses) or given.get("starred") in ("1", "true"):
        return {"total": 0, "entries": []}
    asked = replace(
        asked,
        before=_moment(given.get("before") or given.get("published_before")),
        after=_moment(given.get("after") or given.get("published_after")),
        before_id=_optional(given.get("before_entry_id")),
        after_id=_optional(given.get("after_entry_id")),
        newest_first=given.get("direction", "desc") != "asc",
        by="id" if given.get("order") == "id" else "moment",
    )
    limit = max(1, min(_number(given.get("limit", "100")) or _MOST, _MOST))
    rows, total = list_numbered(current_sight(), asked, limit, min(_number(given.get("offset", "0")), 100_000))
    feeds = outlet_feeds()
    return {"total": total, "entries": [_entry(row, feeds) for row in rows]}


def _entry(row: Numbered, feeds: dict[str, int]) -> dict[str, Any]:
    number, article = row
    feed = feeds.get(article.outlet.key, 2)
    moment = _iso(article.moment)
    return {
        "id": number,
        "user_id": 1,
        "feed_id": feed,
        "title": article.title,
        "url": address_of(article),
        "comments_url": "",
        "author": article.outlet.name,
        "content": content_of(article),
        "hash": f"{number:064x}",
        "published_at": moment,
        "created_at": moment,
        "changed_at": moment,
        "status": "unread",
        "share_code": "",
        "starred": False,
        "reading_time": max(1, article.words // 200),
        "enclosures": [],
        "tags": list(article.agency),
        "feed": {"id": feed, "title": article.outlet.name, "category": _category(FOLDERS[2])},
    }


def _feed(one: Subscription) -> dict[str, Any]:
    return {
        "id": one.number,
        "user_id": 1,
        "title": one.name,
        "site_url": one.home,
        "feed_url": one.feed,
        "checked_at": _iso(datetime.now(UTC).replace(second=0, microsecond=0)),
        "etag_header": "",
        "last_modified_header": "",
        "parsing_error_count": 0,
        "parsing_error_message": "",
        "disabled": False,
        "crawler": False,
        "category": _category(one.folder),
        "icon": None,
    }


def _category(folder: Folder) -> dict[str, Any]:
    return {"id": folder.number, "title": folder.name, "user_id": 1, "hide_globally": False}


def _me() -> dict[str, Any]:
    told = {"id": 1, "username": settings.DESK.name, "is_admin": False, "theme": "system_serif", "language": "vi_VN"}
    return told | {"timezone": "Asia/Ho_Chi_Minh", "entry_sorting_direction": "desc"}


def _refuse(why: str, status: int) -> HttpResponse:
    return JsonResponse({"error_message": why}, status=status)


def _number(text: str | None) -> int:
    """A number from an address; 0 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else 0


def _optional(text: str | None) -> int | None:
    return _number(text) or None


def _moment(text: str | None) -> datetime | None:
    """Seconds since 1970, as Miniflux takes them."""
    seconds = _number(text)
    return datetime.fromtimestamp(min(seconds, _LAST_MOMENT), UTC) if seconds else None


def _iso(moment: datetime) -> str:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds")
