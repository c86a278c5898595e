"""Organisations as the subject of a verb of speech: where their name begins, over what they are and what they sent.

Works on the kinds of a sentence's chunks with everything quoted masked, as ``subjects`` does.
"""

from __future__ import annotations

import re

from diemtin.events.beings.bodies import is_body
from diemtin.events.beings.nouns import Chunk
from diemtin.events.beings.somebody import ADVERBS
from diemtin.events.beings.speech import DEEDS, is_verb_of_speech
from diemtin.events.beings.standing import is_named_subject, is_subject

HEAVY = {"về", "vụ", "để", "bằng", "vì", "do", "nhằm", "với", "bị", "mà", "là"}
"""Between a subject and its verb these begin something else."""


TURNS = {
    "văn bản",
    "công văn",
    "báo cáo",
    "tài liệu",
    "mà",
    "nếu",
    "bởi",
    "nên",
    "nhưng",
    "thì",
    "khiến",
    "vì",
    "do",
    "rằng",
    "song",
    "còn",
    "cho",
}
"""After one of these somebody else may be the subject."""


_FIRM = re.compile(r"(?:^|[,;q])(?P<who>n)[-–,(]z(?:[^-–,();:qvPOHUmeYlxf]|n-n){0,12}(?:[-–,)][w#]{0,3})?$")
""" "Polar Group - hãng thực phẩm lớn nhất Venezuela": a name, and what firm or body it is."""


