"""Which unit is the headline, and which the sapo."""

from __future__ import annotations

import html
import re
from collections.abc import Collection

from diemtin.language.credits import split_credit
from diemtin.language.dates import find_stamp
from diemtin.language.text import squeeze
from diemtin.reader.bylines import find_byline
from diemtin.reader.classes import BYLINE, CAPTION, CREDIT, HIDDEN, JUNK, PAYWALL, RELATED, SAPO, STAMP, TAGS, TITLE
from diemtin.reader.metadata import Metadata
from diemtin.reader.outlet import trim_site_name
from diemtin.reader.tree import HEADINGS, Page, common_box

_WORD = re.compile(r"\w+")


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower()))


def find_headline(page: Page, found: Metadata) -> tuple[str | None, int]:
    """The headline and the unit that shows it (-1 when only machines are told)."""
    told = [
        squeeze(html.unescape(text))
        for text in (
            found.headline,
            found.meta.get("og:title"),
            found.meta.get("twitter:title"),
            found.meta.get("title"),
        )
        if text
    ]
    if found.title:
        told.append(trim_site_name(found.title, found.meta.get("og:site_name")))
        told.append(found.title)
    told_words = [words for text in dict.fromkeys(told) if (words := _words(text))]
    # Titles of a few words are the outlet's name, unless the page's title adds that name to them.
    unnamed = bool(told_words) and all(len(words) <= 4 for words in told_words)
    if unnamed:
        longer = [text for text in told if len(text) > 3]
        unnamed = not any(
            unit.tag == "h1" and any(text.startswith(unit.text) and text != unit.text for text in longer)
            for unit in page.units
        )
    best, best_score = -1, 0.0
    for place, unit in enumerate(page.units):
        if unit.length > 300 or unit.length < 3:
            continue
        level = HEADINGS.get(unit.tag, 0)
        if not (
            level
            or (unit.bits | page.boxes[unit.box].bits) & TITLE
            or (told and unit.length > 15 and unit.text in told)
        ):
            continue
        if (unit.bits | page.boxes[unit.box].bits) & RELATED:
            continue
        mine = _words(unit.text)
        bits = unit.bits | page.boxes[unit.box].bits
        alike = max((len(mine & words) / max(len(mine), len(words)) for words in told_words), default=0.0)
        score = 3.0 * alike + (1.2 if level == 1 else 0.5 if level == 2 else 0.2 if level else 0.0)
        if bits & (JUNK | HIDDEN):
            score -= 0.6
        if unit.link * 2 > unit.length:
            score -= 0.8
        if unnamed and bits & TITLE and unit.link == 0 and len(mine) >= 5 and not level:
            score = 1.3  # the page's title is the outlet's name: what is called a title stands for it
        elif alike < 0.3 and level != 1:
            continue
        if unnamed and alike == 1.0:
            score = 0.5
        if score > best_score + 1e-9:
            best, best_score = place, score
    if best >= 0 and best_score >= 1.0:
        text = page.units[best].text
        # "HeadlineOutlet": two elements on one line that style alone keeps apart.
        glued = (one for one in told if 15 < len(one) < len(text) and text.startswith(one) and text[len(one)].isupper())
        return next(glued, text), best
    return (told[0] if told else None), best


