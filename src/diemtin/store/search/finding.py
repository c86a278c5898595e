"""Search as every surface calls it: newest N matches from the database, ranked and folded by story here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from django.db import connection
from django.db.models import Q

from diemtin.language.text import fold as without_diacritics
from diemtin.store.models import Article, Outlet, Version
from diemtin.store.queries.rows import shown_article, with_all
from diemtin.store.queries.shown import ShownArticle
from diemtin.store.queries.sight import Sight
from diemtin.store.search import postgres, sqlite
from diemtin.store.search.asked import Asked, read_query
from diemtin.store.search.index import read_words
from diemtin.store.search.scoring import Matcher, aged
from diemtin.store.search.sections import codes_of
from diemtin.store.search.snippets import Snippet, compose_snippet, html, mark, plain
from diemtin.store.search.tokens import moment_of_key, order_floor
from diemtin.store.search.wanted import Wanted, wanted_of

Sort = Literal["relevance", "time"]
NEWEST = 300
"""So many of the newest matches are looked at: 15 pages. Looking at one costs about 0.05 ms."""
PAGE = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """A story that was found, by its best (or newest) article. ``others``: further articles of it that match too."""

    article: ShownArticle
    story: str
    score: float
    title: Snippet
    snippet: Snippet
    others: int = 0

    @property
    def snippet_html(self) -> str:
        return html(self.snippet)

    @property
    def snippet_text(self) -> str:
        return plain(self.snippet)


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found. ``limited``: there are older matches than the ``looked_at`` newest; ``oldest`` is the
    moment from which on they were not looked at (a link with ``before:`` goes on from there)."""

    asked: Asked
    sort: Sort
    page: int
    pages: int
    stories: int
    looked_at: int
    limited: bool
    hits: tuple[Hit, ...] = ()
    oldest: datetime | None = None
    unknown: tuple[str, ...] = ()
    """Outlets and sections that were asked for and are not on this desk, dates that cannot be read."""


def find(
    query: str,
    *,
    sight: Sight | None = None,
    sort: Sort = "relevance",
    page: int = 1,
    size: int = PAGE,
    fold: bool = True,
) -> Found:
    """Never fails: a query without anything to search for finds nothing. Eight queries at most.

    ``fold``: one hit a story, else one an article.
    """
    sight = sight or Sight.of("public", datetime.now(UTC))
    asked = read_query(query)
    if asked.empty:
        return Found(asked, sort, 1, 0, 0, 0, False, unknown=asked.unknown)
    outlets = {name: outlet_keys(name) for name in asked.outlets}
    sections = {name: codes_of(name) for name in asked.sections}
    unknown = asked.unknown + tuple(name for name, keys in (outlets | sections).items() if not keys)
    wanted = wanted_of(asked, outlets, sections, below=order_floor(sight.limit + timedelta(seconds=1)))
    most = max(NEWEST, size)
    rows = newest(wanted, most) if wanted else []
    matcher = Matcher.of(asked)
    scored: list[tuple[float, int, int]] = []
    latest = moment_of_key(rows[0][0]) if rows else sight.moment
    for order, article, packed in rows:
        words = read_words(packed)
        if matcher.matches(words):
            scored.append((aged(matcher.score(words), moment_of_key(order), latest), order, article))
    groups = _group(scored, sight, sort, fold)
    pages = -(-len(groups) // size)
    page = max(1, min(page, pages))
    return Found(
        asked,
        sort,
        page,
        pages,
        len(groups),
        len(rows),
        len(rows) == most,
        _hits(groups[(page - 1) * size : page * size], asked, sight),
        moment_of_key(rows[-1][0]) if rows else None,
        unknown,
    )


def newest(wanted: Wanted, most: int) -> list[tuple[int, int, bytes]]:
    """The newest matches: order, article's number, packed words."""
    if connection.vendor == "postgresql":
        return postgres.newest(wanted, most)
    return sqlite.newest(wanted, most)


def outlet_keys(name: str) -> tuple[str, ...]:
    """The outlets a reader may mean: by key, domain or name, whole or in part ("vnexpress", "tuổi trẻ")."""
    sought = without_diacritics(name).strip()
    bare = sought.removeprefix("www.")
    spelled = "".join(part for part in bare if part.isalnum())
    found = [
        key
        for key, title, domain in Outlet.objects.order_by("id").values_list("key", "name", "domain")
        if bare in (key, domain) or _part(spelled, key, title, domain)
    ]
    return tuple(found)


def _part(spelled: str, key: str, title: str, domain: str | None) -> bool:
    if len(spelled) < 3:
        return False
    return any(
        spelled in "".join(c for c in without_diacritics(part) if c.isalnum()) for part in (key, title, domain or "")
    )


@dataclass(frozen=True, slots=True)
class _Group:
    score: float
    order: int
    article: int
    others: int


def _group(scored: list[tuple[float, int, int]], sight: Sight, sort: Sort, fold: bool) -> list[_Group]:
    """One entry a story, by its best article (by time: its newest); ties by time, then number."""
    by = (lambda match: (match[0], match[1])) if sort == "relevance" else (lambda match: (match[1], 0))
    pks = [article for _, _, article in scored]
    stories = dict(sight.articles().filter(pk__in=pks).values_list("pk", "story_id"))
    groups: dict[int, list[tuple[float, int, int]]] = {}
    for match in scored:
        if match[2] in stories:
            groups.setdefault(stories[match[2]] if fold else match[2], []).append(match)
    found = [_Group(*max(matches, key=by), len(matches) - 1) for matches in groups.values()]
    return sorted(found, key=lambda g: by((g.score, g.order, g.article)), reverse=True)


def _hits(groups: list[_Group], asked: Asked, sight: Sight) -> tuple[Hit, ...]:
    rows = {row.pk: row for row in with_all(Article.objects.filter(pk__in=[group.article for group in groups]))}
    open_ = [row for row in rows.values() if sight.may_show(row.outlet.rights, "body")]
    bodies = _bodies(open_)
    hits = []
    for group in groups:
        row = rows[group.article]
        shown = shown_article(row, sight)
        texts = [shown.lead] if shown.lead else []
        snippet = compose_snippet(texts + bodies.get(row.pk, []), asked)
        hits.append(Hit(shown, row.story.key, group.score, mark(shown.title, asked), snippet, group.others))
    return tuple(hits)


def _bodies(rows: Iterable[Article]) -> dict[int, list[str]]:
    newest_versions = Q()
    for row in rows:
        newest_versions |= Q(article_id=row.pk, number=row.version)
    if not newest_versions:
        return {}
    found = Version.objects.filter(newest_versions).values_list("article_id", "body")
    return {article: [text for _, text in body] for article, body in found}
