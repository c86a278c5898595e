"""What an envoy is charged with stands between his office and his name, and says nothing of whose he is.

"Đặc phái viên Mỹ về Triều Tiên A B", "Trưởng đoàn Hàn Quốc tại đàm phán sáu bên C D", "Trợ lý Bộ trưởng Nhật Bản phụ trách
các vấn đề châu Á".
"""

from __future__ import annotations

from dataclasses import replace

from diemtin.events.beings.nouns import Chunk, state_of
from diemtin.events.beings.runs import is_no_name
from diemtin.language.given import SURNAMES
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_ABOUT = {"về", "phụ trách", "phụ trách về", "chuyên trách", "đặc trách", "chuyên về"}
_TALKS = ("đàm phán", "hòa đàm", "hoà đàm", "các cuộc đàm phán", "vòng đàm phán", "cuộc đàm phán")
_ENDS = frozenset(
    "đã đang sẽ vừa mới hôm ngày sáng trưa chiều tối đêm tuần tháng năm cho tới đến sang có là được bị không cũng thì cùng "
    "từng lại còn sau trước khi vào ở tại từ để nhằm với do theo hồi lần mà rằng cuối này hiện tiếp lên rời dự muốn phải "
    "mời họ đi bay trở đồng nhân nên nếu song nhưng sắp định vẫn chưa chỉ".split()
)
"""Common words with which no subject of a charge goes on."""
_INSIDE = "wzMCKpBr#N"
_REACH = 10
"""So many words a charge has at most ("các vấn đề an ninh và quốc phòng ở khu vực"); a longer one is a clause."""


def charge_end(chunks: list[Chunk], at: int) -> int:
    """Where the charge ends that begins at ``at``; ``at`` when none begins there."""
    if at + 1 >= len(chunks):
        return at
    lower = chunks[at].text.lower()
    if lower == "tại" and chunks[at + 1].text.lower().startswith(_TALKS):
        end = at + 2
        while end < len(chunks) and (chunks[end].kind in "rM" or chunks[end].text.lower() in {"về", "hạt nhân"}):
            end += 1
        return end
    if lower not in _ABOUT:
        return at
    end = at + 1
    while end < len(chunks) and end - at <= _REACH and _goes_on(chunks, end):
        end += 1
    return end if end > at + 1 else at


