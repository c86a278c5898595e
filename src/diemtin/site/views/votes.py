"""Votes (Có / Không) and reads, each at its own uncached address, so that pages carry no cookie.

A vote counts once a reader: the browser holds a random token in a cookie that only this address sees. The browser's word
that the form was ours (``Sec-Fetch-Site``, ``Origin``) is enough; where it says nothing or something else, a page asks
again with a signed token that lives a quarter of an hour.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections import Counter
from datetime import UTC, datetime

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from diemtin.site.caching import is_serving
from diemtin.site.limits import Limit, is_same_origin, place_of
from diemtin.store.models import Article
from diemtin.store.readers import Votes, add_reads, ballot_of, cast_vote, count_votes

COOKIE = "phieu"
_YEAR = 365 * 86400
_TOKEN_LIVES = 15 * 60
_SALT = "diemtin.vote"
VOTES = Limit(30, 600)
"""From one place in ten minutes: a family or an office that reads a day's paper, not a script."""
NEW_BALLOTS = Limit(10, 3600)
"""New readers for one article from one place in an hour."""
READS = Limit(1, 3600)
"""One read of an article from one place an hour."""
_FLUSH_SECONDS = 5.0


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest, key: str) -> HttpResponse:
    title = Article.objects.filter(key=key, removed__isnull=True).values_list("title", flat=True).first()
    if title is None:
        raise Http404(key)
    held = request.COOKIES.get(COOKIE, "")
    token = held if 20 <= len(held) <= 64 else secrets.token_urlsafe(24)
    useful = {"1": True, "0": False}.get(request.POST.get("useful", ""))
    if request.method != "POST" or useful is None or not (is_same_origin(request) or _signed(request, key, held)):
        told = {"key": key, "title": title, "useful": useful, "token": _sign(key, token)}
        return _with_cookie(render(request, "site/vote_confirm.html", told), token)
    new = token != held
    if not VOTES.allow(place_of(request)) or (new and not NEW_BALLOTS.allow(place_of(request, key))):
        return _say(request, key, title, _("Quá nhiều phiếu từ một nơi; xin thử lại sau ít phút."), 429)
    cast_vote(key, ballot_of(token, key), useful)
    said = _("Cảm ơn, phiếu của bạn đã được ghi.") + " " + _counted(count_votes(key))
    return _with_cookie(_say(request, key, title, said, 200), token)


@require_POST
@never_cache
def read(request: HttpRequest, key: str) -> HttpResponse:
    """One byte less than nothing: counts a read, answers 204, keeps no trace of the reader."""
    if is_same_origin(request) and READS.allow(place_of(request, f"read {key}")):
        TALLY.add(key)
    return HttpResponse(status=204)


class Tally:
    """Reads not yet written. A busy database must not make a reader wait: sums are written every few seconds at once."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, datetime]] = Counter()
        self._lock = threading.Lock()
        self._written = time.monotonic()

    def add(self, key: str) -> None:
        hour = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
        with self._lock:
            self._counts[key, hour] += 1
            due = is_serving() and time.monotonic() - self._written > _FLUSH_SECONDS
            self._written = time.monotonic() if due else self._written
        if due:
            threading.Thread(target=self.flush, daemon=True).start()

    def flush(self) -> None:
        with self._lock:
            counts, self._counts = self._counts, Counter()
        if counts:
            add_reads(counts)


TALLY = Tally()


def _say(request: HttpRequest, key: str, title: str, said: str, status: int) -> HttpResponse:
    if "application/json" in request.META.get("HTTP_ACCEPT", ""):
        return JsonResponse({"said": said}, status=status)
    return render(request, "site/vote_said.html", {"key": key, "title": title, "said": said}, status=status)


def _counted(votes: Votes) -> str:
    return _("%(useful)s trong %(cast)s người thấy bài này hữu ích.") % {"useful": votes.useful, "cast": votes.cast}


def _sign(key: str, token: str) -> str:
    return signing.dumps({"article": key, "ballot": ballot_of(token, key)}, salt=_SALT)


def _signed(request: HttpRequest, key: str, held: str) -> bool:
    """Is the form one that we made for this reader and this article a short while ago?"""
    try:
        told = signing.loads(request.POST.get("token", ""), salt=_SALT, max_age=_TOKEN_LIVES)
    except signing.BadSignature:
        return False
    return bool(held) and told == {"article": key, "ballot": ballot_of(held, key)}


def _with_cookie(response: HttpResponse, token: str) -> HttpResponse:
    response.set_cookie(
        COOKIE,
        token,
        max_age=_YEAR,
        path=reverse("vote", args=("x",)).rsplit("/", 1)[0] + "/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response
