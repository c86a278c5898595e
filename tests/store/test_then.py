"""The desk as it was: what a front page showed at some hour is what looking back to that hour shows, whatever came since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from diemtin import flow
from diemtin.desk.editing import merge_stories, move_articles, pin_story, rename_story, split_story, unpin_story
from diemtin.desk.editing_threads import begin_thread
from diemtin.desk.placing import Arrival, Placer
from diemtin.desk.taking_down import take_down
from diemtin.news import Article, Outlet, Passage, Published
from diemtin.ranking import front_json
from diemtin.store import models
from diemtin.store.queries.article import ArticlePage, find_article_page
from diemtin.store.queries.blocks import front_blocks, get_front, get_section_front
from diemtin.store.queries.lists import list_latest
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.story import StoryPage, find_story_page
from diemtin.store.queries.then import sight_at
from diemtin.store.queries.thread import find_thread_page
from tests.small_desk import NOW, SmallDesk

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
TOLD = {
    "bao": (
        "Bão số 9 đổ bộ vào Quảng Ngãi, gió giật cấp 13",
        "Bão số 9 làm tốc mái hơn 2.000 ngôi nhà tại Quảng Ngãi.",
    ),
    "lu": (
        "Hàng hóa ùn ứ ở cửa khẩu vì đường sắt sạt lở",
        "Hàng trăm toa tàu chở sắn lát và thanh long phải nằm chờ tại ga vì đường ray bị vùi lấp.",
    ),
    "gia": ("Giá cà phê Đắk Lắk vượt 120.000 đồng một ký", "Thương lái thu mua cà phê nhân xô với giá cao nhất năm."),
    "bong": (
        "Đội tuyển nữ thắng ba bàn ở lượt trận mở màn",
        "Ba bàn thắng đến trong hiệp hai, khi đối thủ còn mười người.",
    ),
}
MORE = {
    "bao": "Tâm bão đi vào đất liền lúc rạng sáng, 40.000 người dân ven biển đã được sơ tán từ hôm trước.",
    "lu": "Ngành đường sắt huy động máy xúc dọn đất đá, dự kiến thông tuyến Lào Cai sau bốn ngày.",
    "gia": "Nông dân Tây Nguyên giữ hàng chờ giá, sàn London tăng phiên thứ năm liên tiếp.",
    "bong": "Huấn luyện viên khen hàng tiền vệ, trận kế tiếp gặp Thái Lan trên sân Việt Trì.",
}


def told(key: str, outlet: str, moment: datetime, **changed: Any) -> Article:
    title, text = TOLD[key]
    article = Article(
        title=title,
        lead=text,
        body=(Passage(text), Passage(MORE[key])),
        url=f"https://{outlet}/{key}.html",
        outlet=Outlet(outlet.split(".")[0].title(), outlet),
        published=Published.at(moment),
    )
    return replace(article, **changed)


def shown(sight: Sight) -> list[Any]:
    """Everything the front page prints of its places. Of a thread its id, for its title goes with what it becomes; no
    count of words, which no page of a past moment prints."""
    found: list[Any] = []
    for block in front_blocks(sight):
        for place in block.places:
            face = place.story.face if place.story else place.article
            assert face is not None
            line = place.story and replace(place.story, thread=None, face=replace(face, words=0))
            thread = place.story and place.story.thread and place.story.thread.key
            found.append((block.kind, block.section, line, thread, replace(face, words=0), place.reasons, place.pinned))
    return found


class Day:
    """A desk that lives through a day; ``seen`` keeps what its front page was after each hour."""

    def __init__(self) -> None:
        self.placer = Placer(settings.DESK)
        self.now = START
        self.seen: dict[datetime, tuple[str, str, list[Any]]] = {}

    def arrive(self, key: str, article: Article) -> None:
        self.placer.place([Arrival(flow.prepare_ready(article, key))], now=self.now)

    def story_of(self, key: str) -> str:
        return models.Article.objects.get(key=key).story.key

    def hour(self, *acts: Callable[[], object]) -> None:
        for act in acts:
            act()
        sight = Sight.of("public", self.now)
        self.seen[self.now] = (
            front_json(get_front(sight)),
            front_json(get_section_front("society", sight)),
            shown(sight),
        )
        self.now += timedelta(hours=1)


@pytest.fixture
def day() -> Day:
    day = Day()
    ago = timedelta(minutes=10)
    day.hour(*(lambda k=key: day.arrive(f"{k}1", told(k, "bencang.example", day.now - ago)) for key in ("bao", "lu")))
    day.hour(
        lambda: day.arrive("bao2", told("bao", "ngaba.example", day.now - ago)),
        lambda: day.arrive("gia1", told("gia", "ngaba.example", day.now - ago)),
    )
    worse = "Bão số 9 đổ bộ vào Quảng Ngãi, 3.000 ngôi nhà tốc mái, hai người mất tích"
    day.hour(lambda: day.arrive("bao1", told("bao", "bencang.example", START - ago, title=worse, lead="Sapo đã sửa.")))
    day.hour(lambda: pin_story("focus", day.story_of("lu1"), "lan", now=day.now))
    day.hour(lambda: rename_story(day.story_of("gia1"), "Cà phê lên giá", "lan", now=day.now))
    day.hour(lambda: merge_stories(day.story_of("lu1"), day.story_of("bao1"), "lan", now=day.now))
    day.hour(lambda: day.arrive("bong1", told("bong", "bencang.example", START + ago)))  # came five hours late
    day.hour(lambda: begin_thread([day.story_of("bong1"), day.story_of("gia1")], "lan", title="Một dòng", now=day.now))
    day.hour(lambda: split_story(["bao2"], "lan", now=day.now))
    day.hour(
        lambda: rename_story(day.story_of("gia1"), None, "lan", now=day.now),
        lambda: unpin_story("focus", day.story_of("bao1"), "lan", now=day.now),
    )
    day.hour(lambda: move_articles(["gia1"], day.story_of("bong1"), "lan", now=day.now))
    day.hour(lambda: day.arrive("gia2", told("gia", "saokhue.example", day.now - ago)))
    return day


def test_each_hour_of_a_day_is_found_again_as_it_was(day: Day) -> None:
    assert len({front for front, _, _ in day.seen.values()}) == len(day.seen)
    for moment, (front, section, places) in day.seen.items():
        past = sight_at("public", moment)
        assert past.clock == "seen"
        assert front_json(get_front(past)) == front, moment
        assert front_json(get_section_front("society", past)) == section, moment
        assert shown(past) == places, moment


def test_what_was_taken_down_stays_away_in_the_past_too(day: Day) -> None:
    first = min(day.seen)
    take_down(settings.DESK, "lu1", why="toà soạn yêu cầu", by="lan")
    stories = {place[2].key for place in shown(sight_at("public", first)) if place[2]}
    assert len(stories) == 1
    assert "lu1" not in {article.key for article in list_latest(sight_at("public", first)).articles}


def test_pages_of_a_past_hour_show_the_version_and_the_articles_of_then(day: Day) -> None:
    first, later = START, START + timedelta(hours=2)
    page = find_article_page("bao1", sight_at("public", first))
    assert isinstance(page, ArticlePage)
    assert (page.article.title, len(page.versions)) == (TOLD["bao"][0], 1)
    newer = find_article_page("bao1", sight_at("public", later))
    assert isinstance(newer, ArticlePage)
    assert newer.article.lead == "Sapo đã sửa."
    assert find_article_page("bong1", sight_at("public", later)) is None
    story = find_story_page(day.story_of("bao1"), sight_at("public", later))
    assert isinstance(story, StoryPage)
    assert [article.key for article in story.articles] == ["bao1", "bao2"]
    assert [turn.kind for turn in story.turns].count("changed") == 1
    merged = find_story_page(day.story_of("bao1"), sight_at("public", START + timedelta(hours=6)))
    assert isinstance(merged, StoryPage)
    assert {article.key for article in merged.articles} == {"bao1", "bao2", "lu1"}
    latest = [article.title for article in list_latest(sight_at("public", first)).articles]
    assert sorted(latest) == sorted(TOLD[key][0] for key in ("bao", "lu"))


def test_every_page_of_every_hour_is_there_or_not(day: Day) -> None:
    """Whatever was moved and merged since: an article stands in the story that shows it, at each hour."""
    stories = list(models.Story.objects.values_list("key", flat=True))
    for moment in day.seen:
        past = sight_at("public", moment)
        told = {key: page for key in stories if isinstance(page := find_story_page(key, past), StoryPage)}
        seen = {article.key for article in list_latest(past).articles}
        assert sorted(article.key for page in told.values() for article in page.articles) == sorted(seen)
        for key in seen:
            page = find_article_page(key, past)
            assert isinstance(page, ArticlePage)
            assert page.story is not None
            assert key in {article.key for article in told[page.story.key].articles}
        for key in models.Thread.objects.values_list("key", flat=True):
            find_thread_page(key, past)


def test_before_there_was_a_desk_the_articles_own_times_count() -> None:
    desk = SmallDesk()
    for number, hours in enumerate((5, 3, 1)):
        row = desk.article(f"Tin {number}", story="one" if number < 2 else "two", hours=hours, outlet=f"bao{number}.vn")
        models.Article.objects.filter(pk=row.pk).update(first_seen=NOW + timedelta(days=300))
    moved = models.Article.objects.get(title="Tin 1")
    other = desk.story("two")
    models.Membership.objects.create(article=moved, story=other, since=NOW - timedelta(hours=1), recorded=NOW)
    models.Article.objects.filter(pk=moved.pk).update(story=other, title="Tít mới", version=2)
    models.Version.objects.create(
        article=moved, number=2, seen=NOW + timedelta(days=300), content_hash="x", title="Tít mới"
    )
    past = sight_at("public", NOW - timedelta(hours=2))
    assert past.clock == "stream"
    story = find_story_page("one", past)
    assert isinstance(story, StoryPage)
    assert [article.title for article in story.articles] == ["Tin 0", "Tin 1"]
    assert find_story_page("two", past) is None
    told = [place for block in front_blocks(past) for place in block.places if place.story]
    assert [(place.story.key, place.story.article_count) for place in told if place.story] == [("one", 2)]
