"""The sample's pages in a real Chromium: every block, four widths, both themes, with and without JavaScript.

Run alone: ``pytest tests/site/test_browser.py -n 0``. Skipped with a line where no Chromium is installed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.desk.commands import new_desk

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: pages are not looked at in a browser"),
]
PHONE, DESK = 390, 1280


@dataclass
class Site:
    """A served desk, a browser, and what the pages complained about."""

    base: str
    browser: Any
    complaints: list[str] = field(default_factory=list)

    def page(self, path: str, width: int = DESK, **more: Any) -> Any:
        context = self.browser.new_context(viewport={"width": width, "height": 900}, **more)
        page = context.new_page()
        page.on("console", lambda message: self.complaints.append(f"{path}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on("request", self._watch)
        page.goto(self.base + path)
        return page

    def _watch(self, request: Any) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.complaints.append(f"asks elsewhere: {request.url}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    from playwright.sync_api import sync_playwright

    desk = new_desk(tmp_path_factory.mktemp("site") / "desk")
    desk.run("demo", "--build-only")
    with desk.served() as address, sync_playwright() as play:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = play.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield Site(address, browser)
        browser.close()


def _addresses(site: Site) -> dict[str, str]:
    """One page of every kind, found by following links."""
    page = site.page("/")
    found = {"front": "/"}
    for kind, start in (("story", "/tin/"), ("thread", "/dong-su-kien/"), ("section", "/chuyen-muc/")):
        link = page.locator(f'main a[href^="{start}"]').first
        if link.count():
            found[kind] = link.get_attribute("href")
    page.goto(site.base + found["story"])
    found["article"] = page.locator('main a[href^="/bai/"]').first.get_attribute("href")
    page.goto(site.base + "/su-kien")
    found["person"] = page.locator('main a[href^="/nhan-vat/"]').first.get_attribute("href")
    page.context.close()
    fixed = {"latest": "/moi-nhat", "events": "/su-kien", "multimedia": "/multimedia", "weather": "/thoi-tiet"}
    return found | fixed | {"ranks": "/cach-xep-hang", "about": "/gioi-thieu", "search": "/tim?q=han+quoc"}


BLOCKS = {
    "tieu-diem": 1,
    "dang-nong": 2,
    "moi-nhat": 4,
    "doc-nhieu": 3,
    "quan-tam": 2,
    "multimedia": 1,
    "thoi-tiet": 1,
    "diem-bao": 1,
    "theo-doi": 2,
    "moi-muc": 12,
}
"""Blocks of the front page by the id of their heading, and how many links each holds at least. Hot videos are filled
where the sample's videos are not shown higher up; their page always holds them."""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_block_of_the_front_is_filled(site: Site, width: int) -> None:
    page = site.page("/", width)
    for heading, least in BLOCKS.items():
        block = page.locator(f'[aria-labelledby="{heading}"]')
        assert block.is_visible(), heading
        assert block.locator("a:visible").count() >= least, heading
    page.goto(site.base + "/multimedia?loai=video")
    assert page.locator("main article").count() >= 1


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_block_of_an_article_is_filled(site: Site, width: int) -> None:
    page = site.page(_addresses(site)["article"], width)
    assert page.get_by_role("heading", level=1).inner_text()
    for heading in ("tin-nay", "lien-quan", "cung-muc"):
        assert page.locator(f'[aria-labelledby="{heading}"]').is_visible(), heading
    assert page.get_by_role("button", name="Có", exact=True).is_visible()
    assert page.get_by_role("button", name="Không", exact=True).is_visible()


@pytest.mark.parametrize("width", [360, PHONE, DESK, 1920])
def test_no_page_is_wider_than_the_window_or_asks_elsewhere(site: Site, width: int) -> None:
    site.complaints.clear()
    addresses = _addresses(site)
    page = site.page("/", width)
    for kind, path in addresses.items():
        page.goto(site.base + path)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{kind} is {wide} points wide at {width}"
        cut = page.evaluate(
            "[...document.images].filter(i => !i.getAttribute('width') || !i.getAttribute('height')).length"
        )
        assert cut == 0, f"{kind} has pictures without measures"
    assert site.complaints == []


def test_nothing_moves_while_a_page_loads(site: Site) -> None:
    page = site.page("/", PHONE)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput)"
        " window.moved += e.value; }).observe({type: 'layout-shift', buffered: true});"
    )
    for path in ("/", _addresses(site)["story"], _addresses(site)["article"]):
        page.goto(site.base + path)
        page.wait_for_timeout(400)
        assert page.evaluate("window.moved") < 0.02, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_both_themes(site: Site, scheme: str) -> None:
    page = site.page("/", DESK, color_scheme=scheme)
    paper, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    soft = page.evaluate("getComputedStyle(document.querySelector('.meta')).color")
    assert _contrast(paper, ink) > 12
    assert _contrast(paper, soft) >= 4.5
    assert (_brightness(paper) > 0.8) is (scheme == "light")


def test_the_keyboard_reaches_the_content(site: Site) -> None:
    page = site.page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "noi-dung"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "tim"


def test_why_here_opens_without_javascript(site: Site) -> None:
    page = site.page("/", PHONE, java_script_enabled=False)
    why = page.locator("[aria-labelledby=dang-nong] details.why").first
    why.locator("summary").click()
    assert why.locator("li").first.is_visible()


def test_the_vote_works_with_and_without_javascript(site: Site) -> None:
    path = _addresses(site)["article"]
    page = site.page(path)
    page.get_by_role("button", name="Có", exact=True).click()
    page.locator("[data-said]:not(:empty)").wait_for(timeout=5000)
    assert page.url.endswith(path)
    plain = site.page(path, java_script_enabled=False)
    plain.get_by_role("button", name="Không", exact=True).click()
    assert "hữu ích" in plain.locator("main").inner_text()


def test_search_finds_words_typed_without_marks(site: Site) -> None:
    page = site.page("/", PHONE)
    page.locator("#tim").fill("an do")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim?*")
    assert page.locator("main article").count() >= 1


def test_print_gives_the_text_with_its_source_and_nothing_else(site: Site) -> None:
    page = site.page(_addresses(site)["article"])
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    for gone in (".nav", ".find", "footer", "aside", ".vote"):
        assert page.locator(f"{gone}:visible").count() == 0, gone


def _brightness(colour: str) -> float:
    parts = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, two: str) -> float:
    light, dark = sorted((_brightness(one), _brightness(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
