"""The sentence frames of meetings: which words meet, and who stands on which side of them.

Works on the kinds of a sentence's chunks (``people``). A frame is taken only when two sides can be named; a dialogue "ở
các cấp" or a visit without a named host is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diemtin.events.people import Chunk, Sentence
from diemtin.news import MeetingForm, MeetingStatus

_UNIT = r"(?:[POUCB](?:\(\w+\))?(?:,?\(\w+\))?)"
_JOIN = r"(?:,&?|&|-)[aNr#di]{0,3}"
_LIST = rf"{_UNIT}(?:{_JOIN}{_UNIT})*"
_PAIR = rf"{_UNIT}(?:(?:{_JOIN}|a){_UNIT})+"
_FILL = r"(?:[wf#N,lyidSMz]|t[CKnp]{0,2},?|&w|tzn)"
_ADJ = r"(?:[wM#]|b|d|r|z){0,5}?"

_FRAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "cuộc gặp (…) giữa A và B"
    ("between", re.compile(rf"(?P<m>[em])(?:[wMdrzt#]|t[CKnp]|\(\w+\)|,){{0,8}}?G[wr#N]{{0,2}}(?P<right>{_PAIR})")),
    # "cuộc gặp của A với B"
    ("of_with", re.compile(rf"(?P<m>e){_ADJ}s(?P<left>{_UNIT})a[wr#N]{{0,2}}(?P<right>{_LIST})")),
    # "A (…) có cuộc gặp (…) với B", "A gặp B", "A phát biểu trong cuộc gặp B"
    ("subject", re.compile(rf"(?P<m>[em]){_ADJ}a?[rN#]{{0,2}}(?P<right>{_LIST})")),
    # "A và B hội đàm", "A và B đã có cuộc gặp"
    ("both", re.compile(rf"(?P<left>{_PAIR}){_FILL}{{0,9}}?(?P<m>[em])")),
    # "cuộc họp … với sự tham gia của A, B và C"
    ("attended", re.compile(rf"(?P<m>e).*?Nw{{1,2}}s(?P<right>{_PAIR})")),
)
_WITH_WORDS = {"gặp", "với", "tiếp", "kiến"}
_GENERIC = {"trao đổi", "thảo luận", "đối thoại", "tiếp xúc", "đàm phán", "tiếp", "họp", "hội nghị", "cuộc trao đổi", "thượng đỉnh", "phiên họp", "trao đổi với", "đối thoại với", "làm việc với", "gặp lại"}
"""Words that a country alone does in general too: with them two countries are no meeting unless it has a day or a place."""
_SKIP_BEFORE = {"thúc đẩy", "tăng cường", "duy trì", "nối lại", "mở rộng", "khả năng", "sẵn sàng", "kêu gọi"}
_CALL = ("điện đàm", "điện thoại", "đàm thoại")


@dataclass(slots=True)
class Frame:
    """A candidate: the trigger's index, the chunks that take part, form and status as the sentence tells them."""

    sentence: Sentence
    trigger: int
    sides: list[Chunk]
    form: MeetingForm
    status: MeetingStatus
    noun: bool


def find_frames(sentence: Sentence) -> list[Frame]:
    """The frames of one sentence, one for each word of meeting, the fullest pattern first."""
    kinds = sentence.kinds
    if "e" not in kinds and "m" not in kinds:
        return []
    found: dict[int, Frame] = {}
    for name, pattern in _FRAMES:
        at = 0
        while (match := pattern.search(kinds, at)) is not None:
            trigger = match.start("m")
            at = match.start() + 1 if name == "both" else trigger + 1
            if trigger in found:
                continue
            frame = _frame(name, match, sentence, trigger)
            if frame is not None and not (name == "both" and _taken(frame, found)):
                found[trigger] = frame
    return [found[key] for key in sorted(found)]


def _taken(frame: Frame, found: dict[int, Frame]) -> bool:
    """Do its people stand in another frame of the sentence already: the object there is no subject here."""
    sides = {id(side) for side in frame.sides}
    return any(sides & {id(side) for side in other.sides} for other in found.values())


def _frame(name: str, match: re.Match[str], sentence: Sentence, trigger: int) -> Frame | None:
    chunks = sentence.chunks
    right = _units(chunks, match, "right") if name != "both" else []
    left: list[Chunk] = []
    if name in {"of_with", "both"}:
        left = _units(chunks, match, "left")
        if name == "both" and match.start("left") and sentence.kinds[match.start("left") - 1] in "saG":
            return None
    elif name == "subject":
        if not _touches(chunks, trigger, match.start("right"), sentence.kinds):
            return None
        left = _subject(sentence, trigger, match.end("right"))
        if not left:
            return None
    sides = [*left, *right]
    if len(sides) < 2 and not any(side.kind == "r" for side in sides):
        return None
    status = _status(sentence, trigger)
    if status is None or _is_generic(sentence, trigger, sides):
        return None
    return Frame(sentence, trigger, sides, _form(sentence, trigger, sides), status, chunks[trigger].kind == "e")


