"""Was it held, arranged, called off, or none at all: the words around a word of meeting.

Every sentence here is invented; the day is 10 March 2025, a Monday.
"""

from __future__ import annotations

import pytest

from tests.events.telling import tell, who

PERU = "Ngoại trưởng Peru Carlos Morelli"
LAO = "Ngoại trưởng Lào Khamphan Sivilay"
CHILE = "Ngoại trưởng Chile Ana Rojas"


def told(*texts: str) -> list[tuple[str, set[str]]]:
    """Status and people of every meeting."""
    return [(found.status, who(found)) for found in tell(*texts).meetings]


def day(*texts: str) -> list[str]:
    return [str(one.date) if one.date else "" for one in tell(*texts).meetings]


PAIR = {"Carlos Morelli", "Khamphan Sivilay"}
OFF = [
    f"{PERU} ngày 8/3 bất ngờ bỏ kế hoạch hội đàm với {LAO}.",
    f"{PERU} hôm 8/3 quyết định bỏ cuộc gặp với {LAO}.",
    f"{PERU} lẽ ra sẽ gặp {LAO} hôm 8/3.",
    f"Cuộc gặp giữa {PERU} và {LAO} ngày 8/3 không diễn ra vì thời tiết xấu.",
    f"Cuộc hội đàm giữa {PERU} và {LAO} lẽ ra được tổ chức ngày 8/3 nhưng đổ vỡ.",
    f"Cuộc gặp giữa {PERU} và {LAO} từng được định ra ở Lima, nhưng rồi phía Lào hủy vào phút chót.",
    f"{PERU} sẽ không gặp {LAO} trong tuần này như dự kiến.",
]


@pytest.mark.parametrize("text", OFF)
def test_what_was_arranged_and_is_not_to_be_is_called_off(text: str) -> None:
    assert told(text) == [("cancelled", PAIR)]


HELD = [
    f"{PERU} hôm 8/3 rời bỏ cuộc gặp với {LAO} sau mười phút.",
    f"Cuộc gặp giữa {PERU} và {LAO} ngày 8/3 không diễn ra suôn sẻ.",
    f"{PERU} lẽ ra phải hội đàm với {LAO} sớm hơn.",
]


@pytest.mark.parametrize("text", HELD)
def test_walking_out_or_a_meeting_too_late_calls_nothing_off(text: str) -> None:
    assert told(text) == [("held", PAIR)]


def test_states_call_off_what_was_one_meeting() -> None:
    off = [("cancelled", {"la", "pe"})]
    assert told("Có tin cuộc họp về biên giới giữa Lào và Peru đã bất ngờ bị hủy bỏ.") == off
    assert told("Cuộc họp giữa Lào và Peru suýt bị hủy bỏ.") != off


def test_a_journey_that_is_off_takes_its_meetings_along() -> None:
    before = f"Trước đó, một tờ báo viết {PERU} sẽ gặp {LAO} tại Viêng Chăn ngày 12/3."
    assert told("Chuyến thăm Lào của ông Morelli đã bị hoãn lại.", before) == [("cancelled", PAIR)]
    assert told("Chuyến thăm Lào của ông Morelli đã được công bố.", before) == [("planned", PAIR)]
    assert told(f"{PERU} dự kiến gặp {LAO} ngày 12/3, song chuyến đi nay đã bị hoãn.") == [("cancelled", PAIR)]
    assert told(f"{PERU} dự kiến gặp {LAO} ngày 12/3, song chuyến đi nay đã ngắn hơn.") == [("planned", PAIR)]


ONLY_THOUGHT_OF = [
    f"Người phát ngôn không loại trừ khả năng {PERU} gặp {LAO}.",
    "Thủ tướng Chile mong cuộc gặp ba bên Peru - Lào - Chile sớm được mở tại Lima.",
    f"{CHILE} hôm 8/3 gợi ý mở vòng đàm phán mới giữa Peru và Lào.",
    "Chile sẵn lòng làm chủ nhà một cuộc gặp thượng đỉnh giữa Peru và Lào.",
    f"Ông nói cuộc gặp giữa {PERU} và {LAO} vẫn có thể diễn ra.",
    f"{LAO} khước từ lời mời gặp {PERU} hôm 8/3.",
    "Lào còn đang xem đàm phán với Peru có lợi cho mình hay không.",
    f"Báo chí hỏi liệu {PERU} có gặp {LAO} hay không.",
]


