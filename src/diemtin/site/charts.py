"""Charts as SVG: geometry here, colours in the stylesheet, no style attributes (the content policy forbids them).

Each chart comes with its text alternative: a title, and a table or list in the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, sqrt

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from diemtin.news import HANOI
from diemtin.store.queries.shown import ShownArticle
from diemtin.store.queries.thread import Pair

MOST_STEPS = 24
MOST_OUTLETS = 14
_HEIGHT = 16


def draw_sparkline(counts: Sequence[int]) -> SafeString:
    """Bars of coverage, decoration beside the figures in words; nothing for a single bar."""
    if len(counts) < 2:
        return SafeString("")
    top = max(counts)
    parts = []
    for place, count in enumerate(counts):
        height = max(2, round(_HEIGHT * count / top)) if count else 1
        parts.append(f'<rect x="{place * 6}" y="{_HEIGHT - height}" width="4" height="{height}" rx="1"/>')
    width = len(counts) * 6 - 2
    box = f'width="{width}" height="{_HEIGHT}" viewBox="0 0 {width} {_HEIGHT}"'
    return mark_safe(f'<svg class="bars" {box} aria-hidden="true">{"".join(parts)}</svg>')  # noqa: S308 - numbers only


@dataclass(frozen=True, slots=True)
class Cell:
    at: datetime
    own: int
    copies: int

    @property
    def count(self) -> int:
        return self.own + self.copies


@dataclass(frozen=True, slots=True)
class Coverage:
    """Articles by outlet and step of time. ``rows``: name and cells that hold something, in order of first article."""

    start: datetime
    step: timedelta
    steps: int
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    left_out: int

    @property
    def step_hours(self) -> int:
        return int(self.step.total_seconds() // 3600)

    @property
    def count(self) -> int:
        return sum(cell.count for _, cells in self.rows for cell in cells)


def find_coverage(articles: Sequence[ShownArticle]) -> Coverage | None:
    """``None`` for what a chart would not show better than a sentence: one outlet, or fewer than three articles."""
    known = sorted((article for article in articles if article.published.known), key=lambda article: article.moment)
    names = list(dict.fromkeys(article.outlet.name for article in known))
    if len(names) < 2 or len(known) < 3:
        return None
    start = known[0].moment.astimezone(HANOI).replace(minute=0, second=0, microsecond=0)
    hours = (known[-1].moment - start) // timedelta(hours=1) + 1
    step = timedelta(hours=max(1, ceil(hours / MOST_STEPS)))
    rows = []
    for name in names[:MOST_OUTLETS]:
        cells: dict[datetime, list[int]] = {}
        for article in known:
            if article.outlet.name == name:
                at = start + (article.moment - start) // step * step
                counts = cells.setdefault(at, [0, 0])
                counts[article.wire_group is not None and not article.origin] += 1
        rows.append((name, tuple(Cell(at, *counts) for at, counts in sorted(cells.items()))))
    steps = (known[-1].moment - start) // step + 1
    return Coverage(start, step, steps, tuple(rows), max(0, len(names) - MOST_OUTLETS))


def draw_coverage(coverage: Coverage, title: str, narrow: bool = False) -> SafeString:
    """Outlets down, time across; a dot's area is the number of articles, hollow where all are copies.

    ``narrow`` is the same for a phone: names stand above their lines, so that letters keep their size.
    """
    width, left, right, row, top = (354, 8, 12, 38, 4) if narrow else (800, 190, 20, 28, 8)
    bottom = top + row * len(coverage.rows)
    unit = (width - left - right) / max(1, coverage.steps - 1)
    parts = []
    for place in range(0, coverage.steps, max(1, ceil(coverage.steps / (3 if narrow else 6)))):
        x = left + unit * place
        anchor = "start" if place == 0 and narrow else "middle"
        label = _label(coverage, place)
        parts.append(f'<path class="line" d="M{x:.0f} {top}V{bottom}"/>')
        parts.append(f'<text x="{x:.0f}" y="{bottom + 17}" text-anchor="{anchor}">{label}</text>')
    for place, (name, cells) in enumerate(coverage.rows):
        y = top + row * place + (row - 9 if narrow else row / 2)
        name_y = y - 11 if narrow else y + 4.5
        parts.append(f'<text class="name" x="0" y="{name_y:.1f}">{escape(_short(name, 40 if narrow else 26))}</text>')
        parts.append(f'<path class="line" d="M{left} {y:.1f}H{width - right}"/>')
        for cell in cells:
            x = left + unit * ((cell.at - coverage.start) // coverage.step)
            radius = min(11.0, 4.2 * sqrt(cell.count))
            kind = "dot" if cell.own else "copy"
            parts.append(f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>')
    return _figure(width, bottom + 24, parts, title, "narrow" if narrow else "wide")


def _label(coverage: Coverage, place: int) -> str:
    """The day where one begins (or where steps are long), else the hour; the first has both."""
    at = coverage.start + coverage.step * place
    day, hour = f"{at.day}/{at.month}", f"{at.hour}:00"
    if coverage.step_hours >= 6:
        return day
    if place == 0:
        return f"{hour} {day}"
    passed = at - coverage.step * (place and 1)
    return day if at.date() != passed.date() and at.hour < coverage.step_hours else hour


def draw_pairs(pairs: Sequence[Pair], title: str) -> SafeString:
    """People in one column, an arc for every two who met, thicker the more often; dashed while only planned."""
    names: list[str] = []
    for pair in pairs:
        names += [name for name in (pair.first, pair.second) if name not in names]
    row, left = 30, 178
    place = {name: 12 + row * number + row / 2 for number, name in enumerate(names)}
    reach = max((abs(place[pair.first] - place[pair.second]) for pair in pairs), default=row)
    widest = min(150.0, reach * 0.62)
    parts = []
    for pair in sorted(pairs, key=lambda pair: -abs(place[pair.first] - place[pair.second])):
        y1, y2 = sorted((place[pair.first], place[pair.second]))
        bulge = max(16.0, widest * (y2 - y1) / reach)
        kind = "arc" if pair.held else "arc plan" if pair.planned else "arc off"
        thick = min(7.0, 1.4 + 1.2 * (pair.count - 1))
        out = left + bulge * 1.3
        curve = f"M{left} {y1:.1f}C{out:.1f} {y1:.1f} {out:.1f} {y2:.1f} {left} {y2:.1f}"
        parts.append(f'<path class="{kind}" stroke-width="{thick:.1f}" d="{curve}"/>')
    for name in names:
        y = place[name]
        parts.append(f'<circle class="dot" cx="{left}" cy="{y:.1f}" r="4"/>')
        parts.append(
            f'<text class="name" x="{left - 12}" y="{y + 4.5:.1f}" text-anchor="end">{escape(_short(name, 22))}</text>'
        )
    return _figure(360, round(24 + row * len(names)), parts, title)


def _figure(width: int, height: int, parts: Sequence[str], title: str, kind: str = "pairs") -> SafeString:
    inner = mark_safe("".join(parts))  # noqa: S308 - numbers, and names escaped above
    return format_html(
        '<svg class="chart {}" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">{}</svg>',
        kind,
        width,
        height,
        width,
        height,
        title,
        inner,
    )


def _short(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
