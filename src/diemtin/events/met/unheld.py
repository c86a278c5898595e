"""What was arranged and is not to be: given up, called off, put off, a journey that is off; by the words around it.

``before`` stands before the word of meeting, ``rest`` is the sentence from it on, ``clause`` only up to another meeting.
"""

from __future__ import annotations

import re

_GIVEN_UP = re.compile(
    r"(?<!rời )(?<!từ )\bbỏ (?:(?:các|những|mọi) )?(?P<plan>(?:kế hoạch|ý định|dự định|lịch) )?"
    r"(?:(?:tổ chức|tiến hành|một|các) )*$"
)
_SHOULD_HAVE = re.compile(r"\blẽ ra (?!không\b|đừng\b)(?:\w+ ){0,4}$", re.IGNORECASE)
_AS_PLANNED = re.compile(r"[^,;.]*? như (?:đã )?(?:dự (?:kiến|tính|định|trù)|kế hoạch|lịch|định|hẹn|thông báo)\b")
_CALLED_OFF = re.compile(
    r"(?<!suýt )(?<!không )(?<!chưa )(?<!có thể )\bbị (?:[^\s,;]+ ){0,4}?(?:hủy|huỷ|hoãn|bãi bỏ|tẩy chay)\b"
    r"|\bkhông (?:thể )?(?:diễn ra|được tổ chức|được mở|mở(?= như| theo|[,.;]))\b"
    r"(?! (?:suôn|tốt|thuận|êm|dễ|trong (?:bầu )?không|công khai|chính thức|tại|ở)\b)"
    r"|(?<!\bnói )\blẽ ra (?!không\b|phải\b)(?![^,;.]* sớm hơn)"
)
_PUT_OFF = re.compile(
    r"^[^;]*?\b(?:ban đầu|vốn|dự kiến|dự định|(?:từng|đã) được (?:ấn |dự )?định)\b[^;]*?"
    r"(?:\b(?:nhưng|song|tuy nhiên|đã bị|bị|đã)\b[^;]*?\b(?:hoãn|hủy|huỷ)\b"
    r"|\b(?:nhưng|song)\b[^;]{0,40}?\b(?:đổ vỡ|đổ bể|không thành|không diễn ra)\b)"
)
""" "Vòng đàm phán dự định vào tháng 9, nhưng hai bên đã nhất trí hoãn": said behind of the meeting in front."""
_TRIP_OFF = re.compile(r"\b(?:hoãn|hủy|huỷ)(?: bỏ)?(?: kế hoạch)? chuyến (?:thăm|đi|công du|viếng thăm)\b[^;]*\bnơi\b")
""" "hoãn chuyến thăm Philippines, nơi ông dự định hội đàm với…"."""


def is_given_up(before: str, rest: str, noun: bool) -> bool:
    """ "bỏ cuộc gặp", "bỏ kế hoạch hội đàm", "lẽ ra sẽ gặp"."""
    given_up = _GIVEN_UP.search(before)
    if given_up is not None and (noun or given_up["plan"]):
        return True
    return _SHOULD_HAVE.search(before) is not None and "sớm hơn" not in rest


def is_as_planned(rest: str) -> bool:
    """ "sẽ không gặp nhau trong tháng này như dự kiến"."""
    return _AS_PLANNED.match(rest) is not None


def is_called_off(clause: str) -> bool:
    """ "Cuộc gặp giữa A và B đã bị hủy": said behind, before another meeting or verb of speech."""
    return _CALLED_OFF.search(clause) is not None


def is_put_off(rest: str) -> bool:
    """ "Vòng đàm phán dự định vào tháng 9, nhưng hai bên đã nhất trí hoãn"."""
    return _PUT_OFF.search(rest) is not None


def is_trip_off(before: str) -> bool:
    """ "hoãn chuyến thăm Philippines, nơi ông dự định hội đàm với…"."""
    return _TRIP_OFF.search(before) is not None
