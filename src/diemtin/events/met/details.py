"""Where, beside what, how long and about what: the details of one meeting in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.language.countries import countries

_OCCASION = re.compile(
    r"(?:[Bb]ên lề|[Nn]hân dịp|[Tt]rong khuôn khổ|[Nn]hân(?=\s+(?:chuyến|lễ|ngày|kỷ niệm|hội nghị)))\s+(?P<what>[^.;]+?)"
    r"(?=\s+(?:tại|ở|đang diễn ra|diễn ra|để|nhằm|vào ngày|ngày)\s|[.,;]|$)"
)
_MINUTES = re.compile(
    r"(?:dài|trong|suốt|(?:gặp|họp|đàm|kiến|làm việc|trao đổi|thoại)"
    r"(?: gỡ| riêng| song phương| ba bên| kín| ngắn| trực tiếp)*)"
    r"\s+(?:hơn|gần|khoảng)?\s*(?P<n>\d+|một|hai|ba|bốn|năm)\s*(?P<unit>phút|giờ|tiếng)(?:\s+(?P<more>\d+)\s+phút)?+"
    r"(?!\s+(?:sáng|trưa|chiều|tối|đêm|ngày|trước|nữa|tới))"
)
_TOPICS = re.compile(
    r"(?:để thảo luận về|để bàn về|thảo luận về|bàn về|tập trung vào|trao đổi về|để thảo luận|nhằm thảo luận về"
    r"|nhằm thảo luận|xoay quanh|liên quan đến)\s+(?P<what>[^.;]+)"
)
_ABOUT = re.compile(
    r"\b(?:gặp|họp|đàm|kiến|làm việc|trao đổi|đàm phán)\b[^.;:,“”\"]{0,90}?(?<!trở)(?<!quay)(?<!rút) về"
    r"\s+(?!nước\b|nhà\b|phía\b|phần\b|tới\b|đến\b|việc\b)(?P<what>[^\W\dA-ZĐ_][^\W_]*(?: [^\W_]+){1,11})"
    r"(?=[.;,]|$| (?:trong|tại|ở|từ|vào|ngày|sau|trước|với|bị)\b)"
)
""" "có cuộc gặp riêng với bà B về hạn ngạch gạo": a few words, up to where it goes on about when and where."""
_ENDS = re.compile(
    r" (?:trong (?:cuộc|buổi|khuôn)\b|(?:tại|ở|với) (?=[A-ZĐ])|tại cuộc|từ ngày|vào\b|ngày \d|bị\b|[Ss]au\b|[Tt]rước\b).*"
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5}
_REFERS = re.compile(
    r"^(?:[Tt]ại|[Tt]rong|[Cc]uộc (?:gặp|hội đàm|họp|điện đàm)|[Bb]uổi|[Hh]ội nghị|Theo nguồn tin)"
    r"|tại (?:cuộc|buổi|hội nghị)|trong (?:cuộc|buổi)"
)


def refers_back(text: str) -> bool:
    """Does the sentence speak of a meeting told before: "Tại cuộc hội đàm…"?"""
    return _REFERS.search(text) is not None


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
    return number if match.group("unit") == "phút" else number * 60 + int(match.group("more") or 0)


def find_topics(text: str) -> tuple[str, ...]:
    match = _TOPICS.search(text)
    if match is None and (match := _ABOUT.search(text)) is not None:
        about = _ENDS.sub("", match.group("what"))
        return (about,) if " " in about else ()
    if match is None:
        return ()
    what = re.sub(r"^(?:các )?vấn đề\s+(?=[A-ZĐ])", "", match.group("what").strip())
    parts = re.split(r",\s+|\s+và\s+(?=[^\W\d_A-ZĐ][^\W\d_]+\s)", what)
    return tuple(part.strip() for part in parts if part.strip())[:4]
