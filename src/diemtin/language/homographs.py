"""Syllables that are a country's name and something else: "Anh", "Đức", "Thái độ"; and short names of states."""

from __future__ import annotations

SHORT_STATES = {
    "trung": "cn",
    "triều": "kp",
    "hàn": "kr",
    "nhật": "jp",
    "việt": "vn",
    "ấn": "in",
    "đài": "tw",
    "ukraine": "ua",
}
"""What stands for a state only beside another one: "quan hệ Mỹ - Trung"."""


def is_in_word(country: str, rest: str) -> bool:
    """ "Thái độ", "Ý kiến": the first syllable of another word."""
    return rest.startswith(" ") and rest.split()[0].strip(",.;:") in _WORDS_WITH.get(country, ())


_WORDS_WITH = {
    first: frozenset(seconds.split())
    for first, seconds in {
        "thái": "độ tử hậu dương bình cực",
        "nhật": "báo ký thực hoàng trình",
        "đức": "tin hạnh độ cha phật giáo mẹ pháp",
        "trung": "tâm bình đoàn tá úy ương học thành gian lập niên thực tướng sĩ",
        "ý": "kiến nghĩa tưởng định thức đồ là chí muốn",
        "áo": "khoác dài phông giáp sơ quần mưa",
        "pháp": "luật lý nhân y đình danh lệnh",
        "mỹ": "thuật phẩm nhân quan viện",
        "hàn": "gắn",
        "ấn": "tượng định phẩm bản hành chỉ",
        "hoa": "hậu quả hồng văn viên",
        "lào": "xào",
        "anh": "em hùng chị trai rể",
        "úc": "",
    }.items()
}


ADDRESS = frozenset(["anh"])
AFTER_ADDRESS = frozenset(
    "ta ấy em chị này trai rể hùng là cho kể nói bị không được còn cũng chia tâm vừa hiện từng bảo".split()
)
"""What follows "Anh" at the head of a sentence when a man is meant, or when it cannot be told."""
ALSO_COUNTRY = frozenset("mỹ nga anh đức pháp nhật hàn trung úc áo ý bỉ lào thái ấn việt quốc".split())
