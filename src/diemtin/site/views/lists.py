"""Pages that are lists: latest, multimedia, weather, a section, an outlet."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from diemtin.language.sections import find_section_code, sections
from diemtin.site.context import section_tree
from diemtin.site.structured import collection
from diemtin.site.templatetags.words import section_name
from diemtin.site.views.looking import clock_of, page_before, sight_of
from diemtin.store.queries.blocks import section_blocks
from diemtin.store.queries.lists import find_outlet, list_kinds, list_latest, list_section
from diemtin.store.queries.shown import Place
from diemtin.store.queries.sight import Sight

MEDIA = {"video": ("video",), "infographic": ("infographic",), "anh": ("photo",)}
"""What ``?loai=`` asks for on the multimedia page, and the kinds of articles it stands for."""
TOP = 7
"""Stories that a section's page ranks; below them everything by time."""


def latest(request: HttpRequest) -> HttpResponse:
    sight = sight_of(request)
    page = list_latest(sight, page_before(request))
    told = {"page": page, "now": sight.moment, "ld": collection(_("Tin mới nhất"), request.path, page.articles)}
    return render(request, "site/latest.html", told)


def multimedia(request: HttpRequest) -> HttpResponse:
    sight = sight_of(request)
    chosen = request.GET.get("loai", "")
    kinds = MEDIA.get(chosen, tuple(kind for group in MEDIA.values() for kind in group))
    page = list_kinds(sight, kinds, page_before(request))
    told = {
        "page": page,
        "now": sight.moment,
        "chosen": chosen if chosen in MEDIA else "",
        "ld": collection("Multimedia", request.path, page.articles),
    }
    return render(request, "site/multimedia.html", told)


def weather(request: HttpRequest) -> HttpResponse:
    sight = sight_of(request)
    page = list_kinds(sight, ("weather",), page_before(request))
    told = {"page": page, "now": sight.moment, "ld": collection(_("Thời tiết"), request.path, page.articles)}
    return render(request, "site/weather.html", told)


def section(request: HttpRequest, code: str) -> HttpResponse:
    if code not in sections():
        known = find_section_code(code)
        if known is None:
            raise Http404(code)
        return HttpResponsePermanentRedirect(reverse("section", args=(known,)))
    sight = sight_of(request)
    before = page_before(request)
    codes = (code, *next((branch.children for branch in section_tree() if branch.code == code), ()))
    page = list_section(sight, codes, before)
    told = {
        "code": code,
        "parent": sections()[code].parent,
        "children": codes[1:],
        "top": _top(code, clock_of(request)) if not before else (),
        "page": page,
        "now": sight.moment,
        "ld": collection(section_name(code), request.path, page.articles),
    }
    return render(request, "site/section.html", told)


def _top(code: str, sight: Sight) -> tuple[Place, ...]:
    """The first places of the section's own ranking."""
    return next((block.places for block in section_blocks(code, sight) if block.places), ())[:TOP]


def outlet(request: HttpRequest, key: str) -> HttpResponse:
    sight = sight_of(request)
    found = find_outlet(key, sight, page_before(request))
    if found is None:
        raise Http404(key)
    paper, page = found
    ld = collection(paper.name, request.path, page.articles)
    return render(request, "site/outlet.html", {"outlet": paper, "page": page, "now": sight.moment, "ld": ld})
