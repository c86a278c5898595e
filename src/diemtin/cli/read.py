"""``diemtin read``: pages -> readings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from diemtin.cli.printing import print_json, refuse, say
from diemtin.errors import DiemTinError, InputError
from diemtin.news import Reading


def register(app: typer.Typer) -> None:
    app.command("read", epilog="Example: diemtin read page.html --json | jq '.articles[0].title'")(read)


def read(
    what: Annotated[
        list[str], typer.Argument(metavar="FILE|URL|-...", help="Pages, folders, .jsonl of pages, addresses.")
    ],
    url: Annotated[str | None, typer.Option(help="The address that a file or standard input came from.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line, in order.")] = False,
) -> None:
    """Read pages: articles, figures, blocks, dates with their grounds."""
    from diemtin.cli.inputs import all_inputs
    from diemtin.desk.preparing import read_one
    from diemtin.reader import to_json

    refused: list[InputError] = []
    readings: Iterable[tuple[object, Reading | DiemTinError]] = (
        (one, read_one(one))
        for one in all_inputs(what, url, refused.append, lambda name, why: say(f"skipped {name}: {why}"))
    )
    for _, reading in readings:
        if isinstance(reading, DiemTinError):
            refused.append(reading)  # type: ignore[arg-type]
            refuse(reading)
        elif json:
            print_json(to_json(reading))
        else:
            _show(reading)
    if refused:
        raise typer.Exit(1)


def _show(reading: Reading) -> None:
    for article in reading.articles:
        typer.echo(f"\n{article.title}\n{'=' * min(len(article.title), 79)}")
        if article.lead:
            typer.echo(f"{article.lead}\n")
        for text in article.paragraphs:
            typer.echo(f"{text}\n")
        for figure in article.figures:
            typer.echo(f"  [{figure.caption or '…'}] {figure.credit or ''}")
    for block in reading.blocks:
        typer.echo(f"\n[{block.kind}] {block.heading or ''}: {len(block.teasers)} teasers")
