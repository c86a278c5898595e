"""The lexicons of countries, cities, places, bodies, offices and agencies are whole and agree with each other."""

import collections
import tomllib
import unicodedata
import zoneinfo
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "src/diemtin/language/data"
FILES = ["countries", "cities", "vietnam", "bodies", "offices", "agencies"]


def load(name):
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def doubled(forms):
    return sorted(form for form, count in collections.Counter(forms).items() if count > 1)


def forms_of(row):
    return [row["name"], *row["aliases"]]


@pytest.mark.parametrize("name", FILES)
def test_text_is_in_normal_form(name):
    assert unicodedata.is_normalized("NFC", (DATA / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_country_is_there_once():
    countries = load("countries")["country"]
    codes = [country["code"] for country in countries]
    assert doubled(codes) == []
    assert len(codes) == 199  # 193 members of the UN, Vatican, Palestine, Kosovo, Taiwan, Hong Kong, Macau
    assert {"xk", "ps", "tw", "hk", "va", "vn"} <= set(codes)


def test_no_name_or_alias_stands_for_two_countries():
    assert doubled(form for country in load("countries")["country"] for form in forms_of(country)) == []


def test_risky_forms_are_forms_of_the_row():
    for name, key in (("countries", "country"), ("cities", "city"), ("bodies", "body"), ("agencies", "agency")):
        for row in load(name)[key]:
            forms = forms_of(row) + row.get("capital", []) + row.get("adjectives", [])
            assert set(row.get("risky", [])) <= set(forms), row["name"]


@pytest.mark.parametrize("form", ["Nga", "Anh", "Đức", "Pháp", "Ý", "Úc", "Áo", "Lào", "Mỹ", "Hà Lan", "Hàn", "Nhật"])
def test_everyday_syllables_are_risky(form):
    assert any(form in country.get("risky", []) for country in load("countries")["country"])


def test_every_capital_is_a_city():
    cities = {(city["country"], form) for city in load("cities")["city"] for form in forms_of(city)}
    for country in load("countries")["country"]:
        if country["capital"] and country["code"] != "vn":
            assert (country["code"], country["capital"][0]) in cities, country["name"]


def test_cities_have_a_country_and_a_real_zone():
    codes = {country["code"] for country in load("countries")["country"]}
    cities = load("cities")["city"]
    for city in cities:
        assert city["country"] in codes, city["name"]
        zoneinfo.ZoneInfo(city["zone"])
    assert doubled((city["country"], city["name"]) for city in cities) == []
    assert len(cities) >= 300


def test_the_sixty_three_became_thirty_four():
    vietnam = load("vietnam")
    provinces = vietnam["province"]
    old = [name for province in provinces for name in province["formerly"]]
    assert len(provinces) == 34
    assert sum(province["kind"] == "city" for province in provinces) == 6
    assert len(old) == 63
    assert doubled(old) == []


def test_old_names_and_places_point_to_provinces_of_today():
    vietnam = load("vietnam")
    provinces = {province["name"]: province for province in vietnam["province"]}
    for row in vietnam["former"]:
        assert row["name"] in provinces[row["now"]]["formerly"]
        assert row["name"] not in provinces
    for row in vietnam["place"]:
        assert row["kind"] in {"city", "district", "island", "region"}
        assert row.get("province") is None or row["province"] in provinces
    assert doubled(row["name"] for key in ("province", "former", "place") for row in vietnam[key]) == []


def test_bodies_are_bodies_or_conferences():
    bodies = load("bodies")["body"]
    assert {body["kind"] for body in bodies} == {"body", "conference"}
    assert doubled(body["code"] for body in bodies) == []
    assert doubled(form for body in bodies for form in set(forms_of(body))) == []
    assert {"un", "asean", "eu", "nato", "imf", "worldbank", "who"} <= {body["code"] for body in bodies}


def test_every_table_of_holders_is_a_country_or_a_body():
    codes = {country["code"] for country in load("countries")["country"]}
    codes |= {body["code"] for body in load("bodies")["body"]}
    assert {path.stem for path in (DATA / "holders").glob("*.toml")} <= codes


def test_offices_have_names_and_ranks():
    data = load("offices")
    offices = data["office"]
    assert doubled(office["code"] for office in offices) == []
    for office in offices:
        assert office["names"], office["code"]
        assert doubled(office["names"]) == [], office["code"]
        assert 1 <= office["rank"] <= 6, office["code"]
    by_code = {office["code"]: office for office in offices}
    assert "Ngoại trưởng" in by_code["foreign_minister"]["names"]
    assert "người đứng đầu ngành ngoại giao" in by_code["foreign_minister"]["names"]
    assert "Bộ Ngoại giao" in by_code["foreign_minister"]["ministry"]
    assert {"ông", "bà"} <= {word for title in data["title"] for word in title["words"]}
    assert {title["kind"] for title in data["title"]} == {"address", "degree", "rank", "profession", "royal"}


def test_agencies_are_agencies_or_media_of_a_country():
    codes = {country["code"] for country in load("countries")["country"]}
    agencies = load("agencies")["agency"]
    for agency in agencies:
        assert agency["kind"] in {"agency", "media"}, agency["name"]
        assert agency["country"] in codes, agency["name"]
    assert doubled(form for agency in agencies for form in set(forms_of(agency))) == []
    assert {"TTXVN", "Kyodo", "Yonhap", "Tân Hoa xã", "Reuters"} <= {agency["name"] for agency in agencies}
