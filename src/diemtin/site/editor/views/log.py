"""Who did what, and when."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from diemtin.site.editor.acting import page, show
from diemtin.store.queries import desk


@page
def log(request: HttpRequest) -> HttpResponse:
    before = request.GET.get("truoc", "")
    acts = desk.list_acts(int(before) if before.isascii() and before.isdigit() and len(before) < 18 else None)
    older = acts[-1].number if len(acts) == desk.PAGE else None
    return show(request, "log", {"here": "log", "acts": acts, "older": older})
