"""Stories to choose from: by words, and those that may be about the same."""

from __future__ import annotations

from datetime import UTC, datetime

from diemtin.store.models import Story
from diemtin.store.queries import desk
from diemtin.store.queries.kin import load_related
from diemtin.store.queries.sight import Sight
from diemtin.store.search import find

NEAR = 6


def find_stories(words: str, most: int = 30) -> tuple[desk.StoryRow, ...]:
    """What search finds, a story once, best first."""
    found = find(words, sight=_sight(), size=most)
    return desk.get_story_rows([hit.story for hit in found.hits])


def find_near(key: str) -> tuple[desk.StoryRow, ...]:
    """Stories of the same thread, the same persons, or listed beside this one: what it may have to be merged with."""
    pk = Story.objects.filter(key=key).values_list("pk", flat=True).first()
    if pk is None:
        return ()
    related = load_related(pk, _sight())
    return desk.get_story_rows([place.story for place in related.places if place.story != key])[:NEAR]


def _sight() -> Sight:
    return Sight(datetime.now(UTC), private=True)
