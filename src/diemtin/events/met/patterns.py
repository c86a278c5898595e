"""The frames in which somebody meets somebody, as patterns over the kinds of a condensed sentence (``condensed``).

``m`` in a pattern is the word of meeting; ``left`` and ``right`` are the sides. ``sides`` says for each name when the match is
to be believed; the first that is has the word.
"""

from __future__ import annotations

import re

UNIT = r"(?:(?:[POU]|(?<![tVE])(?<!tz)[CBK])(?:,?\([^()]*\))?)"
_JOIN = r"(?:,&?|&|-)[aNr#diwzM]{0,3}"
LIST = rf"{UNIT}(?:{_JOIN}{UNIT})*"
_PAIR = rf"{UNIT}(?:(?:{_JOIN}|a[rN#dz]{{0,2}}){UNIT})+"
_FILL = r"(?:[wf#N,lyidSMzqvDL]|,[OP]?[wM]{0,6}s[BC]|t[CKnp]{0,2},?|&w|&(?=m)|tzn)"
_ADJ = r"(?:[wM#zdbNDLq]|&w|t[CKnp]|\([^()]*\)){0,8}?"
_WITH = r"(?:arw{1,2}|a[rN#dz]{0,3}|[rN#]{0,2})"
FRAMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    # "cuộc gặp (…) giữa A và B"
    (
        "between",
        re.compile(
            rf"(?P<m>[em])(?:[wMdrzt#DLq]|C-C|t[CKnp]|\([^()]*\)|,){{0,8}}?[CK]?G[wr#Nd]{{0,2}}(?P<right>{_PAIR})"
        ),
    ),
    # "Lễ ký kết Thỏa thuận kết thúc đàm phán giữa A với B"
    ("signed", re.compile(rf"(?P<m>e)[wMdnmzN#]{{1,10}}?G[wr#Nd]{{0,2}}(?P<right>{_PAIR})")),
    # "hội nghị thượng đỉnh Mỹ - Nga"
    ("named", re.compile(rf"(?P<m>[em])s?[wMdzn]{{0,6}}(?P<right>{UNIT}(?:-{UNIT})+)")),
    # "hội nghị thượng đỉnh Nga, Thổ Nhĩ Kỳ và Iran về …"
    ("named", re.compile(r"(?P<m>e)(?P<right>C(?:,C)*(?:,&?|&)C)(?=[wDLt.])")),
    # "ông đã được Thủ tướng Thein Sein tiếp kiến"
    (
        "received",
        re.compile(
            r"(?P<left>P)(?:&[UNwndzB]{1,6})?(?:,[^,POUmev.;:]{1,12},)?[wfDL]{0,4}S(?P<right>[PO])[wDL]{0,3}(?P<m>m)"
        ),
    ),
    # "Ngoại trưởng Đức mời những người đồng cấp Nga, Ukraina và Pháp tham gia hội đàm"
    ("invited", re.compile(rf"(?P<left>[PO])[wf]{{0,3}}w(?P<right>{LIST})[wt]{{1,3}}(?P<m>[em])")),
    # "A có kế hoạch mời các nhà lãnh đạo Hamas đến Matxcơva để thảo luận"
    (
        "invited",
        re.compile(rf"(?P<left>[PO])[wfvDL]{{0,8}}w[N#]?(?P<right>{LIST})(?:(?:L|D|[wt]){{0,5}}w|L?D?)(?P<m>m)"),
    ),
    # "… và được Tổng thống Chirac tiếp"
    ("received_too", re.compile(r"[&,][w]?S(?P<right>[PO])[wDL]{0,3}(?P<m>m)")),
    # "cuộc gặp của A với B"
    ("of_with", re.compile(rf"(?P<m>e){_ADJ}s(?P<left>{UNIT})a[wr#Nd]{{0,2}}(?P<right>{LIST})")),
    # "A hôm qua đã cùng B thảo luận"
    ("along", re.compile(r"(?P<left>[PO])[w#fDL,]{1,8}&(?P<right>[PO](?:&[NdzwMC]{1,5})?)[wDL]{0,3}(?P<m>m)")),
    # "A nói với B trong cuộc gặp"
    ("told", re.compile(rf"(?P<left>{UNIT})[w#fDL]{{0,6}}va?(?P<right>{UNIT})[w,]{{1,3}}(?P<m>e)")),
    # "Trong cuộc điện đàm hôm qua, A nói với B rằng"
    ("told_there", re.compile(r"(?P<m>e)[wDLMN#]{0,6},(?P<left>P)[wfDL]{0,3}(?:va?|[wN]{1,2}a)(?P<right>[PO])")),
    # "Tại cuộc hội đàm, A mời B sang thăm"
    ("told_there", re.compile(r"(?P<m>e)[wDLMN#]{0,6},(?P<left>P)[wfDL]{0,4}w(?P<right>P)")),
    # "Kim Jong-un khẳng định với Tập Cận Bình nhân chuyến thăm Bắc Kinh"
    ("on_visit", re.compile(r"(?P<left>[PO])[wfDL]{0,6}(?P<m>v)a?(?P<right>[PO])[w,]{1,3}E")),
    # "A (…) có cuộc gặp (…) với B", "A gặp B", "A phát biểu trong cuộc gặp B", "A đàm phán về … với B"
    ("subject", re.compile(rf"(?P<m>[em]){_ADJ}{_WITH}(?P<right>{LIST})")),
    ("subject", re.compile(r"(?P<m>[em])a?[N#d]?[zwMdnN,&]{1,9}s(?P<right>C)")),
    ("subject", re.compile(r"(?P<m>[em])(?:[wMNz#nDL]|t[CKn]){1,10}?a[rN#dz]{0,3}" + rf"(?P<right>{LIST})")),
    # "A … và trao đổi những vấn đề liên quan đến quan hệ Việt Nam - Hoa Kỳ với B"
    ("talked", re.compile(rf"(?P<m>m)[^POUHemv.;:GaSD]{{1,26}}a[rN#dz]{{0,3}}(?P<right>[POU](?:{_JOIN}{UNIT})*)")),
    # "Trong những cuộc đàm phán gần đây, New Delhi và Islamabad đã đồng ý"
    ("opened", re.compile(rf"(?P<m>e)[w#MNDLt]{{0,6}},(?:[^,POUem.;:]{{1,10}},)?(?P<right>{UNIT}&{UNIT})[w#f]{{0,3}}")),
    # "A và B hội đàm", "A và B đã có cuộc gặp"
    ("both", re.compile(rf"(?P<left>{_PAIR})(?:,[wt]{{1,3}}[VL][^,POUmev.;:]{{0,4}},)?{_FILL}{{0,10}}?(?P<m>[em])")),
    # "A và B nhất trí … sau cuộc hội đàm"
    ("after", re.compile(rf"(?P<left>{UNIT}&{UNIT})[^POUCBe.;:]{{1,24}}w(?P<m>e)(?![aGs])")),
    # "Ngoại trưởng Mỹ John Kerry và Ngoại trưởng Nga Sergei Lavrov (phải) trong cuộc gặp"
    ("after", re.compile(rf"(?P<left>{UNIT}(?:,{UNIT})*&{UNIT})[wt]?(?P<m>e)(?![aGs])")),
    # "Ngoại trưởng Dion đã đề cập vấn đề này với người đồng cấp Vương Nghị"
    ("counterpart", re.compile(r"(?P<left>[PO])[^POUCBem.;:]{1,14}(?P<m>a)(?P<right>[PUO])")),
    # "Hai nhà lãnh đạo loan báo việc này khi vừa hội đàm xong"
    ("after", re.compile(rf"(?P<left>{UNIT}&{UNIT}|r)[^POUHCBKem.;:]{{1,18}}w(?P<m>m)(?![aGsPOUCBK])")),
    # "Bộ Ngoại giao Pháp triệu Đại sứ Mỹ"
    ("summoned", re.compile(r"(?P<left>[POB])[wfDL]{0,5}(?P<m>w)(?P<right>[PO])")),
    # "hai nhà lãnh đạo Mỹ và Nhật cùng đến thăm", "A và B cùng thăm", "A cùng B đến thăm"
    ("visited_with", re.compile(r"r[wM]{0,4}s?(?P<both>C[&-]C)(?P<joint>&)w{0,2}(?P<m>V)")),
    ("visited_with", re.compile(r"(?P<both>P&P)[wfDL]{0,3}(?P<joint>&)w{0,2}(?P<m>V)")),
    ("visited_with", re.compile(r"(?P<left>P)[wfDL]{0,5}(?P<joint>&)(?P<right>[PO])[wfDL]{0,3}(?P<m>V)")),
    # "Giám đốc IAEA sẽ đến Iran vào cuối tuần này để thảo luận …"
    ("came_to", re.compile(r"(?P<left>[PO])(?:[wfDM]|,[wD]{1,3},){0,5}(?P<right>L)[wDM]{0,6}?w(?P<m>m)")),
    # "Ngoại trưởng Powell tới thăm Chủ tịch Arafat"
    ("visited", re.compile(r"(?P<m>V)[rN#]{0,2}(?P<right>[PO])")),
    # "bốn nhà lãnh đạo tham gia đàm phán là A, B, C và D"
    (
        "named_so",
        re.compile(rf"r[^.;vem]{{0,10}}(?P<m>[em])[^.;vem]{{0,10}}l(?P<right>{UNIT}(?:{_JOIN}{UNIT}){{1,}})"),
    ),
    # "Hội nghị … bốn nước: A, B, C và D"
    ("named_so", re.compile(rf"(?P<m>e)[^.;vem]*?r:(?P<right>{UNIT}(?:{_JOIN}{UNIT}){{1,}})")),
    # "Hai nhà lãnh đạo gặp nhau", "hai nước có kế hoạch bắt đầu đàm phán"
    ("group", re.compile(rf"(?P<left>r){_FILL}{{0,8}}?(?P<m>[em])")),
    # "cuộc gặp giữa hai lãnh đạo", "cuộc họp của hai tổng thống"
    ("group_of", re.compile(r"(?P<m>e)[wMDL]{0,4}[sG](?P<right>r)")),
    # "cuộc họp của các nhà lãnh đạo Mỹ, Nga, Anh và Pháp"
    (
        "of_leaders",
        re.compile(r"(?P<m>e)[wMDL]{0,3}s?N(?:d[wM]{0,2}s?)?(?P<right>[OUC](?:(?:,&?|&)[CU]){2,})(?![Pn])"),
    ),
    # "Phát biểu sau hội đàm, Tổng thống Arce đánh giá cao vai trò của người đồng cấp Brazil"
    ("spoke_of", re.compile(r"(?P<m>[em])[^POUHGav.;:]{0,12},(?P<left>P)[wDL]{0,3}v[^POBCK.;:]{0,10}(?P<right>U)")),
    # "A và B, người …, tham dự cuộc hội đàm này"
    (
        "took_part",
        re.compile(rf"(?P<left>{UNIT}(?:{_JOIN}{UNIT})+)(?:,w[^,;.]{{0,16}},)?[wfDLS]{{0,6}}(?P<m>e)"),
    ),
    # "Chủ tịch Castro trao giải thưởng cho Tổng thống Chavez"
    ("gave", re.compile(r"(?P<left>[PO])[wf#DL]{0,4}(?P<m>m)[^Uv.;]{1,40}?w(?P<right>[PO])")),
    # "đại diện 4 nước này đưa ra sau cuộc đàm phán"
    ("group", re.compile(r"(?P<left>r)[^POUCBKe.;:]{0,9}t?(?P<m>e)(?![aGs])")),
    # "Vòng đàm phán sáu bên gồm Mỹ, Trung Quốc… và Triều Tiên"
    ("including", re.compile(rf"(?P<m>e)[^.;v]{{0,20}}?w(?P<right>{UNIT}(?:{_JOIN}{UNIT}){{2,}})")),
    # "cuộc họp do A chủ trì, với sự tham dự của B"
    (
        "chaired",
        re.compile(rf"(?P<m>e)[^.;vem]*?(?P<left>[PO])w{{1,4}},?aNw{{1,2}}s?(?P<right>{UNIT})(?!(?:,|&|-){UNIT})"),
    ),
    # "Vòng đàm phán hôm thứ Hai do A và B cùng chủ trì"
    ("chaired_by_both", re.compile(r"(?P<m>e)[^.;vem]{0,10}?w(?P<right>P&P)w{1,4}")),
    # "gặp ba người tiền nhiệm của ông là A, B và C"
    ("met_named_so", re.compile(rf"(?P<m>m)(?:[^PUemv.,;:a]|sP){{1,12}}?[l:](?P<right>P(?:{_JOIN}P)*)")),
    # "cuộc họp … với sự tham gia của A, B và C"
    ("attended", re.compile(rf"(?P<m>e)[^.;vem]*?aNw{{1,2}}s?(?P<right>{_PAIR})")),
    # "A dự cuộc hội đàm ba bên về hòa bình cùng B và C"
    ("joined", re.compile(rf"(?P<left>[PO])[wfDL,]{{0,6}}(?P<m>e)[wMDLr#z,]{{0,12}}?&(?P<right>{LIST})")),
    # "Tham dự cuộc gặp có A, B và C", "cuộc gặp có sự tham dự của A và B"
    ("attended_by", re.compile(rf"(?P<m>e)[wfMDLr#z,]{{0,5}}?(?:[wl]|wNw{{1,2}}s?)(?P<right>P(?:{_JOIN}P)+)")),
)
