"""What lies on disk: each kind is taken, each bad one named, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from diemtin.news import Capture
from diemtin.sources.files import read_what
from diemtin.sources.ready import Listed, Ready


class Read:
    """Everything that came out of one call."""

    def __init__(self, what: Path | str, **options: object) -> None:
        self.refused: list[str] = []
        self.skipped: list[tuple[str, str]] = []
        self.listed: list[Listed] = []
        self.all = list(
            read_what(
                str(what),
                refused=lambda error: self.refused.append(str(error)),
                skipped=lambda name, why: self.skipped.append((Path(name).name, why)),
                listed=self.listed.append,
                **options,  # type: ignore[arg-type]
            )
        )

    @property
    def captures(self) -> list[Capture]:
        return [one for one in self.all if isinstance(one, Capture)]

    @property
    def ready(self) -> list[Ready]:
        return [one for one in self.all if isinstance(one, Ready)]


def test_a_folder_is_walked_in_order_with_its_addresses(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.html").write_text("no")
    (tmp_path / "z.html").write_text("<p>z")
    (tmp_path / "b" / "một.txt").write_text("một")
    (tmp_path / "b" / "c.HTM.gz").write_bytes(gzip.compress(b"<p>c", mtime=0))
    (tmp_path / "b" / "d.md.zst").write_bytes(zstandard.compress(b"# d"))
    (tmp_path / "b" / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "b" / "urls.json").write_text(json.dumps({"c.HTM.gz": "https://vnexpress.net/c"}))
    (tmp_path / "urls.json").write_text(json.dumps({"z.html": "https://z.vn/", "b/d.md.zst": "https://d.vn/"}))
    read = Read(tmp_path)
    assert [(one.name, one.url, one.media_type, one.content) for one in read.captures] == [
        ("z.html", "https://z.vn/", "text/html", b"<p>z"),
        ("b/c.HTM.gz", "https://vnexpress.net/c", "text/html", b"<p>c"),
        ("b/d.md.zst", "https://d.vn/", "text/markdown", b"# d"),
        ("b/một.txt", None, "text/plain", "một".encode()),
    ]
    assert read.skipped == [
        (".git", "hidden folder"),
        ("photo.jpg", "not a kind of file that is known by its name"),
    ]
    assert not read.refused


def test_a_line_of_json_is_an_article(tmp_path: Path) -> None:
    line = {
        "id": 7,
        "url": "https://vnexpress.net/a-1.html",
        "source": "vnexpress.net",
        "title": " Tít \n bài ",
        "lead": "",
        "text": "Đoạn một.\n\n Đoạn hai.\r\nĐoạn ba.",
        "date": "2024-09-23T19:57:16+07:00",
    }
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(line).encode() + b"\n")
    (ready,) = Read(path).ready
    assert (ready.id, ready.name, ready.position, ready.notes) == ("7", "a.jsonl", 1, ())
    article = ready.article
    assert (article.title, article.lead) == ("Tít bài", None)
    assert article.paragraphs == ("Đoạn một.", "Đoạn hai.", "Đoạn ba.")
    assert article.outlet.domain == "vnexpress.net"
    assert article.outlet.name == "VnExpress"
    assert article.published.start == datetime(2024, 9, 23, 12, 57, 16, tzinfo=UTC)
    assert article.published.precision == "second"


@pytest.mark.parametrize(
    ("stated", "precision", "end"),
    [
        ("2024-09-23", "day", "2024-09-23T23:59:59+07:00"),
        ("2024-09-23T19:57", "minute", "2024-09-23T12:57:00+00:00"),
        ("2024-09-23 19:57:00", "second", "2024-09-23T12:57:00+00:00"),
        ("2024-09-23T12:57:00Z", "second", "2024-09-23T12:57:00+00:00"),
        ("23/9/2024", "range", None),
        ("0001-01-01T00:00:00+14:00", "range", None),
        ("hôm qua", "range", None),
        (20240923, "range", None),
    ],
)
def test_dates_of_lines(tmp_path: Path, stated: object, precision: str, end: str | None) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"title": "T", "text": "x", "date": stated}))
    (ready,) = Read(path).ready
    published = ready.article.published
    assert (published.precision, published.end.isoformat() if published.end else None) == (precision, end)
    assert bool(ready.notes) == (end is None)
    assert end is not None or str(stated)[:40] in ready.notes[0]


def test_whole_pages_in_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.zst"
    lines = [
        {"id": "p", "html": "<p>Bài</p>", "url": "https://a.vn/1", "source": "Báo A"},
        {"id": "q", "page_text": "Bài\x00 hai"},
    ]
    path.write_bytes(zstandard.compress("\n".join(json.dumps(line) for line in lines).encode()))
    one, two = Read(path).captures
    assert (one.id, one.content.decode(), one.media_type, one.charset) == ("p", "<p>Bài</p>", "text/html", "utf-8")
    assert one.outlet is not None
    assert (one.outlet.name, one.outlet.domain) == ("Báo A", "a.vn")
    assert (two.id, two.content.decode(), two.media_type, two.outlet) == ("q", "Bài  hai", "text/plain", None)


def test_bad_lines_are_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    lines = [
        b'{"title": "1", "text": "x"}',
        b"{not json",
        b'["a list"]',
        b'{"title": "\xff", "text": "x"}',
        b'{"lead": "nothing else"}',
        b'{"title": 5, "text": "x"}',
        b"[" * 100_000,
        b"",
        b'{"id": {"a": 1}, "title": "x"}',
        b'{"title": "\\ud800 lone", "text": "a\\u0000b"}',
        b'{"text": "D\xc3\xb2ng \xc4\x91\xe1\xba\xa7u.\\nTh\xc3\xa2n b\xc3\xa0i."}',
    ]
    path.write_bytes(b"\n".join(lines))
    read = Read(path)
    assert [ready.position for ready in read.ready] == [1, 10, 11]
    assert [text.partition(" ")[0] for text in read.refused] == [f"bad.jsonl:{n}:" for n in (2, 3, 4, 5, 6, 7, 9)]
    assert "not UTF-8 (byte 12" in read.refused[2]
    assert read.ready[1].article.title == "lone"
    assert read.ready[1].article.text == "a b"
    assert read.ready[2].article.title == "Dòng đầu."
    assert read.ready[2].article.paragraphs == ("Thân bài.",)
    json.dumps([str(ready) for ready in read.ready]).encode()


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress])
def test_a_torn_file_gives_what_was_before_the_tear(tmp_path: Path, pack: object) -> None:
    lines = b"".join(
        json.dumps({"title": f"Tít {n}", "text": os.urandom(300).hex()}).encode() + b"\n" for n in range(1000)
    )
    ending = "gz" if pack is gzip.compress else "zst"
    path = tmp_path / f"torn.jsonl.{ending}"
    packed = pack(lines)  # type: ignore[operator]
    path.write_bytes(packed[: len(packed) // 2])
    read = Read(path)
    assert 0 < len(read.ready) < 1000
    assert [ready.article.title for ready in read.ready] == [f"Tít {n}" for n in range(len(read.ready))]
    (refused,) = read.refused
    assert refused.startswith(f"torn.jsonl.{ending}:{len(read.ready) + 1}: the file is torn here")


def test_lines_go_on_where_they_ended(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "title": "x"}) for n in range(5)))
    assert [ready.id for ready in Read(path, resume={"a.jsonl": 3}).ready] == ["3", "4"]


def test_bad_files_are_named(tmp_path: Path) -> None:
    bomb = zstandard.compress(b"a" * (40 << 20))
    (tmp_path / "a-bomb.html.zst").write_bytes(bomb)
    (tmp_path / "b-bomb.html.gz").write_bytes(gzip.compress(b"a" * (40 << 20)))
    (tmp_path / "c-torn.html.gz").write_bytes(gzip.compress(os.urandom(4000))[:-100])
    (tmp_path / "d-torn.html.zst").write_bytes(zstandard.compress(os.urandom(4000))[:-100])
    (tmp_path / "e-fine.html").write_text("<p>x")
    (tmp_path / "f-dangling.html").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "g-pipe.html")
    (tmp_path / "urls.json").write_text("[1")
    read = Read(tmp_path)
    assert [one.name for one in read.captures] == ["e-fine.html"]
    assert ["unpacks to more" in why or "torn" in why or "not JSON" in why for why in read.refused] == [True] * 5
    assert [name for name, _ in read.skipped] == ["f-dangling.html", "g-pipe.html"]
    missing = Read(tmp_path / "none.html")
    assert missing.refused == [f"{tmp_path / 'none.html'}: no such file or folder"]


def test_a_file_named_on_purpose_may_say_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "page.aspx").write_text("<!DOCTYPE html><p>x")
    (tmp_path / "lines.json").write_text('{"title": "T"}')
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (page,) = Read(tmp_path / "page.aspx").captures
    assert (page.name, page.media_type) == ("page.aspx", "text/html")
    assert len(Read(tmp_path / "lines.json").ready) == 1
    read = Read(tmp_path / "photo.jpg")
    assert (read.all, read.refused, len(read.skipped)) == ([], [], 1)
    assert len(Read(tmp_path).skipped) == 3


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (b'\n {"title": "T", "text": "x"}\n', "ready"),
        (gzip.compress(b"<html><p>x", mtime=0), "text/html"),
        ("Một trang chữ".encode(), "text/plain"),
    ],
)
def test_standard_input_says_what_it_is(monkeypatch: pytest.MonkeyPatch, given: bytes, kind: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    (one,) = Read("-", url="https://a.vn/").all
    if isinstance(one, Ready):
        assert kind == "ready"
    else:
        assert (one.media_type, one.url) == (kind, "https://a.vn/")
