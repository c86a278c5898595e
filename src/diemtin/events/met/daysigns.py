"""Whose day a day in a sentence is: what stands around a time expression, by the words alone.

The press tells many days beside that of a meeting: when it was written about, when somebody set out, the days of a visit,
the bound of something else, what they spoke about. Each function looks at one expression in the text of its sentence.
"""

from __future__ import annotations

import re

from diemtin.language.timex import Time

_SAYS = re.compile(
    r"\W*(?:(?:đã|cũng|vừa|dẫn|ra) )*(?:cho biết|cho hay|nói|tuyên bố|thông báo|xác nhận|khẳng định|đưa tin|loan báo"
    r"|dẫn lời|tiết lộ|công bố|kêu gọi|đề nghị|ra thông cáo)"
)
"""What follows the day on which something was told: "ngày 27/11 cho biết …"."""
_RANGE = re.compile(r"\d\s*(?:-|–|đến|tới)\s*(?:ngày\s+)?\d+\s?/")
_BOUNDARY = {"kể từ", "từ", "sau", "trước", "đến", "tới", "cho đến"}
"""A date after one of these bounds something else."""
_BEFORE_THAT = re.compile(r"\b(?:ngày|tuần|tháng|hôm|năm) (?:trước|sau) khi\b[^,]*$")
""" "Ngày 22/9, một ngày trước khi gặp ông Medvedev": another day."""
_AFFAIR = (
    r"(?<!\bquốc )(?<!\bQuốc )(?<!\bnhiệm )(?<!\bphục )(?<!\bdịch )(?<!\bcông )(?<!\bnghĩa )(?<!\b[Nn]ội )(?<!\b[Nn]goại )"
    r"vụ(?! viện| trưởng)|(?<!\bchuẩn )(?<!\bthiết )(?<!\btrang )bị"
)
_SINCE = re.compile(rf"\b(?:kể từ|từ khi|sau khi|{_AFFAIR})\b[^,;]*$")
_OF_ANOTHER = re.compile(
    r"\b(?:trước khi|trước thềm|sau khi|kể từ|trước (?:cuộc|chuyến|hội nghị|kỳ|lễ|vòng|phiên|thời hạn)|nhậm chức"
    rf"|{_AFFAIR})\b"
    r"|, người (?!đồng |tương |tiền |phát |đứng |phụ )[^,;]*$"
    r"|, (?:người (?:đã|từng|được|có|vừa|sẽ)|vốn|nơi|được (?:bổ nhiệm|bầu|chỉ định))\b"
)
"""Between the word of meeting and a day behind it: the day is of what these words begin."""
_CLAUSE = re.compile(r"^(?:Chỉ |Ngay )?(?:Sau|Trước|Kể từ|Từ) khi\b[^,]*$")
""" "Sau khi trở thành thủ tướng vào tháng 8/1999, ông đã gặp…": the day of the clause before."""
_IN_SPEECH = re.compile(
    r"\b(?:phát biểu|họp báo|phỏng vấn|tuyên bố|thông cáo|bài viết|bài đăng)\b[^,;]{0,25}$", re.IGNORECASE
)
_END_OF_TRIP = re.compile(r"\bchuyến [^,;.]*\b(?:kết thúc|bắt đầu|kéo dài)\b[^,;.]*$")
_SET_OUT = r"\b(?:lên đường|khởi hành|xuất phát)\b[^,;]*"
_OUT_BEFORE = re.compile(rf"{_SET_OUT}$")
_OUT_AFTER = re.compile(rf"\W*(?:(?:đã|vừa|sẽ) )?{_SET_OUT}\bđể\b")
_VISIT = re.compile(r"\b(?:thăm|chuyến|công du|làm việc tại|ở lại|lưu lại)\b[^,;.]*$")


