"""Stories made for the purpose, in a line each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from diemtin.news import ArticleKind
from diemtin.ranking import Promotion, Report, StoryFacts

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)


def story(
    key: str,
    *hours: float,
    outlets: str = "",
    wire: str = "",
    section: str = "world",
    kind: ArticleKind = "news",
    dated: bool = True,
    reads: tuple[int, int] = (0, 0),
    votes: tuple[int, int] = (0, 0),
    promoted: tuple[Promotion, ...] = (),
) -> StoryFacts:
    """A report for each of ``hours`` before ``NOW``, by outlets a, b, c… or those of ``outlets`` (a letter each); a letter
    in ``wire`` beside it is the wire group, ``-`` for none."""
    names = outlets or "abcdefghijklmnopqrstuvwxyz"
    groups = wire or "-" * len(hours)
    reports = sorted(
        (
            Report(
                f"{key}{n}", NOW - timedelta(hours=ago), names[n], None if groups[n] == "-" else groups[n], kind, dated
            )
            for n, ago in enumerate(hours)
        ),
        key=lambda report: report.moment,
    )
    return StoryFacts(key, f"Tin {key}", section, tuple(reports), None, promoted, *reads, *votes)


def keys(block: object) -> list[str]:
    return [place.story for place in block.places]  # type: ignore[attr-defined]
