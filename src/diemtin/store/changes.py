"""A number that grows whenever the desk changes: what rendered pages and ETags are keyed by."""

from __future__ import annotations

from django.db.models import F

from diemtin.store.models import Counter

_KIND = "change"


def note_change() -> None:
    """Called inside the transaction of the change."""
    if not Counter.objects.filter(kind=_KIND).update(value=F("value") + 1):
        Counter.objects.get_or_create(kind=_KIND, defaults={"value": 1})


def change_number() -> int:
    """One read by primary key."""
    return Counter.objects.filter(kind=_KIND).values_list("value", flat=True).first() or 0
