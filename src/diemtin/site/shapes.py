"""What the API hands out: shapes (they are the OpenAPI document), and how records become them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from ninja import Schema
from pydantic import Field

from diemtin.news import Reason
from diemtin.ranking import Front, RankedPlace
from diemtin.store.queries.differences import Difference
from diemtin.store.queries.shown import ShownArticle, ShownMeeting, ShownOutlet, ShownStatement, ShownStory, ShownThread
from diemtin.store.search import Found, Hit


class Error(Schema):
    """What went wrong, in words."""

    detail: str


class Refused(Schema):
    """Which input is wrong, and why."""

    detail: list[dict[str, Any]]


class OutletShape(Schema):
    id: str
    name: str
    domain: str | None
    kind: str
    rights: str


class PublishedShape(Schema):
    """When, as exactly as is known: ``from`` and ``to`` bound the moment; both null when nobody knows."""

    from_: datetime | None = Field(None, alias="from", serialization_alias="from")
    to: datetime | None
    precision: str
    basis: str
    why: str


class ArticleShape(Schema):
    """What the outlet's rights let us show in a list; ``lead`` and ``image`` are null otherwise."""

    id: str
    story: str
    title: str
    lead: str | None
    url: str | None
    outlet: OutletShape
    published: PublishedShape
    moment: datetime = Field(description="The time it is placed at: published, else when it was first seen.")
    kind: str
    section: str
    agency: list[str]
    image: str | None
    version: int


class WholeArticle(ArticleShape):
    """An article on its own page. ``paragraphs`` are empty where rights do not let us print them."""

    byline: str | None
    paragraphs: list[str]
    tags: list[str]
    thread: str | None
    copies: list[str] = Field(description="Articles that print the same agency text, the origin first.")
    versions: int


class SaidShape(Schema):
    """A value, and the outlets that print it."""

    value: str
    outlets: list[str]


class DifferenceShape(Schema):
    """Outlets contradict each other: about what, and who says what."""

    what: str
    said: list[SaidShape]


class ThreadShape(Schema):
    id: str
    title: str
    first: datetime | None
    last: datetime | None
    offices: list[str]
    persons: list[str]
    countries: list[str]
    places: list[str]


class StoryShape(Schema):
    id: str
    title: str
    section: str
    first: datetime
    last: datetime
    articles: int
    copies: int
    outlets: list[str]
    thread: str | None
    face: ArticleShape = Field(description="The article that speaks for it.")
    differences: list[DifferenceShape]


class WholeStory(StoryShape):
    coverage: list[ArticleShape] = Field(description="Every article, oldest first.")


class WholeThread(ThreadShape):
    stories: list[StoryShape] = Field(description="Newest first.")


class WhyShape(Schema):
    """One reason: a stable word, its weight (the weights of a place add up to its score), and words in Vietnamese."""

    sign: str
    weight: float
    words: str


class PlaceShape(Schema):
    story: str
    article: str
    score: float
    pinned: bool
    why: list[WhyShape]


class BlockShape(Schema):
    kind: str
    section: str
    places: list[PlaceShape]


class FrontShape(Schema):
    """The blocks of a page as ranked at ``moment``."""

    moment: datetime
    blocks: list[BlockShape]


class ParticipantShape(Schema):
    person: str | None
    office: str | None
    country: str | None
    resolved: bool


class TellingShape(Schema):
    article: str
    outlet: str
    sentence: str | None
    chain: list[str]


class MeetingShape(Schema):
    id: str
    status: str
    form: str
    date: str | None = Field(description="As exact as known: 2024, 2024-09, 2024-09-23.")
    place: str | None
    occasion: str | None
    minutes: int | None
    participants: list[ParticipantShape]
    topics: list[str]
    sources: list[TellingShape]
    differences: list[DifferenceShape]


class StatementShape(Schema):
    speaker: str
    person: str | None
    office: str | None
    country: str | None
    quote: str
    direct: bool
    sentence: str
    article: str
    outlet: str
    chain: list[str]


class HitShape(Schema):
    article: ArticleShape
    story: str
    score: float
    snippet: str
    snippet_html: str = Field(description="The same, escaped, what was asked in <mark>.")
    others: int = Field(description="Further articles of the story that match too.")


class SearchShape(Schema):
    """One page of what was found; one hit a story. ``looked_at`` of the newest matches were ranked."""

    query: str
    sort: Literal["relevance", "time"]
    page: int
    pages: int
    stories: int
    looked_at: int
    limited: bool
    unknown: list[str]
    hits: list[HitShape]


class ArticleList(Schema):
    articles: list[ArticleShape]
    next: str | None


