"""The page of a person: meetings, words, and the stories these stand in."""

from __future__ import annotations

from dataclasses import dataclass

from diemtin.store.models import Meeting, Person
from diemtin.store.queries.meetings import get_meetings
from diemtin.store.queries.rows import with_all
from diemtin.store.queries.shown import ShownMeeting, ShownStatement, ShownStory
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.statements import get_statements
from diemtin.store.queries.stories import get_stories
from diemtin.store.queries.thread import find_persons

MOST = 60
"""The newest so many of each: a page, not an archive."""


@dataclass(frozen=True, slots=True)
class PersonPage:
    key: str
    name: str
    meetings: tuple[ShownMeeting, ...]
    """Newest first."""
    statements: tuple[ShownStatement, ...]
    """Newest first."""
    stories: tuple[ShownStory, ...]
    met: tuple[tuple[str, str], ...]
    """``(name, key)`` of those in meetings that were held."""


def find_person(key: str) -> str | None:
    """The name."""
    return Person.objects.filter(key=key).values_list("name", flat=True).first()


def find_person_page(key: str, sight: Sight) -> PersonPage | None:
    row = Person.objects.filter(key=key).first()
    if row is None:
        return None
    meetings = get_meetings(Meeting.objects.filter(persons=row).order_by("-date", "-id")[:MOST], sight)
    said = with_all(sight.articles().filter(statements__person=row)).distinct().order_by("-moment", "-id")[:MOST]
    statements = get_statements(list(said), sight, row.pk)
    wanted = sight.articles().filter(statements__person=row) | sight.articles().filter(
        meeting_tellings__meeting__persons=row
    )
    ids = list(dict.fromkeys(wanted.order_by("-moment", "-id").values_list("story_id", flat=True)[:MOST]))[:8]
    if not meetings and not statements:
        return None
    held = tuple(shown for shown in meetings if shown.meeting.status == "held")
    return PersonPage(
        row.key,
        row.name,
        meetings,
        tuple(reversed(statements)),
        tuple(get_stories(ids, sight).values()),
        tuple(person for person in find_persons(held) if person[0] != row.name),
    )
