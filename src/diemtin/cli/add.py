"""``diemtin add``: one article by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import refuse, say
from diemtin.errors import InputError


def register(app: typer.Typer) -> None:
    app.command("add", epilog="Example: diemtin add https://vnexpress.net/… ; diemtin add - < page.html")(add)


def add(
    what: Annotated[str, typer.Argument(metavar="URL|-", help="An address, or a page or text on standard input.")],
    desk: DeskOption = None,
    url: Annotated[str | None, typer.Option(help="The address that standard input came from.")] = None,
) -> None:
    """Take one article into the desk; its id is printed."""
    settings = open_desk(desk)
    from diemtin.cli.inputs import all_inputs
    from diemtin.desk.adding import add_by_hand

    refused: list[InputError] = []
    keys = add_by_hand(
        settings,
        all_inputs([what], url, refused.append, lambda name, why: say(f"skipped {name}: {why}")),
        refused.append,
    )
    for key, title in keys:
        typer.echo(key)
        say(title)
    if not keys and not refused:
        refused.append(InputError("no article was found there", about=what))
    for error in refused:
        refuse(error)
    if refused:
        raise typer.Exit(1)
