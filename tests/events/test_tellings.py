"""How the press tells that somebody met, cause by cause: what was missed or taken wrongly in texts nobody had tuned on.

Every sentence here is invented; the day is 10 March 2025.
"""

from __future__ import annotations

import pytest

from diemtin.news import Day
from tests.events.telling import meeting, tell, who

Met = tuple[set[str], str | None]


def told(*texts: str) -> list[Met]:
    """Who (a name, else a country) and when, of each meeting."""
    return [(who(met), str(met.date) if met.date else None) for met in tell(*texts).meetings]


TITLES = [
    # called in
    (
        "Ngày 7/3, Bộ trưởng Ngoại giao Pháp Jean-Noel Barrot đã triệu Đại sứ Mỹ Charles Kushner đến để hỏi về vụ này.",
        {"Jean-Noel Barrot", "Charles Kushner"},
    ),
    # those who are named out of many
    (
        ("Ngày 7/3, Tổng thống Nga Vladimir Putin đã gặp các nhà lãnh đạo Việt Nam, trong đó có Tổng Bí thư Tô Lâm."),
        {"Vladimir Putin", "Tô Lâm"},
    ),
    # a delegation by the name of its body
    (
        "Sáng 7/3, bà Trần Thị Hoa, Chủ tịch Nhóm Nghị sĩ Hữu nghị Việt Nam - Lào, đã tiếp đoàn Hiệp hội Văn hóa Lào.",
        {"Trần Thị Hoa", "la"},
    ),
    # titles before the name, parted by commas
    (
        (
            "Chiều 7/3, tại Trụ sở Trung ương Đảng, Thủ tướng Phạm Minh Chính đã tiếp thân mật Ủy viên Bộ Chính "
            "trị, Bí thư "
            "Ban Bí thư, Trưởng đoàn đại biểu Đảng Nhân dân Cách mạng Lào Khamphan Sivilay đang ở thăm Việt Nam."
        ),
        {"Phạm Minh Chính", "Khamphan Sivilay"},
    ),
    # titles behind the name
    (
        (
            "Ngày 7/3, Thủ tướng Phạm Minh Chính đã tiếp bà Anna Lindholm, Đại sứ Thụy Điển tại Việt Nam, đến "
            "chào từ biệt."
        ),
        {"Phạm Minh Chính", "Anna Lindholm"},
    ),
    (
        (
            "Ngày 7/3, Thượng tướng Lê Văn Bình, Ủy viên Trung ương Đảng, Thứ trưởng Quốc phòng và ngài John "
            "Carter, Thứ trưởng "
            "Quốc phòng Canada đồng chủ trì Đối thoại chính sách quốc phòng Việt Nam-Canada lần thứ 2."
        ),
        {"Lê Văn Bình", "John Carter"},
    ),
    # who leads a delegation
    (
        (
            "Ngày 7/3, Phó Chủ tịch Quốc hội Trần Thị Hoa đã tiếp Đoàn đại biểu Quốc hội Lào do ông Khamphan "
            "Sivilay, Phó Chủ tịch "
            "Quốc hội Lào làm trưởng đoàn."
        ),
        {"Trần Thị Hoa", "Khamphan Sivilay"},
    ),
    # brackets, and the state of the office in "nước này"
    (
        (
            "Bộ Quốc phòng Trung Quốc cho biết ngày 7/3, Bộ trưởng Quốc phòng nước này Lương Chí Quân (phải) đã "
            "có cuộc thảo luận "
            "với Bộ trưởng Hải quân Mỹ Ray Miller."
        ),
        {"Lương Chí Quân", "Ray Miller"},
    ),
    # address and name behind an office without a name
    (
        (
            "Ngày 7/3, Thủ tướng Thái Lan Anan Chaiyasit đã gặp nhà lãnh đạo dân chủ của Miến Điện, bà Khin Mya "
            "Thida, ở Yangon."
        ),
        {"Anan Chaiyasit", "Khin Mya Thida"},
    ),
]


@pytest.mark.parametrize(("text", "people"), TITLES)
def test_titles_around_a_name_belong_to_it(text: str, people: set[str]) -> None:
    assert told(text) == [(people, "2025-03-07")]


