"""Meetings of three and the talks of two beside them: who chairs, who belongs to which, what is told of each.

Every sentence here is invented; the day is 10 March 2025.
"""

from __future__ import annotations

import pytest

from diemtin.events.met.grouping import group_meetings
from diemtin.news import Day
from tests.events.telling import meeting, sides, tell

LAOS = "Bộ trưởng Thương mại Lào Khamla Sivong"
THAILAND = "Bộ trưởng Thương mại Thái Lan Somsak Rattana"
CAMBODIA = "Bộ trưởng Thương mại Campuchia Sok Vannara"
ALL = {"Khamla Sivong", "Somsak Rattana", "Sok Vannara"}


@pytest.mark.parametrize(
    "text",
    [
        f"Cuộc họp ba bên ngày 7/3 do {LAOS} chủ trì, với sự tham dự của {THAILAND} và {CAMBODIA}.",
        f"Cuộc họp ngày 7/3 diễn ra dưới sự chủ trì của {LAOS}, với sự tham gia của {THAILAND} và {CAMBODIA}.",
        f"{LAOS} ngày 7/3 chủ trì cuộc họp với sự tham dự của {THAILAND} và {CAMBODIA}.",
        f"Ngày 7/3, {THAILAND} và {CAMBODIA} đã họp dưới sự chủ trì của {LAOS}.",
    ],
)
def test_who_chairs_takes_part(text: str) -> None:
    assert sides(text) == [ALL]


def test_who_chairs_and_one_guest() -> None:
    text = f"Cuộc họp ngày 7/3 do {LAOS} chủ trì, với sự tham dự của {THAILAND}."
    assert sides(text) == [{"Khamla Sivong", "Somsak Rattana"}]


@pytest.mark.parametrize("chair", ["{} chủ trì cuộc họp ngày 7/3", "Cuộc họp ngày 7/3 do {} chủ trì,"])
def test_ministers_under_their_own_head_are_no_meeting(chair: str) -> None:
    head = chair.format("Thủ tướng Lào Khamla Sivong")
    ministers = "Bộ trưởng Tài chính Lào Phosay Chanthavong và Bộ trưởng Thương mại Lào Bounmy Sayasone"
    assert sides(f"{head} với sự tham dự của {ministers}.") == []


def test_who_chairs_something_else_is_no_side() -> None:
    text = f"Ngày 7/3, {LAOS} và {THAILAND} đã họp về dự án cầu; lễ khởi công do {CAMBODIA} chủ trì vào tháng 5."
    assert sides(text) == [{"Khamla Sivong", "Somsak Rattana"}]


@pytest.mark.parametrize("joint", ["Ngoài", "Bên cạnh", "Bên lề"])
def test_talks_of_two_beside_a_meeting_of_three(joint: str) -> None:
    three, two = tell(
        f"Ngày 7/3, {LAOS}, {THAILAND} và {CAMBODIA} đã có cuộc họp ba bên tại Pakse, kéo dài hai giờ 20 phút.",
        f"{joint} cuộc họp ba bên, ông Khamla và ông Somsak còn có cuộc hội đàm kéo dài 40 phút.",
    ).meetings
    assert (three.form, three.minutes, len(three.participants)) == ("trilateral", 140, 3)
    assert {one.person for one in two.participants} == {"Khamla Sivong", "Somsak Rattana"}
    assert (two.form, two.minutes, two.place, two.date) == ("talks", 40, three.place, Day(2025, 3, 7))


def test_two_are_never_trilateral() -> None:
    met = meeting(f"Trong khuôn khổ cơ chế ba nước, ngày 7/3, {LAOS} và {THAILAND} đã có cuộc họp ba bên tại Pakse.")
    assert met.form == "meeting"


