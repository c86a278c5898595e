"""The day an article is speaking of, sentence by sentence: what a meeting told without a day takes for its own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from diemtin.events.beings.nouns import Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.met.daysigns import (
    is_credit,
    is_of_event_before,
    is_of_journey,
    is_of_media,
    is_of_memory,
    is_range,
)
from diemtin.language.counted import year_of_counted
from diemtin.language.timex import Time, resolve
from diemtin.news import Day

SOON = 5
"""Sentences after a month with its year in which a day of that month is of that year: those of one tale."""
OLD = 14
"""Days before publication from which on a day is background, of its own paragraph only. 7, 14 and 30 read the labelled texts
of the web alike; no news is told two weeks late."""


def is_past(day: Day | None, first: date | None) -> bool:
    """A plan does not lie before the article: that was the day on which it was told."""
    if first is None or day is None:
        return False
    if day.month is None:
        return day.year < first.year
    return (day.year, day.month, day.day or 31) < (first.year, first.month, first.day)


def is_old(day: Day, first: date | None) -> bool:
    return first is not None and date(day.year, day.month or 1, day.day or 1) < first - timedelta(days=OLD)


_OPENS = len("Hồi cuối ") + 1
"""Where "tháng 1" begins that opens a sentence."""


@dataclass(slots=True)
class Course:
    """The day an article is speaking of, sentence by sentence; ``aside`` is what one paragraph tells of before."""

    day: Day | None = None
    aside: tuple[int, Day | None] | None = None
    years: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Of a month printed with its year: the year, and the sentence."""
    before: tuple[int, Day | None] | None = None
    """The last paragraph, and the day told before it."""

    def at(self, sentence: Sentence) -> Day | None:
        """The day told before this sentence."""
        if self.aside is not None and self.aside[0] == sentence.passage:
            return self.aside[1]
        return self.day

    def with_years(self, sentence: Sentence, times: Sequence[Time], cast: Cast) -> Sequence[Time]:
        """ "Đầu tháng 1/2001, … Hôm 10/1": a day takes the year of its month told shortly before, if no such day is near."""
        found = list(times)
        for at, time in enumerate(found):
            if time.month is None:
                continue
            if time.year is not None:
                self.years[time.month] = time.year, sentence.number
                continue
            if time.day is None or time.turn or time.years is not None:
                continue
            year, number = self.years.get(time.month, (None, sentence.number - SOON))
            if sentence.number - number >= SOON:
                year = year_of_counted(sentence.text, time.month)  # "ngày 13/7, bên lề AMM-56"
            if year is None:
                continue
            day = resolve(time, cast.first, cast.last)
            if (day is None or is_old(day, cast.first)) and time.day <= monthrange(year, time.month)[1]:
                found[at] = replace(time, year=year)
        return found

    def read(self, sentence: Sentence, times: Sequence[Time], cast: Cast) -> None:
        """What this sentence tells of a day, for those after it."""
        if sentence.passage < 0:
            return
        if self.before is None or self.before[0] != sentence.passage:
            self.before = sentence.passage, self.day
        elif is_credit(sentence.text):
            self.day = self.before[1]  # the paragraph was a caption: of any day
        days: list[Day] = []
        for time in times:
            if time.kind not in {"day", "ago", "weekday"} or time.turn > 0:
                continue
            text = sentence.text
            if is_of_event_before(text, time) or is_of_media(text, time) or is_of_memory(text, time):
                continue
            day = resolve(time, cast.first, cast.last)
            if day is not None and day.day is not None and not is_range(sentence.text, time):
                days.append(day)
        if days and is_old(days[0], cast.first):
            self.aside = sentence.passage, days[0]
        elif days:
            self.day, self.aside = days[0], None
        else:
            self._read_past(sentence, times, cast)

    def _read_past(self, sentence: Sentence, times: Sequence[Time], cast: Cast) -> None:
        """ "Hồi tháng 1, …", "…tới Baghdad năm 1984": of a time before, of which the rest of the paragraph tells."""
        for time in times:
            opens = time is times[0] and time.start < _OPENS
            if time.kind not in {"month", "year", "loose"} or not (opens or is_of_journey(sentence.text, time)):
                continue
            day = resolve(time, cast.first, cast.last)
            if time.turn < 0 or is_past(day, cast.first) or (cast.first is None and day is not None):
                self.aside = sentence.passage, day
                return
