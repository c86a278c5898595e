"""One meeting in several articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diemtin.events import group_meetings
from diemtin.news import Cited, Day, Meeting, Participant

LAVROV = Participant("Sergei Lavrov", "foreign_minister", "ru")
RUBIO = Participant("Marco Rubio", "foreign_minister", "us")
WANG = Participant("Wang Yi", "foreign_minister", "cn")
VUONG = Participant("Vương Nghị", "foreign_minister", "cn")
DAY = Day(2025, 7, 10)


def met(*people: Participant, status: str = "held", day: Day | None = DAY, **more: object) -> Meeting:
    return Meeting(status, "meeting", people, day, cited=(Cited("…"),), **more)  # type: ignore[arg-type]


def test_two_articles_one_meeting() -> None:
    (group,) = group_meetings([("a", met(LAVROV, RUBIO, place="Kuala Lumpur")), ("b", met(RUBIO, LAVROV, minutes=50))])
    assert [article for article, _ in group.sources] == ["a", "b"]
    assert (group.meeting.place, group.meeting.minutes) == ("Kuala Lumpur", 50)
    assert group.disagreements == ()


def test_an_alias_is_the_same_person() -> None:
    assert len(group_meetings([("a", met(WANG, RUBIO)), ("b", met(VUONG, RUBIO))])) == 1


def test_planned_and_held_are_one_with_a_history() -> None:
    (group,) = group_meetings([("a", met(LAVROV, RUBIO, status="planned")), ("b", met(LAVROV, RUBIO))])
    assert [(step.status, step.article) for step in group.history] == [("planned", "a"), ("held", "b")]
    assert group.meeting.status == "held"


def test_other_days_other_meetings() -> None:
    assert len(group_meetings([("a", met(LAVROV, RUBIO)), ("b", met(LAVROV, RUBIO, day=Day(2025, 2, 18)))])) == 2


def test_other_people_another_meeting() -> None:
    assert len(group_meetings([("a", met(LAVROV, RUBIO)), ("b", met(LAVROV, VUONG))])) == 2


def test_disagreements_are_listed_not_averaged() -> None:
    (group,) = group_meetings(
        [("a", met(LAVROV, RUBIO, minutes=40)), ("b", met(LAVROV, RUBIO, minutes=50, day=Day(2025, 7, 11)))]
    )
    told = {one.about: dict(one.values) for one in group.disagreements}
    assert told["minutes"] == {"40": ("a",), "50": ("b",)}
    assert told["date"] == {"2025-07-10": ("a",), "2025-07-11": ("b",)}


def test_a_missing_name_is_filled_from_another_telling() -> None:
    (group,) = group_meetings(
        [("a", met(LAVROV, Participant(None, "foreign_minister", "us"))), ("b", met(LAVROV, RUBIO))]
    )
    assert {one.person for one in group.meeting.participants} == {"Sergei Lavrov", "Marco Rubio"}


PEOPLE = (LAVROV, RUBIO, VUONG, Participant(None, None, "jp"))


@given(
    st.lists(
        st.tuples(
            st.sampled_from("abcd"),
            st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=3, unique=True),
            st.one_of(st.none(), st.integers(1, 28).map(lambda day: Day(2025, 7, day))),
            st.sampled_from(("planned", "held", "cancelled")),
        ),
        max_size=8,
    )
)
def test_nothing_is_lost_and_the_same_input_gives_the_same_groups(
    rows: list[tuple[str, list[Participant], Day | None, str]],
) -> None:
    tellings = [(article, met(*people, status=status, day=day)) for article, people, day, status in rows]
    groups = group_meetings(tellings)
    assert sorted(map(repr, (pair for group in groups for pair in group.sources))) == sorted(map(repr, tellings))
    assert groups == group_meetings(tellings)


def test_talks_of_two_beside_a_meeting_of_three_are_another_meeting() -> None:
    groups = group_meetings([("a", met(LAVROV, RUBIO, VUONG, minutes=120)), ("a", met(LAVROV, VUONG, minutes=50))])
    assert [len(group.meeting.participants) for group in groups] == [3, 2]
    assert all(group.disagreements == () for group in groups)
    (same,) = group_meetings([("a", met(LAVROV, RUBIO, VUONG, minutes=120)), ("b", met(LAVROV, VUONG))])
    assert len(same.meeting.participants) == 3, "without a length it may be the same, told in part"


def test_without_a_day_two_held_ones_are_one_only_where_something_else_agrees() -> None:
    dated = met(LAVROV, RUBIO, place="Kuala Lumpur")
    assert len(group_meetings([("a", dated), ("b", met(LAVROV, RUBIO, day=None))])) == 2, "they have met before"
    assert len(group_meetings([("a", dated), ("b", met(LAVROV, RUBIO, day=None, place="Kuala Lumpur"))])) == 1
    assert len(group_meetings([("a", dated), ("b", met(LAVROV, RUBIO, day=None, status="planned"))])) == 1
    assert len(group_meetings([("a", dated), ("b", met(RUBIO, LAVROV, VUONG, day=None, place="Kuala Lumpur"))])) == 2


def test_a_year_alone_is_any_of_its_meetings() -> None:
    year = Day(2025)
    assert len(group_meetings([("a", met(LAVROV, RUBIO)), ("b", met(LAVROV, RUBIO, day=year))])) == 2
    assert len(group_meetings([("a", met(LAVROV, RUBIO, day=year)), ("b", met(LAVROV, RUBIO, day=year))])) == 1
    assert len(group_meetings([("a", met(LAVROV, RUBIO)), ("b", met(LAVROV, RUBIO, day=year, status="planned"))])) == 1


def test_a_call_is_no_meeting_of_the_same_month() -> None:
    month = Day(2025, 7)
    call = Meeting("held", "phone_call", (LAVROV, RUBIO), month, cited=(Cited("…"),))
    assert len(group_meetings([("a", met(LAVROV, RUBIO)), ("b", call)])) == 2
    assert len(group_meetings([("a", met(LAVROV, RUBIO)), ("b", met(LAVROV, RUBIO, day=month))])) == 1
