"""``diemtin export``: what the desk knows, as JSON Lines on standard output."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import print_json


class What(StrEnum):
    articles = "articles"
    stories = "stories"
    threads = "threads"
    meetings = "meetings"
    statements = "statements"


def register(app: typer.Typer) -> None:
    app.command("export", epilog="Example: diemtin export stories --summary 200 > stories.jsonl")(export)


def export(
    what: Annotated[What, typer.Argument(metavar="articles|stories|threads|meetings|statements")],
    desk: DeskOption = None,
    summary: Annotated[int, typer.Option(min=0, help="Length of a story's summary in syllables.")] = 120,
) -> None:
    """Write every article, story, thread, meeting or statement, one JSON object a line, in a fixed order."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.exporting import export_stories
    from diemtin.store.queries import exports

    records = export_stories(summary) if what is What.stories else exports.EXPORTS[what.value]()
    for record in records:
        print_json(record)
