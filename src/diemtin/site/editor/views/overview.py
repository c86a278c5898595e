"""The first page: what came in today, what is in trouble, what is pinned, what was done; and finding a story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from diemtin.news import HANOI
from diemtin.site.editor.acting import page, read_key, show
from diemtin.site.editor.finding import find_stories
from diemtin.site.editor.views.sources import find_trouble
from diemtin.store.queries import desk

STORIES = 25


@page
def overview(request: HttpRequest) -> HttpResponse:
    now = datetime.now(UTC)
    morning = now.astimezone(HANOI).replace(hour=0, minute=0, second=0, microsecond=0)
    told = {
        "here": "desk",
        "day": desk.find_day(morning),
        "week": desk.find_day(now - timedelta(days=7)),
        "trouble": find_trouble(now),
        "pins": desk.list_pins(now),
        "stories": desk.list_stories(STORIES),
        "acts": desk.list_acts(most=8),
        "now": now,
    }
    return show(request, "overview", told)


@page
def stories(request: HttpRequest) -> HttpResponse:
    """Stories that hold some words; an id or a page's address leads straight to the story."""
    asked = request.GET.get("q", "").strip()
    key = read_key(asked)
    if asked and isinstance(desk.find_story_desk(key, datetime.now(UTC)), desk.StoryDesk | str):
        return redirect(reverse("desk_story", args=(key,)))
    told = {
        "here": "stories",
        "asked": asked,
        "stories": find_stories(asked) if asked else desk.list_stories(),
        "threads": desk.list_threads(asked),
    }
    return show(request, "stories", told)
