"""Addresses. Vietnamese, readable, and never changed once published; English pages stand under ``/en/``."""

from __future__ import annotations

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path

from diemtin.site.caching import cached
from diemtin.site.editor.urls import desk_addresses
from diemtin.site.views import (
    about,
    api,
    article,
    calendar,
    events,
    feeds,
    front,
    greader,
    health,
    lists,
    miniflux,
    person,
    picture,
    search,
    sitemaps,
    story,
    thread,
    votes,
)

pages = [
    path("", cached(front.front), name="front"),
    path("moi-nhat", cached(lists.latest), name="latest"),
    path("multimedia", cached(lists.multimedia), name="multimedia"),
    path("thoi-tiet", cached(lists.weather), name="weather"),
    path("chuyen-muc/<str:code>", cached(lists.section), name="section"),
    path("bao/<str:key>", cached(lists.outlet), name="outlet"),
    path("bai/<path:key>", cached(article.article), name="article"),
    path("tin/<str:key>", cached(story.story), name="story"),
    path("dong-su-kien/<str:key>", cached(thread.thread), name="thread"),
    path("su-kien", cached(events.events), name="events"),
    path("nhan-vat/<str:key>", cached(person.person), name="person"),
    path("cach-xep-hang", cached(about.how_ranked), name="how_ranked"),
    path("gioi-thieu", cached(about.about), name="about"),
    path("tim", search.search, name="search"),
    path("binh-chon/<path:key>", votes.vote, name="vote"),
    path("theo-doi", cached(feeds.follow), name="follow"),
]

FEED = r"\.(?P<kind>rss|atom|json)$"
machine = [
    re_path(rf"^theo-doi/trang-nhat{FEED}", feeds.front, name="feed_front"),
    re_path(rf"^theo-doi/moi-nhat{FEED}", feeds.latest, name="feed_latest"),
    re_path(rf"^theo-doi/tim{FEED}", feeds.search, name="feed_search"),
    re_path(rf"^theo-doi/chuyen-muc/(?P<code>[^/]+){FEED}", feeds.section, name="feed_section"),
    re_path(rf"^theo-doi/bao/(?P<key>[^/]+){FEED}", feeds.outlet, name="feed_outlet"),
    re_path(rf"^theo-doi/tin/(?P<key>[^/]+){FEED}", feeds.story, name="feed_story"),
    re_path(rf"^theo-doi/dong-su-kien/(?P<key>[^/]+){FEED}", feeds.thread, name="feed_thread"),
    path("su-kien.ics", calendar.events, name="events_ics"),
    path("nhan-vat/<str:key>.ics", calendar.person, name="person_ics"),
    path("dong-su-kien/<str:key>.ics", calendar.thread, name="thread_ics"),
    path("goi-y", search.suggest, name="suggest"),
    path("api/v1/", api.api.urls),
    re_path(r"^api/", api.nothing),
    path("v1/<path:path>", miniflux.v1, name="miniflux"),
    path("accounts/ClientLogin", greader.login, name="greader_login"),
    path("reader/api/0/<path:path>", greader.api, name="greader"),
    path("reader/atom/<path:stream>", greader.atom, name="greader_atom"),
    path("doc/<path:key>", votes.read, name="read"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-trang.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemap-tin-moi.xml", sitemaps.news, name="sitemap_news"),
    path("sitemap-tin-<int:number>.xml", sitemaps.stories, name="sitemap_stories"),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
    path("theo-doi/muc-luc.opml", feeds.opml, name="opml"),
]
"""Addresses for programs, without a language."""

urlpatterns = [
    re_path(r"^anh/(?P<key>[0-9a-f]{32})-(?P<width>\d{1,4})\.webp$", picture.picture, name="picture"),
    *machine,
    *i18n_patterns(*pages, *desk_addresses(settings.DESK), prefix_default_language=False),
]

handler404 = "diemtin.site.views.errors.not_found"
handler500 = "diemtin.site.views.errors.failed"
