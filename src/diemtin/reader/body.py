"""Where the article's text stands: the box of the page with the most text for its links, and which of its units are body.

Each unit gets a weight, its letters when it reads like a paragraph, a fine when it is links or furniture; the box whose
units sum highest is the body's (units are in order, so a box's sum is a difference of prefix sums).
"""

from __future__ import annotations

import re

from diemtin.language.dates import looks_like_stamp
from diemtin.reader.classes import BODY, BYLINE, CAPTION, COMMENT, CRUMB, HIDDEN, JUNK, RELATED, TAGS
from diemtin.reader.features import Matrix, unit_features
from diemtin.reader.figures import find_caption_units, is_marked
from diemtin.reader.metadata import Metadata
from diemtin.reader.tables import find_tables
from diemtin.reader.tree import HEADINGS, Page

SURE_TEXT = 0.7
"""The model's score above which a line that only stands like a caption is text after all."""
LIMIT = 0.42
"""The model's score above which a unit is body. Cross-validated F1 is highest on scrapinghub at 0.38, on fundus at 0.52, and
changes by .003 between them; below the middle, since a sentence lost is worse than one too many (``train_body.py --check``)."""

MIN_BODY = 140
"""Letters of body below which a page has no article."""

BAD = JUNK | COMMENT | RELATED | TAGS | HIDDEN | CRUMB
_DENSE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{4}")
"""Writing without spaces says twice as much in a letter."""
_NOTICES = (
    "ookies",
    "rivacy polic",
    "©",
    "JavaScript",
    "Javascript",
    "javascript",
    "dblock",
    "ights reserved",
    "無断転載",
    "著作権",
)


def _count_marks(text: str) -> int:
    """About how many clauses end in the text."""
    count = text.count
    marks = count(", ") + count(". ") + (text[-1:] in '.!?…。»"”')
    return marks if text.isascii() else marks + count("。") + count("、") + count("，") + count("، ") + count("। ")


def weigh(page: Page) -> list[float]:
    """The weight of every unit; see the module."""
    boxes = page.boxes
    weights: list[float] = []
    for unit in page.units:
        length = unit.length
        free = length - unit.link
        if not unit.text.isascii() and _DENSE.search(unit.text, 0, 40):
            length, free = 2 * length, 2 * free
        bits = unit.bits
        tag = unit.tag
        if tag in HEADINGS:
            weight = 10.0 if unit.link == 0 else -5.0
        elif unit.link * 3 > length * 2:
            weight = -20.0 - 0.5 * unit.link
        elif length < 30:
            weight = -0.2 if tag == "td" or tag == "th" else -2.0
        else:
            marks = _count_marks(unit.text)
            weight = float(free) if marks > 1 else free * 0.7 if marks else free * 0.25
            if unit.link * 2 > length:
                weight *= 0.3
            if tag == "p":
                weight *= 1.2
            elif tag == "li":
                weight *= 0.6
            elif tag in ("td", "th", "dd", "dt"):
                weight *= 0.7
            if bits & (CAPTION | BYLINE):
                weight *= 0.4
        if weight > 50 and any([notice in unit.text for notice in _NOTICES]):  # noqa: C419  quicker than a generator
            weight *= 0.2
        if bits & BAD or boxes[unit.box].outside:
            weight = weight * 0.1 if weight > 0 else weight
        weights.append(weight)
    return weights


def find_box(page: Page, weights: list[float], headline: int = -1, told: str | None = None) -> tuple[int, float]:
    """The box of the body and its sum. Boxes right below the headline, those called an article's body and those that use
    the headline's words count more; a cookie notice or a footer can hold more text than a short article."""
    prefix = [0.0]
    total = 0.0
    for weight in weights:
        total += weight
        prefix.append(total)
    words = set(re.findall(r"\w{4,}", told.lower())) if told else set()
    boxes = page.boxes
    ranked: list[tuple[float, int]] = []
    for place, box in enumerate(boxes):
        end, start = box.end, box.start
        if end > start:
            value = prefix[end] - prefix[start]
            if value > 0:
                if headline >= 0:
                    if start <= headline + 25 and end > headline + 1:
                        value *= 1.6
                    elif end <= headline:
                        value *= 0.4
                if box.bits & BODY or box.tag in ("article", "main") or "articleBody" in box.props:
                    value *= 1.15
                ranked.append((value, place))
    if not ranked:
        return 0, 0.0
    ranked.sort()
    best_value, best = ranked[-1]
    if words:
        # Rivals elsewhere on the page: their text is looked at.
        rivals = [(best_value * (1 + _overlap(page, best, words)), best)]
        covered = [best]
        for value, place in reversed(ranked[-60:]):
            if len(covered) > 4 or value * 2.0 < best_value:
                break
            box = boxes[place]
            if all(box.end <= boxes[one].start or box.start >= boxes[one].end for one in covered):
                covered.append(place)
                rivals.append((value * (1 + _overlap(page, place, words)), place))
        best_value, best = max(rivals)
    # Of boxes around one another with nearly one sum the inner is meant.
    value = prefix[boxes[best].end] - prefix[boxes[best].start]
    inner = best
    for place in range(best + 1, boxes[best].last):
        box = boxes[place]
        if box.end > box.start and prefix[box.end] - prefix[box.start] >= value * 0.999:
            inner = place
    return inner, best_value


