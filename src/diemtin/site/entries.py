"""Articles and stories as entries of feeds and readers: what display rights leave of them, with absolute addresses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.urls import reverse

from diemtin.language.sections import sections
from diemtin.news import Reason
from diemtin.site.feeding import Entry
from diemtin.site.templatetags.news import absolute
from diemtin.site.views.looking import picture_of
from diemtin.store.queries.shown import Place, ShownArticle, ShownBlock, ShownStory
from diemtin.store.search import Hit


def article_entry(article: ShownArticle, extra: dict[str, Any] | None = None) -> Entry:
    url = absolute(reverse("article", args=(article.key,)))
    return Entry(
        id=url,
        url=url,
        title=article.title,
        moment=article.moment,
        published=published_at(article),
        summary=article.lead,
        outlet=article.outlet.name,
        original=article.url,
        image=picture_address_of(article),
        categories=_section(article.section),
        extra={"article": article.key, "story": article.story} | (extra or {}),
    )


def story_entry(story: ShownStory, extra: dict[str, Any] | None = None) -> Entry:
    """A story speaks through its face; its evidence stands after the sapo."""
    url = absolute(reverse("story", args=(story.key,)))
    face = story.face
    outlets = ", ".join(story.outlet_names[:6])
    evidence = f"{story.article_count} bài của {story.outlet_count} báo: {outlets}" if story.article_count > 1 else ""
    return Entry(
        id=url,
        url=url,
        title=story.title,
        moment=story.last,
        published=story.first if published_at(face) else None,
        summary=" ".join(part for part in (face.lead, f"({evidence}.)" if evidence else "") if part),
        outlet=face.outlet.name,
        original=face.url,
        image=picture_address_of(face),
        categories=_section(story.section),
        extra={"story": story.key, "outlets": story.outlet_count, "articles": story.article_count} | (extra or {}),
    )


def place_entry(place: Place, block: ShownBlock) -> Entry | None:
    """A place of a block, with the block and the reasons."""
    extra = {"block": block.kind, "section": block.section, "pinned": place.pinned, "why": why(place.reasons)}
    note = " · ".join(reason.words for reason in place.reasons)
    if place.story is not None:
        return replace(story_entry(place.story, extra), note=note)
    return replace(article_entry(place.article, extra), note=note) if place.article is not None else None


def block_entries(blocks: Iterable[ShownBlock]) -> tuple[Entry, ...]:
    """All places of a page in its order."""
    entries = (place_entry(place, block) for block in blocks for place in block.places)
    return tuple(entry for entry in entries if entry is not None)


def hit_entry(hit: Hit) -> Entry:
    return article_entry(hit.article, {"score": hit.score})


def why(reasons: Iterable[Reason]) -> list[dict[str, Any]]:
    return [{"sign": reason.sign, "weight": reason.weight, "words": reason.words} for reason in reasons]


def published_at(article: ShownArticle) -> datetime | None:
    """Only a time that is known to the day."""
    return article.moment if article.published.known and article.published.precision != "range" else None


def picture_address_of(article: ShownArticle) -> str:
    """Our copy of the picture; rights decided before whether ``image`` is told at all."""
    shot = picture_of(article.image) if article.image else None
    return shot[0] if shot else ""


def _section(code: str) -> tuple[str, ...]:
    known = sections().get(code)
    return (known.name,) if known else ()
