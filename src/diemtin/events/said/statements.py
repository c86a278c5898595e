"""Who said what: verbs of speech with their speaker, quotation marks, "theo …".

For each verb of speech the subject is looked for to the left, over adverbials and over what stands between commas. A
speaker is taken only where one name stands there as a subject; a pronoun only where one person of that gender was
speaking just before. What is unsure is left out: nothing may be attributed to somebody who did not say it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from diemtin.events.beings.bodies import is_paper
from diemtin.events.beings.chains import find_chain
from diemtin.events.beings.nouns import Chunk, Sentence, state_of
from diemtin.events.beings.people import Cast
from diemtin.events.beings.somebody import SEVERAL, is_said_by_somebody
from diemtin.events.beings.speech import is_new_clause, is_verb_of_speech
from diemtin.events.said.according import Source, find_source
from diemtin.events.said.described import find_described
from diemtin.events.said.heard import Heard
from diemtin.events.said.interviews import find_answers
from diemtin.events.said.leading import find_only
from diemtin.events.said.quotations import goes_on, mask_quotations
from diemtin.events.said.smoothed import smooth
from diemtin.events.said.speakers import HE, body_named, find_antecedent, find_next, find_speaker, is_native, may_be
from diemtin.events.said.subjects import find_joint, find_subject
from diemtin.language.agencies import print_body
from diemtin.language.countries import print_country
from diemtin.news import Cited, Link, Statement

_THEO = re.compile(r"T[wdzMO]{1,5}[,v]")
_COLON = re.compile(r":q")
_SPEAKS = re.compile(r"[-–.]?(?P<who>P):")
""" "Bộ trưởng Phạm Thị Hải Chuyền: Hàng năm, …": a line of an interview."""
_CLAIM = re.compile(r"(?:^|[),-])(?P<it>w)l[Nw]{0,2}(?P<v>v)s(?P<who>[PO])")
""" "Đó là khẳng định của Bộ trưởng …"."""
_BARE = re.compile(r"q(?:[,.][-–w]?|[-–])(?P<who>[PO])(?:\.|$)")
_WITH_FACE = re.compile(r"···q(?:[,.]?[-–]?w?|[-–])(?P<who>P)w{1,3}\.$")
""" "“…”, bà Nữ mếu máo.": how somebody said it."""
_OF_SOMEBODY = re.compile(r"(?:[^PO,]*l)?N[dO]C?[^PO]*,?$")
_SILENT = 3
"""So many sentences without an attribution, and a pronoun is no longer sure."""
_LINK = re.compile(r"\(\d{1,2}/\d{1,2}/\d{4}\)\s*$")
"""The headline of another article with its date, left at the end of a text."""
Said = tuple[Chunk, int]
"""A speaker, and the index of the chunk after which the words begin."""


def find_statements(sentences: Sequence[Sentence], cast: Cast) -> list[Statement]:
    """The statements of an article in order; one for each speaker in a sentence."""
    found: list[Statement] = []
    previous: Chunk | None = None
    passage, inside, silent = -9, False, 0
    carried: int | None = None
    heard = _listen(sentences, cast)
    questions, answers = find_answers(sentences)
    asked: Chunk | None = None
    for at, sentence in enumerate(sentences):
        heard.meet(sentence)
        if _is_outside(sentence):
            continue
        if sentence.passage != passage:
            inside = inside and goes_on(sentences, at)
            passage, carried = sentence.passage, carried if inside else None
        kinds, quoted, inside_after = mask_quotations(sentence, inside)
        here = _in_sentence(sentence, kinds, previous, heard)
        if at == questions:
            asked = heard.find_asked()
        if at >= questions and asked is None and any(kind == "H" for kind in kinds[:2]):
            here = []  # who is asked was not heard before
        if at >= questions and here and _SPEAKS.match(kinds) and here[0][0].person is not None:
            asked = (
                here[0][0] if not _is_question(sentence, kinds) else asked
            )  # "Đại biểu B: …": the next one who is asked
        if at >= questions and asked is not None:
            here = [(asked, 0)] if at in answers else [one for one in here if one[0].person is asked.person]
        if here or not (inside or kinds[:1] in {"q", "·"}):
            heard.hear(sentence, here[-1][0] if here else None)
        chain, told = find_chain(sentence) if here else (), len(found)
        for who, begins in here:
            statement = _make(sentence, who, begins, quoted, chain)
            if statement is not None and begins == 0:
                statement = replace(statement, direct=True)
            if statement is not None and statement.speaker not in {one.speaker for one in found[told:]}:
                found.append(statement)
                carried = len(found) - 1
        if here:
            previous, silent = here[-1][0] if here[-1][0].kind in "PO" else previous, 0
        else:
            before, previous = previous, find_next(sentence, kinds, previous)
            silent = 0 if previous is not None and previous is not before else silent + (not inside)
            if silent and previous is not None and _goes_on(sentence, previous):
                silent -= 1
            if silent > _SILENT or _is_told_by_nobody(sentence, kinds):
                previous = None
            if quoted and carried is not None and (inside or sentence.text[:1] in "\"“”«'‘"):
                found[carried] = _extend(found[carried], quoted)
        inside = inside_after
    return found


def _listen(sentences: Sequence[Sentence], cast: Cast) -> Heard:
    """What is known before the first word: the countries inside sentences, and whom alone the article names."""
    sure = [person for person in cast.persons if person.sure]
    inside = [
        chunk
        for one in sentences
        for at, chunk in enumerate(one.chunks)
        if chunk.kind in "CK"
        and chunk.country
        and (chunk.text != "Anh" or (at and one.chunks[at - 1].kind not in "q:-–(.·"))
    ]
    short = {
        chunks[at].text
        for chunks, kinds in ((one.chunks, one.kinds) for one in sentences)
        for at in range(2, len(chunks) - 1)
        if (kinds[at - 1 : at + 2] == "(n)" and kinds[at - 2] in "wzMCKnB" and " " not in chunks[at].text)
        or kinds[at - 2 : at + 2] == "B(Y)"
    }
    return Heard(
        named=frozenset(short),
        states=frozenset(chunk.country or "" for chunk in inside),
        only=sure[0] if len(sure) == 1 else None,
    )


def _is_told_by_nobody(sentence: Sentence, kinds: str) -> bool:
    """ "Một quan chức thông báo …": whom "ông" means in the next sentence has no name."""
    chunks = sentence.chunks
    return any(
        kind == "v" and is_verb_of_speech(chunks, kinds, at) and is_said_by_somebody(chunks, kinds, at)
        for at, kind in enumerate(kinds)
    )


def _goes_on(sentence: Sentence, previous: Chunk) -> bool:
    """Nobody is named, but "cô", "ông" keeps speaking of whom it was about."""
    gender = previous.person.gender if previous.person else None
    return any(chunk.kind == "H" and chunk.gender in {gender, "f", "m"} for chunk in sentence.chunks[:3]) and (
        gender is None or all(chunk.gender in {gender, None} for chunk in sentence.chunks if chunk.kind == "H")
    )


def _is_outside(sentence: Sentence) -> bool:
    """Headlines, captions and links to other articles; but a sentence with its stop is none, wherever it was printed."""
    headline = sentence.passage == -1 and not sentence.text.rstrip('”" ').endswith(".")
    return headline or sentence.passage < -1 or _LINK.search(sentence.text) is not None


def _in_sentence(sentence: Sentence, kinds: str, previous: Chunk | None, heard: Heard) -> list[Said]:
    chunks = sentence.chunks
    kinds = smooth(chunks, kinds)
    source = find_source(chunks, kinds)
    if source is not None:
        who = _source(sentence, kinds, source, previous, heard)
        if who is None and kinds[source.who] in "Oz":  # "theo người phát ngôn", "theo cơ quan này"
            after = source.who + 1 + (kinds[source.who] == "z" and chunks[source.who + 1].text.lower() == "này")
            who = find_described(sentence, kinds, after, heard)
        if who is not None:
            return [(who, source.begins)]
        if kinds[source.who] != "n" or " " in chunks[source.who].text:
            return []
    if (theo := _THEO.search(kinds)) is not None and (who := find_described(sentence, kinds, theo.end() - 1, heard)):
        return [(who, theo.end())]
    if (line := _SPEAKS.match(kinds)) is not None and (who := chunks[line.start("who")]).person is not None:
        credit = (who.name or "").endswith((" Ảnh", " Nguồn", " Clip"))  # "Minh Hà Ảnh: AP"
        known = who.titled or who.gender is not None or heard.has_met(who)
        return [(who, line.end())] if not credit and (known or is_native(who.name or "")) else []
    found: list[Said] = []
    subjects: set[int] = set()
    nested = False
    for at, kind in enumerate(kinds):
        if kind != "v" or not is_verb_of_speech(chunks, kinds, at):
            continue
        subject = find_subject(chunks, kinds, at, alone=not found)
        if subject is None and not found and (joint := find_joint(chunks, kinds, at)) is not None:
            found += [(who, at + 1) for one in joint if (who := find_speaker(chunks[one], previous)) is not None]
            subjects |= set(joint)
            continue
        if subject is None and not found and (described := find_described(sentence, kinds, at, heard)) is not None:
            found.append((described, at + 1))
        if subject is None and not found:
            nested = nested or is_said_by_somebody(chunks, kinds, at)
        if subject is None or subject in subjects or ((found or nested) and not is_new_clause(chunks, subject)):
            continue
        subjects.add(subject)
        if _is_question(sentence, kinds) and kinds[at + 1 : at + 2] != ":":
            continue  # "tại sao Canada muốn …?"
        if _is_done_to(chunks, kinds, subject, at):
            continue
        if chunks[at].value in _TOLD_AFTER and [c.text.lower() for c in chunks[max(0, subject - 2) : subject]] == [
            "sau",
            "khi",
        ]:
            continue
        before = find_antecedent(sentence, kinds, subject, previous) if kinds[subject] == "H" else previous
        if kinds[subject] == "H" and _OF_SOMEBODY.match(kinds, 0, subject):
            return found  # "Ngồi cùng tôi là một chuyên gia Mỹ, ông nói"
        if kinds[subject] == "H" and _is_question(sentence, kinds):
            continue  # "Ông đánh giá như thế nào?": an interview's question
        if kinds[subject] == "H" and chunks[subject + 1].text.lower() == "này":
            before = heard.last  # "ông này": who spoke right before
        elif kinds[subject] == "H" and (before is None or not may_be(before, chunks[subject])):
            before = heard.find_other(chunks[subject].gender)
        whole = kinds[subject] in "zM" or (kinds[subject] == "B" and chunks[subject + 1].text == ".")
        who = body_named(sentence, kinds, subject, at) if whole else find_speaker(chunks[subject], before, heard)
        if (
            who is not None
            and kinds[subject : subject + 2] == "B#"
            and chunks[subject].text.lower().endswith(_NUMBERED)
        ):
            number = sentence.pieces[chunks[subject + 1].end - 1].end  # "Công an quận 9"
            who = Chunk(
                "B", who.start, who.end, sentence.text[sentence.pieces[who.start].start : number], value=who.value
            )
        if kinds[subject] == "Y" and chunks[subject].text in heard.named:
            continue  # "Vietnam Airlines (VNA)": here no agency
        if kinds[subject] == "O" and (who is None or chunks[subject].person is None):
            who = find_described(sentence, kinds, at, heard) or who
        if (
            kinds[subject] == "n"
            and who is not None
            and who.kind == "B"
            and chunks[subject].text != chunks[subject].name
        ):
            who = find_described(sentence, kinds, at, heard)  # "Giám đốc Pacific Airlines", "đại diện Viện KSND"
        if who is not None and who.kind == "B" and (who.text.lower() == "báo chí" or (whole and who.text.islower())):
            who = None  # "Báo chí cho biết", "phía bị đơn phủ nhận"
        if who is not None and who.kind == "B" and is_paper(chunks[subject]) and _is_of_several(chunks, subject, who):
            who = None  # "tờ báo cho biết": which? "nhiều tờ báo ở Ai Cập"
        if who is not None and who.kind == "B" and who.text.lower().endswith((" này", " trên")):
            who = find_described(sentence, kinds, at, heard)
        if who is not None and who.kind == "C" and chunks[subject].text == "Anh" and not heard.is_country("gb"):
            who = previous if previous is not None and may_be(previous, HE) else None  # "Anh thừa nhận": he
        if who is not None:
            if kinds[subject] == "H" and who.person is not None and who.person.gender is None:
                who.person.gender = chunks[subject].gender
            found.append((who, at + 1))
    if not found and (claim := _CLAIM.search(kinds, 0, 16)) is not None:
        who = find_speaker(chunks[claim.start("who")], previous)
        if who is not None and chunks[claim.start("it")].text.lower() in {"đó", "đây"}:
            return [(who, claim.start("v"))]
    if not found:
        if (colon := _COLON.search(kinds)) is not None and (
            only := find_only(chunks, kinds, colon.start())
        ) is not None:
            who = find_speaker(chunks[only], previous)
            if who is not None:
                return [(who, colon.start())]
        bare = _BARE.search(kinds) or (_WITH_FACE.search(kinds) if len(sentence.chunks) > 9 else None)
        if bare is not None and "·" in kinds:
            who = find_speaker(chunks[bare.start("who")], previous)
            if who is not None:
                found.append((who, bare.end()))
    return found


def _is_done_to(chunks: Sequence[Chunk], kinds: str, subject: int, verb: int) -> bool:
    """ "hai thủ môn được HLV Sỹ gọi lên tuyển": a deed; "ông Lý bị UBND thành phố buộc thôi việc, yêu cầu …": another's."""
    if kinds[subject - 1 : subject] == "S" and chunks[verb].text.lower() in _DEEDS:
        return True
    passive = kinds.find("S", subject + 1, verb)
    by = kinds[passive + 1] in "POBnY" or chunks[passive + 1].text.lower() in _BY
    return passive > 0 and by and kinds[passive - 1] not in ",(-–"


