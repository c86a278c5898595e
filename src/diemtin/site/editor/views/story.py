"""A story on the desk: merge, split, move, rename, pin."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from diemtin.desk import editing
from diemtin.errors import UsageError
from diemtin.language.sections import sections
from diemtin.news import HANOI
from diemtin.site.editor.acting import act, page, read_key, show, who
from diemtin.site.editor.finding import find_near, find_stories
from diemtin.site.editor.words import block_name
from diemtin.store.queries import desk

PINNABLE = ("focus", "hot")


@page
def story(request: HttpRequest, key: str) -> HttpResponse:
    now = datetime.now(UTC)
    found = desk.find_story_desk(key, now)
    if found is None:
        raise Http404(key)
    if isinstance(found, str):
        return redirect(reverse("desk_story", args=(found,)))
    asked = request.GET.get("tim", "").strip()
    near = find_stories(asked) if asked else find_near(key)
    told = {
        "here": "stories",
        "story": found,
        "asked": asked,
        "near": [row for row in near if row.key != key],
        "threads": [thread for thread in desk.list_threads() if thread[0] != found.row.thread_key],
        "blocks": [(block, block_name(block)) for block in PINNABLE],
        "sections": [section.code for section in sections().values() if section.parent is None],
        "now": now,
    }
    return show(request, "story", told)


@act
def merge(request: HttpRequest, key: str) -> tuple[str, str]:
    """The story of the page goes into another, or the other into it."""
    other = read_key(request.POST.get("typed", "")) or request.POST.get("other", "")
    if not other:
        raise UsageError(_("Chưa chọn tin để gộp."))
    source, target = (other, key) if request.POST.get("keep") == "this" else (key, other)
    kept = editing.merge_stories(source, target, who(request), _why(request))
    return _("Đã gộp. Địa chỉ của tin kia nay dẫn về tin này."), reverse("desk_story", args=(kept,))


@act
def split(request: HttpRequest, key: str) -> tuple[str, str]:
    new = editing.split_story(request.POST.getlist("article"), who(request), _why(request))
    return _("Đã tách thành tin mới; máy sẽ không nhập lại."), reverse("desk_story", args=(new,))


@act
def move(request: HttpRequest, key: str) -> tuple[str, str]:
    target = read_key(request.POST.get("target", ""))
    if not target:
        raise UsageError(_("Chưa ghi mã tin để chuyển tới."))
    kept = editing.move_articles(request.POST.getlist("article"), target, who(request), _why(request))
    return _("Đã chuyển bài sang tin này."), reverse("desk_story", args=(kept,))


@act
def rename(request: HttpRequest, key: str) -> tuple[str, str]:
    title = "" if "machine" in request.POST else request.POST.get("title", "").strip()
    editing.rename_story(key, title or None, who(request), _why(request))
    return _("Tít mới đã dùng; máy sẽ không đổi.") if title else _("Máy lại tự chọn tít."), ""


@act
def pin(request: HttpRequest, key: str) -> tuple[str, str]:
    block = request.POST.get("block", "")
    if block not in PINNABLE:
        raise UsageError(_("Không ghim được vào khối này."), about=block)
    section = request.POST.get("section", "")
    if section and section not in sections():
        raise UsageError(_("Không có chuyên mục này."), about=section)
    until = _until(request.POST.get("until", ""))
    place = _place(request.POST.get("place", "1"))
    editing.pin_story(block, key, who(request), section=section, place=place, until=until)
    return _("Đã ghim."), ""


@act
def unpin(request: HttpRequest, key: str) -> tuple[str, str]:
    editing.unpin_story(request.POST.get("block", ""), key, who(request), section=request.POST.get("section", ""))
    return _("Đã bỏ ghim."), ""


def _why(request: HttpRequest) -> str:
    return request.POST.get("why", "").strip()[:2000]


def _place(told: str) -> int:
    if not told.isascii() or not told.isdigit() or len(told) > 4:
        raise UsageError("places count from 1", about=told[:20])
    return int(told)


def _until(told: str) -> datetime | None:
    """``2026-11-22T18:00`` on Hanoi's clock; empty is open."""
    if not told.strip():
        return None
    try:
        moment = datetime.fromisoformat(told.strip())
    except ValueError as error:
        raise UsageError(_("Không đọc được giờ kết thúc."), about=told[:40]) from error
    moment = moment if moment.tzinfo else moment.replace(tzinfo=HANOI)
    if moment <= datetime.now(UTC):
        raise UsageError(_("Giờ kết thúc đã qua."), about=told[:40])
    return moment.astimezone(UTC)
