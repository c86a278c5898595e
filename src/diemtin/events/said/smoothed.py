"""The kinds of a sentence with small things put right before subjects are looked for.

A dash that is a comma, a verb inside a name, two verbs that are one ("lên tiếng xác nhận"), "cho VnExpress biết".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.beings.nouns import Chunk
from diemtin.events.beings.speech import is_plain_speech
from diemtin.events.said.subjects import is_title_only

_INITIAL = re.compile(r"P\.(?=.)")
_DASH = re.compile(r"(?:(?<=[P)])|(?<=P,))-(?=[dOziMBwnN#])")
""" "ông Lê Ngọc Hoa - Phó Chủ tịch UBND tỉnh": a dash that is a comma."""
_NAMED = re.compile(r"z[wM]{0,2}v")
""" "Trung tâm Dự báo khí tượng": a verb with a capital inside an organisation's name."""
_TITLED = re.compile(r"P-P")
_TWICE = re.compile(r"v(?=v)")
_IN_PAPER = re.compile(r"(?<=[wt])v(?:s(?=[wH])|(?=w))")
""" "trong phát biểu của mình", "tại báo cáo mới nhất"."""


def smooth(chunks: Sequence[Chunk], kinds: str) -> str:
    """The same string with the kinds changed that mislead; its length stays. Verbs found in it get their value."""
    kinds = _INITIAL.sub(lambda match: "P," if _ends_in_initial(chunks[match.start()]) else match.group(), kinds)
    kinds = _DASH.sub(lambda match: match.group().replace("-", ","), kinds)
    kinds = _NAMED.sub(lambda match: match.group()[:-1] + ("w" if _in_name(chunks, match) else "v"), kinds)
    kinds = _TITLED.sub(
        lambda match: "P,P" if (last := chunks[match.end() - 1]).aide or is_title_only(last) else match.group(), kinds
    )
    kinds = _IN_PAPER.sub(
        lambda match: "w" * len(match.group()) if _is_in_paper(chunks, match.start()) else match.group(), kinds
    )
    kinds = _TWICE.sub(lambda match: "w" if _is_first(chunks, match.start()) else "v", kinds)
    return _tell_press(chunks, kinds)


def _ends_in_initial(chunk: Chunk) -> bool:
    """ "chị Nguyễn Thị D. - ngụ quận 3 -": the name is kept back, its stop ends nothing."""
    return chunk.name is not None and len(chunk.name.split()[-1]) == 1


def _in_name(chunks: Sequence[Chunk], match: re.Match[str]) -> bool:
    """ "Trung tâm Dự báo", "Trung tâm cảnh báo sóng thần": the word is a part of the name."""
    verb = chunks[match.end() - 1]
    return verb.text[0].isupper() or (match.end() - match.start() == 2 and verb.value in _IN_NAMES)


_IN_NAMES = {"cảnh báo", "dự báo", "phân tích", "đánh giá", "khuyến cáo", "ước tính"}


def _tell_press(chunks: Sequence[Chunk], kinds: str) -> str:
    """ "ông A cho VnExpress biết": one verb with whom he told in it."""
    for at, chunk in enumerate(chunks[:-1]):
        following = kinds[at + 1] in "nY" or chunks[at + 1].text.lower() in _MEDIA
        if kinds[at] == "w" and chunk.text == "nói trên" and following:
            chunk.value = "nói"
            return kinds[:at] + "v" + kinds[at + 1 :]  # "… - anh Hậu nói trên Zing"
        if chunk.text == "thông tin" and kinds[max(0, at - 1) : at + 2] in {"-w:", ",w:", "Pw:"}:
            chunk.value = "cho biết"
            return kinds[:at] + "v" + kinds[at + 1 :]  # "bà Tám - Hiệu trưởng - thông tin: …"
        if kinds[at] != "w" or chunk.text.lower() != "cho":
            continue
        words = [one.text.lower() for one in chunks[at : at + 6]]
        last = at + words.index("biết") if "biết" in words[2:] else at
        if last > at and set(kinds[at:last]) <= set("wzHYn") and ("Y" in kinds[at:last] or set(words) & _PRESS):
            chunks[last].value = "cho biết"
            return kinds[:at] + "w" * (last - at) + "v" + kinds[last + 1 :]
    return kinds


_MEDIA = {"trang", "báo", "tờ", "đài", "kênh", "truyền hình", "kênh truyền hình", "trang tin"}
_PRESS = {"báo", "hãng tin", "hãng thông tấn", "đài", "tờ", "phóng viên", "pv", "báo giới"}


def _is_in_paper(chunks: Sequence[Chunk], at: int) -> bool:
    """ "ông A trong phát biểu của mình còn nói …": where it was said."""
    before, after = chunks[at - 1].text.lower(), chunks[at + 1].text.lower()
    noun = chunks[at].value in {"phát biểu", "tuyên bố", "báo cáo", "thông báo", "bình luận", "trả lời", "chia sẻ"}
    return noun and before in {"trong", "tại", "qua"} and after in {"của", "mới", "này", "gần", "trên", "hôm", "ngày"}


def _is_first(chunks: Sequence[Chunk], at: int) -> bool:
    """The first of two verbs of speech: "lên tiếng xác nhận", not "tuyên bố ủng hộ"."""
    return chunks[at].value == "lên tiếng" or (chunks[at].value in _FIRST and is_plain_speech(chunks[at + 1]))


_FIRST = {"lên tiếng", "trả lời", "phát biểu", "đưa tin", "thông báo", "tuyên bố", "báo cáo", "trình bày", "bình luận"}
