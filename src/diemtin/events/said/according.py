""" "Theo ông X, …", "theo tiết lộ của tờ Y, …": whom a sentence names as its source.

Only what somebody said counts: "theo yêu cầu của ông X" and "theo luật" are no statements. An agency or a paper by
itself is a link of the chain (``chains``), not a speaker, unless the wording says that it tells so itself.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from diemtin.events.beings.bodies import is_body, is_medium, is_paper
from diemtin.events.beings.nouns import Chunk
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_ROLE = re.compile(r"[wdOUPsHzMCBYitn]{1,14},(?P<who>P)[,.]")


class Source(NamedTuple):
    """Where the source's name stands, and after which chunk what it says begins. ``who`` < 0: named, but unclear whom."""

    who: int
    begins: int


_SAYINGS = {
    "lời", "lời kể", "tiết lộ", "thông tin", "nguồn tin", "tin", "nhận định", "đánh giá", "phân tích", "báo cáo", "kể",
    "thông báo", "tuyên bố", "phát biểu", "trình bày", "quan điểm", "ý", "kiến", "mô", "tả", "mô tả", "ước tính", "dự báo",
    "dự đoán", "giải thích", "khẳng định", "tính", "toán", "xác nhận", "thông", "cáo", "chí", "lý", "giải", "từ", "khai",
    "nhận", "xét", "nhận xét", "suy", "nghĩ", "chia sẻ", "cảnh báo", "khuyến cáo", "lời khai", "công bố", "ông", "bà",
    "nguồn", "riêng", "của", "phía", "đại", "diện", "như", "những", "một", "bản", "tin tức", "phản", "ánh", "ảnh",
    "xin", "lỗi", "thăm", "dò", "dư", "luận", "kết", "quả",
    "điều", "tra", "khảo", "sát", "nghiên", "cứu", "số", "liệu", "thống",
    "cho biết", "báo chí", "lý giải", "dữ", "dữ liệu", "mới", "nhất", "gần", "đây",
}  # fmt: skip
"""What may stand between "theo" and who said it."""


_JOINS = {
    "hiện", "và", "nay", "nhưng", "song", "còn", "cũng", "bởi", "vì", "nhiên", "đó", "mà", "thế", "vậy", "thì", "rằng", "như",
}  # fmt: skip


def find_source(chunks: list[Chunk], kinds: str) -> Source | None:
    """The first "theo …" of a sentence that names somebody as source; ``None`` when none does."""
    at = -1
    while (at := kinds.find("T", at + 1)) >= 0:
        edge = at == 0 or kinds[at - 1] in ",;:q·(-–&)" or chunks[at - 1].text.lower() in _JOINS
        if kinds[at - 1 : at] == ":" and "v" in kinds[: at - 1]:
            continue  # "ông A cho biết: Theo báo cáo của B, …"
        if not edge and chunks[at].text.startswith("theo"):
            continue  # "… theo khuyến cáo của WHO": not whose words the sentence gives
        found = _after(chunks, kinds, at)
        if found is not None:
            return found
    return None


