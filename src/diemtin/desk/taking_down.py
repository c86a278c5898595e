"""Takedown (gỡ bài): one act removes an article from every page, search, feed and API, and ingest does not bring it back.

What stays is a note of what was removed and why. The texts stay in the store, hidden, so that a mistake can be taken
back; ``erase`` makes it final. Which pages show an article is decided in one place (``store.queries.sight``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from django.db.models import Q

from diemtin import events
from diemtin.desk.captures import capture_path
from diemtin.desk.placing import search_row
from diemtin.desk.refreshing import refresh_stories
from diemtin.desk.settings import Settings
from diemtin.desk.telling import forget_told, save_told
from diemtin.errors import DeskError, NotFound, UsageError
from diemtin.news import Outlet
from diemtin.store import models
from diemtin.store.changes import note_change
from diemtin.store.identity import address_of, fingerprint_of
from diemtin.store.keys import Keys
from diemtin.store.pictures import forget_picture
from diemtin.store.records import article_noun, outlet_noun
from diemtin.store.search import index_articles, remove_article
from diemtin.store.writing import writing


@dataclass(frozen=True, slots=True)
class TakenDown:
    """What an act removed. ``key`` is empty for an address that the desk had never taken."""

    key: str
    title: str
    outlet: str
    copies: tuple[str, ...] = ()
    """Articles of other outlets that print the same text: they stay."""


def take_down(
    settings: Settings, what: str, why: str, by: str = "", *, erase: bool = False, now: datetime | None = None
) -> TakenDown:
    """Remove an article, named by id or address. ``erase`` also destroys its texts, pictures and fetched bytes.

    An address that the desk has not taken is noted, so that it never will be. Raises ``NotFound``, ``UsageError`` without
    a reason, ``DeskError`` when it is gone already.
    """
    if not why.strip():
        raise UsageError("a takedown needs a reason", about=what, hint="--why 'at the outlet's request'")
    now = now or datetime.now(UTC)
    with writing():
        row = _find(what)
        if row is None:
            return _note_address(what, why, by, now)
        if row.removed is not None and not (erase and row.words):
            raise DeskError(f"taken down already, on {row.removed:%Y-%m-%d}", about=row.key)
        pictures = _pictures(row)
        if row.removed is None:
            _remove(row, why, by, now)
        captures = _erase(row) if erase else []
        note_change()
    for url in pictures - _pictures_in_use(pictures):
        forget_picture(settings.pictures, url)
    for sha256 in captures:
        capture_path(settings.captures, sha256).unlink(missing_ok=True)
    live = models.Article.objects.filter(wire_group=row.wire_group, removed__isnull=True)
    copies = tuple(live.exclude(pk=row.pk).order_by("id").values_list("key", flat=True)) if row.wire_group else ()
    return TakenDown(row.key, row.title, outlet_noun(row.outlet).name or row.outlet.key, copies)


def bring_back(what: str, why: str, by: str = "", now: datetime | None = None) -> TakenDown:
    """A takedown that was a mistake is taken back; the act stays on record. Raises ``NotFound`` or ``DeskError``."""
    now = now or datetime.now(UTC)
    with writing():
        row = _find(what)
        if row is None:
            gone, _ = models.Takedown.objects.filter(key="", address=address_of(what)).delete()
            if not gone:
                raise NotFound("no article and no takedown has this id or address", about=what)
            _record("restore", {"address": what}, why, by, now)
            return TakenDown("", what, "")
        if row.removed is None:
            raise DeskError("it is not taken down", about=row.key)
        if not row.words:
            raise DeskError("its texts were erased", about=row.key, hint=f"ingest its page again: {row.url}")
        _return(row, now)
        _record("restore", {"returned": [row.key]}, why, by, now)
        note_change()
    return TakenDown(row.key, row.title, outlet_noun(row.outlet).name or row.outlet.key)


def _find(what: str) -> models.Article | None:
    rows = models.Article.objects.select_related("outlet", "story", "story__thread", "wire_group")
    row = rows.filter(key=what).first()
    if row is None and what.startswith(("http://", "https://")):
        return rows.filter(address=address_of(what)).order_by("removed", "id").first()
    if row is None:
        raise NotFound("no article has this id", about=what, hint="diemtin search finds ids; an address works too")
    return row


def _note_address(url: str, why: str, by: str, now: datetime) -> TakenDown:
    address = address_of(url)
    if not models.Takedown.objects.filter(address=address).exists():
        models.Takedown.objects.create(
            key="", address=address, fingerprint="", title=url[:1000], outlet="", why=why, by=by, at=now
        )
        _record("takedown", {"address": url}, why, by, now)
    return TakenDown("", url, "")


def _remove(row: models.Article, why: str, by: str, now: datetime) -> None:
    keys = Keys()
    _note(row, why, by, now)
    row.removed = now
    row.save(update_fields=["removed"])
    remove_article(row.pk)
    forget_told([row.pk], keys)
    keys.save()
    if row.wire_group is not None and row.wire_group.origin_id == row.pk:
        _choose_origin(row.wire_group)
    refresh_stories([row.story], now)
    _record("takedown", {"removed": [row.key]}, why, by, now)


def _note(row: models.Article, why: str, by: str, now: datetime) -> None:
    """One note for each text that the article ever had: any of them may be met again below another article."""
    prints = {row.fingerprint}
    told = outlet_noun(row.outlet)
    for version in row.versions.all():
        article = article_noun(row, version)
        for outlet in (told, Outlet(told.name), Outlet(domain=told.domain)):  # met without address, without name
            prints.add(fingerprint_of(replace(article, outlet=outlet)))
    models.Takedown.objects.bulk_create(
        models.Takedown(
            key=row.key,
            address=row.address,
            fingerprint=fingerprint,
            title=row.title,
            outlet=row.outlet.name or row.outlet.key,
            why=why,
            by=by[:80],
            at=now,
        )
        for fingerprint in sorted(prints)
    )


def _choose_origin(group: models.WireGroup) -> None:
    """The earliest copy that is left."""
    left = models.Article.objects.filter(wire_group=group, removed__isnull=True).order_by("moment", "id").first()
    group.origin = left
    group.save(update_fields=["origin"])


def _return(row: models.Article, now: datetime) -> None:
    models.Takedown.objects.filter(key=row.key).delete()
    row.removed = None
    row.save(update_fields=["removed"])
    article = article_noun(row, row.versions.get(number=row.version))
    index_articles([search_row(row, article)])
    keys = Keys()
    save_told([(row, events.find_told(article, article.published))], keys)
    keys.save()
    if row.wire_group is not None:
        _choose_origin(row.wire_group)
    refresh_stories([row.story], now)


def _erase(row: models.Article) -> list[str]:
    """Texts, features and seen teasers go for good; returns the captures whose files have to go. The headline stays in
    the note alone."""
    sighted = models.Capture.objects.filter(
        Q(sightings__article=row, sightings__role="main") | Q(versions__article=row)
    )
    captures = list(sighted.distinct().values_list("sha256", flat=True))
    models.Capture.objects.filter(sha256__in=captures).update(kept=False)
    models.Version.objects.filter(article=row).update(title="", lead=None, body=[], figures=[], byline="", tags=[])
    models.Features.objects.filter(article=row).delete()
    if row.address:
        models.SeenTeaser.objects.filter(address=row.address).delete()
    models.Article.objects.filter(pk=row.pk).update(title="", lead=None, image="", words=0)
    row.words = 0
    return captures


def _pictures(row: models.Article) -> set[str]:
    return {figure["image"] for version in row.versions.all() for figure in version.figures if figure["image"]}


def _pictures_in_use(urls: set[str]) -> set[str]:
    """Those that another article shows first; a picture further below it is fetched again when it is asked for."""
    return set(models.Article.objects.filter(image__in=urls, removed__isnull=True).values_list("image", flat=True))


def _record(kind: str, told: dict[str, object], why: str, by: str, now: datetime) -> None:
    models.Act.objects.create(kind=kind, at=now, by=by[:80], told=told, why=why)