def _goes_on(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    lower = chunk.text.lower()
    if chunk.kind in "&-" or (chunk.kind == "t" and lower == "trên"):
        return at + 1 < len(chunks) and chunks[at + 1].kind in "wzMCKp" and _goes_on(chunks, at + 1)
    return chunk.kind in _INSIDE and lower not in _ENDS


def _owner_end(chunks: list[Chunk], at: int) -> int:
    """Where the body ends whose head is named before ``at``, with the state or body that it is of; else ``at``.

    "(Vụ trưởng) Vụ châu Á - châu Đại Dương Bộ Ngoại giao Nhật Bản", "(Chủ tịch) Hội đồng An ninh quốc gia Nhật Bản".
    """
    end = at
    while end < len(chunks) and end - at < _REACH:
        chunk = chunks[end]
        following = chunks[end + 1].kind if end + 1 < len(chunks) else "."
        if end > at and chunk.kind in "CB" and chunk.country is not None and following not in "-&s":
            return end + 1
        begins = chunk.kind == "z" or chunk.text.lower() in {"châu", "khu"} or chunk.text.lower().startswith("châu ")
        if end == at and not begins:
            return at
        inside = chunk.kind in "zMwC" or (chunk.kind == "n" and _is_region(chunk))
        joint = chunk.kind in "&-s" and following in "zMwBCn"
        if not (inside or joint) or chunk.text.lower() in _ENDS:
            return at
        end += 1
    return at


def _is_region(chunk: Chunk) -> bool:
    """ "Đại Dương" of "Cục trưởng châu Á và Đại Dương": in Vietnamese, and no family name before it."""
    words = [normal(word) for word in chunk.text.split()]
    return len(words) == 1 or (len(words) == 2 and words[0] not in SURNAMES and all(map(is_vietnamese, words)))


def _ministry_end(chunks: list[Chunk], at: int) -> int:
    """The same, where a state or its ministry owns the body: "Cục trưởng Cục Lãnh sự Bộ Ngoại giao Nga" stands for it."""
    end = _owner_end(chunks, at)
    return end if end > at and chunks[end - 1].value != chunks[end - 1].country else at


def _party_end(chunks: list[Chunk], at: int) -> int:
    """ "(Chủ tịch đảng) Dân chủ đối lập", "(thủ lĩnh) quân nổi dậy": where the words for whom he leads end."""
    end = at
    while end < len(chunks) and end - at < 5 and chunks[end].kind in "wzM" and chunks[end].text.lower() not in _ENDS:
        end += 1
    return end


def name_charged(chunks: list[Chunk]) -> None:
    """Gives the name behind an office and its charge, or the body that it heads, that office and its state."""
    for at, chunk in enumerate(chunks[:-2]):
        heads = chunk.text.lower() == "đầu" and at > 1 and chunks[at - 1].text.lower() == "đứng"
        if chunk.kind not in "Od" and not heads:
            continue
        about = at + 1
        state = chunk.country
        if chunk.kind != "O":
            about += chunks[about].kind == "s"
            if chunks[about].kind in "CB":
                state = chunks[about].country
                about += 1
        end = charge_end(chunks, about) if chunk.kind == "O" or state is not None else about
        if end > about and state is None and "".join(one.kind for one in chunks[end : end + 2]) in {"sB", "sC"}:
            state = chunks[end + 1].country  # "Đại diện đặc biệt về … thuộc Bộ Ngoại giao Hàn Quốc A"
            end += 2
        if end == about and state is None:
            end = _owner_end(chunks, about)
            state = chunks[end - 1].country
            if end == about and chunk.office == "party_chief_abroad":
                end = _party_end(chunks, about)
        if end == about or end >= len(chunks) or chunks[end].kind != "n" or chunks[end].office is not None:
            continue
        named = chunks[end]
        words = (named.name or "").split()
        if (
            (len(words) > 1 or chunk.office == "party_chief_abroad")
            and not is_no_name(words, False)
            and not any(len(w) > 1 and w.isupper() for w in words)
        ):
            named.kind, named.titled, named.office, named.country = "P", True, chunk.office, state
            named.former = chunk.former


def _is_envoy_of(before: Chunk, chunks: list[Chunk], at: int) -> bool:
    """ "tiếp đặc phái viên của ông Trump": not he, but somebody of his state."""
    return (
        before.kind == "O"
        and before.office == "envoy"
        and before.country is None
        and chunks[at].kind == "s"
        and at + 1 < len(chunks)
        and chunks[at + 1].kind in "PO"
        and state_of(chunks[at + 1]) is not None
    )


def without_charges(chunks: list[Chunk]) -> list[Chunk]:
    """ "gặp Đặc phái viên Hàn Quốc về hòa bình và an ninh …": the office alone is the side."""
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        before = kept[-1] if kept else None
        if before is None or before.kind not in "OC":
            kept.append(chunks[at])
            at += 1
            continue
        headed = before.kind == "O" or (len(kept) > 1 and kept[-2].kind in "ds")
        owned = before.country
        end = charge_end(chunks, at) if headed and (owned or before.kind == "O") else at
        if end > at and owned is None:
            owner = "".join(one.kind for one in chunks[end : end + 2]) in {"sB", "sC"}
            owned, end = (chunks[end + 1].country, end + 2) if owner else (None, at)
        if end > at:
            kept[-1] = replace(before, end=chunks[end - 1].end, country=owned)
            at = end
        elif _is_envoy_of(before, chunks, at):
            kept[-1] = replace(before, end=chunks[at + 1].end, country=state_of(chunks[at + 1]), person=None)
            at += 2
        elif before.kind == "O" and before.country is None and (end := _ministry_end(chunks, at)) > at:
            kept[-1] = replace(before, end=chunks[end - 1].end, country=chunks[end - 1].country)
            at = end
        else:
            kept.append(chunks[at])
            at += 1
    return kept
