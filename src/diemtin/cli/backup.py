"""``diemtin backup``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import Counting, say


def register(app: typer.Typer) -> None:
    app.command("backup", epilog="Example: diemtin backup /backup/desk-2026-11-20.tar.zst --desk ./desk")(backup)


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="Where to; - is standard output.")],
    desk: DeskOption = None,
    captures: Annotated[bool, typer.Option(help="With the fetched bytes that are still kept.")] = True,
) -> None:
    """Write a consistent copy of the desk while it runs; both databases can restore it."""
    settings = open_desk(desk, must_exist=True)
    from diemtin.desk.backing_up import back_up, back_up_to_file

    with Counting("rows written") as counting:
        if file == "-":
            counts = back_up(settings, sys.stdout.buffer, captures=captures, progress=counting)
        else:
            counts = back_up_to_file(settings, Path(file), captures=captures, progress=counting)
    say(f"{counts['store_article']} articles, {counts['store_story']} stories, {counts['captures']} captures")
