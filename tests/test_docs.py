"""What is not documented fails here: commands, options, settings, fields of exports, rooms; and links that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from diemtin.cli.app import app
from diemtin.desk.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "diemtin"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands(command: Any, path: str = "diemtin") -> Iterator[tuple[str, Any]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield path, command
        return
    for name, one in inner.items():
        yield from commands(one, f"{path} {name}")


ALL = list(commands(get_command(app)))


@pytest.mark.parametrize(("path", "command"), ALL, ids=[path for path, _ in ALL])
def test_every_command_and_option_is_documented_and_has_an_example(path: str, command: Any) -> None:
    rows = [line for line in read("docs/commands.md").splitlines() if path in line]
    assert rows, f"docs/commands.md does not name `{path}`"
    told = "\n".join(rows)
    for parameter in command.params:
        if parameter.param_type_name == "option" and parameter.name != "help":
            assert parameter.opts[-1] in told, f"docs/commands.md: `{path}` lacks {parameter.opts[-1]}"
    assert command.help, f"{path} says nothing in --help"
    assert "Example" in (command.epilog or ""), f"{path} --help has no example"


def test_every_setting_is_documented_and_no_other() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", read("docs/settings.md"), re.M))
    assert told == {field.name for field in fields(Settings)} - {"folder"}


def test_every_field_of_an_export_is_documented() -> None:
    source = (PACKAGE / "store" / "queries" / "exports.py").read_text(encoding="utf-8")
    told = read("docs/exports.md")
    for name in set(re.findall(r'^\s+"(\w+)": ', source, re.M)) - {"articles", "threads", "meetings", "statements"}:
        assert f"`{name}`" in told, f"docs/exports.md lacks `{name}`"


def test_every_room_is_on_the_plan_and_has_a_door_sign() -> None:
    plan = read("ARCHITECTURE.md")
    for room in sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py")):
        assert f"`{room}/`" in plan, f"ARCHITECTURE.md lacks {room}"
        assert (PACKAGE / room / "__init__.py").read_text(encoding="utf-8").startswith('"""'), room


@pytest.mark.parametrize(
    "page", ["README.md", "ARCHITECTURE.md", *(str(p.relative_to(ROOT)) for p in ROOT.glob("docs/**/*.md"))]
)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", read(page)):
        assert (ROOT / page).parent.joinpath(target).exists(), f"{page} links to {target}"


def test_every_runtime_dependency_is_argued_for() -> None:
    told = read("docs/dependencies.md")
    block = re.search(r"^dependencies = \[(.*?)^\]", read("pyproject.toml"), re.M | re.S)
    assert block
    for name in re.findall(r'"([a-z0-9-]+)', block.group(1)):
        assert name in told, f"docs/dependencies.md lacks {name}"


def test_files_of_one_idea() -> None:
    """A file over 400 lines owes its reason at its top."""
    for path in PACKAGE.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if len(lines) > 400 and path.parent.name != "migrations":
            assert any("long because" in line.lower() for line in lines[:15]), (
                f"{path.relative_to(ROOT)}: {len(lines)} lines"
            )
