"""Pictures with their captions and credits: typed before the text around them is read, so that no caption is a paragraph."""

from __future__ import annotations

import re

from diemtin.language.blocks import is_noise
from diemtin.language.credits import is_credit, leads_credit, split_credit
from diemtin.language.dates import looks_like_stamp
from diemtin.news import Figure
from diemtin.reader.address import absolute
from diemtin.reader.classes import BYLINE, CAPTION, CENTRED, COMMENT, CREDIT, FIGURE, JUNK, RELATED
from diemtin.reader.lines import find_marked
from diemtin.reader.tree import HEADINGS, Box, Page, Picture, common_box

MAX_CAPTION = 900
"""Letters; the longest caption of the pages at hand has 720."""

UNMARKED = 160
"""Letters up to which a line in the middle under a picture is a caption though nothing calls it one."""
UNSAID = 400
"""Letters up to which a line in a picture's element is a caption though nothing calls it one: layouts put text there too."""
_LED_CREDIT = re.compile(
    r"(?:^|[.!?…)\"”]\s*|\()(?:Ảnh|Nguồn ảnh|Ảnh tư liệu|Foto|Photo|Bild)\s*(?:minh họa|minh hoạ|tư liệu)?\s*:\s*\S.{1,60}$"
)
_COUNTER = re.compile(r"^\(?\d{1,3}\s*(?:of|/|von|de|sur|di|av|из)\s*\d{1,3}\b\W*$")
"""Above each picture's caption of a slide show: "2 of 12 |", "3/9"."""
MAX_COUNTER = 16
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’)]*$")


def find_caption_units(page: Page, start: int, end: int) -> dict[int, int]:
    """Unit -> the box that makes it a caption (a figure, or the element that says "caption"), for the units of a range."""
    boxes = page.boxes
    found: dict[int, int] = {}
    pictures: dict[int, list[int]] = {}
    alternatives: set[str] = set()
    for picture in page.pictures:
        if start - 2 <= picture.unit <= end:
            pictures.setdefault(picture.unit, []).append(picture.box)
            if len(picture.alt) > 15:
                alternatives.add(" ".join(picture.alt.split()))
    for place in range(start, end):
        unit = page.units[place]
        if unit.length > MAX_CAPTION or unit.tag in HEADINGS or boxes[unit.box].tag == "button":
            continue
        at = unit.box
        for _ in range(5):
            box = boxes[at]
            size = box.end - box.start
            if size > 8 or (size > 4 and box.tag not in ("figcaption", "figure")):
                break
            if box.tag in ("figcaption", "figure") or box.bits & (CAPTION | CREDIT):
                found[place] = at
                break
            if box.bits & FIGURE and size <= 4 and unit.length <= UNSAID and _has_picture(page, at):
                found[place] = at
                break
            if box.parent < 0 or box.tag in ("article", "body", "main"):
                break
            at = box.parent
        if place in found:
            continue
        if (
            is_counted(page, place)
            or (unit.bits & ~boxes[unit.box].inherited) & CAPTION
            or (
                pictures
                and (
                    unit.text in alternatives
                    or (unit.length < 400 and ":" in unit.text and _LED_CREDIT.search(unit.text))
                )
                and any(place - back in pictures for back in range(3))
            )
        ):
            found[place] = unit.box
        elif pictures and unit.length < 400 and unit.link * 2 < unit.length + 1:
            before = pictures.get(place) or (pictures.get(place - 1) if place - 1 in found else None)
            if before is None:
                continue
            around = common_box(page.boxes, before[-1], unit.box)
            following = page.units[place + 1] if place + 1 < end else None
            if following is not None and following.length < 60 and place in pictures and is_credit(following.text):
                found[place] = unit.box  # below a picture and above a line that is a credit
                continue
            # Alone with a picture in a small element, or set in the middle right below one.
            if around > 0 and boxes[around].end - boxes[around].start <= 2:
                found[place] = around
            elif around > 0 and _has_only_credit_beside(page, boxes[around], place):
                found.update(dict.fromkeys(range(place, min(boxes[around].end, end)), around))
            elif unit.length < UNMARKED and (
                (unit.tag == "td" and boxes[before[-1]].tag == "td")  # a cell below or beside a cell with a picture
                or _centred(page, unit.box)
                or (_centred(page, before[-1]) and not _SENTENCE_END.search(unit.text))
            ):
                found[place] = unit.box
    return found


