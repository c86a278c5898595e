"""On which day a meeting was, and whether it was: invented sentences, one for each way in which the press tells it."""

from __future__ import annotations

from datetime import date

import pytest

from diemtin.news import Meeting

from .telling import meeting, tell

TODAY = date(2025, 3, 12)  # a Wednesday


def days(*paragraphs: str, day: date | None = TODAY) -> list[tuple[str, str]]:
    """Status and date of every meeting, in order."""
    return [(one.status, str(one.date)) for one in tell(*paragraphs, day=day).meetings]


def first(*paragraphs: str) -> Meeting:
    return tell(*paragraphs, day=TODAY).meetings[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hồi tháng 3 năm ngoái", "2024-03"),
        ("hồi tháng 11", "2024-11"),
        ("năm ngoái", "2024"),
        ("cách đây hai tháng", "2025-01"),
        ("thứ Hai tuần trước", "2025-03-03"),
        ("hai ngày trước", "2025-03-10"),
        ("cuối tuần trước", "None"),
        ("cách đây khoảng hai tuần", "None"),
    ],
)
def test_a_meeting_before_has_the_day_told_for_it_or_none(words: str, expected: str) -> None:
    told = f"Ngoại trưởng Mỹ Antony Blinken đã gặp Ngoại trưởng Trung Quốc Vương Nghị {words}."
    assert str(meeting("Ngày 11/3, Bộ Ngoại giao Mỹ ra thông báo.", told, day=TODAY).date) == expected


@pytest.mark.parametrize(
    "told",
    [
        "Tổng thống Nga Vladimir Putin đã điện đàm với Thủ tướng Ấn Độ Narendra Modi trước khi BRICS họp vào ngày 20/3.",
        "Tổng thống Nga Vladimir Putin đã điện đàm với Thủ tướng Ấn Độ Narendra Modi, người đã được bầu lại vào tháng 6/2024.",
        "Tổng thống Nga Vladimir Putin đã điện đàm với Thủ tướng Ấn Độ Narendra Modi về vụ đánh bom hôm 3/3.",
    ],
)
def test_the_day_of_something_else_behind_is_not_the_meetings(told: str) -> None:
    assert days(told) == [("held", "None")]


def test_what_was_done_is_not_on_a_day_to_come() -> None:
    told = "Thủ tướng Đức Olaf Scholz vừa gặp Tổng thống Pháp Emmanuel Macron về thượng đỉnh EU ngày 20/3."
    assert days(told) == [("held", "None")]


def test_a_day_before_both_words_of_meeting_is_of_both() -> None:
    told = "Sáng 11/3, Tổng thống Mỹ Joe Biden đã hội đàm với Tổng thống Pháp Emmanuel Macron và gặp Thủ tướng Đức Olaf Scholz."
    assert days(told) == [("held", "2025-03-11")] * 2


def test_a_programme_of_one_day_goes_on() -> None:
    assert (
        days(
            "Sáng nay, Tổng thống Pháp Emmanuel Macron sẽ hội đàm với Chủ tịch nước Lương Cường.",
            "Tiếp đó, Tổng thống Emmanuel Macron sẽ hội kiến Thủ tướng Phạm Minh Chính.",
            "Chiều cùng ngày, Tổng thống Emmanuel Macron sẽ gặp Chủ tịch Quốc hội Trần Thanh Mẫn.",
        )
        == [("planned", "2025-03-12")] * 3
    )


def test_a_wish_of_the_same_day_is_no_plan_for_it() -> None:
    assert days("Ngày 12/3, Iran bắn tên lửa.", "Cùng ngày, Mỹ bày tỏ mong muốn được đàm phán với Iran.") == []


def test_days_are_counted_from_the_day_told_before() -> None:
    told = days(
        "Ngày 6/3, Ngoại trưởng Nga Sergei Lavrov tới Hà Nội.",
        "Một ngày sau đó, ông Sergei Lavrov gặp Ngoại trưởng Trung Quốc Vương Nghị.",
    )
    assert told == [("held", "2025-03-07")]