def _units(chunks: list[Chunk], match: re.Match[str], group: str) -> list[Chunk]:
    start, end = match.span(group)
    depth, found = 0, []
    for chunk in chunks[start:end]:
        if chunk.kind == "(":
            depth += 1
        elif chunk.kind == ")":
            depth -= 1
        elif depth == 0 and chunk.kind in "POUCB":
            found.append(chunk)
    return found


def _touches(chunks: list[Chunk], trigger: int, right: int, kinds: str) -> bool:
    """Is the other side really the object: right after the word, after "với", or after "người đồng cấp"."""
    between = kinds[trigger + 1 : right]
    if "a" in between:
        return True
    if chunks[trigger].kind == "m":
        return not between.strip("rN#d") and (kinds[right] in "POU" or chunks[trigger].text.lower().endswith("với"))
    if chunks[trigger].text.lower() in {"hội nghị", "thượng đỉnh", "hội nghị thượng đỉnh", "hội nghị cấp cao", "cuộc họp", "phiên họp"}:
        return False  # what follows is the name of the conference
    return not between.strip("rN#d") and kinds[right] in "PUO"


def _subject(sentence: Sentence, trigger: int, end: int) -> list[Chunk]:
    """Who meets: the list that ends nearest before the word; behind it when the sentence begins with "Tại cuộc gặp…"."""
    kinds, chunks = sentence.kinds, sentence.chunks
    best: re.Match[str] | None = None
    for match in _SUBJECT.finditer(kinds, 0, trigger):
        gap = kinds[match.end() : trigger]
        before = kinds[match.start() - 1] if match.start() else ""
        if before in set("saGmT") and not (before == "a" and best is None):
            continue
        if not before or kinds[match.start()] != "C" or not re.search(r"[v.;:]", gap):
            best = match if best is None or not re.search(r"[.;:v]", gap) else best
    if best is not None:
        gap = kinds[best.end() : trigger]
        if not re.search(r"[.;:]", gap) and len(gap) < 26:
            return [chunk for chunk in chunks[best.start() : best.end()] if chunk.kind in "POUCBr"]
    after = _AFTER.match(kinds, end)
    if after is not None and trigger <= 6:
        return [chunk for chunk in chunks[after.start("who") : after.end("who")] if chunk.kind in "POUCBr"]
    return []


_SUBJECT = re.compile(rf"(?:{_LIST}|r)")
_AFTER = re.compile(rf"(?:[w#M]|t[CKnp]{{1,2}}){{0,8}},(?P<who>{_UNIT}|r)")
_CANCEL = {"hủy", "huỷ", "hoãn", "hủy bỏ", "bãi bỏ", "tẩy chay"}
_NEVER = {"không", "chưa", "từ chối", "không thể", "chẳng", "khó"}
_MAYBE = {"muốn", "đề nghị được", "có thể", "kêu gọi", "yêu cầu", "đề nghị", "đề xuất", "mong muốn", "hy vọng", "nếu"}


def _status(sentence: Sentence, trigger: int) -> MeetingStatus | None:
    """planned | held | cancelled; ``None`` for what is only wished, refused or supposed."""
    window = sentence.chunks[max(0, trigger - 10) : trigger]
    words: list[str] = []
    for chunk in window:
        if chunk.kind in ".;":
            words.clear()
        words.append(chunk.text.lower())
    if _CANCEL & set(words[-6:]):
        return "cancelled"
    if _NEVER & set(words[-4:]):
        return None
    near = set(words[-9:])
    if near & {"sẽ", "dự kiến", "sắp", "có kế hoạch", "dự định", "lên kế hoạch", "theo lịch trình", "đang thu xếp", "chuẩn bị", "có khả năng", "có thể"}:
        return "planned"
    if near & _MAYBE:
        return None
    after = {chunk.text.lower() for chunk in sentence.chunks[trigger + 1 : trigger + 12]}
    if sentence.chunks[trigger].kind == "e" and after & {"sẽ", "dự kiến", "sắp", "có kế hoạch", "có khả năng", "có thể"}:
        return "planned"
    return "held"


def _is_generic(sentence: Sentence, trigger: int, sides: list[Chunk]) -> bool:
    chunk = sentence.chunks[trigger]
    word = chunk.text.lower()
    before = " ".join(c.text.lower() for c in sentence.chunks[max(0, trigger - 4) : trigger])
    if any(before.endswith(skip) or f"{skip} " in before for skip in _SKIP_BEFORE):
        return True
    persons = sum(1 for side in sides if side.kind in "POU")
    if persons >= 1:
        return False
    return word in _GENERIC or chunk.kind == "m"


def _form(sentence: Sentence, trigger: int, sides: list[Chunk]) -> MeetingForm:
    word = sentence.chunks[trigger].text.lower()
    around = " ".join(chunk.text.lower() for chunk in sentence.chunks[trigger : trigger + 4])
    if any(call in word for call in _CALL):
        return "phone_call"
    if "thượng đỉnh" in around or "cấp cao" in word:
        return "summit"
    if "ba bên" in around or "3 bên" in around or "ba nước" in around or "3 nước" in around:
        return "trilateral"
    if "hội nghị" in word:
        return "conference"
    if "đàm phán" in word or "hội đàm" in word or "đối thoại" in word or "thảo luận" in word:
        return "talks"
    return "meeting"
