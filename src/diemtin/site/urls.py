"""Addresses. Vietnamese, readable, and never changed once published; English pages stand under ``/en/``."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path

from diemtin.site.views import about, article, events, front, lists, person, picture, story, thread

pages = [
    path("", front.front, name="front"),
    path("moi-nhat", lists.latest, name="latest"),
    path("multimedia", lists.multimedia, name="multimedia"),
    path("thoi-tiet", lists.weather, name="weather"),
    path("chuyen-muc/<str:code>", lists.section, name="section"),
    path("bao/<str:key>", lists.outlet, name="outlet"),
    path("bai/<path:key>", article.article, name="article"),
    path("tin/<str:key>", story.story, name="story"),
    path("dong-su-kien/<str:key>", thread.thread, name="thread"),
    path("su-kien", events.events, name="events"),
    path("nhan-vat/<str:key>", person.person, name="person"),
    path("cach-xep-hang", about.how_ranked, name="how_ranked"),
    path("gioi-thieu", about.about, name="about"),
]

urlpatterns = [
    re_path(r"^anh/(?P<key>[0-9a-f]{32})-(?P<width>\d{1,4})\.webp$", picture.picture, name="picture"),
    *i18n_patterns(*pages, prefix_default_language=False),
]

handler404 = "diemtin.site.views.errors.not_found"
handler500 = "diemtin.site.views.errors.failed"
