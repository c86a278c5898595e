"""Which stories may be related to one, and on what evidence. Eight queries."""

from __future__ import annotations

from collections import defaultdict

from diemtin.ranking import Kinship, RankedBlock, rank_related
from diemtin.store.models import Article, Meeting, SeenTeaser, Statement, Story
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import load_stories

_THREAD = 40
_STATEMENTS = 300
_COMMON = 12
"""A person in more stories than this among the newest statements is everywhere: sharing him says nothing."""


def load_related(story: int, sight: Sight) -> RankedBlock:
    """Stories on the same thread, stories that outlets list as related below these articles, stories with the same
    persons."""
    row = Story.objects.select_related("thread").get(pk=story)
    on_thread: set[int] = set()
    if row.thread_id:
        beside = Story.objects.filter(thread_id=row.thread_id, merged_into=None, first__lte=sight.limit)
        newest = beside.exclude(pk=story).order_by("-last", "-id")
        on_thread = set(newest.values_list("pk", flat=True)[:_THREAD])
    listed = _listed(story, sight)
    persons = _persons(story, sight)
    ids = sorted({*on_thread, *listed, *persons} - {story})
    stories = load_stories([story, *ids], sight)
    if story not in stories:
        return RankedBlock("related", ())
    title = row.thread.title if row.thread else None
    kin = [
        Kinship(stories[pk], title if pk in on_thread else None, tuple(persons.get(pk, ())), listed.get(pk, 0))
        for pk in ids
        if pk in stories
    ]
    return rank_related(stories[story], kin)


def _listed(story: int, sight: Sight) -> dict[int, int]:
    """Stories in the "related" blocks of the pages that tell this one: how many outlets list each."""
    captures = Article.objects.filter(story_id=story, sightings__role="main").values("sightings__capture")
    teasers = SeenTeaser.objects.filter(block="related", capture__in=captures, seen__lte=sight.limit)
    outlets: dict[str, set[int]] = defaultdict(set)
    for address, outlet in teasers.exclude(address="").order_by("id").values_list("address", "outlet_id")[:200]:
        outlets[address].add(outlet)
    found: dict[int, set[int]] = defaultdict(set)
    for address, pk in sight.articles().filter(address__in=list(outlets)).values_list("address", "story_id"):
        found[pk] |= outlets[address]
    return {pk: len(who) for pk, who in found.items()}


def _persons(story: int, sight: Sight) -> dict[int, list[str]]:
    """Stories that quote or meet the same persons, and who they are."""
    ours = Statement.objects.filter(article__story_id=story, person__isnull=False)
    persons = dict(ours.order_by("person_id").values_list("person_id", "person__name").distinct())
    met = Meeting.objects.filter(tellings__article__story_id=story).order_by("persons__id")
    persons |= {pk: name for pk, name in met.values_list("persons__id", "persons__name").distinct() if pk}
    if not persons:
        return {}
    said = Statement.objects.filter(person_id__in=list(persons), article__removed__isnull=True)
    said = said.filter(article__moment__lte=sight.limit).order_by("-id")
    where: dict[int, set[int]] = defaultdict(set)
    for person, pk in said.values_list("person_id", "article__story_id")[:_STATEMENTS]:
        where[person].add(pk)
    found: dict[int, list[str]] = defaultdict(list)
    for person in sorted(where):
        if len(where[person]) <= _COMMON:
            for pk in sorted(where[person]):
                found[pk].append(persons[person])
    return found