def _after(chunks: list[Chunk], kinds: str, theo: int) -> Source | None:
    if (role := _ROLE.match(kinds, theo + 1)) is not None and _is_role(chunks[theo + 1 : role.start("who") - 1]):
        return Source(role.start("who"), role.end())  # "theo đại diện Scomi, bà A, …", "theo người phó của bà, ông B"
    at, owned = theo + 1, False
    while at < len(kinds) and at < theo + 7:
        word = chunks[at].text.lower()
        if kinds[at] == "s" and at > theo + 1:
            owned = True
        elif not ((kinds[at] in "wNviMBtV" and word in _SAYINGS) or _is_day(chunks, kinds, at)) and not (
            kinds[at] == "z" and is_paper(chunks[at])
        ):
            break
        at += 1
    if kinds[at : at + 3] == "HYn" and chunks[at].text.lower() in {"phóng viên", "nhà báo"}:
        at += 2  # "theo phân tích của phóng viên BBC A"
    if at >= len(kinds):
        return None
    kind = kinds[at]
    if kind in "nY" and kinds[theo - 1 : theo] == "(":
        return None  # "(Theo RFA, RFI)"
    told = owned or any(chunk.kind == "v" for chunk in chunks[theo + 1 : at])
    if kind == "Y":
        after = kinds[at + 1 : at + 2]
        speaks = is_medium(chunks[at]) and (told or kinds[theo + 1] == "z" or len(kinds) > 9)
        return Source(at, at + 1) if speaks and (after in {",", "#", "w"} or (told and after in {".", "("})) else None
    named = kinds.find(",P,", at, at + 5) + 1 if (kind in "Ond" and chunks[at].person is None) or kind == "n" else 0
    named = named if kind != "d" or named > at + 2 else 0
    if named > at and set(kinds[at + 1 : named - 1]) <= set("wMz") and chunks[named].titled:
        return Source(named, named + 2)  # "theo Trưởng khoa Cấp cứu, bác sĩ A, …"
    if kind == "O" and chunks[at].person is None:  # "theo Chủ tịch hội đồng A. Kinach"
        name = at + 1
        while name < len(kinds) and name < at + 6 and kinds[name] in "zMw":
            name += 1
        if name > at + 1 and kinds[name : name + 1] in {"P", "n"} and kinds[name + 1 : name + 2] in {",", ".", ""}:
            return Source(name, name + 2)
    end = _end_of(chunks, kinds, at)
    if end is None:
        return None
    if kind in "POUB":
        return Source(at, end)
    if kind == "H":
        return Source(at, end)
    if kind == "n":
        alone = (
            " " not in chunks[at].text and not is_vietnamese(normal(chunks[at].text)) and kinds[at + 1 : at + 2] == ","
        )
        return Source(at, end) if (_is_name(chunks[at]) or alone) and kinds[at + 1 : at + 2] != "#" else None
    if kind == "z" and is_body(chunks[at]) and not is_paper(chunks[at]):
        return Source(at, end)
    return None


def _is_role(chunks: list[Chunk]) -> bool:
    """What somebody is, who is named after the comma: "người phó của bà", "đại diện Scomi"."""
    if any(chunk.kind == "P" and not chunk.aide for chunk in chunks) or chunks[0].text.lower() in _SAYINGS:
        return False
    if len(chunks) > 2 and chunks[0].kind == "i":
        chunks = chunks[1:]  # "theo cựu cầu thủ đội A, B, …"
    return chunks[0].text.lower() == "người" or (
        chunks[0].kind in "dOUP" and (len(chunks) > 1 or chunks[0].kind != "d")
    )


def _is_day(chunks: list[Chunk], kinds: str, at: int) -> bool:
    """ "theo một tuyên bố ngày 16/10 của Bộ Ngoại giao"."""
    return kinds[at - 1 : at + 1] == "w#" or (kinds[at - 1 : at + 2] == "vw#" and chunks[at].text.lower() == "ngày")


def _end_of(chunks: list[Chunk], kinds: str, at: int) -> int | None:
    """Where what was said begins: after the comma, the verb or the end; over adverbs, dates and an organisation's words."""
    step = at + 1
    named = kinds[at] == "z"
    owned = kinds[at : at + 2] == "Ps"  # "theo tiến sĩ A của hãng B, …"
    if kinds[at] in "PH" and step < len(kinds) and chunks[step].text.lower() in _BEGINS:
        return step  # "theo ông Năng có ba lý do"
    while step < len(kinds) and step < at + 20:
        kind = kinds[step]
        if kind in ",.:;q·":
            return step + 1
        if kind == "v" or (kind == "l" and step == at + 1 and kinds[at] == "P"):
            return step + 1  # "một tỷ lệ mà theo ông A là “…”"
        if kind in "-–":
            closing = max(kinds.find("-", step + 1), kinds.find(",", step + 1))
            return closing + 1 if closing > 0 else None
        if kind == "(":
            step = kinds.find(")", step)
            if step < 0:
                return None
        elif chunks[step].text.lower() in {"thì", "rằng"}:
            return step + 1
        elif kind in "P" and named:
            return step
        elif kind not in ("wzMCKnNpiBjs&#tdO" if named or kinds[at] in "Bn" or owned else "w#tNpK") or (
            step > at + (8 if owned else 5) and not named
        ):
            return None
        step += 1
    return len(kinds) if step >= len(kinds) else None


_BEGINS = {"có", "đây", "cần", "nên", "phải", "hiện"}
"""What was said may begin with one of these without a comma."""


def _is_name(chunk: Chunk) -> bool:
    words = [normal(word) for word in (chunk.name or "").split()]
    if chunk.person is not None and chunk.person.sure:
        return True
    return len(words) > 1 or ((chunk.name or "").isupper() and len(chunk.name or "") > 2)
