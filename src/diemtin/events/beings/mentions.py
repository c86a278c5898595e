"""Is a capitalised run somebody's name: by its syllables, and by what stands before and after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.events.beings.runs import is_no_name
from diemtin.events.beings.somebody import KIN
from diemtin.language.given import GIVEN, OF_VIETNAM, SURNAMES
from diemtin.language.happenings import find_happenings
from diemtin.language.offices import name_key
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_INITIAL = re.compile(r"[A-ZĐ]\.\s?[A-ZĐ]")
_WITH_PLACE = re.compile("n[ts][zBwMCKn]{1,8}v")
_WHO = {"người", "một", "thành", "giáo", "nhà", "phó", "trưởng", "cựu"}
_GROUPS = {"tổng thống": "head_of_state", "thủ tướng": "head_of_government", "ngoại trưởng": "foreign_minister"}
_BEFORE_VERB = {
    "đã",
    "cũng",
    "vừa",
    "mới",
    "còn",
    "lại",
    "vẫn",
    "từng",
    "đang",
    "thì",
    "liền",
    "tiếp tục",
    "hôm",
    "ngày",
}
_WARES = {"xe", "ôtô", "mẫu", "cổ phiếu", "phiếu", "laptop", "smartphone"}
"""Before a firm's name: "các mẫu xe Suzuki"."""
_MEDIA = {
    "trang",
    "trang tin",
    "trang mạng",
    "tờ",
    "báo",
    "đài",
    "kênh",
    "tạp chí",
    "nhật báo",
    "hãng tin",
    "hãng thông tấn",
}
_FIRMS = {"hãng", "công ty", "tập đoàn", "tổng công ty", "ngân hàng", "hãng xe", "hãng hàng không", "quỹ"}


def may_name(name: str) -> bool:
    """A line in capitals is no name, nor is a letter, nor are initials ("Phóng viên HTBC")."""
    if name.isupper() and (name.count(" ") > 3 or (" " not in name and 2 < len(name) < 6)):
        return False
    if re.fullmatch("(?!Mc|Mac|De|Di|Le|La|Van|Fitz|El|Al|O|D)\\w+[a-z][A-Z]\\w+", name):
        return False  # "VietHoney"
    if re.fullmatch("[IVX]+|[A-Z]{1,2}\\d+", name):
        return False  # "các khóa IX, X, XI"
    return len(name) > 1 and "TNCS" not in name


