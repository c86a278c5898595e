"""What outlets let us show (the display rights): set by an editor, in force on every surface at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args

from diemtin.desk.settings import Settings
from diemtin.errors import NotFound, UsageError
from diemtin.news import Outlet, Rights
from diemtin.store import models
from diemtin.store.changes import note_change
from diemtin.store.outlets import get_outlet_row
from diemtin.store.pictures import forget_picture
from diemtin.store.queries.outlets import OutletRow, find_outlet_row
from diemtin.store.queries.sight import Sight
from diemtin.store.writing import writing

RIGHTS = get_args(Rights)


def get_outlet(told: str) -> OutletRow:
    """By key, domain or name. Raises ``NotFound``."""
    row = find_outlet_row(told)
    if row is None:
        raise NotFound("no outlet has this key, domain or name", about=told, hint="diemtin outlets list")
    return row


def set_rights(
    settings: Settings, told: str, rights: str, by: str = "", why: str = "", now: datetime | None = None
) -> OutletRow:
    """What this outlet lets us show from now on, its older articles included; the act is recorded.

    Our copies of its pictures are destroyed when they may not be shown any more. Raises ``NotFound``, ``UsageError``.
    """
    if rights not in RIGHTS:
        raise UsageError("not a kind of display rights", about=rights[:40], hint=f"one of {', '.join(RIGHTS)}")
    known = get_outlet(told)
    if known.rights == rights:
        return known
    now = now or datetime.now(UTC)
    with writing():
        models.Outlet.objects.filter(key=known.key).update(rights=rights)
        change: dict[str, object] = {"outlet": known.key, "before": known.rights, "rights": rights}
        models.Act.objects.create(kind="rights", at=now, by=by[:80], told=change, why=why)
        note_change()
    sight = Sight.of(settings.profile, now)
    if sight.may_show(known.rights, "picture") and not sight.may_show(rights, "picture"):
        _forget_pictures(settings, known.key, sight)
    return get_outlet(known.key)


def meet_outlet(domain: str) -> OutletRow:
    """An outlet that the desk has not met yet, so that its rights are known before its first article comes. Raises
    ``UsageError`` for what is not a domain."""
    bare = domain.strip().lower().removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    if "." not in bare.strip(".") or any(mark in bare for mark in " /?#@:"):
        raise UsageError("not a domain", about=domain[:80], hint="such as vnexpress.net")
    with writing():
        row = get_outlet_row(Outlet(domain=bare), {})
    return get_outlet(row.key)


def _forget_pictures(settings: Settings, key: str, sight: Sight) -> None:
    """Those that no article of another outlet may show."""
    own = models.Version.objects.filter(article__outlet__key=key)
    urls = {
        str(figure["image"])
        for figures in own.values_list("figures", flat=True).iterator()
        for figure in figures
        if figure.get("image")
    }
    rows = models.Article.objects.filter(removed__isnull=True).exclude(outlet__key=key).exclude(image="")
    others = rows.values_list("image", "outlet__rights").iterator()
    urls -= {image for image, rights in others if image in urls and sight.may_show(rights, "picture")}
    for url in urls:
        forget_picture(settings.pictures, url)
