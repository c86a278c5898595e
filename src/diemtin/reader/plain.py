"""A page that is plain text (.txt, .md): its typed lines -> a reading. Where the articles stand is ``plain_articles``; here each
is put together from its lines. Nothing here knows a site; wordings are in ``language/data/blocks.toml``."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

from diemtin.language.blocks import find_agencies, find_kind, strip_mark
from diemtin.language.credits import split_credit
from diemtin.language.dates import Stamp, find_stamp
from diemtin.language.text import normal
from diemtin.news import Article, Block, Figure, Outlet, Passage, PassageKind, Published, Reading
from diemtin.reader.bylines import find_byline, find_signature, split_byline
from diemtin.reader.lines import Line, find_marked, is_same, read_lines
from diemtin.reader.outlet import domain_of, guess_language, guess_outlet_name
from diemtin.reader.plain_articles import LABELS, Draft, find_articles
from diemtin.reader.plain_blocks import read_blocks

_HEAD = re.compile(
    r"^(?P<key>title|tiêu đề|url source|url|link|source url|published time|published|date|ngày đăng|markdown "
    r"content)\s*[:：]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SAPO_LABEL = re.compile(r"^\(?(?P<outlet>[\w+.&\s]{2,24})\)?\s*[-–—]\s+(?=\S)")


def read_plain(text: str, *, url: str | None = None, fetched: datetime | None = None) -> Reading:
    """The reading of a text page; the caller adds id and the outlet it knows."""
    lines = read_lines(text, fetched)
    head, lines = _take_head(lines)
    address = url or head.get("url")
    domain = domain_of(address) or _common_domain(lines)
    drafts, rest = find_articles(lines, head.get("title"))
    blocks = tuple(block for run in rest for block in read_blocks(run))
    outlet = Outlet(
        name=guess_outlet_name(blocks, head.get("title"), drafts[0].title if drafts else None), domain=domain
    )
    language = guess_language(" ".join(line.text for line in lines[:200]))
    articles = tuple(_article(draft, outlet, language, address, head if not draft.embedded else {}) for draft in drafts)
    return Reading(outlet, articles, blocks, url=address, language=language, newest_stamp=newest_stamp(blocks))


def newest_stamp(blocks: tuple[Block, ...]) -> datetime | None:
    """The youngest stamp of the furniture."""
    stamps = [
        t.published.start
        for b in blocks
        for t in b.teasers
        if t.published and t.published.start and t.published.basis == "stated"
    ]
    return max(stamps, default=None)


def _take_head(lines: list[Line]) -> tuple[dict[str, str], list[Line]]:
    """ "Title: …", "URL Source: …" as converters print them above the page."""
    head: dict[str, str] = {}
    taken = 0
    for line in lines[:8]:
        match = _HEAD.match(line.text)
        if not match or (match["key"].lower() not in ("title", "url source", "url") and not head):
            break
        key = {
            "tiêu đề": "title",
            "url source": "url",
            "link": "url",
            "source url": "url",
            "published time": "date",
            "published": "date",
            "ngày đăng": "date",
        }
        if match["value"].strip():
            head[key.get(match["key"].lower(), match["key"].lower())] = match["value"].strip()
        taken += 1
    return head, lines[taken:]


def _common_domain(lines: list[Line]) -> str | None:
    """The domain of most addresses on the page; pictures come from the outlet's own servers or say nothing."""
    counts = Counter(
        domain for line in lines for address in (line.image, line.url) if address and (domain := domain_of(address))
    )
    return counts.most_common(1)[0][0] if counts else None


