"""Search on the real database: the same tests on SQLite and PostgreSQL must give the same answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from diemtin.store import models
from diemtin.store.queries.sight import Sight
from diemtin.store.search import find, find_suggestions, index_articles, remove_article, search_records, unindexed
from diemtin.store.search.finding import NEWEST
from tests.small_desk import NOW, SmallDesk

pytestmark = pytest.mark.django_db
PUBLIC = Sight.of("public", NOW)
PRIVATE = Sight.of("private", NOW)


@pytest.fixture
def desk() -> SmallDesk:
    made = SmallDesk()
    made.article(
        "Ngoại trưởng Hàn Quốc thăm Hà Nội", key="han", hours=1, body="Ông Cho Tae Yul tới Hà Nội. Hận thù đã qua."
    )
    made.article(
        "Lòng hận của một người", key="hanthu", hours=2, body="Chuyện tổ quốc và lòng hận.", outlet="tuoitre.vn"
    )
    made.article(
        "AMM-57 khai mạc tại Vientiane", key="amm", hours=3, body="Hội nghị AMM-57 ngày 26/7.", section="politics"
    )
    made.article("Thủ tướng họp ba bên", key="tt", hours=4, body="Hợp tác ba bên giữa các nước.\nBên ba cùng nói.")
    made.article(
        "Hòa bình ở bán đảo", key="hoa", hours=48, body="Đường dài tới hoà bình; thuý kiều.", section="sao-viet"
    )
    return made


def keys(query: str, **given: object) -> list[str]:
    return [hit.article.key for hit in find(query, sight=PUBLIC, **given).hits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("han quoc", {"han", "hanthu"}),
        ("hàn quốc", {"han"}),
        ("hận", {"han", "hanthu"}),
        ("hàn", {"han"}),
        ("HÀN QUỐC", {"han"}),
        ("Ha\u0300n Quo\u0302\u0301c", {"han"}),
        ("hòa bình", {"hoa"}),
        ("hoà bình", {"hoa"}),
        ("thúy", {"hoa"}),
        ("đường", {"hoa"}),
        ("duong", {"hoa"}),
        ("dường", set()),
        ("thủ tướng", {"tt"}),
        ("thú tướng", set()),
        ('"ba ben"', {"tt"}),
        ('"ba bên"', {"tt"}),
        ('"bên ba"', {"tt"}),
        ('"ba bền"', set()),
        ('"hop tac ba bên"', {"tt"}),
        ('"họp tác ba bên"', set()),
        ("“hợp tác ba bên", {"tt"}),
        ("AMM-57", {"amm"}),
        ("amm 57", {"amm"}),
        ("57-AMM", set()),
        ("26/7", {"amm"}),
        ("hà nội -thù", set()),
        ("han -thu", {"hanthu"}),
        ("outlet:tuoitre.vn", {"hanthu"}),
        ("báo:vnexpress han", {"han"}),
        ("outlet:tuoitre quoc", {"hanthu"}),
        ("outlet:nosuch han", set()),
        ("section:politics", {"amm"}),
        ('mục:"Chính trị"', {"amm"}),
        ("section:culture", {"hoa"}),
        ("before:2026-11-19", {"hoa"}),
        ("after:2026-11-20 han", {"han", "hanthu"}),
        ("sau:20/11/2026 trước:2026-11-21 amm", {"amm"}),
        ("before:hôm", set()),
        ("", set()),
        ("\"'*()^:&|!<->\\", set()),
        ("a'b\"c:*", set()),
        ("_o_vnexpress_net", set()),
    ],
)
def test_what_is_found(desk: SmallDesk, query: str, expected: set[str]) -> None:
    assert set(keys(query)) == expected


def test_words_of_headline_and_sapo_do_not_make_a_phrase(desk: SmallDesk) -> None:
    desk.article("Tàu đến cảng", key="x", lead="Biển lặng sóng êm.")
    assert keys('"cảng biển"') == []
    assert keys("cảng biển") == ["x"]


def test_relevance_puts_headlines_and_neighbouring_words_first(desk: SmallDesk) -> None:
    desk.article("Giá vàng hôm nay", key="body", hours=0.1, body="Chuyến hàng quốc tế, ở hàn thì nói quốc hận.")
    found = keys("han quoc")
    assert found[0] == "han"
    assert keys("han quoc", sort="time")[0] == "body"


def test_ties_go_by_time_then_by_number(desk: SmallDesk) -> None:
    for number in range(3):
        desk.article("Cùng một tít lạ", key=f"tie{number}", hours=5)
    assert keys("tít lạ") == ["tie2", "tie1", "tie0"]
    assert keys("tít lạ", sort="time") == ["tie2", "tie1", "tie0"]


def test_one_hit_a_story_and_how_many_more(desk: SmallDesk) -> None:
    for number in range(3):
        desk.article(
            f"Động đất ở đảo, bản {number}", story="quake", hours=3 - number, key=f"q{number}", outlet=f"bao{number}.vn"
        )
    found = find("động đất", sight=PUBLIC)
    assert [(hit.article.key, hit.others) for hit in found.hits] == [("q2", 2)]
    assert {record["id"] for record in search_records("động đất")} == {"q0", "q1", "q2"}


def test_records_for_programs(desk: SmallDesk) -> None:
    record = search_records("hàn quốc", 1)[0]
    assert list(record) == ["id", "story", "title", "url", "outlet", "published", "snippet", "score"]
    assert (record["id"], record["story"], record["outlet"]) == ("han", "s1", "Vnexpress")


def test_snippets_keep_to_rights(desk: SmallDesk) -> None:
    desk.outlet("dong.vn", rights="headline")
    desk.outlet("mo.vn", rights="full")
    for outlet in ("dong.vn", "vnexpress.net", "mo.vn"):
        desk.article(
            "Tít chung", key=outlet, outlet=outlet, lead="Sapo nói khác.", body="Mở đầu.\nỞ đây có từ voọc quý."
        )
    hits = {hit.article.key: hit for hit in find("voọc", sight=PUBLIC).hits}
    assert hits["dong.vn"].snippet_text == ""
    assert hits["vnexpress.net"].snippet_text == "Sapo nói khác."
    assert hits["mo.vn"].snippet_html == "Ở đây có từ <mark>voọc</mark> quý."
    assert "voọc" in find("voọc", sight=PRIVATE).hits[0].snippet_text


def test_a_changed_article_is_found_by_its_new_words_alone(desk: SmallDesk) -> None:
    row = models.Article.objects.get(key="han")
    for _ in range(3):
        index_articles([(row.pk, row.moment, "Tên mới hẳn", None, "Khác hết.", "vnexpress.net", "world")])
    assert keys("hàn quốc") == []
    assert keys("hẳn") == ["han"]
    assert models.SearchEntry.objects.filter(article=row).count() == 1


def test_a_removed_article_leaves_no_word_behind(desk: SmallDesk) -> None:
    row = models.Article.objects.get(key="han")
    remove_article(row.pk)
    remove_article(row.pk)
    assert keys("hàn quốc") == []
    assert unindexed() == ["han"]
    models.Article.objects.filter(pk=row.pk).update(removed=NOW)
    assert unindexed() == []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM store_search WHERE store_search MATCH 'quoc'")
            assert cursor.fetchone()[0] == 1


def test_a_taken_down_article_is_not_found_even_before_its_words_are_gone(desk: SmallDesk) -> None:
    models.Article.objects.filter(key="han").update(removed=NOW)
    assert keys("hàn quốc") == []


def test_nothing_of_the_future_is_found(desk: SmallDesk) -> None:
    desk.article("Hàn Quốc ngày mai", key="later", hours=-3)
    assert keys("hàn quốc") == ["han"]
    assert [hit.article.key for hit in find("hàn quốc", sight=Sight.of("public", NOW + timedelta(hours=4))).hits] == [
        "later",
        "han",
    ]
    delayed = Sight.of("vn-aggregator", NOW + timedelta(minutes=-1))
    assert find("hàn quốc", sight=delayed).hits == ()


def test_only_the_newest_matches_are_looked_at_and_the_answer_says_so(desk: SmallDesk) -> None:
    rows = []
    for number in range(NEWEST + 5):
        row = models.Article(
            key=f"m{number}",
            outlet=desk.outlet("vnexpress.net"),
            fingerprint=str(number),
            section="world",
            first_seen=NOW,
            moment=NOW - timedelta(minutes=number + 10),
            story=desk.story("many"),
            title=f"Trùng từ số {number}",
        )
        rows.append(row)
    models.Article.objects.bulk_create(rows)
    made = models.Article.objects.filter(story__key="many")
    index_articles([(row.pk, row.moment, row.title, None, "", "vnexpress.net", "world") for row in made])
    found = find("trùng từ", sight=PUBLIC)
    assert (found.looked_at, found.limited, found.stories) == (NEWEST, True, 1)
    assert found.oldest is not None
    assert NOW - timedelta(minutes=NEWEST + 10) <= found.oldest <= NOW - timedelta(minutes=NEWEST + 8)
    assert find("hàn quốc", sight=PUBLIC).limited is False


def test_pages(desk: SmallDesk) -> None:
    for number in range(25):
        desk.article(f"Trang giấy {number}", key=f"p{number}", hours=10 + number)
    first, second = (find("giấy", sight=PUBLIC, page=page, sort="time") for page in (1, 2))
    assert (first.pages, len(first.hits), len(second.hits)) == (2, 20, 5)
    assert {hit.article.key for hit in first.hits}.isdisjoint(hit.article.key for hit in second.hits)
    assert find("giấy", sight=PUBLIC, page=99).page == 2


def test_suggestions_go_on_as_the_text_begins(desk: SmallDesk) -> None:
    models.Thread.objects.create(key="t1", title="Ngoại trưởng Mỹ - Nhật - Hàn", last=NOW, first=NOW)
    models.Person.objects.create(key="vuong-nghi", name="Vương Nghị")
    assert find_suggestions("ngoai tr", sight=PUBLIC) == (
        "Ngoại trưởng Mỹ - Nhật - Hàn",
        "Ngoại trưởng Hàn Quốc thăm Hà Nội",
    )
    assert find_suggestions("vuong", sight=PUBLIC) == ("Vương Nghị",)
    assert find_suggestions("x", sight=PUBLIC) == ()


def test_suggestions_know_what_was_meant_by_wrong_marks_and_by_a_syllable_half_typed(desk: SmallDesk) -> None:
    models.Story.objects.filter(articles__key="han").update(title="Ngoại trưởng Hàn Quốc thăm Hà Nội")
    for typed in ("hàn q", "hàn quố", "hán quốc", "hanquoc q", "hà"):
        told = find_suggestions(typed, sight=PUBLIC)
        assert ("Ngoại trưởng Hàn Quốc thăm Hà Nội" in told) == (typed != "hanquoc q"), typed


def test_a_batch_is_indexed_in_few_statements(desk: SmallDesk, django_assert_max_num_queries: object) -> None:
    rows = [
        (row.pk, row.moment, row.title, row.lead, "thân", "vnexpress.net", "world")
        for row in models.Article.objects.all()
    ]
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        index_articles(rows * 3)


def test_finding_asks_a_fixed_number_of_queries(desk: SmallDesk, django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        find("outlet:vnexpress section:world han", sight=PUBLIC)