_MEDIUM = (
    r"(?:[Hh]ãng (?:tin|thông tấn)|[Tt]hông tấn xã|[Tt]ờ|[Nn]hật báo|[Bb]áo|[Đđ]ài|[Kk]ênh|[Tt]ạp chí|[Tt]ruyền thông"
    r"|Yonhap|Kyodo|Reuters|AFP|AP|TASS|Xinhua|Tân Hoa [Xx]ã|THX|TTXVN|CNN|BBC)\b"
)
_BY_MEDIUM = re.compile(rf"\b{_MEDIUM}[^,;:.]*$")
_MEDIUM_TELLS = re.compile(rf",? {_MEDIUM}[^,;:.]{{0,40}}? (?:đưa tin|dẫn|cho biết|cho hay|loan|tường thuật|viết)\b")


_LASTS = re.compile(r"\b(?:kéo dài|diễn ra|bắt đầu|tiến hành)(?: \w+){0,2} từ (?:ngày |hôm )?$")
""" "cuộc hội đàm kéo dài từ chiều 10/3 đến rạng sáng 11/3": its own first day."""
_MEMORY = re.compile(r"\b(?:[Kk][ỷỉ] niệm|sinh nhật|ngày sinh|ngày mất|sinh|thành lập|thiết lập quan hệ)\b[^,;.]*$")
_RECALLED = re.compile(
    r"\b(?:nhắc (?:lại|đến|tới)|nhớ lại|nhìn lại|kể (?:lại|về)|đánh giá cao|hoan nghênh)(?: về)?"
    r"(?: (?:kết quả|nội dung))?(?: của)? $"
)
_SCHEDULED = re.compile(r"\b(?:dự kiến|theo kế hoạch|ấn định|lẽ ra|lên lịch|dự định|vốn định|được định)\b[^,;.]*$")
_WENT = re.compile(r"\b(?:tới|đến|thăm|sang) (?:\w+ ){1,5}(?:vào |hồi |trong )?(?:đầu |giữa |cuối )?$")
_CREDIT = re.compile(r"\(?(?:Ảnh|Nguồn)(?: tư liệu| minh họa)?:")
_PICTURE = re.compile(r"\((?:trái|phải|ngoài cùng|bìa|giữa|thứ hai)\b[^)]*\)|\bẢnh(?: tư liệu)?:|\(Ảnh\b|\(Nguồn:")


def is_range(text: str, time: Time) -> bool:
    """ "từ ngày 10 đến 12/3"."""
    return _RANGE.search(text, time.start, time.end) is not None


def is_followed_by_telling(text: str, time: Time) -> bool:
    """ "ngày 27/11 cho biết …": the day on which something was told."""
    return _SAYS.match(text, time.end) is not None


def is_of_what_follows(between: str) -> bool:
    """``between`` the word of meeting and a day behind it begins what the day is of: "…, người đã được bầu …"."""
    return ";" in between or " - thời điểm" in between or _OF_ANOTHER.search(between) is not None


_TOLD_ON = re.compile(r"\b(?:đưa tin|loan tin|cho biết|cho hay|thông báo|tuyên bố)(?: thêm)?(?: vào)? $")
_AT_IT = re.compile(r"\b(?:[Ss]au|[Tt]rong|[Tt]ại|[Kk]hi|[Qq]ua|[Nn]hân)(?: khi| một| các)? $")


def is_told_on(text: str, time: Time, at: int) -> bool:
    """ "A gặp B, hãng tin X cho biết ngày 28/7": when it was told; not "sau khi gặp B, A tuyên bố ngày 28/7"."""
    return _TOLD_ON.search(text, at, time.start) is not None and _AT_IT.search(text, 0, at) is None


def is_of_clause_before(text: str, time: Time, at: int) -> bool:
    """``at`` the word of meeting: the day is of the clause before ("Trong bài phát biểu ngày 5/3, ông nói đã gặp…"), or the
    meeting was a day before or after."""
    between = text[time.end : at]
    opened = any(sign.search(text, 0, time.start) for sign in (_CLAUSE, _IN_SPEECH, _END_OF_TRIP))
    return _BEFORE_THAT.search(between) is not None or ("," in between and opened)


