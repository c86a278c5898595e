"""What all tests share. ``pytest`` runs on SQLite; ``python tests/on_postgres.py`` runs the same tests on PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
"""Real data beside the repository that is not part of it; tests that read it skip where it is absent."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data; skips with a line where it is absent."""
    if not SHARED.exists():
        pytest.skip("no shared data beside the repository: the figures on real pages are not checked here")
    return SHARED


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    """An empty folder for a desk that a command builds."""
    return tmp_path / "desk"
