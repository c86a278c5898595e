"""Meetings, statements and persons, each resting on a sentence of an article."""

from __future__ import annotations

from django.db import models


class Meeting(models.Model):
    """A meeting as its tellings together give it; the tellings stay as they were told.

    ``merged`` is the grouped meeting as JSON (participants, topics, disagreements, history; ``revision`` counts how often
    any of it changed, for calendars); the columns are for queries.
    """

    key = models.CharField(max_length=40, unique=True)
    status = models.CharField(max_length=10, db_index=True)
    form = models.CharField(max_length=15)
    date = models.CharField(max_length=10, blank=True, default="", db_index=True)
    """``2024``, ``2024-09`` or ``2024-09-23``: the local date of its place."""
    place = models.CharField(max_length=200, blank=True, default="")
    countries = models.JSONField(default=list)
    offices = models.JSONField(default=list)
    merged = models.JSONField(default=dict)
    persons = models.ManyToManyField("store.Person", related_name="meetings")

    class Meta:
        indexes = [models.Index(fields=["date", "id"], name="meeting_date")]


class MeetingTelling(models.Model):
    """One article's telling of a meeting."""

    article = models.ForeignKey("store.Article", on_delete=models.CASCADE, related_name="meeting_tellings")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="tellings")
    place = models.PositiveIntegerField(default=0)
    told = models.JSONField()


class Person(models.Model):
    """A person as the Vietnamese press prints the name."""

    key = models.CharField(max_length=120, unique=True)
    name = models.CharField(max_length=200, unique=True)

    def __str__(self) -> str:
        return self.name


class Statement(models.Model):
    """Who said what, and the sentence that says so."""

    key = models.CharField(max_length=40, unique=True)
    article = models.ForeignKey("store.Article", on_delete=models.CASCADE, related_name="statements")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="statements")
    speaker = models.CharField(max_length=300)
    office = models.CharField(max_length=80, blank=True, default="")
    country = models.CharField(max_length=80, blank=True, default="")
    quote = models.TextField()
    direct = models.BooleanField()
    sentence = models.TextField()
    passage = models.PositiveIntegerField(default=0)
    chain = models.JSONField(default=list)
    place = models.PositiveIntegerField(default=0)
