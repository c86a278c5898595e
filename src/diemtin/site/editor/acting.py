"""What every page and every act of the editor's desk has in common, so that none can lack it.

A page is read with GET, never kept by any cache. An act is a POST with a CSRF token; it answers with a redirect that says
what was done or why not, so that reloading does nothing again. Both ask once more, after the gate, whether it is an
editor.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_POST, require_safe

from diemtin.errors import DiemTinError
from diemtin.site.editor.accounts import is_editor
from diemtin.site.editor.gate import is_editors
from diemtin.site.editor.words import error_words
from diemtin.site.language import other_addresses

View = Callable[..., HttpResponse]
Act = Callable[..., tuple[str, str]]
"""Does it and returns what was done, in words, and the address to go on to (empty: back to the form)."""

_SAID = "said"


def page(view: View) -> View:
    return never_cache(require_safe(csrf_protect(_for_editors(view))))


def asking(view: View) -> View:
    """A page that is asked for with a form because it asks others: it changes nothing, and no link can call it."""
    return never_cache(require_POST(csrf_protect(_for_editors(view))))


def act(view: Act) -> View:
    @wraps(view)
    def respond(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        try:
            said, where = view(request, *args, **given)
        except DiemTinError as error:
            request.session[_SAID] = ["refused", error_words(error)]
            return redirect(_back(request))
        request.session[_SAID] = ["done", said]
        return redirect(where or _back(request))

    return never_cache(require_POST(csrf_protect(_for_editors(respond))))


def show(request: HttpRequest, template: str, told: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the desk, with what the last act said."""
    kind, words = request.session.pop(_SAID, None) or ("", "")
    return render(request, f"editor/{template}.html", {**told, "said": words, "said_kind": kind}, status=status)


def who(request: HttpRequest) -> str:
    """The name that an act is recorded under."""
    return str(request.user.get_username())


def read_key(told: str) -> str:
    """An id as it is typed: the id itself, or the address of its page."""
    return (
        told.strip().rstrip("/").rpartition("/")[2].partition("?")[0]
        if "/tin/" in told or "/dong" in told
        else told.strip()
    )


def _for_editors(view: View) -> View:
    @wraps(view)
    def respond(request: HttpRequest, *args: Any, **given: Any) -> HttpResponse:
        if not is_editor(getattr(request, "user", None)):
            raise PermissionDenied
        return view(request, *args, **given)

    return respond


def _back(request: HttpRequest) -> str:
    """The page whose form was sent, if it is one of ours."""
    told = request.POST.get("back", "")
    bare = other_addresses(told.partition("?")[0])[0]
    ours = url_has_allowed_host_and_scheme(told, allowed_hosts=None, require_https=settings.SESSION_COOKIE_SECURE)
    return told if ours and is_editors(bare) else reverse("desk")
