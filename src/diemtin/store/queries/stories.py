"""Stories as blocks show them: which article speaks for each, and its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol, TypeVar

from django.db.models import BooleanField, ExpressionWrapper, F, Q

from diemtin.store.models import Article, MeetingTelling, Outlet, Story, Thread, Version
from diemtin.store.queries.differences import Difference, find_differences
from diemtin.store.queries.rows import plain_rows, shown_article, shown_figures, shown_outlet, shown_thread, with_all
from diemtin.store.queries.shown import ShownArticle, ShownFigure, ShownOutlet, ShownStory
from diemtin.store.queries.sight import Sight
from diemtin.store.queries.then import (
    articles_of,
    as_was,
    ever_of,
    find_texts,
    find_threads,
    find_titles,
    section_of,
)

MOST_BARS = 16
"""Bars of a sparkline: at 4 + 2 points each it stays narrower than the evidence beside it on a phone (390 points)."""


_UNSEEN = ("first_seen", "removed", "page_section", "fingerprint", "address", "language")
_LED = ExpressionWrapper(Q(lead__gt=""), BooleanField())
_KNOWN = ExpressionWrapper(Q(published_to__isnull=False), BooleanField())


class _Told(NamedTuple):
    """Of an article what its story's evidence needs; a tenth of what a full record costs."""

    pk: int
    key: str
    moment: datetime
    outlet: ShownOutlet
    wire_group: int | None
    origin: bool
    role: str
    kind: str
    title: str
    image: str
    lead: bool
    known: bool
    section: str


_COLUMNS: tuple[str, ...] = (
    "pk",
    "story_id",
    "key",
    "moment",
    "wire_group_id",
    "wire_group__origin_id",
    "role",
    "kind",
    "section",
)
_COLUMNS += ("title", "image", "led", "known", "outlet_id")


