"""Invented news for tests of the desk."""

from __future__ import annotations

from typing import Any

SUMMIT: dict[str, Any] = {
    "id": "goc",
    "url": "https://www.baobencang.example/thuong-dinh.html",
    "source": "Báo Bến Cảng",
    "title": "Bộ trưởng Ngoại giao Bùi Thanh Sơn hội đàm với Ngoại trưởng Nhật Bản bên lề thượng đỉnh",
    "lead": "Chiều 14/5/2024, Bộ trưởng Ngoại giao Bùi Thanh Sơn hội đàm với Ngoại trưởng Nhật Bản Kamikawa Yoko tại Tokyo.",
    "text": "\n".join(
        [
            "Ngày 14/5/2024, tại Tokyo, Bộ trưởng Ngoại giao Bùi Thanh Sơn đã hội đàm với Ngoại trưởng Nhật Bản Kamikawa Yoko.",
            "Hai bên trao đổi về hợp tác thương mại, đầu tư và chuỗi cung ứng giữa hai nước trong thời gian tới.",
            "Bà Kamikawa Yoko nói: “Nhật Bản coi trọng quan hệ với Việt Nam và sẽ tiếp tục hỗ trợ đào tạo nhân lực.”",
            "Cuộc hội đàm kéo dài 45 phút, bên lề hội nghị thượng đỉnh về tương lai châu Á.",
            "Hai Bộ trưởng nhất trí giữ tiếp xúc cấp cao và thúc đẩy các dự án hạ tầng đang triển khai tại Việt Nam.",
        ]
    ),
    "date": "2024-05-14T17:30:00+07:00",
}


def copy_of(line: dict[str, Any], key: str, source: str, url: str, hours: int) -> dict[str, Any]:
    """The same text some hours later in another outlet, under a headline of its own."""
    time = f"{line['date'][:11]}{int(line['date'][11:13]) + hours:02}{line['date'][13:]}"
    return line | {
        "id": key,
        "source": source,
        "url": url,
        "date": time,
        "title": "Việt Nam và Nhật Bản hội đàm tại Tokyo",
    }
