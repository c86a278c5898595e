"""Full text: entries on both databases, and the index of each kind."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

SQLITE = """
CREATE VIRTUAL TABLE store_search USING fts5(positions, marks, content='', tokenize="ascii tokenchars '_'")
"""
POSTGRES = (
    "ALTER TABLE store_searchentry ADD COLUMN vector tsvector NOT NULL DEFAULT ''::tsvector",
    "CREATE INDEX search_vector ON store_searchentry USING gin (vector)",
)


def make_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRES:
            schema_editor.execute(statement)
    else:
        schema_editor.execute(SQLITE)


def drop_index(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "postgresql":
        schema_editor.execute("DROP TABLE IF EXISTS store_search")


class Migration(migrations.Migration):
    dependencies = [("store", "0001_first")]
    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("order", models.BigIntegerField(primary_key=True, serialize=False)),
                ("words", models.BinaryField()),
                ("marks", models.TextField()),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="search_entry", to="store.article"
                    ),
                ),
            ],
        ),
        migrations.RunPython(make_index, drop_index),
    ]