_BY = {"kẻ", "người", "nhóm", "bọn", "đối", "bạn", "chồng", "vợ", "cư", "công"}
"""First syllables of those without a name by whom something is done: "bị kẻ lạ mặt nhắn tin đe dọa".
"""


_DEEDS = {
    "đánh giá cao",
    "khen ngợi",
    "ca ngợi",
    "yêu cầu",
    "đề nghị",
    "khuyên",
    "cảm ơn",
    "gọi",
    "tin tưởng",
    "tin",
    "đánh giá",
    "kỳ vọng",
}
_NUMBERED = (" quận", " phường", " khu", " vùng", " số", " quân khu", " đội", " khóm", " tổ")
_TOLD_AFTER = {"tiết lộ", "bày tỏ", "xin lỗi", "lên tiếng xin lỗi", "cảnh cáo", "gửi lời cảm ơn"}
""" "sau khi Pháp bày tỏ sự giận dữ": when, not what."""


def _is_of_several(chunks: Sequence[Chunk], subject: int, who: Chunk) -> bool:
    return " " not in who.text or any(one.text.lower() in SEVERAL for one in chunks[max(0, subject - 2) : subject])


def _is_question(sentence: Sentence, kinds: str) -> bool:
    """Somebody is asked: "ông" is who answers, not who spoke before."""
    return "?" in sentence.text[-12:] and "q" not in kinds


