"""How PostgreSQL searches: a tsvector written by us (no parser, no dictionary of the server's) under a GIN index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.db import connection

from diemtin.store.search.tokens import Words
from diemtin.store.search.wanted import Wanted

if TYPE_CHECKING:
    from diemtin.store.search.index import Entry


def insert(entries: Iterable[Entry], pack: Callable[[Words], bytes]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            'INSERT INTO store_searchentry ("order", article_id, words, marks, vector) '
            "VALUES (%s, %s, %s, %s, %s::tsvector)",
            [(entry.order, entry.article, pack(entry.words), entry.marks, vector_text(entry)) for entry in entries],
        )


def vector_text(entry: Entry) -> str:
    """``'han':1,7 'quoc':2 'hàn' …``: folded tokens with positions, marks without. No token holds a quote."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(entry.words.positions.split(" "), 1):
        if word not in ("_", "") and len(places[word]) < 255:
            places[word].append(str(place))
    listed = [f"'{word}':{','.join(found)}" for word, found in places.items() if found]
    return " ".join(listed + [f"'{mark}'" for mark in entry.marks.split(" ")])


def newest(wanted: Wanted, most: int) -> list[tuple[int, int, bytes]]:
    """``(order, article, packed words)`` of the newest matches, newest first."""
    phrases = [" <-> ".join(map(_quoted, phrase)) for phrase in wanted.phrases]
    groups = [" | ".join(map(_quoted, marks)) for marks in wanted.marks]
    text = " & ".join(f"({part})" for part in [*phrases, *map(_quoted, wanted.exact), *groups])
    where, given = ["TRUE"], list[int | str]()
    if text:
        where.append("vector @@ %s::tsquery")
        given.append(text)
    if wanted.below is not None:
        where.append('"order" < %s')
        given.append(wanted.below)
    if wanted.from_ is not None:
        where.append('"order" >= %s')
        given.append(wanted.from_)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "order", article_id, words FROM store_searchentry WHERE {" AND ".join(where)} '  # noqa: S608
            'ORDER BY "order" DESC LIMIT %s',
            [*given, most],
        )
        return [(order, article, bytes(words)) for order, article, words in cursor.fetchall()]


def _quoted(token: str) -> str:
    return f"'{token}'"