@pytest.mark.parametrize("text", ONLY_THOUGHT_OF)
def test_what_is_only_thought_of_is_no_meeting(text: str) -> None:
    assert told(text) == []


AHEAD = [
    f"{PERU} và {LAO} đã thống nhất hội đàm tại Lima.",
    f"{PERU} đã có lịch gặp {LAO} vào ngày 12/3.",
    f"{PERU} sửa soạn hội đàm với {LAO}.",
    f"Cuộc gặp giữa {PERU} và {LAO} gần như chắc chắn diễn ra tại Lima.",
]


@pytest.mark.parametrize("text", AHEAD)
def test_what_was_agreed_is_still_to_come(text: str) -> None:
    assert told(text) == [("planned", PAIR)]


def test_a_hope_of_something_else_takes_no_meeting_away() -> None:
    assert told(f"Để tìm cách gỡ bế tắc, {PERU} đã gặp {LAO}.") == [("held", PAIR)]
    assert told(f"Mong sớm có hòa bình, {PERU} hôm 8/3 hội đàm với {LAO}.") == [("held", PAIR)]
    assert told(f"Sau khi ký thỏa thuận, {PERU} hôm 8/3 hội đàm với {LAO}.") == [("held", PAIR)]


AT_SOME_TIME = [
    "Ông Morelli cho biết hai bên sẽ gặp nhau vào một dịp khác.",
    "Ông Morelli cho biết sẽ trao đổi với Lào và Chile về nghề cá.",
    "Peru vẫn sẽ làm việc tiếp với Lào.",
    "Văn phòng Thủ tướng Peru đang làm việc với Lào để xếp lịch chuyến thăm.",
    "Thủ tướng Peru cho dừng đàm phán với Lào về nghề cá.",
    "Thủ tướng Peru và Thủ tướng Chile đồng ý bắt tay để bảo vệ nghề cá.",
    f"{PERU} và {CHILE} nhất trí phối hợp về đàm phán với Lào.",
]


@pytest.mark.parametrize("text", AT_SOME_TIME)
def test_relations_that_go_on_are_no_meeting(text: str) -> None:
    assert told(f"{PERU} phát biểu tại Lima.", text) == []


def test_what_is_to_go_on_on_a_day_is_one() -> None:
    assert told("Peru sẽ thảo luận với Lào về nghề cá ngày 14/3.") == [("planned", {"pe", "la"})]
    assert told(f"{PERU} sẽ gặp {LAO} vào một dịp khác, ngày 14/3.") == [("planned", PAIR)]


WORDS_OF_MEETING = [
    f"{PERU} và {LAO} đã ngồi lại với nhau tại Lima hôm 8/3.",
    f"{PERU} hôm 8/3 ngồi cùng {LAO} tại Lima.",
    f"{PERU} hôm 8/3 đã dự bữa điểm tâm với {LAO}.",
    f"{PERU} hôm 8/3 chơi golf với {LAO}.",
    f"{PERU} còn có buổi đàm luận với {LAO} hôm 8/3.",
    f"{PERU} hôm 8/3 họp cùng {LAO}.",
    f"{PERU} hôm 8/3 trực tiếp điện thoại cho {LAO} để phản đối.",
    f"{PERU} hôm 8/3 gọi điện chúc mừng {LAO}.",
    f"{PERU} hôm 8/3 điện đàm ba bên với {LAO}.",
    f"{PERU} hôm 8/3 đã nhận điện thoại của {LAO}.",
    f"{PERU} hôm 8/3 có gọi cho {LAO}.",
]


@pytest.mark.parametrize("text", WORDS_OF_MEETING)
def test_people_sit_down_eat_play_and_telephone_together(text: str) -> None:
    assert told(text) == [("held", PAIR)]
    assert day(text) == ["2025-03-08"]


def test_a_dinner_or_a_telephone_alone_is_no_meeting() -> None:
    assert told(f"{PERU} hôm 8/3 đã dự tiệc chiêu đãi tại Lima. {LAO} không có mặt.") == []
    assert told(f"Điện thoại của {PERU} bị nghe lén.") == []


