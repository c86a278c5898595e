"""Who says it in sentences of all sorts of news: whose office it is, what was only described, who is nobody with a name."""

from __future__ import annotations

import pytest

from tests.events.telling import names


@pytest.mark.parametrize(
    "text",
    [
        "Văn phòng ông Kareli cho biết hai bên sẽ bàn về biên giới.",
        "Giá dầu tăng khi công nhân hãng dầu Sorvex tại Nigeria cho biết họ sắp nghỉ việc.",
        "Sau kết quả ấy, lãnh đạo ở Pháp, Hà Lan, và Bắc Ireland kêu gọi bỏ phiếu lại.",
        "Ông Lê Văn Tám không đáp ứng đòi hỏi của ông Hà Văn Sáu muốn Bắc Kinh bỏ mối đe dọa bằng hỏa tiễn.",
        "Bà Trần Thị Mai nói nhẹ mà ai cũng sợ.",
        "Bà Trần Thị Mai không vui, khi tờ Spiegel, tờ báo lớn của Đức, tiết lộ điện thoại bị nghe lén.",
        "Ngày 9/4, ông Lê Văn Tám đã gọi điện chúc mừng.",
        "Tổng thống Pháp và Thủ tướng Đức, lâu nay phản đối chiến tranh, mong muốn LHQ có vai trò lớn hơn.",
    ],
)
def test_nobody_with_a_name_said_it(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # an envoy is not who sent him; an official without a name is nobody who spoke before
        (
            ("Ông Putin tiếp ông Steve Witkoff, đặc phái viên của Tổng thống Mỹ Donald Trump.", "Vị đặc phái viên cho biết vậy."),
            [],
        ),
        (
            (
                "Người phát ngôn Lê Thị Hoa nói sẽ bàn về nước.",
                "Một quan chức giấu tên kể bà muốn “nền móng” cho sau này. Quan chức này lưu ý sẽ không có thông cáo.",
            ),
            ["Lê Thị Hoa"],
        ),
        (("Mỏ dầu đang bị vây, Thứ trưởng Ngoại giao Iraq, Hamid Saludan, cho biết.",), ["Hamid Saludan"]),
        (("G8 khẳng định sẽ giúp Iraq.",), ["G8"]),
    ],
)  # fmt: skip
def test_who_says_it(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Ông Lê Văn Tám nhìn nhận rằng việc này còn chậm.",), ["Lê Văn Tám"]),
        (("Ông Lê Văn Tám úp mở rằng giá có thể tăng.",), ["Lê Văn Tám"]),
        (("Ông Lê Văn Tám gửi lời xin lỗi người dân vì đến muộn.",), ["Lê Văn Tám"]),
        (("Chủ tịch Lê Văn Tám đã xin lỗi.",), []),
        (("Trước khi đi, ông Hill gặp Ngoại trưởng Song Min-soon, giải thích rằng hai bên đã bàn nhiều việc.",), ["Hill"]),
        # "Chủ tịch" is not somebody whom the article names only later, when it named one so called before
        (
            (
                "Chủ tịch UBND TP Hà Nội Lê Văn Tám tới xã. Chủ tịch Hà Nội gửi lời cảm ơn bà con đã đến dự.",
                "Bà Hà Thị Lan - Bí thư Đảng ủy xã Đồng Xa - nêu nguyện vọng.",
            ),
            [],
        ),
    ],
)  # fmt: skip
def test_words_that_tell_of_words(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # papers speak for who was heard right before, and only for a body
        (("Bộ Ngoại giao Mỹ cho biết hai bên sẽ gặp.", "Thông báo của bộ này nói ông Lara dẫn đầu."), ["Bộ Ngoại giao Mỹ"] * 2),
        (("Bộ Ngoại giao Mỹ cho biết hai bên sẽ gặp.", "Thông cáo nêu rõ ông Lara dẫn đầu."), ["Bộ Ngoại giao Mỹ"] * 2),
        (("Ông Lê Văn Tám cho biết hai bên sẽ gặp.", "Thông cáo nêu rõ ông Lara dẫn đầu."), ["Lê Văn Tám"]),
        (("Iran cho biết sẽ đáp trả.", "Nước này khẳng định có bằng chứng."), ["Iran"] * 2),
        (("(PLO) - Thổ Nhĩ Kỳ hôm 24/11 tuyên bố máy bay đã rơi.",), ["Thổ Nhĩ Kỳ"]),
        # who leads it, if the article has named him
        (("Ông Vladimir Putin tới Tula.", "Người đứng đầu Điện Kremlin nhấn mạnh, không ai bị thương."), ["Vladimir Putin"]),
        (("Ông Donald Trump tới Texas.", "Ông chủ Nhà Trắng úp mở rằng sẽ có thỏa thuận."), ["Donald Trump"]),
        (("Ông Sato tới Texas.", "Ông chủ một quán ăn nói rằng sẽ có thỏa thuận."), []),
        (
            (
                "Phó thủ tướng, Bộ trưởng Ngoại giao Bùi Thanh Sơn đã gặp Ngoại trưởng Mỹ Marco Rubio.",
                "Phó thủ tướng đánh giá cao việc Mỹ giúp khắc phục hậu quả chiến tranh.",
            ),
            ["Bùi Thanh Sơn"],
        ),
    ],
)  # fmt: skip
def test_whose_paper_and_whose_house(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # villages and districts behind an office are nobody's names
        (("Anh Hà Seo Lử (tuổi 30), trưởng thôn Kho Bạc (xã Xa) dựng nhà.", "“Nứt”, trưởng thôn Kho Bạc kể."), ["Hà Seo Lử"]),
        (("Ông Zơ Râm, Chủ tịch UBND xã A Tiêng (TP Đà Nẵng), cho biết đường đã thông.",), ["Zơ Râm"]),
        # how somebody said it, with no verb of speech
        (("“Mưa vài hôm nữa chắc cả thôn bị xóa sổ hết”, ông Lê Văn Tám lo lắng.",), ["Lê Văn Tám"]),
        (("Chị Đ.T.H, nhân viên bán lẻ của DOXI, cho biết: “Chưa bao giờ tôi thấy giá đổi nhanh thế”.",), ["Đ.T.H"]),
        (("Anh Đỗ Hữu Đa nhớ lại, khoảng 14h chiều hôm kia nước bất ngờ đổ về.",), ["Đỗ Hữu Đa"]),
        # bodies after a day, and by their paper
        (("Ngày 26/3 Sở Y tế Nghệ An ra công văn yêu cầu rà soát toàn bộ bệnh nhân.",), ["Sở Y tế Nghệ An"]),
        (("“Phải lập danh sách ngay trong hôm nay”, công văn của Sở Y tế Nghệ An nêu.",), ["Sở Y tế Nghệ An"]),
        (("Luật sư Hà Đình Hưng bào chữa cho bị cáo Trần Hải Nam cho rằng hồ sơ chưa đủ.",), ["Hà Đình Hưng"]),
        (("HLV Kim Hae Soon hài lòng.", "“Hay lắm”, chiến lược gia người Hàn Quốc tại CLB A nói tiếp."), ["Kim Hae Soon"]),
        (("HLV Kim Hae Soon gặp HLV Lê Văn Tám.", "“Trận này hay”, chiến lược gia người Hàn Quốc nói tiếp."), []),
        (("Ông Donald Trump tới Texas.", "Chủ nhân Lầu Năm Góc cho hay ông đồng ý."), []),
        (("Chiều 4/3, ông Lê Văn Tám, Trưởng phòng Cảnh sát, tới nhà bé N. xin lỗi gia đình.",), []),
    ],
)  # fmt: skip
def test_villages_faces_and_coaches(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        # a firm behind its head's office, a school behind its head's
        (("Cổ phiếu Sorvex giảm.", "CEO Sorvex tiếp tục: “Chúng tôi vẫn có một nền văn hóa đổi mới”."), []),
        (("Tuần trước, Sorvex hạ dự báo kết quả kinh doanh.",), []),
        (("Cô Lê Thị Thanh Hải – Hiệu trưởng trường THCS Hà Đình Chiểu cho biết đã xác minh.",), ["Lê Thị Thanh Hải"]),
        (("Ông Đặng Trung Vĩnh, bố em Q., cho hay ông mới biết.", "Phụ huynh này đề nghị làm rõ."), ["Đặng Trung Vĩnh"] * 2),
        (
            ("Đạo diễn Hồ Ngọc Sâm nói phim hay.", "Ngồi cùng tôi là một chuyên gia Mỹ, ông nói: “Tôi không thể vắng mặt”."),
            ["Hồ Ngọc Sâm"],
        ),
        (
            ("Trong khi ông Benjamin Netanyahu tuyên bố sẽ đánh, thì ông Mahmoud Abbas kêu gọi hòa giải.",),
            ["Benjamin Netanyahu", "Mahmoud Abbas"],
        ),
    ],
)  # fmt: skip
def test_firms_schools_and_somebody_beside(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Phóng viên Thái Lan hỏi liệu ông Kim có ở lại hay không.",), []),
        (
            ("Người phát ngôn Điện Kremlin - ông Dmitry Peskov cho biết sẽ mời.", "Theo người phát ngôn, Nga sẵn sàng."),
            ["Dmitry Peskov"] * 2,
        ),
        (("Ông Lê Văn Hiến cho biết: Theo báo cáo của Sở Y tế Nghệ An, ba người đã khỏi.",), ["Lê Văn Hiến"]),
        (("Theo dữ liệu mới nhất của INPA, rừng bị chặt phá nhiều hơn.",), ["INPA"]),
        (("Ông Lê Văn Hiến hôm qua lên tiếng ủng hộ đề án này.",), ["Lê Văn Hiến"]),
    ],
)  # fmt: skip
def test_who_is_the_source(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("“May có cảnh sát”, đại diện cảnh sát Bolton, ông Kerry Hamada, khẳng định.",), ["Kerry Hamada"]),
        (("Ông Obama tới Texas.", "Người đứng đầu Tòa Bạch Ốc nói rằng năm nay mọi việc đều khá."), ["Obama"]),
        (("Chủ tịch UBND tỉnh Hà Văn Phượng báo cáo, toàn tỉnh có 10 nhà tốc mái.",), ["Hà Văn Phượng"]),
        (("Theo Trung tâm Dự báo Sông Lô, bão yếu.", "Cũng theo cơ quan này, mưa còn to."), ["Trung tâm Dự báo Sông Lô"] * 2),
        (("Hôm 18/7 TT Donald Trump lên tiếng phê bình một số nghị sĩ.",), ["Donald Trump"]),
    ],
)  # fmt: skip
def test_offices_beside_names(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Công ty điện lực Tokai, doanh nghiệp vận hành lò phản ứng này, cho biết mái đã sụp.",), ["Công ty điện lực Tokai"]),
        (("Ông Lê Văn Hiến tới xã.", "Ông từ chối cho biết địa điểm, đồng thời nhấn mạnh mọi việc đã xong."), ["Lê Văn Hiến"]),
        (("Công ty điện lực Tokai, nơi ông Sato làm việc, cho biết mái đã sụp.",), []),
    ],
)  # fmt: skip
def test_bodies_with_what_they_are(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Công ty than Vinaco họp. Năm 2014, Vinaco sẽ xuất khẩu khoảng 8 triệu tấn than.",), []),
        (("Hương nào hợp?", "Hugo Dark Blue: mùi hương tươi mát cho những chàng trai trẻ."), []),
        (("Ông Kuleba lên tiếng.", "Kuleba: Chúng tôi cần thêm thời gian."), ["Kuleba"]),
        (("Ba nhà tài trợ lớn nhất cho Việt Nam là Mỹ, Nhật Bản và Hàn Quốc đã cam kết giải ngân 8 tỷ USD.",), []),
        (("Ca sĩ Hà Thị Tuyết hát.", "Ca sĩ Hà Thị Tuyết Chúng tôi gặp chị khi chị nói mình mệt."), ["Hà Thị Tuyết"]),
    ],
)  # fmt: skip
def test_wares_lists_and_glued_names(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Vợ chồng lục đục.", "“Thôi nhé!” Anh hồ hởi: “Vợ tôi lại vui vẻ như hồi mới cưới”."), []),
        (("Gary Glister Gary Glister vẫn phủ nhận tội.",), ["Gary Glister"]),
        (("Đến với Hội hoa Xuân, Phó Chủ tịch UBND TP Nguyễn Văn Đa cho rằng dân cần chỗ chơi.",), ["Nguyễn Văn Đa"]),
        (("Nhiều tờ báo ở Ai Cập cáo buộc chính quyền đã bao che.",), []),
        (("Bắt Ngô Phát Đa, nguyên trưởng ban đào tạo (NLĐ)- Ngày 27-3, nguồn tin từ Công an quận 9 cho hay vậy.",), []),
        (("Một đại diện thường trực của Nga tại LHQ cho biết hôm nay.",), []),
        (("Công ty Vận chuyển Al Salim - chủ chiếc tàu Boccelli 98 - cho biết tàu cũ.",), ["Công ty Vận chuyển Al Salim"]),
    ],
)  # fmt: skip
def test_glued_lines_and_somebody(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Chồng bà Ko Yong-hae nói rằng ông rất muốn trở về.",
        "Giải lớn thuộc về nhà làm phim Xavier Dolin, 27 tuổi, nói về quan hệ trong một gia đình.",
        "Người mẫu Chrissy Teagan cũng bị kẻ lạ mặt nhắn tin đe dọa rằng: “Tôi sẽ tìm ra cô và bạn của cô”.",
        "Lúc chị Hoàng Thị Thùy đi ra thì Công rút dao khống chế chị Thùy, rồi yêu cầu các nhân viên gọi điện.",
    ],
)
def test_whom_something_is_done_to(text: str) -> None:
    assert names(text) == []


