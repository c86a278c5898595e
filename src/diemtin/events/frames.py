"""The sentence frames of meetings: which words meet, and who stands on which side of them.

Works on the kinds of a sentence's chunks (``people``). A frame is taken only when two sides can be named; a dialogue "ở
các cấp" or a visit without a named host is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from diemtin.events.chunks import Chunk
from diemtin.events.condensed import Condensed
from diemtin.events.status import SIGN, find_form, find_status, is_general, is_wished
from diemtin.news import MeetingForm, MeetingStatus

_UNIT = r"(?:(?:[POU]|(?<![tVE])(?<!tz)[CBK])(?:,?\([^()]*\))?)"
_JOIN = r"(?:,&?|&|-)[aNr#diwz]{0,3}"
_LIST = rf"{_UNIT}(?:{_JOIN}{_UNIT})*"
_PAIR = rf"{_UNIT}(?:(?:{_JOIN}|a[rN#d]?){_UNIT})+"
_FILL = r"(?:[wf#N,lyidSMzqvDL]|,[OP]?[wM]{0,6}s[BC]|t[CKnp]{0,2},?|&w|tzn)"
_ADJ = r"(?:[wM#zdbNDLq]|&w|t[CKnp]|\([^()]*\)){0,8}?"
_WITH = r"(?:arw{1,2}|a[rN#dz]{0,3}|[rN#]{0,2})"
_SOURCE = re.compile(r"T[wNiM]{0,3}[POBH](?:\([^()]*\))?,")
_FRAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "cuộc gặp (…) giữa A và B"
    (
        "between",
        re.compile(rf"(?P<m>[em])(?:[wMdrzt#DLq]|t[CKnp]|\([^()]*\)|,){{0,8}}?G[wr#Nd]{{0,2}}(?P<right>{_PAIR})"),
    ),
    # "hội nghị thượng đỉnh Mỹ - Nga"
    ("named", re.compile(rf"(?P<m>[em])s?[wMdzn]{{0,6}}(?P<right>{_UNIT}(?:-{_UNIT})+)")),
    # "ông đã được Thủ tướng Thein Sein tiếp kiến"
    ("received", re.compile(r"(?P<left>P)[wfDL]{0,4}S(?P<right>[PO])[wDL]{0,3}(?P<m>m)")),
    # "cuộc gặp của A với B"
    ("of_with", re.compile(rf"(?P<m>e){_ADJ}s(?P<left>{_UNIT})a[wr#Nd]{{0,2}}(?P<right>{_LIST})")),
    # "A hôm qua đã cùng B thảo luận"
    ("along", re.compile(r"(?P<left>[PO])[w#fDL,]{1,8}&(?P<right>[PO](?:&[NdzwMC]{1,5})?)[wDL]{0,3}(?P<m>m)")),
    # "A nói với B trong cuộc gặp"
    ("told", re.compile(rf"(?P<left>{_UNIT})[w#fDL]{{0,6}}va?(?P<right>{_UNIT})[w,]{{1,3}}(?P<m>e)")),
    # "Kim Jong-un khẳng định với Tập Cận Bình nhân chuyến thăm Bắc Kinh"
    ("on_visit", re.compile(r"(?P<left>[PO])[wfDL]{0,6}(?P<m>v)a?(?P<right>[PO])[w,]{1,3}E")),
    # "A (…) có cuộc gặp (…) với B", "A gặp B", "A phát biểu trong cuộc gặp B", "A đàm phán về … với B"
    ("subject", re.compile(rf"(?P<m>[em]){_ADJ}{_WITH}(?P<right>{_LIST})")),
    ("subject", re.compile(r"(?P<m>[em])(?:[wMNz#nDL]|t[CKn]){1,10}?a[rN#dz]{0,3}" + rf"(?P<right>{_LIST})")),
    # "Trong những cuộc đàm phán gần đây, New Delhi và Islamabad đã đồng ý"
    ("opened", re.compile(rf"(?P<m>e)[w#MNDL]{{0,6}},(?P<right>{_UNIT}&{_UNIT})[w#f]{{0,3}}")),
    # "A và B hội đàm", "A và B đã có cuộc gặp"
    ("both", re.compile(rf"(?P<left>{_PAIR}){_FILL}{{0,10}}?(?P<m>[em])")),
    # "A và B nhất trí … sau cuộc hội đàm"
    ("after", re.compile(rf"(?P<left>{_UNIT}&{_UNIT})[^POUCBe.;:]{{1,24}}w(?P<m>e)(?![aGs])")),
    # "Ngoại trưởng Mỹ John Kerry và Ngoại trưởng Nga Sergei Lavrov (phải) trong cuộc gặp"
    ("after", re.compile(rf"(?P<left>{_UNIT}&{_UNIT})[wt]?(?P<m>e)(?![aGs])")),
    # "Ngoại trưởng Dion đã đề cập vấn đề này với người đồng cấp Vương Nghị"
    ("counterpart", re.compile(r"(?P<left>[PO])[^POUCBem.;:]{1,14}(?P<m>a)(?P<right>[PU])")),
    # "Ngoại trưởng Powell tới thăm Chủ tịch Arafat"
    ("visited", re.compile(r"(?P<m>V)[rN#]{0,2}(?P<right>[PO])")),
    # "bốn nhà lãnh đạo tham gia đàm phán là A, B, C và D"
    (
        "named_so",
        re.compile(rf"r[^.;vem]{{0,10}}(?P<m>[em])[^.;vem]{{0,10}}l(?P<right>{_UNIT}(?:{_JOIN}{_UNIT}){{1,}})"),
    ),
    # "Hội nghị … bốn nước: A, B, C và D"
    ("named_so", re.compile(rf"(?P<m>e)[^.;vem]*?r:(?P<right>{_UNIT}(?:{_JOIN}{_UNIT}){{1,}})")),
    # "Hai nhà lãnh đạo gặp nhau", "hai nước có kế hoạch bắt đầu đàm phán"
    ("group", re.compile(rf"(?P<left>r){_FILL}{{0,8}}?(?P<m>[em])")),
    # "cuộc gặp giữa hai lãnh đạo", "cuộc họp của hai tổng thống"
    ("group_of", re.compile(r"(?P<m>e)[wMDL]{0,4}[sG](?P<right>r)")),
    # "A và B tham dự cuộc hội đàm này"
    ("took_part", re.compile(rf"(?P<left>{_UNIT}(?:{_JOIN}{_UNIT})+)[wfDLS]{{0,6}}(?P<m>e)")),
    # "Chủ tịch Castro trao giải thưởng cho Tổng thống Chavez"
    ("gave", re.compile(r"(?P<left>[PO])[wf#DL]{0,4}(?P<m>m)[^Uv.;]{1,40}?w(?P<right>[PO])")),
    # "đại diện 4 nước này đưa ra sau cuộc đàm phán"
    ("group", re.compile(r"(?P<left>r)[^POUCBKe.;:]{0,9}t?(?P<m>e)(?![aGs])")),
    # "Vòng đàm phán sáu bên gồm Mỹ, Trung Quốc… và Triều Tiên"
    ("including", re.compile(rf"(?P<m>e)[^.;v]{{0,20}}?w(?P<right>{_UNIT}(?:{_JOIN}{_UNIT}){{2,}})")),
    # "cuộc họp … với sự tham gia của A, B và C"
    ("attended", re.compile(rf"(?P<m>e)[^.;vem]*?aNw{{1,2}}s?(?P<right>{_PAIR})")),
)
_TALKS = ("cuộc gặp", "hội đàm", "điện đàm", "đàm phán", "hội kiến", "tham vấn")
_CONFERENCES = {
    "hội nghị",
    "thượng đỉnh",
    "hội nghị thượng đỉnh",
    "hội nghị cấp cao",
    "cuộc họp",
    "phiên họp",
    "các cuộc gặp",
    "các cuộc hội đàm",
}


@dataclass(slots=True)
class Frame:
    """A candidate: the trigger's index, the chunks that take part, form and status as the sentence tells them."""

    sentence: Condensed
    trigger: int
    left: list[Chunk]
    right: list[Chunk]
    form: MeetingForm
    status: MeetingStatus
    noun: bool
    wished: bool = False
    pattern: str = ""
    """Which of the frames found it."""

    @property
    def sides(self) -> list[Chunk]:
        return [*self.left, *self.right]


