"""Pages about the desk itself: how ranks are made, what it is and whose."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from diemtin.ranking import FORMULA
from diemtin.store.queries.lists import list_outlets


def how_ranked(request: HttpRequest) -> HttpResponse:
    return render(request, "site/how_ranked.html", {"rules": FORMULA})


def about(request: HttpRequest) -> HttpResponse:
    return render(request, "site/about.html", {"outlets": list_outlets()})
