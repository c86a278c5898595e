"""Who stands on which side of a word of meeting: one small reading for each frame of ``patterns``."""

from __future__ import annotations

import re
from collections.abc import Callable

from diemtin.events.beings.nouns import Chunk, state_of
from diemtin.events.met.clauses import (
    CONFERENCES,
    across_comma,
    find_subject,
    is_denied,
    is_elided,
    leads,
    touches,
)
from diemtin.events.met.listed_sides import (
    read_attended_by,
    read_chaired,
    read_chaired_by_both,
    read_including,
    read_joined,
    read_took_part,
)
from diemtin.events.met.look import TALKS, Look, Sides, both_named
from diemtin.events.met.patterns import LIST
from diemtin.events.met.status import SIGN
from diemtin.events.met.told_sides import (
    read_came_to,
    read_counterpart,
    read_gave,
    read_met_named_so,
    read_on_visit,
    read_spoke_of,
    read_summoned,
    read_talked,
    read_told,
    read_told_there,
    read_visited,
    read_visited_with,
)


def find_sides(name: str, look: Look) -> Sides:
    """The two sides of a match, ``None`` where the frame is not what it looks like."""
    if (look.word == "trao" and name not in {"gave", "subject"}) or (name == "gave" and look.word != "trao"):
        return None
    sides = _READ[name](look)
    if sides is None:
        return None
    left, right = sides
    if is_denied(look.sentence, look.trigger):
        return None
    if look.word.startswith(("lễ ký", "buổi lễ")) and name not in _OF_SIGNING:
        return None  # "sau lễ ký kết, Pháp và Lào sẽ …": who signs is told elsewhere
    if look.word in {"chiêu đãi", "đón", "chào đón", "đón tiếp"} and _is_guest(look):
        return None
    if look.word in SIGN and not _signs(name, look, left, right):
        return None
    right = [_led_by(look.chunks, side) for side in right]
    left, right = _without_firms(left), _without_firms(right)
    everyone = [*left, *right]
    if any(_is_nobody(side) or _is_firm(side) or _is_claimed(look.chunks, side) for side in everyone):
        return None
    if name == "between" and any(side.kind in "OB" and not (side.person or side.country) for side in everyone):
        return None
    return None if len(everyone) < 2 and not any(side.kind == "r" for side in everyone) else (left, right)


_OF_SIGNING = {"between", "signed", "of_with", "named", "subject", "both"}
_DAY = re.compile(r"hôm nay|hôm qua|\b[Nn]gày \d|\d[/.-]\d|\b(?:sáng|chiều|tối) (?:nay|qua)\b|(?:hôm|ngày) thứ ")


def _signs(name: str, look: Look, left: list[Chunk], right: list[Chunk]) -> bool:
    """Persons who sign together are there; states are where a day is told, "ký giữa A và B hôm qua"."""
    if name in {"both", "subject", "along"} and left and all(side.kind in "PO" for side in left):
        return True
    everyone = [*left, *right]
    together = look.before(look.trigger) in {"cùng", "cùng nhau"}
    dated = (together or _DAY.search(look.sentence.text) is not None) and look.word != "thông qua"
    return dated and name in {"both", "between"} and all(side.kind in "POC" or side.country for side in everyone)


def _is_guest(look: Look) -> bool:
    """ "cũng đã tham dự tiệc chiêu đãi Tổng thống Trump", "dự Lễ đón": a guest beside."""
    words = {chunk.text.lower() for chunk in look.chunks[max(0, look.trigger - 5) : look.trigger]}
    return bool(words & {"dự", "tham dự", "lễ"})


def _between(look: Look) -> Sides:
    gap = look.kinds[look.trigger + 1 : look.match.start("right")]
    if gap.count(",") == 1 and ",w" in gap:
        return None  # "hội đàm ngày 11/5, tìm cách gỡ bất đồng giữa Moskva và Kiev": another clause
    right = _closed(look, look.units("right"))
    # "các cuộc gặp giữa A với B và C"
    return (right[:1], right[1:]) if "a" in look.match.group("right") else ([], right)


def _closed(look: Look, sides: list[Chunk]) -> list[Chunk]:
    """A list ends with "và": "giữa Tehran và Washington, hãng thông tấn Oman cho biết" has two."""
    begin, end = look.match.span("right")
    last = look.kinds.rfind("&", begin, end)
    comma = look.kinds.find(",", last, end) if last >= 0 else -1
    if comma < 0 or look.kinds[comma + 1] == "(":
        return sides
    inside = {id(chunk) for chunk in look.chunks[begin:comma]}
    return [side for side in sides if id(side) in inside]


