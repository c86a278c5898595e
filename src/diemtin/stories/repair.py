"""Looks again at stories that changed, with their neighbours as a whole, and says what should move.

Average linkage over all articles of a neighbourhood finds what a single pass cannot: two stories that begun apart and grew
together, and one that turned out to be two. What an editor did is a border that linkage cannot cross.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from diemtin.news import Moved
from diemtin.stories import reasons
from diemtin.stories.linkage import group_by_average
from diemtin.stories.live import Live
from diemtin.stories.pairs import JOIN, score_all

NEIGHBOURHOOD = 120
"""Articles that are looked at together; the cost of one look is some 20 ms at the most, 3 ms for the usual fifty."""
LARGE = 40
"""A story of more articles is not parted again, only joined to others; ``SPOKEN`` of its articles speak for it."""
SPOKEN = 24
_PINNED_WEIGHT = 1_000_000


def repair(live: Live, start: int) -> list[Moved]:
    """Mends the neighbourhood of one story; moves are done and returned."""
    numbers = _neighbourhood(live, start)
    slots = [slot for number in numbers for slot in _spokesmen(live, number)]
    if len(slots) < 2:
        return []
    starting, apart = _starting_groups(live, slots)
    groups = group_by_average(score_all(live.rows, np.array(slots, dtype=np.int32)), starting, apart, JOIN)
    return _apply(live, slots, [int(group) for group in groups])


def _neighbourhood(live: Live, start: int) -> list[int]:
    """The story and those near it, while there is room."""
    found, room = [start], NEIGHBOURHOOD - len(_spokesmen(live, start))
    near = live.stories[start].near
    near.intersection_update(live.stories)
    for number in sorted(near - {start}):
        room -= len(_spokesmen(live, number))
        if room < 0:
            break
        found.append(number)
    return found


def _spokesmen(live: Live, number: int) -> list[int]:
    """Its articles, or enough of a large one, spread over its time. Kinds that stand alone are not asked, and neither is
    an undated article with a story of its own: which of several it belongs to was not sure when it came."""
    slots = [slot for slot in live.stories[number].slots if slot not in live.alone]
    if len(slots) == 1 and live.rows.early[slots[0]] < live.rows.late[slots[0]]:
        return []
    if len(slots) <= LARGE:
        return slots
    return [slots[k * (len(slots) - 1) // (SPOKEN - 1)] for k in range(SPOKEN)]


def _starting_groups(live: Live, slots: Sequence[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """What is not to be parted (large stories, pins of one story, copies) by place, and what is not to meet."""
    starting: list[int] = []
    first: dict[tuple[str, object], int] = {}
    story_of: dict[int, str] = {}
    held: set[int] = set()
    for place, slot in enumerate(slots):
        story = live.story_at(slot)
        group = live.copies.group(slot)
        key: tuple[str, object]
        if len(story.slots) > LARGE:
            key = ("story", story.id)
        elif slot in live.pinned:
            key = ("pinned", story.id)
        elif group is not None:
            key = ("copies", group)
        else:
            key = ("slot", slot)
        mine = first.setdefault(key, place)
        story_of[mine] = story.id
        if slot in live.pinned:
            held.add(mine)
        starting.append(mine)
    ordered = sorted(story_of)
    apart = [
        (left, right)
        for at, left in enumerate(ordered)
        for right in ordered[at + 1 :]
        if story_of[left] != story_of[right]
        and ((left in held and right in held) or live.keeps_apart(story_of[left], story_of[right]))
    ]
    return starting, apart


def _apply(live: Live, slots: Sequence[int], groups: Sequence[int]) -> list[Moved]:
    """Gives each group the story it overlaps most (pins first) and moves what stands elsewhere."""
    members: dict[int, list[int]] = {}
    for slot, group in zip(slots, groups, strict=True):
        members.setdefault(group, []).append(slot)
    claims: list[tuple[int, int, int]] = []
    for group, inside in members.items():
        by_story: dict[int, int] = {}
        for slot in inside:
            number = int(live.rows.story[slot])
            by_story[number] = by_story.get(number, 0) + (_PINNED_WEIGHT if slot in live.pinned else 1)
        claims.extend((-weight, number, group) for number, weight in by_story.items())
    target: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, group in sorted(claims):
        if group not in target and number not in taken:
            target[group] = number
            taken.add(number)
    moves: dict[tuple[int, int], list[int]] = {}
    for group, inside in members.items():
        into = target.get(group)
        if into is None:
            into = live.begin_story()
        for slot in inside:
            number = int(live.rows.story[slot])
            if number != into:
                moves.setdefault((number, into), []).append(slot)
    return [_move(live, number, into, inside) for (number, into), inside in moves.items()]


def _move(live: Live, number: int, into: int, slots: list[int]) -> Moved:
    source, target = live.stories[number], live.stories[into]
    if len(source.slots) > LARGE:
        slots = list(source.slots)
    articles = tuple(live.article[slot] for slot in slots)
    for slot in slots:
        live.move(slot, into)
    merged = number not in live.stories
    if merged:
        live.redirects[source.id] = target.id
    return Moved(articles, source.id, target.id, merged, (reasons.MERGED if merged else reasons.PARTED,))
