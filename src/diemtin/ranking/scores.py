"""A story's worth for a block, as a sum of reasons: the weights of the reasons of a place add up to its score."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from diemtin.news import BlockKind, Reason
from diemtin.ranking import formula
from diemtin.ranking.facts import StoryFacts

HOUR = timedelta(hours=1)
_PROMOTED_AS = {
    "focus": "tiêu điểm ở {} báo",
    "hot": "mục nóng ở {} báo",
    "most_read": "đọc nhiều ở {} báo",
    "recommended": "được {} báo giới thiệu",
    "hot_video": "video hot ở {} báo",
    "multimedia": "multimedia ở {} báo",
    "related": "{} báo xếp là tin liên quan",
}


Part = tuple[str, float, Callable[[], str]]
"""Sign, weight, and the words: made only for the few stories that get a place."""


_WEIGHT = itemgetter(1)
_NO_TIME = timedelta(0)
_NO_VOTES: Part = ("useful", 0.0, lambda: "")


class Worth(NamedTuple):
    """Score and reasons of one story for one block; ``score`` is the sum of the weights, rounded to four places. A tuple:
    a front page makes two thousand."""

    score: float
    parts: tuple[Part, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The heaviest first; what was taken away last."""
        return tuple(Reason(sign, weight, words()) for sign, weight, words in self.parts)


def focus_worth(story: StoryFacts, now: datetime) -> Worth:
    return _faded([*_weight_of(story), *_promotion(story, "focus")], story.last, now, formula.FOCUS_LIFE)


def hot_worth(story: StoryFacts, now: datetime) -> Worth:
    return _faded(_heat(story, now), story.last, now, formula.HOT_LIFE)


def _heat(story: StoryFacts, now: datetime) -> list[Part]:
    hour, six = story.new_voices(now, HOUR), story.new_voices(now, 6 * HOUR)
    return [
        _logged("rise", formula.RISE_HOUR, hour, lambda: f"+{number(hour)} báo trong 1 giờ"),
        _logged("rise_six", formula.RISE_SIX, six, lambda: f"+{number(six)} báo trong 6 giờ"),
        *_promotion(story, "hot"),
        _logged("reads", formula.READS, story.reads_hour, lambda: f"{number(story.reads_hour)} lượt đọc giờ qua"),
    ]


def is_hot(story: StoryFacts, now: datetime) -> bool:
    return (
        story.new_voices(now, formula.HOT_SPAN) >= formula.HOT_VOICES
        or story.reads_hour >= formula.HOT_READS
        or story.promoted("hot") > 0
    )


def most_read_worth(story: StoryFacts, now: datetime) -> Worth:
    reasons = [
        _logged(
            "reads", formula.READS_MOST, story.reads_day, lambda: f"{number(story.reads_day)} lượt đọc trong 24 giờ"
        ),
        *_promotion(story, "most_read"),
    ]
    return _faded(reasons, story.last, now, formula.READ_LIFE)


def recommended_worth(story: StoryFacts, now: datetime) -> Worth:
    """Of a story that no outlet promotes the same as ``focus_worth``."""
    return _faded([*_promotion(story, "recommended"), *_weight_of(story)], story.last, now, formula.FOCUS_LIFE)


def video_worth(story: StoryFacts, now: datetime) -> Worth:
    outlets = _logged("outlets", 1.0, story.voices, lambda: _outlets(story))
    return _faded([*_promotion(story, "hot_video"), *_heat(story, now), outlets], story.last, now, formula.KIND_LIFE)


def multimedia_worth(story: StoryFacts, now: datetime) -> Worth:
    return _faded([*_promotion(story, "multimedia"), *_weight_of(story)], story.last, now, formula.KIND_LIFE)


def time_worth(moment: datetime, now: datetime) -> Worth:
    """Newest first: the score is minutes of age, negative."""
    minutes = -round((now - moment).total_seconds() / 60, 4)
    return Worth(minutes + 0.0, (("time", minutes + 0.0, lambda: ago(now - moment)),))


def lessened(worth: Worth, above: int) -> Worth:
    """Less for stories of the same section above it."""
    if above == 0 or worth.score <= 0:
        return worth
    loss = round(worth.score * ((1 - formula.SAME_SECTION) ** above - 1), 4)
    part = ("same_section", loss, lambda: f"đã có {above} tin cùng chuyên mục ở trên")
    return Worth(round(worth.score + loss, 4), (*worth.parts, part))


def ago(age: timedelta) -> str:
    minutes = int(age.total_seconds() // 60)
    if minutes < 1:
        return "vừa xong"
    if minutes < 60:
        return f"{minutes} phút trước"
    if minutes < 48 * 60:
        return f"{minutes // 60} giờ trước"
    return f"{minutes // 1440} ngày trước"


def number(value: int) -> str:
    """1240 as 1.240."""
    return f"{value:,}".replace(",", ".")


def _weight_of(story: StoryFacts) -> list[Part]:
    return [
        _logged("outlets", formula.OUTLETS, story.voices, lambda: _outlets(story)),
        _logged("reads", formula.READS, story.reads_day, lambda: f"{number(story.reads_day)} lượt đọc trong 24 giờ"),
        _votes(story),
    ]


def _outlets(story: StoryFacts) -> str:
    if story.voices < story.outlets:
        return f"{number(story.outlets)} báo, {number(story.voices)} nguồn độc lập"
    return f"{number(story.outlets)} báo"


def _promotion(story: StoryFacts, block: BlockKind) -> list[Part]:
    count = story.promoted(block)
    if not count:
        return []
    return [_logged(f"promoted_{block}", formula.PROMOTED, count, lambda: _PROMOTED_AS[block].format(number(count)))]


def _votes(story: StoryFacts) -> Part:
    cast = story.useful + story.useless
    if not cast:
        return _NO_VOTES
    share = (story.useful - story.useless) / (cast + formula.VOTES_HALF)
    words = f"{number(story.useful)}/{number(cast)} bạn đọc thấy hữu ích"
    return ("useful", round(formula.USEFUL * share, 4), lambda: words)


def _logged(sign: str, weight: float, count: int, words: Callable[[], str]) -> Part:
    return (sign, _weight(weight, count), words)


@lru_cache(maxsize=4096)
def _weight(weight: float, count: int) -> float:
    return round(weight * math.log2(1 + count), 4)


def _faded(parts: list[Part], last: datetime, now: datetime, life: timedelta) -> Worth:
    """The sum, less what age takes; reasons that weigh nothing are not said. The heaviest first."""
    said = [part for part in parts if part[1]]
    if len(said) > 1:
        said.sort(key=_WEIGHT, reverse=True)
    total = 0.0
    for part in said:
        total += part[1]
    age = max(now - last, _NO_TIME)
    loss = round(total * (math.exp2(-(age / life)) - 1), 4)
    if loss:
        said.append(("age", loss, lambda: f"bài mới nhất {ago(age)}"))
    return Worth(round(total + loss, 4), tuple(said))
