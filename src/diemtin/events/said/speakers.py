"""Who a chunk in the place of a speaker is: a person, an office, a body by its words, or whom a pronoun means."""

from __future__ import annotations

from diemtin.events.beings.nouns import LEADERS, Chunk, Sentence
from diemtin.events.beings.standing import is_subject
from diemtin.events.said.heard import Heard
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_ENDS_NAME = {
    "ra",
    "gửi",
    "chiều",
    "sáng",
    "tối",
    "trưa",
    "đêm",
    "tuần",
    "tháng",
    "năm",
    "đã",
    "hôm",
    "ngày",
    "cũng",
    "vừa",
    "mới",
    "đang",
    "lại",
    "vẫn",
    "còn",
    "thì",
    "từng",
    "liên",
    "tiếp",
    "khi",
}


def body_named(sentence: Sentence, kinds: str, begin: int, verb: int) -> Chunk:
    """An organisation by the run of words that names it."""
    chunks = sentence.chunks
    if chunks[begin].text.lower() in {"phía", "về phía"} and begin + 1 < verb:
        begin += 1
    end = begin + 1
    while (
        end < verb
        and (kinds[end] not in ",#f(v" or chunks[end - 1].text == "." or _is_number(chunks, kinds, end))
        and (chunks[end].text.lower() not in _ENDS_NAME or chunks[end + 1].text.lower() == "cao")  # "tối cao"
        and not (
            kinds[end] in "-–"
            and end + 1 < verb
            and chunks[end + 1].text.lower() in _ROLES
            and _is_spaced(sentence, chunks[end])
        )
    ):
        end += 1
    first, last = sentence.pieces[chunks[begin].start], sentence.pieces[chunks[end - 1].end - 1]
    country = next((one.country for one in reversed(chunks[begin:end]) if one.kind == "C"), None)
    return Chunk("B", chunks[begin].start, chunks[end - 1].end, sentence.text[first.start : last.end], country=country)


_ROLES = {"chủ", "đơn", "đơn vị", "cơ quan", "hãng", "doanh", "nhà", "công ty", "tập đoàn", "tổ chức", "nơi", "một"}


def _is_spaced(sentence: Sentence, dash: Chunk) -> bool:
    """ "Công ty A - chủ chiếc tàu B": a dash that ends the name."""
    piece = sentence.pieces[dash.start]
    return sentence.text[piece.end : piece.end + 1].isspace()


def _is_number(chunks: list[Chunk], kinds: str, at: int) -> bool:
    """ "UBND quận 9": the number is a part of the name."""
    return (
        kinds[at] == "#"
        and chunks[at].text.isdigit()
        and chunks[at - 1].text.lower() in {"quận", "phường", "khu", "số"}
    )


_YOUNG = {"anh", "em", "chú", "bác", "cháu"}
"""Pronouns only for who was called so before."""


def find_speaker(chunk: Chunk, previous: Chunk | None, heard: Heard | None = None) -> Chunk | None:
    if chunk.kind == "P":
        return chunk if chunk.person is not None and not chunk.aide else None
    if chunk.kind == "H":
        if previous is None or chunk.gender is None or previous.kind not in "PO":
            return None
        if chunk.text.lower() in _YOUNG and not (
            heard is not None and heard.may_be_called(previous, chunk.text.lower())
        ):
            return None
        gender = previous.person.gender if previous.person else None
        return None if gender is not None and gender != chunk.gender else previous
    if chunk.kind == "O":
        if chunk.person is not None:
            leads = chunk.person.office in LEADERS or any(row.office in LEADERS for row in chunk.person.rows)
            if leads and chunk.office in _SENT:
                return None  # "vị đặc phái viên" of whom the article tells only whose envoy he is
            return None if heard is not None and heard.knows_another(chunk) else chunk
        if chunk.text.lower() in _HOME:
            return Chunk("B", chunk.start, chunk.end, chunk.text, country="vn", office=chunk.office)
        return chunk if chunk.office and chunk.country and not chunk.former else None
    if chunk.kind == "n":
        sure = chunk.person is not None and chunk.person.sure
        name = chunk.name or chunk.text
        if len(name) < 4 and name[0] in "RC" and name[-1].isdigit():
            return None  # "R10", "CR7": a player's nickname
        return Chunk("P" if sure else "B", chunk.start, chunk.end, name, person=chunk.person if sure else None)
    if chunk.kind == "Y":
        return as_body(chunk)
    return None if chunk.kind == "U" else chunk


