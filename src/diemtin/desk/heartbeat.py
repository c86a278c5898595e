"""A watcher says twice a minute that it is alive; ``/metrics`` and the editor's desk tell."""

from __future__ import annotations

from datetime import UTC, datetime

from diemtin.store import models

_KIND = "watch"


def beat(now: datetime) -> None:
    """A watcher is alive."""
    models.Counter.objects.update_or_create(kind=_KIND, defaults={"value": int(now.timestamp())})


def last_beat() -> datetime | None:
    """Of any watcher; None when there never was one."""
    value = models.Counter.objects.filter(kind=_KIND).values_list("value", flat=True).first()
    return datetime.fromtimestamp(value, UTC) if value else None
