"""Is a meeting held, planned or cancelled; is it one at all; what form has it: by the words around the word of meeting."""

from __future__ import annotations

import re
from itertools import pairwise

from diemtin.events.chunks import Chunk, Sentence
from diemtin.news import MeetingForm, MeetingStatus

_SLACK = ("trao đổi", "thảo luận", "đối thoại", "tiếp xúc", "làm việc", "bàn bạc", "họp", "nói chuyện", "phiên họp")
"""Words that two countries do in general too: without persons they are a meeting only when one is planned for a day."""
_VAGUE = ("trao đổi", "đối thoại", "tiếp xúc", "làm việc", "nói chuyện")
"""… and not even then with these."""
SIGN = {"ký", "ký kết", "thông qua"}
"""Signing together is a meeting of those who sign, if they are persons."""
_IN_GENERAL = {
    "thúc đẩy",
    "tăng cường",
    "duy trì",
    "mở rộng",
    "khả năng",
    "cải thiện",
    "ngừng",
    "ngưng",
    "chấm dứt",
    "đình chỉ",
    "tránh",
    "thông qua",
    "chủ trì",
    "chủ tọa",
    "hạn chế",
    "cấm",
    "khôi phục",
    "khởi động",
    "xúc tiến",
    "cách thức",
    "loại trừ",
    "tiến trình",
    "tiến tới",
    "khuyến khích",
    "ủng hộ",
    "cơ chế",
    "thiết lập",
    "can dự",
    "can thiệp",
    "kênh",
    "phục hồi",
    "mục tiêu",
    "cản trở",
    "tự xưng",
}
_AGAIN = {"nối lại", "quay lại", "trở lại"}
"""Talks that are to be taken up again are not held, and without a day not planned either."""
_TODAY = re.compile(r"hôm nay|hôm qua|(?:sáng|chiều|tối) (?:nay|qua)|(?:ngày|hôm) \d")
_CALL = ("điện đàm", "điện thoại", "đàm thoại", "gọi điện", "gọi cho")
_CANCEL = {"hủy", "huỷ", "hoãn", "hủy bỏ", "bãi bỏ", "tẩy chay", "từ chối", "khước từ"}
_REFUSALS = (
    "bác đề xuất",
    "bác đề nghị",
    "từ chối đề nghị",
    "bác bỏ đề nghị",
    "bác bỏ đề xuất",
    "không chấp nhận đề nghị",
)
_DENIED = re.compile(r"\b(?:bác bỏ|phủ nhận) (?:các |mọi |những )?(?:thông tin|tin|việc|cáo buộc|đồn đoán)\b")
_NO_PLAN = re.compile(r"\b(?:không|chưa) (?:hề )?có (?:bất (?:kỳ|cứ) )?(?:kế hoạch|ý định|dự định)\b")
_NEVER = {"không", "chưa", "không thể", "chẳng", "khó"}
_PLAN = {
    "sẽ",
    "dự kiến",
    "sắp",
    "có kế hoạch",
    "kế hoạch",
    "dự định",
    "lên kế hoạch",
    "theo lịch trình",
    "đang thu xếp",
    "chuẩn bị",
    "có khả năng",
    "có thể",
    "sẵn sàng",
    "đồng ý",
    "nhất trí",
    "mời",
    "đề nghị được",
}
_IDEA = {"đề xuất", "đề nghị", "kế hoạch", "ý tưởng", "triển vọng", "khả năng"}
_WISH = {"muốn", "đòi", "kêu gọi", "yêu cầu", "đề nghị", "đề xuất", "mong muốn", "hy vọng", "nếu", "khả năng"}


def is_wished(sentence: Sentence, trigger: int) -> bool:
    """Only wanted, offered or refused: "sẵn sàng gặp", "kêu gọi đàm phán", "từ chối gặp"; a meeting needs a day besides."""
    chunks = sentence.chunks[max(0, trigger - 8) : trigger]
    words = [chunk.text.lower() for chunk in chunks]
    stop = max((at for at, chunk in enumerate(chunks) if chunk.kind in ".;"), default=-1)
    words = words[stop + 1 :]
    near = set(words) | {f"{one} {two}" for one, two in pairwise(words)}
    if _HOPED.search(_before(sentence, trigger)) or _may_be(sentence, trigger) == "perhaps":
        return True
    return bool((near - {"có thể"} if "sẽ" in near else near) & _ONLY_WISHED)


