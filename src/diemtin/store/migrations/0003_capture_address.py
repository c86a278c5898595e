"""Captures are found by their address."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("store", "0002_search")]
    operations = [
        migrations.AddField(
            model_name="capture",
            name="address",
            field=models.CharField(blank=True, db_index=True, default="", max_length=64),
        ),
    ]
