"""Who wrote it: lines and ends of lines that name an author, a source, an agency. Wordings only; place is judged elsewhere."""

from __future__ import annotations

import re

from diemtin.language.blocks import is_noise
from diemtin.language.text import normal, squeeze

_NAME = r"(?:[A-ZÀ-ỸĐ][\w’'.\-]*)(?:\s+(?:de|van|von|der|la|le|da|di|bin|al|[A-ZÀ-ỸĐ][\w’'.\-]*)){0,4}"
_NAMES = rf"{_NAME}(?:\s*(?:,|&|-|–|—|/|và|and|;|\+)\s*{_NAME}){{0,4}}"
_LED = re.compile(
    r"^\(?\s*(?:tác giả bài viết|tác giả|viết bởi|bởi|bài và ảnh|bài, ảnh|bài|thực hiện|biên dịch|lược dịch|dịch|tổng hợp|"
    r"phóng viên|pv|nhóm pv|"
    r"nhóm phóng viên|by|von|par|por|"
    r"written by|text|tin, ảnh|tin|tin và ảnh|thực hiện bởi|biên soạn|người viết)\s*[:：\-]?\s+(?P<name>.{2,80}?)\)?$",
    re.IGNORECASE,
)
_THEO = re.compile(
    r"^\(?\s*(?P<who>(?:[^()]{0,60}?\s*\(?)?(?:theo|nguồn|lược theo|dẫn theo)\s*:?\s+[^.()]{2,60})\)?\.?$",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"^(?P<text>.{80,}[.!?…\"”])\s*(?:/\.|\./\.?|\.)?\s*(?P<by>\((?:theo|nguồn|lược dịch|dịch)[^()]{2,60}\)|(?:Theo|Nguồn:?)\s+"
    + _NAMES
    + r")\s*\.?$",
    re.DOTALL | re.IGNORECASE,
)
_TEAM = re.compile(
    r"^(?:nhóm|tổ|ban)\s+(?:phóng viên|pv|biên tập|tin|đồ họa|đồ hoạ|thời sự|quốc tế|bạn đọc)[\w\s]{0,40}$",
    re.IGNORECASE,
)
_ROLES = frozenset(["pv", "ctv", "btv", "nhóm", "tổng", "hợp", "thực", "hiện"])
_NOT_NAMES = re.compile(r"\d|[!?:%\"“”]|\.\s")


def find_byline(line: str) -> str | None:
    """A line that is a byline and nothing else -> the names as printed; ``None`` for other lines."""
    line = squeeze(line).strip("*_ ")
    if not 3 <= len(line) <= 90:
        return None
    if match := _LED.match(line):
        name = match["name"].strip(" .")
        words = name.split()
        return name if len(words) <= 10 and not _NOT_NAMES.search(name) and words[0][:1].isupper() else None
    if _THEO.match(line) and len(line.split()) <= 12:
        match_theo = re.search(r"(?:theo|nguồn|lược theo|dẫn theo)\s*:?\s+(\S)", line, re.IGNORECASE)
        if match_theo and (match_theo[1].isupper() or match_theo[1] in '"“'):
            return line.strip("()").rstrip(".").strip() if line.startswith("(") else line.rstrip(".")
        return None
    if _NOT_NAMES.search(line):
        return None
    if _TEAM.match(line):
        return line
    if re.fullmatch(rf"{_NAMES}(?:\s*\([^()]{{2,40}}\))?", line) and 2 <= len(line.split()) <= 9:
        syllables = line.replace(",", " ").split()
        return line if all(len(part) > 1 or part in "-–—&/" for part in syllables) else None
    return line if set(normal(line).strip(".()").split()) <= _ROLES else None


_BEFORE_DATE = re.compile(
    r"^(?P<name>[^\d|•·,]{4,60}?)\s*(?:[|•·;\-–—(]\s*)?(?:\d|(?:Thứ|Chủ nhật|Ngày|Lúc|Cập nhật|Đăng|Xuất bản)\b)",
    re.IGNORECASE,
)


_DAY_WORDS = frozenset(
    "thứ chủ ngày lúc giờ sáng trưa chiều tối cập đăng xuất tháng monday tuesday wednesday thursday friday saturday sunday "
    "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec le am der den january february march "
    "april may june july august september october november december updated published posted".split()
)
"""What a date begins with."""


def find_signature(line: str) -> str | None:
    """The name at the beginning of a line that goes on with a date: "Đỗ Hải Miên · 19/11/2026", also with nothing between."""
    match = _BEFORE_DATE.match(squeeze(line))
    if not match:
        return None
    words = match["name"].split()
    while words and normal(words[-1]).strip(".-–—,/|") in _DAY_WORDS | {""}:  # "John Doe January 17, 2025"
        words.pop()
    if not words or normal(words[0]) in _DAY_WORDS | _NO_PEN_NAME:
        return None
    return find_byline(" ".join(words).rstrip(" -–—,;:/|"))


_POSTED = re.compile(
    r"^(?:posted|written|published|reported|edited)?\s*(?:by|von|par|por|da|door|av|af|bởi)\b[\s:]*", re.IGNORECASE
)
_NO_PEN_NAME = frozenset(
    "von by par por da door av af the a an artikel article text texte texto autor author auteur publié published posted "
    "updated foto photo ảnh by: về đăng chia".split()
)


def find_named(line: str) -> str | None:
    """What stands in an element that is called the author's: a pen name of one word and an office count as well."""
    line = _POSTED.sub("", squeeze(line)).strip("*_-–—|•·,;: ")
    words = line.split()
    if not words or normal(words[0]) in _NO_PEN_NAME or normal(words[-1]) in _DAY_WORDS:
        return None
    if name := find_byline(line):
        return name
    if line.isascii() and sum(word[:1].islower() for word in words) > 1:
        return None  # a sentence's part: names of offices in small letters are Vietnamese
    if not 2 <= len(line) <= 60 or len(words) > 7 or not line[0].isupper() or _NOT_NAMES.search(line) or is_noise(line):
        return None
    return line.rstrip(".")


def split_byline(paragraph: str) -> tuple[str, str | None]:
    """The last paragraph -> (text, byline that stood at its end: "(Theo Reuters)")."""
    match = _AT_END.match(paragraph)
    if not match:
        return paragraph, None
    return match["text"].strip(), match["by"].strip("() .")


_SOURCE = re.compile(r"^\(?(?:theo|nguồn|lược theo|dẫn theo)\b\s*:?\s+(?P<who>[^()]{2,60})\)?\.?$", re.IGNORECASE)


def is_source(line: str) -> bool:
    """Whether a byline names only where the text was taken from ("Theo TTXVN"), nobody who wrote it."""
    return _SOURCE.match(line.strip()) is not None


def find_source(line: str) -> str | None:
    """ "Theo TTXVN" -> "TTXVN"."""
    match = _SOURCE.match(line.strip())
    return match["who"].strip(" .") if match else None
