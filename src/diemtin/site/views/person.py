"""The page of a person."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from diemtin.language.offices import find_tenures
from diemtin.site.templatetags.news import absolute
from diemtin.site.views.looking import sight_of
from diemtin.store.queries.person import find_person_page


def person(request: HttpRequest, key: str) -> HttpResponse:
    sight = sight_of(request)
    page = find_person_page(key, sight)
    if page is None:
        raise Http404(key)
    tenures = sorted(find_tenures(page.name), key=lambda tenure: tenure.start, reverse=True)
    ld: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "mainEntity": {"@type": "Person", "name": page.name, "url": absolute(reverse("person", args=(page.key,)))},
    }
    return render(request, "site/person.html", {"page": page, "tenures": tenures, "now": sight.moment, "ld": ld})
