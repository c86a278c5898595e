"""What lists show of stories and threads, made again after an editor's act or a takedown. Called inside ``writing()``.

Decides nothing: which articles a story has was decided before. Costs a few queries a story, whatever the size of the desk.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from diemtin.desk.leaving import dissolve_lonely
from diemtin.desk.tying import describe_stories, describe_thread, sign_stories
from diemtin.store import models
from diemtin.store.writing import update_rows
from diemtin.stories import Signs, Threads

_COLUMNS = ("title", "section", "first", "last", "article_count", "outlet_count", "signs", "thread", "merged_into")


def refresh_stories(stories: Iterable[models.Story], now: datetime) -> None:
    """Headline, counts, signs; a story without articles leaves its thread and its places in blocks."""
    rows = list({story.pk: story for story in stories}.values())
    threads = {story.thread.key for story in rows if story.thread}
    describe_stories(rows, now)
    sign_stories(rows)
    for story in rows:
        if not story.article_count:
            _retire(story, now)
    update_rows(rows, _COLUMNS)
    refresh_threads(threads, now)


def _retire(story: models.Story, now: datetime) -> None:
    """Written even for a story on no thread: it is how other processes hear that nothing can be tied to it any more."""
    story.thread = None
    models.ThreadMembership.objects.create(story=story, thread=None, since=now, recorded=now)
    models.Pin.objects.filter(story=story).exclude(until__lte=now).update(until=now)


def refresh_threads(keys: Iterable[str], now: datetime) -> None:
    """Title, times and shared signs of these threads; one that has a single story left is dissolved."""
    wanted = set(keys)
    dissolve_lonely(wanted, now, now)
    for key in sorted(wanted):
        threads = Threads(lambda: "")  # asked for no new id: nothing is tied here
        stories = models.Story.objects.filter(thread__key=key, merged_into__isnull=True).order_by("id")
        for story in stories:
            threads.restore(story.key, [Signs.from_lists(lists) for lists in story.signs], key)
        if stories:
            describe_thread(threads, key)