def find_frames(sentence: Condensed) -> list[Frame]:
    """The frames of one sentence, one for each word of meeting, the fullest pattern first."""
    kinds = frame_kinds(sentence)
    if not set(kinds) & set("emVE") and not any(chunk.counterpart for chunk in sentence.chunks):
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
            if frame is not None and (not _taken(frame, found) or _each_other(sentence.chunks, trigger)):
                found[trigger] = frame
    return [found[key] for key in sorted(found)]


def frame_kinds(sentence: Condensed) -> str:
    """The kinds with every pronoun whose person is known as a person: "ông đã gặp Thủ tướng Anh"."""
    kinds = "".join("P" if c.kind == "H" and c.person is not None else c.kind for c in sentence.chunks)
    return _SOURCE.sub(lambda match: "·" * len(match.group()), kinds)  # "Theo ông Yasay, Philippines sẵn sàng …"


def _taken(frame: Frame, found: dict[int, Frame]) -> bool:
    """Does somebody here stand in another frame of the sentence already: the object there is no subject here.

    One subject may meet two: "đã tới Moskva gặp ông Putin, trước khi tới Kiev hội đàm với ông Zelensky".
    """
    left, right = {id(side) for side in frame.left}, {id(side) for side in frame.right}
    for other in found.values():
        met = {id(side) for side in other.right}
        if (left | right) & met or right & {id(side) for side in other.left}:
            return True
        if left & {id(side) for side in other.left} and (not other.right or not right):
            return True
    return False