def is_of_event_before(text: str, time: Time) -> bool:
    """ "kể từ vụ tấn công ngày 5/3": no day of news."""
    return _SINCE.search(text, 0, time.start) is not None


def is_of_journey(text: str, time: Time) -> bool:
    """ "tới Baghdad năm 1984": somebody went there then, and what follows was there."""
    return _WENT.search(text, 0, time.start) is not None


def is_of_memory(text: str, time: Time) -> bool:
    """ "kỷ niệm 50 năm thiết lập quan hệ (11/3/1975-11/3/2025)": the day remembered."""
    return _MEMORY.search(text, 0, time.start) is not None


def is_scheduled(text: str, time: Time) -> bool:
    """ "dự kiến diễn ra hôm 8/3"."""
    return _SCHEDULED.search(text, 0, time.start) is not None


def is_recalled(text: str, at: int) -> bool:
    """ "nhắc lại cuộc gặp với…", ``at`` the word of meeting: of any day before."""
    return _RECALLED.search(text, 0, at) is not None


def is_credit(text: str) -> bool:
    """ "Ảnh: TTXVN", which ends a caption printed as a paragraph."""
    return _CREDIT.match(text) is not None


def is_picture(text: str) -> bool:
    """A caption printed as a sentence: what it shows was on any day."""
    return _PICTURE.search(text) is not None


def is_of_visit(text: str, time: Time) -> bool:
    """ "trong chuyến thăm từ ngày 10 đến 12/3": on which of them they met is not told."""
    return is_range(text, time) and _VISIT.search(text, 0, time.start) is not None


def sets_out(text: str, time: Time, at: int) -> bool:
    """ "đã lên đường hôm 10/3 để gặp…", "hôm nay lên đường sang Mỹ để gặp…": when somebody set out."""
    for_that = re.search(r"\bđể\b", text[time.end : at]) is not None
    return for_that and bool(_OUT_BEFORE.search(text, 0, time.start) or _OUT_AFTER.match(text, time.end))


def is_of_media(text: str, time: Time) -> bool:
    """ "Hãng tin Yonhap ngày 14/6 dẫn tuyên bố …", "Hôm 14/6, Reuters đưa tin": the day on which it was written about."""
    if _MEDIUM_TELLS.match(text, time.end):
        return True
    return is_followed_by_telling(text, time) and _BY_MEDIUM.search(text, 0, time.start) is not None


def _words_before(text: str, time: Time) -> list[str]:
    """The last words before a day, without "ngày" and "hôm"."""
    return text[max(0, time.start - 12) : time.start].lower().removesuffix("ngày ").removesuffix("hôm ").split()


def is_bound(text: str, time: Time, at: int) -> bool:
    """ "kể từ ngày 5/3": the bound of something else, unless it is a range of days of its own."""
    before = _words_before(text, time)
    if not before or (before[-1] not in _BOUNDARY and " ".join(before[-2:]) not in _BOUNDARY):
        return False
    if _LASTS.search(text, 0, time.start) or (before == ["đến"] and time.end < at):
        return False  # "Đến tháng 9/2022, hai ông gặp lại nhau"
    later = "thời điểm" in text[time.end : time.end + 14] and time.end < at
    return not later and not is_range(text, time)


def begins_talks(text: str, time: Time, at: int) -> bool:
    """ "sẽ bắt đầu đàm phán … từ ngày 3/10/2005", "sẽ gặp … từ ngày 10/10": the first of several days, if of no visit."""
    before = _words_before(text, time)
    if before[-1:] != ["từ"] or before[-2:] == ["kể", "từ"]:
        return False
    return "bắt đầu" in text or (
        time.kind != "year" and time.start > at and _VISIT.search(text[at : time.start]) is None
    )
