"""Is a word a verb of speech here, and does it say something: not "đưa ra tuyên bố", not "sẽ nói", not a deed.

Works on the kinds of a sentence's chunks with everything quoted masked.
"""

from __future__ import annotations

from diemtin.events.beings.cues import weak_speech
from diemtin.events.beings.nouns import Chunk

_MADE = {
    "vụ",
    "lối",
    "tội",
    "cách",
    "giọng",
    "gửi",
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
    "nuôi",
    "niềm",
    "tia",
    "mối",
    "hạ",
    "nâng",
}
"""After these a word of speech is a noun: "đưa ra tuyên bố"."""


def is_verb_of_speech(chunks: list[Chunk], kinds: str, at: int) -> bool:
    """Does the verb at ``at`` report words? Weak ones need a quotation, a colon or "rằng"; nouns and modals say nothing."""
    verb = chunks[at]
    before = chunks[at - 1] if at else None
    office = before is not None and before.text == "vụ" and at > 1 and chunks[at - 2].text[0].isupper()  # "Sở Ngoại vụ"
    times = {"tháng", "tuần", "năm", "hôm", "ngày"}  # "tháng trước nói"
    office = office or (at > 1 and chunks[at - 1].text == "trước" and chunks[at - 2].text.lower() in times)
    if before is not None and (before.kind in "NSsa" or before.text.lower() in _MADE) and not office:
        return False
    accused = " ".join(chunk.text.lower() for chunk in chunks[max(0, at - 3) : at])
    if accused.endswith(("bị cáo buộc", "bị nghi", "bị tố", "bị nghi ngờ", "bị buộc tội")):
        return False  # "bị cáo buộc tiết lộ bí mật"
    if before is not None and before.text.lower() == "người" and kinds[at - 1] == "w":
        # "ông A, người tuyên bố không từ chức" says it; "người tiết lộ về …" tells who he is
        following = chunks[at + 1].text.lower() if at + 1 < len(chunks) else ""
        if kinds[max(0, at - 3) : at - 1] != "P," or following in {"về", "ra", "trên"} or not is_plain_speech(verb):
            return False
    if [chunk.text.lower() for chunk in chunks[max(0, at - 2) : at]] in (
        ["người", "hay"],
        ["người", "luôn"],
        ["người", "thường"],
    ):
        return False  # "vốn là người hay chỉ trích": what he is like
    if any(chunk.text.lower() == "như" for chunk in chunks[max(0, at - 2) : at]) and kinds[at - 1] == "w":
        return False  # "như đang nói với mọi người"
    if any(chunk.kind == "x" and chunk.text.lower() != "khó" for chunk in chunks[max(0, at - 2) : at]):
        # "không loại trừ", "không nói gì": what was not said; but "… chưa có thỏa thuận, ông nói".
        return kinds[at - 1] not in "xw"
    after = chunks[at + 1].text.lower() if at + 1 < len(chunks) else ""
    if verb.value == "nói" and before is not None and before.text.lower() == "khi":
        said = [chunk.text.lower() for chunk in chunks[at + 1 : at + 3]]
        if not {",", "rằng"} & set(said) and not set(kinds[at + 1 :]) & set(":q"):
            return False  # "bà lưỡng lự khi nói bất kỳ điều gì tiêu cực"
    if verb.value in {"nói", "phát biểu"} and _is_no_content(chunks, kinds, at):
        return False
    if verb.value in {"yêu cầu", "đề nghị", "cam kết"} and at > 1 and _is_met(chunks, at):
        return False
    if verb.value in HOPES | {"tin là"} and after in {"nên", "vào", "ở", "thật"}:
        return False  # "tin tưởng nên đã chuyển tiền": a feeling
    asked = " ".join(chunk.text.lower() for chunk in chunks[at + 1 : at + 4])
    if asked.startswith(("thế nào", "như thế nào", "ra sao", "như nào")):
        return False  # "dù ông nói thế nào", "ông đánh giá như thế nào về …"
    if verb.value == "yêu cầu" and chunks[at + 1 : at + 2] and chunks[at + 1].text[0].isdigit():
        return False  # "ông yêu cầu 24 người ghi nhật ký": a deed
    if verb.value in _BARE_DEEDS and after == "." and kinds[at - 1 : at] == "w":
        return False  # "đã gọi điện chúc mừng.": a deed
    if verb.value == "nói" and after == "về" and at and kinds[at - 1] == "," and not set(kinds) & set("·:"):
        return False  # "… của A, 27 tuổi, nói về quan hệ trong một gia đình": what a film is about
    if verb.value == "than" and "·" not in kinds and after not in {"rằng", ":", "là"}:
        return False  # "xuất khẩu 8 triệu tấn than": coal
    if after == "được" and verb.value == "khẳng định":
        return False  # "đã khẳng định được vị trí của mình"
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
        feels = verb.value in HOPES
        if "".join(chunk.kind for chunk in rest[:3]) == "qnq":
            return False  # "cô chia sẻ “The Master’s Poem”": a title
        if any(chunk.text.lower() in {"rằng", ":"} or (chunk.kind == "q" and not feels) for chunk in rest[:2]) or any(
            c.text == ":" for c in rest
        ):
            return True
        if "···" in kinds[:at] or (verb.value in _EXPLAINS and after in {",", "-", "–"}):
            return True
        if kinds[at + 1 :] in {".", ""} and "," in kinds[max(0, at - 12) : at] and verb.value in _EXPLAINS | _AT_END:
            return True  # "…, Watson giải thích."
        if verb.value == "hỏi" and any(chunk.text.lower() == "liệu" for chunk in rest[:4]):
            return True
        if kinds[0] in "-–" and at < 4:
            return True  # "– Tần Thư Bồi viết": the quotation was the sentence before
        if verb.value == "kể" and kinds[at + 1 : at + 3] in {"aH", "aY", "ad"}:
            return True  # "kể với phóng viên"
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
        if verb.value in {"kể", "trả lời", "giải thích", "than", "nghĩ"} and after == "là":
            return True
        if verb.value == "tố" and kinds[at + 1 : at + 2] in set("POBCK") and kinds[at + 2 : at + 3] == "w":
            return chunks[at + 2].text.lower() in {"có", "đã", "vi", "không", "tìm", "cố"}  # "tố Kuala Lumpur có …"
        reach = 18 if verb.value == "gọi" and "·" in kinds[at:] else 11
        return verb.value in {"coi", "gọi", "xem"} and any(c.text.lower() == "là" for c in chunks[at + 1 : at + reach])
    return True