def _state_of(side: Chunk) -> str | None:
    return (side.person.country if side.person else None) or side.country


def _is_nobody(side: Chunk) -> bool:
    """A bare name that no title, office, state or table ever goes with."""
    person = side.person
    return (
        side.kind == "P"
        and person is not None
        and not (side.titled or side.office or side.gender or person.office or person.country or person.rows)
    )


def _each_other(chunks: list[Chunk], trigger: int) -> bool:
    return any(chunk.text.lower() in {"nhau", "với nhau"} for chunk in chunks[trigger + 1 : trigger + 3])


def _frame(name: str, match: re.Match[str], sentence: Condensed, trigger: int) -> Frame | None:
    chunks, kinds = sentence.chunks, frame_kinds(sentence)
    if chunks[trigger].text.lower() == "trao" and name not in {"gave", "subject"}:
        return None
    if name == "gave" and chunks[trigger].text.lower() != "trao":
        return None
    right = _units(chunks, match, "right") if name not in {"both", "group", "after", "took_part"} else []
    left: list[Chunk] = []
    if name in {"of_with", "received"}:
        left = _units(chunks, match, "left")
    elif name == "between":
        if "a" in match.group("right"):  # "các cuộc gặp giữa A với B và C"
            left, right = right[:1], right[1:]
    elif name == "named":
        word = chunks[trigger - 1].text.lower() if trigger else ""
        if any(side.kind == "B" for side in right) and word in _ATTENDED:
            return None  # "đến dự Hội nghị cấp cao Mỹ - ASEAN": where they were
    elif name == "both":
        left = _units(chunks, match, "left")
        begin = match.start("left")
        sent = (
            begin > 1 and kinds[begin - 1] == "s" and re.search(r"[dO][wM]{0,2}s$", kinds[:begin])
        )  # "đại diện của Mỹ và Triều Tiên"
        several = left and all(one.kind == "C" for one in left) and (len(left) > 2 or _each_other(chunks, trigger))
        if (begin and kinds[begin - 1] in "saGmeT" and not sent) or (
            "&" not in match.group("left") and not several and not _pair_of(kinds, begin)
        ):
            return None
        if begin > 1 and kinds[begin - 1] in ",&" and kinds[begin - 2] in "POUCBK":
            return None  # the second half of a list
        if "v" in kinds[match.end("left") : trigger] and chunks[trigger].kind == "e":
            return None
    elif name == "after":
        left = _units(chunks, match, "left")
        word = chunks[trigger].text.lower()
        word_before = chunks[trigger - 1].text.lower()
        adjoining = word_before in {"trong", "tại"} and match.end("left") == trigger - 1
        if not (adjoining or word_before in {"sau", "thúc"}) or not any(talk in word for talk in _TALKS):
            return None
        if _is_object(kinds, chunks, match.start("left")):
            return None
    elif name == "took_part":
        left = _units(chunks, match, "left")
        words = " ".join(chunk.text.lower() for chunk in chunks[match.end("left") : trigger])
        if not any(word in words for word in ("dự", "tham gia", "có mặt", "chủ trì")) or _is_object(
            kinds, chunks, match.start("left")
        ):
            return None
    elif name == "along":
        left = _units(chunks, match, "left")
        joint = chunks[match.start("right") - 1].text.lower()
        if joint not in {"cùng", "cùng với"} or _is_object(kinds, chunks, match.start("left")):
            return None
    elif name == "told":
        left = _units(chunks, match, "left")
        verb = kinds.rfind("v", 0, match.start("right"))
        toward = kinds[verb + 1] == "a" or chunks[verb].text.lower().endswith("với")
        if (
            not toward
            or chunks[trigger - 1].text.lower() not in {"trong", "tại"}
            or _is_object(kinds, chunks, match.start("left"))
        ):
            return None
    elif name == "on_visit":
        left = _units(chunks, match, "left")
        toward = "a" in kinds[trigger : match.start("right")] or chunks[trigger].text.lower().endswith("với")
        if not toward or _is_object(kinds, chunks, match.start("left")):
            return None
    elif name == "counterpart":
        left = [chunks[match.start("left")]]
        if not right[0].counterpart and right[0].kind != "U":
            return None
        if _is_object(kinds, chunks, match.start("left")):
            return None
    elif name == "visited":
        left = _subject(sentence, trigger, match.end("right"))
        if len(left) != 1 or any(side.kind not in "PO" for side in (*left, *right)):
            return None
    elif name == "including":
        if chunks[match.start("right") - 1].text.lower() not in {"gồm", "giữa"}:
            return None
    elif name == "opened":
        if trigger > 3 or set(kinds[:trigger]) & set("POUCBKv") or chunks[trigger].text.lower() in _CONFERENCES:
            return None
    elif name == "group":
        left = [chunks[match.start("left")]]
        sent = re.search(r"[dO][wM]{0,3}s$", kinds[: match.start()])  # "các nhà ngoại giao cấp cao của hai nước"
        if (kinds[match.start() - 1 : match.start()] in set("saGmetT") and not sent) or "v" in kinds[
            match.start() : trigger
        ]:
            return None
    elif name == "gave":
        left = [chunks[match.start("left")]]
        if chunks[match.start("right") - 1].text.lower() != "cho":
            return None
        one, other = (_state_of(side) for side in (*left, *right[:1]))
        if one is None or other is None or one == other:
            return None  # at home orders and decisions are handed over
    elif name == "subject":
        if not _touches(chunks, trigger, match.start("right"), kinds):
            return None
        goes_on = kinds[match.end("right") : match.end("right") + 1] not in {".", ";", ",", "&", ""}
        cut: Chunk | None = None
        if (
            goes_on
            and len(right) > 1
            and re.search(r",[^&]*$", match.group("right"))
            and "&" not in match.group("right")
        ):
            cut = right.pop()  # "Sau cuộc hội đàm với A, B cho biết"
        if cut is not None and _opens(sentence, trigger):
            left = [cut]
        else:
            left = _subject(sentence, trigger, match.end("right")) or ([cut] if cut is not None else [])
        if (
            not left
            and chunks[trigger].kind == "e"
            and sentence.topic is not None
            and _is_elided(sentence, trigger, right)
        ):
            left = [sentence.topic]
        if not left:
            return None
        signed = chunks[trigger].text.lower() in {*SIGN, "trao"}
        if signed and (
            "a" not in kinds[trigger + 1 : match.start("right")]
            or any(side.kind not in "PO" for side in (*left, *right))
        ):
            return None
    if chunks[trigger].text.lower() in SIGN and (
        name not in {"both", "subject"} or any(side.kind not in "PO" for side in left)
    ):
        return None
    right = [_led_by(chunks, side) for side in right]
    if any(_is_nobody(side) for side in (*left, *right)):
        return None
    if name == "between" and any(side.kind in "OB" and not (side.person or side.country) for side in (*left, *right)):
        return None
    if len(left) + len(right) < 2 and not any(side.kind == "r" for side in (*left, *right)):
        return None
    whole, at = sentence.source, sentence.origin(trigger)
    status = find_status(whole, at)
    leaders = name == "both" and _pair_of(kinds, match.start("left"))  # "hai nhà lãnh đạo Nga và Thổ Nhĩ Kỳ"
    if status is None or (not leaders and is_general(whole, at, [*left, *right], status, name)):
        return None
    return Frame(
        sentence,
        trigger,
        left,
        right,
        find_form(whole, at),
        status,
        chunks[trigger].kind == "e",
        status != "held" and is_wished(whole, at),
    )


