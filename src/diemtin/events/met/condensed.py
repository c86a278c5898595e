"""A sentence in fewer chunks, for the frames of meetings: every being one chunk, whatever stands around its name.

The press hangs much on a name: "Ủy viên Bộ Chính trị, Trưởng đoàn đại biểu … Lưu Văn Sơn", "ông Morelli, Đại sứ Peru",
"(phải)", "ngày 23/3", "tại Jerusalem". Here titles before and after a name belong to the person, what stands in brackets
is left out (the members of a group are put in its place), places become ``L`` and times ``D``. Then who meets whom is a
short pattern.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from diemtin.events.beings.charges import without_charges
from diemtin.events.beings.nouns import Chunk, Sentence
from diemtin.events.beings.shared import with_shared_office
from diemtin.events.met.titles import led, of_state, with_titles
from diemtin.events.met.trimmed import (
    as_one,
    is_shared,
    officials_there,
    with_own_states,
    without_mandate,
    without_witnesses,
)
from diemtin.language.timex import Time

_PLACING = {"tại", "ở", "trên", "sang", "đến", "tới", "từ"}
_BEFORE_TIME = {"vào", "ngày", "hôm", "hồi", "sáng", "trưa", "chiều", "tối", "đêm", "từ", "trong", "vừa", "khuya"}


@dataclass(slots=True)
class Condensed(Sentence):
    """The condensed sentence; ``source`` is the whole one, and ``origin`` finds a chunk of this one there."""

    source: Sentence = field(kw_only=True)
    topic: Chunk | None = None
    """Whom the sentence before was about, if that is one person."""

    def origin(self, at: int) -> int:
        """The index in the whole sentence of a chunk that was kept as it is."""
        start = self.chunks[at].start
        return next(step for step, chunk in enumerate(self.source.chunks) if chunk.end > start)

    def place_name(self, place: Chunk) -> str:
        """The words of a place without its preposition, in small letters."""
        begin, end = self.pieces[place.start + 1].start, self.pieces[place.end - 1].end
        return self.text[begin:end].lower()


def condense(sentence: Sentence, times: Sequence[Time], topic: Chunk | None = None) -> Condensed:
    """The sentence with its beings, places and times as single chunks."""
    chunks = _this_state(
        _both_koreas(_with_members(_with_named(as_one(_without_brackets(_without_dateline(sentence))))))
    )
    chunks = _with_times(chunks, sentence, times)
    chunks = with_own_states(with_titles(without_charges(of_state(chunks))))
    chunks = with_shared_office(led(chunks), is_shared)
    chunks = _with_places(officials_there(without_mandate(without_witnesses(chunks))))
    found = Condensed(
        sentence.text,
        sentence.passage,
        sentence.number,
        sentence.pieces,
        sentence.tags,
        chunks,
        source=sentence,
        topic=topic,
    )
    found.kinds = "".join(chunk.kind for chunk in chunks)
    return found


_DATELINE = re.compile(r"\W*(?:[^\W\d_a-zà-ỹ]{2,}[\w.]*|[A-Z]\w+\.\w+)(?: [A-ZĐ]\w*){0,2}\W{0,3}$")
"""What stands before the dash that opens a report: "VOV.VN -", "(BKTO) -", "TPO -", "GENEVA -"."""


def _without_dateline(sentence: Sentence) -> list[Chunk]:
    chunks = list(sentence.chunks)
    at = next((step for step, chunk in enumerate(chunks[:8]) if chunk.kind == "-"), None)
    if at is None or not _DATELINE.match(sentence.text[: sentence.pieces[chunks[at].start].start]):
        return chunks
    return chunks[at + 1 :]


def _this_state(chunks: list[Chunk]) -> list[Chunk]:
    """ "Theo Bộ Ngoại giao Trung Quốc, nước này và Mỹ …": the state named last."""
    kept: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "r" and re.match(r"\d+[/.-]", chunk.text):  # "ngày 7/3 nước này": the day, and then a state
            kept.append(replace(chunk, kind="w", text=chunk.text.split()[-1]))
            continue
        if chunk.text.lower() == "này" and kept and kept[-1].text.lower() == "nước" and kept[-1].kind == "w":
            following = chunks[at + 1] if at + 1 < len(chunks) else None
            if following is not None and following.kind == "P" and len(kept) > 1 and kept[-2].kind in "OdM":
                kept.pop()  # "Bộ trưởng Quốc phòng nước này Lương Quang Liệt"
                country = next((one.country for one in reversed(kept) if one.country), None)
                if following.person is not None and following.person.country is None:
                    following.person.country = country
                continue
            beside = "".join(one.kind for one in (*kept[-2:-1], *chunks[at + 1 : at + 2]))
            named = next((one.country for one in reversed(kept[:-1]) if one.country), None)
            if set(beside) & set("&a-G") and named is not None:
                kept[-1] = replace(kept[-1], kind="C", country=named, end=chunk.end)
                continue
        kept.append(chunk)
    return kept


def _without_brackets(chunks: list[Chunk]) -> list[Chunk]:
    if not any(chunk.kind in "()" for chunk in chunks):
        return chunks
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "(":
            end = next((step for step in range(at + 1, min(at + 30, len(chunks))) if chunks[step].kind == ")"), None)
            if end is not None and not any(one.kind in "em" for one in chunks[at + 1 : end]):
                members = _members(chunks[at + 1 : end])
                if members and kept and kept[-1].kind in "BCnwrz":
                    if kept[-1].kind in "Br":
                        kept.pop()
                    kept += members
                at = end + 1
                continue
        kept.append(chunk)
        at += 1
    return kept


def _members(inside: list[Chunk]) -> list[Chunk]:
    """ "P5+1 (gồm Anh, Pháp, Mỹ, Nga, Trung Quốc và Đức)": the states that the brackets list."""
    listed = [chunk for chunk in inside if chunk.kind in "C,&" or chunk.text.lower() in {"gồm", "bao", "bao gồm"}]
    if len(listed) != len(inside) or sum(chunk.kind == "C" for chunk in listed) < 2:
        return []
    return [chunk for chunk in inside if chunk.kind in "C,&"]


def _with_named(chunks: list[Chunk]) -> list[Chunk]:
    """ "hội kiến các nhà lãnh đạo Việt Nam, trong đó có A và B": those who are named take the place of all."""
    words = [chunk.text.lower() for chunk in chunks]
    for at in range(2, len(chunks) - 1):
        listed = words[at] in {"gồm", "bao gồm"} or words[at - 2 : at + 1] == ["trong", "đó", "có"]
        if not listed or chunks[at + 1].kind not in "PO":
            continue
        begin = at
        while begin and at - begin < 14 and words[begin] not in {"các", "những", "nhiều", "một số"}:
            if chunks[begin].kind in "emvPG;.":
                break
            begin -= 1
        if words[begin] in {"các", "những", "nhiều", "một số"} and any(one.kind in "dO" for one in chunks[begin:at]):
            return [*chunks[:begin], *chunks[at + 1 :]]
    return chunks


def _with_members(chunks: list[Chunk]) -> list[Chunk]:
    """ "Iran và nhóm ba nước châu Âu bao gồm Anh, Pháp và Đức": the members take the group's place in a list."""
    for at, chunk in enumerate(chunks):
        if chunk.text.lower() not in {"gồm", "bao gồm"} or at + 3 >= len(chunks) or chunks[at + 1].kind not in "CB":
            continue
        begin = at
        while begin and at - begin < 8 and chunks[begin - 1].kind in "wrBn#Mz":
            begin -= 1
        joint = "&,a" if chunks[at + 1].kind == "B" else "&,"
        if begin > 1 and chunks[begin - 1].kind in joint and chunks[begin - 2].kind in "CBPO":
            return [*chunks[:begin], *chunks[at + 1 :]]
    return chunks


