"""The settings of one desk: one frozen object, read from ``desk.toml`` in the desk's folder, passed in.

The file is optional and so is every line of it; ``docs/settings.md`` documents each field and a test holds it to that.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from diemtin.errors import UsageError

Profile = Literal["public", "private", "vn-aggregator"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How this desk behaves. Defaults are right for a public desk on one machine."""

    folder: Path
    name: str = "Điểm Tin"
    """What the site calls itself."""
    base_url: str = "http://127.0.0.1:8000"
    """The address that readers use; feeds, sitemaps and calendars carry it."""
    profile: Profile = "public"
    """``public``: rights of each outlet; ``private``: everything, behind sign-in; ``vn-aggregator``: Decree 147/2024."""
    contact: str = ""
    """Address of a person, told to the sites we read (in the User-Agent) and shown on the about page."""
    keep_captures_days: int = 30
    """How long fetched bytes are kept; then hash and reading only."""
    window_days: int = 7
    """How far back the index of stories looks."""
    hosts: tuple[str, ...] = ()
    """Host names the site answers to, beside the one of ``base_url`` and the loopback names."""
    fetch_private_hosts: tuple[str, ...] = ()
    """Names of hosts in private address ranges that may be fetched from."""
    metrics_from: tuple[str, ...] = ("127.0.0.1", "::1")
    """Addresses that may read ``/metrics``."""
    editor_path: str = ""
    """Where the editor's desk is served (such as ``toa-soan``); empty: not at all."""
    debug: bool = False
    """Show error details in the browser: for developing only."""

    @property
    def captures(self) -> Path:
        return self.folder / "captures"

    @property
    def pictures(self) -> Path:
        return self.folder / "pictures"

    @property
    def database(self) -> Path:
        return self.folder / "desk.sqlite3"


def desk_folder(given: Path | str | None = None) -> Path:
    """The folder of the desk: as given, else ``DIEMTIN_DESK``, else ``./desk``."""
    return Path(given or os.environ.get("DIEMTIN_DESK") or "desk").expanduser().resolve()


def get_settings(folder: Path) -> Settings:
    """Read ``desk.toml``. Raises ``UsageError`` naming the line that is wrong."""
    path = folder / "desk.toml"
    if not path.exists():
        return Settings(folder)
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not valid TOML: {error}", about=str(path)) from error
    known = {field.name for field in fields(Settings)} - {"folder"}
    for name in told:
        if name not in known:
            raise UsageError(f"unknown setting {name!r}", about=str(path), hint=f"known are {', '.join(sorted(known))}")
    return Settings(folder, **{name: _checked(name, value, path) for name, value in told.items()})


def _checked(name: str, value: Any, path: Path) -> Any:
    default = next(field.default for field in fields(Settings) if field.name == name)
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise UsageError(f"{name} takes a list of texts", about=str(path))
        return tuple(value)
    if type(value) is not type(default):
        raise UsageError(f"{name} takes {type(default).__name__}, not {type(value).__name__}", about=str(path))
    if name == "profile" and value not in get_args(Profile):
        raise UsageError(f"profile is one of {', '.join(get_args(Profile))}", about=str(path))
    return value
