"""Who gets in. The one place that decides it; public pages pass without session, cookie or query.

Two things are behind the gate: the editor's desk (where ``editor_path`` is set), for editors; and all of a private desk,
for everybody with an account. Open on a private desk: signing in, the style sheet and the site's own letters (static
files are served before the gate), and the questions of a supervisor (``/healthz``, ``/readyz``; ``/metrics`` looks at the
address itself).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import urlencode

from diemtin.site.editor.accounts import is_editor
from diemtin.site.editor.tokens import find_account, find_token
from diemtin.site.editor.views.refused import only_readers
from diemtin.site.language import other_addresses

Answer = Callable[[HttpRequest], HttpResponse]

_OPEN = frozenset({"/healthz", "/readyz", "/metrics"})
_CLIENT_LOGIN = "/accounts/ClientLogin"
_FOR_PROGRAMS = ("/api/", "/v1/", "/reader/", "/accounts/", "/goi-y", "/doc/")
_PROGRAM_ENDINGS = (".xml", ".rss", ".atom", ".json", ".ics", ".opml")


def gate(get_response: Answer) -> Answer:
    behind = cast(Answer, SessionMiddleware(AuthenticationMiddleware(_admit(get_response))))

    def respond(request: HttpRequest) -> HttpResponse:
        bare, _english = other_addresses(request.path_info)
        if _is_private() and bare not in _OPEN:
            return _kept_private(behind(request))
        return behind(request) if is_editors(bare) else get_response(request)

    return respond


def is_editors(path: str) -> bool:
    """Does an address (without language) lie on the editor's desk?"""
    root = settings.DESK.editor_path.strip("/")
    return bool(root) and (path == f"/{root}" or path.startswith(f"/{root}/"))


def _is_private() -> bool:
    return bool(settings.DESK.profile == "private")


def _admit(get_response: Answer) -> Answer:
    def respond(request: HttpRequest) -> HttpResponse:
        bare, _english = other_addresses(request.path_info)
        if bare == other_addresses(reverse("sign_in"))[0]:
            return get_response(request)
        if _is_private() and bare == _CLIENT_LOGIN:
            return _client_login(request)
        token = find_token(request) if _is_private() and not is_editors(bare) else None
        if token is not None:  # never for acts: those need a session and its forms
            account = find_account(token)
            if account is None:
                return _ask_for_token()
            request.user = account
        if not request.user.is_authenticated:
            return _ask_for_token() if _is_program(bare) else _to_sign_in(request)
        if is_editors(bare) and not is_editor(request.user):
            return only_readers(request)
        return get_response(request)

    return respond


def _client_login(request: HttpRequest) -> HttpResponse:
    """Google Reader clients sign in with a name and a password, which is the token here, and show it from then on."""
    told = request.POST.get("Passwd") or request.GET.get("Passwd", "")
    if find_account(told) is None:
        return HttpResponse("Error=BadAuthentication\n", status=401, content_type="text/plain")
    return HttpResponse(f"SID={told}\nLSID={told}\nAuth={told}\n", content_type="text/plain")


def _is_program(path: str) -> bool:
    return path.startswith(_FOR_PROGRAMS) or path.endswith(_PROGRAM_ENDINGS)


def _ask_for_token() -> HttpResponse:
    response = HttpResponse("a token is needed: diemtin editor token NAME\n", status=401, content_type="text/plain")
    response.headers["WWW-Authenticate"] = 'Basic realm="diemtin", charset="UTF-8"'
    return response


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    where = {"next": request.get_full_path()} if request.method in ("GET", "HEAD") else {}
    return redirect(f"{reverse('sign_in')}?{urlencode(where)}" if where else reverse("sign_in"))


def _kept_private(response: HttpResponse) -> HttpResponse:
    """Whatever a page says of caches between: on a private desk nothing is kept for others, and nothing is listed."""
    told = response.headers.get("Cache-Control", "")
    response.headers["Cache-Control"] = told.replace("public", "private") if told else "private, no-cache"
    response.headers.setdefault("X-Robots-Tag", "noindex")
    patch_vary_headers(response, ["Cookie", "Authorization"])
    return response