def _pair_of(kinds: str, begin: int) -> bool:
    """ "hai nhà lãnh đạo Nga - Ấn Độ": the group says that both are meant."""
    return re.search(r"r[wM]{0,3}$", kinds[:begin]) is not None


def _units(chunks: list[Chunk], match: re.Match[str], group: str) -> list[Chunk]:
    start, end = match.span(group)
    depth, found = 0, []
    for chunk in chunks[start:end]:
        if chunk.kind == "(":
            depth += 1
        elif chunk.kind == ")":
            depth -= 1
        elif depth == 0 and (chunk.kind in "POUCBK" or (chunk.kind == "H" and chunk.person)) and not chunk.aide:
            found.append(chunk)
    return found


def _touches(chunks: list[Chunk], trigger: int, right: int, kinds: str) -> bool:
    """Is the other side really the object: right after the word, after "với", or after "người đồng cấp"."""
    between = kinds[trigger + 1 : right]
    word = chunks[trigger].text.lower()
    if "a" in between:
        return kinds[right] != "K" or word.split()[-1] in {"phán", "luận", "đàm", "thoại", "gặp", "với"}
    if kinds[right] in "CKB" and not (kinds[right - 1] == "d" and chunks[right - 1].text.lower() in _ENVOYS):
        return word.endswith("với")
    if any(chunk.kind == "w" and chunk.text.lower() not in _MANNERS for chunk in chunks[trigger + 1 : right]):
        return False
    if chunks[trigger].kind == "m":
        return not between.strip("rN#dwDL")
    return word not in _CONFERENCES and not between.strip("rN#dwDL")