@pytest.mark.parametrize(
    "told",
    [
        "Tổng thống Nga Vladimir Putin thăm Bắc Kinh từ ngày 4 đến 6/3. Ông Putin đã hội đàm với Chủ tịch Tập Cận Bình.",
        "Trong chuyến thăm từ ngày 4 đến 6/3, Tổng thống Nga Vladimir Putin đã hội đàm với Chủ tịch Tập Cận Bình.",
    ],
)
def test_days_of_a_visit_are_no_day_of_a_meeting(told: str) -> None:
    assert days(told) == [("held", "None")]


def test_days_of_talks_begin_with_the_first() -> None:
    assert days("Nga và Ukraine đàm phán tại Istanbul từ ngày 4 đến 6/3.") == [("held", "2025-03-04")]


def test_days_of_a_visit_leave_the_day_told_before() -> None:
    told = days(
        "Sáng 4/3, Tổng thống Nga Vladimir Putin tới Bắc Kinh, bắt đầu chuyến thăm từ ngày 4 đến 6/3.",
        "Sau lễ đón, ông Vladimir Putin hội đàm với Chủ tịch Trung Quốc Tập Cận Bình.",
    )
    assert told == [("held", "2025-03-04")]


def test_who_sets_out_today_meets_on_the_day_told() -> None:
    told = "Ngoại trưởng Nga Sergei Lavrov hôm nay lên đường để hội đàm với Ngoại trưởng Mỹ Marco Rubio vào ngày 14/3."
    assert days(told) == [("planned", "2025-03-14")]


def test_when_somebody_set_out_is_not_when_they_met() -> None:
    told = "Thủ tướng Israel Benjamin Netanyahu đã lên đường hôm 10/3 để gặp Tổng thống Mỹ Donald Trump."
    assert days(told)[0][1] == "None"


def test_a_meeting_moved_is_planned() -> None:
    told = "Cuộc gặp giữa Thủ tướng Đức Olaf Scholz và Tổng thống Pháp Emmanuel Macron được dời sang tuần sau."
    assert days(told) == [("planned", "None")]


def test_the_day_of_a_speech_before_is_not_the_meetings() -> None:
    told = "Phát biểu ngày 11/3 trước cuộc gặp với Tổng thống Nga Vladimir Putin, Thủ tướng Hungary Viktor Orban nói về dầu."
    assert days(told) == [("planned", "None")]


def test_what_follows_a_month_told_before_is_of_that_month() -> None:
    told = first(
        "Ngày 11/3, Điện Kremlin ra thông cáo.",
        "Hồi tháng 1, Tổng thống Nga Vladimir Putin tới Bắc Kinh. Tại đây, ông Putin gặp Chủ tịch Trung Quốc Tập Cận Bình.",
    )
    assert str(told.date) == "2025-01"


def test_what_follows_a_journey_was_then() -> None:
    told = days(
        "Ngày 11/3, Điện Kremlin ra thông cáo.",
        "Ông Lavrov thăm Bình Nhưỡng hồi tháng 10 năm ngoái. Tại đây, Ngoại trưởng Sergei Lavrov gặp Chủ tịch Kim Jong-un.",
        "Hôm nay, Ngoại trưởng Sergei Lavrov hội đàm với Ngoại trưởng Trung Quốc Vương Nghị.",
    )
    assert told == [("held", "2024-10"), ("held", "2025-03-12")]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Tổng thống Mỹ Donald Trump nói về cuộc gặp tiềm năng giữa ông với Tổng thống Nga Vladimir Putin.", "planned"),
        (
            "Báo chí viết trước thềm cuộc gặp giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin.",
            "planned",
        ),
        ("Không có kế hoạch nào để Tổng thống Mỹ Donald Trump gặp Tổng thống Nga Vladimir Putin.", None),
    ],
)
def test_what_has_not_been(told: str, status: str | None) -> None:
    assert [one for one, _ in days(told)] == ([status] if status else [])


