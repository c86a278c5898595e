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

from diemtin.events.chunks import Chunk, Sentence, is_no_name
from diemtin.language.timex import Time

_TITLE_INSIDE = "OdzMBCKnpYsiy"
_HEADS = (
    "ủy viên", "uỷ viên", "bí thư", "phó", "trưởng", "chủ tịch", "chủ nhiệm", "thứ trưởng", "bộ trưởng", "quốc vụ",
    "đại sứ",
    "tổng bí", "tổng thống", "tổng thư", "tổng giám", "tổng tham", "tổng tư", "tổng lãnh", "tổng thanh",
    "tổng cục trưởng", "thành viên",
    "cố vấn", "đặc phái", "đặc sứ", "người đứng đầu", "giám đốc", "thống đốc", "đại diện", "chánh", "tư lệnh",
    "ngoại trưởng",
    "thủ tướng", "thủ hiến", "thủ lĩnh", "nhà lãnh đạo", "nhà ngoại giao", "chính ủy", "viện trưởng", "cục trưởng",
    "vụ trưởng",
    "phu nhân", "lãnh đạo", "nhà đàm phán", "phát ngôn", "điều phối", "cao ủy", "đại biện", "trợ lý", "tân",
    "thường trực", "quyền", "nguyên", "cựu",
)  # fmt: skip
"""With these a title begins."""
_TITLE_WORDS = {
    "các", "vấn", "đề", "phụ", "trách", "đặc", "biệt", "đại", "biểu", "viên", "nhiệm", "thường", "vụ", "trực",
    "mệnh", "toàn", "quyền", "về",
    "thứ", "nhất", "nghị", "viện", "chức", "hữu", "ngoại", "tuyên", "truyền", "bang", "cấp", "cao", "mạng", "hàng", "đầu", "bên", "phía", "cách",
    "đảng", "dự", "cho", "kiêm",
}  # fmt: skip
_LED = {"dẫn đầu", "làm trưởng", "cầm đầu", "đứng đầu", "lãnh đạo"}
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


def condense(sentence: Sentence, times: Sequence[Time], topic: Chunk | None = None) -> Condensed:
    """The sentence with its beings, places and times as single chunks."""
    chunks = _this_state(_both_koreas(_with_members(_without_brackets(_without_dateline(sentence)))))
    chunks = _with_times(chunks, sentence, times)
    chunks = _with_titles(_of_state(chunks))
    chunks = _led(chunks)
    chunks = _with_places(chunks)
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


def _with_members(chunks: list[Chunk]) -> list[Chunk]:
    """ "Iran và nhóm ba nước châu Âu bao gồm Anh, Pháp và Đức": the members take the group's place in a list."""
    for at, chunk in enumerate(chunks):
        if chunk.text.lower() not in {"gồm", "bao gồm"} or at + 3 >= len(chunks) or chunks[at + 1].kind != "C":
            continue
        begin = at
        while begin and at - begin < 8 and chunks[begin - 1].kind in "wrBn#Mz":
            begin -= 1
        if begin > 1 and chunks[begin - 1].kind in "&," and chunks[begin - 2].kind in "CBPO":
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
    for chunk in chunks:
        start, end = pieces[chunk.start].start, pieces[chunk.end - 1].end
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


def _of_state(chunks: list[Chunk]) -> list[Chunk]:
    """ "Thủ tướng Cộng hòa Uganda", "Chủ tịch Thượng viện nước Cộng hòa … Lào": the state is the office's."""
    kept: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "C" and len(kept) > 1 and kept[-1].text.lower() in _STATE_WORDS:
            step = len(kept)
            while step and kept[step - 1].text.lower() in _STATE_WORDS:
                step -= 1
            if step and kept[step - 1].kind == "O" and kept[step - 1].country is None:
                office = kept[step - 1]
                del kept[step:]
                kept[-1] = replace(office, country=chunk.country, end=chunk.end, person=None)
                continue
        kept.append(chunk)
    return kept


_STATE_WORDS = {
    "nước",
    "cộng",
    "hòa",
    "hoà",
    "cộng hòa",
    "cộng hoà",
    "vương",
    "quốc",
    "vương quốc",
    "liên",
    "bang",
    "liên bang",
    "chxh",
    "chdc",
}


