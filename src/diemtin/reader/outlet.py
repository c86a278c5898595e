"""Which outlet a page is of, and which language: from address, name tags, and the page's own words."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from diemtin.language.text import normal, squeeze
from diemtin.news import Block

_SECOND_LEVEL = frozenset(
    [
        "com",
        "net",
        "org",
        "gov",
        "edu",
        "info",
        "biz",
        "ac",
        "co",
        "int",
        "pro",
        "name",
        "health",
        "ne",
        "or",
        "go",
        "gen",
        "mil",
        "nom",
        "web",
    ]
)
_SERVED_FOR_OTHERS = re.compile(
    r"(?:google|facebook|fbcdn|youtube|ytimg|twitter|twimg|zalo|tiktok|instagram|gstatic|doubleclick|cloudfront|"
    r"amazonaws|akamai|cloudflare|gravatar|wp|jsdelivr|admicro|adtimaserver|eclick|googleapis|googlesyndication|"
    r"schema|w3)\."
)
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
_LETTERS = re.compile(r"\w+")
_WORDS = {
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "is",
            "that",
            "for",
            "was",
            "on",
            "with",
            "as",
            "are",
            "at",
            "by",
            "from",
            "it",
            "has",
            "have",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "und",
            "das",
            "den",
            "von",
            "zu",
            "mit",
            "sich",
            "des",
            "auf",
            "für",
            "ist",
            "im",
            "dem",
            "nicht",
            "ein",
            "eine",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "des",
            "et",
            "en",
            "du",
            "une",
            "est",
            "que",
            "pour",
            "dans",
            "qui",
            "sur",
            "au",
            "plus",
            "par",
        ]
    ),
    "es": frozenset(
        ["el", "la", "los", "de", "que", "y", "en", "las", "del", "se", "por", "con", "una", "para", "es", "al"]
    ),
    "pt": frozenset(
        ["o", "a", "os", "de", "que", "e", "do", "da", "em", "um", "para", "com", "não", "uma", "na", "no"]
    ),
    "it": frozenset(
        ["il", "di", "che", "la", "e", "in", "un", "per", "è", "del", "non", "una", "sono", "con", "della", "i"]
    ),
}


def domain_of(url: str | None) -> str | None:
    """The registrable domain of an address (``m.dantri.com.vn`` -> ``dantri.com.vn``); ``None`` for networks
    that serve others."""
    if not url:
        return None
    try:
        host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").lower().strip(".")
    except ValueError:
        return None
    parts = host.split(".")
    if len(parts) < 2 or not all(parts) or parts[-1].isdigit():
        return None
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    domain = ".".join(parts[-size:])
    return None if _SERVED_FOR_OTHERS.match(f"{domain}.") else domain


_FOLLOW = re.compile(
    r"theo dõi\s+(?:(?:báo điện tử|báo|trang|kênh|tạp chí|fanpage)\s+)?(?P<name>[^,.:]{2,40}?)\s+trên", re.IGNORECASE
)


def guess_outlet_name(
    blocks: tuple[Block, ...], page_title: str | None = None, headline: str | None = None
) -> str | None:
    """ "Theo dõi X trên" names the outlet; so does what the page's title adds to the headline."""
    for block in blocks:
        match = _FOLLOW.search(block.heading or "") if block.kind == "follow" else None
        if match and normal(match["name"]) not in ("chúng tôi", "trang", "báo", "kênh"):
            return match["name"].strip()
    if page_title and headline and page_title.startswith(headline) and len(page_title) > len(headline) + 3:
        name = page_title[len(headline) :].strip(" -–—|•·:")
        return name if 1 < len(name) <= 40 else None
    return None


_SITE_TAIL = re.compile(r"\s+[-–—|•·]+\s+[^-–—|•·]{2,50}$|\s*\|\s*[^|]{2,50}$")


def trim_site_name(title: str, site: str | None) -> str:
    """A page's title without the outlet's name behind it."""
    title = squeeze(title)
    if site and title.endswith(site):
        return title[: -len(site)].rstrip(" -–—|•·:") or title
    shorter = _SITE_TAIL.sub("", title)
    return shorter if len(shorter.split()) >= 3 else title


def guess_language(text: str) -> str | None:
    """``vi``, ``en``… from the letters and small words of a text; ``None`` when they do not tell."""
    lower = text[:3000].lower()
    if not lower.isascii() and len(_VIETNAMESE.findall(lower)) > len(lower) * 0.05:
        return "vi"
    words = _LETTERS.findall(lower, 0, 1800)[:250]
    if len(words) < 8:
        return None
    counts = Counter(words)
    shares = {code: sum([counts[word] for word in small]) / len(words) for code, small in _WORDS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] > 0.12 else None
