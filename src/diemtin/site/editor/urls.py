"""Addresses of the editor's desk and of signing in; none where the desk's settings ask for none."""

from __future__ import annotations

from django.urls import URLPattern, path

from diemtin.desk.settings import Settings
from diemtin.site.editor.views import signing


def desk_addresses(desk: Settings) -> list[URLPattern]:
    """Signing in stands at ``/dang-nhap`` on a private desk, else under the editor's path."""
    root = desk.editor_path.strip("/")
    private = desk.profile == "private"
    if not root:
        return _signing("") if private else []
    return [*_signing("" if private else f"{root}/"), *_desk(f"{root}/")]


def _signing(root: str) -> list[URLPattern]:
    return [
        path(f"{root}dang-nhap", signing.sign_in, name="sign_in"),
        path(f"{root}dang-xuat", signing.sign_out, name="sign_out"),
    ]


def _desk(root: str) -> list[URLPattern]:
    # here, so that a site without an editor's desk does not load what its acts need (placing, events, stories)
    from diemtin.site.editor.views import log, outlets, overview, sources, story, takedowns, thread

    return [
        path(root, overview.overview, name="desk"),
        path(f"{root}tin", overview.stories, name="desk_stories"),
        path(f"{root}tin/<str:key>", story.story, name="desk_story"),
        path(f"{root}tin/<str:key>/gop", story.merge, name="desk_merge"),
        path(f"{root}tin/<str:key>/tach", story.split, name="desk_split"),
        path(f"{root}tin/<str:key>/chuyen", story.move, name="desk_move"),
        path(f"{root}tin/<str:key>/doi-ten", story.rename, name="desk_rename"),
        path(f"{root}tin/<str:key>/ghim", story.pin, name="desk_pin"),
        path(f"{root}tin/<str:key>/bo-ghim", story.unpin, name="desk_unpin"),
        path(f"{root}tin/<str:key>/dong", thread.place_story, name="desk_place_story"),
        path(f"{root}dong/<str:key>", thread.thread, name="desk_thread"),
        path(f"{root}dong/<str:key>/them", thread.put, name="desk_thread_put"),
        path(f"{root}dong/<str:key>/rut", thread.take_off, name="desk_thread_take_off"),
        path(f"{root}dong/<str:key>/doi-ten", thread.rename, name="desk_thread_rename"),
        path(f"{root}dong/<str:key>/gop", thread.merge, name="desk_thread_merge"),
        path(f"{root}nguon", sources.sources, name="desk_sources"),
        path(f"{root}nguon/xem", sources.look, name="desk_source_look"),
        path(f"{root}nguon/theo-doi", sources.watch, name="desk_source_watch"),
        path(f"{root}nguon/thoi", sources.leave, name="desk_source_leave"),
        path(f"{root}nguon/theo-doi-lai", sources.again, name="desk_source_again"),
        path(f"{root}nguon/hoi", sources.ask, name="desk_source_ask"),
        path(f"{root}bao", outlets.outlets, name="desk_outlets"),
        path(f"{root}bao/quyen", outlets.change, name="desk_outlet_rights"),
        path(f"{root}go-bai", takedowns.takedowns, name="desk_takedowns"),
        path(f"{root}go-bai/go", takedowns.take, name="desk_take"),
        path(f"{root}go-bai/tra-lai", takedowns.give_back, name="desk_give_back"),
        path(f"{root}bai/<path:key>", takedowns.article, name="desk_article"),
        path(f"{root}nhat-ky", log.log, name="desk_log"),
    ]