def test_a_supreme_body_keeps_its_name() -> None:
    assert names("Tại Baghdad, Hội đồng tối cao cách mạng Iraq (SCARI) cho biết sẽ bầu cử.") == [
        "Hội đồng tối cao cách mạng Iraq"
    ]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Phó Thủ tướng Thường trực Lê Văn Bình dự họp.", "Phó Thủ tướng đề nghị các bộ sớm báo cáo."), ["Lê Văn Bình"]),
        (("Giám đốc Sở Y tế Lê Văn Bình, Giám đốc Sở Nội vụ Hà Văn Sáu dự họp.", "Giám đốc cho biết sẽ sửa."), []),
        (("Đại sứ Kang Cheol tố Kuala Lumpur có hành vi bất chính.",), ["Kang Cheol"]),
    ],
)  # fmt: skip
def test_offices_shortened(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Ca sĩ Hà Thùy Lam vừa hé lộ trailer của MV mà cô sắp ra mắt.",), []),
        (("Đại diện Đội quản lý số 14, Chi cục Quản lý thị trường Hà Nội, đơn vị đã thu giữ lô hàng, cho biết thế.",), []),
        (("Từ đó, Ủy ban Tài chính - ngân sách cho rằng phải tiết kiệm.",), ["Ủy ban Tài chính - ngân sách"]),
        (("Ông Vương Chí Lâm ở xã này.", "Ông nhiều lần khiếu nại, tố cáo nhưng không được giải quyết."), []),
        (("Ông Vương Chí Lâm ở xã này.", "Ông không nhận chi tiết ấy, nhưng khẳng định sẽ trả tiền."), ["Vương Chí Lâm"]),
    ],
)  # fmt: skip
def test_deeds_that_look_like_words(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*texts) == speakers
