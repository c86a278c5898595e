"""Placing, repair and the editor on short invented news."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from diemtin import news
from diemtin.errors import DeskError, NotFound
from diemtin.stories import Features, Index, make_features

START = datetime(2026, 3, 2, 8, tzinfo=UTC)

FIRE = (
    "Cháy chợ Phú Lộc, hơn 200 ki ốt bị thiêu rụi",
    "Rạng sáng 2/3, lửa bùng lên ở chợ Phú Lộc (huyện Tân Hòa), thiêu rụi hơn 200 ki ốt của tiểu thương.",
    (
        "Ngọn lửa bắt đầu từ dãy hàng vải phía sau chợ Phú Lộc lúc 2 giờ sáng rồi lan nhanh vì gió mạnh. "
        "Lực lượng cứu hỏa điều 12 xe chữa cháy và hơn 80 chiến sĩ, đến 5 giờ mới khống chế được đám cháy. "
        "Ông Trần Bá Lượng, trưởng ban quản lý chợ, cho biết thiệt hại ban đầu khoảng 30 tỉ đồng."
    ),
)
FIRE_AGAIN = (
    "Tiểu thương khóc ngất nhìn hàng hóa thành tro sau đêm lửa ở Tân Hòa",
    "Hơn 200 ki ốt chợ Phú Lộc cháy rụi trong đêm, thiệt hại ước tính 30 tỉ đồng.",
    (
        "Bà Nguyễn Thị Sáu nói toàn bộ hàng vải của gia đình bà ở chợ Phú Lộc đã cháy hết. "
        "Theo ông Trần Bá Lượng, trưởng ban quản lý chợ Phú Lộc, 12 xe chữa cháy đã được điều đến. "
        "Nguyên nhân vụ cháy ở Tân Hòa đang được điều tra."
    ),
)
MATCH = (
    "Hải Nam thắng đậm Sông Trà ở vòng 5",
    "Tối 2/3, câu lạc bộ Hải Nam thắng Sông Trà 4-0 trên sân nhà, leo lên ngôi đầu bảng.",
    (
        "Tiền đạo Lê Quốc Duy lập cú đúp trong hiệp một. Huấn luyện viên Đặng Khôi khen tinh thần của các cầu thủ trẻ. "
        "Ở vòng 6, Hải Nam sẽ làm khách trên sân Bình Lãng."
    ),
)
WRECK_NORTH = (
    "Xe tải tông xe khách trên đèo Mây, 3 người chết",
    "Trưa 2/3, xe tải mất phanh tông xe khách trên đèo Mây, tỉnh Cao Lĩnh, làm 3 người chết.",
    "Tài xế xe tải Phạm Văn Hoạt, 41 tuổi, bị thương nặng. Xe khách chạy tuyến Cao Lĩnh - Hà Nội chở 28 người.",
)
WRECK_SOUTH = (
    "Xe container lật trên quốc lộ, một người tử vong",
    "Chiều 2/3, xe container lật ngang trên quốc lộ 1 qua huyện Long Bình, tỉnh An Thới, một người tử vong.",
    "Xe chở thép cuộn do tài xế Lý Hùng Kiên điều khiển. Quốc lộ 1 ùn tắc 5 km đến tối cùng ngày.",
)


def make(
    text: tuple[str, str, str], outlet: str = "a.example", kind: news.ArticleKind = "news", dated: bool = True
) -> Features:
    title, lead, body = text
    published = news.Published.at(START) if dated else news.Published()
    article = news.Article(
        title, lead, (news.Passage(body),), outlet=news.Outlet(domain=outlet), kind=kind, published=published
    )
    return make_features(article, news.Told())


def new_ids() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"s{next(numbers)}"


@pytest.fixture
def index() -> Index:
    return Index(new_ids())


def test_same_happening_in_other_words_meets_and_others_stay_out(index: Index) -> None:
    first = index.place("1", make(FIRE), START)
    assert first.new_story
    assert index.place("2", make(MATCH, "b.example"), START).new_story
    again = index.place("3", make(FIRE_AGAIN, "c.example"), START + timedelta(hours=6))
    assert (again.story, again.new_story, again.copy_of) == (first.story, False, None)
    assert {reason.sign for reason in again.reasons} >= {"names", "time"}


def test_two_accidents_of_one_day_are_two_stories(index: Index) -> None:
    north = index.place("1", make(WRECK_NORTH), START)
    south = index.place("2", make(WRECK_SOUTH, "b.example"), START + timedelta(hours=3))
    index.repair()
    assert north.story != south.story
    assert index.story_of("1") != index.story_of("2")


@pytest.mark.parametrize("kind", ["weather", "roundup", "live", "horoscope"])
def test_kinds_that_list_many_happenings_stand_alone(index: Index, kind: news.ArticleKind) -> None:
    fire = index.place("1", make(FIRE), START)
    alone = index.place("2", make(FIRE_AGAIN, "b.example", kind), START)
    later = index.place("3", make(FIRE_AGAIN, "c.example"), START)
    index.repair()
    assert alone.new_story
    assert index.story_of("3") == fire.story == later.story
    assert index.story_of("2") == alone.story


def test_a_week_later_it_is_another_match(index: Index) -> None:
    first = index.place("1", make(MATCH), START)
    assert index.place("2", make(MATCH, "b.example"), START + timedelta(days=40)).story != first.story


def test_late_arrival_meets_its_own_days(index: Index) -> None:
    fire = index.place("1", make(FIRE), START)
    for k in range(50):
        text = (f"Tin số {k} về hội thi {k * 7}", f"Hội thi {k * 7} khai mạc.", f"Có {k} đội dự hội thi {k * 7}.")
        index.place(f"x{k}", make(text), START + timedelta(days=30 + k))
    assert index.place("2", make(FIRE_AGAIN, "c.example"), START + timedelta(hours=5)).story == fire.story


def test_an_undated_article_meets_whatever_tells_the_same(index: Index) -> None:
    seen = START + timedelta(days=400)
    first = index.place("1", make(FIRE, dated=False), seen)
    fire = index.place("2", make(FIRE_AGAIN, "b.example"), START)
    assert fire.story == first.story
    late = index.place("3", make(FIRE_AGAIN, "c.example", dated=False), seen)
    assert late.story == fire.story


def test_an_undated_article_that_fits_two_years_is_of_neither(index: Index) -> None:
    again = (
        "Chợ Phú Lộc cháy lớn, tiểu thương mất trắng",
        "Lửa bùng lên trong đêm ở chợ Phú Lộc, huyện Tân Hòa, hàng trăm ki ốt thành tro.",
        "Ông Trần Bá Lượng, trưởng ban quản lý chợ Phú Lộc, nói 12 xe chữa cháy được điều đến Tân Hòa trong đêm.",
    )
    index.place("1", make(FIRE), START)
    alone = index.place("2", make(again, "d.example", dated=False), START)
    assert not alone.new_story
    assert [reason.words for reason in alone.reasons if reason.sign == "time"] == [
        "không rõ ngày đăng, chỉ dựa vào lời văn"
    ]
    later = index.place("3", make(FIRE_AGAIN, "b.example"), START + timedelta(days=400))
    assert later.new_story
    torn = index.place("4", make(again, "e.example", dated=False), START + timedelta(days=500))
    assert torn.copy_of == "2"
    index.remove("2")
    index.remove("4")
    torn = index.place("5", make(again, "e.example", dated=False), START + timedelta(days=500))
    assert torn.new_story
    assert [reason.sign for reason in torn.reasons] == ["torn"]
    index.repair()
    assert index.story_of("5") == torn.story


def test_copy_with_another_headline_joins_the_wire_group(index: Index) -> None:
    index.place("1", make(FIRE), START)
    _, lead, body = FIRE
    copy = index.place("2", make(("Lửa lớn giữa đêm", lead, body.replace("hòa", "hoà")), "b.example"), START)
    assert copy.copy_of == "1"
    assert copy.wire_group == index.wire_group("1")
    assert index.copy_of("1") is None


def test_agency_is_the_origin_even_when_it_comes_late(index: Index) -> None:
    index.place("1", make(FIRE), START)
    title, lead, body = FIRE
    agency = news.Outlet(domain="agency.example", kind="agency")
    published = news.Published.at(START)
    article = news.Article(title, lead, (news.Passage(body),), outlet=agency, published=published)
    placed = index.place("2", make_features(article, news.Told()), START + timedelta(hours=2))
    assert placed.copy_of is None
    assert index.copy_of("1") == "2"


def test_restore_decides_nothing_and_goes_on_as_before(index: Index) -> None:
    fire = index.place("1", make(FIRE), START)
    other = Index(new_ids())
    other.restore("1", Features.unpack(make(FIRE).pack()), START, fire.story, None)
    assert other.story_of("1") == fire.story
    assert other.place("2", make(FIRE_AGAIN, "c.example"), START).story == fire.story


def test_forget_and_remove(index: Index) -> None:
    index.place("1", make(FIRE), START)
    index.place("2", make(MATCH), START + timedelta(days=9))
    assert index.forget(START + timedelta(days=5)) == 1
    assert "1" not in index
    index.remove("2")
    assert len(index) == 0
    with pytest.raises(NotFound):
        index.story_of("2")
    assert index.place("3", make(FIRE_AGAIN), START).new_story


def test_editor_split_is_never_undone(index: Index) -> None:
    fire = index.place("1", make(FIRE), START)
    index.place("2", make(FIRE_AGAIN, "b.example"), START)
    story, moved = index.split(["2"])
    assert moved[0].articles == ("2",)
    assert not moved[0].merged
    for k in range(3):
        index.place(f"n{k}", make(FIRE_AGAIN, f"n{k}.example"), START + timedelta(hours=k))
        index.repair()
    assert index.story_of("1") == fire.story
    assert index.story_of("2") == story


def test_editor_merge_is_never_undone_and_leaves_a_redirect(index: Index) -> None:
    fire = index.place("1", make(FIRE), START)
    match = index.place("2", make(MATCH), START)
    moved = index.merge(match.story, fire.story)
    assert moved[0].merged
    index.place("3", make(MATCH, "b.example"), START)
    index.repair()
    assert index.story_of("1") == index.story_of("2") == fire.story
    assert index.follow(match.story) == fire.story
    assert index.articles_of(match.story) == index.articles_of(fire.story)


def test_pin_moves_once_and_stays(index: Index) -> None:
    fire = index.place("1", make(FIRE), START)
    match = index.place("2", make(MATCH), START)
    index.pin("2", fire.story)
    index.place("3", make(MATCH, "b.example"), START)
    index.repair()
    assert index.story_of("2") == fire.story
    assert index.follow(match.story) == match.story


def test_new_version_moves_only_when_its_words_changed_much(index: Index) -> None:
    fire = index.place("1", make(FIRE), START)
    match = index.place("2", make(MATCH), START)
    title, lead, body = FIRE
    assert index.replace("1", make((title + " (cập nhật)", lead, body + " Không có người bị thương.")), START)
    assert index.story_of("1") == fire.story
    _, lead, body = MATCH
    assert index.replace("1", make(("Hải Nam thắng 4-0", lead, body)), START).story == match.story


def test_stored_features_come_back_equal_and_torn_ones_are_refused() -> None:
    features = make(FIRE, "b.example")
    packed = features.pack()
    again = Features.unpack(packed)
    assert (again.terms == features.terms).all()
    assert (again.sketch == features.sketch).all()
    assert (again.outlet, again.signs, again.shingles) == (features.outlet, features.signs, features.shingles)
    assert len(packed) < 1500
    for torn in (b"", packed[:40], packed[:-5], b"\xff" + packed[1:]):
        with pytest.raises(DeskError):
            Features.unpack(torn)


def test_an_empty_article_is_placed() -> None:
    index = Index(new_ids())
    empty = make_features(news.Article(""))
    assert index.place("1", empty, START).new_story
    assert index.place("2", empty, START).new_story
    index.repair()
