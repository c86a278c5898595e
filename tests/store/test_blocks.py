"""The ranked blocks from a real desk: now, at past hours, with what was known then."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from diemtin.ranking import front_json
from diemtin.store import models
from diemtin.store.queries.blocks import front_blocks, get_front, get_more, get_related, get_section_front
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now
from diemtin.store.queries.then import sight_at
from tests.small_desk import NOW, SmallDesk

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> SmallDesk:
    made = SmallDesk()
    for number, hours in enumerate((5, 4, 0.7, 0.4)):
        made.article("Bão số 13 vào bờ", story="storm", hours=hours, outlet=f"bao{number}.vn", section="society")
    for number in range(3):
        made.article("Bản tin hãng", story="wire", hours=6 - number, outlet=f"bao{number}.vn", wire="w1")
    made.article("Dự báo thời tiết", story="sky", hours=2, kind="weather", section="weather")
    made.article("Phim ngắn về biển", story="film", hours=3, kind="video", section="culture")
    for number in range(12):
        made.article(
            f"Tin lẻ {number}", story=f"single{number}", hours=7 + number, section=("world", "sport", "law")[number % 3]
        )
    return made


def at(moment: datetime) -> Sight:
    """The present at ``NOW`` and later, else a look back."""
    return Sight.of("public", moment) if moment >= NOW else sight_at("public", moment)


def stories(sight: Sight, kind: str) -> list[str]:
    block = get_front(sight).block(kind)
    return [place.story for place in block.places] if block else []


def test_the_front_of_a_small_day(desk: SmallDesk) -> None:
    front = get_front(at(NOW))
    assert stories(at(NOW), "hot") == []
    focus = front.block("focus")
    assert focus is not None
    assert focus.places[0].story == "storm"
    assert focus.places[0].reasons[0].words == "4 báo"
    assert stories(at(NOW), "weather") == ["sky"]
    assert stories(at(NOW), "hot_video") == ["film"]
    placed = [place.story for block in front.blocks for place in block.places]
    assert len(placed) == len(set(placed))


def test_copies_count_once(desk: SmallDesk) -> None:
    wire = next(p for b in get_front(at(NOW)).blocks for p in b.places if p.story == "wire")
    assert any(reason.words == "3 báo, 1 nguồn độc lập" for reason in wire.reasons)


def test_the_same_snapshot_is_the_same_bytes_wherever_it_is_asked_for(desk: SmallDesk) -> None:
    assert front_json(get_front(at(NOW))) == front_json(get_front(at(NOW)))
    shown = [(b.kind, b.section, p.reasons) for b in front_blocks(at(NOW)) for p in b.places]
    ranked = [(b.kind, b.section, p.reasons) for b in get_front(at(NOW)).blocks for p in b.places]
    assert shown == ranked


def test_a_past_hour_knows_nothing_of_later_ones(desk: SmallDesk) -> None:
    before = front_json(get_front(at(NOW - timedelta(hours=1))))
    storm = next(p for b in get_front(at(NOW - timedelta(hours=1))).blocks for p in b.places if p.story == "storm")
    assert any(reason.words == "2 báo" for reason in storm.reasons)
    row = desk.article("Bài mới của tin cũ", story="storm", hours=0.1, outlet="new.vn")
    models.Pin.objects.create(block="focus", story=row.story, since=NOW - timedelta(minutes=5))
    models.Vote.objects.create(article=row, ballot="x", useful=True, cast=NOW)
    models.ReadSum.objects.create(article=row, hour=NOW - timedelta(hours=1), count=9)
    desk.teaser(row, "hot", "bao1.vn", hours=0.2)
    assert front_json(get_front(at(NOW - timedelta(hours=1)))) == before


def test_a_move_counts_from_when_it_was_made(desk: SmallDesk) -> None:
    row = models.Article.objects.get(story__key="single0")
    models.Membership.objects.create(
        article=row, story=desk.story("storm"), since=NOW - timedelta(minutes=30), recorded=NOW
    )
    models.Article.objects.filter(pk=row.pk).update(story=desk.story("storm"))
    placed = {place.story for block in get_front(at(NOW - timedelta(hours=2))).blocks for place in block.places}
    assert "single0" in placed
    later = {place.story for block in get_front(at(NOW)).blocks for place in block.places}
    assert "single0" not in later


def test_pins_hold_from_since_until_until(desk: SmallDesk) -> None:
    pin = models.Pin.objects.create(block="focus", story=desk.story("single11"), since=NOW - timedelta(hours=2))
    assert stories(at(NOW), "focus")[0] == "single11"
    assert "single11" not in stories(at(NOW - timedelta(hours=3)), "focus")
    pin.until = NOW - timedelta(hours=1)
    pin.save()
    assert "single11" not in stories(at(NOW), "focus")
    assert stories(at(NOW - timedelta(hours=1, minutes=30)), "focus")[0] == "single11"


def test_a_pinned_story_may_be_old(desk: SmallDesk) -> None:
    desk.article("Chuyện năm ngoái", story="old", hours=24 * 400)
    models.Pin.objects.create(block="focus", story=desk.story("old"), since=NOW - timedelta(hours=1))
    assert stories(at(NOW), "focus")[0] == "old"


def test_what_outlets_promote_is_evidence(desk: SmallDesk) -> None:
    row = models.Article.objects.get(story__key="single5")
    for outlet in ("bao0.vn", "bao1.vn", "bao1.vn"):
        desk.teaser(row, "most_read", outlet)
    desk.teaser(row, "most_read", "bao2.vn", titled=True)
    desk.teaser(row, "latest", "bao3.vn")
    place = get_front(at(NOW)).block("most_read").places[0]  # type: ignore[union-attr]
    assert place.story == "single5"
    assert place.reasons[0].words == "đọc nhiều ở 3 báo"
    assert stories(at(NOW + timedelta(hours=25)), "most_read") == []


def test_reads_count_in_full_hours_and_votes_by_their_newest(desk: SmallDesk) -> None:
    row = models.Article.objects.get(story__key="single7")
    models.ReadSum.objects.create(article=row, hour=NOW - timedelta(hours=1), count=30)
    models.ReadSum.objects.create(article=row, hour=NOW - timedelta(hours=5), count=10)
    models.ReadSum.objects.create(article=row, hour=NOW, count=1000)
    models.ReadSum.objects.create(article=row, hour=NOW - timedelta(hours=30), count=1000)
    for ballot, useful in (("a", True), ("b", True), ("b", False), ("a", False), ("a", True)):
        models.Vote.objects.create(article=row, ballot=ballot, useful=useful, cast=NOW - timedelta(minutes=1))
    words = {r.words for b in get_front(at(NOW)).blocks for p in b.places if p.story == "single7" for r in p.reasons}
    assert "30 lượt đọc giờ qua" in words or "40 lượt đọc trong 24 giờ" in words
    snapshot_words = [
        r.words for p in get_section_front("sport", at(NOW)).blocks[0].places for r in p.reasons if p.story == "single7"
    ]
    assert "40 lượt đọc trong 24 giờ" in snapshot_words


def test_undated_articles_do_not_look_new(desk: SmallDesk) -> None:
    desk.article(
        "Bài không ngày",
        story="undated",
        hours=0.01,
        published_basis="unknown",
        published_from=None,
        published_to=None,
        published_precision="range",
    )
    assert "undated" not in {place.story for block in get_front(at(NOW)).blocks for place in block.places}


def test_removed_articles_are_nowhere(desk: SmallDesk) -> None:
    models.Article.objects.filter(story__key="storm").update(removed=NOW)
    assert "storm" not in {place.story for block in get_front(at(NOW)).blocks for place in block.places}


def test_the_clock_of_an_archive_is_that_of_its_newest_page(desk: SmallDesk) -> None:
    assert desk_now(NOW + timedelta(hours=3)) == NOW + timedelta(hours=3)
    newest = models.Article.objects.order_by("-moment")[0]
    still = desk_now(NOW + timedelta(days=400))
    assert newest.moment <= still <= newest.moment + timedelta(minutes=1)
    desk.teaser(newest, "hot", "bao1.vn", hours=-2)
    assert desk_now(NOW + timedelta(days=400)) == NOW + timedelta(hours=2, minutes=1)
    assert desk_now(NOW - timedelta(days=400)) > NOW - timedelta(days=1)


def test_a_section_has_its_own_front(desk: SmallDesk) -> None:
    front = get_section_front("society", at(NOW))
    assert [block.kind for block in front.blocks] == ["focus", "hot", "latest", "section"]
    assert {place.story for block in front.blocks for place in block.places} == {"storm"}


def test_related_by_thread_teasers_and_persons(desk: SmallDesk) -> None:
    thread = models.Thread.objects.create(key="t", title="Bão năm 2026")
    models.Story.objects.filter(key__in=["storm", "single1"]).update(thread=thread)
    base = models.Article.objects.filter(story__key="storm").order_by("id")[0]
    capture = models.Capture.objects.create(sha256="c", size=1, seen=NOW)
    models.Sighting.objects.create(article=base, capture=capture, role="main", seen=NOW)
    listed = models.Article.objects.get(story__key="single2")
    models.SeenTeaser.objects.create(
        capture=capture,
        outlet=base.outlet,
        block="related",
        place=1,
        title="x",
        title_hash="x",
        address=listed.address,
        seen=NOW,
    )
    person = models.Person.objects.create(key="p", name="Nguyễn Văn A")
    for number, key in enumerate(("storm", "single3")):
        where = models.Article.objects.filter(story__key=key).order_by("id")[0]
        models.Statement.objects.create(
            key=f"q{number}", article=where, person=person, speaker=person.name, quote="q", direct=True, sentence="s"
        )
    block = get_related(base.story_id, at(NOW))
    assert {place.story: place.reasons[0].words for place in block.places} == {
        "single1": "cùng dòng sự kiện “Bão năm 2026”",
        "single2": "1 báo xếp là tin liên quan",
        "single3": "cùng nhắc Nguyễn Văn A",
    }
    assert next(place.story for place in block.places) == "single1"


def test_more_in_the_section(desk: SmallDesk) -> None:
    base = models.Article.objects.get(story__key="single0")
    more = [place.story for place in get_more(base, base.story_id, at(NOW), without=["single3"]).places]
    assert more == ["wire", "single6", "single9"]


def test_a_fixed_number_of_queries(desk: SmallDesk, django_assert_max_num_queries: object) -> None:
    base = models.Article.objects.filter(story__key="storm").order_by("id")[0]
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        get_front(at(NOW - timedelta(minutes=20)))
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        get_related(base.story_id, at(NOW))


def test_an_empty_desk_has_an_empty_front() -> None:
    assert all(not block.places for block in get_front(at(datetime(2026, 1, 1, tzinfo=UTC))).blocks)
    assert front_blocks(at(NOW)) == ()
