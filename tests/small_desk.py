"""Small desks made from the models, in a line an article; for tests of what reads a desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from diemtin.store import models
from diemtin.store.changes import note_change
from diemtin.store.identity import address_of, title_hash_of
from diemtin.store.search import index_articles

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""Noon in Hanoi."""


class SmallDesk:
    """Adds rows as the desk would; ``hours`` are counted back from ``NOW``."""

    def __init__(self) -> None:
        self.count = 0

    def outlet(self, key: str, **columns: Any) -> models.Outlet:
        columns = {"name": key.split(".")[0].title(), "domain": key, "rights": "excerpt"} | columns
        return models.Outlet.objects.get_or_create(key=key, defaults=columns)[0]

    def story(self, key: str, **columns: Any) -> models.Story:
        return models.Story.objects.get_or_create(key=key, defaults={"created": NOW, "section": "world"} | columns)[0]

    def group(self, key: str) -> models.WireGroup:
        return models.WireGroup.objects.get_or_create(key=key)[0]

    def article(
        self,
        title: str,
        *,
        key: str = "",
        story: str = "",
        outlet: str = "vnexpress.net",
        hours: float = 1.0,
        lead: str | None = "Sapo của bài.",
        body: str = "Thân bài có mấy câu.",
        section: str = "world",
        wire: str = "",
        **columns: Any,
    ) -> models.Article:
        self.count += 1
        key = key or f"a{self.count}"
        moment = NOW - timedelta(hours=hours)
        paper, told = self.outlet(outlet), self.story(story or f"s{self.count}", section=section)
        columns = {"published_from": moment, "published_to": moment, "published_precision": "minute"} | columns
        columns = {"published_basis": "stated", "url": f"https://{outlet}/{key}.html", "kind": "news"} | columns
        row = models.Article.objects.create(
            key=key,
            outlet=paper,
            fingerprint=f"{key:0>64}",
            section=section,
            first_seen=moment,
            moment=moment,
            story=told,
            wire_group=self.group(wire) if wire else None,
            title=title,
            lead=lead,
            words=len(body.split()),
            **columns,
        )
        models.Article.objects.filter(pk=row.pk).update(address=address_of(row.url))
        passages = [["paragraph", passage] for passage in body.split("\n")]
        models.Version.objects.create(
            article=row, number=1, seen=moment, content_hash=key, title=title, lead=lead, body=passages
        )
        models.Membership.objects.create(
            article=row, story=told, wire_group=row.wire_group, since=moment, recorded=moment
        )
        index_articles([(row.pk, moment, title, lead, body, outlet, section)])
        self._count(told)
        note_change()
        return models.Article.objects.get(pk=row.pk)

    def teaser(
        self, article: models.Article, block: str, outlet: str, hours: float = 0.5, titled: bool = False
    ) -> None:
        """The outlet shows the article in a block of its page: by its address, or by its headline alone."""
        models.SeenTeaser.objects.create(
            outlet=self.outlet(outlet),
            block=block,
            place=1,
            title=article.title,
            title_hash=title_hash_of(article.title),
            url="" if titled else article.url,
            address="" if titled else article.address,
            seen=NOW - timedelta(hours=hours),
        )

    def _count(self, story: models.Story) -> None:
        own = list(models.Article.objects.filter(story=story).order_by("moment", "id"))
        story.title = story.title or own[0].title
        story.first, story.last = own[0].moment, own[-1].moment
        story.article_count, story.outlet_count = len(own), len({row.outlet_id for row in own})
        story.save()
