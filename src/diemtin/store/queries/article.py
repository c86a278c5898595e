"""The article page: one article with its versions, what it tells, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from diemtin.news import Passage
from diemtin.store.models import Article, Takedown, Version
from diemtin.store.queries.blocks import get_more, get_related, shown_blocks
from diemtin.store.queries.meetings import get_meetings, meetings_of_articles
from diemtin.store.queries.rows import shown_articles, shown_figures, with_all
from diemtin.store.queries.shown import (
    Place,
    ShownArticle,
    ShownFigure,
    ShownMeeting,
    ShownStatement,
    ShownStory,
    ShownThread,
)
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.statements import get_statements
from diemtin.store.queries.stories import get_stories
from diemtin.store.queries.then import articles_in, known_then, story_of


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """One version. ``body`` is empty where rights do not let us show it."""

    number: int
    seen: datetime
    title: str
    lead: str
    body: tuple[Passage, ...]
    cause: str = "outlet"


@dataclass(frozen=True, slots=True)
class Removed:
    """The note that a takedown leaves."""

    title: str
    outlet: str
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ArticlePage:
    article: ShownArticle
    whole: bool
    """Rights let us show the body."""
    first_seen: datetime
    byline: str
    body: tuple[Passage, ...]
    figures: tuple[ShownFigure, ...]
    tags: tuple[str, ...]
    versions: tuple[ShownVersion, ...]
    """Oldest first."""
    statements: tuple[ShownStatement, ...]
    meetings: tuple[ShownMeeting, ...]
    story: ShownStory | None
    thread: ShownThread | None
    copies: tuple[ShownArticle, ...]
    """Other articles of its wire group, the origin first."""
    same_story: tuple[ShownArticle, ...]
    earlier: tuple[ShownArticle, ...]
    """Older articles that stand in full below it on its page."""
    related: tuple[Place, ...]
    more: tuple[Place, ...]
    """Newest of its section."""


def find_article_page(key: str, sight: Sight, clock: Sight | None = None) -> ArticlePage | Removed | None:
    """Everything the page of an article shows; the note, if it was taken down; ``None`` if there is none.

    ``clock``: by which the blocks beside it are ranked, when the desk's clock stands still.
    """
    row = with_all(Article.objects.filter(key=key)).first()
    if row is None or row.removed is not None:
        return _find_removed(key)
    if row.moment > sight.limit or (sight.clock == "seen" and row.first_seen > sight.moment):
        return None
    article = shown_articles([row], sight)[0]
    rights = row.outlet.rights
    whole = sight.may_show(rights, "body")
    versions = known_then(row.versions.order_by("number"), sight)
    now = versions[-1]
    story = story_of(row, sight)
    siblings = list(with_all(articles_in(story, sight)).order_by("moment", "id"))
    shown = dict(zip((sibling.pk for sibling in siblings), shown_articles(siblings, sight), strict=True))
    copies = [
        shown[s.pk] for s in siblings if row.wire_group_id and s.wire_group_id == row.wire_group_id and s.pk != row.pk
    ]
    same = [shown[s.pk] for s in siblings if s.pk != row.pk and shown[s.pk] not in copies]
    told = get_stories([story], sight).get(story)
    related = get_related(story, sight)
    more = get_more(row, story, clock or sight, [place.story for place in related.places])
    beside = {block.kind: block.places for block in shown_blocks([related, more], sight)}
    return ArticlePage(
        article=article,
        whole=whole,
        first_seen=row.first_seen,
        byline=now.byline if whole or sight.may_show(rights, "sapo") else "",
        body=_body(now, whole),
        figures=_figures(now, rights, sight),
        tags=tuple(now.tags) if whole else (),
        versions=tuple(_version(version, whole, sight.may_show(rights, "sapo")) for version in versions),
        statements=get_statements([row], sight),
        meetings=get_meetings(meetings_of_articles([row.pk]), sight) if sight.may_show(rights, "quotes") else (),
        story=told,
        thread=told.thread if told else None,
        copies=tuple(sorted(copies, key=lambda copy: not copy.origin)),
        same_story=tuple(same),
        earlier=_earlier(row, sight),
        related=beside.get("related", ()),
        more=beside.get("more", ()),
    )


def _find_removed(key: str) -> Removed | None:
    note = Takedown.objects.filter(key=key).order_by("-at", "-id").first()
    return Removed(note.title, note.outlet, note.why, note.at) if note else None


def _body(version: Version, whole: bool) -> tuple[Passage, ...]:
    return tuple(Passage(text, kind) for kind, text in version.body) if whole else ()


def _version(version: Version, whole: bool, sapo: bool) -> ShownVersion:
    return ShownVersion(
        version.number,
        version.seen,
        version.title,
        (version.lead or "") if sapo else "",
        _body(version, whole),
        version.cause,
    )


def _figures(version: Version, rights: str, sight: Sight) -> tuple[ShownFigure, ...]:
    """All with full rights; the first, as a link, for an excerpt; none for a headline."""
    if sight.may_show(rights, "picture"):
        return shown_figures(version.figures, stored=True)
    if sight.may_show(rights, "sapo"):
        return tuple(figure for figure in shown_figures(version.figures, stored=False) if figure.link)[:1]
    return ()


def _earlier(row: Article, sight: Sight) -> tuple[ShownArticle, ...]:
    pages = list(row.sightings.filter(role="main").values_list("capture_id", flat=True))
    if not pages:
        return ()
    below = sight.articles().filter(sightings__capture_id__in=pages, sightings__role="embedded").exclude(pk=row.pk)
    return shown_articles(below.distinct().order_by("-moment", "-id")[:5], sight)
