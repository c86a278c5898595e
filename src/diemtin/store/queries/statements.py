"""Who said what, the same words of several outlets told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diemtin.language.text import normal
from diemtin.store.models import Article, Statement
from diemtin.store.queries.rows import chain_names, shown_article
from diemtin.store.queries.shown import ShownStatement
from diemtin.store.queries.sight import Sight


def get_statements(articles: Sequence[Article], sight: Sight, person: int | None = None) -> tuple[ShownStatement, ...]:
    """The statements in these articles (rows with outlet, story and wire group), oldest article first; one query.

    Those of outlets whose rights do not let us print a quote are left out.
    """
    by_id = {article.pk: article for article in articles if sight.may_show(article.outlet.rights, "quotes")}
    rows = Statement.objects.filter(article_id__in=by_id).select_related("person")
    if person is not None:
        rows = rows.filter(person_id=person)
    shown = [
        _shown(row, by_id[row.article_id], sight)
        for row in rows.order_by("article__moment", "article_id", "place", "id")
    ]
    return by_speaker(fold_same(shown))


def by_speaker(statements: Iterable[ShownStatement]) -> tuple[ShownStatement, ...]:
    """Those of one speaker together, speakers in the order in which they are first heard."""
    heard: dict[str, list[ShownStatement]] = {}
    for statement in statements:
        heard.setdefault(normal(statement.speaker), []).append(statement)
    return tuple(statement for said in heard.values() for statement in said)


def fold_same(statements: Iterable[ShownStatement]) -> tuple[ShownStatement, ...]:
    """The first of each (speaker, words); the other outlets that print it stand in ``also``."""
    first: dict[tuple[str, str], ShownStatement] = {}
    for statement in statements:
        key = (normal(statement.speaker), normal(statement.quote).strip(" .,"))
        known = first.get(key)
        if known is None:
            first[key] = statement
        elif statement.article.outlet != known.article.outlet and statement.article.outlet not in known.also:
            first[key] = replace(known, also=(*known.also, statement.article.outlet))
    return tuple(first.values())


def _shown(row: Statement, article: Article, sight: Sight) -> ShownStatement:
    return ShownStatement(
        speaker=row.speaker,
        quote=row.quote,
        direct=row.direct,
        sentence=row.sentence,
        article=shown_article(article, sight),
        person=row.person.key if row.person else "",
        office=row.office,
        country=row.country,
        chain=chain_names(row.chain),
        passage=row.passage,
    )
