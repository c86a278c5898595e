"""The records of ``diemtin export``, in the order of their making, each with the same keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from diemtin.language.countries import print_country
from diemtin.news import VIETNAM
from diemtin.reader import published_json
from diemtin.store import models
from diemtin.store.records import published_noun

Records = Iterator[dict[str, Any]]
_CHUNK = 1000


def article_records() -> Records:
    """``copy_of`` is derived from the wire group: its origin, unless that is the article itself."""
    rows = (
        models.Article.objects.filter(removed__isnull=True)
        .select_related("outlet", "story", "story__thread", "wire_group", "wire_group__origin")
        .order_by("id")
    )
    for row in rows.iterator(chunk_size=_CHUNK):
        origin = row.wire_group.origin if row.wire_group else None
        yield {
            "id": row.key,
            "url": row.url or None,
            "outlet": row.outlet.name or row.outlet.domain,
            "title": row.title,
            "lead": row.lead,
            "published": published_json(published_noun(row)),
            "kind": row.kind,
            "section": row.section,
            "agency": row.agency,
            "story": row.story.key,
            "thread": row.story.thread.key if row.story.thread else None,
            "copy_of": origin.key if origin and origin.pk != row.pk else None,
            "version": row.version,
        }


def story_records() -> Records:
    """Without the summary, which ``digest`` makes."""
    rows = (
        models.Story.objects.filter(merged_into__isnull=True, articles__removed__isnull=True)
        .distinct()
        .select_related("thread")
        .prefetch_related("articles__outlet")
        .order_by("id")
    )
    for row in rows.iterator(chunk_size=_CHUNK):
        articles = sorted((a for a in row.articles.all() if a.removed is None), key=lambda a: (a.moment, a.pk))
        outlets = {article.outlet.name or article.outlet.domain for article in articles}
        yield {
            "id": row.key,
            "title": row.title,
            "articles": [article.key for article in articles],
            "outlets": sorted(outlet for outlet in outlets if outlet),
            "first": _time(articles[0].moment),
            "last": _time(articles[-1].moment),
            "thread": row.thread.key if row.thread else None,
            "section": row.section,
        }


def thread_records() -> Records:
    rows = models.Thread.objects.filter(merged_into__isnull=True).prefetch_related("stories").order_by("id")
    for row in rows.iterator(chunk_size=_CHUNK):
        stories = sorted(
            (s for s in row.stories.all() if s.merged_into_id is None and s.first is not None),
            key=lambda s: (s.first, s.pk),
        )
        if not stories:
            continue
        yield {
            "id": row.key,
            "title": row.title,
            "stories": [story.key for story in stories],
            "first": _time(stories[0].first),
            "last": _time(max(story.last for story in stories if story.last)),
            **{name: row.about.get(name, []) for name in ("offices", "persons", "countries", "places")},
        }


def meeting_records() -> Records:
    rows = models.Meeting.objects.filter(tellings__article__removed__isnull=True).distinct().order_by("id")
    for row in rows.iterator(chunk_size=_CHUNK):
        told = row.tellings.filter(article__removed__isnull=True).select_related("article").order_by("id")
        merged = row.merged
        yield {
            "id": row.key,
            "status": row.status,
            "form": row.form,
            "date": row.date or None,
            "place": row.place or None,
            "occasion": merged.get("occasion"),
            "minutes": merged.get("minutes"),
            "participants": [printed(participant) for participant in merged.get("participants", [])],
            "topics": merged.get("topics", []),
            "sources": [
                {"article": telling.article.key, "sentence": cited["sentence"], "chain": chained(telling.told["chain"])}
                for telling in told
                for cited in telling.told["cited"]
            ],
        }


def printed(participant: dict[str, Any]) -> dict[str, Any]:
    """The country as the Vietnamese press prints it; the office stays a code, which every language can print."""
    country = participant.get("country")
    return {
        "person": participant.get("person"),
        "office": participant.get("office"),
        "country": print_country(country) or country,
        "resolved": participant.get("resolved", False),
    }


def chained(chain: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The links with their keys in one order: one of the databases keeps them in another."""
    return [{"name": link["name"], "kind": link["kind"], "place": link["place"]} for link in chain]


def statement_records() -> Records:
    rows = models.Statement.objects.filter(article__removed__isnull=True).select_related("article").order_by("id")
    for row in rows.iterator(chunk_size=_CHUNK):
        yield {
            "id": row.key,
            "speaker": row.speaker,
            "office": row.office or None,
            "country": print_country(row.country) or row.country or None,
            "quote": row.quote,
            "direct": row.direct,
            "article": row.article.key,
            "sentence": row.sentence,
            "chain": chained(row.chain),
        }


EXPORTS: dict[str, Callable[[], Records]] = {
    "articles": article_records,
    "threads": thread_records,
    "meetings": meeting_records,
    "statements": statement_records,
}


def _time(moment: Any) -> str | None:
    return moment.astimezone(VIETNAM).isoformat(timespec="seconds") if moment else None
