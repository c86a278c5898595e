"""Officers told as a group, lists of who came, and what is told too vaguely to be a meeting.

Every sentence here is invented; the day is 10 March 2025.
"""

from __future__ import annotations

import pytest

from diemtin.news import Day
from tests.events.telling import meeting, sides, tell

THREE = "Ngoại trưởng Peru Carlos Morelli, Ngoại trưởng Lào Khamphan Sivilay và Ngoại trưởng Chile Ana Rojas"
NAMES = {"Carlos Morelli", "Khamphan Sivilay", "Ana Rojas"}


BELOW = [
    "Hai nước mới chỉ gặp nhau ở cấp vụ trưởng hôm 3/3.",
    "Trước đây Peru và Chile đã đàm phán ở cấp chuyên viên.",
    "Các cuộc đàm phán cấp kỹ thuật giữa Peru và Chile diễn ra tại Lima.",
    "Những cuộc hội đàm cấp thứ trưởng giữa Lào và Peru diễn ra từ năm 2021.",
]


@pytest.mark.parametrize("text", BELOW)
def test_officials_below_ministers_are_no_states(text: str) -> None:
    assert sides("Ngày 7/3, quan hệ giữa Peru và Chile được cải thiện.", text) == []


def test_states_meet_at_the_level_of_ministers_and_people_at_any() -> None:
    assert sides("Cuộc đàm phán cấp cao giữa Lào và Peru diễn ra ngày 5/3.") == [{"la", "pe"}]
    assert sides(
        "Ngày 5/3, Thứ trưởng Ngoại giao Lào Khamphan Sivilay gặp Thứ trưởng Ngoại giao Peru Carlos Morelli, "
        "cuộc gặp đầu tiên ở cấp thứ trưởng."
    ) == [{"Khamphan Sivilay", "Carlos Morelli"}]
    assert sides("Peru và Chile đàm phán cấp chuyên viên tại Lima hôm 5/3.") == [{"pe", "cl"}]
    assert sides("Ngày 5/3, Lima công bố kết quả cuộc đàm phán cấp chuyên viên Peru - Chile.") == [{"pe", "cl"}]


def test_a_school_is_no_level() -> None:
    assert sides("Ngày 5/3, Lào và Peru hội đàm tại Trường Trung cấp Kỹ thuật số 2.") == [{"la", "pe"}]


YEARS = [
    "Hai nước đã gặp nhau vào các năm 2018 và 2019.",
    "Peru và Chile từng hội đàm trong năm 2016, 2018 và 2020.",
    "Peru và Chile đã đàm phán từ năm 2015 đến năm 2019.",
]


@pytest.mark.parametrize("text", YEARS)
def test_a_list_of_years_is_not_the_day_of_the_article(text: str) -> None:
    assert sides("Ngày 7/3, quan hệ giữa Peru và Chile được cải thiện.", text) == []


def test_years_of_something_else_take_no_meeting_away() -> None:
    (told,) = tell("Ngày 7/3, Peru và Chile hội đàm, sau các cuộc đàm phán trong năm 2018 và 2019.").meetings
    assert told.date == Day(2025, 3, 7)
    assert meeting("Ngày 7/3, Peru và Chile hội đàm nhằm sửa thỏa thuận của các năm 2018 và 2019.").date == Day(
        2025, 3, 7
    )


GOING_ON = [
    "Theo thông cáo, hai bộ trưởng nhất trí tiếp tục đàm phán về nghề cá.",
    "Hai bên đồng ý tiếp tục tiến hành các cuộc đàm phán trong năm tới.",
    "Peru và Chile sẽ tiếp tục đàm phán hiệp định này.",
]


@pytest.mark.parametrize("text", GOING_ON)
def test_to_go_on_negotiating_at_some_time_is_no_meeting(text: str) -> None:
    found = sides(f"Ngày 7/3, {THREE.split(', ')[0]} hội đàm với Ngoại trưởng Chile Ana Rojas tại Lima.", text)
    assert found == [{"Carlos Morelli", "Ana Rojas"}]


def test_to_go_on_negotiating_on_a_day_is_one() -> None:
    told = meeting("Peru và Chile sẽ tiếp tục đàm phán vào ngày 20/3 tại Lima.")
    assert (told.status, told.date) == ("planned", Day(2025, 3, 20))