def find_lead(page: Page, found: Metadata, headline: int, body: list[int], captions: Collection[int]) -> int:
    """The unit that is the sapo, or -1: marked as such, or the description of the page standing apart from the body."""
    if not body:
        return -1
    first = body[0]
    start = headline + 1 if 0 <= headline < first + 3 else max(0, first - 12)
    end = min(len(page.units), max(first + 1, body[min(1, len(body) - 1)] + 1))
    descriptions = [_key(text) for text in found.descriptions if len(text) >= 40]
    best, best_score = -1, 0.0
    main = page.units[body[len(body) // 2]]
    around = _body_box(page, body)
    title = _words(page.units[headline].text) if headline >= 0 else set()
    for place in range(start, end):
        unit = page.units[place]
        if (
            unit.length < 20
            or unit.length > 1200
            or unit.link * 2 > unit.length
            or unit.bits & (RELATED | TAGS | CREDIT | HIDDEN)
        ):
            continue
        box = page.boxes[unit.box]
        parent = page.boxes[box.parent] if box.parent >= 0 else box
        near = box.bits | (unit.bits & ~box.inherited) | (parent.bits if parent.end - parent.start <= 3 else 0)
        score = 0.0
        own = box.bits | (unit.bits & ~box.inherited)
        said = own if own & SAPO else near
        if said & SAPO and not said & (CAPTION | BYLINE | STAMP):
            score += 2.0
        if (
            "description" in box.props
            or "sapo" in box.props
            or "alternativeHeadline" in box.props
            or "alternativeHeadline" in parent.props
        ):
            score += 2.0
        key = _key(unit.text)
        if any(key.startswith(text) or text.startswith(key) for text in descriptions) and len(key) >= 30:
            score += (
                1.5
                if place < first
                or unit.tag != main.tag
                or (unit.box != main.box and parent is not page.boxes[page.boxes[main.box].parent])
                else 0.5
            )
        if unit.tag in ("h2", "h3", "h4", "h5") and unit.length >= 60 and place < first + 1:
            score += 0.8
        if unit.bold * 10 >= unit.length * 9 and unit.length >= 60 and place <= first:
            score += 0.7
        if (
            headline >= 0
            and place - headline <= 2
            and place < first
            and unit.tag in ("h2", "h3", "h4")
            and unit.link == 0
        ):
            score += 0.7
        if unit.text[-1:] in ".!?…。" or unit.text[-2:-1] in ".!?…":
            score += 0.3 if score else 0.0
        if place <= first and _OUTLET_MARK.match(unit.text):
            score += 1.0
        if 0 <= headline < place <= min(first, headline + APART) and _stands_apart(page, place, around, headline):
            score += 1.0
        if unit.text[-1:] not in (".…。" if box.bits & TITLE else ".!?…。") and not own & SAPO:
            # The headline once more, or one above or below it; JSON-LD may call that one a description.
            score -= 4.0 if box.bits & TITLE else 1.5 if title and _is_like(_words(unit.text), title) else 0.0
        if place in captions or near & (CAPTION | PAYWALL) or box.bits & JUNK:
            score -= 1.5
        if page.boxes[unit.box].tag in ("figcaption", "figure"):
            score -= 2
        if score > best_score:
            best, best_score = place, score
    if best_score < 1.0:
        return -1
    below = best + 1
    if (
        below < first
        and page.units[best].tag in HEADINGS
        and not _SENTENCE_END.search(page.units[best].text)
        and below not in captions
        and page.units[below].tag not in HEADINGS
        and _stands_apart(page, below, around, headline)
    ):
        return below  # a second headline, and the sapo under it
    return best


APART = 10
"""Units below the headline in which a sapo that nothing marks is looked for: a date, an author, buttons may stand between."""


def _body_box(page: Page, body: list[int]) -> int:
    """The innermost box around the body but its first unit; -1 when the body is too short to have one of its own."""
    if len(body) < 3:
        return -1
    return common_box(page.boxes, page.units[body[1]].box, page.units[body[-1]].box)


def _stands_apart(page: Page, place: int, around: int, headline: int) -> bool:
    """Whether a sentence stands alone, outside the box of the body or named as nothing else on the page is: no sibling
    looks like it."""
    unit = page.units[place]
    box = page.boxes[around]
    own = page.boxes[unit.box]
    if (
        around < 0
        or unit.length < 60
        or not (_SENTENCE_END.search(unit.text) or _is_right_below(page, place, headline))
    ):
        return False
    if box.start <= place < box.end and not (
        own.name
        and not own.name[-1].isdigit()
        and all(other is own or other.name != own.name or other.tag != own.tag for other in page.boxes)
    ):
        return False
    alone = all(
        at == place
        or box.start <= at < box.end
        or page.units[at].length < 40
        or page.units[at].tag != unit.tag
        or page.boxes[page.units[at].box].name != own.name
        for at in range(max(place - 1, 0), min(place + 3, len(page.units)))
    )
    # Right below a picture a sentence is its caption.
    return alone and all(picture.unit != place for picture in page.pictures) and not split_credit(unit.text)[1]


def _is_right_below(page: Page, place: int, headline: int) -> bool:
    """Whether nothing stands between the headline and a line that is neither author nor date: such a sapo needs no full stop."""
    text = page.units[place].text
    return (
        place == headline + 1
        and any(not word[:1].isupper() for word in _WORD.findall(text))
        and find_stamp(text) is None
        and find_byline(text) is None
    )


def _is_like(one: set[str], other: set[str]) -> bool:
    return len(one & other) * 2 > max(len(one), len(other)) > 3


_SENTENCE_END = re.compile(r"[.!?…。][\"”’»)]*$")
_OUTLET_MARK = re.compile(r"^\((?!.*\d)[\w.+& ]{2,24}\)\s*[-–—]?\s|^[A-Z]{2,5}\s+[-–—]\s+(?=\w)")
"""(Dân trí) - …, TTO - …: how Vietnamese outlets sign a sapo."""


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())[:60]
