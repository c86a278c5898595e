"""The language of a page is in its address and nowhere else: ``/…`` Vietnamese, ``/en/…`` English.

No cookie, no Accept-Language: one address is one page, for every reader and every cache.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation


def by_path(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def respond(request: HttpRequest) -> HttpResponse:
        language = "en" if is_english(request.path_info) else "vi"
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return respond


def is_english(path: str) -> bool:
    return path == "/en" or path.startswith("/en/")


def other_addresses(path: str) -> tuple[str, str]:
    """The Vietnamese and the English address of the page at ``path``."""
    bare = path.removeprefix("/en") or "/" if is_english(path) else path
    return bare, f"/en{bare}"
