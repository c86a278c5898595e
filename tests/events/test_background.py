"""Meetings told in passing in news of the world, of politics and of business: who takes part, and whether there was one.

Every sentence here is invented; the day is 10 March 2025. What is asserted are the participants, a name or else a state.
"""

from __future__ import annotations

import pytest

from tests.events.telling import sides, tell

People = set[str]


SHARED = [
    # one title, two states with their ministers
    (
        "Ngày 7/3, hai ngoại trưởng Nga Sergei Lavrov và Mỹ Marco Rubio gặp nhau tại Riyadh.",
        {"Sergei Lavrov", "Marco Rubio"},
    ),
    (
        "Ngày 7/3, hai bộ trưởng quốc phòng Lào Khamphan Sivilay và Peru Carlos Morelli đã hội đàm.",
        {"Khamphan Sivilay", "Carlos Morelli"},
    ),
    # one title, several states
    (
        "Ngày 7/3, Thủ tướng Lào Sonexay Siphandone gặp Ngoại trưởng Đức, Pháp trong nỗ lực thúc đẩy hợp tác.",
        {"Sonexay Siphandone", "Annalena Baerbock", "Jean-Noël Barrot"},
    ),
    (
        "Ngày 7/3, các ngoại trưởng Peru, Chile và Lào đã gặp nhau tại Lima.",
        {"pe", "cl", "Thongsavanh Phomvihane"},
    ),
    # one title, several names
    (
        "Ngày 7/3, các thượng nghị sĩ Mỹ John Miller, Ann Carter và Joe Lane đã gặp Tổng thống Peru Carlos Morelli.",
        {"John Miller", "Ann Carter", "Joe Lane", "Carlos Morelli"},
    ),
    # a company's name, its country in brackets, and its head
    (
        "Chiều 7/3, Thủ tướng Phạm Minh Chính tiếp Chủ tịch Tập đoàn Hanbit (Hàn Quốc) Kim Min Su.",
        {"Phạm Minh Chính", "Kim Min Su"},
    ),
]


@pytest.mark.parametrize(("text", "people"), SHARED)
def test_a_title_printed_once_is_that_of_all(text: str, people: People) -> None:
    assert sides(text) == [people]


def test_the_state_behind_a_comma_acts_itself() -> None:
    (people,) = sides("Sau cuộc gặp với Ngoại trưởng Đức, Pháp tuyên bố sẽ tăng viện trợ.")
    assert people == {"Annalena Baerbock", "fr"}


SIGNED = [
    # for whom they sign, and who looks on, are no sides
    (
        (
            "Ngày 7/3, Thứ trưởng Trần Văn Hùng và Thứ trưởng Thương mại Peru Carlos Morelli đã thay mặt Chính phủ hai "
            "nước ký thỏa thuận."
        ),
        {"Trần Văn Hùng", "Carlos Morelli"},
    ),
    (
        (
            "Ngày 7/3, trước sự chứng kiến của Phó Thủ tướng Lê Văn Bình, Thứ trưởng Trần Văn Hùng và Đại sứ Peru Carlos "
            "Morelli đã ký thỏa thuận."
        ),
        {"Trần Văn Hùng", "Carlos Morelli"},
    ),
    # states, on a day
    ("Ngày 12/3, Peru, Chile và Lào sẽ ký hiệp định hàng không.", {"pe", "cl", "la"}),
]


@pytest.mark.parametrize(("text", "people"), SIGNED)
def test_who_signs_together(text: str, people: People) -> None:
    assert sides(text) == [people]


PLACED = [
    # officials of a place are those of its state
    ("Sau khi thảo luận với các giới chức ở Tokyo, đặc sứ Mỹ John Carter sẽ đến Lima.", {"John Carter", "jp"}),
    # whom one meets is only said by where one goes
    ("Ngày 7/3, Ngoại trưởng Peru Carlos Morelli đã tới Vientiane để hội đàm về hợp tác.", {"Carlos Morelli", "la"}),
    # what they talk about stands before with whom
    (
        (
            "Ngày 7/3, Ngoại trưởng Peru Carlos Morelli trao đổi những vấn đề liên quan đến quan hệ Peru - Lào với Thủ tướng "
            "Lào Sonexay Siphandone."
        ),
        {"Carlos Morelli", "Sonexay Siphandone"},
    ),
]


