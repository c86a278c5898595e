"""What must be found on the seed pages, exactly: six meetings, nothing else."""

from __future__ import annotations

from diemtin.events import find_told
from diemtin.news import Day, Link, Meeting, Participant, Told
from tests.events.seeds import dated, needs_seeds

BLINKEN = Participant("Antony Blinken", "foreign_minister", "us")
KAMIKAWA = Participant("Yoko Kamikawa", "foreign_minister", "jp")
MOTEGI = Participant("Toshimitsu Motegi", "foreign_minister", "jp")
CHO = Participant("Cho Tae Yul", "foreign_minister", "kr")
CHUNG = Participant("Chung Eui Yong", "foreign_minister", "kr")
PARK = Participant("Park Jin", "foreign_minister", "kr")
VUONG = Participant("Vương Nghị", "foreign_minister", "cn")


def told(name: str, number: int) -> Told:
    return find_told(dated(name).articles[number])


def one(meetings: tuple[Meeting, ...], *people: Participant) -> Meeting:
    names = {person.person for person in people}
    return next(meeting for meeting in meetings if {p.person for p in meeting.participants} == names)


@needs_seeds
def test_three_ministers_in_new_york() -> None:
    (meeting,) = told("vietgiaitri", 0).meetings
    assert set(meeting.participants) == {BLINKEN, CHO, KAMIKAWA}
    assert (meeting.status, meeting.date, meeting.place) == ("held", Day(2024, 9, 23), "New York")
    assert meeting.occasion == "khóa họp lần thứ 79 Đại hội đồng Liên hợp quốc"


@needs_seeds
def test_three_meetings_around_vientiane_and_nothing_else() -> None:
    meetings = told("vietgiaitri", 1).meetings
    assert len(meetings) == 3
    japan, korea, busan = (
        one(meetings, VUONG, KAMIKAWA),
        one(meetings, VUONG, CHO),
        one(meetings, PARK, KAMIKAWA, VUONG),
    )
    assert (japan.status, japan.date, japan.place) == ("held", Day(2024, 7, 26), "Viêng Chăn")
    assert "AMM-57" in (japan.occasion or "")
    assert (korea.status, korea.date, korea.place, korea.minutes) == ("held", Day(2024, 7, 26), "Viêng Chăn", 40)
    assert korea.chain == (Link("TTXVN", "agency", "Seoul"), Link("Bộ Ngoại giao Hàn Quốc", "body"))
    assert (busan.status, busan.date, busan.place, busan.form) == ("held", Day(2023, 11), "Busan", "trilateral")
    assert set(busan.participants) == {PARK, KAMIKAWA, VUONG}


@needs_seeds
def test_a_plan_and_a_counterpart_named_from_the_table() -> None:
    meetings = told("thoidai", 0).meetings
    assert len(meetings) == 2
    planned, held = one(meetings, BLINKEN, MOTEGI, CHUNG), one(meetings, BLINKEN, MOTEGI)
    assert (planned.status, planned.date, planned.place) == ("planned", Day(2021, 4), "Mỹ")
    assert set(planned.participants) == {BLINKEN, MOTEGI, CHUNG}
    assert planned.topics == ("Bán đảo Triều Tiên", "phối hợp chính sách đối với Trung Quốc")
    assert planned.chain == (Link("Kyodo", "agency"), Link("một nguồn thạo tin", "unnamed"))
    assert (held.status, held.date) == ("held", Day(2021, 3, 16))
    assert set(held.participants) == {
        BLINKEN,
        Participant("Toshimitsu Motegi", "foreign_minister", "jp", resolved=True),
    }


@needs_seeds
def test_every_claim_carries_a_sentence_of_its_passage() -> None:
    for name in ("vietgiaitri", "thoidai"):
        for article in dated(name).articles:
            whole = "\n".join((article.title, article.text, *(figure.caption or "" for figure in article.figures)))
            found = find_told(article)
            assert all(cited.sentence in whole for meeting in found.meetings for cited in meeting.cited)
            assert all(statement.cited.sentence in whole for statement in found.statements)


@needs_seeds
def test_who_speaks_on_the_seed_pages() -> None:
    speakers = {
        (s.speaker, s.country) for name, n in (("vietgiaitri", 0), ("vietgiaitri", 1)) for s in told(name, n).statements
    }
    ministry = ("Bộ Ngoại giao Hàn Quốc", "kr")  # "Theo thông cáo báo chí của Bộ Ngoại giao Hàn Quốc, ba nước…"
    assert speakers == {("Antony Blinken", "us"), ("Yoko Kamikawa", "jp"), ("Vương Nghị", "cn"), ministry}
    kyodo = next(s for s in told("vietgiaitri", 1).statements if s.speaker == "Yoko Kamikawa")
    assert kyodo.chain == (Link("Kyodo", "agency"),)


@needs_seeds
def test_persons_countries_and_offices() -> None:
    found = told("vietgiaitri", 1)
    assert set(found.persons) == {"Vương Nghị", "Yoko Kamikawa", "Park Jin", "Cho Tae Yul"}
    assert set(found.countries) == {"Trung Quốc", "Nhật Bản", "Hàn Quốc", "Lào"}
    assert set(found.offices) == {"foreign_minister:cn", "foreign_minister:jp", "foreign_minister:kr"}