_ONLY_WISHED = {
    "muốn", "đòi", "kêu gọi", "yêu cầu", "mong muốn", "hy vọng", "hi vọng", "nếu", "khả năng", "sẵn sàng", "từ chối",
    "khước từ", "tẩy chay",
    "đề nghị", "đề xuất", "ý tưởng", "triển vọng", "thúc giục", "hối thúc", "mong", "cần", "nên", "phải", "để ngỏ",
    "ý định", "có thể",
}  # fmt: skip


def find_status(sentence: Sentence, trigger: int) -> MeetingStatus | None:
    """planned | held | cancelled; ``None`` for what is refused. A wish for talks counts as planned: not yet, and not sure."""
    words: list[str] = []
    for chunk in sentence.chunks[max(0, trigger - 24) : trigger]:
        if chunk.kind in ".;":
            words.clear()
        words.append(chunk.text.lower())
    far, words = words, words[-10:]
    pairs = [f"{one} {two}" for one, two in pairwise(words)]
    near = set(words[-9:]) | set(pairs[-9:])
    whole = " ".join(chunk.text.lower() for chunk in sentence.chunks[:trigger])
    before = _before(sentence, trigger)
    if _NOT_ACCEPTED.search(before) or (_WHETHER.search(before) and _OR_NOT.match(_to_end(sentence, trigger))):
        return None
    if _CANCEL & set(words[-6:]) or any(refusal in whole for refusal in _REFUSALS) or _TRIP_OFF.search(whole):
        return "cancelled"
    if _is_given_up(sentence, trigger):
        return "cancelled"
    if _NEVER & set(words[-4:]) and _AS_PLANNED.match(_to_end(sentence, trigger)):
        return "cancelled"  # "sẽ không gặp nhau trong tháng này như dự kiến"
    if _NEVER & set(words[-4:]) or "thay vì" in pairs[-4:] or _NO_PLAN.search(" ".join(far)) or _DENIED.search(whole):
        return None
    if sentence.chunks[trigger].kind == "e" and _is_called_off(sentence, trigger):
        return "cancelled"
    if sentence.chunks[trigger].kind == "e" and (words[-1:] == ["trước"] or pairs[-1:] == ["trước thềm"]):
        return "planned"  # "phát biểu trước cuộc hội đàm"
    if sentence.chunks[trigger].kind == "e" and _POSSIBLE.match(_after(sentence, trigger)):
        return "planned"  # "cuộc gặp tiềm năng giữa…"
    if _HOPED.search(before) or (sentence.chunks[trigger].kind == "m" and _AGREED.search(before)):
        return "planned"
    if sentence.chunks[trigger].kind == "e" and _may_be(sentence, trigger):
        return "planned"  # "cuộc gặp Peru - Lào vẫn có thể diễn ra"
    if sentence.chunks[trigger].kind == "e" and words[-1:] == ["sau"] and not near & {"sẽ", "dự kiến", "sắp"}:
        return "held"  # "nhất trí mở cửa biên giới sau cuộc hội đàm"
    if words[-1:] == ["để"] and _TO_COME & set(far):
        return "planned"  # "dự kiến sẽ gặp A trước khi lên đường tới B để hội đàm với C"
    if near & (_PLAN | _WISH) or (
        words[-1:] == ["về"] and _IDEA & {chunk.text.lower() for chunk in sentence.chunks[:trigger]}
    ):
        return "planned"
    if sentence.chunks[trigger].kind == "e" and _PUT_OFF.search(_to_end(sentence, trigger)):
        return "cancelled"
    if sentence.chunks[trigger].kind == "e" and _is_moved(sentence, trigger):
        return "planned"
    rest = sentence.chunks[trigger + 1 : trigger + 6]
    if sentence.chunks[trigger + 1 : trigger + 3] and _PLANNED_AFTER.search(
        "".join(
            chunk.kind if chunk.kind in ".,;vem" else f" {chunk.text.lower()}"
            for chunk in sentence.chunks[trigger + 1 : trigger + 12]
        )
    ):
        return "planned"
    after = {chunk.text.lower() for at, chunk in enumerate(rest) if not at or rest[at - 1].kind != "&"}
    if sentence.chunks[trigger].kind == "e" and after & {
        "sẽ",
        "dự kiến",
        "sắp",
        "có kế hoạch",
        "có khả năng",
        "có thể",
    }:
        return "planned"
    return "held"


