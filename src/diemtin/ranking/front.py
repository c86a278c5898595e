"""The blocks of a page: at most one place a story, editors' pins first, sections mixed."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from heapq import nsmallest
from operator import attrgetter

from diemtin.language.sections import section_and_parents
from diemtin.news import ArticleKind, BlockKind, Reason
from diemtin.ranking import formula, scores
from diemtin.ranking.facts import Pinned, StoryFacts
from diemtin.ranking.scores import Worth

_RECENCY = attrgetter("recency")
PINNED = Reason("pin", 0.0, "biên tập viên ghim")
_VIDEO: frozenset[ArticleKind] = frozenset({"video"})
_MEDIA: frozenset[ArticleKind] = frozenset({"video", "infographic", "photo"})
_WEATHER: frozenset[ArticleKind] = frozenset({"weather"})
_ROUNDUP: frozenset[ArticleKind] = frozenset({"roundup"})
_TOLD: frozenset[ArticleKind] = frozenset({"news", "live", "opinion"})
Judge = Callable[[StoryFacts, datetime], Worth]
_MEDIA_BLOCKS: tuple[tuple[BlockKind, Judge, frozenset[ArticleKind]], ...] = (
    ("hot_video", scores.video_worth, _VIDEO),
    ("multimedia", scores.multimedia_worth, _MEDIA),
)


@dataclass(frozen=True, slots=True)
class RankedPlace:
    """A place of a block. ``article`` is the report that the block is about (the video, the newest), else the newest
    one."""

    story: str
    article: str
    score: float
    reasons: tuple[Reason, ...]
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class RankedBlock:
    """``kind`` as in ``news.BlockKind``, or ``section`` (with its code) or ``roundup``."""

    kind: str
    places: tuple[RankedPlace, ...]
    section: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """A page's blocks as ranked at ``moment``; blocks without places are there too."""

    moment: datetime
    blocks: tuple[RankedBlock, ...]

    def block(self, kind: str, section: str = "") -> RankedBlock | None:
        return next((block for block in self.blocks if (block.kind, block.section) == (kind, section)), None)


def rank_front(
    stories: Iterable[StoryFacts],
    now: datetime,
    pins: Sequence[Pinned] = (),
    *,
    sections: Sequence[str] = (),
    sizes: dict[str, int] | None = None,
) -> Front:
    """The front page at ``now``. ``sections`` are the codes that get a block each, in that order; top-level codes hold
    the stories of those below them. Stories younger than ``now`` must not be among ``stories``."""
    page = _Page(_contenders(stories, pins), now, pins, sizes or formula.SIZES)
    page.reserve_pins()
    blocks = {"focus": page.choose("focus", scores.focus_worth, _is_told, mixed=True)}
    for kind, judge, kinds in _MEDIA_BLOCKS:
        blocks[kind] = page.choose(kind, judge, _mostly(kinds, kind), kinds=kinds)
    blocks["weather"] = page.choose("weather", _by_time, _has(_WEATHER), kinds=_WEATHER)
    blocks["roundup"] = page.choose("roundup", _by_time, _has(_ROUNDUP), kinds=_ROUNDUP)
    blocks["hot"] = page.choose("hot", scores.hot_worth, lambda story: _is_told(story) and scores.is_hot(story, now))
    for kind, judge, kinds in _MEDIA_BLOCKS:
        blocks[kind] = page.choose(kind, judge, _has(kinds), kinds=kinds, begun=blocks[kind])
    blocks["most_read"] = page.choose("most_read", scores.most_read_worth, _was_read)
    blocks["latest"] = page.choose("latest", _by_time, lambda story: story.plain, share=formula.LATEST_SHARE)
    recommended = page.choose(
        "recommended",
        scores.recommended_worth,
        lambda story: story.plain,
        mixed=True,
        page=True,
        share=formula.RECOMMENDED_SHARE,
    )
    by_section: dict[str, list[StoryFacts]] = defaultdict(list)
    for story in page.stories:
        if story.plain:
            by_section[story.section].append(story)
    inside = []
    for code in sections:
        among = [story for section, group in by_section.items() if is_inside(section, code) for story in group]
        inside.append(page.choose("section", scores.focus_worth, among=among, section=code))
    order = ("focus", "hot", "latest", "most_read", "hot_video", "multimedia", "weather", "roundup")
    return Front(now, (*(blocks[kind] for kind in order), recommended, *inside))