def _is_no_content(chunks: list[Chunk], kinds: str, verb: int) -> bool:
    """ "Ông A nói rất giỏi tiếng Pháp", "ông A phát biểu tại diễn đàn.": a skill, a caption."""
    if set(kinds[verb + 1 :]) & set(":q") or "q" in kinds[:verb]:
        return False
    if chunks[verb].value == "nói":
        if chunks[verb + 1 : verb + 2] and chunks[verb + 1].text.lower() in _MANNERS:
            return True  # "Bà A nói nhẹ mà …"
        words = [chunk.text.lower() for chunk in chunks[verb + 1 : verb + 5]]
        return "tiếng" in words and not set(words[: words.index("tiếng")]) & {"rằng", "với", "là", ",", "về"}
    after = chunks[verb + 1].text.lower() if verb + 1 < len(chunks) else "."
    said = any(chunk.text.lower() in {",", "rằng", "là"} for chunk in chunks[verb + 1 :])
    return after in _AT_EVENTS and not said and "," not in kinds[:verb]


_MANNERS = {"nhẹ", "to", "nhanh", "chậm", "nhiều", "ít", "dối", "năng", "giỏi", "sõi", "lái", "vui"}
_AT_EVENTS = {"tại", "trong", "trước", "ở", "khai", "chỉ", "kết", "chào", "ý", "mở", "bế"}
"""After "phát biểu": where it was, or of what kind ("khai mạc", "chỉ đạo", "ý kiến")."""


def _is_met(chunks: list[Chunk], verb: int) -> bool:
    """ "đáp ứng yêu cầu", "chấp nhận đề nghị": a noun."""
    pair = f"{chunks[verb - 2].text} {chunks[verb - 1].text}".lower()
    return pair in _MET or chunks[verb - 1].text.lower() in {"đáp ứng", "theo"}


