"""How news pages word what is not the article: headings of blocks, credits, figure marks, buttons, kinds.

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


# --- credits ---------------------------------------------------------------------------------------------------------


@cache
def _credit_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lexicon = wordings()["credits"]
    words = sorted({normal(word) for word in lexicon["words"]}, key=len, reverse=True)
    alternatives = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    extra = r"(?:\s*(?:tư liệu|minh họa|minh hoạ|internet|chụp màn hình|của|by|von|tác giả|file))?"
    led = re.compile(
        rf"(?:^|(?<=[\s.,;(\[|/–—\-\"”’'…!?)*])|(?<=[a-zß-öø-ÿạ-ỹ]))(?P<lead>[(\[|"
        rf"–—\-*/]?\s*)(?P<word>{alternatives}){extra}\s*(?:[:：=]|(?<=\sby)(?=\s)|"
        rf"(?<=\sof)(?=\s))\s*(?P<credit>\S.{{0,158}})$",
        re.IGNORECASE,
    )
    alone = re.compile(
        rf"(?:^|[.!?…”\"]\s*|[(\[|–—\-]\s*)(?P<word>{alternatives})(?:\s+(?:internet|minh họa|minh hoạ|tư liệu))?\s*[)\].]*$",
        re.IGNORECASE,
    )
    return led, alone


_SIGN = re.compile(
    r"(?:^|(?<=[\s.(\[|/])|(?=（))[(\[|]?\s*(?:©|\(c\)|\(C\)|（Ｃ）|（C）|&copy;)\s*(?P<credit>\S.{1,118})$"
)
_IN_BRACKETS = re.compile(r"[(\[]\s*(?P<credit>[^()\[\]]{2,80})\s*[)\]]\.?\s*$")
_KNOWN = re.compile(
    r"\b(?:getty(?: images)?|reuters|afp|ap photo|a[.]?p[.]?|epa|ttxvn|vna|vgp|yonhap|kyodo|xinhua|tass|dpa|"
    r"shutterstock|istock|imago|alamy|picture alliance|"
    r"picture-alliance|efe|ansa|bloomberg|nvcc|apa|keystone|ritzau|ntb|tt|lusa|zuma|unsplash|pexels|wikimedia|"
    r"afp-jiji|jiji|ap images|rex|pa wire|pa images|sputnik|anadolu|zumapress|depositphotos|adobe ?stock)\b",
    re.IGNORECASE,
)
_AFTER_SENTENCE = re.compile(
    r"[.!?…][\"”’')\]]*(?P<rest>\s+(?P<bracket>[(\[])?(?P<credit>[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][^.!?()\[\]]{1,70}(?:\.[a-z]{2,3})?)[)\]]?)\s*$"
)
_NO_COLON = re.compile(
    r"(?:^|[.!?…\"”])(?P<rest>\s*[(\[]?(?:Ảnh|Nguồn)\s+(?P<credit>[A-ZĐÀ-Ỹ][\w.]*(?:[\s/-]+[A-ZĐÀ-Ỹ][\w.]*){0,4}))[)\].]*\s*$"
)
"""A full stop, "Ảnh" and a name: the colon forgotten."""
_BARE = re.compile(r"Supplied|Handout|Courtesy|Contributed|Submitted|Provided|File", re.IGNORECASE)
_KNOWN_TAIL = re.compile(
    r"\s(?P<credit>(?:EFE|AFP|AP|EPA|dpa|DPA|Reuters|REUTERS|TTXVN|VGP|Getty Images|GETTY IMAGES|Shutterstock|NTB|"
    r"TT|ANSA|Xinhua|Yonhap|Europa Press|SIPA)\s*/\s*\S.{0,60})$"
)
_DASHED = re.compile(r"\s(?:[–—|/]|-{1,2}|•)\s*(?P<credit>[^–—|•]{2,60})$")


_LEADS = (":", "：", "=", "by ", "of ", "By ", "Of ", "BY ", "OF ")
_SIGNS = ("©", "(c)", "(C)", "（Ｃ）", "（C）", "&copy;", "&COPY;")
TAIL = 120
"""Letters from a text's end in which a credit that nothing leads stands: the longest that the patterns allow has 80."""


