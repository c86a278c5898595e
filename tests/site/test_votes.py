"""Votes: once a reader, changeable, not from elsewhere, without a cookie on any page. Reads: counted, never by whom."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from diemtin.site.views import votes
from diemtin.store import models
from diemtin.store.readers import Votes, add_reads, ballot_of, cast_vote, count_votes

pytestmark = pytest.mark.usefixtures("desk")
ADDRESS = "/binh-chon/bao"


def test_a_vote_counts_once_and_can_be_changed(browser: Client) -> None:
    assert "1 trong 1" in browser.post(ADDRESS, {"useful": "1"}).content.decode()
    browser.post(ADDRESS, {"useful": "1"})
    assert count_votes("bao") == Votes(1, 0)
    assert models.Vote.objects.count() == 1
    browser.post(ADDRESS, {"useful": "0"})
    assert count_votes("bao") == Votes(0, 1)
    assert models.Vote.objects.count() == 2, "votes are added, never overwritten"


def test_two_readers_are_two_and_two_ballots_of_one_cannot_be_tied(browser: Client) -> None:
    browser.post(ADDRESS, {"useful": "1"})
    browser.post("/binh-chon/dong", {"useful": "1"})
    other = Client(headers={"origin": "http://testserver"})
    other.post(ADDRESS, {"useful": "1"})
    assert count_votes("bao") == Votes(2, 0)
    assert models.Vote.objects.values("ballot").distinct().count() == 3


def test_with_a_script_the_answer_is_a_sentence(browser: Client) -> None:
    answer = browser.post(
        ADDRESS, {"useful": "1"}, headers={"accept": "application/json", "sec-fetch-site": "same-origin"}
    )
    assert answer.json() == {"said": "Cảm ơn, phiếu của bạn đã được ghi. 1 trong 1 người thấy bài này hữu ích."}


@pytest.mark.parametrize(
    "headers", [{}, {"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}, {"origin": "null"}]
)
def test_a_form_of_another_site_does_not_vote_but_asks(headers: dict[str, str]) -> None:
    reader = Client(headers=headers)
    answer = reader.post(ADDRESS, {"useful": "1"})
    assert answer.status_code == 200
    assert count_votes("bao") == Votes(0, 0)
    token = re.search(r'name="token" value="([^"]+)"', answer.content.decode())
    assert token is not None
    reader.post(ADDRESS, {"useful": "0", "token": token[1]})
    assert count_votes("bao") == Votes(0, 1), "a reader whose browser says nothing votes with the page's token"


def test_a_token_is_for_one_reader_one_article_and_a_quarter_of_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    def token_of(reader: Client, address: str) -> str:
        found = re.search(r'name="token" value="([^"]+)"', reader.get(address).content.decode())
        assert found is not None
        return found[1]

    first, second = Client(), Client()
    stolen = token_of(first, ADDRESS)
    token_of(second, ADDRESS)
    second.post(ADDRESS, {"useful": "1", "token": stolen})
    second.post(ADDRESS, {"useful": "1", "token": token_of(second, "/binh-chon/dong")})
    second.post(ADDRESS, {"useful": "1", "token": "x"})
    monkeypatch.setattr(votes, "_TOKEN_LIVES", -1)
    first.post(ADDRESS, {"useful": "1", "token": stolen})
    assert count_votes("bao") == Votes(0, 0)


def test_the_ballot_cookie_stays_at_its_address(browser: Client) -> None:
    answer = browser.post(ADDRESS, {"useful": "1"})
    cookie = answer.cookies[votes.COOKIE]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/binh-chon/", True, "Strict")
    assert "no-store" in answer.headers["Cache-Control"] or "no-cache" in answer.headers["Cache-Control"]
    assert ballot_of(cookie.value, "bao") != ballot_of(cookie.value, "dong")
    assert cookie.value not in str(models.Vote.objects.values_list("ballot", flat=True))


def test_no_page_carries_a_cookie(client: Client) -> None:
    for address in ("/", "/en/", "/bai/bao", "/tin/storm", "/tim?q=bao", "/moi-nhat", "/theo-doi"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert not answer.cookies
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_script_cannot_vote_for_ever() -> None:
    answers = [
        Client(headers={"sec-fetch-site": "same-origin"}).post(ADDRESS, {"useful": "1"}).status_code for _ in range(12)
    ]
    assert answers == [200] * 10 + [429] * 2
    assert count_votes("bao").cast == 10


@pytest.mark.parametrize("useful", ["", "2", "true", "\x00"])
def test_a_vote_for_nothing_asks_again(browser: Client, useful: str) -> None:
    answer = browser.post(ADDRESS, {"useful": useful})
    assert 'name="token"' in answer.content.decode()
    assert count_votes("bao").cast == 0


def test_unknown_and_removed_articles_take_no_votes(browser: Client) -> None:
    assert browser.post("/binh-chon/nosuch", {"useful": "1"}).status_code == 404
    assert browser.post("/binh-chon/gone", {"useful": "1"}).status_code == 404
    assert cast_vote("nosuch", "b", True) is False


def test_the_vote_page_speaks_english_below_en(browser: Client) -> None:
    assert browser.post("/en/binh-chon/bao", {"useful": "1"}).status_code == 200


def test_a_read_is_counted_once_an_hour_from_one_place_and_leaves_no_trace(browser: Client) -> None:
    for _ in range(3):
        answer = browser.post("/doc/thế giới/1")
        assert (answer.status_code, answer.content) == (204, b"")
        assert not answer.cookies
    browser.post("/doc/thế giới/1", REMOTE_ADDR="203.0.113.9")
    Client().post("/doc/thế giới/1", REMOTE_ADDR="203.0.113.10")
    votes.TALLY.flush()
    (row,) = models.ReadSum.objects.all()
    assert (row.article.key, row.count, row.hour.minute) == ("thế giới/1", 2, 0)
    assert browser.get("/doc/bao").status_code == 405


def test_sums_of_an_hour_add_up() -> None:
    hour = datetime(2026, 11, 20, 5, tzinfo=UTC)
    add_reads({("bao", hour): 2, ("nosuch", hour): 5})
    add_reads({("bao", hour): 3})
    assert list(models.ReadSum.objects.values_list("article__key", "count")) == [("bao", 5)]
