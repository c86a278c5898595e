"""The desk as it was at a past moment: which articles it had, where they were placed, in what version, under what title.

The tables of memberships, versions and acts are logs; the columns of articles and stories repeat their newest facts. Here
the logs are read up to a moment. Two clocks tell what came later (``Sight.clock``):

- ``seen``: the desk was there at that moment. It had what it had fetched by then, placed as it had recorded by then.
- ``stream``: the desk was made later, from an archive. Then the articles' own times count, as they do when an archive is
  placed; of an article that changed the first version is shown, for nobody saw when it changed.

What was taken down stays away at every moment, and display rights are today's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from diemtin.news import Article as ArticleNoun
from diemtin.news import Published
from diemtin.store.models import Act, Article, Membership, Story, Thread, ThreadMembership, Version
from diemtin.store.queries.shown import ShownArticle
from diemtin.store.queries.sight import Sight
from diemtin.stories import find_headline


class Placed(NamedTuple):
    """Row numbers of the story and of the group of copies that an article belonged to."""

    story: int
    wire_group: int | None


@dataclass(frozen=True, slots=True)
class Text:
    """The version of an article that was known then."""

    number: int
    title: str
    lead: str | None
    image: str


def sight_at(profile: str, moment: datetime) -> Sight:
    """To look at the desk as it was at ``moment``."""
    first = Article.objects.order_by("id").values_list("first_seen", flat=True).first()
    lived = first is not None and first <= moment
    return replace(Sight.of(profile, moment), clock="seen" if lived else "stream")


def listed(ids: Iterable[int]) -> str:
    """Row numbers written out: a query may be given 32,766 values, and Django looks at each of them three times."""
    return ",".join(map(str, ids)) or "NULL"


def find_moved(articles: Collection[int], sight: Sight) -> dict[int, Placed]:
    """Where articles were placed then, for those that were placed otherwise since. Nothing for the present."""
    if sight.clock == "now" or not articles:
        return {}
    column, until = _by(sight)
    query = (
        f"SELECT DISTINCT article_id FROM store_membership WHERE {column} > %s AND article_id IN ({listed(articles)})"  # noqa: S608
    )
    with connection.cursor() as cursor:
        cursor.execute(query, [connection.ops.adapt_datetimefield_value(until)])
        moved = [article for (article,) in cursor.fetchall()]
    return _placed(Membership.objects.filter(article_id__in=moved), sight) if moved else {}


def articles_of(stories: Collection[int], sight: Sight) -> tuple[QuerySet[Article], dict[int, Placed]]:
    """The articles of these stories that can be seen. For a past moment these are all that ever belonged there, and
    how each was placed then: those that are not among the places did not belong there then."""
    if sight.clock == "now":
        return sight.articles().filter(story_id__in=stories), {}
    ever = ever_of(stories)
    placed = _placed(Membership.objects.filter(article_id__in=ever), sight)
    return sight.articles().filter(pk__in=ever), {pk: where for pk, where in placed.items() if where.story in stories}


def articles_in(story: int, sight: Sight) -> QuerySet[Article]:
    """The articles of one story that can be seen."""
    articles, placed = articles_of((story,), sight)
    return articles if sight.clock == "now" else articles.filter(pk__in=list(placed))


def story_of(article: Article, sight: Sight) -> int:
    """Row number of the story that the article belongs to at the moment of sight."""
    moved = find_moved((article.pk,), sight)
    return moved[article.pk].story if moved else article.story_id


def ever_of(stories: Collection[int]) -> QuerySet[Membership, Any]:
    """Row numbers of the articles that ever belonged to these stories, as a part of a query."""
    return Membership.objects.filter(story_id__in=stories).values("article_id")


def find_texts(articles: Collection[int], sight: Sight) -> dict[int, Text]:
    """The versions known then, of articles that changed since. Nothing for the present."""
    if sight.clock == "now" or not articles:
        return {}
    query = f"SELECT DISTINCT article_id FROM store_version WHERE number > 1 AND seen > %s AND article_id IN ({listed(articles)})"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(query, [connection.ops.adapt_datetimefield_value(sight.moment)])
        changed = [article for (article,) in cursor.fetchall()]
    found: dict[int, Text] = {}
    if changed:
        for version in Version.objects.filter(article_id__in=changed).defer("body", "tags").order_by("number"):
            if version.number == 1 or version.seen <= sight.moment:
                image = next((str(figure["image"]) for figure in version.figures if figure.get("image")), "")
                found[version.article_id] = Text(version.number, version.title, version.lead, image)
    return found


def as_was(shown: ShownArticle, text: Text | None, sight: Sight) -> ShownArticle:
    """The article with the texts of a version; display rights as ever."""
    if text is None:
        return shown
    rights = shown.outlet.rights
    lead = (text.lead or "") if sight.may_show(rights, "sapo") else ""
    image = text.image if sight.may_show(rights, "picture") else ""
    return replace(shown, title=text.title, lead=lead, image=image, version=text.number)


def known_then(versions: Iterable[Version], sight: Sight) -> list[Version]:
    """The versions of one article that were known then; its first in any case."""
    return [row for row in versions if sight.clock == "now" or row.number == 1 or row.seen <= sight.moment]


def find_titles(
    rows: Iterable[Story], changed: Mapping[int, Sequence[tuple[str, str, datetime, bool]]], sight: Sight
) -> dict[int, str]:
    """What stories were called then, by row number.

    ``changed``: of each story that has other articles now, or other texts, its articles then: key, title, moment, and
    whether the moment is when it came out. The headline of the others is what it was, unless an editor gave it.
    """
    if sight.clock == "now":
        return {row.pk: row.title for row in rows}
    given = _titles_given(sight.moment)
    titles: dict[int, str] = {}
    for row in rows:
        title = given.get(row.key) or ("" if row.renamed or row.pk in changed else row.title)
        if not title and changed.get(row.pk):
            nouns = [
                (key, ArticleNoun(title, published=Published.at(moment) if known else Published()))
                for key, title, moment, known in changed[row.pk]
            ]
            title = find_headline(nouns, sight.limit)
        titles[row.pk] = title
    return titles


def section_of(sections: Iterable[str]) -> str:
    """A story's section: that of most of its articles."""
    every = list(sections)
    if len(set(every)) == 1:
        return every[0]
    counted = Counter(every)
    return min(counted, key=lambda code: (-counted[code], code), default="")


