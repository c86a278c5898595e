"""What an editor does on the desk's pages, form by form, without JavaScript: what changes on the site, and the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from diemtin.desk.demo import build_demo
from diemtin.news import HANOI
from diemtin.site import caching
from diemtin.store import models
from diemtin.store.pictures import picture_path, save_picture
from diemtin.store.queries.blocks import get_front
from diemtin.store.queries.sight import Sight
from tests.site.editor_desk import ROOT, account, browser, do, said, serve_as, sign_in

pytestmark = pytest.mark.django_db
SAMPLE = Path(str(files("diemtin") / "sample"))


@pytest.fixture(scope="module", autouse=True)
def sample(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The desk of the invented day, built once for this file and rolled back after it."""
    with django_db_blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        build_demo(django_settings.DESK, SAMPLE, lambda error: None, lambda count: None)
    yield
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)


@pytest.fixture
def lan(settings: Any) -> Iterator[Client]:
    """An editor's browser, signed in."""
    serve_as(settings, editor_path=ROOT)
    account("lan")
    client = browser()
    sign_in(client, "lan")
    yield client
    caching.SHELF.clear()


def big_stories() -> list[models.Story]:
    return list(models.Story.objects.filter(merged_into=None, article_count__gt=1).order_by("-article_count", "id"))


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


def last_act() -> models.Act:
    act = models.Act.objects.order_by("-id").first()
    assert act is not None
    return act


def test_every_page_is_whole_in_both_languages(lan: Client) -> None:
    story, thread = big_stories()[0], models.Thread.objects.filter(merged_into=None).order_by("id")[0]
    article = models.Article.objects.filter(story=story)[0]
    paths = ["/", "/tin", "/tin?q=seoul", "/nguon", "/bao", "/go-bai", "/nhat-ky", "/nhat-ky?truoc=5"]
    paths += [
        f"/tin/{story.key}",
        f"/tin/{story.key}?tim=seoul",
        f"/dong/{thread.key}?tim=seoul",
        f"/bai/{article.key}",
    ]
    for path in paths:
        for prefix, language in (("", "vi"), ("/en", "en")):
            told = page(lan, f"{prefix}/{ROOT}{path}")
            assert f'<html lang="{language}">' in told
            assert told.count("<h1") == 1, path
            assert "<script" not in told
            assert 'style="' not in told
            assert 'content="noindex"' in told
            forms = re.findall(r'<form[^>]*method="post".*?</form>', told, re.DOTALL)
            assert all("csrfmiddlewaretoken" in form for form in forms), path
            names = re.findall(r'\bid="([^"]+)"', told)
            assert len(names) == len(set(names)), path
    for path in ("/tin/khong-co", "/dong/khong-co", "/bai/khong-co"):
        assert lan.get(f"/{ROOT}{path}").status_code == 404


def test_rights_of_an_outlet_hold_at_once_and_pictures_go(lan: Client, settings: Any, tmp_path: Path) -> None:
    settings.DESK = replace(settings.DESK, folder=tmp_path)
    article = models.Article.objects.filter(outlet__rights="full", kind="news").exclude(image="")[0]
    picture = keep_picture(tmp_path / "pictures", article.image)
    outlet = article.outlet
    address, text = f"/bai/{article.key}", article.versions.get(number=1).body[-1][1]
    assert text[:40] in unescape(page(lan, address))
    assert 'value="full" selected' in page(lan, f"/{ROOT}/bao")
    answer = do(lan, f"/{ROOT}/bao/quyen", outlet=outlet.key, rights="headline", why="thư ngày 3/5")
    assert said(answer) == f"done: {outlet.name}: từ nay hiện chỉ tít và đường dẫn."
    assert text[:40] not in unescape(page(lan, address))
    assert not picture.exists()
    act = last_act()
    assert (act.kind, act.by, act.why) == ("rights", "lan", "thư ngày 3/5")
    assert act.told == {"outlet": outlet.key, "before": "full", "rights": "headline"}
    assert "toàn văn → chỉ tít và đường dẫn" in page(lan, f"/{ROOT}/nhat-ky")
    assert said(do(lan, f"/{ROOT}/bao/quyen", outlet=outlet.key, rights="all")).startswith("refused: Chưa chọn quyền")
    assert said(do(lan, f"/{ROOT}/bao/quyen", outlet="không có", rights="full")).startswith("refused: Không có báo nào")


def keep_picture(folder: Path, url: str) -> Path:
    """A file of our copy of a picture."""
    made = BytesIO()
    Image.new("RGB", (200, 120)).save(made, "PNG")
    kept = save_picture(folder, url, made.getvalue())
    return picture_path(folder, kept.key, kept.widths[-1])


