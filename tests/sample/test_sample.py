"""The sample is whole: every file named exists, every link leads somewhere, and what it promises is there."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest

SAMPLE = Path(__file__).parents[2] / "src" / "diemtin" / "sample"
VOCABULARIES = {"schema.org", "www.w3.org"}


def load(name: str) -> Any:
    return json.loads((SAMPLE / name).read_text(encoding="utf-8"))


EXPECTED = cast(dict[str, Any], load("expected.json"))
URLS = cast(dict[str, str], load("urls.json"))
OUTLETS = cast(list[dict[str, str]], load("outlets.json"))
PICTURES = cast(dict[str, str], load("pictures.json"))
FILES = sorted(
    str(path.relative_to(SAMPLE))
    for folder in ("pages", "dumps", "versions")
    for path in (SAMPLE / folder).rglob("*.*")
)
PAGES = [name for name in FILES if name.endswith(".html")]


def text_of(name: str) -> str:
    content = (SAMPLE / name).read_bytes()
    charset = "cp1258" if b"charset=windows-1258" in content else "utf-8"
    return unicodedata.normalize("NFC", content.decode(charset))


class Visible(HTMLParser):
    """The text of a page without scripts and marks, and its links and pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.canonical: str | None = None
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag in ("script", "style"):
            self.hidden += 1
        elif tag == "a":
            self.links.append(values.get("href", ""))
        elif tag in ("img", "amp-img"):
            self.pictures.append(values.get("src", ""))
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical = values.get("href")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style"):
            self.hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def visible(name: str) -> Visible:
    page = Visible()
    page.feed(text_of(name))
    page.close()
    return page


def squeezed(text: str) -> str:
    return " ".join(text.split())


def named_files() -> set[str]:
    named = set(EXPECTED["kinds"]) | set(EXPECTED["blocks"]) | set(EXPECTED["undated"])
    named |= {article["file"] for article in EXPECTED["articles"]}
    for group in ("stories", "threads"):
        for entry in EXPECTED[group]:
            named |= set(entry["files"])
    for entry in EXPECTED["copies"]:
        named |= {entry["origin"], *entry["copies"]}
    for pair in EXPECTED["not_tied"] + EXPECTED["same_words_none"]:
        named |= set(pair)
    for entry in EXPECTED["meetings"] + EXPECTED["statements"] + EXPECTED["embedded"]:
        named.add(entry["file"])
    return named


def test_files_named_are_the_files_there() -> None:
    assert named_files() == set(FILES)
    assert set(URLS) == set(FILES)


def test_counts_promised() -> None:
    assert len([name for name in FILES if name.startswith("pages/")]) >= 75
    assert len({name.split("/")[1] for name in FILES if name.startswith("pages/")}) >= 6
    assert 6 <= len([name for name in FILES if name.startswith("dumps/")]) <= 10
    assert len(EXPECTED["versions"]) >= 2
    assert len(EXPECTED["undated"]) >= 2
    assert len(EXPECTED["pages_without_article"]) >= 4
    assert len(EXPECTED["embedded"]) >= 3
    kinds = Counter(EXPECTED["kinds"].values())
    for kind in (
        "news",
        "video",
        "infographic",
        "photo",
        "weather",
        "roundup",
        "live",
        "opinion",
        "advertorial",
        "list",
    ):
        assert kinds[kind] >= 1, kind


def test_outlets() -> None:
    assert len(OUTLETS) >= 6
    assert {outlet["kind"] for outlet in OUTLETS} == {"agency", "newspaper", "aggregator", "broadcaster"}
    assert {outlet["rights"] for outlet in OUTLETS} == {"headline", "excerpt", "full"}
    assert {urlsplit(url).hostname for url in URLS.values()} == {outlet["domain"] for outlet in OUTLETS}


def test_wire_copy_is_reprinted_by_five_other_outlets() -> None:
    [group] = EXPECTED["copies"]
    assert len({name.split("/")[1] for name in [group["origin"], *group["copies"]]}) == 6
    assert set(group["how"].values()) == {"all", "half", "added"}