def _has_only_credit_beside(page: Page, box: Box, place: int) -> bool:
    """Whether a picture's element holds the unit first and behind it no more than the pieces of a credit ("Ảnh:", a name)."""
    rest = page.units[place + 1 : box.end]
    return box.start == place and len(rest) <= 3 and all(unit.length < 40 for unit in rest)


def is_counted(page: Page, place: int) -> bool:
    """Whether right above a unit, in one small element with it, stands the counter of a slide show."""
    if place == 0 or page.units[place - 1].length > MAX_COUNTER or not _COUNTER.match(page.units[place - 1].text):
        return False
    box = page.boxes[common_box(page.boxes, page.units[place - 1].box, page.units[place].box)]
    return box.end - box.start <= 3


def is_marked(page: Page, place: int, at: int) -> bool:
    """Whether the page itself calls the unit a caption, rather than its place beside a picture."""
    box = page.boxes[at]
    return (
        box.tag in ("figcaption", "figure")
        or bool(box.bits & (CAPTION | CREDIT))
        or bool(page.units[place].bits & CAPTION)
        or is_counted(page, place)
    )


def _centred(page: Page, at: int) -> bool:
    for _ in range(3):
        box = page.boxes[at]
        if box.bits & CENTRED or box.tag == "center":
            return box.end - box.start <= 6
        if box.parent < 0:
            break
        at = box.parent
    return False


def _has_picture(page: Page, box: int) -> bool:
    last = page.boxes[box].last
    return any(box <= picture.box < max(last, box + 1) for picture in page.pictures)


def make_figures(
    page: Page, captions: dict[int, int], body: list[int], start: int, end: int, base: str | None
) -> tuple[Figure, ...]:
    """The figures of a range of units, each with the captions nearest to it, in order."""
    pictures = [picture for picture in page.pictures if start <= picture.unit <= end and _is_content(page, picture)]
    drafts: list[tuple[int, Picture | None, list[int]]] = [(picture.unit, picture, []) for picture in pictures]
    for group in _group_captions(page, captions):
        owner = _owner(page, drafts, group[0], captions[group[0]])
        if owner is None:
            drafts.append((group[0], None, group))
        else:
            owner[2].extend(group)
    drafts.sort(key=lambda draft: draft[0])
    figures: list[Figure] = []
    seen: set[str] = set()
    for unit, picture, places in drafts:
        if picture is None and not places:
            continue
        image = absolute(base, picture.src) if picture else None
        if image and image in seen and not places:
            continue
        if image:
            seen.add(image)
        caption, credit, file_photo = _read_caption(page, places)
        if picture is None and not caption:
            continue
        after = sum(1 for place in body if place < unit)
        figures.append(Figure(image, caption, credit, file_photo, after))
    return tuple(figures)


def _group_captions(page: Page, captions: dict[int, int]) -> list[list[int]]:
    """Caption units that belong together: of one figure, or side by side in one small element (caption and credit)."""
    groups: list[list[int]] = []
    pictured = {picture.unit for picture in page.pictures}
    for place in sorted(captions):
        if groups and place - groups[-1][-1] == 1 and place not in pictured:
            before = groups[-1][-1]
            around = common_box(page.boxes, page.units[before].box, page.units[place].box)
            box = page.boxes[around]
            if (
                captions[before] == captions[place]
                or (box.end - box.start <= 3 and around > 0)
                or box.tag in ("figure", "figcaption")
            ):
                groups[-1].append(place)
                continue
        groups.append([place])
    return groups


def _owner(
    page: Page, drafts: list[tuple[int, Picture | None, list[int]]], place: int, at: int
) -> tuple[int, Picture | None, list[int]] | None:
    """The picture a caption goes with, of those that have none yet: in the same small element, else the one right before."""
    free = [draft for draft in drafts if draft[1] is not None and not draft[2] and -3 <= place - draft[0] <= 4]
    boxes = page.boxes
    for _ in range(4):
        inside = [draft for draft in free if draft[1] is not None and at <= draft[1].box < max(boxes[at].last, at + 1)]
        if inside:
            before = [draft for draft in inside if draft[0] <= place]
            return before[-1] if before else inside[0]
        at = boxes[at].parent
        if at <= 0 or boxes[at].end - boxes[at].start > 6:
            break
    near = [draft for draft in free if 0 <= place - draft[0] <= 1]
    return near[-1] if near else None


