"""The blocks of an HTML page: which links promise an article, what belongs to each, and under which heading they stand."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

from diemtin.language.blocks import find_block, find_kind, is_noise, is_section_name, strip_mark
from diemtin.language.dates import looks_like_stamp, read_stamp
from diemtin.news import Block, BlockKind, Published, Teaser
from diemtin.reader.address import absolute
from diemtin.reader.classes import CRUMB, TAGS, TITLE
from diemtin.reader.lines import find_double
from diemtin.reader.plain_blocks import split_weather
from diemtin.reader.tree import HEADINGS, Link, Page, Unit, common_box

_NUMBERED = re.compile(r"\d{5,}|/(?:19|20)\d\d/\d{1,2}/|[-_/]a?\d{4,}")
_DIGITS = re.compile(r"\d+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9%]+){5,}", re.IGNORECASE)
_NO_PAGE = ("javascript:", "mailto:", "tel:", "#", "sms:", "whatsapp:", "data:")
_NO_STORY = re.compile(
    r"/(?:tag|tags|tac-gia|author|authors|search|tim-kiem|login|dang-nhap|rss|lien-he|quang-cao|user|member|privacy|terms|about|"
    r"contact|category|topic|event|chu-de|su-kien/?$)(?:/|$|\?|-)"
)
_NO_OUTLET = (
    "facebook.com", "twitter.com", "youtube.com/c/", "youtube.com/user", "youtube.com/channel", "youtube.com/@",
    "plus.google", "zalo.me",
    "instagram", "linkedin", "pinterest", "t.me/", "whatsapp", "play.google", "apps.apple", "itunes.apple",
)  # fmt: skip
MIN_WORDS = 4
"""Fewer words are a section, a person or a button; 1.3% of the headlines of the article sets at hand have fewer than 5."""


CHOSEN = ("most_read", "hot", "focus", "hot_video", "recommended")
"""Blocks of a few articles, chosen from all."""
OFTEN = 3
"""Times that a page prints one name above teasers, from which it heads none of them."""
MOST_CHOSEN = 24
"""Teasers; the longest of such blocks on the pages at hand have 15."""


def is_story_link(link: Link, text: str, numbered: bool) -> bool:
    """Whether a link promises an article: an address like an article's, and words like a headline's."""
    words = text.count(" ") + 1
    href = link.href
    if words < MIN_WORDS or len(text) > 300 or link.bits & (CRUMB | TAGS):
        return False
    head, _, _ = href.partition("#")
    if len(head) < 4 or not (
        (not numbered and (words >= 7 or (link.heading and words >= 5)))
        or _NUMBERED.search(head)
        or (not numbered and head.count("-") >= 5 and _SLUG.search(head))
    ):
        return False
    lower = href.lower()
    if lower.startswith(_NO_PAGE) or any([name in lower for name in _NO_OUTLET]) or _NO_STORY.search(lower):  # noqa: C419
        return False
    # An address of nothing but a host is somebody's front page.
    return head.count("/") > 2 or not head.startswith("http")


def _are_numbered(page: Page) -> bool:
    """Whether the page's longer links mostly carry a number or a date in their addresses."""
    long = [link for link in page.links if len(link.text) > 30]
    return sum(bool(_NUMBERED.search(link.href)) for link in long) * 2 > len(long) > 7


def _form_of(href: str) -> str:
    """An address with a query, its numbers made equal: what the addresses of one system's articles share."""
    return _DIGITS.sub("0", href) if "?" in href else ""


def _forms_of_stories(page: Page, numbered: bool) -> set[str]:
    """The forms that three links which promise articles share: shorter headlines with such an address promise one, too."""
    queried = [link for link in page.links if "?" in link.href]
    forms = Counter(_form_of(link.href) for link in queried if is_story_link(link, link.text, numbered))
    return {form for form, count in forms.items() if count >= 3}


def read_html_blocks(
    page: Page, taken: set[int], span: range, base: str | None, own: str | None, fetched: datetime | None
) -> list[Block]:
    """The blocks of the page; ``taken`` are the units that the article holds."""
    drafts = _drafts(page, taken, base, own)
    return [
        part
        for block in _group(page, drafts, taken, span, fetched)
        for part in (split_weather(block) if block.heading is None else [block])
    ]


class _Draft:
    __slots__ = ("box", "end", "href", "image", "lead", "start", "text", "unit")

    def __init__(self, href: str, text: str, unit: int, box: int) -> None:
        self.href = href
        self.text = text
        self.unit = unit
        self.start = unit
        self.end = unit
        self.box = box
        self.image: str | None = None
        self.lead: str | None = None
        """The sapo, when it is a link to the article as well."""