def _before(sentence: Sentence, trigger: int) -> str:
    begin = sentence.pieces[sentence.chunks[trigger].start].start
    return sentence.text[max(0, begin - _FAR) : begin]


_FAR = 160
"""Letters before a word of meeting among which it is said whether it is."""
_NEXT_FEW = r"(?: (?!trong\b|tại\b|sau\b|khi\b|qua\b|đã\b|vừa\b|lúc\b|nhân\b|để\b|ở\b|trước\b)[^\s,;.:]+)"
_HOPED = re.compile(
    r"\b(?:không loại trừ|để ngỏ|mong|gợi ý|đề xướng|sẵn lòng|ngỏ ý|ngỏ lời|trông (?:đợi|chờ|mong)|chờ đợi|kỳ vọng"
    rf"|tìm cách|vận động|cứu vãn){_NEXT_FEW}{{0,7}} $"
)
""" "không loại trừ khả năng ông A gặp…", "mong cuộc gặp…", "gợi ý mở vòng đàm phán…": only thought of so far."""
_AGREED = re.compile(
    r"\b(?:thỏa thuận|thoả thuận|thống nhất|hẹn|quyết định|nhận lời|bằng lòng|dự trù|sửa soạn|có lịch|lên lịch|định|tính)"
    r" (?:(?:sẽ|cùng|lại|sớm|tiếp tục) )*$"
)
""" "đã thống nhất hội đàm", "có lịch gặp": the verb right behind says what is to come."""
_NOT_ACCEPTED = re.compile(r"\b(?:khước từ|từ chối|bác|bác bỏ|không nhận) (?:các |những )?lời mời\b[^;.]*$")
_WHETHER = re.compile(r"\b(?:xem|liệu|cân nhắc|chưa rõ|chưa biết|không rõ|nói rõ|hỏi)\b[^;.]{0,80}$")
_OR_NOT = re.compile(r"[^;.,]{0,80}\bhay (?:không|chưa)\b")
""" "xem đàm phán với… có lợi hay không": asked, not told."""


def _behind(sentence: Sentence, trigger: int) -> str:
    """The clause from the word of meeting on, up to another meeting or verb of speech."""
    start, end = sentence.pieces[sentence.chunks[trigger].start].start, len(sentence.text)
    for chunk in sentence.chunks[trigger + 1 : trigger + 26]:
        if chunk.kind in "emv;":
            end = sentence.pieces[chunk.start].start
            break
    return sentence.text[start:end]


def _may_be(sentence: Sentence, trigger: int) -> str | None:
    """ "cuộc gặp … vẫn có thể diễn ra": perhaps; "… gần như chắc chắn diễn ra": likely."""
    match = _MAY_BE.match(_behind(sentence, trigger))
    return None if match is None else "perhaps" if match["perhaps"] else "likely"


_MAY_BE = re.compile(
    r"[^,;]{0,90}?\b(?:(?P<perhaps>vẫn có thể|khó có thể|chưa chắc)|có thể|nhiều khả năng|(?:gần như )?chắc chắn|có khả năng)"
    r"(?: sẽ)?(?: được)? (?:diễn ra|tổ chức|tiến hành|mở)\b"
)


def _after(sentence: Sentence, trigger: int) -> str:
    return " ".join(chunk.text.lower() for chunk in sentence.chunks[trigger + 1 : trigger + 6])


_POSSIBLE = re.compile(r"(?:thượng đỉnh |song phương |trực tiếp )*(?:tiềm năng|có thể có|được mong đợi|sắp tới)\b")
_TO_COME = {"sẽ", "dự kiến", "sắp"}
_PLANNED_AFTER = re.compile(r"^[^.,;]* (?:dự kiến|có khả năng được|sẽ được|sẽ diễn|được lên kế hoạch|sắp diễn)")


_TRIP_OFF = re.compile(r"\b(?:hoãn|hủy|huỷ)(?: bỏ)?(?: kế hoạch)? chuyến (?:thăm|đi|công du|viếng thăm)\b[^;]*\bnơi\b")
""" "hoãn chuyến thăm Philippines, nơi ông dự định hội đàm với…"."""


