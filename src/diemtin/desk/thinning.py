"""Seen teasers, thinned: what an outlet showed all day long needs no row for every page on which it stood.

Every page of an outlet repeats its blocks, so a live desk sees some hundred thousand teasers a day, most of them the same.
Of a day that is over, two rows stay of each teaser in a block of an outlet: when it was seen first and last. Ranking
looks at what was seen within a day (``store.queries.snapshot.TEASER_SPAN``), and whatever moment one travels to, such a
span begins or ends in a day: with the first and the last of each day it finds the same teasers as with all. Related
articles belong to the page they stand on and stay with it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from diemtin.store.models import Counter, SeenTeaser

THIN_AFTER = timedelta(days=2)
"""A day is thinned when it has been over for so long: late captures of it have come in by then."""
END_AFTER = timedelta(days=400)
"""A year and the month beside it; after that no page asks what was promoted when."""
DAYS_A_TURN = 10
"""A desk that was never thinned catches up over several turns, so that none takes longer than seconds."""
_KIND = "teasers"
_PART = 500


def thin_teasers(now: datetime) -> int:
    """Thins the days that are over and not yet thinned, and ends what is too old. Returns how many rows went. May be
    killed at any time and begun again."""
    gone = _end(now - END_AFTER)
    last = (now - THIN_AFTER).astimezone(UTC).date()
    done = Counter.objects.filter(kind=_KIND).values_list("value", flat=True).first()
    if done is None:
        oldest = SeenTeaser.objects.order_by("seen").values_list("seen", flat=True).first()
        done = (oldest.astimezone(UTC).date() if oldest else last).toordinal() - 1
    for ordinal in range(done + 1, min(last.toordinal(), done + 1 + DAYS_A_TURN)):
        gone += _thin(date.fromordinal(ordinal))
        Counter.objects.update_or_create(kind=_KIND, defaults={"value": ordinal})
    return gone


def _thin(day: date) -> int:
    begin = datetime.combine(day, time.min, UTC)
    rows = SeenTeaser.objects.filter(seen__gte=begin, seen__lt=begin + timedelta(days=1)).exclude(block="related")
    same = [F("outlet"), F("block"), F("address"), F("title_hash")]
    numbered = rows.annotate(
        nth=Window(RowNumber(), partition_by=same, order_by=[F("seen").asc(), F("id").asc()]),
        nth_last=Window(RowNumber(), partition_by=same, order_by=[F("seen").desc(), F("id").desc()]),
    )
    between = list(numbered.filter(nth__gt=1, nth_last__gt=1).values_list("pk", flat=True))
    for start in range(0, len(between), _PART):
        SeenTeaser.objects.filter(pk__in=between[start : start + _PART]).delete()
    return len(between)


def _end(before: datetime) -> int:
    gone = 0
    while old := list(SeenTeaser.objects.filter(seen__lt=before).values_list("pk", flat=True)[:_PART]):
        gone += SeenTeaser.objects.filter(pk__in=old).delete()[0]
    return gone
