"""Who said what, and above all who did not (all sentences invented here)."""

from __future__ import annotations

import pytest

from diemtin.news import Link
from tests.events.telling import first_said, said, tell


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ngoại trưởng Mỹ Marco Rubio cho biết Washington sẽ không công nhận.", ("Marco Rubio", "us")),
        ("Bà Mao Ninh, người phát ngôn Bộ Ngoại giao Trung Quốc, ngày 3/4 nói Bắc Kinh phản đối.", ("Mao Ninh", "cn")),
        ("“Tôi không đồng ý với điều đó”, ông Eiji Hattori (73 tuổi), nhận định.", ("Eiji Hattori", None)),
        (
            'Seiki Sato, có cha là người trở về từ chiến tranh, nói với báo giới: "Chúng tôi rất lấy làm tiếc".',
            ("Seiki Sato", None),
        ),
        ("Ông Nguyễn Văn Nam - Giám đốc Sở Y tế Hà Nội - khẳng định dịch đã được kiểm soát.", ("Nguyễn Văn Nam", None)),
        (
            "GS. Carl Thayer, chuyên gia về Biển Đông thuộc Học viện Quốc phòng Australia, nhận định.",
            ("Carl Thayer", None),
        ),
        ("Đại sứ Mỹ tại Việt Nam Marc Knapper cho biết quan hệ rất tốt.", ("Marc Knapper", "us")),
        (
            "Ủy ban Cải cách và Phát triển quốc gia Trung Quốc cho biết giá đã tăng.",
            ("Ủy ban Cải cách và Phát triển quốc gia Trung Quốc", "cn"),
        ),
        ("Công an tỉnh Bắc Giang cho biết đã khởi tố bị can.", ("Công an tỉnh Bắc Giang", None)),
        ("Theo Ngoại trưởng Nga Sergei Lavrov, hai bên đã tiến gần hơn.", ("Sergei Lavrov", "ru")),
        ("Bộ Quốc phòng Nga tuyên bố đã bắn hạ 50 máy bay.", ("Bộ Quốc phòng Nga", "ru")),
        ("Nhà Trắng khẳng định lệnh trừng phạt vẫn còn hiệu lực.", ("Nhà Trắng", "us")),
        ("Bình Nhưỡng cáo buộc Seoul khiêu khích.", ("Triều Tiên", "kp")),
        ("Người phát ngôn Bộ Ngoại giao Phạm Thu Hằng khẳng định lập trường nhất quán.", ("Phạm Thu Hằng", "vn")),
        (
            "Phát biểu tại lễ khai mạc, ông Hà Minh Huệ, Phó chủ tịch Hội hữu nghị Việt Nam - Ấn Độ cho biết hội vui.",
            ("Hà Minh Huệ", None),
        ),
        (
            "Chủ tịch nước Lương Cường gửi thư tới Tổng thống Pháp Emmanuel Macron, đề nghị sớm ký.",
            ("Lương Cường", "vn"),
        ),
        ("Ông Tập Cận Bình gửi điện mừng đến ông Kim Jong-un, khẳng định tình bạn.", ("Tập Cận Bình", "cn")),
        ("Ông Lê Văn Hòa thay mặt Đảng bộ, Nhà nước Việt Nam chúc mừng Đại sứ Peru.", ("Lê Văn Hòa", None)),
    ],
)
def test_the_speaker(text: str, speaker: tuple[str, str | None]) -> None:
    name, country = said(text)[0]
    assert name == speaker[0]
    assert speaker[1] is None or country == speaker[1]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters dẫn lời một quan chức Mỹ cho biết lệnh trừng phạt vẫn còn.",
        "Người phát ngôn Tổng thống Joe Biden cho biết chuyến đi bị hoãn.",
        "Công dân bị Paris cáo buộc đã về nước.",
        "Một sĩ quan an ninh Pakistan cho hay vụ nổ đã được điều tra.",
        "Ông đưa ra tuyên bố trên trong cuộc phỏng vấn.",
        "Các chuyên gia của Bộ Y tế cho biết dịch đã lan rộng.",
    ],
)
def test_nobody_is_sure(text: str) -> None:
    assert said(text) == []


def test_a_pronoun_only_where_one_person_was_speaking() -> None:
    sure = said("Ngoại trưởng Mỹ Marco Rubio cho biết thỏa thuận đã gần.", "Ông nhấn mạnh hòa bình là mục tiêu.")
    assert [name for name, _ in sure] == ["Marco Rubio", "Marco Rubio"]
    unsure = said(
        "Ngoại trưởng Mỹ Marco Rubio và Ngoại trưởng Nga Sergei Lavrov đã tới Riyadh.",
        "Ông nhấn mạnh hòa bình là mục tiêu.",
    )
    assert unsure == []
    other = said("Ngoại trưởng Nhật Bản là bà Yoko Kamikawa đã tới.", "Ông nhấn mạnh hòa bình là mục tiêu.")
    assert other == []


def test_words_inside_a_quotation_are_the_speakers() -> None:
    (statement,) = tell('"Nga khẳng định sẽ hợp tác và tôi tin điều đó", Ngoại trưởng Mỹ Marco Rubio nói.').statements
    assert (statement.speaker, statement.direct) == ("Marco Rubio", True)
    assert statement.quote == "Nga khẳng định sẽ hợp tác và tôi tin điều đó"


def test_a_quotation_goes_on_in_the_next_sentence() -> None:
    (statement,) = tell(
        '"Chúng tôi hài lòng với kết quả này", ông Marco Rubio nói tại Washington. "Công việc vẫn còn ở phía trước".'
    ).statements
    assert statement.quote.endswith("Công việc vẫn còn ở phía trước")


