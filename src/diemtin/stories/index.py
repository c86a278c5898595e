"""The live index: one ordered stream of articles in, copies and stories out.

Placing has two steps. ``Postings`` names the few dozen live articles of the same days that share telling terms; the
pair model (``pairs``) says how likely each tells the same happening. The article joins the story whose articles score
highest on average, when that is over ``pairs.JOIN``; otherwise it begins one. ``repair`` later looks at stories and their
neighbours as a whole and mends what could not be known when the first reports came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

import numpy as np

from diemtin.errors import NotFound
from diemtin.news import Moved, Placed
from diemtin.stories import reasons
from diemtin.stories.choosing import DOUBTFUL, choose_story, meet, note_neighbours
from diemtin.stories.features import Features
from diemtin.stories.live import Live, pair, to_hours
from diemtin.stories.repair import repair
from diemtin.stories.terms import TERM_MASK

_CHANGED = 0.5
"""A new version that keeps less than this share of its terms is placed again."""


class Index:
    """Live articles of a window of days, their copies and stories. Not thread-safe: one placer, one index.

    ``new_id`` makes ids of stories and wire groups. Everything is answered from memory; the caller stores what
    ``place`` and ``repair`` say and gives it back with ``restore`` after a restart.
    """

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._live = Live(new_id)

    def __len__(self) -> int:
        return len(self._live.slot)

    def __contains__(self, article_id: str) -> bool:
        return article_id in self._live.slot

    # --- the stream --------------------------------------------------------------------------------------------------

    def place(self, article_id: str, features: Features, when: datetime) -> Placed:
        """Copy group and story of a new article; ``when`` is the article's own time, not that of its arrival.

        For an undated article (``features.dated``) it is when it was first seen, which decides only when it is
        forgotten. An article that is there already stays where it is.
        """
        live = self._live
        if article_id in live.slot:
            return self._placed_again(article_id)
        met = meet(live, features, live.span_of(features, when))
        copied = live.copies.find_copied(features, met.slots)
        choice = choose_story(live, met, copied)
        slot = live.take_in(article_id, features, when)
        if copied is not None:
            live.copies.join(slot, features, copied)
        number = live.begin_story() if choice.number is None else choice.number
        live.join(slot, number)
        if not features.alone:
            doubtful = choice.number is not None and choice.score < DOUBTFUL
            if note_neighbours(live, number, met) or doubtful:
                live.dirty.add(number)
        return Placed(
            article=article_id,
            story=live.stories[number].id,
            new_story=choice.number is None,
            score=float(choice.score),
            reasons=choice.reasons,
            wire_group=live.copies.group(slot),
            copy_of=self.copy_of(article_id),
        )

    def replace(self, article_id: str, features: Features, when: datetime) -> Placed:
        """A new version: placed again when its words changed much, otherwise its features are renewed where it is."""
        live = self._live
        slot = live.slot.get(article_id)
        if slot is None:
            return self.place(article_id, features, when)
        old = live.rows.terms[slot]
        shared = len(np.intersect1d(old[old > 0] & TERM_MASK, features.terms & TERM_MASK))
        pinned, story, group = slot in live.pinned, live.story_at(slot).id, live.copies.group(slot)
        changed = shared < _CHANGED * max(len(features.terms), 1)
        live.let_go(slot)
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
        live = self._live
        if article_id in live.slot:
            return
        slot = live.take_in(article_id, features, when)
        live.join(slot, live.get_number(story))
        if wire_group is not None:
            live.copies.restore(slot, features, wire_group)
        if pinned:
            live.pinned.add(slot)

    def repair(self, now: datetime | None = None, *, limit: int | None = None) -> list[Moved]:
        """Looks again at the stories that are in doubt since the last time, with their neighbours; at most ``limit``.

        ``now`` is accepted for callers that keep time; nothing depends on it. What the editor pinned stays. A story's
        id stays with the part that holds its pinned articles, else with the largest part.
        """
        live = self._live
        moved: list[Moved] = []
        for number in sorted(live.dirty)[:limit]:
            if number in live.dirty:
                live.dirty.discard(number)
                moved.extend(repair(live, number))
        return moved

    def forget(self, before: datetime) -> int:
        """Drops articles older than that from memory; returns how many."""
        border = to_hours(before)
        self._live.postings.forget(border)
        return self._forget(slot for slot in self._live.article if self._live.rows.seen[slot] < border)

    def forget_from(self, begin: datetime) -> int:
        """Drops articles of that time and newer from memory; returns how many."""
        border = to_hours(begin)
        self._live.postings.forget_from(border)
        return self._forget(slot for slot in self._live.article if self._live.rows.seen[slot] >= border)

    def _forget(self, slots: Iterable[int]) -> int:
        found = list(slots)
        for slot in found:
            self._live.let_go(slot)
        return len(found)

    def remove(self, article_id: str) -> None:
        """A takedown. The rest of its story and its copies stay as they are; a copy may become the origin."""
        slot = self._live.slot.get(article_id)
        if slot is not None:
            self._live.let_go(slot)

    # --- what is where -----------------------------------------------------------------------------------------------

    def story_of(self, article_id: str) -> str:
        """Raises ``NotFound`` for an article that is not live."""
        return self._live.story_at(self._live.get_slot(article_id)).id

    def articles_of(self, story: str) -> tuple[str, ...]:
        """Live articles of a story (redirects followed), in order of time; empty when there are none."""
        live = self._live
        number = live.number.get(live.follow(story))
        slots = live.stories[number].slots if number is not None else []
        return tuple(live.article[slot] for slot in sorted(slots, key=lambda slot: (live.rows.seen[slot], slot)))

    def copy_of(self, article_id: str) -> str | None:
        """The origin of its wire group, when that is another article."""
        slot = self._live.get_slot(article_id)
        origin = self._live.copies.origin(slot)
        return self._live.article[origin] if origin is not None and origin != slot else None

    def wire_group(self, article_id: str) -> str | None:
        return self._live.copies.group(self._live.get_slot(article_id))

    def follow(self, story: str) -> str:
        """The story that an id means now."""
        return self._live.follow(story)

    # --- the editor --------------------------------------------------------------------------------------------------

    def pin(self, article_id: str, story: str) -> list[Moved]:
        """The editor says where an article belongs; the machine never moves it again."""
        live = self._live
        slot = live.get_slot(article_id)
        story = live.follow(story)
        source = live.story_at(slot)
        live.pinned.add(slot)
        if source.id == story:
            return []
        live.move(slot, live.get_number(story))
        return [Moved((article_id,), source.id, story, not source.slots, (reasons.EDITOR,))]

    def merge(self, source: str, target: str) -> list[Moved]:
        """The editor says that two stories are one: the second id stays, the first leads to it."""
        live = self._live
        source, target = live.follow(source), live.follow(target)
        if source == target:
            return []
        live.apart.discard(pair(source, target))
        live.redirects[source] = target
        number = live.number.get(source)
        if number is None:
            return []
        into = live.get_number(target)
        slots = list(live.stories[number].slots)
        for slot in slots:
            live.move(slot, into)
        live.pinned.update(live.stories[into].slots)
        return [Moved(tuple(live.article[slot] for slot in slots), source, target, True, (reasons.EDITOR,))]

    def split(self, article_ids: Iterable[str]) -> tuple[str, list[Moved]]:
        """The editor takes articles out into a story of their own; the machine never brings the two together."""
        live = self._live
        slots = [live.get_slot(article_id) for article_id in article_ids]
        if not slots:
            raise NotFound("no articles to split off")
        into = live.begin_story()
        target = live.stories[into].id
        by_source: dict[str, list[str]] = {}
        for slot in slots:
            by_source.setdefault(live.story_at(slot).id, []).append(live.article[slot])
            live.move(slot, into)
            live.pinned.add(slot)
        moved = []
        for source, articles in by_source.items():
            self.keep_apart(source, target)
            number = live.number.get(source)
            if number is not None:
                live.pinned.update(live.stories[number].slots)
            moved.append(Moved(tuple(articles), source, target, number is None, (reasons.EDITOR,)))
        return target, moved

    def keep_apart(self, left: str, right: str) -> None:
        """Two stories that the machine never brings together; to be given again after ``restore``."""
        self._live.apart.add(pair(left, right))

    def redirect(self, source: str, target: str) -> None:
        """A merge that was stored before; to be given again after ``restore``."""
        if source != target:
            self._live.redirects[source] = target

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
