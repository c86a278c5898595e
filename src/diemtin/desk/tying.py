"""After a batch is placed: what its stories are called, and on which threads they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime

from diemtin.desk.leaving import dissolve_lonely, held_by_editor, leave_thread
from diemtin.desk.lines import Lines
from diemtin.store import models
from diemtin.store.aggregates import articles_of_stories
from diemtin.store.saving import join_thread
from diemtin.store.writing import update_rows
from diemtin.stories import Features, Signs, Threads, find_headline

MOST_SIGNS = 12
"""Articles of a story whose signs are kept: the first ones say what it is about, and a story of hundreds stays small."""


def tie_stories(lines: Lines, touched: Iterable[models.Story], moment: datetime, now: datetime) -> None:
    """Headline, section, times and counts of the touched stories; then their threads, with titles."""
    stories = {story.key: story for story in touched}
    describe_stories(stories.values(), moment)
    sign_stories(stories.values())
    threads: set[str] = set()
    left: set[str] = set()
    held = held_by_editor(story.pk for story in stories.values() if not story.signs)
    for key, story in sorted(stories.items(), key=lambda pair: (pair[1].first or now, pair[0])):
        before = lines.threads.thread_of(key)
        if story.merged_into_id is not None or (not story.signs and story.pk not in held):
            lines.threads.remove(key)
            leave_thread(story, moment, now)
            left.update([before] if before else [])
            continue
        for tied in lines.threads.tie(key, _signs_of(story), story.first or now):
            thread, _ = models.Thread.objects.get_or_create(key=tied.thread)
            row = stories.get(tied.story) or models.Story.objects.get(key=tied.story)
            join_thread(row, tied, thread, row.first or moment, now)
            if tied.story not in stories:
                row.save(update_fields=["thread"])
            threads.add(tied.thread)
        if before:
            threads.add(before)
    columns = ["title", "section", "first", "last", "article_count", "outlet_count", "signs", "thread"]
    update_rows(stories.values(), columns)
    for story in dissolve_lonely(left, moment, now):
        lines.threads.remove(story.key)
        lines.threads.restore(story.key, _signs_of(story), None)
    for thread_key in sorted(threads | left):
        describe_thread(lines.threads, thread_key)


def describe_stories(stories: Iterable[models.Story], moment: datetime) -> None:
    """Headline, section, times and counts from the articles that are there; of a story without any nothing is shown."""
    articles = articles_of_stories(stories)
    for story in stories:
        own = articles.get(story.pk, [])
        if not own:
            story.article_count = story.outlet_count = 0
            story.title = story.title if story.renamed else ""
            story.first = story.last = None
            continue
        if not story.renamed:
            story.title = find_headline([(key, article) for key, _, article in own], moment)[:1000]
        sections = Counter(article.section or "" for _, _, article in own)
        story.section = min(sections, key=lambda code: (-sections[code], code))
        story.first, story.last = own[0][1], own[-1][1]
        story.article_count = len(own)
        story.outlet_count = len({article.outlet for _, _, article in own})


def sign_stories(stories: Iterable[models.Story]) -> None:
    """Signs of the first articles of each story, from their stored features."""
    rows = (
        models.Features.objects.filter(article__story__in=list(stories), article__removed__isnull=True)
        .order_by("article__moment", "article_id")
        .values_list("article__story_id", "packed")
    )
    found: dict[int, list[list[list[str]]]] = defaultdict(list)
    for story_id, packed in rows:
        if len(found[story_id]) < MOST_SIGNS:
            features = Features.unpack(bytes(packed))
            if not features.alone and any(features.signs.to_lists()):
                found[story_id].append([list(entries) for entries in features.signs.to_lists()])
    for story in stories:
        story.signs = found.get(story.pk, [])


def _signs_of(story: models.Story) -> list[Signs]:
    return [Signs.from_lists(lists) for lists in story.signs]


def describe_thread(threads: Threads, key: str) -> None:
    """Title, times and what its stories share; ``threads`` holds at least this thread."""
    thread = models.Thread.objects.get(key=key)
    told = threads.describe(key)
    if not thread.renamed:
        thread.title = told.title[:300]
    times = models.Story.objects.filter(thread=thread, merged_into__isnull=True).values_list("first", "last")
    thread.first = min((first for first, _ in times if first), default=None)
    thread.last = max((last for _, last in times if last), default=None)
    thread.about = {
        "offices": list(told.offices),
        "persons": list(told.persons),
        "countries": list(told.countries),
        "places": list(told.places),
    }
    thread.save()
