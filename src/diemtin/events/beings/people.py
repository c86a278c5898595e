"""Who is named in an article: the persons behind the mentions, under the fullest form that it prints."""

from __future__ import annotations

import re
from datetime import date

from diemtin.events.beings.holders import called_so, listed_with, names_the_holder, near_without_office, was_named
from diemtin.events.beings.mentions import (
    find_named,
    is_misspelt,
    is_spelt_so,
    looks_like_person,
    mark_kin,
    speaks_next,
)
from diemtin.events.beings.nouns import LEADERS, Chunk, Person, Sentence
from diemtin.events.beings.runs import is_of_vietnam, is_other_reading
from diemtin.events.beings.shared import lists_states, share_titles
from diemtin.events.beings.states import share_states
from diemtin.language.offices import Tenure, find_earlier, find_holder, find_short, find_tenures, name_key, offices
from diemtin.language.syllabary import is_vietnamese
from diemtin.language.text import normal

_POSTS = {"chức", "ghế", "cử", "làm", "ngôi", "thành", "nhiệm", "cương", "chức vụ", "vị trí", "bầu"}
"""After these an office is a post, not who holds it: "chức tổng thống Palestine"."""
_SEVERAL = {"các", "những", "số", "nhiều", "vài", "mọi", "một", "nhóm", "hai", "ba", "giới", "mỗi"}
_TITLE_GOES_ON = re.compile("[wM]{1,8}C[Pn]")
_CHAIRED = {"cn", "vn", "la", "kp", "cu"}
"""Where the head of state is called "Chủ tịch"."""