class _Speaker(Protocol):
    """What ``face_of`` and ``count_copies`` look at: a ``ShownArticle``, or what stands for one here."""

    @property
    def title(self) -> str: ...
    @property
    def lead(self) -> object: ...
    @property
    def image(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def wire_group(self) -> int | None: ...
    @property
    def origin(self) -> bool: ...
    @property
    def moment(self) -> datetime: ...


S = TypeVar("S", bound=_Speaker)


def get_stories(ids: Sequence[int], sight: Sight) -> dict[int, ShownStory]:
    """The stories of these row ids that can be seen, in six queries. A story with nothing to see is left out.

    Only the article that speaks for a story is read whole.
    """
    rows = {row.pk: row for row in Story.objects.filter(pk__in=ids).select_related("thread").defer("signs")}
    told, touched = _told(list(rows), sight)
    changed = {
        pk: [(article.key, article.title, article.moment, article.known) for article in told[pk]]
        for pk, row in rows.items()
        if sight.clock != "now" and (pk in touched or row.renamed or len(told[pk]) != row.article_count)
    }
    titles = find_titles(rows.values(), changed, sight)
    faces = {pk: face_of(told[pk], titles[pk]) for pk in dict.fromkeys(ids) if told.get(pk)}
    shots = {pk: shot for pk, face in faces.items() if (shot := _shot_of(face, told[pk])) is not None}
    whole = with_all(Article.objects.filter(pk__in=[face.pk for face in faces.values()])).defer(*_UNSEEN)
    texts = find_texts([face.pk for face in faces.values()], sight)
    shown = {row.pk: as_was(shown_article(row, sight), texts.get(row.pk), sight) for row in whole}
    differences = _differences(list(faces), told, sight)
    figures = _figures(list(shots.values()), sight)
    threads = find_threads(list(faces), sight)
    found = {}
    for pk, face in faces.items():
        if face.pk in shown:
            one = _shown(
                rows[pk], titles[pk], told[pk], shown[face.pk], figures.get(shots.get(pk, "")), differences.get(pk, ())
            )
            found[pk] = one if sight.clock == "now" else _as_then(one, rows[pk].key, face, told[pk], threads[pk])
    return found


def _as_then(story: ShownStory, key: str, face: _Told, articles: Sequence[_Told], thread: Thread | None) -> ShownStory:
    """What of a story at a past moment is not told by the articles that it had then."""
    return replace(
        story,
        face=replace(story.face, story=key, wire_group=face.wire_group, origin=face.origin),
        section=section_of(article.section for article in articles),
        thread=shown_thread(thread) if thread else None,
    )


def _told(ids: Sequence[int], sight: Sight) -> tuple[dict[int, list[_Told]], set[int]]:
    """The articles of each story that can be seen, oldest first, in two queries; and, at a past moment, the stories that
    had an article then which is elsewhere now, or had another text."""
    articles, placed = articles_of(ids, sight)
    articles = articles.annotate(led=_LED, known=_KNOWN)
    texts = find_texts(placed, sight)
    rows = plain_rows(articles.order_by("moment", "id"), _COLUMNS, moment=3)
    outlets = _outlets({row[-1] for row in rows}, sight)
    told: dict[int, list[_Told]] = defaultdict(list)
    touched: set[int] = set()
    for (
        pk,
        story,
        key,
        moment,
        group,
        origin,
        role,
        kind,
        section,
        title,
        image,
        led,
        known,
        paper,
    ) in rows:
        if sight.clock != "now":
            if pk not in placed:
                continue
            text, today = texts.get(pk), story
            story, group = placed[pk]
            if text is not None:
                title, image, led = text.title, text.image, bool(text.lead)
            if text is not None or story != today:
                touched.add(story)
        shown, sapo, picture = outlets[paper]
        told[story].append(
            _Told(
                pk,
                key,
                moment,
                shown,
                group,
                group is not None and origin == pk,
                role,
                kind,
                title,
                image if picture else "",
                bool(led) and sapo,
                bool(known),
                section,
            )
        )
    return told, touched


def _outlets(ids: set[int], sight: Sight) -> dict[int, tuple[ShownOutlet, bool, bool]]:
    """A few outlets tell most stories: each is made once, not once an article. With it: may its sapos and pictures be
    shown?"""
    found = {pk: shown_outlet(row) for pk, row in Outlet.objects.in_bulk(list(ids)).items()}
    return {
        pk: (shown, sight.may_show(shown.rights, "sapo"), sight.may_show(shown.rights, "picture"))
        for pk, shown in found.items()
    }


def _shot_of(face: _Told, articles: Sequence[_Told]) -> str | None:
    """The key of the article whose first picture stands beside the story: its face's own, else the newest that rights allow."""
    if face.image:
        return face.key
    return next((article.key for article in reversed(articles) if article.image), None)


def _figures(keys: Sequence[str], sight: Sight) -> dict[str, ShownFigure]:
    """The first figure of the version of each article that is known."""
    rows = Version.objects.filter(article__key__in=keys).order_by("number")
    if sight.clock == "now":
        rows = rows.filter(number=F("article__version"))
    else:
        rows = rows.filter(Q(number=1) | Q(seen__lte=sight.moment))
    found = {key: shown_figures(figures, stored=True) for key, figures in rows.values_list("article__key", "figures")}
    return {
        key: next((figure for figure in figures if figure.link), figures[0])
        for key, figures in found.items()
        if figures
    }


def _shown(
    row: Story,
    title: str,
    articles: Sequence[_Told],
    face: ShownArticle,
    figure: ShownFigure | None,
    differences: tuple[Difference, ...],
) -> ShownStory:
    dated = [article.moment for article in articles if article.known] or [article.moment for article in articles]
    hours, step = bars(dated)
    return ShownStory(
        key=row.key,
        title=title or articles[0].title,
        section=row.section or face.section,
        first=dated[0],
        last=dated[-1],
        face=face,
        outlet_names=tuple(dict.fromkeys(article.outlet.name for article in articles)),
        article_count=len(articles),
        copy_count=count_copies(articles),
        hours=hours,
        step_hours=step,
        thread=shown_thread(row.thread) if row.thread else None,
        figure=figure,
        differences=differences,
    )


def face_of(articles: Sequence[S], title: str = "") -> S:
    """The article that speaks for a story: the one whose headline the story bears, else one with a sapo and a picture, an
    original before a copy, then the newest."""

    def worth(article: S) -> tuple[bool, bool, bool, bool, bool, datetime]:
        copy = article.wire_group is not None and not article.origin
        return (
            article.title == title and bool(article.lead),
            article.role == "main" and article.kind in ("news", "live"),
            bool(article.lead),
            bool(article.image),
            not copy,
            article.moment,
        )

    return max(articles, key=worth)


def count_copies(articles: Iterable[_Speaker]) -> int:
    """Articles beyond the first of every wire group."""
    groups: dict[int, int] = defaultdict(int)
    for article in articles:
        if article.wire_group is not None:
            groups[article.wire_group] += 1
    return sum(count - 1 for count in groups.values())


def bars(moments: Sequence[datetime]) -> tuple[tuple[int, ...], int]:
    """Counts a step of time from the first moment to the last (at most ``MOST_BARS``), and the step in hours."""
    if not moments:
        return (), 1
    span = (moments[-1] - moments[0]) // timedelta(hours=1) + 1
    step = -(-span // MOST_BARS)
    counts = [0] * (-(-span // step))
    for moment in moments:
        counts[min(int((moment - moments[0]) // timedelta(hours=step)), len(counts) - 1)] += 1
    return tuple(counts), step


def _differences(
    ids: list[int], told: Mapping[int, Sequence[_Told]], sight: Sight
) -> dict[int, tuple[Difference, ...]]:
    """What the articles of each story contradict each other in about a meeting, date and minutes; one query."""
    outlets: dict[tuple[int, int], dict[str, str]] = defaultdict(dict)
    merged: dict[int, dict[str, Any]] = {}
    where: dict[str, Any] = {"article__story_id__in": ids} if sight.clock == "now" else {"article__in": ever_of(ids)}
    tellings = MeetingTelling.objects.filter(**where, **sight.on("article")).select_related(
        "article__outlet", "meeting"
    )
    then = {article.pk: pk for pk in ids for article in told[pk]}
    for row in tellings.order_by("id"):
        if (story := then.get(row.article_id)) is None:
            continue
        outlets[story, row.meeting_id][row.article.key] = shown_outlet(row.article.outlet).name
        merged[row.meeting_id] = row.meeting.merged
    found: dict[int, list[Difference]] = defaultdict(list)
    for (story, meeting), names in outlets.items():
        disagreements = merged[meeting].get("disagreements") or ()
        found[story].extend(find_differences(disagreements, names, with_participants=False))
    return {story: tuple(dict.fromkeys(lines)) for story, lines in found.items()}
