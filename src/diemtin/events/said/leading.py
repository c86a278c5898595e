"""Subjects further off from their verb: the person a sentence begins with, the one who can be meant before a colon.

Works on the kinds of a sentence's chunks with everything quoted masked, as ``subjects`` does.
"""

from __future__ import annotations

from diemtin.events.beings.nouns import Chunk
from diemtin.events.beings.somebody import SOMEBODY, last_noun
from diemtin.events.beings.speech import DEEDS, is_plain_speech
from diemtin.events.beings.standing import is_subject
from diemtin.events.said.organisations import TURNS


def find_only(chunks: list[Chunk], kinds: str, colon: int) -> int | None:
    """ "Ông A tỏ ra bức xúc: “…”", no verb of speech: the one person who is a subject before the colon."""
    begin = max(kinds.rfind(mark, 0, colon) for mark in ";:q") + 1
    units = [
        at
        for at in range(begin, colon)
        if (kinds[at] in "POHUYB" and chunks[at].text.lower() not in {"phóng viên", "pv", "nhà báo"})
        or (kinds[at] == "n" and chunks[at].person)
    ]
    named = [at for at in units if kinds[at] in "PH" and is_subject(kinds, chunks, at)]
    if len(named) != 1 or any(kinds[at] in "PHU" for at in units if at != named[0]) or "S" in kinds[begin:colon]:
        return None
    return (
        named[0]
        if not any(chunk.text.lower() in TURNS - {"cho"} for chunk in chunks[named[0] + 1 : colon - 1])
        else None
    )


def find_with_others(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """ "Mỹ và một số quốc gia khác cáo buộc", "anh Hà ngụ trên đường A (phường B) cho hay": the one who can be meant."""
    begin = max(kinds.rfind(mark, 0, verb) for mark in ";:qv") + 1
    named = [at for at in range(begin, verb) if kinds[at] in "POCKBH" and is_subject(kinds, chunks, at)]
    if len(named) != 1:
        return None
    at = named[0]
    if kinds[at + 1 : at + 3] == "&N" and not set(kinds[at + 2 : verb]) & set("vPOCKBHYUnzme,("):
        return at
    between = chunks[at + 1 : verb]
    if kinds[at : at + 4] == "Pwww" and [one.text.lower() for one in between[:3]] in (
        ["bào", "chữa", "cho"],
        ["bảo", "vệ", "cho"],
    ):
        return at if kinds[at + 4 : verb] in {"P", "d"} else None  # "luật sư A bào chữa cho bị cáo B cho rằng"
    if kinds[at] != "P" or any(one.kind in "POHU" or one.text.lower() in TURNS for one in between):
        return None
    if chunks[verb].value in DEEDS or "S" in kinds[at:verb]:
        return None
    comma = max(kinds.rfind(mark, begin, verb) for mark in ",-")
    if comma > at or chunks[verb - 1].text.lower().split()[-1] in SOMEBODY or last_noun(chunks, verb) in SOMEBODY:
        return None
    return at if at == begin or kinds[at - 1] in ",-w#)" else None


_JOINS = {"nhưng", "song", "thời", "đồng thời", "và", "rồi", "mà"}


def find_first(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """The person with whom the sentence begins, if nobody else is before the verb: "Tổng thống Obama đã đến…, và kêu gọi"."""
    named = [at for at in range(verb) if kinds[at] in "PO" and not chunks[at].aide]
    alone = kinds[0] == "H" and not set(kinds[1:verb]) & set("POHUBCKYn") and is_plain_speech(chunks[verb])
    if alone and chunks[verb - 1].text.lower() in _JOINS and not any(one.text[0].isupper() for one in chunks[1:verb]):
        return 0  # "Ông từ chối cho biết địa điểm, đồng thời nhấn mạnh …"
    if not named or named[0] > 8 or (kinds[named[0]] == "O" and chunks[named[0]].person is None):
        return None
    others_act = any(
        chunks[at].text.lower() == "khi" and kinds[at + 1] in "zYBCKn" for at in range(named[0] + 1, verb - 1)
    )
    if kinds[named[0] + 1] == "&" or others_act:
        return None  # "bà Merkel nổi giận, khi tờ Spiegel, …, tiết lộ"
    others = {
        id(chunks[at].person)
        for at in named
        if kinds[at] == "P" and (kinds[at - 1 : at] not in set("ma&") or is_subject(kinds, chunks, at))
    }  # whom he met is nobody who could have said it
    if len(others) > 1 or not is_subject(kinds, chunks, named[0]):
        return None
    before = {kind for kind, chunk in zip(kinds[: named[0]], chunks, strict=False) if not chunk.aide}
    return named[0] if not before & set("vPOCKBe") else None
