"""``diemtin outlets``: the outlets of a desk, and what each lets us show."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from diemtin.cli.edit import ByOption, WhyOption
from diemtin.cli.opening import DeskOption, open_desk
from diemtin.cli.printing import print_json, say
from diemtin.news import VIETNAM, Rights

if TYPE_CHECKING:
    from diemtin.store.queries.outlets import OutletRow

outlets = typer.Typer(no_args_is_help=True, help="The outlets of this desk, and what each lets us show.")
JsonOption = Annotated[bool, typer.Option("--json", help="One object a line.")]


def register(app: typer.Typer) -> None:
    app.add_typer(outlets, name="outlets", epilog="Example: diemtin outlets set vnexpress.net --rights headline")


@outlets.command("list", epilog="Example: diemtin outlets list --json")
def list_(desk: DeskOption = None, json: JsonOption = False) -> None:
    """Key, display rights, articles, newest article and name; those with most articles first."""
    open_desk(desk, must_exist=True)
    from diemtin.store.queries.outlets import list_outlet_rows

    for row in list_outlet_rows():
        _print(row, json)


@outlets.command("show", epilog="Example: diemtin outlets show vnexpress.net")
def show(
    outlet: Annotated[str, typer.Argument(metavar="OUTLET", help="Key, domain or name.")],
    desk: DeskOption = None,
    json: JsonOption = False,
) -> None:
    """One outlet."""
    open_desk(desk, must_exist=True)
    from diemtin.desk.rights import get_outlet

    _print(get_outlet(outlet), json)


@outlets.command("set", epilog="Example: diemtin outlets set vnexpress.net --rights full --why 'agreement of 3 May'")
def set_(
    outlet: Annotated[list[str], typer.Argument(metavar="OUTLET...", help="Key, domain or name.")],
    rights: Annotated[
        str,
        typer.Option(
            metavar="headline|excerpt|full",
            help="headline: headline and link. excerpt: also sapo, quotes and our meetings. full: everything.",
        ),
    ],
    new: Annotated[bool, typer.Option("--new", help="Domains that the desk has not met yet are taken too.")] = False,
    desk: DeskOption = None,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """What outlets let us show, from now on and on every surface; older articles too."""
    if rights not in get_args(Rights):
        raise typer.BadParameter(f"one of {', '.join(get_args(Rights))}", param_hint="--rights")
    settings = open_desk(desk, must_exist=True)
    from diemtin.desk.rights import get_outlet, meet_outlet, set_rights
    from diemtin.store.queries.outlets import find_outlet_row

    known = [meet_outlet(one) if new and find_outlet_row(one) is None else get_outlet(one) for one in outlet]
    for row in known:
        after = set_rights(settings, row.key, rights, by, why)
        say(f"{after.key}: {row.rights} -> {after.rights}" if row.rights != rights else f"{row.key}: {rights} already")


def _print(row: OutletRow, json: bool) -> None:
    last = row.last.astimezone(VIETNAM).isoformat(timespec="minutes") if row.last else None
    if json:
        print_json(asdict(row) | {"last": last})
    else:
        typer.echo("\t".join((row.key, row.rights, str(row.articles), last or "-", row.name or "-")))
