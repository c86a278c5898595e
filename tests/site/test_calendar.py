"""Calendars as real calendar programs read them: the ``icalendar`` library, and the rules of RFC 5545 line by line."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from diemtin.site.ics import Calendar, Event, escape, fold, write_calendar
from diemtin.store import models
from diemtin.store.changes import note_change
from tests.small_desk import SmallDesk

CHO = {"person": "Cho Tae Yul", "office": "foreign_minister", "country": "kr", "resolved": False}
VUONG = {"person": "Vương Nghị", "office": "foreign_minister", "country": "cn", "resolved": False}
KAMIKAWA = {"person": "Kamikawa Yoko", "office": "foreign_minister", "country": "jp", "resolved": True}


def meeting(key: str, tellings: dict[str, str], sides: list[dict[str, Any]], **told: Any) -> models.Meeting:
    """``tellings``: key of the article -> the sentence."""
    told = {"status": "held", "form": "talks", "date": "2024-07-26", "place": "Viêng Chăn"} | told
    sources = {"topics": [], "chain": [], "occasion": None, "minutes": None, "cited": [], "participants": sides}
    row = models.Meeting.objects.create(
        key=key,
        status=told["status"],
        form=told["form"],
        date=told["date"],
        place=told["place"],
        countries=sorted({side["country"] for side in sides}),
        offices=sorted({f"{side['office']}:{side['country']}" for side in sides}),
        merged=sources | told,
    )
    for side in sides:
        person, _made = models.Person.objects.get_or_create(
            name=side["person"], defaults={"key": side["person"].lower().replace(" ", "-")}
        )
        row.persons.add(person)
    for place, (article, sentence) in enumerate(tellings.items()):
        cited = {"cited": [{"sentence": sentence, "passage": 1}], "chain": [{"name": "TTXVN", "kind": "agency"}]}
        models.MeetingTelling.objects.create(
            article=models.Article.objects.get(key=article), meeting=row, place=place, told=sources | told | cited
        )
    note_change()
    return row


@pytest.fixture
def meetings(desk: SmallDesk) -> SmallDesk:
    open_words = "Ngày 26/7, hai bên hội đàm; “rất thẳng thắn”, theo \\ thông cáo."
    meeting(
        "m1",
        {"thế giới/1": open_words, "dong": "Câu kín của Báo Đóng."},
        [CHO, VUONG],
        minutes=40,
        occasion="Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 57, với mọi đối tác và rất nhiều cuộc gặp bên lề khác",
        revision=3,
        history=[
            {"status": "planned", "date": {"year": 2024, "month": 7, "day": 26}, "article": "thế giới/1"},
            {"status": "held", "date": {"year": 2024, "month": 7, "day": 26}, "article": "dong"},
        ],
        disagreements=[{"about": "minutes", "values": [["40", ["thế giới/1"]], ["45", ["dong"]], ["9", ["gone"]]]}],
    )
    meeting(
        "m2", {"mo": "Hai bên dự kiến gặp nhau."}, [CHO, KAMIKAWA], status="planned", date="2099-01-31", form="meeting"
    )
    meeting("m3", {"mo": "Cuộc gặp bị huỷ."}, [VUONG, KAMIKAWA], status="cancelled", date="2024-09-23")
    meeting("m4", {"mo": "Tháng 4 sẽ gặp."}, [CHO, VUONG], date="2025-04")
    meeting("m5", {"gone": "Câu của bài đã gỡ."}, [CHO, VUONG], date="2024-10-01")
    return desk


def read(answer: Any) -> dict[str, icalendar.Event]:
    """Events by the part of their identity that is ours; every line held to the format on the way."""
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert lines[-1] == b""
    for line in lines:
        assert len(line) <= 75
        assert not {b"\r"[0], b"\n"[0]} & set(line)
        line.decode("utf-8")
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert calendar["version"] == "2.0"
    assert not calendar.errors
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


def test_a_meeting_as_a_calendar_program_reads_it(meetings: SmallDesk, client: Client) -> None:
    events = read(client.get("/su-kien.ics"))
    assert list(events) == ["m1", "m3", "m2"], "by date; no month, nothing of a removed article"
    event = events["m1"]
    assert event["uid"] == "m1@127.0.0.1"
    assert not event.errors
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2024, 7, 26), date(2024, 7, 27))
    assert event["dtstamp"].dt.tzinfo is UTC or event["dtstamp"].dt.utcoffset() == timedelta(0)
    assert event["summary"] == "Hội đàm: Cho Tae Yul – Vương Nghị"
    assert (event["status"], event["sequence"], event["location"]) == ("CONFIRMED", 3, "Viêng Chăn")
    assert event["url"] == f"{settings.DESK.base_url}/su-kien?thang=2024-07#m1"
    told = str(event["description"])
    assert "Ngoại trưởng Hàn Quốc Cho Tae Yul\nNgoại trưởng Trung Quốc Vương Nghị\n" in told
    assert "Nhân: Hội nghị Bộ trưởng Ngoại giao ASEAN lần thứ 57, với mọi đối tác" in told
    assert "Ngày 26/7, hai bên hội đàm; “rất thẳng thắn”, theo \\ thông cáo." in told
    assert ", dẫn TTXVN)" in told
    assert "Diễn biến: dự kiến 26/7/2024 (Vnexpress, " in told
    assert "Khác nhau: Vnexpress viết 40 phút\nKhác nhau: Báo Đóng viết 45 phút" in told
    assert f"{settings.DESK.base_url}/bai/th%E1%BA%BF%20gi%E1%BB%9Bi/1" in told


def test_what_rights_forbid_and_what_was_removed_is_not_told(meetings: SmallDesk, client: Client) -> None:
    told = client.get("/su-kien.ics").content.replace(b"\r\n ", b"").decode()
    assert "Câu kín" not in told, "an outlet of headlines only: its name and headline, no sentence"
    assert "Theo Báo Đóng\\, dẫn TTXVN: Bão số 13 đã tan" in told
    assert "đã gỡ" not in told
    assert "9 phút" not in told


def test_planned_and_cancelled_say_so(meetings: SmallDesk, client: Client) -> None:
    events = read(client.get("/su-kien.ics"))
    assert (events["m2"]["status"], events["m2"]["summary"]) == (
        "TENTATIVE",
        "Dự kiến: Gặp: Cho Tae Yul – Kamikawa Yoko",
    )
    assert events["m3"]["status"] == "CANCELLED"
    assert "Kamikawa Yoko (tra theo bảng chức vụ)" in str(events["m3"]["description"])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"nuoc": "jp"}, ["m3", "m2"]),
        ({"nguoi": "cho-tae-yul"}, ["m1", "m2"]),
        ({"chuc-vu": "foreign_minister:cn"}, ["m1", "m3"]),
        ({"hinh-thuc": "meeting"}, ["m2"]),
        ({"trang-thai": "cancelled"}, ["m3"]),
        ({"thang": "2024"}, ["m1", "m3"]),
        ({"thang": "2024-07"}, ["m1"]),
        ({"nuoc": "fr"}, []),
    ],
)
def test_the_choices_of_the_page(meetings: SmallDesk, client: Client, asked: dict[str, str], found: list[str]) -> None:
    assert list(read(client.get("/su-kien.ics", asked))) == found


def test_of_a_person_and_of_a_thread(meetings: SmallDesk, client: Client) -> None:
    assert list(read(client.get("/nhan-vat/cho-tae-yul.ics"))) == ["m1", "m2"]
    assert client.get("/nhan-vat/khong-co.ics").status_code == 404
    assert list(read(client.get("/dong-su-kien/t1.ics"))) == ["m1"]
    assert client.get("/dong-su-kien/khong-co.ics").status_code == 404
    into = models.Thread.objects.get(key="t1")
    models.Thread.objects.create(key="old", title="Cũ", merged_into=into)
    assert client.get("/dong-su-kien/old.ics")["Location"] == "/dong-su-kien/t1.ics"


def test_pages_lead_to_their_calendars(meetings: SmallDesk, browser: Client) -> None:
    assert 'href="/su-kien.ics?nuoc=jp"' in browser.get("/su-kien?nuoc=jp&la=1").content.decode()
    assert 'href="/nhan-vat/cho-tae-yul.ics"' in browser.get("/nhan-vat/cho-tae-yul").content.decode()
    assert 'href="/dong-su-kien/t1.ics"' in browser.get("/dong-su-kien/t1").content.decode()


def test_the_same_is_not_sent_twice(meetings: SmallDesk, client: Client) -> None:
    first = client.get("/su-kien.ics")
    assert not first.cookies
    assert client.get("/su-kien.ics").content == first.content
    assert client.get("/su-kien.ics", headers={"if-none-match": first["ETag"]}).status_code == 304


def test_an_empty_calendar_is_valid(db: None, client: Client) -> None:
    answer = client.get("/su-kien.ics")
    assert read(answer) == {}
    assert icalendar.Calendar.from_ical(answer.content).subcomponents, "the format wants one component at least"


# --- the format ---


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_every_text_comes_back(text: str) -> None:
    event = Event("u", date(2024, 9, 23), "CONFIRMED", text, datetime(2024, 9, 23, tzinfo=UTC), description=text)
    content = write_calendar(Calendar(text, text, "https://a.vn/", "https://a.vn/a.ics", (event,)))
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    back = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
    plain = "".join(
        letter for letter in text.replace("\r\n", "\n").replace("\r", "\n") if letter in "\t\n" or letter >= " "
    )
    assert str(back.get("description", "")) == plain.replace("\x7f", "")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_no_letter_is_cut_in_two(text: str) -> None:
    parts = list(fold(text))
    assert all(len(part) <= 75 for part in parts)
    assert "".join(part.decode()[at > 0 :] for at, part in enumerate(parts)) == text


def test_what_would_end_a_value_is_escaped() -> None:
    assert escape("a;b,c\\d\r\nBEGIN:VEVENT\x00") == "a\\;b\\,c\\\\d\\nBEGIN:VEVENT"
