"""Commands, a file each, ten lines or so: they parse words, call ``desk`` (or the engine) and print.

Results go to standard output, progress and refusals to standard error. Exit 0 done, 1 some input was refused, 2 wrong use.
"""

from __future__ import annotations


def main() -> None:
    """The ``diemtin`` command."""
    from diemtin.cli.app import run

    run()
