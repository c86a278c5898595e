"""Dates in running text: "ngày 23/9", "tháng Tư tới", "hôm qua", "cùng ngày", "sáng 26-7-2024".

Two steps, so that a text without a date of its own can still be searched: ``find_times`` reads what is printed, and
``resolve`` makes a ``news.Day`` of it when the day (or the range of days) of publication is known. What cannot be made
sure is ``None``: "tuần trước" names no day, and "hôm sau" only counts from a day told before.
"""

from __future__ import annotations

from datetime import date, timedelta

from diemtin.language.timeforms import Time, find_times, is_day
from diemtin.news import Day

__all__ = ["Time", "find_times", "resolve"]


def resolve(time: Time, first: date | None, last: date | None, future: bool = False) -> Day | None:
    """The day, month or year meant by a text published between ``first`` and ``last`` (Hanoi days, inclusive).

    ``future`` says that the sentence is about what is to come ("sẽ"). Where the answer is not the same for the whole
    range, or nothing is known of it, only what is printed counts: ``None`` when that names no year.
    """
    if time.year is not None:
        return Day(time.year, time.month, time.day)
    if first is None or last is None:
        return None
    early, late = _at(time, first, future), _at(time, last, future)
    return early if early == late else None


def _at(time: Time, now: date, future: bool) -> Day | None:
    forward = time.turn > 0 or (future and time.turn == 0)
    if time.years is not None and time.month is not None:
        year = now.year + time.years
        return Day(year, time.month, time.day) if time.day is None or is_day(year, time.month, time.day) else None
    if time.months is not None and time.day is not None:
        index = now.year * 12 + now.month - 1 + time.months
        year, month = index // 12, index % 12 + 1
        return Day(year, month, time.day) if is_day(year, month, time.day) else None
    if time.kind == "ago":
        return _whole(now - timedelta(days=time.ago))
    if time.kind == "day" and time.month and time.day:
        years = [y for y in (now.year - 1, now.year, now.year + 1) if is_day(y, time.month, time.day)]
        # The nearest; what is told as past may be a few days ahead only by a slip, what is planned never lies far back.
        nearest = min(years, key=lambda y: _distance(date(y, time.month or 1, time.day or 1), now, forward))
        return Day(nearest, time.month, time.day)
    if time.kind == "day" and time.day:
        return _day_of_month(time.day, now, forward)
    if time.kind == "weekday":
        back = (now.weekday() - time.ago) % 7
        if time.week:
            return _whole(now + timedelta(days=time.ago - now.weekday() + 7 * time.turn))
        if time.turn < 0:
            return _whole(now - timedelta(days=back or 7))
        if forward:
            return _whole(now + timedelta(days=(7 - back) % 7 or (7 if time.turn > 0 else 0)))
        return _whole(now - timedelta(days=back))
    if time.kind == "month":
        return _month_at(time, now, forward)
    if time.kind == "year":
        return Day(now.year + time.turn)
    return None


def _day_of_month(day: int, now: date, forward: bool) -> Day | None:
    """ "chiều 26", the month left out: the nearest such day before, or for a plan after."""
    months = [now.year * 12 + now.month - 1 + step for step in (-1, 0, 1)]
    days = [date(index // 12, index % 12 + 1, day) for index in months if is_day(index // 12, index % 12 + 1, day)]
    if not days:
        return None
    return _whole(min(days, key=lambda one: _distance(one, now, forward)))


def _month_at(time: Time, now: date, forward: bool) -> Day:
    if time.month is None:
        index = now.year * 12 + now.month - 1 + time.turn
        return Day(index // 12, index % 12 + 1)
    year = now.year
    if time.turn > 0 and time.month <= now.month:
        year += 1
    elif (time.turn < 0 and time.month > now.month) or (time.turn == 0 and time.month - now.month > 6 and not forward):
        year -= 1
    elif time.turn == 0 and forward and now.month - time.month > 6:
        year += 1
    return Day(year, time.month)


def _distance(day: date, now: date, forward: bool) -> int:
    days = (day - now).days
    if forward:
        return days if days >= 0 else -days * 3
    return -days if days <= 0 else days * 4


def _whole(day: date) -> Day:
    return Day(day.year, day.month, day.day)
