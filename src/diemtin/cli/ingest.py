"""``diemtin ingest``: pages, feeds and archives into a desk."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.logs import log_to_stderr
from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import Counting, refuse, say
from diemtin.errors import InputError


def register(app: typer.Typer) -> None:
    app.command("ingest", epilog="Example: diemtin ingest archive.warc.gz pages/ news.jsonl --desk ./desk")(ingest)


def ingest(
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT...",
            help="Folder, file, feed, OPML, sitemap, .jsonl[.gz], .warc[.gz], .wet[.gz], address, or -.",
        ),
    ],
    desk: DeskOption = None,
    processes: Annotated[int | None, typer.Option(help="Processes that read; as many as cores unless told.")] = None,
) -> None:
    """Read everything in, place it, save it. The same ingest again changes nothing."""
    settings = open_desk(desk)
    log_to_stderr(as_json=False)
    from diemtin.cli.inputs import all_inputs
    from diemtin.desk.claiming import unknown_urls
    from diemtin.desk.ingest import Report
    from diemtin.desk.ingest import ingest as take_in
    from diemtin.desk.placing import Placer

    report = Report()
    refused: list[InputError] = []
    with Counting("read and placed") as counting:
        stream = all_inputs(what, None, refused.append, lambda name, why: say(f"skipped {name}: {why}"), unknown_urls)
        take_in(Placer(settings), stream, report, counting, processes)
    for error in [*refused, *report.refused]:
        refuse(error)
    outcome = report.outcome
    say(
        f"{outcome.new} new articles, {outcome.versions} new versions, {outcome.unchanged} unchanged, "
        f"{report.skipped} pages read before"
    )
    if outcome.removed:
        say(f"{len(outcome.removed)} taken down before and left out")
    if refused or report.refused:
        raise typer.Exit(1)
