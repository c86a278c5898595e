"""A thread on the desk: put stories on it, take them off, rename, merge; and beginning one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from diemtin.desk import editing_threads
from diemtin.errors import UsageError
from diemtin.site.editor.acting import act, page, read_key, show, who
from diemtin.site.editor.finding import find_stories
from diemtin.store.queries import desk


@page
def thread(request: HttpRequest, key: str) -> HttpResponse:
    found = desk.find_thread_desk(key)
    if found is None:
        raise Http404(key)
    if isinstance(found, str):
        return redirect(reverse("desk_thread", args=(found,)))
    asked = request.GET.get("tim", "").strip()
    there = {row.key for row in found.stories}
    told = {
        "here": "stories",
        "thread": found,
        "asked": asked,
        "near": [row for row in find_stories(asked) if row.key not in there] if asked else [],
        "threads": [other for other in desk.list_threads() if other[0] != key],
    }
    return show(request, "thread", told)


@act
def put(request: HttpRequest, key: str) -> tuple[str, str]:
    """Stories that were chosen or typed go on this thread."""
    stories = _stories(request)
    editing_threads.put_on_thread(stories, key, who(request), request.POST.get("why", ""))
    return _("Đã xếp vào dòng sự kiện này."), ""


@act
def take_off(request: HttpRequest, key: str) -> tuple[str, str]:
    editing_threads.put_on_thread(_stories(request), None, who(request), request.POST.get("why", ""))
    gone = not isinstance(desk.find_thread_desk(key), desk.ThreadDesk)
    return _("Đã rút khỏi dòng sự kiện; máy sẽ không xếp lại."), reverse("desk") if gone else ""


@act
def rename(request: HttpRequest, key: str) -> tuple[str, str]:
    title = "" if "machine" in request.POST else request.POST.get("title", "").strip()
    editing_threads.rename_thread(key, title or None, who(request), request.POST.get("why", ""))
    return _("Tên mới đã dùng; máy sẽ không đổi.") if title else _("Máy lại tự đặt tên."), ""


@act
def merge(request: HttpRequest, key: str) -> tuple[str, str]:
    other = read_key(request.POST.get("typed", "")) or request.POST.get("other", "")
    if not other:
        raise UsageError(_("Chưa chọn dòng sự kiện để gộp."))
    kept = editing_threads.merge_threads(key, other, who(request), request.POST.get("why", ""))
    return _("Đã gộp hai dòng sự kiện."), reverse("desk_thread", args=(kept,))


@act
def place_story(request: HttpRequest, key: str) -> tuple[str, str]:
    """From a story's page: on a thread, on none, or on a new one with another story."""
    why, by = request.POST.get("why", ""), who(request)
    if "off" in request.POST:
        editing_threads.put_on_thread([key], None, by, why)
        return _("Đã rút khỏi dòng sự kiện; máy sẽ không xếp lại."), ""
    if "begin" in request.POST:
        others = _stories(request)
        new = editing_threads.begin_thread(
            [key, *others], by, title=request.POST.get("title", "").strip() or None, why=why
        )
        return _("Dòng sự kiện mới đã có."), reverse("desk_thread", args=(new,))
    wanted = read_key(request.POST.get("typed", "")) or request.POST.get("thread", "")
    if not wanted:
        raise UsageError(_("Chưa chọn dòng sự kiện."))
    editing_threads.put_on_thread([key], wanted, by, why)
    return _("Đã xếp vào dòng sự kiện."), ""


def _stories(request: HttpRequest) -> list[str]:
    """Ticked stories and those whose ids or addresses were typed."""
    typed = [read_key(told) for told in request.POST.get("stories", "").split()]
    found = [*request.POST.getlist("story"), *filter(None, typed)]
    if not found:
        raise UsageError(_("Chưa chọn tin nào."))
    return found
