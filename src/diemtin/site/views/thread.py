"""The thread page: years as signposts, stories and meetings on one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from diemtin.news import HANOI
from diemtin.site import charts
from diemtin.site.structured import collection
from diemtin.site.views.looking import page_before, sight_of
from diemtin.store.queries.shown import ShownMeeting, ShownStory
from diemtin.store.queries.thread import ThreadPage, find_thread_page

MOST_PAIRS = 24
"""Arcs beyond that lie on each other; the table below the chart has all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story or a meeting on the line; ``at`` sorts (a year alone stands before its months, what is not dated last)."""

    at: str
    story: ShownStory | None = None
    meeting: ShownMeeting | None = None


def thread(request: HttpRequest, key: str) -> HttpResponse:
    page = find_thread_page(key, sight_of(request), page_before(request))
    if page is None:
        raise Http404(key)
    if isinstance(page, str):
        return HttpResponsePermanentRedirect(reverse("thread", args=(page,)))
    told = {
        "page": page,
        "thread": page.thread,
        "years": find_years(page),
        "meetings": sorted(page.meetings, key=lambda shown: shown.date, reverse=True),
        "chart": charts.draw_pairs(page.pairs[:MOST_PAIRS], _("Ai gặp ai, bảng bên dưới có từng con số")),
        "ld": collection(page.thread.title, reverse("thread", args=(page.thread.key,)), page.stories),
    }
    return render(request, "site/thread.html", told)


def find_years(page: ThreadPage) -> list[tuple[str, list[Entry]]]:
    """Newest year first, and in it the newest entry."""
    entries = [Entry(_day(story), story=story) for story in page.stories]
    entries += [Entry(shown.date, meeting=shown) for shown in page.meetings if shown.date]
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return [(year, list(run)) for year, run in groupby(entries, key=lambda entry: entry.at[:4])]


def _day(story: ShownStory) -> str:
    """The local day of its newest report; empty when nobody knows a date: the day on which we saw it is none of its
    own."""
    return story.last.astimezone(HANOI).date().isoformat() if story.face.published.known else ""
