"""``diemtin demo``: a desk from the invented news day, served."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from diemtin.cli.opening import open_desk
from diemtin.cli.printing import Counting, refuse, say
from diemtin.cli.serve import HostOption, PortOption, run_server


def register(app: typer.Typer) -> None:
    app.command("demo", epilog="Example: diemtin demo --port 8080")(demo)


def demo(
    desk: Annotated[Path, typer.Option("--desk", metavar="D", help="Folder to build the desk in.")] = Path("demo-desk"),
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    build_only: Annotated[bool, typer.Option("--build-only", help="Build the desk and stop.")] = False,
) -> None:
    """Build a desk from the invented news day that comes with the program, and serve it."""
    settings = open_desk(desk)
    from diemtin.desk.demo import build_demo
    from diemtin.errors import InputError

    refused: list[InputError] = []
    with Counting("read and placed") as counting:
        report = build_demo(settings, Path(str(files("diemtin") / "sample")), refused.append, counting)
    for error in [*refused, *report.refused]:
        refuse(error)
    say(f"the desk is in {settings.folder}: {report.outcome.new} new articles, {report.outcome.versions} new versions")
    if not build_only:
        run_server(host, port, 2)
