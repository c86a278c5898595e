"""Speakers of every kind of telling that the rounds over unread texts brought up (all sentences invented here)."""

from __future__ import annotations

import pytest

from tests.events.telling import names, said, tell


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # titles and organisations after the name
        (("Ông Lê Văn Tám, Phó Chủ tịch VATFA cho biết phí sẽ không tăng.",), ["Lê Văn Tám"]),
        (("Ông Lê Văn Tám, Chủ tịch UBND TP HCM cho rằng nước sẽ rút.",), ["Lê Văn Tám"]),
        (("Bà Đỗ Thị Hoa, GĐ Cty TNHH Hải sản Mai Hoa cho biết, cá đã về.",), ["Đỗ Thị Hoa"]),
        (("Ông Đỗ Văn Trường - Trung tâm Quản lý đê điều - cho biết, đê vẫn an toàn.",), ["Đỗ Văn Trường"]),
        (("Ông Trần Văn Sáu – Phó tổng giám đốc Vinacotex cho biết, hàng đã bán hết.",), ["Trần Văn Sáu"]),
        (("Chị Minh Hạnh, ở quận Cầu Giấy cho biết, xe buýt rất đông.",), ["Minh Hạnh"]),
        (("Anh Hà Lộc ngụ trên đường Linh Sơn (phường Linh Tây) cho hay: “Nước ngập lắm”.",), ["Hà Lộc"]),
        (("Tỉnh trưởng tỉnh Lamao, bà Rosa Alvez, cho biết: “Chúng tôi đã dừng tìm kiếm”.",), ["Rosa Alvez"]),
        (("Giám đốc câu lạc bộ của Norwik, Robert Sanchez đã lên tiếng xác nhận việc ra đi.",), ["Robert Sanchez"]),
        (("Sorat Kraipao 42 tuổi, chủ một tiệm cá, cho hay anh đã mất hết.",), ["Sorat Kraipao"]),
        # common words as names
        (("Ông Võ Đình Quốc nói giá vàng tăng.", "Theo ông Quốc, giá còn tăng nữa."), ["Võ Đình Quốc"] * 2),
        (("Ông Cui Yingbo tới Seoul.", "Cui nhận xét rằng mọi việc khó khăn."), ["Cui Yingbo"]),
        (("Phó trưởng đoàn, ông Trần Du Lịch cho rằng, phải huy động nguồn vốn.",), ["Trần Du Lịch"]),
        (("Anh Tiến cho biết nhà đã hỏng.", "Anh Lê Văn Tiến ở xóm 2."), ["Lê Văn Tiến"]),
        # "theo"
        (("Theo TS Trần Thục, Viện trưởng Viện Khí tượng, lũ sẽ về sớm.",), ["Trần Thục"]),
        (("Theo nhà nghiên cứu Christopher Langdon, cần thêm nhiều thời gian.",), ["Christopher Langdon"]),
        (("Nước đã rút, theo Chủ tịch hội đồng A. Kinash.",), ["A. Kinash"]),
        (("Theo Trung tâm Dự báo khí tượng thủy văn, bão đã tan.",), ["Trung tâm Dự báo khí tượng thủy văn"]),
        (("Theo yêu cầu của ông Trần Văn Sáu, cuộc thi bắt đầu muộn.",), []),
        (("Công ty phải nộp phạt theo khuyến cáo của ông Trần Văn Sáu.",), []),
        # bodies
        (("Hôm 19/5, Công ty Hoàng Quân cho biết sẽ ngừng sản xuất.",), ["Công ty Hoàng Quân"]),
        (("Trong một thông cáo, Vietnam Airlines cho biết chuyến bay bị hoãn.",), ["Vietnam Airlines"]),
        (("Tình báo Mỹ cũng cho rằng còn phải chờ nhiều năm nữa.",), ["Tình báo Mỹ"]),
        (("Mỹ và một số quốc gia khác cáo buộc Iran che giấu hồ sơ.",), ["Mỹ"]),
        (("Trung tâm cảnh báo bão Kim Sơn cho hay không có gió lớn.",), ["Trung tâm cảnh báo bão Kim Sơn"]),
        (("Nhiều nhà máy đã đóng cửa.", "Công ty cho biết sẽ mở lại."), []),
        (("Về phía Hy Lạp, Bộ Quốc phòng nước này mới đây thông báo sẽ tìm kiếm.",), ["Bộ Quốc phòng"]),
        (("Hãng tin The Maltese Press xác nhận tàu đã tới.",), ["The Maltese Press"]),
        (("Anh, Pháp, NATO đều đề nghị giúp đỡ.",), ["Anh", "Pháp", "NATO"]),
        (("Cả New Delhi lẫn Moscow cùng nhấn mạnh đến thương mại.",), ["Ấn Độ", "Nga"]),
        (("Thông tin ban đầu từ Công an TP Hồ Chí Minh cho biết đã bắt hai người.",), ["Công an TP Hồ Chí Minh"]),
        (("Tuy trời mưa nhưng Quỹ Walk Slow cho rằng nước sẽ rút.",), ["Quỹ Walk Slow"]),
        (("Quan điểm phổ biến từ phía Mỹ cho rằng việc đó là cần thiết.",), []),
        (("T.H (Theo RFA, RFI)",), []),
        (("Thủ tướng Chính phủ yêu cầu các tỉnh báo cáo.",), ["Thủ tướng Chính phủ"]),
        (("Bộ GD-ĐT cho biết thi vào tháng 6.", "Bộ cũng nêu rõ không thu lệ phí."), ["Bộ GD-ĐT"] * 2),
        (("Hôm qua, theo một tuyên bố ngày 16/10 của Bộ Ngoại giao Mỹ, Iraq đã ngừng bắn.",), ["Bộ Ngoại giao Mỹ"]),
        (("Tại sao Canada muốn thắt chặt quan hệ, và liệu ông sẽ nói gì về việc này?",), []),
        # quotations
        (("Ông Trần Văn Sáu tỏ ra rất buồn: “Chúng tôi đã mất tất cả”.",), ["Trần Văn Sáu"]),
        (("“Chúng tôi đã chờ rất lâu.", "Quyền đó là của họ” - ông Trần Văn Sáu nói."), ["Trần Văn Sáu"]),
        (("“Trong ba người bị “tố” có một người của bộ”, ông Trần Văn Sáu nói.",), ["Trần Văn Sáu"]),
        (("(Báo Mới) - Đó là khẳng định của Phó Thủ tướng Trần Hồng Hà tại diễn đàn.",), ["Trần Hồng Hà"]),
    ],
)  # fmt: skip
def test_who_speaks(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn Sáu phải hứng chịu chỉ trích từ dư luận.",
        "Bà Đỗ Thị Hoa cũng có đơn yêu cầu các cơ quan xử lý vụ việc.",
        "Ông Trần Văn Sáu đã ký thông báo về việc kỷ luật.",
        "Chính phủ cần đánh giá đúng hơn về mức tăng trưởng.",
        "Người nhà ông Hiệp cho biết ông đang đi vắng.",
        "Một cán bộ của Vinacotex cho biết hàng đã bán hết.",
        "Một chiến sĩ Công an phường Kim Sơn xác nhận có va chạm.",
        "Hiệu trưởng Trường tiểu học Phú Sơn (Hà Nội) chưa có mặt, phụ huynh cho biết.",
        "Những thông tin do cựu điệp viên Snowman tiết lộ đã gây sốc.",
        "Khi Mark Twaine kể chuyện đó với bạn bè, họ đều khuyên nên nghỉ.",
        "Nghị định có hiệu lực 90 ngày kể từ khi Kremlin thông báo với các nước.",
        "Dù ông Trần Văn Sáu nói thế nào thì mọi việc vẫn vậy.",
        "Mối đe dọa không nguy hiểm như báo cáo của chính phủ đánh giá.",
        "Xin Bộ trưởng cho biết ý nghĩa của thỏa thuận này?",
        "Công dân Canada bị bắt với cáo buộc làm gián điệp, Bộ Ngoại giao đang theo dõi.",
    ],
)
def test_nothing_is_put_into_a_mouth(text: str) -> None:
    assert [name for name in names(text) if not name.lower().startswith(("một ", "người "))] == []


