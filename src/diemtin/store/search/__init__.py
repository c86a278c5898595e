"""Full text: tokens and ranking are made in Python, so that SQLite (FTS5) and PostgreSQL (tsvector) agree.

- ``tokens``, ``asked``, ``wanted``, ``scoring``, ``snippets``: pure. What a text is indexed under, what a query
  asks, what a match is worth.
- ``index``: writes. ``index_articles`` inside the transaction that saves articles, ``remove_article`` by a takedown.
- ``sqlite``, ``postgres``: the only places that know how either searches; both hand out the newest N matches.
- ``finding``, ``suggesting``: what pages, feeds, API and command line call.

How it works and what was passed over: ``docs/search.md``. A change owes ``tests/store/test_search*.py``.
"""

from diemtin.store.search.asked import Asked, read_query
from diemtin.store.search.finding import Found, Hit, find
from diemtin.store.search.index import Indexed, index_articles, remove_article, restore_index
from diemtin.store.search.listing import search_records, unindexed
from diemtin.store.search.suggesting import find_suggestions

__all__ = [
    "Asked",
    "Found",
    "Hit",
    "Indexed",
    "find",
    "find_suggestions",
    "index_articles",
    "read_query",
    "remove_article",
    "restore_index",
    "search_records",
    "unindexed",
]
