"""Meetings on the pages of events, persons, stories and threads: how they went, who says otherwise, in words."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client

from tests.site.test_calendar import CHO, KAMIKAWA, VUONG, meeting
from tests.small_desk import SmallDesk

PAGES = ["/su-kien", "/su-kien?thang=2024-07", "/nhan-vat/cho-tae-yul", "/tin/talks", "/dong-su-kien/t1"]
SEVENTH = {"year": 2024, "month": 7, "day": 26}


@pytest.fixture
def planned_and_held(desk: SmallDesk) -> SmallDesk:
    """A plan in one outlet, the outcome in two that differ in length and in who was there, and one that was removed."""
    desk.article("Hai bộ trưởng sẽ gặp", key="plan", story="talks", hours=9, outlet="ke-hoach.vn")
    desk.article("Hai bộ trưởng đã gặp", key="late", story="talks", hours=2, outlet="tin-cham.vn")
    tellings = {
        "plan": "Hai bên sẽ gặp.",
        "thế giới/1": "Ba bên đã gặp.",
        "late": "Hai bên đã gặp.",
        "gone": "Câu đã gỡ.",
    }
    three, two = "(jp), Cho Tae Yul, Vương Nghị", "Cho Tae Yul, Vương Nghị"
    meeting(
        "m1",
        tellings,
        [CHO, VUONG, KAMIKAWA],
        minutes=40,
        history=[
            {"status": "planned", "date": SEVENTH, "article": "plan"},
            {"status": "planned", "date": {"year": 2024, "month": 8, "day": 1}, "article": "gone"},
            {"status": "held", "date": SEVENTH, "article": "thế giới/1"},
        ],
        disagreements=[
            {"about": "minutes", "values": [["40", ["thế giới/1"]], ["45", ["late"]], ["7", ["gone"]]]},
            {"about": "participants", "values": [[three, ["thế giới/1"]], [two, ["late"]]]},
            {"about": "place", "values": [["Lào", ["thế giới/1"]], ["Viêng Chăn", ["late"]]]},
        ],
    )
    return desk


def words(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", main).split()))


@pytest.mark.parametrize("path", PAGES)
def test_how_it_went_and_who_says_otherwise(planned_and_held: SmallDesk, browser: Client, path: str) -> None:
    told = words(browser, path)
    assert re.search(
        r"Diễn biến: dự kiến 26/7/2024 \(Ke-Hoach, [\d/]+\) → đã diễn ra 26/7/2024 \(Vnexpress, [\d/]+\)\.", told
    )
    assert "Khác nhau giữa các nguồn: Vnexpress viết 40 phút, Tin-Cham viết 45 phút; " in told
    assert "Vnexpress kể Nhật Bản, Cho Tae Yul, Vương Nghị; Tin-Cham kể Cho Tae Yul, Vương Nghị." in told
    assert "7 phút" not in told, "what was removed says nothing"
    assert "1/8/2024" not in told
    assert "đã gỡ" not in told


def test_in_english(planned_and_held: SmallDesk, browser: Client) -> None:
    told = words(browser, "/en/su-kien")
    assert "Course: planned 26 Jul 2024 (Ke-Hoach, " in told
    assert "Cho Tae Yul: Foreign Minister, South Korea; Vương Nghị: Foreign Minister, China; " in told
    assert "Vnexpress: Japan, Cho Tae Yul, Vương Nghị;" in told
    assert not re.search(r"foreign_minister|\bkr\b|Ngoại trưởng", told)
    options = re.findall(r"<option[^>]*>([^<]*)</option>", browser.get("/en/su-kien").content.decode())
    assert {"South Korea", "Foreign Minister, Japan", "Jul 2024"} <= set(options)


def test_what_is_asked_of_the_calendar_is_not_put_into_the_search(planned_and_held: SmallDesk, browser: Client) -> None:
    page = browser.get("/su-kien?thang=2024-07&nuoc=jp").content.decode()
    (search,) = re.findall(r'<input[^>]*type="search"[^>]*>', page)
    assert "thang" not in search


def test_the_newest_come_first_and_what_has_no_day_last(desk: SmallDesk, browser: Client) -> None:
    for number in range(205):
        meeting(f"d{number}", {"mo": "Gặp."}, [CHO, VUONG], date=f"20{number // 12:02}-{number % 12 + 1:02}-15")
    meeting("undated", {"mo": "Gặp."}, [CHO, VUONG], date="")
    page = browser.get("/su-kien").content.decode()
    shown = re.findall(r'class="met" id="(\w+)"', page)
    assert len(shown) == 200
    assert shown[0] == "d204"
    assert {"d0", "undated"}.isdisjoint(shown), "the page says that there are more; the oldest are those left out"
    assert "Còn nhiều hơn" in page


def test_one_article_stands_once_among_the_sources(desk: SmallDesk, browser: Client) -> None:
    row = meeting("m1", {"mo": "Câu thứ nhất."}, [CHO, VUONG])
    telling = row.tellings.get()
    telling.pk, telling.told = None, telling.told | {"cited": [{"sentence": "Câu thứ hai.", "passage": 2}]}
    telling.save()
    page = browser.get("/su-kien").content.decode()
    assert page.count("theo Báo Mở") == 1
    assert "Câu thứ nhất." in page
    assert "Câu thứ hai." in page


def test_a_thread_names_its_countries_and_shows_undated_meetings_last(desk: SmallDesk, browser: Client) -> None:
    meeting("early", {"thế giới/1": "Gặp."}, [CHO, VUONG], date="2021-09-13")
    meeting("late", {"thế giới/1": "Gặp."}, [CHO, VUONG], date="2024-09-23")
    meeting("undated", {"thế giới/1": "Gặp."}, [CHO, VUONG], date="")
    page = browser.get("/dong-su-kien/t1").content.decode()
    assert re.findall(r'class="met" id="(\w+)"', page) == ["late", "early", "undated"]
    assert '<span class="chip">Hàn Quốc</span>' in page, "a thread keeps its countries by name"
    assert '<span class="chip">South Korea</span>' in browser.get("/en/dong-su-kien/t1").content.decode()