def _source(sentence: Sentence, kinds: str, source: Source, previous: Chunk | None, heard: Heard) -> Chunk | None:
    """Who "theo …" names; a body without a country or a name of its own is none."""
    chunk = sentence.chunks[source.who]
    if kinds[source.who] == "H" and _is_question(sentence, kinds):
        return None  # "theo ông, nguyên nhân do đâu?"
    if kinds[source.who] == "n":
        sure = chunk.person is not None and chunk.person.sure
        firm = source.who > 0 and sentence.chunks[source.who - 1].text.lower() == "hãng"
        if not sure and (firm or chunk.text in heard.named or chunk.text.lower().endswith(("bank", "telecom"))):
            return Chunk("B", chunk.start, chunk.end, chunk.text)  # "theo Vasep"
        if chunk.person is None and chunk.text.isupper() and chunk.text not in _NO_BODIES:
            return Chunk("B", chunk.start, chunk.end, chunk.text)  # "theo VASEP"
        named = sure or " " in chunk.text or chunk.text.isupper()
        return Chunk("P", chunk.start, chunk.end, chunk.text, person=chunk.person) if chunk.person and named else None
    if kinds[source.who] == "z":
        body = body_named(sentence, kinds, source.who, source.begins - 1)
        return body if any(word[0].isupper() for word in body.text.split()[1:]) else None
    if kinds[source.who] == "H":
        previous = find_antecedent(sentence, kinds, source.who, previous)
    return find_speaker(chunk, previous, heard)


