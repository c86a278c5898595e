"""The meetings of the sample's thread as the program tells them, article by article, against what a person reads out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diemtin.events import find_told
from diemtin.news import Capture, Meeting
from diemtin.reader import read

SAMPLE = Path(__file__).parents[2] / "src" / "diemtin" / "sample"
EXPECTED: list[dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))["meetings"]
FORMS = {"trilateral": {"trilateral", "meeting"}, "bilateral": {"meeting", "talks"}, "phone": {"phone_call"}}
UNDATED = ("dien-dam",)
"""A page without a date: its meeting has no year in what one article tells."""

NOT_TOLD = {35: (None,), 45: (None,)}
"""Minutes -> what may be missing: the place of two who met beside three, the length told beside another meeting."""
MORE_THAN = {"2021-11-24": (120,)}
"""A length that the sample does not ask for: "hơn hai giờ"."""


def meetings_of(name: str) -> list[Meeting]:
    reading = read(Capture((SAMPLE / name).read_bytes(), url=f"https://mau.example/{name}", name=name))
    return [meeting for article in reading.articles for meeting in find_told(article).meetings]


def names_of(meeting: Meeting) -> set[str]:
    return {one.person or "" for one in meeting.participants}


NAMED = [one for one in EXPECTED if one["participants"]]


@pytest.mark.parametrize("wanted", NAMED, ids=lambda one: f"{one['date']} {len(one['participants'])}")
def test_each_meeting_with_named_sides_is_found(wanted: dict[str, Any]) -> None:
    found = [one for one in meetings_of(wanted["file"]) if names_of(one) == set(wanted["participants"])]
    assert len(found) == 1
    (meeting,) = found
    assert meeting.status == wanted["status"]
    assert meeting.form in FORMS[wanted["form"]]
    if not any(part in wanted["file"] for part in UNDATED):
        assert str(meeting.date) == wanted["date"]
    assert meeting.place in (wanted["place"], *NOT_TOLD.get(wanted["minutes"], ()))
    assert meeting.minutes in (
        wanted["minutes"],
        *NOT_TOLD.get(wanted["minutes"], ()),
        *MORE_THAN.get(wanted["date"], ()),
    )


@pytest.mark.parametrize("name", sorted({one["file"] for one in EXPECTED}))
def test_no_other_people_are_said_to_have_met(name: str) -> None:
    wanted = [set(one["participants"]) for one in EXPECTED if one["file"] == name]
    for meeting in meetings_of(name):
        if any(one.person for one in meeting.participants):
            assert names_of(meeting) in wanted, meeting.cited
