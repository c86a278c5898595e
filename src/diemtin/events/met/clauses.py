"""Subject and object of a word of meeting in a condensed sentence: who stands before it, who behind it, and who neither."""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import Chunk
from diemtin.events.met.condensed import Condensed
from diemtin.events.met.patterns import LIST, UNIT

CONFERENCES = {
    "hội nghị",
    "thượng đỉnh",
    "hội nghị thượng đỉnh",
    "hội nghị cấp cao",
    "cuộc họp",
    "phiên họp",
    "các cuộc gặp",
    "các cuộc hội đàm",
}
"""Of these somebody is no object: "hội nghị Ngoại trưởng" is of them, not with them."""


_GUESTS = re.compile(r"\bvới sự (?:tham dự|tham gia|có mặt)\b")
_NAMED_CONFERENCES = ("hội nghị", "thượng đỉnh", "diễn đàn")


def frame_kinds(sentence: Condensed) -> str:
    """The kinds with every pronoun whose person is known as a person: "ông đã gặp Thủ tướng Anh"; and a conference with
    a name of its own as one where the sentence lists its guests: "Hội nghị thượng đỉnh G7 … với sự tham dự của …"."""
    guests = _GUESTS.search(sentence.text) is not None
    kinds = "".join(
        "P"
        if c.kind == "H" and c.person is not None
        else "e"
        if guests and c.kind == "B" and c.text.lower().startswith(_NAMED_CONFERENCES)
        else "&"
        if c.kind == "w" and c.text == "và với"
        else c.kind
        for c in sentence.chunks
    )

    def hide(match: re.Match[str]) -> str:
        quoted = sentence.chunks[match.start()].text.lower().startswith("dẫn")  # "dẫn lời ông A, trong cuộc gặp …, nói"
        return match.group() if quoted else "·" * len(match.group())

    return _SOURCE.sub(hide, kinds)  # "Theo ông Yasay, Philippines sẵn sàng …"


def units_of(chunks: list[Chunk], match: re.Match[str], group: str) -> list[Chunk]:
    start, end = match.span(group)
    depth, found = 0, []
    for at in range(start, end):
        chunk = chunks[at]
        if chunk.kind == "(":
            depth += 1
        elif chunk.kind == ")":
            depth -= 1
        elif depth == 0 and (chunk.kind in "POUCBK" or (chunk.kind == "H" and chunk.person)) and not chunk.aide:
            if at > start and (_is_beside(chunks, start, at) or _is_vague(chunks, start, at)):
                continue
            following = chunks[at + 1].text.lower() if at + 1 < len(chunks) else ""
            if following != "khác" or chunk.kind in "PU":  # "các nguyên thủ G20 khác": not the whole
                found.append(chunk)
    return found


def _is_beside(chunks: list[Chunk], start: int, at: int) -> bool:
    """ "A, bên lề Đại hội đồng LHQ": where it was; "A, người chỉ huy lực lượng NATO": what A is. No member of a list."""
    if chunks[at].kind not in "CBK":
        return False
    comma = next((k for k in range(at - 1, max(start, at - 8), -1) if chunks[k].kind in ",&"), 0)
    if not comma or chunks[comma].kind != "," or comma == at - 1:
        return False
    first = chunks[comma + 1].text.lower()
    return first in _WHERE or (first == "người" and all(chunk.kind in "wzM#Nd" for chunk in chunks[comma + 1 : at]))


def _is_vague(chunks: list[Chunk], start: int, at: int) -> bool:
    """ "gặp A và B cùng một số quan chức EU": who they were is not told."""
    near = [chunk.text.lower() for chunk in chunks[max(start, at - 3) : at]]
    return chunks[at].kind in "CBK" and any(word in {"số", "nhiều", "vài"} for word in near)


_WHERE = {"bên", "lề", "bên lề", "thềm", "bên thềm", "trong", "tại", "ở", "nhân", "trước", "sau"}


