"""``diemtin editor``: the accounts that may sign in. Kept on the machine: no page makes or changes one."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import say
from diemtin.errors import NotFound, UsageError

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NameOption = Annotated[str, typer.Argument(metavar="NAME", help="The account's name.")]

editor = typer.Typer(no_args_is_help=True, help="Accounts: editors, and the readers of a private desk.")


def register(app: typer.Typer) -> None:
    app.add_typer(editor, name="editor")


@editor.command("add", epilog="Example: diemtin editor add lan --code --desk ./desk")
def add(
    name: NameOption,
    reader: Annotated[bool, typer.Option("--reader", help="Reads a private desk, changes nothing.")] = False,
    code: Annotated[
        bool, typer.Option("--code", help="Signing in also takes a one-time code; its key is printed.")
    ] = False,
    desk: DeskOption = None,
) -> None:
    """Make an account. The password is asked for, or read from standard input."""
    open_desk(desk)
    from django.contrib.auth.models import User
    from django.db import transaction

    if not 1 <= len(name) <= 80 or not name.isprintable() or name != name.strip():
        raise UsageError("an account's name has 1 to 80 letters and no spaces around it", about=name)
    if User.objects.filter(username=name).exists():
        raise UsageError("there is such an account already", about=name, hint="diemtin editor password changes it")
    account = User(username=name, is_staff=not reader)
    account.set_password(_read_password(account))
    with transaction.atomic():
        account.save()
        key = _give_code(account) if code else ""
    say(f"{name} may sign in{' to read' if reader else ''}")
    if key:
        typer.echo(key)


@editor.command("list", epilog="Example: diemtin editor list")
def list_accounts(desk: DeskOption = None) -> None:
    """Every account: name, what it may do, with or without code, when it was last signed in."""
    open_desk(desk, must_exist=True)
    from django.contrib.auth.models import User

    from diemtin.news import HANOI
    from diemtin.site.editor.accounts import find_device

    for account in User.objects.order_by("username"):
        last = f"{account.last_login.astimezone(HANOI):%Y-%m-%d %H:%M}" if account.last_login else "never"
        may, how = "editor" if account.is_staff else "reader", "code" if find_device(account.pk) else "password"
        typer.echo(f"{account.username}\t{may}\t{how}\t{last}")


@editor.command("password", epilog="Example: diemtin editor password lan < new-password.txt")
def password(name: NameOption, desk: DeskOption = None) -> None:
    """A new password. Ends the account's sessions and its token, and opens it if it was locked."""
    open_desk(desk, must_exist=True)
    from axes.utils import reset

    account = _get_account(name)
    account.set_password(_read_password(account))
    account.save()
    reset(username=name)
    say(f"{name} has a new password")


@editor.command("code", epilog="Example: diemtin editor code lan")
def code(
    name: NameOption,
    off: Annotated[bool, typer.Option("--off", help="The password alone is enough again.")] = False,
    desk: DeskOption = None,
) -> None:
    """Signing in takes a one-time code from now on: prints the key to scan or type into an authenticator."""
    open_desk(desk, must_exist=True)
    account = _get_account(name)
    if off:
        _drop_codes(account)
        say(f"{name} signs in without a code")
    else:
        typer.echo(_give_code(account))


@editor.command("token", epilog="Example: diemtin editor token lan")
def token(name: NameOption, desk: DeskOption = None) -> None:
    """What programs show instead of a password on a private desk. A new password makes it void."""
    open_desk(desk, must_exist=True)
    from diemtin.site.editor.tokens import token_of

    typer.echo(token_of(_get_account(name)))


@editor.command("remove", epilog="Example: diemtin editor remove lan")
def remove(name: NameOption, desk: DeskOption = None) -> None:
    """The account is gone, and with it its sessions and its token. What it did stays on record."""
    open_desk(desk, must_exist=True)
    account = _get_account(name)
    _drop_codes(account)
    account.delete()
    say(f"{name} is removed")


def _get_account(name: str) -> User:
    from django.contrib.auth.models import User

    account = User.objects.filter(username=name).first()
    if account is None:
        raise NotFound("there is no such account", about=name, hint="diemtin editor list")
    return account


def _read_password(account: User) -> str:
    """Asked twice on a terminal, else the first line of standard input."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import translation

    if sys.stdin.isatty():
        given = getpass.getpass("Password: ")
        if getpass.getpass("Again: ") != given:
            raise UsageError("the two passwords differ")
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    try:
        with translation.override("en"):
            validate_password(given, account)
    except ValidationError as error:
        raise UsageError(" ".join(error.messages), about="password") from error
    return given


def _give_code(account: User) -> str:
    """A new key for one-time codes, as an ``otpauth:`` address; an older one is void."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    _drop_codes(account)
    return str(TOTPDevice.objects.create(user=account, name="default", confirmed=True).config_url)


def _drop_codes(account: User) -> None:
    from django_otp.plugins.otp_totp.models import TOTPDevice

    TOTPDevice.objects.filter(user=account).delete()
