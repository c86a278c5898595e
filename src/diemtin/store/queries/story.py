"""The story page: all coverage, what each outlet adds, quotes, course of events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Literal

from diemtin.store.models import Article, Story, Version
from diemtin.store.queries.adds import Adds, find_adds
from diemtin.store.queries.meetings import get_meetings, meetings_of_articles
from diemtin.store.queries.paging import after_key, cut
from diemtin.store.queries.rows import shown_article
from diemtin.store.queries.shown import ShownArticle, ShownMeeting, ShownStatement, ShownStory
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.statements import get_statements
from diemtin.store.queries.stories import get_stories
from diemtin.store.queries.then import articles_in, as_was, find_texts, known_then

MOST_ARTICLES = 250
"""A longer story shows so many a page, the newest first; its figures count all."""
_UNSEEN = ("first_seen", "removed", "section_why", "page_section", "fingerprint", "address", "language")
NEW = timedelta(hours=24)
"""What came in the last day is new to somebody who reads once a day."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text and all who print it: the article it began with, and the copies folded under it."""

    origin: ShownArticle
    copies: tuple[ShownArticle, ...] = ()
    adds: Adds = field(default_factory=Adds)


@dataclass(frozen=True, slots=True)
class Turn:
    """A point in the course of the story: its first report, a text that was copied, a headline that changed."""

    at: datetime
    kind: Literal["first", "wire", "changed", "last"]
    article: ShownArticle
    count: int = 0
    before: str = ""


@dataclass(frozen=True, slots=True)
class StoryPage:
    story: ShownStory
    texts: tuple[Text, ...]
    """Newest first."""
    articles: tuple[ShownArticle, ...]
    """Oldest first."""
    statements: tuple[ShownStatement, ...]
    meetings: tuple[ShownMeeting, ...]
    turns: tuple[Turn, ...]
    new: tuple[ShownArticle, ...]
    """Of the last day, when the story is older."""
    neighbours: tuple[ShownStory, ...]
    """The nearest stories of its thread."""
    next: str = ""
    """The key to ask for older articles with; empty when these are the oldest."""


def find_story_page(key: str, sight: Sight, now: datetime | None = None, before: str = "") -> StoryPage | str | None:
    """The page; the key it was merged into; ``None`` if there is none to see. ``now``: what "new" is reckoned from.
    ``before``: what is older than the article of that key, for a story of more than ``MOST_ARTICLES``."""
    row = Story.objects.filter(key=key).select_related("merged_into").defer("signs", "merged_into__signs").first()
    if row is None:
        return None
    if row.merged_into is not None and sight.clock == "now":
        return row.merged_into.key
    told = articles_in(row.pk, sight).select_related("outlet", "wire_group").defer(*_UNSEEN)
    found, more = cut(after_key(told, "moment", before), "moment", MOST_ARTICLES)
    rows = found[::-1]
    for article in rows:
        article.story = row
    if not rows:
        return None
    near: list[int] = []
    if row.thread_id:
        others = Story.objects.filter(thread_id=row.thread_id, merged_into__isnull=True).exclude(pk=row.pk)
        near = list(others.order_by("-last", "-id").values_list("id", flat=True)[:5])
    stories = get_stories([row.pk, *near], sight)
    texts = find_texts([article.pk for article in rows], sight)
    articles = tuple(as_was(shown_article(article, sight), texts.get(article.pk), sight) for article in rows)
    versions = _versions(rows, sight)
    statements = get_statements(rows, sight)
    new = tuple(
        article for article in articles if article.published.known and article.moment > (now or sight.moment) - NEW
    )
    return StoryPage(
        story=stories[row.pk],
        texts=_texts(rows, articles, versions, statements),
        articles=articles,
        statements=statements,
        meetings=get_meetings(meetings_of_articles([article.pk for article in rows]), sight),
        turns=_turns(articles, versions, first=not more, last=not before),
        new=new if len(new) < len(articles) else (),
        neighbours=tuple(stories[pk] for pk in near if pk in stories),
        next=rows[0].key if more else "",
    )


def _versions(rows: Sequence[Article], sight: Sight) -> dict[str, list[Version]]:
    keys = {row.pk: row.key for row in rows}
    versions: dict[str, list[Version]] = defaultdict(list)
    found = Version.objects.filter(article_id__in=keys).defer("figures", "tags", "byline", "content_hash")
    for version in found.order_by("article_id", "number"):
        versions[keys[version.article_id]].append(version)
    return defaultdict(list, {key: known_then(own, sight) for key, own in versions.items()})


def _texts(
    rows: Sequence[Article],
    articles: Sequence[ShownArticle],
    versions: dict[str, list[Version]],
    statements: Sequence[ShownStatement],
) -> tuple[Text, ...]:
    groups: dict[object, list[ShownArticle]] = defaultdict(list)
    for article in articles:
        groups[article.wire_group or article.key].append(article)
    texts = []
    for members in groups.values():
        origin = next((member for member in members if member.origin), members[0])
        texts.append(Text(origin, tuple(member for member in members if member is not origin)))
    speakers: dict[str, list[str]] = defaultdict(list)
    for statement in statements:
        speakers[statement.article.key].append(statement.speaker)
    texts.sort(key=lambda text: text.origin.moment)
    adds = find_adds(
        (text.origin.key, _body(versions[text.origin.key]), tuple(speakers[text.origin.key])) for text in texts
    )
    return tuple(Text(text.origin, text.copies, adds[text.origin.key]) for text in reversed(texts))


def _body(versions: Sequence[Version]) -> str:
    if not versions:
        return ""
    return "\n".join([versions[-1].lead or "", *(text for _, text in versions[-1].body)])


def _turns(
    articles: Sequence[ShownArticle], versions: dict[str, list[Version]], *, first: bool, last: bool
) -> tuple[Turn, ...]:
    """``first``, ``last``: the story begins, ends with these articles."""
    turns: list[Turn] = []
    copies: dict[int, list[ShownArticle]] = defaultdict(list)
    for article in articles:
        if article.wire_group is not None:
            copies[article.wire_group].append(article)
        for old, new in pairwise(versions[article.key]):
            if old.title != new.title and new.cause == "outlet":
                turns.append(Turn(new.seen, "changed", article, before=old.title))
    for members in copies.values():
        origin = next((member for member in members if member.origin), members[0])
        if len(members) > 1:
            turns.append(Turn(origin.moment, "wire", origin, len(members) - 1))
    if first and not any(turn.article is articles[0] and turn.kind == "wire" for turn in turns):
        turns.append(Turn(articles[0].moment, "first", articles[0]))
    if last and len(articles) > 1:
        turns.append(Turn(articles[-1].moment, "last", articles[-1]))
    return tuple(sorted(turns, key=lambda turn: turn.at))
