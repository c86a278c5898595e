"""On which day a meeting was: the time expression that is its own, else the day the article was speaking of.

What a sentence tells of a day may belong to something else: to when it was told, to a visit, to another meeting, to an
attack they spoke about. Each expression is weighed by how far it stands from the word of meeting; those of something else
are left out. Where nothing is left, the day of the sentences before counts, and that only near the top of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from diemtin.events.beings.people import Cast
from diemtin.events.met.course import is_old, is_past
from diemtin.events.met.daysigns import (
    begins_talks,
    is_bound,
    is_followed_by_telling,
    is_of_clause_before,
    is_of_media,
    is_of_memory,
    is_of_visit,
    is_of_what_follows,
    is_picture,
    is_range,
    is_recalled,
    is_scheduled,
    is_told_on,
    sets_out,
)
from diemtin.events.met.details import refers_back
from diemtin.events.met.frames import Frame
from diemtin.language.timex import Time, resolve
from diemtin.news import Day

TOP = 8
"""Sentences from the top in which a meeting without a day of its own is of the day told before: reports begin with their
news and end with what was before. Of 378 labelled meetings of the web 5 to 8 read as many right, 10 and 14 fewer (and of
``opened``, too): ``benchmarks/events.py --half opened`` after a change."""

_DONE = {"đã", "vừa", "từng", "vừa mới"}


def find_day(
    frame: Frame, times: Sequence[Time], cast: Cast, told: Day | None, triggers: Sequence[int] = ()
) -> Day | None:
    """The time expression nearest to the word of meeting, else ``told``, the day the article was speaking of."""
    weighed: list[tuple[int, Time]] = []
    for at, time in enumerate(times):
        cost = _weigh(frame, times, at, cast, triggers)
        if cost is not None:
            weighed.append((cost, time))
    if not weighed:
        return told if _goes_on(frame, cast, told) else None
    cost, time = min(weighed, key=lambda one: one[0])
    at = _position(frame, frame.trigger)
    if frame.pattern == "named" and frame.noun and cost > (80 if time.end <= at else 200):
        return None  # "tham dự Hội nghị cấp cao Campuchia - Lào - Việt Nam": the day is another's
    if time.kind == "loose":
        return None
    if time.kind == "same_day":
        told = _told_here(times, time, cast) or told
        return told if frame.status == "held" or (not frame.wished and _is_ahead(told, cast)) else None
    here = _told_here(times, time, cast)
    if time.kind == "shift":
        return _shifted(here or told, time)
    if (
        time.kind == "ago"
        and time.ago > 0
        and here is not None
        and _DAYS_BEFORE.search(frame.sentence.text, 0, time.end)
    ):
        return _shifted(here, time)
    if is_of_visit(frame.sentence.text, time):
        return None
    future = frame.status != "held"
    if frame.status == "cancelled" and time.kind == "day" and is_scheduled(frame.sentence.text, time):
        lately = resolve(time, cast.first, cast.last)
        future = lately is None or not is_past(lately, cast.first) or is_old(lately, cast.first)
    day = resolve(time, cast.first, cast.last, future)
    for _, other in weighed:
        finer = resolve(other, cast.first, cast.last, future)
        if is_range(frame.sentence.text, other):
            continue
        if day is not None and finer is not None and _is_within(finer, day):
            return finer  # "Năm 2001, hai ông gặp nhau hồi tháng 6"
    return day


_DAYS_BEFORE = re.compile(r"\bngày trước$")
""" "… hôm thứ Tư; ba nước đã họp một ngày trước": counted from the day told in the sentence."""


def _is_within(finer: Day, day: Day) -> bool:
    if day.month is None:
        return finer.month is not None and finer.year == day.year
    return day.day is None and finer.day is not None and (finer.year, finer.month) == (day.year, day.month)


def _told_here(times: Sequence[Time], same: Time, cast: Cast) -> Day | None:
    """The day of the sentence that "cùng ngày" means: "trưa 11/3 theo giờ địa phương, tức tối cùng ngày"."""
    before = [resolve(time, cast.first, cast.last) for time in times if time.end <= same.start]
    days = [day for day in before if day is not None and day.day is not None]
    return days[-1] if days else None


def find_other_days(frame: Frame, times: Sequence[Time], cast: Cast, day: Day | None) -> list[Day]:
    """The further days of "gặp nhau tại Singapore ngày 12/6/2018 và tại Hà Nội ngày 27/2/2019", after ``day``, the first."""
    if day is None or frame.status != "held":
        return []
    text, found, end = frame.sentence.text, list[Day](), 0
    for time in times:
        other = resolve(time, cast.first, cast.last)
        if end == 0 and time.start > _position(frame, frame.trigger) and other == day:
            end, kind = time.end, time.kind
        elif end and time.kind != "loose":
            between = _AND_THEN.fullmatch(text, end, time.start)
            if (
                other is None
                or other == day
                or between is None
                or not (between["where"] or kind == time.kind == "month")
            ):
                break
            found.append(other)
            end = time.end
    return found


_AND_THEN = re.compile(
    r"(?: (?:tại|ở) [^,;.]{2,30}?)?(?:,[^;.]{2,60}(?=, và thêm|, thêm))?(?:,| và|, và|, rồi| rồi| sau đó)+"
    r"(?P<where>(?: thêm(?: một)? lần nữa)?(?: lần (?:thứ )?\w+(?: là)?)?(?: (?:tại|ở) [^,;.]{2,40}?)?)"
    r"(?: (?:vào|hồi|ngày|hôm|trong|cuối|đầu|giữa))* ?"
)


def _position(frame: Frame, chunk: int) -> int:
    return frame.sentence.pieces[frame.sentence.chunks[chunk].start].start


def _weigh(frame: Frame, times: Sequence[Time], index: int, cast: Cast, triggers: Sequence[int]) -> int | None:
    """How far the expression is from the word of meeting; ``None`` when it is of something else."""
    time, text, at = times[index], frame.sentence.text, _position(frame, frame.trigger)
    future = frame.status != "held"
    if time.kind == "year" and time.year is None and time.turn >= 0:
        return None  # "hội nghị năm nay"
    if time.kind == "loose" and index and time.start - times[index - 1].end < 3:
        return None  # "hôm 4/2 vừa qua"
    if _is_when_agreed(frame, time, cast) or (not future and _is_yet_to_come(frame, time, cast)):
        return None
    if is_bound(text, time, at):
        return 0 if frame.status == "planned" and begins_talks(text, time, at) else None
    between = text[min(at, time.end) : max(at, time.start)]
    if time.start > at and (
        is_of_what_follows(between) or is_told_on(text, time, at) or (not future and _WILL.search(between))
    ):
        return None
    if time.end <= at and (is_of_clause_before(text, time, at) or sets_out(text, time, at)):
        return None
    if time.end <= at and future and " đã " in between:
        return None  # "hôm thứ Hai đã khởi hành …, nơi ông sẽ gặp …"
    distance = at - time.end if time.end <= at else (time.start - at) * 2
    if time.kind == "shift" and at < time.start <= at + _AT_ONCE:
        return 0  # "lên án cuộc gặp một ngày trước đó"
    if time.end <= at and _is_of_trigger_before(frame, times, time, triggers):
        distance += 200
    if is_range(text, time):
        distance += 150  # more often the days of a visit
    if time.kind == "year" and time.start > 12 and distance > (240 if "," not in text[at : time.start] else 60):
        return None
    if is_of_memory(text, time) or (time.end < at and is_of_media(text, time)):
        return None
    if time.end < at and (is_followed_by_telling(text, time) or (future and _told_between(frame, time))):
        if future and time.turn <= 0:
            return None  # "ngày 27/11 cho biết …": when it was told
        distance += (
            400 if any(other.start > at and (other.turn > 0 or _is_own(frame, time, other)) for other in times) else 60
        )
    if time.kind == "loose":
        if ("," in between) if time.start > at else (len(between) > _NEAR and time.start > _NEAR // 2):
            return None
        distance += 200  # "Trước đó, A và B đã gặp nhau … hôm 30/11"
    others = [_position(frame, other) for other in triggers if other != frame.trigger]
    if any(at < other < time.start for other in others):
        return None  # of the meeting that stands between
    return distance + 400 * any(time.start < other < at for other in others)


def _is_own(frame: Frame, told: Time, other: Time) -> bool:
    """ "hôm Chủ nhật đã thông báo … về cuộc gặp với ông A tại Lima hôm thứ Sáu": the day behind is of the meeting."""
    between = frame.sentence.text[_position(frame, frame.trigger) : other.start]
    return told.kind == other.kind and "," not in between and not is_of_what_follows(between)


_AT_ONCE = 24
"""Letters behind a word of meeting that a day right behind it begins within."""


def _is_of_trigger_before(frame: Frame, times: Sequence[Time], time: Time, triggers: Sequence[int]) -> bool:
    """ "sẽ gặp A ngày 3/3 và, trên đường về, gặp B ngày 7/3": each word of meeting has its day behind it."""
    at = _position(frame, frame.trigger)
    before = [other for other in (_position(frame, one) for one in triggers) if other < at]
    if not before or time.start < max(before) or any(other.end <= max(before) for other in times):
        return False
    ends = min(
        (other for other in (_position(frame, one) for one in triggers) if other > at), default=len(frame.sentence.text)
    )
    return any(at < other.start < ends and other.kind == time.kind for other in times)


_WILL = re.compile(r",(?! (?:những )?người\b| họ\b)[^,;()]*\bsẽ [^,;]*$")
""" "sau cuộc hội đàm với ông A, đình công sẽ tiếp tục trong ngày 17/9"."""
_NEAR = 60
"""Letters within which "tuần trước" says when they met, and not when something else was."""


def _is_when_agreed(frame: Frame, time: Time, cast: Cast) -> bool:
    """When a meeting to come was told or agreed: that lies behind the article."""
    if frame.status == "planned" and ((time.ago > 0 and time.kind == "ago") or time.turn < 0):
        return True
    if frame.status == "cancelled" and is_scheduled(frame.sentence.text, time):
        return False  # "dự kiến diễn ra hôm 8/3 đã bị hủy"
    return frame.status != "held" and is_past(resolve(time, cast.first, cast.last, True), cast.first)


def _is_yet_to_come(frame: Frame, time: Time, cast: Cast) -> bool:
    """Somebody "đã gặp", and the day lies ahead: it is of what they spoke about."""
    day = resolve(time, cast.first, cast.last)
    if day is None or day.month is None or cast.last is None:
        return False
    if date(day.year, day.month, day.day or 1) <= cast.last:
        return False
    return bool(
        {chunk.text.lower() for chunk in frame.sentence.chunks[max(0, frame.trigger - 3) : frame.trigger]} & _DONE
    )


def _goes_on(frame: Frame, cast: Cast, told: Day | None) -> bool:
    """Is the meeting of the day told before, as no day is told for it?"""
    sentence = frame.sentence
    if sentence.passage < 0:
        return False
    if frame.status == "held":
        if is_picture(sentence.text) or is_recalled(sentence.text, _position(frame, frame.trigger)):
            return False  # of any day
        near = sentence.number < TOP or (frame.noun and refers_back(sentence.text))
        return near and not _is_background(frame)
    return (
        frame.status == "planned"
        and not frame.wished
        and _NEXT_ON.match(sentence.text) is not None
        and _is_ahead(told, cast)
    )


_NEXT_ON = re.compile(
    r"(?:(?:Theo (?:kế hoạch|chương trình|lịch trình)|Dự kiến),? )?"
    r"(?:(?:Ngay )?[Ss]au (?:đó|lễ)|[Tt]iếp đó|[Tt]iếp theo|[Kk]ết thúc (?:lễ|buổi)|[Bb]uổi (?:sáng|chiều|tối))\b"
)
"""A programme of one day goes on: "Tiếp đó, Tổng thống sẽ hội kiến…"."""


def _is_ahead(told: Day | None, cast: Cast) -> bool:
    return told is not None and told.day is not None and cast.first is not None and not is_past(told, cast.first)


def _shifted(told: Day | None, time: Time) -> Day | None:
    """ "một ngày sau đó": counted from the day told before."""
    if told is None or told.month is None or told.day is None:
        return None
    day = date(told.year, told.month, told.day) - timedelta(days=time.ago)
    return Day(day.year, day.month, day.day)


def is_caption(frame: Frame) -> bool:
    """ "A cùng B trước cuộc gặp hôm 14/1": to come for the picture, not for the page."""
    before = frame.sentence.chunks[frame.trigger - 1].text.lower() if frame.trigger else ""
    told = _told_before(frame) or frame.sentence.text.startswith("Phát biểu")
    return frame.status == "planned" and frame.noun and before == "trước" and not told


def _told_before(frame: Frame) -> bool:
    return any(chunk.kind == "v" for chunk in frame.sentence.chunks[: frame.trigger])


def _told_between(frame: Frame, time: Time) -> bool:
    """ "hôm nay Ngoại trưởng Wong cho biết bà sẽ gặp …": a verb of speech between the day and the word of meeting."""
    sentence = frame.sentence
    return any(
        chunk.kind == "v" and time.end <= sentence.pieces[chunk.start].start
        for chunk in sentence.chunks[: frame.trigger]
    )


def _is_background(frame: Frame) -> bool:
    """ "kể từ cuộc gặp", "các cuộc đàm phán", "Hội nghị thượng đỉnh Mỹ - Triều": not what the day of the news was of."""
    chunks, at = frame.sentence.chunks, frame.trigger
    word = chunks[at].text.lower()
    before = [chunk.text.lower() for chunk in chunks[max(0, at - 4) : at]]
    if frame.pattern == "named" and frame.noun:
        return True
    return word.startswith(("các", "những")) or bool(set(before) & _EARLIER)


_EARLIER = {
    "từ", "kể từ", "từng", "nhiều", "lần", "các", "những", "loạt", "trước đây", "kết quả", "quả", "nội dung", "dung",
}  # fmt: skip
