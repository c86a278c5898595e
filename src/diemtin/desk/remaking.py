"""Stored features of another version are made again from the stored articles, once, when a desk is opened."""

from __future__ import annotations

from collections.abc import Callable

from diemtin.events import find_told
from diemtin.store import models
from diemtin.store.queries.articles import get_articles
from diemtin.store.writing import writing
from diemtin.stories import FEATURES_VERSION, make_features

_BATCH = 200


def remake_features(progress: Callable[[int], None] = lambda done: None) -> int:
    """How many were made again. Newest first, so that the oldest row tells whether all of it was done."""
    oldest = models.Features.objects.order_by("pk").values_list("version", flat=True).first()
    if oldest in (None, FEATURES_VERSION):
        return 0
    done, below = 0, None
    while True:
        rows = models.Features.objects.order_by("-pk").select_related("article")
        batch = list((rows if below is None else rows.filter(pk__lt=below))[:_BATCH])
        if not batch:
            return done
        below = batch[-1].pk
        old = [row for row in batch if row.version != FEATURES_VERSION]
        articles = get_articles(row.article.key for row in old)
        with writing():
            for row in old:
                article = articles.get(row.article.key)
                if article is None:  # taken down: nothing of it is placed any more
                    row.delete()
                    continue
                row.packed = make_features(article, find_told(article, article.published)).pack()
                row.version = FEATURES_VERSION
                row.save(update_fields=["packed", "version"])
        done += len(old)
        progress(done)
