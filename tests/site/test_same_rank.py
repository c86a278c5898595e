"""One snapshot, one rank: page, feeds, API and reading programs show the same places for the same reasons."""

from __future__ import annotations

import ast
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client
from lxml import etree, html

from diemtin.ranking import front_json
from diemtin.site.feeding import WHY
from diemtin.store import models
from diemtin.store.queries.blocks import BY_ARTICLE, get_front
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now
from diemtin.store.queries.then import sight_at
from tests import small_desk
from tests.small_desk import SmallDesk

SOURCE = Path(__file__).resolve().parents[2] / "src" / "diemtin"
HEADS = {
    "tieu-diem": "focus",
    "dang-nong": "hot",
    "moi-nhat": "latest",
    "doc-nhieu": "most_read",
    "video-hot": "hot_video",
    "multimedia": "multimedia",
    "thoi-tiet": "weather",
    "diem-bao": "roundup",
    "quan-tam": "recommended",
}
Rank = dict[tuple[str, str], list[tuple[str, list[tuple[str, float, str]]]]]
"""(block, section) -> its places: the end of the address they lead to, and the reasons."""


@pytest.fixture
def busy(desk: SmallDesk) -> SmallDesk:
    """Every block has a place, and every sign of a reason is there."""
    for number in range(14):
        section = ("world", "sport", "law", "culture")[number % 4]
        desk.article(f"Tin lẻ {number}", story=f"lẻ{number}", hours=4 + number, section=section)
    for number in range(5):
        desk.article("Giá vàng", story="gold", hours=0.2 * number + 0.1, outlet=f"bao{number}.vn", section="business")
        for rival in ("điện", "xăng", "gạo"):
            desk.article(
                f"Giá {rival}", story=rival, hours=0.2 * number + 0.8, outlet=f"bao{number}.vn", section="life"
            )
        desk.article("Bản tin hãng", story="wire", hours=5 - number, outlet=f"bao{number}.vn", wire="w")
    for kind in ("video", "weather", "roundup", "infographic"):
        row = desk.article(f"Bài {kind}", story=kind, hours=2, kind=kind)
        desk.teaser(row, "hot_video" if kind == "video" else "multimedia", "bao1.vn")
    for useful in models.Article.objects.filter(story__key__in=("điện", "wire", "storm")):
        models.Vote.objects.create(article=useful, ballot="x", useful=True, cast=small_desk.NOW - timedelta(hours=1))
    read = models.Article.objects.get(story__key="lẻ3")
    models.ReadSum.objects.create(article=read, hour=small_desk.NOW - timedelta(hours=2), count=40)
    desk.teaser(read, "most_read", "bao2.vn")
    models.Pin.objects.create(block="focus", story=desk.story("lẻ9"), since=small_desk.NOW - timedelta(hours=3))
    return desk


def ranked(sight: Sight) -> Rank:
    return {
        (block.kind, block.section): [
            (
                f"bai/{place.article}" if block.kind in BY_ARTICLE else f"tin/{place.story}",
                [(reason.sign, reason.weight, reason.words) for reason in place.reasons],
            )
            for place in block.places
        ]
        for block in get_front(sight).blocks
        if block.places
    }


def of_page(content: bytes) -> Rank:
    root = html.fromstring(content.decode())
    found: Rank = {}
    for block in root.xpath("//section"):
        head = block.get("aria-labelledby", "")
        name = ("section", head.removeprefix("muc-")) if head.startswith("muc-") else (HEADS.get(head, ""), "")
        if not name[0] or head == "moi-muc":
            continue
        leads = block.xpath(".//h3/a/@href")
        whys = block.xpath(".//details[@class='why']")
        places = [
            (
                unquote(lead).removeprefix("/"),
                [(*_sign(line.get("data-why")), str(line.text).strip()) for line in why.xpath(".//li[@data-why]")],
            )
            for lead, why in zip(leads, whys, strict=True)
        ]
        if places:
            found[name] = places
    return found


def _sign(told: str) -> tuple[str, float]:
    sign, weight = told.split(" ")
    return sign, float(weight)


def of_json_feed(told: dict[str, Any]) -> Rank:
    found: Rank = {}
    for entry in told["items"]:
        own = entry["_diemtin"]
        reasons = [(reason["sign"], reason["weight"], reason["words"]) for reason in own["why"]]
        path = unquote(entry["url"].split("/", 3)[3])
        found.setdefault((own["block"], own["section"]), []).append((path, reasons))
    return found


def of_xml(content: bytes) -> list[tuple[str, str]]:
    """Addresses and reasons in words, in the order of the feed."""
    found = []
    for entry in etree.fromstring(content).xpath("//*[local-name()='item' or local-name()='entry']"):
        link = entry.xpath("./*[local-name()='link'][not(@rel='via')]")[0]
        shown = html.fromstring(entry.xpath("./*[local-name()='description' or local-name()='summary']")[0].text)
        words = "".join(shown.xpath("string(.//small)"))
        found.append((unquote(link.get("href") or link.text).split("/", 3)[3], words.removeprefix(f"{WHY} ")))
    return found


@pytest.mark.parametrize("past", [False, True])
def test_every_surface_shows_the_same_rank(client: Client, busy: SmallDesk, past: bool) -> None:
    moment = desk_now() if not past else small_desk.NOW.replace(second=0) - timedelta(minutes=40)
    sight = sight_at("public", moment) if past else Sight.of("public", moment)
    asked = {"luc": moment.isoformat()} if past else {}
    front = get_front(sight)
    rank = ranked(sight)
    assert len(rank) > 10 or past
    assert {"pin", "outlets", "rise", "reads", "useful", "time", "age", "same_section"} <= {
        sign for places in rank.values() for _, reasons in places for sign, _, _ in reasons
    }

    api = client.get("/api/v1/front", {"at": moment.isoformat()} if past else {}).json()
    told = [
        block | {"places": [place | {"why": [list(why.values()) for why in place["why"]]} for place in block["places"]]}
        for block in api["blocks"]
    ]
    again = {"moment": datetime.fromisoformat(api["moment"]).astimezone(UTC).isoformat(), "blocks": told}
    assert json.dumps(again, ensure_ascii=False, sort_keys=True, separators=(",", ":")) == front_json(front)

    page = of_page(client.get("/", asked).content)
    assert page == rank

    feed = client.get("/theo-doi/trang-nhat.json", asked).json()
    assert of_json_feed(feed) == rank
    order = [
        (path, " · ".join(words for _, _, words in reasons)) for places in rank.values() for path, reasons in places
    ]
    for kind in ("rss", "atom"):
        assert of_xml(client.get(f"/theo-doi/trang-nhat.{kind}", asked).content) == order

    if not past:
        reader = client.get("/reader/api/0/stream/contents/feed/trang-nhat", {"n": "100"}).json()
        titles = {entry["title"] for entry in reader["items"]}
        keys = [place.article for block in front.blocks for place in block.places]
        assert titles == set(models.Article.objects.filter(key__in=keys).values_list("title", flat=True))


def test_only_one_place_asks_ranking_for_a_page() -> None:
    """Whoever needs a front page, a review too, takes it from ``store.queries.blocks``."""
    callers = set()
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE).parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Name) and node.id in ("rank_front", "rank_section") and room != "ranking":
                callers.add(path.relative_to(SOURCE).as_posix())
    assert callers == {"store/queries/blocks.py"}
