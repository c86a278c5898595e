"""The ranked blocks of pages, at any moment: the same for site, feeds, API and review.

``get_front`` and its sisters hand out what ``ranking`` decided; ``front_blocks`` and its sisters the same as pages show
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from diemtin.language.sections import sections as sections_known
from diemtin.ranking import Front, RankedBlock, rank_front, rank_more, rank_section
from diemtin.store.models import Article, Story
from diemtin.store.queries.kin import load_related
from diemtin.store.queries.rows import shown_articles
from diemtin.store.queries.shown import Place, ShownArticle, ShownBlock
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import load_snapshot, load_stories
from diemtin.store.queries.stories import get_stories

BY_ARTICLE = frozenset({"hot_video", "multimedia", "weather", "roundup", "latest"})
"""Blocks about one report, not about all that is told of a story."""
_SECTION_SPAN = timedelta(days=30)


def get_front(sight: Sight, sections: Sequence[str] | None = None) -> Front:
    """The front page at ``sight.moment``; ``sections`` get a block each (all of the top, unless said otherwise)."""
    snapshot = load_snapshot(sight)
    return rank_front(
        snapshot.stories, sight.limit, snapshot.pins, sections=top_sections() if sections is None else sections
    )


def top_sections() -> tuple[str, ...]:
    """Codes of the sections that belong to no other."""
    return tuple(section.code for section in sections_known().values() if section.parent is None)


def get_section_front(section: str, sight: Sight) -> Front:
    """A section's page at ``sight.moment``: the snapshot's stories of it, and older ones where these do not fill it."""
    snapshot = load_snapshot(sight)
    return rank_section(snapshot.stories, sight.limit, section, snapshot.pins)


def get_related(story: int, sight: Sight) -> RankedBlock:
    """What is related to the story of that row number."""
    return load_related(story, sight)


def get_more(article: Article, story: int, sight: Sight, without: Iterable[str] = ()) -> RankedBlock:
    """The newest stories of the article's section, without its own and those (keys of stories) that the page shows
    already."""
    same = sight.articles().filter(section=article.section, moment__gt=sight.limit - _SECTION_SPAN)
    ids = dict.fromkeys(same.order_by("-moment", "-id").values_list("story_id", flat=True)[:60])
    stories = load_stories([*ids, story], sight)
    if story not in stories:
        return RankedBlock("more", (), article.section)
    return rank_more(stories[story], stories.values(), sight.limit, without)


def front_blocks(sight: Sight, sections: Sequence[str] | None = None) -> tuple[ShownBlock, ...]:
    return shown_blocks(get_front(sight, sections).blocks, sight)


def section_blocks(section: str, sight: Sight) -> tuple[ShownBlock, ...]:
    return shown_blocks(get_section_front(section, sight).blocks, sight)


def shown_blocks(blocks: Sequence[RankedBlock], sight: Sight) -> tuple[ShownBlock, ...]:
    """The blocks with everything that is shown of their places, in six queries. Empty blocks are left out."""
    keys = {place.story for block in blocks if block.kind not in BY_ARTICLE for place in block.places}
    pks = (
        _live_stories(keys)
        if sight.clock == "now"
        else dict(Story.objects.filter(key__in=keys).values_list("key", "pk"))
    )
    stories = get_stories(list(pks.values()), sight)
    wanted = {place.article for block in blocks if block.kind in BY_ARTICLE for place in block.places}
    articles = {article.key: article for article in shown_articles(sight.articles().filter(key__in=wanted), sight)}
    shown = []
    told: set[int] = set()
    for block in blocks:
        places = []
        for place in block.places:
            article: ShownArticle | None = articles.get(place.article) if block.kind in BY_ARTICLE else None
            story = None if block.kind in BY_ARTICLE else stories.get(pks.get(place.story, 0))
            if story and pks[place.story] in told:
                continue  # they were made one since the page was ranked
            told.add(pks.get(place.story, 0))
            if article or story:
                places.append(Place(story, article, place.reasons, place.pinned))
        if places:
            shown.append(ShownBlock(block.kind, tuple(places), block.section))
    return tuple(shown)


def _live_stories(keys: Iterable[str]) -> dict[str, int]:
    """Keys of stories to row ids; one that was merged away since to where it went."""
    found = Story.objects.filter(key__in=list(keys)).order_by("id").values_list("key", "pk", "merged_into_id")
    return {key: merged or pk for key, pk, merged in found}
