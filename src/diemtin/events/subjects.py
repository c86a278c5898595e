"""The subject of a verb of speech: over adverbials, brackets, appositions and what stands between commas.

Works on the kinds of a sentence's chunks with everything quoted masked. ``None`` where no subject is sure."""

from __future__ import annotations

import re
from itertools import pairwise

from diemtin.events.chunks import Chunk
from diemtin.events.cues import weak_speech
from diemtin.language.agencies import agencies
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_LIST = re.compile(r"[Pn],[Pn],$")
_OWNER = re.compile(r"s[wMdi]{1,4}$")
""" "con cả của trưởng đoàn A": whose."""
_OWNED = re.compile(r"[PO]s[^,.;:vqPOem]{1,10}$")
_AFTER_COMMA = re.compile(r", (?:ông|bà|ngài) ")
_ADVERBIAL = set("w#iMf+&")
_HEAVY = {"về", "vụ", "để", "bằng", "vì", "do", "nhằm", "với", "bị", "mà", "là"}
"""Between a subject and its verb these begin something else."""
_TURNS = {
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
_ADVERBS = {"đã", "cũng", "vừa", "mới", "còn", "lại", "vẫn", "đều", "từng", "đang", "sau", "liền", "chỉ"}
_SOMEBODY = {
    "người", "dân", "họ", "này", "đó", "ấy", "kia", "viên", "chức", "gia", "tin", "sĩ", "sỹ", "chứng", "giới", "phía", "bên",
    "khác", "chúng", "sư", "thân", "nhân", "lính", "quân", "tử", "thủ", "đốc", "tướng", "luận", "giả", "đạo", "diện",
}  # fmt: skip
"""Last words of somebody without a name: "quan chức", "nguồn tin", "người dân"."""
_UNITS = set("POCKBHUnzY")
_NOT_SUBJECT = set("saGmTVeS&")
_NOT_AFTER = {
    "về",
    "cho",
    "bởi",
    "đối với",
    "rằng",
    "vào",
    "để",
    "giúp",
    "khiến",
    "chống",
    "do",
    "người",
    "dân",
    "mà",
    "nhờ",
    "vì",
    "gặp",
    "khỏi",
    "sang",
    "qua",
    "trước",
    "tin",
    "mặt",
}
_SINCE = {"từ", "kể từ", "trước", "đến", "tới"}
_PAST = {"hôm", "vừa", "tuần", "tháng", "năm", "đêm", "thời", "ngày"}
_MADE = {
    "vụ",
    "về",
    "sau",
    "để",
    "đưa",
    "đưa ra",
    "ra",
    "nhận",
    "nhận được",
    "có",
    "theo",
    "nghe",
    "trước",
    "đón nhận",
    "bằng",
    "phát đi",
    "chịu",
    "hứng",
    "vấp",
    "gặp",
    "nhiều",
    "đơn",
    "ký",
    "kiện",
    "thư",
    "lệnh",
    "giấy",
    "luận",
    "những",
}
"""After these a word of speech is a noun: "đưa ra tuyên bố"."""


def find_subject(chunks: list[Chunk], kinds: str, verb: int, alone: bool) -> int | None:
    """The index of the unit that is the subject of the verb of speech; ``None`` when none is sure."""
    at = _skip_left(chunks, kinds, verb - 1)
    if at < 0:
        return _start_of_body(chunks, kinds, verb - 1, verb)
    if kinds[at] == "," and at < verb - 1 and _bare_somebody(chunks, kinds, at, verb):
        return None  # "khi Mark kể…, họ đều khuyên"
    if kinds[at] in ",-" and at < verb - 1 and (run := _start_of_body(chunks, kinds, verb - 1, verb)) is not None:
        return run  # "hôm 19/5, Công ty Hoàng Quân cho biết"
    if kinds[at] in "-–":
        found = _before_commas(chunks, kinds.replace("-", ",").replace("–", ","), at)
        return found if found is not None else _start_of_body(chunks, kinds, at, verb)
    if kinds[at] == ",":
        found = _before_commas(chunks, kinds, at)
        hopes = at == verb - 1 and (chunks[verb].value in _HOPES or chunks[verb].value in _DEEDS)
        return found if found is not None or hopes or not alone else _first(chunks, kinds, verb)
    # The end of an apposition: "ông Hà Minh Huệ, Phó chủ tịch Hội hữu nghị Việt Nam - Ấn Độ cho biết".
    head = _head_of_apposition(chunks, kinds, at)
    if head is not None:
        return head
    if at < verb - 1 and _last_noun(chunks, verb) in _SOMEBODY and _ends_in_somebody(chunks, kinds, at, verb):
        return None
    if kinds[at] in _UNITS and is_subject(kinds, chunks, at):
        return at
    owned = _OWNED.search(kinds[:verb])
    if owned is not None and is_subject(kinds, chunks, owned.start()):
        return owned.start()  # "phát ngôn viên Zhang Mingqing thuộc văn phòng các vấn đề Đài Loan nói"
    run = _start_of_body(chunks, kinds, at, verb)
    if run is not None:
        return run
    joined = kinds[verb - 1] == "&" or chunks[verb - 1].text.lower() in {"đồng thời", "thời"}
    if joined:
        return _first(chunks, kinds, verb) if alone and chunks[verb].value not in _DEEDS else None
    return _with_others(chunks, kinds, verb) if alone else None


def find_only(chunks: list[Chunk], kinds: str, colon: int) -> int | None:
    """ "Ông A tỏ ra bức xúc: “…”", no verb of speech: the one person who is a subject before the colon."""
    begin = max(kinds.rfind(mark, 0, colon) for mark in ";:q") + 1
    units = [at for at in range(begin, colon) if kinds[at] in "POHUYB" or (kinds[at] == "n" and chunks[at].person)]
    named = [at for at in units if kinds[at] in "PH" and is_subject(kinds, chunks, at)]
    if len(named) != 1 or any(kinds[at] in "PHU" for at in units if at != named[0]) or "S" in kinds[begin:colon]:
        return None
    return (
        named[0] if not any(chunk.text.lower() in _TURNS - {"cho"} for chunk in chunks[named[0] + 1 : colon]) else None
    )


def _with_others(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """ "Mỹ và một số quốc gia khác cáo buộc", "anh Hà ngụ trên đường A (phường B) cho hay": the one who can be meant."""
    begin = max(kinds.rfind(mark, 0, verb) for mark in ";:qv") + 1
    named = [at for at in range(begin, verb) if kinds[at] in "POCKBH" and is_subject(kinds, chunks, at)]
    if len(named) != 1:
        return None
    at = named[0]
    if kinds[at + 1 : at + 3] == "&N" and not set(kinds[at + 2 : verb]) & set("vPOCKBHYUnzme,("):
        return at
    between = chunks[at + 1 : verb]
    if kinds[at] != "P" or any(one.kind in "POHU" or one.text.lower() in _TURNS for one in between):
        return None
    if chunks[verb].value in _DEEDS or "S" in kinds[at:verb]:
        return None
    comma = max(kinds.rfind(mark, begin, verb) for mark in ",-")
    if comma > at or chunks[verb - 1].text.lower() in _SOMEBODY or _last_noun(chunks, verb) in _SOMEBODY:
        return None
    return at if at == begin or kinds[at - 1] in ",-w#)" else None


def is_said_by_somebody(chunks: list[Chunk], kinds: str, verb: int) -> bool:
    """ "nguồn tin từ Hạm đội cho biết Hải quân từng đề nghị": the speaker has no name, the rest is his."""
    begin = max(kinds.rfind(mark, 0, verb) for mark in ",;:qv") + 1
    words = [chunk.text.lower() for chunk in chunks[begin:verb]]
    pairs = {f"{one} {two}" for one, two in pairwise(words)}
    return is_plain_speech(chunks[verb]) and bool((pairs | set(words)) & _PEOPLE)


def _ends_in_somebody(chunks: list[Chunk], kinds: str, at: int, verb: int) -> bool:
    """ "… thì nhân viên nói": a noun for people stands between, and it is not what the named one is."""
    last = verb - 1
    while last > at and chunks[last].text.lower() in _ADVERBS:
        last -= 1
    if last <= at or kinds[last] not in "wd":
        return False
    pair = (chunks[last - 1].text + " " + chunks[last].text).lower() if last > at + 1 else chunks[last].text.lower()
    return pair in _PEOPLE or chunks[last].text.lower() in _PEOPLE


def _bare_somebody(chunks: list[Chunk], kinds: str, comma: int, verb: int) -> bool:
    """Between the comma and the verb only people without a name: "họ", "người dân", "các nhân chứng"."""
    words = [chunk.text.lower() for chunk in chunks[comma + 1 : verb] if chunk.text.lower() not in _ADVERBS]
    return " ".join(words) in _PEOPLE or (len(words) > 1 and words[0] in _SEVERAL and " ".join(words[1:]) in _PEOPLE)


_PEOPLE = {
    "nhân viên", "người dân", "quan chức", "chuyên gia", "nguồn tin", "nhân chứng", "giới chức", "bác sĩ", "bác sỹ", "cán bộ",
    "luật sư", "học sinh", "sinh viên", "phụ huynh", "công nhân", "cư dân", "bạn bè", "gia đình", "hàng xóm", "người thân",
    "dư luận", "khách hàng", "doanh nghiệp", "lãnh đạo", "đại diện", "phát ngôn viên", "người phát ngôn", "phóng viên", "họ",
    "đồng nghiệp", "giáo viên", "nghi phạm", "bị cáo", "nạn nhân", "tài xế", "binh sĩ", "nghị sĩ", "đại biểu",
    "nhiều người", "mọi người", "một người", "có người", "người ta", "phiến quân", "tay súng", "bị can", "thẩm phán",
}  # fmt: skip


def _last_noun(chunks: list[Chunk], verb: int) -> str:
    """The last word before the verb that is no adverb."""
    at = verb - 1
    while at > 0 and chunks[at].text.lower() in _ADVERBS:
        at -= 1
    return chunks[at].text.lower()


def find_joint(chunks: list[Chunk], kinds: str, verb: int) -> tuple[int, int] | None:
    """ "Tổng thống Pháp và Thủ tướng Đức kêu gọi": the two persons who say it together."""
    at = _skip_left(chunks, kinds, verb - 1)
    if at > 3 and kinds[at] == ",":
        at = kinds.find(",")  # "Bà Ko và ông Ri, chủ một tiệm giặt, cho biết"
        return (at - 3, at - 1) if kinds[:at] == "P&P" else None
    if at > 1 and kinds[at - 1] == "&" and kinds[at] in "CBn" and kinds[at - 2] in "CBn":
        names = all(kinds[one] in "CB" or (chunks[one].name or "").isupper() for one in (at - 2, at))
        return (at - 2, at) if names and (at == 2 or kinds[at - 3] in ",q;-") else None  # "Mỹ và Hàn Quốc tuyên bố"
    if at < 2 or kinds[at - 2 : at + 1] != "P&P" or not is_subject(kinds, chunks, at - 2):
        return None
    return (at - 2, at) if kinds[at - 3 : at - 2] not in {",", "&"} or at < 6 else None


def _start_of_body(chunks: list[Chunk], kinds: str, at: int, verb: int) -> int | None:
    """ "Ủy ban Cải tổ và Phát triển quốc gia Trung Quốc cho biết": where the organisation's name begins."""
    begin = max(kinds.rfind(mark, 0, at + 1) for mark in ",;:qv.") + 1
    if kinds[begin : begin + 2] == "MC" and begin + 1 == at and chunks[begin].text[0].isupper():
        return begin  # "Tình báo Mỹ"
    for step in range(begin, min(begin + 3, at + 1)):
        if kinds[step] == "z" and _is_named_subject(kinds, chunks, step) and not set(kinds[step:verb]) & set("POHUmex"):
            return step
    return None


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
        elif kind in _ADVERBIAL and chunks[at].text.lower() not in _HEAVY:
            at -= 1
        else:
            break
        steps += 1
    return at


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
            and (chunks[after + 1].text.lower() in {"nước", "quốc gia"} or _is_ally(chunks, after + 1))
        ):
            continue
        if kinds[after : after + 2] == "#w" and chunks[after + 1].text.lower() == "tuổi":
            after += 2
        if kinds[after] == "(":
            closing = kinds.find(")", after)
            after = closing + 1 if closing > 0 else after
        if kinds[after] == "," and is_subject(kinds, chunks, at):
            return at
        if kinds[at] in "PO" and is_subject(kinds, chunks, at) and comma - at < 3:
            return at
    return None


def _is_ally(chunks: list[Chunk], at: int) -> bool:
    """ "Manila, đồng minh thân cận của Mỹ, khẳng định"."""
    return " ".join(chunk.text.lower() for chunk in chunks[at : at + 2]) in {"đồng minh", "láng giềng", "cựu thù"}


def _head_of_apposition(chunks: list[Chunk], kinds: str, at: int) -> int | None:
    """ "ông Hà Minh Huệ, Phó chủ tịch Hội hữu nghị Việt Nam - Ấn Độ cho biết": the person before the comma(s)."""
    begins = at == 0 or kinds[at - 1] in ",q;:-" or chunks[at].titled
    if at > 1 and kinds[at - 2 : at + 1] == "P,P" and is_title_only(chunks[at]):
        begins = False
    if kinds[at] == "H" or (kinds[at] == "P" and begins and is_subject(kinds, chunks, at) and not chunks[at].loose):
        return None
    comma = at
    while (comma := kinds.rfind(",", 0, comma)) > 0:
        if "v" in kinds[comma:at] or kinds[comma + 1 : at + 1].count(",") > 2:
            return None
        head = comma - 1
        if kinds[head] == ")":
            head = kinds.rfind("(", 0, head) - 1
        if head < 0 or kinds[head] != "P" or not is_subject(kinds, chunks, head) or chunks[head].loose:
            continue
        if _opens_role(chunks[comma + 1]) and not _is_somebody(chunks, comma + 1, at):
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


def _is_somebody(chunks: list[Chunk], begin: int, end: int) -> bool:
    """ "…, người dân cho biết": no apposition but somebody without a name."""
    return end - begin < 3 and chunks[begin].text.lower() in {"người", "nhân"} and chunks[end].text.lower() in _SOMEBODY


_ROLES = {
    "người", "thành", "một", "đại", "trưởng", "hiện", "phó", "chủ", "giảng", "nhân", "hiệu", "chuyên", "viên", "nhà", "bác",
    "kỹ", "kĩ", "cán", "chiến", "học", "sinh", "du", "công", "nông", "chỉ", "đội", "tổ", "bí", "ủy", "thường", "điều",
    "quản", "kế", "thủ", "bạn", "hàng", "ngụ", "trú", "quê", "sống", "từng", "vốn", "chánh", "quyền", "cựu", "nguyên",
    "ở", "tổng", "đồng", "huấn", "cư", "tiểu", "phụ", "gia", "kiểm", "đương", "giám",
}  # fmt: skip
"""First syllables of what people are: "trưởng phòng", "giảng viên", "chủ nhiệm"."""


def _first(chunks: list[Chunk], kinds: str, verb: int) -> int | None:
    """The person with whom the sentence begins, if nobody else is before the verb: "Tổng thống Obama đã đến…, và kêu gọi"."""
    named = [at for at in range(verb) if kinds[at] in "PO"]
    if not named or named[0] > 8 or (kinds[named[0]] == "O" and chunks[named[0]].person is None):
        return None
    others = {id(chunks[at].person) for at in named if kinds[at] == "P"}
    if len(others) > 1 or not is_subject(kinds, chunks, named[0]):
        return None
    return named[0] if not set(kinds[: named[0]]) & set("vPOCKBe") else None


def is_subject(kinds: str, chunks: list[Chunk], at: int) -> bool:
    before = kinds[at - 1] if at else ""
    if chunks[at].aide or (kinds[at] == "O" and chunks[at].office is None):
        return False
    if before == "s" and at > 1 and chunks[at - 2].text.lower() in _PAPERS and kinds[at] in "BCKP":
        return _opens_paper(chunks, at - 2)  # "Tuyên bố của Bộ Nông nghiệp Serbia cho biết"
    if before == "S" and kinds[at] == "P" and chunks[at - 1].text.lower() == "được":
        return True  # "Thông tin này được ông Fujimoto tiết lộ"
    if kinds[at] == "P" and _AFTER_COMMA.search(chunks[at].text):
        return True  # "chuyến thăm của một phái đoàn nghị sĩ Iran, ông Haddacadel cho biết": he begins anew
    if before and before in _NOT_SUBJECT:
        return before == "&" and at == 1
    if (
        kinds[at] == "P"
        and _OWNER.search(kinds, max(0, at - 6), at)
        and not chunks[at].text.lower().startswith(_ADDRESS)
    ):
        return False
    if kinds[at] == "P" and before == "z" and _is_in_name(chunks, at):
        return False
    if kinds[at] == "P" and not chunks[at].titled and _LIST.search(kinds, max(0, at - 4), at):
        return False  # "trụ cột như A, B, C": the last of a list
    if (
        before == "w"
        and kinds[at] == "P"
        and at > 1
        and (chunks[at - 2].text + " " + chunks[at - 1].text).lower() in _KIN
    ):
        return False  # "người nhà ông Hiệp cho biết"
    if before and chunks[at - 1].text.lower() in _KIN:
        return False  # "em trai Tahir, Sayed Ibrahim Bukhari, tiết lộ"
    if kinds[at] == "B" and at + 1 < len(chunks) and chunks[at + 1].text.lower() in {"này", "trên", "đó"}:
        return False  # "cảnh sát này": somebody
    if kinds[at] == "O" and chunks[at].person is None and before and chunks[at - 1].text.lower() in _SEVERAL:
        return False  # "các nhà lãnh đạo Palestine"
    if before == "v" or (before == "B" and kinds[at] in "PO"):
        return False
    if kinds[at] == "Y" and not _tells_itself(chunks, at):
        return False
    if kinds[at] in "nz":
        return _is_named_subject(kinds, chunks, at)
    if before == "O" and chunks[at - 1].office == "spokesperson":
        return False
    if before == "-" and at == 1:
        return kinds[at] not in "nz" or _is_named_subject(kinds, chunks, at)  # a list's dash
    if before and kinds[at] in "CKB" and before in "dzwNMn-OPi" and chunks[at - 1].text.lower() not in _CONNECTORS:
        return kinds[at] == "B" and _begins_anew(chunks, at)
    if before == "M" and kinds[at] == "C":
        return False
    if kinds[at] in "CKB" and before == "," and at > 2 and kinds[at - 2] in "CKB":
        return False  # "các cơ quan tình báo Đức, Pháp": the last of a list
    if at > 1 and before in "CKwN#dr" and kinds[at - 2] in "sa":
        return False
    if (
        any(chunk.text.lower() == "do" for chunk in chunks[max(0, at - 3) : at])
        and "," not in kinds[max(0, at - 3) : at]
    ):
        return False  # "thông tin do cựu điệp viên A tiết lộ"
    if before and chunks[at - 1].text.lower() == "khi" and at > 1 and chunks[at - 2].text.lower() in _SINCE:
        return False  # "kể từ khi Kremlin thông báo": when, not what
    if before and chunks[at - 1].text.lower() == "qua" and at > 1 and chunks[at - 2].text.lower() in _PAST:
        return True  # "hôm qua", "vừa qua"
    return not (before and chunks[at - 1].text.lower() in _NOT_AFTER)


def _is_in_name(chunks: list[Chunk], at: int) -> bool:
    """ "chợ Bà Chiểu", "hãng Suzuki"; but "trường Đại học và Sau đại học Bành Tiến Long"."""
    if chunks[at].titled:
        return chunks[at - 1].text.lower() in {"chợ", "đường", "phố", "cầu", "chùa", "đền"}
    return len((chunks[at].name or "").split()) < 3


def _tells_itself(chunks: list[Chunk], at: int) -> bool:
    """An agency that says something itself: "Reuters cho biết"."""
    verb = next((chunk for chunk in chunks[at + 1 : at + 5] if chunk.kind == "v"), None)
    return verb is not None and (verb.value in _TELLS or (is_medium(chunks[at]) and verb.value not in _DEEDS))


_TELLS = {"cho biết", "cho hay", "nói", "nhận định", "cho rằng", "khẳng định", "bình luận", "cho biết thêm"}


def _opens_paper(chunks: list[Chunk], at: int) -> bool:
    """Is the paper the subject: "báo cáo của Bộ Y tế cho biết", not "trong báo cáo của Bộ Y tế đã nói"."""
    while at > 0 and chunks[at - 1].text.lower() in {"thông", "báo", "bản", "tuyên", "văn", "một", "cáo"}:
        at -= 1
    return (
        at == 0
        or chunks[at - 1].kind in ",;:q-"
        or chunks[at - 1].text.lower() in {"nhưng", "song", "còn", "khi", "qua"}
    )


def _is_by(chunks: list[Chunk], kinds: str, at: int) -> bool:
    """ "thông tin do cựu điệp viên A tiết lộ"; not "do vậy"."""
    for step in range(at - 1, max(-1, at - 6), -1):
        if kinds[step] in ",;:qv":
            return False
        if chunks[step].text.lower() == "do":
            return chunks[step + 1].text.lower() not in {"vậy", "đó"}
    return False


_ANY = {
    "công ty",
    "tập đoàn",
    "hãng",
    "văn phòng",
    "nhóm",
    "tổ chức",
    "đơn vị",
    "lực lượng",
    "phía",
    "trường",
    "tờ",
    "đài",
}
_BARE = {"này", "trên", "đó", "ấy", "đã", "cũng", "vừa", "còn"}


def _begins_anew(chunks: list[Chunk], at: int) -> bool:
    """ "… cúm gia cầm Bộ Nông nghiệp Serbia hôm 2-3 cho biết": a headline without a stop before the sentence."""
    if at < 4 or at + 1 >= len(chunks) or not chunks[at].text[0].isupper() or chunks[at - 1].kind not in "wn#":
        return False
    pair = (chunks[at - 2].text + " " + chunks[at - 1].text).lower()
    if chunks[at - 1].text.lower() in _SOMEBODY or pair in _PEOPLE or chunks[at - 1].text.lower() in _PEOPLE:
        return False
    return any(chunk.text.lower() in {"hôm", "ngày", "chiều", "sáng", "tối"} for chunk in chunks[at + 1 : at + 5])


def is_medium(chunk: Chunk) -> bool:
    """A paper or broadcaster that speaks for itself; an agency is a link of the chain."""
    agency = agencies().get(chunk.value)
    return agency is not None and agency.kind == "media"


def is_paper(chunk: Chunk) -> bool:
    """The word for a paper, a channel, an agency: no speaker by itself."""
    return normal(chunk.text) in _MEDIA or chunk.text.lower() in {
        "đài",
        "hãng",
        "kênh",
        "kênh truyền hình",
        "trang",
        "hãng tin",
    }


def is_body(chunk: Chunk) -> bool:
    """The head of the name of somebody who can speak: no law, no street."""
    return normal(chunk.value) in _BODY_WORDS


def _is_named_subject(kinds: str, chunks: list[Chunk], at: int) -> bool:
    """A name that may be a person or a body ("CIA", "Libby"), or an organisation's run, where a clause begins."""
    before = chunks[at - 1] if at else None
    if before is not None and normal(before.value) in _MEDIA:
        return True  # "Tạp chí Economist cho rằng"
    opens = before is None or before.kind in ",q.;:-" or before.text.lower() in _CONNECTORS
    if kinds[at] == "z" and not opens and _begins_anew(chunks, at) and is_body(chunks[at]):
        return True
    if kinds[at] == "z":
        alone = at + 1 < len(chunks) and (chunks[at + 1].text.lower() in _BARE or chunks[at + 1].kind == "v")
        if alone and (at == 0 or chunks[at].value in _ANY or not chunks[at].text[0].isupper()):
            return False  # "lực lượng này", "công ty cho biết": which?
        named = chunks[at].text[0].isupper() or (at + 1 < len(chunks) and chunks[at + 1].text[0].isupper())
        return opens and named and normal(chunks[at].value) in _BODY_WORDS
    words = (chunks[at].name or "").split()
    return opens and bool(words) and (len(words) > 1 or words[0].isupper() or not is_vietnamese(normal(words[0])))


_ADDRESS = ("ông ", "bà ", "anh ", "chị ")
_KIN = {
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
_SEVERAL = {"các", "những", "nhiều", "số", "vài", "hai", "ba", "mọi"}
_PAPERS = {"tuyên bố", "thông cáo", "báo cáo", "thông báo", "cáo", "chí", "thư", "văn bản"}
"""What speaks for its author; "cáo", "chí" end "thông cáo báo chí"."""
_BODIES = {
    "ủy ban", "tổ chức", "hiệp hội", "hội đồng", "liên minh", "tập đoàn", "công ty", "đảng", "cơ quan", "liên đoàn",
    "phong trào", "mặt trận", "trung tâm", "quỹ", "viện", "ngân hàng", "nhóm", "cục", "hãng", "văn phòng",
    "đại sứ quán", "tòa án", "lực lượng", "bộ", "sở", "tổng cục", "chi cục", "tổng công ty", "kênh",
    "kênh truyền hình", "trường", "bệnh viện", "đại học", "ban", "đài", "phía", "truyền thông", "đoàn kiểm tra",
    "đoàn thanh tra", "đoàn công tác", "ubnd", "tand", "vksnd", "hđnd", "hđxx", "tỉnh ủy", "thành ủy", "quận ủy", "huyện ủy",
    "hãng hàng không", "hãng thông tấn", "khách sạn", "khu nghỉ mát", "khu nghỉ dưỡng", "bảo tàng", "chi hội", "tỉnh đoàn", "thành đoàn", "đảng ủy", "bv", "đh", "cqđt", "ca", "trạm", "clb", "hội", "vụ", "khoa", "quân khu", "cơ quan csđt", "cơ quan điều tra", "ủy hội", "tòa", "học viện", "mạng",
    "nhà máy", "phòng", "đội", "trang", "hạm đội",
}  # fmt: skip
_MEDIA = frozenset(map(normal, ("tạp chí", "nhật báo", "báo", "tờ", "tuần báo", "tờ báo")))
_BODY_WORDS = frozenset(map(normal, _BODIES))
_CONNECTORS = {
    "thì",
    "nhưng",
    "song",
    "còn",
    "khi",
    "phía",
    "nay",
    "qua",
    "đó",
    "nhiên",
    "ra",
    "này",
    "mình",
    "trên",
    "vậy",
    "cạnh",
    "lại",
    "thân",
    "riêng",
    "chính",
    "bản",
    "nhau",
    "tuy",
    "dù",
    "nếu",
    "theo đó",
    "trong khi",
    "như",
    "là",
}
"""Last words of what may stand before the subject: "tuy nhiên", "trong khi", "hôm qua", "về phần mình"."""


def is_verb_of_speech(chunks: list[Chunk], kinds: str, at: int) -> bool:
    verb = chunks[at]
    before = chunks[at - 1] if at else None
    if before is not None and (before.kind in "NSsa" or before.text.lower() in _MADE):
        return False
    if before is not None and before.text.lower() == "người" and kinds[at - 1] == "w":
        # "ông A, người tuyên bố không từ chức" says it; "người tiết lộ về …" tells who he is
        following = chunks[at + 1].text.lower() if at + 1 < len(chunks) else ""
        if kinds[max(0, at - 3) : at - 1] != "P," or following in {"về", "ra", "trên"} or not is_plain_speech(verb):
            return False
    if any(chunk.kind == "x" and chunk.text.lower() != "khó" for chunk in chunks[max(0, at - 2) : at]):
        # "không loại trừ", "không nói gì": what was not said; but "… chưa có thỏa thuận, ông nói".
        return kinds[at - 1] not in "xw"
    after = chunks[at + 1].text.lower() if at + 1 < len(chunks) else ""
    if verb.value in _HOPES and after in {"nên", "vào", "ở"}:
        return False  # "tin tưởng nên đã chuyển tiền": a feeling
    if after in {"gì", "sao"} or any(chunk.text.lower() == "xin" for chunk in chunks[max(0, at - 3) : at]):
        return False  # asked, not said
    if verb.value == "bày tỏ" and after in {"quan điểm", "quan"}:
        return False
    further = chunks[at + 2].kind if at + 2 < len(chunks) else "."
    if verb.value == "phát biểu" and after == "như" and at > 6 and kinds[at + 2 :].rstrip(".") == "w":
        return True  # "…, ông Lý phát biểu như vậy."
    if verb.value == "phát biểu" and (after == "như" or (after == "trên" and further not in "YBnzw")):
        return False  # "phát biểu như trên": of what was said before
    if after in {"chung", "của"} and verb.value in {"tuyên bố", "thông báo", "phát biểu"}:
        return False
    if before is not None and before.text.lower() in _MODALS:
        return before.text.lower() == "phải" and verb.value in _FORCED
    if kinds[at + 1 : at + 2] in {".", ""} and at and _is_only_compared(chunks, kinds, at):
        return False  # "nguy hiểm như chính phủ đánh giá.": nothing is said
    if at and verb.text[0].isupper() and kinds[at - 1] not in "q:":
        return False  # a sentence begins here, its mark is missing: who is to the left did not say it
    if verb.value in weak_speech():
        rest = chunks[at + 1 : at + 7]
        feels = verb.value in _HOPES
        if any(chunk.text.lower() in {"rằng", ":"} or (chunk.kind == "q" and not feels) for chunk in rest[:2]) or any(
            c.text == ":" for c in rest
        ):
            return True
        if "···" in kinds[:at] or (verb.value in _EXPLAINS and after in {",", "-", "–"}):
            return True
        if kinds[0] in "-–" and at < 4:
            return True  # "– Tần Thư Bồi viết": the quotation was the sentence before
        if verb.value == "chia sẻ" and (
            after == "," or kinds[at + 1 : at + 2] in set("aYH") or after in {"mình", "tôi"}
        ):
            return True  # "chia sẻ với phóng viên", "chia sẻ em muốn…"
        if any(chunk.text.lower().endswith("rằng") for chunk in chunks[at + 1 : at + 11]) and not set(
            kinds[at + 1 : at + 11]
        ) & set(",;"):
            return True
        if (
            verb.value == "đưa tin"
            and before is not None
            and (before.kind in "YnC" or kinds[max(0, at - 3) : at] == "Yww")
        ):
            return True
        return verb.value in {"coi", "gọi", "xem"} and any(c.text.lower() == "là" for c in chunks[at + 1 : at + 11])
    return True


def _is_only_compared(chunks: list[Chunk], kinds: str, verb: int) -> bool:
    """A verb at the sentence's end needs the words before it: a quotation, or a comma before its subject; no "như"."""
    comma = max(kinds.rfind(mark, 0, verb) for mark in ",q·-:")
    return any(chunk.text.lower() == "như" for chunk in chunks[comma + 1 : verb]) or (comma < 0 and verb > 3)


def is_plain_speech(verb: Chunk) -> bool:
    """A verb that is of words only: "cho biết", "xác nhận"."""
    return verb.value not in weak_speech() and verb.value not in _DEEDS and verb.value not in _HOPES


_HOPES = {"hy vọng", "hi vọng", "mong muốn", "tin", "tin tưởng", "lo ngại", "quan ngại", "đe dọa", "phản đối", "hứa"}
_DEEDS = {
    "yêu cầu", "đề nghị", "đề xuất", "cam kết", "đánh giá", "đánh giá cao", "coi", "xem", "gọi", "cảm ơn", "cám ơn",
    "chúc mừng", "ủng hộ", "ghi nhận", "tố", "báo cáo", "công bố", "nêu", "hỏi", "đòi", "bảo đảm", "đảm bảo", "khuyên",
}  # fmt: skip
"""Said of deeds as often as of words: only of who stands right before."""
_MODALS = {"đi", "cần", "nên", "để", "sẽ", "nhằm", "càng", "hãy", "đừng", "chớ", "định", "phải"}
"""After these it is not said, or not yet."""
_FORCED = {"thừa nhận", "lên tiếng", "thú nhận", "thốt lên", "nói", "than", "xác nhận", "công nhận"}
"""What one "phải thừa nhận" all the same."""
_EXPLAINS = {"giải thích", "trả lời", "phân tích", "viết", "kể"}


def is_new_clause(kinds: str, chunks: list[Chunk], at: int) -> bool:
    """May a second speaker begin here: after a quotation, a semicolon, "trong khi", "còn"."""
    window = chunks[max(0, at - 3) : at]
    return any(chunk.kind in "q;" for chunk in window) or any(
        chunk.text.lower() in {"còn", "song", "nhưng"}
        or (chunk.text.lower() == "khi" and at > 1 and _is_while(chunks, at))
        for chunk in window
    )


def _is_while(chunks: list[Chunk], at: int) -> bool:
    """ "trong khi", not "sau khi", "trước khi"."""
    return any(
        one.text.lower() == "trong" and two.text.lower() == "khi"
        for one, two in zip(chunks[max(0, at - 5) : at], chunks[max(0, at - 4) : at], strict=False)
    )
