"""Who met whom, in sentences as the press writes them (all invented here)."""

from __future__ import annotations

import pytest

from diemtin.news import Day, Link
from tests.events.telling import meeting, tell


def people(text: str) -> set[tuple[str | None, str | None]]:
    return {(one.person, one.country) for one in meeting(text).participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng 1/3, tại Seoul, Thủ tướng Phạm Minh Chính đã hội đàm với Thủ tướng Hàn Quốc Han Duck-soo.",
            {("Phạm Minh Chính", "vn"), ("Han Duck-soo", "kr")},
        ),
        (
            "Ngoại trưởng Nga Sergei Lavrov gặp người đồng cấp Mỹ Marco Rubio tại Riyadh.",
            {("Sergei Lavrov", "ru"), ("Marco Rubio", "us")},
        ),
        (
            "Cuộc gặp giữa Tổng thống Pháp Emmanuel Macron và Thủ tướng Anh Keir Starmer diễn ra tại London.",
            {("Emmanuel Macron", "fr"), ("Keir Starmer", "gb")},
        ),
        (
            "Phát biểu với báo giới sau cuộc gặp Tổng thống Trump, Thủ tướng Đức Olaf Scholz nhấn mạnh châu Âu phải đoàn kết.",
            {("Olaf Scholz", "de"), ("Donald Trump", "us")},
        ),
        (
            "Sau cuộc hội đàm với người đồng cấp Thái Lan Maris Sangiampongsa, Ngoại trưởng Trung Quốc Vương Nghị rời Bangkok.",
            {("Vương Nghị", "cn"), ("Maris Sangiampongsa", "th")},
        ),
        (
            "Ngoại trưởng ba nước Mỹ, Nhật Bản và Hàn Quốc nhóm họp tại New York ngày 2/3.",
            {(None, "us"), (None, "jp"), (None, "kr")},
        ),
        (
            "Trong cuộc hội đàm với Chủ tịch Trung Quốc Tập Cận Bình, Tổng thống Nga Vladimir Putin đồng ý.",
            {("Tập Cận Bình", "cn"), ("Vladimir Putin", "ru")},
        ),
        (
            "Tổng thư ký LHQ Antonio Guterres hội kiến Chủ tịch Trung Quốc Tập Cận Bình ở Bắc Kinh.",
            {("Antonio Guterres", "un"), ("Tập Cận Bình", "cn")},
        ),
    ],
)
def test_who_met(text: str, expected: set[tuple[str | None, str | None]]) -> None:
    assert people(text) == expected


def test_a_phone_call_has_its_length_and_day() -> None:
    call = meeting("Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump điện đàm kéo dài 90 phút hôm 12/2.")
    assert (call.form, call.minutes, call.date, call.status) == ("phone_call", 90, Day(2025, 2, 12), "held")


def test_a_plan_is_planned_and_has_the_day_to_come() -> None:
    plan = meeting(
        "Theo Yonhap, Ngoại trưởng Hàn Quốc Cho Tae Yul và người đồng cấp Nhật Bản Takeshi Iwaya sẽ hội đàm tại Tokyo ngày 29/7."
    )
    assert (plan.status, plan.date, plan.place) == ("planned", Day(2025, 7, 29), "Tokyo")
    assert plan.chain == (Link("Yonhap", "agency"),)


def test_the_day_of_the_news_is_no_day_of_the_plan() -> None:
    plan = meeting("Ngày 5/3, Tổng thống Mỹ Donald Trump tuyên bố sẽ gặp Tổng thống Nga Vladimir Putin.")
    assert (plan.status, plan.date) == ("planned", None)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/3, Tổng thống Mỹ Donald Trump tuyên bố sẵn sàng gặp Tổng thống Nga Vladimir Putin.",
        "Thủ tướng Israel Benjamin Netanyahu từ chối gặp Tổng thống Pháp Emmanuel Macron.",
        "Bắc Kinh không chấp nhận đề nghị đàm phán của Đài Bắc.",
        "Moskva kêu gọi Kiev đàm phán với Nga.",
    ],
)
def test_a_wish_and_a_refusal_are_no_meeting(text: str) -> None:
    assert tell(text).meetings == ()


