"""Rows of outlets, found or made."""

from __future__ import annotations

import re
from typing import Any

from diemtin.language.text import fold
from diemtin.news import Outlet
from diemtin.store import models

_NOT_KEY = re.compile(r"[^a-z0-9.]+")
UNKNOWN = "khong-ro"


def outlet_key(outlet: Outlet) -> str:
    """The part of an address: the domain, else the folded name."""
    spelled = outlet.domain.lower().removeprefix("www.") if outlet.domain else fold(outlet.name or "")
    return _NOT_KEY.sub("-", spelled).strip("-")[:80] or UNKNOWN


def get_outlet_row(outlet: Outlet, known: dict[Outlet, models.Outlet]) -> models.Outlet:
    """The outlet's row, made when it is met for the first time; a name met later is filled in."""
    row = known.get(outlet)
    if row is not None:
        return row
    domain = outlet.domain.lower().removeprefix("www.") if outlet.domain else None
    found = None
    if domain:
        found = models.Outlet.objects.filter(domain=domain).first()
    if found is None and outlet.name:
        same = models.Outlet.objects.filter(key=outlet_key(Outlet(name=outlet.name))).first()
        same = same or models.Outlet.objects.filter(name=outlet.name).order_by("id").first()
        if same is not None and (domain is None or same.domain in (None, domain)):
            found = same
    if found is None:
        found, _ = models.Outlet.objects.get_or_create(
            key=outlet_key(outlet),
            defaults={"name": outlet.name or "", "domain": domain, "kind": outlet.kind, "rights": outlet.rights},
        )
    _fill(found, outlet, domain)
    known[outlet] = found
    return found


def _fill(row: models.Outlet, outlet: Outlet, domain: str | None) -> None:
    changed: dict[str, Any] = {}
    if not row.name and outlet.name:
        changed["name"] = outlet.name
    if row.domain is None and domain and not models.Outlet.objects.filter(domain=domain).exists():
        changed["domain"] = domain
    if row.kind == "unknown" and outlet.kind != "unknown":
        changed["kind"] = outlet.kind
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.save(update_fields=list(changed))
