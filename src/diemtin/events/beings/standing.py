"""May a unit of a sentence be a subject where it stands: a person, a country, a body; no object, no part of a name."""

from __future__ import annotations

import re

from diemtin.events.beings.bodies import BODY_WORDS, MEDIA, is_body, is_medium
from diemtin.events.beings.nouns import Chunk
from diemtin.events.beings.somebody import KIN, PEOPLE, SEVERAL, SOMEBODY
from diemtin.events.beings.speech import DEEDS
from diemtin.language.given import OF_VIETNAM
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_LIST = re.compile(r"[Pn],[Pn],$")


_OWNER = re.compile(r"s[wMdi]{1,4}$")
""" "con cả của trưởng đoàn A": whose."""


_AFTER_COMMA = re.compile(r", (?:ông|bà|ngài) ")


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
    "muốn",
    "nơi",
    "đi",
    "buộc",
    "the",
    "and",
}


_SINCE = {"từ", "kể từ", "trước", "đến", "tới"}


_PAST = {"hôm", "vừa", "tuần", "tháng", "năm", "đêm", "thời", "ngày"}


def is_subject(kinds: str, chunks: list[Chunk], at: int) -> bool:
    """May the unit at ``at`` be the subject of a verb further on, by what stands before it and what it is?"""
    before = kinds[at - 1] if at else ""
    if chunks[at].aide or (kinds[at] == "O" and chunks[at].office is None):
        return False
    if before == "s" and at > 1 and chunks[at - 2].text.lower() in _PAPERS and kinds[at] in "BCKP":
        return _opens_paper(chunks, at - 2)  # "Tuyên bố của Bộ Nông nghiệp Serbia cho biết"
    if before == "S" and kinds[at] == "P" and chunks[at - 1].text.lower() == "được":
        return True  # "Thông tin này được ông Fujimoto tiết lộ"
    if kinds[at] == "P" and at > 2 and chunks[at - 1].text.lower() == "nhà" and chunks[at - 2].text.lower() in _NEAR:
        return False  # "ông A ngụ đối diện nhà ông B cho biết"
    if (
        kinds[at] == "P"
        and before == "N"
        and " " not in (chunks[at].name or " ")
        and chunks[at].text.startswith("quan chức")
    ):
        return False  # "các quan chức Olympic"
    if (
        kinds[at] == "n"
        and kinds[max(0, at - 2) : at] == "n-"
        and chunks[at - 2].name
        and " " not in chunks[at - 2].text
    ):
        return False  # "Coca-Cola": half a name
    if at > 2 and kinds[at] in "nY" and kinds[at - 3 : at] == "dsz":
        return False  # "chuyên gia của tạp chí Economist"
    if at > 1 and (chunks[at - 2].text + " " + chunks[at - 1].text).lower() in _MOVES:
        return False  # "thuyết phục ông A tuyên bố"
    if before and chunks[at - 1].text.lower() == "nếu":
        return False  # "nếu ông A nói vậy"
    if before and kinds[at] == "B" and chunks[at - 1].text.lower() in _ONE_OF and chunks[at].text.islower():
        return False  # "viên cảnh sát": somebody
    if before and chunks[at - 1].text.lower() == "phía" and at > 1 and chunks[at - 2].text.lower() == "từ":
        return False  # "quan điểm từ phía Mỹ"
    if kinds[at] == "B" and _is_from(chunks, at):
        return True
    if kinds[at] in "BCK" and _is_source_inside(chunks, at):
        return False
    if kinds[at] == "P" and _AFTER_COMMA.search(chunks[at].text):
        return True  # "chuyến thăm của một phái đoàn nghị sĩ Iran, ông Haddacadel cho biết": he begins anew
    if before == "t" and kinds[at] in "CKB" and chunks[at - 1].text.lower() in {"từ", "tại", "ở", "trên"}:
        return False  # "nhà nhập khẩu từ EU"
    if kinds[at] == "O" and chunks[at].person is None and before == "N" and chunks[at - 1].text.lower() == "một":
        return False  # "một đại diện thường trực của Nga": somebody
    if before == "t" and kinds[at] in "PO" and chunks[at - 1].text.lower() in {"tới", "đến", "ở"} and at > 1:
        return False  # "chuyển lời thăm hỏi tới Tổng thống A, cảm ơn …"
    if kinds[at] == "P" and (_is_of_firm(chunks[at]) or _KIN_OF.match(chunks[at].text.lower())):
        return False  # "công nhân hãng dầu Chevron cho biết"
    if before and before in _NOT_SUBJECT:
        clause = at > 3 and kinds[at - 2] + kinds[at : at + 2] in {"wPv", ",Pv"} and chunks[at - 1].text == "và"
        clause = clause and (
            kinds[at - 2] != "," or kinds[at - 3] not in "CKBn"
        )  # "Pháp, Hà Lan, và Bắc Ireland kêu gọi"
        return before == "&" and (at == 1 or clause)  # "mạng này có nhiều thành viên và Durov cho rằng"
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
        and (chunks[at - 2].text + " " + chunks[at - 1].text).lower() in KIN
    ):
        return False  # "người nhà ông Hiệp cho biết"
    if before and (chunks[at - 1].text.lower() in KIN or (kinds[at] == "H" and chunks[at - 1].value in KIN)):
        return False  # "em trai Tahir, Sayed Ibrahim Bukhari, tiết lộ"
    if kinds[at] == "B" and at + 1 < len(chunks) and chunks[at + 1].text.lower() in {"này", "trên", "đó"}:
        return False  # "cảnh sát này": somebody
    if kinds[at] == "O" and chunks[at].person is None and before and chunks[at - 1].text.lower() in SEVERAL:
        return False  # "các nhà lãnh đạo Palestine"
    if before == "v" or (before == "B" and kinds[at] in "PO"):
        return kinds[at] == "P" and before == "B" and _is_of_office(kinds, chunks, at)
    if kinds[at] == "Y" and not _tells_itself(chunks, at):
        return False
    if kinds[at] in "nz":
        return is_named_subject(kinds, chunks, at)
    if before == "O" and chunks[at - 1].office == "spokesperson":
        return False
    if before == "-" and at < 7 and _DATELINE.fullmatch(kinds, 0, at):
        return kinds[at] not in "nzY" or is_named_subject(kinds, chunks, at)  # "(PLO) - Thổ Nhĩ Kỳ"
    if before == "-" and at == 1:
        return kinds[at] not in "nz" or is_named_subject(kinds, chunks, at)  # a list's dash
    if kinds[at] == "B" and at > 1 and f"{chunks[at - 2].text} {chunks[at - 1].text}".lower() in _ARMED:
        return at == 2 or kinds[at - 3] in ",;q"  # "Phiến quân Taliban tuyên bố"
    if before and kinds[at] in "CKB" and before in "dzwNMn-OPiH" and chunks[at - 1].text.lower() not in CONNECTORS:
        return kinds[at] == "B" and _begins_anew(chunks, at)
    if before == "M" and kinds[at] == "C":
        return False
    if kinds[at] == "C" and before == "," and at > 2 and kinds[at - 2] in "npK" and "P" in kinds[: at - 2]:
        return False  # "giáo sư A ở Đại học Ohio, Mỹ"
    if kinds[at] in "CKB" and before == "," and at > 2 and kinds[at - 2] in "CKB":
        # "các cơ quan tình báo Đức, Pháp": the last of a list; "về phía Đức, Bộ Ngoại giao …" is none
        if kinds.find(",") == at - 1 and chunks[0].text.lower() in _OPENINGS:
            return True  # "Tại một hội nghị của LHQ, Triều Tiên …"
        return kinds[at] == "B" and chunks[at].text.startswith("Bộ ")
    if at > 1 and before in "CKwN#dr" and kinds[at - 2] in "sa":
        return False
    if (
        any(
            chunk.text.lower() == "do" and after.text.lower() not in {"vậy", "đó"}
            for chunk, after in zip(chunks[max(0, at - 3) : at], chunks[max(0, at - 3) + 1 : at + 1], strict=True)
        )
        and kinds[at - 1] != ","
    ):
        return False  # "thông tin do cựu điệp viên A tiết lộ"
    if before and chunks[at - 1].text.lower() == "khi" and at > 1 and chunks[at - 2].text.lower() in _SINCE:
        return False  # "kể từ khi Kremlin thông báo": when, not what
    if before and chunks[at - 1].text.lower() == "qua" and at > 1 and chunks[at - 2].text.lower() in _PAST:
        return True  # "hôm qua", "vừa qua"
    return not (before and chunks[at - 1].text.lower() in _NOT_AFTER)


