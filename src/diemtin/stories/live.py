"""The live articles, the stories they stand in, and who may not be moved: the state behind ``Index``, and its bookkeeping.

Inside, an article is a slot of ``Rows`` and a story a number; ids are for the outside.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from diemtin.errors import NotFound
from diemtin.stories.copies import Copies
from diemtin.stories.features import Features
from diemtin.stories.postings import KEYS, Postings
from diemtin.stories.rows import Rows, Span
from diemtin.stories.terms import TERM_MASK


@dataclass(slots=True)
class Story:
    """Its live articles, in the order in which they came, and the stories that may be the same."""

    id: str
    slots: list[int] = field(default_factory=list)
    near: set[int] = field(default_factory=set)


class Live:
    """See the module. ``new_id`` makes ids of stories and wire groups."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self.new_id = new_id
        self.rows = Rows()
        self.postings = Postings()
        self.copies = Copies(self.rows, new_id)
        self.slot: dict[str, int] = {}
        self.article: dict[int, str] = {}
        self.alone: set[int] = set()
        """Slots of kinds that form no story with what they list."""
        self.pinned: set[int] = set()
        """Slots that an editor put where they are."""
        self.apart: set[tuple[str, str]] = set()
        """Ids of stories that an editor keeps apart, the smaller first."""
        self.redirects: dict[str, str] = {}
        self.stories: dict[int, Story] = {}
        self.number: dict[str, int] = {}
        self.dirty: set[int] = set()
        """Numbers of stories that ``repair`` has to look at."""
        self._next_number = 0

    # --- articles ----------------------------------------------------------------------------------------------------

    def get_slot(self, article_id: str) -> int:
        slot = self.slot.get(article_id)
        if slot is None:
            raise NotFound("not a live article", about=article_id)
        return slot

    def span_of(self, features: Features, when: datetime) -> Span:
        """The article's own time, or the range of it."""
        return (to_hours(when),) * 2 if features.dated else (features.early, features.late)

    def take_in(self, article_id: str, features: Features, when: datetime) -> int:
        """An article that belongs to no story yet."""
        span = self.span_of(features, when)
        slot = self.rows.add(features, span)
        self.rows.seen[slot] = to_hours(when)
        self.slot[article_id] = slot
        self.article[slot] = article_id
        if features.alone:
            self.alone.add(slot)
        self.postings.add(slot, features.terms[:KEYS] & np.uint32(TERM_MASK), hours_of(span))
        return slot

    def let_go(self, slot: int) -> None:
        self._leave(slot)
        self.copies.leave(slot)
        if self.rows.early[slot] != self.rows.late[slot]:
            self.postings.drop_undated(slot)
        self.pinned.discard(slot)
        self.alone.discard(slot)
        del self.slot[self.article.pop(slot)]
        self.rows.drop(slot)

    # --- stories -----------------------------------------------------------------------------------------------------

    def story_at(self, slot: int) -> Story:
        return self.stories[int(self.rows.story[slot])]

    def get_number(self, story: str) -> int:
        """The number of a story, which begins if it has no live articles."""
        number = self.number.get(story)
        return self.begin_story(story) if number is None else number

    def begin_story(self, story: str | None = None) -> int:
        number = self._next_number
        self._next_number += 1
        found = Story(story or self.new_id())
        self.stories[number] = found
        self.number[found.id] = number
        return number

    def join(self, slot: int, number: int) -> None:
        self.stories[number].slots.append(slot)
        self.rows.story[slot] = number

    def move(self, slot: int, number: int) -> None:
        near = self.story_at(slot).near
        self._leave(slot)
        self.join(slot, number)
        self.stories[number].near |= near - {number}

    def _leave(self, slot: int) -> None:
        number = int(self.rows.story[slot])
        story = self.stories[number]
        story.slots.remove(slot)
        self.rows.story[slot] = -1
        if not story.slots:
            del self.stories[number]
            del self.number[story.id]
            self.dirty.discard(number)

    def follow(self, story: str) -> str:
        """The story that an id means now."""
        seen = {story}
        while story in self.redirects and self.redirects[story] not in seen:
            story = self.redirects[story]
            seen.add(story)
        return story

    def keeps_apart(self, left: str, right: str) -> bool:
        return pair(left, right) in self.apart


def to_hours(when: datetime) -> float:
    """Hours since 1970; a time without a zone is taken as UTC."""
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return when.timestamp() / 3600


def hours_of(span: Span) -> float:
    """The time under which an article is filed; NaN when it is not known."""
    return span[0] if span[0] == span[1] else math.nan


def pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)
