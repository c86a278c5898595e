"""What acts and refusals are called on the editor's desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diemtin.errors import DiemTinError

ACTS: Mapping[str, Promise] = {
    "merge": gettext_lazy("gộp"),
    "split": gettext_lazy("tách"),
    "move": gettext_lazy("chuyển bài"),
    "rename": gettext_lazy("đổi tên"),
    "pin": gettext_lazy("ghim"),
    "unpin": gettext_lazy("bỏ ghim"),
    "thread": gettext_lazy("xếp vào dòng sự kiện"),
    "takedown": gettext_lazy("gỡ bài"),
    "restore": gettext_lazy("trả lại bài"),
    "rights": gettext_lazy("đổi quyền hiển thị"),
    "add_source": gettext_lazy("theo dõi nguồn"),
    "remove_source": gettext_lazy("thôi theo dõi nguồn"),
    "ask_source": gettext_lazy("hỏi nguồn ngay"),
}
_ERRORS: Mapping[str, Promise] = {
    "they are one story already": gettext_lazy("Hai tin này đã là một."),
    "they are one thread already": gettext_lazy("Hai dòng sự kiện này đã là một."),
    "no story has this id": gettext_lazy("Không có tin nào mang mã này."),
    "no thread has this id": gettext_lazy("Không có dòng sự kiện nào mang mã này."),
    "no such article": gettext_lazy("Chưa chọn bài nào, hoặc bài không còn."),
    "no article has this id": gettext_lazy("Không có bài nào mang mã này."),
    "no article and no takedown has this id or address": gettext_lazy(
        "Không có bài nào và lần gỡ nào mang mã hay địa chỉ này."
    ),
    "a split takes articles of one story": gettext_lazy("Chỉ tách được các bài của cùng một tin."),
    "nothing would stay in the story": gettext_lazy(
        "Tách hết thì tin này không còn bài nào: hãy để lại ít nhất một bài."
    ),
    "a thread has two stories at least": gettext_lazy("Một dòng sự kiện có ít nhất hai tin."),
    "a takedown needs a reason": gettext_lazy("Gỡ bài phải có lý do."),
    "taken down already": gettext_lazy("Bài này đã được gỡ."),
    "it is not taken down": gettext_lazy("Bài này không bị gỡ."),
    "its texts were erased": gettext_lazy("Nội dung bài đã bị xoá hẳn: chỉ còn cách thu lại trang gốc."),
    "not pinned in": gettext_lazy("Tin này không được ghim ở đó."),
    "no source was chosen": gettext_lazy("Chưa chọn nguồn nào."),
    "not a web address": gettext_lazy("Đây không phải là địa chỉ web (http hoặc https)."),
    "not a source of this desk": gettext_lazy("Toà soạn này không theo dõi nguồn đó."),
    "no outlet has this key, domain or name": gettext_lazy("Không có báo nào mang mã, tên miền hay tên này."),
    "not a kind of display rights": gettext_lazy("Chưa chọn quyền hiển thị."),
    "places count from 1": gettext_lazy("Vị trí đếm từ 1."),
}
BLOCKS: Mapping[str, Promise] = {
    "focus": gettext_lazy("Tiêu điểm"),
    "hot": gettext_lazy("Đang nóng"),
    "latest": gettext_lazy("Mới nhất"),
    "recommended": gettext_lazy("Có thể bạn quan tâm"),
}

HEALTH: Mapping[str, Promise] = {
    "good": gettext_lazy("tốt"),
    "quiet": gettext_lazy("im ắng"),
    "new": gettext_lazy("mới, chưa hỏi"),
    "failing": gettext_lazy("đang lỗi"),
    "lost": gettext_lazy("mất đã lâu"),
}
FAILURES: Mapping[str, Promise] = {
    "address": gettext_lazy("địa chỉ không được phép hỏi"),
    "name": gettext_lazy("không tìm thấy tên máy chủ"),
    "connect": gettext_lazy("không nối được"),
    "tls": gettext_lazy("chứng thư TLS không đúng"),
    "broken": gettext_lazy("trả lời bị hỏng"),
    "slow": gettext_lazy("trả lời quá chậm"),
    "large": gettext_lazy("trả lời quá lớn"),
    "status": gettext_lazy("máy chủ từ chối"),
    "redirects": gettext_lazy("chuyển hướng vòng quanh"),
    "encoding": gettext_lazy("nén sai"),
    "robots": gettext_lazy("robots.txt không cho"),
    "tdm": gettext_lazy("bên cung cấp bảo lưu quyền khai thác"),
    "content": gettext_lazy("không đọc được nội dung"),
}
SOURCE_KINDS: Mapping[str, Promise] = {
    "feed": gettext_lazy("nguồn tin (RSS, Atom)"),
    "sitemap": gettext_lazy("sơ đồ trang"),
    "page": gettext_lazy("trang mục"),
}

RIGHTS: Mapping[str, Promise] = {
    "headline": gettext_lazy("chỉ tít và đường dẫn"),
    "excerpt": gettext_lazy("tít, sapo và lời trích"),
    "full": gettext_lazy("toàn văn"),
}


def rights_name(rights: str) -> str:
    return str(RIGHTS.get(rights, rights))


def health_name(health: str) -> str:
    return str(HEALTH.get(health, health))


def failure_name(kind: str) -> str:
    """Empty when nothing failed."""
    return str(FAILURES.get(kind, ""))


def source_kind(kind: str) -> str:
    return str(SOURCE_KINDS.get(kind, kind))


def error_words(error: DiemTinError) -> str:
    """A refusal in the editor's language, with what it was about; as it was told where nobody translated it."""
    words = next((str(told) for said, told in _ERRORS.items() if error.message.startswith(said)), error.message)
    return f"{words} ({error.about})" if error.about else words


def act_name(kind: str) -> str:
    return str(ACTS.get(kind, kind.replace("_", " ")))


def block_name(block: str) -> str:
    return str(BLOCKS.get(block, block))


def act_words(told: Mapping[str, Any]) -> str:
    """What an act was about beside the ids that are linked: the new title, the place, the address."""
    said = []
    if "title" in told:
        said.append(f"“{told['title']}”" if told["title"] else _("trả tên về cho máy"))
    if "block" in told:
        where = f"{block_name(told['block'])} {told['section']}".strip()
        said.append(
            _("%(where)s, vị trí %(place)s") % {"where": where, "place": told["place"]} if "place" in told else where
        )
    said.extend(str(told[name]) for name in ("address", "url", "outlet", "action") if told.get(name))
    if "rights" in told:
        said.append(f"{rights_name(told['before'])} → {rights_name(told['rights'])}")
    if "articles" in told:
        said.append(_("%(n)s bài") % {"n": len(told["articles"])})
    return "; ".join(said)