def _both_koreas(chunks: list[Chunk]) -> list[Chunk]:
    """ "hội đàm liên Triều", "hai miền Triều Tiên": both states."""
    kept: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        lower = chunk.text.lower()
        if lower == "họ" and at and chunks[at - 1].kind in "sG":
            kept.append(replace(chunk, kind="r", value="hai bên"))  # "cuộc gặp của họ"
        elif lower == "liên triều" or (chunk.country == "kp" and kept and kept[-1].text.lower() == "hai miền"):
            if chunk.country:
                kept.pop()
            joint = "&" if chunk.country else "-"
            kept += [
                replace(chunk, kind="C", country="kr"),
                replace(chunk, kind=joint),
                replace(chunk, kind="C", country="kp"),
            ]
        else:
            kept.append(chunk)
    return kept


def _with_times(chunks: list[Chunk], sentence: Sentence, times: Sequence[Time]) -> list[Chunk]:
    if not times:
        return chunks
    pieces = sentence.pieces
    kept: list[Chunk] = []
    for at, chunk in enumerate(chunks):
        start, end = pieces[chunk.start].start, pieces[chunk.end - 1].end
        following = chunks[at + 1].kind if at + 1 < len(chunks) else "."
        if chunk.text.lower() == "tới" and kept and kept[-1].kind == "D" and following in "POUHfw,.":
            continue  # "ngày 12/3 tới": of the time, no way to somebody
        if chunk.kind in "w#t/-rN,.&" and any(start >= time.start and end <= time.end for time in times):
            if kept and kept[-1].kind == "D":
                kept[-1] = replace(kept[-1], end=chunk.end, text=f"{kept[-1].text} {chunk.text}")
            else:
                while kept and kept[-1].kind in "wt" and kept[-1].text.lower() in _BEFORE_TIME:
                    kept.pop()
                kept.append(replace(chunk, kind="D"))
            continue
        kept.append(chunk)
    return kept


