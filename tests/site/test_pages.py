"""Pages made from the invented news day, through Django's own client: what they say, in how many queries, to whom."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from diemtin.desk.demo import build_demo
from diemtin.store import models
from diemtin.store.queries.article import ArticlePage, find_article_page
from diemtin.store.queries.sight import Sight

pytestmark = pytest.mark.django_db
SAMPLE = Path(str(files("diemtin") / "sample"))


@pytest.fixture(scope="module", autouse=True)
def sample(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The desk of the invented day, built once for this file and rolled back after it."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        build_demo(settings.DESK, SAMPLE, lambda error: None, lambda count: None)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """No page kept from the test before."""
    from diemtin.site import caching

    cache.clear()
    caching.SHELF.clear()
    yield
    caching.SHELF.clear()


def get(path: str, status: int = 200) -> str:
    answer = Client(SERVER_NAME="127.0.0.1").get(path)
    assert answer.status_code == status, path
    assert not answer.cookies, f"{path} sets a cookie"
    return answer.content.decode()


def words(page: str) -> str:
    text = re.sub(r"<script.*?</script>|<[^>]+>", " ", page, flags=re.DOTALL)
    return re.sub(r"\s+", " ", text)


def main_articles(**wanted: Any) -> Any:
    return models.Article.objects.filter(role="main", removed=None, **wanted).order_by("id")


# --- every page answers, in both languages, with the head that it owes ---


def every_page() -> list[str]:
    story = models.Story.objects.filter(merged_into=None).order_by("-article_count", "id").first()
    thread = models.Thread.objects.filter(merged_into=None).order_by("id").first()
    person = models.Person.objects.filter(meetings__isnull=False).order_by("id").first()
    assert story is not None
    assert thread is not None
    assert person is not None
    fixed = ["/", "/moi-nhat", "/multimedia", "/thoi-tiet", "/su-kien", "/cach-xep-hang", "/gioi-thieu"]
    return [
        *fixed,
        "/chuyen-muc/world",
        f"/tin/{story.key}",
        f"/dong-su-kien/{thread.key}",
        f"/nhan-vat/{person.key}",
        f"/bao/{models.Outlet.objects.order_by('id')[0].key}",
        f"/bai/{main_articles()[0].key}",
    ]


def test_every_page_in_both_languages() -> None:
    for path in every_page():
        for address, language in ((path, "vi"), (f"/en{path}", "en")):
            page = get(address)
            assert f'<html lang="{language}">' in page
            assert page.count("<h1") == 1, address
            assert f'hreflang="vi" href="{settings.DESK.base_url}{path}"' in page
            assert f'hreflang="en" href="{settings.DESK.base_url}/en{path}"' in page
            assert 'style="' not in page, f"{address}: the content policy forbids inline styles"
            assert not re.search(r"\son\w+=", page), address
            for script in re.findall(r"<script([^>]*)>", page):
                assert "src=" in script or "application/ld+json" in script, address


def test_structured_data_is_json_of_the_right_kind() -> None:
    kinds = {}
    for path in every_page():
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', get(path), re.DOTALL):
            kinds[path.split("/")[1]] = json.loads(text)["@type"]
    assert kinds[""] == kinds["tin"] == kinds["dong-su-kien"] == "CollectionPage"
    assert kinds["bai"] == "NewsArticle"


def test_what_is_not_there_says_so() -> None:
    for path in (
        "/bai/khong-co",
        "/tin/khong-co",
        "/dong-su-kien/x",
        "/nhan-vat/x",
        "/bao/x",
        "/chuyen-muc/zz",
        "/xyz",
    ):
        assert "Không có trang này" in get(path, 404)


def test_a_section_is_found_by_its_outlets_names() -> None:
    answer = Client(SERVER_NAME="127.0.0.1").get("/chuyen-muc/the-gioi")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/chuyen-muc/world")


# --- queries do not grow with what is shown ---

MOST_QUERIES = {"/": 20, "/chuyen-muc/world": 20, "/moi-nhat": 3, "/su-kien": 8, "/multimedia": 3}


def count(path: str) -> int:
    from diemtin.site import caching

    caching.SHELF.clear()
    with CaptureQueriesContext(connection) as queries:
        get(path)
    return len(queries)


@pytest.mark.parametrize(("path", "most"), MOST_QUERIES.items())
def test_lists_ask_a_fixed_number_of_queries(path: str, most: int) -> None:
    assert count(path) <= most


def test_a_story_of_many_articles_asks_no_more_than_one_of_few() -> None:
    by_size = models.Story.objects.filter(merged_into=None, thread__isnull=False).order_by("article_count", "id")
    counts = {story.key: count(f"/tin/{story.key}") for story in by_size}
    assert max(counts.values()) <= 17


def test_an_article_page_asks_few_queries() -> None:
    assert max(count(f"/bai/{article.key}") for article in main_articles()[:25]) <= 37


# --- the front ---


def test_the_front_says_that_the_desk_is_stale_and_shows_its_last_days() -> None:
    page = words(get("/"))
    newest = models.Article.objects.filter(published_to__isnull=False).order_by("-moment")[0].moment
    if datetime.now(UTC) - newest > timedelta(hours=13):
        assert "Toà soạn này chưa nhận bài mới từ" in page
    for heading in (
        "Tiêu điểm",
        "Tin đang nóng",
        "Tin mới nhất",
        "Đọc nhiều",
        "Có thể bạn quan tâm",
        "Thời tiết",
        "Theo dõi",
    ):
        assert heading in page, heading


def test_the_front_of_a_past_hour_knows_nothing_later() -> None:
    page = get("/?luc=2026-11-19T12:00")
    assert "Trang nhất như lúc 12:00, 19/11/2026" in words(page)
    later = main_articles(moment__gt=datetime(2026, 11, 19, 5, 0, tzinfo=UTC))
    shown = set(re.findall(r'href="/bai/([^"#]+)"', page))
    assert later.exists()
    assert shown.isdisjoint({article.key for article in later})


@pytest.mark.parametrize(
    "asked", ["0001-01-01T00:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "2026-13-01", "lúc nào", "2026"]
)
def test_a_moment_that_is_none_or_out_of_range_is_no_error(asked: str) -> None:
    for path in ("/", "/moi-nhat", "/chuyen-muc/world", "/theo-doi/trang-nhat.rss"):
        get(f"{path}?{urlencode({'luc': asked})}")


# --- rights ---


def article_with(rights: str) -> models.Article:
    return next(one for one in main_articles(outlet__rights=rights, kind="news") if one.lead and body_of(one))


def body_of(article: models.Article) -> str:
    texts = [
        text for kind, text in article.versions.order_by("number").last().body if kind == "paragraph" and len(text) > 90
    ]
    return texts[-1] if texts else ""


def test_full_rights_show_everything() -> None:
    article = article_with("full")
    page = words(get(f"/bai/{article.key}"))
    assert body_of(article)[:60] in page.replace("&quot;", '"')


@pytest.mark.parametrize(("rights", "sapo"), [("excerpt", True), ("headline", False)])
def test_less_rights_show_less(rights: str, sapo: bool) -> None:
    article = article_with("full")
    models.Outlet.objects.filter(pk=article.outlet_id).update(rights=rights)
    page = get(f"/bai/{article.key}")
    assert body_of(article)[:60] not in words(page)
    assert (article.lead[:50] in words(page)) is sapo
    assert "<img" not in page.split("<aside")[0]
    assert article.url in page
    for path in (f"/tin/{article.story.key}", f"/bao/{article.outlet.key}", f"/chuyen-muc/{article.section}"):
        listed = words(get(path))
        assert body_of(article)[:60] not in listed
    if not sapo:
        assert article.lead[:50] not in words(get(f"/bao/{article.outlet.key}"))


def test_a_private_desk_shows_everything() -> None:
    article = article_with("full")
    models.Outlet.objects.filter(pk=article.outlet_id).update(rights="headline")
    page = find_article_page(article.key, Sight.of("private", datetime.now(UTC)))
    assert isinstance(page, ArticlePage)
    assert page.whole
    assert body_of(article) in {passage.text for passage in page.body}


def test_an_aggregator_waits_an_hour() -> None:
    article = main_articles(published_precision="minute")[0]
    for minutes, seen in ((59, False), (61, True)):
        sight = Sight.of("vn-aggregator", article.moment + timedelta(minutes=minutes))
        assert (find_article_page(article.key, sight) is not None) is seen


# --- the article ---


def test_a_changed_article_shows_what_changed() -> None:
    article = main_articles(version__gt=1)[0]
    old, new = article.versions.order_by("number")[:2]
    page = get(f"/bai/{article.key}")
    assert "Các phiên bản của bài" in page
    changed = set(re.findall(r"<(?:ins|del)>([^<]+)</(?:ins|del)>", page))
    assert changed
    assert old.title != new.title or old.body != new.body or old.lead != new.lead


def test_an_undated_article_gives_its_range_and_the_grounds() -> None:
    article = main_articles()[0]
    article.published_from = datetime(2021, 3, 15, 17, tzinfo=UTC)
    article.published_to = article.moment = datetime(2021, 3, 31, 16, 59, 59, tzinfo=UTC)
    article.published_precision, article.published_basis = "range", "inferred"
    article.published_why = "hai bộ trưởng chỉ cùng tại chức khi ấy"
    article.save()
    page = words(get(f"/bai/{article.key}"))
    assert "không rõ ngày; trong khoảng 16–31/3/2021" in page
    assert "vì: hai bộ trưởng chỉ cùng tại chức khi ấy" in page


def test_what_was_taken_down_leaves_a_note() -> None:
    article = main_articles()[0]
    now = datetime.now(UTC)
    models.Article.objects.filter(pk=article.pk).update(removed=now)
    models.Takedown.objects.create(
        key=article.key, fingerprint=article.fingerprint, title=article.title, outlet="Báo", why="theo yêu cầu", at=now
    )
    page = words(get(f"/bai/{article.key}", 410))
    assert "Bài đã được gỡ" in page
    assert "theo yêu cầu" in page
    assert article.key not in get("/moi-nhat")


def test_the_vote_posts_to_its_own_address() -> None:
    article = main_articles()[0]
    assert re.search(
        rf'<form class="vote"[^>]*method="post" action="/binh-chon/{article.key}"', get(f"/bai/{article.key}")
    )


def test_text_of_articles_is_escaped_everywhere() -> None:
    article = main_articles()[0]
    bad = "<script>alert(1)</script>"
    models.Article.objects.filter(pk=article.pk).update(title=bad, lead=bad)
    article.versions.update(title=bad, lead=bad, body=[["paragraph", bad], ["table", f"{bad}\t{bad}"], ["list", bad]])
    models.Story.objects.filter(pk=article.story_id).update(title=bad)
    for path in (f"/bai/{article.key}", f"/tin/{article.story.key}", "/moi-nhat", "/", f"/bao/{article.outlet.key}"):
        assert bad not in get(path), path


# --- story and thread ---


def test_copies_are_folded_under_their_origin() -> None:
    group = next(
        g for g in models.WireGroup.objects.order_by("id") if g.origin and g.articles.filter(removed=None).count() > 2
    )
    assert group.origin is not None
    page = get(f"/tin/{group.origin.story.key}")
    copies = [one for one in group.articles.filter(story=group.origin.story) if one.pk != group.origin.pk]
    folded = "".join(re.findall(r'<details class="copies">.*?</details>', page, re.DOTALL))
    headlines = "".join(re.findall(r'<article class="text">.*?</h3>', page, re.DOTALL))
    for copy in copies:
        assert f"/bai/{copy.key}" in folded
        assert f"/bai/{copy.key}" not in headlines
    assert f"/bai/{group.origin.key}" in headlines


def test_every_quote_has_a_speaker_an_outlet_and_its_sentence() -> None:
    statement = (
        models.Statement.objects.filter(direct=True).exclude(article__outlet__rights="headline").order_by("id")[0]
    )
    page = get(f"/tin/{statement.article.story.key}")
    quotes = re.findall(r'<div class="quote.*?</div>\s*</div>', page, re.DOTALL)
    assert quotes
    assert 'class="quote first' in quotes[0] or 'reported first"' in quotes[0]
    for quote in quotes:
        assert ("first" in quote.split(">")[0]) is bool(re.search(r'class="who">.*?\w', quote, re.DOTALL))
        assert 'href="/bai/' in quote
    speakers = list(re.findall(r'class="who">(?:<a[^>]*>)?([^<]+)', page))
    assert len(speakers) == len(set(speakers)), "a speaker's words stand together"


def test_a_merged_story_and_a_merged_thread_lead_on() -> None:
    old, new = models.Story.objects.filter(merged_into=None).order_by("id")[:2]
    models.Story.objects.filter(pk=old.pk).update(merged_into=new)
    answer = Client(SERVER_NAME="127.0.0.1").get(f"/en/tin/{old.key}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/en/tin/{new.key}")
    first, second = models.Thread.objects.order_by("id")[:2]
    models.Thread.objects.filter(pk=first.pk).update(merged_into=second)
    answer = Client(SERVER_NAME="127.0.0.1").get(f"/dong-su-kien/{first.key}")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"/dong-su-kien/{second.key}")


def test_a_thread_has_its_years_and_its_meetings() -> None:
    meeting = models.Meeting.objects.filter(persons__isnull=False).exclude(date="").order_by("-date", "id")[0]
    thread = models.Thread.objects.filter(stories__articles__meeting_tellings__meeting=meeting).first()
    assert thread is not None
    page = get(f"/dong-su-kien/{thread.key}")
    assert f'id="{meeting.key}"' in page
    assert f"<h3>{meeting.date[:4]}</h3>" in page
    assert 'role="img"' in page


# --- the calendar ---


def test_the_calendar_filters() -> None:
    meeting = models.Meeting.objects.filter(date__regex=r"^\d{4}-\d\d-\d\d$").order_by("id")[0]
    month = meeting.date[:7]
    page = get(f"/su-kien?thang={month}")
    assert f'href="#{meeting.key}"' in page
    shown = set(re.findall(r'<div class="met" id="([^"]+)"', page))
    assert shown == set(models.Meeting.objects.filter(date__startswith=month).values_list("key", flat=True))
    nobody = words(get("/su-kien?nuoc=khong-co&trang-thai=cancelled"))
    assert "Không có cuộc gặp nào hợp với lựa chọn này" in nobody
    get("/su-kien?thang=2024-99&nguoi='%22")


# --- an empty desk ---


def test_an_empty_desk_speaks_to_people() -> None:
    models.Article.objects.update(removed=datetime.now(UTC))
    assert "Khi toà soạn nhận bài đầu tiên" in words(get("/"))
    assert "Chưa có bài nào." in words(get("/moi-nhat"))
    assert "Chưa có bản tin thời tiết nào." in words(get("/thoi-tiet"))
