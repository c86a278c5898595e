# ruff: noqa: E501  patterns and tables are read better on one line
"""A page that is plain text (.txt, .md): typed lines -> a reading.

The articles are found first: a headline, then the run of paragraphs below it, over pictures and the empty blocks that stand
in it. What is left is blocks. Nothing here knows a site; wordings are in ``language/data/blocks.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from diemtin.language.blocks import find_agencies, find_kind, split_credit, strip_mark
from diemtin.language.text import normal
from diemtin.news import Article, Block, Figure, Outlet, Passage, PassageKind, Published, Reading
from diemtin.reader.bylines import find_byline, split_byline
from diemtin.reader.lines import Line, find_marked, is_same, read_lines
from diemtin.reader.outlet import domain_of, guess_language, guess_outlet_name, trim_site_name
from diemtin.reader.plain_blocks import read_blocks

_HEAD = re.compile(
    r"^(?P<key>title|tiêu đề|url source|url|link|source url|published time|published|date|ngày đăng|markdown content)\s*[:：]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_LABELS = re.compile(r"^(?:từ khóa|từ khoá|tags?|thẻ|chủ đề|keywords?)\s*[:：]\s*(?P<rest>.+)$", re.IGNORECASE)
_SAPO_LABEL = re.compile(r"^\(?(?P<outlet>[\w+.&\s]{2,24})\)?\s*[-–—]\s+(?=\S)")
_BEGINS_NEWS = re.compile(
    r"^(?:(?:sáng|trưa|chiều|tối|đêm)?\s*(?:ngày|hôm)\s|theo\s|\(|tối\s|sáng\s|chiều\s|trong\s)", re.IGNORECASE
)

EMBEDDED_SYLLABLES = 10
"""A line inside a body that is a headline of another article rather than a subhead: subheads of the article sets at hand
have a median of 7 syllables and headlines of 13; asked only together with a second sign (see ``_is_embedded``)."""


@dataclass(slots=True)
class _Draft:
    title: str
    embedded: bool = False
    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)


def read_plain(text: str, *, url: str | None = None, fetched: datetime | None = None) -> Reading:
    """The reading of a text page; the caller adds id and the outlet it knows."""
    lines = read_lines(text, fetched)
    head, lines = _take_head(lines)
    address = url or head.get("url")
    domain = domain_of(address) or _common_domain(lines)
    drafts, rest = _find_articles(lines, head.get("title"))
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


# --- articles --------------------------------------------------------------------------------------------------------


def _find_articles(lines: list[Line], page_title: str | None) -> tuple[list[_Draft], list[list[Line]]]:
    """The articles in order, and the runs of lines that belong to none."""
    start = _find_body(lines)
    if start is None:
        return [], [lines] if lines else []
    headline = _find_headline(lines, start, page_title)
    if headline is None:
        return [], [lines]
    rest: list[list[Line]] = [[line for line in lines[:headline] if not is_same(line.text, lines[headline].text)]]
    draft = _Draft(lines[headline].text)
    drafts = [draft]
    run: list[Line] = []
    for line in lines[headline + 1 : start]:
        if line.kind == "heading" or (line.kind == "title" and line.doubled):
            run.append(line)
        elif not is_same(line.text, draft.title) and line.kind != "noise":
            draft.head.append(line)
    if run:
        rest.append(run)
    index = start
    while index < len(lines):
        line = lines[index]
        if line.kind == "heading" or line.kind == "sections" or (line.doubled and not is_same(line.text, draft.title)):
            end = _end_of_block(lines, index)
            rest.append(lines[index:end])
            index = end
        elif line.kind in ("title", "short", "stamp") and _ends_body(lines, index):
            rest.append(lines[index:])
            break
        elif _is_embedded(lines, index, draft):
            draft = _Draft(line.text, embedded=True)
            drafts.append(draft)
            index += 1
        else:
            draft.body.append(line)
            index += 1
    return drafts, _join_runs(rest)


def _join_runs(rest: list[list[Line]]) -> list[list[Line]]:
    return [run for run in rest if run]


def _find_body(lines: list[Line]) -> int | None:
    """Where the first article's text begins: a paragraph that another follows over nothing but pictures and subheads."""
    single = None
    for index, line in enumerate(lines):
        if line.kind != "paragraph" or line.doubled:
            continue
        if index and (
            lines[index - 1].doubled or (lines[index - 1].kind == "stamp" and index > 1 and lines[index - 2].doubled)
        ):
            continue
        following = _content_after(lines, index)
        if following is not None and following.kind == "paragraph" and not following.url:
            return index
        if single is None:
            single = index
    if (
        single is not None
        and single <= 6
        and not any(line.doubled for line in lines[:single])
        and lines[single].syllables >= 25
    ):
        titles = sum(line.kind == "title" for line in lines[single:])
        return single if titles < 6 or any(line.kind == "heading" for line in lines[single : single + 3]) else None
    return None


def _content_after(lines: list[Line], index: int) -> Line | None:
    """The next line that is neither picture, caption, credit, empty block, noise nor a lone subhead."""
    skipped = 0
    for line in lines[index + 1 : index + 60]:
        if line.kind in ("image", "mark", "credit", "noise", "heading", "table"):
            continue
        if line.kind in ("title", "short") and skipped < 1 and not line.doubled:
            skipped += 1
            continue
        return line
    return None


