"""Guests without a name who call on authorities at home: "nhóm sĩ quan chỉ huy tàu chào xã giao lãnh đạo UBND thành phố".

Only guests from abroad pay courtesy calls; of which state they are the sentence seldom says. It is the one foreign state
that the article was just speaking of; where it spoke of several, or of none, nothing is told.
"""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import Chunk
from diemtin.events.met.condensed import Condensed
from diemtin.events.met.frames import Frame
from diemtin.events.met.status import find_status

_CALLS = {"chào xã giao", "gặp xã giao", "đến chào xã giao", "tới chào xã giao", "đến chào", "tới chào"}
_GUESTS = re.compile(r"\b(?:s[ĩỹ] quan|chỉ huy|thủy thủ|thuyền trưởng|đoàn|hạm trưởng)\b", re.IGNORECASE)
_AUTHORITIES = re.compile(
    r"\W*(?:các )?(?:đại diện )?(?:lãnh đạo|thủ trưởng|chỉ huy|chính quyền|UBND|ủy ban nhân dân|bộ tư lệnh|quân khu|sở |vùng \d"
    r"|thành ủy|tỉnh ủy)",
    re.IGNORECASE,
)


def find_foreign_state(sentence: Condensed, before: str | None) -> str | None:
    """The one foreign state that a sentence names; what was spoken of before where it names none; ``None`` for several."""
    named = {c.country for c in sentence.source.chunks if c.kind in "CPO" and c.country} - {"vn"}
    return before if not named else named.pop() if len(named) == 1 else None


def find_guests(sentence: Condensed, state: str | None) -> Frame | None:
    """The call of guests of that state, a frame of two states."""
    if state is None:
        return None
    for at, chunk in enumerate(sentence.chunks):
        if chunk.kind != "m" or chunk.text.lower() not in _CALLS:
            continue
        piece = sentence.pieces[chunk.start].start
        begin = max(sentence.text.rfind(mark, 0, piece) for mark in ",;:") + 1
        nobody = not set(sentence.kinds[max(0, at - 8) : at]) & set("POUHr")
        if nobody and _GUESTS.search(sentence.text, min(begin, max(0, piece - 60)), piece):
            if _AUTHORITIES.match(sentence.text, sentence.pieces[chunk.end - 1].end) is None:
                continue
            status = find_status(sentence.source, sentence.origin(at))
            if status is None:
                return None
            left, right = Chunk("C", 0, 0, "", country=state), Chunk("C", 0, 0, "", country="vn")
            return Frame(sentence, at, [left], [right], "meeting", status, False, False, "guests")
    return None
