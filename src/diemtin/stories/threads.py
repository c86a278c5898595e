"""Threads: stories on one line of events, tied over weeks to years by who, in what office, where and about what.

Time plays no part. A story is tied to the thread with which it shares enough: two offices of one kind (the foreign
ministers of two countries), one happening with a name of its own ("bão số 13", "chuyến bay MH370"), or several persons,
organisations and subjects that are rare enough to mean something. One country in common never is enough, nor are ten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from diemtin.language.countries import find_country
from diemtin.news import Reason, Tied
from diemtin.stories.features import Features
from diemtin.stories.naming import name_thread, print_anchor
from diemtin.stories.signs import Anchor, Signs, anchors_of

TIE = 4.0
"""What two stories must share, in units of ``signs.anchors_of``: two sure signs, or one and several weak ones."""
_HUB = 60
"""A sign that more threads than that carry says nothing any more."""
_WORDS = {
    "happening": "cùng sự kiện",
    "office": "cùng chức vụ",
    "person": "cùng nhân vật",
    "name": "cùng tổ chức, tên riêng",
    "subject": "cùng chủ đề",
    "place": "cùng nơi chốn",
    "country": "cùng quốc gia",
}


@dataclass(slots=True)
class _Line:
    """A thread, or a story that has none yet."""

    stories: dict[str, frozenset[Anchor]] = field(default_factory=dict)
    counts: Counter[Anchor] = field(default_factory=Counter)
    named: str | None = None

    def add(self, story: str, anchors: frozenset[Anchor]) -> None:
        self.remove(story)
        self.stories[story] = anchors
        self.counts.update(anchors)

    def remove(self, story: str) -> None:
        gone = self.stories.pop(story, None)
        if gone:
            self.counts.subtract(gone)
            self.counts += Counter()

    def core(self) -> frozenset[Anchor]:
        """Signs that a third of its stories carry: what the line is about, not what was once mentioned. Of the names of
        one happening ("bão số 13", "bão Mộc Miên") the rarer is enough in a sixth."""
        least = max(1, len(self.stories) / 3)
        return frozenset(
            anchor
            for anchor, count in self.counts.items()
            if count >= least or (anchor.kind == "happening" and count >= least / 2)
        )


@dataclass(frozen=True, slots=True)
class ThreadDescribed:
    """What a thread is called and carries: signs that at least half of its stories share, most common first."""

    title: str
    stories: tuple[str, ...]
    offices: tuple[str, ...]
    persons: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]


class Threads:
    """All threads in memory. ``new_id`` makes ids of threads."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        self._new_id = new_id
        self._lines: dict[str, _Line] = {}
        self._thread: dict[str, str] = {}
        self._loose: dict[str, _Line] = {}
        self._by_anchor: dict[Anchor, set[tuple[bool, str]]] = {}
        self._pinned: set[str] = set()

    # --- the stream --------------------------------------------------------------------------------------------------

    def tie(self, story_id: str, features: Iterable[Features | Signs], when: datetime) -> list[Tied]:
        """Looks where a story belongs; to be called again when it has new articles.

        Returns what changed: nothing; the story with its thread; and every other story that comes to the thread with
        it, such as the one with which a new thread begins. Articles of kinds that list many happenings say nothing here.
        ``when`` is kept for callers; nothing depends on it.
        """
        anchors = anchors_of(_signs(entry) for entry in features if not (isinstance(entry, Features) and entry.alone))
        thread = self._thread.get(story_id)
        if thread is not None:
            self._refresh(thread, story_id, anchors)
            return self._gather(thread)
        best, score, shared = self._find(story_id, anchors)
        self._drop_loose(story_id)
        if best is None:
            self._add_loose(story_id, anchors)
            return []
        why = _reasons(shared)
        is_thread, name = best
        if is_thread:
            self._refresh(name, story_id, anchors)
            self._thread[story_id] = name
            return [Tied(story_id, name, False, score, why), *self._gather(name)]
        partner = self._loose[name].stories[name]
        self._drop_loose(name)
        thread = self._new_id()
        for story, signs in ((name, partner), (story_id, anchors)):
            self._refresh(thread, story, signs)
            self._thread[story] = thread
        tied = [Tied(story_id, thread, True, score, why), Tied(name, thread, True, score, why)]
        return [*tied, *self._gather(thread)]

    def restore(self, story_id: str, features: Iterable[Features | Signs], thread: str | None) -> None:
        """Takes back a story whose thread was stored before, deciding nothing."""
        anchors = anchors_of(_signs(entry) for entry in features)
        if thread is None:
            self._add_loose(story_id, anchors)
        else:
            self._refresh(thread, story_id, anchors)
            self._thread[story_id] = thread

    def remove(self, story_id: str) -> None:
        """A story that is no more (merged away, taken down)."""
        self._drop_loose(story_id)
        thread = self._thread.pop(story_id, None)
        self._pinned.discard(story_id)
        if thread is not None:
            self._lines[thread].remove(story_id)
            self._index(thread)

    # --- the editor --------------------------------------------------------------------------------------------------

    def pin(self, story_id: str, thread: str | None) -> None:
        """The editor says which thread a story belongs to (``None``: to none, and it stays so)."""
        line = self._lines.get(self._thread.get(story_id, ""))
        anchors = line.stories[story_id] if line else None
        if anchors is None:
            anchors = self._loose[story_id].stories[story_id] if story_id in self._loose else frozenset()
        self.remove(story_id)
        self._pinned.add(story_id)
        if thread is not None:
            self._refresh(thread, story_id, anchors)
            self._thread[story_id] = thread

    def rename(self, thread: str, title: str | None) -> None:
        """The editor's name for a thread; ``None`` gives it back to the machine."""
        self._lines[thread].named = title

    # --- what is where -----------------------------------------------------------------------------------------------

    def thread_of(self, story_id: str) -> str | None:
        return self._thread.get(story_id)

    def describe(self, thread: str) -> ThreadDescribed:
        """Raises ``KeyError`` for a thread that is not known."""
        line = self._lines[thread]
        half = [anchor for anchor, count in line.counts.most_common() if count >= max(2, len(line.stories) / 2)]
        half.sort(key=lambda anchor: (-line.counts[anchor], anchor.value))

        def of(kind: str) -> tuple[str, ...]:
            return tuple(anchor.value for anchor in half if anchor.kind == kind)

        return ThreadDescribed(
            title=line.named or name_thread(line.counts, len(line.stories)),
            stories=tuple(line.stories),
            offices=of("office"),
            persons=of("person"),
            countries=of("country"),
            places=of("place"),
        )

    # --- inside ------------------------------------------------------------------------------------------------------

    def _find(
        self, story_id: str, anchors: frozenset[Anchor]
    ) -> tuple[tuple[bool, str] | None, float, frozenset[Anchor]]:
        """The thread or loose story that shares most, if that is enough."""
        best: tuple[float, tuple[bool, str], frozenset[Anchor]] | None = None
        if story_id in self._pinned:
            return None, 0.0, frozenset()
        near: Counter[tuple[bool, str]] = Counter()
        for anchor in anchors:
            if anchor.weight < 1:
                continue
            lines = self._by_anchor.get(anchor, ())
            if len(lines) <= _HUB:
                near.update(lines)
        for (is_thread, name), _ in near.most_common(40):
            if name == story_id:
                continue
            line = self._lines[name] if is_thread else self._loose[name]
            shared = line.core() & anchors
            score = max(score_shared(shared), _score_track(line.core(), anchors))
            if score >= TIE and (best is None or (score, is_thread) > (best[0], best[1][0])):
                best = (score, (is_thread, name), shared)
        return (best[1], best[0], best[2]) if best else (None, 0.0, frozenset())

    def _gather(self, thread: str) -> list[Tied]:
        """Stories without a thread that belong to this one now that it knows more of its line."""
        tied: list[Tied] = []
        while True:
            core = self._lines[thread].core()
            near = {
                name
                for anchor in core
                if anchor.weight >= 1 and len(self._by_anchor.get(anchor, ())) <= _HUB
                for is_thread, name in self._by_anchor.get(anchor, ())
                if not is_thread and name not in self._pinned
            }
            found = [
                (max(score_shared(core & anchors), _score_track(core, anchors)), name)
                for name in sorted(near)
                for anchors in (self._loose[name].stories[name],)
            ]
            score, name = max(found, default=(0.0, ""))
            if score < TIE:
                return tied
            anchors = self._loose[name].stories[name]
            self._drop_loose(name)
            self._refresh(thread, name, anchors)
            self._thread[name] = thread
            tied.append(Tied(name, thread, False, score, _reasons(core & anchors)))

    def _add_loose(self, story_id: str, anchors: frozenset[Anchor]) -> None:
        self._drop_loose(story_id)
        line = self._loose[story_id] = _Line()
        line.add(story_id, anchors)
        for anchor in anchors:
            if anchor.weight >= 1:
                self._by_anchor.setdefault(anchor, set()).add((False, story_id))

    def _drop_loose(self, story_id: str) -> None:
        line = self._loose.pop(story_id, None)
        if line is not None:
            self._unindex((False, story_id), line.stories[story_id])

    def _refresh(self, thread: str, story_id: str, anchors: frozenset[Anchor]) -> None:
        line = self._lines.setdefault(thread, _Line())
        self._unindex((True, thread), line.core())
        line.add(story_id, anchors)
        self._index(thread)

    def _index(self, thread: str) -> None:
        for anchor in self._lines[thread].core():
            if anchor.weight >= 1:
                self._by_anchor.setdefault(anchor, set()).add((True, thread))

    def _unindex(self, key: tuple[bool, str], anchors: Iterable[Anchor]) -> None:
        for anchor in anchors:
            lines = self._by_anchor.get(anchor)
            if lines is not None:
                lines.discard(key)
                if not lines:
                    del self._by_anchor[anchor]


