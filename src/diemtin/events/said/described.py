"""Speakers that are only described: "luật sư này", "Công nương", "hiệp hội", "hãng".

A description means somebody named before only where the article leaves no other choice: one person alone was ever called
so, or that person was the speaker of the sentence right before.
"""

from __future__ import annotations

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.events.said.heard import ANY_BODY, BODIES, Heard, is_titled
from diemtin.language.agencies import print_body
from diemtin.language.text import normal

_ADVERBS = {
    "đã",
    "cũng",
    "vừa",
    "mới",
    "còn",
    "lại",
    "vẫn",
    "đều",
    "từng",
    "đang",
    "sau",
    "đó",
    "thì",
    "chỉ",
    "hôm",
    "nay",
    "qua",
}
_THIS = {"này", "trên", "ấy"}
_PEOPLE = {
    "luật", "nhà", "cầu", "tay", "cảnh", "bác", "tiến", "giáo", "ca", "diễn", "huấn", "hlv", "phi", "nghệ", "chiến", "nữ", "thủ",
    "tiền", "hậu", "trung", "đạo", "doanh", "tỷ", "tướng", "linh", "giám", "mục", "nhạc", "họa", "võ", "vận", "chân", "công",
    "cựu", "tân", "vị", "hoa", "người", "nghị", "thượng", "hạ", "thẩm", "cố", "phát", "đại", "thị", "bộ", "chủ", "ngôi", "danh",
    "quan", "chuyên", "cử", "độc", "bạn", "phụ",
}  # fmt: skip
"""First syllables of what people are."""
_STARS = {
    "nữ",
    "nam",
    "cầu",
    "tiền",
    "hậu",
    "trung",
    "chân",
    "ngôi",
    "danh",
    "ca",
    "diễn",
    "hoa",
    "hlv",
    "chiến",
    "thủ",
    "cựu",
}
"""Of them: what an article calls its only person instead of the name."""


def find_described(sentence: Sentence, kinds: str, verb: int, heard: Heard) -> Chunk | None:
    """Whom the words right before the verb mean, if they describe somebody heard before; ``None`` when unsure."""
    chunks = sentence.chunks
    end = verb
    while end > 0 and chunks[end - 1].text.lower() in _ADVERBS:
        end -= 1
    if end and kinds[end - 1] in "BO" and (head := _find_head(chunks, kinds, end - 1, heard)) is not None:
        return head
    if (coach := _find_coach(chunks, kinds, end, heard)) is not None:
        return coach
    begin = end
    while begin > 0 and (kinds[begin - 1] in "wdzMOHu" or is_titled(chunks[begin - 1])) and end - begin < 5:
        begin -= 1
    paper = _opens_with_paper(chunks, kinds, begin)
    if begin == end or (begin > 0 and kinds[begin - 1] not in ",q;-:T" and not paper):
        return None
    words = [word for chunk in chunks[begin:end] for word in chunk.text.lower().split()]
    this = words[-1] in _THIS
    words = words[:-1] if this else words
    if this and len(words) > 1 and words[0] == "phía":
        words = words[1:]  # "phía công ty này"
    if words and words[0] in {"vị", "viên"}:
        words = words[1:]
    if len(words) > 1 and words[-1] in {"ông", "bà", "anh", "chị", "cô"} and words[-2] not in {"của", "quý"}:
        return None  # "chồng bà"
    if not words or (len(words) > 4 and not set(kinds[begin:end]) & set("On")):
        return None
    phrase = " ".join(words)
    if phrase in _PAPERS and not paper and heard.last is not None:
        return heard.last if heard.last.kind == "B" else None  # "Thông báo nêu rõ": whose was told right before
    if phrase == "nước" and this and heard.last is not None and heard.last.kind == "C":
        return heard.last
    return _find_body(phrase, this, heard, chunks[verb].value) or _find_person(phrase, this, heard)


