"""Is the desk alive, is it ready, and how is it doing: ``/healthz``, ``/readyz``, ``/metrics`` (Prometheus' text form)."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from datetime import UTC, datetime

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from diemtin.desk.heartbeat import last_beat
from diemtin.store.changes import change_number
from diemtin.store.models import Article, Capture, Source, Story, Takedown, Thread

TEXT = "text/plain; charset=utf-8"
Gauge = tuple[str, str, float]
"""Name, what it says, value."""


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok\n", content_type=TEXT)


@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """The database answers and has its tables."""
    try:
        change_number()
    except DatabaseError:
        return HttpResponse("the database does not answer\n", content_type=TEXT, status=503)
    return HttpResponse("ready\n", content_type=TEXT)


@never_cache
def metrics(request: HttpRequest) -> HttpResponse:
    if not _may_ask(request):
        return HttpResponse("not from there\n", content_type=TEXT, status=403)
    lines = []
    for name, says, value in _gauges():
        lines += [f"# HELP diemtin_{name} {says}", f"# TYPE diemtin_{name} gauge", f"diemtin_{name} {value:g}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


def _gauges() -> Iterator[Gauge]:
    now = datetime.now(UTC)
    yield "articles", "Articles that can be seen.", Article.objects.filter(removed__isnull=True).count()
    yield "stories", "Stories.", Story.objects.filter(merged_into__isnull=True).count()
    yield "threads", "Threads.", Thread.objects.filter(merged_into__isnull=True).count()
    yield "captures", "Captures known.", Capture.objects.count()
    yield "takedowns", "Articles taken down.", Takedown.objects.values("key", "title").distinct().count()
    yield "changes", "Grows whenever the desk changes.", change_number()
    newest = Article.objects.filter(moment__lte=now).aggregate(at=Max("moment"))["at"]
    yield "newest_article_seconds", "Age of the newest article.", (now - newest).total_seconds() if newest else -1
    active = Source.objects.filter(active=True)
    yield "sources", "Sources that are watched.", active.count()
    yield "sources_failing", "Sources whose last try failed.", active.filter(failures__gt=0).count()
    due = active.filter(next_due__lt=now)
    yield "sources_due", "Sources that wait to be asked.", due.count()
    oldest = due.aggregate(at=Min("next_due"))["at"]
    yield "sources_due_seconds", "How long the longest has waited.", (now - oldest).total_seconds() if oldest else 0
    success = active.aggregate(at=Max("last_success"))["at"]
    yield "last_success_seconds", "Since any source answered.", (now - success).total_seconds() if success else -1
    beaten = last_beat()
    yield "watch_beat_seconds", "Since a watcher was alive.", (now - beaten).total_seconds() if beaten else -1
    yield "postgresql", "1 when the store is PostgreSQL.", connection.vendor == "postgresql"


def _may_ask(request: HttpRequest) -> bool:
    """Only directly, from an address of ``metrics_from``: behind a proxy every reader would come from loopback."""
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    try:
        address = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
        return any(address in ipaddress.ip_network(allowed, strict=False) for allowed in settings.DESK.metrics_from)
    except ValueError:
        return False
