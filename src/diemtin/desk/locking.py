"""One watcher on a desk of SQLite, one of each name on PostgreSQL's."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from diemtin.desk.settings import Settings
from diemtin.errors import DeskError
from diemtin.store import models


@contextmanager
def one_watcher(settings: Settings, name: str) -> Iterator[None]:
    """Holds a lock in the desk's folder that ends with the process, however it ends. Raises ``DeskError`` when another
    watcher holds it. On SQLite nobody else can have claimed anything then: what was claimed is free again."""
    sqlite = connection.vendor == "sqlite"
    if not sqlite and not name:
        yield
        return
    path = settings.folder / ("watch.lock" if sqlite else f"watch-{name}.lock")
    with path.open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as why:
            raise DeskError("another watch runs on this desk", about=str(path)) from why
        if sqlite:
            models.Source.objects.exclude(claimed_by="").update(claimed_by="", claimed_until=None)
        yield
