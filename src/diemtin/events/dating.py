"""Dating an undated article by who held which office when, by partial dates, and by the page's stamps.

Each ground allows some days; what all allow together is the answer. The grounds, in the order in which they are asked:

1. an officer in office: the days of the tenures of that person in that office (checked rows only);
2. a full date told as past: not before it; a stamp of the page's furniture: not after it;
3. a date without its year told as past: from that day on, for at most ``RECENT`` days, in any year;
4. "tháng Tư tới": in the half year before that month;
5. the day the text tells as news (in headline, sapo or first paragraph): from that day to ``NEWS_DAYS`` later.

A ground that would leave nothing contradicts those before it: it is left out and told in ``why``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from diemtin.events.beings.nouns import Person, Sentence
from diemtin.events.beings.people import Cast
from diemtin.events.told import read_article
from diemtin.language.agencies import print_body
from diemtin.language.countries import print_country
from diemtin.language.offices import Tenure
from diemtin.language.timex import Time, find_times
from diemtin.news import HANOI, Article, Published, Reading

NEWS_DAYS = 3
"""A text that tells day D as news is taken as published from D to D+3 (design, §1)."""
RECENT = 183
"""A date printed without its year lies within half a year: beyond that the press prints the year."""
WIDEST = 3 * 366
"""A range wider than three years says nothing that a reader could use: the article stays undated."""

Span = tuple[date, date]
FIRST, LAST = date(2000, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Ground:
    """Days that one sign allows, and the words for it."""

    spans: tuple[Span, ...]
    why: str
    officer: bool = False


def date_articles(reading: Reading) -> Reading:
    """The reading with every undated article dated where its text allows; the others are left as they are."""
    articles = tuple(
        article if article.published.known else replace(article, published=date_article(article, reading.newest_stamp))
        for article in reading.articles
    )
    return replace(reading, articles=articles) if articles != reading.articles else reading


def date_article(article: Article, newest_stamp: datetime | None = None) -> Published:
    """When an undated article came out, as a range with its grounds; ``article.published`` when nothing can be said."""
    found = read_article(article)
    cast = Cast(found, None, None)
    officers = _officers(found, cast)
    others, news = _times(found)
    stamp = newest_stamp.astimezone(HANOI).date() if newest_stamp else None
    spans: tuple[Span, ...] = ((FIRST, stamp or LAST),)
    grounds: list[Ground] = []
    against: list[str] = []
    for ground in (*officers, *others, *news):
        narrowed = _both(spans, ground.spans)
        if not narrowed:
            against.append(ground.why)
            continue
        if narrowed != spans or ground.officer:
            grounds.append(ground)
        spans = narrowed
    first, last = spans[0][0], spans[-1][1]
    dated = any(ground.officer for ground in grounds) or any(
        ground.spans[0][0] == ground.spans[-1][0] for ground in news if ground in grounds and len(ground.spans) == 1
    )
    if (
        not grounds
        or not dated
        or first == FIRST
        or (last in {LAST, stamp} and (last - first).days > NEWS_DAYS)
        or (last - first).days > WIDEST
    ):
        return article.published
    return Published.between(
        first, last, _words(grounds, spans, against, _contradictions(found, cast, first, last), stamp)
    )


def _both(one: Sequence[Span], other: Sequence[Span]) -> tuple[Span, ...]:
    """The days in both lists of spans; touching spans are joined."""
    found: list[Span] = []
    for first, last in one:
        for begin, end in other:
            low, high = max(first, begin), min(last, end)
            if low <= high:
                found.append((low, high))
    found.sort()
    joined: list[Span] = []
    for low, high in found:
        if joined and low <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return tuple(joined)


# --- officers ---


def _officers(found: list[Sentence], cast: Cast) -> list[Ground]:
    """A ground for each person printed with an office that the table knows, in the order of the text."""
    grounds: dict[tuple[str, str], Ground] = {}
    for sentence in found:
        looks_back = any(time.kind in {"year", "month"} and time.turn <= 0 for time in find_times(sentence.text))
        carried: str | None = None
        for at, chunk in enumerate(sentence.chunks):
            person = chunk.person
            if chunk.kind != "P" or person is None or not person.rows or chunk.former:
                continue
            if "khi đó" in chunk.text or "lúc đó" in chunk.text or (looks_back and "khi" in sentence.text):
                continue
            office = chunk.office
            if chunk.counterpart and office is None:
                office = _shared_office(sentence)
            if office is None and carried is not None and sentence.kinds[at - 1] == "&":
                office = carried
            carried = office
            if office is None or (person.name, office) in grounds:
                continue
            rows = tuple(
                row
                for row in person.rows
                if row.office == office and (chunk.country is None or row.country == chunk.country)
            )
            if rows and all(row.checked for row in rows):
                spans = tuple((row.start, row.end or LAST) for row in rows)
                grounds[person.name, office] = Ground(
                    _both(spans, ((FIRST, LAST),)), _tenure_words(person, office, rows), True
                )
    return list(grounds.values())


def _shared_office(sentence: Sentence) -> str | None:
    """ "người đồng cấp" holds the office of the officer beside whom he stands."""
    return next(
        (
            c.office or (c.person.office if c.person else None)
            for c in sentence.chunks
            if c.kind in "PO" and not c.counterpart and c.office
        ),
        None,
    )


def _tenure_words(person: Person, office: str, rows: Sequence[Tenure]) -> str:
    where = print_country(rows[0].country) or print_body(rows[0].country) or rows[0].country
    label = office.replace("_", " ")
    terms = " and ".join(f"{row.start:%m/%Y}-{row.end:%m/%Y}" if row.end else f"from {row.start:%m/%Y}" for row in rows)
    return f"{person.name} is {label} ({where}) {terms}"


# --- dates ---


def _times(found: list[Sentence]) -> tuple[list[Ground], list[Ground]]:
    """Grounds from dates: those that bound, and those told as the news itself."""
    bounds: list[Ground] = []
    news: list[Ground] = []
    body = [sentence for sentence in found if sentence.passage >= 0]
    top = {id(sentence) for sentence in body if sentence.passage == body[0].passage} if body else set()
    for sentence in found:
        for time in find_times(sentence.text):
            if time.years:
                continue  # "ngày 12/3 năm ngoái": of any year
            if time.kind == "day" and time.month and time.day and not _is_future(sentence, time):
                words = sentence.text[time.start : time.end].strip(" ,(")
                spans = _days(time)
                after = _since(spans, RECENT if time.year is None else (LAST - FIRST).days)
                bounds.append(
                    Ground(after, f"“{words}” is past" + (" in its caption" if sentence.passage == -2 else ""))
                )
                if id(sentence) in top and not news and time.turn <= 0:
                    told = tuple((day, day + timedelta(days=NEWS_DAYS)) for day in spans)
                    news.append(Ground(told, f"tells as news what happened on {time.day}/{time.month}"))
            elif time.kind == "month" and time.month and time.turn > 0:
                words = sentence.text[time.start : time.end]
                months = tuple(
                    (date(y, time.month, 1) - timedelta(days=RECENT), date(y, time.month, 1) - timedelta(days=1))
                    for y in range(FIRST.year + 1, 2041)
                )
                bounds.append(Ground(months, f"“{words}” is still to come"))
    # A full date is said once: the same day without its year adds nothing.
    bounds.sort(key=lambda ground: len(ground.spans))
    return bounds, news


def _is_future(sentence: Sentence, time: Time) -> bool:
    """ "sẽ", "dự kiến" close to the date; further away they are said of something else."""
    starts = (sentence.pieces[chunk.start].start for chunk in sentence.chunks if chunk.kind == "f")
    return any(-40 < start - time.start < 40 for start in starts)


def _days(time: Time) -> list[date]:
    years = [time.year] if time.year else range(FIRST.year, 2041)
    found: list[date] = []
    for year in years:
        try:
            found.append(date(year, time.month or 1, time.day or 1))
        except ValueError:  # 29 February of other years
            continue
    return found


def _since(days: list[date], length: int) -> tuple[Span, ...]:
    return tuple((day, min(LAST, day + timedelta(days=length))) for day in days)


# --- words ---


def _contradictions(found: list[Sentence], cast: Cast, first: date, last: date) -> list[str]:
    """ "năm ngoái" said of somebody who was not yet in office then: shown, not hidden."""
    told: list[str] = []
    for sentence in found:
        for time in find_times(sentence.text):
            if time.kind != "year" or time.turn >= 0:
                continue
            year = last.year + time.turn
            near = [
                c.person
                for c in sentence.chunks
                if c.person is not None and c.kind == "P" and sentence.pieces[c.start].start < time.start
            ]
            if near and near[-1].rows:
                rows = [row for row in near[-1].rows if row.meets(first, last)]
                if (
                    rows
                    and min(row.start for row in rows).year > year
                    and not any(row.start.year <= year for row in near[-1].rows)
                ):
                    word = sentence.text[time.start : time.end]
                    took = f"who took office {rows[0].start:%m/%Y}"
                    told.append(f"“{word}” ({year}) is told of {near[-1].name}, {took}")
    return list(dict.fromkeys(told))


def _words(
    grounds: list[Ground], spans: Sequence[Span], against: list[str], contradictions: list[str], stamp: date | None
) -> str:
    said = ["no date on the page", *(ground.why for ground in grounds)]
    if len(spans) > 1:
        said.append("either " + " or ".join(f"{low:%d/%m/%Y}-{high:%d/%m/%Y}" for low, high in spans))
    else:
        said.append(f"so {spans[0][0]:%d/%m/%Y}-{spans[-1][1]:%d/%m/%Y}")
    if stamp is not None:
        said.append(f"the stamps on the page (to {stamp:%d/%m/%Y}) only say that it is not later")
    if against or contradictions:
        said.append("against it: " + "; ".join((*against, *contradictions)))
    return "; ".join(said)
