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
        self._last = (0, 0)
        self._restore(Q())
        self._last = _newest()

    def _restore(self, wanted: Q) -> None:
        by_editor = models.ThreadMembership.objects.filter(by="editor")
        pinned = set(by_editor.values_list("story__key", flat=True))
        tellable = ~Q(signs=[]) | Q(pk__in=by_editor.values("story_id"))
        rows = models.Story.objects.filter(wanted, tellable, merged_into__isnull=True).order_by("id")
        for key, thread, signs in rows.values_list("key", "thread__key", "signs").iterator(chunk_size=2000):
            self.threads.restore(key, [Signs.from_lists(lists) for lists in signs], thread)
            if key in pinned:
                self.threads.pin(key, thread)

    def catch_up(self) -> None:
        """Stories that others tied, placed articles in or merged since the last look."""
        newest = _newest()
        if newest == self._last:
            return
        tied = models.ThreadMembership.objects.filter(id__gt=self._last[0]).values("story_id")
        joined = models.Membership.objects.filter(id__gt=self._last[1]).values("story_id")
        touched = Q(pk__in=tied) | Q(pk__in=joined)
        merged = models.Story.objects.filter(merged_into__in=models.Story.objects.filter(touched))
        for key in models.Story.objects.filter(touched).union(merged).values_list("key", flat=True):
            self.threads.remove(key)
        self._restore(touched)
        self._last = newest

    def saved(self) -> None:
        self._last = _newest()


def _newest() -> tuple[int, int]:
    tied: int | None = models.ThreadMembership.objects.aggregate(newest=Max("id"))["newest"]
    joined: int | None = models.Membership.objects.aggregate(newest=Max("id"))["newest"]
    return tied or 0, joined or 0
