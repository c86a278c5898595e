"""What readers do: votes and reads, counted without a profile of anyone."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F

from diemtin.store.models import Article, ReadSum, Vote


@dataclass(frozen=True, slots=True)
class Votes:
    useful: int
    useless: int

    @property
    def cast(self) -> int:
        return self.useful + self.useless


def ballot_of(token: str, article: str) -> str:
    """The name of a reader's ballot for one article: nobody can tell from two ballots whether one reader cast them."""
    return hashlib.sha256(f"ballot\x1f{token}\x1f{article}".encode()).hexdigest()


def cast_vote(article: str, ballot: str, useful: bool, now: datetime | None = None) -> bool:
    """Add the vote; a ballot's newest vote counts, the same vote again adds nothing. ``False`` for an unknown article."""
    row = Article.objects.filter(key=article, removed__isnull=True).first()
    if row is None:
        return False
    with transaction.atomic():
        last = Vote.objects.filter(article=row, ballot=ballot).order_by("-id").values_list("useful", flat=True).first()
        if last is not useful:
            Vote.objects.create(article=row, ballot=ballot, useful=useful, cast=now or datetime.now(UTC))
    return True


def count_votes(article: str) -> Votes:
    """Of each ballot the newest vote."""
    rows = Vote.objects.filter(article__key=article).order_by("id").values_list("ballot", "useful")
    newest = dict(rows)
    useful = sum(newest.values())
    return Votes(useful, len(newest) - useful)


def add_reads(counts: Mapping[tuple[str, datetime], int]) -> None:
    """Add to the sums: ``(article key, full hour) -> reads``. Unknown articles are left out."""
    rows = dict(Article.objects.filter(key__in={key for key, _ in counts}).values_list("key", "pk"))
    with transaction.atomic():
        known = [(rows[key], hour, count) for (key, hour), count in sorted(counts.items()) if key in rows]
        empty = [ReadSum(article_id=pk, hour=hour, count=0) for pk, hour, _ in known]
        ReadSum.objects.bulk_create(empty, ignore_conflicts=True)
        for pk, hour, count in known:
            ReadSum.objects.filter(article_id=pk, hour=hour).update(count=F("count") + count)
