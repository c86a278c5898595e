"""The site: views (a file a page), templates, static files, feeds, sitemaps, API, the editor's desk.

Anonymous pages carry no cookie. What a page shows comes from ``store`` queries; the order of blocks from ``ranking``.
May import ``desk`` and below, and Django. A change owes ``tests/site``, and a look at the page on a phone and on a desk.
"""
