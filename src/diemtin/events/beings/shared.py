"""One title for several: "hai ngoại trưởng Nga A và Mỹ B", "các nghị sĩ A B, C D và E F", "Ngoại trưởng Anh, Pháp và Đức".

The first two give an office and a state to the names of an article (``people``); the last gives the states of a list the
office that is printed once (``condensed``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from diemtin.events.beings.charges import name_charged
from diemtin.events.beings.nouns import Chunk, Sentence

_GROUPS = {
    "ngoại trưởng": "foreign_minister",
    "thủ tướng": "head_of_government",
    "tổng thống": "head_of_state",
    "phó thủ tướng": "deputy_head_of_government",
    "nhà lãnh đạo": None,
    "vị lãnh đạo": None,
    "lãnh đạo": None,
    "nguyên thủ": None,
}
_FIELDS = {"quốc phòng": "defence_minister", "ngoại giao": "foreign_minister"}
_PLURAL = {"các", "những", "hai", "ba", "bốn", "năm", "sáu"}
_MINISTERS = {"foreign_minister", "defence_minister", "finance_minister", "trade_minister"}


def share_titles(chunks: list[Chunk]) -> None:
    """Gives the names behind a group, a title in the plural or a charge what that says of each of them."""
    name_charged(chunks)
    kinds = {chunk.kind for chunk in chunks}
    if "U" in kinds:
        _join_counterparts(chunks)
    if "Y" in kinds:
        _join_presidents(chunks)
    for at, chunk in enumerate(chunks):
        if chunk.kind == "r":
            _share_group(chunks, at)
        elif chunk.kind == "P" and chunk.titled and at and _is_plural(chunks[at - 1]):
            _share_title(chunks, at)
        elif (
            chunk.kind in "Pn"
            and (chunk.loose or _is_word(chunk))
            and "".join(one.kind for one in chunks[at + 1 : at + 5]) == "(C)n"
        ):
            _pass_on(chunk, chunks[at + 2], chunks[at + 4])


def _join_presidents(chunks: list[Chunk]) -> None:
    """ "TT Bush", "TT Nga Putin": his office, no newspaper."""
    for at in range(len(chunks) - 2, -1, -1):
        if chunks[at].kind != "Y" or chunks[at].text != "TT":
            continue
        state = chunks[at + 1] if chunks[at + 1].kind == "C" and at + 2 < len(chunks) else None
        named = chunks[at + 2] if state else chunks[at + 1]
        if named.kind == "n" and named.name is not None:
            named.kind, named.titled, named.wording, named.start = "P", True, "tt", chunks[at].start
            named.country = state.country if state else named.country
            named.text = " ".join(one.text for one in (chunks[at], *([state] if state else ()), named))
            del chunks[at : at + (2 if state else 1)]


def _join_counterparts(chunks: list[Chunk]) -> None:
    """ "gặp người đồng cấp Peru, ông A B,": he and his name between two commas."""
    for at in range(len(chunks) - 3, -1, -1):
        meant, comma, named = chunks[at : at + 3]
        closed = at + 3 == len(chunks) or chunks[at + 3].kind in ",.)"
        if meant.kind != "U" or comma.kind != "," or named.kind not in "Pn" or not (meant.country and closed):
            continue
        if named.name is None or named.office is not None or not (named.gender or " " in named.name):
            continue
        named.kind, named.titled, named.counterpart = "P", True, True
        named.country, named.office = meant.country, meant.office
        named.text, named.start = f"{meant.text}, {named.text}", meant.start
        del chunks[at : at + 2]


def _is_word(chunk: Chunk) -> bool:
    return chunk.titled and chunk.name is not None and " " not in chunk.name


def _pass_on(title: Chunk, state: Chunk, named: Chunk) -> None:
    """ "Chủ tịch Tập đoàn Kepco (Hàn Quốc) Kim Min Su": the first name is the company's."""
    if " " not in (named.name or ""):
        return
    named.office, named.country, named.titled, named.kind = title.office, state.country, True, "P"
    title.kind, title.name, title.titled = "w", None, False


