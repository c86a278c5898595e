"""Names in running text: one pass over the syllables, cut by the lexicons.

``scan`` turns a text into pieces: countries, bodies, places, offices, titles, agencies, runs of capitalised syllables
that no lexicon knows, and everything between. Each piece has a one-letter ``tag``, so that the tags of a sentence joined
are a string on which patterns such as "office, country, name" are plain regular expressions.

=====  =======================================================  =====  ==========================================
tag    piece                                                    tag    piece
=====  =======================================================  =====  ==========================================
c      country, by name or adjective                            o      office ("Ngoại trưởng")
k      capital: the place, or the government ("Tokyo")          h      address before a name ("ông", "bà")
g      other word for a government ("Nhà Trắng")                d      degree, rank, profession before a name
p      city, province, other place                              i      "cựu", "nguyên", "quyền", "tân", "phó"
b      body, conference                                         u      "người đồng cấp"
j      ministry or the like ("Bộ Ngoại giao")                   y      agency or medium
n      run of capitalised syllables: a name of something        #      number
w      any other word                                           , etc. punctuation, as itself; q a quotation mark
=====  =======================================================  =====  ==========================================

Callers add their own tags (verbs, joints) with ``forms.make_index``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from diemtin.language.dashes import join_dashes
from diemtin.language.forms import TOKEN, Form, Index, read_key
from diemtin.language.given import FIRMS, OF_VIETNAM, SURNAMES
from diemtin.language.homographs import ADDRESS, AFTER_ADDRESS, ALSO_COUNTRY, is_in_word
from diemtin.language.offices import find_tenures, name_key
from diemtin.language.syllabary import COMMON, PARTICLES, is_vietnamese
from diemtin.language.text import normal


class Piece(NamedTuple):
    """A stretch of the text: ``value`` is the code, the printed name or the normal form, as the tag asks."""

    tag: str
    start: int
    end: int
    text: str
    value: str


_ARTICLE = re.compile(r"(?:al|el|ul|as|ad|at|an|ibn|bin)-[A-Z]")
_TWO_NAMES = re.compile(r"([A-ZÀ-Ỹ][^\W\d_]{3,})-([A-ZÀ-Ỹ][^\W\d_]{3,})")
_KOREAN = re.compile(r"[A-Z][a-z]+-[a-zA-Z][a-z]+")


def _is_numbered(before: str, after: str) -> bool:
    """ "Q.2", "P.13": a ward by its number."""
    return before[-1:] in {"Q", "P"} and not before[:-1].isalpha() and after.isdigit()


_CUT = {"TP", "Tp", "TX", "Tx", "TT"}
"""Cut words before a place's name; their point ends no sentence."""
_DAY = re.compile(r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?")
""" "ngày 10/3 ông A": no count of "ông"."""
_ROMAN = re.compile(r"[IVXL]+$")


def _lower(text: str) -> str:
    low = normal(text)
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def scan(text: str, index: Index) -> list[Piece]:
    """The pieces of one sentence or paragraph, in order, covering every word; ``text`` must be composed (NFC)."""
    low = _lower(text)
    tokens = [(m.lastgroup, m.start(), m.end()) for m in TOKEN.finditer(text)]
    keys = [
        read_key(low[start:end])
        if kind == "w"
        else ("#" if kind == "n" and not _DAY.fullmatch(low, start, end) else low[start:end])
        for kind, start, end in tokens
    ]
    pieces: list[Piece] = []
    at, count = 0, len(tokens)
    while at < count:
        kind, start, end = tokens[at]
        forms = index.get(keys[at])
        if forms is not None:
            form = _match(forms, text, tokens, keys, at, pieces)
            if form is not None:
                at += len(form.words)
                end = tokens[at - 1][2]
                pieces.append(Piece(form.tag, start, end, text[start:end], form.value))
                continue
        at += 1
        word = text[start:end]
        if kind == "w" or kind == "i":
            if word[0].isupper():
                split = _countries_joined(word, start, low[start:end], index) if "-" in word else None
                if split:
                    pieces += split
                    continue
                if "-" in word and (parts := _TWO_NAMES.fullmatch(word)) and not _beside_name(pieces, tokens, at, text):
                    middle = start + len(parts.group(1))  # "Rumsfeld-Saddam"
                    pieces.append(Piece("n", start, middle, parts.group(1), parts.group(1)))
                    pieces.append(Piece("-", middle, middle + 1, "-", "-"))
                    pieces.append(Piece("n", middle + 1, end, parts.group(2), parts.group(2)))
                    continue
                if kind == "i" and word[0] in "QPHX" and _is_ward(pieces, tokens, at, text):
                    pieces.append(Piece("z", start, end, word, word.lower()))
                    continue
                if not _is_plain_start(pieces, keys[at - 1], tokens, at, text):
                    _add_name(pieces, text, start, end)
                    continue
            elif "-" in word and pieces and pieces[-1].tag in "nohdck" and _ARTICLE.match(word):
                _add_name(pieces, text, start, end)  # "Bashar al-Assad", "Thủ tướng Iraq al-Hadri"
                continue
            elif keys[at - 1] in PARTICLES and _joins_names(pieces, tokens, at, text, start):
                _add_name(pieces, text, start, end)
                continue
            pieces.append(Piece("w", start, end, word, keys[at - 1]))
        elif kind == "n":
            pieces.append(Piece("#", start, end, word, word))
        elif kind == "q":
            pieces.append(Piece("q", start, end, word, word))
        else:
            cut = text[max(0, start - 2) : start]
            if word == "." and (
                (cut in _CUT and text[end : end + 1].isupper()) or _is_numbered(cut, text[end : end + 1])
            ):
                pieces.append(Piece("w", start, end, word, word))  # "TP.Biên Hòa"
                continue
            pieces.append(Piece("-" if word in "–—" else word if word in ",.;:()-/" else "w", start, end, word, word))
    return join_dashes(pieces)


Token = tuple[str | None, int, int]


def _match(
    forms: tuple[Form, ...], text: str, tokens: list[Token], keys: list[str], at: int, pieces: list[Piece]
) -> Form | None:
    for form in forms:
        words = form.words
        size = len(words)
        if size > 1 and not _same(words, keys, at, size, text, tokens):
            continue
        if form.capital and not text[tokens[at][1]].isupper():
            continue
        if size > 1 and form.tag in "wMzdotvmeEV" and _is_given_name(text, tokens, at, size, pieces):
            continue  # "Trần Du Lịch"
        if form.tag == "o" and words[-1] == "hội" and at + size < len(keys) and keys[at + size] == "đồng":
            continue  # "Chủ tịch Hội đồng": heads a council, no association
        if size > 1 and words[-1] == "tp" and form.tag == "o" and _names_a_city(text, tokens, at + size):
            continue  # "Chủ tịch UBND TP.HCM"
        if form.tag in "ckpb" and size == 1 and _is_part_of_name(form, text, tokens, at, pieces):
            continue
        if form.tag == "z" and form.capital and _follows_name(text, tokens[at][1], pieces):
            continue  # "Nguyễn Văn Khoa"
        if form.tag == "p" and size > 1 and _ends_name(text, tokens, at, pieces):
            continue
        if (
            form.tag == "o"
            and size == 1
            and pieces
            and pieces[-1].tag == "n"
            and pieces[-1].text.endswith((" bin", " ibn"))
        ):
            continue  # "Bandar bin Sultan"
        if (
            size == 1
            and not form.capital
            and (form.tag not in "oijyu" or (form.tag == "i" and pieces and pieces[-1].tag in "nh"))
            and _is_name_syllable(text, tokens, keys, at, pieces)
        ):
            continue
        return form
    return None


def _names_a_city(text: str, tokens: list[Token], at: int) -> bool:
    """After "TP" with a full stop or none: a capital."""
    at += at < len(tokens) and text[tokens[at][1]] == "."
    return at < len(tokens) and text[tokens[at][1]].isupper()


def _is_given_name(text: str, tokens: list[Token], at: int, size: int, pieces: list[Piece]) -> bool:
    """Right after a family name alone, every syllable with a capital."""
    before = pieces[-1] if pieces else None
    return (
        before is not None
        and before.tag == "n"
        and normal(before.text) in OF_VIETNAM
        and text[before.end : tokens[at][1]] == " "
        and all(text[tokens[step][1]].isupper() for step in range(at, at + size))
    )


def _follows_name(text: str, start: int, pieces: list[Piece]) -> bool:
    return bool(pieces) and pieces[-1].tag in "nh" and text[pieces[-1].end : start] == " "


def _same(words: tuple[str, ...], keys: list[str], at: int, size: int, text: str, tokens: list[Token]) -> bool:
    if at + size > len(keys):
        return False
    for step in range(1, size):
        if words[step] != keys[at + step]:
            if words[step] == "#" and _ROMAN.match(text[tokens[at + step][1] : tokens[at + step][2]]):
                continue
            return False
    return True


def _ends_name(text: str, tokens: list[Token], at: int, pieces: list[Piece]) -> bool:
    """A province's name that is somebody's after a family name: "Trương Hòa Bình"."""
    before = pieces[-1] if pieces else None
    if before is None or before.tag != "n" or text[before.end : tokens[at][1]] != " ":
        return False
    return normal(before.text.split()[0]) in SURNAMES and len(before.text.split()) < 3


def _is_part_of_name(form: Form, text: str, tokens: list[Token], at: int, pieces: list[Piece]) -> bool:
    """A country's syllable inside somebody's name: "Nguyễn Thị Nga", "Đức Phúc", "ông Mỹ"."""
    start, end = tokens[at][1], tokens[at][2]
    before = pieces[-1] if pieces else None
    adjacent = before is not None and text[before.end : start] == " "
    if form.tag == "b" and form.risky and not text[start:end].isupper():
        return True  # "Tamim bin Hamad Al Thani": not the league
    if adjacent and before is not None and before.tag == "n" and (form.risky or is_vietnamese(before.text.split()[-1])):
        return is_vietnamese(before.text.split()[0])
    if adjacent and before is not None and before.tag == "n" and form.tag == "p" and len(pieces) > 1:
        # "Bộ trưởng Lloyd Austin": a given name after a title, and a city's name that is somebody's.
        return pieces[-2].tag in "odh" and " " not in before.text and not is_vietnamese(normal(form.value.split()[0]))
    if adjacent and before is not None and before.tag == "c" and form.tag == "p" and len(pieces) > 1:
        return pieces[-2].tag == "o" and not is_vietnamese(normal(form.value.split()[0]))  # "Ngoại trưởng Mỹ Austin"
    if not form.risky:
        return False
    if form.tag == "c" and adjacent and before is not None and _is_posted(before, text, tokens, at):
        return False
    if normal(text[end : end + 8]).split()[:1] and is_in_word(normal(text[start:end]), normal(text[end : end + 8])):
        return True
    if form.tag == "b":
        return not text[start:end].isupper()
    following = text[tokens[at + 1][1] : tokens[at + 1][2]] if at + 1 < len(tokens) else ""
    touching = at + 1 < len(tokens) and text[end : tokens[at + 1][1]] == " "
    next_name = touching and following[0].isupper() and is_vietnamese(following) and normal(following) not in COMMON
    if (adjacent and before is not None and before.tag == "h") or (next_name and form.words == ("hoa",)):
        return True  # "Hoa Xuân Oánh"
    addressed = form.words == ("anh",) and touching and following[0].isupper() and is_vietnamese(following)
    if before is None and addressed and normal(following) not in {"quốc", "cát"}:
        return True  # "Anh Tiến cho biết"
    if (
        next_name
        and (before is None or not adjacent or before.tag not in "ojui")
        and normal(following) not in ALSO_COUNTRY
    ):
        return True
    if (
        at + 2 < len(tokens)
        and following == ","
        and normal(text[tokens[at + 2][1] : tokens[at + 2][2]]) in ALSO_COUNTRY
    ):
        return False  # "Anh, Pháp và Đức"
    # "Anh", "Nga", "Áo" at the head of a sentence may be somebody or something else.
    return (
        before is None and normal(text[start:end]) in ADDRESS and (not touching or normal(following) in AFTER_ADDRESS)
    )


def _is_posted(before: Piece, text: str, tokens: list[Token], at: int) -> bool:
    """ "Đại sứ Việt Nam tại Mỹ Nguyễn Quốc Dũng": the country, and then a whole name; but "tại Mỹ Đình"."""
    words = [text[start:end] for _, start, end in tokens[at + 1 : at + 4]]
    named = len(words) == 3 and all(word[0].isupper() and is_vietnamese(normal(word)) for word in words)
    return before.text.lower() == "tại" and named and normal(words[0]) in SURNAMES


def _is_name_syllable(text: str, tokens: list[Token], keys: list[str], at: int, pieces: list[Piece]) -> bool:
    """A common syllable that is written as a name: "Trần Thủy Biển", "ông Hồ", "Chủ tịch Trung Quốc Hồ Cẩm Đào"."""
    start, end = tokens[at][1], tokens[at][2]
    if not text[start].isupper() or not pieces or text[pieces[-1].end : start] != " ":
        return False
    before = pieces[-1].tag
    following = at + 1 < len(tokens) and text[end : tokens[at + 1][1]] == " " and text[tokens[at + 1][1]].isupper()
    given = text[tokens[at + 1][1] : tokens[at + 1][2]] if following else ""
    if before == "d" and given[1:].islower() and not is_vietnamese(normal(given)):
        return True  # "Tướng Than Htay"
    if (
        before == "n"
        or (before == "h" and pieces[-1].value in {"m", "f", "ông", "bà", "anh", "chị", "cô", "ngài", "cụ"})
        or (before in "od" and keys[at] in SURNAMES)
    ):
        return True
    if keys[at] not in SURNAMES or keys[at] == "từ":
        # "Ngoại trưởng Hàn Quốc Ban Ki-moon": before a hyphened given name
        return (
            before in "ocgbk"
            and at + 1 < len(tokens)
            and _KOREAN.fullmatch(text, tokens[at + 1][1], tokens[at + 1][2]) is not None
        )
    return following and before not in ".:"


def _countries_joined(word: str, start: int, low: str, index: Index) -> list[Piece] | None:
    """ "Mỹ-Hàn", "Nga-Ukraine": countries on both sides of the hyphen."""
    found: list[Piece] = []
    for part in low.split("-"):
        form = next((form for form in index.get(part, ()) if form.words == (part,) and form.tag in "ck"), None)
        if form is None:
            return None
        found.append(Piece(form.tag, start, start + len(part), word[: len(part)], form.value))
        start, word = start + len(part) + 1, word[len(part) + 1 :]
    return found


def _is_plain_start(pieces: list[Piece], key: str, tokens: list[Token], at: int, text: str) -> bool:
    """The capital only begins a sentence: a common word, nothing capitalised after it."""
    here = text[tokens[at - 1][1] : tokens[at - 1][2]]
    if len(here) > 1 and here.isupper() and not text.isupper():
        return False
    if pieces and pieces[-1].tag == "h" and text[pieces[-1].end : tokens[at - 1][1]] == " ":
        return False  # "ông Phương", "bà Hiền": a common word is a name here
    if pieces and pieces[-1].tag not in ".:q" and not (pieces[-1].tag == "w" and pieces[-1].text in "…!?–•*"):
        return key in COMMON and pieces[-1].tag != "n" and not _next_is_capital(tokens, at, text)
    return key in COMMON or (is_vietnamese(key) and not _next_is_capital(tokens, at, text))


def _is_ward(pieces: list[Piece], tokens: list[Token], at: int, text: str) -> bool:
    """ "Q.Phú Nhuận", "P.Tân An": a district's initial, no person's."""
    if at >= len(tokens) or (pieces and pieces[-1].tag in "hn" and text[pieces[-1].end : tokens[at - 1][1]] == " "):
        return False
    following = normal(text[tokens[at][1] : tokens[at][2]])
    return is_vietnamese(following) and following not in OF_VIETNAM


def _beside_name(pieces: list[Piece], tokens: list[Token], at: int, text: str) -> bool:
    """A hyphenated part of a longer name: "Frank-Walter Steinmeier"."""
    return bool(pieces and pieces[-1].tag == "n") or _next_is_capital(tokens, at, text)


def _next_is_capital(tokens: list[Token], at: int, text: str) -> bool:
    return at < len(tokens) and text[tokens[at][1]].isupper()


def _joins_names(pieces: list[Piece], tokens: list[Token], at: int, text: str, start: int) -> bool:
    """A particle between two capitalised syllables: "Alexander van der Bellen"."""
    if not pieces or pieces[-1].tag != "n" or text[pieces[-1].end : start] != " ":
        return False
    for step in range(at, min(at + 2, len(tokens))):
        word = text[tokens[step][1] : tokens[step][2]]
        if word[0].isupper():
            return not is_vietnamese(normal(word))
        if word.lower() not in PARTICLES:
            return False
    return False


def _add_name(pieces: list[Piece], text: str, start: int, end: int) -> None:
    before = pieces[-1] if pieces else None
    if before is not None and text[before.end : start] == " ":
        word = normal(text[start:end])
        if before.tag in "ckp" and word in FIRMS:  # "Vietnam Airlines" is no country
            pieces[-1] = Piece("j", before.start, end, text[before.start : end], text[before.start : end])
            return
        ends = normal(before.text.split()[-1]) if before.tag == "n" and " " in before.text else ""
        if ends in FIRMS and (
            word in SURNAMES or ends in {"airlines", "airways", "motors", "motor", "corp", "group", "telecom"}
        ):
            pieces[-1] = before._replace(tag="j")
            pieces.append(Piece("n", start, end, text[start:end], text[start:end]))  # the firm's director
            return
    if pieces and pieces[-1].tag == "n":
        gap = text[pieces[-1].end : start]
        glued = normal(text[start:end]) in COMMON and not is_vietnamese(normal(pieces[-1].text.split()[-1]))
        if glued and normal(text[start:end]) not in SURNAMES:
            pieces.append(Piece("w", start, end, text[start:end], normal(text[start:end])))  # a stop is missing
            return
        if gap in {"", " "}:
            whole = text[pieces[-1].start : end]
            pieces[-1] = Piece("n", pieces[-1].start, end, whole, whole)
            return
    pieces.append(Piece("n", start, end, text[start:end], text[start:end]))


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """What all forms of one person's name share: "Yoko Kamikawa", "Kamikawa Yoko", "Wang Yi" and "Vương Nghị"."""
    rows = find_tenures(name)
    return " ".join(sorted(name_key(rows[0].holder if rows else name).split()))