def find_threads(stories: Collection[int], sight: Sight) -> dict[int, Thread | None]:
    """The thread that each story was on then; only for a past moment."""
    if sight.clock == "now" or not stories:
        return {}
    column, until = _by(sight)
    rows = ThreadMembership.objects.filter(story_id__in=stories, **{f"{column}__lte": until})
    then: dict[int, Thread | None] = dict.fromkeys(stories)
    then |= {row.story_id: row.thread for row in rows.select_related("thread").order_by("id")}
    return then


def _placed(memberships: QuerySet[Membership], sight: Sight) -> dict[int, Placed]:
    """Of each article the newest of these memberships then."""
    column, until = _by(sight)
    then = memberships.filter(**{f"{column}__lte": until}).order_by("id")
    return {article: Placed(*where) for article, *where in then.values_list("article_id", "story_id", "wire_group_id")}


def _by(sight: Sight) -> tuple[str, datetime]:
    return ("recorded", sight.moment) if sight.clock == "seen" else ("since", sight.limit)


def _titles_given(moment: datetime) -> dict[str, str | None]:
    """The headlines that editors had given to stories by then; ``None`` where they gave one back to the machine."""
    acts = Act.objects.filter(kind="rename", at__lte=moment).order_by("id").values_list("told", flat=True)
    given: dict[str, str | None] = {}
    for told in acts:
        if "story" in told:
            given[told["story"]] = told["title"]
    return given
