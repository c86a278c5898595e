"""Blocks: who stands where, once, in an order that is the same everywhere."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.ranking import (
    FORMULA,
    Kinship,
    Pinned,
    Promotion,
    front_json,
    rank_front,
    rank_more,
    rank_related,
    rank_section,
)
from diemtin.ranking.formula import SIZES
from tests.ranking.days import NOW, keys, story

SECTIONS = ("world", "politics", "business", "society", "law", "sport", "culture")


def a_day(seed: int = 7, count: int = 120) -> list:
    """Like a day of a small press: most stories of one report, a few large, every kind."""
    rng = random.Random(seed)
    day = []
    for n in range(count):
        size = min(1 + int(rng.paretovariate(1.3)), 12)
        hours = [rng.uniform(0.05, 40) for _ in range(size)]
        kind = rng.choices(("news", "video", "infographic", "weather", "roundup"), (90, 4, 4, 1, 1))[0]
        promoted = (Promotion(rng.choice(("hot", "most_read", "focus")), 1),) if rng.random() < 0.1 else ()
        reads = (rng.randrange(9), rng.randrange(300)) if rng.random() < 0.2 else (0, 0)
        day.append(story(f"s{n:03}", *hours, section=rng.choice(SECTIONS), kind=kind, promoted=promoted, reads=reads))
    return day


def test_every_block_is_filled_on_an_ordinary_day() -> None:
    front = rank_front(a_day(), NOW, sections=SECTIONS)
    assert {block.kind for block in front.blocks if block.places} == set(SIZES)
    assert all(len(block.places) <= SIZES[block.kind] for block in front.blocks)


def test_a_story_has_at_most_one_place_on_a_page() -> None:
    front = rank_front(
        a_day(), NOW, [Pinned("s001", "focus"), Pinned("s001", "hot"), Pinned("s002", "hot")], sections=SECTIONS
    )
    placed = [place.story for block in front.blocks for place in block.places]
    assert len(placed) == len(set(placed))


def test_the_same_facts_in_any_order_give_the_same_bytes() -> None:
    day = a_day()
    first = front_json(rank_front(day, NOW, sections=SECTIONS))
    random.Random(1).shuffle(day)
    assert front_json(rank_front(day, NOW, sections=SECTIONS)) == first


def test_ties_go_by_time_then_by_key() -> None:
    day = [story("b", 2), story("a", 2), story("c", 1)]
    assert keys(rank_section(day, NOW, "world", sizes={"focus": 0, "hot": 0}).block("latest")) == ["c", "a", "b"]
    promoted = (Promotion("most_read", 1),)
    same = [story(key, 2, promoted=promoted) for key in ("y", "x", "z")]
    assert keys(rank_front(same, NOW, sizes=SIZES | {"focus": 0, "hot": 0}).block("most_read")) == ["x", "y", "z"]


def test_editors_pins_stand_first_and_say_so() -> None:
    day = a_day()
    small = story("small", 39, section="culture")
    front = rank_front([*day, small], NOW, [Pinned("small", "focus", place=1), Pinned("s003", "focus", place=2)])
    focus = front.block("focus")
    assert focus is not None
    assert keys(focus)[:2] == ["small", "s003"]
    assert [place.pinned for place in focus.places] == [True, True, False]
    assert focus.places[0].reasons[0].words == "biên tập viên ghim"


def test_more_pins_than_places_lose_no_story() -> None:
    day = [story(f"p{n}", n + 1) for n in range(6)]
    front = rank_front(day, NOW, [Pinned(f"p{n}", "focus", place=n) for n in range(6)], sections=SECTIONS)
    assert sorted(place.story for block in front.blocks for place in block.places) == [f"p{n}" for n in range(6)]


def test_a_pin_of_a_section_does_not_show_on_the_front_page() -> None:
    day = a_day()
    pin = Pinned("s005", "focus", section=day[5].section)
    assert not any(place.pinned for block in rank_front(day, NOW, [pin]).blocks for place in block.places)
    assert keys(rank_section(day, NOW, day[5].section, [pin]).block("focus"))[0] == "s005"


def test_sections_take_turns_in_focus() -> None:
    day = [story(f"w{n}", 3, 2, 1, 0.5, 0.2, section="world") for n in range(5)] + [
        story("c", 3, 2, 1, section="culture")
    ]
    focus = keys(rank_front(day, NOW).block("focus"))
    assert "c" in focus
    place = next(p for p in rank_front(day, NOW).block("focus").places if p.story == focus[-1])
    assert sum(reason.weight for reason in place.reasons) == pytest.approx(place.score)


def test_weather_and_roundups_stay_in_their_blocks() -> None:
    day = [story("w", 1, 0.5, 0.2, kind="weather"), story("r", 1, 0.5, kind="roundup"), story("n", 20)]
    front = rank_front(day, NOW, sections=SECTIONS)
    assert keys(front.block("weather")) == ["w"]
    assert keys(front.block("roundup")) == ["r"]
    assert keys(front.block("focus")) == ["n"]


def test_a_video_block_shows_the_video_of_its_story() -> None:
    video = story("v", 5, kind="video")
    text = story("v", 1).reports[0]
    both = type(video)("v", "Tin v", "world", (*video.reports, type(text)("text", text.moment, "b")))
    front = rank_front([both], NOW, sizes=SIZES | {"focus": 0, "hot": 0})
    assert front.block("hot_video").places[0].article == "v0"


def test_a_story_that_rises_is_hotter_than_a_large_one_of_the_morning() -> None:
    rising = story("rising", 0.9, 0.6, 0.4, 0.2)
    large = story("large", *(8 - 0.2 * n for n in range(15)))
    front = rank_front([rising, large], NOW, sizes=SIZES | {"focus": 0})
    assert keys(front.block("hot")) == ["rising"]
    assert keys(rank_front([rising, large], NOW, sizes=SIZES | {"focus": 1}).block("focus")) == ["large"]


def test_sub_sections_belong_to_their_section() -> None:
    day = [story("x", 1, section="sao-viet"), story("y", 2, section="world")]
    assert [p.story for b in rank_section(day, NOW, "culture").blocks for p in b.places] == ["x"]


def test_related_goes_by_thread_then_teasers_then_persons_and_by_nearness() -> None:
    base = story("base", 2)
    kin = [
        Kinship(story("person", 3), persons=("Vương Nghị",)),
        Kinship(story("thread", 24 * 20), thread="Ngoại trưởng Mỹ - Nhật - Hàn"),
        Kinship(story("teaser", 5), teasers=2),
        Kinship(story("nothing", 1)),
        Kinship(base, thread="itself"),
    ]
    block = rank_related(base, kin)
    assert keys(block) == ["thread", "teaser", "person"]
    assert block.places[0].reasons[0].words == "cùng dòng sự kiện “Ngoại trưởng Mỹ - Nhật - Hàn”"
    assert block.places[0].reasons[1].words == "cách nhau 19 ngày"


def test_more_is_the_newest_of_the_section_not_yet_shown() -> None:
    base = story("base", 2)
    day = [base, story("a", 5), story("b", 1), story("c", 3), story("other", 1, section="sport")]
    assert keys(rank_more(base, day, NOW, without=["c"])) == ["b", "a"]


def test_the_formula_speaks_of_every_block() -> None:
    assert {rule.block for rule in FORMULA} >= set(SIZES) | {"all", "related", "more"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.lists(st.floats(0, 71), min_size=1, max_size=6),
            st.sampled_from(SECTIONS),
            st.sampled_from(("news", "video", "weather", "roundup", "advertorial", "opinion")),
            st.integers(0, 50),
        ),
        max_size=25,
    ),
    st.integers(0, 72),
)
def test_any_desk_at_any_hour(told: list, later: int) -> None:
    day = [story(f"k{n}", *h, section=s, kind=k, reads=(r // 9, r)) for n, (h, s, k, r) in enumerate(told)]
    front = rank_front(day, NOW + timedelta(hours=later), sections=SECTIONS)
    placed = [place.story for block in front.blocks for place in block.places]
    assert len(placed) == len(set(placed))
    assert front_json(rank_front(reversed(day), NOW + timedelta(hours=later), sections=SECTIONS)) == front_json(front)
    for block in front.blocks:
        for place in block.places:
            assert sum(reason.weight for reason in place.reasons) == pytest.approx(place.score, abs=1e-6)
