"""What pages show: small frozen records, made from rows here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from diemtin.news import Meeting, Published, Reason
from diemtin.store.queries.differences import Difference, Step


@dataclass(frozen=True, slots=True)
class ShownOutlet:
    """A publication by the name that a reader knows."""

    key: str
    name: str
    kind: str = "unknown"
    rights: str = "excerpt"
    domain: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A picture with its words. ``link`` is its address at the outlet; ``stored`` says that rights let us show our copy."""

    link: str
    caption: str = ""
    credit: str = ""
    file_photo: bool = False
    after: int = 0
    stored: bool = False


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """An article in a list: what display rights allow there, nothing else."""

    key: str
    title: str
    lead: str
    url: str
    outlet: ShownOutlet
    moment: datetime
    published: Published
    kind: str
    section: str
    story: str
    image: str = ""
    role: str = "main"
    wire_group: int | None = None
    origin: bool = False
    """It is the first of its wire group."""
    version: int = 1
    words: int = 0
    agency: tuple[str, ...] = ()

    @property
    def dated(self) -> bool:
        """Is its time stated to the minute? Else a list must not print an hour."""
        return self.published.basis == "stated" and self.published.precision in ("second", "minute")


@dataclass(frozen=True, slots=True)
class ShownThread:
    key: str
    title: str
    first: datetime | None = None
    last: datetime | None = None
    about: Mapping[str, Any] = field(default_factory=dict)
    story_count: int = 0

    @property
    def years(self) -> tuple[int, ...]:
        """First and last year, once when equal; none where the title has it ("Bão số 13 năm 2026")."""
        if self.first is None or self.last is None:
            return ()
        years = tuple(dict.fromkeys((self.first.year, self.last.year)))
        return () if len(years) == 1 and str(years[0]) in self.title else years


@dataclass(frozen=True, slots=True)
class ShownStory:
    """A story as a block shows it: one article speaks for it, the evidence stands below."""

    key: str
    title: str
    section: str
    first: datetime
    last: datetime
    face: ShownArticle
    outlet_names: tuple[str, ...]
    article_count: int
    copy_count: int
    """Articles that print a text which another article of the story printed first."""
    hours: tuple[int, ...] = ()
    """Articles an hour (or a longer step, see ``step_hours``), oldest first: the sparkline."""
    step_hours: int = 1
    thread: ShownThread | None = None
    figure: ShownFigure | None = None
    """A picture that rights allow, with its words: of ``face``, else of the newest article that has one."""
    differences: tuple[Difference, ...] = ()

    @property
    def outlet_count(self) -> int:
        return len(self.outlet_names)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a block: a story, or one article of it, or a teaser of another outlet's page; and why it stands there."""

    story: ShownStory | None = None
    article: ShownArticle | None = None
    reasons: tuple[Reason, ...] = ()
    pinned: bool = False

    @property
    def title(self) -> str:
        if self.story is not None:
            return self.story.title
        return self.article.title if self.article else ""


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block of a page. ``kind`` names its template (``site/block_<kind>.html``); ``section`` only for those of a section."""

    kind: str
    places: tuple[Place, ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """Who said what, in whose article, by which sentence; ``also`` are the outlets that print the same words."""

    speaker: str
    quote: str
    direct: bool
    sentence: str
    article: ShownArticle
    person: str = ""
    """The key of the person's page, if there is one."""
    office: str = ""
    country: str = ""
    chain: tuple[str, ...] = ()
    passage: int = 0
    also: tuple[ShownOutlet, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownMeeting:
    """A meeting as its tellings together give it, and the sentences it rests on."""

    key: str
    meeting: Meeting
    persons: Mapping[str, str] = field(default_factory=dict)
    """Name to the key of the person's page."""
    tellings: tuple[tuple[ShownArticle, str, tuple[str, ...]], ...] = ()
    """``(article, sentence, chain)`` each."""
    differences: tuple[Difference, ...] = ()
    history: tuple[Step, ...] = ()
    """From plan to outcome, oldest first; empty where nothing changed."""
    revision: int = 0
    """How often what is told of it changed."""

    @property
    def date(self) -> str:
        """``2024``, ``2024-09``, ``2024-09-23`` or empty."""
        return str(self.meeting.date) if self.meeting.date else ""
