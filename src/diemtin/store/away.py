"""A store that cannot be asked just now: which errors say so, and what the driver says in one line."""

from __future__ import annotations

from django.db import InterfaceError, OperationalError

AWAY = (OperationalError, InterfaceError)
"""What the databases' drivers raise when they cannot be reached, are stopping, are locked for too long or have no room."""


def reason_of(error: Exception) -> str:
    """What the driver says, in one line."""
    return " ".join(str(error).split())
