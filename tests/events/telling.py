"""One invented passage as an article of a day."""

from __future__ import annotations

from datetime import date

from diemtin.events import find_told
from diemtin.news import Article, Meeting, Passage, Published, Statement, Told

DAY = date(2025, 3, 10)


def tell(*paragraphs: str, day: date | None = DAY, title: str = "") -> Told:
    published = Published.on(day) if day else Published()
    return find_told(Article(title, None, tuple(map(Passage, paragraphs)), published=published))


def meeting(*paragraphs: str, day: date | None = DAY) -> Meeting:
    (found,) = tell(*paragraphs, day=day).meetings
    return found


def who(found: Meeting) -> set[str]:
    """Who takes part: names, or states of those without a name."""
    return {one.person or one.country or "?" for one in found.participants}


def sides(*paragraphs: str) -> list[set[str]]:
    """Who takes part in each meeting that the paragraphs tell."""
    return [who(found) for found in tell(*paragraphs).meetings]


def said(*paragraphs: str) -> list[tuple[str, str | None]]:
    return [(one.speaker, one.country) for one in tell(*paragraphs).statements]


def first_said(*paragraphs: str) -> Statement:
    return tell(*paragraphs).statements[0]


def names(*paragraphs: str) -> list[str]:
    return [name for name, _ in said(*paragraphs)]
