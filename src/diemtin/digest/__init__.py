"""chosen stories -> summaries in which every sentence names its article.

Extractive only: a sentence is taken as it was printed, so nothing can be said that no source said. Imports ``language``,
``news`` and ``errors``. A change owes ``tests/digest`` and the figures of ``benchmarks/summaries.py``.
"""

from diemtin.digest.summary import Picked, compose_summary

__all__ = ["Picked", "compose_summary"]
