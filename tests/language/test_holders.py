"""The tables of office-holders are whole: no overlaps, no silent gaps, every checked row says where."""

import datetime
import itertools
import tomllib
import unicodedata
from pathlib import Path

import pytest

from diemtin.language import offices

DATA = Path(__file__).parents[2] / "src/diemtin/language/data"
START = datetime.date(2010, 1, 1)
COUNTRIES = [
    "us",
    "jp",
    "kr",
    "kp",
    "cn",
    "ru",
    "vn",
    "in",
    "au",
    "gb",
    "fr",
    "de",
    "bn",
    "kh",
    "id",
    "la",
    "mm",
    "my",
    "ph",
    "sg",
    "th",
    "tl",
    "ua",
    "il",
    "ir",
]
BODIES = ["un", "asean", "eu", "nato", "imf", "worldbank", "who"]
NEEDED = ["head_of_state", "head_of_government", "foreign_minister", "defence_minister"]
NEEDED_MORE = {
    "vn": ["party_leader", "parliament_speaker", "public_security_minister"],
    "cn": ["party_leader", "foreign_affairs_chief"],
    "us": ["vice_president"],
    "eu": ["commission_president", "council_president", "high_representative"],
    "un": ["secretary_general"],
    "asean": ["secretary_general"],
    "nato": ["secretary_general"],
    "imf": ["managing_director"],
    "worldbank": ["president_of_body"],
    "who": ["director_general"],
}
KEYS = {"office", "holder", "aliases", "short", "from", "to", "check", "checked", "acting", "note"}
GAP_DAYS = 60


def load(code):
    return tomllib.loads((DATA / "holders" / f"{code}.toml").read_text(encoding="utf-8"))


def first_day(value):
    if isinstance(value, str):
        year, month = map(int, value.split("-"))
        return datetime.date(year, month, 1)
    return value


def last_day(value):
    if isinstance(value, str):
        year, month = map(int, value.split("-"))
        return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)
    return value


def tenures_by_office(table):
    rows = sorted(table["tenure"], key=lambda row: (row["office"], first_day(row["from"])))
    return {office: list(group) for office, group in itertools.groupby(rows, key=lambda row: row["office"])}


FILES = sorted(path.stem for path in (DATA / "holders").glob("*.toml"))


def test_every_country_and_body_has_its_file():
    assert sorted(COUNTRIES + BODIES) == FILES


@pytest.mark.parametrize("code", FILES)
def test_file_has_the_needed_offices(code):
    table = load(code)
    assert table["code"] == code
    known = set(tenures_by_office(table)) | set(table.get("same", {})) | set(table.get("absent", {}))
    needed = (NEEDED if code in COUNTRIES else []) + NEEDED_MORE.get(code, [])
    assert set(needed) <= known


@pytest.mark.parametrize("code", FILES)
def test_rows_are_well_formed(code):
    table = load(code)
    known = tomllib.loads((DATA / "offices.toml").read_text(encoding="utf-8"))["office"]
    with_holders = {office["code"] for office in known if office.get("holders")}
    for row in table["tenure"]:
        where = f"{code}: {row.get('holder')} ({row.get('office')})"
        assert set(row) <= KEYS, where
        assert row["office"] in with_holders, where
        assert row["holder"].strip(), where
        assert row["holder"] not in row["aliases"], where
        assert row["short"], where
        assert all(name.strip() for name in row["short"]), where
        assert len(set(row["aliases"])) == len(row["aliases"]), where
        assert isinstance(row["checked"], bool), where
        assert row["check"].strip(), where
        if "to" in row:
            assert first_day(row["from"]) <= last_day(row["to"]), where


@pytest.mark.parametrize("code", FILES)
def test_checked_rows_have_exact_days_and_a_page(code):
    for row in load(code)["tenure"]:
        if row["checked"]:
            where = f"{code}: {row['holder']} ({row['office']})"
            assert ":" in row["check"], where
            assert not isinstance(row["from"], str), where
            assert not isinstance(row.get("to"), str), where


@pytest.mark.parametrize("code", FILES)
def test_nobody_overlaps(code):
    for office, rows in tenures_by_office(load(code)).items():
        real = [row for row in rows if not row.get("acting")]
        for before, after in itertools.pairwise(real):
            where = f"{code} {office}: {before['holder']} -> {after['holder']}"
            assert "to" in before, where
            assert last_day(before["to"]) <= last_day(after["from"]), where


