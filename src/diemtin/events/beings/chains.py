"""Attribution chains: from whom an outlet has it ("Theo Kyodo", "TTXVN tại Seoul dẫn thông cáo của Bộ Ngoại giao…")."""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.language.agencies import agencies
from diemtin.news import Link, LinkKind

_CITES = {"dẫn", "trích", "trích dẫn", "dẫn lời", "trích lời", "dẫn nguồn"}
_UNNAMED = {"nguồn tin", "nguồn thạo tin", "quan chức", "quan chức cấp cao", "nguồn", "giới chức"}


def find_chain(sentence: Sentence) -> tuple[Link, ...]:
    """The steps named in one sentence, the outlet's nearest first; none when the sentence names no source."""
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if chunk.kind == "Y" and _is_source(chunks, at):
            agency = agencies().get(chunk.value)
            kind: LinkKind = "agency" if agency is None or agency.kind == "agency" else "outlet"
            first = Link(chunk.value, kind, _place(chunks, at))
            further = _further(chunks, at)
            return (first, further) if further else (first,)
        if chunk.kind == "T":
            link = _after_theo(chunks, at + 1)
            if link is not None:
                return (link,)
    return ()


_NO_SOURCE = re.compile(r"(?:cơ chế|mời|hình thức|lời mời|mô hình|thể thức|khuôn khổ|định dạng|đề nghị|yêu cầu)\b")


def _is_source(chunks: list[Chunk], at: int) -> bool:
    """ "Theo Kyodo", "hãng tin Kyodo dẫn…", "phóng viên TTXVN tại Seoul dẫn…": a source, not a subject of the news."""
    before = [chunk.text.lower() for chunk in chunks[max(0, at - 4) : at]]
    if any(chunk.kind == "T" for chunk in chunks[max(0, at - 4) : at]) or "phóng viên" in before:
        return True
    return any(_words(chunks, step) & _CITES for step in range(at + 1, min(at + 6, len(chunks)))) or (
        at + 1 < len(chunks) and chunks[at + 1].kind in "v"
    )


def _words(chunks: list[Chunk], at: int) -> set[str]:
    word = chunks[at].text.lower()
    pair = word + " " + chunks[at + 1].text.lower() if at + 1 < len(chunks) else word
    return {word, pair}


def _place(chunks: list[Chunk], at: int) -> str | None:
    if at + 2 < len(chunks) and chunks[at + 1].kind == "t" and chunks[at + 2].kind in "KCnp":
        return chunks[at + 2].text
    return None


def _further(chunks: list[Chunk], at: int) -> Link | None:
    for step in range(at + 1, min(at + 7, len(chunks))):
        if _words(chunks, step) & _CITES:
            return _after_theo(chunks, step + 1)
    return None


def _after_theo(chunks: list[Chunk], at: int) -> Link | None:
    """What is cited: a body's paper, a person, somebody unnamed; not the frame or the invitation something follows."""
    if _NO_SOURCE.match(" ".join(chunk.text.lower() for chunk in chunks[at : at + 3])):
        return None
    for step in range(at, min(at + 9, len(chunks))):
        chunk = chunks[step]
        if chunk.kind in "v,.;:":
            return None
        if chunk.kind == "B":
            return Link(chunk.text, "body")
        if chunk.kind == "P" and chunk.person is not None:
            return Link(chunk.person.name, "person")
        if chunk.kind == "O" and chunk.person is not None:
            return Link(chunk.person.name, "person")
        if chunk.kind in "dwN" and (_words(chunks, step) & _UNNAMED):
            lead = (
                chunks[step - 1].text + " "
                if step > at and chunks[step - 1].text.lower() in {"một", "các", "nhiều"}
                else ""
            )
            rest = chunks[step].text if chunks[step].kind == "d" else " ".join(c.text for c in chunks[step : step + 2])
            return Link((lead + rest).lower(), "unnamed")
    return None