def test_pages_ask_a_fixed_number_of_queries(lan: Client) -> None:
    story = big_stories()[0]
    for path, most in {"/": 18, "/tin": 8, f"/tin/{story.key}": 30, "/go-bai": 6, "/nhat-ky": 5}.items():
        with CaptureQueriesContext(connection) as queries:
            page(lan, f"/{ROOT}{path}")
        assert len(queries) <= most, path


def test_merging_two_stories(lan: Client) -> None:
    first, second = big_stories()[:2]
    count = first.article_count + second.article_count
    answer = do(
        lan,
        f"/{ROOT}/tin/{first.key}/gop",
        typed=f"http://127.0.0.1:8000/tin/{second.key}",
        keep="this",
        why="cùng một việc",
    )
    assert said(answer).startswith("done: ")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (second.merged_into, first.article_count) == (first, count)
    act = last_act()
    assert (act.kind, act.by, act.why) == ("merge", "lan", "cùng một việc")
    assert page(lan, f"/{ROOT}/nhat-ky").count("cùng một việc") == 1
    assert Client(SERVER_NAME="127.0.0.1").get(f"/tin/{second.key}").headers["Location"] == f"/tin/{first.key}"
    assert lan.get(f"/{ROOT}/tin/{second.key}").headers["Location"] == f"/{ROOT}/tin/{first.key}"
    assert said(do(lan, f"/{ROOT}/tin/{first.key}/gop", other=second.key, keep="this")).startswith(
        "refused: Hai tin này đã là một"
    )


def test_the_other_story_may_be_the_one_that_stays(lan: Client) -> None:
    first, second = big_stories()[:2]
    do(lan, f"/{ROOT}/tin/{first.key}/gop", other=second.key, keep="other")
    first.refresh_from_db()
    assert first.merged_into == second


def test_splitting_articles_off_and_moving_them_back(lan: Client) -> None:
    story = big_stories()[0]
    articles = list(models.Article.objects.filter(story=story).order_by("moment", "id"))
    told = page(lan, f"/{ROOT}/tin/{story.key}")
    assert all(f'name="article" value="{article.key}"' in told for article in articles)
    answer = do(lan, f"/{ROOT}/tin/{story.key}/tach", article=articles[0].key, back=f"/{ROOT}/tin/{story.key}")
    articles[0].refresh_from_db()
    new = articles[0].story
    assert new != story
    assert answer.request["PATH_INFO"] == f"/{ROOT}/tin/{new.key}"
    do(lan, f"/{ROOT}/tin/{new.key}/chuyen", article=articles[0].key, target=story.key)
    articles[0].refresh_from_db()
    assert articles[0].story == story
    every = [article.key for article in articles]
    back = f"/{ROOT}/tin/{story.key}"
    assert "ít nhất một bài" in said(do(lan, f"{back}/tach", article=every, back=back))
    assert "Chưa chọn bài nào" in said(do(lan, f"{back}/tach", back=back))
    assert "Chưa ghi mã tin" in said(do(lan, f"{back}/chuyen", article=every[:1], back=back))


def test_an_editors_headline_and_giving_it_back(lan: Client) -> None:
    story = big_stories()[0]
    machine = story.title
    do(lan, f"/{ROOT}/tin/{story.key}/doi-ten", title="Tít của <b>biên tập</b>", back=f"/{ROOT}/tin/{story.key}")
    story.refresh_from_db()
    assert (story.title, story.renamed) == ("Tít của <b>biên tập</b>", True)
    assert "Tít của &lt;b&gt;biên tập&lt;/b&gt;" in page(lan, f"/tin/{story.key}")
    do(lan, f"/{ROOT}/tin/{story.key}/doi-ten", title="Tít của <b>biên tập</b>", machine="1")
    story.refresh_from_db()
    assert (story.title, story.renamed) == (machine, False)


def test_a_pin_stands_first_until_its_end(lan: Client) -> None:
    story = big_stories()[-1]
    back = f"/{ROOT}/tin/{story.key}"
    end = (datetime.now(UTC) + timedelta(hours=2)).astimezone(HANOI)
    do(lan, f"{back}/ghim", block="focus", section="", place="1", until=f"{end:%Y-%m-%dT%H:%M}", back=back)
    pin = models.Pin.objects.get()
    assert pin.by == "lan"
    assert pin.until == end.replace(second=0, microsecond=0)
    front = get_front(Sight.of("public", datetime.now(UTC)))
    assert next(block for block in front.blocks if block.kind == "focus").places[0].story == story.key
    assert "Bỏ ghim" in page(lan, back)
    assert story.title in page(lan, f"/{ROOT}/")
    do(lan, f"{back}/bo-ghim", block="focus", section="", back=back)
    pin.refresh_from_db()
    assert pin.until is not None
    assert pin.until <= datetime.now(UTC)
    assert [act.kind for act in models.Act.objects.order_by("id")][-2:] == ["pin", "unpin"]


