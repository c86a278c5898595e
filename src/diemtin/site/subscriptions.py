"""The desk as reading programs see it: feeds in folders, each with a number (Miniflux) and a name (Google Reader)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from django.conf import settings
from django.urls import reverse

from diemtin.language.sections import section_and_parents, sections
from diemtin.site.templatetags.news import absolute
from diemtin.store.queries.blocks import get_front
from diemtin.store.queries.reading import Asked, Numbered, outlet_numbers
from diemtin.store.queries.shown import ShownArticle
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.snapshot import desk_now

_OUTLETS_FROM = 1000
"""Numbers of feeds: the desk's own below 100, sections from 100, outlets from 1,000 by their row."""
_SECTIONS_FROM = 100


@dataclass(frozen=True, slots=True)
class Folder:
    number: int
    name: str


OWN, BY_SECTION, BY_OUTLET = Folder(1, "Điểm Tin"), Folder(2, "Chuyên mục"), Folder(3, "Báo")
FOLDERS = (OWN, BY_SECTION, BY_OUTLET)


@dataclass(frozen=True, slots=True)
class Subscription:
    """``stream`` is its name after ``feed/``; ``asked`` says which articles it holds."""

    number: int
    stream: str
    name: str
    folder: Folder
    home: str
    feed: str
    asked: Callable[[], Asked]


def subscriptions() -> list[Subscription]:
    """Every feed, the front page first."""
    found = [
        _own(1, "trang-nhat", "Trang nhất", "front", "feed_front", _front),
        _own(2, "moi-nhat", "Mới nhất", "latest", "feed_latest", Asked),
    ]
    for place, section in enumerate(sections().values()):
        codes = tuple(code for code in sections() if section.code in section_and_parents(code))
        found.append(
            Subscription(
                _SECTIONS_FROM + place,
                f"chuyen-muc/{section.code}",
                section.name,
                BY_SECTION,
                absolute(reverse("section", args=(section.code,))),
                absolute(reverse("feed_section", args=(section.code, "atom"))),
                lambda codes=codes: Asked(sections=codes),  # type: ignore[misc]
            )
        )
    for pk, key, name in outlet_numbers():
        found.append(
            Subscription(
                _OUTLETS_FROM + pk,
                f"bao/{key}",
                name,
                BY_OUTLET,
                absolute(reverse("outlet", args=(key,))),
                absolute(reverse("feed_outlet", args=(key, "atom"))),
                lambda pk=pk: Asked(outlet=pk),  # type: ignore[misc]
            )
        )
    return found


def find_subscription(number: int | None = None, stream: str | None = None) -> Subscription | None:
    return next((one for one in subscriptions() if number == one.number or stream == one.stream), None)


def current_sight() -> Sight:
    return Sight.of(settings.DESK.profile, desk_now())


def outlet_feeds() -> dict[str, int]:
    """Outlet keys to numbers of their feeds."""
    return {key: _OUTLETS_FROM + pk for pk, key, _ in outlet_numbers()}


def content_of(article: ShownArticle) -> str:
    """What rights leave of the article, as the feeds show it."""
    parts = [f"<p>{escape(article.lead)}</p>"] if article.lead else []
    name = escape(article.outlet.name)
    parts.append(f'<p>Theo <a href="{escape(article.url)}">{name}</a></p>' if article.url else f"<p>Theo {name}</p>")
    return "".join(parts)


def address_of(article: ShownArticle) -> str:
    return absolute(reverse("article", args=(article.key,)))


def moment_of(entry: Numbered) -> datetime:
    return entry[1].moment


def _own(number: int, stream: str, name: str, page: str, feed: str, asked: Callable[[], Asked]) -> Subscription:
    home, address = absolute(reverse(page)), absolute(reverse(feed, args=("atom",)))
    return Subscription(number, stream, name, OWN, home, address, asked)


def _front() -> Asked:
    """The articles on the front page."""
    front = get_front(current_sight())
    return Asked(keys=tuple(dict.fromkeys(place.article for block in front.blocks for place in block.places)))
