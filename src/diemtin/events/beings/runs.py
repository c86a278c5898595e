"""When a capitalised run after a title is no name, or has more in it than the name: a place, a body; whose name it is."""

from __future__ import annotations

from diemtin.language.given import ALSO_GIVEN, KNOWN_FIRMS, NOT_PERSON, OF_VIETNAM, SURNAMES
from diemtin.language.names import Piece
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal


def is_no_name(words: list[str], addressed: bool, titled: bool = True) -> bool:
    """A word in it says that it is something else; "ông Quốc", "Nguyễn Văn Trường" are names all the same."""
    plain = [normal(word) for word in words]
    if not is_vietnamese(plain[0]):
        return any(word in (_FIRM if titled and not addressed else NOT_PERSON) for word in plain) and not (
            titled and addressed
        )
    if plain[0] == "công" and len(plain) > 1 and plain[1] not in _AFTER_CONG:
        return False  # "Công Phượng"
    rest = plain[1:] if addressed or (len(plain) > 1 and plain[0] in SURNAMES) else plain
    return any(
        word in NOT_PERSON
        and not (word in ALSO_GIVEN and (addressed or (rest is not plain and (at == len(rest) - 1 or word in _MIDDLE))))
        for at, word in enumerate(rest)
    )


_FIRM = set(
    "airlines airways bank group corp inc motors electronics entertainment studio records company university telecom "
    "holdings asset management capital securities".split()
)
"""Words of firms, whatever title stands before them: "Giám đốc Pacific Airlines"."""
_MIDDLE = {"quốc", "công"}
""" "Huỳnh Công Thắng"."""
_AFTER_CONG = {
    "ty",
    "an",
    "thương",
    "nghệ",
    "nghiệp",
    "đoàn",
    "đảng",
    "ích",
    "chứng",
    "lý",
    "binh",
    "giáo",
    "ước",
    "viên",
}


def without_place(name: str) -> str:
    """ "Quang Trung Lê Thanh Mai", "Sinhanco Huỳnh Liên Thuận": where he is, and he."""
    words = name.split()
    acronym = len(words) > 2 and words[0].isupper() and len(words[0]) > 2 and "." not in words[0]
    if acronym and not any((word.isupper() and len(word) > 1) or is_vietnamese(normal(word)) for word in words[1:]):
        return " ".join(words[1:])  # "lãnh đạo SOHR Rami Abdel Rahman"
    for size in (4, 3):
        tail = [normal(word) for word in words[-size:]]
        rest = words[:-size]
        family = OF_VIETNAM if not rest or not rest[0].isupper() else SURNAMES
        apart = len(rest) > 1 or not all(map(is_vietnamese, map(normal, rest)))
        if rest and apart and tail[0] in family and all(map(is_vietnamese, tail)):
            return " ".join(words[-size:])
    return name


def without_firm(name: str) -> str:
    """ "(Tổng giám đốc Công ty Điện tử) Samsung Shim Won Hwan": he alone."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.lower() in KNOWN_FIRMS and not is_no_name(rest.split(), False) else name


def is_school(before: Piece, name: Piece) -> bool:
    """ "học sinh Trường TH Chu Văn An": named after him."""
    return before.text.lower() == "trường" and without_place(name.text) != name.text


def ends_in_place(before: Piece) -> bool:
    """ "cán bộ Công an huyện Sơn Động": the district's name follows."""
    if before.tag == "o":  # "Bí thư Tỉnh ủy Thanh Hải"
        return before.text.lower().endswith(
            (" tỉnh ủy", " tỉnh uỷ", " thành ủy", " thành uỷ", " huyện ủy", " ubnd tỉnh")
        )
    return before.tag == "j" and before.value.split()[-1] in {"huyện", "tỉnh", "phố", "tp", "quận", "phường", "xã"}


def is_of_body(name: str, before: Piece) -> bool:
    """Does the name after a title belong to the place or body before it?

    "tỉnh Leyte", "Cục Thuế", "Trường tiểu học Phú Thượng"; but "hội đồng A. Kinach", "Sở Y tế Hà Nội Nguyễn Khắc Hiền".
    """
    words = [normal(word) for word in name.split()]
    if all(map(is_vietnamese, words)):
        return not (len(words) > 2 and words[0] in SURNAMES)
    return before.tag == "z" and (len(words) < 2 or before.value in _PLACES)


_PLACES = {
    "tỉnh",
    "thành phố",
    "quận",
    "huyện",
    "bang",
    "vùng",
    "đảo",
    "thị trấn",
    "thị xã",
    "hạt",
    "khu vực",
    "khu",
    "tp",
}


def is_of_vietnam(name: str) -> bool:
    """ "Tòng Thị Phóng", "Lê Văn Bình"."""
    words = [normal(word) for word in name.split()]
    return words[0] in OF_VIETNAM or words[1:2] == ["thị"]


def is_other_reading(name: str, holder: str) -> bool:
    """ "Wang Yi" for Vương Nghị, "Phi-đen Ca-xtơ-rô": not "Moammar Gadhafi", which is only spelt in another way."""
    return "-" in name or all(is_vietnamese(normal(word)) for word in holder.split())
