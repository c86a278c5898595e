"""Sources of a desk: added, listed, looked at, let go. What a round does with them: ``rounds``."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from django.db.models import Count

from diemtin.desk.settings import Settings
from diemtin.desk.source_rows import state_noun, waiting_nouns
from diemtin.desk.watching import fetcher_of
from diemtin.errors import NotFound, UsageError
from diemtin.language.outlets import outlet_of
from diemtin.sources.discover import Discovery, discover
from diemtin.sources.ready import Listed
from diemtin.sources.schedule import SourceKind, health
from diemtin.store import models
from diemtin.store.outlets import get_outlet_row
from diemtin.store.writing import writing

USUAL_DAYS = 14
Health = Literal["new", "good", "quiet", "failing", "lost"]


@dataclass(frozen=True, slots=True)
class SourceReport:
    """How one source is: for ``sources check`` and the editor's desk."""

    url: str
    kind: str
    outlet: str
    health: Health
    words: str
    """Why, for people: the reason of the last failure, or what was mended in the last answer."""
    last_success: datetime | None
    last_change: datetime | None
    next_try: datetime
    interval: float
    """Seconds between two requests while all is well."""
    failures: int
    waiting: int
    """Addresses that are promised and not read yet."""
    articles: int
    """Brought so far."""
    day: int
    """Articles of its outlet that were first seen in the last 24 hours."""
    usual: float
    """The same on a usual day: the mean of the fourteen before."""
    active: bool


def look_at(settings: Settings, address: str) -> Discovery:
    """What could be watched at an address; nothing is added. Raises ``FetchError`` when it does not answer."""

    async def ask() -> Discovery:
        async with fetcher_of(settings) as fetcher:
            return await discover(address, fetcher)

    return asyncio.run(ask())


def add_sources(given: Iterable[tuple[str, SourceKind]], now: datetime | None = None) -> tuple[list[str], list[str]]:
    """Watch these addresses from now on. Returns those that are new and those that were watched already; one that was
    let go before is taken up where it was left. Raises ``UsageError`` for what is no web address."""
    now = now or datetime.now(UTC)
    new: list[str] = []
    known: list[str] = []
    with writing():
        for url, kind in given:
            if not url.startswith(("http://", "https://")):
                raise UsageError("not a web address", about=url)
            row, made = models.Source.objects.get_or_create(
                url=url, defaults={"kind": kind, "added": now, "next_due": now}
            )
            if made:
                row.outlet = get_outlet_row(outlet_of(None, url), {})
            elif row.active:
                known.append(url)
                continue
            row.active, row.next_due = True, now
            row.save(update_fields=["active", "next_due", "outlet"])
            new.append(url)
    return new, known


def remove_source(url: str) -> None:
    """Not asked any more; its articles stay, and so does what is known of it. Raises ``NotFound``."""
    if not models.Source.objects.filter(url=url, active=True).update(active=False, claimed_by="", claimed_until=None):
        raise NotFound("not a source of this desk", about=url, hint="diemtin sources list")


def ask_now(urls: Sequence[str], now: datetime | None = None) -> int:
    """These (or all) are due at once, whatever their intervals; returns how many."""
    now = now or datetime.now(UTC)
    rows = models.Source.objects.filter(active=True)
    rows = rows.filter(url__in=urls) if urls else rows
    for row in rows:
        told = row.state.get("state", {})
        told["next_due"] = None
        row.state = {**row.state, "state": told}
        row.next_due = now
        row.save(update_fields=["state", "next_due"])
    return len(rows)


def source_reports(now: datetime | None = None, *, everything: bool = False) -> list[SourceReport]:
    """Every source (``everything``: those that were let go as well), the worst first, in three queries."""
    now = now or datetime.now(UTC)
    rows = models.Source.objects.select_related("outlet").order_by("outlet__name", "url")
    rows = rows if everything else rows.filter(active=True)
    day, usual = _articles_a_day(now)
    reports = [_report(row, day, usual, now) for row in rows]
    worst = ("lost", "failing", "new", "quiet", "good")
    return sorted(reports, key=lambda report: worst.index(report.health))


def _report(
    row: models.Source, day: dict[int | None, int], usual: dict[int | None, float], now: datetime
) -> SourceReport:
    state = state_noun(row)
    kind, words = health(state, now)
    if not row.active:
        words = row.last_error or "let go"
    return SourceReport(
        url=row.url,
        kind=row.kind,
        outlet=(row.outlet.name or row.outlet.domain or row.outlet.key) if row.outlet else "",
        health=kind,
        words=words,
        last_success=state.last_success,
        last_change=state.last_change,
        next_try=state.next_due or row.next_due,
        interval=state.interval,
        failures=state.failures,
        waiting=sum(not one.look for one in waiting_nouns(row)),
        articles=row.articles_total,
        day=day.get(row.outlet_id, 0),
        usual=usual.get(row.outlet_id, 0.0),
        active=row.active,
    )


def _articles_a_day(now: datetime) -> tuple[dict[int | None, int], dict[int | None, float]]:
    """By outlet: the last 24 hours, and the mean of the days before on which the desk was there."""
    day = now - timedelta(days=1)
    before = day - timedelta(days=USUAL_DAYS)
    articles = models.Article.objects.filter(role="main", removed__isnull=True)
    first = articles.order_by("first_seen").values_list("first_seen", flat=True).first()
    days = max(1.0, (day - max(before, first)).total_seconds() / 86400) if first else 1.0
    lately = articles.filter(first_seen__gte=day).values("outlet").annotate(n=Count("id"))
    usually = articles.filter(first_seen__gte=before, first_seen__lt=day).values("outlet").annotate(n=Count("id"))
    return (
        {row["outlet"]: row["n"] for row in lately},
        {row["outlet"]: row["n"] / days for row in usually},
    )


def listed_sources() -> list[Listed]:
    """Feeds of this desk for an OPML file, under the names of their outlets."""
    rows = models.Source.objects.filter(active=True, kind="feed").select_related("outlet").order_by("url")
    return [Listed(row.url, "feed", None, (row.outlet.name or row.outlet.key) if row.outlet else None) for row in rows]