def test_an_offer_for_a_day_is_a_plan() -> None:
    plan = meeting(
        "Ngày 5/3, văn phòng Thủ tướng cho biết Tổng thống Pháp Emmanuel Macron đã đề nghị gặp Thủ tướng Anh Keir Starmer "
        "tại London vào ngày 12/3 tới."
    )
    assert (plan.status, plan.date, plan.place) == ("planned", Day(2025, 3, 12), "London")


def test_a_cancelled_one_is_cancelled() -> None:
    assert (
        meeting("Tổng thống Pháp Emmanuel Macron hủy cuộc gặp với Thủ tướng Israel Benjamin Netanyahu.").status
        == "cancelled"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng Israel Benjamin Netanyahu không gặp Tổng thống Pháp Emmanuel Macron.",
        "Mỹ và Nhật Bản tăng cường đối thoại ở các cấp.",
        "Thủ tướng Phạm Minh Chính dự Hội nghị cấp cao ASEAN lần thứ 46 tại Malaysia.",
        "Bà Lan đã gặp ông Hùng để lo công việc cho cháu.",
        "Công ty gặp nhiều khó khăn do Mỹ và Trung Quốc áp thuế.",
        "Chuyến thăm của ông Cho Tae Yul đến Trung Quốc đã tạo ra động lực mới.",
        "Phóng viên trao đổi với Bộ trưởng Bộ Y tế Đào Hồng Lan về vụ việc.",
    ],
)
def test_what_is_no_meeting(text: str) -> None:
    assert tell(text).meetings == ()


def test_the_office_is_that_of_the_time_and_resolved_from_the_table() -> None:
    met = meeting("Ngày 5/3, Ngoại trưởng Mỹ Marco Rubio gặp người đồng cấp Nhật Bản.")
    other = next(one for one in met.participants if one.country == "jp")
    assert other.resolved
    assert other.office == "foreign_minister"
    assert "Iwaya" in (other.person or "")


def test_without_a_date_the_table_names_nobody() -> None:
    met = meeting("Ngoại trưởng Mỹ Marco Rubio gặp người đồng cấp Nhật Bản.", day=None)
    other = next(one for one in met.participants if one.country == "jp")
    assert other.person is None
    assert not other.resolved


def test_a_candidate_is_not_in_office() -> None:
    met = meeting("Ngày 5/3, ứng viên Tổng thống Mỹ John Smith gặp Thủ tướng Anh Keir Starmer.")
    assert next(one for one in met.participants if one.person == "John Smith").office is None


def test_told_twice_is_one_meeting() -> None:
    met = meeting(
        "Ngày 5/3, Ngoại trưởng Nga Sergei Lavrov gặp người đồng cấp Mỹ Marco Rubio tại Riyadh.",
        "Tại cuộc gặp kéo dài hai giờ, ông Lavrov và ông Rubio bàn về Ukraine.",
        "Đây là cuộc gặp đầu tiên giữa ông Rubio và ông Lavrov.",
    )
    assert (met.minutes, met.date, met.place) == (120, Day(2025, 3, 5), "Riyadh")


