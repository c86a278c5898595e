"""The whole flow on the two pages that started the project: everything a person reads out of them, dates included."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diemtin.flow import prepare_page, read_page
from diemtin.news import Capture
from diemtin.reader import to_json
from tests.reader.gold import differences

PAGES = ("vietgiaitri", "thoidai")


def capture(shared: Path, name: str) -> Capture:
    return Capture((shared / "seed-pages" / f"{name}.txt").read_bytes(), media_type="text/plain", name=f"{name}.txt")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_reads_as_a_person_reads_it(shared: Path, name: str) -> None:
    gold = json.loads((shared / "seed-pages" / f"{name}.gold.json").read_text(encoding="utf-8"))
    del gold["page"]
    for article in gold["articles"]:
        assert article["published"].pop("why")  # the grounds are ours to word; that there are some is checked below
    assert differences(gold, to_json(read_page(capture(shared, name)))) == []


@pytest.mark.parametrize("name", PAGES)
def test_an_inferred_date_says_its_grounds(shared: Path, name: str) -> None:
    for article in read_page(capture(shared, name)).articles:
        assert article.published.basis == "inferred"
        assert "minister" in article.published.why


def test_preparing_finds_offices_sections_and_features(shared: Path) -> None:
    (first,) = prepare_page(capture(shared, "thoidai")).articles
    assert {"foreign_minister:us", "foreign_minister:jp", "foreign_minister:kr"} <= set(first.told.offices)
    assert first.section == "world"
    assert first.features