def test_threads_run_over_years() -> None:
    years: dict[str, set[str]] = {}
    dates = {article["file"]: article["published"] for article in EXPECTED["articles"] if article["role"] == "main"}
    for thread in EXPECTED["threads"]:
        years[thread["name"]] = {dates[name][:4] for name in thread["files"] if dates[name]}
    assert len(years["trilateral"]) >= 4
    assert len(years["court"]) >= 3
    assert len(EXPECTED["meetings"]) >= 8


def test_every_page_of_one_story_is_in_one_story() -> None:
    counted = Counter(name for story in EXPECTED["stories"] for name in story["files"])
    assert {name for name, times in counted.items() if times > 1} == set()
    stories = {name: story["name"] for story in EXPECTED["stories"] for name in story["files"]}
    assert all(stories[one] != stories[other] for one, other in EXPECTED["not_tied"])
    assert all(stories[one] == stories[other] for one, other in EXPECTED["same_words_none"])


def test_headlines_that_share_no_word() -> None:
    titles = {article["file"]: article["title"] for article in EXPECTED["articles"] if article["role"] == "main"}
    for one, other in EXPECTED["same_words_none"]:
        assert not set(titles[one].lower().split()) & set(titles[other].lower().split())


@pytest.mark.parametrize("name", FILES)
def test_only_reserved_domains(name: str) -> None:
    hosts = set(re.findall(r"(?:https?:)?//([a-z0-9.-]+\.[a-z]+)", text_of(name)))
    hosts |= {host for host in re.findall(r"[\w.]+@([a-z0-9.-]+)", text_of(name)) if "." in host}
    assert {host for host in hosts if not host.endswith(".example")} <= VOCABULARIES


@pytest.mark.parametrize("name", PAGES)
def test_links_pictures_and_own_address(name: str) -> None:
    page = visible(name)
    known = set(URLS.values())
    assert {link for link in page.links if link.startswith("http")} <= known
    assert {picture for picture in page.pictures if picture.startswith("http")} <= set(PICTURES)
    outlet = name.split("/")[1]
    assert page.canonical == (None if outlet == "ruongdong" else URLS[name])


@pytest.mark.parametrize("name", sorted({article["file"] for article in EXPECTED["articles"]}))
def test_page_says_what_is_expected_of_it(name: str) -> None:
    text = squeezed(" ".join(visible(name).words)) if name.endswith(".html") else squeezed(text_of(name))
    loose = text.replace(" ", "")
    for article in EXPECTED["articles"]:
        if article["file"] != name:
            continue
        figures = article["figures"]
        parts = [article["title"], article["lead"], article["first_paragraph"], article["last_paragraph"]]
        parts += [
            article["byline"],
            *(figure["caption"] for figure in figures),
            *(figure["credit"] for figure in figures),
        ]
        for part in parts:
            assert html.unescape(part or "").replace(" ", "").replace("\t", "") in loose


def test_teasers_counted_are_on_the_page() -> None:
    for name, blocks in EXPECTED["blocks"].items():
        if not name.endswith(".html"):
            continue
        page = visible(name)
        text = squeezed(" ".join(page.words))
        own = set(URLS.values())
        assert sum(link in own for link in page.links) >= sum(block["teasers"] for block in blocks)
        assert all(block["heading"] is None or block["heading"] in text for block in blocks)


def test_pictures_are_small_and_there() -> None:
    files = sorted((SAMPLE / "pictures").iterdir())
    assert 10 <= len(files) <= 20
    assert all(path.stat().st_size < 15_000 for path in files)
    assert {f"pictures/{path.name}" for path in files} == set(PICTURES.values())


def test_versions_share_the_address_and_differ_in_headline() -> None:
    titles = {article["file"]: article["title"] for article in EXPECTED["articles"] if article["role"] == "main"}
    for version in EXPECTED["versions"]:
        assert URLS[version["file"]] == URLS[version["of"]]
        assert titles[version["file"]] != titles[version["of"]]


def test_quotes_expected_are_in_their_page() -> None:
    for statement in EXPECTED["statements"]:
        words = squeezed(" ".join(visible(statement["file"]).words)).replace(" ", "")
        assert statement["quote"].replace(" ", "") in words
        assert statement["speaker"].split()[-1] in words