def _right_named(look: Look) -> Sides:
    return [], look.units("right")


def _attended(look: Look) -> Sides:
    if look.before(look.trigger) in {"lề", "thềm"}:
        return None  # "ký bên lề Hội nghị Cấp cao, với sự chứng kiến của A và B": the occasion
    return _right_named(look)


def _signed(look: Look) -> Sides:
    return _between(look) if look.word.startswith(("lễ ký", "buổi lễ ký")) else None


def _named(look: Look) -> Sides:
    right = look.units("right")
    if any(side.kind == "B" for side in right) and look.before(look.trigger) in _ATTENDED:
        return None  # "đến dự Hội nghị cấp cao Mỹ - ASEAN": where they were
    return [], right


def _received_too(look: Look) -> Sides:
    left = find_subject(look.sentence, look.match.start(), look.match.end("right"))
    return (left, look.units("right")) if len(left) == 1 and left[0].kind in "PH" else None


def _invited(look: Look) -> Sides:
    begin = look.match.start("right")
    inviting = {look.before(begin), look.before(begin - 1)} if look.kinds[begin - 1] in "N#" else {look.before(begin)}
    if "mời" not in inviting or look.left_is_object():
        return None
    return both_named(look)


def _both(look: Look) -> Sides:
    left, kinds, begin = look.units("left"), look.kinds, look.match.start("left")
    listed = look.match.group("left")
    sent = begin > 1 and re.search(r"[dO][wM]{0,2}s$", kinds[:begin])  # "đại diện của Mỹ và Triều Tiên"
    behind = look.chunks[look.match.end("left")]
    acts = behind.kind == "f" or behind.text.lower() in {"đã", "đang", "vừa"}
    states = bool(left) and all(one.kind == "C" for one in left)
    several = states and (len(left) > 2 or each_other(look.chunks, look.trigger) or ("-" in listed and acts))
    if begin and (kinds[begin - 1] in "saGmeT" or look.before(begin) in {"cả", "mời"}) and not sent:
        return None
    if sent and re.search(r"[em]a?[Nr#]?[dO][wM]{0,2}s$", kinds[:begin]):
        return None  # "yêu cầu gặp các nhà đàm phán của Anh, Pháp và Đức để thảo luận": whom another meets
    if "a" in kinds[look.trigger + 1 : look.trigger + 3] and not several:
        return None  # "A và B đã có buổi làm việc với Ban Thường vụ …": both on one side
    words = [chunk.text.lower() for chunk in look.chunks[look.match.end("left") : look.trigger]]
    if "cũng" in words and "dự" in words:
        return None  # "A và B cũng tham dự cuộc họp"
    if "&" not in listed and not several and not pair_of(kinds, begin):
        return None
    if begin > 1 and kinds[begin - 1] in ",&" and kinds[begin - 2] in "POUCBK":
        return None  # the second half of a list
    if "v" in kinds[look.match.end("left") : look.trigger] and look.chunks[look.trigger].kind == "e":
        return None
    if look.word in SIGN:  # "A và B chứng kiến C cùng D ký": they were there too
        witnesses = re.search(rf"(?P<who>{LIST})[wfDL]{{2,5}}$", kinds[:begin])
        said = " ".join(chunk.text.lower() for chunk in look.chunks[max(0, begin - 2) : begin])
        if witnesses is not None and said == "chứng kiến":
            at = range(*witnesses.span("who"))
            return [*(look.chunks[k] for k in at if kinds[k] in "PO"), *left], []
    return left, []


def _after(look: Look) -> Sides:
    before = look.before(look.trigger)
    if look.kinds[look.trigger] == "m":  # "loan báo việc này khi vừa hội đàm xong"
        when = [chunk.text.lower() for chunk in look.chunks[look.trigger - 2 : look.trigger]]
        met = when[-1:] == ["khi"] or when == ["khi", "vừa"]
        objects = look.left_is_object() or look.word.endswith("với") or not look.word.startswith(("gặp", "hội", "điện"))
        return (look.units("left") or [look.chunks[look.match.start("left")]], []) if met and not objects else None
    adjoining = before in {"trong", "tại"} and look.match.end("left") == look.trigger - 1
    if not (adjoining or before in {"sau", "thúc"}) or not any(talk in look.word for talk in TALKS):
        return None
    return None if look.left_is_object() else (look.units("left"), [])


def _along(look: Look) -> Sides:
    joint = look.before(look.match.start("right"))
    if joint not in {"cùng", "cùng với"} or look.left_is_object():
        return None
    return both_named(look)


