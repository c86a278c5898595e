"""``diemtin takedown``: gỡ bài."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import say


def register(app: typer.Typer) -> None:
    app.command("takedown", epilog="Example: diemtin takedown a5g97w3z --why 'at the outlet's request'")(takedown)


def takedown(
    article: Annotated[str, typer.Argument(metavar="ID|URL", help="The article's id, or its address.")],
    why: Annotated[str, typer.Option(help="The reason, kept in the note.")],
    desk: DeskOption = None,
    by: Annotated[str, typer.Option(help="Who decided it.")] = "",
    erase: Annotated[
        bool, typer.Option("--erase", help="Destroy its texts, pictures and fetched bytes too: cannot be undone.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take an earlier takedown back.")] = False,
) -> None:
    """Remove an article from every page, search, feed and API; ingest does not bring it back."""
    settings = open_desk(desk, must_exist=True)
    from diemtin.desk.taking_down import bring_back, take_down

    if undo:
        done = bring_back(article, why, by)
        say(f"brought back: {done.key} {done.title}")
        return
    done = take_down(settings, article, why, by, erase=erase)
    say(f"taken down: {done.key} {done.outlet} {done.title}" if done.key else f"will never be taken: {done.title}")
    if done.copies:
        say(f"{len(done.copies)} copies by other outlets stay: {', '.join(done.copies)}")