def across_comma(
    sentence: Condensed, match: re.Match[str], trigger: int, right: list[Chunk]
) -> tuple[list[Chunk], list[Chunk]]:
    """Subject and object: "Tại cuộc hội đàm với A, B và C cho biết": who stands behind the comma is the subject."""
    kinds, chunks = frame_kinds(sentence), sentence.chunks
    listed = match.group("right")
    behind = kinds[match.end("right") : match.end("right") + 1]
    at = listed.rfind(",")
    if re.fullmatch(r"P,P", listed) and behind == "," and _opens(sentence, trigger):
        return right[-1:], right[:-1]  # "sau khi hội đàm với A, B, đang ở thăm, tuyên bố": two without "và" are no list
    if at > 0 and behind not in {".", ";", ",", "", "q"} and _opens(sentence, trigger):
        cut = {id(chunk) for chunk in chunks[match.start("right") + at : match.end("right")]}
        return [one for one in right if id(one) in cut], [one for one in right if id(one) not in cut]
    if at > 0 and "&" not in listed and behind not in {".", ";", ",", "&", "", "q"}:
        return find_subject(sentence, trigger, match.end("right")) or right[-1:], right[:-1]
    return find_subject(sentence, trigger, match.end("right")), right


def touches(chunks: list[Chunk], trigger: int, right: int, kinds: str) -> bool:
    """Is the other side really the object: right after the word, after "với", or after "người đồng cấp"."""
    between = kinds[trigger + 1 : right]
    word = chunks[trigger].text.lower()
    if "a" in between:
        return kinds[right] != "K" or word.split()[-1] in {"phán", "luận", "đàm", "thoại", "gặp", "với"}
    if kinds[right] == "C" and word.split()[-1] in {"với", "gặp", "việc"} and _bodies_of(between, chunks, trigger):
        return True  # "làm việc với các cơ quan, đơn vị của Lào"
    if kinds[right] in "CKB" and not (kinds[right - 1] in "dw" and chunks[right - 1].text.lower() in _ENVOYS):
        about = any(chunk.text.lower() == "về" for chunk in chunks[trigger + 1 : right])
        return word.endswith("với") and not about  # "thảo luận với các đồng minh về biện pháp kiềm chế Iran"
    if any(chunk.kind == "w" and chunk.text.lower() not in _MANNERS | _ENVOYS for chunk in chunks[trigger + 1 : right]):
        return False
    if chunks[trigger].kind == "m":
        return not between.strip("rN#dwDL")
    return word not in CONFERENCES and not between.strip("rN#dwDL")


def _bodies_of(between: str, chunks: list[Chunk], trigger: int) -> bool:
    if re.fullmatch(r"a?[N#d]?[zwMdnN,&]{1,9}s", between) is None:
        return False
    words = {chunk.text.lower() for chunk in chunks[trigger + 1 : trigger + 4]}
    return bool(words & {"cơ quan", "bộ", "quan chức", "giới chức", "lãnh đạo", "quan chức cấp cao", "giới lãnh đạo"})


_ENVOYS = {
    "đại diện", "phái đoàn", "đoàn", "đoàn đại biểu", "quan chức", "quan chức cấp cao", "giới chức", "lãnh đạo",
    "giới lãnh đạo", "đặc phái viên", "đặc sứ", "nhà ngoại giao", "nhà đàm phán",
}  # fmt: skip
"""Who stands for a state, so that "gặp đại diện Iran" is a meeting with Iran."""
_MANNERS = {
    "song phương",
    "riêng",
    "tt",
    "xã giao",
    "trực tiếp",
    "ngắn",
    "kín",
    "chính thức",
    "lại",
    "nhanh",
    "thân mật",
}
"""How they met: between the word and whom."""


def is_elided(sentence: Condensed, trigger: int, right: list[Chunk]) -> bool:
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
    if trigger == 0 and kinds[0] == "m":
        return True  # "Hội đàm với A, B kêu gọi"
    begin = max(kinds.rfind(mark, 0, trigger) for mark in ",:;-") + 1
    return not set(kinds[begin:trigger]) & set("POHUr") and any(
        chunk.text.lower() in _OPENING for chunk in chunks[begin:trigger]
    )


_OPENING = {"trong", "tại", "sau", "trước", "khi", "qua", "bên", "kết", "cùng", "tiếp", "ngay"}


