"""What stands around the sides of a meeting and is none of them: for whom they sign, who looks on, where officials sit.

Steps of ``condensed``, each from chunks to fewer chunks.
"""

from __future__ import annotations

import re
from dataclasses import replace

from diemtin.events.beings.nouns import LEADERS, Chunk

_CLERGY = ("tổng giám mục", "giám mục", "hồng y", "giáo hoàng", "thánh")
_DAYS = {"thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"}


def as_one(chunks: list[Chunk]) -> list[Chunk]:
    """ "Liên minh châu Âu EU", "phía Nga", "tối Thứ Năm", "chính quyền Taliban - ông A": what stands for one thing."""
    kept: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.kind == chunk.kind == "B"
            and before.country
            and before.country == chunk.country
        ):
            kept[-1] = replace(before, end=chunk.end)
        elif chunk.text == "Al" and before is not None and before.kind in "Pn":
            continue  # "Mohammed bin Rashid Al Thani": of a name, not the league
        elif at and chunks[at - 1].text == "Al" and chunk.kind in "nP" and before is not None and before.kind in "Pn":
            kept[-1] = replace(before, end=chunk.end)
        elif chunk.kind == "n" and chunk.text.lower() in _DAYS:
            kept.append(replace(chunk, kind="D"))
        elif chunk.text == "Đức" and at + 1 < len(chunks) and chunks[at + 1].text.lower().startswith(_CLERGY):
            continue  # "Đức Tổng Giám mục": an address
        elif chunk.text.lower() in {"phía", "bên"} and before is not None and before.kind in "aG":
            if at + 1 == len(chunks) or chunks[at + 1].kind not in "CK":
                kept.append(chunk)
        elif _is_head_of(kept, chunk):
            body = kept[-2]
            del kept[-2:]
            kept.append(replace(chunk, country=chunk.country or body.country))
            if chunk.person is not None and chunk.person.country is None and not chunk.person.rows:
                chunk.person.country = body.country
        elif _is_named_behind(kept, chunk):
            office = kept[-2]
            del kept[-2:]
            if chunk.person is not None and not chunk.person.rows:
                chunk.person.country, chunk.person.office = office.country, office.office
            kept.append(replace(chunk, kind="P", office=office.office, country=office.country))
        else:
            kept.append(chunk)
    return kept


def _is_head_of(kept: list[Chunk], chunk: Chunk) -> bool:
    """ "người đứng đầu cơ quan đối ngoại của chính quyền Taliban - ông A": an address and a name behind a dash."""
    return (
        len(kept) > 2
        and kept[-1].kind == "-"
        and kept[-2].kind == "B"
        and chunk.kind == "P"
        and chunk.gender is not None
        and chunk.office is None
        and kept[-3].kind in "wszMdO"
    )


def _is_named_behind(kept: list[Chunk], chunk: Chunk) -> bool:
    """ "với Quốc vương Qatar - Sheikh Tamim, Quốc vương Kuwait - Sabah": an office and its bare name behind a dash."""
    person = chunk.person
    return (
        len(kept) > 2
        and kept[-1].kind == "-"
        and kept[-2].kind == "O"
        and bool(kept[-2].office and kept[-2].country)
        and chunk.kind in "Pn"
        and person is not None
        and not (person.rows or chunk.gender)
        and chunk.text == person.name
    )


def is_shared(chunk: Chunk) -> bool:
    """An office of one person a state: "Ngoại trưởng Anh, Pháp và Đức"; not "quan chức Anh và Pháp"."""
    loose = chunk.text.lower().startswith(("nhà lãnh đạo", "lãnh đạo", "người đứng đầu", "nguyên thủ", "giới"))
    return not loose and (chunk.office in LEADERS or chunk.office in _OF_ONE)


def without_witnesses(chunks: list[Chunk]) -> list[Chunk]:
    """ "…, với sự chứng kiến của C, A và B đã ký": who looks on is no side."""
    words = [chunk.text.lower() for chunk in chunks]
    for at in range(len(chunks) - 5):
        if words[at : at + 3] != ["sự", "chứng", "kiến"] or not at:
            continue
        end = at + 3
        while end < len(chunks) and end - at < 12 and chunks[end].kind in "sPO&":
            end += 1
        if end < len(chunks) and chunks[end].kind == "," and at > 0:
            return [*chunks[: at - 1], *chunks[end + 1 :]]
    return chunks


_OF_ONE = {"foreign_minister", "defence_minister", "finance_minister", "trade_minister", "minister"}
_MANDATE = re.compile(r"^(?:thay mặt|đại diện cho|thừa (?:uỷ|ủy) quyền|được sự (?:uỷ|ủy) quyền)\b")

_MANDATE_BEGINS = ("thay", "đại", "thừa", "được")
"""The first words of the pattern: most places are told apart by them."""


def without_mandate(chunks: list[Chunk]) -> list[Chunk]:
    """ "A và B, thay mặt Chính phủ hai nước, đã ký": for whom they act is neither of them."""
    for at in range(1, len(chunks) - 2):
        if chunks[at].kind not in "wdv" or not chunks[at].text.lower().startswith(_MANDATE_BEGINS):
            continue
        words = " ".join(chunk.text.lower() for chunk in chunks[at : at + 4])
        if not _MANDATE.match(words) or chunks[at - 1].kind not in "P),fwU":
            continue
        end = at + 1
        while end < len(chunks) and end - at < 14 and chunks[end].kind in "wdBCrMzs&O":
            if chunks[end].text.lower() in {"đã", "cùng"} or chunks[end].kind == "m":
                break
            end += 1
        if any(one.kind in "BCr" for one in chunks[at:end]) and end < len(chunks) and chunks[end].kind in "wm,":
            begin = at - 1 if chunks[at - 1].kind == "," else at
            return [*chunks[:begin], *chunks[end + (chunks[end].kind == ",") :]]
    return chunks


def with_own_states(chunks: list[Chunk]) -> list[Chunk]:
    """ "đón bà A của Ấn Độ và ông B của Indonesia": the state behind a name is that person's, as in a title."""
    kept: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        named = kept[-2] if len(kept) > 1 and kept[-1].kind == "s" else None
        following = chunks[at + 1].kind if at + 1 < len(chunks) else "."
        if named is None or chunk.kind != "C" or named.kind != "P" or named.person is None or following in "nPO-":
            kept.append(chunk)
            continue
        person = named.person
        state = person.country or named.country
        if state not in {None, chunk.country} or (state is None and person.rows):
            kept.append(chunk)
            continue
        if state is None:
            person.country = chunk.country
        kept[-2:] = [replace(named, country=chunk.country, end=chunk.end)]
    return kept


_OFFICIALS = {
    "giới chức",
    "quan chức",
    "quan chức cấp cao",
    "giới lãnh đạo",
    "lãnh đạo",
    "nhà lãnh đạo",
    "giới chức cấp cao",
    "đại diện",
    "nhà ngoại giao",
    "nhà đàm phán",
}


def officials_there(chunks: list[Chunk]) -> list[Chunk]:
    """ "thảo luận với các giới chức ở Tokyo", "hội đàm với các đại diện của Nga và Mỹ": those of that state."""
    for at in range(2, len(chunks) - 1):
        if chunks[at].text.lower() not in {"ở", "tại", "của"} or chunks[at + 1].kind not in "CK":
            continue
        officials = chunks[at - 1].text.lower() in _OFFICIALS
        if officials and any(chunk.kind in "em" for chunk in chunks[max(0, at - 5) : at]):
            return [*chunks[:at], *chunks[at + 1 :]]
    return chunks
