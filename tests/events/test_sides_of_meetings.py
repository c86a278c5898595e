"""Who takes part: one act of several, who is the subject, who only stands by."""

from __future__ import annotations

import pytest

from tests.events.telling import sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one act, one meeting
        (
            "Ông Lavrov hôm qua gặp Ngoại trưởng Iran Abbas Araghchi, Tổng thống Pháp Emmanuel Macron và ông Marco Rubio.",
            [{"Sergei Lavrov", "Abbas Araghchi", "Emmanuel Macron", "Marco Rubio"}],
        ),
        (
            "Hôm 10/3, ông Lavrov thảo luận với Tổng thống Pháp Emmanuel Macron và người đồng cấp Pháp Jean-Noel Barrot.",
            [{"Sergei Lavrov", "Emmanuel Macron", "Jean-Noel Barrot"}],
        ),
        # formal talks are held with each of the hosts
        (
            "Ngày 10/3, Tổng thống Nga Vladimir Putin hội đàm với Tổng thống Pháp Emmanuel Macron và Thủ tướng Francois Bayrou.",
            [{"Vladimir Putin", "Emmanuel Macron"}, {"Vladimir Putin", "Francois Bayrou"}],
        ),
        # so are calls
        (
            "Ngày 10/3, Tổng thống Nga Vladimir Putin đã điện đàm với phía Ấn Độ và phía Brazil.",
            [{"Vladimir Putin", "in"}, {"Vladimir Putin", "br"}],
        ),
        (
            "Ngày 10/3, ông Lavrov lần lượt gặp Ngoại trưởng Iran Abbas Araghchi và Ngoại trưởng Mỹ Marco Rubio.",
            [{"Sergei Lavrov", "Abbas Araghchi"}, {"Sergei Lavrov", "Marco Rubio"}],
        ),
    ],
)
def test_one_act_is_one_meeting(text: str, expected: list[set[str]]) -> None:
    assert sides("Ngoại trưởng Nga Sergei Lavrov và Ngoại trưởng Mỹ Marco Rubio có mặt ở Doha.", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who went there, not where
        (
            "Ngày 10/3, Thủ tướng Anh Keir Starmer tới tòa nhà số 8, Doha, để hội đàm với Ngoại trưởng Iran Abbas Araghchi.",
            [{"Keir Starmer", "Abbas Araghchi"}],
        ),
        # the state is in what is said of him
        (
            "Ngoại trưởng Anh David Lammy, phái viên chính về hồ sơ hạt nhân Iran, gặp Ngoại trưởng Mỹ Marco Rubio hôm 10/3.",
            [{"David Lammy", "Marco Rubio"}],
        ),
        # who met them is not named; they did not meet each other
        (
            "Ngày 10/3, một phái viên đã trao đổi với Ngoại trưởng Iran Abbas Araghchi và Thủ tướng Anh Keir Starmer.",
            [],
        ),
        (
            '"Sau khi tôi trao đổi với Ngoại trưởng Iran Abbas Araghchi và Thủ tướng Anh Keir Starmer", một người nói.',
            [],
        ),
    ],
)
def test_subject(text: str, expected: list[set[str]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # an occasion and what somebody commands are no members of a list
        (
            ["Ngoại trưởng Anh David Lammy, bên lề Đại hội đồng Liên hợp quốc, đã gặp Ngoại trưởng Mỹ Marco Rubio."],
            [{"David Lammy", "Marco Rubio"}],
        ),
        (
            ["Thủ tướng Anh Keir Starmer đã gặp Đại tướng Mỹ John Smith, người chỉ huy lực lượng NATO, hôm 10/3."],
            [{"Keir Starmer", "John Smith"}],
        ),
        # what was spoken of
        (["Thủ tướng Anh Keir Starmer hôm 10/3 nhất trí phối hợp chặt chẽ về đàm phán với Iran."], []),
        # what others do that they may meet
        (
            [
                "Hôm 8/3, Thủ tướng Anh Keir Starmer gặp Ngoại trưởng Iran Abbas Araghchi.",
                "Ngày 10/3, Liên hợp quốc ngỏ ý giúp hai bên đàm phán.",
            ],
            [{"Keir Starmer", "Abbas Araghchi"}],
        ),
        # who tells it is neither of the two
        (
            [
                "Thủ tướng Anh Keir Starmer và Ngoại trưởng Iran Abbas Araghchi có mặt ở Doha.",
                "Ngoại trưởng Mỹ Marco Rubio cho biết hai ông đã gặp nhau hôm 10/3.",
            ],
            [{"Keir Starmer", "Abbas Araghchi"}],
        ),
        # each at home
        (
            [
                "Thủ tướng Anh Keir Starmer có mặt ở Doha.",
                "Tuần tới, ông Starmer sẽ tới Đức và Pháp để gặp Thủ tướng Olaf Scholz và Tổng thống Emmanuel Macron.",
            ],
            [{"Keir Starmer", "Olaf Scholz"}, {"Keir Starmer", "Emmanuel Macron"}],
        ),
    ],
)
def test_who_stands_by(texts: list[str], expected: list[set[str]]) -> None:
    assert sides(*texts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 10/3, ông Starmer gặp Ngoại trưởng Iran Abbas Araghchi với sự có mặt của Ngoại trưởng Mỹ Marco Rubio.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        (
            "Cuộc gặp ngày 10/3 giữa ông Starmer và ông Abbas Araghchi có sự tham dự của Ngoại trưởng Mỹ Marco Rubio.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        (
            "Ông Starmer và Ngoại trưởng Iran Abbas Araghchi hôm 10/3 gặp nhau ở Doha cùng Ngoại trưởng Mỹ Marco Rubio.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        # one's own people are the delegation
        (
            "Ngày 10/3, ông Starmer gặp Ngoại trưởng Iran Abbas Araghchi với sự có mặt của Ngoại trưởng Anh David Lammy.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
    ],
)
def test_who_else_is_there(text: str, expected: set[str]) -> None:
    assert sides("Thủ tướng Anh Keir Starmer có mặt ở Doha.", text) == [expected]


def test_takes_part_together_with() -> None:
    here = "Thủ tướng Anh Keir Starmer có mặt ở Doha."
    told = "Ngày 10/3, ông Starmer dự cuộc hội đàm ba bên về hòa bình cùng Ngoại trưởng Iran Abbas Araghchi"
    assert sides(here, f"{told} và Ngoại trưởng Mỹ Marco Rubio.") == [{"Keir Starmer", "Abbas Araghchi", "Marco Rubio"}]
    assert sides(here, f"{told}.") == []  # the third is not told


HERE = "Thủ tướng Anh Keir Starmer, Ngoại trưởng Iran Abbas Araghchi và Ngoại trưởng Mỹ Marco Rubio có mặt ở Doha."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place or a matter before "giữa"
        (
            "Cuộc hội đàm tại Doha, Qatar giữa ông Starmer và ông Araghchi kéo dài hai giờ.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        # both of them had met him
        (
            "Sau khi hội đàm với ông Rubio hôm 10/3, ông Starmer và ông Araghchi bay về nước.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        # between the two and the verb what else they do
        ("Ông Starmer và ông Araghchi, đang ở thăm Qatar, hôm 10/3 đã gặp nhau.", {"Keir Starmer", "Abbas Araghchi"}),
        # a phrase that opens the sentence, or stands behind who reports it
        ("Hội đàm với ông Araghchi hôm 10/3, ông Starmer kêu gọi kiềm chế.", {"Keir Starmer", "Abbas Araghchi"}),
        (
            "Hãng tin AP đưa tin, trong cuộc hội đàm hôm 10/3, ông Starmer và ông Araghchi nhất trí giảm căng thẳng.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        (
            "Nói với báo giới sau khi hội đàm với ông Araghchi, ông Starmer, đang ở thăm Qatar, tuyên bố không nhượng bộ.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        (
            "Trong cuộc điện đàm hôm 10/3, ông Starmer nói với ông Araghchi rằng ông lo ngại.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        ("Tại cuộc hội đàm hôm 10/3, ông Starmer đã mời ông Araghchi sang thăm.", {"Keir Starmer", "Abbas Araghchi"}),
        (
            "Ông Rubio cho biết rằng trong một cuộc điện đàm, ông Starmer đã cảm ơn ông Araghchi.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        (
            "Tân Hoa xã dẫn lời ông Starmer, trong cuộc hội đàm với ông Araghchi hôm 10/3, kêu gọi các bên kiềm chế.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        # who went there, not where
        (
            "Ông Starmer sẽ tới Tehran ngày 14/3 và sẽ có cuộc gặp song phương với ông Araghchi.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        # named behind a word for them
        (
            "Hôm 10/3, ông Starmer gặp hai vị khách của chính phủ là ông Araghchi và ông Rubio.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        (
            "Hôm 10/3, ông Starmer gặp hai người tiền nhiệm của ông là ông Araghchi và ông Rubio.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        # the list goes on behind what is said of the first
        (
            "Hôm 10/3, ông Starmer gặp ông Araghchi và người tiền nhiệm của ông này là ông Rubio.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        # who received him on the way is another one
        (
            "Ông Starmer, được quan chức Qatar ra đón tại sân bay, hôm 10/3 đã gặp ông Araghchi.",
            {"Keir Starmer", "Abbas Araghchi"},
        ),
        # the subject of the main clause
        (
            "Ông Starmer cho biết sẽ bàn thêm về việc này và nhiều việc khác khi gặp ông Rubio ở Doha ngày 14/3.",
            {"Keir Starmer", "Marco Rubio"},
        ),
        # who invites is one of them
        (
            "Ông Starmer hôm 9/3 mời ông Araghchi và ông Rubio đến London họp ngày 14/3.",
            {"Keir Starmer", "Abbas Araghchi", "Marco Rubio"},
        ),
        ("Vòng đàm phán hôm 10/3 do ông Starmer và ông Araghchi cùng chủ trì.", {"Keir Starmer", "Abbas Araghchi"}),
    ],
)
def test_frames(text: str, expected: set[str]) -> None:
    assert sides(HERE, text) == [expected]


def test_two_meet_a_third_in_turn() -> None:
    told = "Ngày 10/3, ông Starmer và ông Araghchi lần lượt hội đàm với ông Rubio."
    assert sides(HERE, told) == [{"Keir Starmer", "Marco Rubio"}, {"Abbas Araghchi", "Marco Rubio"}]


@pytest.mark.parametrize(
    "told",
    [
        "Hôm 10/3, ông Starmer gặp ông Araghchi ở Tehran và ông Rubio ở Washington.",
        "Hôm 10/3, ông Starmer có các cuộc gặp với ông Araghchi và với ông Rubio.",
        "Hôm 10/3, ông Starmer có hội đàm với ông Araghchi và với ông Rubio.",
        "Hôm 10/3, ông Starmer gặp riêng từng người: ông Araghchi và ông Rubio.",
    ],
)
def test_two_are_met_one_by_one(told: str) -> None:
    assert sides(HERE, told) == [{"Keir Starmer", "Abbas Araghchi"}, {"Keir Starmer", "Marco Rubio"}]


def test_states_in_the_name_of_a_summit() -> None:
    assert sides("Hội nghị thượng đỉnh Nga, Thổ Nhĩ Kỳ và Iran diễn ra ngày 10/3.") == [{"ru", "tr", "ir"}]


def test_fewer_names_than_were_met() -> None:
    assert sides(HERE, "Hôm 10/3, ông Starmer gặp bốn vị khách của chính phủ là ông Araghchi và ông Rubio.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list ends with "và"
        (
            "Vòng đàm phán giữa Iran và Mỹ, hãng thông tấn nhà nước Oman đưa tin, diễn ra hôm 10/3.",
            [{"ir", "us"}],
        ),
        # which of the two it was is not said
        ("Trước cuộc hội đàm với ông Araghchi, ông Starmer và ông Rubio đã tranh cãi qua báo chí hôm 10/3.", []),
        # witnesses are there
        (
            "Ngày 10/3, ông Rubio đã chứng kiến ông Starmer cùng ông Araghchi ký thỏa thuận.",
            [{"Keir Starmer", "Abbas Araghchi", "Marco Rubio"}],
        ),
        # whom the clause is about
        (
            "Ông Rubio nhắc tới ông Starmer, người thuật lại cuộc gặp hôm 10/3 với ông Araghchi.",
            [{"Keir Starmer", "Abbas Araghchi"}],
        ),
        # who they were is not told
        ("Hôm 10/3, ông Starmer gặp ông Araghchi cùng một số quan chức EU.", [{"Keir Starmer", "Abbas Araghchi"}]),
        # where the border is
        ("Ngày 10/3, ông Starmer triệu tập nội các họp khẩn khi quan hệ với Iran xấu đi.", []),
    ],
)
def test_who_of_them(text: str, expected: list[set[str]]) -> None:
    assert sides(HERE, text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a group whose two are those of the sentence before
        (
            [
                "Tổng thống Colombia Juan Manuel Santos và Tổng thống Venezuela Hugo Chavez nối lại quan hệ.",
                "Hai nhà lãnh đạo loan báo việc này chiều hôm 10/3, khi vừa hội đàm xong.",
            ],
            [{"Juan Manuel Santos", "Hugo Chavez"}],
        ),
        # what stands between who was received and the verb
        (
            ["Ông Emmanuel Macron của Pháp, đang ở thăm Berlin, hôm 10/3 đã được Thủ tướng Đức Olaf Scholz tiếp."],
            [{"Emmanuel Macron", "Olaf Scholz"}],
        ),
        # the states of those whom the sentence before named
        (
            [
                "Thủ tướng Anh Keir Starmer không nhắc tới Thủ tướng Đức Olaf Scholz.",
                "Ngày 9/3, chuyên gia hai nước đã gặp nhau ở Geneva.",
            ],
            [{"gb", "de"}],
        ),
    ],
)
def test_before_and_between(texts: list[str], expected: list[set[str]]) -> None:
    assert sides(*texts) == expected


def test_states_take_part_too() -> None:
    told = "Cuộc hội đàm giữa Anh và Iran diễn ra hôm 10/3 tại Doha, với sự tham gia của Mỹ."
    assert sides(HERE, told) == [{"gb", "ir", "us"}]
    assert sides("Tổng thống Pháp hôm 9/3 mời Thủ tướng Đức hội đàm ngày 14/3.") == [{"Emmanuel Macron", "Olaf Scholz"}]
