"""A story's worth for a block, as a sum of reasons: the weights of the reasons of a place add up to its score."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

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


@dataclass(frozen=True, slots=True)
class Worth:
    """Score and reasons of one story for one block; ``score`` is the sum of the weights, rounded to four places."""

    score: float
    reasons: tuple[Reason, ...]


def focus_worth(story: StoryFacts, now: datetime) -> Worth:
    return _faded([*_weight_of(story), *_promotion(story, "focus")], story.last, now, formula.FOCUS_LIFE)


def hot_worth(story: StoryFacts, now: datetime) -> Worth:
    hour, six = story.new_voices(now, HOUR), story.new_voices(now, 6 * HOUR)
    reasons = [
        _logged("rise", formula.RISE_HOUR, hour, f"+{number(hour)} báo trong 1 giờ"),
        _logged("rise_six", formula.RISE_SIX, six, f"+{number(six)} báo trong 6 giờ"),
        *_promotion(story, "hot"),
        _logged("reads", formula.READS, story.reads_hour, f"{number(story.reads_hour)} lượt đọc giờ qua"),
    ]
    return _faded(reasons, story.last, now, formula.HOT_LIFE)


def is_hot(story: StoryFacts, now: datetime) -> bool:
    return (
        story.new_voices(now, formula.HOT_SPAN) >= formula.HOT_VOICES
        or story.reads_hour >= formula.HOT_READS
        or story.promoted("hot") > 0
    )


def most_read_worth(story: StoryFacts, now: datetime) -> Worth:
    reasons = [
        _logged("reads", formula.READS_MOST, story.reads_day, f"{number(story.reads_day)} lượt đọc trong 24 giờ"),
        *_promotion(story, "most_read"),
    ]
    return _faded(reasons, story.last, now, formula.READ_LIFE)


def recommended_worth(story: StoryFacts, now: datetime) -> Worth:
    return _faded([*_promotion(story, "recommended"), *_weight_of(story)], story.last, now, formula.FOCUS_LIFE)


def video_worth(story: StoryFacts, now: datetime) -> Worth:
    hot = hot_worth(story, now)
    shown = [
        *_promotion(story, "hot_video"),
        *(reason for reason in hot.reasons if reason.sign != "age"),
        _logged("outlets", 1.0, story.voices, _outlets(story)),
    ]
    return _faded(shown, story.last, now, formula.KIND_LIFE)


def multimedia_worth(story: StoryFacts, now: datetime) -> Worth:
    return _faded([*_promotion(story, "multimedia"), *_weight_of(story)], story.last, now, formula.KIND_LIFE)


def time_worth(moment: datetime, now: datetime) -> Worth:
    """Newest first: the score is minutes of age, negative."""
    minutes = -round((now - moment).total_seconds() / 60, 4)
    return Worth(minutes + 0.0, (Reason("time", minutes + 0.0, ago(now - moment)),))


def lessened(worth: Worth, above: int) -> Worth:
    """Less for stories of the same section above it."""
    if above == 0 or worth.score <= 0:
        return worth
    loss = round(worth.score * ((1 - formula.SAME_SECTION) ** above - 1), 4)
    said = f"đã có {above} tin cùng chuyên mục ở trên"
    return Worth(round(worth.score + loss, 4), (*worth.reasons, Reason("same_section", loss, said)))


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


def _weight_of(story: StoryFacts) -> list[Reason]:
    return [
        _logged("outlets", formula.OUTLETS, story.voices, _outlets(story)),
        _logged("reads", formula.READS, story.reads_day, f"{number(story.reads_day)} lượt đọc trong 24 giờ"),
        _votes(story),
    ]


def _outlets(story: StoryFacts) -> str:
    if story.voices < story.outlets:
        return f"{number(story.outlets)} báo, {number(story.voices)} nguồn độc lập"
    return f"{number(story.outlets)} báo"


def _promotion(story: StoryFacts, block: BlockKind) -> list[Reason]:
    count = story.promoted(block)
    return [_logged(f"promoted_{block}", formula.PROMOTED, count, _PROMOTED_AS[block].format(number(count)))]


def _votes(story: StoryFacts) -> Reason:
    cast = story.useful + story.useless
    share = (story.useful - story.useless) / (cast + formula.VOTES_HALF)
    return Reason(
        "useful", round(formula.USEFUL * share, 4), f"{number(story.useful)}/{number(cast)} bạn đọc thấy hữu ích"
    )


def _logged(sign: str, weight: float, count: int, words: str) -> Reason:
    return Reason(sign, round(weight * math.log2(1 + count), 4), words)


def _faded(reasons: list[Reason], last: datetime, now: datetime, life: timedelta) -> Worth:
    """The sum, less what age takes; reasons that weigh nothing are not said. The heaviest first."""
    said = sorted((reason for reason in reasons if reason.weight), key=lambda reason: -reason.weight)
    total = sum(reason.weight for reason in said)
    age = max(now - last, timedelta(0))
    loss = round(total * (math.exp2(-(age / life)) - 1), 4)
    if loss:
        said.append(Reason("age", loss, f"bài mới nhất {ago(age)}"))
    return Worth(round(sum(reason.weight for reason in said), 4), tuple(said))