def _starts_title(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.kind in "O+":
        return True
    if chunk.kind not in "dzwnBMiN":
        return False
    words = f"{chunk.text} {chunks[at + 1].text}" if at + 1 < len(chunks) else chunk.text
    return words.lower().startswith(_HEADS)


def _in_title(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.kind == "+":
        return True
    if chunk.kind == "&" and chunks[at - 1].kind == "M" and at + 1 < len(chunks):
        return chunks[at + 1].kind == "M" or chunks[at + 1].text.lower() == "chính"
    if chunk.kind == "&" and chunks[at - 1].kind in "OB":
        return (
            at + 1 < len(chunks)
            and chunks[at + 1].kind == "O"
            and chunks[at + 1].country is None
            and chunks[at - 1].country is None
        )
    if chunk.kind in _TITLE_INSIDE:
        return True
    if chunk.kind == "w":
        # "Công tác", "Tuyên truyền": the second syllable of a capitalised word
        second = at and chunks[at - 1].kind == "w" and chunks[at - 1].text[0].isupper()
        return chunk.text[0].isupper() or second or chunk.text.lower() in _TITLE_WORDS
    return chunk.kind == "t" and at + 1 < len(chunks) and chunks[at + 1].kind in "CK"


def _title_end(chunks: list[Chunk], at: int) -> int:
    """Where the title ends that begins at ``at``; ``at`` when none begins there."""
    if at >= len(chunks) or not _starts_title(chunks, at):
        return at
    end = at + 1
    while end < len(chunks) and _in_title(chunks, end):
        end += 1
    return end


def _belongs(title: list[Chunk], person: Chunk) -> bool:
    """Is this the title of that person, and not the next of a list?"""
    country = (person.person.country if person.person else None) or person.country
    for chunk in title:
        if chunk.kind == "O" and chunk.person is not None and chunk.person is not person.person:
            return False
        if chunk.kind in "OC" and chunk.country and country and chunk.country != country:
            return False
    return True


def _entitled(person: Chunk, title: list[Chunk]) -> Chunk:
    """The person with the office and the country of the title, where the mention and the article name none."""
    office = person.office or next((chunk.office for chunk in reversed(title) if chunk.office), None)
    country = person.country or next(
        (chunk.country for chunk in reversed(title) if chunk.country and chunk.kind in "OCB"), None
    )
    known = person.person
    if known is not None and not known.rows:
        if known.office is None and not person.former:
            known.office = office
        if known.country is None:
            known.country = country
    return replace(person, office=office, country=country)


def _with_titles(chunks: list[Chunk]) -> list[Chunk]:
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        end = _titles_to_name(chunks, at)
        if end is not None:
            kept.append(_entitled(chunks[end], chunks[at:end]))
            at = end + 1
        else:
            kept.append(chunks[at])
            at += 1
        if kept[-1].kind == "P" and kept[-1].name is not None:
            at = _after_name(chunks, at, kept)
    return kept


def _may_be_named(chunks: list[Chunk], at: int) -> bool:
    """ "nhà đàm phán hàng đầu bên phía Taliban Mullah Abdul Ghani Baradar": a name no lexicon knows, right behind a title."""
    name, before = chunks[at], chunks[at - 1]
    words = (name.name or "").split()
    return (
        name.person is not None
        and before.kind in "CBOd"
        and (at + 1 == len(chunks) or chunks[at + 1].kind not in "-n")
        and len(words) > 1
        and not any(word.isupper() for word in words)
        and not is_no_name(words, False, False)
    )


def _titles_to_name(chunks: list[Chunk], at: int) -> int | None:
    """ "Ủy viên Bộ Chính trị, Trưởng đoàn … Lưu Văn Sơn": where the name stands, if only titles stand before it."""
    end, step = _title_end(chunks, at), at
    while end > step:
        if end - at > 1 and chunks[end - 1].kind == "n" and _may_be_named(chunks, end - 1):
            chunks[end - 1] = replace(chunks[end - 1], kind="P")
            return end - 1
        if end < len(chunks) and chunks[end].kind == "P" and chunks[end].name is not None:
            titles = chunks[at:end]
            held = [c.person for c in titles if c.kind == "O" and c.person is not None]
            return end if all(one is chunks[end].person for one in held) and not chunks[end].aide else None
        if end + 1 >= len(chunks) or chunks[end].kind not in ",-":
            return None
        named = [c.person for c in chunks[step:end] if c.kind == "O" and c.country]
        step = end + 1
        if chunks[end].kind == "," and any(one is None for one in named):
            return None  # "Thủ tướng Đức, Tổng thống Pháp Jacques Chirac": somebody else
        if chunks[step].kind == "P" and (chunks[step].office or chunks[end].kind == "-"):
            titles = chunks[at:end]
            held = [c.person for c in titles if c.kind == "O" and c.person is not None]
            return step if all(one is chunks[step].person for one in held) else None
        end = _title_end(chunks, step)
    return None


def _after_name(chunks: list[Chunk], at: int, kept: list[Chunk]) -> int:
    """ "ông Morelli, Đại sứ Peru, …": the titles behind a name are left out, with the comma that closes them."""
    while at + 1 < len(chunks) and chunks[at].kind in ",-":
        begin = at + 2 if chunks[at + 1].kind == "l" and at + 2 < len(chunks) else at + 1
        end = _title_end(chunks, begin)
        if begin == at + 2 and (end == begin or end >= len(chunks) or chunks[end].kind != ","):
            break
        title = chunks[begin:end]
        if end == begin or not _belongs(title, kept[-1]):
            break
        if end < len(chunks) and chunks[end].kind in "Pn" and chunks[end - 1].kind == "s":
            title, end = chunks[begin : end + 1], end + 1  # "Đặc phái viên của Tổng thống Bush"
        elif end < len(chunks) and chunks[end].kind in "Pn":
            break  # the title of the next one
        kept[-1] = _entitled(kept[-1], title)
        at = end
        if at < len(chunks) and chunks[at].kind == ",":
            following = chunks[at + 1] if at + 1 < len(chunks) else None
            if following is None or not (_starts_title(chunks, at + 1) or following.kind in "PUCH"):
                at += 1
                break
    return at


def _led(chunks: list[Chunk]) -> list[Chunk]:
    """ "Đoàn đại biểu … Lào do Chủ tịch Quốc hội dẫn đầu": who leads it."""
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        lower = chunk.text.lower()
        if lower == "do" and at + 2 < len(chunks) and chunks[at + 1].kind in "PO":
            far = _leads_at(chunks, at + 2)
            if far is not None:
                side = chunks[at + 1]
                country = None
                while kept and kept[-1].kind in "dzMBCnKws" and not kept[-1].text.lower().startswith(("đã", "tiếp")):
                    if country is None and kept[-1].country:
                        country = kept[-1].country
                    last = kept.pop()
                    if last.text.lower().startswith(("đoàn", "phái đoàn", "phái")):
                        break
                if side.country is None:
                    side = replace(side, country=country)
                    if side.person is not None and side.person.country is None and not side.person.rows:
                        side.person.country = country
                kept.append(side)
                at = far
                while at < len(chunks) and chunks[at].text.lower() in {
                    "dẫn",
                    "đầu",
                    "dẫn đầu",
                    "làm",
                    "trưởng",
                    "trưởng đoàn",
                    "đoàn",
                    "cầm",
                    "đứng",
                    "lãnh đạo",
                    "cùng",
                }:
                    at += 1
                if at < len(chunks) and chunks[at].kind == ",":
                    at += 1
                continue
        kept.append(chunk)
        at += 1
    return kept


def _leads_at(chunks: list[Chunk], at: int) -> int | None:
    """Where "dẫn đầu" or "làm trưởng đoàn" stands, right behind the name or behind its titles."""
    for step in range(at, min(at + 16, len(chunks))):
        if " ".join(one.text.lower() for one in chunks[step : step + 2]).startswith(tuple(_LED)):
            return step
        if chunks[step].kind in "emvVP.;":
            return None
    return None


def _with_places(chunks: list[Chunk]) -> list[Chunk]:
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        end = _place_end(chunks, at) if chunk.kind == "t" and chunk.text.lower() in _PLACING else at
        if end > at:
            kept.append(replace(chunk, kind="L", end=chunks[end - 1].end))
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
            if chunks[end].kind == "," and end + 2 < len(chunks) and chunks[end + 2].kind not in ",.D":
                break
            end += 2
        return end
    return (
        end
        if end > at + 1 and named > at + 1 and chunks[end - 1].kind == "z" and chunks[end - 1].text[0].isupper()
        else at
    )


_PLACES = {"nước", "thủ phủ", "miền", "nhà", "chủ", "phủ", "lầu"}