def test_an_interview_asks_whom_it_speaks_to() -> None:
    told = names("Ông Trần Văn Sáu khẳng định báo cáo còn thiếu.", "- Ông đánh giá như thế nào về báo cáo này?")
    assert told == ["Trần Văn Sáu"]


def test_a_description_means_somebody_only_without_another_choice() -> None:
    assert names("Luật sư Emre Telchi tới tòa.", "Luật sư này nói sẽ kháng cáo.") == ["Emre Telchi"]
    two = names("Luật sư Emre Telchi và luật sư Ali Demir tới tòa.", "Luật sư này nói sẽ kháng cáo.")
    assert two == []


def test_this_body_is_the_one_body_heard() -> None:
    told = names("Cục Quản lý Giá cho biết giá đã giảm.", "Trời đã sáng.", "“Hãy cẩn thận”, cơ quan này khuyến cáo.")
    assert told == ["Cục Quản lý Giá", "Cục Quản lý Giá"]


def test_nested_speech_of_somebody_unnamed_is_not_the_bodys() -> None:
    assert names("Nguồn tin từ hạm đội cho biết Hải quân Mỹ từng đề nghị tăng chi phí.") == []


def test_anh_at_the_head_is_he_where_no_england_is() -> None:
    assert names("Ca sĩ Trần Minh Đàm nói sẽ nghỉ.", "Anh thừa nhận mình đã mệt.") == ["Trần Minh Đàm"] * 2
    assert said("Nước Anh và Pháp đang bàn bạc.", "Anh tuyên bố sẽ rút quân.") == [("Anh", "gb")]