def test_who_talks_about_something_with_somebody_met_him() -> None:
    assert told(f"{PERU} hôm 8/3 đã bàn về nghề cá với {LAO}.") == [("held", PAIR)]
    assert told(f"{PERU} và {LAO} hôm 8/3 bàn chuyện mua bán cá.") == [("held", PAIR)]
    assert told(f"{PERU} hôm 8/3 nói chuyện chừng năm phút với {LAO}.") == [("held", PAIR)]


ABOUT = [
    f"{PERU} hôm 8/3 phát biểu tại cuộc họp bàn về Lào.",
    f"{PERU} hôm 8/3 bàn về Lào trong một bài viết.",
    "Peru và Chile bàn về nghề cá.",
    f"{PERU} bàn giao trụ sở cho {LAO}.",
]


@pytest.mark.parametrize("text", ABOUT)
def test_what_is_talked_about_is_no_side(text: str) -> None:
    assert told(text) == []


def test_a_call_and_a_meeting_elsewhere_are_two() -> None:
    first = f"{PERU} và {LAO} đã nói chuyện về nghề cá qua điện thoại."
    assert [one.form for one in tell(first, "Tại Viêng Chăn, hai ông đã hội đàm riêng.").meetings] == [
        "phone_call",
        "talks",
    ]


def test_the_two_who_are_to_meet_are_hai_ong_whoever_told_it() -> None:
    plan = f"Thư ký báo chí Chile Juan Soto nói {PERU} sẽ gặp {LAO} tại Lima."
    last = ("planned", PAIR), ("held", PAIR)
    assert told(plan, "Lần cuối hai ông gặp nhau là hồi tháng 1.") == [*last]
    assert day(plan, "Hai người mới gặp nhau hôm 4/3.") == ["", "2025-03-04"]
    assert told(plan, "Hai người mới gặp nhau tuần trước.") == [*last]
    assert told(plan, "Hai ông sẽ gặp nhau lâu hơn thường lệ.") == [last[0]]


def test_the_last_round_is_another_one() -> None:
    now = f"{PERU} hôm 8/3 hội đàm với {LAO} tại Lima."
    assert day(now, "Vòng gần nhất giữa hai bên diễn ra ở Viêng Chăn hồi tháng 1.") == ["2025-03-08", "2025-01"]
    assert day(now, "Lần gần nhất là ngày 2/12.") == ["2025-03-08", "2024-12-02"]
    assert day(now, "Lần gần nhất giá cá tăng là ngày 2/12.") == ["2025-03-08"]


def test_once_more_on_another_day() -> None:
    twice = "Hai ông đã gặp nhau ngày 16/1 ở Lima, vài ngày trước Tết, và thêm một lần nữa ngày 27/1 tại Viêng Chăn."
    assert day(f"{PERU} và {LAO} cùng là luật sư.", twice) == ["2025-01-16", "2025-01-27"]


def test_one_meeting_told_by_states_and_by_names() -> None:
    first = "Cuộc hội đàm Peru - Lào khai mạc tại Lima."
    assert told(first, f"{PERU} và {LAO} gặp nhau hôm 8/3.") == [("held", PAIR)]
    assert len(told("Peru và Lào hội đàm hôm 8/3.", f"Trước đây {PERU} đã từng gặp {LAO}.")) == 2
    guest = f"Ngày 8/3, {PERU} hội đàm với Thủ tướng Lào."
    assert told(guest, "Ông Morelli và ông Sonexay đã nói chuyện với nhau về nghề cá tại cuộc gặp.")[0][0] == "held"
    assert len(told(guest, "Ông Morelli và ông Sonexay đã bàn về nghề cá.")) == 1


def test_the_first_time_that_leaders_of_two_of_them_met() -> None:
    three = f"Ngày 8/3, {PERU}, {LAO} và {CHILE} họp tại Lima."
    assert len(told(three, "Đây là lần đầu lãnh đạo Peru và Lào gặp nhau.")) == 1


def test_a_word_said_to_somebody_may_be_a_call() -> None:
    word = f"{PERU} trực tiếp bày tỏ lo ngại với người đồng cấp Lào Khamphan Sivilay về nghề cá."
    assert len(told(word, "Ông Morelli và ông Sivilay đã trò chuyện qua điện thoại.")) == 1