_NO_BODIES = set("GDP CPI USD VND ISO UTC GMT HIV AIDS IPO FDI ODA SEA BĐS BOT ADN DNA".split())


def _make(sentence: Sentence, who: Chunk, at: int, quoted: str, chain: tuple[Link, ...]) -> Statement | None:
    pieces = sentence.pieces
    direct = len(quoted.split()) >= 3
    words = quoted
    if not direct:
        begin = sentence.chunks[at].start if at < len(sentence.chunks) else len(pieces)
        words = sentence.text[pieces[begin].start :] if begin < len(pieces) else sentence.text
        words = words.lstrip(" ,:").removeprefix("rằng ").removeprefix("rằng, ").strip()
        if not any(map(str.isalnum, words)):
            told = [one for one in range(at) if sentence.kinds[one] == "v"]
            if len(told) > 1 and sentence.chunks[told[-1]].value in _REFUSES:
                return None  # "A cáo buộc …, B bác bỏ.": the words before are another's
            words = sentence.text
    person = who.person
    name = person.name if person else _printed(who)
    if name is None:
        return None
    office = (person.office if person else None) or who.office
    chain = tuple(link for link in chain if link.name != name)
    return Statement(name, words, direct, Cited(sentence.text, sentence.passage), office, state_of(who), chain)


_REFUSES = {"bác bỏ", "phủ nhận", "phản đối", "lên án", "chỉ trích", "đồng ý", "ủng hộ", "hoan nghênh"}


def _printed(who: Chunk) -> str | None:
    if who.kind in "CK":
        return print_country(who.country)
    if who.kind == "B" and who.country and " " not in who.text and print_body(who.country):
        if any(map(str.isdigit, who.text)):
            return who.text  # "G8", not "G77"
        return print_body(who.country)
    return who.text


def _extend(statement: Statement, quoted: str) -> Statement:
    """The quotation goes on in the next sentence."""
    return replace(statement, quote=statement.quote + " … " + quoted) if statement.direct else statement
