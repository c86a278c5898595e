"""Articles and stories -> ordered blocks, each place with its reasons. Pure: the clock is an argument, nothing is asked
or kept.

- ``facts``: what ranking knows of a story; made by ``store.queries.blocks`` (or by anyone, in a notebook).
- ``formula``: every weight, and the formula in words as the page "how we rank" prints it.
- ``scores``: a story's worth for a block, as a sum of reasons. ``front``: the blocks of a page. ``related``: of an
  article.

The same facts at the same moment give the same front, byte for byte (``front_json``): ties go by time, then by key.
May import ``language``, ``news`` and ``errors``. A change owes ``tests/ranking``, ``docs/ranking.md`` and a run of
``benchmarks/ranking.py``.
"""

from diemtin.ranking.facts import Pinned, Promotion, Report, StoryFacts
from diemtin.ranking.formula import FORMULA, Rule
from diemtin.ranking.front import Front, RankedBlock, RankedPlace, front_json, rank_front, rank_section
from diemtin.ranking.related import Kinship, rank_more, rank_related

__all__ = [
    "FORMULA",
    "Front",
    "Kinship",
    "Pinned",
    "Promotion",
    "RankedBlock",
    "RankedPlace",
    "Report",
    "Rule",
    "StoryFacts",
    "front_json",
    "rank_front",
    "rank_more",
    "rank_related",
    "rank_section",
]
