"""Chunks that belong together before anybody is known: a family name and its given name, a body and its place."""

from __future__ import annotations

from itertools import pairwise

from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.events.beings.runs import ends_in_place
from diemtin.events.beings.titlewords import ITSELF


def join_surnames(whole: list[Chunk]) -> None:
    """ "Hồ Quỳnh Hương hy vọng", "Ban Ki Moon": family names that are heads of other names, too."""
    for at in range(len(whole) - 2, 0, -1):
        head, chunk = whole[at - 1], whole[at]
        if chunk.kind != "n" or head.text not in {"Hồ", "Ban"} or head.kind != "z" or chunk.text != chunk.name:
            continue
        speaks = len(chunk.name.split()) == 2 and whole[at + 1].kind == "v"
        if chunk.name.startswith("Ki") if head.text == "Ban" else speaks:
            chunk.start = head.start
            chunk.text = chunk.name = f"{head.text} {chunk.name}"
            del whole[at - 1]


def drop_institutions(chunks: list[Chunk]) -> None:
    """ "Học viện Chính trị Quốc gia Hồ Chí Minh", "đường mòn Hồ Chí Minh": what is named after him."""
    for before, chunk in pairwise(chunks):
        if (
            chunk.kind == "n"
            and chunk.name == "Hồ Chí Minh"
            and before.kind in "wzMpidB"
            and before.text.lower() not in ITSELF
        ):
            chunk.kind, chunk.name = "w", None


def with_place(chunks: list[Chunk], sentence: Sentence) -> list[Chunk]:
    """ "Công an TP Hồ Chí Minh", "Công an huyện Sơn Động": the place's name belongs to the body."""
    whole: list[Chunk] = []
    for chunk in chunks:
        before = whole[-1] if whole else None
        if (
            before is not None
            and before.kind == "B"
            and chunk.kind == "n"
            and chunk.name == chunk.text
            and ends_in_place(sentence.pieces[before.end - 1])
        ):
            before.end = chunk.end
            before.text = sentence.text[sentence.pieces[before.start].start : sentence.pieces[chunk.end - 1].end]
        elif len(whole) > 1 and chunk.kind in "npK" and _is_abbreviated(whole, chunk):
            body = whole[-2]  # "Công an TP. Pleiku"
            whole.pop()
            body.end = chunk.end
            body.text = sentence.text[sentence.pieces[body.start].start : sentence.pieces[chunk.end - 1].end]
        else:
            whole.append(chunk)
    return whole


def _is_abbreviated(whole: list[Chunk], chunk: Chunk) -> bool:
    """After "Công an TP" and a stop: the town's name."""
    return whole[-1].text == "." and whole[-2].kind == "B" and whole[-2].text.split()[-1] in {"TP", "Tp", "TX"}