def find_subject(sentence: Condensed, trigger: int, end: int) -> list[Chunk]:
    """Who meets: the list nearest before the word that is no object; behind it when the sentence begins with "Sau cuộc gặp…"."""
    kinds, chunks = frame_kinds(sentence), sentence.chunks
    after = _AFTER.match(kinds, end)
    comma = kinds.rfind(",", 0, trigger)
    opens = (trigger <= 12 and not set(kinds[:trigger]) & set("POH")) or (
        comma >= 0 and not kinds[comma + 1 : trigger].strip("wtN#DL")
    )
    if after is not None and opens:
        group = next(name for name in ("who", "far", "next") if after.group(name))
        return [chunks[at] for at in range(after.start(group), after.end(group)) if kinds[at] in "POUCBr"]
    best: tuple[int, int] | None = None
    limit = trigger
    if (
        chunks[trigger].kind == "m"
        and re.search(r";[wtDL]{0,3}$", kinds[:trigger])
        and (first := re.search("[em]", kinds))
    ):
        limit = first.start()  # "A đã hội đàm với B; hội kiến C; gặp D": the subject of the first
    for match in _SUBJECT.finditer(kinds, 0, limit):
        if not is_object(kinds, chunks, match.start()):
            best = match.span()
            if re.fullmatch(r"C(?:&C)?,[PO]", match.group()):
                best = (match.end() - 1, match.end())  # "sau chuyến thăm Mỹ và Canada, Thủ tướng sẽ gặp"
        elif (
            "," in match.group()
            and "&" not in match.group()
            and kinds[match.end() : match.end() + 1] in {"f", "w", "v", "m"}
        ):
            best = (match.start() + match.group().rfind(",") + 1, match.end())  # "Thay vì gặp A, B sẽ gặp C"
    if best is not None and kinds[best[0] : best[1]] == "r" and kinds[best[0] - 1 : best[0]] == "&":
        first = re.search(rf"{UNIT}$", kinds[: best[0] - 1])  # "A và ba nguyên thủ châu Phi khác": who is named of them
        best = first.span() if first and kinds[first.start()] in "PO" else best
    who = _who_is_told_of(kinds, chunks, trigger)
    if who is not None:
        return [chunks[who]]
    if best is not None and not set(kinds[best[0] : best[1]]) & set("POUHr"):
        best = _who_went(kinds, chunks, best, limit) or _described(kinds, best, trigger) or best
    if best is None or _speaks(chunks, best[1], trigger):
        return []
    this = re.search(r"H[w]", kinds[best[1] : trigger])
    if this is not None and chunks[best[1] + this.start() + 1].text.lower() in {"này", "ta", "ấy"}:
        # "Bush tiếp Sharon, sau khi ông này gặp Mubarak": whom the sentence named last
        named = [at for at in range(best[1] + this.start()) if kinds[at] == "P"]
        return [chunks[named[-1]]] if named else []
    gap = kinds[best[1] : trigger]
    if limit < trigger:
        gap = ""
    if re.search(r"[.;:]", gap) or len(gap) > (40 if "H" in gap else 26):
        return []
    result = trigger and chunks[trigger - 1].text.lower() in {"quả", "dung"}  # "kết quả hội đàm với Thủ tướng …"
    going_on = trigger and chunks[trigger - 1].text.lower() == "khi"  # "ông nói sẽ bàn việc này khi gặp B"
    if (
        chunks[trigger].kind == "m"
        and not (result or going_on)
        and "v" in gap
        and "H" not in gap
        and len(gap) - gap.rfind("v") > 6
    ):
        return []  # after so many words of what was said somebody else is meant
    return [
        chunks[at]
        for at in range(*best)
        if kinds[at] in "POUCBKr" and not chunks[at].aide and not (at > best[0] and _is_beside(chunks, best[0], at))
    ]


def _who_is_told_of(kinds: str, chunks: list[Chunk], trigger: int) -> int | None:
    """ "A tiếp B, người thuật lại cuộc nói chuyện với C": the subject of the clause is B."""
    comma = kinds.rfind(",", 0, trigger)
    if comma < 1 or chunks[comma + 1].text.lower() != "người" or set(kinds[comma + 1 : trigger]) & set("POUHrCBKa"):
        return None
    return comma - 1 if kinds[comma - 1] == "P" else None


def _who_went(kinds: str, chunks: list[Chunk], place: tuple[int, int], limit: int) -> tuple[int, int] | None:
    """ "A tới Đức và Pháp để gặp B", "A tới Bắc Kinh và sẽ có cuộc gặp": who went there, not where."""
    words = {chunk.text.lower() for chunk in chunks[place[1] : limit]}
    if not words & {"để", "nhằm"} and re.fullmatch(r"[DL]*,?&[wf]*", kinds[place[1] : limit]) is None:
        return None
    went = max((at for at in range(place[0]) if chunks[at].text.lower() in _GOING), default=-1)
    if went < 0 or set(kinds[went : place[0]]) & set("vmeV;.:"):
        return None
    found = None
    for match in _SUBJECT.finditer(kinds, 0, went):
        if not is_object(kinds, chunks, match.start()) and set(match.group()) & set("POUHr"):
            found = match.span()
    return found if found and not set(kinds[found[1] : went]) & set("vme;.:") else None