def _overlap(page: Page, place: int, words: set[str]) -> float:
    """The part of the words that a box's first 60 units use."""
    box = page.boxes[place]
    text = " ".join(unit.text for unit in page.units[box.start : min(box.end, box.start + 60)]).lower()
    return sum(word in text for word in words) / len(words)


def read_box(
    page: Page, found: Metadata, headline: str | None, headline_unit: int
) -> tuple[list[int], Matrix | None, dict[int, int]]:
    """The units of the body's box, a row of numbers for each, and which of them are captions."""
    place, value = find_box(page, weigh(page), headline_unit, headline)
    box = page.boxes[place]
    if value <= 0:
        return [], None, {}
    captions = find_caption_units(page, box.start, box.end)
    places, rows = unit_features(page, place, headline_unit, found.descriptions, found.body, headline, captions)
    return places, rows, captions


def is_teaser_lead(page: Page, place: int) -> bool:
    """Whether a unit is the sapo of a teaser: right below a headline that is all link, with it in one small element."""
    unit = page.units[place]
    if place == 0 or unit.link * 2 > unit.length:
        return False
    above = page.units[place - 1]
    if above.link < above.length and place > 1 and above.length < 40:
        above = page.units[place - 2]  # a stamp between the two
    if above.link < above.length:
        rest = above.text[above.link :]  # "Headline17:30 20/11/2026" on one line
        if above.link * 3 < above.length * 2 or not any(map(str.isdigit, rest)) or not looks_like_stamp(rest):
            return False
    if above.text.count(" ") < 4:
        return False
    at, boxes = unit.box, page.boxes
    while at > 0 and boxes[at].end - boxes[at].start <= 4:
        if boxes[at].start <= place - 1 and boxes[at].end - boxes[at].start >= 2:
            return True
        at = boxes[at].parent
    return False


def select(page: Page, places: list[int], scores: list[float], headline_unit: int) -> list[int]:
    """The units that are body, in order: what the model takes, each text once, tables of data whole or not at all, without
    loose headings at the rims."""
    if places and (tables := find_tables(page, places[0], places[-1] + 1)):
        scores = list(scores)
        for table in tables:
            own = slice(table.start - places[0], table.stop - places[0])
            scores[own] = [sum(scores[own]) / len(table)] * len(table)
    chosen: list[int] = []
    seen: set[str] = set()
    openings: dict[str, str] = {}
    for place, score in zip(places, scores, strict=True):
        unit = page.units[place]
        if (
            score <= LIMIT
            or place == headline_unit
            or (unit.length < 40 and unit.tag not in ("td", "th") and looks_like_stamp(unit.text))
            or is_teaser_lead(page, place)
        ):
            continue
        if unit.length >= 60:
            # A text again, or the whole body again in one piece (for machines, or for another width of screen).
            opening = unit.text[:60]
            if unit.text in seen or (opening in seen and unit.length > 2 * len(openings[opening])):
                continue
            seen.add(unit.text)
            seen.add(opening)
            openings.setdefault(opening, unit.text)
        chosen.append(place)
    # What readers wrote reads like an article; it is the text only of a page that has no other.
    told = [place for place in chosen if not page.units[place].bits & COMMENT]
    if sum(page.units[place].length for place in told) >= MIN_BODY:
        chosen = told
    chosen = [place for place in chosen if not _holds_others(page, place, chosen)]
    while chosen and page.units[chosen[-1]].tag in HEADINGS:
        chosen.pop()
    return chosen


WHOLE = 1_000
"""Letters from which a unit may be the whole text once more in one piece."""


def _holds_others(page: Page, place: int, chosen: list[int]) -> bool:
    """Whether a unit says in one piece, for machines or another width of screen, what others of those chosen say."""
    text = page.units[place].text
    if len(text) < WHOLE:
        return False
    others = (page.units[at].text for at in chosen if at != place and 60 <= page.units[at].length < len(text) // 2)
    return sum(other[:60] in text for other in others) >= 2


def settle_captions(page: Page, captions: dict[int, int], places: list[int], scores: list[float]) -> dict[int, int]:
    """The captions that the model does not take for body with more certainty than their place tells."""
    by_place = dict(zip(places, scores, strict=True))
    settled = {
        place: box
        for place, box in captions.items()
        if by_place.get(place, 0.0) < SURE_TEXT or is_marked(page, place, box)
    }
    # A photo story may be all captions: what is not called one is its text then, rather than no text at all.
    if any(score > LIMIT for score in scores) and not any(
        score > LIMIT and place not in settled for place, score in by_place.items()
    ):
        settled = {place: box for place, box in settled.items() if is_marked(page, place, box)}
    return settled