_PAPERS = {
    "thông báo",
    "thông cáo",
    "tuyên bố",
    "công văn",
    "văn bản",
    "thông cáo báo chí",
    "bản tuyên bố",
    "bản thông báo",
}


def _opens_with_paper(chunks: list[Chunk], kinds: str, begin: int) -> bool:
    """ "Thông báo của bộ này nói": the clause begins with a paper and whose it is."""
    if begin < 2 or kinds[begin - 1] != "s":
        return False
    word = chunks[begin - 2].text.lower()
    pair = f"{chunks[begin - 3].text.lower()} {word}" if begin > 2 else word
    first = begin - 2 if word in _PAPERS else begin - 3 if pair in _PAPERS else -1
    return first == 0 or (first > 0 and kinds[first - 1] in ",;")


_SEATS = {
    "nhà trắng": ("us", "head_of_state"),
    "tòa bạch ốc": ("us", "head_of_state"),
    "lầu năm góc": ("us", "defence_minister"),
    "điện kremlin": ("ru", "head_of_state"),
    "kremlin": ("ru", "head_of_state"),
    "điện elysee": ("fr", "head_of_state"),
    "nhà xanh": ("kr", "head_of_state"),
    "ec": ("eu", "commission_president"),
    "ủy ban châu âu": ("eu", "commission_president"),
}
"""Who sits there."""


def _find_head(chunks: list[Chunk], kinds: str, body: int, heard: Heard) -> Chunk | None:
    """ "người đứng đầu Điện Kremlin", "ông chủ Nhà Trắng": the one leader of it whom the article has named."""
    words = " ".join(chunk.text.lower() for chunk in chunks[max(0, body - 3) : body])
    seat = chunks[body].text.lower()
    size = 3 if words.endswith("người đứng đầu") else 2 if words.endswith(("ông chủ", "chủ nhân")) else 0
    if seat == "ông chủ nhà trắng":
        size, seat = 0, "nhà trắng"
    elif not size:
        return None
    if seat not in _SEATS or (body > size and kinds[body - size - 1] not in ",q;-:T"):
        return None
    state, office = _SEATS[seat]
    heads = [p for p in heard.known if p.country == state and any(row.office == office for row in p.rows)]
    return Chunk("P", 0, 0, heads[0].name, person=heads[0]) if len(heads) == 1 else None


_COACHES = (
    "chiến lược gia",
    "nhà cầm quân",
    "thuyền trưởng",
    "vị chiến lược gia",
    "vị thuyền trưởng",
    "cựu thuyền trưởng",
)


def _find_coach(chunks: list[Chunk], kinds: str, end: int, heard: Heard) -> Chunk | None:
    """ "chiến lược gia người Hàn Quốc tại CLB A nói": the one coach of the article."""
    coaches = heard.titles.get("hlv") or heard.titles.get("huấn luyện viên") or []
    if len(coaches) != 1:
        return None
    begin = max(kinds.rfind(mark, 0, end) for mark in ",q;:") + 1
    words = " ".join(chunk.text.lower() for chunk in chunks[begin:end])
    if not words.startswith(_COACHES) or set(kinds[begin:end]) & set("POHYvm&"):
        return None
    return Chunk("P", 0, 0, coaches[0].name, person=coaches[0])


_TELL = {
    "cho biết", "cho hay", "nói", "khẳng định", "cho rằng", "nhận định", "nói rằng", "cho biết thêm", "thông báo",
    "cam kết", "nêu rõ", "nhấn mạnh", "cảnh báo", "khuyến cáo", "kêu gọi", "xác nhận", "đề nghị", "yêu cầu",
}  # fmt: skip


