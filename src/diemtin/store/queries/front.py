"""The front page and the pages of sections in their simplest order; ``blocks`` has the ranked one."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Count, Max, QuerySet

from diemtin.store.models import Article
from diemtin.store.queries.rows import shown_articles
from diemtin.store.queries.shown import Place, ShownArticle, ShownBlock
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.stories import get_stories

FRESH = timedelta(hours=48)
"""A front page of a live desk holds two days; an older desk shows its own last two days and says so."""


def find_newest(sight: Sight) -> datetime | None:
    """When the newest article came out that can be seen."""
    return sight.articles().aggregate(newest=Max("moment"))["newest"]


def find_active_sections(sight: Sight) -> tuple[str, ...]:
    """Codes of sections that hold something, the fullest first."""
    rows = sight.articles().values("section").annotate(count=Count("id")).order_by("-count", "section")
    return tuple(row["section"] for row in rows if row["section"])


def simple_blocks(sight: Sight, sections: tuple[str, ...]) -> tuple[ShownBlock, ...]:
    """Every block of a front page: by outlets, then by time."""
    since = (find_newest(sight) or sight.limit) - FRESH
    fresh = sight.articles().filter(moment__gt=since)
    ranked = list(
        fresh.values("story_id")
        .annotate(outlets=Count("outlet", distinct=True), last=Max("moment"))
        .order_by("-outlets", "-last", "story_id")
        .values_list("story_id", flat=True)[:60]
    )
    stories = get_stories(ranked, sight)
    places = [Place(story=stories[pk]) for pk in ranked if pk in stories]
    blocks = [ShownBlock("focus", tuple(places[:3])), ShownBlock("hot", tuple(places[3:8]))]
    rest = places[8:]
    for section in sections:
        own = [place for place in rest if place.story and place.story.section == section][:3]
        if own:
            blocks.append(ShownBlock("section", tuple(own), section))
    blocks += [
        ShownBlock("latest", _articles(fresh.exclude(kind__in=("weather", "roundup")), sight, 8)),
        ShownBlock("recommended", tuple(rest[:4])),
        ShownBlock("most_read", tuple(places[:5])),
        ShownBlock("hot_video", _articles(fresh.filter(kind="video"), sight, 4)),
        ShownBlock("multimedia", _articles(fresh.filter(kind__in=("infographic", "photo", "video")), sight, 6)),
        ShownBlock("weather", _articles(fresh.filter(kind="weather"), sight, 3)),
        ShownBlock("roundup", _articles(fresh.filter(kind="roundup"), sight, 4)),
    ]
    return tuple(blocks)


def _articles(articles: QuerySet[Article], sight: Sight, count: int) -> tuple[Place, ...]:
    found: tuple[ShownArticle, ...] = shown_articles(articles.filter(role="main").order_by("-moment", "-id")[:count], sight)
    return tuple(Place(article=article) for article in found)