def test_a_misprinted_opening_mark_still_opens() -> None:
    statement = first_said("Ông Loic Fauchon nói: ”Nhiều người nghèo rời đất nước của họ”.")
    assert (statement.speaker, statement.direct) == ("Loic Fauchon", True)


def test_the_chain_goes_from_the_outlet_to_the_source() -> None:
    statement = first_said(
        "Theo hãng thông tấn Kyodo, Ngoại trưởng Nhật Bản Takeshi Iwaya nói rằng Tokyo muốn đối thoại."
    )
    assert statement.chain == (Link("Kyodo", "agency"),)


def test_a_leader_is_no_emperor() -> None:
    assert "Naruhito" not in {name for name, _ in said("Nhà lãnh đạo Nhật Bản nhấn mạnh hợp tác là cần thiết.")}


def test_a_ministers_name_need_not_be_printed() -> None:
    assert said("Ngoại trưởng Mỹ cho biết Washington sẽ không công nhận.") == [("Marco Rubio", "us")]


@pytest.mark.parametrize(
    ("texts", "speakers"),
    [
        (("Theo Cơ quan Khí tượng Nhật Bản, động đất xảy ra lúc rạng sáng.",), ["Cơ quan Khí tượng Nhật Bản"]),
        (("Bộ trưởng Nguyễn Hồng Diên: Hàng năm, Chính phủ yêu cầu rà soát.",), ["Nguyễn Hồng Diên"]),
        (
            ("Nga chỉ tìm cớ, người phát ngôn Bộ Ngoại giao Pháp Christophe Lemoine đã phát biểu như vậy.",),
            ["Christophe Lemoine"],
        ),
        (("Manila, đồng minh thân cận của Mỹ, khẳng định sẽ không rút quân.",), ["Philippines"]),
        (
            ("Tổng thống Pháp Emmanuel Macron và Thủ tướng Anh Keir Starmer kêu gọi ngừng bắn ngay lập tức.",),
            ["Emmanuel Macron", "Keir Starmer"],
        ),
        (("Đó là khẳng định của Bộ trưởng Ngoại giao Bùi Thanh Sơn tại buổi họp báo.",), ["Bùi Thanh Sơn"]),
        (("Phó Thủ tướng Trương Hòa Bình nói việc này phải xong sớm.",), ["Trương Hòa Bình"]),
        (("Ngoại trưởng Hàn Quốc Ban Ki-moon cho biết Seoul không nhượng bộ.",), ["Ban Ki-moon"]),
        # somebody of theirs, who is not named
        (("Một quan chức chính quyền Trump cho biết khoản tiền đã được chuyển.",), []),
        (("Em trai Tahir, Sayed Bukhari, tiết lộ anh mình đã đi xa.", "Ông Tahir là kỹ sư."), ["Sayed Bukhari"]),
        (("Một trợ lý của Tổng thống Musharraf gặp báo giới.", '"Chúng tôi đã biết từ lâu", ông này nói.'), []),
        (("Dẫn lời hai quan chức, tờ báo cho biết thuế sẽ tăng.",), []),
    ],
)
def test_more_speakers_and_more_silence(texts: tuple[str, ...], speakers: list[str]) -> None:
    assert [name for name, _ in said(*texts)] == speakers


def test_a_pronoun_is_the_subject_of_its_own_sentence() -> None:
    told = tell(
        "Tổng thống Pháp Emmanuel Macron khẳng định sẽ giữ cam kết.",
        "Dù Thủ tướng Anh Keir Starmer bận việc, nhưng ông cho biết sẽ đến.",
    )
    assert [one.speaker for one in told.statements] == ["Emmanuel Macron", "Keir Starmer"]


def test_an_old_article_without_a_date_knows_who_held_office() -> None:
    told = tell(
        "Ông Powell rời Washington tối qua.",
        "Ngoại trưởng Powell đã lên đường.",
        "Ngoại trưởng Mỹ cho biết sẽ trở về sớm.",
        day=None,
    )
    assert [(one.speaker, one.country) for one in told.statements] == [("Colin Powell", "us")]


def test_who_rejects_what_another_says_says_not_the_others_words() -> None:
    found = said("Ông Donald Trump cáo buộc ông Joe Biden gây ra lạm phát, trong khi ông Joe Biden bác bỏ.")
    assert [speaker for speaker, _ in found] == ["Donald Trump"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Có đến hai thủ môn được HLV Nguyễn Văn Sỹ gọi lên tuyển Việt Nam lần này.", []),
        ("Ngày 14/6, ông Lê Văn Lý bị UBND TPHCM buộc thôi việc, yêu cầu phải bàn giao lại con dấu.", []),
        ("Nghi phạm Lê Văn Lý bị bắt hôm qua, khai nhận đã lấy trộm xe.", ["Lê Văn Lý"]),
        ("Ông Lê Văn Lý, được bầu năm ngoái, nói sẽ từ chức.", ["Lê Văn Lý"]),
    ],
)
def test_whom_something_is_done_to_does_not_speak_by_it(text: str, speakers: list[str]) -> None:
    assert [speaker for speaker, _ in said(text)] == speakers


def test_who_is_spoken_of_is_not_the_officer_who_speaks() -> None:
    assert said("Bộ trưởng Ngoại giao Áo nói rằng bà Susanne Weiss đang ở sứ quán.")[0][0] != "Susanne Weiss"