def find_firm(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """The name of a firm or body with what it is behind it, where a clause begins with it."""
    match = _FIRM.search(kinds, 0, verb)
    if match is None or "n" not in kinds[:verb]:
        return None
    who, head = match.start("who"), match.start("who") + 2
    name = chunks[who].name or ""
    named = " " in name or name.isupper()
    return who if named and is_body(chunks[head]) and chunks[head].text[0].islower() else None


def start_of_body(chunks: list[Chunk], kinds: str, at: int, verb: int) -> int | None:
    """ "Ủy ban Cải tổ và Phát triển quốc gia Trung Quốc cho biết": where the organisation's name begins."""
    begin = max(kinds.rfind(mark, 0, at + 1) for mark in ",;:qv.") + 1
    if kinds[begin : begin + 2] == "MC" and begin + 1 == at and chunks[begin].text[0].isupper():
        return begin  # "Tình báo Mỹ"
    if kinds[begin] in "Mz" and chunks[begin].text.startswith("Đảng ") and not set(kinds[begin:verb]) & set("POHUmex"):
        return begin  # "Đảng Dân chủ hôm 1-3 đã bác bỏ"
    turns = [step + 1 for step in range(begin, at) if chunks[step].text.lower() in {"nhưng", "song", "là", "khi"}]
    for step in (*range(begin, min(begin + 3, at + 1)), *turns):
        if kinds[step] == "z" and is_named_subject(kinds, chunks, step) and not set(kinds[step:verb]) & set("POHUmex"):
            return None if _does_else(chunks, step, verb) else step
    return None


def find_listed(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """ "Hiệp hội Tinh dầu, Hương liệu và Mỹ phẩm Việt Nam cho biết": a name with a comma in it."""
    comma = kinds.rfind(",", 0, verb)
    if comma < 1 or chunks[comma + 1].kind not in "nM" or not chunks[comma + 1].text[0].isupper():
        return None
    if "&" not in kinds[comma:verb] or set(kinds[comma + 1 : verb]) - set("wnMC&()"):
        return None
    return find_alone(chunks, kinds, comma)


def _does_else(chunks: list[Chunk], body: int, verb: int) -> bool:
    """ "Hội A đang lập quỹ kêu gọi đóng góp": what it does comes before, the verb only says what for."""
    if chunks[verb].value not in DEEDS and chunks[verb].value != "kêu gọi":
        return False
    words = [chunk.text.lower() for chunk in chunks[body:verb]]
    begun = next((at for at, word in enumerate(words) if word in {"đã", "vừa", "đang", "mới"}), len(words))
    return any(word[0].isalpha() and word not in _MANNERS for word in words[begun:])


_MANNERS = ADVERBS | {
    "chính", "thức", "lên", "tiếng", "mạnh", "mẽ", "công", "khai", "nhiều", "lần", "liên", "tục", "tiếp", "một", "hôm", "nay",
    "qua", "ngày", "chiều", "sáng", "tối", "có", "văn", "bản", "văn bản", "công văn", "trực",
}  # fmt: skip


def find_opening(chunks: list[Chunk], kinds: str, comma: int) -> int | None:
    """ "IS đã lên tiếng nhận trách nhiệm, tuyên bố rằng …": the body or state that the sentence is of, and nobody else."""
    if kinds[0] not in "BC" or chunks[0].text == "Anh" or set(kinds[1:comma]) & set("POHU,;:q-–.r&"):
        return None
    for at in range(1, comma):
        if kinds[at] == "v" and is_verb_of_speech(chunks, kinds, at):
            return None
        if kinds[at] in "BCKYn" and kinds[at - 1] not in "staMzmG":
            return None
    return 0 if is_subject(kinds, chunks, 0) and chunks[1].text.lower() in ADVERBS else None


def find_alone(chunks: list[Chunk], kinds: str, comma: int) -> int | None:
    """ "Chiều 1/11, Cơ quan CSĐT Công an TP A, cho biết": an organisation's name between commas, nothing else."""
    begin = max(kinds.rfind(mark, 0, comma) for mark in ",;:q") + 1
    if not 0 < comma - begin < 11 or kinds[begin] != "z" or set(kinds[begin:comma]) - set("zwMnCpBK&()"):
        return None
    if any(chunk.text.lower() in ADVERBS | HEAVY | TURNS for chunk in chunks[begin:comma]):
        return None
    named = any(chunk.text[0].isupper() for chunk in chunks[begin + 1 : comma])
    return begin if named and is_named_subject(kinds, chunks, begin) else None


_APPOSED = re.compile(r"(?:^|[;q]|^[w#]{1,5},)(?P<who>z)[zwMnCpK&#]{1,8},(?P<role>[wzd])[^,;:qPOHUe]{1,14}$")
_ROLES = {"doanh", "đơn", "cơ quan", "tổ chức", "hãng", "công ty", "tập đoàn", "doanh nghiệp", "đơn vị", "nhóm", "đối"}


def find_apposed(chunks: list[Chunk], kinds: str, comma: int) -> int | None:
    """ "Công ty Điện lực Tokyo, doanh nghiệp vận hành nhà máy này, cho biết": the body before what it is."""
    match = _APPOSED.search(kinds, 0, comma)
    if match is None or chunks[match.start("role")].text.lower() not in _ROLES:
        return None
    who = match.start("who")
    if any(kinds[at] == "v" and is_verb_of_speech(chunks, kinds, at) for at in range(match.start("role"), comma)):
        return None
    named = any(chunk.text[0].isupper() for chunk in chunks[who + 1 : match.start("role") - 1])
    return who if named and is_named_subject(kinds, chunks, who) else None


def find_sender(chunks: list[Chunk], kinds: str, comma: int) -> int | None:
    """ "Hiệp hội A vừa phát đi thông cáo, khẳng định …", "Cục B đã gửi công văn, yêu cầu …": who wrote says it."""
    begin = max(kinds.rfind(mark, 0, comma) for mark in ",;:q") + 1
    if begin >= comma or kinds[begin] not in "zB":
        return None
    words = [chunk.text.lower() for chunk in chunks[begin:comma]]
    acts = next((at for at, word in enumerate(words) if word in {"đã", "vừa", "mới", "cũng", "ra"}), None)
    if acts is None or not set(words[acts:]) & _PAPERS:
        return None
    for at in range(begin + acts, comma):
        sent = chunks[at - 1].text.lower() in {"cho", "gửi", "tới", "đến"} and kinds[at] in "BCK"
        if kinds[at] in "POHUYBCKnS" and chunks[at].text != "báo chí" and not sent:
            return None
    named = kinds[begin] == "B" and is_subject(kinds, chunks, begin)
    return begin if named or (kinds[begin] == "z" and is_named_subject(kinds, chunks, begin)) else None


_PAPERS = {"thông cáo", "cáo", "thông báo", "công văn", "văn bản", "tuyên bố", "thư", "báo cáo", "kiến nghị"}