def test_who_came_is_listed_behind_the_word() -> None:
    (told,) = tell(
        "Bên lề Hội nghị Khí hậu Nam Mỹ, ngoại trưởng ba nước hôm 8/3 cam kết bảo vệ rừng.",
        f"Tham dự cuộc gặp có tân {THREE}.",
        title="Ba nước cam kết bảo vệ rừng tại Santiago",
    ).meetings
    assert {one.person for one in told.participants} == NAMES
    assert (told.status, told.form, told.date) == ("held", "trilateral", Day(2025, 3, 8))
    assert (told.place, told.occasion) == ("Santiago", "Hội nghị Khí hậu Nam Mỹ")


@pytest.mark.parametrize("word", ["tân", "đương kim", "quyền"])
def test_a_word_before_the_office_breaks_no_title(word: str) -> None:
    found = sides("Ngày 8/3 diễn ra đối thoại về biển.", f"Dự cuộc họp có {word} {THREE}.")
    assert found == [NAMES]


@pytest.mark.parametrize("words", ["Cuộc gặp có sự tham dự của", "Có mặt tại cuộc gặp là", "Dự cuộc gặp này gồm có"])
def test_who_came_is_said_in_several_ways(words: str) -> None:
    assert sides("Ngày 8/3 diễn ra đối thoại về biển.", f"{words} {THREE}.") == [NAMES]


def test_who_will_come_is_planned() -> None:
    told = meeting(f"Theo nguồn tin này, tham dự cuộc họp ngày 20/3 sẽ có {THREE}.")
    assert (told.status, told.date) == ("planned", Day(2025, 3, 20))


def test_those_beside_are_no_meeting_of_their_own() -> None:
    first = "Ngày 7/3, Tổng thống Peru Luis Vargas hội đàm với Thủ tướng Lào Sonexay Siphandone."
    alone = [{"Luis Vargas", "Sonexay Siphandone"}]
    assert sides(first, f"Tham dự cuộc hội đàm có {THREE}.") == alone
    assert sides(first, f"Cùng dự cuộc hội đàm có {THREE}.") == alone
    assert sides("Ngày 7/3, hội nghị khai mạc.", f"Tham dự Hội nghị có {THREE}.") == []


GROUPS = [
    "Cuộc họp ngoại trưởng ba bên lần thứ tư diễn ra ngày 7/3 tại Lima.",
    "Hội nghị ba bên cấp ngoại trưởng khai mạc hôm 7/3 tại Lima.",
    "Cuộc gặp thứ hai giữa ngoại trưởng ba nước diễn ra ngày 7/3 tại Lima.",
    "Ngoại trưởng ba nước ngày 7/3 đã gặp nhau tại Lima.",
    "Ngoại trưởng ba nước Peru, Lào và Chile đã họp ngày 7/3 tại Lima.",
    "Các ngoại trưởng ba nước hôm 7/3 nhóm họp tại Lima.",
]


@pytest.mark.parametrize("text", GROUPS)
def test_ministers_told_as_a_group_are_those_the_article_lists(text: str) -> None:
    told = meeting(text, f"Tuyên bố do {THREE} ký, gồm bảy điểm.", "Cuộc họp kéo dài hai giờ.")
    assert {one.person for one in told.participants} == NAMES
    assert (told.form, told.date, told.place) == ("trilateral", Day(2025, 3, 7), "Lima")


def test_ministers_told_as_a_group_stay_unknown_where_more_or_fewer_are_named() -> None:
    text = "Cuộc họp ngoại trưởng ba bên lần thứ tư diễn ra ngày 7/3 tại Lima."
    assert sides(text, "Ngoại trưởng Peru Carlos Morelli và Ngoại trưởng Lào Khamphan Sivilay tỏ ra lạc quan.") == []
    assert sides(text, f"{THREE} tỏ ra lạc quan.", "Ngoại trưởng Bolivia Juan Quispe phản đối.") == []


def test_who_is_minister_now_was_not_at_the_meeting_of_years_ago() -> None:
    text = "Cuộc họp ngoại trưởng ba bên đầu tiên diễn ra ngày 3/5/2019 tại Lima."
    assert sides(f"{THREE} tỏ ra lạc quan.", text) == []