def test_the_day_on_which_an_agency_wrote_is_not_the_meetings() -> None:
    told = (
        "Hãng tin Kyodo ngày 11/3 đưa tin Thủ tướng Nhật Bản Shigeru Ishiba đã gặp Tổng thống Hàn Quốc Lee Jae Myung."
    )
    assert days(told) == [("held", "None")]


def test_the_day_before_an_agency_is_when_it_wrote() -> None:
    told = "Hôm 11/3, Reuters đưa tin Thủ tướng Nhật Bản Shigeru Ishiba đã gặp Tổng thống Hàn Quốc Lee Jae Myung."
    assert days(told) == [("held", "None")]


def test_the_contents_of_talks_are_of_any_day() -> None:
    told = days(
        "Ngày 11/3, Ngoại trưởng Nga Sergei Lavrov tới Bắc Kinh.",
        "Ông Lavrov nghe về nội dung cuộc thảo luận giữa Ngoại trưởng Mỹ Marco Rubio và Ngoại trưởng Trung Quốc Vương Nghị.",
    )
    assert ("held", "None") in told


def test_this_is_the_first_time_tells_the_plan_again() -> None:
    told = days(
        "Tổng thống Mỹ Donald Trump sẽ gặp Thủ tướng Ấn Độ Narendra Modi ngày 20/3.",
        "Đây là lần trao đổi trực tiếp đầu tiên giữa ông Trump và ông Modi kể từ tháng 2.",
    )
    assert told == [("planned", "2025-03-20")]


def test_the_same_two_met_more_than_once() -> None:
    told = (
        "Tổng thống Mỹ Donald Trump và Chủ tịch Triều Tiên Kim Jong-un đã gặp nhau tại Singapore ngày 12/6/2018,"
        " tại Hà Nội ngày 27-28/2/2019 và lần thứ ba tại Bàn Môn Điếm ngày 30/6/2019."
    )
    assert [day for _, day in days(told)] == ["2018-06-12", "2019-02-27", "2019-06-30"]


def test_the_year_behind_two_months_is_that_of_both() -> None:
    told = "Tổng thống Nga Vladimir Putin và Chủ tịch Trung Quốc Tập Cận Bình đã gặp nhau vào tháng 5 và tháng 10 năm ngoái."
    assert [day for _, day in days(told)] == ["2024-05", "2024-10"]


def test_the_day_of_the_clause_before_is_not_the_meetings() -> None:
    told = "Sau khi nhậm chức vào tháng 8/1999, ông Vladimir Putin đã gặp Tổng thống Mỹ Bill Clinton tại Oslo."
    assert days(told) == [("held", "None")]


def test_a_month_in_a_sentence_of_a_year_is_of_that_year() -> None:
    told = "Năm 2001, Tổng thống Mỹ George W. Bush gặp Tổng thống Nga Vladimir Putin hồi tháng 6 tại Ljubljana."
    assert days(told) == [("held", "2001-06")]


def test_a_place_stands_between_two_days() -> None:
    told = (
        "Chủ tịch Triều Tiên Kim Jong-un gặp Tổng thống Nga Vladimir Putin tháng 9/2023 ở Vladivostok"
        " và tháng 6/2024 ở Bình Nhưỡng."
    )
    assert [day for _, day in days(told)] == ["2023-09", "2024-06"]


def test_talks_that_last_begin_with_their_first_day() -> None:
    told = "Cuộc hội đàm giữa Tổng thống Belarus Alexander Lukashenko và Tổng thống Nga Vladimir Putin kéo dài từ chiều 10/3."
    assert days(told) == [("held", "2025-03-10")]


