"""Who said what: verbs of speech with their speaker, quotation marks, "theo …".

A speaker is taken only where the sentence puts one name before the verb and nothing between them that could be another
subject; a pronoun only where one person of that gender was speaking just before. What is unsure is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diemtin.events.chains import find_chain
from diemtin.events.cues import WEAK_SPEECH
from diemtin.events.people import Cast, Chunk, Person, Sentence
from diemtin.language.countries import print_country
from diemtin.language.agencies import print_body
from diemtin.news import Cited, Link, Statement

_OPEN = "“«‘"
_CLOSE = "”»’"
_GAP = r"(?:[w#idMNl+x]|\(\w*\)|t[CKBnpz]{0,2}n?|[f]|,(?:[wMNlstpn#dCKzf]|·){1,16},|,(?=w{0,4}#?w{0,3},?[vf])|y)"
_SAID = re.compile(rf"(?P<who>[POCKBHU])(?P<gap>{_GAP}{{0,10}}?,?)(?P<verb>[fS]?v)")
_THEO = re.compile(r"T[wN]{0,2}(?P<who>[POBU])(?=[,.·q]|[#wt]{0,4}[,.·q])")
_BARE = re.compile(r"q[,.]?[-–w]?(?P<who>[PO])(?:\.|$)")
_NOT_SUBJECT = set("saGmTVe&S")


def find_statements(sentences: Sequence[Sentence], cast: Cast) -> list[Statement]:
    """The statements of an article in order; one for each speaker in a sentence."""
    found: list[Statement] = []
    previous: Person | None = None
    passage, inside = None, False
    carried: int | None = None
    for sentence in sentences:
        if sentence.passage < 0:
            continue
        if sentence.passage != passage:
            passage, inside, carried = sentence.passage, False, None
        kinds, quoted, inside_after = _mask(sentence, inside)
        here = _in_sentence(sentence, kinds, cast, previous)
        chain = find_chain(sentence) if here else ()
        for who, at, reported in here:
            statement = _make(sentence, who, at, reported, quoted, chain)
            if statement is None:
                continue
            found.append(statement)
            carried = len(found) - 1
        if here:
            if here[-1][0].person is not None:
                previous = here[-1][0].person
        else:
            previous = _only_subject(sentence, previous)
            if quoted and carried is not None and (inside or sentence.text[:1] in "\"“”«'‘"):
                found[carried] = _extend(found[carried], quoted)
        inside = inside_after
    return found


def _mask(sentence: Sentence, inside: bool) -> tuple[str, str, bool]:
    """The kinds with everything inside quotation marks as ``·``; the quoted words; is a quotation open at the end?"""
    if "q" not in sentence.tags and not inside:
        return sentence.kinds, "", False
    kinds: list[str] = []
    words: list[str] = []
    begin = 0 if inside else -1
    for chunk in sentence.chunks:
        if chunk.kind != "q":
            kinds.append("·" if begin >= 0 else chunk.kind)
            continue
        piece = sentence.pieces[chunk.start]
        if piece.text in "’'" and begin < 0:
            kinds.append("w")
            continue
        opens = begin < 0
        if begin < 0:
            begin = piece.end
        else:
            words.append(sentence.text[begin : piece.start].strip())
            begin = -1
        kinds.append("q" if opens or begin < 0 else "·")
    if begin >= 0:
        words.append(sentence.text[begin:].strip())
    return "".join(kinds), " … ".join(word for word in words if word), begin >= 0


Said = tuple[Chunk, int, bool]


def _in_sentence(sentence: Sentence, kinds: str, cast: Cast, previous: Person | None) -> list[Said]:
    """(speaker, index of the chunk after which the words begin, from "theo") for each attribution."""
    chunks = sentence.chunks
    found: list[Said] = []
    begin = 0
    for match in _THEO.finditer(kinds):
        who = _speaker(chunks[match.start("who")], sentence, cast, previous)
        if who is not None and not (who.kind == "B" and who.country is None):
            found.append((who, match.end(), True))
            begin = match.end()
    if found:
        return found[:1]
    while True:
        match = _SAID.search(kinds, begin)
        if match is None:
            break
        at = match.start("who")
        begin = match.end()
        if not _is_subject(kinds, chunks, at) or not _is_verb(match, chunks, kinds):
            begin = at + 1 if not _is_subject(kinds, chunks, at) else match.end()
            continue
        if found and not _new_clause(kinds, chunks, at):
            continue
        who = _speaker(chunks[at], sentence, cast, previous)
        if who is not None:
            found.append((who, match.end(), False))
    if not found:
        match = _BARE.search(kinds)
        if match is not None and "·" in kinds:
            who = _speaker(chunks[match.start("who")], sentence, cast, previous)
            if who is not None:
                found.append((who, match.end(), False))
    return found


def _is_subject(kinds: str, chunks: list[Chunk], at: int) -> bool:
    if at and kinds[at - 1] in _NOT_SUBJECT:
        return kinds[at - 1] == "&" and at == 1
    if at and kinds[at] == "P" and kinds[at - 1] == "B":
        return False
    if at and kinds[at] in "CK" and kinds[at - 1] in "dzwN":
        return False
    if at > 1 and kinds[at - 1] in "CKwN#" and kinds[at - 2] in "sa":
        return False
    if at and chunks[at - 1].text.lower() in {"về", "cho", "bởi", "đối với", "rằng", "vào", "để", "giúp", "khiến", "việc", "chống", "do", "người", "dân", "phía"}:
        return chunks[at - 1].text.lower() == "phía"
    return not (chunks[at].kind == "O" and chunks[at].office is None)


_SURE_SPEECH_GAP = re.compile(r"[xS]")


def _is_verb(match: re.Match[str], chunks: list[Chunk], kinds: str) -> bool:
    verb = chunks[match.end("verb") - 1]
    gap = match.group("gap")
    if "x" in gap or match.group("verb")[0] == "S" or (gap and gap[-1] == "N"):
        return False
    if verb.value.replace(" ", "_") in WEAK_SPEECH:
        rest = chunks[match.end() : match.end() + 2]
        if any(chunk.text in {"rằng", ":"} or chunk.kind == "q" for chunk in rest) or kinds[: match.start()].endswith(("q", "q,")):
            return True
        return verb.value in {"coi", "gọi", "xem"} and any(c.text.lower() == "là" for c in chunks[match.end() : match.end() + 9])
    after = chunks[match.end()].text.lower() if match.end() < len(chunks) else ""
    return not (after in {"như", "trên"} and verb.value == "phát biểu")


def _new_clause(kinds: str, chunks: list[Chunk], at: int) -> bool:
    """May a second speaker begin here: after a quotation, a semicolon, "trong khi", "còn"."""
    before = kinds[max(0, at - 3) : at]
    words = {chunk.text.lower() for chunk in chunks[max(0, at - 3) : at]}
    return any(mark in before for mark in "q;") or bool(words & {"còn", "khi", "song"})


def _speaker(chunk: Chunk, sentence: Sentence, cast: Cast, previous: Person | None) -> Chunk | None:
    if chunk.kind == "P":
        return chunk if chunk.person is not None else None
    if chunk.kind == "H":
        if chunk.value in {"anh", "em", "chú", "bác", "cháu"} or previous is None or chunk.gender is None:
            return None
        if previous.gender is not None and previous.gender != chunk.gender:
            return None
        return Chunk("P", chunk.start, chunk.end, chunk.text, person=previous)
    if chunk.kind == "O":
        if chunk.person is not None:
            return chunk
        return chunk if chunk.office and chunk.country and not chunk.former else None
    if chunk.kind == "U":
        return None
    return chunk


def _only_subject(sentence: Sentence, previous: Person | None) -> Person | None:
    """Whom "ông" in the next sentence may mean: the one person of this one, or who was speaking before."""
    persons = [chunk.person for chunk in sentence.chunks if chunk.kind == "P" or (chunk.kind == "O" and chunk.person)]
    distinct = {id(person) for person in persons}
    if not distinct:
        return previous if "q" in sentence.kinds or "H" in sentence.kinds else None
    return persons[0] if len(distinct) == 1 else None


def _make(sentence: Sentence, who: Chunk, at: int, reported: bool, quoted: str, chain: tuple[Link, ...]) -> Statement | None:
    pieces = sentence.pieces
    direct = len(quoted.split()) >= 3
    if direct:
        words = quoted
    else:
        begin = sentence.chunks[at].start if at < len(sentence.chunks) else len(pieces)
        words = sentence.text[pieces[begin].start :] if begin < len(pieces) else sentence.text
        words = words.lstrip(" ,:").removeprefix("rằng ").strip() or sentence.text
    person = who.person
    name = person.name if person else _printed(who)
    if name is None:
        return None
    chain = tuple(link for link in chain if link.name != name)
    office = (person.office if person else None) or who.office
    country = (person.country if person else None) or who.country
    return Statement(name, words, direct, Cited(sentence.text, sentence.passage), office, country, chain)


def _printed(who: Chunk) -> str | None:
    if who.kind in "CK":
        return print_country(who.country)
    if who.kind == "B" and who.office is None and who.country and print_body(who.country) and " " not in who.text:
        return print_body(who.country)
    return who.text


def _extend(statement: Statement, quoted: str) -> Statement:
    if not statement.direct:
        return statement
    return Statement(
        statement.speaker, statement.quote + " … " + quoted, True, statement.cited, statement.office, statement.country, statement.chain
    )
