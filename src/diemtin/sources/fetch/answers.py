"""What asking gives: an answer, or a failure that says of what kind and when to ask again. And how the web is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from diemtin.errors import DiemTinError, FetchError

FailureKind = Literal[
    "address", "name", "connect", "tls", "broken", "slow", "large", "status", "redirects", "encoding", "robots", "tdm"
]


class FetchFailedError(FetchError):
    """An address gave nothing, with what programs need to go on."""

    def __init__(
        self,
        message: str,
        *,
        about: str | None = None,
        hint: str | None = None,
        kind: FailureKind = "broken",
        status: int | None = None,
        retry_after: float | None = None,
        moved_to: str | None = None,
    ) -> None:
        super().__init__(message, about=about, hint=hint)
        self.kind: FailureKind = kind
        self.status = status
        self.retry_after = retry_after
        """Seconds, as the server asked."""
        self.moved_to = moved_to
        """Where permanent redirects led before it failed."""

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.message, self.about, self.hint, self.kind, self.status, self.retry_after, self.moved_to)


def _again(
    message: str,
    about: str | None,
    hint: str | None,
    kind: FailureKind,
    status: int | None,
    retry_after: float | None,
    moved_to: str | None,
) -> DiemTinError:
    return FetchFailedError(
        message, about=about, hint=hint, kind=kind, status=status, retry_after=retry_after, moved_to=moved_to
    )


@dataclass(frozen=True, slots=True)
class Decision:
    """What robots.txt or the TDM reservation protocol said about one address; for the log."""

    url: str
    rule: Literal["robots", "tdm"]
    allowed: bool
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer: 200 with content, or 304 (``not_modified``) with none."""

    url: str
    """As it was asked."""
    final_url: str
    """Where the content came from, after redirects."""
    status: int
    content: bytes
    fetched: datetime
    headers: Mapping[str, str] = field(default_factory=dict)
    """Names in lower case."""
    moved_to: str | None = None
    """The new address when every redirect up to it was permanent (301, 308)."""
    decisions: tuple[Decision, ...] = ()

    @property
    def not_modified(self) -> bool:
        return self.status == 304

    @property
    def etag(self) -> str | None:
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        return self.headers.get("last-modified")

    @property
    def media_type(self) -> str | None:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """As the transport declares it; the page itself is the reader's business."""
        words = self.headers.get("content-type", "").lower().partition("charset=")[2]
        return words.split(";")[0].strip(" \"'")[:40] or None


@dataclass(frozen=True, slots=True)
class Manners:
    """How the web is asked. Every number says why in ``docs/sources.md``."""

    contact: str = "https://diemtin.example/contact"
    """An address of the operator, in the agent's name: who is asked to stop can be asked."""
    allowed_hosts: frozenset[str] = frozenset()
    """Hosts that may lie in private ranges, by the name that stands in the address."""
    licensed_hosts: frozenset[str] = frozenset()
    """Hosts whose outlet has agreed to be mined although it reserves the right (TDMRep)."""
    seconds_between: float = 1.0
    """Between two requests to one host; robots.txt can ask for more (up to ``longest_pause``)."""
    longest_pause: float = 30.0
    at_once: int = 64
    """Requests under way, all hosts together; one host has one."""
    seconds_to_connect: float = 10.0
    seconds_of_silence: float = 15.0
    seconds_in_all: float = 40.0
    """For one address with its redirects, name look-up included, waiting for one's turn not."""
    largest_answer: int = 8 * 1024 * 1024
    """Bytes, unpacked."""
    most_redirects: int = 5

    @property
    def agent(self) -> str:
        return f"DiemTin/0.1 (+{self.contact})"
