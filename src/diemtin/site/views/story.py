"""The story page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from diemtin.site import charts
from diemtin.site.structured import collection
from diemtin.site.views.looking import clock_of, page_before, picture_of, sight_of
from diemtin.store.queries.story import StoryPage, find_story_page

WHOLE = 40
"""So many texts stand with sapo and what they add; older ones are a line each, folded. Nobody reads forty sapos of one
story, and printing one costs ten times a line."""


def story(request: HttpRequest, key: str) -> HttpResponse:
    sight = sight_of(request)
    page = find_story_page(key, sight, clock_of(request).moment, page_before(request))
    if page is None:
        raise Http404(key)
    if isinstance(page, str):
        return HttpResponsePermanentRedirect(reverse("story", args=(page,)))
    coverage = charts.find_coverage(page.articles)
    shot = picture_of(page.story.figure.link if page.story.figure else "")
    told = {
        "page": page,
        "story": page.story,
        "texts": page.texts[:WHOLE],
        "folded": page.texts[WHOLE:],
        "coverage": coverage,
        "chart": charts.draw_coverage(coverage, _chart_words(page)) if coverage else "",
        "narrow_chart": charts.draw_coverage(coverage, _chart_words(page), narrow=True) if coverage else "",
        "now": sight.moment,
        "og_image": shot[0] if shot else "",
        "ld": collection(page.story.title, reverse("story", args=(page.story.key,)), page.articles, page.story.last),
    }
    return render(request, "site/story.html", told)


def _chart_words(page: StoryPage) -> str:
    told = {"outlets": page.story.outlet_count, "articles": page.story.article_count}
    return _("%(outlets)s báo đưa %(articles)s bài, theo giờ; bảng bên dưới có từng con số") % told