_GOING = {"tới", "đến", "sang", "qua", "ghé", "thăm", "tới thăm", "sang thăm", "đến thăm"}


def _described(kinds: str, state: tuple[int, int], trigger: int) -> tuple[int, int] | None:
    """ "A, phái viên chính về hồ sơ hạt nhân Triều Tiên, gặp B": the state is in what is said of A."""
    comma = kinds.rfind(",", 0, state[0])
    behind = kinds[state[1] : trigger]
    if comma < 1 or not behind.startswith(",") or behind[1:].strip("wfDL") or set(kinds[comma:trigger]) & set("vme"):
        return None
    before = re.search(rf"{UNIT}$", kinds[:comma])
    return before.span() if before and kinds[before.start()] in "PO" else None


def _speaks(chunks: list[Chunk], begin: int, trigger: int) -> bool:
    """ "sau khi tôi gặp A": whoever is speaking."""
    return any(chunk.text.lower() in {"tôi", "chúng tôi"} for chunk in chunks[max(begin, trigger - 4) : trigger])


def is_denied(sentence: Condensed, trigger: int) -> bool:
    """ "đã bác bỏ việc tiến hành các cuộc đàm phán", "phủ nhận có cuộc gặp": there was none."""
    words = [chunk.text.lower() for chunk in sentence.chunks[max(0, trigger - 7) : trigger]]
    return any(word in _DENIED and not set(words[at + 1 :]) & {"sau", "trong", "tại"} for at, word in enumerate(words))


_DENIED = {"bác bỏ", "phủ nhận", "bác tin", "loại trừ", "phản đối"}


def leads(chunks: list[Chunk], at: int) -> bool:
    return " ".join(chunk.text.lower() for chunk in chunks[at + 1 : at + 3]) in {"dẫn đầu", "làm trưởng đoàn"}


def is_object(kinds: str, chunks: list[Chunk], at: int) -> bool:
    before = kinds[at - 1] if at else ""
    if before == "s" and _OFFICIALS_OF.search(kinds[:at]):
        return False  # "7 nhà lập pháp hàng đầu của Mỹ sẽ …"
    if before == "T" and chunks[at - 1].text.lower().startswith("dẫn"):
        return False  # "dẫn lời ông A, trong cuộc hội đàm với B, khẳng định"
    if before and before in "saGmTetVS":
        return True
    if before and chunks[at - 1].text.lower() == "khi":
        return False  # "từ khi A hội đàm với B"
    if before and re.search(r"(?:[saGmetS][dNr#zw]{1,3}|Vz)$", kinds[:at]):
        return True
    step = at
    while step and at - step < 3 and kinds[step - 1] in "dNr#z":
        step -= 1
    if step and kinds[step - 1] == "v" and chunks[step - 1].text.lower().endswith("với"):
        return True
    word = chunks[at - 1].text.lower() if before else ""
    if word == "cả" and at > 1 and kinds[at - 2] in "aGm":
        return True  # "họp báo với cả tổng thống Nga và Gruzia"
    if before == "w" and kinds[at] in "CKB" and word not in _BEFORE_STATE:
        return True  # "mang Iran ra…": a state is a subject only where a clause begins
    if word == "do":
        return not leads(chunks, at)  # "đoàn đại biểu Lào do Chủ tịch Quốc hội dẫn đầu hội đàm với…"
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


_OFFICIALS_OF = re.compile(r"(?:^|[,;:DL])[N#w]{0,2}d[wM]{0,3}s$")
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
_SOURCE = re.compile(r"T[wNiM]{0,3}[POBH](?:\([^()]*\))?,")
_SUBJECT = re.compile(rf"(?:{LIST}|r)")
_AFTER = re.compile(
    rf"(?:(?:[w#MDL]|t[CKnp]{{1,2}}){{0,8}},(?:[w#DL]{{0,4}},)?(?P<who>{UNIT}(?:&{UNIT})?|r)|[^POHUv.;:]{{0,45}}?,(?P<far>[PO])(?=(?:s[BCK])?[w#]{{0,3}}v)|(?P<next>P)(?=[wf]{{0,3}}v))"
)
