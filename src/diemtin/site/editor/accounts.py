"""Who may sign in, and how often it may be tried.

Five wrong tries close an account, and the public address they came from, for a quarter of an hour. A success opens the
account again and not the address: nobody buys tries at another's account with signing in to his own.
"""

from __future__ import annotations

import ipaddress
from typing import Any

from axes.utils import reset
from django.contrib.auth import authenticate, login
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from diemtin.site.limits import address_of

MOST_NAME = 150
"""Letters of an account's name, as in its table; a longer one is wrong without being asked for."""


class PasswordAndCode(ModelBackend):
    """Name and password; and the one-time code, for an account that has one. What was wrong is not told."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **given: Any,
    ) -> User | None:
        account = super().authenticate(request, username=username, password=password)
        if account is None:
            return None
        device = find_device(account.pk)
        if device is not None and not device.verify_token(str(given.get("code", "")).replace(" ", "")):
            return None
        return account


def find_device(account: int) -> TOTPDevice | None:
    """The device that makes an account's one-time codes."""
    return TOTPDevice.objects.filter(user_id=account, confirmed=True).order_by("id").first()


def sign_in(request: HttpRequest, name: str, password: str, code: str) -> bool:
    """Sign this browser in. ``False`` for anything wrong; ``request.axes_locked_out`` says that no more tries are taken."""
    if not name or len(name) > MOST_NAME or not name.isprintable():
        return False
    account = authenticate(request, username=name, password=password, code=code)
    if account is None:
        return False
    login(request, account)
    reset(username=name)
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return True


def is_locked_out(request: HttpRequest) -> bool:
    return bool(getattr(request, "axes_locked_out", False))


def is_editor(account: object) -> bool:
    """May this account change the desk? The other accounts read a private desk."""
    return isinstance(account, User) and account.is_active and account.is_staff


def locked_by(request: HttpRequest, credentials: dict[str, Any] | None = None) -> list[str]:
    """What wrong tries close. A private address is a whole office, or a proxy in a container: the account alone."""
    try:
        public = ipaddress.ip_address(address_of(request)).is_global
    except ValueError:
        public = False
    return ["username", "ip_address"] if public else ["username"]