def _opened(look: Look) -> Sides:
    if _names_another(look.chunks, look.trigger):
        return None
    begin = look.kinds.rfind(",", 0, look.trigger) + 1  # "Hãng X đưa tin, trong cuộc hội đàm …, A và B …"
    if look.trigger - begin > 3 or set(look.kinds[begin : look.trigger]) & set("POUCBKv") or look.word in CONFERENCES:
        return None
    if begin and look.before(look.trigger) not in {"trong", "tại", "ở"}:
        return None
    return _right_named(look)


def _group(look: Look) -> Sides:
    begin = look.match.start()
    sent = re.search(r"[dO][wM]{0,3}s$", look.kinds[:begin])  # "các nhà ngoại giao cấp cao của hai nước"
    if begin and (look.kinds[begin - 1] in "saGmetT" or look.before(begin) in _URGED) and not sent:
        return None
    words = " ".join(chunk.text.lower() for chunk in look.chunks[begin : look.trigger])
    if look.word in CONFERENCES and ("dự" in words or "tham gia" in words):
        return None  # "cả hai nhà lãnh đạo đều tham dự hội nghị": at the same place
    return None if "v" in look.kinds[begin : look.trigger] else ([look.chunks[look.match.start("left")]], [])


_URGED = {"giúp", "mời", "đưa", "buộc", "khuyên", "thuyết phục", "khuyến khích", "thúc", "giục", "thúc giục"}
"""What others do that they may meet: "ngỏ ý giúp hai bên đàm phán"."""


def _subject_and_object(look: Look) -> Sides:
    sentence, trigger = look.sentence, look.trigger
    begin = look.match.start("right")
    if look.kinds[begin : begin + 3] in {"B&P", "B&O"} and look.chunks[begin].country is None:
        begin += 2  # "gặp các chỉ huy quân đội và Thủ tướng Allawi"
    if not touches(look.chunks, trigger, begin, look.kinds) and not (
        begin > look.match.start("right") and look.kinds[trigger] == "m"
    ):
        return None
    left, right = across_comma(sentence, look.match, trigger, look.units("right"))
    right = _named_behind(look, right)
    goes_on = _GOES_ON.match(look.kinds, look.match.end("right"))
    if goes_on is not None and right and right[-1] is look.chunks[look.match.end("right") - 1]:
        right = [*right, look.chunks[goes_on.end() - 1]]
    if look.before(trigger) == "trước" and len(left) > 1 and len({state_of(side) for side in left}) > 1:
        return None  # "Trước cuộc hội đàm với A, B và C đã lời qua tiếng lại": which of them it was is not said
    if not left and look.chunks[trigger].kind == "e" and sentence.topic and is_elided(sentence, trigger, right):
        left = [sentence.topic]
    if look.word == "đón" and begin != trigger + 1:
        return None
    if any(chunk.text.lower() == "khi" for chunk in look.chunks[trigger + 1 : begin]):
        return None  # "triệu tập nội các họp khẩn khi biên giới với Ấn Độ …"
    if look.word.startswith("đàm phán") and look.before(trigger) == "về":
        return None  # "nhất trí tham vấn chặt chẽ về đàm phán với Palestine": what was spoken of
    if look.word in {*SIGN, "trao"} and (
        "a" not in look.kinds[trigger + 1 : look.match.start("right")]
        or any(side.kind not in "PO" for side in (*left, *right))
    ):
        return None
    return (left, right) if left else None


_GOES_ON = re.compile(r"L&P(?=L)|&[w#N]{1,4}(?:s[HPC]w?)?lP|,[dwMNz]{1,5}(?:s[POUCBK])?,&P")
""" "gặp A ở Jerusalem và B ở Ramallah", "gặp A và người tiền nhiệm của ông này là B", "gặp A, con rể của C, và B"."""


def _named_behind(look: Look, right: list[Chunk]) -> list[Chunk]:
    """ "gặp lãnh đạo đảng đối lập lớn nhất Zimbabwe, ông Tsvangirai": the name behind is of whom was met."""
    last = right[-1] if right else None
    if last is None or last.kind != "O" or last.person is not None or last.country is not None:
        return right
    match = re.match(r"[wzM]{0,4}s?[CK]?,(P),", look.kinds[look.match.end("right") :])
    return [*right[:-1], look.chunks[look.match.end("right") + match.start(1)]] if match else right


