"""``diemtin restore``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import Counting, say
from diemtin.errors import InputError


def register(app: typer.Typer) -> None:
    app.command("restore", epilog="Example: diemtin restore desk-2026-11-20.tar.zst --desk ./new-desk")(restore)


def restore(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="What diemtin backup wrote; - is standard input.")],
    desk: DeskOption = None,
    in_place: Annotated[
        bool, typer.Option("--in-place", help="The folder is the one it came from: only the store is new.")
    ] = False,
) -> None:
    """Make a new desk from a backup: everything or nothing."""
    if file != "-" and not Path(file).is_file():
        raise InputError("no such file", about=file)
    settings = open_desk(desk)
    from diemtin.desk.backing_up import restore as restore_desk

    with Counting("rows restored") as counting:
        if file == "-":
            counts = restore_desk(settings, sys.stdin.buffer, in_place=in_place, progress=counting)
        else:
            with Path(file).open("rb") as given:
                counts = restore_desk(settings, given, in_place=in_place, progress=counting)
    say(f"{counts['store_article']} articles, {counts['store_story']} stories, {counts['captures']} captures")
