"""One batch of prepared pages into the desk: known or new, which version, which story and thread; saved at once.

The whole batch is one transaction under the placer's lock. If it fails nothing of it is stored, and the index, whose
memory is then ahead of the store, is thrown away and read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from diemtin.desk.captures import capture_hash, save_capture
from diemtin.desk.lines import Lines
from diemtin.desk.settings import Settings
from diemtin.desk.telling import save_told
from diemtin.desk.tying import tie_stories
from diemtin.desk.window import Window
from diemtin.flow import Prepared, PreparedPage
from diemtin.news import Article, Capture, Moved, Outlet
from diemtin.reader import READER_VERSION
from diemtin.store import models
from diemtin.store.arrivals import Known, Marks, find_known, known_captures, marks_of
from diemtin.store.changes import note_change
from diemtin.store.keys import Keys
from diemtin.store.outlets import get_outlet_row
from diemtin.store.records import moment_of
from diemtin.store.saving import Writer, get_capture_rows
from diemtin.store.search import index_articles
from diemtin.store.writing import writing
from diemtin.stories import FEATURES_VERSION, Features

UPCOMING = 255
"""Keys that are looked up together: about those of a batch."""


@dataclass(slots=True)
class Outcome:
    """What a batch (or a whole ingest) did."""

    pages: int = 0
    new: int = 0
    versions: int = 0
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    """Articles that were taken down before and are not brought back."""
    fresh: list[str] = field(default_factory=list)
    """Of a batch: the articles that are new or have new content. Not summed up."""

    def add(self, other: Outcome) -> None:
        self.pages += other.pages
        self.new += other.new
        self.versions += other.versions
        self.unchanged += other.unchanged
        self.removed += other.removed


@dataclass(frozen=True, slots=True)
class Arrival:
    """A prepared page with the capture it came from (none for an article that came ready made)."""

    page: PreparedPage
    capture: Capture | None = None
    keys: tuple[str | None, ...] = ()
    """For each article of the page, the key under which it is known already, where the caller knows better."""
    again: bool = False
    """A later look at a page: kept only when there is something new in it."""


def identity_of(capture: Capture) -> str:
    """What a capture is known by: its given id, else its address, else the file's name."""
    return capture.id or capture.url or capture.name or ""


def hash_of(capture: Capture) -> str:
    """Under which it is kept: of its bytes, and what it is known by."""
    return capture_hash(capture.content, identity_of(capture))