_ATTENDED = {"dự", "tại", "lề", "khổ", "khai mạc", "trước", "thềm"}
_ENVOYS = {
    "đại diện", "phái đoàn", "đoàn", "đoàn đại biểu", "quan chức", "quan chức cấp cao", "giới chức", "lãnh đạo",
    "giới lãnh đạo", "đặc phái viên", "đặc sứ", "nhà ngoại giao", "nhà đàm phán",
}  # fmt: skip
"""Who stands for a state, so that "gặp đại diện Iran" is a meeting with Iran."""
_MANNERS = {"song phương", "riêng", "xã giao", "trực tiếp", "ngắn", "kín", "chính thức", "lại", "nhanh", "thân mật"}
"""How they met: between the word and whom."""


def _is_elided(sentence: Condensed, trigger: int, right: list[Chunk]) -> bool:
    """ "Cuộc gặp đã định với bà Suu Kyi bị hủy": the other side is whom the sentence before was about."""
    if set(frame_kinds(sentence)[:trigger]) & set("POHUr") or len(right) != 1 or right[0].kind not in "PO":
        return False
    topic = sentence.topic.person if sentence.topic else None
    other = right[0].person
    return (
        topic is not None
        and topic is not other
        and (other is None or topic.country != other.country or topic.country is None)
    )


def _opens(sentence: Condensed, trigger: int) -> bool:
    """Does the word of meeting stand in a phrase that opens a clause: "…, trong các cuộc thảo luận với A, B đã nói"?"""
    kinds, chunks = frame_kinds(sentence), sentence.chunks
    begin = max(kinds.rfind(mark, 0, trigger) for mark in ",:;-") + 1
    return not set(kinds[begin:trigger]) & set("POHUr") and any(
        chunk.text.lower() in _OPENING for chunk in chunks[begin:trigger]
    )


_OPENING = {"trong", "tại", "sau", "trước", "khi", "qua", "bên", "kết", "cùng", "tiếp", "ngay"}


