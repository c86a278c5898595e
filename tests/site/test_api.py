"""The API: described exactly as it answers, paged without gaps, within rights, strict with what it is given."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from diemtin.ranking import front_json
from diemtin.store import models
from diemtin.store.queries.blocks import get_front
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now
from tests import small_desk
from tests.small_desk import SmallDesk

pytestmark = pytest.mark.usefixtures("desk")
A = "/api/v1"


def get(client: Client, address: str, **given: Any) -> Any:
    answer = client.get(f"{A}{address}", given)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_description_names_every_address_and_no_other_server(client: Client) -> None:
    told = get(client, "/openapi.json")
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {
        f"{A}{path}"
        for path in (
            "/front",
            "/sections/{code}/front",
            "/articles",
            "/articles/{key}",
            "/stories",
            "/stories/{key}",
            "/threads",
            "/threads/{key}",
            "/meetings",
            "/statements",
            "/search",
            "/outlets",
        )
    }
    for operations in told["paths"].values():
        for parameter in operations["get"].get("parameters", ()):
            assert "anyOf" not in parameter["schema"], "an address knows no null"


def test_the_front_is_the_sites_front(client: Client) -> None:
    told = get(client, "/front")
    ranked = get_front(Sight.of("public", desk_now()))
    assert [[place["story"] for place in block["places"]] for block in told["blocks"]] == [
        [place.story for place in block.places] for block in ranked.blocks
    ]
    first = told["blocks"][0]["places"][0]
    assert first["story"] == "storm"
    assert sum(reason["weight"] for reason in first["why"]) == pytest.approx(first["score"])
    assert '"storm"' in front_json(ranked)


def test_the_front_of_a_past_moment(client: Client) -> None:
    at = (small_desk.NOW - timedelta(hours=1, minutes=30)).isoformat()
    told = get(client, "/front", at=at)
    storm = next(p for block in told["blocks"] for p in block["places"] if p["story"] == "storm")
    assert storm["why"][0]["words"] == "1 báo"
    assert get(client, "/front", at="0001-01-01T00:00:00Z")["blocks"][0]["places"] == []


def test_rights_hold(client: Client) -> None:
    articles = {article["id"]: article for article in get(client, "/articles")["articles"]}
    assert set(articles) == {"bao", "dong", "mo", "thế giới/1"}
    assert articles["bao"]["lead"] == "Sapo <b>lạ</b> & sắc."
    assert articles["dong"]["lead"] is None
    assert get(client, "/articles/bao")["paragraphs"] == []
    assert get(client, "/articles/mo")["paragraphs"] == ["Toàn văn.", "Đoạn hai."]
    assert get(client, "/articles/thế giới/1")["thread"] == "t1"


def test_a_removed_article_is_gone_everywhere(client: Client) -> None:
    answer = client.get(f"{A}/articles/gone")
    assert (answer.status_code, answer.json()["detail"]) == (410, "taken down: theo yêu cầu")
    assert client.get(f"{A}/stories/gone").status_code == 404
    assert get(client, "/search", q="bài đã gỡ")["hits"] == []


def test_cursors_page_without_gaps_while_news_comes_in(client: Client, desk: SmallDesk) -> None:
    for number in range(7):
        desk.article(f"Tin {number}", key=f"n{number}", hours=5)
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = get(client, "/articles", limit=3, **cursor)
        seen += [article["id"] for article in page["articles"]]
        desk.article("Chen ngang", hours=0.01)
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert seen == ["mo", "dong", "bao", "thế giới/1", *(f"n{number}" for number in reversed(range(7)))]


def test_filters(client: Client) -> None:
    def ids(**given: str) -> list[str]:
        return [article["id"] for article in get(client, "/articles", **given)["articles"]]

    assert ids(outlet="mo.vn") == ["mo"]
    assert ids(section="society") == ["dong", "bao"]
    assert ids(story="storm", until=(small_desk.NOW - timedelta(minutes=90)).isoformat()) == ["bao"]
    assert ids(kind="video") == []
    assert ids(section="nosuch") == []


def test_stories_threads_meetings_statements(client: Client) -> None:
    person = models.Person.objects.create(key="cho-tae-yul", name="Cho Tae Yul")
    for key, article in (("q1", "bao"), ("q2", "dong")):
        row = models.Article.objects.get(key=article)
        models.Statement.objects.create(
            key=key, article=row, person=person, speaker="Cho Tae Yul", quote=f"Lời {key}", direct=True, sentence="Câu."
        )
    told = {"participants": [], "topics": [], "chain": [], "cited": [{"sentence": "Họ gặp nhau.", "passage": 1}]}
    meeting = models.Meeting.objects.create(key="m1", status="held", form="talks", date="2024-09-23", merged=told)
    models.MeetingTelling.objects.create(
        article=models.Article.objects.get(key="thế giới/1"), meeting=meeting, told=told
    )

    storm = get(client, "/stories/storm")
    assert [article["id"] for article in storm["coverage"]] == ["bao", "dong", "mo"]
    assert [story["id"] for story in get(client, "/stories")["stories"]] == ["storm", "talks"]
    assert [story["id"] for story in get(client, "/threads/t1")["stories"]] == ["talks"]
    assert get(client, "/threads")["threads"][0]["countries"] == ["Hàn Quốc"]
    statements = get(client, "/statements", person="cho-tae-yul")["statements"]
    assert [statement["quote"] for statement in statements] == ["Lời q1"], "a headline outlet's quotes are not printed"
    found = get(client, "/meetings", since="2024", until="2024-09")["meetings"]
    assert [(one["id"], one["sources"][0]["sentence"]) for one in found] == [("m1", "Họ gặp nhau.")]
    assert get(client, "/meetings", until="2024-08")["meetings"] == []


def test_what_is_optional_may_be_left_out(client: Client) -> None:
    """All lists, in whatever they can be narrowed by; and each narrowing alone."""
    assert len(get(client, "/articles")["articles"]) == 4
    assert len(get(client, "/articles", since="2020-01-01T00:00:00+07:00")["articles"]) == 4
    assert get(client, "/articles", until="2020-01-01T00:00:00Z")["articles"] == []
    for address in ("/front", "/stories", "/threads", "/meetings", "/statements"):
        get(client, address)


@pytest.mark.parametrize(
    "address",
    [
        "/articles?cursor=x",
        "/articles?cursor=-1",
        "/articles?limit=0",
        "/articles?limit=101",
        "/articles?limit=a",
        "/articles?since=hôm+qua",
        "/front?at=0.5",
        "/meetings?status=x",
        "/meetings?since=2024-9",
        "/search",
        "/search?q=",
        "/search?q=a&page=0",
    ],
)
def test_wrong_input_is_refused_with_the_reason(client: Client, address: str) -> None:
    answer = client.get(f"{A}{address}")
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["msg"]


@pytest.mark.parametrize(
    "address", ["/articles/x", "/stories/x", "/threads/x", "/sections/x/front", "/nosuch", "/articles/a%0Ab"]
)
def test_what_is_not_there_is_told_in_json(client: Client, address: str) -> None:
    answer = client.get(f"{A}{address}")
    assert answer.status_code == 404
    assert answer.json()["detail"]


def test_cursors_of_the_right_form_never_fail(client: Client) -> None:
    for cursor in ("0-0", "99999999999999999-999999999999999999", "1732147200000000-5"):
        for address in ("/articles", "/stories", "/threads", "/meetings", "/statements"):
            get(client, address, cursor=cursor)


def test_answers_have_etags(client: Client) -> None:
    answer = client.get(f"{A}/stories")
    again = client.get(f"{A}/stories", headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert not answer.cookies


def test_only_reading(client: Client) -> None:
    for method in (client.post, client.put, client.delete):
        assert method(f"{A}/articles").status_code == 405
