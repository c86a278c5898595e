"""Who was heard so far in an article: the speakers, what they are called, the bodies, the states."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from diemtin.events.beings.nouns import Chunk, Person, Sentence
from diemtin.language.agencies import agencies
from diemtin.language.text import normal

BODIES = frozenset(
    map(
        normal,
        "hãng,tập đoàn,công ty,cơ quan,tổ chức,hiệp hội,ủy ban,đài,ngân hàng,viện,lực lượng,nhóm,phong trào,đảng,trường,"
        "văn phòng,hãng xe,hãng phim,hãng hàng không,tạp chí,tờ báo,nhật báo,câu lạc bộ,"
        "bệnh viện,trung tâm,liên đoàn,quỹ,hội đồng,tòa,tòa án,liên minh,kênh,tờ,ban,cục,sở,bộ".split(","),
    )
)
ANY_BODY = frozenset(
    map(
        normal,
        "hãng,hãng xe,hãng phim,hãng hàng không,công ty,tập đoàn,tổ chức,cơ quan,nhóm,đơn vị,lực lượng,họ".split(","),
    )
)
"""Heads that any organisation may be called by."""
_BEHIND = re.compile(r"P(?:\([^()]{1,6}\))?(?:[-–,]|,,)[On](?=[-–,()wv])")
""" "ông A, Chủ tịch UBND TP HCM": the office behind the name."""
_BEFORE = re.compile(r"O[-–,]P")
""" "Người phát ngôn Điện Kremlin - ông Dmitry Peskov"."""


@dataclass(slots=True)
class Heard:
    """Who was heard so far in the article."""

    titles: dict[str, list[Person]] = field(default_factory=dict)
    bodies: list[Chunk] = field(default_factory=list)
    speakers: list[Chunk] = field(default_factory=list)
    called: dict[int, set[str]] = field(default_factory=dict)
    """How each person is addressed: "anh", "bà"."""
    states: frozenset[str] = frozenset()
    """Countries that the article names in the middle of sentences."""
    named: frozenset[str] = frozenset()
    """Short names of bodies, as the article gives them in brackets: "Hiệp hội … (Vasep)"."""
    known: list[Person] = field(default_factory=list)
    """Those of them whom a table of offices knows."""
    only: Person | None = None
    """The one person whom the article names, if it names only one."""
    last: Chunk | None = None
    """The speaker of the sentence right before."""

    def meet(self, sentence: Sentence) -> None:
        """Remember what the named people of a sentence are called."""
        for chunk in sentence.chunks:
            if chunk.kind == "P" and chunk.person is not None and not chunk.aide and chunk.name is not None:
                if " của " in chunk.text:
                    continue  # "đặc phái viên của Tổng thống Mỹ Donald Trump": what somebody else is called
                title = chunk.text[: chunk.text.rfind(chunk.name)].lower()
                words = title.split()
                if words:
                    self.called.setdefault(id(chunk.person), set()).add(words[-1])
                if chunk.person.rows and all(one is not chunk.person for one in self.known):
                    self.known.append(chunk.person)
                calls = [" ".join(words[size:]) for size in range(len(words))]
                if chunk.wording and chunk.wording not in calls:
                    calls.append(chunk.wording)
                calls += _begins(title)
                if "," in title:
                    calls += [part.strip() for part in title.split(",")[:-1]]  # "Phó Thủ tướng, Bộ trưởng Y tế A"
                for called in calls:
                    if normal(called) in BODIES or normal(called) in ANY_BODY:
                        continue
                    people = self.titles.setdefault(called, [])
                    if all(one is not chunk.person for one in people):
                        people.append(chunk.person)

        for match in _BEFORE.finditer(sentence.kinds):
            office, named = sentence.chunks[match.start()], sentence.chunks[match.end() - 1].person
            if named is not None and office.person in {None, named}:
                for called in {office.text.lower(), office.wording, *_begins(office.text.lower())} - {""}:
                    people = self.titles.setdefault(called, [])
                    if all(one is not named for one in people):
                        people.append(named)
        for match in _BEHIND.finditer(sentence.kinds):
            person, role = sentence.chunks[match.start()].person, sentence.chunks[match.end() - 1]
            titled = role.kind == "O" or is_titled(role)
            if titled and person is not None and (role.person is None or role.person is person or role.kind == "n"):
                people = self.titles.setdefault(role.text.lower(), [])
                if all(one is not person for one in people):
                    people.append(person)

    def is_country(self, code: str) -> bool:
        return code in self.states

    def may_be_called(self, who: Chunk, pronoun: str) -> bool:
        """Was the person addressed so, or speaking in the sentence right before ("anh")?"""
        if who.person is None:
            return False
        called = self.called.get(id(who.person), set())
        spoke = any(one.person is who.person for one in self.speakers)
        return pronoun in called or (pronoun == "anh" and spoke and not called & {"ông", "bà", "cô", "chị", "ngài"})

    def has_met(self, who: Chunk) -> bool:
        """Did the person speak before, or was addressed before? "Hugo Dark Blue: mùi hương tươi mát" is a ware."""
        return any(one.person is who.person for one in self.speakers) or id(who.person) in self.called

    def knows_another(self, office: Chunk) -> bool:
        """ "Chủ tịch Hà Nội" taken for somebody whom the article has not named yet, while it named one so called."""
        if office.person is None or office.person.rows or id(office.person) in self.called:
            return False
        head = " ".join(office.text.lower().split()[:2])
        return any(key.startswith(head) for key in self.titles)

    def find_other(self, gender: str | None) -> Chunk | None:
        """Whom "cô" means while somebody else is the subject: the only speaker of that gender so far."""
        people = {
            id(one.person): one for one in self.speakers if one.person is not None and one.person.gender == gender
        }
        return next(iter(people.values())) if gender is not None and len(people) == 1 else None

    def find_asked(self) -> Chunk | None:
        """Whom an interview asks: the only person who spoke before its first question."""
        people = {id(one.person): one for one in self.speakers}
        return next(iter(people.values())) if len(people) == 1 else None

    def hear(self, sentence: Sentence, who: Chunk | None) -> None:
        """Remember who spoke in this sentence; of one without a speaker, the body it begins with."""
        if who is None and sentence.kinds[:1] in {"B", "C"} and sentence.kinds[1:2] not in {",", "&", "-", "s"}:
            self.last = sentence.chunks[0]
            return
        self.last = who
        if who is not None and who.person is not None:
            self.speakers.append(who)
        if who is not None and who.kind in "BCK" and who.person is None and who.text not in agencies():
            self.bodies.append(who)


def is_titled(chunk: Chunk) -> bool:
    """ "Giám đốc Pacific Airlines": no name of a person, but what somebody is."""
    return chunk.kind == "n" and chunk.name is not None and chunk.text != chunk.name


def _begins(title: str) -> list[str]:
    """ "người phát ngôn Điện Kremlin A" is "người phát ngôn" after that."""
    return [head for head in _HEADS if title.startswith(f"{head} ")]


_HEADS = (
    "người phát ngôn", "phát ngôn viên", "thư ký báo chí", "phó thủ tướng", "phó chủ tịch nước", "phó tổng thống", "thứ trưởng",
    "cục trưởng", "vụ trưởng", "đại sứ", "chủ tịch", "phó chủ tịch", "bí thư", "giám đốc", "hiệu trưởng", "thống đốc",
)  # fmt: skip
