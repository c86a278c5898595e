"""``diemtin check``: is this desk whole?"""

from __future__ import annotations

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import say


def register(app: typer.Typer) -> None:
    app.command("check", epilog="Example: diemtin check --desk ./desk && echo whole")(check)


def check(desk: DeskOption = None) -> None:
    """Look whether every article is placed and nothing dangles; exit 1 and name what is wrong otherwise."""
    settings = open_desk(desk, must_exist=True)
    from diemtin.desk.checking import find_faults

    counts, faults = find_faults(settings)
    for fault in faults:
        typer.echo(fault)
    say(", ".join(f"{count} {name}" for name, count in counts.items()))
    if faults:
        say(f"{len(faults)} faults")
        raise typer.Exit(1)
    say("whole: every article is placed and nothing dangles")
