"""The application: every command registered once, errors turned into one line and an exit code."""

from __future__ import annotations

import sys

import typer

from diemtin.cli import (
    add,
    backup,
    check,
    copy,
    demo,
    edit,
    editor,
    export,
    ingest,
    outlets,
    read,
    reread,
    restore,
    retell,
    search,
    serve,
    sources,
    takedown,
    watch,
)
from diemtin.cli.printing import refuse
from diemtin.errors import DeskError, DiemTinError, UsageError

app = typer.Typer(
    name="diemtin",
    help="A self-hosted news desk for the Vietnamese press: stories instead of pages, a source on every sentence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
for module in (
    read,
    ingest,
    export,
    search,
    serve,
    demo,
    check,
    takedown,
    edit,
    editor,
    reread,
    retell,
    backup,
    restore,
    copy,
    add,
    sources,
    outlets,
    watch,
):
    module.register(app)


def run() -> None:
    """Run the words of the command line; 1 for input that was refused, 2 for wrong use."""
    try:
        app()
    except UsageError as error:
        refuse(error)
        sys.exit(2)
    except DiemTinError as error:
        refuse(error)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        away = _away(error)
        if away is None:
            raise
        refuse(away)
        sys.exit(1)


def _away(error: Exception) -> DiemTinError | None:
    """A store that went away in the middle of a command, or is none, in words; None for every other mistake."""
    from django.db import DatabaseError

    from diemtin.store.away import AWAY, reason_of

    if type(error) is DatabaseError:  # what SQLite says of a file that is no database, or a damaged one
        return DeskError(f"the store cannot be read: {error}", hint="diemtin restore brings back a backup")
    if not isinstance(error, AWAY):
        return None
    return DeskError(f"the store is away: {reason_of(error)}", hint="what was saved is saved; begin the command again")
