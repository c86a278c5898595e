"""What articles tell, brought together: a meeting keeps its identity, and its revision grows only when it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diemtin.desk.telling import forget_told, save_told
from diemtin.news import Cited, Day, Meeting, MeetingStatus, Participant, Statement, Told
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


def test_what_a_new_version_tells_again_keeps_its_id() -> None:
    desk, keys = SmallDesk(), Keys()
    row = desk.article("Bài một")
    met = told("planned").meetings[0]
    other = replace(met, participants=(LAVROV, Participant("Vương Nghị", "foreign_minister", "cn")))
    said = Statement("Sergei Lavrov", "hai bên", False, Cited("Ông Lavrov nói hai bên.", 1), country="ru")
    save_told([(row, Told((met, other), (said,)))], keys)
    ids = {one.merged["participants"][1]["person"]: one.key for one in models.Meeting.objects.all()}
    quote = models.Statement.objects.get().key

    moved = replace(met, date=Day(2025, 7, 12), cited=(Cited("khác", 1),))
    new = Statement("Sergei Lavrov", "mai", False, Cited("Ông Lavrov nói mai.", 2), country="ru")
    save_told([(row, Told((other, moved), (new, said)))], keys)
    rows = {one.key: one for one in models.Meeting.objects.all()}
    assert set(rows) == set(ids.values())
    assert (rows[ids["Marco Rubio"]].date, rows[ids["Marco Rubio"]].merged["revision"]) == ("2025-07-12", 1)
    assert rows[ids["Vương Nghị"]].merged["revision"] == 0, "told as before"
    assert models.Statement.objects.get(sentence=said.cited.sentence).key == quote
    assert models.Statement.objects.count() == 2


def test_a_meeting_that_turns_out_to_be_two_keeps_its_id_once() -> None:
    desk, keys = SmallDesk(), Keys()
    rows = [desk.article(f"Bài {n}", outlet=f"bao{n}.vn") for n in range(2)]
    for row in rows:
        save_told([(row, told("held"))], keys)
    only = models.Meeting.objects.get()

    later = replace(told("held").meetings[0], date=Day(2025, 9, 1))
    save_told([(rows[1], Told((later,)))], keys)
    assert sorted(models.Meeting.objects.values_list("date", flat=True)) == ["2025-07-10", "2025-09-01"]
    assert models.Meeting.objects.get(date="2025-07-10").key == only.key
