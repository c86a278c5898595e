"""The front page, now or as it was at a past hour."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from diemtin.site.structured import collection
from diemtin.site.views.looking import clock_of, find_past, sight_of
from diemtin.store.queries.blocks import front_blocks
from diemtin.store.queries.lists import find_newest

HOUR = timedelta(hours=1)
STALE = HOUR
"""``desk_now`` stands still when nothing has come in for half a day: the page then says of what hour it is."""


def front(request: HttpRequest) -> HttpResponse:
    sight = sight_of(request)
    newest = find_newest(sight)
    past = find_past(request) is not None
    clock = clock_of(request)
    stale = newest is not None and sight.moment - clock.moment > STALE
    found = front_blocks(clock)
    blocks = {block.kind: block for block in found if block.kind != "section"}
    own = [block for block in found if block.kind == "section"]
    stories = {place.story.key: place.story for block in found for place in block.places if place.story}
    told = {
        "blocks": blocks,
        "sections": own,
        "now": clock.moment,
        "moment": sight.moment,
        "newest": newest,
        "past": past,
        "hour_before": clock.moment - HOUR,
        "hour_after": clock.moment + HOUR if clock.moment + HOUR < datetime.now(UTC) else None,
        "stale": stale,
        "ld": collection(settings.DESK.name, reverse("front"), stories.values()),
    }
    return render(request, "site/front.html", told)