def _is_content(page: Page, picture: Picture) -> bool:
    """Not an icon, a pixel or a face beside a byline."""
    for name in ("width", "height"):
        value = picture.attributes.get(name) or ""
        if value.isdigit() and int(value) < 90:
            return False
    lower = picture.src.lower()
    if any(
        word in lower
        for word in ("logo", "icon", "avatar", "pixel", "spacer", "/ads/", "1x1", "gravatar", "sprite", ".svg")
    ):
        return False
    bits = page.boxes[picture.box].inherited
    return not bits & (1 | 512 | 4096)


def _read_caption(page: Page, places: list[int]) -> tuple[str | None, str | None, bool]:
    """Caption, credit, file photo of the units of one caption."""
    texts: list[str] = []
    credit: str | None = None
    file_photo = False
    for place in places:
        unit = page.units[place]
        text = unit.text
        if len(places) > 1 and (find_marked(text) is not None or leads_credit(text) or _COUNTER.match(text)):
            continue
        marked = page.credits.get(place)
        box = page.boxes[unit.box]
        own = bool(box.bits & (CREDIT | BYLINE) and not box.bits & CAPTION) or box.tag in ("footer", "cite", "small")
        if not own and len(places) > 1 and place == places[-1] and texts:
            # The last line of a caption of several, a name without a full stop below a sentence, is the credit.
            own = (
                len(text.split()) <= 9 and text[-1:] not in ".!?…" and not is_long(text) and bool(_NAMELIKE.match(text))
            )
        if marked:
            marked = " ".join(marked.split())
            if text.endswith(marked) and len(marked) < len(text):
                text = text[: -len(marked)].rstrip(" |–—-/(")
                credit = clean_credit(marked)
            elif text == marked:
                own = True
            elif text.startswith(marked):
                text = text[len(marked) :].strip()
                credit = clean_credit(marked)
        if own and (len(places) > 1 or is_credit(text)) and len(text) < 160:
            credit = clean_credit(text)
            continue
        caption, found, is_file = split_credit(text)
        credit = credit or found
        file_photo = file_photo or is_file
        if caption and caption not in texts and not _is_furniture(page, place, caption):
            texts.append(caption)
    return " ".join(texts) or None, credit, file_photo


def _is_furniture(page: Page, place: int, text: str) -> bool:
    """A button, a date, an author, another article that stands beside a picture and is no caption of it."""
    box = page.boxes[page.units[place].box]
    around = page.boxes[box.parent] if box.parent >= 0 else box
    if page.units[place].bits & (JUNK | RELATED | COMMENT) and not (
        (box.bits | around.bits) & CAPTION or "figcaption" in (box.tag, around.tag) or is_counted(page, place)
    ):
        return True
    return len(text) < 80 and (
        is_noise(text)
        or looks_like_stamp(text)
        or (" " not in text and text.isascii() and text[-1:] not in ".!?")
        or _BY.match(text) is not None
    )


_BY = re.compile(r"(?:By|Von|Par|Por)\s+[A-ZÀ-ÖØ-Þ]")
_NAMELIKE = re.compile(
    r"^[(\[©/|]?\s*(?:[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][\w.&’'\-]*|/|\||&|[-–—,]|via|by|von|de|van|the|for|of|and)(?:[\s/|"
    r",]+(?:[A-ZÀ-ÖØ-ÞĂĐƠƯẠ-Ỹ][\w.&’'\-]*|/|\||&|[-–—,]|via|by|von|de|van|the|for|of|and))*[)\]]?$"
)


def is_long(text: str) -> bool:
    """More than a name or two."""
    return len(text) > 90


def clean_credit(text: str) -> str | None:
    """A credit as its element prints it, without the word that introduces it."""
    caption, credit, _ = split_credit(text)
    if credit and not caption:
        return credit
    return text.strip(" ()[]|/–—-©").removesuffix(".").strip() or None