def test_a_headline_with_its_stop_is_a_sentence() -> None:
    told = tell("Trời mưa.", title="Thủ tướng Đức Friedrich Merz hôm 3/3 cho biết Berlin sẽ giúp Kiev.")
    assert [one.speaker for one in told.statements] == ["Friedrich Merz"]


def test_a_misspelt_name_is_the_same_person() -> None:
    found = tell("Cố vấn Ali Smeisim tới Najaf.", "Smeism cho biết mọi việc đã xong.")
    assert found.persons == ("Ali Smeisim",)
    assert found.statements[0].speaker == "Ali Smeisim"


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Ông ở số 244 Huỳnh Văn Bình, P.Tân An, Q.Phú Hòa.", set()),
        ("CHẤP THUẬN ÔNG CAO NGỌC SƠN RÚT KHỎI DANH SÁCH", set()),
        ("Ông Đặng Lê Nguyên Vũ đến.", {"Đặng Lê Nguyên Vũ"}),
        ("Hãng Suzuki và Chủ tịch Osamu Suzuki xin lỗi.", {"Osamu Suzuki"}),
        ("Học viện Chính trị Quốc gia Hồ Chí Minh mở cửa.", set()),
        ("Chủ tịch Hồ Chí Minh viết thư.", {"Hồ Chí Minh"}),
        ("Thân chủ là Huỳnh Công Danh đã về.", {"Huỳnh Công Danh"}),
        ("Các giáo sĩ Shiite và Sunni gặp nhau.", set()),
    ],
)
def test_who_is_named(text: str, persons: set[str]) -> None:
    assert set(tell(text).persons) == persons


def test_answers_of_an_interview_are_said_by_whom_it_asks() -> None:
    told = tell(
        "Bà Đỗ Thị Hoa cho biết đê đã cũ.",
        "Thưa bà, vì sao nước dâng nhanh như vậy? Mưa lớn hơn mọi năm. Bộ Thủy lợi đã đề nghị sửa đê.",
        "Bà đánh giá thế nào về đề nghị đó? Tôi cho là muộn.",
    )
    assert [(one.speaker, one.cited.sentence) for one in told.statements[1:]] == [
        ("Đỗ Thị Hoa", "Mưa lớn hơn mọi năm."),
        ("Đỗ Thị Hoa", "Tôi cho là muộn."),
    ]


def test_the_next_one_asked_answers() -> None:
    told = names(
        "Bà Đỗ Thị Hoa cho biết đê đã cũ.",
        "Thưa bà, vì sao? Mưa lớn. Bà tính sao? Tôi sẽ sửa đê.",
        "Ông Trần Văn Sáu: Phải báo cáo. Thưa ông, bao giờ? Sang năm.",
    )
    assert told == ["Đỗ Thị Hoa"] * 3 + ["Trần Văn Sáu"] * 2


def test_one_question_makes_no_interview() -> None:
    told = names("Bà Đỗ Thị Hoa cho biết đê đã cũ.", "Bà lo gì nhất? Trời vẫn mưa.")
    assert told == ["Đỗ Thị Hoa"]


def test_who_was_known_in_those_years_needs_no_first_name() -> None:
    assert set(tell("Mỹ gửi quân.", "Rumsfeld đã tới, với Fordham.", day=None).persons) == {"Rumsfeld"}
    assert set(tell("Trời mưa.", "Rumsfeld đã tới.", day=None).persons) == set()
    assert set(tell("Mỹ gửi quân.", "Rumsfeld đã tới.").persons) == set()