_READ: dict[str, Callable[[Look], Sides]] = {
    "between": _between,
    "signed": _signed,
    "named": _named,
    "received": both_named,
    "received_too": _received_too,
    "invited": _invited,
    "of_with": both_named,
    "along": _along,
    "told": read_told,
    "on_visit": read_on_visit,
    "subject": _subject_and_object,
    "opened": _opened,
    "both": _both,
    "after": _after,
    "counterpart": read_counterpart,
    "visited": read_visited,
    "summoned": read_summoned,
    "named_so": _right_named,
    "group": _group,
    "group_of": _right_named,
    "took_part": read_took_part,
    "gave": read_gave,
    "including": read_including,
    "joined": read_joined,
    "chaired_by_both": read_chaired_by_both,
    "met_named_so": read_met_named_so,
    "told_there": read_told_there,
    "attended": _attended,
    "attended_by": read_attended_by,
    "chaired": read_chaired,
    "of_leaders": _right_named,
    "spoke_of": read_spoke_of,
    "visited_with": read_visited_with,
    "came_to": read_came_to,
    "talked": read_talked,
}


def _is_nobody(side: Chunk) -> bool:
    """A bare name that no title, office, state or table ever goes with."""
    person = side.person
    return (
        side.kind == "P"
        and person is not None
        and not (side.titled or side.office or side.gender or person.office or person.country or person.rows)
    )


_FIRMS = ("tập đoàn ", "công ty ", "hãng ", "ngân hàng ", "quỹ ")


def _is_firm(side: Chunk) -> bool:
    """ "Chủ tịch Tập đoàn Sano", "Giám đốc Boeing": the name is of the firm, and who leads it is not said."""
    person = side.person
    if side.kind != "P" or person is None or person.country or person.rows or side.gender:
        return False
    title = side.text.removesuffix(person.name).lower()
    return title.endswith(_FIRMS) or ((side.office or person.office) == "director" and " " not in person.name)


def _without_firms(sides: list[Chunk]) -> list[Chunk]:
    """ "gặp ông Carlos Morelli, Chủ tịch Tập đoàn Sano": the office of who is named before."""
    return [side for at, side in enumerate(sides) if not (at and _is_firm(side))]


def _is_claimed(chunks: list[Chunk], side: Chunk) -> bool:
    """ "một người tự xưng là Mansour đã gặp …": who it was nobody knows."""
    at = next((at for at, chunk in enumerate(chunks) if chunk is side), 0)
    before = " ".join(chunk.text.lower() for chunk in chunks[max(0, at - 3) : at])
    return before.endswith(("tự xưng là", "tự nhận là", "mạo danh", "giả danh", "giả làm", "đóng giả"))


def _names_another(chunks: list[Chunk], trigger: int) -> bool:
    """ "Ngoài cuộc họp ba bên, A và B còn có cuộc hội đàm": beside the meeting that is told there is that one."""
    before = " ".join(chunk.text.lower() for chunk in chunks[max(0, trigger - 3) : trigger])
    beside = re.search(r"(?:^|\W)(?:ngoài|bên cạnh|bên lề|song song với|cùng với)(?: các| những)?$", before)
    return beside is not None and any(chunk.kind in "em" for chunk in chunks[trigger + 1 :])


def each_other(chunks: list[Chunk], trigger: int) -> bool:
    return any(chunk.text.lower() in {"nhau", "với nhau"} for chunk in chunks[trigger + 1 : trigger + 3])


def is_joint(chunks: list[Chunk], trigger: int) -> bool:
    """ "A và B đã mở cuộc họp nội các chung": a meeting of the two, and of nobody else."""
    behind = [chunk.text.lower() for chunk in chunks[trigger + 1 : trigger + 4]]
    return chunks[trigger].text.lower().endswith("họp") and "chung" in behind[:2] and "với" not in behind


def pair_of(kinds: str, begin: int) -> bool:
    """ "hai nhà lãnh đạo Nga - Ấn Độ": the group says that both are meant."""
    return re.search(r"r[wM]{0,3}$", kinds[:begin]) is not None


def sent_by(kinds: str, begin: int) -> bool:
    """ "các quan chức cấp cao Lào và Nga": people of both states."""
    return re.search(r"[N#][dO]M{0,2}s?$", kinds[:begin]) is not None


def _led_by(chunks: list[Chunk], side: Chunk) -> Chunk:
    """Who leads it: "phái đoàn Trung Quốc do Phó Thủ tướng Hà Lập Phong dẫn đầu"."""
    at = next(at for at, chunk in enumerate(chunks) if chunk is side)
    if side.kind not in "CB" or at + 2 >= len(chunks) or chunks[at + 1].text.lower() != "do":
        return side
    return chunks[at + 2] if chunks[at + 2].kind == "P" and leads(chunks, at + 2) else side


_ATTENDED = {"dự", "tại", "lề", "khổ", "khai mạc", "trước", "thềm"}
