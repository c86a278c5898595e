"""How news pages word what is not the article: headings of blocks, figure marks, buttons, kinds.
(Credits: ``language.credits``.)

The wordings are in ``data/blocks.toml``; here is only how they are matched. Every function is pure and takes one line.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any, cast

from diemtin.language.text import normal
from diemtin.news import ArticleKind, BlockKind

_TAIL = re.compile(r"[\s:：»›>→.…\-–—|]+$")
_HEAD = re.compile(r"^[\s»›>→•▪■|#*\-–—]+")
_MARK = re.compile(r"^\s*[\[(【]\s*([^\])】]{1,30})\s*[\])】]\s*[:\-–—|]?\s*(?=\S)")
_LABEL = re.compile(r"^\s*([^:|\[\](){}]{1,24}?)\s*[:|]\s+(?=\S)")
_DAY_IN_TITLE = re.compile(
    r"(?<!\d)\d{1,2}[/.\-]\d{1,2}(?!\d)|hôm nay|ngày mai|đêm nay|24h|24 giờ|tuần này|sáng|chiều|tối"
)


@cache
def wordings() -> dict[str, Any]:
    """The data file, read once a run."""
    return tomllib.loads(resources.files("diemtin.language").joinpath("data/blocks.toml").read_text("utf-8"))


@cache
def _headings() -> tuple[dict[str, BlockKind], list[tuple[re.Pattern[str], BlockKind]]]:
    exact: dict[str, BlockKind] = {}
    open_ended: list[tuple[re.Pattern[str], BlockKind]] = []
    for kind, phrases in wordings()["headings"].items():
        for phrase in phrases:
            form = normal(phrase)
            if "*" in form:
                open_ended.append((re.compile(".*".join(map(re.escape, form.split("*")))), cast(BlockKind, kind)))
            else:
                exact.setdefault(form, cast(BlockKind, kind))
    return exact, open_ended


@lru_cache(maxsize=4096)
def find_block(line: str) -> BlockKind | None:
    """The kind of block that a line is the heading of, or ``None``. Lines over 80 letters are never headings."""
    if len(line) > 80:
        return None
    form = _HEAD.sub("", _TAIL.sub("", normal(line)))
    if not form:
        return None
    exact, open_ended = _headings()
    if form in exact:
        return exact[form]
    bare = form.rstrip("?!")
    if bare in exact:
        return exact[bare]
    for pattern, kind in open_ended:
        if pattern.fullmatch(form) and (kind in ("vote", "follow") or len(form) <= 40):
            return kind
    return None


@cache
def _noise() -> tuple[frozenset[str], tuple[str, ...]]:
    noise = wordings()["noise"]
    return frozenset(map(normal, noise["exact"])), tuple(map(normal, noise["beginnings"]))


def is_noise(line: str) -> bool:
    """Whether a line is a button, a counter or a prompt."""
    if len(line) > 160:
        return False
    form = _HEAD.sub("", _TAIL.sub("", normal(line)))
    exact, beginnings = _noise()
    return (
        form in exact
        or not any(letter.isalnum() for letter in form)
        or (len(form) <= 120 and form.startswith(beginnings))
    )


# --- headlines -------------------------------------------------------------------------------------------------------


@cache
def _kind_words() -> dict[str, ArticleKind]:
    return {normal(word): cast(ArticleKind, kind) for kind, words in wordings()["kinds"].items() for word in words}


def strip_mark(title: str) -> tuple[str, ArticleKind | None]:
    """A headline without its mark in brackets, and the kind the mark says: "[Video] Lũ về" -> ("Lũ về", "video")."""
    match = _MARK.match(title)
    if match:
        kind = _kind_words().get(normal(match[1]).strip())
        if kind:
            return title[match.end() :], kind
    return title, None


def find_kind(title: str) -> ArticleKind | None:
    """The kind that a headline itself announces ("Thời tiết hôm nay (18/8): …", "Tin quốc tế ngày 17/8: …", "MV …")."""
    bare, kind = strip_mark(title)
    if kind:
        return kind
    form = normal(bare)
    match = _LABEL.match(form)
    label = match[1].strip() if match else ""
    if label and label in _kind_words() and _kind_words()[label] not in ("roundup", "weather"):
        return _kind_words()[label]
    if _WEATHER.match(form) and (":" in form or _DAY_IN_TITLE.search(form)):
        return "weather"
    if _HOROSCOPE.match(form):
        return "horoscope"
    if _ROUNDUP.match(form) and _DAY_IN_TITLE.search(form):
        return "roundup"
    return "video" if _FILM.match(bare) else None


_WEATHER = re.compile(r"(?:dự báo |tin |bản tin )?thời tiết\b")
_HOROSCOPE = re.compile(r"(?:xem )?tử vi\b")
_ROUNDUP = re.compile(
    r"điểm tin|điểm báo|bản tin|thế giới 24|thời sự 24|"
    r"tin (?:quốc tế|thế giới|trong nước|kinh tế|thể thao|nhanh|vắn|sáng|chiều|tối|tức|nóng|công nghệ|bóng đá|chuyển nhượng|"
    r"bất động sản|xã hội|văn hóa|24h)"
)
_FILM = re.compile(r"(?:MV|Clip|CLIP|Trailer|TRAILER)\s+(?:[\"“'‘]|[^\W\d_])")


@cache
def _agency_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, list[str]] = wordings()["agencies"]["names"]
    spelled = {spelling: name for name, spellings in names.items() for spelling in map(normal, spellings)}
    return re.compile(
        r"(?<!\w)(" + "|".join(re.escape(s) for s in sorted(spelled, key=len, reverse=True)) + r")(?!\w)"
    ), spelled


def find_agencies(text: str) -> tuple[str, ...]:
    """News agencies named in a byline, credit or source line, each once, in order, by the name we keep."""
    pattern, spelled = _agency_pattern()
    return tuple(dict.fromkeys(spelled[match] for match in pattern.findall(normal(text))))


def says_advertorial(line: str) -> bool:
    """Whether a line on the page marks it as paid for."""
    return len(line) < 60 and normal(line).strip(" .:") in _advertorial()


@cache
def _advertorial() -> frozenset[str]:
    return frozenset(wordings()["advertorial"]["says"])


def says_paywall(lines: list[str]) -> bool:
    """Whether one of several lines says that the rest is for payers."""
    form = normal("\n".join([line for line in lines if len(line) <= 300]))
    return any([phrase in form for phrase in wordings()["paywall"]["says"]])  # noqa: C419  quicker than a generator


@cache
def _section_names() -> frozenset[str]:
    return frozenset(map(normal, wordings()["sections"]["names"]))


def is_section_name(line: str) -> bool:
    """Whether a line is the usual name of a section ("Thế giới", "Pháp luật")."""
    return len(line) <= 30 and normal(line).strip(" :»›>") in _section_names()


_FUNCTION_WORDS = frozenset(
    [
        "tại",
        "của",
        "về",
        "cho",
        "và",
        "với",
        "ở",
        "từ",
        "trong",
        "là",
        "bị",
        "được",
        "do",
        "để",
        "sang",
        "đến",
        "tới",
        "ra",
        "vào",
        "sẽ",
        "đã",
    ]
)
"""A name of a section does not end so; a headline cut at its capitals does."""


def split_sections(line: str) -> tuple[str, ...]:
    """Section names that run together on one line, cut where a name begins with a capital; () when it is no such line."""
    if "|" in line or "•" in line or "·" in line or "\t" in line:
        parts = [part.strip() for part in re.split(r"[|•·\t]", line) if part.strip()]
        return tuple(parts) if len(parts) > 1 and all(len(part.split()) <= 6 for part in parts) else ()
    words = line.split()
    if len(words) < 4 or re.search(r"[.!?:;\"“”,\d]", line):
        return ()
    names: list[list[str]] = []
    joined = False
    index = 0
    while index < len(words):
        known = next(
            (
                n
                for n in range(min(6, len(words) - index), 1, -1)
                if words[index][:1].isupper() and normal(" ".join(words[index : index + n])) in _section_names()
            ),
            0,
        )
        if known and not joined:
            names.append(words[index : index + known])
            index += known
            continue
        word = words[index]
        if word in ("-", "–", "&", "và") and names:
            names[-1].append(word)
            joined = True
        elif word[:1].isupper() and not joined:
            names.append([word])
        elif names:
            names[-1].append(word)
            joined = False
        else:
            return ()
        index += 1
    # A capital alone is the first part of a name of capitals ("Hà Nội"), unless it is itself a section ("Xe").
    merged: list[list[str]] = []
    for name in names:
        if (
            merged
            and len(merged[-1]) == 1
            and normal(merged[-1][0]) not in _section_names()
            and merged[-1][0][:1].isupper()
        ):
            merged[-1].extend(name)
        else:
            merged.append(name)
    if len(merged) < 3 or any(len(name) > 6 or name[-1] in _FUNCTION_WORDS for name in merged):
        return ()
    return tuple(" ".join(name) for name in merged)
