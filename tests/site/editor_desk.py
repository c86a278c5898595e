"""A site whose desk has an editor's path or is private, for tests: addresses as a restart with that ``desk.toml`` makes
them, and people who sign in."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from types import ModuleType
from typing import Any

from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.models import User
from django.test import Client
from django.urls import URLPattern, URLResolver, clear_url_caches

from diemtin.site import caching, urls
from diemtin.site.editor.urls import desk_addresses
from diemtin.site.editor.views import signing

PASSWORD = "con vit xoe ra hai cai canh"
ROOT = "toa-soan"
ARGUMENTS = {
    "key": "abc",
    "code": "world",
    "kind": "rss",
    "path": "abc",
    "stream": "abc",
    "number": "1",
    "width": "320",
}


def serve_as(settings: Any, **changes: str) -> None:
    """From here to the end of the test the desk's settings are these."""
    desk = replace(settings.DESK, **changes)
    name = "tests.site.addresses_of_" + "_".join(f"{a}_{b}".replace("-", "_") for a, b in sorted(changes.items()))
    module = ModuleType(name)
    rest = [
        one
        for one in urls.urlpatterns
        if not (isinstance(one, URLResolver) and not one.app_name and one.url_patterns[0] is urls.pages[0])
    ]
    vars(module)["urlpatterns"] = [
        *rest,
        *i18n_patterns(*urls.pages, *desk_addresses(desk), prefix_default_language=False),
    ]
    vars(module)["handler404"] = urls.handler404
    sys.modules[name] = module
    settings.DESK = desk
    settings.ROOT_URLCONF = name
    clear_url_caches()
    caching.SHELF.clear()
    signing.TRIES.clear()


def account(name: str, *, editor: bool = True) -> User:
    made = User(username=name, is_staff=editor)
    made.set_password(PASSWORD)
    made.save()
    return made


def browser(**more: Any) -> Client:
    """A browser that nobody is signed in with. CSRF is enforced."""
    return Client(enforce_csrf_checks=True, SERVER_NAME="127.0.0.1", **more)


def sign_in(
    client: Client, name: str, password: str = PASSWORD, code: str = "", *, at: str = f"/{ROOT}/dang-nhap", **more: Any
) -> Any:
    """As a person does: the page, then its form."""
    client.get(at, **more)
    told = {"username": name, "password": password, "code": code, "csrfmiddlewaretoken": token_in(client)}
    return client.post(at, told, **more)


def token_in(client: Client) -> str:
    return client.cookies["csrftoken"].value if "csrftoken" in client.cookies else ""


def do(client: Client, path: str, **told: Any) -> Any:
    """Send a form of the desk and go where it leads; the page that says what was done."""
    answer = client.post(path, {**told, "csrfmiddlewaretoken": token_in(client)})
    assert answer.status_code == 302, answer.content.decode()[:500]
    return client.get(answer.headers["Location"], follow=True)


def said(answer: Any) -> str:
    found = re.search(r'<p class="note said (\w+)" role="status">(.*?)</p>', answer.content.decode(), re.DOTALL)
    return f"{found.group(1)}: {found.group(2)}" if found else ""


def addresses(patterns: Any, before: str = "") -> list[tuple[str, str]]:
    """``(address, name)`` of every pattern, with arguments that fit it."""
    found = []
    for one in patterns:
        written = before + sample_of(str(one.pattern))
        if isinstance(one, URLResolver):
            found += addresses(one.url_patterns, written)
        elif isinstance(one, URLPattern):
            found.append((f"/{written}", one.name or ""))
    return found


def sample_of(pattern: str) -> str:
    """An address that a pattern matches."""
    if "<" not in pattern and "(" not in pattern:
        return pattern.strip("^$")
    text = pattern.strip("^$")
    text = re.sub(r"\(\?P<key>\[0-9a-f\]\{32\}\)", "0" * 32, text)
    text = re.sub(r"\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)", lambda found: ARGUMENTS[found.group(1)], text)
    text = re.sub(r"<(?:\w+:)?(\w+)>", lambda found: ARGUMENTS.get(found.group(1), "abc"), text)
    return text.replace("\\", "").rstrip("$")
