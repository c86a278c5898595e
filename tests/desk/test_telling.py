"""What articles tell, brought together: a meeting keeps its identity, and its revision grows only when it changes."""

from __future__ import annotations

import pytest

from diemtin.desk.telling import forget_told, save_told
from diemtin.news import Cited, Day, Meeting, MeetingStatus, Participant, Told
from diemtin.store import models
from diemtin.store.keys import Keys
from tests.small_desk import SmallDesk

pytestmark = pytest.mark.django_db
LAVROV = Participant("Sergei Lavrov", "foreign_minister", "ru")
RUBIO = Participant("Marco Rubio", "foreign_minister", "us")


def told(status: MeetingStatus, minutes: int | None = None) -> Told:
    cited = (Cited(f"{status} {minutes}", 1),)
    met = Meeting(status, "talks", (LAVROV, RUBIO), Day(2025, 7, 10), "Kuala Lumpur", minutes=minutes, cited=cited)
    return Told((met,))


def test_planned_then_held_then_told_again() -> None:
    desk, keys = SmallDesk(), Keys()
    rows = [desk.article(f"Bài {n}", outlet=f"bao{n}.vn") for n in range(4)]

    save_told([(rows[0], told("planned"))], keys)
    first = models.Meeting.objects.get()
    assert (first.status, first.merged["revision"]) == ("planned", 0)

    save_told([(rows[1], told("held", 50))], keys)
    second = models.Meeting.objects.get()
    assert (second.key, second.status, second.merged["revision"]) == (first.key, "held", 1)
    assert [step["status"] for step in second.merged["history"]] == ["planned", "held"]

    save_told([(rows[1], told("held", 50))], keys)
    assert models.Meeting.objects.get().merged["revision"] == 1, "the same told again is no revision"

    save_told([(rows[2], told("held", 40))], keys)
    third = models.Meeting.objects.get()
    assert third.merged["revision"] == 2
    assert third.merged["disagreements"] == [
        {"about": "minutes", "values": [["50", [rows[1].key]], ["40", [rows[2].key]]]}
    ]

    forget_told([rows[1].pk, rows[2].pk], keys)
    last = models.Meeting.objects.get()
    assert (last.key, last.status, last.merged["revision"]) == (first.key, "planned", 3), "it never falls"
