"""A reading as the JSON of ``diemtin read --json``. Other people's scripts stand on these keys: only add."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from diemtin.news import VIETNAM, Article, Block, Figure, Outlet, Published, Reading, Teaser


def to_json(reading: Reading) -> dict[str, Any]:
    """Plain dicts, lists, strings; times of Hanoi with +07:00, days as dates, unknown as None."""
    return {
        "id": reading.id,
        "url": reading.url,
        "outlet": _outlet(reading.outlet),
        "language": reading.language,
        "articles": [_article(article) for article in reading.articles],
        "blocks": [_block(block) for block in reading.blocks],
        "newest_stamp": _moment(reading.newest_stamp),
    }


def _outlet(outlet: Outlet) -> dict[str, Any]:
    return {"name": outlet.name, "domain": outlet.domain}


def _article(article: Article) -> dict[str, Any]:
    return {
        "role": article.role,
        "title": article.title,
        "lead": article.lead,
        "paragraphs": list(article.paragraphs),
        "figures": [_figure(figure) for figure in article.figures],
        "byline": article.byline,
        "agency": list(article.agency),
        "section": article.section,
        "tags": list(article.tags),
        "kind": article.kind,
        "published": published_json(article.published),
        "url": article.url,
        "outlet": _outlet(article.outlet),
        "language": article.language,
        "next_page": article.next_page,
        "paywalled": article.paywalled,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "image": figure.image,
        "caption": figure.caption,
        "credit": figure.credit,
        "file_photo": figure.file_photo,
        "after": figure.after,
    }


def published_json(published: Published) -> dict[str, Any]:
    """``{from, to, precision, basis, why}``; moments with +07:00, days and ranges as dates."""
    if published.precision in ("day", "range"):
        start, end = _day(published.start), _day(published.end)
    else:
        start, end = _moment(published.start), _moment(published.end)
    return {"from": start, "to": end, "precision": published.precision, "basis": published.basis, "why": published.why}


def _block(block: Block) -> dict[str, Any]:
    return {
        "kind": block.kind,
        "heading": block.heading,
        "teasers": [_teaser(teaser) for teaser in block.teasers],
        "sections": list(block.sections),
        "choices": list(block.choices),
    }


def _teaser(teaser: Teaser) -> dict[str, Any]:
    published = teaser.published
    when = None
    if published and published.start:
        when = _day(published.start) if published.precision in ("day", "range") else _moment(published.start)
    return {
        "title": teaser.title,
        "url": teaser.url,
        "published": when,
        "section": teaser.section,
        "lead": teaser.lead,
        "kind": teaser.kind,
        "image": teaser.image,
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(VIETNAM).replace(microsecond=0).isoformat() if moment else None


def _day(moment: datetime | None) -> str | None:
    return moment.astimezone(VIETNAM).date().isoformat() if moment else None
