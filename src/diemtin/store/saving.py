"""Rows of a batch, made in memory and written at once. Called inside ``writing()``; decides nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from diemtin.news import Article, Block, Capture, Moved, Placed, Reason, Tied
from diemtin.store import models
from diemtin.store.arrivals import Marks
from diemtin.store.identity import address_of, title_hash_of
from diemtin.store.records import content_columns, moment_of, published_columns, reasons_columns
from diemtin.store.writing import update_rows


@dataclass(slots=True)
class Writer:
    """Collects the rows of one batch; ``flush`` writes them in the order that their references need."""

    now: datetime
    stories: dict[str, models.Story] = field(default_factory=dict)
    begun: list[models.Story] = field(default_factory=list)
    """Stories that are not written yet."""
    groups: dict[str, models.WireGroup] = field(default_factory=dict)
    articles: list[models.Article] = field(default_factory=list)
    versions: list[models.Version] = field(default_factory=list)
    features: dict[str, models.Features] = field(default_factory=dict)
    memberships: list[models.Membership] = field(default_factory=list)
    sightings: list[models.Sighting] = field(default_factory=list)
    teasers: list[models.SeenTeaser] = field(default_factory=list)
    changed: list[models.Article] = field(default_factory=list)
    origins: dict[str, models.Article] = field(default_factory=dict)

    def add_article(
        self,
        article: Article,
        key: str,
        marks: Marks,
        outlet: models.Outlet,
        section: tuple[str, str],
        packed: tuple[int, bytes],
        capture: models.Capture | None,
    ) -> models.Article:
        """The article and its first version; its story is set by ``place`` before ``flush``."""
        row = models.Article(
            key=key,
            given_key=marks.key is not None,
            outlet=outlet,
            url=(article.url or "")[:2000],
            address=marks.address,
            fingerprint=marks.fingerprint,
            role=article.role,
            kind=article.kind,
            language=article.language or "",
            section=section[0],
            section_why=section[1][:200],
            page_section=(article.section or "")[:120],
            agency=list(article.agency),
            first_seen=self.now,
            moment=moment_of(article.published, self.now),
            version=1,
            words=len(article.text.split()),
            **published_columns(article.published),
            **_list_columns(article),
        )
        self.articles.append(row)
        self._add_version(row, article, marks, capture, "outlet")
        self.set_features(row, packed)
        return row

    def set_features(self, row: models.Article, packed: tuple[int, bytes]) -> None:
        """Version of the features, and their bytes."""
        self.features[row.key] = models.Features(article=row, version=packed[0], packed=packed[1])

    def promote(self, row: models.Article, article: Article, marks: Marks) -> None:
        """An article that was only known from below others is met on its own page."""
        row.role, row.url, row.address = "main", (article.url or "")[:2000], marks.address
        self.changed.append(row)

    def add_version(
        self, row: models.Article, article: Article, marks: Marks, capture: models.Capture | None, cause: str
    ) -> None:
        """A changed content: a new version, the article's list columns follow it."""
        row.version += 1
        for name, value in _list_columns(article).items():
            setattr(row, name, value)
        row.kind = article.kind
        row.words = len(article.text.split())
        self._add_version(row, article, marks, capture, cause)
        self.changed.append(row)

    def _add_version(
        self, row: models.Article, article: Article, marks: Marks, capture: models.Capture | None, cause: str
    ) -> None:
        self.versions.append(
            models.Version(
                article=row,
                number=row.version,
                seen=self.now,
                content_hash=marks.content,
                capture=capture,
                cause=cause,
                **content_columns(article),
            )
        )

    def get_story(self, key: str, created: datetime) -> models.Story:
        """The story's row; made when the index has just given the key."""
        row = self.stories.get(key)
        if row is None:
            row, _ = models.Story.objects.get_or_create(key=key, defaults={"created": created})
            self.stories[key] = row
        return row

    def begin_stories(self) -> None:
        """Write the stories that began; needed before one of them is referred to by a query."""
        models.Story.objects.bulk_create(self.begun, batch_size=200)
        self.begun = []

    def get_group(self, key: str) -> models.WireGroup:
        row = self.groups.get(key)
        if row is None:
            row, _ = models.WireGroup.objects.get_or_create(key=key)
            self.groups[key] = row
        return row

    def place(self, row: models.Article, placed: Placed, *, by: str = "machine") -> None:
        """From the article's moment on, it belongs there."""
        if placed.new_story and placed.story not in self.stories:
            self.stories[placed.story] = models.Story(key=placed.story, created=row.moment)
            self.begun.append(self.stories[placed.story])
        row.story = self.get_story(placed.story, row.moment)
        row.wire_group = self.get_group(placed.wire_group) if placed.wire_group else None
        self._join(row, placed.score, placed.reasons, row.moment, by)

    def join_group(self, row: models.Article, group: str) -> None:
        """An article turns out to be a copy of one that came later, or its original."""
        row.wire_group = self.get_group(group)
        self.changed.append(row)
        self._join(row, 0.0, (), row.moment, "machine")

    def set_origin(self, group: str, row: models.Article) -> None:
        self.origins[group] = row

    def move(self, row: models.Article, moved: Moved, since: datetime) -> None:
        self.get_story(moved.source, since)
        row.story = self.get_story(moved.target, since)
        self.changed.append(row)
        self._join(row, 0.0, moved.reasons, since, "repair")

    def _join(self, row: models.Article, score: float, reasons: tuple[Reason, ...], since: datetime, by: str) -> None:
        self.memberships.append(
            models.Membership(
                article=row,
                story=row.story,
                wire_group=row.wire_group,
                since=since,
                recorded=self.now,
                by=by,
                score=round(score, 4),
                reasons=reasons_columns(reasons),
            )
        )

    def see(self, row: models.Article, capture: models.Capture, role: str) -> None:
        self.sightings.append(models.Sighting(article=row, capture=capture, role=role, seen=self.now))

    def add_blocks(
        self, blocks: Sequence[Block], outlet: models.Outlet, capture: models.Capture | None, seen: datetime
    ) -> None:
        for block in blocks:
            for place, teaser in enumerate(block.teasers, 1):
                self.teasers.append(
                    models.SeenTeaser(
                        capture=capture,
                        outlet=outlet,
                        block=block.kind,
                        heading=(block.heading or "")[:200],
                        place=place,
                        title=teaser.title[:1000],
                        title_hash=title_hash_of(teaser.title),
                        url=(teaser.url or "")[:2000],
                        address=address_of(teaser.url),
                        published=teaser.published.end if teaser.published else None,
                        section=(teaser.section or "")[:120],
                        lead=teaser.lead,
                        kind=teaser.kind or "",
                        image=(teaser.image or "")[:2000],
                        seen=seen,
                    )
                )

    def flush(self) -> None:
        """Write everything; afterwards every article row has its number."""
        self.begin_stories()
        models.Article.objects.bulk_create(self.articles, batch_size=200)
        models.Version.objects.bulk_create(self.versions, batch_size=200)
        models.Features.objects.bulk_create(
            self.features.values(),
            batch_size=200,
            update_conflicts=True,
            update_fields=["version", "packed"],
            unique_fields=["article"],
        )
        models.Membership.objects.bulk_create(self.memberships, batch_size=200)
        models.Sighting.objects.bulk_create(self.sightings, batch_size=500, ignore_conflicts=True)
        models.SeenTeaser.objects.bulk_create(self.teasers, batch_size=500)
        for key, row in self.origins.items():
            group = self.get_group(key)
            if group.origin_id != row.pk:
                group.origin = row
                group.agency = (row.agency or [""])[0][:80]
                group.save(update_fields=["origin", "agency"])
        changed = {row.pk: row for row in self.changed if row.pk}
        if changed:
            columns = [
                "role",
                "url",
                "address",
                "version",
                "title",
                "lead",
                "image",
                "kind",
                "words",
                "story",
                "wire_group",
            ]
            update_rows(changed.values(), columns)


