"""A sentence as a row of chunks (``nouns.py`` says which kinds there are), cut out of its pieces by patterns over their tags."""

from __future__ import annotations

import re
from functools import lru_cache

from diemtin.events.beings.cues import index
from diemtin.events.beings.joined import drop_institutions, join_surnames, with_place
from diemtin.events.beings.nouns import LEADERS, Chunk, Sentence
from diemtin.events.beings.runs import ends_in_place, is_no_name, is_of_body, is_school, without_firm, without_place
from diemtin.events.beings.titlewords import (
    CANDIDATE,
    FIRMS,
    FOR_OTHERS,
    GENDER,
    GENERIC_HEADS,
    GROUPS,
    KIN,
    REPORTERS,
    RULES,
)
from diemtin.language.countries import countries
from diemtin.language.given import SURNAMES
from diemtin.language.names import Piece, scan
from diemtin.language.offices import has_table
from diemtin.language.places import places
from diemtin.language.sentences import sentences
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_AFFILIATION = r"(?:s?[ckgbjpy])"
_OFFICE = rf"i*[od](?:i*o)?M*(?:{_AFFILIATION}|(?<=[od])[zM]+|(?<=[ckgbjpy])[Mi]+)*(?:\([bcy]\))?"
"""An office with what it is of."""
_POSTED = r"(?:t[ckbp]|s?z[wMcjbN]{1,5}(?=h?n))?"
""" "Đại sứ Mỹ tại Việt Nam", "Chủ tịch Ủy ban Đối ngoại Hạ viện Nga"."""
_CHUNK = re.compile(
    rf"(?P<u>u(?:s?[ckgbpM])*(?:\w{{0,3}}l)?(?:{_OFFICE})?h?n(?:s[ckgb])?)"
    rf"|(?P<U>u(?:s?[ckgbM])*)"
    rf"|(?P<P>(?:i*[od]M*[,+])*{_OFFICE}{_POSTED}(?:,?h)?n(?:s[ckgb](?![n]))?)"
    r"|(?P<h>h+d?n)"
    rf"|(?P<O>(?:i*oM*[,+])*i*oM*(?:{_AFFILIATION})*(?:(?<=o[ckgb])t[ckb])?)"
    rf"|(?P<B>j(?:s?[ckgbp])?)"
    r"|(?P<n>n)|(?P<H>h)|(?P<c>c)|(?P<k>k)|(?P<g>g)|(?P<b>b)|(?P<y>y)"
)
_APPOSITION = re.compile(rf"(?:\(\w+\))?,(?P<o>i*[od]M*(?:{_AFFILIATION}|(?<=[od])[zM]+)*)(?![nh])")
_AGE = re.compile(r"\s*(?:[,(]\s*\d+\s*(?:tuổi|t\b)|\d+\s*tuổi)")
_TITLED_BEHIND = re.compile(r" [-–] (?:[A-ZĐ]\w+ )+[-–] ")
_LOCAL = {"governor", "party_secretary", "local_chairman"}
_AIDES = {"spokesperson", "adviser", "envoy", "chief_of_staff"}


@lru_cache(maxsize=256)  # an undated article is read twice: to date it, then to tell of it
def _scan(sentence: str) -> list[Piece]:
    if "-" in sentence:  # "Việt Nam-Canada": a dash between two, not part of a word
        sentence = _BEFORE_ADDRESS.sub("–", _AFTER_CONTINENT.sub("–", _between_states().sub("\\1–", sentence)))
    return scan(sentence.translate(_ETH), index())


_BEFORE_ADDRESS = re.compile(r"(?<=\w)-(?=(?:ông|bà) [A-ZĐ])")
_AFTER_CONTINENT = re.compile(r"(?<=châu [ÁÂ])-(?=\w)")
""" "Vụ trưởng Vụ châu Á-châu Đại Dương"."""
_ETH = str.maketrans("Ðð", "Đđ")
"""Icelandic letters that older pages print for "Đ"; they look the same."""


@lru_cache(maxsize=1)
def _between_states() -> re.Pattern[str]:
    names = sorted({name for one in countries().values() for name in (one.name, *one.aliases) if " " in name}, key=len)
    several = "|".join(map(re.escape, reversed(names)))
    return re.compile(f"({several}|(?<=\\w)(?=-(?:{several})\\b))-(?=[A-ZĐÀ-Ỹ])")


def read_sentences(passages: list[tuple[int, str]]) -> list[Sentence]:
    """Cut and scan the passages of an article."""
    found: list[Sentence] = []
    for passage, text in passages:
        for sentence in sentences(text):
            pieces = _scan(sentence)
            found.append(Sentence(sentence, passage, len(found), pieces, "".join(piece.tag for piece in pieces)))
    for one in found:
        one.chunks = _chunks(one)
    return found


