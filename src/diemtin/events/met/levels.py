"""Meetings told too vaguely to be one: of officials below ministers, of several years, or talks that are merely to go on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.met.frames import Frame
from diemtin.language.timex import Time
from diemtin.news import Day

_BELOW = re.compile(
    r"(?<![Tt]rung )(?<!cao )(?<!sơ )(?<!cung )(?<!nâng )\bcấp (?:độ )?(?:(?:tổng |phó )?(?:vụ|cục) trưởng"
    r"|trưởng phòng|thứ trưởng|đại sứ|chuyên viên|chuyên gia|kỹ thuật|kĩ thuật|làm việc|tham vấn|sĩ quan)\b"
)
_ABOVE = re.compile(r"\bcấp (?:ngoại trưởng|bộ trưởng|thủ tướng|cao|nguyên thủ|lãnh đạo|thượng đỉnh)\b", re.IGNORECASE)
_YEARS = re.compile(
    r"\bnăm \d{4}(?:, (?:năm )?\d{4})*,? (?:và|hay|hoặc|lẫn|đến|tới) (?:cả )?(?:trong )?(?:năm )?\d{4}\b"
    r"|\b(?:giai đoạn|các năm|những năm|hai năm|ba năm) \d{4}\s?[-–]\s?\d{4}\b"
)
_GOING_ON = re.compile(
    r"\btiếp tục (?:(?:mở|tiến hành|tổ chức|thực hiện|có|các|những|vòng|thêm|cùng|cùng nhau) )*$", re.IGNORECASE
)


def _clause(frame: Frame) -> tuple[str, str]:
    """What stands before the word of meeting, and behind it up to the next comma or word of meeting."""
    chunks, text = frame.sentence.chunks, frame.sentence.text
    begin, end = frame.sentence.pieces[chunks[frame.trigger].start].start, len(text)
    for chunk in chunks[frame.trigger + 1 :]:
        if chunk.kind in "em.;":
            end = frame.sentence.pieces[chunk.start].start
            break
    return text[:begin], text[begin:end]


def is_below_ministers(frame: Frame, times: Sequence[Time]) -> bool:
    """ "Hai nước gặp nhau ở cấp vụ trưởng": neither heads nor ministers, and nobody else is named.

    States that are named meet at any level, if it is one meeting: "Peru và Chile đàm phán cấp chuyên viên hôm 10/3",
    "cuộc đàm phán cấp chuyên viên Peru - Chile".
    """
    if any(side.kind in "PUO" for side in frame.sides):
        return False
    behind = _clause(frame)[1]
    if _BELOW.search(behind) is None or _ABOVE.search(behind) is not None:
        return False
    word = frame.sentence.chunks[frame.trigger]
    one = any(time.kind in _DAYS for time in times) or (word.kind == "e" and not word.text.lower().startswith(_SEVERAL))
    return not one or any(side.kind == "r" for side in frame.sides)


_DAYS = {"day", "ago", "weekday"}
_SEVERAL = ("các", "những", "nhiều")


def is_of_years(frame: Frame, times: Sequence[Time]) -> bool:
    """ "Hai nước gặp nhau vào các năm 2018 và 2019": several meetings, and none of them of the article's day."""
    if frame.status != "held" or all(side.kind in "PUO" for side in frame.sides):
        return False
    return _YEARS.search(_clause(frame)[1]) is not None and not any(time.kind in _DAYS for time in times)


_SOME_TIME = re.compile(
    r"[^,;.]*?\b(?:(?:một )?(?:dịp|lúc|thời điểm|ngày) (?:khác|nào đó|thích hợp)|trong tương lai|về sau)\b",
    re.IGNORECASE,
)
_LOOSELY = ("trao đổi", "thảo luận", "bàn", "làm việc", "tham vấn", "tham khảo", "tiếp xúc", "nói chuyện")
_MORE = re.compile(r"(?:tiếp(?= với\b)|(?!tiếp)[^,;.]{2,14}? tiếp\b(?! (?:tục|theo|kiến|đón|xúc)\b))", re.IGNORECASE)
""" "sẽ làm việc tiếp với", "đàm phán tiếp": the word of meeting may be "tiếp" itself, read as to receive."""


def goes_on_sometime(frame: Frame, times: Sequence[Time], day: Day | None) -> bool:
    """ "nhất trí tiếp tục đàm phán", "sẽ gặp nhau vào một dịp khác", "sẽ bàn với Lima về …": of no day that is told."""
    if frame.status != "planned" or (day is not None and day.month is not None):
        return False
    before, behind = _clause(frame)
    word = frame.sentence.chunks[frame.trigger].text.lower()
    if _GOING_ON.search(before) is None and not _SOME_TIME.match(behind) and not _MORE.match(behind):
        states = len(frame.right) > 0 and all(side.kind in "CBK" for side in frame.right)
        return states and not frame.noun and word.startswith(_LOOSELY) and day is None
    return not any(time.turn > 0 and time.kind != "year" for time in times)
