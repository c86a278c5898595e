"""flow + store: saves what the flow decides, watches sources, sends editions.

Everything that changes a desk goes through here, in transactions: nothing is ever half stored, and the same ingest again
changes nothing. May import ``store``, ``flow`` and the stage rooms. A change owes ``tests/desk`` (both databases) and, where
a crash could hurt, a line in ``tests/desk/test_crash.py``.
"""
