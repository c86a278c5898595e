"""The order of the stages, on one screen. Nouns in, nouns out; nothing is saved or fetched here.

    capture --reader.read--> reading --events.date_articles--> dated articles
            --events.find_told--> who met whom, who said what
            --stories.find_section, stories.make_features--> what placing needs (stored with its version)
            --stories.Index.place--> copy group and story --stories.Threads.tie--> thread

``prepare`` is everything that looks at one capture alone: pure, the heavy part, run in as many processes as there are.
Placing is one ordered stream over ``stories.Index`` and ``stories.Threads``; ``desk`` drives it and saves each step with
its reasons.
"""

from __future__ import annotations

from dataclasses import dataclass

from diemtin import events, reader, stories
from diemtin.news import Article, Capture, Outlet, Reading, Told


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article with all that is found in it alone."""

    article: Article
    told: Told
    section: str
    section_why: str
    features: bytes


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """A reading and its articles, ready to be placed."""

    reading: Reading
    articles: tuple[Prepared, ...]


def read_page(capture: Capture) -> Reading:
    """The page as it reads, its undated articles dated as far as the page and the lexicons allow.

    Raises ``PageError`` for a page that cannot be read.
    """
    return events.date_articles(reader.read(capture))


def prepare_page(capture: Capture) -> PreparedPage:
    reading = read_page(capture)
    return PreparedPage(reading, tuple(prepare_article(article) for article in reading.articles))


def date_ready(article: Article, key: str | None) -> Reading:
    """An article that came ready made (a JSONL line) as a reading of its own, dated if its texts allow."""
    bare = Reading(article.outlet or Outlet(), (article,), id=key, url=article.url, language=article.language)
    return events.date_articles(bare)


def prepare_ready(article: Article, key: str | None) -> PreparedPage:
    reading = date_ready(article, key)
    return PreparedPage(reading, tuple(prepare_article(article) for article in reading.articles))


def prepare_article(article: Article) -> Prepared:
    told = events.find_told(article, article.published)
    section, _, why = stories.find_section(article)
    return Prepared(article, told, section, why, stories.make_features(article, told).pack())