def _is_given_up(sentence: Sentence, trigger: int) -> bool:
    """ "bỏ cuộc gặp", "bỏ kế hoạch hội đàm", "lẽ ra sẽ gặp": what was arranged and is not to be."""
    before = _before(sentence, trigger)
    given_up = _GIVEN_UP.search(before)
    if given_up is not None and (sentence.chunks[trigger].kind == "e" or given_up["plan"]):
        return True
    return _SHOULD_HAVE.search(before) is not None and "sớm hơn" not in _to_end(sentence, trigger)


_GIVEN_UP = re.compile(
    r"(?<!rời )(?<!từ )\bbỏ (?:(?:các|những|mọi) )?(?P<plan>(?:kế hoạch|ý định|dự định|lịch) )?"
    r"(?:(?:tổ chức|tiến hành|một|các) )*$"
)
_SHOULD_HAVE = re.compile(r"\blẽ ra (?!không\b|đừng\b)(?:\w+ ){0,4}$", re.IGNORECASE)
_AS_PLANNED = re.compile(r"[^,;.]*? như (?:đã )?(?:dự (?:kiến|tính|định|trù)|kế hoạch|lịch|định|hẹn|thông báo)\b")


def _is_called_off(sentence: Sentence, trigger: int) -> bool:
    """ "Cuộc gặp giữa A và B đã bị hủy": said behind, before another meeting or verb of speech."""
    return _CALLED_OFF.search(_behind(sentence, trigger)) is not None


_CALLED_OFF = re.compile(
    r"(?<!suýt )(?<!không )(?<!chưa )(?<!có thể )\bbị (?:[^\s,;]+ ){0,4}?(?:hủy|huỷ|hoãn|bãi bỏ|tẩy chay)\b"
    r"|\bkhông (?:thể )?(?:diễn ra|được tổ chức|được mở|mở(?= như| theo|[,.;]))\b"
    r"(?! (?:suôn|tốt|thuận|êm|dễ|trong (?:bầu )?không|công khai|chính thức|tại|ở)\b)"
    r"|(?<!\bnói )\blẽ ra (?!không\b|phải\b)(?![^,;.]* sớm hơn)"
)


def _to_end(sentence: Sentence, trigger: int) -> str:
    return sentence.text[sentence.pieces[sentence.chunks[trigger].start].start :]


_PUT_OFF = re.compile(
    r"^[^;]*?\b(?:ban đầu|vốn|dự kiến|dự định|(?:từng|đã) được (?:ấn |dự )?định)\b[^;]*?"
    r"(?:\b(?:nhưng|song|tuy nhiên|đã bị|bị|đã)\b[^;]*?\b(?:hoãn|hủy|huỷ)\b"
    r"|\b(?:nhưng|song)\b[^;]{0,40}?\b(?:đổ vỡ|đổ bể|không thành|không diễn ra)\b)"
)
""" "Vòng đàm phán dự định vào tháng 9, nhưng hai bên đã nhất trí hoãn": said behind of the meeting in front."""


def _is_moved(sentence: Sentence, trigger: int) -> bool:
    """ "Cuộc gặp giữa A và B được dời sang tuần sau": said behind, before another meeting or verb of speech."""
    for at in range(trigger + 1, min(trigger + 26, len(sentence.chunks) - 1)):
        chunk = sentence.chunks[at]
        if chunk.kind in "emv;":
            return False
        if chunk.text.lower() in {"được", "bị", "đã"} and _MOVED.match(_after(sentence, at)):
            return True
    return False


_MOVED = re.compile(r"(?:được |bị )?(?:dời|lùi|chuyển|ấn định|lên lịch|lên kế hoạch|sắp xếp|thu xếp)\b")


