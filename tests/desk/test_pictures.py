"""Pictures of articles that the watch has placed: whose are fetched, which are refused, and that none stops a round."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from diemtin.store.pictures import Picture, find_picture
from tests.desk.commands import Desk, new_desk
from tests.desk.test_watch import watch
from tests.desk.threading_web import in_a_thread
from tests.sources import misbehaving
from tests.sources.misbehaving import MisbehavingWeb, Request, Source

PAPERS = {"full": "anh-mo.test", "excerpt": "anh-trich.test", "headline": "anh-dong.test"}
PICTURES = 9


def drawing(width: int, height: int, kind: str = "JPEG") -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), (180, 40, 30)).save(made, kind)
    return made.getvalue()


def picture_for(number: int) -> tuple[str, bytes, dict[str, str]]:
    """Good ones, and everything that a server may send instead."""
    good = drawing(1600, 900)
    return {
        0: ("200 OK", good, {"kind": "image/jpeg"}),
        1: ("200 OK", drawing(600, 400, "PNG"), {"kind": "text/plain"}),
        2: ("404 Not Found", b"none", {"kind": "text/html"}),
        3: ("200 OK", b"<html>no picture</html>", {"kind": "image/jpeg"}),
        4: ("200 OK", good[: len(good) // 3], {"kind": "image/jpeg"}),
        5: ("200 OK", drawing(16, 16, "PNG"), {"kind": "image/png"}),
        6: ("302 Found", b"", {"Location": "http://169.254.169.254/meta.jpg"}),
        7: ("200 OK", b"\xff\xd8\xff" + b"x" * (11 << 20), {"kind": "image/jpeg"}),
        8: ("200 OK", b'<svg xmlns="http://www.w3.org/2000/svg"/>', {"kind": "image/svg+xml"}),
    }[number]


class PictureWeb(MisbehavingWeb):
    """Three outlets with one feed each; every article has a picture of its own."""

    async def _answer(self, request: Request) -> None:
        if request.path == "/feed.xml":
            extra = "".join(
                f"<item><title>Bài {n} của {request.host}</title><link>http://{request.host}:{self.port}/so-{n}.html</link>"
                f"<description>Sapo của bài {n}.</description></item>"
                for n in range(PICTURES)
            )
            text = f'<rss version="2.0"><channel><title>{request.host}</title>{extra}</channel></rss>'
            await request.send("200 OK", text.encode())
        elif request.path.startswith("/so-"):
            await request.send("200 OK", page(request.host, int(request.path[4]), self.port).encode(), "text/html")
        elif request.path.startswith("/anh-"):
            status, body, headers = picture_for(int(request.path[5]))
            await request.send(status, body, **headers)
        else:
            await request.send("404 Not Found", b"none", "text/plain")


def page(host: str, number: int, port: int) -> str:
    text = misbehaving.article_page(host, 0).replace("Bài 0", f"Bài {number}").replace("bài 0", f"bài {number}")
    image = f'<img src="http://{host}:{port}/anh-{number}.jpg" width=1600 height=900>'
    figure = f"<figure>{image}<figcaption>Cảnh {number}.</figcaption></figure>"
    return text.replace("</p>", f"</p>{figure}", 1)


def serving() -> AbstractContextManager[PictureWeb]:
    return in_a_thread(_opened(PictureWeb(0, 0)))


@asynccontextmanager
async def _opened(web: PictureWeb) -> AsyncIterator[PictureWeb]:
    server = await asyncio.start_server(web.serve, "127.0.0.1", 0, limit=1 << 20)
    web.port = server.sockets[0].getsockname()[1]
    web.sources = [
        Source(host, rights, f"http://{host}:{web.port}/feed.xml", PICTURES) for rights, host in PAPERS.items()
    ]
    async with server:
        yield web


def desk_of(folder: Path, web: PictureWeb, profile: str = "public") -> Desk:
    desk = new_desk(folder)
    desk.folder.mkdir()
    hosts = ", ".join(f'"{source.host}"' for source in web.sources)
    toml = f'contact = "https://ban-tin.example"\nfetch_private_hosts = [{hosts}]\nprofile = "{profile}"\n'
    (desk.folder / "desk.toml").write_text(toml, encoding="utf-8")
    desk.run("sources", "add", *[source.url for source in web.sources], "--kind", "feed")
    give_rights(desk, {source.host: source.behaviour for source in web.sources})
    return desk


def give_rights(desk: Desk, rights: dict[str, str]) -> None:
    """What each outlet has agreed to, before or after it is met."""
    script = f"""
