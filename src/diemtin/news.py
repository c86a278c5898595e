"""The nouns: what every room speaks of. Frozen dataclasses, standard library only.

Times are aware datetimes in UTC inside the program and print in Asia/Ho_Chi_Minh. Tuples, never lists, so that a noun
can be shared between processes and kept in a set. A value that is not known is ``None``, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
VIETNAM = timezone(timedelta(hours=7))
"""The same clock as a fixed offset: Vietnam has no summer time (since 1975 in all of the country)."""

Role = Literal["main", "embedded"]
ArticleKind = Literal[
    "news", "video", "infographic", "photo", "weather", "roundup", "live", "opinion", "advertorial", "horoscope"
]
PassageKind = Literal["paragraph", "subhead", "list", "quotation", "table"]
Precision = Literal["second", "minute", "day", "range"]
Basis = Literal["stated", "inferred", "unknown"]
BlockKind = Literal[
    "follow",
    "hot_video",
    "vote",
    "related",
    "focus",
    "hot",
    "latest",
    "recommended",
    "more",
    "most_read",
    "channel",
    "multimedia",
    "weather",
    "sections",
    "other",
]
Rights = Literal["headline", "excerpt", "full"]
OutletKind = Literal["agency", "newspaper", "aggregator", "broadcaster", "portal", "magazine", "unknown"]


# --- where things come from ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publication (báo). Two outlets are the same when their domains are, or, without domains, their names."""

    name: str | None = None
    domain: str | None = None
    kind: OutletKind = "unknown"
    rights: Rights = "excerpt"


@dataclass(frozen=True, slots=True)
class Capture:
    """Fetched bytes with their address and time: what ``sources`` hands to the reader."""

    content: bytes
    url: str | None = None
    fetched: datetime | None = None
    media_type: str | None = None
    """``text/html``, ``text/plain``, ``text/markdown``; ``None`` when nobody said."""
    charset: str | None = None
    """As declared by the transport (Content-Type), not by the page itself."""
    id: str | None = None
    """The id a JSONL line came with; kept."""
    outlet: Outlet | None = None
    name: str | None = None
    """The file's name where there is no address: for messages, and as the page's identity in a folder."""
    position: int | None = None
    """Where it begins in the archive or file it came from (a byte, a line), so that reading can go on from there."""


# --- what a page says ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out, as exactly as is known, and why that is believed.

    ``start`` and ``end`` bound the moment, both inclusive. With precision ``second`` or ``minute`` they are equal; with
    ``day`` they are the first and last second of that day in Hanoi; with ``range`` of the first and the last day.
    Both are ``None`` only with basis ``unknown``.
    """

    start: datetime | None = None
    end: datetime | None = None
    precision: Precision = "range"
    basis: Basis = "unknown"
    why: str = "no date on the page"

    @classmethod
    def at(cls, moment: datetime, precision: Precision = "second", why: str = "stated") -> Published:
        """A stated moment."""
        return cls(moment, moment, precision, "stated", why)

    @classmethod
    def on(cls, day: date, why: str = "stated", basis: Basis = "stated") -> Published:
        """A stated (or inferred) day of Hanoi."""
        return cls.between(day, day, why, basis)

    @classmethod
    def between(cls, first: date, last: date, why: str, basis: Basis = "inferred") -> Published:
        """A range of days of Hanoi, both inclusive."""
        precision: Precision = "day" if first == last else "range"
        start = datetime.combine(first, time.min, VIETNAM)
        end = datetime.combine(last, time(23, 59, 59), VIETNAM)
        return cls(start, end, precision, basis, why)

    @property
    def known(self) -> bool:
        return self.end is not None


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of a body. A table's text is its lines, cells parted by tabs; a list's entries are passages each."""

    text: str
    kind: PassageKind = "paragraph"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, its caption without the credit, and the credit without the word that introduces it."""

    image: str | None = None
    caption: str | None = None
    credit: str | None = None
    file_photo: bool = False
    """"Ảnh tư liệu": not of this event."""
    after: int = 0
    """How many paragraphs of the body stand before it."""


@dataclass(frozen=True, slots=True)
class Article:
    """What one outlet published under one headline."""

    title: str
    lead: str | None = None
    """The sapo: marked as such, or standing alone between headline and body; never the first paragraph in disguise."""
    body: tuple[Passage, ...] = ()
    figures: tuple[Figure, ...] = ()
    role: Role = "main"
    byline: str | None = None
    agency: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    kind: ArticleKind = "news"
    published: Published = field(default_factory=Published)
    url: str | None = None
    outlet: Outlet = field(default_factory=Outlet)
    language: str | None = None
    next_page: str | None = None
    """Address of the next page of an article that is cut into several."""
    paywalled: bool = False
    """The page itself says that there is more behind a payment."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's texts in order: subheads, list entries, quotations and tables included."""
        return tuple(passage.text for passage in self.body)

    @property
    def text(self) -> str:
        """Sapo and body, a line each."""
        return "\n".join(((self.lead,) if self.lead else ()) + self.paragraphs)


