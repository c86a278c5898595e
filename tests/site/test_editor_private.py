"""A private desk shows nothing to anybody without an account, on any surface; to its readers, everything."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import get_resolver

from diemtin.desk.ingest import Report, ingest
from diemtin.desk.placing import Placer
from diemtin.news import Article, Figure, Outlet, Passage, Published
from diemtin.site import caching
from diemtin.site.editor.tokens import token_of
from diemtin.sources.ready import Ready
from diemtin.store import models
from diemtin.store.pictures import picture_key, picture_path
from tests.site.editor_desk import ROOT, account, addresses, browser, serve_as, sign_in

pytestmark = pytest.mark.django_db
TITLE = "Cầu Sông Gianh thông xe sau ba năm sửa chữa"
BODY = "Sáng nay cây cầu dài 900 mét đã thông xe, người dân hai bờ đổ ra xem từ sớm."
PICTURE = "https://anh.example/cau.jpg"
OPEN = {"sign_in", "healthz", "readyz", "metrics", "greader_login"}


@pytest.fixture
def desk(settings: Any) -> Iterator[str]:
    """A private desk with one article that has a picture; its id."""
    now = datetime.now(UTC).replace(microsecond=0)
    told = Article(
        TITLE,
        lead="Cây cầu nối hai bờ đã mở lại cho mọi loại xe.",
        body=(Passage(BODY), Passage("Ông Lê Văn Tư nói: “Chúng tôi đã chờ ngày này ba năm.”")),
        figures=(Figure(PICTURE, "Cầu sáng nay"),),
        published=Published.at(now - timedelta(hours=1)),
        url="https://bao.example/cau.html",
        outlet=Outlet("Báo Ví Dụ", "bao.example", rights="headline"),
    )
    ingest(Placer(django_settings.DESK), [Ready(told, id="cau-1")], Report(), processes=1)
    serve_as(settings, profile="private", editor_path=ROOT)
    account("lan")
    account("minh", editor=False)
    kept = picture_path(settings.DESK.pictures, picture_key(PICTURE), 320)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(b"picture bytes")
    yield "cau-1"
    kept.unlink()
    caching.SHELF.clear()


def every_address(key: str) -> list[tuple[str, str]]:
    """Every address of the site in both languages, those of the one article and its story, and some that are not there."""
    found = addresses(get_resolver().url_patterns)
    assert len(found) > 60
    story = models.Article.objects.get(key=key).story.key
    more = [f"/bai/{key}", f"/tin/{story}", "/tim?q=cau+song+gianh", "/theo-doi/moi-nhat.rss", "/api/v1/articles"]
    more += [
        f"/anh/{picture_key(PICTURE)}-320.webp",
        f"/api/v1/stories/{story}",
        "/khong-co-trang-nay",
        "/static/khong-co.css",
    ]
    found += [(path, "") for path in more]
    return found + [(f"/en{path}", name) for path, name in found]


def test_every_address_is_closed_to_strangers(desk: str) -> None:
    reader = browser()
    sign_in(reader, "minh", at="/dang-nhap")
    for path, _name in every_address(desk):  # what a reader has opened lies in the memory of the process
        if "dang-xuat" not in path:
            reader.get(path)
    for path, name in every_address(desk):
        if name in OPEN:
            continue
        for method in ("get", "head", "post", "put", "options"):
            answer = getattr(Client(SERVER_NAME="127.0.0.1"), method)(path, headers={"if-none-match": "*"})
            assert answer.status_code in (302, 401), f"{method} {path}: {answer.status_code}"
            assert TITLE.encode() not in answer.content
            assert "ETag" not in answer.headers
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith(("/dang-nhap", "/en/dang-nhap")), path


def test_what_is_open_tells_nothing(desk: str) -> None:
    for path in ("/dang-nhap", "/en/dang-nhap", "/healthz", "/readyz"):
        answer = browser().get(path)
        assert answer.status_code == 200
        page = answer.content.decode()
        assert TITLE not in page
        assert "Báo Ví Dụ" not in page
    assert "noindex" in browser().get("/dang-nhap").content.decode()


def test_a_reader_sees_everything_and_no_cache_between_keeps_it(desk: str) -> None:
    reader = browser()
    assert sign_in(reader, "minh", at="/dang-nhap").headers["Location"] == "/"
    story = models.Article.objects.get(key=desk).story.key
    for path in (
        "/",
        f"/bai/{desk}",
        f"/tin/{story}",
        "/tim?q=cau+song+gianh",
        "/theo-doi/moi-nhat.rss",
        "/api/v1/articles/cau-1",
    ):
        answer = reader.get(path)
        assert answer.status_code == 200, path
        assert "sau ba năm sửa chữa" in answer.content.decode(), path
        assert "public" not in answer.headers["Cache-Control"], path
        assert "private" in answer.headers["Cache-Control"] or "no-store" in answer.headers["Cache-Control"], path
        assert "Cookie" in answer.headers["Vary"], path
        assert not answer.cookies, path
    picture = reader.get(f"/anh/{picture_key(PICTURE)}-320.webp")
    assert picture.content == b"picture bytes"
    assert "public" not in picture.headers["Cache-Control"]
    assert BODY in reader.get(f"/bai/{desk}").content.decode(), (
        "a private desk shows the body whatever the outlet's rights"
    )


def test_a_reader_comes_back_to_the_page_that_was_asked_for(desk: str) -> None:
    client = browser()
    asked = client.get(f"/bai/{desk}")
    page = client.get(asked.headers["Location"])
    assert f'name="next" value="/bai/{desk}"' in page.content.decode()


def test_signed_out_is_out(desk: str) -> None:
    reader = browser()
    sign_in(reader, "minh", at="/dang-nhap")
    assert '<a href="/dang-xuat">' in reader.get("/").content.decode()
    reader.post("/dang-xuat", {"csrfmiddlewaretoken": reader.cookies["csrftoken"].value})
    assert reader.get("/").status_code == 302


def test_programs_show_a_token(desk: str, settings: Any) -> None:
    from django.contrib.auth.models import User

    minh = User.objects.get(username="minh")
    token = token_of(minh)
    basic = base64.b64encode(f"minh:{token}".encode()).decode()
    ways = (f"Bearer {token}", f"Basic {basic}", f"GoogleLogin auth={token}")
    program = Client(SERVER_NAME="127.0.0.1")
    for path in ("/theo-doi/moi-nhat.rss", "/api/v1/articles/cau-1"):
        for way in ways:
            answer = program.get(path, headers={"authorization": way})
            assert answer.status_code == 200, answer.content
            assert TITLE in answer.content.decode()
            assert not answer.cookies
        assert program.get(path, headers={"x-auth-token": token}).status_code == 200
    for bad in (
        "Bearer x",
        f"Bearer {token}0",
        "Bearer ",
        "Basic !!!",
        "Basic bWluaA==",
        f"Bearer {'9' * 40}-a",
        "Bearer ²-a",
    ):
        answer = program.get("/api/v1/articles/cau-1", headers={"authorization": bad})
        assert answer.status_code == 401, bad
        assert "Basic" in answer.headers["WWW-Authenticate"]
    password = base64.b64encode(b"minh:con vit xoe ra hai cai canh").decode()
    assert program.get("/", headers={"authorization": f"Basic {password}"}).status_code == 401, (
        "no way round the lockout"
    )
    minh.set_password("mot mat khau khac han")
    minh.save()
    assert program.get("/api/v1/articles/cau-1", headers={"authorization": ways[0]}).status_code == 401
    minh.is_active = False
    minh.save()
    assert (
        program.get("/api/v1/articles/cau-1", headers={"authorization": f"Bearer {token_of(minh)}"}).status_code == 401
    )


def test_google_reader_clients_sign_in_with_it(desk: str) -> None:
    from django.contrib.auth.models import User

    token = token_of(User.objects.get(username="minh"))
    program = Client(SERVER_NAME="127.0.0.1")
    assert f"Auth={token}" in program.post("/accounts/ClientLogin", {"Email": "minh", "Passwd": token}).content.decode()
    assert program.post("/accounts/ClientLogin", {"Email": "minh", "Passwd": "x"}).status_code == 401


def test_a_token_never_edits(desk: str) -> None:
    from django.contrib.auth.models import User

    shown = {"authorization": f"Bearer {token_of(User.objects.get(username='lan'))}"}
    program = Client(SERVER_NAME="127.0.0.1")
    assert program.get(f"/{ROOT}/", headers=shown).status_code == 302
    assert program.post(f"/{ROOT}/go-bai/go", {"what": desk, "why": "x"}, headers=shown).status_code == 302
    assert models.Article.objects.get(key=desk).removed is None


def test_a_private_desk_without_an_editors_path_has_its_sign_in_page_and_no_desk(settings: Any) -> None:
    serve_as(settings, profile="private")
    account("lan")
    client = browser()
    assert client.get("/dang-nhap").status_code == 200
    assert sign_in(client, "lan", at="/dang-nhap").headers["Location"] == "/"
    assert client.get(f"/{ROOT}/").status_code == 404
