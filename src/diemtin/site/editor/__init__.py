"""The editor's desk, and the sign-in gate of a private desk. Served only where ``desk.toml`` says so.

Everything here asks the rooms below: what an act does is decided in ``diemtin.desk``, what a page lists in
``diemtin.store.queries.desk``. A change owes a test in ``tests/site/test_editor*.py``.
"""