class StoryList(Schema):
    stories: list[StoryShape]
    next: str | None


class ThreadList(Schema):
    threads: list[ThreadShape]
    next: str | None


class MeetingList(Schema):
    meetings: list[MeetingShape]
    next: str | None


class StatementList(Schema):
    statements: list[StatementShape]
    next: str | None


class OutletList(Schema):
    outlets: list[OutletShape]


def outlet_shape(outlet: ShownOutlet) -> dict[str, Any]:
    told = {"id": outlet.key, "name": outlet.name, "domain": outlet.domain or None}
    return told | {"kind": outlet.kind, "rights": outlet.rights}


def article_shape(article: ShownArticle) -> dict[str, Any]:
    published = article.published
    return {
        "id": article.key,
        "story": article.story,
        "title": article.title,
        "lead": article.lead or None,
        "url": article.url or None,
        "outlet": outlet_shape(article.outlet),
        "published": {
            "from": published.start,
            "to": published.end,
            "precision": published.precision,
            "basis": published.basis,
            "why": published.why,
        },
        "moment": article.moment,
        "kind": article.kind,
        "section": article.section,
        "agency": list(article.agency),
        "image": article.image or None,
        "version": article.version,
    }


def story_shape(story: ShownStory) -> dict[str, Any]:
    return {
        "id": story.key,
        "title": story.title,
        "section": story.section,
        "first": story.first,
        "last": story.last,
        "articles": story.article_count,
        "copies": story.copy_count,
        "outlets": list(story.outlet_names),
        "thread": story.thread.key if story.thread else None,
        "face": article_shape(story.face),
        "differences": differences_shape(story.differences),
    }


def differences_shape(differences: tuple[Difference, ...]) -> list[dict[str, Any]]:
    return [
        {"what": one.what, "said": [{"value": value, "outlets": list(outlets)} for value, outlets in one.said]}
        for one in differences
    ]


def thread_shape(thread: ShownThread) -> dict[str, Any]:
    told: dict[str, Any] = {"id": thread.key, "title": thread.title, "first": thread.first, "last": thread.last}
    return told | {name: list(thread.about.get(name, ())) for name in ("offices", "persons", "countries", "places")}


def why_shape(reasons: tuple[Reason, ...]) -> list[dict[str, Any]]:
    return [{"sign": reason.sign, "weight": reason.weight, "words": reason.words} for reason in reasons]


def place_shape(place: RankedPlace) -> dict[str, Any]:
    told: dict[str, Any] = {"story": place.story, "article": place.article, "score": place.score}
    return told | {"pinned": place.pinned, "why": why_shape(place.reasons)}


def front_shape(front: Front) -> dict[str, Any]:
    blocks = [
        {"kind": block.kind, "section": block.section, "places": [place_shape(place) for place in block.places]}
        for block in front.blocks
    ]
    return {"moment": front.moment, "blocks": blocks}


def meeting_shape(shown: ShownMeeting) -> dict[str, Any]:
    meeting = shown.meeting
    sides = ("person", "office", "country", "resolved")
    return {
        "id": shown.key,
        "status": meeting.status,
        "form": meeting.form,
        "date": shown.date or None,
        "place": meeting.place,
        "occasion": meeting.occasion,
        "minutes": meeting.minutes,
        "participants": [{name: getattr(side, name) for name in sides} for side in meeting.participants],
        "topics": list(meeting.topics),
        "sources": [
            {"article": article.key, "outlet": article.outlet.name, "sentence": sentence or None, "chain": list(chain)}
            for article, sentence, chain in shown.tellings
        ],
        "differences": differences_shape(shown.differences),
    }


def statement_shape(shown: ShownStatement) -> dict[str, Any]:
    return {
        "speaker": shown.speaker,
        "person": shown.person or None,
        "office": shown.office or None,
        "country": shown.country or None,
        "quote": shown.quote,
        "direct": shown.direct,
        "sentence": shown.sentence,
        "article": shown.article.key,
        "outlet": shown.article.outlet.name,
        "chain": list(shown.chain),
    }


def search_shape(found: Found) -> dict[str, Any]:
    names = ("sort", "page", "pages", "stories", "looked_at", "limited")
    told = {name: getattr(found, name) for name in names} | {"query": found.asked.text, "unknown": list(found.unknown)}
    return told | {"hits": [_hit(hit) for hit in found.hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    told: dict[str, Any] = {"article": article_shape(hit.article), "story": hit.story, "score": hit.score}
    return told | {"snippet": hit.snippet_text, "snippet_html": hit.snippet_html, "others": hit.others}
