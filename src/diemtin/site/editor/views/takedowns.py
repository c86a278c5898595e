"""Taking articles down (gỡ bài), and what was taken down."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from diemtin.desk.taking_down import bring_back, take_down
from diemtin.errors import UsageError
from diemtin.site.editor.acting import act, page, show, who
from diemtin.store.queries import desk


@page
def takedowns(request: HttpRequest) -> HttpResponse:
    return show(request, "takedowns", {"here": "takedowns", "takedowns": desk.list_takedowns()})


@page
def article(request: HttpRequest, key: str) -> HttpResponse:
    """Asks for the reason before an article goes."""
    found = desk.find_article_row(key, datetime.now(UTC))
    if found is None:
        raise Http404(key)
    return show(request, "takedown", {"here": "takedowns", "article": found})


@act
def take(request: HttpRequest) -> tuple[str, str]:
    """By id, by the address of our page, or by that of the outlet's."""
    what = _what(request.POST.get("what", ""))
    erase = "erase" in request.POST
    done = take_down(settings.DESK, what, request.POST.get("why", "").strip(), who(request), erase=erase)
    said = _("Đã gỡ: %(title)s.") % {"title": done.title}
    if done.copies:
        n = len(done.copies)
        told = ngettext(
            "%(n)s bài chép của báo khác vẫn còn: %(keys)s.", "%(n)s bài chép của báo khác vẫn còn: %(keys)s.", n
        )
        said += " " + told % {"n": n, "keys": ", ".join(done.copies)}
    return said, reverse("desk_takedowns")


@act
def give_back(request: HttpRequest) -> tuple[str, str]:
    done = bring_back(request.POST.get("what", "").strip(), request.POST.get("why", "").strip(), who(request))
    return _("Đã trả lại: %(title)s.") % {"title": done.title}, ""


def _what(told: str) -> str:
    """The id in an address of this desk's own; anything else as it is."""
    told = told.strip()
    if not told:
        raise UsageError(_("Chưa ghi mã hay địa chỉ của bài."))
    for ours in (
        reverse("article", args=("x",))[:-1],
        settings.DESK.base_url.rstrip("/") + reverse("article", args=("x",))[:-1],
    ):
        if told.startswith(ours):
            return told.removeprefix(ours)
    return told
