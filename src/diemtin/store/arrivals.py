"""Which of the arriving articles does the desk already know? Asked once for a whole batch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from diemtin.news import Article
from diemtin.store import models
from diemtin.store.identity import address_of, content_hash_of, fingerprint_of


@dataclass(frozen=True, slots=True)
class Marks:
    """The identity of an article: given key, address, fingerprint; and the hash of its content."""

    key: str | None
    address: str
    fingerprint: str
    content: str


def marks_of(article: Article, key: str | None) -> Marks:
    return Marks(key, address_of(article.url), fingerprint_of(article), content_hash_of(article))


@dataclass(slots=True)
class Known:
    """The desk's articles and takedowns that share a mark with the batch, kept current while the batch is placed."""

    by_key: dict[str, models.Article] = field(default_factory=dict)
    by_address: dict[str, models.Article] = field(default_factory=dict)
    by_fingerprint: dict[str, models.Article] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    contents: dict[str, str] = field(default_factory=dict)
    """Content hash of the newest version of each, by key."""

    def find(self, marks: Marks) -> models.Article | None:
        """A given key decides alone: two lines with two keys are two articles, whatever their addresses."""
        if marks.key is not None:
            return self.by_key.get(marks.key)
        if marks.address and marks.address in self.by_address:
            return self.by_address[marks.address]
        same = self.by_fingerprint.get(marks.fingerprint)
        if same is None or (marks.address and same.address and same.address != marks.address):
            return None
        return same

    def is_removed(self, marks: Marks) -> bool:
        return not self.removed.isdisjoint({marks.key or "", marks.address, marks.fingerprint} - {""})

    def add(self, row: models.Article, content: str) -> None:
        self.by_key[row.key] = row
        if row.address:
            self.by_address.setdefault(row.address, row)
        self.by_fingerprint.setdefault(row.fingerprint, row)
        self.contents[row.key] = content


def find_known(batch: Iterable[Marks]) -> Known:
    """Two queries for articles and one for takedowns, however large the batch."""
    marks = list(batch)
    keys = {mark.key for mark in marks if mark.key}
    addresses = {mark.address for mark in marks if mark.address}
    fingerprints = {mark.fingerprint for mark in marks}
    known = Known()
    wanted = Q(key__in=keys) | Q(address__in=addresses) | Q(fingerprint__in=fingerprints)
    rows = list(models.Article.objects.filter(wanted).order_by("id"))
    newest = {row.pk: row for row in rows}
    contents = {}
    for version in models.Version.objects.filter(article__in=rows).values("article_id", "number", "content_hash"):
        if newest[version["article_id"]].version == version["number"]:
            contents[version["article_id"]] = version["content_hash"]
    for row in rows:
        known.add(row, contents.get(row.pk, ""))
    gone = models.Takedown.objects.filter(wanted).values_list("key", "address", "fingerprint")
    known.removed = {mark for row in gone for mark in row if mark}
    return known


def known_captures(hashes: Iterable[str], reader_version: int) -> set[str]:
    """Contents that were read before, by this version of the reader or a later one."""
    found = models.Capture.objects.filter(sha256__in=list(hashes), reader_version__gte=reader_version)
    return set(found.values_list("sha256", flat=True))
