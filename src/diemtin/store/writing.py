"""One writer at a time: placing is one ordered stream, whoever takes part in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

_PLACER_LOCK = 0xD1E371  # any number that no other program on this database uses


@contextmanager
def writing() -> Iterator[None]:
    """A transaction in which nobody else places. On SQLite every transaction begins IMMEDIATE and so is one already."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PLACER_LOCK])
        yield
