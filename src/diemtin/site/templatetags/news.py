"""Pictures, figures, links and data of a page."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from diemtin.news import Reason
from diemtin.site import charts
from diemtin.site.differences import mark_changes
from diemtin.store.pictures import find_picture
from diemtin.store.queries.shown import Place

register = template.Library()
_STATIC = Path(__file__).resolve().parent.parent / "static"
_SIZES = {
    "lead": "(min-width: 1240px) 790px, (min-width: 900px) 64vw, 94vw",
    "text": "(min-width: 700px) 640px, 94vw",
    "third": "(min-width: 900px) 380px, (min-width: 600px) 45vw, 94vw",
    "quarter": "(min-width: 900px) 290px, 45vw",
    "thumb": "112px",
}
_FIGURE = re.compile(r"“.*”|\d[\d.]*")
_IN_JSON = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file, with its content's mark, so that it may be kept for ever."""
    return f"{static(path)}?v={_mark(path)}"


@lru_cache(maxsize=32)
def _mark(path: str) -> str:
    try:
        return hashlib.sha256(_STATIC.joinpath(*path.split("/")).read_bytes()).hexdigest()[:10]
    except OSError:
        return "0"


@register.simple_tag
def picture(url: str, size: str, alt: str = "", eager: bool = False) -> SafeString:
    """The desk's copy of a picture with its measures; nothing when there is none. ``size`` names a column of the page."""
    kept = find_picture(settings.DESK.pictures, url) if url else None
    if kept is None:
        return SafeString("")
    sources = [f"{picture_address(kept.key, width)} {width}w" for width in kept.widths]
    return format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" {}>',
        picture_address(kept.key, kept.widths[-1]),
        ", ".join(sources),
        _SIZES[size],
        kept.width,
        kept.height,
        alt,
        mark_safe('fetchpriority="high"') if eager else mark_safe('loading="lazy" decoding="async"'),
    )


def picture_address(key: str, width: int) -> str:
    return reverse("picture", args=(key, width))


@register.simple_tag
def section_tree() -> SafeString:
    """The tree of sections at the foot of every page, made once a language."""
    return _section_tree(get_language())


@lru_cache(maxsize=4)
def _section_tree(language: str) -> SafeString:
    from diemtin.site.context import section_tree as branches

    return render_to_string("site/block_channel.html", {"tree": branches()})


@register.simple_tag
def find_url(name: str, *args: Any) -> str:
    """The address of a page that another part of the site may or may not serve; empty when it does not."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.simple_tag
def absolute(path: str) -> str:
    return f"{settings.DESK.base_url.rstrip('/')}{path}"


@register.simple_tag
def sparkline(hours: tuple[int, ...]) -> SafeString:
    return charts.draw_sparkline(hours)


@register.simple_tag
def changes(before: str, after: str) -> SafeString:
    return mark_changes(before, after)


@register.filter
def top_reasons(place: Place) -> list[Reason]:
    """The two weightiest reasons that speak for the place; its age where nothing else does."""
    spoken = sorted((reason for reason in place.reasons if reason.weight > 0), key=lambda reason: -reason.weight)
    return spoken[:2] or list(place.reasons[:1])


@register.filter
def telling_reasons(place: Place) -> list[Reason]:
    """Those of the two weightiest that the evidence beside a headline does not already say."""
    return [reason for reason in top_reasons(place) if reason.weight > 0 and reason.sign != "outlets"]


@register.filter
def is_heat(reason: Reason) -> bool:
    """Does the reason tell of a rise? It is printed in the colour of heat."""
    return reason.sign.startswith(("rise", "promoted_hot"))


@register.filter
def sign_and_weight(reason: Reason) -> str:
    """For programs: ``outlets 4.6439``, the weight as the API gives it."""
    return f"{reason.sign} {reason.weight!r}"


@register.filter
def reason_words(reason: Reason) -> str:
    """In the language of the page. Ranking says its reasons in Vietnamese, the same for every surface; the message is
    what is left of them without figures and names."""
    if get_language() != "en":
        return reason.words
    named = "cùng nhắc "
    if reason.words.startswith(named):
        return gettext("cùng nhắc %(a)s") % {"a": reason.words.removeprefix(named)}
    told = iter("abc")
    message = _FIGURE.sub(lambda match: f"%({next(told)})s", reason.words.replace("%", "%%"))
    figures = (figure.replace(".", ",") if figure[0].isdigit() else figure for figure in _FIGURE.findall(reason.words))
    return gettext(message) % dict(zip("abc", figures, strict=False))


@register.filter
def json_ld(told: dict[str, Any]) -> SafeString:
    """Structured data inside a script element: no mark of it can end the element."""
    return SafeString(json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_IN_JSON))
