"""What changed between two versions of a text, word by word. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from diemtin.store.queries.article import ShownVersion

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
LONG = 4000
"""Beyond so many words a passage is shown as replaced whole: the matcher's time grows with the square."""


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that changed: ``before`` empty where it is new, ``after`` empty where it was cut."""

    before: str
    after: str

    def marked(self) -> SafeString:
        return mark_changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class VersionStep:
    """From one version to the next."""

    old: ShownVersion
    new: ShownVersion
    changes: tuple[Change, ...]

    @property
    def title_changed(self) -> bool:
        return self.old.title != self.new.title

    @property
    def lead_changed(self) -> bool:
        return self.old.lead != self.new.lead


def find_steps(versions: Sequence[ShownVersion]) -> tuple[VersionStep, ...]:
    """Newest first."""
    steps = [VersionStep(old, new, find_changes(old, new)) for old, new in pairwise(versions)]
    return tuple(reversed(steps))


def find_changes(old: ShownVersion, new: ShownVersion) -> tuple[Change, ...]:
    """Passages of the body that changed, in order; those that stayed are left out."""
    before, after = [passage.text for passage in old.body], [passage.text for passage in new.body]
    changes: list[Change] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        cut, put = before[a1:a2], after[b1:b2]
        for number in range(max(len(cut), len(put))):
            changes.append(Change(cut[number] if number < len(cut) else "", put[number] if number < len(put) else ""))
    return tuple(changes)


def mark_changes(before: str, after: str) -> SafeString:
    """One text with ``<del>`` and ``<ins>`` around the words that changed."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or len(old) + len(new) > LONG:
        return format_html_join(
            "", "<{0}>{1}</{0}>", [(mark, text) for mark, text in (("del", before), ("ins", after)) if text]
        )
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.3:  # below a third in common, interleaved marks are harder to read than both texts
        return format_html("<del>{}</del> <ins>{}</ins>", before, after)
    parts: list[SafeString] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        cut, put = "".join(old[a1:a2]), "".join(new[b1:b2])
        if tag == "equal":
            parts.append(format_html("{}", cut))
            continue
        if cut:
            parts.append(format_html("<del>{}</del>", cut))
        if put:
            parts.append(format_html("<ins>{}</ins>", put))
    return SafeString("".join(parts))