def _signs(entry: Features | Signs) -> Signs:
    return entry.signs if isinstance(entry, Features) else entry


def score_shared(shared: Iterable[Anchor]) -> float:
    """How much shared signs say: offices of one kind in two countries are a track of their own, a named happening is
    enough alone; countries and places together count at most one."""
    anchors = list(shared)
    kinds = Counter(anchor.value.partition(":")[0] for anchor in anchors if anchor.kind == "office")
    strong = sum(anchor.weight for anchor in anchors if anchor.weight >= 1)
    weak = min(sum(anchor.weight for anchor in anchors if anchor.weight < 1), 1.0)
    track = 1.0 if any(count >= 2 for count in kinds.values()) else 0.0
    named = any(anchor.kind == "happening" for anchor in anchors)
    if not named and sum(anchor.weight >= 1 for anchor in anchors) < 2:
        return 0.0
    return strong + weak + track


def _score_track(core: frozenset[Anchor], anchors: frozenset[Anchor]) -> float:
    """``TIE`` when one of three or more offices of a track stands beside all of the track's countries and a place.

    So a spokesman's word that the three ministers will not meet belongs to the ministers' line.
    """
    codes = {country.code for anchor in anchors if anchor.kind == "country" and (country := find_country(anchor.value))}
    if not any(anchor.kind == "place" for anchor in core & anchors):
        return 0.0
    for kind in {anchor.value.partition(":")[0] for anchor in core & anchors if anchor.kind == "office"}:
        track = {anchor.value.partition(":")[2] for anchor in core if anchor.value.startswith(f"{kind}:")}
        if len(track) >= 3 and track <= codes:
            return TIE
    return 0.0


def _reasons(shared: Iterable[Anchor]) -> tuple[Reason, ...]:
    by_kind: dict[str, list[Anchor]] = {}
    for anchor in sorted(shared, key=lambda anchor: (-anchor.weight, anchor.value)):
        by_kind.setdefault(anchor.kind, []).append(anchor)
    found = [
        Reason(kind, round(sum(anchor.weight for anchor in anchors), 2), _say(kind, anchors))
        for kind, anchors in by_kind.items()
    ]
    return tuple(sorted(found, key=lambda reason: -reason.weight))


def _say(kind: str, anchors: Sequence[Anchor]) -> str:
    return f"{_WORDS[kind]}: {', '.join(print_anchor(anchor) for anchor in anchors[:4])}"