def _subject(sentence: Condensed, trigger: int, end: int) -> list[Chunk]:
    """Who meets: the list nearest before the word that is no object; behind it when the sentence begins with "Sau cuộc gặp…"."""
    kinds, chunks = frame_kinds(sentence), sentence.chunks
    after = _AFTER.match(kinds, end)
    comma = kinds.rfind(",", 0, trigger)
    opens = (trigger <= 12 and not set(kinds[:trigger]) & set("POH")) or (
        comma >= 0 and not kinds[comma + 1 : trigger].strip("wtN#DL")
    )
    if after is not None and opens:
        group = "who" if after.group("who") else "far"
        return [chunks[at] for at in range(after.start(group), after.end(group)) if kinds[at] in "POUCBr"]
    best: tuple[int, int] | None = None
    for match in _SUBJECT.finditer(kinds, 0, trigger):
        if not _is_object(kinds, chunks, match.start()):
            best = match.span()
        elif (
            "," in match.group()
            and "&" not in match.group()
            and kinds[match.end() : match.end() + 1] in {"f", "w", "v", "m"}
        ):
            best = (match.start() + match.group().rfind(",") + 1, match.end())  # "Thay vì gặp A, B sẽ gặp C"
    if best is None:
        return []
    gap = kinds[best[1] : trigger]
    if re.search(r"[.;:]", gap) or len(gap) > (40 if "H" in gap else 26):
        return []
    if chunks[trigger].kind == "m" and "v" in gap and "H" not in gap and len(gap) - gap.rfind("v") > 6:
        return []  # after so many words of what was said somebody else is meant
    return [chunks[at] for at in range(*best) if kinds[at] in "POUCBKr" and not chunks[at].aide]


def _leads(chunks: list[Chunk], at: int) -> bool:
    return " ".join(chunk.text.lower() for chunk in chunks[at + 1 : at + 3]) in {"dẫn đầu", "làm trưởng đoàn"}


def _led_by(chunks: list[Chunk], side: Chunk) -> Chunk:
    """Who leads it: "phái đoàn Trung Quốc do Phó Thủ tướng Hà Lập Phong dẫn đầu"."""
    at = next(at for at, chunk in enumerate(chunks) if chunk is side)
    if side.kind not in "CB" or at + 2 >= len(chunks) or chunks[at + 1].text.lower() != "do":
        return side
    return chunks[at + 2] if chunks[at + 2].kind == "P" and _leads(chunks, at + 2) else side


def _is_object(kinds: str, chunks: list[Chunk], at: int) -> bool:
    before = kinds[at - 1] if at else ""
    if before and before in "saGmTetV":
        return True
    if before and re.search(r"[saGmet][dNr#zw]{1,3}$", kinds[:at]):
        return True
    step = at
    while step and at - step < 3 and kinds[step - 1] in "dNr#z":
        step -= 1
    if step and kinds[step - 1] == "v" and chunks[step - 1].text.lower().endswith("với"):
        return True
    word = chunks[at - 1].text.lower() if before else ""
    if before == "w" and kinds[at] in "CKB" and word not in _BEFORE_STATE:
        return True  # "mang Iran ra…": a state is a subject only where a clause begins
    if word == "do":
        return not _leads(chunks, at)  # "đoàn đại biểu Lào do Chủ tịch Quốc hội dẫn đầu hội đàm với…"
    if word == "cho":
        return kinds[at] != "P"  # "đặt câu hỏi cho Ngoại trưởng Dion trong buổi họp báo chung với…"
    return bool(before) and word in {
        "về",
        "bởi",
        "đối với",
        "gặp",
        "thăm",
        "mời",
        "giúp",
        "khỏi",
        "nghị sĩ",
        "ra",
        "lên",
        "vào",
    }


_BEFORE_STATE = {
    "rằng",
    "phía",
    "nhưng",
    "song",
    "còn",
    "khi",
    "đó",
    "nay",
    "qua",
    "nhiên",
    "này",
    "lại",
    "tuy",
    "việc",
    "vì",
    "là",
    "nếu",
    "mà",
    "trong",
    "nước",
    "lãnh đạo",
}
_SUBJECT = re.compile(rf"(?:{_LIST}|r)")
_AFTER = re.compile(
    rf"(?:(?:[w#MDL]|t[CKnp]{{1,2}}){{0,8}},(?:[w#DL]{{0,4}},)?(?P<who>{_UNIT}|r)|[^POHUv.;:]{{0,45}}?,(?P<far>[PO])(?=[w#]{{0,3}}v))"
)
