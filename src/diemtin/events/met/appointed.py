"""Sentences that only say when and where a meeting takes place: "Cuộc gặp dự kiến diễn ra ngày 12/3 tại Vienna".

They name no side. What they say is of the meeting told last, or of the one told next where none was told yet;
"cuộc gặp gần nhất của hai ông" is another meeting of the same people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diemtin.events.beings.nouns import Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.met.details import find_place
from diemtin.language.timex import Time, resolve
from diemtin.news import Cited, Day, Meeting

_WHAT = r"(?:gặp gỡ|gặp|hội đàm|hội kiến|điện đàm|họp|tiếp xúc|làm việc|trao đổi|đối thoại|thảo luận|đàm phán)"
_TAKES_PLACE = re.compile(
    rf"(?:^|[,:] |\brằng |\bbiết )(?:[Cc]uộc|[Bb]uổi|[Pp]hiên|[Vv]òng) {_WHAT}"
    r"(?: (?:này|trên|nói trên|song phương|ba bên|cấp cao|thượng đỉnh|kín|trực tiếp|giữa (?:hai|ba) \w+(?: \w+)?))*"
    r"(?: (?:sẽ|đã|được|dự kiến|có thể|cũng))* (?:diễn ra|tổ chức|tiến hành|được tổ chức)\b"
)
_LAST_ONE = re.compile(
    rf"(?:(?:[Cc]uộc|[Bb]uổi|[Vv]òng) {_WHAT}|[Vv]òng|[Ll]ần)(?: trực tiếp)?"
    r" (?:gần (?:đây )?nhất|cuối cùng|(?<!\b[Ll]ần )đầu tiên|trước đó|trước đây)"
    r"(?: (?:giữa|của) (?:hai|cả hai) (?:\w+ ?){1,3}?)?(?: (?:đã|được))*"
    r" (?:diễn ra|tổ chức|vào|là(?= (?:vào |hồi |trong )?(?:ngày|hôm|tháng|đầu|giữa|cuối|năm)\b))"
)
_OFF = re.compile(
    rf"(?:^|[,;] (?:nhưng|song|tuy nhiên),? ?)(?:[Tt]uy nhiên, |[Ss]au đó, )?"
    rf"(?:(?:[Cc]uộc|[Bb]uổi) {_WHAT}|[Cc]huyến (?:thăm|đi|công du|viếng thăm))(?: này| trên| nói trên| ấy)?"
    r"(?: (?:đã|nay|hiện|vừa|sau đó|cuối cùng|rốt cuộc|phải))* bị (?:tạm )?(?:hủy|huỷ|hoãn|bãi bỏ)\b"
)
_BOUND = re.compile(r"(?:trước|sau|kể từ|từ|đến|tới) (?:ngày |hôm )?$")


@dataclass(frozen=True, slots=True)
class Appointed:
    """What such a sentence says; ``another`` when it is of an earlier meeting of the same people."""

    day: Day | None
    place: str | None
    planned: bool
    another: bool
    cited: Cited


def is_called_off(text: str) -> bool:
    """ "…, nhưng cuộc gặp đã bị hủy", "Cuộc gặp sau đó bị hủy": what was planned before these words is not held."""
    return _OFF.search(text) is not None


_NO_JOURNEY = re.compile(
    r"\b[Cc]huyến (?:thăm|đi|công du|viếng thăm)\b[^.;]*?\b(?<!có thể )(?<!không )(?<!suýt )bị (?:tạm )?(?:hủy|huỷ|hoãn)\b"
    r"|\b(?<!không )(?:hủy|huỷ|hoãn)(?: bỏ)?(?: kế hoạch)? chuyến (?:thăm|đi|công du|viếng thăm)\b"
)
_MEANT = re.compile(
    r"(?:Trước đó|Trước đây|Ban đầu|Theo (?:kế hoạch|lịch trình|chương trình|dự kiến|dự tính)(?: ban đầu)?)\b"
)


def is_journey_off(text: str) -> bool:
    """ "Chuyến thăm … đã bị hoãn lại": whom the guest was to meet is not met."""
    return "huyến" in text and _NO_JOURNEY.search(text) is not None


def is_of_before(text: str) -> bool:
    """ "Trước đó, …", "Theo kế hoạch, …": below a journey that is off, what had been meant."""
    return _MEANT.match(text) is not None


def find_appointed(sentence: Sentence, times: Sequence[Time], cast: Cast) -> Appointed | None:
    """``None`` for every other sentence, and where neither day nor place is said."""
    text = sentence.text
    another = _LAST_ONE.search(text)
    match = another or _TAKES_PLACE.search(text)
    if match is None:
        return None
    planned = another is None and bool(re.search(r"\b(?:sẽ|dự kiến|có thể)\b", match.group()))
    day = _find_day(text, match.end(), times, cast, planned)
    trigger = sentence.kinds.find("e")
    place = find_place(sentence, trigger, []) if trigger >= 0 else None
    if (day is None and place is None) or (another and day is None):
        return None
    return Appointed(day, place, planned, another is not None, Cited(text, max(sentence.passage, 0)))


def _find_day(text: str, at: int, times: Sequence[Time], cast: Cast, planned: bool) -> Day | None:
    """The first time expression behind the verb, within its clause."""
    for time in times:
        if time.start < at or time.kind in {"loose", "same_day"}:
            continue
        between = text[at : time.start]
        if ";" in between or " sau khi " in f"{between} " or _BOUND.search(between):
            return None
        return resolve(time, cast.first, cast.last, planned)
    return None


def apply_appointed(found: list[Meeting], last: int, said: Appointed) -> None:
    """Fills what the meeting told last does not have yet; what contradicts it is left alone."""
    meeting = found[last]
    if said.another:
        earlier = replace(
            meeting, status="held", date=said.day, place=said.place, occasion=None, minutes=None, topics=(), chain=()
        )
        if said.day != meeting.date and not _is_later(said.day, meeting.date):
            found.append(replace(earlier, form="meeting", cited=(said.cited,)))
        return
    if said.planned != (meeting.status == "planned") or (meeting.date and said.day and meeting.date != said.day):
        return
    place = meeting.place or said.place
    found[last] = replace(meeting, date=meeting.date or said.day, place=place, cited=(*meeting.cited, said.cited))


def _is_later(one: Day | None, other: Day | None) -> bool:
    return one is not None and other is not None and other.month is not None and _first(one) > _first(other)


def _first(day: Day) -> date:
    return date(day.year or 1, day.month or 1, day.day or 1)
