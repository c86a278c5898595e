"""How a program shows whose it is on a private desk: a token that is made from the account, and kept nowhere.

It holds as long as the account is active and its password the same. Programs send it as ``Authorization: Bearer TOKEN``,
as the password of HTTP Basic (feed readers know nothing else), as ``X-Auth-Token`` (Miniflux clients), or as
``Authorization: GoogleLogin auth=TOKEN`` (Google Reader clients).
"""

from __future__ import annotations

import base64
import binascii

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

_SALT = "diemtin.site.editor.tokens"


def token_of(account: User) -> str:
    """The account's token: its number and 256 bits that only this desk can make."""
    seal = salted_hmac(_SALT, f"{account.pk}:{account.get_session_auth_hash()}", algorithm="sha256").hexdigest()
    return f"{account.pk}-{seal}"


def find_account(token: str) -> User | None:
    """The active account that a token stands for."""
    number = token.partition("-")[0]
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    account = User.objects.filter(pk=int(number), is_active=True).first()
    return account if account is not None and constant_time_compare(token, token_of(account)) else None


def find_token(request: HttpRequest) -> str | None:
    """The token that a request shows, in any of the ways that programs know."""
    kind, _space, told = request.META.get("HTTP_AUTHORIZATION", "").strip().partition(" ")
    told = told.strip()
    if kind.lower() == "bearer":
        return str(told)
    if kind.lower() == "googlelogin":
        return str(told.removeprefix("auth="))
    if kind.lower() == "basic":
        try:
            return base64.b64decode(told, validate=True).decode("utf-8").partition(":")[2]
        except (binascii.Error, ValueError):
            return ""
    return request.META.get("HTTP_X_AUTH_TOKEN")
