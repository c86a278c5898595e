"""What lies on disk or comes through a pipe -> captures and ready articles, one after the other, nothing held whole
but one page.

Files are taken by name; what a file is in truth (packed or not, a feed or a sitemap) is told by how it begins. Whatever
cannot be taken is named through ``refused``, whatever is passed over through ``skipped``, and the rest goes on.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from diemtin.errors import InputError
from diemtin.news import Capture
from diemtin.sources.jsonl import read_jsonl
from diemtin.sources.opening import TORN, open_stream, read_bounded, reason, unpacked
from diemtin.sources.ready import Listed, Ready
from diemtin.sources.warc import read_warc
from diemtin.sources.xmlfiles import read_xml

PAGES = {".html": "text/html", ".htm": "text/html", ".txt": "text/plain", ".md": "text/markdown"}
STREAMS = frozenset({".jsonl", ".xml", ".opml", ".warc", ".wet"})
PACKED = frozenset({".gz", ".zst"})
ADDRESSES = "urls.json"
"""Beside pages: a JSON object, file name -> the address it was fetched from."""

Refused = Callable[[InputError], None]
Skipped = Callable[[str, str], None]


@dataclass(frozen=True, slots=True)
class _Report:
    refused: Refused
    skipped: Skipped
    listed: Callable[[Listed], None] | None
    resume: Mapping[str, int]


def read_what(
    what: str,
    *,
    url: str | None = None,
    refused: Refused,
    skipped: Skipped,
    listed: Callable[[Listed], None] | None = None,
    resume: Mapping[str, int] | None = None,
) -> Iterator[Capture | Ready]:
    """Everything in a file, a folder (walked in the order of names) or standard input ("-").

    ``url`` is the address of a page that comes without one (one file, or standard input). ``listed`` receives the
    addresses that sitemaps and OPML files name; without it they are told as skipped. ``resume`` goes on where an
    earlier run ended: name of an archive or .jsonl file (as in ``Capture.name``) -> the ``position`` of the last one
    taken; that one comes again from a WARC, from a .jsonl the line after it.

    Nothing is raised for bad input.
    """
    report = _Report(refused, skipped, listed, resume or {})
    if what == "-":
        yield from _read_unnamed(sys.stdin.buffer, "standard input", url, report)
        return
    path = Path(what)
    try:
        if path.is_dir():
            yield from _read_folder(path, report)
        elif path.is_file() and kind_of(path.name) is None:
            yield from _read_unknown(path, url, report)
        elif path.is_file():
            yield from _read_file(path, path.name, url or _addresses(path.parent, report).get(path.name), report)
        else:
            refused(InputError("no such file or folder", about=what))
    except OSError as why:
        refused(InputError(f"cannot be read: {reason(why)}", about=what))


def kind_of(name: str) -> str | None:
    """The ending that says what a file is (".warc" for "a.WARC.gz"); None when it is not taken by name."""
    stem, ending = os.path.splitext(name.lower())
    if ending in PACKED:
        ending = os.path.splitext(stem)[1]
    return ending if ending in PAGES or ending in STREAMS else None


def _read_folder(folder: Path, report: _Report) -> Iterator[Capture | Ready]:
    def unreadable(why: OSError) -> None:
        report.refused(InputError(f"cannot be read: {reason(why)}", about=str(why.filename)))

    above = _addresses(folder, report)
    for here, folders, names in os.walk(folder, onerror=unreadable):
        for hidden in [name for name in folders if name.startswith(".")]:
            report.skipped(str(Path(here, hidden)), "hidden folder")
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        known = above if Path(here) == folder else _addresses(Path(here), report)
        for name in sorted(names):
            path = Path(here, name)
            relative = path.relative_to(folder).as_posix()
            if name == ADDRESSES:
                continue
            if kind_of(name) is None:
                report.skipped(str(path), "not a kind of file that is known by its name")
            elif not path.is_file():
                report.skipped(str(path), "not a regular file")
            else:
                yield from _read_file(path, relative, known.get(name) or above.get(relative), report)


def _addresses(folder: Path, report: _Report) -> dict[str, str]:
    """``urls.json`` of a folder; nothing when there is none."""
    path = folder / ADDRESSES
    if not path.is_file():
        return {}
    try:
        table = json.loads(path.read_bytes())
        if isinstance(table, dict):
            return {str(name): url for name, url in table.items() if isinstance(url, str)}
        report.refused(InputError("not a JSON object of file names and addresses", about=str(path)))
    except (OSError, ValueError, RecursionError) as why:
        report.refused(InputError(f"not JSON: {why}", about=str(path), hint="the pages are read without addresses"))
    return {}


def _read_file(path: Path, name: str, url: str | None, report: _Report) -> Iterator[Capture | Ready]:
    kind = kind_of(name)
    if kind is None:
        report.skipped(str(path), "not a kind of file that is known by its name")
        return
    try:
        if kind in (".warc", ".wet"):
            with path.open("rb") as archive:
                yield from read_warc(archive, name, report.refused, report.skipped, report.resume.get(name, 0))
            return
        with open_stream(path) as stream:
            if kind == ".jsonl":
                yield from read_jsonl(stream, name, report.refused, report.resume.get(name, 0))
            elif kind in (".xml", ".opml"):
                yield from read_xml(read_bounded(stream, str(path)), name, url, report)
            else:
                content = read_bounded(stream, str(path))
                yield Capture(content, url, media_type=PAGES[kind], name=name)
    except InputError as error:
        report.refused(error)
    except TORN as why:
        report.refused(InputError(f"cannot be read: {reason(why)}", about=str(path)))


def _read_unknown(path: Path, url: str | None, report: _Report) -> Iterator[Capture | Ready]:
    """A file that was named on purpose and whose name says nothing: taken when its first bytes do."""
    with open_stream(path) as stream:
        start = _start(cast("io.BufferedReader", stream))
        if start.startswith((b"WARC/", b"{", b"<")):
            yield from _read_unnamed(stream, path.name, url, report)
        else:
            report.skipped(str(path), "not a kind of file that is known, by its name or by how it begins")


def _start(stream: io.BufferedReader) -> bytes:
    return stream.peek(512)[:512].lstrip(b"\xef\xbb\xbf \t\r\n")


def _read_unnamed(pipe: IO[bytes], name: str, url: str | None, report: _Report) -> Iterator[Capture | Ready]:
    """What says by its first bytes what it is: an archive, JSON lines, a feed, or one page."""
    try:
        stream = cast("io.BufferedReader", unpacked(pipe))
        start = _start(stream)
        if start.startswith(b"WARC/"):
            with tempfile.TemporaryFile() as archive:
                _spool(stream, archive)
                yield from read_warc(archive, name, report.refused, report.skipped)
        elif start.startswith(b"{"):
            yield from read_jsonl(stream, name, report.refused)
        else:
            content = read_bounded(stream, name)
            if looks_like_feed(start):
                yield from read_xml(content, name, url, report)
            elif content.strip():
                yield Capture(content, url, media_type=_page_type(start), name=None if url else name)
            else:
                report.refused(InputError("empty", about=name))
    except InputError as error:
        report.refused(error)
    except TORN as why:
        report.refused(InputError(f"torn or corrupt: {reason(why)}", about=name))


def _spool(stream: IO[bytes], archive: IO[Any]) -> None:
    """Archives are read with seeking; what was there before a tear is kept."""
    try:
        shutil.copyfileobj(stream, archive)
    finally:
        archive.seek(0)


def looks_like_feed(start: bytes) -> bool:
    """Whether the first bytes are XML that is not a page."""
    head = start.lower()
    names = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex", b"<opml")
    return any(name in head for name in names) and b"<html" not in head


def _page_type(start: bytes) -> str:
    return "text/html" if start.startswith(b"<") else "text/plain"
