"""How SQLite searches: FTS5 without content of its own.

``positions`` holds the folded tokens in order, ``marks`` the set of tokens with diacritics and of outlet and section.
The row id is the entry's order, so that newest first costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db import connection

from diemtin.store.search.wanted import Wanted

if TYPE_CHECKING:
    from diemtin.store.search.index import Entry


def insert(entries: Iterable[Entry]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO store_search (rowid, positions, marks) VALUES (%s, %s, %s)",
            [(entry.order, entry.words.positions, entry.marks) for entry in entries],
        )


def delete(entries: Iterable[Entry]) -> None:
    """FTS5 without content needs to be told what it was given."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO store_search (store_search, rowid, positions, marks) VALUES ('delete', %s, %s, %s)",
            [(entry.order, entry.words.positions, entry.marks) for entry in entries],
        )


def newest(wanted: Wanted, most: int) -> list[tuple[int, int, bytes]]:
    """``(order, article, packed words)`` of the newest matches, newest first."""
    phrases = [_quoted(" ".join(phrase)) for phrase in wanted.phrases]
    groups = ["(" + " OR ".join(map(_quoted, marks)) + ")" for marks in wanted.marks]
    text = " AND ".join([*phrases, *map(_quoted, wanted.exact), *groups])
    given: list[int | str] = []
    where = ["TRUE"]
    column = "rowid" if text else '"order"'
    if text:
        where = ["store_search MATCH %s"]
        given.append(text)
    if wanted.below is not None:
        where.append(f"{column} < %s")
        given.append(wanted.below)
    if wanted.from_ is not None:
        where.append(f"{column} >= %s")
        given.append(wanted.from_)
    source = "store_search" if text else "store_searchentry"
    found = f"SELECT {column} AS found FROM {source} WHERE {' AND '.join(where)} ORDER BY {column} DESC LIMIT %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "order", article_id, words FROM ({found}) JOIN store_searchentry ON "order" = found '  # noqa: S608
            'ORDER BY "order" DESC',
            [*given, most],
        )
        rows: Sequence[tuple[int, int, bytes]] = cursor.fetchall()
    return list(rows)


def _quoted(text: str) -> str:
    return f'"{text}"'
