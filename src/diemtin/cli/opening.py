"""Opens a desk for a command: names it to Django, brings its tables up to date."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from diemtin.cli.printing import Counting
from diemtin.desk.settings import Settings, desk_folder, get_settings
from diemtin.errors import DeskError

DeskOption = Annotated[
    Path | None, typer.Option("--desk", metavar="D", help="Folder of the desk (else $DIEMTIN_DESK, else ./desk).")
]


def open_desk(folder: Path | None, *, must_exist: bool = False) -> Settings:
    """The settings of a desk whose store is ready. Raises ``DeskError`` when it has to exist and does not."""
    where = desk_folder(folder)
    if must_exist and not os.environ.get("DATABASE_URL") and not (where / "desk.sqlite3").exists():
        raise DeskError("there is no desk here", about=str(where), hint="make one with: diemtin ingest WHAT --desk D")
    where.mkdir(parents=True, exist_ok=True)
    os.environ["DIEMTIN_DESK"] = str(where)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "diemtin.site.settings")
    import django

    django.setup()
    from diemtin.store.opening import bring_up_to_date

    bring_up_to_date()
    from diemtin.desk.remaking import remake_features

    with Counting("features of an earlier version made again") as counting:
        remake_features(counting)
    return get_settings(where)
