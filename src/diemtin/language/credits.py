"""Captions and their credits: "Ảnh: Reuters", "(Ảnh tư liệu: TTXVN)", "© AFP", and what only looks so.

The words that introduce a credit are in ``data/blocks.toml``. Every function is pure and takes one line.
"""

from __future__ import annotations

import re
from functools import cache

from diemtin.language.blocks import wordings
from diemtin.language.text import normal


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
    r"(?:^|[.!?…\"”]|\s[/–—\-](?=\s))(?P<rest>\s*[(\[]?(?:Ảnh|Nguồn)\s+(?P<credit>[A-ZĐÀ-Ỹ][\w.]*(?:[\s/-]+[A-ZĐÀ-Ỹ][\w.]*){0,4}))[)\].]*\s*$"
)
"""A full stop or a dash, "Ảnh" and a name: the colon forgotten."""
_CAPITALS = r"[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][\w’'\-]+(?:\s+(?:de|da|van|von|der|[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][\w’'.\-]*)){1,3}"
_NO_TITLE = r"(?<![A-ZĐ])(?<![A-ZĐ][a-z])(?<![A-Z][a-z]{2})(?<!Prof)(?<!Capt)(?<!Pres)"
"""Before a full stop: no "TP", "GS", "Dr", "Sen", which are part of a name."""
_NAMED = re.compile(rf"(?:\s/\s*|{_NO_TITLE}[.!?…][\"”’')\]]*\s+)(?P<credit>{_CAPITALS})$")
"""A name alone behind a slash or a full stop, at the very end."""
_KOREAN = re.compile(
    r"[.\s](?P<credit>[가-힣]{2,4}\s?(?:선임|인턴)?기자|연합뉴스|뉴시스|뉴스1|(?:로이터|AP|AFP|EPA|신화|교도)\s?(?:=|·|/)?\s?(?:연합뉴스|뉴시스|뉴스1)?)$"
)
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
    if match and (_KNOWN.search(match["credit"]) or ("/" in match["credit"] and match["credit"][:1].isupper())):
        return _caption(text[: match.start()]), _credit(match["credit"]), file_photo
    match = _NO_COLON.search(text) if "Ảnh" in text or "Nguồn" in text else None
    if match:
        return _caption(text[: match.start("rest")].rstrip(" /–—-")), _credit(match["credit"]), file_photo
    match = _AFTER_SENTENCE.search(text, max(0, size - TAIL))
    if match and (
        match["bracket"] or "/" in match["credit"] or _KNOWN.search(match["credit"]) or _BARE.fullmatch(match["credit"])
    ):
        return _caption(text[: match.start("rest")]), _credit(match["credit"]), file_photo
    match = _KNOWN_TAIL.search(text, max(0, size - TAIL)) or (
        _NAMED.search(text, max(0, size - 50)) if size > 40 and text[-1:].isalpha() else None
    )
    if match is None and not text[-1:].isascii():
        match = _KOREAN.search(text, max(0, size - 30))
    if match:
        return _caption(text[: match.start("credit")].rstrip(" /")), _credit(match["credit"]), file_photo
    match = alone.search(text, max(0, size - TAIL))
    if match and (match["word"][:1].isupper() or not text[: match.start()].strip()) and len(match["word"]) > 3:
        return (
            _caption(text[: match.start() + len(match.group()) - len(match.group().lstrip('.!?…”" '))]),
            None,
            file_photo,
        )
    return _caption(text), None, file_photo


def leads_credit(text: str) -> bool:
    """Whether a line is the word that introduces a credit and nothing else ("Ảnh:", "(Image:"); the credit stands below."""
    return text.endswith(":") and text.strip("(: ").lower() in _credit_words()


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
    bare = text.rstrip(". ")
    if bare.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        text = bare[:-1]
    text = text.rstrip(". ,;|")
    head, colon, rest = text.partition(":")
    if colon and len(head) < 25 and head.lower() in _credit_words():
        text = rest.strip()
    return text.lstrip("©: ").strip() or None
