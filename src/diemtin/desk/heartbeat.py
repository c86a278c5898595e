"""A watcher says twice a minute that it is alive; ``/metrics`` and the editor's desk tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from diemtin.store import models

_KIND = "watch"
ALIVE = timedelta(minutes=5)
"""A watcher says so every half minute; a batch of an archive may keep it from that for a minute or two."""


def beat(now: datetime) -> None:
    """A watcher is alive."""
    models.Counter.objects.update_or_create(kind=_KIND, defaults={"value": int(now.timestamp())})


def last_beat() -> datetime | None:
    """Of any watcher; None when there never was one."""
    value = models.Counter.objects.filter(kind=_KIND).values_list("value", flat=True).first()
    return datetime.fromtimestamp(value, UTC) if value else None


def is_watched(now: datetime) -> bool:
    """Whether a watcher has been alive lately."""
    beaten = last_beat()
    return beaten is not None and now - beaten < ALIVE
