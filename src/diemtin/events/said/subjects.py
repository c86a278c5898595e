"""The subject of a verb of speech: over adverbials, brackets, appositions and what stands between commas.

Works on the kinds of a sentence's chunks with everything quoted masked. ``None`` where no subject is sure."""

from __future__ import annotations

import re

from diemtin.events.beings.bodies import is_body, is_paper
from diemtin.events.beings.nouns import Chunk
from diemtin.events.beings.somebody import SOMEBODY, ends_in_somebody, is_bare_somebody, is_somebody, last_noun
from diemtin.events.beings.speech import DEEDS, HOPES, is_plain_speech
from diemtin.events.beings.standing import CONNECTORS, is_subject
from diemtin.events.said.leading import find_first, find_with_others
from diemtin.events.said.organisations import (
    HEAVY,
    find_alone,
    find_apposed,
    find_firm,
    find_listed,
    find_opening,
    find_sender,
    start_of_body,
)
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_OWNED = re.compile(r"[PO]s[^,.;:vqPOem]{1,10}$")


_LISTED = re.compile(r"[CKBP](?:[,&][CKBP])+(?=[w&]{1,3}$)")
_ADVERBIAL = set("w#iMf+&")


_UNITS = set("POCKBHUnzY")


def find_subject(chunks: list[Chunk], kinds: str, verb: int, alone: bool) -> int | None:
    """The index of the unit that is the subject of the verb of speech; ``None`` when none is sure."""
    if (firm := find_firm(chunks, kinds, verb)) is not None:
        return firm
    if kinds[max(0, verb - 2) : verb] in {"SB", "SC", "SP"} and chunks[verb].value in {
        "xác nhận",
        "bác bỏ",
        "phủ nhận",
    }:
        return verb - 1  # "điều đã bị chính phủ Afghanistan bác bỏ"
    if (sender := _find_letter_writer(chunks, kinds, verb)) is not None:
        return sender
    clause = max(kinds.rfind(mark, 0, verb) for mark in ",;:q-") + 1
    if chunks[clause].text.lower() == "nguồn" or "nguồn tin" in {
        one.text.lower() for one in chunks[clause : clause + 2]
    }:
        return None  # "nguồn tin từ Công an quận A cho hay"
    at = _skip_left(chunks, kinds, verb - 1)
    if at == verb - 2 and kinds[at:verb] == "P&" and kinds[_begin(kinds, at)] in "zBCPO" and _begin(kinds, at) < at:
        return None  # "Hội đồng khiển trách ông Duy và thông báo …"
    if at < 0:
        return start_of_body(chunks, kinds, verb - 1, verb)
    if kinds[at] == "Y" and at == verb - 1 and kinds[at - 1 : at] == ",":
        return at if is_subject(kinds, chunks, at) else None  # "…, Reuters đưa tin": whose report it is
    if kinds[at] == "," and at < verb - 1 and is_bare_somebody(chunks, at, verb):
        return None  # "khi Mark kể…, họ đều khuyên"
    if kinds[at] in ",-" and at < verb - 1 and (run := start_of_body(chunks, kinds, verb - 1, verb)) is not None:
        return run  # "hôm 19/5, Công ty Hoàng Quân cho biết"
    if kinds[at] in "-–":
        found = _before_commas(chunks, kinds.replace("-", ",").replace("–", ","), at)
        return found if found is not None else start_of_body(chunks, kinds, at, verb)
    if kinds[at] == ",":
        found = _before_commas(chunks, kinds, at)
        if found is not None and chunks[verb].value in DEEDS and _is_acted_on(chunks, kinds, found, at):
            return None  # "… lao đến khống chế chị Thùy, rồi yêu cầu"
        if found is None and at == verb - 1 and is_plain_speech(chunks[verb]):
            found = find_opening(chunks, kinds, at)
        if found is None and at == verb - 1:
            found = find_sender(chunks, kinds, at)
        if found is None and at == verb - 1 and is_plain_speech(chunks[verb]):
            found = find_alone(chunks, kinds, at)
            found = found if found is not None else find_apposed(chunks, kinds, at)
        hopes = at == verb - 1 and (chunks[verb].value in HOPES or chunks[verb].value in DEEDS)
        return found if found is not None or hopes or not alone else find_first(chunks, kinds, verb)
    if (
        kinds[at] in "BC"
        and kinds[max(0, at - 1) : at] == ","
        and (run := find_alone(chunks, kinds, at - 1)) is not None
    ):
        return run  # "Cục Quản lý Dược, Bộ Y tế cho biết"
    # The end of an apposition: "ông Hà Minh Huệ, Phó chủ tịch Hội hữu nghị Việt Nam - Ấn Độ cho biết".
    head = _head_of_apposition(chunks, kinds, at)
    if head is not None:
        return head
    if at < verb - 1 and last_noun(chunks, verb) in SOMEBODY and ends_in_somebody(chunks, kinds, at, verb):
        return None
    if kinds[max(0, at - 1) : at + 1] == "Bn":
        at -= 1  # "Scomi Group Berhad"
    if kinds[at] in _UNITS and is_subject(kinds, chunks, at):
        return at if not _is_in_main(chunks, kinds, at, verb) else None
    owned = _OWNED.search(kinds[:verb])
    if owned is not None and is_subject(kinds, chunks, owned.start()):
        return owned.start()  # "phát ngôn viên Zhang Mingqing thuộc văn phòng các vấn đề Đài Loan nói"
    run = start_of_body(chunks, kinds, at, verb)
    if run is not None:
        return _whose_firm(chunks, kinds, run)
    if (listed := find_listed(chunks, kinds, verb)) is not None:
        return listed
    joined = kinds[verb - 1] == "&" or chunks[verb - 1].text.lower() in {"đồng thời", "thời"}
    if joined:
        return find_first(chunks, kinds, verb) if alone and chunks[verb].value not in DEEDS else None
    return find_with_others(chunks, kinds, verb) if alone else None


