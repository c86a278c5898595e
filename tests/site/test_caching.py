"""Pages are rendered once until the desk changes, and say so to every cache; health and metrics."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.test import Client

from diemtin.site import caching
from diemtin.site.caching import SHELF, Kept, Shelf
from diemtin.site.limits import Limit
from diemtin.store import models
from tests.small_desk import SmallDesk


def test_a_page_is_rendered_once_until_the_desk_changes(
    desk: SmallDesk,
    client: Client,
    django_assert_num_queries: Any,
) -> None:
    first = client.get("/")
    with django_assert_num_queries(1):
        assert client.get("/").content == first.content
    desk.article("Tin vừa tới lúc này", hours=0.01)
    changed = client.get("/")
    assert "Tin vừa tới lúc này" in changed.content.decode()
    assert changed.headers["ETag"] != first.headers["ETag"]


def test_validators_and_lifetimes(desk: SmallDesk, client: Client) -> None:
    page = client.get("/tin/storm")
    assert page.headers["Cache-Control"] == "public, max-age=60, stale-while-revalidate=300"
    assert page.headers["Vary"] == "Accept-Encoding"
    assert page.headers["Last-Modified"]
    for asked in (page.headers["ETag"], f'"x", {page.headers["ETag"]}', page.headers["ETag"].removeprefix("W/"), "*"):
        again = client.get("/tin/storm", headers={"if-none-match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["Cache-Control"] == page.headers["Cache-Control"]
    assert client.get("/tin/storm", headers={"if-none-match": '"other"'}).status_code == 200


def test_pages_are_kept_compressed(desk: SmallDesk, client: Client) -> None:
    plain, packed = client.get("/"), client.get("/", headers={"accept-encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content


def test_errors_and_redirects_are_not_kept(desk: SmallDesk, client: Client) -> None:
    assert client.get("/tin/later").status_code == 404
    desk.article("Nay có rồi", story="later", hours=0.1)
    assert client.get("/tin/later").status_code == 200
    assert "public" not in client.get("/tin/nosuch").headers.get("Cache-Control", "")


def test_a_takedown_is_gone_from_the_kept_pages_at_once(desk: SmallDesk, client: Client) -> None:
    from diemtin.store.changes import note_change

    assert "Họp ba bên" in client.get("/").content.decode()
    models.Article.objects.filter(story__key="talks").update(removed=desk_time())
    note_change()
    assert "Họp ba bên" not in client.get("/").content.decode()


def desk_time() -> Any:
    from tests import small_desk

    return small_desk.NOW


def test_unknown_parameters_fill_no_memory(desk: SmallDesk, client: Client) -> None:
    for number in range(5):
        assert client.get("/", {"utm": str(number)}).status_code == 200
    assert SHELF.find("/?utm=1") is None


def test_english_and_vietnamese_are_kept_apart(desk: SmallDesk, client: Client) -> None:
    assert client.get("/").headers["Content-Language"] == "vi"
    assert client.get("/en/").headers["Content-Language"] == "en"
    assert client.get("/").content != client.get("/en/").content


def test_the_shelf_throws_out_the_least_used() -> None:
    shelf = Shelf(most_bytes=250)
    for name in "abc":
        shelf.put(name, Kept(b"x" * 90, b"x" * 10, "t", "e", 1, 0.0, 0.0))
        shelf.find("a")
    assert [shelf.find(name) is not None for name in "abc"] == [True, False, True]
    shelf.put("a", Kept(b"", b"", "t", "e", 1, 0.0, 0.0))
    shelf.clear()
    assert shelf.find("c") is None


def test_the_keeper_makes_the_front_page_again(
    desk: SmallDesk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = caching._Keeper()
    monkeypatch.setattr(caching, "_keeper", keeper)
    monkeypatch.setattr(keeper, "_watch", lambda: None)
    client.get("/")
    keeper.wanted = True
    monkeypatch.setattr(caching, "SETTLE", 0.0)
    client.get("/")
    desk.article("Tin của người gác", hours=0.01)
    monkeypatch.setattr(caching, "_LOOK", -1.0)
    assert "Tin của người gác" in client.get("/moi-nhat").content.decode()
    assert "Tin của người gác" not in client.get("/").content.decode(), "no reader waits for the front page"
    keeper._refresh(10_000)
    kept = SHELF.find("/")
    assert kept is not None
    assert "Tin của người gác" in kept.body.decode()
    assert '<html lang="vi">' in kept.body.decode()


def test_limits_forget(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = Limit(2, 10)
    clock = [0.0]
    monkeypatch.setattr("diemtin.site.limits.time.monotonic", lambda: clock[0])
    assert [limit.allow("a") for _ in range(3)] == [True, True, False]
    assert limit.allow("b")
    clock[0] = 11
    assert limit.allow("a")


def test_health(db: None, client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    assert client.get("/readyz").status_code == 200
    assert "no-store" in client.get("/healthz").headers["Cache-Control"]


def test_metrics_are_for_the_neighbours_only(desk: SmallDesk, client: Client) -> None:
    lines = client.get("/metrics").content.decode().splitlines()
    assert "diemtin_articles 4" in lines
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 403
    assert client.get("/metrics", headers={"x-forwarded-for": "127.0.0.1"}).status_code == 403


def test_the_search_page(desk: SmallDesk, client: Client) -> None:
    page = client.get("/tim", {"q": "bao <script>"}).content.decode()
    assert "<script>alert" not in page
    assert "bao &lt;script&gt;" in page
    found = client.get("/tim", {"q": "han quoc bao"}).content.decode()
    assert "Không có bài nào khớp." in found
    hits = client.get("/tim", {"q": "bao so 13", "xep": "moi"}).content.decode()
    assert "<mark>Bão số 13</mark>" in hits or "<mark>Bão" in hits
    assert "và 2 bài nữa cùng tin" in hits
    assert 'content="noindex' in hits
    for odd in ("0", "-1", "x", "999", "٣"):
        assert client.get("/tim", {"q": "bao", "trang": odd}).status_code == 200
    assert client.get("/goi-y", {"q": "họp ba"}).json() == ["họp ba", ["Họp ba bên ở Seoul"]]


def test_a_nul_in_an_address_is_refused(desk: SmallDesk, client: Client) -> None:
    assert client.get("/bai/%00").status_code == 400
    assert client.get("/tim?q=%00").status_code == 400
    assert client.get("/api/v1/articles?outlet=%00").status_code == 422