def _drafts(page: Page, taken: set[int], base: str | None, own: str | None) -> list[_Draft]:
    boxes = page.boxes
    by_href: dict[str, _Draft] = {}
    order: list[_Draft] = []
    images: dict[str, str] = {}
    numbered = _are_numbered(page)
    forms = _forms_of_stories(page, numbered)
    for link in page.links:
        if link.unit in taken or boxes[link.box].away:
            continue
        href = link.href.strip().split("#")[0]
        if link.image >= 0:
            images.setdefault(href, page.pictures[link.image].src)
        if len(link.text) < 12 and len(link.title) < 12:
            continue
        text = find_double(link.text) or link.text
        if (
            len(text.split()) < MIN_WORDS
            and link.title
            and len(link.title) > len(text)
            and link.title.startswith(text.rstrip("…."))
        ):
            text = " ".join(link.title.split())
        if not is_story_link(link, text, numbered) and not (
            len(text.split()) >= MIN_WORDS and _form_of(href) in forms and not link.bits & (CRUMB | TAGS)
        ):
            continue
        known = by_href.get(href)
        # The same address again right after: picture, headline and sapo of one teaser. Far away: another block.
        if known is not None and link.unit - known.end <= 3 and _is_close(page, known.box, link.box):
            known.end = max(known.end, link.unit)
            if _better_title(text, known.text, link):
                known.lead = known.lead or _as_lead(known.text, text)
                known.text, known.unit = text, link.unit
            else:
                known.lead = known.lead or _as_lead(text, known.text)
            continue
        draft = _Draft(href, text, link.unit, link.box)
        by_href[href] = draft
        order.append(draft)
    found: list[_Draft] = []
    for draft in order:
        address = absolute(base, draft.href)
        if own and address.split("#")[0].split("?")[0] == own.split("#")[0].split("?")[0]:
            continue
        image = images.get(draft.href)
        draft.image = absolute(base, image) if image else None
        draft.href = address
        found.append(draft)
    return found


def _is_close(page: Page, one: int, other: int) -> bool:
    """Whether two links stand in one small element: picture, headline and sapo of one teaser."""
    box = page.boxes[common_box(page.boxes, one, other)]
    return box.end - box.start <= 7


def _better_title(text: str, known: str, link: Link) -> bool:
    """Of the texts of one address the headline is the one in a heading, else the first that is no sentence."""
    if link.heading:
        return True
    return len(known) > 150 and len(text) < len(known)


def _as_lead(text: str, title: str) -> str | None:
    return text if len(text) > max(50, len(title)) and not text.startswith(title) else None


def _group(page: Page, drafts: list[_Draft], taken: set[int], span: range, fetched: datetime | None) -> list[Block]:
    blocks: list[Block] = []
    current: list[_Draft] = []
    head: _Heading | None = None

    def close() -> None:
        nonlocal current
        asks = head is not None and head.kind in (
            "follow",
            "vote",
        )  # such a block holds no teasers: those below stand alone
        if head is not None:
            block = _headed(page, head, current, taken, fetched)
            if block is not None:
                blocks.append(block)
        if (head is None or asks) and current and not (current[0].start in span and current[-1].start in span):
            teasers = _teasers(page, current, taken, fetched)
            # Beside an article one lone link is no block, unless it is the day's weather.
            if len(teasers) > 1 or not span or teasers[0].kind == "weather":
                blocks.append(Block("other", None, teasers))
        current = []

    headings = _headings(page, drafts, taken)
    position = 0
    for draft in drafts:
        while position < len(headings) and headings[position].place <= draft.start:
            close()
            head = headings[position]
            position += 1
        if head is not None and draft.start >= head.end:
            close()
            head = None
        current.append(draft)
    close()
    for head in headings[position:]:  # noqa: B007  close() looks at it
        close()
    return blocks


class _Heading:
    __slots__ = ("end", "kind", "place", "text")

    def __init__(self, place: int, text: str, kind: BlockKind | None, end: int) -> None:
        self.place = place
        self.text = text
        self.kind = kind
        self.end = end


def _headings(page: Page, drafts: list[_Draft], taken: set[int]) -> list[_Heading]:
    """Units that stand as the heading of a block: worded like one, or a short heading above teasers."""
    story_units = {draft.unit for draft in drafts}
    starts = sorted(draft.start for draft in drafts)
    following = 0
    found: list[_Heading] = []
    for place, unit in enumerate(page.units):
        if place in story_units and place not in taken and unit.link + 6 < unit.length < 250:
            # "Tin liên quan: <link>" on one line.
            linked = page.links[unit.first_link].text if unit.first_link >= 0 else ""
            lead_in = unit.text.split(linked, 1)[0].strip() if linked else ""
            kind = find_block(lead_in) if 4 < len(lead_in) < 40 else None
            if kind is not None:
                found.append(_Heading(place, lead_in, kind, place + 1))
            continue
        if unit.length > 60 or unit.length < 2 or place in taken or place in story_units:
            continue
        while following < len(starts) and starts[following] < place:
            following += 1
        # A heading has a teaser soon below it, or asks something of the reader (a vote, to follow).
        near = following < len(starts) and starts[following] <= place + 12
        titled = unit.tag in HEADINGS or bool(page.boxes[unit.box].bits & TITLE)
        if not titled and following < len(starts) and starts[following] <= place + 3:
            # The name of a section, alone above teasers; in a row of such names it is a menu.
            titled = is_section_name(unit.text) and not (place and is_section_name(page.units[place - 1].text))
        if not (near or titled or "?" in unit.text or "heo dõi" in unit.text):
            continue
        kind = find_block(unit.text)
        if kind is None and not (near and titled and len(unit.text.split()) <= 6):
            continue
        if looks_like_stamp(unit.text) or (kind is None and is_noise(unit.text)):
            continue
        found.append(_Heading(place, unit.text, kind, _scope_end(page, unit.box, place, story_units)))
    # A name that stands again and again is each teaser's section, not a heading.
    often = {
        text for text, count in Counter(head.text for head in found if head.kind is None).items() if count >= OFTEN
    }
    return [head for head in found if head.kind is not None or head.text not in often]


