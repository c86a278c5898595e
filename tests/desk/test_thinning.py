"""Thinned teasers tell every moment the same as all of them did."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from diemtin.desk.thinning import DAYS_A_TURN, END_AFTER, thin_teasers
from diemtin.store import models
from diemtin.store.queries.snapshot import _seen_teasers

START = datetime(2026, 3, 1, tzinfo=UTC)


def _show(
    outlet: models.Outlet, block: str, number: int, seen: datetime, capture: models.Capture | None = None
) -> None:
    title = f"Bài {number}"
    columns = {"heading": "", "place": 1, "title": title, "title_hash": f"h{number}", "address": f"a{number}"}
    models.SeenTeaser.objects.create(outlet=outlet, block=block, seen=seen, capture=capture, **columns)


@pytest.mark.django_db
def test_every_moment_is_told_as_before() -> None:
    dice = random.Random(3)
    outlets = [models.Outlet.objects.create(key=f"bao{k}", domain=f"bao{k}.example") for k in range(2)]
    for _ in range(1500):
        seen = START + timedelta(minutes=dice.randrange(0, 5 * 24 * 60))
        # A teaser lives for a day and a half; every page of those hours shows it.
        number = int((seen - START) / timedelta(hours=12)) + dice.randrange(3)
        _show(dice.choice(outlets), dice.choice(["hot", "most_read", "latest"]), number, seen)
    moments = [START + timedelta(hours=h) for h in range(1, 6 * 24, 5)]
    before = [set(_seen_teasers(moment)) for moment in moments]
    count = models.SeenTeaser.objects.count()
    gone = thin_teasers(START + timedelta(days=9))
    assert gone > count / 2
    assert models.SeenTeaser.objects.count() == count - gone
    assert [set(_seen_teasers(moment)) for moment in moments] == before
    assert thin_teasers(START + timedelta(days=9)) == 0, "once is enough"


@pytest.mark.django_db
def test_today_and_related_stay_and_what_is_too_old_goes() -> None:
    outlet = models.Outlet.objects.create(key="bao", domain="bao.example")
    now = START + timedelta(days=30)
    for hour in range(6):
        _show(outlet, "hot", 1, now - timedelta(hours=hour))
        _show(outlet, "related", 2, START + timedelta(hours=hour))
        _show(outlet, "hot", 3, now - END_AFTER - timedelta(hours=1 + hour))
    assert thin_teasers(now) == 6
    counts = {block: models.SeenTeaser.objects.filter(block=block).count() for block in ("hot", "related")}
    assert counts == {"hot": 6, "related": 6}


@pytest.mark.django_db
def test_a_desk_that_was_never_thinned_catches_up_in_turns() -> None:
    outlet = models.Outlet.objects.create(key="bao", domain="bao.example")
    days = 2 * DAYS_A_TURN
    for day in range(days):
        for hour in range(4):
            _show(outlet, "hot", 1, START + timedelta(days=day, hours=hour))
    now = START + timedelta(days=days + 5)
    assert [thin_teasers(now) for _ in range(3)] == [2 * DAYS_A_TURN, 2 * DAYS_A_TURN, 0]