def _share_group(chunks: list[Chunk], at: int) -> None:
    words = chunks[at].text.lower().split()
    being = " ".join(words[1:] if words[0] != "cả" else words[2:])
    office = _GROUPS.get(being)
    at += 1
    if being in {"ông", "bà"}:
        _address(chunks, at, "m" if being == "ông" else "f")
        return
    if being in _GROUPS and at < len(chunks) and chunks[at].kind == "n":
        _address(chunks, at, None)  # "hai nhà lãnh đạo Trump và Kim Jong Un"
        return
    if being == "bộ trưởng" and at < len(chunks) and chunks[at].text.lower() in _FIELDS:
        office = _FIELDS[chunks[at].text.lower()]
        at += 1
    elif being not in _GROUPS:
        return
    pairs: list[tuple[Chunk, Chunk]] = []
    while at + 1 < len(chunks) and chunks[at].kind == "C" and chunks[at + 1].kind == "n":
        pairs.append((chunks[at], chunks[at + 1]))
        at += 2
        if at < len(chunks) and chunks[at].kind in ",&-":
            at += 1
        else:
            break
    if len(pairs) < 2:
        return
    for state, named in pairs:
        named.office, named.country, named.titled = office, state.country, True
        state.kind = "w"


def _address(chunks: list[Chunk], at: int, gender: str | None) -> None:
    """ "hai ông A và B"."""
    while at < len(chunks) and chunks[at].kind in "Pn" and chunks[at].name is not None:
        chunks[at].gender, chunks[at].titled = chunks[at].gender or gender, True
        at += 1
        if at < len(chunks) and chunks[at].kind in ",&":
            at += 1
        else:
            break


def _share_title(chunks: list[Chunk], at: int) -> None:
    """ "các thượng nghị sĩ John Mill, Ann Ford và Joe Lane": all are senators."""
    first, step = chunks[at], at + 1
    while step + 1 < len(chunks) and chunks[step].kind in ",&" and chunks[step + 1].kind == "n":
        named = chunks[step + 1]
        if " " not in (named.name or ""):
            return
        named.office, named.country, named.titled = first.office, named.country or first.country, True
        step += 2


def lists_states(sentence: Sentence, at: int) -> bool:
    """ "Ngoại trưởng Anh Jack Straw, Pháp Michel Barnier và Đức Joschka Fischer": country and name, the office shared."""
    state, joint = sentence.chunks[at - 1], sentence.chunks[at - 2]
    touching = (
        sentence.text[sentence.pieces[state.end - 1].end : sentence.pieces[sentence.chunks[at].start].start] == " "
    )
    named = at > 2 and sentence.chunks[at - 3].name is not None
    return state.kind == "C" and joint.kind in "&," and touching and named and " " in (sentence.chunks[at].name or "")


def _is_plural(chunk: Chunk) -> bool:
    return chunk.text.lower() in _PLURAL or (chunk.kind == "#" and chunk.text in {"2", "3", "4", "5", "6"})


def with_shared_office(chunks: list[Chunk], wanted: Callable[[Chunk], bool]) -> list[Chunk]:
    """ "gặp Ngoại trưởng Đức, Pháp và Anh": an officer of each state. The states become counterparts of the first.

    ``wanted`` says which office without a name may be shared. "Sau cuộc gặp với Ngoại trưởng Đức, Pháp tuyên bố …" is left
    as it is: the state behind the comma acts.
    """
    kept = list(chunks)
    for at, chunk in enumerate(kept):
        if chunk.kind != "O" or chunk.country is None or chunk.office is None or not wanted(chunk):
            continue
        end = at + 1
        while end + 1 < len(kept) and kept[end].kind in ",&" and kept[end + 1].kind == "C":
            end += 2
        plural = at > 0 and _is_plural(kept[at - 1])
        if end == at + 1 or not (plural or _may_share(kept, at, end)):
            continue
        for step in range(at + 1, end, 2):
            kept[step] = replace(kept[step], kind="&")
            kept[step + 1] = replace(kept[step + 1], kind="U", office=chunk.office)
        if plural:
            kept[at] = replace(chunk, kind="U", person=None)
    return kept


def _may_share(chunks: list[Chunk], at: int, end: int) -> bool:
    if chunks[at].office not in _MINISTERS:
        return False
    behind = chunks[end] if end < len(chunks) else None
    acts = behind is not None and (
        behind.kind in "vfEmP" or behind.text.lower() in {"đã", "đang", "vừa", "cũng", "không"}
    )
    return not (acts and chunks[end - 2].kind == ",")
