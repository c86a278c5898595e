"""A story of many articles: the newest in full, the older a line each, none left out, for a bounded price."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from diemtin.site.views.story import WHOLE
from diemtin.store import models
from tests.small_desk import SmallDesk


@pytest.fixture
def long_story(desk: SmallDesk) -> SmallDesk:
    for number in range(WHOLE + 8):
        wire = "w1" if number < 3 else ""
        hours = (WHOLE + 9 - number) / 10
        desk.article(
            f"Tít {number:02}", key=f"n{number}", story="long", outlet=f"bao{number % 7}.vn", hours=hours, wire=wire
        )
    return desk


def test_older_texts_are_folded_and_none_is_left_out(long_story: SmallDesk, client: Client) -> None:
    page = client.get("/tin/long").content.decode()
    assert page.count('<article class="text">') == WHOLE
    folded = page[page.index("Tin cũ hơn (6)") :].partition("</details>")[0]
    assert all(f'href="/bai/n{number}"' in folded for number in range(8)), "copies stand beside their origin"
    assert "Tít 07" in folded
    assert "Tít 08" not in folded
    assert all(f'href="/bai/n{number}"' in page for number in range(WHOLE + 8))


def read_on(client: Client, address: str) -> list[str]:
    """All pages of a list, each by the button of the one before."""
    pages, query = [], ""
    while True:
        pages.append(client.get(f"{address}{query}").content.decode())
        following = re.search(r'<a class="button" rel="next" href="([^"]+)"', pages[-1])
        if following is None:
            return pages
        query = unescape(following.group(1))


def test_a_very_long_story_is_read_page_by_page(
    long_story: SmallDesk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diemtin.store.queries.story.MOST_ARTICLES", 20)
    pages = read_on(client, "/tin/long")
    assert len(pages) == 3
    for number in range(WHOLE + 8):
        assert sum(f'href="/bai/n{number}"' in page for page in pages) == 1, number
    assert all(f"{WHOLE + 8} bài" in page for page in pages), "the figures count all"
    assert ["đưa tin đầu tiên" in page or "bài khác chép lại" in page for page in pages] == [False, False, True]
    assert ["Bài mới nhất:" in page for page in pages] == [True, False, False]


def test_a_very_long_thread_is_read_page_by_page(
    desk: SmallDesk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("diemtin.store.queries.thread.MOST_STORIES", 3)
    for number in range(7):
        desk.article(f"Họp lần {number}", story=f"họp{number}", hours=30 - number // 2)
    models.Story.objects.filter(key__startswith="họp").update(thread=models.Thread.objects.get(key="t1"))
    pages = read_on(client, "/dong-su-kien/t1")
    assert len(pages) == 3
    for key in ["talks", *(f"họp{number}" for number in range(7))]:
        assert sum(f'href="{reverse("story", args=(key,))}"' in page for page in pages) == 1, key


def test_a_block_shows_the_evidence_of_all_articles_and_reads_one(long_story: SmallDesk, client: Client) -> None:
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/").content.decode()
    assert f"{WHOLE + 8} bài" in page
    assert "7 báo" in page
    models.Article.objects.filter(key="n5").update(removed=models.Article.objects.get(key="n5").moment)
    few = len(queries)
    models.Article.objects.filter(story__key="long", pk__gt=models.Article.objects.get(key="n9").pk).delete()
    from diemtin.site.caching import SHELF

    SHELF.clear()
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/").content.decode()
    assert "9 bài" in page, "what is taken down does not count"
    assert len(queries) == few


def test_what_nobody_dated_stands_below_all_years_of_a_thread(desk: SmallDesk, client: Client) -> None:
    undated = {
        "published_basis": "unknown",
        "published_from": None,
        "published_to": None,
        "published_precision": "range",
    }
    desk.article("Không rõ lúc nào", story="lúc nào", hours=0.1, **undated)
    models.Story.objects.filter(key="lúc nào").update(thread=models.Thread.objects.get(key="t1"))
    page = client.get("/dong-su-kien/t1").content.decode().partition("<main")[2]
    assert page.index("Họp ba bên ở Seoul") < page.index("Không rõ lúc nào")
    assert page.count('<div class="year">') == 2
