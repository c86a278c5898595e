"""``diemtin copy``: from SQLite to PostgreSQL."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import Counting, say
from diemtin.errors import UsageError


def register(app: typer.Typer) -> None:
    app.command("copy", epilog="Example: diemtin copy --to postgresql://diemtin@db/diemtin --desk ./desk")(copy)


def copy(
    to: Annotated[str, typer.Option(metavar="URL", help="An empty PostgreSQL database: postgresql://user@host/name.")],
    desk: DeskOption = None,
) -> None:
    """Copy the store of a desk to PostgreSQL, ids and all; its folder stays its folder."""
    if not to.startswith(("postgresql://", "postgres://")):
        raise UsageError("--to takes a postgresql:// address", about=to)
    if os.environ.get("DATABASE_URL") == to:
        raise UsageError("DATABASE_URL names that database already", hint="unset it: the desk is read from SQLite")
    settings = open_desk(desk, must_exist=True)
    from diemtin.desk.copying import copy_desk

    with Counting("rows copied") as counting:
        counts, changed = copy_desk(settings, to, counting)
    say(f"{counts['store_article']} articles, {counts['store_story']} stories, {sum(counts.values())} rows in all")
    say("from now on run with DATABASE_URL set to that address")
    if changed:
        say("the desk changed while it was copied: the copy is of the moment it began; stop watch and copy again")
        raise typer.Exit(1)