def find_named(sentences: Sequence[Sentence]) -> list[tuple[Sentence, Chunk]]:
    """The mentions that may be of persons; neither storms nor firms, though their head bears the same name."""
    storms = find_storms([sentence.text for sentence in sentences])
    firms = {c.name for s in sentences for at, c in enumerate(s.chunks) if c.name and is_firm(s.chunks, at)}
    names = {chunk.name for sentence in sentences for chunk in sentence.chunks if chunk.name}
    named: list[tuple[Sentence, Chunk]] = []
    for sentence in sentences:
        for at, chunk in enumerate(sentence.chunks):
            if chunk.name is None or chunk.name in storms or is_firm(sentence.chunks, at):
                continue
            if not may_name(chunk.name) and not (chunk.gender and _KEPT_BACK.fullmatch(chunk.name)):
                continue
            if chunk.titled and chunk.gender is None and _is_of_place(chunk):
                chunk.kind, chunk.titled = "n", False  # "Chủ tịch UBND xã A Vương": what somebody is
                continue
            words = chunk.name.split()
            if len(words) > 3 and words[: len(words) // 2] * 2 == words:
                chunk.name = " ".join(words[: len(words) // 2])  # a headline that ends with it, and the sentence begins
            shorter, _, last = chunk.name.rpartition(" ")
            if last in _BEGINS and " " in shorter and shorter in names:
                chunk.name = shorter  # "Trương Bá Chi Cha mẹ ly hôn": a headline and what comes after it
            if at and not chunk.titled and sentence.chunks[at - 1].text.lower() in _NAMED_AFTER:
                continue  # "Trường TH Chu Văn An", "đường Nguyễn Văn Linh"
            if chunk.name in firms and " " not in chunk.name and chunk.gender is None:
                chunk.titled = False  # "Giám đốc Bitexcoland", and elsewhere "công ty Bitexcoland"
                if chunk.kind == "P" and not any(one.endswith(f" {chunk.name}") for one in names if one):
                    chunk.kind = "n"  # "CEO Apple", and nobody of that name
                if chunk.kind == "n":
                    continue  # "Suzuki cho biết công ty đã …", though the article names its head Osamu Suzuki too
            named.append((sentence, chunk))
    return named


_KEPT_BACK = re.compile(r"(?:[A-ZĐ]\.){1,3}[A-ZĐ]?")
""" "chị Đ.T.H."."""
_PLACES = re.compile(r"\b(?:thôn|bản|ấp|xã|phường|huyện|quận|tỉnh|làng|buôn|thị trấn|thị xã|thành phố|TP\.?) $")
_SCHOOLS = re.compile(
    r"(?<![Mm]ôi |[Tt]hị )\b[Tt]rường(?: (?:tiểu học|mầm non|mẫu giáo|trung học|TH|THCS|THPT|PTTH|ĐH|CĐ))? $"
)


def _is_of_place(chunk: Chunk) -> bool:
    """Behind a village or a district no name of a person begins, unless with a surname in full."""
    name = chunk.name or ""
    words = name.split()
    title = chunk.text.removesuffix(name)
    if _SCHOOLS.search(title) is not None:
        return True  # "Hiệu trưởng trường THCS Nguyễn Đình Chiểu"
    if _PLACES.search(title) is None:
        return False
    return len(words) < 3 or normal(words[0]) not in SURNAMES


_BEGINS = {
    "Cha",
    "Mẹ",
    "Bố",
    "Vợ",
    "Chồng",
    "Theo",
    "Khi",
    "Sau",
    "Trong",
    "Tại",
    "Từ",
    "Ngày",
    "Chiều",
    "Sáng",
    "Tối",
    "Trước",
    "Chúng",
    "Tôi",
    "Ông",
    "Bà",
    "Chị",
    "Nhưng",
    "Các",
    "Những",
    "Một",
    "Hôm",
    "Hiện",
    "Đây",
    "Đó",
    "Với",
    "Tuy",
}


def find_storms(texts: Sequence[str]) -> set[str]:
    """What storms of these texts are called: "bão số 13 (tên quốc tế Mộc Miên)" is nobody who speaks."""
    told = [text for text in texts if "ão" in text]
    return {
        name.removeprefix("bão ") for text in told for name in find_happenings(text, None) if name.startswith("bão ")
    }


def is_firm(chunks: list[Chunk], at: int) -> bool:
    """ "hãng Suzuki": the firm, though somebody of that name is in the article."""
    if not at or chunks[at].titled:
        return False
    before, name = chunks[at - 1].text.lower(), chunks[at].name or ""
    alone = " " not in name and not is_vietnamese(normal(name))
    ware = alone and before in _WARES | _MEDIA
    return ware or (chunks[at - 1].kind == "z" and before in _FIRMS)


def mark_kin(named: Sequence[Chunk]) -> None:
    """ "mẹ Daniel" where Daniel himself is named elsewhere: somebody of his."""
    themselves = {id(chunk.person) for chunk in named if not _is_kin(chunk)}
    for chunk in named:
        if _is_kin(chunk) and id(chunk.person) in themselves:
            chunk.aide = True


def _is_kin(chunk: Chunk) -> bool:
    """ "mẹ Daniel": his mother, or a mother of that name."""
    return chunk.name is not None and chunk.text.removesuffix(chunk.name).strip().lower() in _KIN


_KIN = {
    "mẹ",
    "cha",
    "bố",
    "vợ",
    "chồng",
    "em trai",
    "em gái",
    "anh trai",
    "chị gái",
    "con trai",
    "con gái",
    "mẹ của",
    "người vợ",
}


def is_spelt_so(name: str, holder: str) -> bool:
    """ "Em Hân" is not Han Duck Soo: a syllable with its marks is printed with them in the full name."""
    return normal(name) == name_key(name) or normal(name) in map(normal, holder.split())


def is_misspelt(one: str, other: str) -> bool:
    """A letter more or less, or the same letters in another order: "Smeism" and "Smeisim", "Sinahouk" and "Sihanouk"."""
    if len(one) == len(other):
        return one[:2] == other[:2] and one[-2:] == other[-2:] and sorted(one) == sorted(other)
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(1, len(long)))


def speaks_next(chunks: list[Chunk], at: int) -> bool:
    """Does a verb of speech follow, over adverbs?"""
    step = at + 1
    while step < len(chunks) and (chunks[step].kind == "#" or chunks[step].text.lower() in _BEFORE_VERB):
        step += 1
    return step < len(chunks) and chunks[step].kind == "v"


def looks_like_person(chunk: Chunk, sentence: Sentence, at: int, mentions: int) -> bool:
    """May an untitled name be a person's? ``mentions``: how often the article names it."""
    words = (chunk.name or "").split()
    if _shares_office(chunk, sentence, at):
        return True
    if chunk.loose and not chunk.titled:
        return False  # "Hiệu trưởng Trường tiểu học Phú Thượng"
    before = sentence.chunks[at - 1] if at else None
    quoted = before is not None and before.kind == "," and at > 1 and sentence.chunks[at - 2].kind == "q"
    if before is not None and before.kind == "q" and at > 1 and sentence.chunks[at - 2].kind in ",.":
        quoted = True  # "… tới vậy," Pep nói
    native = all(map(is_vietnamese, map(normal, words)))
    after = sentence.chunks[at + 1].kind if at + 1 < len(sentence.chunks) else "."
    if after == "w" and speaks_next(sentence.chunks, at):
        after = "v"
    if after == "v" and quoted:  # "…", Duffy phát biểu: whoever speaks after a quotation is somebody
        return not any(map(str.isupper, words)) and not native
    if before is not None and _is_of_something(before, sentence, at, words):
        return False
    if is_no_name(words, False, titled=False) or any(len(word) > 2 and word.isupper() for word in words):
        return False
    if _INITIAL.match(words[0]) and (after == "v" or len(words) > 1):
        return True  # "S.Katasila"
    if quoted and len(words) > 1:
        return not native
    if native:
        if after == "v" and len(words) in {2, 3} and mentions > 1:
            return True  # "Nhã Phương cho biết", and she is named again
        family = normal(words[0]) in SURNAMES
        return family and (len(words) in {3, 4} or (len(words) == 2 and after == "v"))
    if len(words) < 2:
        return False
    if normal(words[0]) in GIVEN or after == "v":
        return True
    following = sentence.chunks[at + 2] if at + 2 < len(sentence.chunks) else None
    if after == "," and following is not None and (following.kind in "dO" or following.text.lower() in _WHO):
        return True
    closes = after == "," and following is not None and following.kind == "v"
    if closes and before is not None and before.kind == ",":
        opening = sentence.chunks[0]  # "Phát ngôn viên của lực lượng phía Bắc, Jane Grove, cho biết"
        begin = max((step for step in range(at - 1) if sentence.chunks[step].kind in ",q"), default=-1) + 1
        if opening.kind in "Od" or opening.text.lower() in KIN or sentence.chunks[begin].kind in "Od":
            return True
    if at == 0 and _WITH_PLACE.match(sentence.kinds0):
        return True  # "Hazel Nunn tại Quỹ nghiên cứu ung thư Anh nhận định"
    # "Seiki Sato, có cha là người…, nói với": with a name like that the sentence begins and a verb of speech follows.
    return at == 0 and after in ",(-" and any(mark in sentence.kinds0 for mark in (",v", "-v", "-wv", ",wwv"))


def _shares_office(chunk: Chunk, sentence: Sentence, at: int) -> bool:
    """ "Hai Tổng thống Bush và Putin": gives the office to both."""
    group = sentence.chunks[at - 1] if at else None
    if group is not None and group.kind == "&" and at > 2 and sentence.chunks[at - 2].name:
        group = sentence.chunks[at - 3]
    office = _GROUPS.get(group.value.split(maxsplit=1)[-1]) if group is not None and group.kind == "r" else None
    if office is None:
        return False
    chunk.office = chunk.office or office
    if chunk.person is not None:
        chunk.person.office = chunk.person.office or office
    return True


_NAMED_AFTER = {"trường", "đường", "phố", "đại lộ", "quảng trường", "chợ", "ngõ", "giải", "giải thưởng", "nhà hát"}
_SHOPS = {"cơ", "tiệm", "quán", "hàng", "hiệu", "xưởng", "lò", "xí", "doanh", "hợp tác xã", "trạm", "chùa", "nhà hàng"}
"""First syllables of shops and workshops: "cơ sở", "cửa hàng", "doanh nghiệp"."""


def _is_of_something(before: Chunk, sentence: Sentence, at: int, words: list[str]) -> bool:
    """A street's number, a place, an organisation, "Ảnh:" stand before it."""
    if before.kind == ":" and at > 1 and sentence.chunks[at - 2].text.lower() in {"ảnh", "nguồn"}:
        return True
    if before.text in {"T.Ư", "TƯ", "TW"}:
        return False
    near = {chunk.text.lower() for chunk in sentence.chunks[max(0, at - 3) : at]}
    if near & _SHOPS and not near & {",", "của"}:
        return True  # "cơ sở bánh Như Lan"
    full = len(words) in {3, 4} and normal(words[0]) in OF_VIETNAM  # "TP.HCM Nguyễn Thành Phong"
    return before.kind in ("tzN#" if full else "tzpN#")