def is_native(name: str) -> bool:
    """All of its syllables are Vietnamese."""
    return all(is_vietnamese(normal(word)) for word in name.split())


_SENT = {"spokesperson", "adviser", "envoy", "chief_of_staff"}
_HOME = {"thủ tướng chính phủ", "chủ tịch nước"}
"""Offices that only the home press names so, without their country."""
HE = Chunk("H", 0, 0, "anh", gender="m")


def may_be(who: Chunk, pronoun: Chunk) -> bool:
    gender = who.person.gender if who.person else None
    return gender is None or gender == pronoun.gender


def as_body(chunk: Chunk) -> Chunk:
    return Chunk("B", chunk.start, chunk.end, chunk.value)


def find_next(sentence: Sentence, kinds: str, previous: Chunk | None) -> Chunk | None:
    """Whom "ông" in the next sentence may mean: the one person of this one, or who was speaking before."""
    named = [
        chunk
        for chunk, kind in zip(sentence.chunks, kinds, strict=True)
        if kind in "PO" and chunk.person is not None and not chunk.aide
    ]
    distinct = {id(chunk.person) for chunk in named}
    if not distinct:
        return previous
    if len(distinct) == 1:
        if (
            previous is not None
            and previous.person is not named[0].person
            and not find_subjects(sentence, sentence.kinds)
        ):
            return None  # somebody else is only spoken of
        return None if _is_owner(sentence, named[0]) else named[0]
    if sentence.kinds[1:2] == "w" and sentence.kinds[2:3] == "P" and sentence.chunks[1].text in {"Ông", "Bà"}:
        return sentence.chunks[2]  # a caption before the sentence: "Edward Snowden Ông Kucherena từ chối …"
    # Of several the one with whom the sentence begins, if alone: "Tổng thống Bush đã gặp ông Putin. Ông nói…"
    at = next(at for at, chunk in enumerate(sentence.chunks) if chunk is named[0])
    alone = (
        at < 7
        and sentence.kinds[at + 1 : at + 2] not in {"&", ",", "-"}
        and is_subject(sentence.kinds, sentence.chunks, at)
    )
    return named[0] if alone else None


def find_subjects(sentence: Sentence, kinds: str, end: int | None = None) -> list[Chunk]:
    """The persons who stand as subjects outside of quotations, up to a chunk."""
    return [
        chunk
        for at, chunk in enumerate(sentence.chunks[:end])
        if kinds[at] in "PO" and chunk.person is not None and is_subject(kinds, sentence.chunks, at)
    ]


def find_antecedent(sentence: Sentence, kinds: str, at: int, previous: Chunk | None) -> Chunk | None:
    """Whom a pronoun means: the one subject before it in the sentence, else who was speaking; of two subjects neither."""
    before = find_subjects(sentence, kinds, at)
    if not before:
        return previous
    return before[0] if len({id(chunk.person) for chunk in before}) == 1 else None


def _is_owner(sentence: Sentence, chunk: Chunk) -> bool:
    """ "Một trợ lý của Tổng thống Musharraf": the sentence speaks of somebody unnamed."""
    at = next(at for at, one in enumerate(sentence.chunks) if one is chunk)
    before = sentence.chunks[max(0, at - 4) : at]
    return bool(before) and before[-1].kind == "s" and any(one.kind in "dO" and one.person is None for one in before)