def rank_section(
    stories: Iterable[StoryFacts],
    now: datetime,
    section: str,
    pins: Sequence[Pinned] = (),
    *,
    sizes: dict[str, int] | None = None,
) -> Front:
    """A section's own page: focus, hot, latest and the rest of the section."""
    inside = tuple(story for story in stories if is_inside(story.section, section))
    sizes = {"focus": 3, "hot": 4, "latest": 12, "section": formula.SECTION_PAGE} | (sizes or {})
    page = _Page(inside, now, [pin for pin in pins if pin.section == section], sizes, section)
    page.reserve_pins()
    focus = page.choose("focus", scores.focus_worth, lambda story: story.plain or section == "weather")
    hot = page.choose("hot", scores.hot_worth, lambda story: story.plain and scores.is_hot(story, now))
    latest = page.choose("latest", _by_time, lambda story: True)
    rest = page.choose("section", _by_time, lambda story: True, section=section)
    return Front(now, (focus, hot, latest, rest))


@lru_cache(maxsize=4096)
def is_inside(section: str, above: str) -> bool:
    """Is a section that one or below it? ``sao-viet`` is inside ``culture``."""
    return above in section_and_parents(section)


def front_json(front: Front) -> str:
    """The front as one line of JSON with sorted keys: equal fronts are equal byte for byte."""
    blocks = [
        {
            "kind": block.kind,
            "section": block.section,
            "places": [
                {
                    "story": place.story,
                    "article": place.article,
                    "score": place.score,
                    "pinned": place.pinned,
                    "why": [[reason.sign, reason.weight, reason.words] for reason in place.reasons],
                }
                for place in block.places
            ],
        }
        for block in front.blocks
    ]
    told = {"moment": front.moment.isoformat(), "blocks": blocks}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(slots=True)
class _Page:
    """What is still free, while blocks choose one after the other."""

    stories: tuple[StoryFacts, ...]
    now: datetime
    pins: Sequence[Pinned]
    sizes: dict[str, int]
    section: str = ""
    taken: set[str] = field(default_factory=set)
    judged: dict[tuple[Judge, str], Worth] = field(default_factory=dict)
    sections: Counter[str] = field(default_factory=Counter)
    """Places of the page so far, by top-level section."""
    pinned: dict[str, list[StoryFacts]] = field(default_factory=dict)

    def reserve_pins(self) -> None:
        """Pinned stories keep away from all other blocks; the lowest place first, as many as the block has places."""
        known = {story.key: story for story in self.stories}
        for pin in sorted(self.pins, key=lambda pin: (pin.place, pin.block, pin.story)):
            story = known.get(pin.story)
            here = self.pinned.setdefault(pin.block, [])
            if story is None or story.key in self.taken or pin.section != self.section:
                continue
            if len(here) < self.sizes.get(pin.block, 0):
                here.append(story)
                self.taken.add(story.key)

    def choose(
        self,
        kind: str,
        judge: Judge,
        eligible: Callable[[StoryFacts], bool] | None = None,
        *,
        among: Sequence[StoryFacts] | None = None,
        kinds: frozenset[ArticleKind] | None = None,
        section: str = "",
        mixed: bool = False,
        page: bool = False,
        share: float = 1.0,
        begun: RankedBlock | None = None,
    ) -> RankedBlock:
        """Fill a block from the stories ``among`` (of the page, unless said otherwise) that are ``eligible``. ``kinds``: it is
        about reports of these kinds. ``mixed``: sections take turns, counted in the
        block or, with ``page``, on the whole page so far. ``share``: on a small desk, at most so much of what is
        left. ``begun``: the block with the places that it has already."""
        first = self.pinned.pop(kind, [])
        places = list(begun.places) if begun else []
        places += [self._place(story, self._worth(judge, story), kinds, pinned=True) for story in first]
        free = [story for story in (self.stories if among is None else among) if story.key not in self.taken]
        if eligible is not None:
            free = [story for story in free if eligible(story)]
        if judge is _by_time:  # what is not shown needs no reasons
            best = nsmallest(self.sizes[kind], free, key=_RECENCY)
            judged, count = [(self._worth(judge, story), story) for story in best], len(free)
        else:
            judged = [(worth, story) for story in free if (worth := self._worth(judge, story)).score > 0]
            judged.sort(key=lambda one: _order(*one))
            count = len(judged)
        above = Counter(self.sections) if page else Counter(_top(story.section) for story in first)
        room = min(self.sizes[kind], math.ceil(share * count) + len(places))
        while judged and len(places) < room:
            worth, story = _take(judged, above) if mixed else judged.pop(0)
            places.append(self._place(story, worth, kinds))
            above[_top(story.section)] += 1
            self.taken.add(story.key)
            first.append(story)
        self.sections.update(_top(story.section) for story in first)
        return RankedBlock(kind, tuple(places), section)

    def _worth(self, judge: Judge, story: StoryFacts) -> Worth:
        if judge is scores.recommended_worth and not story.promotions:
            judge = scores.focus_worth
        found = self.judged.get((judge, story.key))
        if found is None:
            found = self.judged[judge, story.key] = judge(story, self.now)
        return found

    def _place(
        self, story: StoryFacts, worth: Worth, kinds: frozenset[ArticleKind] | None, *, pinned: bool = False
    ) -> RankedPlace:
        report = (story.newest(kinds) if kinds else None) or story.reports[-1]
        reasons = (PINNED, *worth.reasons) if pinned else worth.reasons
        return RankedPlace(story.key, report.article, worth.score, reasons, pinned)


