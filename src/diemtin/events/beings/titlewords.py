"""Words around titles and names that say whether somebody is meant, and who: groups, kin, reporters, firms."""

from __future__ import annotations

ITSELF = {"và", "của", "là", "với", "do", "về", "thời", "mà", "khi", "để", "cho", "nhà", "bác", "cụ", "được", "gặp"}
FOR_OTHERS = {"đại diện", "lãnh đạo", "ban lãnh đạo", "giới chức", "giới lãnh đạo", "phái đoàn", "đoàn đại biểu"}
GROUPS = {
    "giới lãnh đạo",
    "giới chức",
    "giới chức cấp cao",
    "phái đoàn",
    "đoàn đại biểu",
    "ban lãnh đạo",
    "nhân chứng",
}
RULES = {"chính quyền", "chính phủ", "nội các"}
GENERIC_HEADS = {"president_of_body": "head_of_state", "managing_director": "director", "director_general": "director"}
REPORTERS = {"phóng viên", "pv", "nhà báo"}
CANDIDATE = {"ứng viên", "ứng cử viên"}
KIN = {
    "con trai",
    "con gái",
    "vợ",
    "chồng",
    "phu nhân",
    "em trai",
    "em gái",
    "anh trai",
    "chị gái",
    "mẹ",
    "cha",
    "con rể",
    "con dâu",
}
GENDER: dict[str, str] = {"vợ": "f", "phu nhân": "f", "đệ nhất phu nhân": "f", "nữ hoàng": "f", "chồng": "m"}
FIRMS = {"công ty", "tập đoàn", "hãng"}
