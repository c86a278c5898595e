"""``diemtin reread``: the kept captures read again by today's reader. Ids stay; what reads differently is a version more.

An article is known again by the capture it was read from, even where neither an address nor an unchanged text could
tell. An article that the reader no longer finds on a page stays: nothing is lost by reading again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from diemtin.desk.captures import load_capture
from diemtin.desk.patience import patiently
from diemtin.desk.placing import Arrival, Outcome, Placer, hash_of
from diemtin.desk.preparing import prepare_all
from diemtin.errors import DiemTinError
from diemtin.flow import PreparedPage
from diemtin.language.text import normal
from diemtin.news import Capture
from diemtin.reader import READER_VERSION
from diemtin.store import models
from diemtin.store.records import outlet_noun

BATCH = 128


@dataclass(slots=True)
class Report:
    """What reading again did. ``gone``: captures that are no longer kept, or whose bytes are not what they were."""

    outcome: Outcome = field(default_factory=Outcome)
    refused: list[DiemTinError] = field(default_factory=list)
    gone: int = 0


def reread(
    placer: Placer,
    *,
    everything: bool = False,
    progress: Callable[[int], None] = lambda done: None,
    processes: int | None = None,
) -> Report:
    """Read kept captures again: those that an older reader read, or ``everything``. May be stopped and begun again."""
    report = Report()
    batch: list[Arrival] = []
    done = 0
    for given, prepared in prepare_all(_kept(placer, everything, report), processes):
        done += 1
        if isinstance(prepared, DiemTinError):
            report.refused.append(prepared)
        elif isinstance(given, Capture):
            batch.append(patiently(_known_again, prepared, given))
        if len(batch) >= BATCH:
            report.outcome.add(patiently(placer.place, batch))
            batch = []
            progress(done)
    if batch:
        report.outcome.add(patiently(placer.place, batch))
    progress(done)
    return report


def _kept(placer: Placer, everything: bool, report: Report) -> Iterator[Capture]:
    """Captures as they were fetched, oldest first."""
    last = 0
    while True:
        rows = models.Capture.objects.filter(kept=True, pk__gt=last).order_by("pk")
        if not everything:
            rows = rows.filter(reader_version__lt=READER_VERSION)
        part = patiently(list, rows[:200])
        if not part:
            return
        last = part[-1].pk
        for row in part:
            capture = patiently(_capture_noun, placer, row)
            if capture is None:
                report.gone += 1
            else:
                yield capture


def _capture_noun(placer: Placer, row: models.Capture) -> Capture | None:
    """With the id and the outlet that it once came with, which its main article tells."""
    content = load_capture(placer.settings.captures, row.sha256)
    if content is None:
        return None
    sighting = row.sightings.filter(role="main").select_related("article__outlet").first()
    article = sighting.article if sighting else None
    bare = Capture(
        content, row.url or None, row.fetched, row.media_type or None, row.charset or None, name=row.name or None
    )
    if article is not None and (article.given_key or not row.url):
        given = Capture(
            content,
            row.url or None,
            row.fetched,
            row.media_type or None,
            row.charset or None,
            article.key if article.given_key else None,
            outlet_noun(article.outlet),
            row.name or None,
        )
        if hash_of(given) == row.sha256:
            return given
    return bare if hash_of(bare) == row.sha256 else None


def _known_again(page: PreparedPage, given: Capture) -> Arrival:
    """With the keys of the articles as which this capture was read before."""
    sightings = models.Sighting.objects.filter(capture__sha256=hash_of(given)).select_related("article").order_by("id")
    return Arrival(page, given, match_articles([(s.article.key, s.role, s.article.title) for s in sightings], page))


def match_articles(before: Sequence[tuple[str, str, str]], page: PreparedPage) -> tuple[str | None, ...]:
    """For each article of the page the key it had, if any: the main one by its role, one below by its headline, else by
    being the only one left. ``before``: key, role, headline."""
    left = list(before)
    keys: list[str | None] = []
    for prepared in page.articles:
        article = prepared.article
        same = [one for one in left if one[1] == article.role]
        if article.role == "embedded":
            titled = [one for one in same if normal(one[2]) == normal(article.title)]
            alone = len(same) == 1 == sum(other.article.role == "embedded" for other in page.articles)
            same = titled or (same if alone else [])
        keys.append(same[0][0] if same else None)
        if same:
            left.remove(same[0])
    return tuple(keys)
