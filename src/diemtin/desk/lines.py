"""The threads in memory: kept up to date from the store, like the window of stories."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import Max, Q

from diemtin.store import models
from diemtin.stories import Signs, Threads


class Lines:
    """Every story that is on a thread or could begin one. Time plays no part in threads, so all of them are held:
    about 1 kB a story that carries signs."""

    def __init__(self, new_thread: Callable[[], str]) -> None:
        self.threads = Threads(new_thread)
        self._last = 0
        self._restore(Q())
        self._last = _newest()

    def _restore(self, wanted: Q) -> None:
        rows = models.Story.objects.filter(wanted, merged_into__isnull=True).exclude(signs=[]).order_by("id")
        pinned = set(models.ThreadMembership.objects.filter(by="editor").values_list("story__key", flat=True))
        for key, thread, signs in rows.values_list("key", "thread__key", "signs").iterator(chunk_size=2000):
            self.threads.restore(key, [Signs.from_lists(lists) for lists in signs], thread)
            if key in pinned:
                self.threads.pin(key, thread)

    def catch_up(self) -> None:
        """Stories that others tied since the last look."""
        newest = _newest()
        if newest == self._last:
            return
        stories = models.ThreadMembership.objects.filter(id__gt=self._last).values_list("story_id", flat=True)
        for key in models.Story.objects.filter(pk__in=stories).values_list("key", flat=True):
            self.threads.remove(key)
        self._restore(Q(pk__in=stories))
        self._last = newest

    def saved(self) -> None:
        self._last = _newest()


def _newest() -> int:
    newest: int | None = models.ThreadMembership.objects.aggregate(newest=Max("id"))["newest"]
    return newest or 0
