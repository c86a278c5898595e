"""Speakers of every kind of telling that the rounds over unread texts brought up (all sentences invented here)."""

from __future__ import annotations

import pytest

from tests.events.telling import said, tell


def names(*paragraphs: str) -> list[str]:
    return [name for name, _ in said(*paragraphs)]


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


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # who is described by a place, an office behind the name, "đồng chí", a trade
        (("Chị Đỗ Thị Hoa (chủ quán trà) ở khu vực này cho biết, nhà rung mạnh.",), ["Đỗ Thị Hoa"]),
        (("“Rất đẫm máu” từ đầu năm, lãnh đạo KOHR Rami Abdel Salim khẳng định.",), ["Rami Abdel Salim"]),
        (("Tiền vệ người Argentina Esteban Cambiaro của Inter phát biểu: “Họ rất mạnh”.",), ["Esteban Cambiaro"]),
        (("Giám định viên Hà Văn Sắc nói chiếc xe đã hỏng.",), ["Hà Văn Sắc"]),
        (("HLV Ridel đã gặp Minh Đạt, và Minh Đạt khẳng định anh đá được.", "Minh Đạt cười."), ["Minh Đạt"]),
        (
            ("Đồng chí Đỗ Thị Hoa nói: “Tốt”.", "Đồng chí Lê Văn Tám nói: “Khá”.", "Đồng chí lưu ý, tỉnh còn nghèo."),
            ["Đỗ Thị Hoa", "Lê Văn Tám", "Lê Văn Tám"],
        ),
        (
            ("Ông Lê Văn Tám, Chủ tịch UBND TP HCM cho rằng nước sẽ rút.", "Trời mưa.", "Vị Chủ tịch UBND TP HCM đề nghị chờ."),
            ["Lê Văn Tám"] * 2,
        ),
        # firms and bodies
        (("Rolar Group - hãng thực phẩm lớn nhất Venezuela cũng đã thông báo ngừng sản xuất.",), ["Rolar Group"]),
        (("Coca-Nola FEMSA - công ty phụ trách thị trường của Coca-Nola cho biết họ sẽ ở lại.",), ["Coca-Nola FEMSA"]),
        (("Mitsuta Motors thừa nhận sai sót.", "Hãng xe này phủ nhận các cáo buộc khác."), ["Mitsuta Motors"] * 2),
        (("Chủ tịch Osamu Suzuki đã xin lỗi.", "Mẫu xe Suzuki bị kiểm tra.", "Suzuki cho biết công ty sai."), ["Suzuki"]),
        (("Theo báo cáo của Chi cục Quản lý thị trường Hà Nội (QLTT), sáu nơi vi phạm.",), ["Chi cục Quản lý thị trường Hà Nội"]),
        (("Phiến quân Taliban tuyên bố đã chiếm tỉnh này.",), ["Taliban"]),
        (("Các nguồn tin từ cảnh sát Iraq vào tối hôm qua cho biết 50 người bị bắt.",), []),
        # no words of anybody
        (("Ông Lê Văn Tám nói rất giỏi tiếng Pháp.",), []),
        (("Ông Lê Văn Tám phát biểu tại diễn đàn.",), []),
        (("Sợ mẹ giận, Lê Văn Tám tìm cách đáp ứng yêu cầu trên.",), []),
        (("Lê Văn Tám bỏ chạy.", "Hùng vẫn đuổi theo anh Tám đòi giết."), []),
        (("Hãng phim Thiên Ngọc đang cân nhắc ba dự án: một kịch bản lịch sử.", "Thiên Ngọc nói sẽ quay."), ["Thiên Ngọc"]),
        (("Ông Lê Văn Tám, Ủy viên Trung ương Đảng các khóa IX, X, XI, Phó ban thôi việc; thông báo về việc nghỉ.",), []),
    ],
)  # fmt: skip
def test_who_speaks_in_reports_from_home(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Daniel bị sốt.", "Bà Christina Andersen - mẹ Daniel kể lại: cậu ngã bệnh."), ["Christina Andersen"]),
        (("Daniel bị sốt.", "Mẹ Daniel nói ban đầu bà tưởng bệnh tim."), []),
        (("Cảnh sát Anh cho biết đã bắt người.", "Bà này kiên quyết phủ nhận mọi việc."), ["Cảnh sát Anh"]),
        (("Đại diện của cơ sở bánh Như Hoa cũng cho biết, họ đã tạm ngưng.", "Như Hoa sẽ mở lại."), []),
        (("Theo điều tra của Công an TP. Pleiku, ba người đã bị lừa.",), ["Công an TP. Pleiku"]),
        (("Cũng theo VATEP, xuất khẩu tôm sẽ tăng.",), ["VATEP"]),
        (("Hội nghề cá Việt Nam (VINAF) vừa phát đi thông cáo báo chí, khẳng định tôm an toàn.",), ["Hội nghề cá Việt Nam"]),
        (("Cục Quản lý Đê điều cũng đã gửi công văn, yêu cầu các tỉnh trực ban.",), ["Cục Quản lý Đê điều"]),
        (("Giá đã tăng, số liệu của Ngân hàng Trung ương Nhật Bản cho biết.",), ["Ngân hàng Trung ương Nhật Bản"]),
        (("“Chưa ai nhận được”, Vụ phó Xuất nhập khẩu Bộ Thương mại Lê Văn Thắm khẳng định.",), ["Lê Văn Thắm"]),
        (("Ông Lê Văn Tám trong phát biểu của mình còn nói về khả năng mưa lớn.",), ["Lê Văn Tám"]),
        (("Theo WHO, virus đã biến đổi.", "Tổ chức này cho rằng, nên dự phòng."), ["Tổ chức Y tế Thế giới"] * 2),
        (("Ông Lê Văn Tám bị bắt.", "- Thưa ông, vì sao?", "- Ông đã trả lời báo giới rằng không biết?", "- Tôi không nói."), []),
    ],
)  # fmt: skip
def test_whose_mother_whose_paper(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Trên Twitter, ngôi sao người Tây Ban Nha cũng thừa nhận mình mệt.",), []),
        (("Trao đổi với Vinapress Online, giám đốc một công ty cho biết hàng đã về.",), []),
        (("Ông Lê Văn Tám nói trời mưa.", "Ông đánh giá như thế nào về cơn mưa này."), ["Lê Văn Tám"]),
        (("Ông Lê Văn Tám nói đã thử.", "Ông đã yêu cầu 24 người ghi nhật ký."), ["Lê Văn Tám"]),
        (("Một số nhà nhập khẩu từ EU đã gửi yêu cầu muốn công ty thông báo.",), []),
        (("Cả hai đã được thông báo về việc này, Bộ Ngoại giao Mỹ cho biết.",), ["Bộ Ngoại giao Mỹ"]),
        (("Nga cáo buộc Mỹ khiêu khích, Mỹ bác bỏ.",), ["Nga"]),
        (("Theo Trưởng khoa Cấp cứu, bác sĩ Tôn Thất Quang, hiện có nhiều bệnh nhân.",), ["Tôn Thất Quang"]),
        (("Đặc biệt, HLV Lê Văn Tám bất ngờ xin lỗi thí sinh vì: “Tôi đã chưa tốt”.",), ["Lê Văn Tám"]),
        (("Để trêu phóng viên, ông Lê Văn Tám đùa: “Hôm qua trời mưa”.",), ["Lê Văn Tám"]),
        (("Tình nguyện viên Soubon Keophat tham gia cứu hộ cho biết có người trôi xa.",), ["Soubon Keophat"]),
        (("Tổng cục Thủy sản mới gửi công văn cho Việt Nam, cho biết lô hàng sẽ bị trả.",), ["Tổng cục Thủy sản"]),
        (("Cựu Bộ trưởng Tài chính Mỹ Robert Rubin vừa đưa ra nhận định, USD yếu là sai lầm.",), ["Robert Rubin"]),
        (
            ("Luật sư Anatoly Kucherina nói sẽ đi.", "Edward Snowdon Ông Kucherina từ chối kể.", "Ông khẳng định đó là thật."),
            ["Anatoly Kucherina"] * 2,
        ),
    ],
)  # fmt: skip
def test_captions_questions_and_ends(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Trạm trưởng trạm Biên phòng cửa khẩu Cha Lo cho biết xe gặp nạn.",), []),
        (("Ông Lê Văn Tám - Trạm trưởng trạm Biên phòng cửa khẩu Cha Lo cho biết, xe gặp nạn.",), ["Lê Văn Tám"]),
        (("Vụ việc từng gây xôn xao vì có thông tin cho rằng tài xế lùi xe.",), []),
        (("Ca khúc còn có những đoạn nói qua nói lại của hai ca sĩ.",), []),
        (
            ("Giám đốc Công an Hà Nội Phạm Chuyển khẳng định đã đủ.", "- Giám đốc Công an Hà Nội nói đây là kỹ thuật mới."),
            ["Phạm Chuyển"] * 2,
        ),
        (("Trao đổi với VnExpress, luật sư Phạm Thanh Minh, Đoàn luật sư Hà Nội nói việc này tốt.",), ["Phạm Thanh Minh"]),
        (("Ông Đỗ Nguyên Phan, Bí thư Đảng ủy khối tối nay cho VnExpress biết, ông đã ký.",), ["Đỗ Nguyên Phan"]),
        (("Ông Đỗ Nguyên Phan không cho vợ biết, ông đã ký.",), []),
        (
            ("- Thưa ông, vì sao?", "- Ông Nguyễn Trung Hậu: Có thể nói đây là mới.", "- Theo ông, còn gì nữa?", "- Còn nhiều."),
            ["Nguyễn Trung Hậu"] * 2,
        ),
        (("Siêu thị Saigon Go-op cũng thông báo, ba ngày nữa sẽ có trứng.",), ["Siêu thị Saigon Go-op"]),
        (("Ông Pierre Wame tới sân.", "Wame kể là một số người đã đốt xe."), ["Pierre Wame"]),
        (("Tiền vệ Wayne Runey nói: “Tốt.", "Tôi vui”.", "Bên cạnh đó, anh bộc bạch: “Tôi tự hào”."), ["Wayne Runey"] * 2),
    ],
)  # fmt: skip
def test_roles_with_places_and_who_tells_the_press(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (
            ("Ông Trần Văn Chính, kiểm sát viên thẩm vấn bà Yến ngạc nhiên nói: “Lạ thật”.", "Bà Nguyễn Thị Yến khóc."),
            ["Trần Văn Chính"],
        ),
        (
            ("Bị cáo Lê Hồng Lang có mặt.", "Phùng Công Thắm thừa nhận đã nhận tiền.", "Theo bị cáo, đó là tiền thưởng."),
            ["Phùng Công Thắm"],
        ),
        (
            ("Ông Lương Hoài Bắc, Giám đốc Pacific Airlines, cho biết sẽ họp.", "Giám đốc Pacific Airlines nói: “Sẽ tốt”."),
            ["Lương Hoài Bắc"] * 2,
        ),
        (("Giám đốc Pacific Airlines nhận định: “Sẽ tốt”.",), []),
        (("Cuối cùng, đại diện Viện KSND hỏi: “Có ép không?”.",), []),
        (("Hồ Quỳnh Hoa hy vọng, chấn thương sẽ khỏi.",), ["Hồ Quỳnh Hoa"]),
        (("Tổng Thư ký LHQ Ban Ki Moon lên án các cuộc tấn công.",), ["Ban Ki Moon"]),
        (("IS đã lên tiếng nhận trách nhiệm thông qua hãng tin Amoq, tuyên bố rằng đã tấn công.",), ["IS"]),
        (("Mỹ đã tấn công Iraq, nói rằng Iraq có vũ khí.",), []),
        (("Pháp, đất nước đã thử nghiệm 100 xe, cho biết một số xe không đạt.",), ["Pháp"]),
        (("Bị cáo Lê Hồng Lang thừa nhận đã nhận tiền, nhưng Lang nghĩ là tiền thưởng.",), ["Lê Hồng Lang"]),
    ],
)  # fmt: skip
def test_the_accused_directors_and_family_names(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Luật sư Hà Trọng Đạt – Công ty luật The light – Đoàn luật sư TP. Hà Nội cho biết: “Chưa có”.",), ["Hà Trọng Đạt"]),
        (
            ("Trang tin Militory kể chuyện.", "Theo Militory, phát ngôn viên hải quân, bà Jeannie Groen, cho biết thế."),
            ["Jeannie Groen"],
        ),
        (("Tháng 7/2011, y trở lại Anh sau khi bày tỏ mong muốn tấn công.", "Nước Anh rộng."), []),
        (("Em Hà Nguyễn Quốc Hân, HS Trường TH Chu Văn An, tới.", "Bà An cho biết thực đơn có cá."), ["An"]),
        (("Em Hân kể lại: “Cơm mặn”.",), ["Hân"]),
        (('"Tiếng ồn làm tốc mái nhà" - anh Lê Văn Hậu (xóm 21) nói trên Zing.',), ["Lê Văn Hậu"]),
        (
            (
                "Ông Lê Trọng Dần - Trưởng Công an thị trấn Phố Châu (huyện Hương Sơn) cho biết, có trăn.",
                "“Nó hiền lắm”, Trưởng Công an thị trấn Phố Châu cho biết.",
            ),
            ["Lê Trọng Dần"] * 2,
        ),
        (
            ("Hội Thủy sản Việt Nam (Vosep) thông báo, cá an toàn.", "Tuy nhiên, theo Vosep, tàu nhỏ không ra khơi."),
            ["Hội Thủy sản Việt Nam", "Vosep"],
        ),
        (("Theo Zung, ông Lê Văn Tám cho biết trời mưa.",), ["Lê Văn Tám"]),
    ],
)  # fmt: skip
def test_media_schools_and_short_names(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Bà Ko Yong Suk tới New York.", "Bà lưỡng lự khi nói bất kỳ điều gì tiêu cực."), []),
        (("Tổng thống Israel Moshe Katsov tỏ thái độ khi nói, cuộc gặp sẽ gây nguy hiểm.",), ["Moshe Katsov"]),
        (("Báo chí cho biết, họ là bạn.",), []),
        (("Phía bị đơn cũng phủ nhận việc phá cửa.",), []),
        (
            (
                "Zoe Eastmann nói: “Tôi thích lắm”.",
                "“Sau khi Indie chào đời, cơn thèm hết.",
                "Tôi thấy kinh khủng”, cô nói.",
                "Bé Indie đã lớn.",
            ),
            ["Zoe Eastmann"] * 2,
        ),
        (("Trần Quang Minh cho rằng Corolle được mời nhưng Corolle thừa nhận không có khả năng.",), ["Trần Quang Minh"]),
        (("Hazel Nunns tại Quỹ nghiên cứu ung thư Anh nhận định: “Chưa rõ”.",), ["Hazel Nunns"]),
        (("Theo ông Lê Văn Năng có ba lý do để giữ nguyên.",), ["Lê Văn Năng"]),
        (("Ca sĩ Đức Thiện viết: “Một.", "Hai.", "Ba.", "Bốn.", "Năm”.", "“Sáu.", "Bảy”, anh cho biết."), ["Đức Thiện"] * 2),
    ],
)  # fmt: skip
def test_long_quotations_and_what_is_not_said(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Tại một hội nghị của LHQ, Triều Tiên cũng nhắc lại rằng sẽ đàm phán.",), ["Triều Tiên"]),
        (("Theo Cơ quan Khảo sát Địa lý Mỹ (USGS) và Cơ quan Khí tượng Nhật Bản, đất rung.",), ["Cơ quan Khảo sát Địa lý Mỹ"]),
        (("Trạm Kiểm soát biên phòng Đà Rang (thuộc Bộ Chỉ huy) cho hay, tàu đã về.",), ["Trạm Kiểm soát biên phòng Đà Rang"]),
        (("Chiều 1/11, Cơ quan CSĐT Công an TP Biên Hòa, cho biết đã bắt.",), ["Cơ quan CSĐT Công an TP Biên Hòa"]),
        (("Lý do là Sở Ngoại vụ cho rằng, người ký không có thẩm quyền.",), ["Sở Ngoại vụ"]),
        (("Do vậy EU thông báo các cơ sở chế biến sẽ bị loại.",), ["EU"]),
        (("Đảng Dân chủ hôm 1-3 đã bác bỏ việc này.",), ["Đảng Dân chủ"]),
        (("Chúng tôi cho rằng có liên quan, ông Hazan bình luận.",), ["Hazan"]),
        (("Tin mới nhất từ Công an tỉnh Bắc Giang cho biết, hai người đã chết.",), ["Công an tỉnh Bắc Giang"]),
        (("Nguồn tin từ Bộ Ngoại giao cho biết, thư đã được trao.",), []),
        (("Theo đại diện Scomo, bà Rohaida Ali, họ đã gặp nhau.",), ["Rohaida Ali"]),
        (("Tổng thống đã họp, theo người phó của bà, Mike Defensar.",), ["Mike Defensar"]),
        (("Theo luật, ông Lê Văn Tám, 50 tuổi, phải nộp phạt.",), []),
        (("Lâm Tâm Nhu cho biết: “Tốt”.", "Lâm Tâm Nhu cười.", "Nữ diễn viên phủ nhận việc mua nhà."), ["Lâm Tâm Nhu"] * 2),
        (("Ca sĩ Đàm Vĩnh Hân nói: “Tốt”.", "Trời mưa.", "Anh cho biết: “Tôi đến chơi”."), ["Đàm Vĩnh Hân"] * 2),
    ],
)  # fmt: skip
def test_bodies_between_commas_and_stars(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (
            ("Từ khi Jose Mourinto thay Louis van Gaat, đội trưởng Wayne Runey mới lên tiếng chia sẻ với truyền thông.",),
            ["Wayne Runey"],
        ),
        (("Wayne Runey tới.", "“Tốt lắm”, R10 phát biểu."), []),
        (("Alan Pulida gọi điện.", "Họ nghe tiếng Pulida quát tên tội phạm nói đúng tên phố ra."), []),
        (("Thịnh là cầu thủ được HLV Toshiya Miuro đánh giá cao.",), []),
        (("Bộ tứ quyền lực cho rằng, tiết mục đẹp.",), []),
        (
            (
                "Ông Phạm Sĩ Lân nói trời mưa.",
                "Tiến sĩ Vũ Đình Ân, Viện Khoa học cũng cho rằng giá cao nhưng theo ông, điều đáng tiếc là giải pháp.",
                "Theo ông, cần chờ.",
            ),
            ["Phạm Sĩ Lân", "Vũ Đình Ân", "Vũ Đình Ân"],
        ),
        (("Trả lời phỏng vấn tạp chí TV Spiel (Đức), nam diễn viên này cho biết anh vui.",), []),
        (("Ngày 2-6, Công an TP.Biên Hòa, Đồng Nai cho biết đang xác minh.",), ["Công an TP.Biên Hòa"]),
        (("Ngày 22/11, Cục nghệ thuật Biểu diễn ra công văn, nêu rõ hai ca sĩ vi phạm.",), ["Cục nghệ thuật Biểu diễn"]),
        (("Bà Trần Thị Tâm - Hiệu trưởng nhà trường - thông tin: Giấy khen đúng quy định.",), ["Trần Thị Tâm"]),
    ],
)  # fmt: skip
def test_nicknames_magazines_and_letters(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Tổng Thư ký Liên Hợp Quốc-ông Ban Ki Moon đã lên án các cuộc tấn công.",), ["Ban Ki Moon"]),
        (("Mẫu xe Suzuki lỗi.", "Theo hãng Suzuki, nguyên nhân là do địa hình."), ["Suzuki"]),
        (("Cục Quản lý Dược, Bộ Y tế cho biết đây là công văn mới.",), ["Cục Quản lý Dược"]),
        (("Hội Tinh dầu, Hương liệu và Mỹ phẩm Việt Nam cho biết, tin này sai.",), ["Hội Tinh dầu"]),
        (("Theo phát ngôn viên của lực lượng không quân thuộc hải quân Mỹ, bà Jeannie Groen, sự cố nhỏ.",), ["Jeannie Groen"]),
        (("Giáo sư A. Senoy ở ĐH Quốc gia Ohio, Mỹ cho biết điều này quan trọng.",), []),
        (("Theo ông Lê Quốc Dân thì ông chỉ phạm tội nhẹ.",), ["Lê Quốc Dân"]),
    ],
)  # fmt: skip
def test_commas_in_names_and_roles_before_them(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Triều Tiên đóng cửa.", "“Tôi may mắn”, bà Ri nói."), ["Ri"]),
        (("Bà Ko Yong Suk sống ở Mỹ.", "Chồng bà cho biết rất mong mỏi trở về."), []),
        (("Cô Merve Buyuk đã chia sẻ “The Master’s Poem” (bài thơ) rồi xóa đi.",), []),
        (("Ông Đỗ Trường Du tới.", "Hội đồng kỷ luật cũng khiển trách ông Du và thông báo với toàn cơ quan."), []),
        (
            (
                "Ông Nguyễn Văn Hân, Giám đốc Công ty VietHaney, nói tốt.",
                "VietHaney bán mật.",
                "Tuy nhiên ông cũng cho biết, sẽ mở rộng.",
            ),
            ["Nguyễn Văn Hân"] * 2,
        ),
        (("Đại diện Công ty TNHH Hexan của Singapore cho hay, đã tìm được đối tác.",), []),
        (("Lê Thảo Hiên có một sự nhẹ nhàng trong lối kể, nhẹ mà đọng lại.", "Thảo Hiên cười."), []),
        (("Ông Domitianas đã lên ngôi vào thời kỳ ly khai của đế chế, bao gồm Anh.",), []),
        (("“Tôi tiếc”, HLV trưởng Monaco, Didier Deschamp, phát biểu sau thất bại.",), ["Didier Deschamp"]),
        (("Tổng thống Hàn Quốc Park Geun-hye tới.", "Bà Park nói sẽ bàn."), ["Park Geun-hye"]),
    ],
)  # fmt: skip
def test_family_names_firms_and_objects(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Lẽ ra ông Lê Văn Tám - vốn là người hay chỉ trích những khoản chi - đã có thể gửi thư.",), []),
        (
            (
                "Ông Yasser Arafatu đã mất, Ngoại trưởng Pháp Jean Dupant cho biết.",
                "Một quan chức Liên đoàn thông báo kế hoạch chưa rõ.",
                "“Tôi hiểu điều đó”, ông nói.",
            ),
            ["Jean Dupant"],
        ),
        (("Ông Lewis Libbi phải từ chức sau khi bị kết tội tiết lộ tên một điệp viên.",), []),
        (("Nguyễn Thủy Ảnh: CNN",), []),
        (("Theo phản ảnh của ông Lê Văn Tiên, 56 tuổi, ngói đã rơi.",), ["Lê Văn Tiên"]),
        (("Patrick Calvor, đứng đầu cơ quan tình báo Pháp, tháng trước nói Pháp là mục tiêu.",), ["Patrick Calvor"]),
        (("Tôi có bạn ở khắp nơi, Stefan Roscha 23 tuổi, một sinh viên ở Berlin bình luận.",), ["Stefan Roscha"]),
        (("Tuy nhiên, theo tiến sĩ Dave Watsan của hãng IBM, có một số khó khăn.",), ["Dave Watsan"]),
        (("Tiến sĩ Dave Watsan tới.", "Các electron sẽ nhảy sang mặt kia, Watsan giải thích."), ["Dave Watsan"]),
    ],
)  # fmt: skip
def test_what_somebody_is_like_and_who_has_no_name(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Ông Trần Văn Bát tới.", "Vị chiến sĩ công an cho biết đường rất trơn."), []),
        (("Ông Trần Văn Bát tới.", "Nam thanh niên cho biết đường rất trơn."), []),
        (("Đại diện công ty Mekong Delight cho biết hoa vẫn tươi.",), []),
        (("Viên cảnh sát cho biết đường rất trơn.",), []),
        (("Các chuyên gia của tạp chí Shrimp nhận xét tôm rất ngon.",), []),
        (("Một số nhà báo của tờ Daily Mirror tiết lộ anh đã đi.",), []),
        (("Tạp chí Shrimp nhận xét tôm rất ngon.",), ["Shrimp"]),
        (("Ông Trần Văn Bát bị cáo buộc tiết lộ bí mật.",), []),
        (("Nếu ông Trần Văn Bát nói vậy thì mọi người sẽ đi.",), []),
        (("Nếu mưa, ông Trần Văn Bát nói, trận đấu sẽ hoãn.",), ["Trần Văn Bát"]),
        (("Bà Hòa đã thuyết phục ông Trần Văn Bát khẳng định điều đó.",), []),
        (("Chị Trần Thị M. - đại diện Ban phụ huynh trường Tân Lâm - nói không biết gì.",), ["Trần Thị M"]),
        (("Anh Lê Anh D. - thành viên Ban phụ huynh cho biết: Hôm trước có nghe.",), ["Lê Anh D"]),
    ],
)  # fmt: skip
def test_people_of_a_body_and_what_was_not_said(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Lê Thị Hoa và Trần Thị Mận, nữ sinh lớp 7, Trường THCS Chu Văn An (TP Vinh) xúc động cho biết rất vui.",), []),
        (("Sáng nay, Trường THCS Chu Văn An cho biết học sinh nghỉ.",), ["Trường THCS Chu Văn An"]),
        (("Luật sư Phan Văn Thạch tới tòa.", "Theo luật sư Thạch, báo cáo của ông Đoàn Bá Thạch là giả."), ["Phan Văn Thạch"]),
        (("Ông Phạm Chí Công, Phó chủ tịch Hiệp hội Gạo cho biết giá cao.",), ["Phạm Chí Công"]),
        (("Anh Huỳnh Bá Ty, 1 trong 6 ngư dân, cho biết cá rất to.",), ["Huỳnh Bá Ty"]),
        (("Theo lý giải của Bộ Thương mại, giá gạo sẽ cao.",), ["Bộ Thương mại"]),
        (("Theo cựu cầu thủ đội U23 Việt Nam, Đặng Thanh Phong, hậu vệ này sẽ ở lại.",), ["Đặng Thanh Phong"]),
        (("Bà Taryn Lose tới.", '"Tôi chỉ cần tìm sự trợ giúp, bà nói.'), ["Taryn Lose"]),
        (("Bà Taryn Lose tới.", '"Tôi cần trợ giúp. Khi gặp tôi, bà nói rất nhiều."'), []),
    ],
)  # fmt: skip
def test_schools_associations_and_who_was_named_first(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Ông Trương Văn Quý (sinh năm 1955) ngụ đối diện nhà ông Trần Dũng cho biết: tôi đang ngồi.",), []),
        (("Ông Trương Văn Quý tới nhà ông Trần Dũng, ông Dũng cho biết đã ăn.",), ["Trần Dũng"]),
        (("Các quan chức Olympic cho biết vé còn nhiều.",), []),
        (("Fizza-Cola cho biết, 90% hoạt động sản xuất của hãng đòi hỏi phải có đường.",), []),
        (("Trương Bá Nhi Cha mẹ ly hôn sớm.", "Trương Bá Nhi nói cô thích biển."), ["Trương Bá Nhi"]),
        (("Công an quận 9 cho biết đã bắt Hiếu.",), ["Công an quận 9"]),
        (("UBND quận 9 cho biết đã bắt Hiếu.",), ["UBND quận 9"]),
        (("Vietnam Airlines (VNA) hủy chuyến.", "VNA cho hay hãng đã tăng chuyến."), []),
        (("VNA cho biết tin này.",), ["TTXVN"]),
    ],
)  # fmt: skip
def test_neighbours_halves_of_names_and_numbers(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers
