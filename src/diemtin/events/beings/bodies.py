"""Organisations and papers by the head of their name."""

from __future__ import annotations

from diemtin.events.beings.nouns import Chunk
from diemtin.language.agencies import agencies
from diemtin.language.text import normal


def is_medium(chunk: Chunk) -> bool:
    """A paper or broadcaster that speaks for itself; an agency is a link of the chain."""
    agency = agencies().get(chunk.value)
    return agency is not None and agency.kind == "media"


def is_paper(chunk: Chunk) -> bool:
    """The word for a paper, a channel, an agency: no speaker by itself."""
    return normal(chunk.text) in MEDIA or chunk.text.lower() in {
        "đài",
        "hãng",
        "kênh",
        "kênh truyền hình",
        "trang",
        "hãng tin",
    }


def is_body(chunk: Chunk) -> bool:
    """The head of the name of somebody who can speak: no law, no street."""
    return normal(chunk.value) in BODY_WORDS


_BODIES = frozenset(
    (
        "ủy ban, tổ chức, hiệp hội, hội đồng, liên minh, tập đoàn, công ty, đảng, cơ quan, liên đoàn, phong trào, mặt "
        "trận, trung tâm, quỹ, viện, ngân hàng, nhóm, cục, hãng, văn phòng, đại sứ quán, tòa án, lực lượng, bộ, sở, "
        "tổng cục, chi cục, tổng công ty, kênh, kênh truyền hình, trường, bệnh viện, đại học, ban, đài, phía, truyền "
        "thông, đoàn kiểm tra, đoàn thanh tra, đoàn công tác, ubnd, tand, vksnd, hđnd, hđxx, tỉnh ủy, thành ủy, quận "
        "ủy, huyện ủy, hãng hàng không, hãng thông tấn, khách sạn, khu nghỉ mát, khu nghỉ dưỡng, bảo tàng, chi hội, "
        "tỉnh đoàn, thành đoàn, đảng ủy, bv, đh, cqđt, ca, trạm, clb, hội, vụ, khoa, quân khu, cơ quan csđt, cơ quan "
        "điều tra, ủy hội, tòa, học viện, mạng, nhà máy, phòng, đội, trang, hạm đội, "
        "siêu thị, nhà xuất bản, câu lạc bộ, đồn biên phòng, lữ đoàn, tiểu đoàn, xí nghiệp"
    ).split(", ")
)


MEDIA = frozenset(
    map(
        normal,
        (
            "tạp chí",
            "nhật báo",
            "báo",
            "tờ",
            "tuần báo",
            "tờ báo",
            "hãng tin",
            "trang tin",
            "trang mạng",
            "báo điện tử",
        ),
    )
)


BODY_WORDS = frozenset(map(normal, _BODIES))