def test_who_will_meet_from_a_day_on_meets_on_it() -> None:
    told = "Phó Thủ tướng Trung Quốc Hà Lập Phong sẽ gặp Bộ trưởng Tài chính Mỹ Scott Bessent từ ngày 20/3."
    assert days(told) == [("planned", "2025-03-20")]


def test_a_day_remembered_is_not_the_meetings() -> None:
    told = "Nhân kỷ niệm ngày thiết lập quan hệ (11/3/1975), Thủ tướng Đức Olaf Scholz đã điện đàm với Tổng thống Pháp Macron."
    assert days(told) == [("held", "None")]


def test_what_is_recalled_was_on_any_day() -> None:
    told = days(
        "Ngày 11/3, Tổng thống Mỹ Donald Trump tới Texas.",
        "Tại đây, Tổng thống Donald Trump nhắc lại cuộc gặp với Tổng thống Nga Vladimir Putin.",
    )
    assert told == [("held", "None")]


def test_talks_put_off_behind_their_plan_are_cancelled() -> None:
    told = "Vòng đàm phán mới giữa Mỹ và Iran ban đầu dự định diễn ra vào tháng 4, nhưng hai bên đã nhất trí hoãn."
    assert days(told) == [("cancelled", "2025-04")]


@pytest.mark.parametrize(("day", "expected"), [(TODAY, "2019-06-28"), (None, "2019-06-28")])
def test_a_day_takes_the_year_of_its_month_told_before(day: date | None, expected: str) -> None:
    told = days(
        "Tháng 6/2019, các nước G20 họp tại Osaka.",
        "Hôm 28/6, Tổng thống Mỹ Donald Trump gặp Tổng thống Nga Vladimir Putin.",
        day=day,
    )
    assert told == [("held", expected)]


def test_a_day_near_publication_keeps_its_year() -> None:
    told = days(
        "Tháng 3/2019, các nước G20 họp tại Osaka.",
        "Hôm 10/3, Tổng thống Mỹ Donald Trump gặp Tổng thống Nga Vladimir Putin.",
    )
    assert told == [("held", "2025-03-10")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("dự kiến diễn ra hôm 8/3 đã bị hủy", ("cancelled", "2025-03-08")),
        ("dự kiến diễn ra ngày 20/5 đã bị hủy", ("cancelled", "2025-05-20")),
        ("ngày 12/6/2018 suýt bị hủy", ("held", "2018-06-12")),
    ],
)
def test_what_was_called_off(told: str, expected: tuple[str, str]) -> None:
    assert days(f"Cuộc gặp giữa Tổng thống Mỹ Donald Trump và Thủ tướng Ấn Độ Narendra Modi {told}.") == [expected]


def test_with_a_trip_the_talks_are_put_off() -> None:
    told = (
        "Thủ tướng Nhật Bản Shigeru Ishiba hoãn chuyến thăm Philippines, nơi ông dự định hội đàm với Tổng thống Marcos."
    )
    assert [status for status, _ in days(told)] == ["cancelled"]