class Cast:
    """The persons of one article; resolves every chunk of its sentences."""

    def __init__(self, found: list[Sentence], first: date | None, last: date | None) -> None:
        self.sentences, self.first, self.last = found, first, last
        self.persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self.countries = {p.value for s in found for p in s.pieces if p.tag in "ckg"}
        self._bodies = {p.value for s in found for p in s.pieces if p.tag == "b"}
        self._share_offices()
        self._collect()
        self._place()

    def _share_offices(self) -> None:
        """ "2 người đồng cấp Motegi của Nhật Bản và Chung Eui Yong của Hàn Quốc": the office is that of both."""
        for sentence in self.sentences:
            share_titles(sentence.chunks)
            held: str | None = None
            shared = False
            for at, chunk in enumerate(sentence.chunks):
                if chunk.counterpart and chunk.office is None:
                    chunk.office, shared = held, True
                elif shared and chunk.kind == "n" and sentence.chunks[at - 1].kind in "&," and chunk.office is None:
                    rest = sentence.chunks[at + 1 : at + 3]
                    if len(rest) == 2 and rest[0].kind == "s" and rest[1].kind == "C":
                        chunk.office, chunk.country, chunk.titled = held, rest[1].country, True
                elif chunk.kind == "n" and held and at > 1 and chunk.office is None and lists_states(sentence, at):
                    chunk.office, chunk.country, chunk.titled = held, sentence.chunks[at - 1].country, True
                    sentence.chunks[at - 1].kind = "w"
                elif chunk.kind in "PO" and chunk.office:
                    held, shared = held or chunk.office, False  # the counterpart is the subject's, not the last one's

    # --- who there is ---

    def _collect(self) -> None:
        named = find_named(self.sentences)
        singles: list[tuple[Sentence, Chunk]] = []
        for sentence, chunk in sorted(named, key=lambda pair: -len(pair[1].name or "")):
            words = tuple(name_key(chunk.name or "").split())
            if len(words) < 2:
                singles.append((sentence, chunk))
                continue
            person = self._find_full(words)
            if person is None:
                person = self._add(chunk, words, sentence)
            self._join(person, chunk, sentence)
        for sentence, chunk in sorted(singles, key=lambda pair: (not pair[1].titled, pair[1].office is None)):
            person = self._find_single(chunk, sentence)
            if person is None:
                person = self._add(chunk, tuple(name_key(chunk.name or "").split()), sentence)
            self._join(person, chunk, sentence)
        self.persons.sort(key=lambda person: person.first)
        mark_kin([chunk for _, chunk in named])

    def _find_full(self, words: tuple[str, ...]) -> Person | None:
        wanted = set(words)
        for person in self._by_word.get(words[-1], []) + self._by_word.get(words[0], []):
            have = set(person.words)
            if wanted == have or (wanted < have and words[-1] == person.words[-1]) or wanted <= have:
                return person
            # "F.Castro" and "Fidel Castro"
            if words[-1] == person.words[-1] and len(words[0]) == 1 and person.words[0].startswith(words[0]):
                return person
        return None

    def _find_single(self, chunk: Chunk, sentence: Sentence) -> Person | None:
        word = self._spelling(name_key(chunk.name or ""))
        known = [p for p in self._by_word.get(word, ()) if p.sure or len(p.words) > 1]
        known = [p for p in known if not (chunk.gender and p.gender and chunk.gender != p.gender)]
        beside = listed_with(chunk, sentence)
        known = [p for p in known if id(p) not in beside]
        if len(known) > 1 and chunk.office:
            known = [p for p in known if p.office == chunk.office] or known
        if len(known) > 1:
            ends = [p for p in known if p.words[-1] == word]
            known = ends if len(ends) == 1 else [p for p in known if was_named(p, chunk, sentence)] or known
            known.sort(key=lambda p: -p.first)
        return known[0] if known else None

    def _spelling(self, word: str) -> str:
        """A name printed with a letter more or less than elsewhere: "Smeism" for "Smeisim"."""
        if word in self._by_word or len(word) < 5 or is_vietnamese(word):
            return word
        near = [
            one
            for one in self._by_word
            if one[0] == word[0] and abs(len(one) - len(word)) < 2 and is_misspelt(one, word)
        ]
        return near[0] if len(near) == 1 else word

    def _add(self, chunk: Chunk, words: tuple[str, ...], sentence: Sentence) -> Person:
        person = Person(chunk.name or "", words, first=sentence.number)
        rows = find_tenures(person.name) or (
            find_earlier(person.name) if self._may_be_early() and len(words) > 1 else ()
        )
        if not rows and len(words) == 1:
            rows = self._short_rows(chunk)
            if rows:
                person.name = rows[0].holder
                person.words = tuple(name_key(person.name).split())
        elif not rows and len(words) == 2 and len(words[0]) == 1:  # "V.Putin"
            rows = tuple(
                row
                for row in find_short(words[1])
                if any(part.startswith(words[0]) for part in name_key(row.holder).split())
            )
            if len({row.holder for row in rows}) != 1 or (
                chunk.office and all(row.office != chunk.office for row in rows)
            ):
                rows = ()
            elif rows:
                person.name = rows[0].holder
        elif (
            rows
            and not set(name_key(rows[0].holder).split()) & set(words)
            and is_other_reading(person.name, rows[0].holder)
        ):
            person.name = rows[0].holder
        person.rows = rows
        person.sure = bool(rows) or (len(words) == 1 and self._was_known(chunk))
        self.persons.append(person)
        for word in dict.fromkeys((*words, *person.words)):
            self._by_word.setdefault(word, []).append(person)
        return person

    def _was_known(self, chunk: Chunk) -> bool:
        """ "Rumsfeld" alone in an article before the tables begin that names his country: somebody, and no firm."""
        name = chunk.name or ""
        if len(name) < 5 or not self._may_be_early() or is_vietnamese(normal(name)):
            return False
        return any(row.country in self.countries for row in find_earlier(name))

    def _may_be_early(self) -> bool:
        """Before the tables begin, or nobody knows when."""
        return self.last is None or self.last.year < 2010

    def _short_rows(self, chunk: Chunk) -> tuple[Tenure, ...]:
        """ "Tổng thống Biden", nobody's full name printed: the one person of that short name in that office."""
        rows = [row for row in find_short(chunk.name or "") if is_spelt_so(chunk.name or "", row.holder)]
        if chunk.wording == "tt":  # "TT" is "Tổng thống" or "Thủ tướng"
            rows = [row for row in rows if row.office in {"head_of_state", "head_of_government"}]
        elif chunk.office is not None and chunk.titled:
            rows = [row for row in rows if row.office == chunk.office]
            if chunk.country is not None:
                rows = [row for row in rows if row.country == chunk.country]
        else:
            # Without an office only somebody in office now, of a country the article names; never on a name alone.
            if chunk.former or (chunk.loose and is_vietnamese(normal(chunk.name or ""))):
                return ()  # "Chủ tịch Ủy ban Thường vụ": of the body
            if not (self.first and self.last):
                return self._addressed_rows(chunk)
            short = len(chunk.name or "") < 4 and " " not in (chunk.name or "")  # "bà Ri": one of very many
            rows = [
                row
                for row in rows
                if (row.country in self.countries and not short) or (row.office in LEADERS and len(row.holder) > 4)
            ]
        if self.first and self.last and not chunk.former:
            rows = [row for row in rows if row.meets(self.first, self.last)]
        if not rows and chunk.titled and self._may_be_early():
            fitting = LEADERS if chunk.wording == "tt" else {chunk.office}
            rows = [row for row in find_earlier(chunk.name or "") if row.office in fitting]
            if self.first and self.last and not chunk.former:
                rows = [row for row in rows if row.meets(self.first, self.last)] or rows
        if not rows and chunk.office is None and self._may_be_early():
            return self._addressed_rows(chunk)
        return tuple(rows) if len({row.holder for row in rows}) == 1 else ()

    def _addressed_rows(self, chunk: Chunk) -> tuple[Tenure, ...]:
        """ "ông Kerry" in an article without a date, "ông Solana" in an early one: the only one of that short form, of a
        state or body that the article names."""
        name = chunk.name or ""
        if not chunk.gender or len(name) < 5 or is_vietnamese(normal(name)):
            return ()
        rows = [row for row in (*find_short(name), *find_earlier(name)) if is_spelt_so(name, row.holder)]
        if self.first and self.last:
            rows = [row for row in rows if row.meets(self.first, self.last)]
        named = any(row.country in self.countries or row.country in self._bodies for row in rows)
        return tuple(rows) if named and len({row.holder for row in rows}) == 1 else ()

    def _join(self, person: Person, chunk: Chunk, sentence: Sentence) -> None:
        if chunk.counterpart and chunk.office is None:
            chunk.office = next(
                (c.office for c in sentence.chunks if c.office and c.kind in "PO" and c.start < chunk.start), None
            )
        chunk.person = person
        if " của " in chunk.wording and any(
            row.office in LEADERS and row.country == chunk.country for row in person.rows
        ):
            chunk.aide, chunk.office = True, None  # "đặc phái viên của Tổng thống Mỹ Donald Trump": not he
        person.first = min(person.first, sentence.number)
        person.sure = person.sure or chunk.titled
        person.gender = person.gender or chunk.gender
        if chunk.aide or (chunk.former and person.office is not None):
            return
        if chunk.generic and person.rows:
            heads = [row for row in person.rows if row.office == "head_of_state" and row.country in _CHAIRED]
            chunk.office = heads[0].office if heads else chunk.office
        if chunk.office and (person.office is None or (chunk.country and person.country is None)):
            person.office = chunk.office
            person.former = chunk.former
        if chunk.country and (person.country is None):
            person.country = chunk.country

    # --- which chunks are they ---

    def _place(self) -> None:
        for one in self.persons:
            if one.rows:
                self._from_table(one)
            elif not one.country and one.office and len(one.words) > 2 and is_of_vietnam(one.name):
                one.country = "vn"  # the press leaves out its own country
        share_states(self.sentences)
        for sentence in self.sentences:
            for at, chunk in enumerate(sentence.chunks):
                if chunk.name is not None:
                    person = chunk.person
                    if person is not None and (
                        person.sure or looks_like_person(chunk, sentence, at, self._mentions(person))
                    ):
                        person.sure = True
                        chunk.kind = "P"
                elif chunk.kind == "O":
                    sentence.kinds = "".join(one.kind for one in sentence.chunks)
                    if at and sentence.chunks[at - 1].text.lower() in _POSTS:
                        chunk.kind = "w"  # "chức tổng thống Palestine": the post, not who holds it
                    else:
                        self._resolve_office(chunk, sentence)
            sentence.kinds = "".join(chunk.kind for chunk in sentence.chunks)
        self._find_alone()
        # A name found to be a person late in the text is one in its first sentence too.
        for sentence in self.sentences:
            for chunk in sentence.chunks:
                if chunk.kind == "n" and chunk.person is not None and chunk.person.sure:
                    chunk.kind = "P"
            sentence.kinds = "".join(chunk.kind for chunk in sentence.chunks)

    def _find_alone(self) -> None:
        """ "Cui nhận xét…", "…, Quốc kể": a common syllable where somebody of that name speaks."""
        for sentence in self.sentences:
            for at, chunk in enumerate(sentence.chunks[:-1]):
                if chunk.kind != "w" or not chunk.text[0].isupper() or not self._opens(sentence, at):
                    continue
                if not speaks_next(sentence.chunks, at):
                    continue
                known = [
                    p
                    for p in self._by_word.get(name_key(chunk.text), ())
                    if p.sure
                    and chunk.text in p.name.split()
                    and not (p.country == "vn" and p.name.split()[-1] != chunk.text)
                ]
                if len(known) == 1 and known[0].first <= sentence.number:
                    chunk.kind, chunk.name, chunk.person = "P", chunk.text, known[0]
            sentence.kinds = "".join(chunk.kind for chunk in sentence.chunks)

    def _opens(self, sentence: Sentence, at: int) -> bool:
        return at == 0 or sentence.chunks[at - 1].kind in ",q-:" or sentence.chunks[at - 1].kind == "T"

    def _from_table(self, person: Person) -> None:
        rows = person.rows
        if self.first and self.last:
            now = [row for row in rows if row.meets(self.first, self.last)]
            if now and (person.office is None or all(row.office != person.office for row in now)) and not person.former:
                person.office = person.office or now[0].office
        if person.country is None:
            held = [row for row in rows if row.office == person.office] or list(rows)
            person.country = held[-1].country

    def _mentions(self, person: Person) -> int:
        return sum(1 for sentence in self.sentences for chunk in sentence.chunks if chunk.person is person)

    def _resolve_office(self, chunk: Chunk, sentence: Sentence) -> None:
        """ "Ngoại trưởng Mỹ" without a name: somebody of this article in that office, else the table of offices."""
        if chunk.office is None or chunk.former or not self._is_single(chunk, sentence):
            return
        at = sentence.chunks.index(chunk)
        if chunk.country is None and _TITLE_GOES_ON.match(sentence.kinds, at + 1):
            return  # "Bộ trưởng · Điều phối An ninh quốc gia Singapore A": the title of somebody else
        named = sentence.kinds.find("lP", at + 1, at + 7) + 1
        if named and not sentence.kinds[at + 1 : named - 1].strip("w") and sentence.chunks[named].person is not None:
            chunk.person = sentence.chunks[named].person  # "Ngoại trưởng Nhật Bản lúc đó là bà Kamikawa"
            return
        same = [p for p in self.persons if p.sure and p.office == chunk.office and not p.former]
        if chunk.country is not None:
            same = [p for p in same if p.country == chunk.country]
            others = {id(c.person) for c in sentence.chunks if c.counterpart}  # the counterpart is of another state
            if not same:
                same = [
                    p
                    for p in self.persons
                    if p.sure
                    and p.office == chunk.office
                    and p.country is None
                    and not p.former
                    and id(p) not in others
                ]
            if (
                not same
                and chunk.office in LEADERS
                and chunk.text.lower().startswith(("nhà lãnh đạo", "người đứng đầu", "ông chủ"))
            ):
                same = [
                    p
                    for p in self.persons
                    if p.sure and p.office in LEADERS and p.country == chunk.country and not p.former
                ]
            if not same:
                same = [p for p in self.persons if p.sure and self._held(p, chunk.office, chunk.country)]
            if not same:
                same = near_without_office(self.sentences, sentence, at)
        else:
            same = called_so(
                self.sentences, same or [p for p in self.persons if p.sure and not p.former], chunk, sentence
            )
        if len(same) == 1:
            chunk.person = same[0]
            chunk.country = chunk.country or same[0].country
            same[0].country = same[0].country or chunk.country
            same[0].office = same[0].office or chunk.office
        elif not same and chunk.country and self.first and self.last and names_the_holder(chunk):
            row = find_holder(chunk.office, chunk.country, self.first, self.last)
            if row is not None:
                chunk.person = self.from_row(row)
                chunk.resolved = True

    def _held(self, person: Person, office: str, country: str) -> bool:
        """Does a table know this person in that office, at the time of the article if it has one?"""
        return any(
            row.office == office
            and row.country == country
            and not person.former
            and (self.first is None or self.last is None or row.meets(self.first, self.last))
            for row in person.rows
        )

    def _is_single(self, chunk: Chunk, sentence: Sentence) -> bool:
        """Does the office mean one person: not "một số nghị sĩ", not any director."""
        office = offices().get(chunk.office or "")
        headed = chunk.generic and chunk.country is not None  # "Chủ tịch Công đảng"
        if office is None or (office.rank > 4 and office.code != "spokesperson" and not headed):
            return False
        at = sentence.chunks.index(chunk)
        return not at or sentence.chunks[at - 1].text.lower() not in _SEVERAL

    def from_row(self, row: Tenure) -> Person:
        """Somebody of the table who is not named in the article; not added to its persons."""
        return Person(row.holder, tuple(name_key(row.holder).split()), True, row.office, row.country, rows=(row,))

    def by_office(self, office: str, country: str) -> Person | None:
        """The one person of this article in that office of that country."""
        same = [p for p in self.persons if p.sure and not p.former and p.office == office and p.country == country]
        return same[0] if len(same) == 1 else None

    def find_counterpart(self, office: str | None, country: str | None) -> tuple[Person | None, bool]:
        """ "người đồng cấp Nhật Bản": who held the office there then, and whether the table of offices says so.

        The table decides where it knows the time; otherwise the one person whom this article has in that office.
        """
        if office is None or country is None:
            return None, False
        person = self.by_office(office, country)
        row = find_holder(office, country, self.first, self.last) if self.first and self.last else None
        if row is None:
            return person, False
        if person is not None and any(other.holder == row.holder for other in person.rows):
            return person, True  # as this article prints the name
        return self.from_row(row), True
