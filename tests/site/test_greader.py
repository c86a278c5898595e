"""Reading programs: what newsboat and its like ask for, in the forms they expect."""

from __future__ import annotations

from typing import Any

import feedparser
import pytest
from django.test import Client

from diemtin.store import models

pytestmark = pytest.mark.usefixtures("desk")


def get(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, address
    assert not answer.cookies
    return answer.json()


def test_miniflux_feeds_and_folders(client: Client) -> None:
    folders = {one["id"]: one["title"] for one in get(client, "/v1/categories")}
    feeds = get(client, "/v1/feeds")
    assert folders == {1: "Điểm Tin", 2: "Chuyên mục", 3: "Báo"}
    assert len({feed["id"] for feed in feeds}) == len(feeds)
    assert {feed["title"] for feed in feeds if feed["category"]["id"] == 3} == {"Báo Đóng", "Báo Mở & Bạn", "Vnexpress"}
    for feed in feeds:
        assert get(client, f"/v1/feeds/{feed['id']}")["title"] == feed["title"]
        assert client.get(feed["feed_url"].removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_miniflux_entries(client: Client) -> None:
    page = get(client, "/v1/feeds/2/entries?order=published_at&direction=desc&limit=2")
    assert page["total"] == 4
    assert [entry["title"] for entry in page["entries"]] == ["Bão số 13: nhìn lại", "Bão số 13 đã tan"]
    first, second = page["entries"]
    assert first["status"] == "unread"
    assert "Sapo kín" not in second["content"], "rights hold here too"
    assert get(client, f"/v1/entries/{first['id']}")["title"] == first["title"]
    following = get(client, "/v1/feeds/2/entries?limit=2&offset=2")
    assert [entry["title"] for entry in following["entries"]] == ["Bão <số> 13 & lũ", "Họp ba bên ở Seoul"]
    assert get(client, "/v1/entries?status=read")["entries"] == []
    assert len(get(client, f"/v1/entries?after_entry_id={first['id']}&order=id")["entries"]) == 1
    front = get(client, "/v1/feeds/1/entries")["entries"]
    assert {entry["title"] for entry in front} == {"Bão số 13: nhìn lại", "Họp ba bên ở Seoul"}


@pytest.mark.parametrize(
    "given", ["limit=x", "limit=-1", "offset=99999999999", "before=99999999999999999", "before_entry_id=0", "limit=0"]
)
def test_odd_numbers_do_no_harm(client: Client, given: str) -> None:
    get(client, f"/v1/entries?{given}")


def test_miniflux_marks_are_taken_and_forgotten(client: Client) -> None:
    body = {"entry_ids": [1], "status": "read"}
    assert client.put("/v1/entries", body, content_type="application/json").status_code == 204
    assert client.put("/v1/entries", "{", content_type="application/json").status_code == 400
    assert client.post("/v1/feeds", {}, content_type="application/json").status_code == 403
    assert client.get("/v1/feeds/424242").status_code == 404
    assert client.get("/v1/nosuch").status_code == 404


def test_google_reader_as_feedhq_and_freshrss_speak_it(client: Client) -> None:
    login = client.post("/accounts/ClientLogin", {"Email": "a", "Passwd": "b"}).content.decode()
    assert "Auth=" in login
    subscriptions = get(client, "/reader/api/0/subscription/list?output=json")["subscriptions"]
    assert subscriptions[0]["id"] == "feed/trang-nhat"
    for one in subscriptions:
        stream = one["id"].replace("/", "%2F")
        assert feedparser.parse(client.get(f"/reader/atom/{stream}?n=5").content).bozo is False
    ids = get(client, "/reader/api/0/stream/items/ids?s=user/-/state/com.google/reading-list&n=3")
    assert len(ids["itemRefs"]) == 3
    rest = get(client, f"/reader/api/0/stream/items/ids?n=3&c={ids['continuation']}")
    assert len(rest["itemRefs"]) == 1
    assert "continuation" not in rest
    wanted = [ref["id"] for ref in ids["itemRefs"]]
    answer = client.post("/reader/api/0/stream/items/contents", {"i": wanted})
    assert {int(one["id"].rsplit("/", 1)[-1], 16) for one in answer.json()["items"]} == set(map(int, wanted))
    contents = get(client, "/reader/api/0/stream/contents/feed/chuyen-muc/society?n=10")
    assert [one["title"] for one in contents["items"]] == ["Bão số 13 đã tan", "Bão <số> 13 & lũ"]
    assert get(client, "/reader/api/0/stream/contents/user/-/state/com.google/starred")["items"] == []
    assert client.get("/reader/api/0/stream/contents/feed/nosuch").status_code == 404
    assert client.post("/reader/api/0/edit-tag", {"i": "1"}).content == b"OK"


def test_removed_articles_are_not_read_here(client: Client) -> None:
    gone = models.Article.objects.get(key="gone").pk
    assert client.get(f"/v1/entries/{gone}").status_code == 404
    assert gone not in {entry["id"] for entry in get(client, "/v1/entries")["entries"]}
