"""Figures of a desk at this moment: for ``/metrics``, ``/healthz`` and the editor's desk. A dozen cheap queries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db.models import Max, Q

from diemtin.store import models

_KIND = "watch"
ALIVE = timedelta(minutes=5)
"""A watcher says so every half minute; a batch of an archive may keep it from that for a minute or two."""


def beat(now: datetime) -> None:
    """A watcher is alive."""
    models.Counter.objects.update_or_create(kind=_KIND, defaults={"value": int(now.timestamp())})


def last_beat() -> datetime | None:
    value = models.Counter.objects.filter(kind=_KIND).values_list("value", flat=True).first()
    return datetime.fromtimestamp(value, UTC) if value else None


def is_watched(now: datetime) -> bool:
    """Whether a watcher has been alive lately."""
    beaten = last_beat()
    return beaten is not None and now - beaten < ALIVE


def desk_numbers(now: datetime) -> dict[str, float]:
    """Names as Prometheus prints them (without the prefix ``diemtin_``) and their values.

    Numbers of rows are those of the newest ids, so that they cost nothing at any size; ``_day`` is the last 24 hours.
    """
    sources = models.Source.objects.filter(active=True)
    beaten = last_beat()
    newest = models.Article.objects.aggregate(seen=Max("first_seen"))["seen"]
    oldest_due = sources.filter(next_due__lte=now).order_by("next_due").values_list("next_due", flat=True).first()
    return {
        "articles_total": _newest(models.Article),
        "versions_total": _newest(models.Version),
        "stories_total": _newest(models.Story),
        "threads_total": _newest(models.Thread),
        "captures_total": _newest(models.Capture),
        "takedowns_total": models.Act.objects.filter(kind="takedown").count(),
        "articles_day": models.Article.objects.filter(_since(now), removed__isnull=True).count(),
        "newest_article_age_seconds": (now - newest).total_seconds() if newest else -1,
        "sources": sources.count(),
        "sources_failing": sources.filter(failures__gt=0).count(),
        "sources_stale": sources.filter(Q(last_success__lt=now - timedelta(days=1)) | Q(last_success=None)).count(),
        "sources_due": sources.filter(next_due__lte=now).count(),
        "sources_late_seconds": (now - oldest_due).total_seconds() if oldest_due else 0,
        "watch_beat_age_seconds": (now - beaten).total_seconds() if beaten else -1,
    }


def _since(now: datetime) -> Q:
    return Q(moment__gte=now - timedelta(days=1), moment__lte=now)


def _newest(table: type[models.Article | models.Version | models.Story | models.Thread | models.Capture]) -> int:
    newest: int | None = table.objects.aggregate(newest=Max("pk"))["newest"]
    return newest or 0
