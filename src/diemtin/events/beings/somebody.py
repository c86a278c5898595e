"""Words for people without a name: "quan chức", "nguồn tin", "họ". What they say is nobody's whom we could name."""

from __future__ import annotations

from itertools import pairwise

from diemtin.events.beings.nouns import Chunk
from diemtin.events.beings.speech import is_plain_speech

ADVERBS = {"đã", "cũng", "vừa", "mới", "còn", "lại", "vẫn", "đều", "từng", "đang", "sau", "liền", "chỉ"}


SOMEBODY = {
    "người", "dân", "họ", "này", "đó", "ấy", "kia", "viên", "chức", "gia", "tin", "sĩ", "sỹ", "chứng", "giới", "phía", "bên",
    "khác", "chúng", "sư", "thân", "nhân", "lính", "quân", "tử", "thủ", "đốc", "tướng", "luận", "giả", "đạo", "diện", "phạm",
}  # fmt: skip
"""Last words of somebody without a name: "quan chức", "nguồn tin", "người dân"."""


def is_said_by_somebody(chunks: list[Chunk], kinds: str, verb: int) -> bool:
    """ "nguồn tin từ Hạm đội cho biết Hải quân từng đề nghị": the speaker has no name, the rest is his."""
    begin = max(kinds.rfind(mark, 0, verb) for mark in ",;:qv") + 1
    words = [chunk.text.lower() for chunk in chunks[begin:verb]]
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    return is_plain_speech(chunks[verb]) and bool((pairs | set(words)) & PEOPLE)


def ends_in_somebody(chunks: list[Chunk], kinds: str, at: int, verb: int) -> bool:
    """ "… thì nhân viên nói": a noun for people stands between, and it is not what the named one is."""
    last = verb - 1
    while last > at and chunks[last].text.lower() in ADVERBS:
        last -= 1
    if last <= at or kinds[last] not in "wd":
        return False
    pair = (chunks[last - 1].text + " " + chunks[last].text).lower() if last > at + 1 else chunks[last].text.lower()
    return pair in PEOPLE or chunks[last].text.lower() in PEOPLE


def is_bare_somebody(chunks: list[Chunk], comma: int, verb: int) -> bool:
    """Between the comma and the verb only people without a name: "họ", "người dân", "các nhân chứng"."""
    words = [chunk.text.lower() for chunk in chunks[comma + 1 : verb] if chunk.text.lower() not in ADVERBS]
    return " ".join(words) in PEOPLE or (len(words) > 1 and words[0] in SEVERAL and " ".join(words[1:]) in PEOPLE)


PEOPLE = {
    "nhân viên", "người dân", "quan chức", "chuyên gia", "nguồn tin", "nhân chứng", "giới chức", "bác sĩ", "bác sỹ", "cán bộ",
    "luật sư", "học sinh", "sinh viên", "phụ huynh", "công nhân", "cư dân", "bạn bè", "gia đình", "hàng xóm", "người thân",
    "dư luận", "khách hàng", "doanh nghiệp", "lãnh đạo", "đại diện", "phát ngôn viên", "người phát ngôn", "phóng viên", "họ",
    "đồng nghiệp", "giáo viên", "nghi phạm", "bị cáo", "nạn nhân", "tội phạm", "thủ phạm",
    "hung thủ", "tài xế", "binh sĩ", "nghị sĩ", "đại biểu",
    "nhiều người", "mọi người", "một người", "có người", "người ta", "phiến quân", "tay súng", "bị can", "thẩm phán",
}  # fmt: skip


def last_noun(chunks: list[Chunk], verb: int) -> str:
    """The last word before the verb that is no adverb."""
    at = verb - 1
    while at > 0 and chunks[at].text.lower() in ADVERBS:
        at -= 1
    return chunks[at].text.lower().split()[-1]


def is_somebody(chunks: list[Chunk], begin: int, end: int) -> bool:
    """ "…, người dân cho biết": no apposition but somebody without a name."""
    return end - begin < 3 and chunks[begin].text.lower() in {"người", "nhân"} and chunks[end].text.lower() in SOMEBODY


SEVERAL = {"các", "những", "nhiều", "số", "vài", "hai", "ba", "mọi"}


KIN = {
    "em trai",
    "em gái",
    "anh trai",
    "chị gái",
    "vợ",
    "chồng",
    "mẹ",
    "cha",
    "bố",
    "con trai",
    "con gái",
    "cháu",
    "người nhà",
    "gia đình",
    "người thân",
    "thân nhân",
    "bạn gái",
    "bạn trai",
    "hàng xóm",
    "bạn bè",
}
"""Of somebody: who is not named, or whose name follows after a comma."""