def _chunks(sentence: Sentence) -> list[Chunk]:
    pieces, tags = sentence.pieces, sentence.tags
    chunks: list[Chunk] = []
    at = 0
    for match in _CHUNK.finditer(tags):
        for index_ in range(at, match.start()):
            chunks.append(_plain(pieces[index_], index_))
        chunks.append(_make(match, sentence))
        at = match.end()
    for index_ in range(at, len(pieces)):
        chunks.append(_plain(pieces[index_], index_))
    whole = with_place(chunks, sentence) if "j" in tags else chunks
    join_surnames(whole)
    for at in range(3, len(whole)):
        title, of, country, named = whole[at - 3 : at + 1]
        if title.kind + country.kind + named.kind in {"dCn", "OCn"} and of.text == "người" and named.text.count(" "):
            named.kind, named.titled = "P", True  # "tiền vệ người Argentina Esteban Cambiasso"
    drop_institutions(whole)
    return whole


def _plain(piece: Piece, at: int) -> Chunk:
    return Chunk(piece.tag, at, at + 1, piece.text, value=piece.value)


_KINDS = {"u": "P", "h": "P", "n": "n", "c": "C", "k": "K", "g": "B", "b": "B", "y": "Y"}


def _make(match: re.Match[str], sentence: Sentence) -> Chunk:
    pieces, (start, end) = sentence.pieces, match.span()
    group = match.lastgroup or "n"
    kind = _KINDS.get(group, group)
    chunk = Chunk(kind, start, end, sentence.text[pieces[start].start : pieces[end - 1].end])
    chunk.value = pieces[start].value
    if group in "ckgby":
        chunk.country = pieces[start].value
        return chunk
    _read_title(chunk, pieces[start:end])
    chunk.loose = group == "P" and "z" in sentence.tags[start:end]
    offices = [piece.value for piece in pieces[start:end] if piece.tag == "o"]
    if (
        group == "P"
        and len(offices) > 1
        and offices[0] in _AIDES
        and offices[-1] in LEADERS
        and pieces[end - 2].tag == "o"
    ):
        chunk.aide, chunk.office = True, offices[-1]
    if group == "P" and end - start > 2 and pieces[end - 2].tag == "j" and pieces[end - 2].text.lower() in RULES:
        chunk.aide = True  # "quan chức chính quyền Bush"
    if group == "B":
        chunk.value = pieces[start].text
    if group == "P" and end - start == 2 and start and _is_kin_in_name(pieces, start):
        chunk.kind, chunk.name = "n", chunk.text
        return chunk
    if group == "P" and is_school(pieces[end - 2], pieces[end - 1]):
        chunk.kind, chunk.name = "w", None
        return chunk
    if chunk.name is not None:
        chunk.name = without_place(without_firm(chunk.name) if group == "P" and chunk.office else chunk.name)
        chunk.titled = group != "n" and not _no_name(chunk.name, group, sentence, end)
        head = pieces[start + max(sentence.tags.rfind("n", start, end) - start, 1) - 1]
        if (chunk.loose or ends_in_place(head)) and is_of_body(chunk.name, head):
            chunk.titled = False  # "Tỉnh trưởng tỉnh Leyte", "Cục trưởng Cục Thuế"
        if not chunk.titled:
            chunk.kind = "n"
        whole = chunk.name == pieces[end - 1].text  # "lãnh đạo SOHR Rami Abdel Rahman" is he
        if whole and sentence.tags[start:end] == "dn" and pieces[start].text.lower() in FOR_OTHERS:
            chunk.aide, chunk.titled = True, chunk.titled and " " in chunk.name  # "đại diện A": not A
        _read_apposition(chunk, sentence)
        if not chunk.titled and _AGE.match(sentence.text, pieces[end - 1].end):
            chunk.titled = True
    return chunk


def _is_kin_in_name(pieces: list[Piece], at: int) -> bool:
    """ "cửa khẩu Cha Lo": no father."""
    kin = pieces[at].text.lower() in KIN and pieces[at].text[0].isupper()
    return kin and pieces[at + 1].tag == "n" and pieces[at - 1].tag not in ".,;:q-("


