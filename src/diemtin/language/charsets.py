"""Bytes -> text: byte order mark, what was declared, UTF-8, then detection; and the old Vietnamese fonts.

Before Unicode, Vietnamese was written in fonts that put accented letters on Latin-1's places: TCVN3 (".VnTime") as one
byte a letter, VNI ("VNI-Times") as a letter and a mark. Such text decodes without an error and reads as nonsense; it is
told by its letters and turned into Unicode.
"""

from __future__ import annotations

import codecs
import re

import cchardet

from diemtin.errors import PageError

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_:.\-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ALIASES = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
"windows-1252": "cp1252", "x-sjis": "cp932", "shift_jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "x-user-defined": "cp1252", "tcvn": "cp1252", "tcvn-5712": "cp1252",
"viscii": "cp1258", "unicode": "utf-8", "utf8": "utf-8"}  # fmt: skip
SAMPLE = 65_536
"""Bytes shown to the detector: it is sure after a few thousand, and its time grows with the length."""


def decode(content: bytes, declared: str | None = None, about: str | None = None) -> str:
    """The text of a page or file. ``declared`` is the transport's word; the page's own is looked for in its first 2 kB.

    Raises ``PageError`` for bytes that are no text (zero bytes without UTF-16's pattern).
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode(name, "replace")
    if b"\x00" in content[:4096]:
        text = _wide(content)
        if text is None:
            raise PageError("binary, not a page", about=about)
        return text
    try:
        text = content.decode("utf-8")
        # Old fonts put an accented Latin-1 letter on every fourth place; UTF-8 writes such letters in two bytes.
        return _old_fonts(text) if len(content) - len(text) > len(text) // 50 else text
    except UnicodeDecodeError as error:
        # A page cut in the middle of a letter, or with a stray byte, is still UTF-8.
        stray = error.start > 2000 or error.start >= len(content) - 4
    match = _DECLARED.search(content, 0, 4096)
    named = [name for name in (declared, (match[1] or match[2]).decode("ascii") if match else None) if name]
    names = [_known(name) for name in named]
    if stray or "utf-8" in names:
        text = content.decode("utf-8", "replace")
        if text.count("\ufffd") * 200 < len(text):
            return text
    for known in names:
        if known and known not in ("utf-8", "cp1252"):
            return _old_fonts(content.decode(known, "replace"))
    guessed = _known(cchardet.detect(content[:SAMPLE]).get("encoding") or "")
    if guessed is None or guessed == "utf-8":
        guessed = next((one for one in names if one), None) or "cp1252"
    return _old_fonts(content.decode(guessed, "replace"))


_NO_CHARSETS = frozenset(["idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7"])
"""Codecs of this language, or unsafe ones, that no page is written in; some raise whatever is asked of them."""


def _known(name: str) -> str | None:
    """The codec of a declared charset; ``None`` for names that are none (Python also knows "uu", "zip", "hex")."""
    name = name.strip().lower()
    name = _ALIASES.get(name, name)
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name in _NO_CHARSETS:
        return None
    # A declaration that could be read byte by byte is not in the wide charset that it names.
    return "utf-8" if codec.name.startswith(("utf-16", "utf-32")) else codec.name


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain text is zero."""
    head = content[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 4 and even < odd // 4:
        return content.decode("utf-16-le", "replace")
    if even > len(head) // 4 and odd < even // 4:
        return content.decode("utf-16-be", "replace")
    return None


# --- old fonts -------------------------------------------------------------------------------------------------------

_TCVN_BYTES = (
    "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ "
    "CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể "
    "D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú "
    "F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ"
)
_TCVN = {chr(int(pair[:2], 16)): pair[2:] for pair in _TCVN_BYTES.split()}
_VNI_MARKS = {
    "aø": "à", "aù": "á", "aû": "ả", "aõ": "ã", "aï": "ạ", "aâ": "â", "aà": "ầ", "aá": "ấ", "aå": "ẩ", "aã": "ẫ",
    "aä": "ậ", "aê": "ă", "aè": "ằ", "aé": "ắ", "aú": "ẳ", "aü": "ẵ", "aë": "ặ",
    "eø": "è", "eù": "é", "eû": "ẻ", "eõ": "ẽ", "eï": "ẹ", "eâ": "ê", "eà": "ề", "eá": "ế", "eå": "ể", "eã": "ễ",
    "eä": "ệ", "oø": "ò", "où": "ó", "oû": "ỏ", "oõ": "õ", "oï": "ọ", "oâ": "ô",
    "oà": "ồ", "oá": "ố", "oå": "ổ", "oã": "ỗ", "oä": "ộ", "uø": "ù", "uù": "ú", "uû": "ủ", "uõ": "ũ", "uï": "ụ",
    "yø": "ỳ", "yù": "ý", "yû": "ỷ", "yõ": "ỹ", "ôø": "ờ", "ôù": "ớ", "ôû": "ở",
    "ôõ": "ỡ", "ôï": "ợ", "öø": "ừ", "öù": "ứ", "öû": "ử", "öõ": "ữ", "öï": "ự", "ô": "ơ", "ö": "ư", "ñ": "đ",
    "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "Ñ": "Đ", "Ô": "Ơ", "Ö": "Ư",
}  # fmt: skip
_VNI = re.compile(
    "|".join(sorted(map(re.escape, _VNI_MARKS), key=len, reverse=True))
    + "|"
    + "|".join(sorted((re.escape(k.upper()) for k in _VNI_MARKS if len(k) == 2), key=len))
)
_VNI_SIGN = re.compile(r"[aeouyAEOUYôöÔÖ][øùûõïØÙÛÕÏ]|[ao][âäåáàãë](?![a-zA-Z]{4})|ñ[aeiouô]|ö[ôï]")
_TCVN_SIGN = re.compile(r"[a-z][µ¸¶·¹¨»¾¼½Æ©«¬­®]|®[a-zµ¸Êå]|[Êåèóõ×]n[gh]?\b|­[aonu¬]")
_OTHER = re.compile(r"[\u0180-\u1e9f\u3000-\u9fff\uac00-\ud7af]")
_REAL = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")


def _old_fonts(text: str) -> str:
    """Text of the old fonts as Unicode; any other text untouched. Decided on the first 20,000 letters."""
    head = text[:20_000]
    if head.isascii() or _REAL.search(head) or _OTHER.search(head):
        return text
    letters = sum(map(str.isalpha, head)) or 1
    tcvn, vni = len(_TCVN_SIGN.findall(head)), len(_VNI_SIGN.findall(head))
    # Real Vietnamese carries a mark on every fourth letter; five in a hundred is far above any Latin-1 language's chance.
    if tcvn * 100 > letters * 5 and tcvn >= vni:
        return "".join(_TCVN.get(letter, letter) for letter in text)
    if vni * 100 > letters * 5:
        return _VNI.sub(lambda match: _vni_letter(match.group()), text)
    return text


def _vni_letter(found: str) -> str:
    if found in _VNI_MARKS:
        return _VNI_MARKS[found]
    return _VNI_MARKS.get(found.lower(), found).upper()