def _with_places(chunks: list[Chunk]) -> list[Chunk]:
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.kind == "t" and at + 1 < len(chunks) and chunks[at + 1].text.lower() in {"đây", "đó"}:
            kept.append(replace(chunk, kind="L", end=chunks[at + 1].end))
            at += 2
            continue
        end = _place_end(chunks, at) if chunk.kind == "t" and chunk.text.lower() in _PLACING else at
        if end > at:
            state = next((one.country for one in chunks[at + 1 : end] if one.kind in "CK"), None)
            kept.append(replace(chunk, kind="L", end=chunks[end - 1].end, country=state))
            at = end
        else:
            kept.append(chunk)
            at += 1
    return kept


def _place_end(chunks: list[Chunk], at: int) -> int:
    """Where the place ends of which a preposition stands at ``at``: "tại Trụ sở Bộ Ngoại giao", "tại Vienna của Áo"."""
    end = at + 1
    while end < len(chunks) and (chunks[end].kind in "zM" or chunks[end].text.lower() in _PLACES):
        end += 1
    named = end
    if end < len(chunks) and chunks[end].kind in "CKnpB":
        end += 1
        while end < len(chunks) and chunks[end].kind in "Knp":
            end += 1
        while end + 1 < len(chunks) and chunks[end].kind in ",s" and chunks[end + 1].kind in "CK":
            if chunks[end].kind == "," and end + 2 < len(chunks) and chunks[end + 2].kind not in ",.D&":
                break
            end += 2
        if end + 1 < len(chunks) and chunks[end - 2].kind == "," and chunks[end].kind + chunks[end + 1].kind == "&C":
            end += 2  # "tới Qatar, Iran và Syria"
        return end
    return (
        end
        if end > at + 1 and named > at + 1 and chunks[end - 1].kind == "z" and chunks[end - 1].text[0].isupper()
        else at
    )


_PLACES = {"nước", "thủ phủ", "miền", "nhà", "chủ", "phủ", "lầu"}