@pytest.mark.parametrize("code", FILES)
def test_gaps_are_explained(code):
    table = load(code)
    explained = {(gap["office"], gap["from"], gap.get("to")) for gap in table.get("gap", []) if gap["reason"].strip()}
    found = set()
    for office, rows in tenures_by_office(table).items():
        real = [row for row in rows if not row.get("acting")]
        if "to" in rows[-1] and "to" in real[-1]:  # nobody is in office: the table says why
            found.add((office, real[-1]["to"], None))
        for before, after in itertools.pairwise(real):
            if (first_day(after["from"]) - last_day(before["to"])).days > GAP_DAYS:
                found.add((office, before["to"], after["from"]))
        if real and (first_day(real[0]["from"]) - START).days > GAP_DAYS:
            found.add((office, START, real[0]["from"]))
    assert found == explained


HANDOVER = datetime.timedelta(days=31)


@pytest.mark.parametrize("code", FILES)
def test_a_form_stands_for_one_person_in_an_office_at_a_time(code):
    """Full names and aliases strictly; short forms may meet on the days of a handover."""
    for office, rows in tenures_by_office(load(code)).items():
        for one, other in itertools.combinations(rows, 2):
            if one["holder"] == other["holder"]:
                continue
            first, last = max(first_day(one["from"]), first_day(other["from"])), datetime.date.max
            for row in (one, other):
                last = min(last, last_day(row.get("to", datetime.date.max)))
            names = [{offices.name_key(name) for name in (row["holder"], *row["aliases"])} for row in (one, other)]
            shorts = [{offices.name_key(name) for name in row["short"]} for row in (one, other)]
            where = f"{code} {office}: {one['holder']}, {other['holder']}"
            assert not names[0] & names[1], where
            if last - first > HANDOVER:
                assert not shorts[0] & shorts[1], where


def test_a_row_that_was_not_checked_names_nobody_by_office():
    unchecked = [row for row in offices.tenures() if not row.checked and not row.acting]
    assert unchecked
    for row in unchecked:
        assert offices.find_holder(row.office, row.country, row.start, row.start) != row


def test_the_rest_of_the_world_is_known_by_name_only():
    for form in ("Recep Tayyip Erdoğan", "Erdogan"):
        rows = offices.find_tenures(form) or offices.find_short(form)
        assert {(row.office, row.country) for row in rows} == {("head_of_government", "tr"), ("head_of_state", "tr")}
        assert not any(row.checked for row in rows)
    assert offices.find_holder("head_of_state", "tr", datetime.date(2016, 1, 1), datetime.date(2016, 1, 1)) is None
    assert offices.find_tenures("Juan Manuel Santos")
    assert not [row for row in offices.find_short("Santos") if row.country == "co"]


@pytest.mark.parametrize("code", FILES)
def test_file_is_in_normal_form(code):
    text = (DATA / "holders" / f"{code}.toml").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("code", "office", "holder", "day"),
    [
        ("us", "foreign_minister", "Antony Blinken", datetime.date(2021, 3, 16)),
        ("us", "foreign_minister", "Antony Blinken", datetime.date(2024, 9, 23)),
        ("jp", "foreign_minister", "Motegi Toshimitsu", datetime.date(2021, 3, 16)),
        ("jp", "foreign_minister", "Kamikawa Yoko", datetime.date(2024, 7, 26)),
        ("kr", "foreign_minister", "Chung Eui Yong", datetime.date(2021, 3, 16)),
        ("kr", "foreign_minister", "Park Jin", datetime.date(2023, 11, 26)),
        ("kr", "foreign_minister", "Cho Tae Yul", datetime.date(2024, 9, 23)),
        ("cn", "foreign_minister", "Vương Nghị", datetime.date(2013, 3, 16)),
        ("cn", "foreign_minister", "Tần Cương", datetime.date(2023, 1, 15)),
        ("cn", "foreign_minister", "Vương Nghị", datetime.date(2024, 7, 26)),
    ],
)
def test_holders_of_the_seed_pages(code, office, holder, day):
    rows = [
        row
        for row in tenures_by_office(load(code))[office]
        if first_day(row["from"]) <= day <= last_day(row.get("to", datetime.date.max)) and row["holder"] == holder
    ]
    assert [row["checked"] for row in rows] == [True]