_MET = {
    "đáp ứng", "thực hiện", "chấp nhận", "chấp thuận", "từ chối", "xem xét", "giải quyết", "phớt lờ", "bất chấp",
    "hoàn thành", "thi hành", "gửi thư", "làm theo", "tuân thủ", "giữ đúng", "giữ vững",
}  # fmt: skip


def _is_only_compared(chunks: list[Chunk], kinds: str, verb: int) -> bool:
    """A verb at the sentence's end needs the words before it: a quotation, or a comma before its subject; no "như"."""
    comma = max(kinds.rfind(mark, 0, verb) for mark in ",q·-:")
    return any(chunk.text.lower() == "như" for chunk in chunks[comma + 1 : verb]) or (comma < 0 and verb > 3)


def is_plain_speech(verb: Chunk) -> bool:
    """A verb that is of words only: "cho biết", "xác nhận"."""
    return verb.value not in weak_speech() and verb.value not in DEEDS and verb.value not in HOPES


HOPES = {"hy vọng", "hi vọng", "mong muốn", "tin", "tin tưởng", "lo ngại", "quan ngại", "đe dọa", "phản đối", "hứa"}


DEEDS = {
    "yêu cầu", "đề nghị", "đề xuất", "cam kết", "đánh giá", "đánh giá cao", "coi", "xem", "gọi", "cảm ơn", "cám ơn",
    "chúc mừng", "ủng hộ", "ghi nhận", "tố", "báo cáo", "công bố", "nêu", "hỏi", "đòi", "bảo đảm", "đảm bảo", "khuyên",
    "biểu dương", "khuyến nghị", "kiến nghị", "hé lộ", "xin lỗi", "cảnh cáo", "phê bình", "lên tiếng xin lỗi", "gửi lời xin lỗi",
    "nói lời xin lỗi", "gửi lời cảm ơn", "gửi lời cám ơn",
}  # fmt: skip
"""Said of deeds as often as of words: only of who stands right before."""


_BARE_DEEDS = {"chúc mừng", "cảm ơn", "xin lỗi", "lên tiếng xin lỗi", "gửi lời xin lỗi", "gửi lời cảm ơn", "cảnh cáo"}
_MODALS = {"đi", "cần", "nên", "để", "sẽ", "nhằm", "càng", "hãy", "đừng", "chớ", "định", "phải"}
"""After these it is not said, or not yet."""


_FORCED = {"thừa nhận", "lên tiếng", "thú nhận", "thốt lên", "nói", "than", "xác nhận", "công nhận"}
"""What one "phải thừa nhận" all the same."""


_AT_END = {"kết luận", "than", "đoán", "hỏi", "khuyên", "trăn trở", "băn khoăn", "khoe", "đáp"}
_EXPLAINS = {"giải thích", "trả lời", "phân tích", "viết", "kể", "nhớ lại", "báo cáo", "phản ánh"}


def is_new_clause(chunks: list[Chunk], at: int) -> bool:
    """May a second speaker begin here: after a quotation, a semicolon, "trong khi", "còn"."""
    window = chunks[max(0, at - 3) : at]
    if chunks[at].kind == "n" and any(chunk.value in {"cho rằng", "nói rằng"} for chunk in chunks[:at]):
        window = [chunk for chunk in window if chunk.text.lower() not in {"song", "nhưng"}]
    return any(chunk.kind in "q;" for chunk in window) or any(
        chunk.text.lower() in {"còn", "song", "nhưng"}
        or (chunk.text.lower() == "khi" and at > 1 and _is_while(chunks, at))
        or (chunk.text.lower() == "thì" and [one.text.lower() for one in chunks[:2]] == ["trong", "khi"])
        for chunk in window
    )


def _is_while(chunks: list[Chunk], at: int) -> bool:
    """ "trong khi", not "sau khi", "trước khi"."""
    return any(
        one.text.lower() == "trong" and two.text.lower() == "khi"
        for one, two in zip(chunks[max(0, at - 5) : at], chunks[max(0, at - 4) : at], strict=False)
    )
