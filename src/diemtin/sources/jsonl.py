"""JSON Lines -> ready articles and pages. A line is ``{id, url, source, title, lead, text, date}``, null where unknown,
or has ``html`` or ``page_text`` in place of ``text``: a whole page to be read.

A line that cannot be taken is refused with its number, and the next one is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import IO, Any

from diemtin.errors import InputError
from diemtin.language.outlets import outlet_of
from diemtin.language.sentences import sentences
from diemtin.language.text import count_syllables, nfc, squeeze
from diemtin.news import VIETNAM, Article, Capture, Outlet, Passage, Published
from diemtin.sources.opening import LARGEST_PAGE, TORN, reason
from diemtin.sources.ready import Ready

LONGEST_LINE = 2 * LARGEST_PAGE
"""Bytes: a page's limit, and as much again for what JSON escapes."""
LONGEST_HEADLINE = 40
"""Syllables. The longest of 1,165 headlines (ViMs, VMDS) has 24; a first line far above that is a paragraph."""

_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_NAIVE = re.compile(r"\d{4}-\d\d-\d\d")
_SECONDS = re.compile(r"T\d\d:?\d\d:?\d\d", re.I)


def read_jsonl(
    stream: IO[bytes], name: str, refused: Callable[[InputError], None], after: int = 0
) -> Iterator[Capture | Ready]:
    """Every line in order; ``after`` lines are passed over (an earlier run took them). Empty lines are nothing."""
    number = 0
    while True:
        where = f"{name}:{number + 1}"
        try:
            line = stream.readline(LONGEST_LINE + 1)
            number += 1
            if len(line) > LONGEST_LINE:
                refused(InputError(f"a line of more than {LONGEST_LINE // 1024 // 1024} MB", about=where))
                while line and not line.endswith(b"\n"):
                    line = stream.readline(LONGEST_LINE)
                continue
        except TORN as why:
            refused(InputError(f"the file is torn here: {reason(why)}", about=where, hint="the lines before were read"))
            return
        if not line:
            return
        if number <= after or not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            yield read_line(line, name, number)
        except InputError as error:
            refused(error)


def read_line(line: bytes, name: str, number: int) -> Capture | Ready:
    """One line. Raises ``InputError`` with the file and the line's number."""
    where = f"{name}:{number}"
    try:
        fields = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as why:
        raise InputError(f"not UTF-8 (byte {why.start + 1} of the line)", about=where) from why
    except (ValueError, RecursionError) as why:
        raise InputError(f"not JSON: {why}", about=where) from why
    if not isinstance(fields, dict):
        raise InputError("not a JSON object", about=where, hint="a line is {id, url, source, title, lead, text, date}")
    identity = _identity(fields.get("id"), where)
    url, source = _words(fields, "url", where), _words(fields, "source", where)
    outlet = outlet_of(source, url) if source or url else None
    for key, kind in (("html", "text/html"), ("page_text", "text/plain")):
        page = fields.get(key)
        if page is None:
            continue
        if not isinstance(page, str):
            raise InputError(f"{key} is not a text", about=where)
        content = _UNSTORABLE.sub(" ", page).encode()
        return Capture(content, url, None, kind, "utf-8", identity, outlet if source else None, name, number)
    return _ready(fields, where, url, outlet, identity, name, number)


def _ready(
    fields: dict[str, Any], where: str, url: str | None, outlet: Outlet | None, id_: str | None, name: str, number: int
) -> Ready:
    notes: list[str] = []
    text = fields.get("text")
    if text is not None and not isinstance(text, str):
        raise InputError("text is not a text", about=where)
    lines = [squeeze(line) for line in _UNSTORABLE.sub(" ", text or "").splitlines()]
    lines = [line for line in lines if line]
    title, lead = _words(fields, "title", where), _words(fields, "lead", where)
    if title is None:
        if not lines:
            raise InputError("neither title nor text", about=where, hint="give one of them, or html or page_text")
        notes.append("no title: the text begins with it")
        title = lines.pop(0) if len(lines) > 1 and count_syllables(lines[0]) <= LONGEST_HEADLINE else _begins(lines[0])
    published = read_date(fields.get("date"))
    if fields.get("date") not in (None, "") and not published.known:
        notes.append(published.why)
    body = tuple(Passage(line) for line in lines)
    article = Article(title, lead, body, published=published, url=url, outlet=outlet or Outlet())
    return Ready(article, id_, name, number, tuple(notes))


def _begins(line: str) -> str:
    """The first sentence of a text that has no headline, cut at a word where it is too long for one."""
    words = sentences(line)[0].split(" ")
    return " ".join(words[:LONGEST_HEADLINE]) + ("…" if len(words) > LONGEST_HEADLINE else "")


def read_date(stated: object) -> Published:
    """An ISO date (a day) or moment; one without a zone is Hanoi's. What cannot be read is unknown and says so."""
    if stated is None or stated == "":
        return Published()
    unreadable = Published(why=f"the date given cannot be read: {str(stated)[:40]!r}")
    if not isinstance(stated, str):
        return unreadable
    words = stated.strip()
    try:
        if _NAIVE.fullmatch(words):
            return Published.on(date.fromisoformat(words))
        moment = datetime.fromisoformat(words)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=VIETNAM)
        return Published.at(moment.astimezone(UTC), "second" if _SECONDS.search(words.replace(" ", "T")) else "minute")
    except (ValueError, OverflowError):
        return unreadable


def _identity(value: object, where: str) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError("id is neither a text nor a number", about=where)
    return nfc(_UNSTORABLE.sub("", str(value))).strip() or None


def _words(fields: dict[str, Any], key: str, where: str) -> str | None:
    """One line of words, or None. Raises ``InputError`` on any other kind of value."""
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InputError(f"{key} is not a text", about=where)
    return squeeze(_UNSTORABLE.sub(" ", value)) or None
