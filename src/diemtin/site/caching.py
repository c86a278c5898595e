"""Rendered pages, kept in this process until the desk changes; validators and lifetimes for the caches of others.

A page is one answer for every reader: no cookie, no language header, nothing of the person. So it is rendered once,
kept compressed, and given out until ``change_number`` grows or a minute has passed (times such as "5 phút trước" move
on). Behind a server (``keep_warm``) the front page is made again by a thread when the desk changes, not when a reader
comes.
"""

from __future__ import annotations

import gc
import gzip
import hashlib
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import get_template
from django.urls import get_resolver
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags

from diemtin.site.language import is_english
from diemtin.store.changes import change_number

View = Callable[..., HttpResponse]

MAX_AGE = 60
STALE = 300
"""Seconds that a browser or CDN may give the page out without asking, and more while it asks. A takedown is gone from
every cache a minute later."""
KEPT_BYTES = 64 * 1024 * 1024
"""Compressed pages kept by a process: some 3,000 story pages of 20 kB."""
SETTLE = 5.0
"""While articles pour in, a kept page is made again at most so often (seconds); in between it is given out as it is."""
_LOOK = 0.5
_KNOWN = frozenset({"luc", "truoc", "loai"})
"""Parameters that make another page. With any other the page is rendered and not kept, so nobody can fill the
memory."""
_WARM_FOR = 600.0


@dataclass(frozen=True, slots=True)
class Kept:
    """A rendered page. ``made`` is the process's clock, ``modified`` the wall's."""

    body: bytes
    packed: bytes
    content_type: str
    etag: str
    number: int
    made: float
    modified: float


class Shelf:
    """Kept pages of one process, the least used thrown out first."""

    def __init__(self, most_bytes: int = KEPT_BYTES) -> None:
        self._pages: OrderedDict[str, Kept] = OrderedDict()
        self._most = most_bytes
        self._bytes = 0
        self._lock = threading.Lock()

    def find(self, address: str) -> Kept | None:
        with self._lock:
            kept = self._pages.get(address)
            if kept is not None:
                self._pages.move_to_end(address)
            return kept

    def put(self, address: str, kept: Kept) -> None:
        with self._lock:
            old = self._pages.pop(address, None)
            self._bytes += _size(kept) - (_size(old) if old else 0)
            self._pages[address] = kept
            while self._bytes > self._most and self._pages:
                self._bytes -= _size(self._pages.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0


def _size(kept: Kept) -> int:
    return len(kept.body) + len(kept.packed)


SHELF = Shelf()


class _Number:
    """The desk's change number, asked at most twice a second."""

    def __init__(self) -> None:
        self._value = -1
        self._asked = -1e9

    def now(self) -> int:
        clock = time.monotonic()
        if clock - self._asked > (_LOOK if _keeper.wanted else 0.0):
            self._value, self._asked = change_number(), clock
        return self._value


def cached(view: View) -> View:
    """A page that is the same for every reader: kept while the desk does not change, with ETag and lifetimes."""

    @wraps(view)
    def respond(request: HttpRequest, *args: object, **given: object) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return view(request, *args, **given)
        if not _KNOWN.issuperset(request.GET):
            return conditional(request, view(request, *args, **given))
        address = request.get_full_path()
        _keeper.asked(address, view, args, given)
        number = _number.now()
        kept = SHELF.find(address)
        if kept is None or not _still_good(kept, number, address):
            made = _make(view, request, args, given, number)
            if isinstance(made, HttpResponse):
                return made
            kept = made
            SHELF.put(address, kept)
        return _answer(request, kept)

    return respond


def conditional(request: HttpRequest, response: HttpResponse, *, max_age: int = MAX_AGE) -> HttpResponse:
    """ETag and lifetime for an answer that is not kept; 304 when the reader has it already."""
    if response.status_code != 200 or response.streaming:
        return response
    etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:24]}"'
    response.headers.setdefault("ETag", etag)
    response.headers.setdefault("Cache-Control", lifetime(max_age))
    patch_vary_headers(response, ["Accept-Encoding"])
    if _has(request, etag):
        return _not_modified(response.headers["ETag"], response.headers["Cache-Control"])
    return response


def lifetime(max_age: int = MAX_AGE) -> str:
    if settings.DESK.profile == "private":
        return "private, no-cache"
    return f"public, max-age={max_age}, stale-while-revalidate={STALE}"