_DATELINE = re.compile(r"\([BnYwz]{1,4}\)[-–]")
_OPENINGS = {"tại", "trong", "sau", "trước", "về", "từ"}
_NEAR = {"diện", "đối diện", "gần", "cạnh", "sát", "tại", "ở", "bên", "trước"}
_MOVES = {"thuyết phục", "thúc đẩy", "hối thúc", "thúc giục", "xúi giục", "vận động", "ép buộc", "chờ đợi", "chờ xem"}
_ONE_OF = {"viên", "vị", "nữ", "nam", "người", "một", "các", "những", "nhiều", "nhóm", "tay", "anh", "chú", "cựu"}
_ARMED = {"phiến quân", "quân nổi", "khủng bố", "dân quân"}


def _is_from(chunks: list[Chunk], at: int) -> bool:
    """ "Thông tin ban đầu từ Công an TP Hải Phòng cho biết"; a "nguồn tin" is somebody there, not the body."""
    before = [chunk.text.lower() for chunk in chunks[max(0, at - 4) : at]]
    told = any(word in {"thông tin", "tin tức", "tin"} for word in before[:-1]) and not set(before) & {
        "nguồn",
        "nguồn tin",
    }
    return before[-1:] == ["từ"] and told


def _is_source_inside(chunks: list[Chunk], at: int) -> bool:
    """ "Các nguồn tin từ cảnh sát Iraq cho biết": somebody there."""
    before = [chunk.text.lower() for chunk in chunks[max(0, at - 3) : at]]
    return before[-1:] in (["từ"], ["của"], ["trong"]) and any("nguồn" in word for word in before[:-1])