def split_credit(text: str) -> tuple[str | None, str | None, bool]:
    """A caption's line -> (caption without credit, credit without the word that introduces it, file photo).

    "Ngoại trưởng Blinken. Ảnh tư liệu: Getty Images" -> ("Ngoại trưởng Blinken.", "Getty Images", True).
    """
    text = text.strip()
    if not text:
        return None, None, False
    file_photo = _is_file_photo(text)
    led, alone = _credit_patterns()
    # What a credit is led by, and how near the end it stands, is looked at before the patterns are: they are slow.
    size = len(text)
    begin = 0 if any([mark in text for mark in _LEADS]) else size  # noqa: C419  a list is quicker than a generator here
    while match := led.search(text, begin):
        word, lead = match["word"], match["lead"].strip()
        start_of_line = not text[: match.start()].strip()
        capital = word[:1].isupper() or not (word[:1].islower() or word[:1].isupper())
        glued = match.start() > 0 and text[match.start() - 1].isalpha() and not lead
        if (
            (capital or lead or start_of_line)
            and not (glued and not word[:1].isupper())
            and not _goes_on(match["credit"])
        ):
            return _caption(text[: match.start()]), _credit(match["credit"]), file_photo
        begin = match.start("word") + 1
    match = _SIGN.search(text) if any([mark in text for mark in _SIGNS]) else None  # noqa: C419
    if match and not _goes_on(match["credit"]):
        return _caption(text[: match.start()]), _credit(match["credit"]), file_photo
    match = _IN_BRACKETS.search(text) if text.rstrip(". ")[-1:] in ")]" else None
    if match and _KNOWN.search(match["credit"]):
        return _caption(text[: match.start()]), _credit(match["credit"]), file_photo
    match = _DASHED.search(text, max(0, size - TAIL))
    if match and (_KNOWN.search(match["credit"]) or "/" in match["credit"]):
        return _caption(text[: match.start()]), _credit(match["credit"]), file_photo
    match = _AFTER_SENTENCE.search(text, max(0, size - TAIL))
    if match and (
        match["bracket"] or "/" in match["credit"] or _KNOWN.search(match["credit"]) or _BARE.fullmatch(match["credit"])
    ):
        return _caption(text[: match.start("rest")]), _credit(match["credit"]), file_photo
    match = _NO_COLON.search(text) if "Ảnh" in text or "Nguồn" in text else None
    if match:
        return _caption(text[: match.start("rest")]), _credit(match["credit"]), file_photo
    match = _KNOWN_TAIL.search(text, max(0, size - TAIL))
    if match:
        return _caption(text[: match.start()]), _credit(match["credit"]), file_photo
    match = alone.search(text, max(0, size - TAIL))
    if match and (match["word"][:1].isupper() or not text[: match.start()].strip()) and len(match["word"]) > 3:
        return (
            _caption(text[: match.start() + len(match.group()) - len(match.group().lstrip('.!?…”" '))]),
            None,
            file_photo,
        )
    return text, None, file_photo


def is_credit(text: str) -> bool:
    """Whether a line is a credit and nothing else ("Ảnh: Reuters", "© AFP")."""
    if len(text) > 120:
        return False
    caption, credit, _ = split_credit(text)
    return caption is None and credit is not None


@cache
def _file_photo_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(normal(word)) for word in wordings()["credits"]["file_photo"])
    return re.compile(rf"(?:^|[\s(.])(?:{words})\s*(?:[:)./,]|$)")


def _is_file_photo(text: str) -> bool:
    return _file_photo_pattern().search(normal(text[-120:])) is not None


def _goes_on(credit: str) -> bool:
    """A credit is a name: it does not run into another sentence or end in a question."""
    body = credit.strip().rstrip(").]")
    return len(body) > 100 or bool(re.search(r"[.!?]\s+[A-ZÀ-Ỹ]\w+(?:\s+\S+){5,}", body)) or len(body.split()) > 16


def _caption(text: str) -> str | None:
    text = re.sub(r"[\s(\[|–—\-/*]+$", "", text)
    return text or None


@cache
def _credit_words() -> frozenset[str]:
    return frozenset(word.lower() for word in wordings()["credits"]["words"])


def _credit(text: str) -> str | None:
    text = text.strip().strip("*|").strip()
    if text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        text = text[:-1]
    text = text.rstrip(". ,;|")
    head, colon, rest = text.partition(":")
    if colon and len(head) < 25 and head.lower() in _credit_words():
        text = rest.strip()
    return text.lstrip("©: ").strip() or None


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