def _contenders(stories: Iterable[StoryFacts], pins: Sequence[Pinned]) -> tuple[StoryFacts, ...]:
    """The stories that can get a place. Of those with nothing to show but one plain report, the older is never before
    the newer in any block: as many of each section as a page has places are enough, and ranking thousands costs
    nothing."""
    pinned = {pin.story for pin in pins}
    chosen: list[StoryFacts] = []
    plain: dict[str, list[StoryFacts]] = defaultdict(list)
    for story in stories:
        ordinary = (
            len(story.reports) == 1
            and story.reports[0].kind == "news"
            and not (story.promotions or story.reads_day or story.useful or story.useless)
            and story.key not in pinned
        )
        (plain[story.section] if ordinary else chosen).append(story)
    for group in plain.values():
        group.sort(key=lambda story: story.recency)
        chosen += group[: formula.PLACES]
    return tuple(chosen)


def _take(judged: list[tuple[Worth, StoryFacts]], above: Counter[str]) -> tuple[Worth, StoryFacts]:
    """The best when each is lessened by the stories of its section above it. ``judged`` is sorted by unlessened
    worth."""
    best, at = None, 0
    for place, (worth, story) in enumerate(judged):
        lessened = scores.lessened(worth, above[_top(story.section)])
        if best is None or _order(lessened, story) < _order(*best):
            best, at = (lessened, story), place
        if lessened is worth:  # nothing after it can be better: it would have to be better before being lessened
            break
    judged.pop(at)
    return best or judged[0]


def _order(worth: Worth, story: StoryFacts) -> tuple[float, tuple[float, str]]:
    """The better first; ties by time, the newer first, then by key."""
    return (-worth.score, story.recency)


def _by_time(story: StoryFacts, now: datetime) -> Worth:
    return scores.time_worth(story.last, now)


def _was_read(story: StoryFacts) -> bool:
    return story.plain and (story.reads_day > 0 or story.promoted("most_read") > 0)


def _is_told(story: StoryFacts) -> bool:
    """Focus and heat are for what is told in words; a video alone has its own block."""
    return story.dated and not story.kinds.isdisjoint(_TOLD)


def _mostly(kinds: frozenset[ArticleKind], block: BlockKind) -> Callable[[StoryFacts], bool]:
    """A story that is nothing else, or that outlets show in such a block: these choose before ``hot`` takes any."""

    def eligible(story: StoryFacts) -> bool:
        shown = story.promoted(block) > 0
        return story.dated and not story.kinds.isdisjoint(kinds) and (shown or story.kinds <= kinds)

    return eligible


def _has(kinds: frozenset[ArticleKind]) -> Callable[[StoryFacts], bool]:
    return lambda story: story.dated and not story.kinds.isdisjoint(kinds)


@lru_cache(maxsize=512)
def _top(section: str) -> str:
    return section_and_parents(section)[-1]
