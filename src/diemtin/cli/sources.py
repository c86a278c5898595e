"""``diemtin sources``: what is watched, and how healthy it is."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import print_json, refuse, say
from diemtin.errors import DiemTinError, InputError
from diemtin.news import VIETNAM

sources = typer.Typer(no_args_is_help=True, help="What is watched, and how healthy it is.")
KINDS = ("feed", "sitemap", "page")


def register(app: typer.Typer) -> None:
    app.add_typer(sources, name="sources", epilog="Example: diemtin sources add https://vnexpress.net")


@sources.command("add", epilog="Example: diemtin sources add https://outlet.example/ --dry-run")
def add(
    what: Annotated[
        list[str], typer.Argument(metavar="URL|FILE.opml...", help="Home address, feed, sitemap, or OPML.")
    ],
    desk: DeskOption = None,
    kind: Annotated[str, typer.Option(metavar="feed|sitemap|page", help="Take the address as it is, as this.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be watched and stop.")] = False,
) -> None:
    """Look at an address and watch the feeds, news sitemap or section pages that are found there."""
    if kind and kind not in KINDS:
        raise typer.BadParameter(f"one of {', '.join(KINDS)}", param_hint="--kind")
    settings = open_desk(desk)
    from diemtin.desk.sourcing import add_sources, look_at
    from diemtin.sources.opml import read_opml
    from diemtin.sources.schedule import SourceKind

    failed = False
    for one in what:
        try:
            found: list[tuple[str, SourceKind]]
            if kind:
                found = [(one, kind)]  # type: ignore[list-item]
            elif one.lower().endswith((".opml", ".xml")) and Path(one).exists():
                found = [(row.url, "feed") for row in read_opml(Path(one).read_bytes(), one)]
            else:
                seen = look_at(settings, one)
                for candidate in seen.candidates:
                    mark = "watch" if candidate.take else "leave"
                    why = candidate.problem or f"{candidate.entries} entries"
                    say(f"{mark}  {candidate.kind:8}{candidate.url}  ({candidate.how}; {why})")
                for note in seen.notes:
                    say(note)
                found = [(candidate.url, candidate.kind) for candidate in seen.taken]
            if not found:
                raise InputError("nothing to watch was found", about=one, hint="name a feed, or --kind page")
            if dry_run:
                continue
            new, known = add_sources(found)
            for url in new:
                typer.echo(url)
            say(f"{len(new)} sources added, {len(known)} watched already")
        except DiemTinError as error:
            refuse(error)
            failed = True
    if failed:
        raise typer.Exit(1)


@sources.command("list", epilog="Example: diemtin sources list --opml > sources.opml")
def list_(
    desk: DeskOption = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    opml: Annotated[bool, typer.Option("--opml", help="The feeds as OPML, for feed readers.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Also those that were removed.")] = False,
) -> None:
    """Print what is watched, a line each."""
    settings = open_desk(desk, must_exist=True)
    from diemtin.desk.sourcing import listed_sources, source_reports
    from diemtin.sources.opml import write_opml

    if opml:
        sys.stdout.buffer.write(write_opml(settings.name, listed_sources()))
        return
    for report in source_reports(everything=all_):
        if json:
            print_json({name: _plain(value) for name, value in asdict(report).items()})
        else:
            typer.echo(f"{report.kind:8}{report.outlet:24} {report.url}")


@sources.command("check", epilog="Example: diemtin sources check")
def check(
    desk: DeskOption = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """How every source is, the worst first; exit 1 when one is failing."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.sourcing import source_reports

    reports = source_reports()
    for report in reports:
        if json:
            print_json({name: _plain(value) for name, value in asdict(report).items()})
            continue
        typer.echo(f"{report.health:8}{report.outlet:24} {report.url}")
        told = [
            f"last success {_time(report.last_success)}",
            f"last change {_time(report.last_change)}",
            f"next try {_time(report.next_try)}",
            f"{report.day} articles today, usually {report.usual:.0f}",
        ]
        typer.echo(f"{'':8}{', '.join(told)}" + (f", {report.waiting} waiting" if report.waiting else ""))
        if report.words:
            typer.echo(f"{'':8}{report.words}")
    bad = sum(report.health in ("failing", "lost") for report in reports)
    say(f"{len(reports)} sources, {bad} failing")
    if bad:
        raise typer.Exit(1)


@sources.command("remove", epilog="Example: diemtin sources remove https://outlet.example/rss")
def remove(
    urls: Annotated[list[str], typer.Argument(metavar="URL...")],
    desk: DeskOption = None,
) -> None:
    """Stop watching; what came from there stays."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.sourcing import remove_source

    for url in urls:
        remove_source(url)
    say(f"{len(urls)} sources removed")


def _time(moment: datetime | None) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m %H:%M}" if moment else "never"


def _plain(value: object) -> object:
    return value.astimezone(VIETNAM).isoformat(timespec="seconds") if isinstance(value, datetime) else value
