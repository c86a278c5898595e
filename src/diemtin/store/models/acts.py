"""What editors did, and the counters that ids come from."""

from __future__ import annotations

from django.db import models


class Counter(models.Model):
    """The last number given for a kind of id. Numbers are given inside the transaction that uses them."""

    kind = models.CharField(max_length=10, primary_key=True)
    value = models.BigIntegerField(default=0)


class Pin(models.Model):
    """An editor put a story on a place of a block, from ``since`` until ``until`` (open when null). Never overwritten:
    taking it off adds the end once."""

    block = models.CharField(max_length=20)
    section = models.CharField(max_length=40, blank=True, default="")
    story = models.ForeignKey("store.Story", on_delete=models.CASCADE, related_name="pins")
    place = models.PositiveIntegerField(default=1)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    by = models.CharField(max_length=80, blank=True, default="")


class Act(models.Model):
    """An editor's act (merge, split, pin, rename, takedown, restore): append-only, told to every index of stories."""

    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.CharField(max_length=80, blank=True, default="")
    told = models.JSONField(default=dict)
    why = models.TextField(blank=True, default="")


class Takedown(models.Model):
    """A note of what was removed and why. Ingest does not bring back what it names."""

    key = models.CharField(max_length=200, db_index=True)
    address = models.CharField(max_length=64, blank=True, default="", db_index=True)
    fingerprint = models.CharField(max_length=64, db_index=True)
    title = models.CharField(max_length=1000)
    outlet = models.CharField(max_length=200)
    why = models.TextField()
    by = models.CharField(max_length=80, blank=True, default="")
    at = models.DateTimeField()