def test_officers_without_a_day_are_not_their_states_on_another() -> None:
    told = days(
        "Hàn Quốc và Nhật Bản đàm phán cấp chuyên viên tại Seoul hôm 10/3.",
        *["Giá gạo tăng nhẹ tại nhiều nơi."] * 8,
        "Tổng thống Hàn Quốc Lee Jae Myung và Thủ tướng Nhật Bản Shigeru Ishiba đã có cuộc gặp đầu tiên.",
    )
    assert told == [("held", "2025-03-10"), ("held", "None")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Trong bài phát biểu ngày 11/3, Tổng thống Mỹ Joe Biden cho biết đã gặp Tổng thống Pháp Emmanuel Macron.",
            "None",
        ),
        (
            "Phát biểu ngày 11/3 tại cuộc gặp với Tổng thống Pháp Macron, Tổng thống Mỹ Joe Biden nói về Gaza.",
            "2025-03-11",
        ),
        ("Hôm 5/3, hai ngày sau khi nhậm chức, Thủ tướng Đức Friedrich Merz gặp Tổng thống Pháp Macron.", "2025-03-05"),
        (
            "Cuộc gặp thứ hai trong tháng 3 giữa Thủ tướng Anh Keir Starmer và Tổng thống Pháp Macron hôm thứ Ba.",
            "2025-03-11",
        ),
        ("Thủ tướng Anh Keir Starmer gặp Tổng thống Pháp Macron hồi tháng 2 bên lề hội nghị từ 11-13/2.", "2025-02"),
        ("Nhân chuyến công du kết thúc hôm 9/3, Thủ tướng Anh Keir Starmer đã gặp Tổng thống Pháp Macron.", "None"),
        (
            "Trưa 11/3 giờ Paris, tức tối cùng ngày ở Hà Nội, Thủ tướng Anh Keir Starmer gặp Tổng thống Pháp Macron.",
            "2025-03-11",
        ),
    ],
)
def test_which_of_several_words_of_time(told: str, expected: str) -> None:
    assert [day for _, day in days(told)] == [expected]


def test_talks_of_two_days_are_one_meeting() -> None:
    assert len(days("Ngoại trưởng Mỹ Marco Rubio gặp Ngoại trưởng Nga Sergei Lavrov hôm 8/3 và 9/3.")) == 1


def test_what_will_not_take_place_is_cancelled() -> None:
    told = (
        "Cuộc gặp giữa Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin dự kiến ngày 15/3 sẽ không diễn ra."
    )
    assert days(told) == [("cancelled", "2025-03-15")]


def test_a_picture_is_of_any_day() -> None:
    told = "Ngoại trưởng Mỹ Marco Rubio (trái) trong cuộc gặp với Ngoại trưởng Nga Sergei Lavrov. (Ảnh: Reuters)"
    assert days("Ngày 11/3, đạn pháo rơi xuống thành phố.", told) == [("held", "None")]


def test_the_day_of_a_caption_is_its_own() -> None:
    told = days(
        "Thủ tướng Nhật Bản Shigeru Ishiba đi dạo quanh hồ sáng 11/3. Ảnh: TTXVN",
        "Trong chuyến thăm, Thủ tướng Shigeru Ishiba đã hội đàm với Thủ tướng Phạm Minh Chính.",
    )
    assert told == [("held", "None")]


def test_a_day_long_ago_is_of_its_own_paragraph_only() -> None:
    told = first(
        "Ngày 1/2, hai tàu va nhau ngoài khơi.",
        "Ngoại trưởng Mỹ Marco Rubio đã gặp Ngoại trưởng Nga Sergei Lavrov.",
    )
    assert told.date is None


def test_what_is_denied_was_not() -> None:
    assert (
        days("Ngày 11/3, Iran bác bỏ thông tin về cuộc gặp giữa Ngoại trưởng Iran và Ngoại trưởng Mỹ Marco Rubio.")
        == []
    )


def test_a_call_told_again_as_an_exchange_of_that_day_is_one() -> None:
    assert (
        len(
            days(
                "Ngày 11/3, Tổng thống Nga Vladimir Putin điện đàm với Thủ tướng Ấn Độ Narendra Modi.",
                "Tổng thống Vladimir Putin cho biết ông đã có cuộc trao đổi hữu ích với Thủ tướng Narendra Modi.",
            )
        )
        == 1
    )


def test_the_number_of_a_conference_tells_the_year_where_nothing_else_does() -> None:
    told = (
        "Ngày 13/7, Ngoại trưởng Ấn Độ Ravi Sen đã gặp Ngoại trưởng Indonesia Budi Hartono bên lề AMM-56 tại Jakarta."
    )
    (met,) = tell(told, day=None).meetings
    assert str(met.date) == "2023-07-13"
    (near,) = tell(told, day=date(2025, 7, 14)).meetings
    assert str(near.date) == "2025-07-13", "a day of this week is of this week"
