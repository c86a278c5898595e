"""Where the articles stand among the typed lines of a text page: a headline, then the run of paragraphs below it, over
pictures and the empty blocks that stand in it. What is left over is blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from diemtin.reader.bylines import find_byline
from diemtin.reader.lines import Line, bare, find_marked, is_same
from diemtin.reader.outlet import trim_site_name

LABELS = re.compile(r"^(?:từ khóa|từ khoá|tags?|thẻ|chủ đề|keywords?)\s*[:：]\s*(?P<rest>.+)$", re.IGNORECASE)
"""A line of tags, with the word that says so."""
_ENDS_PAGE = re.compile(
    r"^(?:(?:ý kiến|bình luận|phản hồi)(?: (?:bạn đọc|của bạn đọc|độc giả))?|(?:gửi|xem) (?:phản hồi|bình luận|ý kiến)|comments?)"
    r"[\s\d():]*$|^(?:(?:copyright\s*)?(?:©|\(c\))\s*(?:19|20)\d\d|giấy phép (?:số|thiết lập|hoạt động|xuất bản)|"
    r"cơ quan chủ quản|tổng biên tập\s*:)",
    re.IGNORECASE,
)
"""Above what readers wrote, and the page's foot."""
_BEGINS_NEWS = re.compile(
    r"^(?:(?:sáng|trưa|chiều|tối|đêm)?\s*(?:ngày|hôm)\s|theo\s|\(|tối\s|sáng\s|chiều\s|trong\s)", re.IGNORECASE
)

EMBEDDED_SYLLABLES = 10
"""A line inside a body that is a headline of another article rather than a subhead: subheads of the article sets at hand
have a median of 7 syllables and headlines of 13; asked only together with a second sign (see ``_is_embedded``)."""


@dataclass(slots=True)
class Draft:
    """One article as lines: its headline, the date above it, what stands between headline and text, the text."""

    title: str
    above: Line | None = None
    embedded: bool = False
    head: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)


def find_articles(lines: list[Line], page_title: str | None) -> tuple[list[Draft], list[list[Line]]]:
    """The articles in order, and the runs of lines that belong to none."""
    shown = _find_shown_title(lines, page_title)
    start = _find_body(lines, shown or 0)
    if start is None:
        return [], [lines] if lines else []
    headline = _find_headline(lines, start, page_title) if shown is None else shown
    if headline is None:
        return [], [lines]
    rest: list[list[Line]] = [[line for line in lines[:headline] if not is_same(line.text, lines[headline].text)]]
    above = lines[headline - 1] if headline else None
    draft = Draft(lines[headline].text, above=above if above is not None and above.kind == "stamp" else None)
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
        if _ENDS_PAGE.match(line.text) and sum(one.kind == "paragraph" for one in draft.body) >= 3:
            rest.append(lines[index:])
            break
        if line.kind == "heading" or line.kind == "sections" or (line.doubled and not is_same(line.text, draft.title)):
            end = _end_of_block(lines, index)
            rest.append(lines[index:end])
            index = end
        elif line.kind in ("title", "short", "stamp") and (
            _ends_body(lines, index) or _is_list_of_others(lines, index)
        ):
            rest.append(lines[index:])
            break
        elif _is_embedded(lines, index, draft):
            draft = Draft(line.text, embedded=True)
            drafts.append(draft)
            index += 1
        else:
            draft.body.append(line)
            index += 1
    return drafts, [run for run in rest if run]


def _find_shown_title(lines: list[Line], page_title: str | None) -> int | None:
    """The line that prints the page's title once more; many dumps begin with that title."""
    told = page_title or (lines[0].text if lines else "")
    if not told:
        return None
    names = {bare(told), bare(trim_site_name(told, None))}
    for index in range(0 if page_title else 1, len(lines)):
        line = lines[index]
        if line.kind != "title" or line.syllables < 5 or line.url:
            continue
        # The headline, or what a title begins with that has the names of section and outlet behind it.
        if bare(line.text) in names or (told.startswith(line.text) and not told[len(line.text)].isalnum()):
            return index
    return None


def _find_body(lines: list[Line], begin: int = 0) -> int | None:
    """Where the first article's text begins: a paragraph that another follows over nothing but pictures and subheads."""
    single = None
    for index in range(begin, len(lines)):
        line = lines[index]
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
        and single - begin <= 6
        and not any(line.doubled for line in lines[begin:single])
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
    return _nearest_headline(lines, long, start) if len(long) > 1 else (long or candidates)[-1]


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
    if LABELS.match(line.text) or line.bullet or line.quoted:
        return False
    if any(one.kind in ("paragraph", "mark", "credit", "table") and not one.doubled for one in following[:2]):
        return False
    return line.kind == "title" and bool(following) and following[0].kind in ("title", "stamp", "heading", "sections")


LISTED = 3
"""Headlines, each with one short sapo below, from which they are a list of other articles: subheads are shorter (a median of 7
syllables against 13) and have longer texts below."""


def _is_list_of_others(lines: list[Line], index: int) -> bool:
    """Whether from here on headline and sapo alternate."""
    for at in range(index, index + 2 * LISTED, 2):
        pair = lines[at : at + 2]
        if (
            len(pair) < 2
            or pair[0].kind != "title"
            or pair[0].syllables < 8
            or pair[0].bullet
            or pair[0].text[:1].isdigit()
            or pair[1].kind != "paragraph"
            or pair[1].syllables > 45
        ):
            return False
    return True


def _is_embedded(lines: list[Line], index: int, current: Draft) -> bool:
    """Whether a second article begins here: a headline whose picture repeats it, or one with a stamp, or a long one in a
    page that marks its pictures, above a paragraph that opens like news."""
    line = lines[index]
    if line.kind != "title" or line.bullet or line.quoted or len(current.body) < 2:
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
