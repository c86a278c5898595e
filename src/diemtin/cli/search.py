"""``diemtin search``."""

from __future__ import annotations

from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import print_json, say


def register(app: typer.Typer) -> None:
    app.command("search", epilog="Example: diemtin search '\"hợp tác ba bên\" after:2024-01-01' --json")(search)


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "phrases", outlet: section: before: after:')],
    desk: DeskOption = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many results.")] = 20,
) -> None:
    """Find articles: words with diacritics match exactly, words without match all."""
    open_desk(desk, must_exist=True)
    from diemtin.store.search import search_records

    found = search_records(query, limit)
    for record in found:
        if json:
            print_json(record)
        else:
            typer.echo(f"{record['published']['to'] or '':25}  {record['outlet'] or '':20}  {record['title']}")
    if not found:
        say("nothing found")