def test_a_pronoun_meets_one_of_the_three_alone() -> None:
    three, two = tell(
        f"Ngày 7/3, {LAOS}, {THAILAND} và {CAMBODIA} đã có cuộc họp ba bên tại Pakse.",
        "Ông Somsak khẳng định thỏa thuận có lợi cho nông dân. Trước đó cùng ngày, ông có cuộc gặp riêng 25 phút với "
        "ông Khamla về giá gạo nếp.",
    ).meetings
    assert len(three.cited) == 1
    assert three.minutes is None
    assert {one.person for one in two.participants} == {"Khamla Sivong", "Somsak Rattana"}
    assert (two.minutes, two.date, two.topics) == (25, Day(2025, 3, 7), ("giá gạo nếp",))


def test_a_pronoun_that_may_be_several_adds_nothing() -> None:
    (three,) = tell(
        f"Ngày 7/3, {LAOS}, {THAILAND} và {CAMBODIA} đã có cuộc họp ba bên tại Pakse.",
        "Tại cuộc gặp riêng kéo dài 25 phút với ông Khamla, ông nêu giá gạo nếp.",
    ).meetings
    assert len(three.cited) == 1
    assert three.minutes is None


def test_each_with_a_state_behind_the_name() -> None:
    text = (
        f"Ngày 7/3, {LAOS} đón ông Somsak Rattana của Thái Lan và ông Sok Vannara của Campuchia trong cuộc họp ba nước."
    )
    met = meeting(text)
    assert {(one.person, one.country) for one in met.participants} == {
        ("Khamla Sivong", "la"),
        ("Somsak Rattana", "th"),
        ("Sok Vannara", "kh"),
    }
    assert met.form == "trilateral"


def test_an_article_that_tells_both_means_two_meetings() -> None:
    both = tell(
        f"Ngày 7/3, {LAOS}, {THAILAND} và {CAMBODIA} đã có cuộc họp ba bên tại Pakse.",
        f"Ngày 7/3, {LAOS} đã hội đàm với {THAILAND}.",
    ).meetings
    apart = tell(f"Ngày 7/3, {THAILAND} đã có cuộc gặp riêng với {CAMBODIA}.").meetings
    again = tell(f"Ngày 7/3, {LAOS} gặp {THAILAND}.").meetings
    told = [("a", one) for one in both] + [("b", one) for one in apart] + [("c", one) for one in again]
    groups = [(len(one.meeting.participants), [teller for teller, _ in one.sources]) for one in group_meetings(told)]
    assert groups == [(3, ["a"]), (2, ["a", "c"]), (2, ["b"])]


def test_the_hour_of_the_clock_is_no_length() -> None:
    assert meeting(f"Cuộc họp 9 giờ 30 phút sáng 7/3 giữa {LAOS} và {THAILAND} diễn ra tại Pakse.").minutes is None


def test_how_long_the_same_paragraph_says_they_worked() -> None:
    texts = f"Ngày 7/3, {LAOS} đã hội đàm với {THAILAND} tại Pakse.", "Hai bộ trưởng làm việc trong ba giờ 15 phút."
    assert meeting(" ".join(texts)).minutes == 195
    assert meeting(*texts).minutes is None


@pytest.mark.parametrize(
    ("about", "topics"),
    [
        ("về giá điện mua từ thủy điện", ("giá điện mua từ thủy điện",)),
        ("về phân định biên giới trong cuộc gặp bên lề", ("phân định biên giới",)),
        ("rồi trở về nước", ()),
    ],
)
def test_what_they_met_about(about: str, topics: tuple[str, ...]) -> None:
    assert meeting(f"Ngày 7/3, {LAOS} đã gặp {THAILAND} {about}.").topics == topics


@pytest.mark.parametrize(
    "text",
    [
        f"Cuộc họp ngày 7/3 theo cơ chế ba bên do {LAOS} chủ trì, với sự tham dự của {THAILAND} và {CAMBODIA}.",
        f"Theo lời mời của {LAOS}, ngày 7/3, {THAILAND} đã hội đàm với {CAMBODIA}.",
    ],
)
def test_by_what_they_meet_is_no_source(text: str) -> None:
    assert meeting(text).chain == ()


def test_how_long_a_meeting_was() -> None:
    assert meeting(f"Ngày 7/3, {LAOS} và {THAILAND} đã có cuộc gặp dài 30 phút.").minutes == 30
