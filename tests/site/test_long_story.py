"""A story of many articles: the newest in full, the older a line each, none left out, for a bounded price."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

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
