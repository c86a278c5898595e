"""What placing needs to know of an article, computed from the article alone and stored with its version.

``terms``: up to 192 numbers of 32 bits. The low 22 bits are the term's bucket, then five bits say where and what it is
(headline, sapo, name, number, pair), then five bits count it. ``sketch``: the 96 smallest hashes of the text's
5-syllable shingles (a bottom-k sketch: overlap and containment can be read off two of them).
"""

from __future__ import annotations

import json
import math
import struct
import zlib
from dataclasses import dataclass, field

import numpy as np

from diemtin import news
from diemtin.errors import DeskError
from diemtin.stories import terms as t
from diemtin.stories.background import background_idf
from diemtin.stories.signs import Signs, find_signs

FEATURES_VERSION = 2
"""Raised when features of old and new code cannot be compared; the desk then makes them again from stored articles."""

MAX_TERMS = 192
SKETCH = 96

TITLE, LEAD, NAME, NUMBER, PAIR = 1, 2, 4, 8, 16
COUNT_SHIFT = t.TERM_BITS + 5
ALONE = frozenset({"weather", "roundup", "live", "horoscope"})
"""Kinds that list or run along many happenings: they form no story with any of them."""

_BODY_SYLLABLES = 900
"""Only so much of a body is read for terms: what happened stands in front, and cost stays bounded. The sketch reads
everything up to ``_SKETCH_LETTERS``."""
_SKETCH_LETTERS = 60_000
_EXACT_HOURS = 4 * 24.0
"""A wider range of dates is no date: happenings last hours to days."""
_HEAD = struct.Struct("<BBHHHHdd")


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """See the module. Arrays are read only by agreement."""

    terms: t.Hashes
    sketch: t.Hashes
    shingles: int = 0
    """How many different shingles the whole text has; the sketch holds the smallest 96 of them."""
    alone: bool = False
    outlet: str = ""
    """Domain, or folded name."""
    agency: bool = False
    """The outlet is itself a news agency: the origin of its copies."""
    dated: bool = True
    """Its time is known to within a few days."""
    early: float = -math.inf
    late: float = math.inf
    """When not ``dated``: hours since 1970 between which it came out, as far as is known. Only that the two ranges are
    far apart says that two articles belong to different stories."""
    signs: Signs = field(default_factory=Signs)

    def pack(self) -> bytes:
        """Bytes for the store; ``unpack`` gives an equal value back."""
        tail = json.dumps([self.outlet, *self.signs.to_lists()], ensure_ascii=False, separators=(",", ":")).encode()
        flags = self.alone | self.agency << 1 | self.dated << 2
        head = _HEAD.pack(
            FEATURES_VERSION,
            flags,
            len(self.terms),
            len(self.sketch),
            min(self.shingles, 65535),
            len(tail),
            self.early,
            self.late,
        )
        return head + self.terms.tobytes() + self.sketch.tobytes() + zlib.compress(tail, 6)

    @staticmethod
    def unpack(packed: bytes) -> Features:
        """Raises ``DeskError`` when they are torn or of another version."""
        try:
            version, flags, count, kept, total, _, early, late = _HEAD.unpack_from(packed)
            if version != FEATURES_VERSION:
                raise DeskError(f"features of version {version}, not {FEATURES_VERSION}", hint="make them again")
            at = _HEAD.size
            found = np.frombuffer(packed, dtype="<u4", count=count, offset=at)
            sketch = np.frombuffer(packed, dtype="<u4", count=kept, offset=at + 4 * count)
            outlet, *lists = json.loads(zlib.decompress(packed[at + 4 * (count + kept) :]))
            signs = Signs.from_lists(lists)
        except (struct.error, ValueError, zlib.error, TypeError) as error:
            raise DeskError("stored features cannot be read", hint="make them again") from error
        return Features(
            found, sketch, total, bool(flags & 1), outlet, bool(flags & 2), bool(flags & 4), early, late, signs
        )


def make_features(article: news.Article, told: news.Told | None = None) -> Features:
    """Features of one article; never fails, an empty article gives empty ones."""
    title, lead = t.read_words(article.title), t.read_words(article.lead or "")
    text = "\n".join(article.paragraphs)[:_SKETCH_LETTERS]
    body = t.read_words(text)
    published = article.published
    early = published.start.timestamp() / 3600 if published.start else -math.inf
    late = published.end.timestamp() / 3600 if published.end else math.inf
    whole = t.shingles(np.concatenate((lead, body)))
    outlet = article.outlet
    return Features(
        terms=_choose_terms(title, lead, body[:_BODY_SYLLABLES]),
        sketch=whole[:SKETCH].copy(),
        shingles=len(whole),
        alone=article.kind in ALONE,
        outlet=(outlet.domain or outlet.name or "").lower(),
        agency=outlet.kind == "agency",
        dated=late - early <= _EXACT_HOURS,
        early=early,
        late=late,
        signs=find_signs(article, told),
    )


def _choose_terms(title: t.Words, lead: t.Words, body: t.Words) -> t.Hashes:
    """The terms that tell most (count x rarity), those of the headline and the sapo first."""
    parts: list[t.Hashes] = []
    flags: list[int] = []
    for words, place in ((title, TITLE), (lead, LEAD), (body, 0)):
        if not len(words):
            continue
        for found, what in (
            (t.single_terms(words), 0),
            (t.pair_terms(words), PAIR),
            (t.name_terms(words), NAME),
            (t.number_terms(words), NUMBER),
        ):
            parts.append(found)
            flags.append(place | what)
    if not parts:
        return np.zeros(0, dtype=np.uint32)
    every = np.concatenate(parts)
    marks = np.repeat(np.array(flags, dtype=np.uint32), [len(part) for part in parts])
    order = np.argsort(every, kind="stable")
    every, marks = every[order], marks[order]
    starts = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
    buckets = every[starts]
    marks_of = np.bitwise_or.reduceat(marks, starts)
    # A number is counted twice above, once as itself and once as a number; the flag is what matters.
    counts = np.diff(np.append(starts, len(every)))
    weights = (1 + np.log(counts)) * background_idf()[buckets]
    weights = weights * (1 + 1.0 * ((marks_of & TITLE) > 0) + 0.5 * ((marks_of & LEAD) > 0))
    if len(buckets) > MAX_TERMS:
        best = np.argpartition(-weights, MAX_TERMS)[:MAX_TERMS]
        buckets, marks_of, counts, weights = buckets[best], marks_of[best], counts[best], weights[best]
    order = np.argsort(-weights, kind="stable")
    buckets, marks_of, counts = buckets[order], marks_of[order], np.minimum(counts[order], 31)
    packed = buckets | (marks_of << np.uint32(t.TERM_BITS)) | (counts.astype(np.uint32) << np.uint32(COUNT_SHIFT))
    return np.asarray(packed, dtype=np.uint32)
