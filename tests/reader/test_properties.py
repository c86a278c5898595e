"""Whatever comes in, a reading or a PageError comes out, and what comes out keeps its promises."""

import contextlib
import json
from encodings.aliases import aliases

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diemtin.errors import PageError
from diemtin.news import Capture
from diemtin.reader import read, to_json

TAGS = st.sampled_from("div p h1 h2 a ul li span table td b figure figcaption img br nav article time script".split())
WORDS = st.sampled_from(
    [
        "Hà Nội",
        "Ảnh: TTXVN",
        "Tin liên quan",
        "17/1/2025",
        "một câu dài hơn, có dấu phẩy.",
        "[Video] Lũ",
        "",
        "–",
        "\u200b",
        "A" * 300,
    ]
)
NODE = st.recursive(
    WORDS,
    lambda inner: st.tuples(TAGS, st.lists(inner, max_size=5)).map(
        lambda t: f"<{t[0]} class='{t[0]} caption' href='/x-1.html' src='/i.jpg'>{''.join(t[1])}</{t[0]}>"
    ),
    max_leaves=30,
)


def check(content: bytes, media_type: str | None) -> None:
    try:
        reading = read(Capture(content, media_type=media_type, url="https://bao.example/a"))
    except PageError:
        return
    json.dumps(to_json(reading))
    for article in reading.articles:
        assert article.title
        assert all(0 <= figure.after <= len(article.body) for figure in article.figures)
        assert all(passage.text.strip() for passage in article.body)
    assert all(teaser.title for block in reading.blocks for teaser in block.teasers)


@settings(max_examples=150, deadline=None)
@given(st.lists(NODE, max_size=12))
def test_any_tree(nodes: list[str]) -> None:
    check(("<html><body>" + "".join(nodes)).encode(), "text/html")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, st.text(max_size=80)), max_size=40))
def test_any_text(lines: list[str]) -> None:
    check("\n".join(lines).encode("utf-8", "surrogatepass"), "text/plain")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    check(content, None)


@pytest.mark.parametrize(
    "name", sorted({*aliases.values(), "uu", "zip", "idna", "punycode", "undefined", "no-such-charset"})
)
def test_any_declared_charset(name: str) -> None:
    """The soak found a page that called its charset "uu", which Python knows as a codec, and not of text."""
    page = f'<html><head><meta charset="{name}"></head><body>'.encode() + bytes(range(1, 256)) * 4
    check(page, "text/html")
    with contextlib.suppress(PageError):
        read(Capture(page, charset=name))