def _is_of_office(kinds: str, chunks: list[Chunk], at: int) -> bool:
    """ "Vụ phó Xuất nhập khẩu Bộ Thương mại Lê Văn Thắng": a full name behind an office with its body."""
    words = (chunks[at].name or "").split()
    if chunks[at].titled or len(words) not in {3, 4} or normal(words[0]) not in OF_VIETNAM:
        return False
    begin = max(kinds.rfind(mark, 0, at) for mark in ",;:q·.-") + 1
    titles = {"phó", "trưởng", "giám", "chủ", "đốc", "tịch"}
    titled = any(chunk.kind in "Od" or chunk.text.lower() in titles for chunk in chunks[begin : begin + 4])
    return titled and not set(kinds[begin : at - 1]) & set("vPCKBYHsmeS")


_KIN_OF = re.compile(rf"(?:{'|'.join(sorted(KIN))}) (?:của )?(?:ông|bà|anh|chị|cô) ")
""" "Chồng bà Ko": not she."""
_OF_FIRM = re.compile(r"\b(?:hãng|công ty|tập đoàn|tổng công ty|ngân hàng)(?: \w+){0,2} $")


def _is_of_firm(chunk: Chunk) -> bool:
    """ "công nhân hãng dầu Chevron", "giám đốc công ty Sano": the name is the firm's."""
    name = chunk.name or ""
    return " " not in name and _OF_FIRM.search(chunk.text.removesuffix(name).lower()) is not None


def _is_in_name(chunks: list[Chunk], at: int) -> bool:
    """ "chợ Bà Chiểu", "hãng Suzuki", "Văn phòng ông Karzai"; but "trường Đại học và Sau đại học Bành Tiến Long"."""
    if chunks[at].titled:
        return chunks[at - 1].text.lower() in {"chợ", "đường", "phố", "cầu", "chùa", "đền", "văn phòng", "dinh", "nhóm"}
    return len((chunks[at].name or "").split()) < 3


def _tells_itself(chunks: list[Chunk], at: int) -> bool:
    """An agency that says something itself: "Reuters cho biết"."""
    verb = next((chunk for chunk in chunks[at + 1 : at + 5] if chunk.kind == "v"), None)
    return verb is not None and (verb.value in _TELLS or (is_medium(chunks[at]) and verb.value not in DEEDS))