def _find_body(phrase: str, this: bool, heard: Heard, verb: str) -> Chunk | None:
    head = normal(phrase)
    if not heard.bodies or (head not in BODIES and head not in ANY_BODY):
        return None
    if not this and verb not in _TELL and verb != ",":
        return None
    named = [body for body in heard.bodies if normal(_print(body)).startswith(head)]
    if named and len({normal(body.text) for body in named}) == 1:
        return named[-1]
    if this and len({normal(body.text) for body in heard.bodies}) == 1 and heard.bodies[-1].kind == "B":
        return heard.bodies[-1]  # "cơ quan này", and no other body was heard
    last = heard.last
    if head in ANY_BODY and last is not None and last.kind in "BCK" and (this or head in {"hãng", "họ"}):
        return last if last.kind == "B" or head == "họ" else None
    return None


def _print(body: Chunk) -> str:
    """ "WHO" is called "tổ chức này"."""
    return (print_body(body.country) or body.text) if body.kind == "B" and " " not in body.text else body.text


def _find_person(phrase: str, this: bool, heard: Heard) -> Chunk | None:
    people = heard.titles.get(phrase) or heard.titles.get(phrase.split(maxsplit=1)[-1]) or []
    first = phrase.split()[0]
    last = heard.last
    if phrase == "đồng chí" and len(people) > 1:
        return last if last is not None and any(one is last.person for one in people) else None
    if phrase in _ANYBODY and len(people) == 1 and last is not None and last.person is not None:
        return last if last.person is people[0] else None
    if len(people) == 1 and (this or first not in _LOOSE or phrase.startswith("người phát ngôn")):
        return Chunk("P", 0, 0, people[0].name, person=people[0])
    if heard.only is not None and _is_star(phrase) and len(people) < 2:
        return Chunk("P", 0, 0, heard.only.name, person=heard.only)  # "nữ diễn viên": nobody else is named
    asked = heard.find_asked()
    if asked is not None and asked.person is not None and not people and phrase in _FAMOUS:
        female = first in {"nữ", "cô"} or "hoa hậu" in phrase
        if asked.person.gender is None or asked.person.gender == (
            "f" if female else "m" if first == "nam" else asked.person.gender
        ):
            return asked  # "nữ diễn viên cũng phủ nhận": nobody else spoke so far
    if this and last is not None and last.person is not None and first in _PEOPLE and len(people) < 2:
        return last
    return None


def _is_star(phrase: str) -> bool:
    """ "nữ diễn viên", "tiền vệ 27 tuổi"; not "chiến sĩ", "trung úy", "nam thanh niên", who may be anybody."""
    first, _, rest = phrase.partition(" ")
    return first in _STARS and not rest.startswith(_NO_STARS)


_NO_STARS = (
    "sĩ", "sỹ", "úy", "uý", "tá", "tướng", "thanh", "công", "sinh", "nhân", "hành", "khách", "bệnh", "học", "cảnh", "nạn",
    "kho", "quỹ", "phạm", "tục", "cần", "du", "bị", "thiếu", "phó",
)  # fmt: skip
"""What follows "chiến", "trung", "nam", "thủ" in words for people who are no stars."""
_FAMOUS = {
    f"{before}{trade}"
    for before in ("", "nam ", "nữ ", "cựu ")
    for trade in (
        "diễn viên",
        "ca sĩ",
        "ca sỹ",
        "nghệ sĩ",
        "nghệ sỹ",
        "cầu thủ",
        "tiền đạo",
        "tiền vệ",
        "hậu vệ",
        "thủ môn",
        "hlv",
    )
} | {
    "hoa hậu",
    "người đẹp",
    "tay vợt",
    "siêu mẫu",
    "người mẫu",
    "danh thủ",
    "đạo diễn",
    "chân sút",
    "nhạc sĩ",
    "nhà văn",
}
"""What the press calls a star instead of the name."""
_ANYBODY = {"bị cáo", "bị can", "nghi phạm", "nạn nhân", "bệnh nhân", "nhân chứng", "thí sinh", "sinh viên", "học sinh"}
"""What many in an article are, though only one is called so beside the name."""
_LOOSE = {"ông", "bà", "anh", "chị", "cô", "người", "em", "cụ", "bé", "các", "những", "một", "số"}
