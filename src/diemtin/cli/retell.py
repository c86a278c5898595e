"""``diemtin retell``."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.logs import log_to_stderr
from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import Counting, say


def register(app: typer.Typer) -> None:
    app.command("retell", epilog="Example: diemtin retell --desk ./desk")(retell)


def retell(
    desk: DeskOption = None,
    processes: Annotated[int | None, typer.Option(help="Processes that tell; as many as cores unless told.")] = None,
) -> None:
    """Tell again who met whom and who said what in the stored articles, after the rules or the tables have improved."""
    open_desk(desk, must_exist=True)
    log_to_stderr(as_json=False)
    from diemtin.desk.retelling import retell as tell_again
    from diemtin.store import models

    with Counting("told again", models.Article.objects.filter(removed__isnull=True).count()) as counting:
        report = tell_again(counting, processes)
    say(f"{report.articles} articles told again, {report.changed} of them tell something else than before")
