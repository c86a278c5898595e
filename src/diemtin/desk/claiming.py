"""Who asks which source: rows are claimed for some minutes, so that any number of watchers share the sources.

On PostgreSQL rows that another watcher is claiming are passed over (SKIP LOCKED); on SQLite every transaction that
writes is alone anyway. A claim that was never given back (a crash) ends by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.db.models import Min, Q

from diemtin.desk.source_rows import COLUMNS, fill_row, state_noun, waiting_nouns
from diemtin.desk.waiting import Waiting
from diemtin.sources.schedule import SourceState
from diemtin.store import models
from diemtin.store.identity import address_of

CLAIM = timedelta(minutes=10)
"""Longer than any round: 40 seconds for the source, then pages for a minute, then the batch that saves it."""
_PART = 500


@dataclass(frozen=True, slots=True)
class Claimed:
    """A source that is ours for now."""

    pk: int
    state: SourceState
    waiting: tuple[Waiting, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """What a round leaves behind: the source's new state, what still waits, how many articles it brought."""

    claimed: Claimed
    state: SourceState
    waiting: tuple[Waiting, ...]
    articles: int = 0


def claim_due(now: datetime, most: int, by: str) -> list[Claimed]:
    """Up to ``most`` sources that are due and nobody's, those due longest first."""
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lt=now)
    due = models.Source.objects.filter(free, active=True, next_due__lte=now).order_by("next_due", "id")
    if not due.exists():
        return []
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        rows = list(due[:most])
        models.Source.objects.filter(pk__in=[row.pk for row in rows]).update(
            claimed_until=now + CLAIM, claimed_by=by[:80]
        )
    return [Claimed(row.pk, state_noun(row), waiting_nouns(row)) for row in rows]


def save_rounds(rounds: Sequence[Round], by: str, now: datetime) -> None:
    """Inside the transaction that saves their articles. A source that another watcher claimed since is left alone."""
    rows = {
        row.pk: row
        for row in models.Source.objects.filter(pk__in=[one.claimed.pk for one in rounds], claimed_by=by[:80])
    }
    for one in rounds:
        row = rows.get(one.claimed.pk)
        if row is None:
            continue
        before = row.url
        fill_row(row, one.state, one.waiting, now)
        row.articles_total += one.articles
        try:
            with transaction.atomic():
                row.save(update_fields=COLUMNS)
        except IntegrityError:  # it moved to an address that is watched already: one of the two is enough
            row.url, row.active = before, False
            row.last_error = f"moved to {one.state.url}, which is watched already"[:500]
            row.save(update_fields=[*COLUMNS, "active"])


def give_back(claimed: Iterable[Claimed], by: str) -> None:
    """Claims of rounds that were stopped: others may have them at once."""
    pks = [one.pk for one in claimed]
    models.Source.objects.filter(pk__in=pks, claimed_by=by[:80]).update(claimed_until=None, claimed_by="")


def give_back_all(by: str) -> None:
    """At the start: claims of a former life of this watcher, which nobody works on."""
    models.Source.objects.filter(claimed_by=by[:80]).update(claimed_until=None, claimed_by="")


def next_due() -> datetime | None:
    """When the next source is due, claimed ones left out."""
    active = models.Source.objects.filter(active=True, claimed_by="")
    moment: datetime | None = active.aggregate(next=Min("next_due"))["next"]
    return moment


def unknown_urls(urls: Iterable[str]) -> set[str]:
    """Those that were never read here and were not taken down."""
    by_address = {address_of(url): url for url in urls}
    found = list(by_address)
    for start in range(0, len(found), _PART):
        part = found[start : start + _PART]
        for table in (models.Article, models.Takedown, models.Capture):
            for address in table.objects.filter(address__in=part).values_list("address", flat=True):
                by_address.pop(address, None)
    return set(by_address.values())
