"""Writing the index: a batch at once, inside the transaction that saves the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import zstandard
from django.db import connection

from diemtin.store.models import SearchEntry
from diemtin.store.search import postgres, sqlite
from diemtin.store.search.tokens import Words, order_key, outlet_mark, section_mark


class Indexed(NamedTuple):
    """What is indexed of an article. ``text`` is its body without the sapo, ``outlet`` and ``section`` are keys."""

    article: int
    moment: datetime
    title: str
    lead: str | None
    text: str
    outlet: str
    section: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it is written."""

    order: int
    article: int
    words: Words
    marks: str


def index_articles(
    rows: Sequence[Indexed] | Sequence[tuple[int, datetime, str, str | None, str, str, str]],
) -> None:
    """Make these articles findable, replacing what they were findable under before.

    Rows are ``(article row id, moment, title, lead, text, outlet key, section code)``; a batch, not one by one.
    """
    entries = {row[0]: _entry(Indexed(*row)) for row in rows}
    if not entries:
        return
    known = SearchEntry.objects.filter(article_id__in=list(entries)).values_list(
        "order", "article_id", "words", "marks"
    )
    _remove([Entry(order, article, read_words(words), marks) for order, article, words, marks in known])
    # In the order of the keys: FTS5 writes its buffer out whenever a smaller key follows.
    ordered = sorted(entries.values(), key=lambda entry: entry.order)
    if connection.vendor == "postgresql":
        postgres.insert(ordered, pack_words)
        return
    SearchEntry.objects.bulk_create(
        [SearchEntry(order=e.order, article_id=e.article, words=pack_words(e.words), marks=e.marks) for e in ordered],
        batch_size=200,
    )
    sqlite.insert(ordered)


def restore_index(rows: Sequence[SearchEntry]) -> None:
    """Entries as they were read from another store (a backup), with the index that belongs to them."""
    entries = [Entry(row.order, row.article_id, read_words(row.words), row.marks) for row in rows]
    if connection.vendor == "postgresql":
        postgres.insert(entries, pack_words)
        return
    SearchEntry.objects.bulk_create(rows, batch_size=200)
    sqlite.insert(entries)


def remove_article(article: int) -> None:
    """Takes the article's words out of the index (not only its name): nothing is left that could be found."""
    known = SearchEntry.objects.filter(article_id=article).values_list("order", "article_id", "words", "marks")
    _remove([Entry(order, pk, read_words(words), marks) for order, pk, words, marks in known])


def _entry(row: Indexed) -> Entry:
    words = Words.of(row.title, row.lead, row.text)
    marks = [outlet_mark(row.outlet), *([section_mark(row.section)] if row.section else []), *words.marked]
    return Entry(order_key(row.moment, row.article), row.article, words, " ".join(marks))


def _remove(entries: list[Entry]) -> None:
    if not entries:
        return
    if connection.vendor != "postgresql":
        sqlite.delete(sorted(entries, key=lambda entry: entry.order))
    SearchEntry.objects.filter(order__in=[entry.order for entry in entries]).delete()


def pack_words(words: Words) -> bytes:
    return _PACKER.compress(words.pack())


def read_words(packed: bytes | memoryview) -> Words:
    return Words.unpack(_UNPACKER.decompress(bytes(packed)))


_PACKER = zstandard.ZstdCompressor(level=1)
_UNPACKER = zstandard.ZstdDecompressor()