def _read_title(chunk: Chunk, pieces: list[Piece]) -> None:
    """Office, country, name and gender out of the pieces of one mention. The last office printed is the one kept."""
    candidate = owned = False
    for before, piece in zip([None, *pieces], pieces, strict=False):
        tag = piece.tag
        owned = (owned or tag == "s") and chunk.name is None
        if owned and tag == "c" and chunk.country is not None and before is not None and before.tag != "t":
            chunk.country = piece.value  # "Vụ trưởng Vụ Triều Tiên của Bộ Ngoại giao Mỹ"
        if tag in "ckgb" and before is not None and before.tag == "t":
            continue  # "Đại sứ tại Haiti": posted there, not of there
        if tag == "u":
            chunk.counterpart = True
        elif tag == "o":
            chunk.wording = piece.text.lower()
            if chunk.wording.endswith(" mỹ"):
                chunk.country = "us"  # "Đại diện Thương mại Mỹ"
            if chunk.office is None or chunk.office in {"minister", "deputy_minister"} or chunk.country is None:
                chunk.office = piece.value
        elif tag == "d":
            chunk.gender = chunk.gender or GENDER.get(piece.value)
            if piece.value in CANDIDATE:
                chunk.former, candidate = True, True  # not in that office: not yet
            elif piece.value in KIN and chunk.office is None:
                chunk.aide = any(other.tag == "o" for other in pieces)
        elif tag in "ckgb" and (chunk.country is None or (chunk.name is not None and tag != "b")):
            chunk.country = piece.value
        elif tag == "p" and chunk.office in _LOCAL and chunk.country is None and not (before and before.tag == "t"):
            place = places().get(piece.value)
            chunk.country = place.country if place is not None else None  # "Phó Tỉnh trưởng tỉnh Savannakhet"
        elif tag == "n":
            chunk.name = piece.text
        elif tag == "i" and piece.value in {"cựu", "nguyên", "cố"}:
            chunk.former = True
        elif tag == "h":
            chunk.gender = (
                "f"
                if piece.value in {"bà", "chị", "cô", "f"}
                else "m"
                if piece.value in {"ông", "anh", "ngài", "m"}
                else None
            )
    if candidate:
        chunk.office = None
    if chunk.office == "head_of_state" and chunk.country is not None and chunk.country not in countries():
        chunk.office = "party_chief_abroad"  # "nhà lãnh đạo Fatah"
    if chunk.office in GENERIC_HEADS:
        # "Chủ tịch Trung Quốc" heads a state, "Chủ tịch WB" the bank, any other "Chủ tịch" a firm or a club.
        if chunk.country in countries() and not any(piece.tag == "z" for piece in pieces):
            chunk.office = GENERIC_HEADS[chunk.office]
        elif chunk.country is None or not has_table(chunk.office, chunk.country):
            chunk.office = "director"
            chunk.generic = True


def _no_name(name: str, group: str, sentence: Sentence, end: int) -> bool:
    """After a title, yet no name: an abbreviation ("BCH TƯ"), the first half of a term ("Phó Chủ tịch Ngoại hối")."""
    words = name.split()
    if is_no_name(words, group == "h"):
        return True
    if (
        group != "h"
        and any(len(word) > 2 and word.isupper() and "." not in word and word.strip("IVX") for word in words)
        and not sentence.text.isupper()
    ):
        return True
    if len(words) == 1 and sentence.pieces[end - 2].text.lower().endswith(("hiệp hội", "liên đoàn", "ngành")):
        return True  # "Phó chủ tịch Hiệp hội Thép"
    if sentence.pieces[end - 2].text.lower() in FIRMS and not is_vietnamese(words[0]):
        return True  # "Đại diện công ty Mekong Delight"
    if group == "h" and len(words) == 1 and sentence.pieces[end - 2].value in REPORTERS:
        return True  # "phóng viên IPolitics"
    if group == "P" and len(words) == 1 and _TITLED_BEHIND.match(sentence.text, sentence.pieces[end - 1].end):
        return not is_vietnamese(words[0])  # "CEO VKontakte - Pavel Durov - viết"
    if group == "h" or len(words) > 1 or not is_vietnamese(words[0]):
        return False
    following = sentence.pieces[end] if end < len(sentence.pieces) else None
    return (
        following is not None
        and following.tag in "wz"
        and following.text[0].islower()
        and normal(words[0]) not in SURNAMES
    )


def _ends_phrase(chunk: Chunk, sentence: Sentence) -> bool:
    """Does the name end the words with which the sentence begins: where, with whom?"""
    begin = chunk.start - 1
    if begin >= 0 and sentence.tags[begin] == "z":
        return True  # "tạp chí TV Spiel, nam diễn viên …"
    return 0 <= begin < 4 and sentence.tags[begin] in "tam" and "," not in sentence.tags[:begin]


def _read_apposition(chunk: Chunk, sentence: Sentence) -> None:
    """ "Loic Fauchon, chủ tịch Hội đồng Nước Thế giới": the office after the name."""
    match = _APPOSITION.match(sentence.tags, chunk.end)
    if match is None:
        return
    if not chunk.titled and _ends_phrase(chunk, sentence):
        return  # "Trên Twitter, ngôi sao …", "Trao đổi với Vinapress, giám đốc một công ty …": somebody else
    if sentence.pieces[match.start("o")].text.lower() in GROUPS:
        return  # "…, ban lãnh đạo đội bóng": somebody else
    title = Chunk("O", 0, 0, "")
    _read_title(title, sentence.pieces[match.start("o") : match.end("o")])
    # "gặp ông Putin, Thủ tướng Đức...": after a titled name the comma more often begins the next of a list.
    if chunk.office is None and (title.office or not chunk.titled):
        if chunk.titled and sentence.tags[match.end() : match.end() + 1] not in {",", ".", "", ")"}:
            return
        chunk.office = title.office
        chunk.country = chunk.country or title.country
        chunk.former = chunk.former or title.former
    chunk.titled = True