@pytest.mark.parametrize(
    "given",
    [
        {"block": "weather"},
        {"section": "khong-co"},
        {"place": "0"},
        {"place": "một"},
        {"place": "٣"},
        {"until": "hôm nào đó"},
        {"until": "2020-01-01T00:00"},
    ],
)
def test_a_pin_that_makes_no_sense_is_refused(lan: Client, given: dict[str, str]) -> None:
    back = f"/{ROOT}/tin/{big_stories()[0].key}"
    told = {"block": "focus", "section": "", "place": "1", "until": "", "back": back} | given
    assert said(do(lan, f"{back}/ghim", **told)).startswith("refused: ")
    assert not models.Pin.objects.exists()


def test_threads_begin_grow_merge_and_end(lan: Client) -> None:
    free = models.Story.objects.filter(merged_into=None, thread=None, article_count__gt=0)
    one, two, three, four = free.order_by("id")[:4]
    answer = do(
        lan,
        f"/{ROOT}/tin/{one.key}/dong",
        begin="1",
        title="Cảng biển",
        stories=f"{two.key} http://127.0.0.1/tin/{three.key}",
    )
    key = answer.request["PATH_INFO"].rpartition("/")[2]
    thread = models.Thread.objects.get(key=key)
    assert (thread.title, thread.renamed, thread.stories.count()) == ("Cảng biển", True, 3)
    back = f"/{ROOT}/dong/{key}"
    do(lan, f"{back}/them", stories=four.key, back=back)
    assert thread.stories.count() == 4
    do(lan, f"{back}/rut", story=[three.key, four.key], back=back)
    assert thread.stories.count() == 2
    do(lan, f"{back}/doi-ten", title="Cảng biển và đảo", back=back)
    thread.refresh_from_db()
    assert thread.title == "Cảng biển và đảo"
    do(lan, f"/{ROOT}/tin/{three.key}/dong", typed=f"http://127.0.0.1/dong-su-kien/{key}")
    assert thread.stories.count() == 3
    do(lan, f"/{ROOT}/tin/{three.key}/dong", off="1")
    other = (
        models.Thread.objects.exclude(pk=thread.pk).filter(merged_into=None, stories__isnull=False).order_by("id")[0]
    )
    answer = do(lan, f"{back}/gop", other=other.key)
    assert answer.request["PATH_INFO"] == f"/{ROOT}/dong/{other.key}"
    assert {one.key, two.key} <= set(other.stories.values_list("key", flat=True))
    assert {act.by for act in models.Act.objects.all()} == {"lan"}


def test_taking_down_and_giving_back(lan: Client) -> None:
    article = models.Article.objects.filter(removed=None, role="main").exclude(url="").order_by("id")[0]
    reader = Client(SERVER_NAME="127.0.0.1")
    assert reader.get(f"/bai/{article.key}").status_code == 200
    asks = page(lan, f"/{ROOT}/bai/{article.key}")
    assert article.title in asks.replace("&quot;", '"')
    form = {"what": article.key, "why": " ", "back": f"/{ROOT}/bai/{article.key}"}
    assert "Gỡ bài phải có lý do" in said(do(lan, f"/{ROOT}/go-bai/go", **form))
    answer = do(lan, f"/{ROOT}/go-bai/go", what=f"/bai/{article.key}", why="theo yêu cầu của báo")
    assert answer.request["PATH_INFO"] == f"/{ROOT}/go-bai"
    caching.SHELF.clear()
    gone = reader.get(f"/bai/{article.key}")
    assert gone.status_code in (404, 410)
    assert "theo yêu cầu của báo" in page(lan, f"/{ROOT}/go-bai")
    note = models.Takedown.objects.filter(key=article.key)[0]
    assert (note.by, last_act().by) == ("lan", "lan")
    assert page(lan, f"/{ROOT}/go-bai").count("Trả lại</button>") == 1, "an article of several texts is one line"
    do(lan, f"/{ROOT}/go-bai/tra-lai", what=article.key, why="nhầm", back=f"/{ROOT}/go-bai")
    caching.SHELF.clear()
    assert reader.get(f"/bai/{article.key}").status_code == 200
    assert "Chưa gỡ bài nào" in page(lan, f"/{ROOT}/go-bai")
    assert "Không có bài nào mang mã này" in said(do(lan, f"/{ROOT}/go-bai/go", what="khong-co", why="x"))


def test_what_was_said_is_said_once(lan: Client) -> None:
    answer = do(lan, f"/{ROOT}/go-bai/go", what="khong-co", why="x")
    assert said(answer)
    assert not said(lan.get(f"/{ROOT}/"))