_TELLS = {
    "xác nhận",
    "tiết lộ",
    "cho biết",
    "cho hay",
    "nói",
    "nhận định",
    "cho rằng",
    "khẳng định",
    "bình luận",
    "cho biết thêm",
}


def _opens_paper(chunks: list[Chunk], at: int) -> bool:
    """Is the paper the subject: "báo cáo của Bộ Y tế cho biết", not "trong báo cáo của Bộ Y tế đã nói"."""
    while at > 0 and chunks[at - 1].text.lower() in {
        "thông",
        "báo",
        "bản",
        "tuyên",
        "văn",
        "một",
        "cáo",
        "số",
        "khảo",
        "cuộc",
    }:
        at -= 1
    return (
        at == 0
        or chunks[at - 1].kind in ",;:q-"
        or chunks[at - 1].text.lower() in {"nhưng", "song", "còn", "khi", "qua"}
    )


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
    if chunks[at - 1].text.lower().split()[-1] in SOMEBODY or pair in PEOPLE or chunks[at - 1].text.lower() in PEOPLE:
        return False
    return any(chunk.text.lower() in {"hôm", "ngày", "chiều", "sáng", "tối"} for chunk in chunks[at + 1 : at + 5])


def is_named_subject(kinds: str, chunks: list[Chunk], at: int) -> bool:
    """A name that may be a person or a body ("CIA", "Libby"), or an organisation's run, where a clause begins."""
    before = chunks[at - 1] if at else None
    if before is not None and normal(before.value) in MEDIA:
        return True  # "Tạp chí Economist cho rằng"
    if kinds[at] == "z" and _is_from(chunks, at) and normal(chunks[at].value) in BODY_WORDS:
        return True
    opens = before is None or before.kind in ",q.;:-" or before.text.lower() in CONNECTORS
    opens = opens or (kinds[:at] in {"w#", "ww#", "#"} and chunks[at].text[0].isupper())  # "Ngày 26/3 Sở Y tế A"
    opens = opens or (
        kinds[at - 1 : at] == "s" and at > 1 and chunks[at - 2].text.lower() in _PAPERS and _opens_paper(chunks, at - 2)
    )
    if kinds[at] == "z" and not opens and _begins_anew(chunks, at) and is_body(chunks[at]):
        return True
    if kinds[at] == "z":
        alone = at + 1 < len(chunks) and (chunks[at + 1].text.lower() in _BARE or kinds[at + 1] == "v")
        if alone and (at == 0 or chunks[at].value in _ANY or not chunks[at].text[0].isupper()):
            return False  # "lực lượng này", "công ty cho biết": which?
        if chunks[at].text in {"Vụ", "Đội", "Hội"} and kinds[at + 1 : at + 2] == "N":
            return False  # "Vụ một học sinh …"
        if chunks[at].text in {"Bộ"} and kinds[at + 1 : at + 2] == "w" and chunks[at + 1].text[0].islower():
            return chunks[at + 1].text.lower() in _BARE  # "Bộ tứ quyền lực"
        if before is not None and before.kind == "," and chunks[at].text.lower() in _SCHOOLS and "P" in kinds[:at]:
            return False  # "Trần Thị A, nữ sinh lớp 7, Trường THCS B, cho biết"
        named = chunks[at].text[0].isupper() or (at + 1 < len(chunks) and chunks[at + 1].text[0].isupper())
        return opens and named and normal(chunks[at].value) in BODY_WORDS
    words = (chunks[at].name or "").split()
    if words and re.fullmatch("[IVX]+", words[0]):
        return False  # "khóa IX, X, XI"
    return opens and bool(words) and (len(words) > 1 or words[0].isupper() or not is_vietnamese(normal(words[0])))


_SCHOOLS = {"trường", "đại học", "học viện", "lớp", "khoa", "thcs", "thpt"}
_ADDRESS = ("ông ", "bà ", "anh ", "chị ")


_PAPERS = {"tuyên bố", "thông cáo", "báo cáo", "thông báo", "công văn", "cáo", "chí", "thư", "văn bản", "liệu", "sát"}
"""What speaks for its author; "cáo", "chí" end "thông cáo báo chí", "liệu", "sát" "số liệu", "khảo sát"."""


CONNECTORS = {
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
