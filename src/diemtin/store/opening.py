"""The store's tables, made or brought up to date before anything else is done."""

from __future__ import annotations

from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from diemtin.errors import DeskError
from diemtin.store.away import reason_of


def bring_up_to_date() -> None:
    """Run the migrations that are missing. Raises ``DeskError`` when the database cannot be reached or is newer."""
    try:
        executor = MigrationExecutor(connection)
        known = set(executor.loader.graph.nodes)
        applied = {key for key in executor.loader.applied_migrations if key[0] == "store"}
        if not applied <= known:
            newer = ", ".join(sorted(name for _, name in applied - known))
            raise DeskError(f"this desk was written by a later version ({newer})", hint="update diemtin")
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0, interactive=False)
    except OperationalError as error:
        raise DeskError(
            f"the database cannot be reached: {reason_of(error)}",
            hint="look at DATABASE_URL or the desk's folder",
        ) from error
