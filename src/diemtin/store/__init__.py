"""Django models, migrations and queries. The only room that talks to the database.

Two databases, equal in every test: SQLite (WAL, in the desk's folder) and PostgreSQL (``DATABASE_URL``). What happened is
kept as time-stamped facts that are added and never overwritten (memberships, pins, votes, reads, seen teasers,
versions); the few columns that repeat the newest fact for speed say so. Rows stay in this room: queries hand out nouns
or the small frozen records of ``store.records``.

May import ``flow`` and below, and Django. A change owes ``tests/store``, which run on both databases.
"""