@dataclass(frozen=True, slots=True)
class Teaser:
    """An entry of a block: the promise of an article."""

    title: str
    url: str | None = None
    published: Published | None = None
    section: str | None = None
    lead: str | None = None
    kind: ArticleKind | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A named group of teasers on a page; one that is there but empty has no teasers."""

    kind: BlockKind
    heading: str | None = None
    teasers: tuple[Teaser, ...] = ()
    sections: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a page says. A section list or a home page is a reading with no article and many blocks."""

    outlet: Outlet = field(default_factory=Outlet)
    articles: tuple[Article, ...] = ()
    blocks: tuple[Block, ...] = ()
    id: str | None = None
    url: str | None = None
    language: str | None = None
    newest_stamp: datetime | None = None
    """The youngest stamp of the page's furniture: the page was taken no earlier."""


# --- ties between articles -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided or ranked so: a sign (a stable word for programs), its weight, and words for people.

    ``words`` is in Vietnamese; ``sign`` names the kind of evidence (``headline``, ``persons``, ``copy``, ``outlets``…).
    """

    sign: str
    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one article was placed."""

    article: str
    story: str
    new_story: bool
    score: float
    reasons: tuple[Reason, ...] = ()
    wire_group: str | None = None
    """The group of copies of one text that it belongs to, if any."""
    copy_of: str | None = None
    """The id of that group's origin, when it is another article."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A repair: articles that went from one story to another. Ids of stories never change their meaning."""

    articles: tuple[str, ...]
    source: str
    target: str
    merged: bool
    """The whole source went: a redirect stays at its id."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Tied:
    """A story's place on a thread (a line of events over weeks to years)."""

    story: str
    thread: str
    new_thread: bool
    score: float
    reasons: tuple[Reason, ...] = ()


# --- what articles tell ----------------------------------------------------------------------------------------------

MeetingStatus = Literal["planned", "held", "cancelled"]
MeetingForm = Literal["meeting", "talks", "phone_call", "summit", "visit", "trilateral", "conference", "other"]
LinkKind = Literal["agency", "outlet", "person", "body", "document", "unnamed"]


@dataclass(frozen=True, slots=True)
class Day:
    """A date as exact as it is known: a year, a month or a day. Prints as 2024, 2024-09, 2024-09-23."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
            if self.day is not None:
                parts.append(f"{self.day:02}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of an attribution chain: from the outlet towards whoever first said it."""

    name: str
    kind: LinkKind
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """The sentence a claim rests on: which passage (0 the sapo, 1 the first paragraph…) and the words themselves."""

    sentence: str
    passage: int = 0


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part, in what office, for whom. ``resolved`` says that the name came from the table of offices."""

    person: str | None
    office: str | None = None
    country: str | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two or more sides that met, will meet, or do not meet after all, as one article tells it."""

    status: MeetingStatus
    form: MeetingForm
    participants: tuple[Participant, ...]
    date: Day | None = None
    place: str | None = None
    occasion: str | None = None
    minutes: int | None = None
    topics: tuple[str, ...] = ()
    chain: tuple[Link, ...] = ()
    cited: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what. ``quote`` is the words said, or the reported clause; ``speaker`` the full name where it is sure."""

    speaker: str
    quote: str
    direct: bool
    cited: Cited
    office: str | None = None
    country: str | None = None
    chain: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Everything ``events`` finds in one article."""

    meetings: tuple[Meeting, ...] = ()
    statements: tuple[Statement, ...] = ()
    persons: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    """``office code:country code``, such as ``foreign_minister:jp``."""