def _article(draft: Draft, outlet: Outlet, language: str | None, url: str | None, head: dict[str, str]) -> Article:
    title, marked = strip_mark(draft.title)
    passages: list[Passage] = []
    figures: list[Figure] = []
    stamps = [_stamp_in(line) for line in draft.head]
    stamp = next(filter(None, stamps), None)
    if stamp is None and draft.above is not None:
        stamp = draft.above.stamp
    byline = next(
        (
            found
            for line, dated in zip(draft.head, stamps, strict=True)
            if line.kind in ("short", "title", "credit", "sections")
            and (found := find_signature(line.text) if dated else find_byline(line.text))
        ),
        None,
    )
    agencies: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sections = (
        line.text for line, dated in zip(draft.head, stamps, strict=True) if line.kind == "sections" and not dated
    )
    section = next(sections, None)
    lead = next((line.text for line in draft.head if line.kind == "paragraph"), None)
    body = draft.body
    position = 0
    while position < len(body):
        line = body[position]
        if line.kind in ("image", "mark"):
            figure, taken = _figure(body, position, draft.title, len(passages))
            figures.append(figure)
            position += taken
            continue
        position += 1
        if line.kind == "credit":
            figures.append(Figure(None, line.caption, line.credit, line.file_photo, len(passages)))
        elif line.kind == "stamp":
            stamp = stamp or line.stamp
        elif labels := LABELS.match(line.text):
            tags = tuple(tag.strip() for tag in re.split(r"[,;|]", labels["rest"]) if tag.strip())
        elif line.kind == "noise" or is_same(line.text, draft.title):
            continue
        elif position >= len(body) - 2 and line.syllables <= 14 and (found := find_byline(line.text)):
            byline, agencies = found, find_agencies(line.text)
        else:
            passages.append(Passage(line.text, _passage_kind(line)))
    lead, passages, figures = _take_lead(lead, passages, figures)
    if byline is None and passages:
        text, byline = split_byline(passages[-1].text)
        if byline:
            passages[-1] = Passage(text, passages[-1].kind)
            agencies = find_agencies(byline)
    published = stamp.published("date line of the article") if stamp else _head_date(head)
    return Article(
        title=title, lead=lead, body=tuple(passages), figures=tuple(figures),
        role="embedded" if draft.embedded else "main", byline=byline,
        agency=agencies, section=section, tags=tags, kind=marked or find_kind(title) or "news", published=published,
        url=None if draft.embedded else url, outlet=outlet, language=language,
    )  # fmt: skip


def _stamp_in(line: Line) -> Stamp | None:
    """The date of a line between headline and text, also beside an author or a section."""
    if line.stamp or line.kind == "paragraph" or len(line.text) >= 90:
        return line.stamp
    return find_stamp(line.text)


def _head_date(head: dict[str, str]) -> Published:
    stamp = find_stamp(head["date"]) if "date" in head else None
    return stamp.published("head of the dump") if stamp else Published()


def _passage_kind(line: Line) -> PassageKind:
    if line.kind == "table":
        return "table"
    if line.quoted:
        return "quotation"
    if line.bullet:
        return "list"
    return "subhead" if line.level or (line.kind in ("title", "short") and line.syllables <= 20) else "paragraph"


def _figure(body: list[Line], position: int, title: str, after: int) -> tuple[Figure, int]:
    """A picture line, the mark that may stand for it, and the caption below; how many lines were taken."""
    image = body[position].image
    taken = 1
    own: str | None = None
    while (
        position + taken < len(body)
        and body[position + taken].kind in ("image", "mark")
        and taken < 2
        and body[position].kind != body[position + taken].kind
    ):
        taken += 1
    for line in body[position : position + taken]:
        image = image or line.image
        of = find_marked(line.text) if line.kind == "mark" else None
        if of and not is_same(of, title):
            own = of
    if position + taken < len(body):
        line = body[position + taken]
        if line.kind == "credit":
            return Figure(image, line.caption or own, line.credit, line.file_photo, after), taken + 1
        near = line.gap == 0 and line.kind in ("title", "short", "paragraph") and line.syllables <= 60
        more = position + taken + 1 < len(body)
        if line.cell or (near and more and (line.kind != "paragraph" or body[position + taken + 1].gap > 0)):
            caption, credit, file_photo = split_credit(line.text)
            return Figure(image, caption, credit, file_photo, after), taken + 1
    return Figure(image, own, None, False, after), taken


def _take_lead(
    lead: str | None, passages: list[Passage], figures: list[Figure]
) -> tuple[str | None, list[Passage], list[Figure]]:
    """The first paragraph is the sapo when it stands before the first figure and the body goes on after that, or when it
    carries the outlet's own mark ("(Dân trí) - …") above a body."""
    if lead or len(passages) < 2 or passages[0].kind != "paragraph":
        return lead, passages, figures
    first = figures[0].after if figures else 0
    marked = _SAPO_LABEL.match(passages[0].text)
    in_brackets = marked and normal(passages[0].text).startswith("(")
    if not (1 <= first < len(passages)) and not in_brackets:
        return lead, passages, figures
    moved = [Figure(f.image, f.caption, f.credit, f.file_photo, max(0, f.after - 1)) for f in figures]
    return passages[0].text, passages[1:], moved