import django; django.setup()
from diemtin.store.models import Outlet
for host, rights in {rights!r}.items():
    Outlet.objects.update_or_create(key=host, defaults={{"domain": host, "name": host, "rights": rights}})
"""
    environment = desk.environment | {"DIEMTIN_DESK": str(desk.folder)}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, timeout=60)


def kept(desk: Desk, web: PictureWeb, rights: str) -> dict[int, Picture]:
    host = PAPERS[rights]
    urls = {n: f"http://{host}:{web.port}/anh-{n}.jpg" for n in range(PICTURES)}
    found = {n: find_picture(desk.folder / "pictures", url) for n, url in urls.items()}
    return {n: picture for n, picture in found.items() if picture is not None}


def asked(web: PictureWeb, rights: str) -> list[str]:
    return [path for path in web.requests[PAPERS[rights]] if path.startswith("/anh-")]


def failures(log: list[dict[str, Any]]) -> dict[int, str]:
    lines = [line for line in log if line["event"] == "picture failed"]
    return {int(line["url"].rpartition("-")[2][0]): line["reason"] for line in lines}


def test_only_pictures_that_rights_allow_and_that_are_pictures(tmp_path: Path) -> None:
    with serving() as web:
        desk = desk_of(tmp_path / "desk", web)
        log = watch(desk, "--once")
        assert len(desk.export("articles")) == 3 * PICTURES, "no picture keeps an article out"
        shown = kept(desk, web, "full")
        assert {n: (one.width, one.height, one.widths) for n, one in shown.items()} == {
            0: (1200, 675, (480, 1200)),
            1: (600, 400, (480, 600)),
        }
        assert sorted(asked(web, "full")) == [f"/anh-{n}.jpg" for n in range(PICTURES)], "each once"
        assert asked(web, "excerpt") == asked(web, "headline") == [], "nothing is fetched that may not be shown"
        told = failures(log)
        assert sorted(told) == [2, 3, 4, 5, 6, 7, 8], "every bad one is named"
        reasons = {
            2: "404",
            3: "not a picture",
            4: "can be read",
            5: "icon",
            6: "no public address",
            7: "kB",
            8: "not a picture",
        }
        for number, words in reasons.items():
            assert words in told[number], told[number]
        desk.run("check")

        watch(desk, "--once")
        assert len(asked(web, "full")) == PICTURES, "what is there, or failed today, is not asked for again"


def test_a_private_desk_keeps_every_picture(tmp_path: Path) -> None:
    with serving() as web:
        desk = desk_of(tmp_path / "desk", web, "private")
        watch(desk, "--once")
        for rights in PAPERS:
            assert sorted(kept(desk, web, rights)) == [0, 1]


def test_rights_given_later_bring_the_pictures_at_the_next_start(tmp_path: Path) -> None:
    with serving() as web:
        desk = desk_of(tmp_path / "desk", web)
        watch(desk, "--once")
        assert kept(desk, web, "excerpt") == {}
        give_rights(desk, {PAPERS["excerpt"]: "full"})
        watch(desk, "--once")
        assert sorted(kept(desk, web, "excerpt")) == [0, 1]


def test_a_picture_of_an_article_taken_down_is_not_fetched_again(tmp_path: Path) -> None:
    with serving() as web:
        desk = desk_of(tmp_path / "desk", web)
        watch(desk, "--once")
        taken = next(one for one in desk.export("articles") if one["title"] == f"Bài 0 của {PAPERS['full']}")
        desk.run("takedown", taken["id"], "--why", "theo yêu cầu")
        assert sorted(kept(desk, web, "full")) == [1]
        watch(desk, "--once")
        assert sorted(kept(desk, web, "full")) == [1]
