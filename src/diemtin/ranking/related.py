"""Beside an article: what is related to its story, and what else is in its section."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from diemtin.ranking import formula, scores
from diemtin.ranking.facts import StoryFacts
from diemtin.ranking.front import RankedBlock, RankedPlace

THREAD = 4.0
"""On one line of events: related by definition."""
PERSONS = 1.5
"""For every doubling of persons that both stories quote or meet."""
RELATED_LIFE = timedelta(days=30)
"""Half of the worth is gone for every month between two stories: what happened a year ago is background, not related
news."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """Why a story may be related to the one at hand. ``teasers``: outlets that list it as related on pages that tell
    it."""

    story: StoryFacts
    thread: str | None = None
    """Name of the thread they share."""
    persons: tuple[str, ...] = ()
    teasers: int = 0


def rank_related(base: StoryFacts, kin: Iterable[Kinship], size: int = 6) -> RankedBlock:
    """The nearest first: thread, what outlets themselves call related, shared persons; nearness in time decides among
    them."""
    judged = [(_worth(base, one), one.story) for one in kin if one.story.key != base.key]
    judged = [(worth, story) for worth, story in judged if worth.score > 0]
    judged.sort(key=lambda one: (-one[0].score, -one[1].last.timestamp(), one[1].key))
    return RankedBlock("related", tuple(_place(story, worth) for worth, story in judged[:size]))


def rank_more(
    base: StoryFacts, stories: Iterable[StoryFacts], now: datetime, without: Iterable[str], size: int = 8
) -> RankedBlock:
    """The newest of the same section that are not shown beside the article already."""
    shown = {base.key, *without}
    rest = [story for story in stories if story.section == base.section and story.key not in shown]
    rest.sort(key=lambda story: (-story.last.timestamp(), story.key))
    return RankedBlock(
        "more", tuple(_place(story, scores.time_worth(story.last, now)) for story in rest[:size]), base.section
    )


def _worth(base: StoryFacts, kin: Kinship) -> scores.Worth:
    parts: list[scores.Part] = []
    if kin.thread:
        parts.append(("thread", THREAD, lambda: f"cùng dòng sự kiện “{kin.thread}”"))
    if kin.teasers:
        weight = round(formula.PROMOTED * math.log2(1 + kin.teasers), 4)
        parts.append(("promoted_related", weight, lambda: f"{kin.teasers} báo xếp là tin liên quan"))
    if kin.persons:
        weight = round(PERSONS * math.log2(1 + len(kin.persons)), 4)
        parts.append(("persons", weight, lambda: "cùng nhắc " + ", ".join(kin.persons[:3])))
    total = sum(part[1] for part in parts)
    apart = max(base.first - kin.story.last, kin.story.first - base.last, timedelta(0))
    loss = round(total * (math.exp2(-(apart / RELATED_LIFE)) - 1), 4)
    if loss:
        parts.append(("apart", loss, lambda: f"cách nhau {apart.days} ngày" if apart.days else "cách nhau vài giờ"))
    return scores.Worth(round(total + loss, 4), tuple(parts))


def _place(story: StoryFacts, worth: scores.Worth) -> RankedPlace:
    return RankedPlace(story.key, story.reports[-1].article, worth.score, worth.reasons)
