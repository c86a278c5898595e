"""Who else is there, told behind the two who meet: "A gặp B, với sự có mặt của C và D", "A và B gặp nhau tại Doha cùng C"."""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import Chunk, state_of
from diemtin.events.met.patterns import LIST

_ATTENDED = re.compile(rf"[^emvV;.:]{{0,30}}?s(?P<who>{LIST})")
_WITNESSED = re.compile(rf"[^mvV;.:]{{0,30}}?s(?P<who>{LIST})")
_JOINED = re.compile(rf"[wDL#]{{0,5}}&(?P<who>{LIST})")
_PRESENCE = re.compile(r"\b(?:với|có|dưới) sự (?:tham dự|tham gia|có mặt|góp mặt|hiện diện|chứng kiến) của$")


def find_alongside(chunks: list[Chunk], kinds: str, begin: int, known: list[Chunk]) -> list[Chunk]:
    """Officers of other states than those who are ``known`` to meet: one's own people are the delegation."""
    match = _ATTENDED.match(kinds, begin)
    if match is None or not _PRESENCE.search(_before(chunks, match)):
        match = _WITNESSED.match(kinds, begin)  # "ký bên lề Hội nghị, với sự chứng kiến của C"
        match = match if match is not None and _before(chunks, match).endswith("sự chứng kiến của") else None
    whole = match is not None  # "với sự tham gia của Mỹ": states take part as such
    if match is None:
        match = _JOINED.match(kinds, begin)
        if match is None or chunks[match.start("who") - 1].text.lower() not in {"cùng", "cùng với"}:
            return []
    states = {state_of(side) for side in known}
    found = [
        chunks[at]
        for at in range(*match.span("who"))
        if chunks[at].kind in ("POUCB" if whole else "POU") and not chunks[at].aide
    ]
    return [one for one in found if state_of(one) is not None and state_of(one) not in states]


def _before(chunks: list[Chunk], match: re.Match[str]) -> str:
    begin = match.start("who")
    return " ".join(chunk.text.lower() for chunk in chunks[max(0, begin - 5) : begin])