class Placer:
    """Places batches, one after the other. Keep one for as long as the process lives: it holds the index."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._keys = Keys()
        self._window: Window | None = None
        self._lines: Lines | None = None

    def unread(self, captures: Sequence[Capture]) -> list[bool]:
        """Which of these were not read before by this version of the reader."""
        hashes = [hash_of(capture) for capture in captures]
        known = known_captures(hashes, READER_VERSION)
        return [sha256 not in known for sha256 in hashes]

    def place(
        self,
        arrivals: Sequence[Arrival],
        now: datetime | None = None,
        also: Callable[[], None] = lambda: None,
    ) -> Outcome:
        """Save the batch; all of it or nothing. ``also`` saves in the same transaction what belongs to it."""
        now = now or datetime.now(UTC)
        fresh = without_the_same(arrivals)
        same = len(arrivals) - len(fresh)
        hashes = [hash_of(arrival.capture) if arrival.capture else "" for arrival in fresh]
        for sha256, arrival in zip(hashes, fresh, strict=True):
            if arrival.capture is not None and self.settings.keep_captures_days:
                save_capture(self.settings.captures, sha256, arrival.capture.content)
        try:
            with writing():
                self._keys.forget()
                if self._window is None:
                    self._window = Window.opened(lambda: self._keys.give("s"))
                if self._lines is None:
                    self._lines = Lines(lambda: self._keys.give("t"))
                self._window.catch_up()
                self._lines.catch_up()
                outcome = _Batch(self.settings, self._keys, self._window, self._lines, now).place(fresh, hashes)
                self._keys.save()
                if outcome.new or outcome.versions:
                    note_change()
                also()
                self._window.saved()
                self._lines.saved()
            outcome.pages += same
            outcome.unchanged += same
            return outcome
        except BaseException:
            self._window = self._lines = None
            raise


def without_the_same(arrivals: Sequence[Arrival]) -> list[Arrival]:
    """Without later looks at pages that tell nothing new: their bytes, which differ at each request, are not kept."""
    looks = [arrival for arrival in arrivals if arrival.again]
    if not looks:
        return list(arrivals)
    marks = {
        id(arrival): [marks_of(one.article, None) for one in arrival.page.articles if one.article.role == "main"]
        for arrival in looks
    }
    known = find_known(mark for some in marks.values() for mark in some)

    def is_new(mark: Marks) -> bool:
        row = known.find(mark)
        if known.is_removed(mark) or (row is not None and row.removed is not None):
            return False
        return row is None or known.contents.get(row.key) != mark.content

    return [arrival for arrival in arrivals if not arrival.again or any(map(is_new, marks[id(arrival)]))]


@dataclass(slots=True)
class _One:
    """An article of the batch on its way."""

    prepared: Prepared
    marks: Marks
    moment: datetime
    capture: models.Capture | None
    given: bool


class _Batch:
    def __init__(self, settings: Settings, keys: Keys, window: Window, lines: Lines, now: datetime) -> None:
        self.settings = settings
        self.keys = keys
        self.window = window
        self.lines = lines
        self.now = now
        self.outlets: dict[Outlet, models.Outlet] = {}
        self.captures: dict[str, models.Capture] = {}
        self.new_captures: set[str] = set()
        """Those of the batch whose blocks are still to be kept."""
        self.taken: dict[str, bool] = {}
        """Keys that come next, and whether an article was given the same with its line."""
        self.writer = Writer(now)
        self.outcome = Outcome()
        self.known = Known()
        self.left: dict[str, models.Article] = {}
        """Stories that an article left with its new version, and that article."""
        self.copied: set[str] = set()
        """Articles that joined a wire group: the others of it may be in one only now, and its origin may have changed."""
        self.fresh: dict[str, tuple[models.Article, Prepared]] = {}
        """Articles that are new or have new content: searched, told and tied after they are saved."""

    def place(self, arrivals: Sequence[Arrival], hashes: Sequence[str]) -> Outcome:
        """``hashes`` are those of the arrivals' captures, empty where there is none."""
        given = {sha256: one.capture for sha256, one in zip(hashes, arrivals, strict=True) if one.capture}
        kept = bool(self.settings.keep_captures_days)
        self.captures, self.new_captures = get_capture_rows(given, self.now, READER_VERSION, kept=kept)
        ones = [one for sha256, arrival in zip(hashes, arrivals, strict=True) for one in self._open(arrival, sha256)]
        self.known = find_known(one.marks for one in ones)
        self.window.need(one.moment for one in ones)
        for one in sorted(ones, key=lambda one: one.moment):
            self._place_one(one)
        self.writer.begin_stories()
        self._repair(ones)
        self._group_copies()
        self.writer.flush()
        self._close_empty()
        fresh = list(self.fresh.values())
        self.outcome.fresh = list(self.fresh)
        index_articles([search_row(row, prepared.article) for row, prepared in fresh])
        save_told([(row, prepared.told) for row, prepared in fresh], self.keys)
        if ones:
            latest = max(one.moment for one in ones)
            tie_stories(self.lines, self.writer.stories.values(), latest, self.now)
        return self.outcome

    def _open(self, arrival: Arrival, sha256: str) -> list[_One]:
        self.outcome.pages += 1
        capture_row = None
        given = arrival.capture
        reading = arrival.page.reading
        if given is not None:
            capture_row = self.captures[sha256]
            if sha256 in self.new_captures and reading.blocks:
                self.new_captures.discard(sha256)
                seen = given.fetched or reading.newest_stamp or self.now
                outlet = get_outlet_row(reading.outlet, self.outlets)
                self.writer.add_blocks(reading.blocks, outlet, capture_row, seen)
        opened = []
        for place, prepared in enumerate(arrival.page.articles):
            article = prepared.article
            key = reading.id if article.role == "main" else None
            key = (arrival.keys[place] if arrival.keys else None) or key
            given_moment = (given.fetched if given else None) or self.now
            moment = moment_of(article.published, given_moment)
            opened.append(_One(prepared, marks_of(article, key), moment, capture_row, given is not None))
        return opened

    def _place_one(self, one: _One) -> None:
        article = one.prepared.article
        if self.known.is_removed(one.marks):
            self.outcome.removed.append(article.title)
            return
        row = self.known.find(one.marks)
        if row is None:
            self._add(one)
        elif row.removed is not None:
            self.outcome.removed.append(article.title)
        elif self._changed(row, one):
            self._add_version(row, one)
        else:
            self.outcome.unchanged += 1
            if row.role == "embedded" and article.role == "main":
                self.writer.promote(row, article, one.marks)
            if one.capture is not None:
                self.writer.see(row, one.capture, article.role)

    def _changed(self, row: models.Article, one: _One) -> bool:
        if self.known.contents.get(row.key) == one.marks.content:
            return False
        if one.prepared.article.role == "embedded":
            # Below somebody's article an older one may stand cut or touched up: its own page decides.
            return self._cause(row, one) == "reader"
        return True

    def _add(self, one: _One) -> None:
        article, prepared = one.prepared.article, one.prepared
        key = one.marks.key or self._new_key()
        outlet = get_outlet_row(article.outlet, self.outlets)
        packed = (FEATURES_VERSION, prepared.features)
        section = (prepared.section, prepared.section_why)
        row = self.writer.add_article(article, key, one.marks, outlet, section, packed, one.capture)
        row.moment = one.moment
        placed = self.window.index.place(key, Features.unpack(prepared.features), one.moment)
        self.writer.place(row, placed)
        if placed.wire_group:
            self.copied.add(key)
        if one.capture is not None:
            self.writer.see(row, one.capture, article.role)
        self.known.add(row, one.marks.content)
        self.fresh[key] = (row, prepared)
        self.outcome.new += 1

    def _new_key(self) -> str:
        while True:
            key = self.keys.give("a")
            if key not in self.taken:
                coming = [key, *self.keys.upcoming("a", UPCOMING)]
                taken = models.Article.objects.filter(key__in=coming, given_key=True).values_list("key", flat=True)
                self.taken = dict.fromkeys(coming, False) | dict.fromkeys(taken, True)
            if not self.taken[key] and key not in self.known.by_key:
                return key

    def _add_version(self, row: models.Article, one: _One) -> None:
        article = one.prepared.article
        self.writer.add_version(row, article, one.marks, one.capture, self._cause(row, one))
        self.known.contents[row.key] = one.marks.content
        self.writer.set_features(row, (FEATURES_VERSION, one.prepared.features))
        placed = self.window.index.replace(row.key, Features.unpack(one.prepared.features), row.moment)
        if placed.story != row.story.key:
            self.left[self.writer.get_story(row.story.key, row.moment).key] = row
            self.writer.place(row, placed)
        if one.capture is not None:
            self.writer.see(row, one.capture, article.role)
        self.fresh[row.key] = (row, one.prepared)
        self.outcome.versions += 1

    def _cause(self, row: models.Article, one: _One) -> str:
        """The same bytes read again are our doing, other bytes the outlet's."""
        if one.capture is None or row.pk is None:
            return "outlet"
        last = models.Version.objects.filter(article=row).order_by("-number").values_list("capture", flat=True).first()
        return "reader" if last == one.capture.pk else "outlet"

    def _close_empty(self) -> None:
        """A story whose last article went elsewhere with its new version leads there."""
        for key, row in self.left.items():
            story = self.writer.stories[key]
            if story.merged_into_id is None and not models.Article.objects.filter(story=story).exists():
                story.merged_into = row.story
                story.save(update_fields=["merged_into"])
                models.Story.objects.filter(merged_into=story).update(merged_into=row.story)
                self.window.index.redirect(key, row.story.key)

    def _group_copies(self) -> None:
        index = self.window.index
        groups = {index.wire_group(key): index.story_of(key) for key in self.copied if key in index}
        members = {
            key: group
            for group, story in groups.items()
            if group
            for key in index.articles_of(story)
            if index.wire_group(key) == group
        }
        rows = self._rows_of(members)
        for key, group in members.items():
            row = rows[key]
            if row.wire_group is None or row.wire_group.key != group:
                self.writer.join_group(row, group)
            if index.copy_of(key) is None:
                self.writer.set_origin(group, row)

    def _rows_of(self, keys: Iterable[str]) -> dict[str, models.Article]:
        """Rows of this batch as they are in memory, others from the store."""
        made = {row.key: row for row in [*self.writer.articles, *self.writer.changed]}
        missing = [key for key in keys if key not in made]
        stored = models.Article.objects.filter(key__in=missing).select_related("story", "wire_group")
        return made | {row.key: row for row in stored}

    def _repair(self, ones: list[_One]) -> None:
        if not ones:
            return
        latest = max(one.moment for one in ones)
        for moved in self.window.index.repair(latest):
            rows = self._rows_of(moved.articles)
            for key in moved.articles:
                self.writer.move(rows[key], moved, latest)
            if moved.merged:
                for row in self._left_behind(moved):
                    self.writer.move(row, moved, latest)
                source = self.writer.get_story(moved.source, latest)
                source.merged_into = self.writer.get_story(moved.target, latest)
                source.save(update_fields=["merged_into"])
                models.Story.objects.filter(merged_into=source).update(merged_into=source.merged_into)

    def _left_behind(self, moved: Moved) -> list[models.Article]:
        """Articles of a story that was merged away which the index does not hold: of other days, or taken down."""
        made = {row.key: row for row in self.writer.changed}
        stored = models.Article.objects.filter(story__key=moved.source).select_related("story", "wire_group")
        rows = {row.key: row for row in stored} | made
        gone = {*moved.articles}
        return [
            row
            for row in rows.values()
            if row.story.key == moved.source and row.key not in gone and row.key not in self.window.index
        ]


def search_row(row: models.Article, article: Article) -> tuple[int, datetime, str, str, str, str, str]:
    """What the index for search takes of an article."""
    body = "\n".join(article.paragraphs)
    return row.pk, row.moment, article.title, article.lead or "", body, row.outlet.key, row.section
