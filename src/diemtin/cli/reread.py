"""``diemtin reread``."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.logs import log_to_stderr
from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import Counting, refuse, say


def register(app: typer.Typer) -> None:
    app.command("reread", epilog="Example: diemtin reread --desk ./desk")(reread)


def reread(
    desk: DeskOption = None,
    all_: Annotated[bool, typer.Option("--all", help="Also what today's reader has read already.")] = False,
    processes: Annotated[int | None, typer.Option(help="Processes that read; as many as cores unless told.")] = None,
) -> None:
    """Read the kept captures again after the reader has improved: ids stay, differences are new versions."""
    settings = open_desk(desk, must_exist=True)
    log_to_stderr(as_json=False)
    from diemtin.desk.placing import Placer
    from diemtin.desk.rereading import reread as read_again

    with Counting("read again") as counting:
        report = read_again(Placer(settings), everything=all_, progress=counting, processes=processes)
    for error in report.refused:
        refuse(error)
    outcome = report.outcome
    say(
        f"{outcome.pages} pages read again: {outcome.versions} new versions, {outcome.unchanged} articles as before, "
        f"{outcome.new} articles found for the first time"
    )
    if report.gone:
        say(f"{report.gone} captures are no longer kept")
    if report.refused:
        raise typer.Exit(1)
