"""Commands, a file each, ten lines or so: they parse words, call ``desk`` (or the engine) and print.

Results go to standard output, progress and refusals to standard error. Exit 0 done, 1 some input was refused, 2 wrong use.
"""

from __future__ import annotations

import os


def main() -> None:
    """The ``diemtin`` command."""
    # Matrices here have some fifty rows: threads of the linear algebra cost more than they do, ten times on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from diemtin.cli.app import run

    run()
