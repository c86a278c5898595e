"""Where a sentence ends, and where it only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diemtin.language.sentences import sentences


@pytest.mark.parametrize(
    "whole",
    [
        "Đoàn đến TP. Hồ Chí Minh sáng nay.",
        "GS.TS. Nguyễn Văn Lâm trình bày báo cáo.",
        "PGS.TS Trần Hà cho biết kết quả.",
        "Cuộc gặp ngày 23.9 diễn ra tại New York.",
        "Ông J. Biden phát biểu trước báo giới.",
        "Giá vàng tăng 1.200.000 đồng mỗi lượng.",
        "Trang Thoidai.com.vn đưa tin.",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert sentences(whole) == [whole]


def test_sentences_in_order() -> None:
    text = "Bão đổ bộ lúc 3h. Hai người mất tích! Vì sao? “Tôi không biết.” Ông nói vậy…"
    assert sentences(text) == [
        "Bão đổ bộ lúc 3h.",
        "Hai người mất tích!",
        "Vì sao?",
        "“Tôi không biết.”",
        "Ông nói vậy…",
    ]


def test_a_line_end_ends_a_sentence() -> None:
    assert sentences("Tiêu đề không có chấm\nCâu đầu tiên.") == ["Tiêu đề không có chấm", "Câu đầu tiên."]


@given(st.text(alphabet="aAbB.!?… “”\n1đĐ"))
def test_no_letter_is_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
