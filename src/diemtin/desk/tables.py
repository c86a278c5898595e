"""The store's tables as lines of JSON and back, the same for both databases.

Reading happens in one snapshot, so that a desk may go on working meanwhile; writing happens in one transaction, so that
there is a whole desk or none. Values pass through Django's fields: what SQLite keeps as text and PostgreSQL as jsonb or
timestamptz is the same line here.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, connections, models, transaction

from diemtin.errors import DeskError
from diemtin.store.search import restore_index

LEFT_OUT = frozenset(
    {
        "django_content_type",  # made by migrations, with numbers of their own
        "auth_permission",
        "auth_group_permissions",
        "auth_user_user_permissions",
        "django_session",  # sign-ins and log of Django's own: not part of a desk
        "django_admin_log",
        "store_searchentry",  # comes last, through the search room, with the index that belongs to it
    }
)
SEARCH = "store_searchentry"
_CHUNK = 1000
_SNAPSHOT = "snapshot"

Line = dict[str, Any]


def tables() -> dict[str, type[models.Model]]:
    """By name, in a fixed order; the search entries last."""
    found = {
        model._meta.db_table: model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy
    }
    rest = {
        name: model
        for name, model in sorted(found.items())
        if name not in LEFT_OUT and not name.startswith("axes_")  # attempts to sign in
    }
    return rest | {SEARCH: found[SEARCH]}


@contextmanager
def snapshot() -> Iterator[str]:
    """A second connection that sees the store as it is now, for as long as it is open; it holds up nobody."""
    told = deepcopy(connections.settings["default"])
    if connection.vendor == "postgresql":
        from psycopg import IsolationLevel

        told["OPTIONS"] = {**told.get("OPTIONS", {}), "isolation_level": IsolationLevel.REPEATABLE_READ}
    else:
        told["OPTIONS"] = {**told.get("OPTIONS", {}), "transaction_mode": "DEFERRED"}
    connections.settings[_SNAPSHOT] = told
    try:
        with transaction.atomic(using=_SNAPSHOT):
            yield _SNAPSHOT
    finally:
        connections[_SNAPSHOT].close()
        del connections[_SNAPSHOT]
        del connections.settings[_SNAPSHOT]


def read_rows(model: type[models.Model], using: str) -> Iterator[Line]:
    """Every row of a table, a JSON object each, columns by name, in the order of the primary key."""
    names = [field.attname for field in model._meta.concrete_fields]
    rows = model._default_manager.using(using).order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=_CHUNK):
        yield {name: _plain(value) for name, value in zip(names, row, strict=True)}


def write_rows(model: type[models.Model], lines: Iterable[Line]) -> int:
    """Adds rows as ``read_rows`` gave them, with their numbers; returns how many. Columns unknown here are an error."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    count = 0
    batch: list[models.Model] = []
    for line in lines:
        unknown = line.keys() - fields.keys()
        if unknown:
            raise DeskError(f"unknown columns {', '.join(sorted(unknown))}", about=model._meta.db_table)
        batch.append(model(**{name: _value(fields[name], value) for name, value in line.items()}))
        if len(batch) >= _CHUNK:
            count += _write(model, batch)
            batch = []
    return count + _write(model, batch)


def _write(model: type[models.Model], batch: list[models.Model]) -> int:
    if model._meta.db_table == SEARCH:
        restore_index(batch)  # type: ignore[arg-type]
    else:
        model._default_manager.bulk_create(batch, batch_size=200)
    return len(batch)


def is_empty() -> bool:
    """Whether nothing has been stored yet."""
    return not any(model._default_manager.exists() for model in tables().values())


def renew_sequences() -> None:
    """After rows came with their numbers: the next ones count on from there."""
    statements: Callable[..., list[str]] = connection.ops.sequence_reset_sql
    with connection.cursor() as cursor:
        for statement in statements(no_style(), list(tables().values())):
            cursor.execute(statement)


def line_text(line: Line) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


def _value(field: models.Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.BinaryField):
        return base64.b64decode(value)
    if isinstance(field, models.DateTimeField):
        return datetime.fromisoformat(value)
    return value
