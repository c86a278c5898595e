"""The live index: one ordered stream of articles in, copies and stories out.

Placing has two steps. ``Postings`` names the few dozen live articles of the same days that share telling terms; the
pair model (``pairs``) says how likely each tells the same happening. The article joins the story whose members score
highest on average, when that is over ``JOIN``; otherwise it begins one. ``repair`` later looks at stories and their
neighbours as a whole (average linkage) and mends what could not be known when the first reports came.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from diemtin.errors import NotFound
from diemtin.news import Moved, Placed, Reason
from diemtin.stories import reasons
from diemtin.stories.copies import Copies
from diemtin.stories.features import Features
from diemtin.stories.linkage import group_by_average
from diemtin.stories.pairs import Scores, score_pairs
from diemtin.stories.postings import ASKED, KEYS, Postings
from diemtin.stories.rows import Rows, Slots
from diemtin.stories.terms import TERM_MASK

JOIN = -0.75
"""Mean log odds over which an article joins a story, and two stories are one. Chosen on cross-validated halves of ViMs
and VMDS, with and without distractors, bodies and sapos; flat from -1.5 to 0. Again: ``benchmarks/train_stories.py``."""
NEAR = -6.0
"""Pairs over this make their stories neighbours for ``repair``."""
CANDIDATES = 40
"""Live articles that are compared with a new one."""
MEMBERS = 16
"""Members of a story that are asked about a new article: the newest ones and those that came up as candidates."""
STORIES = 3
"""Stories of which all members are asked."""
NEIGHBOURHOOD = 160
"""Articles that one step of repair looks at together."""


@dataclass(slots=True)
class _Story:
    id: str
    slots: list[int] = field(default_factory=list)
    near: set[int] = field(default_factory=set)
    """Numbers of stories that may be the same."""


class Index:
    """Live articles of a window of days, their copies and stories. Not thread-safe: one placer, one index.

    ``new_id`` makes ids of stories and wire groups. Everything is answered from memory; the caller stores what
    ``place`` and ``repair`` say and gives it back with ``restore`` after a restart.
    """

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._rows = Rows()
        self._postings = Postings()
        self._copies = Copies(self._rows, new_id)
        self._slot: dict[str, int] = {}
        self._article: dict[int, str] = {}
        self._alone: set[int] = set()
        self._pinned: set[int] = set()
        self._stories: dict[int, _Story] = {}
        self._number: dict[str, int] = {}
        self._next_number = 0
        self._outlets: dict[str, int] = {"": 0}
        self._dirty: set[int] = set()
        self._apart: set[tuple[str, str]] = set()
        self._redirects: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._slot)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._slot

    # --- the stream --------------------------------------------------------------------------------------------------

    def place(self, article_id: str, features: Features, when: datetime) -> Placed:
        """Copy group and story of a new article; ``when`` is the article's own time, not that of its arrival.

        An article that is there already stays where it is.
        """
        if article_id in self._slot:
            return self._placed_again(article_id)
        hours = to_hours(when) if features.dated else math.nan
        outlet = self._outlets.setdefault(features.outlet, len(self._outlets))
        candidates, scores, norms = self._find_candidates(features, hours, outlet)
        alike = np.array([(slot in self._alone) == features.alone for slot in candidates.tolist()], dtype=bool)
        candidates, scores = candidates[alike], scores[alike]
        copied = self._copies.find_copied(features, candidates, scores)
        number, score, why = self._choose_story(features, norms, hours, outlet, candidates, scores, copied)
        slot = self._take_in(article_id, features, when)
        group = self._copies.join(slot, features, copied) if copied is not None else None
        new = number is None
        if number is None:
            number = self._begin_story(self._new_id())
        self._join(slot, number)
        if not features.alone:
            self._note_neighbours(number, candidates, scores)
        origin = self._copies.origin(slot)
        return Placed(
            article=article_id,
            story=self._stories[number].id,
            new_story=new,
            score=float(score),
            reasons=why,
            wire_group=group,
            copy_of=self._article[origin] if origin is not None and origin != slot else None,
        )

    def replace(self, article_id: str, features: Features, when: datetime) -> Placed:
        """A new version: placed again when its words changed much, otherwise its features are renewed where it is."""
        slot = self._slot.get(article_id)
        if slot is None:
            return self.place(article_id, features, when)
        old = self._rows.terms[slot]
        shared = len(np.intersect1d(old[old > 0] & TERM_MASK, features.terms & TERM_MASK))
        pinned, story = slot in self._pinned, self.story_of(article_id)
        group = self._copies.group(slot)
        changed = shared < 0.5 * max(len(features.terms), 1)
        self.remove(article_id)
        if changed and not pinned:
            return self.place(article_id, features, when)
        self.restore(article_id, features, when, story, group, pinned=pinned)
        return self._placed_again(article_id)

    def restore(
        self,
        article_id: str,
        features: Features,
        when: datetime,
        story: str,
        wire_group: str | None = None,
        *,
        pinned: bool = False,
    ) -> None:
        """Takes back an article that was placed before, deciding nothing."""
        if article_id in self._slot:
            return
        slot = self._take_in(article_id, features, when)
        number = self._number.get(story)
        self._join(slot, self._begin_story(story) if number is None else number, dirty=False)
        if wire_group is not None:
            self._copies.restore(slot, features, wire_group)
        if pinned:
            self._pinned.add(slot)

    def forget(self, before: datetime) -> int:
        """Drops articles older than that from memory; returns how many."""
        border = to_hours(before)
        old = [slot for slot in self._article if self._rows.seen[slot] < border]
        for slot in old:
            self._let_go(slot)
        self._postings.forget(border)
        return len(old)

    def remove(self, article_id: str) -> None:
        """A takedown. The rest of its story and its copies stay as they are; a copy may become the origin."""
        slot = self._slot.get(article_id)
        if slot is not None:
            self._let_go(slot)

    # --- what is where -----------------------------------------------------------------------------------------------

    def story_of(self, article_id: str) -> str:
        """Raises ``NotFound`` for an article that is not live."""
        return self._stories[int(self._rows.story[self._get_slot(article_id)])].id

    def articles_of(self, story: str) -> tuple[str, ...]:
        """Live articles of a story (redirects followed), in order of time; empty when there are none."""
        number = self._number.get(self.follow(story))
        slots = self._stories[number].slots if number is not None else []
        return tuple(self._article[slot] for slot in sorted(slots, key=lambda slot: (self._rows.seen[slot], slot)))

    def copy_of(self, article_id: str) -> str | None:
        """The origin of its wire group, when that is another article."""
        slot = self._get_slot(article_id)
        origin = self._copies.origin(slot)
        return self._article[origin] if origin is not None and origin != slot else None

    def wire_group(self, article_id: str) -> str | None:
        return self._copies.group(self._get_slot(article_id))

    def follow(self, story: str) -> str:
        """The story that an id means now."""
        seen = {story}
        while story in self._redirects and self._redirects[story] not in seen:
            story = self._redirects[story]
            seen.add(story)
        return story

    # --- the editor --------------------------------------------------------------------------------------------------

    def pin(self, article_id: str, story: str) -> list[Moved]:
        """The editor says where an article belongs; the machine never moves it again."""
        slot = self._get_slot(article_id)
        story = self.follow(story)
        source = self.story_of(article_id)
        self._pinned.add(slot)
        if source == story:
            return []
        number = self._number.get(story)
        last = len(self._stories[self._number[source]].slots) == 1
        self._move(slot, self._begin_story(story) if number is None else number)
        return [Moved((article_id,), source, story, last, (reasons.EDITOR,))]

    def merge(self, source: str, target: str) -> list[Moved]:
        """The editor says that two stories are one: the second id stays, the first leads to it."""
        source, target = self.follow(source), self.follow(target)
        if source == target:
            return []
        self._apart.discard(_pair(source, target))
        self._redirects[source] = target
        number = self._number.get(source)
        if number is None:
            return []
        into = self._number.get(target)
        if into is None:
            into = self._begin_story(target)
        slots = list(self._stories[number].slots)
        moved = tuple(self._article[slot] for slot in slots)
        for slot in slots:
            self._move(slot, into)
        self._pinned.update(self._stories[into].slots)
        return [Moved(moved, source, target, True, (reasons.EDITOR,))]

    def split(self, article_ids: Iterable[str]) -> tuple[str, list[Moved]]:
        """The editor takes articles out into a story of their own; the machine never brings the two together."""
        slots = [self._get_slot(article_id) for article_id in article_ids]
        if not slots:
            raise NotFound("no articles to split off")
        story = self._new_id()
        into = self._begin_story(story)
        by_source: dict[str, list[str]] = {}
        for slot in slots:
            source = self._stories[int(self._rows.story[slot])]
            by_source.setdefault(source.id, []).append(self._article[slot])
            self._move(slot, into)
            self._pinned.add(slot)
        moved = []
        for source_id, articles in by_source.items():
            self.keep_apart(source_id, story)
            number = self._number.get(source_id)
            if number is not None:
                self._pinned.update(self._stories[number].slots)
            moved.append(Moved(tuple(articles), source_id, story, False, (reasons.EDITOR,)))
        return story, moved

    def keep_apart(self, left: str, right: str) -> None:
        """Two stories that the machine never brings together; to be given again after ``restore``."""
        self._apart.add(_pair(left, right))

    def redirect(self, source: str, target: str) -> None:
        """A merge that was stored before; to be given again after ``restore``."""
        if source != target:
            self._redirects[source] = target

    # --- repair ------------------------------------------------------------------------------------------------------

    def repair(self, now: datetime | None = None, *, limit: int | None = None) -> list[Moved]:
        """Looks again at the stories that changed since the last time, with their neighbours; at most ``limit``.

        ``now`` is accepted for callers that keep time; nothing depends on it. What the editor pinned stays. A story's
        id stays with the part that holds its pinned articles, else with the largest part.
        """
        moved: list[Moved] = []
        done = 0
        while self._dirty and (limit is None or done < limit):
            start = min(self._dirty)
            numbers = self._neighbourhood(start)
            self._dirty.discard(start)
            self._dirty.difference_update(numbers)
            done += 1
            if len(numbers) > 1 or len(self._stories[start].slots) > 1:
                moved.extend(self._repair(numbers))
        return moved

    def _neighbourhood(self, start: int) -> list[int]:
        """Stories reached over near pairs, nearest first, until there are enough articles."""
        found, queue, articles = [start], [start], len(self._stories[start].slots)
        seen = {start}
        while queue:
            near = self._stories[queue.pop(0)].near
            near.intersection_update(self._stories)
            for number in sorted(near - seen):
                size = len(self._stories[number].slots)
                if articles + size > NEIGHBOURHOOD:
                    continue
                seen.add(number)
                found.append(number)
                queue.append(number)
                articles += size
        return found

    def _repair(self, numbers: list[int]) -> list[Moved]:
        slots = [slot for number in numbers for slot in self._stories[number].slots if slot not in self._alone]
        if len(slots) < 2 or len(slots) > NEIGHBOURHOOD:
            return []
        scores = self._all_scores(slots)
        start, owners = self._starting_groups(slots)
        apart = [
            (left, right)
            for left, story in owners.items()
            for right, other in owners.items()
            if left < right and (story != other)
        ]
        groups = group_by_average(scores, start, apart, JOIN)
        return self._apply(slots, [int(group) for group in groups])

    def _starting_groups(self, slots: list[int]) -> tuple[list[int], dict[int, int]]:
        """Pinned articles of one story start together and own its number; copies start together; others alone."""
        start: list[int] = []
        owners: dict[int, int] = {}
        first: dict[tuple[str, int | str], int] = {}
        for place, slot in enumerate(slots):
            group = self._copies.group(slot)
            key: tuple[str, int | str]
            if slot in self._pinned:
                key = ("pinned", int(self._rows.story[slot]))
            elif group is not None:
                key = ("copies", group)
            else:
                key = ("alone", slot)
            mine = first.setdefault(key, place)
            if slot in self._pinned:
                owners[mine] = int(self._rows.story[slot])
            start.append(mine)
        return start, owners

    def _all_scores(self, slots: list[int]) -> Scores:
        array = np.array(slots, dtype=np.int32)
        scores = np.zeros((len(slots), len(slots)), dtype=np.float32)
        for place, slot in enumerate(slots[:-1]):
            features = self._rows.features(slot)
            later = array[place + 1 :]
            hours, outlet = float(self._rows.hours[slot]), int(self._rows.outlet[slot])
            row = score_pairs(self._rows, features, self._rows.norms[slot], hours, outlet, later)
            scores[place, place + 1 :] = row
        return scores + scores.T

    def _apply(self, slots: list[int], groups: list[int]) -> list[Moved]:
        """Gives each group the id it overlaps most (pinned first) and moves what does not fit."""
        members: dict[int, list[int]] = {}
        for slot, group in zip(slots, groups, strict=True):
            members.setdefault(group, []).append(slot)
        claims: list[tuple[int, int, int, int]] = []
        for group, inside in members.items():
            by_story: dict[int, int] = {}
            for slot in inside:
                number = int(self._rows.story[slot])
                by_story[number] = by_story.get(number, 0) + (1_000_000 if slot in self._pinned else 1)
            claims.extend((-weight, number, -len(inside), group) for number, weight in by_story.items())
        target: dict[int, int] = {}
        taken: set[int] = set()
        for _, number, _, group in sorted(claims):
            if group not in target and number not in taken:
                target[group] = number
                taken.add(number)
        moves: dict[tuple[int, int], list[int]] = {}
        for group, inside in members.items():
            into = target.get(group)
            if into is None:
                into = self._begin_story(self._new_id())
                target[group] = into
            for slot in inside:
                number = int(self._rows.story[slot])
                if number != into:
                    moves.setdefault((number, into), []).append(slot)
        return [self._move_together(number, into, inside) for (number, into), inside in moves.items()]

    def _move_together(self, number: int, into: int, slots: list[int]) -> Moved:
        source, target = self._stories[number].id, self._stories[into].id
        articles = tuple(self._article[slot] for slot in slots)
        for slot in slots:
            self._move(slot, into)
        merged = number not in self._stories
        if merged:
            self._redirects[source] = target
        return Moved(articles, source, target, merged, (reasons.MERGED if merged else reasons.PARTED,))

    # --- inside ------------------------------------------------------------------------------------------------------

    def _find_candidates(self, features: Features, hours: float, outlet: int) -> tuple[Slots, Scores, Scores]:
        keys = features.terms[:ASKED]
        weights = self._rows.weights(keys)
        slots = self._postings.find(keys & np.uint32(TERM_MASK), weights, hours, CANDIDATES)
        norms = self._rows.family_norms(features.terms)
        if not len(slots):
            return slots, np.zeros(0, dtype=np.float32), norms
        return slots, score_pairs(self._rows, features, norms, hours, outlet, slots), norms

    def _choose_story(
        self,
        features: Features,
        norms: Scores,
        hours: float,
        outlet: int,
        candidates: Slots,
        scores: Scores,
        copied: int | None,
    ) -> tuple[int | None, float, tuple[Reason, ...]]:
        if copied is not None:
            return int(self._rows.story[copied]), 12.0, (reasons.COPY,)
        if features.alone or not len(candidates):
            return None, 0.0, (reasons.FIRST,)
        best: tuple[float, int] | None = None
        seen: set[int] = set()
        order = np.argsort(-scores, kind="stable")
        for at in order:
            slot = int(candidates[at])
            number = int(self._rows.story[slot])
            if number in seen:
                continue
            if len(seen) == STORIES or scores[at] < JOIN:
                break
            seen.add(number)
            mean = self._mean_score(features, norms, hours, outlet, number, candidates, scores)
            if best is None or mean > best[0]:
                best = (mean, number)
        if best is None or best[0] < JOIN:
            return None, best[0] if best else float(scores.max()), (reasons.FIRST,)
        inside = np.flatnonzero(self._rows.story[candidates] == best[1])
        top = inside[int(np.argmax(scores[inside]))]
        why = reasons.of_pair(self._rows, features, norms, hours, outlet, candidates[top : top + 1])
        return best[1], best[0], why

    def _mean_score(
        self,
        features: Features,
        norms: Scores,
        hours: float,
        outlet: int,
        number: int,
        candidates: Slots,
        scores: Scores,
    ) -> float:
        members = self._stories[number].slots
        inside = self._rows.story[candidates] == number
        known = scores[inside]
        if len(members) == len(known):
            return float(known.mean())
        if len(members) > MEMBERS:
            members = members[-MEMBERS:]
        asked = np.array(members, dtype=np.int32)
        return float(score_pairs(self._rows, features, norms, hours, outlet, asked).mean())

    def _note_neighbours(self, number: int, candidates: Slots, scores: Scores) -> None:
        story = self._stories[number]
        for slot, score in zip(candidates, scores, strict=True):
            if score < NEAR:
                continue
            other = int(self._rows.story[slot])
            if other != number and other >= 0:
                story.near.add(other)
                self._stories[other].near.add(number)

    def _take_in(self, article_id: str, features: Features, when: datetime) -> int:
        hours = to_hours(when) if features.dated else math.nan
        outlet = self._outlets.setdefault(features.outlet, len(self._outlets))
        slot = self._rows.add(features, hours, outlet)
        self._rows.seen[slot] = to_hours(when)
        self._slot[article_id] = slot
        self._article[slot] = article_id
        if features.alone:
            self._alone.add(slot)
        self._postings.add(slot, features.terms[:KEYS] & np.uint32(TERM_MASK), hours)
        return slot

    def _let_go(self, slot: int) -> None:
        self._leave(slot)
        self._copies.leave(slot)
        self._pinned.discard(slot)
        self._alone.discard(slot)
        del self._slot[self._article.pop(slot)]
        self._rows.drop(slot)

    def _begin_story(self, story: str) -> int:
        number = self._next_number
        self._next_number += 1
        self._stories[number] = _Story(story)
        self._number[story] = number
        return number

    def _join(self, slot: int, number: int, *, dirty: bool = True) -> None:
        self._stories[number].slots.append(slot)
        self._rows.story[slot] = number
        if dirty:
            self._dirty.add(number)

    def _leave(self, slot: int) -> None:
        number = int(self._rows.story[slot])
        story = self._stories[number]
        story.slots.remove(slot)
        self._rows.story[slot] = -1
        if not story.slots:
            del self._stories[number]
            del self._number[story.id]
            self._dirty.discard(number)

    def _move(self, slot: int, number: int) -> None:
        near = self._stories[int(self._rows.story[slot])].near
        self._leave(slot)
        self._join(slot, number, dirty=False)
        self._stories[number].near |= near - {number}

    def _get_slot(self, article_id: str) -> int:
        slot = self._slot.get(article_id)
        if slot is None:
            raise NotFound("not a live article", about=article_id)
        return slot

    def _placed_again(self, article_id: str) -> Placed:
        return Placed(
            article=article_id,
            story=self.story_of(article_id),
            new_story=False,
            score=0.0,
            reasons=(reasons.THERE,),
            wire_group=self.wire_group(article_id),
            copy_of=self.copy_of(article_id),
        )


def to_hours(when: datetime) -> float:
    """Hours since 1970; a time without a zone is taken as UTC."""
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return when.timestamp() / 3600


def _pair(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left < right else (right, left)
