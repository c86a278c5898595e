"""Titles around a name belong to it.

"Ủy viên Bộ Chính trị, Trưởng đoàn … Lưu Văn Sơn", "ông Morelli, Đại sứ Peru", "Đoàn đại biểu Lào do X dẫn đầu".
"""

from __future__ import annotations

import re
from dataclasses import replace

from diemtin.events.beings.nouns import Chunk, state_of
from diemtin.events.beings.runs import is_no_name

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
    "ủy", "uỷ", "chuyên",
    "các", "vấn", "đề", "phụ", "trách", "đặc", "biệt", "đại", "biểu", "viên", "nhiệm", "thường", "vụ", "trực",
    "mệnh", "toàn", "quyền", "về",
    "thứ", "nhất", "nghị", "viện", "chức", "hữu", "ngoại", "tuyên", "truyền", "bang", "cấp", "cao", "mạng",
    "dân chủ", "đối lập", "tối cao", "hàng", "đầu", "bên", "phía", "cách",
    "phóng", "nhân", "dân", "quân", "nước",
    "phiến", "phe", "nổi", "dậy", "nhóm",
    "đảng", "dự", "cho", "kiêm", "chính", "sách", "đứng",
}  # fmt: skip
_LED = {"dẫn đầu", "làm trưởng", "cầm đầu", "đứng đầu", "lãnh đạo"}


def of_state(chunks: list[Chunk]) -> list[Chunk]:
    """ "Thủ tướng Cộng hòa Uganda", "Chủ tịch Thượng viện nước Cộng hòa … Lào": the state is the office's."""
    kept: list[Chunk] = []
    behind = 0
    for at, chunk in enumerate(chunks):
        if at < behind:
            continue
        if chunk.kind == "C" and len(kept) > 1 and kept[-1].text.lower() in _STATE_WORDS:
            step = len(kept)
            while step and kept[step - 1].text.lower() in _STATE_WORDS:
                step -= 1
            if step and kept[step - 1].kind == "O" and kept[step - 1].country is None:
                office = kept[step - 1]
                del kept[step:]
                kept[-1] = replace(office, country=chunk.country, end=chunk.end, person=None)
                continue
        if chunk.kind == "C" and len(kept) > 1 and kept[-2].kind == "U" and kept[-1].text.lower() in {"phía", "bên"}:
            kept[-2:] = [replace(kept[-2], country=kept[-2].country or chunk.country, end=chunk.end)]
            continue  # "người đồng cấp phía Iran"
        if chunk.kind == "C":
            if _drop_name_of_body(kept) and "".join(one.kind for one in chunks[at + 1 : at + 3]) in {"-C", "-B"}:
                other, behind = chunks[at + 2], at + 3  # "đoàn Hội đồng Kinh doanh Mỹ - ASEAN": of the foreign one
                kept.append(other if chunk.country == "vn" and other.kind == "C" else chunk)
                continue
            head = _head_of_body(kept)
            if head is not None:
                kept[head:] = [replace(kept[head], country=chunk.country, end=chunk.end)]
                continue
        kept.append(chunk)
    return kept


def _drop_name_of_body(kept: list[Chunk]) -> bool:
    """ "tiếp đoàn Hiệp hội Khoa học Kỹ thuật · Trung Quốc": a delegation of that state."""
    step = len(kept)
    while (
        step and len(kept) - step < 7 and kept[step - 1].kind in "zMnw" and kept[step - 1].text.lower() not in _GROUPS
    ):
        step -= 1
    named = 0 < step < len(kept) and kept[step - 1].text.lower() in _GROUPS and kept[step].text[0].isupper()
    if named:
        del kept[step:]
    return named


