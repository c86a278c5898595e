"""Who chairs a meeting takes part in it: "cuộc họp do A chủ trì, với sự tham dự của B và C", "A và B họp dưới sự chủ trì
của C"."""

from __future__ import annotations

import re

from diemtin.events.beings.nouns import Chunk
from diemtin.events.met.patterns import LIST

_BEFORE = re.compile(rf"w(?P<who>{LIST})w")
_BEHIND = re.compile(rf"s(?P<who>{LIST})")
_AHEAD = re.compile(rf"(?P<who>{LIST})[wfDL]{{1,5}}$")
_CHAIRED = re.compile(r"(?:cùng |đồng |trực tiếp )*(?:chủ trì|chủ tọa|chủ toạ|điều hành)\b")
_UNDER = re.compile(r"(?:dưới|với|do) (?:sự )?(?:đồng )?(?:chủ trì|chủ tọa|chủ toạ|điều hành)(?: chung)? của$")
_CHAIRING = re.compile(r"(?:^| )(?:đồng )?(?:chủ trì|chủ tọa|chủ toạ)$")


def find_chairs(chunks: list[Chunk], kinds: str, trigger: int) -> list[Chunk]:
    """Who chairs what the word of meeting at ``trigger`` names; no other word of meeting stands between."""
    begin, end = trigger, trigger + 1
    while begin and kinds[begin - 1] not in "emv;.":
        begin -= 1
    while end < len(kinds) and kinds[end] not in "emv;.":
        end += 1
    for match in _BEFORE.finditer(kinds, trigger + 1, end):  # "do A chủ trì"
        behind = _words(chunks[match.end("who") : match.end("who") + 4])
        if chunks[match.start()].text.lower() == "do" and _CHAIRED.match(behind):
            return _beings(chunks, match)
    for match in _BEHIND.finditer(kinds, begin, end):  # "dưới sự chủ trì của A"
        if _UNDER.search(_words(chunks[max(begin, match.start() - 6) : match.start() + 1])):
            return _beings(chunks, match)
    found = next(_AHEAD.finditer(kinds, begin, trigger), None)
    if found is not None and _CHAIRING.search(_words(chunks[found.end("who") : trigger])):  # "A chủ trì cuộc họp"
        return _beings(chunks, found)
    return []


def _words(chunks: list[Chunk]) -> str:
    return " ".join(chunk.text.lower() for chunk in chunks)


def _beings(chunks: list[Chunk], match: re.Match[str]) -> list[Chunk]:
    """Persons, and officers of a state: who is only the name of a body sends somebody nobody names."""
    found = [chunks[at] for at in range(*match.span("who")) if chunks[at].kind in "POUH"]
    return [one for one in found if not one.aide and (one.person is not None or one.country is not None)]