DAYS = [
    (f"{PERU} hôm Chủ nhật đã thông báo với báo giới về cuộc gặp với {LAO} tại Lima hôm thứ Sáu.", ["2025-03-07"]),
    (f"{PERU} sẽ gặp {LAO} ngày 12/3 và, trên đường về, gặp {CHILE} ngày 14/3.", ["2025-03-12", "2025-03-14"]),
    (f"{CHILE} hôm thứ Năm lên án cuộc gặp một ngày trước đó ở Lima giữa {PERU} và {LAO}.", ["2025-03-05"]),
    (f"Quốc hội họp hôm thứ Tư; {PERU} và {LAO} đã hội đàm một ngày trước.", ["2025-03-04"]),
    (f"{PERU} sẽ gặp ông Đỗ Văn Ba, Ủy viên Quốc vụ viện Trung Quốc, ngày 12/3.", ["2025-03-12"]),
    (f"Ngày 11 tháng tới {PERU} sẽ hội đàm với {LAO}.", ["2025-04-11"]),
    (f"{PERU} gặp {LAO} sau nhiều tháng hai nước căng thẳng.", [""]),
    (f"{PERU} sẽ họp riêng với {LAO} trong ngày chủ nhật.", ["2025-03-16"]),
    (f"{PERU} đã gặp riêng {LAO} bên lề hội nghị ở Lima, một hãng tin cho biết ngày 6/3.", [""]),
    (f"Sau khi gặp {LAO}, {PERU} tuyên bố ngày 6/3 rằng giá cá sẽ tăng.", ["2025-03-06"]),
    (f"{PERU} tiếp {LAO}, người thuật lại chuyến đi hôm thứ Bảy tới Chile.", [""]),
    (f"Sau cuộc hội đàm giữa {PERU} và {LAO}, đình công sẽ tiếp tục trong ngày 11/3.", [""]),
    (f"Trưa 6/3 (giờ địa phương, tức rạng sáng 7/3 theo giờ Việt Nam), {PERU} gặp {LAO}.", ["2025-03-06"]),
    (f"Hôm 8/3 ông phát biểu. Đầu tuần, {PERU} cũng đã tới Viêng Chăn gặp {LAO}.", [""]),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_the_day_that_is_its_own(text: str, days: list[str]) -> None:
    assert day(text) == days


def test_february_is_a_month() -> None:
    assert day(f"Hồi tháng Hai, {PERU} gặp {LAO}.") == ["2025-02"]
    assert day(f"{PERU} gặp {LAO} hồi tháng hai năm ngoái.") == ["2024-02"]


def test_who_led_the_delegations_met() -> None:
    talks = "Cuộc họp của ủy ban biên giới hôm 8/3 diễn ra tại Lima."
    led = "Đoàn Peru do ông Carlos Morelli, Thứ trưởng Nông nghiệp, dẫn đầu"
    assert told(talks, f"{led}; phía Lào do ông Khamphan Sivilay cầm đầu.") == [("held", PAIR)]
    assert day(talks, f"{led}. Dẫn đầu đoàn Lào là ông Khamphan Sivilay.") == ["2025-03-08"]
    assert told(talks, "Dẫn đầu đoàn Peru là ông Carlos Morelli; phía Lào là ông Khamphan Sivilay.") == [("held", PAIR)]
    assert told(talks, "Ông Carlos Morelli dẫn đầu đoàn Peru, ông Khamphan Sivilay dẫn đầu đoàn Lào.") == [
        ("held", PAIR)
    ]
    assert told(talks, "Đoàn vận động viên Peru do ông Carlos Morelli dẫn đầu.") == []
    assert told(talks, f"{led}.", "Đoàn Peru khác do ông Juan Soto dẫn đầu.") == []
    assert told("Giải bóng đá khai mạc hôm 8/3.", f"{led}; phía Lào do ông Khamphan Sivilay cầm đầu.") == []


def test_who_came_to_what_somebody_chaired_met() -> None:
    chair = f"Ngày 8/3, {PERU} chủ trì hội nghị về nghề cá tại Lima."
    came = f"Dự họp có {LAO} và {CHILE}."
    assert told(chair, came) == [("held", {*PAIR, "Ana Rojas"})]
    assert day(chair, came) == ["2025-03-08"]
    home = "Dự họp có Bộ trưởng Tài chính Peru Juan Soto và Bộ trưởng Y tế Peru Luis Vega."
    assert told(chair, home) == []


def test_what_came_after_it_was_held() -> None:
    assert told(f"Tuyên bố do phía Lào đề nghị, sau khi {PERU} điện đàm với {LAO}.") == [("held", PAIR)]
    assert told(f"Giá cá tăng sau khi {PERU} đồng ý gặp {LAO}.")[0][0] == "planned"


def test_what_is_not_said_at_a_meeting_takes_it_not_away() -> None:
    assert told(f"{PERU} không nhắc tới nghề cá trong cuộc gặp {LAO} hôm 8/3.") == [("held", PAIR)]


def test_a_day_to_come_behind_a_comma_is_a_plan() -> None:
    off = "Hai nước trao đổi về cuộc họp Ủy ban biên giới giữa Lào và Peru, dự kiến tổ chức vào tháng 9/2025."
    assert told(off) == [("planned", {"la", "pe"})]


def test_persons_who_did_what_states_do_in_general_too() -> None:
    two = f"{PERU} và {LAO} cùng là luật sư."
    assert told(two, "Hai người đã họp tại Lima hôm 8/3.") == [("held", PAIR)]
    assert told(two, "Hai nước đã trao đổi nhiều hơn.") == []
    trade = "Đàm phán thương mại cấp cao Peru - Lào đã được nối lại tại Lima."
    assert told(trade) == [("held", {"la", "pe"})]
    assert told("Đàm phán thương mại Peru - Lào cần được nối lại.") == []


def test_two_in_one_sentence_are_two() -> None:
    text = f"{PERU} hôm 8/3 thảo luận với các quan chức Lào trước khi hội kiến {LAO}."
    assert len(told(text)) == 2


def test_the_time_at_the_head_of_a_sentence() -> None:
    two = f"{PERU} và {LAO} cùng là luật sư."
    assert day(two, "Đến tháng 1/2025, hai ông có cuộc hội đàm kín ở Lima.") == ["2025-01"]
    assert day(f"Cùng ngày 7/3, {PERU} đã gặp {LAO}.") == ["2025-03-07"]


def test_a_summit_of_three_is_named_after_them() -> None:
    text = "Cuộc gặp thượng đỉnh ba bên Peru - Lào - Chile dự kiến mở ngày 22/3 tại Lima."
    assert told(text) == [("planned", {"pe", "la", "cl"})]


def test_who_also_came_was_there() -> None:
    met = f"Ngày 8/3, {PERU} hội đàm với {LAO} tại Lima."
    assert told(met, f"{CHILE} cũng dự cuộc gặp.") == [("held", {*PAIR, "Ana Rojas"})]
    assert told(met, f"Phía châu Mỹ có {CHILE} và Ngoại trưởng Brazil Juan Soto.")[0][1] >= {"Ana Rojas", "Juan Soto"}
    assert told(met, "Ngoại trưởng Peru Juan Soto cũng dự cuộc gặp.") == [("held", PAIR)]
    assert told(met, "Trời Lima mưa.", f"{CHILE} cũng dự cuộc gặp của hội nhà văn.") == [("held", PAIR)]
    assert told(met, f"Phía Lima có {CHILE} phát biểu.") == [("held", PAIR)]


def test_after_what_is_still_to_come() -> None:
    text = f"Dự kiến, sau khi kết thúc cuộc gặp với {LAO} ngày 12/3, {PERU} sẽ về nước."
    assert told(text) == [("planned", PAIR)]


def test_before_that_on_a_day_of_its_own_is_another_one() -> None:
    now = f"{PERU} lên đường đi Lào để hội đàm với {LAO}."
    assert len(told(now, "Trước đó, hôm thứ Bảy, ông đã họp với các quan chức Lào.")) == 2
    assert len(told(f"Tại cuộc điện đàm, {PERU} và {LAO} bàn về nghề cá.", "Hai ông đã hội đàm lâu.")) == 1
