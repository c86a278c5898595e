"""One writer at a time: placing is one ordered stream, whoever takes part in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction

_PLACER_LOCK = 0xD1E371  # any number that no other program on this database uses


@contextmanager
def writing() -> Iterator[None]:
    """A transaction in which nobody else places. On SQLite every transaction begins IMMEDIATE and so is one already."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_PLACER_LOCK])
        yield


def update_rows(rows: Iterable[models.Model], columns: Sequence[str]) -> None:
    """These columns of rows of one table, by their numbers. One statement that is prepared once, instead of the CASE for
    every row and column that ``bulk_update`` builds: a tenth of its time."""
    found = list(rows)
    if not found:
        return
    table = type(found[0])._meta
    fields: list[models.Field[Any, Any]] = [table.get_field(name) for name in columns]  # type: ignore[misc]
    quote = connection.ops.quote_name
    sets = ", ".join(f"{quote(str(field.column))} = %s" for field in fields)
    key = table.pk
    assert key is not None  # noqa: S101 - every table has one
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quote(table.db_table)} SET {sets} WHERE {quote(str(key.column))} = %s",  # noqa: S608 - names of ours
            [[*(_stored(row, field) for field in fields), row.pk] for row in found],
        )


def _stored(row: models.Model, field: models.Field[Any, Any]) -> Any:
    """The value as the database takes it; of a reference that was saved after it was set, its number."""
    if field.is_relation and field.is_cached(row):  # type: ignore[attr-defined]
        other = getattr(row, field.name)
        return other.pk if other is not None else None
    return field.get_db_prep_save(getattr(row, field.attname), connection)
