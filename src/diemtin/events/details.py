"""When, where, beside what, how long and about what: the details of one meeting in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from diemtin.events.chunks import Chunk, Sentence
from diemtin.events.frames import Frame
from diemtin.events.people import Cast
from diemtin.language.countries import countries
from diemtin.language.timex import Time, resolve
from diemtin.news import Day

_OCCASION = re.compile(
    r"(?:[Bb]ên lề|[Nn]hân dịp|[Tt]rong khuôn khổ|[Nn]hân(?=\s+(?:chuyến|lễ|ngày|kỷ niệm|hội nghị)))\s+(?P<what>[^.;]+?)"
    r"(?=\s+(?:tại|ở|đang diễn ra|diễn ra|để|nhằm|vào ngày|ngày)\s|[.,;]|$)"
)
_MINUTES = re.compile(
    r"(?:kéo dài|trong|suốt)\s+(?:hơn|gần|khoảng)?\s*(?P<n>\d+|một|hai|ba)\s*(?P<unit>phút|giờ|tiếng)"
)
_TOPICS = re.compile(
    r"(?:để thảo luận về|để bàn về|thảo luận về|bàn về|tập trung vào|trao đổi về|để thảo luận|nhằm thảo luận về"
    r"|nhằm thảo luận|xoay quanh|liên quan đến)\s+(?P<what>[^.;]+)"
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3}
_REFERS = re.compile(
    r"^(?:[Tt]ại|[Tt]rong|[Cc]uộc (?:gặp|hội đàm|họp|điện đàm)|[Bb]uổi|[Hh]ội nghị|Theo nguồn tin)"
    r"|tại (?:cuộc|buổi|hội nghị)|trong (?:cuộc|buổi)"
)
_SAYS = re.compile(
    r"\W*(?:(?:đã|cũng|vừa|dẫn|ra) )*(?:cho biết|cho hay|nói|tuyên bố|thông báo|xác nhận|khẳng định|đưa tin|loan báo"
    r"|dẫn lời|tiết lộ|công bố|kêu gọi|đề nghị|ra thông cáo)"
)
"""What follows the day on which something was told: "ngày 27/11 cho biết …"."""
_RANGE = re.compile(r"\d\s*(?:-|–|đến|tới)\s*(?:ngày\s+)?\d+\s?/")
_BOUNDARY = {"kể từ", "từ", "sau", "trước", "đến", "tới", "cho đến"}
"""A date after one of these bounds something else."""


_BEFORE_THAT = re.compile(r".*(?:ngày|tuần|tháng|hôm|năm) (?:trước|sau) khi\b")
""" "Ngày 22/9, một ngày trước khi gặp ông Medvedev": another day."""
_SINCE = re.compile(r"(?:kể từ|từ khi|sau khi)\b[^,;]*$")


def refers_back(text: str) -> bool:
    """Does the sentence speak of a meeting told before: "Tại cuộc hội đàm…"?"""
    return _REFERS.search(text) is not None


def find_day(
    frame: Frame, times: Sequence[Time], cast: Cast, news_day: Day | None, triggers: Sequence[int] = ()
) -> Day | None:
    """The time expression nearest to the word of meeting, else the day the article was speaking of."""
    sentence, trigger = frame.sentence, frame.trigger
    at = sentence.pieces[sentence.chunks[trigger].start].start
    others = [sentence.pieces[sentence.chunks[other].start].start for other in triggers if other != trigger]
    best: tuple[int, Time] | None = None
    future = frame.status != "held"
    for at_time, time in enumerate(times):
        if time.kind == "year" and time.year is None:
            continue
        if time.kind == "loose" and at_time and time.start - times[at_time - 1].end < 3:
            continue  # "hôm 4/2 vừa qua"
        if frame.status == "planned" and ((time.ago > 0 and time.kind == "ago") or time.turn < 0):
            continue  # when it was agreed, not when it will be
        if frame.status != "held" and _is_past(resolve(time, cast.first, cast.last, True), cast.first):
            continue
        before = (
            sentence.text[max(0, time.start - 12) : time.start]
            .lower()
            .removesuffix("ngày ")
            .removesuffix("hôm ")
            .split()
        )
        tail = sentence.text[time.end : time.end + 14]
        if (
            before
            and (before[-1] in _BOUNDARY or " ".join(before[-2:]) in _BOUNDARY)
            and not ("thời điểm" in tail and time.end < at)
            and not _RANGE.search(sentence.text, time.start, time.end)
        ):
            if frame.status == "planned" and before[-1] == "từ" and "bắt đầu" in sentence.text:
                best = (0, time)  # "sẽ bắt đầu đàm phán … từ ngày 3/10/2005"
            continue
        if (
            any(mark in sentence.text[min(at, time.end) : max(at, time.start)] for mark in (";", " - thời điểm"))
            and time.start > at
        ):
            continue
        if future and time.end < at and " đã " in sentence.text[time.end : at]:
            continue  # "hôm thứ Hai đã khởi hành …, nơi ông sẽ gặp …"
        distance = at - time.end if time.end <= at else (time.start - at) * 2
        if _RANGE.search(sentence.text, time.start, time.end):
            distance += 150  # more often the days of a visit
        if (
            time.kind == "year"
            and time.start > 12
            and distance > (240 if "," not in sentence.text[at : time.start] else 60)
        ):
            continue
        if time.end < at and (_SAYS.match(sentence.text, time.end) or (future and _told_between(frame, time))):
            if future and time.turn <= 0:
                continue  # "ngày 27/11 cho biết …": when it was told
            distance += 400 if any(other.start > at and other.turn > 0 for other in times) else 60
        if time.end <= at and _BEFORE_THAT.match(sentence.text[time.end : at]):
            continue
        if time.kind == "loose":
            distance += 200  # "Trước đó, A và B đã gặp nhau … hôm 30/11"
        if any(min(at, time.start) < other < max(at, time.start) for other in others):
            distance += 400  # another meeting stands between
        if best is None or distance < best[0]:
            best = (distance, time)
    if best is not None and frame.pattern == "named" and frame.noun and best[0] > (80 if best[1].end <= at else 200):
        return None  # "tham dự Hội nghị cấp cao Campuchia - Lào - Việt Nam": the day is another's
    if best is not None:
        time = best[1]
        if time.kind == "loose":
            return (
                None
                if time.turn > 0
                or future
                or sentence.text[time.start : time.end].lower().startswith(("tuần", "cuối tuần"))
                else (news_day if time.end < at and "đó" not in sentence.text[time.start : time.end] else None)
            )
        if time.kind == "same_day":
            return None if future else news_day
        return resolve(time, cast.first, cast.last, future)
    if (
        frame.status == "held"
        and not _is_background(frame)
        and sentence.passage >= 0
        and (sentence.number < 8 or (frame.noun and refers_back(sentence.text)))
    ):
        return news_day
    return None


def is_caption(frame: Frame) -> bool:
    """ "A cùng B trước cuộc gặp hôm 14/1": to come for the picture, not for the page."""
    before = frame.sentence.chunks[frame.trigger - 1].text.lower() if frame.trigger else ""
    return frame.status == "planned" and frame.noun and before == "trước"


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


_EARLIER = {"từ", "kể từ", "từng", "nhiều", "lần", "các", "những", "loạt", "trước đây", "kết quả", "quả"}


def _is_past(day: Day | None, first: date | None) -> bool:
    """A plan does not lie before the article: that was the day on which it was told."""
    if first is None or day is None or day.month is None:
        return False
    return (day.year, day.month, day.day or 31) < (first.year, first.month, first.day)


def find_news_day(text: str, times: Sequence[Time], cast: Cast) -> Day | None:
    """The day this sentence tells of, for those after it."""
    days = [
        resolve(time, cast.first, cast.last)
        for time in times
        if time.kind in {"day", "ago", "weekday"} and time.turn <= 0 and not _SINCE.search(text, 0, time.start)
    ]
    known = [day for day in days if day is not None and day.day is not None]
    return known[0] if known else None


def find_place(sentence: Sentence, trigger: int, triggers: Sequence[int]) -> str | None:
    """ "tại New York", "ở Lào", "tại thành phố Busan": the nearest after the word, else before it."""
    chunks = sentence.chunks
    found: list[tuple[int, str]] = []
    for at, chunk in enumerate(chunks[:-1]):
        if chunk.kind != "t" or chunk.text.lower() not in {"tại", "ở"}:
            continue
        if at and chunks[at - 1].text.lower() in {"đề", "chấp", "hình", "cạn", "căng"}:
            continue  # "vấn đề ở quần đảo…": where the topic is
        step = at + 1
        while step < len(chunks) and (chunks[step].kind == "z" or chunks[step].text.lower() in {"nước", "nhà", "chủ"}):
            step += 1
        low, high = sorted((at, trigger))
        between = sentence.kinds[low + 1 : high]
        if "-" in between or ("v" in between and at > trigger) or any(low < other < high for other in triggers):
            continue  # another meeting stands between
        if step < len(chunks) and chunks[step].kind in "KCnp":
            name = _place_name(chunks[step])
            found.append((step - trigger if step > trigger else 40 + trigger - step, name))
    return min(found)[1] if found else None


def _place_name(chunk: Chunk) -> str:
    if chunk.kind == "K" and chunk.country:
        capital = countries()[chunk.country].capital
        return capital[0] if capital else chunk.text
    if chunk.kind == "C" and chunk.country:
        return countries()[chunk.country].name
    return chunk.value if chunk.kind == "p" and chunk.value else chunk.text


def find_occasion(sentence: Sentence) -> str | None:
    match = _OCCASION.search(sentence.text)
    return match.group("what").strip() if match else None


def find_minutes(text: str) -> int | None:
    match = _MINUTES.search(text)
    if match is None:
        return None
    number = int(match.group("n")) if match.group("n").isdigit() else _NUMBERS[match.group("n")]
    return number if match.group("unit") == "phút" else number * 60


def find_topics(text: str) -> tuple[str, ...]:
    match = _TOPICS.search(text)
    if match is None:
        return ()
    what = re.sub(r"^(?:các )?vấn đề\s+(?=[A-ZĐ])", "", match.group("what").strip())
    parts = re.split(r",\s+|\s+và\s+(?=[^\W\d_A-ZĐ][^\W\d_]+\s)", what)
    return tuple(part.strip() for part in parts if part.strip())[:4]