def _still_good(kept: Kept, number: int, address: str) -> bool:
    """While the desk changes a page is given out for some seconds; a front page until the keeper has made it again, which
    begins half a second after the change: no reader waits for it."""
    age = time.monotonic() - kept.made
    if kept.number == number or _keeper.holds(address):
        return age < MAX_AGE
    return _keeper.wanted and age < SETTLE


def _make(
    view: View, request: HttpRequest, args: tuple[object, ...], given: dict[str, object], number: int
) -> Kept | HttpResponse:
    response = view(request, *args, **given)
    if response.status_code != 200 or response.cookies or response.streaming:
        return response
    body = response.content
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:24]}"'
    packed = gzip.compress(body, 6, mtime=0)
    content_type = response.headers["Content-Type"]
    return Kept(body, packed, content_type, etag, number, time.monotonic(), time.time())


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    if _has(request, kept.etag):
        return _not_modified(kept.etag, lifetime())
    zipped = "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")
    response = HttpResponse(kept.packed if zipped else kept.body, content_type=kept.content_type)
    if zipped:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["ETag"] = kept.etag
    response.headers["Last-Modified"] = http_date(kept.modified)
    response.headers["Cache-Control"] = lifetime()
    response.headers["Vary"] = "Accept-Encoding"
    return response


def _has(request: HttpRequest, etag: str) -> bool:
    asked = request.META.get("HTTP_IF_NONE_MATCH")
    if not asked:
        return False
    return asked.strip() == "*" or etag.removeprefix("W/") in {tag.removeprefix("W/") for tag in parse_etags(asked)}


def _not_modified(etag: str, cache_control: str) -> HttpResponse:
    response = HttpResponseNotModified()
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = cache_control
    response.headers["Vary"] = "Accept-Encoding"
    return response


class _Keeper:
    """Makes the front pages again in a thread of its own, as soon as the desk has changed."""

    def __init__(self) -> None:
        self.wanted = False
        self._pages: dict[str, tuple[View, tuple[object, ...], dict[str, object], float]] = {}
        self._process = 0

    def asked(self, address: str, view: View, args: tuple[object, ...], given: dict[str, object]) -> None:
        if not self.wanted or address not in ("/", "/en/"):
            return
        self._pages[address] = (view, args, given, time.monotonic())
        if self._process != os.getpid():  # a server forks its workers after the import
            self._process = os.getpid()
            threading.Thread(target=self._watch, name="front-page", daemon=True).start()

    def holds(self, address: str) -> bool:
        """Is this a page that the thread of this process makes again?"""
        return self.wanted and self._process == os.getpid() and address in self._pages

    def _watch(self) -> None:
        while True:
            time.sleep(_LOOK)
            try:
                self._refresh(change_number())
            except Exception:  # the next reader gets the error, with a page for it
                time.sleep(SETTLE)
            finally:
                connections.close_all()

    def _refresh(self, number: int) -> None:
        clock = time.monotonic()
        for address, (view, args, given, asked) in list(self._pages.items()):
            kept = SHELF.find(address)
            if clock - asked > _WARM_FOR or kept is None:
                continue
            age = clock - kept.made
            if (kept.number != number and age > SETTLE / 2) or age > MAX_AGE * 0.8:
                with translation.override("en" if is_english(address) else "vi"):
                    made = _make(view, _request_for(address), args, given, number)
                if isinstance(made, Kept):
                    SHELF.put(address, made)


def _request_for(address: str) -> HttpRequest:
    request = HttpRequest()
    request.method = "GET"
    request.path = request.path_info = address
    request.META = {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "REQUEST_METHOD": "GET"}
    return request


def keep_warm() -> None:
    """Called by the WSGI module: this process serves readers for long. All views are imported, and
    all templates made, before the first comes."""
    _keeper.wanted = True
    get_resolver().url_patterns  # noqa: B018 - reading it imports them
    for file in sorted((Path(__file__).parent / "templates" / "site").glob("*.html")):
        get_template(f"site/{file.name}")  # the first reader of a process waited 50 ms for them
    # What is there now stays: a full collection took 30 ms of some reader's page to look at it, and found nothing.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def is_serving() -> bool:
    """Does this process serve readers for long (and not a test or a command)?"""
    return _keeper.wanted


_keeper = _Keeper()
_number = _Number()