def test_two_of_one_country_are_met_one_by_one() -> None:
    found = tell(
        "Ngoại trưởng Trung Quốc Vương Nghị hôm qua gặp Thủ tướng Canada Justin Trudeau và người đồng cấp Canada Melanie Joly."
    ).meetings
    assert [{one.person for one in met.participants} for met in found] == [
        {"Vương Nghị", "Justin Trudeau"},
        {"Vương Nghị", "Melanie Joly"},
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # a pronoun is the person of the sentence before
        (
            (
                "Ngoại trưởng Mỹ Marco Rubio đến Riyadh hôm 5/3.",
                "Ông đã có cuộc hội đàm kéo dài hai giờ với người đồng cấp Nga Sergei Lavrov.",
            ),
            {("Marco Rubio", "us"), ("Sergei Lavrov", "ru")},
        ),
        # and of the same sentence
        (
            ("Tổng thống Nga Vladimir Putin nói ông sẽ gặp Tổng thống Mỹ Donald Trump tại Doha.",),
            {("Vladimir Putin", "ru"), ("Donald Trump", "us")},
        ),
        (
            (
                "Tổng thống Nga Vladimir Putin nói với Thủ tướng Ấn Độ Narendra Modi trong cuộc gặp rằng ông hiểu quan ngại.",
            ),
            {("Vladimir Putin", "ru"), ("Narendra Modi", "in")},
        ),
        (
            ("Thủ tướng Phạm Minh Chính đã gặp song phương Thủ tướng Singapore Lawrence Wong.",),
            {("Phạm Minh Chính", "vn"), ("Lawrence Wong", "sg")},
        ),
        (("Cuộc gặp thượng đỉnh Mỹ - Trung tại Bali kéo dài ba tiếng.",), {(None, "us"), (None, "cn")}),
        (
            ("Thủ tướng Anh Keir Starmer và Tổng thống Pháp Emmanuel Macron đồng ý sau cuộc hội đàm ở London.",),
            {("Keir Starmer", "gb"), ("Emmanuel Macron", "fr")},
        ),
        (("Đại diện của Mỹ và Triều Tiên đã gặp nhau tại New York.",), {(None, "us"), (None, "kp")}),
        (
            (
                "Phái đoàn Lào do Ngoại trưởng Thongsavanh Phomvihane dẫn đầu hội đàm với Ngoại trưởng Nga Sergei Lavrov.",
            ),
            {("Thongsavanh Phomvihane", "la"), ("Sergei Lavrov", "ru")},
        ),
    ],
)
def test_more_ways_to_say_who_met(texts: tuple[str, ...], expected: set[tuple[str | None, str | None]]) -> None:
    assert {(one.person, one.country) for one in meeting(*texts).participants} == expected


def test_several_met_one_after_the_other_are_several_meetings() -> None:
    told = tell("Chủ tịch nước Lương Cường lần lượt gặp Tổng thống Pháp Emmanuel Macron và Thủ tướng Anh Keir Starmer.")
    assert [{one.country for one in met.participants} for met in told.meetings] == [{"vn", "fr"}, {"vn", "gb"}]


def test_two_meetings_of_one_sentence_have_their_own_days() -> None:
    told = tell(
        "Tổng thống Pháp Emmanuel Macron tới Moskva hôm 7/3 để gặp Tổng thống Nga Vladimir Putin, trước khi tới Kiev "
        "hội đàm với người đồng cấp Ukraine Volodymyr Zelensky vào ngày 8/3."
    )
    assert [met.date for met in told.meetings] == [Day(2025, 3, 7), Day(2025, 3, 8)]


def test_a_range_begins_on_its_first_day_and_a_cancelled_meeting_has_its_own() -> None:
    assert meeting("Tổng thống Mỹ Donald Trump sẽ gặp ông Kim Jong Un tại Hà Nội vào ngày 27 và 28-3.").date == Day(
        2025, 3, 27
    )
    dropped = meeting(
        "Tổng thống Mỹ Donald Trump hôm 9/3 thông báo hủy cuộc gặp với nhà lãnh đạo Triều Tiên Kim Jong Un dự kiến diễn ra "
        "vào ngày 12/4."
    )
    assert (dropped.status, dropped.date) == ("cancelled", Day(2025, 4, 12))


@pytest.mark.parametrize(
    "text",
    [
        "Trong buổi tiếp nhà báo Mỹ, Chủ tịch Trung Quốc Tập Cận Bình nói rõ ba quan điểm.",
        "Bên lề hội nghị thượng đỉnh, Hàn Quốc và Singapore đã hoàn tất một hiệp định.",
        "Mỹ và Trung Quốc cần tăng cường đối thoại để tránh xung đột.",
        "Đội tuyển Việt Nam sẽ gặp Thái Lan trong trận giao hữu tối 31/3.",
    ],
)
def test_no_meetings_either(text: str) -> None:
    assert not tell(text).meetings


def test_whose_envoy_he_is_was_not_there() -> None:
    told = "Ông Putin hôm qua tiếp ông Steve Witkoff, đặc phái viên của Tổng thống Mỹ Donald Trump, tại Moscow."
    assert [one.person for one in meeting(told).participants] == ["Vladimir Putin", "Steve Witkoff"]
