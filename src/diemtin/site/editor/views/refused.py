"""Pages that say no: an account that only reads, a form that is too old."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache
def only_readers(request: HttpRequest) -> HttpResponse:
    return render(request, "editor/refused.html", {"kind": "reader"}, status=403)


@never_cache
def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's answer to a form without its token."""
    return render(request, "editor/refused.html", {"kind": "form"}, status=403)