_LETTER = re.compile(r"(?P<who>[POB])[wf#L]{0,4}[wNzM]{1,4}[twa](?P<to>[POCB]),?$")
_SENT = {"gửi", "viết"}
_FOR = re.compile(r"(?P<who>P)w{1,2}[wzBCOdMN,&s]{1,8}$")


def _find_letter_writer(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """ "A gửi thư tới B, đề nghị", "A thay mặt C chúc mừng": who writes, who speaks for others."""
    letter = _LETTER.search(kinds[:verb])
    if letter is not None:
        words = {chunk.text.lower() for chunk in chunks[letter.end("who") : letter.start("to")]}
        if words & _SENT and is_subject(kinds, chunks, letter.start("who")):
            return letter.start("who")
    for_others = _FOR.search(kinds[:verb])
    if for_others is not None:
        who = for_others.start("who")
        if [chunk.text.lower() for chunk in chunks[who + 1 : who + 3]] == ["thay", "mặt"] and is_subject(
            kinds, chunks, who
        ):
            return who
    return None


def _is_acted_on(chunks: list[Chunk], kinds: str, at: int, comma: int) -> bool:
    """The last word of a clause that another begins."""
    if at != comma - 1 or kinds[at] != "P" or kinds[at - 1 : at] != "w" or chunks[at - 1].text.lower() in CONNECTORS:
        return False
    return any(kinds[one] in "POHn" or chunks[one].text[0].isupper() for one in range(_begin(kinds, at) + 1, at))


def _begin(kinds: str, at: int) -> int:
    """Where the clause of a unit begins."""
    return max(kinds.rfind(mark, 0, at) for mark in ",;:q") + 1


def _whose_firm(chunks: list[Chunk], kinds: str, run: int) -> int:
    """ "luật sư A – Công ty luật B – Đoàn luật sư Hà Nội cho biết": he, not his firm."""
    owned = run > 1 and kinds[run - 1] in "-–" and kinds[run - 2] == "P" and is_subject(kinds, chunks, run - 2)
    return run - 2 if owned else run


def _is_in_main(chunks: list[Chunk], kinds: str, at: int, verb: int) -> bool:
    """ "y trở lại Anh sau khi bày tỏ mong muốn": an object before the clause of the verb."""
    if at == 0 or kinds[at - 1] in ",;:q·-()" or kinds[at] not in "CKB":
        return False
    return any(chunk.text.lower() == "khi" for chunk in chunks[at + 1 : verb])


def find_joint(chunks: list[Chunk], kinds: str, verb: int) -> tuple[int, ...] | None:
    """ "Tổng thống Pháp và Thủ tướng Đức kêu gọi", "Anh, Pháp và NATO đều đề nghị": all who say it together."""
    listed = _LISTED.search(kinds[:verb])
    if listed is not None and any(chunk.text.lower() in {"đều", "cùng"} for chunk in chunks[listed.end() : verb]):
        first = listed.start()
        if first == 0 or kinds[first - 1] in ",;:q" or chunks[first - 1].text.lower() == "cả":
            return tuple(range(first, listed.end(), 2))
    at = _skip_left(chunks, kinds, verb - 1)
    if at > 3 and kinds[at] == ",":
        at = kinds.find(",")  # "Bà Ko và ông Ri, chủ một tiệm giặt, cho biết"
        return (at - 3, at - 1) if kinds[:at] == "P&P" else None
    if at > 1 and kinds[at - 1] == "&" and kinds[at] in "CBn" and kinds[at - 2] in "CBn":
        names = all(kinds[one] in "CB" or (chunks[one].name or "").isupper() for one in (at - 2, at))
        first = at - 2
        while first > 2 and kinds[first - 1] == "," and kinds[first - 2] in "CB":
            first -= 2
        if first < at - 2 and kinds[first - 1] in "lwNs":
            return None  # "ba nhà tài trợ lớn nhất là WB, IMF và ADB đã cam kết": deeds of a list
        return (at - 2, at) if names and (at == 2 or kinds[at - 3] in ",q;-") else None  # "Mỹ và Hàn Quốc tuyên bố"
    if at < 2 or kinds[at - 2 : at + 1] != "P&P" or not is_subject(kinds, chunks, at - 2):
        return None
    return (at - 2, at) if kinds[at - 3 : at - 2] not in {",", "&"} or at < 6 else None


def _skip_left(chunks: list[Chunk], kinds: str, at: int) -> int:
    """Over adverbs, dates, "tại Washington" and brackets, at most twelve chunks to the left."""
    steps = 0
    while at >= 0 and steps < 12:
        kind = kinds[at]
        if kind == ")":
            opening = kinds.rfind("(", 0, at)
            if opening < 0:
                return -1
            at = opening - 1
        elif (kind in "CKnpB" and at and _is_place(chunks[at - 1])) or (kind == "p" and chunks[at - 1].text == "."):
            at -= 2
        elif kind == "d" and kinds[max(0, at - 2) : at] in {"&N", "P&"}:
            at = kinds.rfind("&", 0, at) - 1  # "Tổng thư ký Annan và các quan chức khác đã cảnh báo"
            return at if at >= 0 and kinds[at] in "PO" else -1
        elif (
            kind in "nBCKYp"
            and (owner := kinds.rfind("s", max(0, at - 3), at)) > 0
            and kinds[owner - 1] in "POYB"
            and "," not in kinds[owner:at]
        ):
            return owner - 1  # "nhà báo Burba của tạp chí Panorama tiết lộ"
        elif kind in "pK" and kinds[max(0, at - 2) : at] == "B,":
            at -= 2  # "Công an TP Biên Hòa, Đồng Nai cho biết"
        elif (place := _place_here(chunks, kinds, at)) is not None:
            at = place - 1
        elif kind in _ADVERBIAL and chunks[at].text.lower() not in HEAVY:
            at -= 1
        else:
            break
        steps += 1
    return at


def _place_here(chunks: list[Chunk], kinds: str, at: int) -> int | None:
    """ "chị A (chủ tiệm) ở khu vực này cho biết": where the words for the place begin."""
    if chunks[at].text.lower() not in {"này", "trên", "đây", "đó"}:
        return None
    begin = kinds.rfind("t", max(0, at - 4), at)
    if begin < 1 or chunks[begin].text.lower() not in {"ở", "tại"} or kinds[begin - 1] not in ")P":
        return None
    return begin if not set(kinds[begin + 1 : at]) - set("zMw") else None


def _is_place(chunk: Chunk) -> bool:
    """ "tại Washington", "thành phố Basra": a place's name follows."""
    if chunk.kind == "t":
        return chunk.text.lower() != "từ"
    return chunk.kind == "z" and not is_body(chunk) and not is_paper(chunk)


def _before_commas(chunks: list[Chunk], kinds: str, comma: int) -> int | None:
    """ "Loic Fauchon, chủ tịch…, một tổ chức phi chính phủ, kêu gọi": the unit that the commas stand after."""
    begin = max(kinds.rfind(mark, 0, comma) for mark in ";:qv") + 1
    for at in range(begin, comma):
        if kinds[at] not in "POHBCK" and not (kinds[at] == "n" and at == begin + 1 and kinds[begin - 1 : at] == "q,"):
            continue
        after = at + 1
        if kinds[at] in "CK" and not (
            after + 1 < comma
            and (chunks[after + 1].text.lower() in {"nước", "quốc gia", "đất"} or _is_ally(chunks, after + 1))
        ):
            continue
        if kinds[after : after + 2] == "#w" and chunks[after + 1].text.lower() == "tuổi":
            after += 2
        if kinds[after] == "(":
            closing = kinds.find(")", after)
            after = closing + 1 if closing > 0 else after
        if kinds[after] == "," and is_subject(kinds, chunks, at):
            named = kinds[after : after + 3] == ",P," and (
                (kinds[at] == "O" and chunks[at].person is None)
                or (
                    kinds[at] == "P"
                    and chunks[at].gender is None
                    and _ADDRESSED.match(chunks[after + 1].text) is not None
                )
            )  # "đại diện cảnh sát Boulder, ông Kerry Yamaguchi, khẳng định"
            return (
                after + 1 if named and after + 2 == comma else at
            )  # "Thứ trưởng Ngoại giao Iraq, Haj Mahmoud, cho biết"
        if kinds[at] in "PO" and is_subject(kinds, chunks, at) and comma - at < 3:
            return at
    return None


def _is_ally(chunks: list[Chunk], at: int) -> bool:
    """ "Manila, đồng minh thân cận của Mỹ, khẳng định"."""
    return " ".join(chunk.text.lower() for chunk in chunks[at : at + 2]) in {"đồng minh", "láng giềng", "cựu thù"}


_ADDRESSED = re.compile("(?:ông|bà|anh|chị|cô) ")
_OPEN_ROLE = re.compile(r"(?:^|[;q])P,[dO][^,;:qv]{0,6}$")
""" "Ông A, kiểm sát viên thẩm vấn bà B ngạc nhiên nói": she belongs to what he is."""


def _head_of_apposition(chunks: list[Chunk], kinds: str, at: int) -> int | None:
    """ "ông Hà Minh Huệ, Phó chủ tịch Hội hữu nghị Việt Nam - Ấn Độ cho biết": the person before the comma(s)."""
    begins = at == 0 or kinds[at - 1] in ",q;:-" or (chunks[at].titled and not _OPEN_ROLE.search(kinds[:at]))
    if at > 1 and kinds[at - 2 : at + 1] == "P,P" and is_title_only(chunks[at]):
        begins = False
    if kinds[at] == "H" or (kinds[at] == "P" and begins and is_subject(kinds, chunks, at) and not chunks[at].loose):
        return None
    comma = at
    while (comma := kinds.rfind(",", 0, comma)) > 0:
        if "v" in kinds[comma:at] or kinds[comma + 1 : at + 1].count(",") > 2:
            return None
        head = comma - 1
        while head > 0 and kinds[head] == ",":
            head -= 1
        if kinds[head] == ")":
            head = kinds.rfind("(", 0, head) - 1
        if kinds[max(0, head - 1) : head + 1] == "#w" and chunks[head].text == "tuổi":
            head -= 2  # "Stefan Rosche 23 tuổi, một sinh viên …"
        if head < 0 or kinds[head] != "P" or not is_subject(kinds, chunks, head) or chunks[head].loose:
            continue
        bare = chunks[head].text == chunks[head].name and " " not in chunks[head].text
        if bare and head and kinds[head - 1] not in ",q;:":
            continue  # "Đến với Hội hoa Xuân, Phó Chủ tịch Hà Văn A cho rằng"
        if _opens_role(chunks[comma + 1]) and not is_somebody(chunks, comma + 1, at):
            return head
    return None


def is_title_only(chunk: Chunk) -> bool:
    """ "Phó tổng giám đốc Vinacomin": what somebody is, though it looks like a name with its title."""
    name = chunk.name or ""
    return chunk.office is not None and chunk.gender is None and " " not in name and not is_vietnamese(normal(name))


def _opens_role(chunk: Chunk) -> bool:
    """Does an apposition begin here: an office, a profession, an organisation, "ngụ tại"?"""
    if chunk.kind in "dOziBP#M" or (chunk.kind == "n" and chunk.name != chunk.text):
        return True
    return chunk.text.lower() in _ROLES


_ROLES = {
    "người", "thành", "một", "đại", "trưởng", "hiện", "phó", "chủ", "giảng", "nhân", "hiệu", "chuyên", "viên", "nhà", "bác",
    "kỹ", "kĩ", "cán", "chiến", "học", "sinh", "du", "công", "nông", "chỉ", "đội", "tổ", "bí", "ủy", "thường", "điều",
    "quản", "kế", "thủ", "bạn", "hàng", "ngụ", "trú", "quê", "sống", "từng", "vốn", "chánh", "quyền", "cựu", "nguyên",
    "ở", "tổng", "đồng", "đoàn", "trạm", "đứng", "huấn", "cư", "tiểu", "phụ", "gia", "kiểm", "đương", "giám",
}  # fmt: skip
"""First syllables of what people are: "trưởng phòng", "giảng viên", "chủ nhiệm"."""
