"""Is a meeting held, planned or cancelled; is it one at all; what form has it: by the words around the word of meeting."""

from __future__ import annotations

import re
from itertools import pairwise

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.events.met.unheld import is_as_planned, is_called_off, is_given_up, is_put_off, is_trip_off
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
    if _CANCEL & set(words[-6:]) or any(refusal in whole for refusal in _REFUSALS) or is_trip_off(whole):
        return "cancelled"
    noun, rest = sentence.chunks[trigger].kind == "e", _to_end(sentence, trigger)
    never = bool(_NEVER & set(words[-4:]))
    if is_given_up(before, rest, noun) or (never and is_as_planned(rest)):
        return "cancelled"
    if never and noun and words[-1:] in (["trong"], ["tại"]):
        never = False  # "sẽ không nhắc tới trong cuộc gặp"
    if never or "thay vì" in pairs[-4:] or _NO_PLAN.search(" ".join(far)) or _DENIED.search(whole):
        return None
    if noun and is_called_off(_behind(sentence, trigger)):
        return "cancelled"
    if noun and (words[-1:] == ["trước"] or pairs[-1:] == ["trước thềm"]):
        return "planned"  # "phát biểu trước cuộc hội đàm"
    if noun and _POSSIBLE.match(_after(sentence, trigger)):
        return "planned"  # "cuộc gặp tiềm năng giữa…"
    if (
        _AFTER_THAT.search(before)
        and not _MEANT.search(before[before.rindex("au khi ") :])
        and not _AHEAD.search(before)
    ):
        return "held"  # "… do phía Lào đề nghị, sau khi ông A điện đàm với ông B"
    if _HOPED.search(before) or (not noun and _AGREED.search(before)):
        return "planned"
    if noun and _may_be(sentence, trigger):
        return "planned"  # "cuộc gặp Peru - Lào vẫn có thể diễn ra"
    if noun and words[-1:] == ["sau"] and not near & {"sẽ", "dự kiến", "sắp"}:
        return "held"  # "nhất trí mở cửa biên giới sau cuộc hội đàm"
    if words[-1:] == ["để"] and _TO_COME & set(far):
        return "planned"  # "dự kiến sẽ gặp A trước khi lên đường tới B để hội đàm với C"
    if near & (_PLAN | _WISH) or (
        words[-1:] == ["về"] and _IDEA & {chunk.text.lower() for chunk in sentence.chunks[:trigger]}
    ):
        return "planned"
    if noun and is_put_off(rest):
        return "cancelled"
    if noun and _is_moved(sentence, trigger):
        return "planned"
    near_by = sentence.chunks[trigger + 1 : trigger + 6]
    if sentence.chunks[trigger + 1 : trigger + 3] and _PLANNED_AFTER.search(
        "".join(
            chunk.kind if chunk.kind in ".,;vem" else f" {chunk.text.lower()}"
            for chunk in sentence.chunks[trigger + 1 : trigger + 12]
        )
    ):
        return "planned"
    after = {chunk.text.lower() for at, chunk in enumerate(near_by) if not at or near_by[at - 1].kind != "&"}
    if noun and after & {
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
_AFTER_THAT = re.compile(r"\b[Ss]au khi (?:[^,;.\s]+ ){0,12}$")
_MEANT = re.compile(
    r"\b(?:sẽ|dự kiến|sắp|kế hoạch|định|đồng ý|nhất trí|thống nhất|thỏa thuận|mời|đề nghị|đề xuất|kêu gọi|yêu cầu|muốn|đòi"
    r"|từ chối|hủy|huỷ|hoãn|sẵn sàng|không|chưa|có thể|khả năng|hy vọng|mong|chuẩn bị|thông báo|tuyên bố|cho biết|quyết định"
    r"|cam kết)\b"
)
_AHEAD = re.compile(r"\b(?:sẽ|sắp|[Dd]ự kiến|[Dd]ự định|[Tt]heo (?:kế hoạch|lịch trình|chương trình))\b.*\b[Ss]au khi ")
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
_PLANNED_AFTER = re.compile(
    r"^[^.;]{0,120}?, dự kiến(?: sẽ)?(?: được)? (?:tổ|diễn|mở)"
    r"|^[^.,;]* (?:dự kiến|có khả năng được|sẽ được|sẽ diễn|được lên kế hoạch|sắp diễn)"
)


def _to_end(sentence: Sentence, trigger: int) -> str:
    return sentence.text[sentence.pieces[sentence.chunks[trigger].start].start :]


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
    partner = before[-2:-1] in (["bàn"], ["trao đổi"], ["thảo luận"]) and any(side.kind in "PU" for side in sides)
    topic = before[-1:] == ["về"] and not partner and (status == "held" or sentence.chunks[trigger].kind == "m")
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
        one = (
            sentence.chunks[trigger].kind == "e"
            and word.startswith(("cuộc", "buổi"))
            and name in {"between", "subject"}
        )
        did = any(_THEY.search(side.text) for side in sides) and before[-1:] in (["đã"], ["vừa"])
        return not (officers or group) or (
            officers < 2
            and not (group and (sentence.chunks[trigger].kind == "e" or did))
            and not one
            and any(slack in word for slack in _SLACK)
        )
    if (
        status == "held"
        and sentence.chunks[trigger].kind == "m"
        and len(sides) < 3
        and "với" not in word
        and name != "both"
        and not (name == "named" and _TOOK_PLACE.search(_behind(sentence, trigger)))
    ):
        return True
    return len(sides) < 3 and any(slack in word for slack in (_VAGUE if status == "planned" else _SLACK))


_TOOK_PLACE = re.compile(r"\bđã (?:được )?(?:nối lại|bắt đầu|khai mạc|diễn ra|kết thúc|khép lại)\b")
_THEY = re.compile(
    r"\b(?:ông|bà|người|vị|nhà lãnh đạo|lãnh đạo|tổng thống|thủ tướng|bộ trưởng|ngoại trưởng)$", re.IGNORECASE
)
""" "Hai người đã họp": persons, who did what two states do in general too."""
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
