"""``diemtin watch``: polls what is due, reads it, places it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from typing import Annotated

import typer

from diemtin.cli.logs import log_to_stderr
from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import say


def register(app: typer.Typer) -> None:
    app.command("watch", epilog="Example: diemtin watch --desk ./desk --log-json")(watch)


def watch(
    desk: DeskOption = None,
    once: Annotated[bool, typer.Option("--once", help="Poll what is due and stop.")] = False,
    name: Annotated[str, typer.Option(help="This watcher's name, when several share a PostgreSQL.")] = "",
    processes: Annotated[int | None, typer.Option(help="Processes that read; as many as cores unless told.")] = None,
    log_json: Annotated[bool, typer.Option("--log-json", help="One JSON object a line on standard error.")] = False,
) -> None:
    """Watch the sources until it is told to stop (SIGTERM or Ctrl-C)."""
    settings = open_desk(desk, must_exist=True)
    log_to_stderr(as_json=log_json)
    from diemtin.desk.locking import one_watcher
    from diemtin.desk.watching import Totals, Watcher

    if not settings.contact:
        say("no contact in desk.toml: the sites we read cannot tell whom to ask (docs/settings.md)")

    async def run() -> Totals:
        watcher = Watcher(settings, name or f"{socket.gethostname()}-{os.getpid()}", processes=processes)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, watcher.stop)
        return await watcher.run(once=once)

    with one_watcher(settings, name):
        totals = asyncio.run(run())
    say(
        f"{totals.rounds} rounds, {totals.failed} of them failed, "
        f"{totals.new} new articles, {totals.versions} new versions"
    )
