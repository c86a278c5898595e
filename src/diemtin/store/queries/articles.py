"""Whole articles, in their newest version."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import F

from diemtin.news import Article
from diemtin.store import models
from diemtin.store.records import article_noun


def get_articles(keys: Iterable[str]) -> dict[str, Article]:
    """By key, those that are there and not taken down."""
    rows = models.Version.objects.filter(
        article__key__in=list(keys), article__removed__isnull=True, number=F("article__version")
    ).select_related("article", "article__outlet")
    return {version.article.key: article_noun(version.article, version) for version in rows}
