"""Stories as blocks show them: which article speaks for each, and its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F

from diemtin.store.models import Article, MeetingTelling, Story, Version
from diemtin.store.queries.differences import Difference, find_differences
from diemtin.store.queries.rows import shown_article, shown_figures, shown_outlet, shown_thread
from diemtin.store.queries.shown import ShownArticle, ShownFigure, ShownStory
from diemtin.store.queries.sight import Sight

MOST_BARS = 16
"""Bars of a sparkline: at 4 + 2 points each it stays narrower than the evidence beside it on a phone (390 points)."""


_UNSEEN = ("first_seen", "removed", "section_why", "page_section", "fingerprint", "address", "language")


def get_stories(ids: Sequence[int], sight: Sight) -> dict[int, ShownStory]:
    """The stories of these row ids that can be seen, in six queries. A story with nothing to see is left out."""
    rows = {row.pk: row for row in Story.objects.filter(pk__in=ids).select_related("thread")}
    told: dict[int, list[Article]] = defaultdict(list)
    # A few outlets tell most stories: each is made once, not once an article.
    articles = sight.articles().filter(story_id__in=ids).prefetch_related("outlet", "wire_group").defer(*_UNSEEN)
    for article in articles.order_by("moment", "id"):
        if article.story_id in rows:
            article.story = rows[article.story_id]
            told[article.story_id].append(article)
    differences = _differences(list(told), sight)
    stories = {
        pk: _shown(rows[pk], told[pk], sight, differences.get(pk, ())) for pk in ids if pk in rows and told.get(pk)
    }
    shots = {pk: shot for pk, story in stories.items() if (shot := _shot_of(story.face, told[pk], sight)) is not None}
    figures = _figures(list(shots.values()))
    return {pk: replace(story, figure=figures.get(shots.get(pk, ""))) for pk, story in stories.items()}


def _shot_of(face: ShownArticle, articles: Sequence[Article], sight: Sight) -> str | None:
    """The key of the article whose first picture stands beside the story: its face's own, else the newest that rights allow."""
    if face.image:
        return face.key
    allowed = (row for row in reversed(articles) if row.image and sight.may_show(row.outlet.rights, "picture"))
    return next((row.key for row in allowed), None)


def _figures(keys: Sequence[str]) -> dict[str, ShownFigure]:
    """The first figure of the newest version of each article."""
    rows = Version.objects.filter(article__key__in=keys, number=F("article__version"))
    found = {key: shown_figures(figures, stored=True) for key, figures in rows.values_list("article__key", "figures")}
    return {
        key: next((figure for figure in figures if figure.link), figures[0])
        for key, figures in found.items()
        if figures
    }


def _shown(row: Story, articles: list[Article], sight: Sight, differences: tuple[Difference, ...]) -> ShownStory:
    shown = [shown_article(article, sight) for article in articles]
    dated = [article.moment for article in shown if article.published.known] or [article.moment for article in shown]
    hours, step = bars(dated)
    return ShownStory(
        key=row.key,
        title=row.title or shown[0].title,
        section=row.section or shown[0].section,
        first=dated[0],
        last=dated[-1],
        face=face_of(shown, row.title),
        outlet_names=tuple(dict.fromkeys(article.outlet.name for article in shown)),
        article_count=len(shown),
        copy_count=count_copies(shown),
        hours=hours,
        step_hours=step,
        thread=shown_thread(row.thread) if row.thread else None,
        differences=differences,
    )


def face_of(articles: Sequence[ShownArticle], title: str = "") -> ShownArticle:
    """The article that speaks for a story: the one whose headline the story bears, else one with a sapo and a picture, an
    original before a copy, then the newest."""

    def worth(article: ShownArticle) -> tuple[bool, bool, bool, bool, bool, datetime]:
        copy = article.wire_group is not None and not article.origin
        return (
            article.title == title and bool(article.lead),
            article.role == "main" and article.kind in ("news", "live"),
            bool(article.lead),
            bool(article.image),
            not copy,
            article.moment,
        )

    return max(articles, key=worth)


def count_copies(articles: Iterable[ShownArticle]) -> int:
    """Articles beyond the first of every wire group."""
    groups: dict[int, int] = defaultdict(int)
    for article in articles:
        if article.wire_group is not None:
            groups[article.wire_group] += 1
    return sum(count - 1 for count in groups.values())


def bars(moments: Sequence[datetime]) -> tuple[tuple[int, ...], int]:
    """Counts a step of time from the first moment to the last (at most ``MOST_BARS``), and the step in hours."""
    if not moments:
        return (), 1
    span = (moments[-1] - moments[0]) // timedelta(hours=1) + 1
    step = -(-span // MOST_BARS)
    counts = [0] * (-(-span // step))
    for moment in moments:
        counts[min(int((moment - moments[0]) // timedelta(hours=step)), len(counts) - 1)] += 1
    return tuple(counts), step


def _differences(ids: list[int], sight: Sight) -> dict[int, tuple[Difference, ...]]:
    """What the articles of each story contradict each other in about a meeting, date and minutes; one query."""
    outlets: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    merged: dict[int, dict[str, Any]] = {}
    tellings = MeetingTelling.objects.filter(article__story_id__in=ids, **sight.on("article"))
    for row in tellings.select_related("article__outlet", "meeting").order_by("id"):
        outlets[row.article.story_id, row.meeting_id][row.article.key] = shown_outlet(row.article.outlet).name
        merged[row.meeting_id] = row.meeting.merged
    found: dict[int, list[Difference]] = defaultdict(list)
    for (story, meeting), names in outlets.items():
        disagreements = merged[meeting].get("disagreements") or ()
        found[story].extend(find_differences(disagreements, names, with_participants=False))
    return {story: tuple(dict.fromkeys(lines)) for story, lines in found.items()}
