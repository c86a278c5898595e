"""outlets -> captures. Feeds, sitemaps, pages, folders, WARC and WET, JSONL. The only room that fetches from the web.

Two doors. ``files.read_what`` reads what lies on disk or comes through a pipe; ``polling.fetch_source`` asks one source
on the web. Both hand out nouns and keep nothing: what a source is and when it is due again is a frozen ``SourceState``
(``schedule``, pure) that the desk stores. No address reaches a socket before ``addresses`` has allowed it.

Imports ``language``, ``news`` and ``errors`` only. A change owes ``tests/sources``: a line in the table of bad inputs,
addresses or servers that it is about. ``docs/sources.md`` says every limit and why it is so.
"""
