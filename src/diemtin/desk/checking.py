"""Is a desk whole? Every article placed, nothing dangling."""

from __future__ import annotations

from django.db.models import Count, F, Max, OuterRef, Subquery

from diemtin.desk.captures import capture_path
from diemtin.desk.settings import Settings
from diemtin.store import models

_NAMED = 20  # so many of one fault are named, the rest counted


def find_faults(settings: Settings) -> tuple[dict[str, int], list[str]]:
    """How many of everything there are, and each fault in a line."""
    counts = {
        "articles": models.Article.objects.count(),
        "versions": models.Version.objects.count(),
        "stories": models.Story.objects.filter(merged_into__isnull=True).count(),
        "threads": models.Thread.objects.filter(merged_into__isnull=True).count(),
        "captures": models.Capture.objects.count(),
    }
    faults: list[str] = []
    for words, keys in _faults(settings):
        found = list(keys)
        faults += [f"{words}: {key}" for key in found[:_NAMED]]
        if len(found) > _NAMED:
            faults.append(f"{words}: and {len(found) - _NAMED} more")
    return counts, faults


def _faults(settings: Settings) -> list[tuple[str, list[str]]]:
    articles = models.Article.objects
    newest = models.Membership.objects.filter(article=OuterRef("pk")).order_by("-id")
    placed = articles.annotate(told=Subquery(newest.values("story")[:1]))
    versions = articles.annotate(newest=Max("versions__number"), number=Count("versions"))
    same = articles.filter(given_key=False, removed__isnull=True).exclude(address="")
    doubled = same.values("address").annotate(n=Count("id")).filter(n__gt=1).values_list("address", flat=True)
    indexed = models.SearchEntry.objects.values("article_id")
    stories = models.Story.objects
    live = stories.filter(merged_into__isnull=True)
    counted = live.annotate(n=Count("articles")).filter(n=0, articles__isnull=True)
    return [
        ("article that no membership places", _keys(placed.filter(told__isnull=True))),
        ("article whose story is not its newest membership's", _keys(placed.exclude(told=F("story")))),
        ("article in a story that was merged away", _keys(articles.filter(story__merged_into__isnull=False))),
        ("article without its newest version", _keys(versions.exclude(newest=F("version"), number=F("version")))),
        ("article without features", _keys(articles.filter(features__isnull=True, removed__isnull=True))),
        ("article that search does not know", _keys(articles.filter(removed__isnull=True).exclude(pk__in=indexed))),
        ("address that two articles have", list(doubled)),
        ("story without an article", _keys(counted.filter(article_count__gt=0))),
        ("story without a headline", _keys(live.filter(title="", articles__removed__isnull=True).distinct())),
        (
            "story redirected to a story that is itself redirected",
            _keys(stories.filter(merged_into__merged_into__isnull=False)),
        ),
        ("thread of fewer than two stories", _lonely_threads()),
        ("capture whose file is missing", _missing_files(settings)),
    ]


def _keys(rows: object) -> list[str]:
    return list(rows.values_list("key", flat=True))  # type: ignore[attr-defined]


def _lonely_threads() -> list[str]:
    live = models.Thread.objects.filter(merged_into__isnull=True).annotate(n=Count("stories"))
    return list(live.filter(n=1).values_list("key", flat=True))


def _missing_files(settings: Settings) -> list[str]:
    kept = models.Capture.objects.filter(kept=True).values_list("sha256", flat=True)
    return [sha256 for sha256 in kept.iterator() if not capture_path(settings.captures, sha256).exists()]
