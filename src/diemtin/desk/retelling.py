"""``diemtin retell``: meetings and statements of the stored articles told again by today's rules. No article changes.

Only articles that now tell something else are written, so that running it again writes nothing. What is told again keeps
its id; a batch is saved whole or not at all, and it may be stopped and begun again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from diemtin.desk.patience import patiently
from diemtin.desk.preparing import FEW, reading_pool
from diemtin.desk.telling import save_told
from diemtin.events import find_told
from diemtin.news import Article, Told
from diemtin.store import models
from diemtin.store.changes import note_change
from diemtin.store.keys import Keys
from diemtin.store.queries.articles import get_articles
from diemtin.store.records import meeting_columns, statement_columns
from diemtin.store.writing import writing

BATCH = 500
"""Articles told between two transactions: a few seconds, in which nobody else waits."""


@dataclass(slots=True)
class Report:
    """How many articles were told, and how many of them told something else than before."""

    articles: int = 0
    changed: int = 0


def retell(progress: Callable[[int], None] = lambda done: None, processes: int | None = None) -> Report:
    """Tell every article that is there again, newest first."""
    report, keys = Report(), Keys()
    count = processes if processes is not None else os.cpu_count() or 1
    with reading_pool(count) if count > 1 else nullcontext() as pool:
        for batch in _batches():
            articles = patiently(get_articles, batch)
            told = dict(zip(articles, _tell(list(articles.values()), pool), strict=True))
            report.changed += patiently(_save, articles, told, keys)
            report.articles += len(articles)
            progress(report.articles)
    return report


def _tell(articles: Sequence[Article], pool: ProcessPoolExecutor | None) -> list[Told]:
    if pool is not None and len(articles) > FEW:
        try:
            return list(pool.map(find_told, articles, chunksize=16))
        except BrokenProcessPool:
            pass  # a process died (out of memory, killed): this one does its work
    return [find_told(article) for article in articles]


def _batches() -> Iterator[list[str]]:
    """Keys of the articles that are there."""
    below: int | None = None
    while True:
        rows = models.Article.objects.filter(removed__isnull=True).order_by("-pk")
        part = patiently(list, (rows if below is None else rows.filter(pk__lt=below)).values_list("pk", "key")[:BATCH])
        if not part:
            return
        below = part[-1][0]
        yield [key for _, key in part]


def _save(articles: dict[str, Article], told: dict[str, Told], keys: Keys) -> int:
    """Writes what differs. An article that changed or went while it was told is left to what changed it."""
    with writing():
        keys.forget()
        now = get_articles(articles)
        same = [key for key, article in articles.items() if now.get(key) == article]
        rows = list(models.Article.objects.filter(key__in=same).order_by("pk"))
        before = _stored(rows)
        fresh = [(row, told[row.key]) for row in rows if before[row.key] != _plain(told[row.key])]
        if fresh:
            save_told(fresh, keys)
            keys.save()
            note_change()
    return len(fresh)


Plain = tuple[list[Any], list[Any]]
_STATED = ("speaker", "office", "country", "quote", "direct", "sentence", "passage", "chain")
"""The columns that ``statement_columns`` fills."""


def _stored(rows: Sequence[models.Article]) -> dict[str, Plain]:
    """What these articles told until now, as ``_plain`` gives it."""
    found: dict[str, Plain] = {row.key: ([], []) for row in rows}
    tellings = models.MeetingTelling.objects.filter(article__in=rows).select_related("article")
    for telling in tellings:
        found[telling.article.key][0].append(telling.told)
    statements = models.Statement.objects.filter(article__in=rows).order_by("place")
    for said in statements.values("article__key", *_STATED):
        found[said.pop("article__key")][1].append(said)
    for meetings, _ in found.values():
        meetings.sort(key=json.dumps)
    return found


def _plain(told: Told) -> Plain:
    """As the database gives it back: tuples are lists there."""
    meetings = sorted((json.loads(json.dumps(meeting_columns(one))) for one in told.meetings), key=json.dumps)
    return meetings, [json.loads(json.dumps(statement_columns(one))) for one in told.statements]
