"""Who takes part: one act of several, who is the subject, who only stands by."""

from __future__ import annotations

import pytest

from tests.events.telling import tell


def sides(*texts: str) -> list[set[str]]:
    """Who takes part in each meeting that the paragraphs tell: names, or states of those without a name."""
    return [{one.person or one.country or "" for one in met.participants} for met in tell(*texts).meetings]


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