def _head_of_body(kept: list[Chunk]) -> int | None:
    """ "Giám đốc Cơ quan cảnh sát quốc gia · Haiti": the office without a state before the name of a body."""
    step = len(kept)
    while step and len(kept) - step < 6 and kept[step - 1].kind in "zBM" and not kept[step - 1].country:
        step -= 1
    named = step < len(kept) and kept[step].kind == "z" and kept[step].text[0].isupper()
    head = kept[step - 1] if step else None
    fits = named and head is not None and head.kind == "O" and head.country is None and head.office == "director"
    return step - 1 if fits else None


_GROUPS = {"đoàn", "phái đoàn", "đoàn đại biểu", "đoàn công tác"}
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
    "cộng sản",
    "đảng",
}


def _starts_title(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.kind in "O+":
        return True
    if chunk.kind not in "dzwnBMiN":
        return False
    words = " ".join(one.text for one in chunks[at : at + 3])
    return words.lower().startswith(_HEADS)


def _in_title(chunks: list[Chunk], at: int) -> bool:
    chunk = chunks[at]
    if chunk.kind == "+":
        return True
    if chunk.kind == "&" and chunks[at - 1].kind == "M" and at + 1 < len(chunks):
        return chunks[at + 1].kind == "M" or chunks[at + 1].text.lower() == "chính"
    field = "".join(one.kind for one in chunks[at - 1 : at + 2]) == "O&M" and chunks[at - 1].country is None
    if field:
        return True  # "Bộ trưởng Ngoại giao và Phát triển Quốc tế Pháp"
    if chunk.kind == "m":
        return chunk.text.lower() == "đàm phán" and chunks[at - 1].text.lower() in {
            "nhóm",
            "đoàn",
            "trưởng đoàn",
            "trưởng nhóm",
        }
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
        before = chunks[at - 1]
        begun = before.kind == "w" or (before.kind == "n" and " " not in (before.name or " "))  # "Đảng Cứu quốc"
        second = at and begun and before.text.split()[-1][0].isupper()
        return chunk.text[0].isupper() or second or chunk.text.lower() in _TITLE_WORDS
    if chunk.kind == "-":  # "Chủ tịch Hội Hữu nghị Việt Nam - Lào"
        around = chunks[at - 1].kind + chunks[min(at + 1, len(chunks) - 1)].kind
        return around == "CC" and "nghị" in {one.text.lower() for one in chunks[max(0, at - 3) : at - 1]}
    return chunk.kind == "t" and at + 1 < len(chunks) and chunks[at + 1].kind in "CK"


def _title_end(chunks: list[Chunk], at: int) -> int:
    """Where the title ends that begins at ``at``; ``at`` when none begins there."""
    if at >= len(chunks) or not _starts_title(chunks, at):
        return at
    end = at + 1
    while end < len(chunks) and _in_title(chunks, end):
        end += 1
    return end


def _own(title: list[Chunk]) -> list[Chunk]:
    """ "đặc sứ của Thủ tướng Israel": the envoy is none himself."""
    return title[:1] if len(title) > 1 and title[0].kind == "O" and title[1].kind == "s" else title


def _belongs(title: list[Chunk], person: Chunk) -> bool:
    """Is this the title of that person, and not the next of a list?"""
    country = state_of(person)
    for chunk in _own(title):
        if chunk.kind == "O" and chunk.person is not None and chunk.person is not person.person:
            return False
        if chunk.kind in "OC" and chunk.country and country and chunk.country != country:
            return False
    return True


def _entitled(person: Chunk, title: list[Chunk]) -> Chunk:
    """The person with the office and the country of the title, where the mention and the article name none."""
    office = person.office or next((chunk.office for chunk in reversed(_own(title)) if chunk.office), None)
    country = person.country or next(
        (
            chunk.country
            for chunk in (title if any(one.kind == "-" for one in title) else reversed(title))
            if chunk.country and chunk.kind in "OCB"
        ),
        None,
    )
    known = person.person
    if known is not None and not known.rows:
        if known.office is None and not person.former:
            known.office = office
        if known.country is None:
            known.country = country
    return replace(person, office=office, country=country)


def with_titles(chunks: list[Chunk]) -> list[Chunk]:
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


def _is_meant(title: list[Chunk], named: Chunk) -> bool:
    """ "nhà lãnh đạo dân chủ của Miến Điện, bà Aung San Suu Kyi": address and name, of the same state."""
    state = next((chunk.country for chunk in reversed(title) if chunk.country), None)
    known = state_of(named)
    held = named.person.office if named.person else None
    # "Giám đốc Quốc gia ADB, Andrew Jeffries đã ký": a bare name
    bare = not named.titled and " " in (named.name or "") and held in {None, title[0].office}
    return (
        named.kind == "P"
        and (named.gender is not None or bare)
        and named.office is None
        and state is not None
        and known in {None, state}
        and title[0].kind in "Od"
    )


def _may_be_named(chunks: list[Chunk], at: int) -> bool:
    """ "nhà đàm phán hàng đầu bên phía Taliban Mullah Abdul Ghani Baradar": a name no lexicon knows, right behind a title."""
    name, before = chunks[at], chunks[at - 1]
    words = (name.name or "").split()
    return (
        name.person is not None
        and (before.kind in "CBOd" or before.text.lower() in {"đối lập", "cầm quyền", "dậy"})
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
        meant = _is_meant(chunks[at:end], chunks[step])
        if chunks[end].kind == "," and not meant and any(one is None for one in named):
            return None  # "Thủ tướng Đức, Tổng thống Pháp Jacques Chirac": somebody else
        if chunks[step].kind == "P" and (
            chunks[step].office or chunks[end].kind == "-" or _is_meant(chunks[at:end], chunks[step])
        ):
            titles = chunks[at:end]
            held = [c.person for c in titles if c.kind == "O" and c.person is not None]
            return step if all(one is chunks[step].person for one in held) else None
        end = _title_end(chunks, step)
    return None


_ADDRESSED = re.compile(r", (?:ông|bà|ngài|tướng) [A-ZĐ]")


def _after_name(chunks: list[Chunk], at: int, kept: list[Chunk]) -> int:
    """ "ông Morelli, Đại sứ Peru, …": the titles behind a name are left out, with the comma that closes them."""
    if at < len(chunks) and chunks[at].kind == "," and _ADDRESSED.search(kept[-1].text):
        at += 1  # "Tổng thống Kosovo, ông Ibrahim Rugova, …": the comma closes the address
        return at
    while at + 1 < len(chunks) and chunks[at].kind in ",-":
        if chunks[at + 1].kind == "P" and chunks[at + 1].aide and " của " in chunks[at + 1].text:
            at += 2  # "ông A, đặc phái viên của Tổng thống Mỹ B, …"
            if at < len(chunks) and chunks[at].kind == ",":
                at += 1
            break
        if chunks[at + 1].kind == "P" and chunks[at + 1].loose and not kept[-1].loose:
            kept[-1] = _entitled(kept[-1], [chunks[at + 1]])  # "ông Lim Ming Yan, Chủ tịch Tập đoàn CapitaLand, …"
            at += 2
            if at < len(chunks) and chunks[at].kind == ",":
                at += 1
            break
        begin = at + 2 if chunks[at + 1].kind == "l" and at + 2 < len(chunks) else at + 1
        end = _title_end(chunks, begin)
        if begin == at + 2 and (end == begin or end >= len(chunks) or chunks[end].kind != ","):
            break
        title = chunks[begin:end]
        if end == begin or not _belongs(title, kept[-1]):
            break
        whose = len(title) > 1 and title[0].kind in "Od" and title[1].kind == "s"
        if end < len(chunks) and chunks[end].kind in "Pn" and (chunks[end - 1].kind == "s" or whose):
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


def led(chunks: list[Chunk]) -> list[Chunk]:
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
                if len(kept) > 2 and kept[-1].kind == "K" and kept[-2].kind == "t":
                    del kept[-2:]  # "Ủy ban Iraq ở Washington do …"
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
