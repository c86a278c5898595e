"""What the site's tests share: a small desk, and a reader's browser that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from diemtin.site.caching import SHELF
from diemtin.site.views import votes
from diemtin.store import models
from tests import small_desk
from tests.small_desk import SmallDesk


@pytest.fixture
def desk(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallDesk]:
    """Stories of today, one outlet of each kind of rights, one thread, one removed article."""
    monkeypatch.setattr(small_desk, "NOW", datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=2))
    SHELF.clear()
    for limit in (votes.VOTES, votes.NEW_BALLOTS, votes.READS):
        limit.clear()
    made = SmallDesk()
    made.outlet("dong.vn", rights="headline", name="Báo Đóng")
    made.outlet("mo.vn", rights="full", name="Báo Mở & Bạn")
    made.article("Bão <số> 13 & lũ", key="bao", story="storm", hours=2, section="society", lead="Sapo <b>lạ</b> & sắc.")
    made.article(
        "Bão số 13 đã tan", key="dong", story="storm", hours=1, outlet="dong.vn", lead="Sapo kín.", section="society"
    )
    made.article("Bão số 13: nhìn lại", key="mo", story="storm", hours=0.5, outlet="mo.vn", body="Toàn văn.\nĐoạn hai.")
    made.article("Họp ba bên ở Seoul", key="thế giới/1", story="talks", hours=3)
    made.article("Bài đã gỡ", key="gone", story="gone", hours=1, removed=small_desk.NOW)
    models.Takedown.objects.create(
        key="gone", fingerprint="f", title="Bài đã gỡ", outlet="X", why="theo yêu cầu", at=small_desk.NOW
    )
    thread = models.Thread.objects.create(
        key="t1", title="Ba bên", first=small_desk.NOW, last=small_desk.NOW, about={"countries": ["Hàn Quốc"]}
    )
    models.Story.objects.filter(key="talks").update(thread=thread)
    yield made
    SHELF.clear()


@pytest.fixture
def browser() -> Client:
    return Client(headers={"sec-fetch-site": "same-origin"})