def is_general(sentence: Sentence, trigger: int, sides: list[Chunk], status: MeetingStatus, name: str) -> bool:
    """Relations rather than a meeting: "tăng cường đối thoại với Bắc Kinh"."""
    word = sentence.chunks[trigger].text.lower()
    before = [chunk.text.lower() for chunk in sentence.chunks[max(0, trigger - 4) : trigger]]
    pairs = {f"{one} {two}" for one, two in pairwise(before)}
    near = {chunk.text.lower() for chunk in sentence.chunks[max(0, trigger - 10) : trigger]}
    general = _IN_GENERAL - _CHAIRED if name in {"attended", "chaired"} else _IN_GENERAL
    if (set(before) | pairs) & general or "nhiều" in before[-2:] or "cấm" in near or before[-1:] == ["cửa"]:
        return True
    again = bool(pairs & _AGAIN) and _TODAY.search(sentence.text) is None
    loose = sentence.chunks[trigger].kind == "m" or word.startswith(("các", "những")) or before[-1:] == ["các"]
    topic = before[-1:] == ["về"] and (status == "held" or sentence.chunks[trigger].kind == "m")
    if (again or topic) and loose and status != "cancelled":
        return True
    if before[-1:] in (["dừng"], ["đang"]) and (before[-1] == "dừng" or word in {"làm việc với", "làm việc"}):
        return True  # "đã cho dừng đàm phán", "đang làm việc với Lima để xếp lịch"
    if word == "bắt tay" and status == "planned":
        return True  # "đồng ý bắt tay để …": to work together
    officers = sum(_is_public(side) for side in sides)
    if word == "bàn" and (name in {"subject", "group", "came_to"} or not any(side.kind in "POUH" for side in sides)):
        return True  # "hai bên bàn về …" tells of what, and "bàn về Peru" is of no side
    group = any(side.kind == "r" for side in sides)
    if status == "cancelled" and sentence.chunks[trigger].kind == "e" and not word.startswith(("các", "những")):
        return not any(_is_public(side) or side.kind == "r" for side in sides)  # one that was arranged
    if any(side.kind in "POUHr" for side in sides):
        # Private people meet too: that is no meeting of this kind, and with a loose word both sides must be public.
        return not (officers or group) or (
            officers < 2
            and not (group and sentence.chunks[trigger].kind == "e")
            and any(slack in word for slack in _SLACK)
        )
    if (
        status == "held"
        and sentence.chunks[trigger].kind == "m"
        and len(sides) < 3
        and "với" not in word
        and name != "both"
    ):
        return True
    return len(sides) < 3 and any(slack in word for slack in (_VAGUE if status == "planned" else _SLACK))


_CHAIRED = {"chủ trì", "chủ tọa"}
""" "A chủ trì cuộc họp, với sự tham dự của B": with guests it is a meeting."""


def _is_public(side: Chunk) -> bool:
    """A state, a body, or somebody in an office."""
    person = side.person
    return (
        side.kind in "CKBU"
        or side.office is not None
        or (person is not None and (person.office is not None or bool(person.rows)))
    )


def find_form(sentence: Sentence, trigger: int) -> MeetingForm:
    word = sentence.chunks[trigger].text.lower()
    around = " ".join(chunk.text.lower() for chunk in sentence.chunks[trigger : trigger + 4])
    if any(call in around for call in _CALL) or _BY_PHONE.match(_behind(sentence, trigger)):
        return "phone_call"
    if "thượng đỉnh" in around or "cấp cao" in word:
        return "summit"
    if any(three in around for three in ("ba bên", "3 bên", "ba nước", "3 nước")):
        return "trilateral"
    if "hội nghị" in word or "họp báo" in word:
        return "conference"
    return _plain_form(word)


_BY_PHONE = re.compile(
    r"(?:trao đổi|nói chuyện|trò chuyện|thảo luận|bàn)\b[^,;.]{0,120}\bqua (?:đường dây )?điện thoại\b"
)


def _plain_form(word: str) -> MeetingForm:
    if any(talk in word for talk in ("đàm phán", "hội đàm", "đối thoại", "thảo luận", "thương thuyết", "hòa đàm")):
        return "talks"
    if word == "với":
        return "talks"  # "A bày tỏ lo ngại với B": face to face or by telephone
    return "other" if word in SIGN else "meeting"


_OF_THREE = re.compile(r"\b(?:ba|3) (?:bên|nước)\b")


def settle_form(form: MeetingForm, count: int, sentence: Sentence, trigger: int) -> MeetingForm:
    """The form, once it is known how many took part: two are never "ba bên"."""
    if form in {"meeting", "conference"} and count == 3:
        return "trilateral" if _OF_THREE.search(sentence.text) else form
    return _plain_form(sentence.chunks[trigger].text.lower()) if form == "trilateral" and count == 2 else form
