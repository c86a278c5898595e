"""Why an article stands where it stands, in words for people."""

from __future__ import annotations

from diemtin.news import Reason
from diemtin.stories.features import Features
from diemtin.stories.pairs import Scores, describe_pairs
from diemtin.stories.rows import Rows, Slots, Span

EDITOR = Reason("editor", 1.0, "biên tập viên sắp xếp")
COPY = Reason("copy", 1.0, "cùng một bản tin, đăng lại")
FIRST = Reason("first", 0.0, "chưa có bài nào khác về việc này")
THERE = Reason("there", 0.0, "đã có trong tin này")
MERGED = Reason("merged", 1.0, "hai tin kể cùng một việc")
UNDATED = Reason("time", 0.0, "không rõ ngày đăng, chỉ dựa vào lời văn")
TORN = Reason("torn", 0.0, "không rõ ngày đăng, hợp với nhiều tin cách nhau xa về thời gian")
PARTED = Reason("parted", 1.0, "kể một việc khác")

_WORDS = (
    (1, "headline", "tít có nhiều từ chung", 0.25),
    (11, "sapo", "sapo có nhiều từ chung", 0.30),
    (0, "text", "nội dung có nhiều từ chung", 0.20),
    (9, "names", "cùng nhắc các tên riêng", 0.30),
    (10, "numbers", "cùng nhắc các con số", 0.30),
)


def of_pair(rows: Rows, features: Features, norms: Scores, span: Span, slot: Slots) -> tuple[Reason, ...]:
    """What the article shares with the nearest one of its story, strongest first."""
    inputs = describe_pairs(rows, features, norms, span, slot)[0]
    found = [
        Reason(sign, round(float(inputs[column]), 3), words)
        for column, sign, words, least in _WORDS
        if inputs[column] >= least
    ]
    found.sort(key=lambda reason: -reason.weight)
    if span[0] < span[1] or rows.early[slot[0]] < rows.late[slot[0]]:
        return (*found, UNDATED)
    days = float(inputs[12]) * 10
    when = "đăng cách nhau chưa đầy một ngày" if days < 1 else f"đăng cách nhau {days:.0f} ngày"
    found.append(Reason("time", round(1 - min(days / 10, 1), 3), when))
    return tuple(found)
