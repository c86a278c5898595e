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