SIDES = [
    # a comma ends the phrase that opens the sentence
    (
        (
            "Ông Myers xác nhận, trong các cuộc thảo luận hôm 7/3 với Thủ tướng Anh Keir Starmer, Tổng thống "
            "Pháp Emmanuel "
            "Macron đã nêu vấn đề thuế quan."
        ),
        [({"Keir Starmer", "Emmanuel Macron"}, "2025-03-07")],
    ),
    (
        (
            "Thay vì gặp Thủ tướng Anh Keir Starmer, ngày 12/3 tới Tổng thống Pháp Emmanuel Macron sẽ hội đàm "
            "với Thủ tướng Đức "
            "Olaf Scholz."
        ),
        [({"Emmanuel Macron", "Olaf Scholz"}, "2025-03-12")],
    ),
    # quotation marks around the meeting
    (
        'Ngày 7/3, Ngoại trưởng Nga Sergei Lavrov đã có "cuộc thảo luận rất dài và hữu ích" với Ngoại trưởng Mỹ Marco Rubio.',
        [({"Sergei Lavrov", "Marco Rubio"}, "2025-03-07")],
    ),
    # passive
    (
        "Ngoại trưởng Mỹ Marco Rubio đến Warsaw hôm 7/3. Tại đây ông đã được Thủ tướng Ba Lan Donald Tusk tiếp.",
        [({"Marco Rubio", "Donald Tusk"}, "2025-03-07")],
    ),
    # one after the other
    (
        (
            "Ngày 7/3, Thủ tướng Anh Keir Starmer đã điện đàm với Tổng thống Pháp Emmanuel Macron và Thủ tướng "
            "Đức Olaf Scholz."
        ),
        [({"Keir Starmer", "Emmanuel Macron"}, "2025-03-07"), ({"Keir Starmer", "Olaf Scholz"}, "2025-03-07")],
    ),
    # coordinated verbs
    (
        (
            "Ngày 7/3, Thủ tướng Anh Keir Starmer đã hội đàm với Tổng thống Pháp Emmanuel Macron; hội kiến Chủ "
            "tịch Hạ viện Pháp "
            "Jean Dupont."
        ),
        [({"Keir Starmer", "Emmanuel Macron"}, "2025-03-07"), ({"Keir Starmer", "Jean Dupont"}, "2025-03-07")],
    ),
    # present at the talks
    (
        (
            "Ngày 7/3, tại Istanbul đã diễn ra cuộc gặp thượng đỉnh với sự có mặt của Tổng thống Pháp Emmanuel "
            "Macron, Thủ tướng Đức "
            "Olaf Scholz và Thủ tướng Anh Keir Starmer."
        ),
        [({"Emmanuel Macron", "Olaf Scholz", "Keir Starmer"}, "2025-03-07")],
    ),
    # a group of the sentence before
    (
        (
            "Ngày 7/3, Hàn Quốc và Triều Tiên ra thông cáo chung. Đại diện hai nước này đưa ra thông cáo sau "
            "cuộc đàm phán tại Seoul."
        ),
        [({"kr", "kp"}, "2025-03-07")],
    ),
    # "nước này", members in brackets
    (
        "Theo Bộ Ngoại giao Trung Quốc, ngày 7/3 nước này và Mỹ đã tiến hành vòng tham vấn tại Thượng Hải.",
        [({"cn", "us"}, "2025-03-07")],
    ),
    (
        "Ngày 7/3, Iran và nhóm ba nước châu Âu gồm Anh, Pháp và Đức đã tổ chức các cuộc đàm phán tại Vienna.",
        [({"ir", "gb", "fr", "de"}, "2025-03-07")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_who_stands_on_which_side(text: str, expected: list[Met]) -> None:
    found = told(*text.split(". "))
    assert len(found) == len(expected)
    assert all(one in found for one in expected)


DAYS = [
    # the day of the telling is no day of the meeting
    (
        (
            "Ngày 5/3, Điện Kremlin cho biết Tổng thống Nga Vladimir Putin sẽ gặp Tổng thống Iran Masoud "
            "Pezeshkian vào ngày 14/3."
        ),
        Day(2025, 3, 14),
    ),
    # "tuần qua" is no day, nor is the day of the sentence before
    (
        (
            "Ngày 8/3, EU ra tuyên bố. Ngoại trưởng Nga Sergei Lavrov đã có cuộc gặp với Ngoại trưởng Mỹ Marco "
            "Rubio trong tuần qua."
        ),
        None,
    ),
    # "lần thứ 2" is no Monday
    (
        "Sáng 6/3, Thủ tướng Anh Keir Starmer và Tổng thống Pháp Emmanuel Macron hội đàm lần thứ 2 tại Paris.",
        Day(2025, 3, 6),
    ),
    # the month left out
    ("Chiều 6, Thủ tướng Anh Keir Starmer đã gặp Tổng thống Pháp Emmanuel Macron.", Day(2025, 3, 6)),
    # the days of the visit stand nearer
    (
        (
            "Ngày 6/3, trong khuôn khổ chuyến thăm từ ngày 5-8/3 của Thủ tướng Anh, Tổng thống Pháp Emmanuel "
            "Macron đã gặp "
            "Thủ tướng Anh Keir Starmer."
        ),
        Day(2025, 3, 6),
    ),
    # another day stands before "before"
    (
        (
            "Hội nghị ba bên sẽ diễn ra ngày 22/3 tại New York, một ngày trước khi Tổng thống Mỹ Donald Trump có cuộc gặp "
            "với Tổng thống Nga Vladimir Putin."
        ),
        None,
    ),
    # what somebody did before he will meet
    (
        (
            "Tổng thống Pháp Emmanuel Macron hôm thứ Hai đã khởi hành đi Bắc Kinh, nơi ông dự kiến sẽ có cuộc gặp với Chủ "
            "tịch Trung Quốc Tập Cận Bình."
        ),
        None,
    ),
    # a picture before a meeting that is over
    (
        "Thủ tướng Anh Keir Starmer cùng Tổng thống Pháp Emmanuel Macron trước cuộc gặp tại Paris hôm 4/3.",
        Day(2025, 3, 4),
    ),
    # a year far behind, in the same clause
    (
        (
            "Đây là lần đầu tiên kể từ khi Thủ tướng Anh Keir Starmer gặp Tổng thống Pháp Emmanuel Macron tại một hòn đảo "
            "nhỏ ở miền nam nước Pháp vào năm 2004."
        ),
        Day(2004),
    ),
    # a loose time before, the day behind
    (
        "Trước đó, Thủ tướng Anh Keir Starmer và Tổng thống Pháp Emmanuel Macron đã gặp nhau bên lề một hội nghị hôm 30/1.",
        Day(2025, 1, 30),
    ),
    # since when, with a month and a stop
    (
        (
            "Đây là cuộc gặp đầu tiên kể từ khi Tổng thống Nga Vladimir Putin gặp Tổng thống Mỹ Joe Biden tại "
            "Geneva vào tháng 6.2021."
        ),
        Day(2021, 6),
    ),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_which_day_is_that_of_the_meeting(text: str, day: Day | None) -> None:
    assert meeting(*text.split(". ")).date == day


NONE = [
    "Thủ tướng New Zealand Christopher Luxon và Thủ tướng Ấn Độ Narendra Modi nhất trí nối lại đàm phán thương mại.",
    "Từ năm 2021 đến nay, Ngoại trưởng Đức Johann Wadephul và Ngoại trưởng Nga Sergei Lavrov đã gặp nhau ba lần.",
    "Kể từ khi nhậm chức, Tổng thống Mỹ Donald Trump đã nỗ lực phục hồi các cuộc đàm phán hòa bình Israel - Palestine.",
    "Ngoại trưởng Mỹ Marco Rubio sẽ đến vùng Vịnh để thảo luận với các đồng minh về biện pháp kiềm chế Iran.",
    "Theo nhiều nguồn tin, lãnh đạo Ấn Độ và Nga sẽ thảo luận thêm về tàu ngầm.",
    "Thủ tướng Việt Nam và Thủ tướng Nhật Bản tiến hành các cuộc gặp khá thường xuyên?",
    "Ngoại trưởng Mỹ Marco Rubio đến Brussels nhằm khôi phục các cuộc đàm phán hòa bình giữa Israel và Palestine.",
    "Chính phủ Afghanistan cấm các chỉ huy Taliban tham gia các cuộc đàm phán với Kabul.",
    "Ông Donald Trump và ông Vladimir Putin không gặp nhau, dù cả hai nhà lãnh đạo đều tham dự hội nghị cấp cao.",
    "Chủ tịch nước Lương Cường và tổ đại biểu Quốc hội tiếp xúc cử tri huyện Củ Chi.",
    "Bộ trưởng Bộ Công Thương Nguyễn Hồng Diên, Bộ trưởng Bộ Y tế Đào Hồng Lan đồng chủ trì hội nghị.",
    "Phóng viên hỏi về trường hợp Garrett trong buổi hội đàm với Ngoại trưởng Trung Quốc Vương Nghị.",
    "Ngày 7/3, ông Lê Văn Bình trao quyết định nghỉ hưu cho ông Trần Văn Sơn, Phó Chủ tịch UBND tỉnh.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_meeting_of_two_sides(text: str) -> None:
    assert told(text) == []


def test_the_subject_of_the_sentence_before_is_the_side_that_is_not_named() -> None:
    met = meeting(
        "Trong sáu ngày ở Yangon, đặc sứ LHQ John Carter chỉ gặp vài quan chức.",
        "Một cuộc gặp đã định với Tổng thống Myanmar Thein Sein bị bãi bỏ.",
    )
    assert {one.person for one in met.participants} == {"John Carter", "Thein Sein"}
    assert met.status == "cancelled"


def test_who_invites_takes_part() -> None:
    found = told(
        "Ngoại trưởng Đức Johann Wadephul đã mời Ngoại trưởng Nga Sergei Lavrov tham gia hội đàm vào ngày 15/3 tới."
    )
    assert found == [({"Johann Wadephul", "Sergei Lavrov"}, "2025-03-15")]


def test_states_told_again_are_no_second_meeting() -> None:
    found = told(
        "Ngày 12/3, Tổng thống Mỹ Donald Trump sẽ gặp nhà lãnh đạo Triều Tiên Kim Jong-un tại Singapore.",
        "Ông Trump cảm ơn Singapore đã làm chủ nhà cho cuộc gặp thượng đỉnh Mỹ - Triều Tiên.",
    )
    assert found == [({"Donald Trump", "Kim Jong-un"}, "2025-03-12")]


def test_the_headline_tells_what_the_text_does_not() -> None:
    found = tell(
        "Cuộc gặp diễn ra một ngày trước hội nghị thượng đỉnh.",
        title="Tổng thống Pháp Emmanuel Macron gặp Thủ tướng Anh Keir Starmer",
    ).meetings
    assert [({one.person for one in met.participants}, met.date) for met in found] == [
        ({"Emmanuel Macron", "Keir Starmer"}, None)
    ]


def test_when_and_where_it_takes_place_is_said_in_a_sentence_of_its_own() -> None:
    sides = "Ngoại trưởng Đức Johann Wadephul sẽ hội đàm với Ngoại trưởng Nga Sergei Lavrov."
    met = meeting(sides, "Cuộc gặp dự kiến diễn ra vào ngày 12/3 tại Vienna.")
    assert (met.date, met.place, met.status) == (Day(2025, 3, 12), "Vienna", "planned")
    assert len(met.cited) == 2
    before = meeting("Theo Bộ Ngoại giao Đức, cuộc gặp sẽ diễn ra ngày 12/3.", sides)
    assert before.date == Day(2025, 3, 12)


def test_a_day_that_contradicts_or_bounds_is_not_the_meetings() -> None:
    sides = "Ngày 7/3, Ngoại trưởng Đức Johann Wadephul đã hội đàm với Ngoại trưởng Nga Sergei Lavrov."
    assert meeting(sides, "Cuộc gặp diễn ra sau khi hai nước ký thỏa thuận hôm 2/3.").date == Day(2025, 3, 7)
    assert meeting(sides, "Cuộc gặp diễn ra ngày 8/3 tại Vienna.").date == Day(2025, 3, 7)
    assert meeting(sides, "Cuộc gặp sẽ diễn ra ngày 20/3 tại Vienna.").date == Day(2025, 3, 7)


def test_the_meeting_before_this_one_is_another_of_the_same_people() -> None:
    found = told(
        "Ngày 7/3, Ngoại trưởng Đức Johann Wadephul đã hội đàm với Ngoại trưởng Nga Sergei Lavrov.",
        "Cuộc gặp gần nhất của hai ông diễn ra ngày 3/2 ở Geneva.",
    )
    people = {"Johann Wadephul", "Sergei Lavrov"}
    assert found == [(people, "2025-03-07"), (people, "2025-02-03")]


def test_the_guests_of_a_conference_with_a_name_of_its_own() -> None:
    met = meeting(
        "Hội nghị thượng đỉnh G7 khai mạc ngày 9/3 tại Kananaskis, Canada với sự tham dự của Thủ tướng Canada Mark Carney, "
        "Tổng thống Pháp Emmanuel Macron và Tổng thống Mỹ Donald Trump."
    )
    assert {one.person for one in met.participants} == {"Mark Carney", "Emmanuel Macron", "Donald Trump"}
    assert (met.form, met.date) == ("summit", Day(2025, 3, 9))


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Đặc phái viên Mỹ Steve Witkoff và Ngoại trưởng Iran Abbas Araghchi dự kiến gặp hôm 15/3, nhưng cuộc gặp đã bị hủy.",
        ),
        (
            "Đặc phái viên Mỹ Steve Witkoff và Ngoại trưởng Iran Abbas Araghchi dự kiến gặp nhau ở Muscat hôm 15/3.",
            "Cuộc gặp sau đó bị hoãn vì lý do an ninh.",
        ),
    ],
)
def test_what_was_planned_is_called_off_behind_it(texts: tuple[str, ...]) -> None:
    met = meeting(*texts)
    assert (met.status, met.date, len(met.cited)) == ("cancelled", Day(2025, 3, 15), len(texts))


def test_who_rings_up_calls() -> None:
    met = meeting(
        "Ngày 7/3, Tổng Thư ký Liên Hợp Quốc Antonio Guterres đã gọi điện cho Tổng thống Iran Masoud Pezeshkian."
    )
    assert met.form == "phone_call"


def test_an_ambassador_by_his_post_and_his_name() -> None:
    met = meeting("Đại sứ Việt Nam tại Mỹ Nguyễn Quốc Dũng hôm 7/3 đã gặp Bộ trưởng Thương mại Mỹ Howard Lutnick.")
    assert {one.person for one in met.participants} == {"Nguyễn Quốc Dũng", "Howard Lutnick"}


def test_the_occasion_opens_the_sentence() -> None:
    met = meeting(
        "Bên lề Hội nghị cấp cao ASEAN lần thứ 46 tại Kuala Lumpur, ngày 7/3, Thủ tướng Phạm Minh Chính đã gặp "
        "Thủ tướng Lào Sonexay Siphandone."
    )
    assert met.occasion == "Hội nghị cấp cao ASEAN lần thứ 46"


def test_a_call_is_no_meeting_in_a_room() -> None:
    met = tell(
        "Tổng thống Mỹ Donald Trump sẽ điện đàm với Tổng thống Ukraine Volodymyr Zelensky.",
        "Dự kiến ông Zelensky tới Washington ngày 18/3 để gặp ông Trump.",
    ).meetings
    assert [(one.form, str(one.date) if one.date else None) for one in met] == [
        ("phone_call", None),
        ("meeting", "2025-03-18"),
    ]


def test_one_who_met_two_and_then_each_of_them_apart_met_twice() -> None:
    found = told(
        "Ngày 7/3, Ngoại trưởng Trung Quốc Vương Nghị đã có cuộc gặp với Ngoại trưởng Đức Johann Wadephul và "
        "Ngoại trưởng Nga Sergei Lavrov tại Vienna.",
        "Trong cuộc gặp với ông Wadephul, ông Vương kêu gọi hợp tác.",
        "Cùng ngày, ông Vương cũng có cuộc gặp riêng với ông Lavrov.",
    )
    assert found == [
        ({"Vương Nghị", "Johann Wadephul"}, "2025-03-07"),
        ({"Vương Nghị", "Sergei Lavrov"}, "2025-03-07"),
    ]