def _headed(
    page: Page, head: _Heading, drafts: list[_Draft], taken: set[int], fetched: datetime | None
) -> Block | None:
    text = head.text.strip(" :»›>")
    until = drafts[0].start if drafts else min(len(page.units), head.end, head.place + 12)
    short: list[str] = []
    for place in range(head.place + 1, until):
        unit = page.units[place]
        if place in taken or (drafts == [] and head.kind != "vote"):
            break
        if unit.link + 12 >= unit.length and unit.first_link >= 0 and unit.length > 40:
            short.extend(link.text for link in page.links[unit.first_link : unit.first_link + 12] if link.unit == place)
        elif unit.length <= 40:
            short.append(unit.text)
        else:
            break
    if head.kind == "vote":
        return Block(
            "vote", text, choices=tuple(answer.strip(" ;,.") for answer in short if len(answer.split()) <= 3)[:5]
        )
    if head.kind == "follow":
        return Block("follow", text)
    if not drafts:
        return (
            Block(head.kind, text)
            if head.kind in ("hot_video", "related", "most_read", "focus", "hot", "latest")
            else None
        )
    sections = (
        tuple(name for name in short if len(name.split()) <= 5 and not looks_like_stamp(name) and not is_noise(name))
        if head.kind is None
        else ()
    )
    kind: BlockKind = head.kind or ("channel" if sections else "other")
    if kind in CHOSEN and len(drafts) > MOST_CHOSEN:
        kind = "other"  # the heading is a tab above half of the page
    return Block(kind, text, _teasers(page, drafts, taken, fetched), sections)


def _looks(page: Page, unit: Unit) -> tuple[str, str]:
    return unit.tag, page.boxes[unit.box].name


def _find_section_above(page: Page, draft: _Draft, taken: set[int]) -> str | None:
    """The section that is named, with a link, right above a teaser's headline."""
    for place in range(max(draft.start - 1, 0), draft.unit):
        unit = page.units[place]
        if unit.length <= 30 and unit.link == unit.length and place not in taken and is_section_name(unit.text):
            return unit.text
    return None


def _scope_end(page: Page, box: int, place: int, story_units: set[int]) -> int:
    """Where the block of a heading ends: its nearest ancestor that holds a teaser after it."""
    at = box
    while at >= 0:
        end = page.boxes[at].end
        if any(unit in story_units for unit in range(place + 1, end)):
            return end
        at = page.boxes[at].parent
    return len(page.units)


def _teasers(page: Page, drafts: list[_Draft], taken: set[int], fetched: datetime | None) -> tuple[Teaser, ...]:
    found: list[Teaser] = []
    above = _find_section_above(page, drafts[0], taken) is not None
    like: tuple[str, str] | None = None
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].start if index + 1 < len(drafts) else min(len(page.units), draft.end + 6)
        title, marked = strip_mark(draft.text)
        published: Published | None = None
        lead = draft.lead
        section = _find_section_above(page, draft, taken) if above else None
        for place in range(draft.start, min(following, draft.end + 6)):
            unit = page.units[place]
            if place in taken or place == draft.unit:
                continue
            if published is None and unit.length < 60 and (stamp := read_stamp(unit.text, fetched)):
                published = stamp.published("stamp beside the headline")
            elif (
                section is None
                and not above
                and place > draft.unit
                and unit.length <= 30
                and unit.link == unit.length
                and not is_noise(unit.text)
                and not any(map(str.isdigit, unit.text))
                and find_block(unit.text) is None
            ):
                section = unit.text
            elif (
                lead is None
                and unit.length > 50
                and unit.text != draft.text
                and unit.link * 2 < unit.length + 1
                # Nothing says where the last teaser ends: below it the page's foot may stand.
                and (index + 1 < len(drafts) or _is_close(page, draft.box, unit.box) or like == _looks(page, unit))
            ):
                lead = unit.text
                like = _looks(page, unit)
        found.append(Teaser(title, draft.href, published, section, lead, marked or find_kind(title), draft.image))
    return tuple(found)
