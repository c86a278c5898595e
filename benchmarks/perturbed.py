"""Pages as another outlet might have built them: the same words, other names. For training the reader's model on more than it was
shown, and for seeing what a reading rests on.

Changed are, as asked: ``classes`` (each class and id word becomes an invented one, the same for the same word, and the attributes
that speak are gone), ``told`` (nothing is told to machines but the title), ``h1`` (it becomes a ``div``), ``tags`` (figure,
figcaption, article, main, section, aside, nav, header, footer become ``div``), ``p`` (paragraphs become ``div``).
"""

from __future__ import annotations

import random
import re
from collections.abc import Collection

from selectolax.lexbor import LexborHTMLParser

WAYS: dict[str, tuple[str, ...]] = {
    "plain": (), "classes": ("classes",), "told": ("told",), "h1": ("h1",), "tags": ("tags",), "p": ("p",),
    "classes and tags": ("classes", "tags"), "all but p": ("classes", "told", "tags"),
}  # fmt: skip
_SPEAKING = frozenset(
    "itemprop role itemtype data-role data-testid property data-component data-type data-gu-name type rel".split()
)
_TAGS = "figure figcaption article main section aside nav footer header".split()


def _invent(word: str) -> str:
    chance = random.Random(word)
    return "".join(chance.choice("bcdfghjklmnprstvz") + chance.choice("aeiouy") for _ in range(chance.randint(2, 4)))


def perturb(text: str, ways: Collection[str]) -> str:
    """The page with what the ways name taken away; the page itself when there are none."""
    if not ways:
        return text
    parser = LexborHTMLParser(text)
    if "told" in ways:
        for node in parser.css('meta,script[type="application/ld+json"],link'):
            node.decompose()
    if "classes" in ways:
        for node in parser.css("*"):
            attributes = node.attributes
            for name, value in attributes.items():
                if name in ("class", "id") and value:
                    node.attrs[name] = " ".join(map(_invent, value.split()))  # type: ignore[index]
                elif name in _SPEAKING and node.tag not in ("meta", "script", "link"):
                    del node.attrs[name]  # type: ignore[attr-defined]
    html = parser.html or ""
    renamed = [*(_TAGS if "tags" in ways else ()), *("h1",) * ("h1" in ways), *("p",) * ("p" in ways)]
    for tag in renamed:
        html = re.sub(rf"<(/?){tag}(?=[\s>/])", r"<\1div", html)
    return html
