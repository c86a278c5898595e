"""articles -> copies of one wire text, stories, threads, sections.

May import ``language``, ``news``, ``errors`` and numpy. A change owes ``tests/stories`` and ``benchmarks/stories.py``.
Everything is in memory and pure of stores and clocks: the caller keeps what is answered and gives it back after a
restart.

- ``find_section(article) -> (code, how sure, why)``
- ``make_features(article, told=None) -> Features``; ``Features.pack()``/``unpack()``; ``FEATURES_VERSION``
- ``Index(new_id)``: ``place``, ``replace``, ``restore``, ``repair``, ``forget``, ``remove``; for the editor ``pin``,
  ``merge``, ``split``, ``keep_apart``, ``redirect``
- ``Threads(new_id)``: ``tie(story, features of its articles, when) -> list[Tied]`` (the story, and the one with which a
  new thread begins), ``restore``, ``remove``, ``describe``, ``pin``, ``rename``
- ``describe(articles, now) -> Described``: what a story is called and where it stands
- ``compare_copies(origin, copy) -> Comparison``: what an outlet, or a new version, changed
"""

from diemtin.stories.compare import Changed, Comparison, compare_copies
from diemtin.stories.describe import Described, describe, find_headline
from diemtin.stories.features import FEATURES_VERSION, Features, make_features
from diemtin.stories.index import Index
from diemtin.stories.section import find_section
from diemtin.stories.signs import Signs
from diemtin.stories.threads import ThreadDescribed, Threads

__all__ = [
    "FEATURES_VERSION",
    "Changed",
    "Comparison",
    "Described",
    "Features",
    "Index",
    "Signs",
    "ThreadDescribed",
    "Threads",
    "compare_copies",
    "describe",
    "find_headline",
    "find_section",
    "make_features",
]
