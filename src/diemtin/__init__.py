"""Điểm Tin: a self-hosted news desk for the Vietnamese press.

The house and its rooms are described in ``ARCHITECTURE.md``. The engine (``language`` to ``flow``) is a library that
needs no Django: ``diemtin.reader.read(capture)`` works in a notebook.
"""

__version__ = "0.1.0"
