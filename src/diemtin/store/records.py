"""Nouns to columns and back. The only place that knows both shapes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, cast

from diemtin.news import (
    Article,
    ArticleKind,
    Basis,
    Cited,
    Day,
    Figure,
    Link,
    Meeting,
    Outlet,
    OutletKind,
    Participant,
    Passage,
    PassageKind,
    Precision,
    Published,
    Reason,
    Rights,
    Role,
    Statement,
)
from diemtin.store import models


def outlet_noun(row: models.Outlet) -> Outlet:
    return Outlet(row.name or None, row.domain, cast(OutletKind, row.kind), cast(Rights, row.rights))


def published_noun(row: models.Article) -> Published:
    return Published(
        row.published_from,
        row.published_to,
        cast(Precision, row.published_precision),
        cast(Basis, row.published_basis),
        row.published_why,
    )


def published_columns(published: Published) -> dict[str, Any]:
    return {
        "published_from": published.start,
        "published_to": published.end,
        "published_precision": published.precision,
        "published_basis": published.basis,
        "published_why": published.why,
    }


def content_columns(article: Article) -> dict[str, Any]:
    """The columns of a version."""
    return {
        "title": article.title,
        "lead": article.lead,
        "body": [[passage.kind, passage.text] for passage in article.body],
        "figures": [asdict(figure) for figure in article.figures],
        "byline": (article.byline or "")[:300],
        "tags": list(article.tags),
    }


def article_noun(row: models.Article, version: models.Version) -> Article:
    """An article in one of its versions."""
    return Article(
        title=version.title,
        lead=version.lead,
        body=tuple(Passage(text, cast(PassageKind, kind)) for kind, text in version.body),
        figures=tuple(Figure(**figure) for figure in version.figures),
        role=cast(Role, row.role),
        byline=version.byline or None,
        agency=tuple(row.agency),
        section=row.page_section or None,
        tags=tuple(version.tags),
        kind=cast(ArticleKind, row.kind),
        published=published_noun(row),
        url=row.url or None,
        outlet=outlet_noun(row.outlet),
        language=row.language or None,
    )


def reasons_columns(reasons: tuple[Reason, ...]) -> list[list[Any]]:
    return [[reason.sign, round(reason.weight, 4), reason.words] for reason in reasons]


def meeting_columns(meeting: Meeting) -> dict[str, Any]:
    return asdict(meeting) | {"date": str(meeting.date) if meeting.date else None}


def statement_columns(said: Statement) -> dict[str, Any]:
    """All but the statement's article, its row there and its speaker's row."""
    return {
        "speaker": said.speaker[:300],
        "office": (said.office or "")[:80],
        "country": (said.country or "")[:80],
        "quote": said.quote,
        "direct": said.direct,
        "sentence": said.cited.sentence,
        "passage": said.cited.passage,
        "chain": [asdict(link) for link in said.chain],
    }


def meeting_noun(columns: dict[str, Any]) -> Meeting:
    return Meeting(
        status=columns["status"],
        form=columns["form"],
        participants=tuple(Participant(**participant) for participant in columns["participants"]),
        date=day_noun(columns["date"]),
        place=columns["place"],
        occasion=columns["occasion"],
        minutes=columns["minutes"],
        topics=tuple(columns["topics"]),
        chain=tuple(Link(**link) for link in columns["chain"]),
        cited=tuple(Cited(**cited) for cited in columns["cited"]),
    )


def day_noun(text: str | None) -> Day | None:
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return Day(parts[0], parts[1] if len(parts) > 1 else None, parts[2] if len(parts) > 2 else None)


def moment_of(published: Published, seen: datetime) -> datetime:
    """The time an article is streamed at: published, else the end of its range, else when it was first seen.

    Never after it was seen: a day is not over when its articles are read, and some pages state a date to come.
    """
    return min(published.end, seen) if published.end is not None else seen