@pytest.mark.parametrize(("text", "people"), PLACED)
def test_the_other_side_is_told_by_a_place_or_after_the_topic(text: str, people: People) -> None:
    assert sides(text) == [people]


BODIES = [
    # calls to somebody
    (
        "Hôm 7/3, bà Angela Rojas, Tổng thống Chile, đã gọi điện tới Tổng thống Peru Carlos Morelli.",
        {"Angela Rojas", "Carlos Morelli"},
    ),
    # members of a group on one side, their abbreviations beside them
    (
        (
            "Hôm 7/3, cuộc đàm phán giữa Chính phủ Peru với bộ ba chủ nợ gồm Quỹ Tiền tệ Quốc tế IMF, Liên minh châu Âu EU và "
            "ECB đã kết thúc."
        ),
        {"pe", "imf", "eu", "ecb"},
    ),
    # "phía", and a body as one of the sides
    ("Hôm 7/3, Bộ Ngoại giao Pakistan xác nhận đã có các cuộc đàm phán với phía Afghanistan.", {"pk", "af"}),
    # who heads a body, behind a dash
    (
        (
            "Hôm 7/3, người đứng đầu cơ quan đối ngoại của chính quyền Taliban - ông Amir Rahmani đã tiếp Đại sứ Peru Carlos "
            "Morelli."
        ),
        {"Amir Rahmani", "Carlos Morelli"},
    ),
    # bodies of a state
    (
        "Hôm 7/3, Bộ trưởng Ngoại giao Bùi Thanh Sơn đã làm việc với các cơ quan, đơn vị của Peru.",
        {"Bùi Thanh Sơn", "pe"},
    ),
    # a weekday with capitals, and officials of both states
    (
        "Cuộc điện đàm tối Thứ Năm giữa Tổng thống Chile Angela Rojas và Thủ tướng Peru Carlos Morelli kéo dài 50 phút.",
        {"Angela Rojas", "Carlos Morelli"},
    ),
    ("Hôm nay, các quan chức cấp cao Peru và Chile bắt đầu nhóm họp tại Lima.", {"pe", "cl"}),
    ("Hôm 7/3, Thủ tướng Phạm Minh Chính hội kiến với Chủ tịch Hạ nghị viện Peru.", {"Phạm Minh Chính", "pe"}),
]


@pytest.mark.parametrize(("text", "people"), BODIES)
def test_bodies_and_officials_stand_for_a_state(text: str, people: People) -> None:
    assert sides(text) == [people]


