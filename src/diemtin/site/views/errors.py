"""Pages for what is not there and for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "site/404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the desk: it may be the desk that failed."""
    return render(request, "site/500.html", status=500)