def _find_headline(lines: list[Line], start: int, page_title: str | None) -> int | None:
    candidates = [
        index
        for index in range(start)
        if lines[index].kind in ("title", "short") and not lines[index].url and lines[index].syllables >= 3
    ]
    if not candidates:
        candidates = [index for index in range(start) if lines[index].kind == "title"]
    if not candidates:
        return None
    if page_title:
        same = [
            index
            for index in candidates
            if is_same(lines[index].text, trim_site_name(page_title, None)) or lines[index].text in page_title
        ]
        if same:
            return same[-1]
    top = [index for index in candidates if lines[index].level == 1]
    if top:
        return top[-1]
    long = [index for index in candidates if lines[index].kind == "title" and lines[index].syllables >= 6]
    return (long or candidates)[-1] if not long or len(long) == 1 else _nearest_headline(lines, long, start)


def _nearest_headline(lines: list[Line], candidates: list[int], start: int) -> int:
    """The last of several, going back over what stands between headline and text."""
    last = candidates[-1]
    before = [index for index in candidates if index < last and last - index <= 2 and start - index <= 5]
    # A line right below the headline that is no sentence may be a second deck; the first of the pair is the headline
    # when nothing else stands between.
    if before and before[-1] == last - 1 and lines[last].gap == 0 and last <= 2:
        return before[-1]
    return last


def _end_of_block(lines: list[Line], index: int) -> int:
    """Where a block that interrupts a body ends: at the next paragraph that carries the body on, or at the page's end."""
    if lines[index].block == "vote":
        return len(lines)
    position = index + 1
    while position < len(lines):
        line = lines[position]
        if line.kind == "paragraph" and not line.doubled:
            under_teaser = position > index + 1 and lines[position - 1].kind in ("title", "stamp", "short", "sections")
            if not under_teaser:
                return position
            following = lines[position + 1] if position + 1 < len(lines) else None
            if following is not None and following.kind == "paragraph" and not _more_teasers(lines, position):
                return position
        position += 1
    return len(lines)


def _more_teasers(lines: list[Line], position: int) -> bool:
    """Whether the lines around look like a list with sapos rather than a body."""
    window = lines[position : position + 8]
    return any(line.doubled for line in window) or sum(line.kind in ("title", "stamp") for line in window) >= 3


def _ends_body(lines: list[Line], index: int) -> bool:
    """Whether the furniture begins here without a heading: no paragraph stands soon below, or headlines stand in a row."""
    line = lines[index]
    if line.kind == "stamp":
        return False
    following = [one for one in lines[index + 1 : index + 4] if one.kind not in ("noise", "image")]
    if find_byline(line.text) or (line.kind == "short" and not any(one.kind == "title" for one in following[:2])):
        return False
    if _LABELS.match(line.text) or line.bullet or line.quoted:
        return False
    if any(one.kind in ("paragraph", "mark", "credit", "table") and not one.doubled for one in following[:2]):
        return False
    return (
        line.kind == "title"
        and bool(following)
        and (following[0].kind in ("title", "stamp", "heading", "sections") or not following)
    )


def _is_embedded(lines: list[Line], index: int, current: _Draft) -> bool:
    """Whether a second article begins here: a headline whose picture repeats it, or one with a stamp, or a long one in a
    page that marks its pictures, above a paragraph that opens like news."""
    line = lines[index]
    if line.kind not in ("title", "mark") or line.kind == "mark" or line.bullet or line.quoted or len(current.body) < 2:
        return False
    if is_same(line.text, current.title):
        return False
    below = [one for one in lines[index + 1 : index + 7] if one.kind != "noise"]
    if not any(one.kind == "paragraph" for one in below[:4]):
        return False
    for one in below:
        of = find_marked(one.text) if one.kind == "mark" else None
        if of and is_same(of, line.text):
            return True
    if line.syllables < EMBEDDED_SYLLABLES or line.gap == 0:
        return False
    if below[0].kind == "stamp" or line.level == 1:
        return True
    marked = any(one.kind == "mark" for one in lines[:index])
    opens = next(one for one in below if one.kind == "paragraph")
    others = sum(one.kind == "title" and one.syllables >= 6 for one in current.body)
    return marked and others == 0 and opens.syllables >= 20 and bool(_BEGINS_NEWS.match(opens.text))


# --- one article -----------------------------------------------------------------------------------------------------


def _article(draft: _Draft, outlet: Outlet, language: str | None, url: str | None, head: dict[str, str]) -> Article:
    title, marked = strip_mark(draft.title)
    passages: list[Passage] = []
    figures: list[Figure] = []
    stamp = next((line.stamp for line in draft.head if line.stamp), None)
    byline = next(
        (found for line in draft.head if line.kind in ("short", "title") and (found := find_byline(line.text))), None
    )
    agencies: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    section = next((line.text for line in draft.head if line.kind == "sections"), None)
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
        elif labels := _LABELS.match(line.text):
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
        title=title, lead=lead, body=tuple(passages), figures=tuple(figures), role="embedded" if draft.embedded else "main", byline=byline,
        agency=agencies, section=section, tags=tags, kind=marked or find_kind(title) or "news", published=published,
        url=None if draft.embedded else url, outlet=outlet, language=language,
    )  # fmt: skip


def _head_date(head: dict[str, str]) -> Published:
    from diemtin.language.dates import find_stamp

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
