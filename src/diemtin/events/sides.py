"""Who stands on which side of a word of meeting: one small reading for each frame of ``patterns``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from diemtin.events.chunks import Chunk
from diemtin.events.clauses import (
    CONFERENCES,
    across_comma,
    find_subject,
    is_denied,
    is_elided,
    is_object,
    leads,
    touches,
    units_of,
)
from diemtin.events.condensed import Condensed
from diemtin.events.status import SIGN

Sides = tuple[list[Chunk], list[Chunk]] | None
_TALKS = ("cuộc gặp", "hội đàm", "điện đàm", "đàm phán", "hội kiến", "tham vấn")


@dataclass(slots=True)
class Look:
    """One match of one frame, to be believed or not."""

    sentence: Condensed
    kinds: str
    match: re.Match[str]
    trigger: int

    @property
    def chunks(self) -> list[Chunk]:
        return self.sentence.chunks

    @property
    def word(self) -> str:
        return self.chunks[self.trigger].text.lower()

    def units(self, group: str) -> list[Chunk]:
        return units_of(self.chunks, self.match, group)

    def leftis_object(self) -> bool:
        return is_object(self.kinds, self.chunks, self.match.start("left"))

    def before(self, at: int) -> str:
        """The word before a chunk."""
        return self.chunks[at - 1].text.lower() if at else ""


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
    if look.word.startswith(("lễ ký", "buổi lễ")) and name not in {"between", "of_with", "named", "subject", "both"}:
        return None  # "sau lễ ký kết, Pháp và Lào sẽ …": who signs is told elsewhere
    if look.word in {"chiêu đãi", "đón", "chào đón", "đón tiếp"} and _is_guest(look):
        return None
    if look.word in SIGN and not _signs(name, look, left, right):
        return None
    right = [_led_by(look.chunks, side) for side in right]
    everyone = [*left, *right]
    if any(_is_nobody(side) for side in everyone):
        return None
    if name == "between" and any(side.kind in "OB" and not (side.person or side.country) for side in everyone):
        return None
    return None if len(everyone) < 2 and not any(side.kind == "r" for side in everyone) else (left, right)


_DAY = re.compile(r"hôm nay|hôm qua|\b[Nn]gày \d|\d[/.-]\d|\b(?:sáng|chiều|tối) (?:nay|qua)\b|(?:hôm|ngày) thứ ")


def _signs(name: str, look: Look, left: list[Chunk], right: list[Chunk]) -> bool:
    """Persons who sign together are there; states are where a day is told, "ký giữa A và B hôm qua"."""
    if name in {"both", "subject", "along"} and left and all(side.kind in "PO" for side in left):
        return True
    everyone = [*left, *right]
    dated = _DAY.search(look.sentence.text) is not None and look.word != "thông qua"
    return dated and name in {"both", "between"} and all(side.kind in "POC" or side.country for side in everyone)


def _came_to(look: Look) -> Sides:
    """ "Giám đốc IAEA sẽ đến Iran để thảo luận": with whom is only said by where."""
    place = look.chunks[look.match.start("right")]
    words = " ".join(chunk.text.lower() for chunk in look.chunks[look.match.end("right") : look.trigger])
    behind = re.split(r"[s,;.]", look.kinds[look.trigger + 1 : look.trigger + 12])[0]
    left = [look.chunks[look.match.start("left")]]
    if place.country is None or place.text.lower() not in {"đến", "tới", "sang"} or look.leftis_object():
        return None
    if look.sentence.place_name(place) in _SEATS or _state_of(left[0]) in {None, place.country} or "a" in behind:
        return None
    if not words.endswith(("để", "nhằm", "để tiến hành", "để tiếp tục")) or look.kinds[look.trigger] != "m":
        return None
    if not look.word.startswith(_TALKING):
        return None
    place.kind = "C"
    return left, [place]


_SEATS = {"brussels", "geneva", "vienna", "new york", "strasbourg", "davos", "the hague"}
"""Where one meets others than the state around it."""
_TALKING = ("thảo luận", "hội đàm", "đàm phán", "trao đổi", "tham vấn", "thương lượng", "thương thuyết", "bàn")


def _talked(look: Look) -> Sides:
    right = look.units("right")
    if not look.word.startswith(_TALKING) or look.word.endswith("với"):
        return None
    left = find_subject(look.sentence, look.trigger, look.match.end("right"))
    return (left, right) if left and all(side.kind in "POH" for side in left) else None


def _spoke_of(look: Look) -> Sides:
    if look.trigger > 6 or look.before(look.trigger) not in {"sau", "tại", "trong"} or not _is_talk(look.word):
        return None
    return _both_named(look)


def _is_talk(word: str) -> bool:
    return any(talk in word for talk in _TALKS)


def _is_guest(look: Look) -> bool:
    """ "cũng đã tham dự tiệc chiêu đãi Tổng thống Trump", "dự Lễ đón": a guest beside."""
    words = {chunk.text.lower() for chunk in look.chunks[max(0, look.trigger - 5) : look.trigger]}
    return bool(words & {"dự", "tham dự", "lễ"})


def _visited_with(look: Look) -> Sides:
    """ "Tổng thống A cùng Thủ tướng B đến thăm …", "hai nhà lãnh đạo A và B cùng thăm": they were there together."""
    both = "both" in look.match.groupdict()
    left, right = (look.units("both"), []) if both else (look.units("left"), look.units("right"))
    everyone = [*left, *right]
    begin = look.match.start()
    states = {_state_of(side) for side in everyone}
    joint = look.match.start("joint")
    if look.chunks[joint].text.lower() not in {"cùng", "cùng với", "cùng nhau"} or is_object(
        look.kinds, look.chunks, begin
    ):
        return None
    return (left, right) if None not in states and len(states) == len(everyone) > 1 else None


def _between(look: Look) -> Sides:
    right = look.units("right")
    # "các cuộc gặp giữa A với B và C"
    return (right[:1], right[1:]) if "a" in look.match.group("right") else ([], right)


def _both_named(look: Look) -> Sides:
    return look.units("left"), look.units("right")


def _right_named(look: Look) -> Sides:
    return [], look.units("right")


def _named(look: Look) -> Sides:
    right = look.units("right")
    if any(side.kind == "B" for side in right) and look.before(look.trigger) in _ATTENDED:
        return None  # "đến dự Hội nghị cấp cao Mỹ - ASEAN": where they were
    return [], right


def _received_too(look: Look) -> Sides:
    left = find_subject(look.sentence, look.match.start(), look.match.end("right"))
    return (left, look.units("right")) if len(left) == 1 and left[0].kind in "PH" else None


def _invited(look: Look) -> Sides:
    if look.before(look.match.start("right")) != "mời" or look.leftis_object():
        return None
    return _both_named(look)


def _both(look: Look) -> Sides:
    left, kinds, begin = look.units("left"), look.kinds, look.match.start("left")
    listed = look.match.group("left")
    sent = begin > 1 and re.search(r"[dO][wM]{0,2}s$", kinds[:begin])  # "đại diện của Mỹ và Triều Tiên"
    behind = look.chunks[look.match.end("left")]
    acts = behind.kind == "f" or behind.text.lower() in {"đã", "đang", "vừa"}
    states = bool(left) and all(one.kind == "C" for one in left)
    several = states and (len(left) > 2 or each_other(look.chunks, look.trigger) or ("-" in listed and acts))
    if begin and kinds[begin - 1] in "saGmeT" and not sent:
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
    return left, []


def _after(look: Look) -> Sides:
    before = look.before(look.trigger)
    adjoining = before in {"trong", "tại"} and look.match.end("left") == look.trigger - 1
    if not (adjoining or before in {"sau", "thúc"}) or not any(talk in look.word for talk in _TALKS):
        return None
    return None if look.leftis_object() else (look.units("left"), [])


def _took_part(look: Look) -> Sides:
    words = " ".join(chunk.text.lower() for chunk in look.chunks[look.match.end("left") : look.trigger])
    if not any(word in words for word in ("dự", "tham gia", "có mặt", "chủ trì")) or look.leftis_object():
        return None
    if "cũng" in words:
        return None  # besides others, at a meeting told elsewhere
    return look.units("left"), []


def _along(look: Look) -> Sides:
    joint = look.before(look.match.start("right"))
    if joint not in {"cùng", "cùng với"} or look.leftis_object():
        return None
    return _both_named(look)


def _told(look: Look) -> Sides:
    verb = look.kinds.rfind("v", 0, look.match.start("right"))
    toward = look.kinds[verb + 1] == "a" or look.chunks[verb].text.lower().endswith("với")
    if not toward or look.before(look.trigger) not in {"trong", "tại"} or look.leftis_object():
        return None
    return _both_named(look)


def _on_visit(look: Look) -> Sides:
    toward = "a" in look.kinds[look.trigger : look.match.start("right")] or look.word.endswith("với")
    return _both_named(look) if toward and not look.leftis_object() else None


def _counterpart(look: Look) -> Sides:
    right = look.units("right")
    if (not right[0].counterpart and right[0].kind != "U") or look.leftis_object():
        return None
    return [look.chunks[look.match.start("left")]], right


def _visited(look: Look) -> Sides:
    right = look.units("right")
    left = find_subject(look.sentence, look.trigger, look.match.end("right"))
    return (left, right) if len(left) == 1 and all(side.kind in "PO" for side in (*left, *right)) else None


def _summoned(look: Look) -> Sides:
    left, right = _both_named(look) or ([], [])
    called = look.word == "triệu" or (look.word == "tập" and look.before(look.trigger) == "triệu")
    if not called or look.leftis_object():
        return None
    states = {_state_of(side) for side in (*left, *right)}
    envoy = right[0].text.lower().startswith(("đại sứ", "đại biện"))
    return (left, right) if envoy and None not in states and len(states) == 2 else None


def _including(look: Look) -> Sides:
    if "G" in look.kinds[look.trigger : look.match.start("right") - 1]:
        return None  # "đàm phán giữa Hy Lạp với các chủ nợ gồm A, B và C": one side of two
    return _right_named(look) if look.before(look.match.start("right")) in {"gồm", "giữa"} else None


def _opened(look: Look) -> Sides:
    if look.trigger > 3 or set(look.kinds[: look.trigger]) & set("POUCBKv") or look.word in CONFERENCES:
        return None
    return _right_named(look)


def _group(look: Look) -> Sides:
    begin = look.match.start()
    sent = re.search(r"[dO][wM]{0,3}s$", look.kinds[:begin])  # "các nhà ngoại giao cấp cao của hai nước"
    if begin and look.kinds[begin - 1] in "saGmetT" and not sent:
        return None
    words = " ".join(chunk.text.lower() for chunk in look.chunks[begin : look.trigger])
    if look.word in CONFERENCES and ("dự" in words or "tham gia" in words):
        return None  # "cả hai nhà lãnh đạo đều tham dự hội nghị": at the same place
    return None if "v" in look.kinds[begin : look.trigger] else ([look.chunks[look.match.start("left")]], [])


def _gave(look: Look) -> Sides:
    left, right = [look.chunks[look.match.start("left")]], look.units("right")
    one, other = (_state_of(side) for side in (*left, *right[:1]))
    if look.before(look.match.start("right")) != "cho" or one is None or other is None or one == other:
        return None  # at home orders and decisions are handed over
    return left, right


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
    if not left and look.chunks[trigger].kind == "e" and sentence.topic and is_elided(sentence, trigger, right):
        left = [sentence.topic]
    if look.word == "đón" and begin != trigger + 1:
        return None
    if look.word in {*SIGN, "trao"} and (
        "a" not in look.kinds[trigger + 1 : look.match.start("right")]
        or any(side.kind not in "PO" for side in (*left, *right))
    ):
        return None
    return (left, right) if left else None


_READ: dict[str, Callable[[Look], Sides]] = {
    "between": _between,
    "named": _named,
    "received": _both_named,
    "received_too": _received_too,
    "invited": _invited,
    "of_with": _both_named,
    "along": _along,
    "told": _told,
    "on_visit": _on_visit,
    "subject": _subject_and_object,
    "opened": _opened,
    "both": _both,
    "after": _after,
    "counterpart": _counterpart,
    "visited": _visited,
    "summoned": _summoned,
    "named_so": _right_named,
    "group": _group,
    "group_of": _right_named,
    "took_part": _took_part,
    "gave": _gave,
    "including": _including,
    "attended": _right_named,
    "of_leaders": _right_named,
    "spoke_of": _spoke_of,
    "visited_with": _visited_with,
    "came_to": _came_to,
    "talked": _talked,
}


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


def each_other(chunks: list[Chunk], trigger: int) -> bool:
    return any(chunk.text.lower() in {"nhau", "với nhau"} for chunk in chunks[trigger + 1 : trigger + 3])


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
