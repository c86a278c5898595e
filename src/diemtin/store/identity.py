"""When are two articles the same article? Hashes that identity rests on; pure.

An address identifies best. Without one, outlet, headline and body do: an article seen embedded on many pages counts once.
"""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from diemtin.language.text import normal
from diemtin.news import Article, Outlet

_TRACKING = re.compile(r"^(utm_\w+|fbclid|gclid|zarsrc|ref|ref_src|_ga|mc_cid|mc_eid|igshid|cmpid|spm)$")
_MOBILE = re.compile(r"^(m|mobile|amp|www)\.")


def clean_url(url: str) -> str:
    """The address without fragment, tracking parameters, default port, ``www.``/``m.``/``amp.`` and last slash."""
    parts = urlsplit(url.strip())
    host = _MOBILE.sub("", (parts.hostname or "").lower())
    port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    path = parts.path.rstrip("/") or "/"
    return f"{host}{port}{path}" + (f"?{query}" if query else "")


def _hash(*parts: str) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\x1f")
    return digest.hexdigest()


def address_of(url: str | None) -> str:
    """The hash that an address is looked up by; empty without an address."""
    if not url:
        return ""
    try:
        return _hash("url", clean_url(url))
    except ValueError:
        return _hash("url", url)


def outlet_mark(outlet: Outlet) -> str:
    return (outlet.domain or normal(outlet.name or "")).removeprefix("www.")


def fingerprint_of(article: Article) -> str:
    """Outlet, headline and body."""
    return _hash(outlet_mark(article.outlet), normal(article.title), *map(normal, article.paragraphs))


def content_hash_of(article: Article) -> str:
    """Everything a reader would see changed: a difference is a new version."""
    figures = (f"{f.image}|{f.caption}|{f.credit}|{f.after}" for f in article.figures)
    passages = (f"{p.kind}|{p.text}" for p in article.body)
    return _hash(article.title, article.lead or "", "\x1e".join(passages), "\x1e".join(figures))


def title_hash_of(title: str) -> str:
    """Teasers and articles are matched by this where no address is known."""
    return _hash("title", normal(title))[:32]
