"""Speakers in reports from home: bodies, firms, trades, courts, schools, stars, interviews (all sentences invented here)."""

from __future__ import annotations

import pytest

from tests.events.telling import names


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