def test_a_story_is_found_by_words_id_or_address(lan: Client) -> None:
    story = big_stories()[0]
    for asked in (story.key, f"https://tin.example/tin/{story.key}", f"/en/tin/{story.key}"):
        assert lan.get(f"/{ROOT}/tin", {"q": asked}).headers["Location"] == f"/{ROOT}/tin/{story.key}"
    words = " ".join(story.title.split()[:4])
    assert f"/{ROOT}/tin/{story.key}" in lan.get(f"/{ROOT}/tin", {"q": words}).content.decode()


# --- sources ---


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[str]:
    """A small paper on loopback with a feed, which this desk may ask; its address."""
    feed = (
        '<rss version="2.0"><channel><title>Báo Thử</title><link>/</link>'
        + "".join(f"<item><title>Tin thử số {n}</title><link>/tin-{n}.html</link></item>" for n in range(4))
        + "</channel></rss>"
    )
    (tmp_path / "rss.xml").write_text(feed, encoding="utf-8")
    home = '<html><head><title>Báo Thử</title><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head></html>'
    (tmp_path / "index.html").write_text(home, encoding="utf-8")
    serve = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), serve)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_looking_watching_letting_go(lan: Client, settings: Any, paper: str) -> None:
    settings.DESK = replace(settings.DESK, fetch_private_hosts=("127.0.0.1",))
    token = {"csrfmiddlewaretoken": lan.cookies["csrftoken"].value}
    looked = lan.post(f"/{ROOT}/nguon/xem", {"address": paper, **token})
    assert looked.status_code == 200
    chosen = re.findall(r'name="source" value="([^"]+)" checked', looked.content.decode())
    assert chosen == [f"feed {paper}rss.xml"]
    assert not models.Source.objects.exists(), "looking adds nothing"
    assert said(do(lan, f"/{ROOT}/nguon/theo-doi", source=chosen)) == "done: Thêm 1 nguồn."
    source = models.Source.objects.get()
    assert (source.url, source.active) == (f"{paper}rss.xml", True)
    assert source.url in page(lan, f"/{ROOT}/nguon")
    do(lan, f"/{ROOT}/nguon/hoi", url=source.url)
    do(lan, f"/{ROOT}/nguon/thoi", url=source.url)
    source.refresh_from_db()
    assert not source.active
    assert "Theo dõi lại" in page(lan, f"/{ROOT}/nguon")
    do(lan, f"/{ROOT}/nguon/theo-doi-lai", url=source.url)
    source.refresh_from_db()
    assert source.active
    acts = models.Act.objects.order_by("id").values_list("kind", "by")
    assert list(acts) == [(kind, "lan") for kind in ("add_source", "ask_source", "remove_source", "add_source")]
    assert source.url in page(lan, f"/{ROOT}/nhat-ky")


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/", "file:///etc/passwd", "x y"]
)
def test_an_editor_cannot_make_the_desk_ask_its_own_network(lan: Client, address: str) -> None:
    token = {"csrfmiddlewaretoken": lan.cookies["csrftoken"].value}
    answer = lan.post(f"/{ROOT}/nguon/xem", {"address": address, **token})
    assert answer.status_code == 422
    assert 'class="note said refused"' in answer.content.decode()
    assert said(do(lan, f"/{ROOT}/nguon/theo-doi", address="javascript:alert(1)", kind="feed")).startswith("refused: ")
    assert said(do(lan, f"/{ROOT}/nguon/theo-doi", address="https://bao.example/", kind="zip")).startswith("refused: ")
    assert said(do(lan, f"/{ROOT}/nguon/theo-doi")) == "refused: Chưa chọn nguồn nào."
    assert not models.Source.objects.exists()


def test_a_source_in_trouble_is_on_the_first_page_with_its_reason(lan: Client) -> None:
    now = datetime.now(UTC)
    state = {
        "failures": 3,
        "last_error": "status 503",
        "error_kind": "status",
        "last_success": (now - timedelta(days=2)).isoformat(),
    }
    models.Source.objects.create(
        url="https://bao.example/rss",
        kind="feed",
        added=now,
        next_due=now + timedelta(hours=1),
        failures=3,
        state={"state": state},
    )
    for path in ("/", "/nguon"):
        told = page(lan, f"/{ROOT}{path}")
        assert "đang lỗi" in told
        assert "máy chủ từ chối" in told
    assert "status 503" in page(lan, f"/{ROOT}/nguon")


def test_a_story_that_loses_its_last_article_leaves_its_place(lan: Client) -> None:
    story = models.Story.objects.filter(merged_into=None, article_count=1).order_by("id")[0]
    there = f"/{ROOT}/tin/{story.key}"
    do(lan, f"{there}/ghim", block="hot", section="", place="1", until="2099-01-01T00:00", back=there)
    do(lan, f"/{ROOT}/go-bai/go", what=models.Article.objects.get(story=story).key, why="sai")
    assert "Không có tin nào được ghim" in page(lan, f"/{ROOT}/")
    assert "Tin này không còn bài nào" in page(lan, there)
