"""The index in memory holds the days that are needed, and lets go of others without forgetting what they told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from diemtin.desk import window as room
from diemtin.desk.placing import Arrival, Placer
from diemtin.desk.settings import Settings
from diemtin.flow import prepare_ready
from diemtin.news import Article, Outlet, Passage, Published
from diemtin.store import models
from diemtin.stories import Features, Index

START = datetime(2026, 3, 1, 5, tzinfo=UTC)
TEXT = "Tàu cá của ngư dân Quảng Ngãi chìm ngoài khơi Lý Sơn, 13 người được tàu hàng Panama cứu sống lúc rạng sáng."


def _arrival(
    number: int, day: int, title: str = "Tàu cá Quảng Ngãi chìm ngoài khơi Lý Sơn, 13 ngư dân được cứu"
) -> Arrival:
    article = Article(
        title,
        TEXT,
        (Passage(f"{TEXT} Tin thứ {number} của báo."),),
        published=Published.at(START + timedelta(days=day, minutes=number)),
        url=f"https://bao{number}.example/{number}.html",
        outlet=Outlet(f"Báo {number}", f"bao{number}.example"),
    )
    return Arrival(prepare_ready(article, None))


@pytest.mark.django_db(transaction=True)
def test_days_that_rested_go_and_a_late_arrival_finds_its_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "FEW_ARTICLES", 0)
    monkeypatch.setattr(room, "RESTED", 2)
    placer = Placer(Settings(folder=tmp_path))
    numbers = count()
    for day in range(0, 120, 5):
        placer.place([_arrival(next(numbers), day, f"Bản tin số {day} về giá gạo ngày {day}")])
    held = placer._window
    assert held is not None
    assert len(held.index) <= 2 * room.DAYS_AROUND // 5 + 1 + room.RESTED
    assert len(held._days) <= 2 * room.DAYS_AROUND + 1 + 5 * room.RESTED
    first = next(numbers)
    placer.place([_arrival(first, 2)])
    for day in range(120, 150, 5):
        placer.place([_arrival(next(numbers), day, f"Bản tin số {day} về giá gạo ngày {day}")])
    key = models.Article.objects.get(url__contains=f"bao{first}.").key
    assert key not in held.index
    late = next(numbers)
    placer.place([_arrival(late, 2)])
    rows = models.Article.objects.filter(url__regex=rf"bao({first}|{late})\.")
    assert len({row.story_id for row in rows}) == 1


def test_an_index_forgets_from_a_time_on_and_what_has_no_time() -> None:
    numbers = count()
    index = Index(lambda: f"s{next(numbers)}")
    for day in range(10):
        page = _arrival(day, day).page.articles[0]
        index.place(f"a{day}", Features.unpack(page.features), START + timedelta(days=day))
    assert index.forget_from(START + timedelta(days=6)) == 4
    assert index.forget(START + timedelta(days=2)) == 2
    assert [f"a{day}" in index for day in range(10)] == [False] * 2 + [True] * 4 + [False] * 4
    again = index.place("again", Features.unpack(page.features), START + timedelta(days=9))
    assert not again.new_story or again.copy_of is None


def test_what_has_no_time_leaves_nothing_behind() -> None:
    numbers = count()
    index = Index(lambda: f"s{next(numbers)}")
    for number in range(1200):
        article = Article(f"Bài số {number}", None, (Passage(f"{TEXT} {number}"),))
        page = prepare_ready(article, None).articles[0]
        index.place(f"a{number}", Features.unpack(page.features), START)
        index.remove(f"a{number}")
    assert len(index) == 0
    (table,) = index._live.postings._tables.values()
    assert table.articles <= 600
