"""articles -> meetings, statements, persons; dating by who held which office.

- ``find_told(article, when)``: who met whom, who said what, and who and what is named. Pure, no clock.
- ``date_articles(reading)``: undated articles get a range of days with its grounds, where the table of offices allows it.
- ``group_meetings(tellings)``: one meeting told by several articles, with its history and its disagreements.

Every claim carries its sentence; a wrong attribution is worse than a missing one. Imports ``language``, ``news`` and
``errors`` only. A change owes ``tests/events`` and a run of ``benchmarks/events.py``; how it works: ``docs/events.md``.
"""

from __future__ import annotations

from diemtin.events.dating import date_article, date_articles
from diemtin.events.met.grouping import Disagreement, GroupedMeeting, Step, group_meetings
from diemtin.events.told import find_told

__all__ = ["Disagreement", "GroupedMeeting", "Step", "date_article", "date_articles", "find_told", "group_meetings"]
