"""What an article tells that those before it in its story did not: voices, figures, pictures. Pure.

Facts only (a name, a number with its unit), never a sentence: it may be shown whatever an outlet's rights are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from diemtin.language.text import normal

_UNIT = (
    "người chết|người mất tích|người bị thương|người thiệt mạng|người|nạn nhân|bệnh nhân|học sinh|hành khách|khách hàng|lao động"
    "|hộ dân|hộ|căn nhà|ngôi nhà|nhà|tỷ đồng|triệu đồng|nghìn đồng|đồng|tỷ USD|triệu USD|USD|ha|km|mm|mét|m|tấn|kg"
    "|phút|tháng|năm|ngày|giờ|xã|phường|tỉnh|nước|quốc gia|tàu|xe|chuyến bay|chiếc|lượt|ca|vụ|bị cáo|bị hại|điểm|độ"
)
_FIGURE = re.compile(rf"(?<![\d/.,-])(\d[\d.,]*)\s?(%|(?:{_UNIT})\b)")
MOST_FIGURES = 4
"""More is a list of numbers, not what is new."""
_TIMES = frozenset({"năm", "tháng", "ngày", "giờ"})
"""Mostly dates and ages, not what happened."""
_SMALL = frozenset({"1", "2", "3"})
_BARE = frozenset({"người", "phút", "nhà", "xe", "nước"})
"""With a bare unit a small number says little ("1 người"); with a fate it does ("2 người chết")."""


@dataclass(frozen=True, slots=True)
class Adds:
    voices: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.voices or self.figures)


def find_adds(articles: Iterable[tuple[str, str, tuple[str, ...]]]) -> dict[str, Adds]:
    """``(key, text, speakers)`` in the order they came out -> what each adds. The first adds nothing: it is the story."""
    voices: set[str] = set()
    figures: set[str] = set()
    found: dict[str, Adds] = {}
    for number, (key, text, speakers) in enumerate(articles):
        new_voices = [name for name in dict.fromkeys(speakers) if normal(name) not in voices]
        new_figures = [figure for figure in _figures(text) if normal(figure) not in figures]
        voices.update(normal(name) for name in new_voices)
        figures.update(normal(figure) for figure in new_figures)
        found[key] = Adds(tuple(new_voices), tuple(new_figures[:MOST_FIGURES])) if number else Adds()
    return found


def _figures(text: str) -> tuple[str, ...]:
    told = {
        f"{match[1].rstrip('.,')}{'' if match[2] == '%' else ' '}{match[2]}": None
        for match in _FIGURE.finditer(text)
        if match[2] not in _TIMES and not (match[1] in _SMALL and match[2] in _BARE)
    }
    return tuple(told)
