"""The pages that started the project equal what a person reads out of them, key by key (dating is the events' affair)."""

import json
from pathlib import Path

import pytest
from gold import SKIPPED, differences

from diemtin.news import Capture
from diemtin.reader import read, to_json

PAGES = Path(__file__).parents[2].parent / "shared" / "seed-pages"


@pytest.mark.parametrize("name", ["vietgiaitri", "thoidai"])
def test_a_seed_page_equals_its_gold(name: str) -> None:
    page = PAGES / f"{name}.txt"
    if not page.exists():
        pytest.skip("the folder shared/seed-pages is not beside the repository")
    gold = json.loads((PAGES / f"{name}.gold.json").read_text("utf-8"))
    for article in gold["articles"]:
        article.pop("published")
    found = to_json(read(Capture(page.read_bytes(), name=page.name, media_type="text/plain")))
    assert differences(gold, found, skip=SKIPPED) == []
    assert all(article["published"]["basis"] == "unknown" for article in found["articles"])