def _list_columns(article: Article) -> dict[str, Any]:
    image = next((figure.image for figure in article.figures if figure.image), "")
    return {"title": article.title[:1000], "lead": article.lead, "image": (image or "")[:2000]}


def get_capture_rows(
    given: Mapping[str, Capture], now: datetime, reader_version: int, *, kept: bool
) -> tuple[dict[str, models.Capture], set[str]]:
    """Rows of captures by their hash, and which of them are new. Those that were there are read by this reader now."""
    rows = {row.sha256: row for row in models.Capture.objects.filter(sha256__in=list(given))}
    older = [row.pk for row in rows.values() if row.reader_version != reader_version]
    if older:
        models.Capture.objects.filter(pk__in=older).update(reader_version=reader_version)
    new = {
        sha256: models.Capture(
            sha256=sha256,
            url=(capture.url or "")[:2000],
            address=address_of(capture.url),
            name=(capture.name or "")[:500],
            media_type=capture.media_type or "",
            charset=capture.charset or "",
            size=len(capture.content),
            fetched=capture.fetched,
            seen=now,
            kept=kept,
            reader_version=reader_version,
        )
        for sha256, capture in given.items()
        if sha256 not in rows
    }
    models.Capture.objects.bulk_create(new.values(), batch_size=200)
    return rows | new, set(new)


def join_thread(story: models.Story, tied: Tied, thread: models.Thread, since: datetime, now: datetime) -> None:
    story.thread = thread
    models.ThreadMembership.objects.create(
        story=story,
        thread=thread,
        since=since,
        recorded=now,
        score=round(tied.score, 4),
        reasons=reasons_columns(tied.reasons),
    )
