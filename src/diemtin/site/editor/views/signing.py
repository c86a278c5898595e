"""Signing in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from diemtin.site.editor import accounts
from diemtin.site.limits import Limit, place_of

TRIES = Limit(30, 300)
"""From one place in five minutes, whatever the names: checking a password costs a third of a second of the processor, on
purpose, and nobody shall buy all of it."""


@sensitive_post_parameters("password", "code")
@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    if request.method != "POST":
        if request.user.is_authenticated:
            return redirect(_local(request, wanted) or _home())
        return _form(request, wanted)
    if not TRIES.allow(place_of(request)):
        return _form(request, wanted, "locked", 429)
    given = [request.POST.get(name, "") for name in ("username", "password", "code")]
    if accounts.sign_in(request, given[0].strip(), given[1], given[2].strip()):
        return redirect(_local(request, wanted) or _home())
    if accounts.is_locked_out(request):
        return _form(request, wanted, "locked", 429)
    return _form(request, wanted, "wrong", 401)


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "editor/sign_out.html")
    logout(request)
    return redirect(reverse("sign_in"))


def _form(request: HttpRequest, wanted: str, problem: str = "", status: int = 200) -> HttpResponse:
    told = {"wanted": wanted, "problem": problem, "name": request.POST.get("username", "")[: accounts.MOST_NAME]}
    return render(request, "editor/sign_in.html", told, status=status)


def _local(request: HttpRequest, address: str) -> str:
    """The address, if it is a page of this site."""
    ours = url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return address if ours else ""


def _home() -> str:
    return reverse("front") if settings.DESK.profile == "private" else reverse("desk")
