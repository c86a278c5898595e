"""What a story is called, and what an outlet changed in a text."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from diemtin import news
from diemtin.stories import compare_copies, describe

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


def article(title: str, *texts: str, hours: float = 0, outlet: str = "Báo A") -> news.Article:
    moment = NOW + timedelta(hours=hours)
    return news.Article(
        title,
        None,
        tuple(news.Passage(text) for text in texts),
        published=news.Published.at(moment),
        outlet=news.Outlet(name=outlet),
    )


def test_headline_first_last_outlets_and_what_is_new() -> None:
    old = article("Cháy chợ Phú Lộc, 200 ki ốt bị thiêu rụi", "Lửa bùng lên lúc 2 giờ sáng ở chợ Phú Lộc.", hours=-30)
    ask = article("Sốc: vì sao cháy?", "Nguyên nhân đang được điều tra.", hours=-28, outlet="Báo B")
    new = article(
        "Cháy chợ Phú Lộc: bắt hai người liên quan",
        "Lửa bùng lên lúc 2 giờ sáng ở chợ Phú Lộc. Công an tạm giữ hai bảo vệ vì bỏ vị trí trực trong đêm xảy ra cháy.",
        hours=-2,
        outlet="Báo C",
    )
    described = describe([("3", new), ("1", old), ("2", ask)], NOW)
    assert described.headline_from in {"1", "3"}
    assert (described.first, described.last) == (old.published.end, new.published.end)
    assert described.outlets == ("Báo A", "Báo B", "Báo C")
    assert [(one, "bảo vệ" in sentence) for one, sentence in described.new] == [("3", True)]


def test_a_story_of_one_day_has_nothing_new_since_yesterday() -> None:
    described = describe(
        [("1", article("Một tin", "Một câu đủ dài để kể một việc gì đó mới mẻ hôm nay.", hours=-1))], NOW
    )
    assert (described.title, described.new) == ("Một tin", ())


def test_what_a_copy_changed() -> None:
    origin = article("Tít gốc", "Câu một kể việc này. Câu hai kể việc kia rất hòa bình.", "Câu ba bị cắt đi mất.")
    copy = article("Tít mới", "Câu một kể việc này. Câu hai kể việc kia rất hoà bình!", "Đây là lời bàn thêm của báo.")
    compared = compare_copies(origin, copy)
    assert compared.headline_changed
    assert compared.cuts == ("Câu ba bị cắt đi mất.",)
    assert compared.additions == ("Đây là lời bàn thêm của báo.",)
    assert [change.what for change in compared.changes[:2]] == ["same", "same"]
    assert compared.kept == 2 / 3


def test_nothing_changed() -> None:
    text = article("Tít", "Một câu.")
    compared = compare_copies(text, text)
    assert (compared.headline_changed, compared.cuts, compared.additions, compared.kept) == (False, (), (), 1.0)