NONE = [
    # both on one side, guests at a welcome
    "Chiều 7/3, Thủ tướng Phạm Minh Chính và Phó Thủ tướng Lê Văn Bình đã có buổi làm việc với Ban Thường vụ Hội Nhà báo.",
    "Sáng 7/3, Bộ trưởng Lê Văn Bình đã tham dự Lễ đón Tổng thống Peru Carlos Morelli.",
    "Chủ tịch nước Lương Cường cùng phu nhân đến thăm Lào hôm 7/3.",
    # beside others at a meal, a guest at a dinner, an address that is no state, an idea
    "Trước đó, Tổng thống Peru Carlos Morelli đã tham dự buổi ăn trưa của hội nghị với các nguyên thủ G20 khác.",
    "Tối 7/3, Bộ trưởng Lê Văn Bình cũng đã tham dự tiệc chiêu đãi Tổng thống Peru Carlos Morelli.",
    "Kế hoạch tổ chức một cuộc họp giữa phe Taliban với các giới chức Peru đã bị chỉ trích.",
    "Ngày 7/3, Tổng thống Peru Carlos Morelli đã bác bỏ việc tiến hành các cuộc đàm phán song phương với Moscow.",
    "Chính phủ Lào đang yêu cầu gặp các nhà đàm phán của Peru, Chile và Cuba tại Vienna để thảo luận bế tắc.",
    "Sau lễ ký kết, Peru và Lào sẽ ra tuyên bố chung.",
    # a seat of organisations is no other side
    "Ngày 7/3, Ngoại trưởng Peru Carlos Morelli đã tới Geneva để thảo luận về biến đổi khí hậu.",
    "Peru và Lào ký hiệp định thương mại năm 2008.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_meeting(text: str) -> None:
    assert sides(text) == []


GUESTS = "Trong khuôn khổ chuyến thăm, nhóm sĩ quan chỉ huy tàu sẽ đến chào xã giao lãnh đạo UBND thành phố Đà Nẵng."


def test_guests_without_a_name_are_of_the_state_just_spoken_of() -> None:
    found = sides("Sáng 7/3, tàu hải quân Peru do Thượng tá Carlos Morelli chỉ huy đã cập cảng Tiên Sa.", GUESTS)
    assert found == [{"pe", "vn"}]
    assert sides("Sáng 7/3, hai tàu hải quân của Peru và Chile đã cập cảng Tiên Sa.", GUESTS) == []
    assert sides(GUESTS) == []


LEADERS = [
    (
        "Khí hậu cũng được đề cập tại cuộc họp của các nhà lãnh đạo Peru, Chile, Cuba và Brazil hôm 7/3.",
        {"pe", "cl", "cu", "br"},
    ),
    (
        "Phát biểu sau hội đàm, Tổng thống Peru Carlos Morelli đánh giá cao vai trò của người đồng cấp Chile.",
        {"Carlos Morelli", "cl"},
    ),
    (
        "Ngoại trưởng Peru Carlos Morelli và Ngoại trưởng Chile Ana Rojas, người đang tìm cách hòa giải, tham dự cuộc họp này.",
        {"Carlos Morelli", "Ana Rojas"},
    ),
    ("Hôm 7/3, hội nghị thượng đỉnh Nga-Hàn Quốc diễn ra tại Seoul.", {"ru", "kr"}),
]


@pytest.mark.parametrize(("text", "people"), LEADERS)
def test_who_was_there_by_what_they_are(text: str, people: People) -> None:
    assert sides(text) == [people]


TOGETHER = [
    # invited for talks, together without a day, signed between two, raised with an officer
    (
        "Tổng thống Peru Carlos Morelli có kế hoạch mời Thủ tướng Lào Sonexay Siphandone đến Lima để thảo luận.",
        {"Carlos Morelli", "Sonexay Siphandone"},
    ),
    ("Các nhà làm luật Peru và Lào đã cùng nhau ký một văn kiện.", {"pe", "la"}),
    ("Hiệp định ký kết hôm qua giữa Peru và khối ASEAN tại Lima là bước đầu tiên.", {"pe", "asean"}),
    (
        "Ngoại trưởng Chile Ana Rojas đã đề cập vấn đề này với Ngoại trưởng Peru Carlos Morelli.",
        {"Ana Rojas", "Carlos Morelli"},
    ),
    (
        "Lễ ký kết Thỏa thuận kết thúc đàm phán song phương giữa Peru với Lào đã diễn ra tại Lima ngày 7/3.",
        {"pe", "la"},
    ),
    (
        "Hôm 7/3, Bộ trưởng Lê Văn Bình và Giám đốc Quốc gia Ngân hàng Phát triển châu Á (ADB), John Miller đã ký thỏa thuận.",
        {"Lê Văn Bình", "John Miller"},
    ),
    (
        "Hôm 7/3, Ngoại trưởng Peru Carlos Morelli đã tới Chile, Brazil, Cuba và Lào, sau đó hội đàm với các đại diện của Mỹ.",
        {"Carlos Morelli", "us"},
    ),
    # a commission by its head, officials of a state as subject, "Tại đây ông", a newspaper's short form for an office
    (
        (
            "Hôm nay, Thủ tướng Lào Sonexay Siphandone sẽ nói chuyện với Ủy ban Lúa gạo ở Lima do ông Carlos Morelli, Bộ trưởng "
            "Thương mại Peru, dẫn đầu."
        ),
        {"Sonexay Siphandone", "Carlos Morelli"},
    ),
    (
        "Ngày 12/3, 7 nhà lập pháp hàng đầu của Peru sẽ sang thảo luận về thương mại với Chính phủ Việt Nam.",
        {"pe", "vn"},
    ),
    (
        "Thủ tướng Phạm Minh Chính tới Lima. Tại đây ông sẽ gặp gỡ Tổng thống Peru Carlos Morelli vào ngày 12/3.",
        {"Phạm Minh Chính", "Carlos Morelli"},
    ),
    ("Hôm 7/3, TT Morelli đã gặp Thủ tướng Lào Sonexay Siphandone.", {"Morelli", "Sonexay Siphandone"}),
    (
        "Hôm 7/3, Tổng thống Peru Carlos Morelli cùng Thủ tướng Lào Sonexay Siphandone đến thăm công viên.",
        {"Carlos Morelli", "Sonexay Siphandone"},
    ),
    ("Hôm 7/3, hai nhà lãnh đạo hàng đầu của Peru và Lào cùng đến thăm công viên.", {"pe", "la"}),
    (
        "Sáng 7/3, Chủ tịch nước Lương Cường đón Tổng thống Peru Carlos Morelli tại Phủ Chủ tịch.",
        {"Lương Cường", "Carlos Morelli"},
    ),
    ("Hôm 7/3, Đại sứ tại Haiti Min Su Kim đã gặp Giám đốc Cơ quan cảnh sát quốc gia Haiti.", {"Min Su Kim", "ht"}),
    ("Hôm 7/3, Thủ tướng Phạm Minh Chính đã gặp lãnh đạo một số tập đoàn lớn của Peru.", {"Phạm Minh Chính", "pe"}),
]


@pytest.mark.parametrize(("text", "people"), TOGETHER)
def test_told_without_a_word_of_meeting(text: str, people: People) -> None:
    assert sides(text) == [people]


def test_the_headline_names_the_sides_and_the_text_the_day() -> None:
    (told,) = tell(
        "Cuộc gặp diễn ra ngày 7/3 tại Vientiane.",
        title="Thủ tướng Lào Sonexay Siphandone gặp Tổng thống Peru Carlos Morelli",
    ).meetings
    assert str(told.date) == "2025-03-07"
    assert {one.person for one in told.participants} == {"Sonexay Siphandone", "Carlos Morelli"}


def test_a_group_among_more_persons_than_it_counts_is_nobody() -> None:
    lead = (
        "Tổng thống Peru Carlos Morelli, Thủ tướng Lào Sonexay Siphandone và Tổng thống Chile Ana Rojas đều phản đối."
    )
    assert sides(lead, "Trước đây, hai người từng có dịp bắt tay nhau hôm 7/3.") == []


PRESS = "Trong cuộc họp báo chung với Tổng thống Peru Carlos Morelli hôm 7/3, Thủ tướng Lào Sonexay Siphandone tuyên bố như vậy."


def test_facing_the_press_together_is_no_meeting_but_may_tell_the_day_of_one() -> None:
    assert sides(PRESS) == []
    (told,) = tell("Thủ tướng Lào Sonexay Siphandone đã hội đàm với Tổng thống Peru Carlos Morelli.", PRESS).meetings
    assert str(told.date) == "2025-03-07"


def test_who_held_the_press_conference_is_not_lost_behind_both() -> None:
    assert {"Sonexay Siphandone", "cl"} not in sides(
        "Ông Morelli có cuộc họp báo chung với cả Thủ tướng Lào Sonexay Siphandone và Chile, sau khi các cuộc gặp kết thúc."
    )


def test_who_is_met_is_not_the_one_who_meets() -> None:
    """An office without a name is somebody else than the person on the other side of the word of meeting."""
    found = tell("Ông Morelli gặp Phó Tổng thống Peru hôm 7/3.", "Ông Morelli sau đó trở về nước.")
    assert all(one.country != "pe" for told in found.meetings for one in told.participants if one.person)


def test_two_of_three_at_the_same_meeting_are_no_second_one() -> None:
    found = sides(
        "Ngày 7/3, Thủ tướng Lào Sonexay Siphandone đã gặp Ngoại trưởng Peru Carlos Morelli và Ngoại trưởng Chile Ana Rojas.",
        "Phát biểu tại cuộc gặp với Thủ tướng Sonexay, Ngoại trưởng Morelli đề nghị mở đường bay.",
    )
    assert found == [{"Sonexay Siphandone", "Carlos Morelli", "Ana Rojas"}]


def test_states_that_hold_one_meeting_together_met() -> None:
    assert sides("Năm ngoái, Lào và Campuchia đã mở cuộc họp nội các chung tại Pakse.") == [{"la", "kh"}]
    assert sides("Thượng viện và Hạ viện Peru đã mở phiên họp chung ngày 3/5.") == []
    assert sides("Lào và Campuchia đã mở cuộc họp tại Pakse.") == []


def test_who_only_says_that_he_is_somebody_did_not_meet() -> None:
    told = ["Ông Carlos Morelli, Ngoại trưởng Peru, hôm nay lên tiếng."]
    assert sides(*told, "Một người tự xưng là Morelli đã gặp Thủ tướng Lào Sonexay Siphandone hôm 7/3.") == []
    assert sides(*told, "Ông Morelli đã gặp Thủ tướng Lào Sonexay Siphandone hôm 7/3.") == [
        {"Carlos Morelli", "Sonexay Siphandone"}
    ]


def test_the_name_of_a_firm_is_nobody() -> None:
    assert sides("Thủ tướng Lào Sonexay Siphandone tiếp Chủ tịch Tập đoàn Sano hôm 7/3.") == []
    assert sides("Thủ tướng Lào Sonexay Siphandone tiếp Giám đốc Boeing hôm 7/3.") == []
    assert sides("Thủ tướng Lào Sonexay Siphandone tiếp ông Carlos Morelli, Chủ tịch Tập đoàn Sano, hôm 7/3.") == [
        {"Sonexay Siphandone", "Carlos Morelli"}
    ]


def test_an_office_before_a_dash_is_of_the_name_behind_it() -> None:
    assert people(
        "Ngày 7/3, Tổng thống Peru Carlos Morelli hội đàm với Quốc vương Qatar - Tamir bin Hamad, "
        "Quốc vương Kuwait - Sabir al-Ahmad và Thủ tướng Lào Sonexay Siphandone."
    ) >= {("Tamir bin Hamad", "qa"), ("Sabir al-Ahmad", "kw")}


def test_one_meeting_between_one_and_several_is_one() -> None:
    assert sides(
        "Ngày 7/3 có cuộc hội đàm giữa Tổng thống Peru Carlos Morelli với Tổng thống Chile Ana Rojas, "
        "Thủ tướng Lào Sonexay Siphandone và Ngoại trưởng Cuba Luis Vega."
    ) == [{"Carlos Morelli", "Ana Rojas", "Sonexay Siphandone", "Luis Vega"}]


def test_a_body_named_after_two_is_one_guest() -> None:
    assert sides("Thủ tướng Phạm Minh Chính tiếp đoàn Hội đồng Kinh doanh Mỹ - ASEAN do ông Karl Warren dẫn đầu.") == [
        {"Phạm Minh Chính", "Karl Warren"}
    ]
    assert sides("Thủ tướng Phạm Minh Chính tiếp đoàn Hội Hữu nghị Việt Nam - Lào hôm 7/3.") == [
        {"Phạm Minh Chính", "la"}
    ]


def people(*texts: str) -> set[tuple[str | None, str | None]]:
    return {(one.person, one.country) for told in tell(*texts).meetings for one in told.participants}


def test_a_press_conference_told_twice_is_still_none() -> None:
    assert (
        sides(
            "Trong cuộc họp báo chung với Tổng thống Peru Carlos Morelli ngày 4/3, Thủ tướng Lào Sonexay Siphandone "
            "cho biết giá dầu sẽ giảm.",
            "Trong cuộc họp báo, Thủ tướng Lào cũng nói tới khả năng xây đường sắt.",
        )
        == []
    )


def test_leaders_of_one_body_under_one_title_are_received_together() -> None:
    assert sides(
        "Tổng thống Peru Carlos Morelli sẽ tiếp đón các lãnh đạo EU Ursula von der Leyen và Antonio Costa ngày 7/6."
    ) == [{"Carlos Morelli", "Ursula von der Leyen", "Antonio Costa"}]


def test_a_part_of_an_arab_name_is_no_league() -> None:
    assert sides(
        "Cuộc hội đàm diễn ra ngày 7/3 với sự tham gia của Thủ tướng Qatar Mohammed bin Rashid Al Thani, "
        "Tổng thống Peru Carlos Morelli và Thủ tướng Lào Sonexay Siphandone."
    ) == [{"Mohammed bin Rashid Al Thani", "Carlos Morelli", "Sonexay Siphandone"}]
